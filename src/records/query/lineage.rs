//! Finds a record by what somebody typed, its predecessors and successors, and writes it as a row.
//!
//! Lists each record once, even if records replace one another in a cycle.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::iter;

use toml::{Table, Value};

use crate::error::{Error, Result};
use crate::lang::say;
use crate::records::{LogEntry, Record, Status, rows};
use crate::text::slug::slug;
use crate::text::{clean, fold, nearest, same};

/// Returns the records that are meant by what was typed: the one with this id, those with this title,
/// those whose ids begin so, or those in whose titles it is found.
pub(crate) fn matching<'e, 'r>(entries: &'e [LogEntry<'r>], typed: &str) -> Vec<&'e LogEntry<'r>> {
    let typed = typed.trim();
    if let Some(it) = entries.iter().find(|it| it.record.id() == typed) {
        return vec![it];
    }
    let folded = fold(typed);
    let mut found =
        those_that_hold(entries.iter().filter(|it| same(it.record.name(), typed)).collect());
    if found.is_empty() && !folded.is_empty() {
        found = entries.iter().filter(|it| fold(it.record.id()).starts_with(&folded)).collect();
    }
    if found.is_empty() && !folded.is_empty() {
        let part = entries.iter().filter(|it| fold(it.record.name()).contains(&folded));
        found = those_that_hold(part.collect());
    }
    let words = slug(typed);
    if found.is_empty() && !words.is_empty() {
        // `ban-of-josh`, the id without its day, or words of the title in any order.
        let has_all = |it: &&LogEntry<'_>| {
            let title = slug(&it.record.title());
            words.split('-').all(|word| title.contains(word))
        };
        found = those_that_hold(entries.iter().filter(has_all).collect());
    }
    found
}

/// Finds the record that was meant: by its id, its title, a beginning of its id, or a part of its
/// title, or words of it. Of several with this title, or part of it, those that still hold are preferred.
///
/// # Errors
///
/// None or several match; the hint names the nearest title or id, or all that match.
pub(crate) fn find<'e, 'r>(entries: &'e [LogEntry<'r>], typed: &str) -> Result<&'e LogEntry<'r>> {
    let typed = typed.trim();
    match matching(entries, typed).as_slice() {
        [one] => Ok(one),
        [] => {
            let error = Error::new(say!("error-no-record", typed = typed));
            let known = entries.iter().flat_map(|it| [it.record.name(), it.record.id()]);
            Err(error.hint(match nearest(typed, known) {
                Some(near) => say!("hint-nearest", word = near),
                None => say!("hint-no-record"),
            }))
        }
        several => {
            let ids: Vec<String> =
                several.iter().map(|it| format!("`{}`", clean(it.record.id()))).collect();
            let error = Error::new(say!("error-several-records", typed = typed));
            Err(error.hint(say!("hint-several-records", ids = ids)))
        }
    }
}

/// Leaves out records that do not hold any more, unless none holds.
fn those_that_hold<'e, 'r>(mut found: Vec<&'e LogEntry<'r>>) -> Vec<&'e LogEntry<'r>> {
    if found.iter().any(|it| it.status.holds()) {
        found.retain(|it| it.status.holds());
    }
    found
}

/// Which record replaced or ended which, looked up once for all records of a circle.
pub(crate) struct Lineage<'e, 'r> {
    by_id: HashMap<&'r str, &'e LogEntry<'r>>,
    /// The records that a record replaced or ended, by its id.
    gone: HashMap<&'r str, Vec<&'e LogEntry<'r>>>,
}

impl<'e, 'r> Lineage<'e, 'r> {
    pub(crate) fn of(entries: &'e [LogEntry<'r>]) -> Self {
        let mut gone: HashMap<&str, Vec<&LogEntry<'r>>> = HashMap::new();
        for it in entries {
            if let Some(by) = it.status.by() {
                gone.entry(by).or_default().push(it);
            }
        }
        Self { by_id: entries.iter().map(|it| (it.record.id(), it)).collect(), gone }
    }

    /// Returns the records that a record replaced or ended, and their predecessors, the latest first.
    pub(crate) fn before(&self, of: &LogEntry<'r>) -> Vec<&'e LogEntry<'r>> {
        let mut seen = HashSet::from([of.record.id()]);
        let mut predecessors = Vec::new();
        let mut open = vec![of.record];
        while let Some(record) = open.pop() {
            let named = record.gone().filter_map(|(_, id)| self.by_id.get(id).copied());
            let became = self.gone.get(record.id()).into_iter().flatten().copied();
            for it in named.chain(became) {
                if seen.insert(it.record.id()) {
                    predecessors.push(it);
                    open.push(it.record);
                }
            }
        }
        predecessors.sort_by_key(|it| Reverse((it.record.date(), it.record.id())));
        predecessors
    }

    /// Returns the record that replaced or ended a record, and its successors in order.
    pub(crate) fn after(&self, of: &LogEntry<'r>) -> Vec<&'e LogEntry<'r>> {
        let successor =
            |it: &LogEntry<'_>| it.status.by().and_then(|id| self.by_id.get(id).copied());
        let mut seen = HashSet::from([of.record.id()]);
        let chain = iter::successors(successor(of), |it| successor(it));
        chain.take_while(|it| seen.insert(it.record.id())).collect()
    }
}

impl LogEntry<'_> {
    /// Returns the record as a row: the keys of its file, its status, and the file's name. The title
    /// of an election is made from its role and holder, as they are called now.
    ///
    /// The id of the record that took its place is in `replaced_by` or `ended_by`; `by` is already
    /// the key for who proposed a decision.
    pub(crate) fn row(&self, file: &str) -> Table {
        let mut row = match self.record {
            Record::Decision(it) => rows::record(it),
            Record::Election(it) => rows::record(it),
        };
        row.insert("title".to_owned(), clean(&self.record.title()).into());
        row.extend(self.status.row());
        row.insert("file".to_owned(), file.into());
        row
    }
}

impl Status<'_> {
    /// Returns the status as a row.
    pub(crate) fn row(&self) -> Table {
        let key = if matches!(self, Self::Ended(_)) { "ended_by" } else { "replaced_by" };
        rows::row([("status", Some(self.word().into())), (key, self.by().map(Value::from))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{Decision, FrontMatter, entries};

    fn decision(id: &str, more: &str) -> Decision {
        Decision::read_text(&format!(
            "+++\nid = \"{id}\"\nkind = \"decision\"\ntitle = \"Title {id}\"\ncircle = \"G\"\n\
             date = 2026-01-0{}\nreview = 2027-01-01\n{more}+++\n",
            id.len()
        ))
        .unwrap()
    }

    #[test]
    fn a_chain_is_followed_both_ways_and_a_cycle_only_once() {
        let all = [
            decision("a", "replaces = [\"dddd\"]\n"),
            decision("bb", "replaces = [\"a\"]\n"),
            decision("ccc", "replaces = [\"bb\", \"gone\"]\n"),
            decision("dddd", "ends = [\"ccc\"]\n"),
        ];
        let told = |list: Vec<&LogEntry<'_>>| -> String {
            list.iter().map(|it| it.record.id()).collect::<Vec<_>>().join(" ")
        };
        let chain = entries(&all[..3], &[], "2026-09-05".parse().unwrap());
        assert_eq!(told(Lineage::of(&chain).before(&chain[2])), "bb a");
        assert_eq!(told(Lineage::of(&chain).after(&chain[0])), "bb ccc");
        let ring = entries(&all, &[], "2026-09-05".parse().unwrap());
        assert_eq!(told(Lineage::of(&ring).after(&ring[0])), "bb ccc dddd");
        assert_eq!(told(Lineage::of(&ring).before(&ring[0])), "dddd ccc bb");
    }

    #[test]
    fn a_record_is_found_by_id_title_and_parts_of_them() {
        let all = [decision("ab", ""), decision("abc", ""), decision("x", "replaces = [\"ab\"]\n")];
        let entries = entries(&all, &[], "2026-09-05".parse().unwrap());
        let found = |typed: &str| match find(&entries, typed) {
            Ok(it) => it.record.id().to_owned(),
            Err(err) => err.message.key.to_owned(),
        };
        for (typed, id) in [
            ("ab", "ab"),
            ("ABC", "abc"),
            ("title abc", "abc"),
            ("title ab", "ab"),
            ("tle abc", "abc"),
            ("title-abc", "abc"),
            ("abc title", "abc"),
            ("abc-tle-zoe", "error-no-record"),
            ("tle", "error-several-records"),
            ("A", "error-several-records"),
            ("y", "error-no-record"),
            ("", "error-no-record"),
        ] {
            assert_eq!(found(typed), id, "{typed}");
        }
    }
}
