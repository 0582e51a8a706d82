//! Errors across the files of a circle: records that contradict each other, and names that collide.
//!
//! Takes time linear in the number of files. Never repairs anything.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;

use crate::error::Error;
use crate::lang::{Phrase, say};
use crate::records::format::front_matter::normal;
use crate::records::{Decision, Election, Record, Topic};
use crate::text::{composed, fold, forbidden, refuse_character, same};
use crate::toml_file::merge_conflict;

/// A file that should hold a record.
#[derive(Clone, Debug)]
pub(crate) struct RecordFile<'f, T> {
    /// Its path, as shown in messages.
    pub file: String,
    /// Its name without the ending.
    pub stem: &'f str,
    /// Its text; empty if it cannot be read.
    pub text: &'f str,
    /// The record; `None` if the text is not a valid one.
    pub record: Option<&'f T>,
}

impl<'f, T> RecordFile<'f, T> {
    /// Takes the file at `path` in the circle's folder, and adds its errors to `found`: only the
    /// merge conflict if it has one; otherwise `errors`, and the forbidden characters of a readable
    /// record.
    pub(crate) fn of(
        file: String,
        path: &'f str,
        text: &'f str,
        record: Option<&'f T>,
        errors: &[Error],
        found: &mut Vec<Error>,
    ) -> Self {
        let stem = path.rsplit('/').next().and_then(|it| it.strip_suffix(".md")).unwrap_or(path);
        if let Some(conflict) = merge_conflict(text) {
            found.push(conflict.in_file(&file));
            return Self { file, stem, text, record: None };
        }
        found.extend(errors.iter().cloned());
        if record.is_some() {
            let text = normal(text);
            let error = forbidden(&text).map(|(at, it)| refuse_character(it).at_offset(&text, at));
            found.extend(error.map(|it| it.in_file(&file)));
        }
        Self { file, stem, text, record }
    }

    /// Makes an error on the line of a key.
    fn wrong(&self, key: &str, message: Phrase, hint: Phrase) -> Error {
        let is_key = |it: &str| {
            let rest = it.strip_prefix(key);
            rest.is_some_and(|rest| rest.trim_start().starts_with('='))
        };
        let line = self.text.lines().position(is_key).map_or(1, |it| it + 1);
        Error::new(message).hint(hint).in_file(&self.file).on_line(line)
    }
}

/// The names of a circle, past and present.
pub(crate) struct Called<'a> {
    /// Its name; `None` if the circle cannot be read.
    pub now: Option<String>,
    /// Its name at each meeting whose journal can be read, by the journal's stem.
    pub then: HashMap<String, String>,
    /// Returns whether a circle of the same tree has this name.
    pub is_near: &'a dyn Fn(&str) -> bool,
}

/// Finds contradictions between decisions, and decisions of other circles.
pub(crate) fn decisions(all: &[RecordFile<'_, Decision>], called: &Called<'_>) -> Vec<Error> {
    [ids(all), gone(all), elsewhere(all, called)].concat()
}

/// Finds contradictions between elections, and elections of other circles.
pub(crate) fn elections(all: &[RecordFile<'_, Election>], called: &Called<'_>) -> Vec<Error> {
    [ids(all), gone(all), elsewhere(all, called), same_day(all)].concat()
}

/// Finds topics with the title of another topic.
pub(crate) fn topics(all: &[RecordFile<'_, Topic>]) -> Vec<Error> {
    let mut found = Vec::new();
    let mut titles: HashMap<String, &str> = HashMap::new();
    for it in all {
        let Some(topic) = it.record else { continue };
        let first = *titles.entry(fold(&topic.title)).or_insert(&it.file);
        if first != it.file {
            let message = say!("error-title-twice", title = &topic.title, file = first);
            found.push(it.wrong("title", message, say!("hint-title-twice")));
        }
    }
    found
}

/// Finds ids that are not the stem of their file. A file with the id of another one is a copy, and is
/// not among the records.
fn ids<'f, T>(all: &[RecordFile<'f, T>]) -> Vec<Error>
where
    Record<'f>: From<&'f T>,
{
    let with_id = all.iter().filter_map(|it| Some((it, Record::from(it.record?).id())));
    let wrong = with_id.filter(|(it, id)| composed(id) != composed(it.stem));
    let error = |(it, id): (&RecordFile<'f, T>, &str)| {
        let message = say!("error-id-not-file-name", id = id, name = it.stem);
        it.wrong("id", message, say!("hint-id-name"))
    };
    wrong.map(error).collect()
}

/// Finds records that replace or end a record that is missing, that another one replaced or ended
/// already, or that in turn replaced them.
fn gone<'f, T>(all: &[RecordFile<'f, T>]) -> Vec<Error>
where
    Record<'f>: From<&'f T>,
{
    let mut found = Vec::new();
    let mut known: HashSet<&str> = all.iter().map(|it| it.stem).collect();
    known.extend(all.iter().filter_map(|it| it.record).map(|it| Record::from(it).id()));
    let mut by: HashMap<&str, (&str, &RecordFile<'f, T>)> = HashMap::new();
    for it in all {
        let Some(record) = it.record.map(Record::from) else { continue };
        for (key, id) in record.gone() {
            if !known.contains(id) {
                let message = say!("error-replaced-missing", key = key, id = id);
                found.push(it.wrong(key, message, say!("hint-gone-missing")));
                continue;
            }
            let first = by.entry(id).or_insert((key, it)).1;
            if first.file != it.file {
                let message = say!("error-replaced-twice", id = id, file = &first.file);
                found.push(it.wrong(key, message, say!("hint-gone-twice", key = key)));
            }
        }
    }
    found.extend(rings(all, &by));
    found
}

/// Finds cycles of records that replace or end one another; each cycle once. `by` maps an id to the
/// key and the file by which the record was replaced or ended.
fn rings<'f, T>(
    all: &[RecordFile<'f, T>],
    by: &HashMap<&str, (&str, &RecordFile<'f, T>)>,
) -> Vec<Error>
where
    Record<'f>: From<&'f T>,
{
    let mut found = Vec::new();
    // The number of the walk in which each record was visited.
    let mut walks: HashMap<&str, usize> = HashMap::new();
    for (walk, first) in all.iter().filter_map(|it| it.record).enumerate() {
        let mut id = Record::from(first).id();
        let is_cycle = loop {
            match walks.entry(id) {
                Entry::Occupied(it) => break *it.get() == walk,
                Entry::Vacant(it) => it.insert(walk),
            };
            let Some(next) = by.get(id).and_then(|(_, it)| it.record) else { break false };
            id = Record::from(next).id();
        };
        if let (true, Some((key, it))) = (is_cycle, by.get(id)) {
            let message = say!("error-replaced-by-itself", key = *key, id = id);
            found.push(it.wrong(key, message, say!("hint-gone-ring", key = *key)));
        }
    }
    found
}

/// Finds records of other circles: those with neither the name of the circle now nor its name at
/// their meeting; without a journal only those with the name of another circle of the tree.
fn elsewhere<'f, T>(all: &[RecordFile<'f, T>], called: &Called<'_>) -> Vec<Error>
where
    Record<'f>: From<&'f T>,
{
    let mut found = Vec::new();
    let Some(own) = &called.now else { return found };
    for it in all {
        let Some(record) = it.record.map(Record::from) else { continue };
        let its = record.circle();
        let is_other = match record.meeting().and_then(|it| called.then.get(it)) {
            Some(then) => !same(its, then),
            None => (called.is_near)(its),
        };
        if is_other && !same(its, own) {
            let message = say!("error-other-circle", circle = its, own = own);
            found.push(it.wrong("circle", message, say!("hint-other-circle")));
        }
    }
    found
}

/// Finds elections to the same role on the same day of which neither replaces the other.
fn same_day(all: &[RecordFile<'_, Election>]) -> Vec<Error> {
    let mut found = Vec::new();
    let mut days: HashMap<_, Vec<_>> = HashMap::new();
    for it in all {
        let Some(election) = it.record else { continue };
        days.entry((fold(&election.role), election.date)).or_default().push((it, election));
    }
    for of_day in days.into_values() {
        let replaced: HashSet<&String> =
            of_day.iter().flat_map(|(_, election)| &election.replaces).collect();
        let mut last = of_day.iter().filter(|(_, election)| !replaced.contains(&election.id));
        let Some((first, earlier)) = last.next() else { continue };
        // Within one meeting the later election counts.
        let one_meeting = |it: &Election| it.meeting.is_some() && it.meeting == earlier.meeting;
        for (it, election) in last.filter(|(_, it)| !one_meeting(it)) {
            let message =
                say!("error-elected-twice", role = &election.role, file = first.file.as_str());
            found.push(it.wrong("role", message, say!("hint-elected-twice")));
        }
    }
    found
}

/// Finds paths that are the same on file systems that ignore case. `names` are shown in messages.
pub(crate) fn names(names: &[String]) -> Vec<Error> {
    let mut found = Vec::new();
    let mut first: HashMap<String, &str> = HashMap::new();
    for name in names {
        let folded: String = if name.is_ascii() {
            name.to_ascii_lowercase()
        } else {
            name.nfc().flat_map(char::to_lowercase).nfc().collect()
        };
        let first = *first.entry(folded).or_insert(name);
        if first != name {
            let message = say!("error-file-name-case", file = first);
            found.push(Error::new(message).hint(say!("hint-name-case")).in_file(name));
        }
    }
    found
}

#[cfg(test)]
mod tests;
