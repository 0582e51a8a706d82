//! The one error of the program: what went wrong, what to do about it, and where.

use crate::lang::{Phrase, Words, say};

/// A result with the one [`Error`], or several of it.
pub(crate) type Result<T, E = Error> = std::result::Result<T, E>;

/// A message, a hint and a place.
///
/// Callers print errors and never branch on them, so this is a struct and not an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    /// What went wrong.
    pub message: Phrase,
    /// What to do about it.
    pub hint: Option<Phrase>,
    /// Where it went wrong, where that is known.
    pub place: Place,
}

/// A file, a line, a column; each where it is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// The file's path, as the person who runs the program would name it.
    pub file: Option<String>,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column in characters, from 1.
    pub column: Option<usize>,
}

impl Error {
    /// Builds an error from its message.
    pub fn new(message: Phrase) -> Self {
        Self { message, hint: None, place: Place::default() }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: Phrase) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Adds what to do about it, where nothing was said of that yet.
    #[must_use]
    pub fn hint_if_none(mut self, hint: Phrase) -> Self {
        self.hint.get_or_insert(hint);
        self
    }

    /// Names the line it came from, unless one is named already.
    #[must_use]
    pub fn on_line(mut self, line: usize) -> Self {
        self.place.line.get_or_insert(line);
        self
    }

    /// Names the place in `text` it came from, as a byte offset.
    #[must_use]
    pub fn at_offset(mut self, text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |it| it + 1);
        self.place.line = Some(before.matches('\n').count() + 1);
        self.place.column = Some(before[line_start..].chars().count() + 1);
        self
    }

    /// Names the file it came from, unless one is named already.
    #[must_use]
    pub fn in_file(mut self, file: impl Into<String>) -> Self {
        self.place.file.get_or_insert_with(|| file.into());
        self
    }

    /// Puts the error into words: two lines at most, the second the hint.
    pub fn say(&self, words: &Words) -> String {
        self.say_as(&say!("label-error"), words)
    }

    /// Puts into words what is no error but said like one, behind another label.
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
        out
    }
}

impl From<Error> for Vec<Error> {
    fn from(err: Error) -> Self {
        vec![err]
    }
}
