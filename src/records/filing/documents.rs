//! The files of a meeting, with their paths: its decisions, its elections, its minutes.
//!
//! The same function makes them for writing and for comparing existing files with the journal.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::iter;

use chrono::NaiveDate;

use crate::circle::Effect;
use crate::lang::{Words, say};
use crate::meeting::{Fact, Item, Meeting, MeetingId, Outcome, Setting, What, standing};
use crate::records::filing::Existing;
use crate::records::filing::decided::appointed;
use crate::records::format::front_matter::FENCE;
use crate::records::format::minutes::Minutes;
use crate::records::format::{election, front_matter};
use crate::records::page::markdown;
use crate::records::{Decision, Election, FrontMatter, minutes};
use crate::text::{clean, same, slug};

pub(crate) const DECISIONS: &str = Decision::FOLDER;
pub(crate) const ELECTIONS: &str = Election::FOLDER;

/// Returns the paths and texts of a meeting's decisions, elections, and last its minutes, which a
/// decision in writing does not have.
///
/// Of `existing`, it uses the files with the [`names`] of the records, and the decisions that are
/// [`gone`]. An existing file of the same meeting and title is taken to be the record; so may be a
/// file of the same meeting with a title that the meeting does not know, or an unreadable one. If
/// any other file has the name, the record gets a numbered name.
pub fn documents(
    meeting: &Meeting,
    id: &MeetingId,
    existing: &Existing<'_>,
    words: &Words,
) -> Vec<(String, String)> {
    let known = titled(meeting).map(|(folder, title, _)| (folder, title)).collect();
    let mut paths = RecordPaths { stem: id.as_str(), existing, known, taken: HashSet::new() };
    let mut documents = Vec::new();
    for ((folder, title, item), name) in titled(meeting).zip(names(meeting)) {
        let text = |name: &str| {
            if folder == DECISIONS {
                return Decision::of(meeting, item, name, id.as_str()).map(|it| it.to_text());
            }
            let given = appointed(meeting, item);
            let given = given.iter().find(|it| clean(&it.is.is.role) == title);
            let election = match given {
                Some(it) => Some(Election::appointed(meeting, it, name, id.as_str(), words)),
                None => Election::of(meeting, item, name, id.as_str(), words),
            };
            election.map(|it| it.to_text())
        };
        documents.extend(paths.assign(folder, &title, &name, text));
    }
    if meeting.setting() == Setting::InWriting {
        return documents;
    }
    let own = |path: &str| documents.iter().find(|it| it.0 == path).map(|it| &it.1);
    let gone = gone(meeting).into_iter().filter_map(|path| {
        let text = own(&path).or_else(|| existing.get(&path))?.clone();
        Some((path, text))
    });
    let minutes = minutes(meeting, &gone.collect(), &say!("minutes-paused"), words);
    documents.extend(minutes.map(|it| (id.minutes(), it.to_text())));
    documents
}

/// Returns the paths of the decisions that a meeting replaces or ends.
pub(crate) fn gone(meeting: &Meeting) -> Vec<String> {
    let adopted = meeting.standing().filter_map(|it| match &it.what {
        What::Adopted(it) => Some(it.replaces.iter().chain(&it.ends)),
        _ => None,
    });
    adopted.flatten().map(|id| decision(id)).collect()
}

/// Returns the decisions that a meeting replaces without having named them, and that have another
/// title than the new one: the index of the fact `adopted`, its title, and the id. `texts` are the
/// files of the decisions that are [`gone`].
pub(crate) fn unnamed(
    meeting: &Meeting,
    texts: &BTreeMap<String, String>,
) -> Vec<(usize, String, String)> {
    let mut found = Vec::new();
    for item in &meeting.state().items {
        let Some(Outcome::Adopted(index)) = item.outcome else { continue };
        let Some(fact) = meeting.fact(index) else { continue };
        let What::Adopted(it) = &fact.what else { continue };
        let place = meeting.facts().iter().position(|it| std::ptr::eq(it, fact));
        let named = &item.proposal().replaces;
        for id in it.replaces.iter().filter(|id| !named.contains(id)) {
            let replaced = texts.get(&decision(id)).map(|it| Decision::read_text(it));
            let is_other =
                matches!(replaced, Some(Ok(old)) if !same(&old.title, &clean(&it.title)));
            let one = place.map(|place| (place, clean(&it.title), id.clone()));
            found.extend(one.filter(|_| is_other));
        }
    }
    found
}

/// Returns the path of the decision with this id.
pub(crate) fn decision(id: &str) -> String {
    format!("{DECISIONS}/{id}.md")
}

/// Returns the paths of a meeting's decisions and elections, without extension and without the
/// number that a record gets if the name is taken.
pub(crate) fn names(meeting: &Meeting) -> Vec<String> {
    let Some(opened) = meeting.standing().next() else { return Vec::new() };
    let day = opened.at.date_naive();
    titled(meeting).map(|(folder, title, _)| name(folder, day, &title)).collect()
}

/// Returns folder, title and [name](names) of each decision and election in the facts of a meeting,
/// which need not be replayed.
pub(crate) fn outcomes(facts: &[Fact]) -> Vec<(&'static str, String, String)> {
    let stands = standing(facts);
    let day = stands.first().map(|it| facts[*it].at.date_naive()).unwrap_or_default();
    let titles = |index: usize| match &facts[index].what {
        What::Adopted(it) => {
            let appointed = it.effects.iter().filter_map(Effect::appointment);
            let appointed = appointed.map(|it| (ELECTIONS, clean(&it.role)));
            iter::once((DECISIONS, clean(&it.title))).chain(appointed).collect()
        }
        What::Elected(it) => vec![(ELECTIONS, clean(&it.role))],
        _ => Vec::new(),
    };
    let titles = stands.into_iter().flat_map(titles);
    titles.map(|(folder, title)| (folder, title.clone(), name(folder, day, &title))).collect()
}

fn name(folder: &str, day: NaiveDate, title: &str) -> String {
    format!("{folder}/{}", slug::id(day, title))
}

/// Returns the number of a path that consists of one of the [`names`], an optional number, and
/// `.md`.
pub(crate) fn number(path: &str, name: &str) -> Option<u32> {
    match path.strip_prefix(name)?.strip_suffix(".md")? {
        "" => Some(1),
        rest => rest.strip_prefix('-').filter(|it| !it.starts_with(['0', '+']))?.parse().ok(),
    }
}

/// The result of comparing an existing file with the file that a meeting gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    /// It says the same.
    AsGiven,
    /// It is an election that was accepted later, and nothing else has changed.
    AcceptedSince,
    /// It has other content.
    Otherwise,
}

impl Comparison {
    /// Compares an existing file with a given one. Line ends, a BOM and blank lines at the end do
    /// not count, and in a record neither do comments, the order of the keys and their layout.
    pub(crate) fn of(there: &str, given: &str) -> Self {
        let normal = front_matter::normal(there);
        let given = as_before(given, there);
        if normal == given || says_the_same(&normal, &given) {
            Self::AsGiven
        } else if election::accept(&given).is_some_and(|it| says_the_same(&normal, &it)) {
            Self::AcceptedSince
        } else {
            Self::Otherwise
        }
    }
}

/// Returns a given record as it was written before the keys were added that an existing file lacks.
pub(crate) fn as_before<'g>(given: &'g str, there: &str) -> Cow<'g, str> {
    if there == given {
        return given.into();
    }
    let decision = || without_added::<Decision>(given, there);
    let election = || without_added::<Election>(given, there);
    let minutes = || without_front_matter(given, there);
    decision().or_else(election).or_else(minutes).map_or(given.into(), Cow::from)
}

fn without_added<T: FrontMatter>(given: &str, there: &str) -> Option<String> {
    let there = front_matter::normal(there);
    let its = front_matter::table(&there)?;
    let lacks = |it: &&str| !its.contains_key(*it);
    let lacking: Vec<&str> = T::ADDED.iter().copied().filter(lacks).collect();
    Some(T::read_text(given).ok()?.to_text_without(&lacking))
}

/// Returns given minutes as they were written before they had front matter, if an existing file has
/// none.
fn without_front_matter(given: &str, there: &str) -> Option<String> {
    let is_page = !front_matter::normal(there).starts_with(FENCE);
    Minutes::written(given).filter(|_| is_page).map(|it| it.page + "\n")
}

/// Returns whether two [`normal`](front_matter::normal) texts hold the same record: the same keys,
/// values and text. A key may be left out whose value is the default. Minutes say the same if a
/// reader sees the same.
fn says_the_same(there: &str, given: &str) -> bool {
    let are_pages = [there, given].iter().all(|it| it.starts_with("# "));
    are_equal::<Decision>(there, given)
        || are_equal::<Election>(there, given)
        || are_pages && markdown::shown(there) == markdown::shown(given)
        || are_equal_minutes(there, given) == Some(true)
}

/// Returns whether both texts are minutes with the same keys, of which a reader sees the same.
fn are_equal_minutes(there: &str, given: &str) -> Option<bool> {
    let given = Minutes::written(given)?;
    let there = Minutes::read_text(there).ok()?;
    let is_same = (&there.title, there.date) == (&given.title, given.date);
    Some(is_same && markdown::shown(&there.page) == markdown::shown(&given.page))
}

fn are_equal<T: FrontMatter + PartialEq>(there: &str, given: &str) -> bool {
    let read = |text: &str| {
        let mut record = T::read_text(text).ok()?;
        let body = record.body().unwrap_or_default().trim_end().to_owned();
        record.set_body(&body);
        Some(record)
    };
    read(given).is_some_and(|given| read(there) == Some(given))
}

/// Returns folder, title and item of the decisions of a meeting, then of its elections.
fn titled(meeting: &Meeting) -> impl Iterator<Item = (&'static str, String, &Item)> {
    let items = &meeting.state().items;
    let decided = items.iter().filter(|it| matches!(it.outcome, Some(Outcome::Adopted(_))));
    // A later election of the meeting gets the greater number.
    let roles = items.iter().flat_map(|it| {
        let given = it.proposal().gives.iter().map(|it| clean(&it.is.role));
        let elected = it.election().map(|it| clean(&it.role));
        given.chain(elected).map(move |role| (ELECTIONS, role, it)).collect::<Vec<_>>()
    });
    decided.map(|it| (DECISIONS, clean(&it.entry.title), it)).chain(roles)
}

/// The number in the name of an existing file, its path, and its text.
type ExistingRecord<'a> = (u32, &'a String, &'a String);

/// Assigns paths to the records of a meeting.
struct RecordPaths<'a> {
    /// The stem of the journal.
    stem: &'a str,
    existing: &'a Existing<'a>,
    /// The folder and title of each record of the meeting.
    known: HashSet<(&'static str, String)>,
    /// The paths assigned already.
    taken: HashSet<String>,
}

impl RecordPaths<'_> {
    /// Returns the path and text of a record. `name` is its path without number and extension;
    /// `text` makes its text from its id.
    fn assign(
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
        let record = there
            .iter()
            .find_map(|(_, path, there)| whole((*path).clone()).filter(|it| it.1 == **there))
            .or_else(|| self.own(folder, title, &there).and_then(whole))
            .or_else(|| self.free(name).and_then(whole))?;
        self.taken.insert(record.0.clone());
        Some(record)
    }

    /// Finds the existing file that is this record with other content: of the same meeting, with
    /// its title, else with a title that the meeting does not know.
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

    /// Finds the first path that is free. An unreadable file may be this record.
    fn free(&self, name: &str) -> Option<String> {
        let is_unreadable = |text: &String| {
            Decision::read_text(text).is_err() && Election::read_text(text).is_err()
        };
        let is_free = |path: &String| {
            !self.taken.contains(path)
                && !self.existing.is_taken(path)
                && self.existing.get(path).is_none_or(is_unreadable)
        };
        slug::numbered(name.to_owned()).map(|it| format!("{it}.md")).find(is_free)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ELECTION: &str = "+++\nid = \"a\"\nkind = \"election\"\nrole = \"Keys\"\n\
                            elected = \"Ana\"\naccepted = false\ncircle = \"G\"\n\
                            date = 2026-09-05\nuntil = 2027-09-05\n+++\n";

    #[test]
    fn minutes_say_the_same_however_they_were_escaped() {
        let given = "# Garden\n\n> &lt;b> a\\_b &amp;amp; c  \n> \u{a0}d \\\\ e\n";
        for there in [
            "# Garden\n\n> \\<b\\> a\\_b \\&amp; c\n> d \\\\ e\n",
            "# Garden\r\n\r\n> &lt;b> a\\_b &amp;amp; c\r\n>  d \\\\ e\r\n",
        ] {
            assert_eq!(Comparison::of(there, given), Comparison::AsGiven, "{there}");
            let changed = there.replace("a\\_b", "a\\_c");
            assert_eq!(Comparison::of(&changed, given), Comparison::Otherwise);
        }
    }

    #[test]
    fn minutes_without_keys_are_no_different_and_other_keys_are() {
        let page = "# Garden\n\n- a\\_b\n";
        let given = format!("+++\ntitle = \"Garden\"\ndate = 2026-09-05\n+++\n\n{page}");
        assert_eq!(as_before(&given, page), page);
        let escaped_otherwise = given.replace("a\\_b", "a_b");
        for there in [page, &page.replace('\n', "\r\n"), &escaped_otherwise] {
            assert_eq!(Comparison::of(there, &given), Comparison::AsGiven, "{there}");
        }
        for (from, to) in [("\"Garden\"", "\"Yard\""), ("09-05", "09-06"), ("- a", "- b")] {
            let there = given.replace(from, to);
            assert_eq!(Comparison::of(&there, &given), Comparison::Otherwise, "{there}");
        }
        assert_eq!(Comparison::of(&page.replace("- a", "- b"), &given), Comparison::Otherwise);
    }

    #[test]
    fn an_election_that_was_accepted_later_is_not_a_difference() {
        let accepted = ELECTION.replace("false", "true");
        assert_eq!(Comparison::of(ELECTION, ELECTION), Comparison::AsGiven);
        assert_eq!(Comparison::of(&ELECTION.replace('\n', "\r\n"), ELECTION), Comparison::AsGiven);
        assert_eq!(Comparison::of(&accepted, ELECTION), Comparison::AcceptedSince);
        assert_eq!(
            Comparison::of(&accepted.replace("Ana", "Ben"), ELECTION),
            Comparison::Otherwise
        );
        // An election accepted in the meeting must be accepted in the file.
        assert_eq!(Comparison::of(ELECTION, &accepted), Comparison::Otherwise);
    }

    #[test]
    fn comments_and_layout_are_no_difference_and_every_value_is() {
        let by_hand = ELECTION
            .replace("elected = \"Ana\"\n", "")
            .replace("+++\nid", "+++\n# see the minutes\nelected   =   'Ana' # she\nid")
            + "\n\n";
        assert_eq!(Comparison::of(&by_hand, ELECTION), Comparison::AsGiven);
        let accepted = by_hand.replace("false", "true");
        assert_eq!(Comparison::of(&accepted, ELECTION), Comparison::AcceptedSince);
        for (from, to) in [("'Ana'", "'Ben'"), ("2027-09-05", "2027-09-06"), ("\n\n\n", "\n\nx\n")]
        {
            let other = by_hand.replace(from, to);
            assert_eq!(Comparison::of(&other, ELECTION), Comparison::Otherwise, "{other}");
        }
        assert_eq!(Comparison::of("# Minutes\n\n", "# Minutes\n"), Comparison::Otherwise);
    }

    #[test]
    fn numbered_names_are_distinguished_from_other_titles() {
        let number = |path: &str| number(&format!("decisions/{path}.md"), "decisions/day-quiet");
        assert_eq!([number("day-quiet"), number("day-quiet-12")], [Some(1), Some(12)]);
        for other in ["day-quiet-hours", "day-quieter", "day-quiet-", "day-quiet-02", "day"] {
            assert_eq!(number(other), None, "{other}");
        }
    }
}
