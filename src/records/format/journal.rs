//! The journal as text: a head with the circle as it stood, then one block for each fact.
//!
//! The head has these keys, in this order:
//!
//! | key | what it says |
//! |---|---|
//! | `format` | the format of all that follows, a whole number: [`FORMAT`] |
//! | `as-of` | `true` where the circle is that of another day, so that elections leave `circle.toml` alone; otherwise left out |
//! | `circle` | the circle as it stood, with the keys of `circle.toml` |
//!
//! Writing gives what is appended, reading gives the facts back. Never touches a file, and
//! never decides whether a fact was in turn.

mod events;
mod wrong_keys;
mod deserialize;
mod fact;
mod head;
mod prefilter;
mod read;
mod standing;
mod write;

pub use read::{JournalReader, read};
pub use standing::{Standing, standing};
pub use write::{block, head, head_as_of};

use crate::circle::Circle;
use crate::error::Error;
use crate::lang::say;
use crate::meeting::{FORMAT, Fact};

/// The oldest format whose facts are walked; of older ones only the outcomes are read.
const WALKED: i64 = 1;

/// The line that begins a fact.
const FACT: &str = "[[fact]]";

/// A journal as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Journal {
    /// The format it is written in, at most [`FORMAT`].
    pub format: i64,
    /// The circle as it stood when the meeting opened.
    pub head: Circle,
    /// Whether that is the circle as of another day, so that its file stays as it is.
    pub as_of: bool,
    /// Every whole fact, from the first; never empty.
    pub facts: Vec<Fact>,
    /// The line of each fact's `[[fact]]`, from 1.
    pub lines: Vec<usize>,
    /// What stands behind the last whole fact, if a crash tore the one that was to follow.
    pub torn: Option<Torn>,
}

/// Where a torn fact begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Torn {
    /// The byte offset at which the whole facts end.
    pub offset: usize,
    /// The line on which the torn fact begins, from 1.
    pub line: usize,
}

impl Journal {
    /// Says that it is of an older format, if it is: what it says of outcomes is read, and the
    /// meeting is not walked again.
    pub fn older(&self) -> Option<Error> {
        let older = || Error::new(say!("error-format-older", format = self.format));
        (self.format < WALKED).then(|| older().hint(say!("hint-format-older")).on_line(1))
    }
}

impl Torn {
    /// Says that the fact is not whole, and what mends it.
    pub fn error(self) -> Error {
        Error::new(say!("error-fact-torn")).hint(say!("hint-fact-torn")).on_line(self.line)
    }
}

#[cfg(test)]
mod judged;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod tests;
