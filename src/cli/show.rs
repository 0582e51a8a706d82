//! `rounds show`: one decision or election, how it came about, and what became of it.

use std::process::ExitCode;

use toml::Table;

use crate::cli::log::{between, status, title};
use crate::cli::meet::paused;
use crate::cli::{CommandResult, Invocation, one_line, record_words};
use crate::dialogue::Block;
use crate::error::{Error, Result};
use crate::lang::{Phrase, Words, say};
use crate::meeting::{Item, Meeting, Version};
use crate::records::query::lineage;
use crate::records::rows::json;
use crate::records::{
    ConsentHeard, Decision, Election, LogEntry, ObjectionRecord, Record, Status, entries, rows,
};
use crate::store::{Archive, Folder, Log, clock, file, journal};
use crate::terminal::output;
use crate::text::clean;
use crate::toml_file::fields::Field;

/// Shows a decision or an election with its whole history
#[derive(clap::Args)]
pub(super) struct Args {
    /// Its id or the beginning of it, or a part of its title
    #[arg(value_name = "ID", required = true)]
    id: Vec<String>,

    /// Prints JSON, with the keys of the file
    #[arg(long)]
    json: bool,
}

/// What is known of a record beside its own file.
struct Past<'e, 'r> {
    before: Vec<&'e LogEntry<'r>>,
    after: Vec<&'e LogEntry<'r>>,
    /// As it was put to the circle, from the journal.
    versions: Vec<Version>,
    minutes: Option<String>,
}

impl Args {
    /// Shows the record.
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let (folder, _) = here.circle()?;
        let read = Archive::of(&folder).log(None)?;
        let entries = entries(&read.decisions, &read.elections, clock::now().date_naive());
        let typed = self.id.join(" ");
        let entry = match lineage::find(&entries, &typed) {
            Ok(entry) => entry,
            // What cannot be read may be what was meant.
            Err(err) => return Err(meant(&read, &typed).unwrap_or_else(|| err.into())),
        };
        let (versions, unread) = match versions(&folder, entry.record) {
            Ok(versions) => (versions, None),
            Err(err) => (Vec::new(), Some(err)),
        };
        let minutes = entry.record.meeting().map(|it| folder.meetings().join(format!("{it}.md")));
        let past = Past {
            before: lineage::before(&entries, entry),
            after: lineage::after(&entries, entry),
            versions,
            minutes: minutes.filter(|it| it.exists()).map(|it| file::named(&it)),
        };
        let path = read.files.get(entry.record.id()).map_or("", String::as_str);
        output::print(&if self.json {
            json(&table(entry, path, &past))
        } else {
            let mut blocks = page(entry, &past, &here.words());
            blocks.extend(chain(&past, &entries, &here.words(), between(here.page)));
            blocks.extend(places(path, &past, &here.words()));
            here.page.lines(&blocks)
        })?;
        if !read.unread.is_empty() {
            // One of them may be what took its place.
            let said = here.words().say(&say!("show-unread", count = read.unread.len()));
            output::eprint(&format!("{said}\n"));
        }
        here.say_unread(&unread.into_iter().collect::<Vec<_>>());
        Ok(ExitCode::SUCCESS)
    }
}

/// Returns what is wrong with the files that begin as it was typed.
fn meant(read: &Log, typed: &str) -> Option<Vec<Error>> {
    let is_meant = |it: &&Error| {
        let file = it.place.file.as_deref().unwrap_or_default();
        let stem = std::path::Path::new(file).file_stem().unwrap_or_default();
        stem.to_string_lossy().starts_with(typed)
    };
    let errors: Vec<_> = read.unread.iter().filter(is_meant).cloned().collect();
    Some(errors).filter(|it| !it.is_empty())
}

/// Reads how a record was put to the circle, from the journal of its meeting where that is there.
fn versions(folder: &Folder, record: Record<'_>) -> Result<Vec<Version>> {
    let Some(stem) = record.meeting() else { return Ok(Vec::new()) };
    let path = folder.meetings().join(format!("{stem}.toml"));
    if path.symlink_metadata().is_err() {
        let gone = say!("error-record-no-journal", journal = file::named(&path));
        return Err(Error::new(gone));
    }
    let meeting = paused::walk(journal::read(&path)?, &path)?;
    let is_it = |item: &&Item| is_of(&meeting, item, record, stem);
    let item = meeting.state().items.iter().find(is_it);
    Ok(item.map(|it| it.versions.clone()).unwrap_or_default())
}

/// Returns whether a record comes from an item.
fn is_of(meeting: &Meeting, item: &Item, record: Record<'_>, stem: &str) -> bool {
    match record {
        Record::Decision(it) => {
            let made = Decision::of(meeting, item, &it.id, stem);
            made.is_some_and(|made| made.title == it.title)
        }
        Record::Election(it) => {
            let words = record_words(meeting.circle());
            let made = Election::of(meeting, item, &it.id, stem, &words);
            made.is_some_and(|made| made.role == it.role && made.elected == it.elected)
        }
    }
}

fn page(entry: &LogEntry<'_>, past: &Past<'_, '_>, words: &Words) -> Vec<Block> {
    let record = entry.record;
    let said = |it: &Phrase| Block::Text(words.say(it));
    let date = words.date(record.date());
    let mut blocks = vec![Block::Header { left: title(record), right: date }];
    // Where it is in force, the line with its term says so.
    if entry.status != Status::InForce {
        blocks.push(said(&became_of(entry, past.after.iter().copied())));
    }
    if !record.text().trim().is_empty() {
        blocks.extend([Block::Blank, Block::Quote(clean(record.text()))]);
    }
    blocks.push(Block::Blank);
    match record {
        Record::Decision(it) => {
            blocks.push(said(&say!("minutes-term", term = it.term, review = it.review)));
            let by = it.by.iter().map(|who| one_line(&clean(who)));
            blocks.extend(by.map(|who| said(&say!("minutes-proposed", who = who))));
            blocks.push(said(&heard_by(it.consent, it.version)));
        }
        Record::Election(it) => {
            let (since, until) = (it.since, it.until);
            blocks.push(said(&say!(
                "minutes-elected",
                since = since,
                until = until,
                term = it.term
            )));
            // Where the text says why already, it is not said twice.
            let why = it.reason.iter().filter(|why| !it.body.contains(why.as_str()));
            let why = why.map(|it| clean(it));
            blocks.extend(why.map(|it| said(&say!("minutes-why", reason = it))));
            blocks.push(said(&heard_by(it.consent, it.version)));
        }
    }
    blocks.extend(people(record, words));
    blocks.extend(way(record, past, words));
    blocks
}

/// Shows who sees to it, how it is measured, what was asked for, and who was there.
fn people(record: Record<'_>, words: &Words) -> Vec<Block> {
    let lists = match record {
        Record::Decision(it) => {
            let who = &it.responsible;
            [
                (say!("minutes-responsible", count = who.len()), who),
                (say!("minutes-measures"), &it.measures),
                (say!("minutes-present"), &it.present),
                (say!("minutes-absent"), &it.absent),
                (say!("minutes-guests"), &it.guests),
            ]
        }
        Record::Election(it) => [
            (say!("minutes-qualifications"), &it.qualifications),
            (say!("minutes-measures"), &it.measures),
            (say!("minutes-present"), &it.present),
            (say!("minutes-absent"), &it.absent),
            (say!("minutes-guests"), &it.guests),
        ],
    };
    let filled = lists.into_iter().filter(|(_, list)| !list.is_empty());
    let pair = |(label, list): (Phrase, &Vec<String>)| Block::Pair {
        label: words.say(&label),
        text: one_line(&clean(&list.join(", "))),
    };
    filled.map(pair).collect()
}

/// Says where its minutes and the record itself lie.
fn places(file: &str, past: &Past<'_, '_>, words: &Words) -> Vec<Block> {
    let pair =
        |label: Phrase, text: &str| Block::Pair { label: words.say(&label), text: text.to_owned() };
    let minutes = past.minutes.iter().map(|it| pair(say!("show-minutes"), it));
    let own = pair(say!("show-file"), file);
    [Block::Blank].into_iter().chain(minutes).chain([own]).collect()
}

fn heard_by(given: ConsentHeard, version: Option<u32>) -> Phrase {
    match given {
        ConsentHeard::Round => say!("minutes-by-round", version = version.unwrap_or(1)),
        ConsentHeard::Call => say!("minutes-by-call", version = version.unwrap_or(1)),
        ConsentHeard::Earlier => say!("show-earlier"),
    }
}

/// Shows the way there: each version but the last, what was objected to it and what became of
/// that, then the concerns.
fn way(record: Record<'_>, past: &Past<'_, '_>, words: &Words) -> Vec<Block> {
    let (objections, concerns) = match record {
        Record::Decision(it) => (&it.objections, &it.concerns),
        Record::Election(it) => (&it.objections, &it.concerns),
    };
    let mut blocks = Vec::new();
    let heading = |phrase: Phrase| {
        [Block::Blank, Block::Heading { left: words.say(&phrase), right: String::new() }]
    };
    let mut numbers: Vec<Option<u32>> = past.versions.iter().map(|it| Some(it.number)).collect();
    numbers.extend(objections.iter().map(|it| it.version));
    numbers.sort_unstable();
    numbers.dedup();
    let last = numbers.last().copied().flatten();
    for number in numbers {
        let to_it: Vec<&ObjectionRecord> =
            objections.iter().filter(|it| it.version == number).collect();
        let version = past.versions.iter().find(|it| Some(it.number) == number);
        let version = version.filter(|_| number != last || !to_it.is_empty());
        if version.is_none() && to_it.is_empty() {
            continue;
        }
        blocks.extend(heading(match number {
            Some(number) => say!("show-version", version = number),
            None => say!("minutes-objections"),
        }));
        blocks.extend(version.map(|it| put(it, words)));
        for it in to_it {
            blocks.push(said(it.who.as_deref(), &it.reason));
            let became = became(it, words);
            blocks.extend(became.map(|text| Block::Pair { label: String::new(), text }));
        }
    }
    if !concerns.is_empty() {
        blocks.extend(heading(say!("minutes-concerns")));
        blocks.extend(concerns.iter().map(|it| said(it.who.as_deref(), &it.text)));
    }
    blocks
}

/// Shows what somebody said, beside their name where that is kept.
fn said(who: Option<&str>, text: &str) -> Block {
    match who {
        Some(who) => Block::Pair { label: one_line(&clean(who)), text: clean(text) },
        None => Block::Text(clean(text)),
    }
}

/// Shows a version as it was put to the circle.
fn put(version: &Version, words: &Words) -> Block {
    match &version.wording.nominee {
        Some(it) => {
            let (who, reason) = (clean(&it.name), clean(&it.reason));
            Block::Text(words.say(&say!("minutes-put-forward", who = who, reason = reason)))
        }
        None => Block::Quote(clean(&version.wording.text)),
    }
}

/// Says what became of an objection.
fn became(objection: &ObjectionRecord, words: &Words) -> Option<String> {
    let part = |it: &String| match it.as_str() {
        "text" => words.say(&say!("minutes-part-text")),
        "term" => words.say(&say!("minutes-part-term")),
        "measure" => words.say(&say!("minutes-part-measure")),
        "responsible" => words.say(&say!("minutes-part-responsible")),
        "other-nominee" => words.say(&say!("minutes-part-nominee")),
        // Records may be written by hand.
        other => one_line(&clean(other)),
    };
    match objection.outcome.as_slice() {
        [] => None,
        [one] if one == "withdrawn" => Some(words.say(&say!("minutes-withdrawn"))),
        parts => {
            let parts: Vec<String> = parts.iter().map(part).collect();
            Some(words.say(&say!("minutes-integrated", parts = parts)))
        }
    }
}

/// Shows what it took the place of, and what took its place.
fn chain(past: &Past<'_, '_>, all: &[LogEntry<'_>], words: &Words, between: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (phrase, entries) in
        [(say!("show-before"), &past.before), (say!("show-after"), &past.after)]
    {
        if entries.is_empty() {
            continue;
        }
        let left = words.say(&phrase);
        blocks.extend([Block::Blank, Block::Heading { left, right: String::new() }]);
        for it in entries {
            let label = words.date(it.record.date());
            let text = [title(it.record), words.say(&became_of(it, all))].join(between);
            blocks.push(Block::Pair { label, text });
            blocks.push(Block::Pair { label: String::new(), text: clean(it.record.id()) });
        }
    }
    blocks
}

/// Says what became of a record: of one that is gone, by which of these.
fn became_of<'e, 'r: 'e>(
    entry: &LogEntry<'r>,
    among: impl IntoIterator<Item = &'e LogEntry<'r>>,
) -> Phrase {
    let mut among = among.into_iter();
    let by = entry.status.by().and_then(|id| among.find(|it| it.record.id() == id));
    let by = by.map(|it| say!("decision-named", title = title(it.record), date = it.record.date()));
    match (by, entry.status) {
        (Some(by), Status::Replaced(_)) => say!("status-replaced", by = by),
        (Some(by), Status::Ended(_)) => say!("status-ended", by = by),
        _ => status(entry),
    }
}

/// Returns the record for programs: the keys of its file, and its history.
fn table(entry: &LogEntry<'_>, file: &str, past: &Past<'_, '_>) -> Table {
    let row = |it: &&LogEntry<'_>| {
        let record = it.record;
        let mut row = rows::row([
            ("id", record.id().to_owned().write()),
            ("title", record.title().to_owned().write()),
            ("date", record.date().write()),
        ]);
        row.extend(it.status.row());
        row
    };
    let version = |it: &Version| {
        rows::row([
            ("version", it.number.write()),
            ("text", Some(it.wording.text.as_str().into())),
            ("term", it.wording.term.write()),
            ("elected", it.wording.nominee.as_ref().and_then(|it| it.name.write())),
        ])
    };
    let mut table = entry.row(file);
    table.extend(rows::row([
        ("before", Some(past.before.iter().map(row).collect::<Vec<_>>().into())),
        ("after", Some(past.after.iter().map(row).collect::<Vec<_>>().into())),
        ("versions", Some(past.versions.iter().map(version).collect::<Vec<_>>().into())),
        ("minutes", past.minutes.write()),
    ]));
    table
}
