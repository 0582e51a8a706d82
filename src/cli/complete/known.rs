//! What the files of a circle and the program know, to be offered for an argument.
//!
//! What cannot be read is left out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use clap::{Command, CommandFactory};
use strum::VariantNames;

use crate::circle::{Circle, OptionalStep};
use crate::cli::complete::arguments::TypedLine;
use crate::cli::reach::Reach;
use crate::cli::{Cli, Invocation, man, written};
use crate::lang::{LANGUAGES, say};
use crate::meeting::{ItemKind, MeetingId, Via};
use crate::records::{self, DueKind, Person, Record, entries};
use crate::store::{Archive, Folder, Stands, Written, clock};
use crate::text::one_line;
use crate::toml_file::Word;

/// A value that can be typed, and what is said about it.
#[derive(Debug, PartialEq)]
pub(super) struct Known {
    pub value: String,
    pub about: String,
}

impl Known {
    pub(super) fn new(value: impl Into<String>, about: impl AsRef<str>) -> Self {
        Self { value: value.into(), about: one_line(about.as_ref()) }
    }
}

fn today() -> NaiveDate {
    clock::now().date_naive()
}

/// Returns the decisions and elections, the latest first: all, or with `--role` only elections, and
/// without it only decisions, as `log add` takes them.
pub(super) fn records(here: &Invocation, line: &TypedLine) -> Vec<Known> {
    let is_election = line.names("role");
    all_records(here, |it| matches!(it, Record::Election(_)) == is_election)
}

/// Returns the decisions and elections, the latest first, and decisions in writing that have not ended.
pub(super) fn records_and_waiting(here: &Invocation, line: &TypedLine) -> Vec<Known> {
    if line.names("id") {
        return Vec::new();
    }
    let mut found = all_records(here, |_| true);
    found.extend(in_writing(here).into_iter().map(|it| {
        let id = it.id.as_str().rsplit('/').next().unwrap_or_default();
        Known::new(id, it.title())
    }));
    found
}

fn all_records(here: &Invocation, is_wanted: impl Fn(Record<'_>) -> bool) -> Vec<Known> {
    let log = here.folder().and_then(|it| Archive::of(&it).log(None)).unwrap_or_default();
    let entries = entries(&log.decisions, &log.elections, today());
    let wanted = entries.iter().rev().map(|it| it.record).filter(|it| is_wanted(*it));
    wanted.map(|it| Known::new(it.id(), it.title())).collect()
}

/// Returns the decisions in writing that have not ended.
fn in_writing(here: &Invocation) -> Vec<Written> {
    let all = here.folder().and_then(|it| it.written()).map(|(all, _)| all).unwrap_or_default();
    all.into_iter().filter(|it| it.stands() != Stands::Ended).collect()
}

/// Returns the titles of the decisions in writing, and whom they wait for.
pub(super) fn waiting(here: &Invocation, line: &TypedLine) -> Vec<Known> {
    if line.names("words") {
        return Vec::new();
    }
    let _ = here.circle();
    let words = here.words();
    let said = |it: &Written| Known::new(it.title(), words.say(&written::stands(it)));
    in_writing(here).iter().map(said).collect()
}

/// Returns what [`waiting`] does, where no title was typed and there is more than one; else the words
/// that begin an answer.
pub(super) fn waiting_or_answers(here: &Invocation, line: &TypedLine) -> Vec<Known> {
    let titles = waiting(here, line);
    if titles.len() > 1 {
        return titles;
    }
    ["ok", "concern", "object", "aside", "note", "meeting"].map(|it| Known::new(it, "")).into()
}

/// Returns the topics that can be asked about; with `--amend` the decisions in writing.
pub(super) fn topics(here: &Invocation, line: &TypedLine) -> Vec<Known> {
    if line.names("topic") {
        return Vec::new();
    }
    if line.has("amend") {
        return waiting(here, line);
    }
    let Ok(folder) = here.folder() else { return Vec::new() };
    let archive = Archive::of(&folder);
    let topics = archive.topics().map(|it| it.records.values()).into_iter().flatten();
    let decided = topics.filter(|it| it.kind != Some(ItemKind::Select));
    decided.map(|it| Known::new(&it.title, it.by.as_deref().unwrap_or_default())).collect()
}

/// Returns the meetings, the latest first, with their days.
pub(super) fn meetings(here: &Invocation, _: &TypedLine) -> Vec<Known> {
    let _ = here.circle();
    let journals = here.folder().and_then(|it| it.journals()).unwrap_or_default();
    let ids = journals.iter().rev().map(|it| MeetingId::of(it));
    ids.map(|it| known_meeting(&it, here)).collect()
}

/// Returns the meetings that are paused.
pub(super) fn paused(here: &Invocation, _: &TypedLine) -> Vec<Known> {
    let _ = here.circle();
    let unfinished = here.folder().and_then(|it| Archive::of(&it).unfinished(today()));
    let open = unfinished.unwrap_or_default().into_iter().filter(|it| !it.closed);
    open.map(|it| known_meeting(&MeetingId::new(it.meeting), here)).collect()
}

fn known_meeting(id: &MeetingId, here: &Invocation) -> Known {
    let day = id.day().map(|it| here.words().date_with_weekday(it));
    Known::new(id.as_str(), day.unwrap_or_default())
}

/// Returns the days on which meetings were opened, the latest first.
pub(super) fn days_of_meetings(here: &Invocation, line: &TypedLine) -> Vec<Known> {
    let mut all = meetings(here, line);
    all.retain(|it| MeetingId::new(&*it.value).number() == Some(1));
    all
}

/// Returns the days from today on which something is due, and the one on which the circle meets again.
pub(super) fn days_to_come(here: &Invocation, _: &TypedLine) -> Vec<Known> {
    let Ok((folder, circle)) = here.circle() else { return Vec::new() };
    let (archive, words, today) = (Archive::of(&folder), here.words(), today());
    let mut days: BTreeMap<NaiveDate, Vec<String>> = BTreeMap::new();
    let next = archive.background(today, None).ok().and_then(|(it, _)| it.scheduled?.date);
    if let Some(next) = next {
        days.entry(next).or_default().push(words.say(&say!("minutes-next-meeting")));
    }
    let until = today.checked_add_days(Days::new(36_525)).unwrap_or(today);
    let due = archive.due(&circle.on(today), (today, until), &mut Vec::new());
    for it in due.unwrap_or_default() {
        let is_day = |day: &NaiveDate| *day >= today && it.kind != DueKind::Unfiled;
        if let Some(day) = it.date.filter(is_day) {
            let said = format!("{}: {}", words.say(&it.kind.said()), it.title(&words));
            days.entry(day).or_default().push(said);
        }
    }
    days.into_iter().map(|(day, said)| Known::new(day.to_string(), said.join(", "))).collect()
}

/// Returns terms as they are often given.
pub(super) fn terms(_: &Invocation, _: &TypedLine) -> Vec<Known> {
    let all = ["1 week", "2 weeks", "1 month", "3 months", "6 months", "1 year"];
    all.map(|it| Known::new(it, "")).into()
}

/// Returns who is in the circles that the command reads, with their roles.
pub(super) fn people(here: &Invocation, line: &TypedLine) -> Vec<Known> {
    people_in(here, line.reach())
}

/// Returns who is in this circle or one below it, or with `--whole` in any, with their roles.
pub(super) fn people_below(here: &Invocation, line: &TypedLine) -> Vec<Known> {
    if line.names("name") {
        return Vec::new();
    }
    people_in(here, if line.has("whole") { Reach::Whole } else { Reach::Below })
}

fn people_in(here: &Invocation, reach: Reach) -> Vec<Known> {
    let today = today();
    let Ok(read) = here.read(reach, |_, circle, _| Ok(circle.on(today))) else {
        return Vec::new();
    };
    let there: Vec<Circle> = read.circles.into_iter().map(|it| it.found).collect();
    let there = there.iter().filter(|it| it.check_there(today).is_ok());
    let people = records::people(there, &here.listed(&mut Vec::new()));
    let roles = |it: &Person| {
        let roles = it.places.iter().flat_map(|it| &it.roles);
        roles.map(|it| it.role.as_str()).collect::<Vec<_>>().join(", ")
    };
    people.iter().map(|it| Known::new(&it.name, roles(it))).collect()
}

/// Returns the roles of the circle, with those who hold them.
pub(super) fn roles(here: &Invocation, _: &TypedLine) -> Vec<Known> {
    let circle = here.circle().map(|(_, circle)| circle.on(today())).ok();
    let roles = circle.into_iter().flat_map(|it| it.roles);
    roles.map(|it| Known::new(&it.name, it.holder.as_deref().unwrap_or_default())).collect()
}

/// Returns the circles of the tree that the nearest circle is part of, by their paths from the present
/// folder, with their names.
pub(super) fn circles(here: &Invocation) -> Vec<Known> {
    let near = Folder::find(None).or_else(|_| here.folder());
    let (Ok(near), Ok(from)) = (near, dunce::canonicalize(".")) else { return Vec::new() };
    let found = near.top().below(&mut Vec::new()).into_iter().filter_map(|it| {
        let root = dunce::canonicalize(&it.folder.root).ok()?;
        let name = it.folder.circle().map(|it| it.name).unwrap_or_default();
        Some(Known::new(relative(&root, &from).to_str()?, name))
    });
    found.collect()
}

/// Returns the path to a folder from another one; that from the root if they have nothing in common.
fn relative(to: &Path, from: &Path) -> PathBuf {
    let up = from.ancestors().position(|it| to.starts_with(it)).unwrap_or_default();
    let common = from.ancestors().nth(up).unwrap_or(from);
    if common.parent().is_none() {
        return to.to_owned();
    }
    let mut path: PathBuf = vec![".."; up].iter().collect();
    path.extend(to.strip_prefix(common).unwrap_or(to));
    if path.as_os_str().is_empty() { ".".into() } else { path }
}

pub(super) fn languages(_: &Invocation, _: &TypedLine) -> Vec<Known> {
    LANGUAGES.map(|it| Known::new(it.tag(), "")).into()
}

/// Returns the commands that have a page in the manual.
pub(super) fn commands() -> Vec<Known> {
    let mut whole = Cli::command().disable_help_subcommand(true);
    whole.build();
    let below = man::all(&whole).into_iter().skip(1);
    let about = |it: &Command| it.get_about().map(ToString::to_string).unwrap_or_default();
    below.map(|it| Known::new(man::short_name(it), about(it))).collect()
}

/// Returns what can be done with a topic.
pub(super) fn kinds(_: &Invocation, _: &TypedLine) -> Vec<Known> {
    ItemKind::VARIANTS.iter().map(|it| Known::new(*it, "")).collect()
}

/// Returns how an answer may have come.
pub(super) fn ways(_: &Invocation, _: &TypedLine) -> Vec<Known> {
    [Via::Mail, Via::Spoken].map(|it| Known::new(it.word(), "")).into()
}

/// The words that stand for a whole list of steps.
pub(super) const ALL_STEPS: [&str; 2] = ["full", "essential"];

/// Returns the steps that a meeting may have.
pub(super) fn steps(_: &Invocation, _: &TypedLine) -> Vec<Known> {
    let all = ALL_STEPS.into_iter().chain(OptionalStep::VARIANTS.iter().copied());
    all.map(|it| Known::new(it, "")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::circle::Term;

    #[test]
    fn each_term_that_is_offered_is_one() {
        let line = TypedLine::of(&[]);
        for it in terms(&line.here(), &line) {
            assert_eq!(it.value.parse::<Term>().map(|it| it.to_string()), Ok(it.value));
        }
    }

    #[test]
    fn each_list_of_steps_that_is_offered_is_one() {
        let line = TypedLine::of(&[]);
        for it in steps(&line.here(), &line) {
            assert!(OptionalStep::list(&it.value).is_ok(), "{it:?}");
        }
    }

    #[test]
    fn a_folder_is_named_from_another_one() {
        let path = |to: &str, from: &str| relative(Path::new(to), Path::new(from));
        assert_eq!(path("/a/b/c", "/a/b"), Path::new("c"));
        assert_eq!(path("/a/b", "/a/b"), Path::new("."));
        assert_eq!(path("/a/b", "/a/b/c"), Path::new(".."));
        assert_eq!(path("/a/x/y", "/a/b/c"), Path::new("../../x/y"));
        assert_eq!(path("/x", "/a/b"), Path::new("/x"));
    }
}
