//! One record among all: how it is found, what came before it and after it, and as JSON.
//!
//! Pure; each record is told once, also where they name each other in a ring.

use std::collections::{HashMap, HashSet};

use toml::{Table, Value};

use crate::error::{Error, Result};
use crate::lang::say;
use crate::records::{LogEntry, Record, Status, rows};
use crate::text::{clean, fold, nearest, same};

/// Finds the one record that was meant: by its id, its exact title (of several that of one that
/// holds), a unique beginning of its id, or a part of its title (likewise).
///
/// # Errors
///
/// It fits none or several; with the nearest, or with all of them.
pub(crate) fn find<'e, 'r>(entries: &'e [LogEntry<'r>], typed: &str) -> Result<&'e LogEntry<'r>> {
    let typed = typed.trim();
    let titled = |it: &&LogEntry<'_>| same(it.record.title(), typed);
    let begun = fold(typed);
    let begins = |it: &&LogEntry<'_>| !begun.is_empty() && fold(it.record.id()).starts_with(&begun);
    if let Some(it) = entries.iter().find(|it| it.record.id() == typed) {
        return Ok(it);
    }
    let part = |it: &&LogEntry<'_>| !begun.is_empty() && fold(it.record.title()).contains(&begun);
    let mut found = those_that_hold(entries.iter().filter(titled).collect());
    if found.is_empty() {
        found = entries.iter().filter(begins).collect();
    }
    if found.is_empty() {
        found = those_that_hold(entries.iter().filter(part).collect());
    }
    match found.as_slice() {
        [one] => Ok(one),
        [] => {
            let err = Error::new(say!("error-no-record", typed = typed));
            let ids = entries.iter().flat_map(|it| [it.record.title(), it.record.id()]);
            Err(err.hint(match nearest(typed, ids) {
                Some(near) => say!("hint-nearest", word = near),
                None => say!("hint-no-record"),
            }))
        }
        several => {
            let ids: Vec<String> =
                several.iter().map(|it| format!("`{}`", clean(it.record.id()))).collect();
            let err = Error::new(say!("error-several-records", typed = typed));
            Err(err.hint(say!("hint-several-records", ids = ids)))
        }
    }
}

/// Leaves out what holds no more, unless nothing else is there.
fn those_that_hold<'e, 'r>(mut found: Vec<&'e LogEntry<'r>>) -> Vec<&'e LogEntry<'r>> {
    if found.iter().any(|it| it.status.holds()) {
        found.retain(|it| it.status.holds());
    }
    found
}

/// Returns what a record replaced or ended, and what those had replaced, the latest first.
pub(crate) fn before<'e, 'r>(
    entries: &'e [LogEntry<'r>],
    of: &LogEntry<'r>,
) -> Vec<&'e LogEntry<'r>> {
    let mut successors: HashMap<&str, Vec<&LogEntry<'r>>> = HashMap::new();
    for it in entries {
        if let Some(by) = it.status.by() {
            successors.entry(by).or_default().push(it);
        }
    }
    let by_id: HashMap<&str, &LogEntry<'r>> =
        entries.iter().map(|it| (it.record.id(), it)).collect();
    let mut seen = HashSet::from([of.record.id()]);
    let mut told = Vec::new();
    let mut open = vec![of.record];
    while let Some(record) = open.pop() {
        let named = record.took_place_of().filter_map(|id| by_id.get(id).copied());
        let became = successors.get(record.id()).into_iter().flatten().copied();
        for it in named.chain(became) {
            if seen.insert(it.record.id()) {
                told.push(it);
                open.push(it.record);
            }
        }
    }
    told.sort_by_key(|it| std::cmp::Reverse((it.record.date(), it.record.id())));
    told
}

/// Returns what replaced or ended a record, and what replaced that, the first first.
pub(crate) fn after<'e, 'r>(
    entries: &'e [LogEntry<'r>],
    of: &LogEntry<'r>,
) -> Vec<&'e LogEntry<'r>> {
    let by_id: HashMap<&str, &LogEntry<'r>> =
        entries.iter().map(|it| (it.record.id(), it)).collect();
    let mut seen = HashSet::from([of.record.id()]);
    let mut told = Vec::new();
    let mut next = of.status.by().and_then(|id| by_id.get(id).copied());
    while let Some(it) = next.filter(|it| seen.insert(it.record.id())) {
        told.push(it);
        next = it.status.by().and_then(|id| by_id.get(id).copied());
    }
    told
}

impl<'r> Record<'r> {
    /// Returns the ids of the records it says it replaces or ends.
    pub(crate) fn took_place_of(self) -> impl Iterator<Item = &'r str> {
        let (replaces, ends) = match self {
            Self::Decision(it) => (&it.replaces, it.ends.as_slice()),
            Self::Election(it) => (&it.replaces, &[][..]),
        };
        replaces.iter().chain(ends).map(String::as_str)
    }
}

impl LogEntry<'_> {
    /// Returns the record as programs read it, with what became of it and where it lies.
    ///
    /// What took its place is in `replaced_by` or `ended_by`: `by` is who proposed it.
    pub(crate) fn row(&self, file: &str) -> Table {
        let mut row = match self.record {
            Record::Decision(it) => rows::record(it),
            Record::Election(it) => rows::record(it),
        };
        row.extend(self.status.row());
        row.insert("file".to_owned(), clean(file).into());
        row
    }
}

impl Status<'_> {
    /// Returns what became of a record as programs read it.
    pub(crate) fn row(&self) -> Table {
        let by = |id: &str| Some(Value::from(id));
        let gone = match self {
            Self::Replaced(id) => ("replaced_by", by(id)),
            Self::Ended(id) => ("ended_by", by(id)),
            _ => ("replaced_by", None),
        };
        rows::row([("status", Some(self.word().into())), gone])
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
    fn a_chain_is_followed_both_ways_and_a_ring_only_once() {
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
        assert_eq!(told(before(&chain, &chain[2])), "bb a");
        assert_eq!(told(after(&chain, &chain[0])), "bb ccc");
        let ring = entries(&all, &[], "2026-09-05".parse().unwrap());
        assert_eq!(told(after(&ring, &ring[0])), "bb ccc dddd");
        assert_eq!(told(before(&ring, &ring[0])), "dddd ccc bb");
    }

    #[test]
    fn a_record_is_found_by_title_and_by_beginning() {
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
            ("tle", "error-several-records"),
            ("A", "error-several-records"),
            ("y", "error-no-record"),
            ("", "error-no-record"),
        ] {
            assert_eq!(found(typed), id, "{typed}");
        }
    }
}
