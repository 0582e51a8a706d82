//! The findings of a replay.

use std::path::Path;

use similar::{ChangeTag, TextDiff};
use strum::{IntoStaticStr, VariantNames};
use toml::{Table, Value};

use crate::error::{Error, Place};
use crate::lang::{Words, say};
use crate::store::file;

/// One result of a replay: a problem, a remark, or a confirmation.
#[derive(Debug)]
pub(crate) struct Finding {
    pub level: Level,
    pub kind: FindingKind,
    pub error: Error,
    /// The differences of a file as a unified diff; otherwise empty.
    pub diff: String,
}

/// The severity of a finding, with its word in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum Level {
    /// A problem.
    Finding,
    /// A remark.
    Note,
    /// A confirmation that there is no problem.
    Fine,
}

/// The kind of a finding, with its word in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum FindingKind {
    /// A file that cannot be read.
    Unread,
    /// A journal of an older format, or minutes that an earlier edition wrote otherwise.
    Older,
    /// A journal whose last fact is cut off.
    Torn,
    /// A fact that does not fit the step of the meeting.
    OutOfTurn,
    /// A journal without a fact out of turn under other rules.
    InTurn,
    /// A closed meeting whose journal does not say that its records are written.
    Unfiled,
    /// A record without a file.
    Missing,
    /// A record that the replay wrote.
    Written,
    /// A record with other content than the journal gives.
    Differs,
    /// An election that was accepted in a later meeting, and does not say so.
    Unaccepted,
    /// A record that the journal of its meeting does not give.
    Unfounded,
    /// A record of a meeting that has no journal.
    NoJournal,
    /// A journal that is not as it was when its digest was written, or a digest of another record.
    Changed,
    /// A journal outside of a circle's folder, where there are no records to compare.
    NoFolder,
}

impl Level {
    /// Returns its word in JSON.
    pub(crate) fn pair(self) -> (String, Value) {
        ("level".to_owned(), <&str>::from(self).into())
    }
}

impl Finding {
    pub(super) fn wrong(kind: FindingKind, error: Error) -> Self {
        Self { level: Level::Finding, kind, error, diff: String::new() }
    }

    pub(super) fn note(kind: FindingKind, error: Error) -> Self {
        Self { level: Level::Note, kind, error, diff: String::new() }
    }

    /// Reports a record of a meeting that has no file.
    pub(super) fn missing(record: &Path, journal: &str) -> Self {
        let error = Error::new(say!("error-record-missing", journal = journal));
        let error = error.hint(say!("hint-record-missing")).in_file(file::named(record));
        Self::wrong(FindingKind::Missing, error)
    }

    /// Reports a record with other content than the journal gives. For minutes this is only a remark,
    /// because they may be corrected by hand.
    pub(super) fn differing(record: &Path, journal: &str, there: &str, given: &str) -> Self {
        let name = file::named(record);
        let (line, diff) = difference(&name, journal, there, given);
        let is_minutes = record.parent().is_some_and(|it| it.ends_with("meetings"));
        if is_minutes && there.trim().is_empty() {
            return Self::wrong(FindingKind::Differs, empty_minutes().in_file(name));
        }
        let (level, message) = if is_minutes {
            (Level::Note, say!("note-minutes-differ", journal = journal))
        } else {
            (Level::Finding, say!("error-record-differs", journal = journal))
        };
        let error = Error::new(message).on_line(line).in_file(name);
        Self { level, kind: FindingKind::Differs, error, diff }
    }
}

/// Returns an error as a row in JSON, with the message in the language of the screen.
pub(crate) fn row(error: &Error, words: &Words) -> Table {
    let Place { file, line, column } = &error.place;
    let number = |it: usize| i64::try_from(it).ok().map(Value::from);
    let pairs = [
        ("code", Some(error.code().into())),
        ("file", file.as_deref().map(Value::from)),
        ("line", line.and_then(number)),
        ("column", column.and_then(number)),
        ("message", Some(words.say(&error.message).into())),
        ("hint", error.hint.as_ref().map(|it| words.say(it).into())),
    ];
    pairs.into_iter().filter_map(|(key, it)| Some((key.to_owned(), it?))).collect()
}

/// Builds the error of minutes without any text.
pub(crate) fn empty_minutes() -> Error {
    Error::new(say!("error-file-empty")).hint(say!("hint-minutes-empty"))
}

/// The number of lines above which no diff is made, because that takes too long.
const MOST_LINES: usize = 10_000;

/// Returns the first line of the file that differs, and a diff from the file to the text that the
/// journal gives. The diff is empty if the texts are too long.
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
    fn a_diff_comes_with_its_first_line() {
        let (line, diff) = difference("a.md", "a.toml", "one\ntwo\n", "one\n2\n");
        assert_eq!(line, 2);
        assert_eq!(diff, "--- a.md\n+++ a.toml\n@@ -1,2 +1,2 @@\n one\n-two\n+2\n");
    }

    #[test]
    fn texts_that_are_too_long_have_no_diff() {
        let long = "x\n".repeat(MOST_LINES + 1);
        let (line, diff) = difference("a.md", "a.toml", &long, "x\ny\n");
        assert_eq!((line, diff.as_str()), (2, ""));
    }
}
