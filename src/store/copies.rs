//! Copies: files that sync programs, editors and file managers leave beside others.
//!
//! A copy is never read. `rounds check` lists it, with the file of which it is a copy.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::circle::Circle;
use crate::error::Result;
use crate::meeting::{Fact, MeetingId};
use crate::records::FrontMatter;
use crate::records::format::front_matter::normal;
use crate::records::format::journal::{Journal, JournalReader};
use crate::store::file::{LIMIT, name_of};
use crate::store::{file, journal};
use crate::text::{composed, same};

/// Copies by their paths, each with the path of the file of which it is a copy.
pub(crate) type Copies = BTreeMap<PathBuf, PathBuf>;

/// Finds the copies among the files of a folder by their names alone. `may_be` tells whether the first
/// name may be that of a copy of the second.
pub(crate) fn by_name(files: &[PathBuf], may_be: impl Fn(&str, &str) -> bool) -> Copies {
    let names: BTreeMap<String, &PathBuf> = files.iter().map(|it| (name_of(it), it)).collect();
    let copy = |(name, path): (&String, &&PathBuf)| {
        let mut originals = originals(name).into_iter().filter(|it| may_be(name, it));
        let original = originals.find_map(|it| names.get(&it))?;
        Some(((*path).clone(), (*original).clone()))
    };
    names.iter().filter_map(copy).collect()
}

/// Returns whether the texts of two files are the same, apart from line ends and a BOM.
pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
    let text = |it| file::text(it, LIMIT).ok();
    let (Some(one), Some(other)) = (text(one), text(other)) else { return false };
    normal(&one) == normal(&other)
}

/// The names of the files in the folder of one kind of records, for telling copies from records.
#[derive(Clone, Debug, Default)]
pub(crate) struct RecordNames {
    /// The names with their ending, in NFC.
    names: BTreeSet<String>,
}

impl RecordNames {
    pub(crate) fn of<'p>(paths: impl IntoIterator<Item = &'p Path>) -> Self {
        Self { names: paths.into_iter().map(name_of).collect() }
    }

    /// Returns the name of the file of which a decision or an election is a copy.
    ///
    /// A file whose id is its own stem is a record, and one whose id is that of another file a copy.
    /// Of a file that cannot be read, the name decides.
    pub(crate) fn original(&self, name: &str, id: Option<&str>) -> Option<String> {
        let is_there = |it: &String| self.names.contains(it);
        let Some(id) = id else { return originals(name).into_iter().find(is_there) };
        let its = format!("{}.md", composed(id));
        Some(its).filter(|it| it != name && is_there(it))
    }
}

/// Finds the copies among files of one kind. `read` has the record of each file that could be read,
/// by its name.
pub(crate) fn among<T: FrontMatter>(read: &BTreeMap<String, Option<&T>>) -> Vec<(String, String)> {
    let names = RecordNames { names: read.keys().cloned().collect() };
    let mut first: BTreeMap<&str, &String> = BTreeMap::new();
    let mut copies = Vec::new();
    for (name, record) in read {
        let original = match record {
            // A topic has no id. One with a title of its own is no copy.
            Some(record) if record.id().is_none() => {
                let is_other =
                    |it: Option<&T>| it.is_some_and(|it| !same(it.title(), record.title()));
                let is_its = |it: &String| read.get(it).is_some_and(|it| !is_other(*it));
                originals(name).into_iter().find(is_its)
            }
            record => {
                let id = record.and_then(FrontMatter::id);
                // Of several files that lack the name of their common id, the first one counts.
                let second = || {
                    let first = *first.entry(id?).or_insert(name);
                    (first != name).then(|| first.clone())
                };
                names.original(name, id).or_else(second)
            }
        };
        copies.extend(original.map(|it| (name.clone(), it)));
    }
    copies
}

/// Splits the files that end in `.toml` into the journals, in the order of their meetings, and copies
/// of them. A file that cannot be read is a journal, unless its name is that of a copy.
pub(crate) fn journals(paths: Vec<PathBuf>) -> (Vec<PathBuf>, Copies) {
    let is_named = |name: &str| MeetingId::of(Path::new(name)).number().is_some();
    let mut copies = by_name(&paths, |copy, _| !is_named(copy));
    let mut journals: Vec<PathBuf> = Vec::new();
    let mut others: Vec<PathBuf> = Vec::new();
    for path in paths.into_iter().filter(|it| !copies.contains_key(it)) {
        let list = if is_named(&name_of(&path)) { &mut journals } else { &mut others };
        list.push(path);
    }
    journals.sort_by_cached_key(|it| MeetingId::of(it));
    let doubles: Vec<_> = journals.iter().filter_map(|it| double(it, &journals)).collect();
    journals.retain(|it| doubles.iter().all(|(copy, _)| copy != it));
    copies.extend(doubles);
    for path in others {
        match begun_alike(&path, &journals) {
            Some(original) => drop(copies.insert(path, original)),
            None => journals.push(path),
        }
    }
    journals.sort_by_cached_key(|it| MeetingId::of(it));
    (journals, copies)
}

/// Finds the journal of the same day of which a numbered one, without other minutes, is a copy.
fn double(path: &Path, journals: &[PathBuf]) -> Option<(PathBuf, PathBuf)> {
    let id = MeetingId::of(path);
    if id.number() == Some(1) {
        return None;
    }
    let day = id.day()?;
    let minutes = |it: &Path| it.with_extension("md");
    let has_minutes = minutes(path).symlink_metadata().is_ok();
    let may_be = |it: &Path| !has_minutes || is_same(&minutes(path), &minutes(it));
    let earlier = journals.iter().take_while(|it| *it != path);
    let mut of_day = earlier.filter(|it| MeetingId::of(it).is_on(day));
    // Empty files say nothing of one another.
    let has_text = path.metadata().is_ok_and(|it| it.len() > 0);
    let original = of_day.find(|it| has_text && may_be(it) && is_same(path, it))?;
    Some((path.to_owned(), original.clone()))
}

/// Finds the journal with the head and the first fact of one that has another name than journals have.
fn begun_alike(path: &Path, journals: &[PathBuf]) -> Option<PathBuf> {
    let read =
        |it: &Path| -> Result<Journal> { journal::read_with(&mut JournalReader::default(), it) };
    let (head, first) = read(path).ok().and_then(beginning)?;
    let day = first.at.date_naive();
    let is_near = |it: &&PathBuf| {
        let id = MeetingId::of(it);
        id.is_on(day) || id.number().is_none()
    };
    let begins = |it: &&PathBuf| {
        let its = read(it).ok().and_then(beginning);
        its.is_some_and(|its| its.0 == head && its.1 == first)
    };
    journals.iter().filter(is_near).find(begins).cloned()
}

/// Returns the head and the first fact of a journal.
fn beginning(journal: Journal) -> Option<(Circle, Fact)> {
    let first = journal.facts.into_iter().next()?;
    Some((journal.head, first))
}

/// What editors put behind a whole name.
const BEHIND: [&str; 9] =
    [".bak", ".orig", ".old", ".save", ".tmp", ".swp", ".backup", ".rej", "~"];

/// What file managers call a copy, in lower case.
const COPY: [&str; 7] = ["copy", "kopie", "copie", "copia", "cópia", "kopia", "kopi"];

/// What sync programs call a conflict, as parts of words in lower case.
const CONFLICT: [&str; 5] = ["conflict", "konflikt", "conflit", "case clash", "slash conflict"];

/// Returns the names of which a file with this name may be a copy, most likely first. `name` is in
/// NFC.
///
/// | program | what it makes of `a.md` |
/// |---|---|
/// | Syncthing | `a.sync-conflict-20260905-120000-ABCDEFG.md` |
/// | Dropbox, Nextcloud | `a (Ana's conflicted copy 2026-09-05).md`, `a_conflict-20260905-120000.md` |
/// | OneDrive | `a-LAPTOP.md`, `a-Anas-MacBook.md` |
/// | iCloud, Google Drive | `a 2.md`, `a (1).md`, `a [Conflict].md` |
/// | Seafile, Resilio, rclone | `a (SFConflict ana 2026-09-05).md`, `a.Conflict.md`, `a.md.conflict1` |
/// | file managers | `a copy.md`, `a - Copy (2).md`, `Copy of a.md`, `a (copy).md` |
/// | editors, git | `a.md~`, `a.md.bak`, `#a.md#`, `a.md.orig`, `a_BACKUP_123.md` |
fn originals(name: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut whole = name;
    if let Some(inner) = name.strip_prefix('#').and_then(|it| it.strip_suffix('#')) {
        whole = inner;
        found.push(whole.to_owned());
    }
    while let Some(shorter) = without_behind(whole) {
        whole = shorter;
        found.push(whole.to_owned());
    }
    let Some((stem, ending)) = whole.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()) else {
        return found;
    };
    let mut stems = vec![stem];
    let mut next = 0;
    // Several programs may each have added something.
    while let (Some(stem), true) = (stems.get(next).copied(), next < 20) {
        stems.extend(shorter(stem).into_iter().filter(|it| !it.is_empty()));
        next += 1;
    }
    found.extend(stems.into_iter().skip(1).map(|it| format!("{it}.{ending}")));
    found
}

/// Removes what a program has put behind the ending of a name.
fn without_behind(name: &str) -> Option<&str> {
    if let Some(it) = BEHIND.iter().find_map(|it| name.strip_suffix(it)) {
        // Emacs numbers its copies: `a.md.~1~`.
        let numbered = it.rsplit_once(".~").filter(|(_, it)| is_number(it));
        return Some(numbered.map_or(it, |(before, _)| before));
    }
    let (before, last) = name.rsplit_once('.')?;
    let is_ours = |it: &str| [".md", ".toml"].iter().any(|ending| it.ends_with(ending));
    (is_ours(before) && (says_conflict(last) || last.starts_with("sync-conflict")))
        .then_some(before)
}

/// Returns a stem without the last thing that a program may have added, in each possible way.
fn shorter(stem: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let lower = stem.to_lowercase();
    for prefix in ["Copy of ", "Kopie von ", "Copie de ", "Copia de ", "Copia di "] {
        found.extend(stem.strip_prefix(prefix));
    }
    if let Some(at) = stem.rfind(".sync-conflict-") {
        found.push(&stem[..at]);
    }
    if let Some((before, last)) = stem.rsplit_once('.') {
        let is_behind = BEHIND.iter().any(|it| it.strip_prefix('.') == Some(last));
        found.extend((is_behind || says_conflict(last)).then_some(before));
    }
    for mark in ["_conflict-", "_BACKUP_", "_BASE_", "_LOCAL_", "_REMOTE_"] {
        let before =
            stem.rsplit_once(mark).filter(|(_, it)| it.starts_with(|it: char| it.is_ascii_digit()));
        found.extend(before.map(|(before, _)| before));
    }
    for (open, close) in [('(', ')'), ('[', ']')] {
        let Some(at) = opening(stem, open, close) else { continue };
        let inside = &stem[at + 1..stem.len() - 1];
        let words = inside.to_lowercase();
        let is_copy = words.split(|it: char| !it.is_alphanumeric()).any(|it| COPY.contains(&it));
        if is_number(inside) || is_copy || says_conflict(inside) {
            found.push(stem[..at].trim_end());
        }
    }
    if let Some((before, last)) = stem.rsplit_once(' ') {
        if is_number(last) {
            found.push(before.trim_end());
        }
        // `to_lowercase` may change the length of a text, so only the last word is compared.
        if COPY.iter().any(|it| lower.ends_with(&format!(" {it}"))) {
            found.push(before.trim_end().trim_end_matches(" -").trim_end());
        }
    }
    // The name of a computer has a capital letter, which the names that `rounds` makes have not.
    for (at, _) in stem.match_indices('-').collect::<Vec<_>>().into_iter().rev() {
        if stem[at + 1..].starts_with(|it: char| it.is_uppercase()) {
            found.push(&stem[..at]);
        }
    }
    found
}

/// Finds the bracket that the last character of a stem closes.
fn opening(stem: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, it) in stem.char_indices().rev() {
        if it == close {
            depth += 1;
        } else if it == open {
            depth = depth.checked_sub(1)?;
        }
        if depth == 0 {
            return (it == open).then_some(at);
        }
    }
    None
}

fn is_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit())
}

fn says_conflict(text: &str) -> bool {
    let text = text.to_lowercase();
    CONFLICT.iter().any(|it| text.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(copy: &str, original: &str) {
        assert!(originals(copy).iter().any(|it| it == original), "{copy}: {:?}", originals(copy));
    }

    #[test]
    fn the_names_that_programs_give_to_copies_are_known() {
        for copy in [
            "a.sync-conflict-20260905-120000-ABCDEFG.md",
            "a (Ana's conflicted copy 2026-09-05).md",
            "a (Ana's conflicted copy 2026-09-05 (1)).md",
            "a (conflicted copy 2026-09-05 120000).md",
            "a (In Konflikt stehende Kopie von Ana 2026-09-05).md",
            "a (Copie en conflit de Ana 2026-09-05).md",
            "a (Case Conflict).md",
            "a (Case Conflict 1).md",
            "a_conflict-20260905-120000.md",
            "a-LAPTOP.md",
            "a-DESKTOP-AB12CD.md",
            "a-Anas-MacBook.md",
            "a-LAPTOP-2.md",
            "a 2.md",
            "a (1).md",
            "a [Conflict].md",
            "a (SFConflict ana@example.org 2026-09-05-12-00-00).md",
            "a.Conflict.md",
            "a.md.conflict1",
            "a copy.md",
            "a copy 2.md",
            "a Kopie.md",
            "a - Copy.md",
            "a - Copy (2).md",
            "a (copy).md",
            "a (3rd copy).md",
            "Copy of a.md",
            "Kopie von a (2).md",
            "a.md~",
            "a.md.~1~",
            "a.md.bak",
            "a.bak.md",
            "#a.md#",
            "a.md.orig",
            "a_BACKUP_1234.md",
            "a.md.sync-conflict-20260905-120000-ABCDEFG",
        ] {
            check(copy, "a.md");
        }
        check("2026-09-05 (1).toml", "2026-09-05.toml");
        check("2026-09-05-2 2.toml", "2026-09-05-2.toml");
        check("Ärzte 2.md", "Ärzte.md");
    }

    #[test]
    fn names_of_records_are_not_those_of_copies() {
        for name in [
            "a.md",
            "a-2.md",
            "a-b.md",
            "2026-09-05-2.toml",
            "a (b).md",
            "a b.md",
            ".md",
            "copy.md",
        ] {
            assert_eq!(originals(name), Vec::<String>::new(), "{name}");
        }
    }

    #[test]
    fn an_id_decides_before_a_name() {
        let names = ["a.md", "a 2.md", "b.md"].map(Path::new);
        let names = RecordNames::of(names);
        assert_eq!(names.original("a 2.md", None).as_deref(), Some("a.md"));
        assert_eq!(names.original("a 2.md", Some("a")).as_deref(), Some("a.md"));
        assert_eq!(names.original("a 2.md", Some("a 2")), None);
        assert_eq!(names.original("a 2.md", Some("c")), None);
        assert_eq!(names.original("b.md", Some("a")).as_deref(), Some("a.md"));
    }
}
