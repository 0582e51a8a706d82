//! Answers from a script: the same lines a facilitator types, from a file or standard input.
//!
//! A script is read whole and checked for its own form before the first line is answered. Never
//! guesses: an answer that is not taken ends it, with file and line.
#![expect(clippy::disallowed_methods, reason = "reads the script")]

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};

use crate::circle::forbidden;
use crate::desk::answers::Answers;
use crate::desk::file::cause;
use crate::desk::out;
use crate::desk::page::Page;
use crate::error::{Error, Result};
use crate::talk::{Ask, Block, Said};
use crate::words::{Words, say};

/// The most a script may hold, in bytes.
const LIMIT: usize = 16 << 20;

/// What begins and ends a text of several lines.
pub const FENCE: &str = "\"\"\"";

/// The answers of a script, and the transcript it leaves.
pub struct Script<'a> {
    file: String,
    said: VecDeque<(usize, Said)>,
    line: usize,
    page: Page,
    words: &'a Words,
    out: Box<dyn Write + 'a>,
}

impl<'a> Script<'a> {
    /// Takes a script; the transcript is written to `out` as `page` lays it out.
    ///
    /// # Errors
    /// As [`parse`], with the file.
    pub fn new(
        file: &str,
        text: &str,
        page: Page,
        words: &'a Words,
        out: impl Write + 'a,
    ) -> Result<Self> {
        let said = parse(text).map_err(|err| err.in_file(file))?.into();
        Ok(Self { file: file.to_owned(), said, line: 0, page, words, out: Box::new(out) })
    }

    /// Returns the line of the next answer, if one is left.
    pub fn unread(&self) -> Option<usize> {
        self.said.front().map(|(line, _)| *line)
    }

    fn placed(&self, err: Error) -> Error {
        err.on_line(self.line).in_file(&self.file)
    }
}

impl Answers for Script<'_> {
    fn answer(&mut self, ask: &Ask) -> Result<Option<Said>> {
        self.show(&ask.shown)?;
        let Some((line, said)) = self.said.pop_front() else { return Ok(None) };
        self.line = line;
        let prompt = self.page.prompt(ask, self.words);
        out::write(&mut *self.out, &self.page.typed(&prompt, &said))?;
        Ok(Some(said))
    }

    fn edit(&mut self, _: &Ask, _: &str) -> Result<Option<String>> {
        let err = Error::new(say!("error-script-edit")).hint(say!("hint-script-edit"));
        Err(self.placed(err))
    }

    fn refuse(&mut self, err: Error) -> Result<()> {
        Err(self.placed(err))
    }

    fn show(&mut self, blocks: &[Block]) -> Result<()> {
        out::write(&mut *self.out, &self.page.lines(blocks))
    }
}

/// Reads a script from a file, or from standard input where `file` is `-`.
///
/// # Errors
/// Where it cannot be read, is larger than 16 MB, or is no UTF-8.
pub fn read(file: &str) -> Result<String> {
    let from: io::Result<Box<dyn Read>> = match file {
        "-" => Ok(Box::new(io::stdin().lock())),
        path => File::open(path).map(|it| Box::new(it) as Box<dyn Read>),
    };
    let mut bytes = Vec::new();
    from.and_then(|it| it.take(LIMIT as u64 + 1).read_to_end(&mut bytes)).map_err(|err| {
        let refused = match err.kind() {
            ErrorKind::NotFound => say!("error-file-missing"),
            ErrorKind::IsADirectory => say!("error-file-kind"),
            _ => say!("error-read", cause = cause(&err)),
        };
        Error::new(refused).in_file(file)
    })?;
    if bytes.len() > LIMIT {
        return Err(Error::new(say!("error-file-large", megabytes = LIMIT >> 20)).in_file(file));
    }
    String::from_utf8(bytes).map_err(|err| {
        let good = String::from_utf8_lossy(&err.as_bytes()[..err.utf8_error().valid_up_to()]);
        let err = Error::new(say!("error-file-text")).hint(say!("hint-file-text"));
        err.at_offset(&good, good.len()).in_file(file)
    })
}

/// Parses a script: its answers, each with the number of its line.
///
/// # Errors
/// A character that cannot be kept, a text that is empty or has no closing fence.
pub fn parse(text: &str) -> Result<Vec<(usize, Said)>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    if let Some((offset, letter)) = forbidden(&text) {
        let code = format!("U+{:04X}", u32::from(letter));
        let err = Error::new(say!("error-character", code = code)).hint(say!("hint-character"));
        return Err(err.at_offset(&text, offset));
    }
    let mut said: Vec<(usize, Said)> = Vec::new();
    let mut lines = text.lines().zip(1..);
    while let Some((line, number)) = lines.next() {
        if line.trim() == FENCE {
            let text = fenced(&mut lines).map_err(|err| err.on_line(number))?;
            match said.last_mut() {
                Some((_, last)) if last.text.is_none() && wants_text(&last.line) => {
                    last.text = Some(text);
                }
                _ => said.push((number, Said { line: String::new(), text: Some(text) })),
            }
        } else if !line.trim().is_empty() && !line.starts_with('#') {
            said.push((number, Said { line: line.trim_end().to_owned(), text: None }));
        }
    }
    Ok(said)
}

/// Returns whether a line waits for the text of several lines that may follow it.
fn wants_text(line: &str) -> bool {
    let line = line.to_lowercase();
    let words: Vec<&str> = line.split_whitespace().collect();
    matches!(words[..], ["text" | "/note"] | ["/amend", "text"])
}

fn fenced<'a>(lines: &mut impl Iterator<Item = (&'a str, usize)>) -> Result<String> {
    let mut text = Vec::new();
    for (line, _) in lines {
        if line.trim_end() == FENCE {
            let text = text.join("\n");
            if text.trim().is_empty() {
                let err = Error::new(say!("error-script-empty"));
                return Err(err.hint(say!("hint-script-empty")));
            }
            return Ok(text);
        }
        text.push(line);
    }
    Err(Error::new(say!("error-script-fence")).hint(say!("hint-script-fence")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::page::Look;
    use crate::words::Lang;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, &str, Option<&str>)]) {
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
        check(text, &[(3, "ok", None), (5, " all but Dana", None), (7, "\\# one", None)]);
    }

    #[test]
    fn a_text_belongs_to_the_line_before() {
        let text = "TEXT\n# remark\n\n\"\"\"\n one \n# two\n\n/undo\n\"\"\" \nok";
        check(text, &[(1, "TEXT", Some(" one \n# two\n\n/undo")), (10, "ok", None)]);
        check("/amend  Text\n\"\"\"\nx\n\"\"\"", &[(1, "/amend  Text", Some("x"))]);
        check("/note\n\"\"\"\nx\n\"\"\"", &[(1, "/note", Some("x"))]);
    }

    #[test]
    fn a_text_without_such_a_line_is_speech() {
        check("ok\n\"\"\"\nx\n\"\"\"", &[(1, "ok", None), (2, "", Some("x"))]);
        let twice = "text\n\"\"\"\nx\n\"\"\"\n\"\"\"\ny\n\"\"\"";
        check(twice, &[(1, "text", Some("x")), (5, "", Some("y"))]);
        check("text\nok", &[(1, "text", None), (2, "ok", None)]);
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
        check("a\tb\u{200d}\u{200e}\u{200f}", &[(1, "a\tb\u{200d}\u{200e}\u{200f}", None)]);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_named() {
        let err = read("/no/such/script").unwrap_err();
        let said = err.say(&Words::of(Lang::En));
        assert_eq!(said, "error: /no/such/script: is not there");
    }

    #[test]
    fn a_transcript_reads_like_the_screen() {
        let words = Words::of(Lang::En);
        let mut out = Vec::new();
        let page = Page::new(40, Look::Marked);
        let mut script =
            Script::new("a.txt", "\nBen\n/note\n\"\"\"\nx\ny\n\"\"\"", page, &words, &mut out)
                .unwrap();
        let ask = Ask {
            shown: vec![Block::Text("Who facilitates?".into())],
            label: "Facilitator".into(),
            offer: Some("Ana".into()),
            ..Ask::default()
        };
        let said = script.answer(&ask).unwrap().unwrap();
        assert_eq!(said.line, "Ben");
        script.answer(&Ask::default()).unwrap();
        assert_eq!(script.answer(&Ask::default()).unwrap(), None);
        let err = script.refuse(Error::new(say!("list-empty"))).unwrap_err();
        assert_eq!(err.say(&words), "error: a.txt:3: nobody is ticked");
        let err = script.edit(&ask, "").unwrap_err();
        assert_eq!((err.place.line, err.message.key), (Some(3), "error-script-edit"));
        drop(script);
        let expected = "  Who facilitates?\n  Facilitator [Ana] › Ben\n  › /note\n    x\n    y\n";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
