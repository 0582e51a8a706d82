//! Splits typed or pasted text and scripts into answers.
//!
//! Never decides what an answer means: it only finds the lines and texts that form one.

use crate::dialogue::line::first_word;
use crate::dialogue::typed::{begun_in_english, line_in_english};
use crate::dialogue::{Ask, Input};
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::text::forbidden;

/// The line before and after a text of several lines.
pub(crate) const FENCE: &str = "\"\"\"";

/// Reads what was typed or pasted as one answer.
///
/// Several lines without fences are the text of the `text`, `/amend text` or `/note` they begin
/// with. After `@`, `/` or a word that takes a reason they are joined into one line; all else is
/// speech of several lines.
///
/// # Errors
/// A text has no closing fence, or there are several answers.
pub(crate) fn said(typed: &str, ask: &Ask, words: &Words) -> Result<Input> {
    let english;
    let typed = if typed.contains('\n') && !ask.speech {
        english = begun_in_english(typed, words);
        &english
    } else {
        typed
    };
    if typed.contains('\n') && typed.lines().any(|it| it.trim() == FENCE) {
        let mut said = parse(typed)?;
        if said.len() > 1 {
            let err = Error::new(say!("error-several-pasted", count = said.len()));
            return Err(err.hint(say!("hint-pasted")));
        }
        return Ok(said.pop().unwrap_or_default().1);
    }
    let typed = typed.trim_end();
    if !typed.contains('\n') {
        return Ok(Input { line: typed.to_owned(), text: None });
    }
    if let Some((command, text)) = command_and_text(typed, ask) {
        return Ok(Input { line: command.to_owned(), text: Some(text.to_owned()) });
    }
    let takes_reason =
        ["o", "object", "c", "concern", "a", "aside"].contains(&&*lower_first_word(typed));
    if typed.starts_with(['@', '/']) || (takes_reason && !ask.speech) {
        let lines: Vec<&str> = typed.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
        return Ok(Input { line: lines.join(" "), text: None });
    }
    Ok(Input { line: String::new(), text: Some(typed.to_owned()) })
}

/// Returns whether a line enters the history: words and commands, never speech or reasons.
pub(crate) fn is_remembered(line: &str, ask: &Ask, words: &Words) -> bool {
    const WORDS: &str = "term lasts expires once who by replaces ends about decide explore report remove move refer \
        postpone close";
    const COMMANDS: &str = "/later /actions /topic /arrive /leave /facilitator /secretary /postpone /refer \
        /again /undo /text /who /time /read /at";
    let first = lower_first_word(&line_in_english(line, words));
    let is_in = |words: &str| words.split(' ').any(|it| it == first);
    !line.contains('\n') && (is_in(COMMANDS) || (!ask.speech && is_in(WORDS)))
}

/// Splits off a command that takes a text of several lines.
fn command_and_text<'a>(typed: &'a str, ask: &Ask) -> Option<(&'a str, &'a str)> {
    for command in ["text", "/note", "/amend text"] {
        let Some((head, text)) = typed.split_at_checked(command.len()) else { continue };
        let is_command = head.eq_ignore_ascii_case(command) && text.starts_with([' ', '\n']);
        if is_command && (command.starts_with('/') || !ask.speech) {
            return Some((head, text.strip_prefix([' ', '\n']).unwrap_or(text)));
        }
    }
    None
}

fn lower_first_word(line: &str) -> String {
    first_word(line).0.to_lowercase()
}

/// Parses a script into its answers, each with its line number.
///
/// # Errors
/// A forbidden character, or a text that is empty or has no closing fence.
pub(crate) fn parse(text: &str) -> Result<Vec<(usize, Input)>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    if let Some((offset, letter)) = forbidden(&text) {
        let code = format!("U+{:04X}", u32::from(letter));
        let err =
            Error::new(say!("error-forbidden-character", code = code)).hint(say!("hint-character"));
        return Err(err.at_offset(&text, offset));
    }
    let mut said: Vec<(usize, Input)> = Vec::new();
    let mut lines = text.lines().zip(1..);
    while let Some((line, number)) = lines.next() {
        if line.trim() == FENCE {
            let text = fenced(&mut lines).map_err(|err| err.on_line(number))?;
            match said.last_mut() {
                Some((_, last)) if last.text.is_none() && wants_text(&last.line) => {
                    last.text = Some(text);
                }
                _ => said.push((number, Input { line: String::new(), text: Some(text) })),
            }
        } else if !line.trim().is_empty() && !line.starts_with('#') {
            said.push((number, Input { line: line.trim_end().to_owned(), text: None }));
        }
    }
    Ok(said)
}

/// Returns whether a text of several lines after this line belongs to it.
fn wants_text(line: &str) -> bool {
    let line = line.to_lowercase();
    let words: Vec<&str> = line.split_whitespace().collect();
    matches!(words[..], ["text" | "/note"] | ["/amend", "text"])
}

fn fenced<'a>(lines: &mut impl Iterator<Item = (&'a str, usize)>) -> Result<String> {
    let mut text = Vec::new();
    for (line, _) in lines {
        match line.trim_end() {
            FENCE if text.iter().all(|it: &&str| it.trim().is_empty()) => {
                let err = Error::new(say!("error-script-empty"));
                return Err(err.hint(say!("hint-script-empty")));
            }
            FENCE => return Ok(text.join("\n")),
            _ => text.push(line),
        }
    }
    Err(Error::new(say!("error-script-fence")).hint(say!("hint-script-fence")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn english() -> Words {
        Words::of(Lang::En)
    }

    fn speech() -> Ask {
        Ask { speech: true, ..Ask::default() }
    }

    fn words() -> Ask {
        Ask::default()
    }

    #[track_caller]
    fn check(typed: &str, ask: &Ask, line: &str, text: Option<&str>) {
        let expected = Input { line: line.into(), text: text.map(Into::into) };
        assert_eq!(said(typed, ask, &english()), Ok(expected));
    }

    #[test]
    fn several_lines_may_begin_with_a_word_of_the_language() {
        let german = Words::of(Lang::De).at_terminal();
        let read = |typed: &str, words: &Words| said(typed, &super::tests::words(), words).unwrap();
        let text = read("Wortlaut\nAb acht\nist Ruhe", &german);
        assert_eq!((text.line.as_str(), text.text.as_deref()), ("text", Some("Ab acht\nist Ruhe")));
        assert_eq!(read("Einwand zu\nfrüh", &german).line, "object zu früh");
        assert_eq!(read("Wer\ngießt", &german).text.as_deref(), Some("Wer\ngießt"));
        assert_eq!(read("Wortlaut\nx", &english()).text.as_deref(), Some("Wortlaut\nx"));
        assert!(is_remembered("vertagen Freitag", &super::tests::words(), &german));
        assert!(!is_remembered("Einwand zu früh", &super::tests::words(), &german));
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
        let err = said("ok\n\"\"\"\none\n\"\"\"", &speech(), &english()).unwrap_err();
        assert_eq!(err.message, say!("error-several-pasted", count = 2_usize));
        assert_eq!(
            said("one\n\"\"\"", &speech(), &english()).unwrap_err().message.key,
            "error-script-fence"
        );
    }

    #[test]
    fn only_words_and_commands_are_remembered() {
        for line in ["decide Quiet hours", "TERM 3 months", "/undo", "/arrive Zoe (guest)"] {
            assert!(is_remembered(line, &words(), &english()), "{line}");
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
            assert!(!is_remembered(line, &words(), &english()), "{line}");
        }
        assert!(!is_remembered("who was it", &speech(), &english()));
        assert!(is_remembered("/who", &speech(), &english()));
    }

    #[track_caller]
    fn check_script(text: &str, expected: &[(usize, &str, Option<&str>)]) {
        let said = parse(text).unwrap();
        let said: Vec<_> =
            said.iter().map(|(line, it)| (*line, it.line.as_str(), it.text.as_deref())).collect();
        assert_eq!(said, expected);
    }

    #[track_caller]
    fn refused(text: &str, expected: &str) {
        let err = parse(text).unwrap_err().in_file("a.txt");
        assert_eq!(err.say(&Words::of(Lang::En)).lines().next(), Some(expected));
    }

    #[test]
    fn blank_lines_and_remarks_are_skipped() {
        let text = "\u{feff}# a remark\r\n\r\nok\r\n   \r\n all but Dana  \r\n#ok\r\n\\# one";
        check_script(text, &[(3, "ok", None), (5, " all but Dana", None), (7, "\\# one", None)]);
    }

    #[test]
    fn a_text_belongs_to_the_line_before() {
        let text = "TEXT\n# remark\n\n\"\"\"\n one \n# two\n\n/undo\n\"\"\" \nok";
        check_script(text, &[(1, "TEXT", Some(" one \n# two\n\n/undo")), (10, "ok", None)]);
        check_script("/amend  Text\n\"\"\"\nx\n\"\"\"", &[(1, "/amend  Text", Some("x"))]);
        check_script("/note\n\"\"\"\nx\n\"\"\"", &[(1, "/note", Some("x"))]);
    }

    #[test]
    fn a_text_without_such_a_line_is_speech() {
        check_script("ok\n\"\"\"\nx\n\"\"\"", &[(1, "ok", None), (2, "", Some("x"))]);
        let twice = "text\n\"\"\"\nx\n\"\"\"\n\"\"\"\ny\n\"\"\"";
        check_script(twice, &[(1, "text", Some("x")), (5, "", Some("y"))]);
        check_script("text\nok", &[(1, "text", None), (2, "ok", None)]);
    }

    #[test]
    fn a_text_must_end_and_hold_something() {
        refused("ok\n\"\"\"\nx\n", "error: a.txt:2: this text has no closing `\"\"\"`");
        refused("ok\n\"\"\"\n  \n\"\"\"", "error: a.txt:2: this text is empty");
    }

    #[test]
    fn what_could_look_like_something_else_is_refused() {
        let message = "the character U+001B cannot stand in a text";
        refused("ok\nab\u{1b}[2J", &format!("error: a.txt:2:3: {message}"));
        for letter in ['\u{202e}', '\u{2066}', '\r', '\u{0}', '\u{85}'] {
            assert!(parse(&format!("ok{letter}ok")).is_err(), "{letter:?}");
        }
        check_script("a\tb\u{200d}\u{200e}\u{200f}", &[(1, "a\tb\u{200d}\u{200e}\u{200f}", None)]);
    }
}
