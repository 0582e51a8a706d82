//! What a replay comes upon: a finding, something to note, or that all was well.

use std::path::Path;

use similar::{ChangeTag, TextDiff};

use crate::error::Error;
use crate::lang::say;
use crate::store::file;

/// Something a replay came upon.
#[derive(Debug)]
pub(super) struct Finding {
    /// How much it matters.
    pub level: Level,
    /// Which kind it is.
    pub kind: FindingKind,
    /// What it is, what to do about it, and where.
    pub error: Error,
    /// How a file differs, line by line; otherwise empty.
    pub diff: String,
}

/// How much something matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// Something is wrong.
    Finding,
    /// Nothing is wrong, and it is good to know.
    Note,
    /// All is well.
    Fine,
}

/// The kinds of what is found, as programs tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FindingKind {
    /// A file that cannot be read.
    Unread,
    /// A journal of an older format.
    Older,
    /// A journal whose last fact is not whole.
    Torn,
    /// A fact that no step wants.
    OutOfTurn,
    /// Under other rules, no fact would be out of turn.
    InTurn,
    /// A closed meeting whose journal does not say that its records are written.
    Unfiled,
    /// A record that is not there.
    Missing,
    /// A record that was not there, and was written.
    Written,
    /// A record with another content.
    Differs,
    /// An election that was accepted in a later meeting, and does not say so.
    Unaccepted,
    /// A record of a meeting that does not give it.
    Unfounded,
    /// A record of a meeting that has no journal.
    NoJournal,
    /// A journal that lies in no circle's folder, so that there is nothing to compare.
    NoFolder,
}

impl Level {
    /// Returns the word for it in JSON.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Finding => "finding",
            Self::Note => "note",
            Self::Fine => "fine",
        }
    }
}

impl FindingKind {
    /// Returns the word for it in JSON.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Unread => "unread",
            Self::Older => "older",
            Self::Torn => "torn",
            Self::OutOfTurn => "out-of-turn",
            Self::InTurn => "in-turn",
            Self::Unfiled => "unfiled",
            Self::Missing => "missing",
            Self::Written => "written",
            Self::Differs => "differs",
            Self::Unaccepted => "unaccepted",
            Self::Unfounded => "unfounded",
            Self::NoJournal => "no-journal",
            Self::NoFolder => "no-folder",
        }
    }
}

impl Finding {
    /// Something is wrong.
    pub(super) fn wrong(kind: FindingKind, error: Error) -> Self {
        Self { level: Level::Finding, kind, error, diff: String::new() }
    }

    /// Something to note.
    pub(super) fn note(kind: FindingKind, error: Error) -> Self {
        Self { level: Level::Note, kind, error, diff: String::new() }
    }

    /// A record of a meeting that is not there.
    pub(super) fn missing(record: &Path, journal: &str) -> Self {
        let error = Error::new(say!("error-record-missing", journal = journal));
        let error = error.hint(say!("hint-record-missing")).in_file(file::named(record));
        Self::wrong(FindingKind::Missing, error)
    }

    /// Returns whether this is of a kind, and about the record of this name.
    pub(super) fn is_of(&self, kind: FindingKind, record: &str) -> bool {
        self.kind == kind && self.error.place.file.as_deref() == Some(record)
    }

    /// A record that was not there, and was written.
    pub(super) fn written(record: &Path) -> Self {
        Self::note(
            FindingKind::Written,
            Error::new(say!("replay-written")).in_file(file::named(record)),
        )
    }

    /// An election that did not say that it was accepted, and now does.
    pub(super) fn accepted(record: &Path) -> Self {
        Self::note(
            FindingKind::Written,
            Error::new(say!("replay-accepted")).in_file(file::named(record)),
        )
    }

    /// A record with another content than the journal gives. Minutes may be corrected by hand.
    pub(super) fn differing(record: &Path, journal: &str, there: &str, given: &str) -> Self {
        let name = file::named(record);
        let (line, diff) = difference(&name, journal, there, given);
        let is_minutes = record.parent().is_some_and(|it| it.ends_with("meetings"));
        let found = if is_minutes {
            Self::note(FindingKind::Differs, Error::new(say!("replay-minutes", journal = journal)))
        } else {
            Self::wrong(
                FindingKind::Differs,
                Error::new(say!("error-record-differs", journal = journal)),
            )
        };
        Self { error: found.error.on_line(line).in_file(name), diff, ..found }
    }
}

/// More lines than these are not compared one by one.
const MOST_LINES: usize = 10_000;

/// Returns the first line of the file that differs, and the difference of lines: `-` stands in
/// the file, `+` comes from the journal. Empty where the texts are too long for it.
fn difference(file: &str, journal: &str, there: &str, given: &str) -> (usize, String) {
    let same = there.lines().zip(given.lines()).take_while(|(one, other)| one == other).count();
    if there.lines().count().max(given.lines().count()) > MOST_LINES {
        return (same + 1, String::new());
    }
    let diff = TextDiff::from_lines(there, given);
    let changed = diff.iter_all_changes().any(|it| it.tag() != ChangeTag::Equal);
    let lines = diff.unified_diff().context_radius(2).header(file, journal).to_string();
    (same + 1, if changed { lines } else { String::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_says_where_it_begins() {
        let (line, diff) = difference("a.md", "a.toml", "one\ntwo\n", "one\n2\n");
        assert_eq!(line, 2);
        assert_eq!(diff, "--- a.md\n+++ a.toml\n@@ -1,2 +1,2 @@\n one\n-two\n+2\n");
    }

    #[test]
    fn what_is_too_long_is_not_compared_line_by_line() {
        let long = "x\n".repeat(MOST_LINES + 1);
        let (line, diff) = difference("a.md", "a.toml", &long, "x\ny\n");
        assert_eq!((line, diff.as_str()), (2, ""));
    }
}
