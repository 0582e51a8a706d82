//! Reads one line: a command, or an answer of the person asked or of somebody else.

use crate::dialogue::{Input, names};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::text::{forbidden, refuse_character};

/// A line, read as far as that is possible without knowing the prompt.
#[derive(Debug, PartialEq)]
pub(crate) enum Line<'a> {
    /// `/word rest`, or `/word` with a text of several lines.
    Command(String, &'a str, Option<&'a str>),
    /// An answer, after `@NAME` with that name.
    Answer(Option<&'a str>, Answer<'a>),
}

/// An answer to a prompt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Answer<'a> {
    /// Enter, or `ok`: takes what the prompt offers.
    Enter,
    /// `?`: asks for an explanation of the step.
    Explain,
    /// `pass`.
    Pass,
    /// Words or speech, as the prompt reads them.
    Plain(&'a str),
    /// Speech that is never read as words: after a `\`, or between fences.
    Content(&'a str),
    /// A word, and the text of several lines that belongs to it.
    Text(&'a str, &'a str),
}

/// Words that are refused as a whole line of speech, because a command was probably meant.
const LIKE_COMMANDS: [&str; 14] = [
    "close", "call", "undo", "skip", "again", "pause", "text", "term", "who", "measure",
    "withdraw", "postpone", "refer", "drop",
];

impl<'a> Line<'a> {
    /// Reads what was typed; `names` are those that can follow an `@`.
    pub(super) fn read(said: &'a Input, names: &[&'a str]) -> Result<Self> {
        for text in [Some(&said.line), said.text.as_ref()].into_iter().flatten() {
            if let Some((offset, char)) = forbidden(text) {
                let column = text[..offset].chars().count() + 1;
                return Err(
                    refuse_character(char).hint(say!("hint-character-place", place = column))
                );
            }
        }
        let line = said.line.trim();
        if let Some(text) = &said.text {
            let text = text.as_str();
            if text.trim().is_empty() {
                return Err(Error::new(say!("error-empty-answer")));
            }
            return Ok(match line.strip_prefix('/') {
                Some(command) => Self::Command(command.to_lowercase(), "", Some(text)),
                None if line.is_empty() => Self::Answer(None, Answer::Content(text)),
                None => Self::Answer(None, Answer::Text(line, text)),
            });
        }
        if let Some(command) = line.strip_prefix('/') {
            let (word, rest) = first_word(command);
            return Ok(Self::Command(word.to_lowercase(), rest, None));
        }
        let Some(rest) = line.strip_prefix('@') else {
            return Ok(Self::Answer(None, Answer::read(line)));
        };
        let (name, rest) = names::split(names, rest)?;
        if rest.is_empty() || rest.starts_with('/') {
            return Err(
                Error::new(say!("error-speak-for")).hint(say!("hint-speak-for", who = name))
            );
        }
        Ok(Self::Answer(Some(name), Answer::read(rest)))
    }
}

impl<'a> Answer<'a> {
    pub(super) fn read(line: &'a str) -> Self {
        if let Some(content) = line.strip_prefix('\\') {
            return Self::Content(content);
        }
        match line.to_lowercase().as_str() {
            "" | "ok" => Self::Enter,
            "?" => Self::Explain,
            "pass" => Self::Pass,
            _ => Self::Plain(line),
        }
    }

    /// Reads the answer as speech; Enter is nothing said.
    pub(crate) fn speech(self) -> Result<Option<&'a str>> {
        match self {
            Self::Plain(line) if is_like_command(&line.to_lowercase()) => Err(like_command(line)),
            Self::Text(line, _) => Err(like_command(line)),
            Self::Plain(line) => Ok(Some(line)),
            Self::Content(text) if text.trim().is_empty() => {
                Err(Error::new(say!("error-empty-answer")))
            }
            Self::Content(text) => Ok(Some(text)),
            Self::Pass => Ok(Some("pass")),
            Self::Enter | Self::Explain => Ok(None),
        }
    }

    /// Splits the answer into its first word in lower case, the rest, and the text of several
    /// lines.
    pub(crate) fn words(self) -> (String, &'a str, Option<&'a str>) {
        match self {
            Self::Plain(line) => {
                let (word, rest) = first_word(line);
                (word.to_lowercase(), rest, None)
            }
            Self::Text(line, text) => (line.to_lowercase(), "", Some(text)),
            Self::Content(text) => (text.to_owned(), "", None),
            Self::Pass => ("pass".to_owned(), "", None),
            Self::Enter | Self::Explain => ("ok".to_owned(), "", None),
        }
    }
}

/// Returns whether a word is refused as a whole line of speech.
pub(crate) fn is_like_command(word: &str) -> bool {
    LIKE_COMMANDS.contains(&word)
}

pub(crate) fn like_command(line: &str) -> Error {
    Error::new(say!("error-like-command", word = line)).hint(say!("hint-like-command", word = line))
}

/// Splits a line after its first word.
pub(crate) fn first_word(line: &str) -> (&str, &str) {
    let line = line.trim();
    line.split_once(char::is_whitespace).map_or((line, ""), |(word, rest)| (word, rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &Line) {
        let said = Input { line: line.to_owned(), text: None };
        assert_eq!(Line::read(&said, &["Ana", "Ben"]).unwrap(), *expected);
    }

    #[track_caller]
    fn refused(line: &str, key: &str) {
        let said = Input { line: line.to_owned(), text: None };
        assert_eq!(Line::read(&said, &["Ana", "Ben"]).unwrap_err().message.key, key);
    }

    #[test]
    fn words_ignore_case() {
        check("OK", &Line::Answer(None, Answer::Enter));
        check("/Note x y", &Line::Command("note".into(), "x y", None));
    }

    #[test]
    fn a_backslash_makes_content() {
        check("\\ok", &Line::Answer(None, Answer::Content("ok")));
        check("@ana \\pass", &Line::Answer(Some("Ana"), Answer::Content("pass")));
        check("\\@home", &Line::Answer(None, Answer::Content("@home")));
    }

    #[test]
    fn speaking_for_someone_needs_an_answer() {
        refused("@ana", "error-speak-for");
        refused("@ana /skip", "error-speak-for");
    }

    #[test]
    fn a_command_is_not_recorded_as_speech() {
        assert!(Answer::read("Close").speech().is_err());
        assert_eq!(Answer::read("\\close").speech().unwrap(), Some("close"));
        assert_eq!(Answer::read("close the door").speech().unwrap(), Some("close the door"));
    }

    #[test]
    fn escapes_and_overrides_are_refused() {
        refused("a\u{1b}[2J", "error-forbidden-character");
        refused("a\u{202e}b", "error-forbidden-character");
    }
}
