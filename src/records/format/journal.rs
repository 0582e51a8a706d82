//! The journal of a meeting as text: a head with the circle, then one block for each fact.
//!
//! The head has these keys, in this order:
//!
//! | key | value |
//! |---|---|
//! | `format` | the format of the journal, a whole number: [`FORMAT`] |
//! | `as-of` | `true` if the circle is that of another day, so that elections do not change `circle.toml`; otherwise left out |
//! | `written` | `true` for a decision in writing; otherwise left out |
//! | `meeting` | the meeting that put a decision in writing, if one did |
//! | `circle` | the circle when the meeting opened, with the keys of `circle.toml` |
//!
//! Reads and writes text only: it never touches a file, and never checks whether the meeting's
//! procedure allows a fact.

mod deserialize;
mod digest;
mod events;
mod fact;
mod facts;
mod head;
mod prefilter;
mod read;
mod standing;
mod write;
mod wrong_keys;

pub use digest::{JournalDigests, NamedDigest, digest, seen};
pub use read::{JournalReader, read};
pub use standing::{Standing, standing};
pub use write::{block, head, head_as_of, head_in_writing};

use crate::circle::Circle;
use crate::error::Error;
use crate::lang::say;
use crate::meeting::{FORMAT, Fact, Setting};

/// The oldest format whose facts are walked; of older ones only the outcomes are read.
const WALKED: i64 = 1;

/// The line that begins a fact.
const FACT: &str = "[[fact]]";

/// A journal that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Journal {
    /// Its format, at most [`FORMAT`].
    pub format: i64,
    /// The circle when the meeting opened.
    pub head: Circle,
    /// Whether the circle is that of another day, so that elections do not change its file.
    pub as_of: bool,
    /// Whether it is that of a meeting, or of a decision in writing.
    pub setting: Setting,
    /// The meeting that put a decision in writing.
    pub meeting: Option<String>,
    /// The whole facts; never empty.
    pub facts: Vec<Fact>,
    /// The line of each fact, from 1.
    pub lines: Vec<usize>,
    /// The last fact, if a crash cut it short.
    pub torn: Option<Torn>,
}

/// A last fact that a crash cut short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Torn {
    /// The byte offset of the end of the whole facts.
    pub offset: usize,
    /// The line of the torn fact, from 1.
    pub line: usize,
}

impl Journal {
    /// Returns an error if the journal has an older format: its outcomes are read, but the meeting
    /// is not replayed.
    pub fn older(&self) -> Option<Error> {
        if self.format >= WALKED {
            return None;
        }
        let older = Error::new(say!("error-format-older", format = self.format));
        Some(older.hint(say!("hint-format-older")).on_line(1))
    }
}

impl Torn {
    /// Returns the error that says how to repair the journal.
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
