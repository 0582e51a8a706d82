//! What is wrong with the files of a circle beside each single one: records that contradict each
//! other, names that collide, what a meeting wrote and is gone.
//!
//! Pure, and linear in the number of files. Never repairs anything.

use std::collections::HashSet;
use std::collections::hash_map::{Entry, HashMap};

use unicode_normalization::UnicodeNormalization;

use crate::error::Error;
use crate::lang::{Phrase, say};
use crate::meeting::Fact;
use crate::records::filing::outcomes;
use crate::records::format::front_matter::normal;
use crate::records::{Decision, Election, Topic};
use crate::text::{fold, forbidden, refuse_character, same};
use crate::toml_file::conflict;

/// A file that should hold a record.
#[derive(Clone, Debug)]
pub(crate) struct RecordFile<'f, T> {
    /// Its path, as the person would name it.
    pub file: String,
    /// Its name without the ending.
    pub stem: &'f str,
    /// What stands in it; empty where it cannot be read.
    pub text: &'f str,
    /// The record; none where it is none.
    pub record: Option<&'f T>,
}

impl<'f, T> RecordFile<'f, T> {
    /// Takes a file of this path in the circle's folder. What is wrong with it is added to `found`:
    /// what git left, and nothing else where git left something; of a record that can be read what
    /// would not be shown as it is.
    pub(crate) fn of(
        file: String,
        path: &'f str,
        text: &'f str,
        record: Option<&'f T>,
        errors: &[Error],
        found: &mut Vec<Error>,
    ) -> Self {
        let stem = path.rsplit('/').next().and_then(|it| it.strip_suffix(".md")).unwrap_or(path);
        let git = conflict(text, false);
        let record = record.filter(|_| git.is_none());
        match git {
            Some(git) => found.push(git.in_file(&file)),
            None => found.extend(errors.iter().cloned()),
        }
        if record.is_some() {
            let text = normal(text);
            let unseen = forbidden(&text);
            let unseen = unseen.map(|(at, it)| refuse_character(it).at_offset(&text, at));
            found.extend(unseen.map(|it| it.in_file(&file)));
        }
        Self { file, stem, text, record }
    }

    /// Says that something is wrong where this key stands.
    fn wrong(&self, key: &str, message: Phrase, hint: Phrase) -> Error {
        let is_key = |it: &str| {
            let rest = it.strip_prefix(key);
            rest.is_some_and(|rest| rest.trim_start().starts_with('='))
        };
        let line = self.text.lines().position(is_key).map_or(1, |it| it + 1);
        Error::new(message).hint(hint).in_file(&self.file).on_line(line)
    }
}

/// What decisions and elections have in common: an id, a circle, and what they make an end of.
trait Claim {
    fn id(&self) -> &str;
    fn circle(&self) -> &str;
    /// The stem of its meeting's journal; none for one from before.
    fn meeting(&self) -> Option<&str>;
    /// The ids of those that it takes the place of or ends, each behind its key.
    fn gone(&self) -> impl Iterator<Item = (&'static str, &String)>;
}

impl Claim for Decision {
    fn id(&self) -> &str {
        &self.id
    }

    fn circle(&self) -> &str {
        &self.circle
    }

    fn meeting(&self) -> Option<&str> {
        self.meeting.as_deref()
    }

    fn gone(&self) -> impl Iterator<Item = (&'static str, &String)> {
        let replaces = self.replaces.iter().map(|it| ("replaces", it));
        replaces.chain(self.ends.iter().map(|it| ("ends", it)))
    }
}

impl Claim for Election {
    fn id(&self) -> &str {
        &self.id
    }

    fn circle(&self) -> &str {
        &self.circle
    }

    fn meeting(&self) -> Option<&str> {
        self.meeting.as_deref()
    }

    fn gone(&self) -> impl Iterator<Item = (&'static str, &String)> {
        self.replaces.iter().map(|it| ("replaces", it))
    }
}

/// What a circle is called. It may have renamed itself: what it wrote before keeps the old name.
pub(crate) struct Called<'a> {
    /// Its name; none where the circle cannot be read.
    pub now: Option<String>,
    /// Its name in the journal of each meeting that can be read, by the journal's stem.
    pub then: HashMap<String, String>,
    /// Whether a circle of this tree has this name.
    pub is_near: &'a dyn Fn(&str) -> bool,
}

/// Finds what decisions say against each other, and against what the circle is called.
pub(crate) fn decisions(all: &[RecordFile<'_, Decision>], called: &Called<'_>) -> Vec<Error> {
    [ids(all), gone(all), elsewhere(all, called)].concat()
}

/// Finds what elections say against each other, and against what the circle is called.
pub(crate) fn elections(all: &[RecordFile<'_, Election>], called: &Called<'_>) -> Vec<Error> {
    [ids(all), gone(all), elsewhere(all, called), same_day(all)].concat()
}

/// Finds topics under a title that another one has, too.
pub(crate) fn topics(all: &[RecordFile<'_, Topic>]) -> Vec<Error> {
    let mut found = Vec::new();
    let mut titles: HashMap<String, &str> = HashMap::new();
    for it in all {
        let Some(topic) = it.record else { continue };
        match titles.entry(fold(&topic.title)) {
            Entry::Vacant(free) => {
                free.insert(&it.file);
            }
            Entry::Occupied(taken) => {
                let message = say!("error-title-twice", title = &topic.title, file = *taken.get());
                found.push(it.wrong("title", message, say!("hint-title-twice")));
            }
        }
    }
    found
}

/// Finds ids that are not the name of their file, or that another record has.
fn ids<T: Claim>(all: &[RecordFile<'_, T>]) -> Vec<Error> {
    let mut found = Vec::new();
    let mut ids: HashMap<&str, &str> = HashMap::new();
    let (right, wrong): (Vec<_>, Vec<_>) = all.iter().partition(|it| {
        // Some systems keep names in another form of the same letters.
        it.record
            .is_some_and(|record| record.id() == it.stem || record.id().nfc().eq(it.stem.nfc()))
    });
    for it in right {
        let id = it.record.map_or("", Claim::id);
        ids.insert(id, &it.file);
    }
    for it in wrong {
        let Some(record) = it.record else { continue };
        let message = match ids.entry(record.id()) {
            Entry::Vacant(free) => {
                free.insert(&it.file);
                say!("error-id-name", id = record.id(), name = it.stem)
            }
            Entry::Occupied(taken) => {
                say!("error-id-twice", id = record.id(), file = *taken.get())
            }
        };
        found.push(it.wrong("id", message, say!("hint-id-name")));
    }
    found
}

/// Finds records that make an end of what is not there, of what another one made an end of, or
/// of what made an end of them.
fn gone<T: Claim>(all: &[RecordFile<'_, T>]) -> Vec<Error> {
    let mut found = Vec::new();
    let mut known: HashSet<&str> = all.iter().map(|it| it.stem).collect();
    known.extend(all.iter().filter_map(|it| it.record).map(Claim::id));
    let mut by: HashMap<&str, (&str, &RecordFile<'_, T>)> = HashMap::new();
    for it in all {
        let Some(record) = it.record else { continue };
        for (key, id) in record.gone() {
            if !known.contains(id.as_str()) {
                let message = say!("error-gone-missing", key = key, id = id);
                found.push(it.wrong(key, message, say!("hint-gone-missing")));
                continue;
            }
            let first = by.entry(id).or_insert((key, it)).1;
            if first.file != it.file {
                let message = say!("error-gone-twice", id = id, file = &first.file);
                found.push(it.wrong(key, message, say!("hint-gone-twice", key = key)));
            }
        }
    }
    found.extend(rings(all, &by));
    found
}

/// Finds records that, one after another, take the place of the first of them; each ring once.
/// `by` is what made an end of which id, and behind which key it says so.
fn rings<T: Claim>(
    all: &[RecordFile<'_, T>],
    by: &HashMap<&str, (&'static str, &RecordFile<'_, T>)>,
) -> Vec<Error> {
    let mut found = Vec::new();
    let mut walks: HashMap<&str, usize> = HashMap::new();
    for (walk, first) in all.iter().filter_map(|it| it.record).enumerate() {
        let mut id = first.id();
        let met = loop {
            match walks.entry(id) {
                Entry::Occupied(it) => break *it.get() == walk,
                Entry::Vacant(it) => it.insert(walk),
            };
            let Some(next) = by.get(id).and_then(|(_, it)| it.record) else { break false };
            id = next.id();
        };
        if let (true, Some((key, it))) = (met, by.get(id)) {
            let message = say!("error-gone-ring", key = *key, id = id);
            found.push(it.wrong(key, message, say!("hint-gone-ring", key = *key)));
        }
    }
    found
}

/// Finds records of other circles: those that are not called as the circle is, nor as it was in
/// their meeting, and without a journal those of another circle that is near.
fn elsewhere<T: Claim>(all: &[RecordFile<'_, T>], called: &Called<'_>) -> Vec<Error> {
    let mut found = Vec::new();
    let Some(own) = &called.now else { return found };
    for it in all {
        let Some(record) = it.record else { continue };
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

/// Finds elections to a role on one day of which neither replaces the other.
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
        // Of two in one meeting the later one counts.
        let one_meeting = |it: &Election| it.meeting.is_some() && it.meeting == earlier.meeting;
        for (it, election) in last.filter(|(_, it)| !one_meeting(it)) {
            let message =
                say!("error-elected-twice", role = &election.role, file = first.file.as_str());
            found.push(it.wrong("role", message, say!("hint-elected-twice")));
        }
    }
    found
}

/// Finds names in a folder that would be one name on systems where case makes no difference;
/// `names` are paths as the person would name them.
pub(crate) fn names(names: &[String]) -> Vec<Error> {
    let mut found = Vec::new();
    let mut first: HashMap<String, &str> = HashMap::new();
    for name in names {
        let folded: String = if name.is_ascii() {
            name.to_ascii_lowercase()
        } else {
            name.nfc().flat_map(char::to_lowercase).nfc().collect()
        };
        match first.entry(folded) {
            Entry::Vacant(free) => {
                free.insert(name);
            }
            Entry::Occupied(taken) => {
                let message = say!("error-name-case", file = *taken.get());
                found.push(Error::new(message).hint(say!("hint-name-case")).in_file(name));
            }
        }
    }
    found
}

/// What meetings have written, as far as it is there.
#[derive(Debug)]
pub(crate) struct WrittenRecords<'r> {
    /// How many records there are of each meeting under each title.
    there: HashMap<(&'static str, &'r str, &'r str), usize>,
    /// The files that are there, be they readable or not.
    stems: HashSet<(&'static str, &'r str)>,
}

impl<'r> WrittenRecords<'r> {
    /// Looks at what is there.
    pub(crate) fn of(
        decisions: &'r [RecordFile<'r, Decision>],
        elections: &'r [RecordFile<'r, Election>],
    ) -> Self {
        let mut there = HashMap::new();
        for it in decisions.iter().filter_map(|it| it.record) {
            let meeting = it.meeting.as_deref().unwrap_or_default();
            *there.entry(("decisions", meeting, it.title.as_str())).or_default() += 1;
        }
        for it in elections.iter().filter_map(|it| it.record) {
            let meeting = it.meeting.as_deref().unwrap_or_default();
            *there.entry(("elections", meeting, it.role.as_str())).or_default() += 1;
        }
        let decided = decisions.iter().map(|it| ("decisions", it.stem));
        let elected = elections.iter().map(|it| ("elections", it.stem));
        Self { there, stems: decided.chain(elected).collect() }
    }

    /// Finds the decisions and elections of a meeting that are not there any more. A file of the
    /// name that a record would have counts as the record, whatever stands in it.
    pub(crate) fn missing(&self, facts: &[Fact], stem: &str) -> Vec<Error> {
        let mut found = Vec::new();
        let mut seen: HashMap<(&str, String), usize> = HashMap::new();
        for (folder, title, name) in outcomes(facts) {
            let there = self.there.get(&(folder, stem, title.as_str())).copied();
            let id = name.rsplit('/').next().unwrap_or_default();
            let count = seen.entry((folder, title)).or_default();
            *count += 1;
            if there.unwrap_or_default() < *count && !self.stems.contains(&(folder, id)) {
                let path = format!("{name}.md");
                let message = say!("error-record-gone", file = path);
                found.push(Error::new(message).hint(say!("hint-record-missing")));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests;
