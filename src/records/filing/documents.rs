//! The documents a meeting gives: its decisions, its elections, its minutes, each under its path.
//!
//! Pure: the same for whoever writes them and for whoever compares them later.

use std::collections::HashSet;

use crate::lang::Words;
use crate::meeting::{Fact, Item, Meeting, MeetingId, Outcome, What, standing};
use crate::records::filing::Existing;
use crate::records::format::{election, front_matter};
use crate::records::{Decision, Election, FrontMatter, minutes};
use crate::text::{clean, slug};

const DECISIONS: &str = Decision::FOLDER;
const ELECTIONS: &str = Election::FOLDER;

/// Returns what a meeting gives as path and text: its decisions in order, its elections, and
/// last its minutes.
///
/// `stem` is that of the journal. `existing` holds the files that are there by their path; only
/// those are looked at whose paths are among the [`names`], and for the minutes those of [`gone`].
/// A file of the same meeting and title is this record; the name of any other is taken and
/// numbered. A file that cannot be read, and one of the same meeting with a title that the meeting
/// does not know, may be this record.
pub fn documents(
    meeting: &Meeting,
    id: &MeetingId,
    existing: &Existing<'_>,
    words: &Words,
) -> Vec<(String, String)> {
    let known = titled(meeting).map(|(folder, title, _)| (folder, title)).collect();
    let mut places = Places { stem: id.as_str(), existing, known, taken: HashSet::new() };
    let mut documents = Vec::new();
    for ((folder, title, item), name) in titled(meeting).zip(names(meeting)) {
        let text = |name: &str| match folder {
            DECISIONS => Decision::of(meeting, item, name, id.as_str()).map(|it| it.to_text()),
            _ => Election::of(meeting, item, name, id.as_str(), words).map(|it| it.to_text()),
        };
        documents.extend(places.place(folder, &title, &name, text));
    }
    let own = |path: &str| documents.iter().find(|it| it.0 == path).map(|it| &it.1);
    let gone = gone(meeting).into_iter().filter_map(|path| {
        let text = own(&path).or_else(|| existing.get(&path))?.clone();
        Some((path, text))
    });
    let minutes = minutes(meeting, &gone.collect(), words);
    documents.push((id.minutes(), minutes));
    documents
}

/// Returns the paths of the decisions that a meeting replaces or ends: its minutes name them.
pub(crate) fn gone(meeting: &Meeting) -> Vec<String> {
    let adopted = meeting.standing().filter_map(|it| match &it.what {
        What::Adopted(it) => Some(it.replaces.iter().chain(&it.ends)),
        _ => None,
    });
    adopted.flatten().map(|id| decision(id)).collect()
}

/// Returns the path of a decision.
pub(crate) fn decision(id: &str) -> String {
    format!("{DECISIONS}/{id}.md")
}

/// Returns the paths at which the decisions and elections of a meeting lie, without their ending
/// and the number of a name that was taken.
pub(crate) fn names(meeting: &Meeting) -> Vec<String> {
    let Some(opened) = meeting.standing().next() else { return Vec::new() };
    let day = opened.at.date_naive();
    titled(meeting)
        .map(|(folder, title, _)| format!("{folder}/{}", slug::id(day, &title)))
        .collect()
}

/// Returns the paths, as [`names`] does, of what stands adopted and elected among facts, each
/// behind its folder and title: also of a meeting that is not walked.
pub(crate) fn outcomes(facts: &[Fact]) -> Vec<(&'static str, String, String)> {
    let stands = standing(facts);
    let day = stands.first().map(|it| facts[*it].at.date_naive()).unwrap_or_default();
    let outcome = |place: usize| match &facts[place].what {
        What::Adopted(it) => Some((DECISIONS, clean(&it.title))),
        What::Elected(it) => Some((ELECTIONS, clean(&it.role))),
        _ => None,
    };
    let found = stands.into_iter().filter_map(outcome);
    found
        .map(|(folder, title)| {
            let name = format!("{folder}/{}", slug::id(day, &title));
            (folder, title, name)
        })
        .collect()
}

/// Returns whether a path is a name of [`names`] with an ending, perhaps numbered: its number.
pub(crate) fn number(path: &str, name: &str) -> Option<u32> {
    match path.strip_prefix(name)?.strip_suffix(".md")? {
        "" => Some(1),
        rest => rest.strip_prefix('-').filter(|it| !it.starts_with(['0', '+']))?.parse().ok(),
    }
}

/// How a file stands to the document that a meeting gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    /// It is as it was given.
    AsGiven,
    /// It is an election that was accepted since, and nothing else in it has changed.
    AcceptedSince,
    /// It has other content.
    Otherwise,
}

impl Comparison {
    /// Compares a file with a document. Line ends and a BOM make no difference.
    pub(crate) fn of(there: &str, given: &str) -> Self {
        if there == given {
            return Self::AsGiven;
        }
        let there = front_matter::normal(there);
        match () {
            () if there == given => Self::AsGiven,
            () if election::accept(given).is_some_and(|it| it == there) => Self::AcceptedSince,
            () => Self::Otherwise,
        }
    }
}

/// The decisions of a meeting, then its elections: folder, title, item.
fn titled(meeting: &Meeting) -> impl Iterator<Item = (&'static str, String, &Item)> {
    let items = &meeting.state().items;
    let decided = items.iter().filter(|it| matches!(it.outcome, Some(Outcome::Adopted(_))));
    let elected = items.iter().filter_map(|it| Some((it, it.election()?)));
    decided
        .map(|it| (DECISIONS, clean(&it.entry.title), it))
        .chain(elected.map(|(it, selection)| (ELECTIONS, clean(&selection.role), it)))
}

/// A file that is there: the number of its name, its path, its text.
type ExistingRecord<'a> = (u32, &'a String, &'a String);

/// The names of records, as they are given to those of a meeting one after another.
struct Places<'a> {
    stem: &'a str,
    existing: &'a Existing<'a>,
    /// The folder and title of each record of the meeting.
    known: HashSet<(&'static str, String)>,
    /// The paths given already.
    taken: HashSet<String>,
}

impl Places<'_> {
    /// Returns the path and text of a record; `name` is its path without number and ending.
    fn place(
        &mut self,
        folder: &'static str,
        title: &str,
        name: &str,
        text: impl Fn(&str) -> Option<String>,
    ) -> Option<(String, String)> {
        let whole = |path: String| {
            let id = path.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".md")?;
            let text = text(id)?;
            Some((path, text))
        };
        let mut there: Vec<ExistingRecord<'_>> = self
            .existing
            .beginning(name)
            .filter(|(path, _)| !self.taken.contains(*path))
            .filter_map(|(path, there)| Some((number(path, name)?, path, there)))
            .collect();
        there.sort_unstable();
        let placed = there
            .iter()
            .find_map(|(_, path, there)| whole((*path).clone()).filter(|it| it.1 == **there))
            .or_else(|| self.own(folder, title, &there).and_then(whole))
            .or_else(|| self.free(name).and_then(whole))?;
        self.taken.insert(placed.0.clone());
        Some(placed)
    }

    /// Finds the file that is this record with other content: that of its title, else the first
    /// one whose title the meeting does not know.
    fn own(
        &self,
        folder: &'static str,
        title: &str,
        there: &[ExistingRecord<'_>],
    ) -> Option<String> {
        let of_meeting = there.iter().filter_map(|(number, path, text)| {
            let (meeting, its) = match folder {
                DECISIONS => Decision::read_text(text).ok().map(|it| (it.meeting, it.title)),
                _ => Election::read_text(text).ok().map(|it| (it.meeting, it.role)),
            }?;
            let theirs = meeting.as_deref() == Some(self.stem);
            let other = its != title;
            let may_be = theirs && (!other || !self.known.contains(&(folder, its)));
            may_be.then(|| (other, *number, (*path).clone()))
        });
        of_meeting.min().map(|(.., path)| path)
    }

    /// Finds the first name that is free. A file that cannot be read may be this record.
    fn free(&self, name: &str) -> Option<String> {
        let is_free = |path: &String| {
            !self.taken.contains(path) && self.existing.get(path).is_none_or(|it| is_unread(it))
        };
        slug::numbered(name.to_owned()).map(|it| format!("{it}.md")).find(is_free)
    }
}

fn is_unread(text: &str) -> bool {
    Decision::read_text(text).is_err() && Election::read_text(text).is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ELECTION: &str = "+++\nid = \"a\"\nkind = \"election\"\nrole = \"Keys\"\n\
                            elected = \"Ana\"\naccepted = false\ncircle = \"G\"\n\
                            date = 2026-09-05\nuntil = 2027-09-05\n+++\n";

    #[test]
    fn an_election_that_was_accepted_since_is_kept() {
        let accepted = ELECTION.replace("false", "true");
        assert_eq!(Comparison::of(ELECTION, ELECTION), Comparison::AsGiven);
        assert_eq!(Comparison::of(&ELECTION.replace('\n', "\r\n"), ELECTION), Comparison::AsGiven);
        assert_eq!(Comparison::of(&accepted, ELECTION), Comparison::AcceptedSince);
        assert_eq!(
            Comparison::of(&accepted.replace("Ana", "Ben"), ELECTION),
            Comparison::Otherwise
        );
        // What was accepted in the meeting stays so.
        assert_eq!(Comparison::of(ELECTION, &accepted), Comparison::Otherwise);
    }

    #[test]
    fn numbers_of_names_are_told_from_other_titles() {
        let number = |path: &str| number(&format!("decisions/{path}.md"), "decisions/day-quiet");
        assert_eq!([number("day-quiet"), number("day-quiet-12")], [Some(1), Some(12)]);
        for other in ["day-quiet-hours", "day-quieter", "day-quiet-", "day-quiet-02", "day"] {
            assert_eq!(number(other), None, "{other}");
        }
    }
}
