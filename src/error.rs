//! The error type of the program: what went wrong, how to fix it, and where.

use crate::characters::visible;
use crate::lang::{Phrase, Words, say};

/// A result whose error is [`Error`] unless stated otherwise.
pub(crate) type Result<T, E = Error> = std::result::Result<T, E>;

/// An error: a message, a hint and a place.
///
/// It is a struct and not an enum because callers print errors and never match on them.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    /// What went wrong.
    pub message: Phrase,
    /// How to fix it.
    pub hint: Option<Phrase>,
    pub place: Place,
}

/// A place in a file, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// The path to show, relative to the working directory where possible.
    pub file: Option<String>,
    /// Counted from 1.
    pub line: Option<usize>,
    /// Counted in characters, from 1.
    pub column: Option<usize>,
}

impl Error {
    pub fn new(message: Phrase) -> Self {
        Self { message, hint: None, place: Place::default() }
    }

    #[must_use]
    pub fn hint(mut self, hint: Phrase) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Sets the hint, unless there is one already.
    #[must_use]
    pub fn hint_if_none(mut self, hint: Phrase) -> Self {
        self.hint.get_or_insert(hint);
        self
    }

    /// Sets the line, unless it is set already.
    #[must_use]
    pub fn on_line(mut self, line: usize) -> Self {
        self.place.line.get_or_insert(line);
        self
    }

    /// Sets line and column from a byte offset in `text`.
    #[must_use]
    pub fn at_offset(mut self, text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |it| it + 1);
        self.place.line = Some(before.matches('\n').count() + 1);
        self.place.column = Some(before[line_start..].chars().count() + 1);
        self
    }

    /// Sets the file, unless it is set already. The working directory, whose relative path is empty,
    /// is named `.`.
    #[must_use]
    pub fn in_file(mut self, file: impl Into<String>) -> Self {
        self.place.file.get_or_insert_with(|| match file.into() {
            file if file.is_empty() => ".".to_owned(),
            file => file,
        });
        self
    }

    /// Returns the name of what is wrong, for programs: the key of its message without the word
    /// before it. It is the same in every language and every version.
    pub fn code(&self) -> &'static str {
        let key = self.message.key;
        ["error-", "note-"].iter().find_map(|it| key.strip_prefix(it)).unwrap_or(key)
    }

    /// Formats the error: the message and, on a second line, the hint.
    pub fn say(&self, words: &Words) -> String {
        self.say_as(&say!("label-error"), words)
    }

    /// Formats the error with another label, for example as a warning. Characters that would not be
    /// seen are escaped, because errors quote files and arguments.
    pub fn say_as(&self, label: &Phrase, words: &Words) -> String {
        let mut out = format!("{}: ", words.say(label));
        let Place { file, line, column } = &self.place;
        if let Some(file) = file {
            out += &format!("{file}:");
        }
        for number in [line, column].into_iter().flatten() {
            out += &format!("{number}:");
        }
        if self.place != Place::default() {
            out.push(' ');
        }
        out += &words.say(&self.message);
        if let Some(hint) = &self.hint {
            out += &format!("\n{}: {}", words.say(&say!("label-hint")), words.say(hint));
        }
        visible(&out)
    }
}

impl From<Error> for Vec<Error> {
    fn from(err: Error) -> Self {
        vec![err]
    }
}
