//! Front matter: TOML keys between two lines of `+++`, followed by a text.
//!
//! Which keys a record has is defined by its own type.

use std::borrow::Cow;

use toml::de::DeTable;

use crate::circle::Renames;
use crate::error::Error;
use crate::lang::say;
use crate::toml_file::fields::{Pair, Table};
use crate::toml_file::reader::{Reader, Section};
use crate::toml_file::{FileKind, conflict, merge_conflict, parse, write};

/// The line before and after the keys.
pub(crate) const FENCE: &str = "+++\n";

/// A file with front matter: a decision, an election, a topic, minutes.
pub trait FrontMatter: Table {
    /// The folder of these files.
    const FOLDER: &'static str;

    /// The keys that were added later. Older files lack them, and say the same without them.
    const ADDED: &'static [&'static str] = &[];

    /// Returns the path of a file in the circle's folder; `id` is its stem.
    fn path(id: &str) -> String {
        format!("{}/{id}.md", Self::FOLDER)
    }

    /// Returns the id that the file says it has; `None` for topics and minutes, which have none.
    fn id(&self) -> Option<&str>;

    /// Returns the title, or the role of an election.
    fn title(&self) -> &str;

    /// Returns the text after the keys.
    fn body(&self) -> Option<&str>;

    /// Sets the text after the keys.
    fn set_body(&mut self, body: &str);

    /// Returns the keys and values to write.
    fn written(&self) -> Vec<Pair> {
        self.pairs()
    }

    /// Gives people and roles their present names.
    fn rename(&mut self, names: &Renames);

    /// Notes values that contradict each other.
    fn check(&self, _reader: &mut Reader<'_>, _section: &Section<'_>) {}

    /// Writes the file: the keys that have a value, then the text.
    ///
    /// The text is everything after the second `+++` and a blank line, without one final line feed,
    /// so that any text is read back unchanged.
    fn to_text(&self) -> String {
        self.to_text_without(&[])
    }

    /// Writes the file without some of its keys.
    fn to_text_without(&self, keys: &[&str]) -> String {
        let mut pairs = self.written();
        pairs.retain(|(key, _)| !keys.contains(key));
        let keys = write::lines(&pairs);
        let body = self.body().map(|it| format!("\n{it}\n")).unwrap_or_default();
        [FENCE, &keys, FENCE, &body].concat()
    }

    /// Reads a file, also one written by hand.
    ///
    /// # Errors
    ///
    /// All errors from top to bottom, each with line, column and a hint.
    fn read_text(text: &str) -> Result<Self, Vec<Error>> {
        let whole = normal(text);
        if whole.trim().is_empty() {
            let empty = Error::new(say!("error-file-empty")).hint(say!("hint-record-empty"));
            return Err(vec![empty.on_line(1)]);
        }
        if let Some(error) = merge_conflict(&whole) {
            return Err(vec![error]);
        }
        let (matter, body) = split(&whole).ok_or_else(|| {
            vec![Error::new(say!("error-missing-front-matter")).hint(say!("hint-front")).on_line(1)]
        })?;
        if let Some(error) = conflict(matter, true) {
            return Err(vec![below_fence(error)]);
        }
        let (table, errors) = parse(matter, FileKind::FrontMatter);
        if !errors.is_empty() {
            return Err(errors.into_iter().map(below_fence).collect());
        }
        let mut reader = Reader::lenient(matter);
        let section = reader.section(&table, 0, Self::KEYS);
        let mut record = Self::read(&mut reader, &section);
        if let Some(record) = &mut record {
            // A carriage return before the line feed that is written behind the text would be lost.
            record.set_body(&body.replace('\r', "\n"));
            record.check(&mut reader, &section);
        }
        let read = reader.finish(record);
        read.map_err(|errors| errors.into_iter().map(below_fence).collect())
    }
}

/// Removes a BOM, and turns CRLF into LF.
pub(crate) fn normal(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\r') { text.replace("\r\n", "\n").into() } else { text.into() }
}

/// Splits a [`normal`] text into the keys and the text after them.
pub(super) fn split(whole: &str) -> Option<(&str, &str)> {
    let rest = whole.strip_prefix(FENCE)?;
    let fences = rest.match_indices("+++").map(|(at, _)| at);
    let ends = |at: &usize| rest.len() == at + 3 || rest[at + 3..].starts_with('\n');
    let end = fences.filter(|at| *at == 0 || rest[..*at].ends_with('\n')).find(ends)?;
    let body = rest[end + 3..].strip_prefix('\n').unwrap_or_default();
    let body = body.strip_prefix('\n').unwrap_or(body);
    Some((&rest[..end], body.strip_suffix('\n').unwrap_or(body)))
}

/// Parses the keys of a [`normal`] text; `None` on any error.
pub(crate) fn table(whole: &str) -> Option<DeTable<'_>> {
    let (table, errors) = parse(split(whole)?.0, FileKind::FrontMatter);
    errors.is_empty().then_some(table)
}

/// Turns a line number within the keys into one of the file, which has one more line above.
fn below_fence(mut error: Error) -> Error {
    error.place.line = error.place.line.map(|it| it + 1);
    error
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::circle::Attribution;
    use crate::records::format::slips::{one_letter_off, slipped, slips};
    use crate::records::{Decision, Topic, sample};

    /// Checks that a record can be written and read again, and that errors have a line and a hint.
    #[track_caller]
    fn check<T: FrontMatter + PartialEq + std::fmt::Debug>(text: &str) {
        match T::read_text(text) {
            Ok(record) => assert_eq!(T::read_text(&record.to_text()), Ok(record), "{text}"),
            Err(errors) => {
                assert!(!errors.is_empty(), "{text}");
                for error in errors {
                    let line = error.place.line.unwrap_or_default();
                    assert!((1..=text.lines().count() + 1).contains(&line), "{error:?}\n{text}");
                    assert!(error.hint.is_some(), "{error:?}\n{text}");
                }
            }
        }
    }

    fn decision() -> String {
        let meeting = sample::meeting(Attribution::All);
        let mut items = meeting.state().items.iter();
        let id = "2026-09-05-quiet-hours";
        items.find_map(|it| Decision::of(&meeting, it, id, "2026-09-05")).unwrap().to_text()
    }

    #[test]
    fn a_topic_with_each_letter_taken_out_doubled_or_moved_is_read_or_refused() {
        let text =
            "+++\ntitle = \"Bees\"\nminutes = 5\nsince = 2026-09-05\nmeasures = [\"a\"]\n+++\n\nB";
        one_letter_off(text).for_each(|it| check::<Topic>(&it));
    }

    #[test]
    fn a_carriage_return_alone_ends_a_line_of_the_text() {
        let text = "+++\ntitle = \"Bees\"\n+++\n\none\rtwo\r";
        check::<Topic>(text);
        assert_eq!(Topic::read_text(text).unwrap().body(), Some("one\ntwo\n"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_decision_with_slips_is_read_or_refused(slips in slips()) {
            check::<Decision>(&slipped(&decision(), &slips));
        }
    }
}
