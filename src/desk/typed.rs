//! What was typed or pasted at a prompt, as one answer.
//!
//! Never decides what an answer means: it only puts what came in several lines where it belongs.

use crate::desk::script::{self, FENCE};
use crate::error::{Error, Result};
use crate::talk::{Ask, Said};
use crate::words::say;

/// Takes what was typed or pasted as one answer.
///
/// Several lines without fences are the text of the `text`, `/amend text` or `/note` they begin
/// with; else one line where they are for someone or a reason; else speech of several lines.
///
/// # Errors
/// A text that does not end, several answers at once.
pub fn said(typed: &str, ask: &Ask) -> Result<Said> {
    if typed.contains('\n') && typed.lines().any(|it| it.trim() == FENCE) {
        let mut said = script::parse(typed)?;
        if said.len() > 1 {
            let err = Error::new(say!("error-pasted", count = said.len()));
            return Err(err.hint(say!("hint-pasted")));
        }
        return Ok(said.pop().unwrap_or_default().1);
    }
    let typed = typed.trim_end();
    if !typed.contains('\n') {
        return Ok(Said { line: typed.to_owned(), text: None });
    }
    if let Some((command, text)) = texted(typed, ask) {
        return Ok(Said { line: command.to_owned(), text: Some(text.to_owned()) });
    }
    let reason = ["o", "object", "c", "concern"].contains(&first_word(typed).as_str());
    if typed.starts_with(['@', '/']) || (reason && !ask.speech) {
        let lines: Vec<&str> = typed.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
        return Ok(Said { line: lines.join(" "), text: None });
    }
    Ok(Said { line: String::new(), text: Some(typed.to_owned()) })
}

/// Returns whether a line may enter the history: words and commands, never speech or reasons.
pub fn is_remembered(line: &str, ask: &Ask) -> bool {
    const WORDS: [&str; 14] = [
        "term", "who", "by", "replaces", "ends", "about", "decide", "explore", "report", "remove",
        "move", "refer", "postpone", "close",
    ];
    const COMMANDS: [&str; 15] = [
        "/later",
        "/topic",
        "/arrive",
        "/leave",
        "/facilitator",
        "/secretary",
        "/postpone",
        "/refer",
        "/again",
        "/undo",
        "/text",
        "/who",
        "/time",
        "/read",
        "/at",
    ];
    let first = first_word(line);
    let known = COMMANDS.contains(&&*first) || (!ask.speech && WORDS.contains(&&*first));
    known && !line.contains('\n')
}

/// Parts a command that takes a text from the text of several lines after it.
fn texted<'a>(typed: &'a str, ask: &Ask) -> Option<(&'a str, &'a str)> {
    for command in ["text", "/note", "/amend text"] {
        let Some((head, text)) = typed.split_at_checked(command.len()) else { continue };
        let is_command = head.eq_ignore_ascii_case(command) && text.starts_with([' ', '\n']);
        if is_command && (command.starts_with('/') || !ask.speech) {
            return Some((head, text.strip_prefix([' ', '\n']).unwrap_or(text)));
        }
    }
    None
}

fn first_word(line: &str) -> String {
    line.split_whitespace().next().unwrap_or_default().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speech() -> Ask {
        Ask { speech: true, ..Ask::default() }
    }

    fn words() -> Ask {
        Ask::default()
    }

    #[track_caller]
    fn check(typed: &str, ask: &Ask, line: &str, text: Option<&str>) {
        let expected = Said { line: line.into(), text: text.map(Into::into) };
        assert_eq!(said(typed, ask), Ok(expected));
    }

    #[test]
    fn one_line_stays_one_line() {
        check(" o it is late  ", &words(), " o it is late", None);
        check("pasted with its line end\n", &speech(), "pasted with its line end", None);
        check("", &words(), "", None);
    }

    #[test]
    fn several_lines_are_one_answer() {
        check("one\ntwo\n", &speech(), "", Some("one\ntwo"));
        check("text one\n  two", &words(), "text", Some("one\n  two"));
        check("text one\ntwo", &speech(), "", Some("text one\ntwo"));
        check("/note\none\ntwo", &speech(), "/note", Some("one\ntwo"));
        check("/amend text one\n\ntwo", &speech(), "/amend text", Some("one\n\ntwo"));
        check("o it is late\nand dark", &words(), "o it is late and dark", None);
        check("@Ana one\n two", &speech(), "@Ana one two", None);
    }

    #[test]
    fn fences_are_read_as_in_a_script() {
        check("\"\"\"\n one\n\ntwo\n\"\"\"", &speech(), "", Some(" one\n\ntwo"));
        check("text\n\"\"\"\none\n\"\"\"\n", &words(), "text", Some("one"));
        let err = said("ok\n\"\"\"\none\n\"\"\"", &speech()).unwrap_err();
        assert_eq!(err.message, say!("error-pasted", count = 2_usize));
        assert_eq!(said("one\n\"\"\"", &speech()).unwrap_err().message.key, "error-script-fence");
    }

    #[test]
    fn only_words_and_commands_are_remembered() {
        for line in ["decide Quiet hours", "TERM 3 months", "/undo", "/arrive Zoe (guest)"] {
            assert!(is_remembered(line, &words()), "{line}");
        }
        for line in [
            "o too late",
            "object x",
            "c x",
            "concern x",
            "@Ana ok",
            "text One.",
            "Ana: she listens",
            "measure noise",
            "/note secret",
            "/action Ana: call",
            "/amend text One.",
            "drop x",
            "/skip x",
            "/drop x",
            "withdraw Ana x",
            "",
            "put Ana: x",
            "ok",
        ] {
            assert!(!is_remembered(line, &words()), "{line}");
        }
        assert!(!is_remembered("who was it", &speech()));
        assert!(is_remembered("/who", &speech()));
    }
}
