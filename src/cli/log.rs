//! `rounds log`: lists the decisions and elections, or searches them for words.

mod add;

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::NaiveDate;

use crate::cli::{CommandResult, Invocation, heading, one_line};
use crate::dialogue::Block;
use crate::error::Result;
use crate::lang::{Phrase, Words, say};
use crate::records::rows::json;
use crate::records::{LogEntry, Match, Record, Search, Status, entries};
use crate::store::Archive;
use crate::terminal::{Look, Page, output};
use crate::text::when::Year;
use crate::text::{clean, visible};

/// Lists decisions and elections, or looks for words in them
///
/// Without words: those that hold, the newest first. With words: all in whose titles or texts
/// every word is found, the best match first. Case and accents make no difference, a slip is
/// forgiven, and what means the same is found where a words.toml in the circle's folder says so:
/// `noise = ["loud", "quiet"]`.
#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Args {
    /// What to look for
    #[arg(value_name = "WORDS")]
    words: Vec<String>,

    /// Also those that were replaced or ended, that ended by themselves, or that are done
    #[arg(long, conflicts_with = "in_force")]
    all: bool,

    /// Only those in force or under review
    #[arg(long)]
    in_force: bool,

    /// Only those of this day or later: 2026-09-05
    #[arg(long, value_name = "DATE")]
    since: Option<String>,

    /// As it stood on this day, 2026-09-05; otherwise as of today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,

    /// Prints a JSON list, with the keys of the files
    #[arg(long)]
    json: bool,

    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(clap::Subcommand)]
enum Command {
    Add(Box<add::Add>),
}

/// A record to list, and where the words were found in it.
type Hit<'e, 'r> = (&'e LogEntry<'r>, Option<Match>);

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        match &self.command {
            Some(Command::Add(add)) => add.run(here),
            None => self.list(here),
        }
    }

    fn list(&self, here: &Invocation) -> CommandResult {
        let (folder, _) = here.circle()?;
        let since = self.since.as_deref().map(|it| here.day(it, Year::Last)).transpose()?;
        let archive = Archive::of(&folder);
        let search = Search::new(&self.words, &archive.synonyms()?);
        let mut search = Some(search).filter(|_| !self.words.is_empty());
        let on = here.day_or_today(self.on.as_deref())?;
        let mut read = archive.log(search.as_ref())?;
        // Misspelt words match only where nothing is found as typed.
        if let Some(exact) = &search
            && !read.records().any(|it| exact.find(it).is_some())
        {
            search = search.map(Search::forgiving);
            read = archive.log(search.as_ref())?;
        }
        if self.on.is_some() {
            read.decisions.retain(|it| it.date <= on);
            read.elections.retain(|it| it.date <= on);
        }
        let entries = entries(&read.decisions, &read.elections, on);
        let hits = self.hits(&entries, search.as_ref(), since);
        if self.json {
            let rows = hits.iter().map(|(entry, _)| entry.row(read.file(entry.record)));
            output::print(&json(&rows.collect::<Vec<_>>()))?;
        } else {
            let words = here.words();
            let mut blocks = match &search {
                Some(search) if hits.is_empty() => {
                    nothing(search, &self.words.join(" "), &archive, &words)?
                }
                Some(_) => found(&hits, &words, here.page),
                None => listed(&hits, &entries, &words, here.page),
            };
            if !read.unread.is_empty() {
                blocks.push(Block::Hint(words.say(&say!("log-unread", count = read.unread.len()))));
            }
            here.show(&blocks)?;
        }
        Ok(here.warn(&read.unread))
    }

    /// Returns the records asked for: the newest first, or in a search the best match first.
    fn hits<'e, 'r>(
        &self,
        entries: &'e [LogEntry<'r>],
        search: Option<&Search>,
        since: Option<NaiveDate>,
    ) -> Vec<Hit<'e, 'r>> {
        let asked_for = |entry: &&LogEntry<'_>| {
            let fits = match entry.status {
                Status::InForce | Status::UnderReview => true,
                Status::Replaced(_) | Status::Ended(_) | Status::Expired | Status::Once
                    if !self.all && search.is_none() =>
                {
                    false
                }
                _ => !self.in_force,
            };
            fits && since.is_none_or(|since| entry.record.date() >= since)
        };
        let newest_first = entries.iter().rev().filter(asked_for);
        let Some(search) = search else {
            return newest_first.map(|it| (it, None)).collect();
        };
        let found = newest_first.filter_map(|entry| Some((entry, search.find(entry.record)?)));
        let mut found: Vec<(&LogEntry<'r>, Match)> = found.collect();
        found.sort_by_cached_key(|(entry, found)| (found.rank(), Reverse(entry.record.date())));
        found.into_iter().map(|(entry, found)| (entry, Some(found))).collect()
    }
}

/// Lays out records as a table: date, title, status, the people responsible.
fn listed(hits: &[Hit<'_, '_>], entries: &[LogEntry<'_>], words: &Words, page: Page) -> Vec<Block> {
    if hits.is_empty() {
        return vec![Block::Text(words.say(&say!("log-empty")))];
    }
    let dates = entries.iter().map(|it| (it.record.id(), it.record.date())).collect();
    let is_plain = page.look() == Look::Plain;
    let row = |(entry, _): &Hit<'_, '_>| {
        let date = words.date(entry.record.date());
        let status = if is_plain { status(entry) } else { brief(entry, &dates) };
        vec![date, title(entry.record), words.say(&status), people(entry.record)]
    };
    let heading = heading(words, &say!("log-heading"), &say!("log-count", count = hits.len()));
    vec![heading, Block::Table { rows: hits.iter().map(row).collect(), wraps: &[1, 3] }]
}

/// Lays out the records found by a search, with the first matching line below each.
fn found(hits: &[Hit<'_, '_>], words: &Words, page: Page) -> Vec<Block> {
    let count = say!("log-found", count = hits.len());
    let mut blocks = vec![heading(words, &say!("log-heading"), &count)];
    for (entry, found) in hits {
        let mut parts = vec![title(entry.record), words.say(&status(entry)), people(entry.record)];
        parts.retain(|it| !it.is_empty());
        let label = words.date(entry.record.date());
        blocks.push(Block::Pair { label, text: parts.join(separator(page)) });
        if let Some(line) = found.as_ref().and_then(|it| it.line.as_deref()) {
            blocks.push(Block::Pair { label: String::new(), text: one_line(&clean(line)) });
        }
    }
    blocks
}

/// Reports that nothing was found, and suggests similar words that occur in the records.
fn nothing(search: &Search, typed: &str, archive: &Archive, words: &Words) -> Result<Vec<Block>> {
    let mut blocks =
        vec![Block::Text(words.say(&say!("log-nothing", words = visible(&one_line(typed)))))];
    // Only here every record is read; a search without a result is rare.
    let log = archive.log(None)?;
    let near = search.near(log.records());
    if !near.is_empty() {
        let near: Vec<String> = near.iter().map(|it| format!("`{it}`")).collect();
        blocks.push(Block::Hint(words.say(&say!("log-near", words = near))));
    }
    Ok(blocks)
}

/// Returns the separator of titles and statuses. Plain pages use a comma, because screen readers read
/// the dot aloud.
pub(super) fn separator(page: Page) -> &'static str {
    if page.look() == Look::Plain { ", " } else { " · " }
}

/// Returns the title of a record as a line of the screen.
pub(super) fn title(record: Record<'_>) -> String {
    one_line(&clean(&record.title()))
}

/// Returns the people responsible for a decision. Of an election the title names them.
fn people(record: Record<'_>) -> String {
    match record {
        Record::Decision(_) => one_line(&clean(&record.people().join(", "))),
        Record::Election(_) => String::new(),
    }
}

/// Describes the status of a record, with its last day or the record that replaced it.
pub(super) fn status(entry: &LogEntry<'_>) -> Phrase {
    // What is done once has no day, and says none.
    let date = entry.record.until().unwrap_or(entry.record.date());
    match (entry.status, entry.record) {
        (Status::InForce, Record::Decision(it)) => it.validity.said(say!("status-in-force")),
        (Status::InForce, Record::Election(_)) => say!("status-elected", date = date),
        (Status::UnderReview, _) => say!("status-under-review", date = date),
        (Status::Expired, _) => say!("status-expired", date = date),
        (Status::Once, _) => say!("status-once"),
        (Status::TermOver, _) => say!("status-term-over", date = date),
        (Status::Unaccepted, _) => say!("status-unaccepted", date = date),
        (Status::Ahead, it) => say!("status-ahead", since = it.since(), date = date),
        (Status::Replaced(id), _) => say!("status-replaced", by = clean(id)),
        (Status::Ended(id), _) => say!("status-ended", by = clean(id)),
    }
}

/// Describes the status in a few words, so that a row of the table stays one line.
///
/// `dates` are the dates of all records by id.
fn brief(entry: &LogEntry<'_>, dates: &HashMap<&str, NaiveDate>) -> Phrase {
    let until = entry.record.until().unwrap_or(entry.record.date());
    let by = entry.status.by().and_then(|it| dates.get(it)).copied().unwrap_or(until);
    match (entry.status, entry.record) {
        (Status::InForce, Record::Decision(it)) => it.validity.said(say!("log-review")),
        (Status::InForce, Record::Election(_)) => say!("log-until", date = until),
        (Status::UnderReview, _) => say!("log-under-review", date = until),
        (Status::Expired, _) => say!("log-expired", date = until),
        (Status::Once, _) => say!("log-once"),
        (Status::TermOver, _) => say!("log-term-over", date = until),
        (Status::Unaccepted, _) => say!("log-unaccepted"),
        (Status::Ahead, record) => say!("log-ahead", date = record.since()),
        (Status::Replaced(_), _) => say!("log-replaced", date = by),
        (Status::Ended(_), _) => say!("log-ended", date = by),
    }
}
