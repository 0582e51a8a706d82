//! `rounds log`: what the circle has decided and whom it elected, listed or looked for.

mod add;

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::NaiveDate;

use crate::cli::{CommandResult, Invocation, day, one_line};
use crate::dialogue;
use crate::dialogue::Block;
use crate::error::Result;
use crate::lang::{Phrase, Words, say};
use crate::records::rows::json;
use crate::records::{LogEntry, Match, Record, Search, Status, entries};
use crate::store::{Archive, Log};
use crate::terminal::{Look, Page, output};
use crate::text::clean;

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

    /// Also those that were replaced or ended
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

/// A record to show, and where the words were found in it.
type Hit<'e, 'r> = (&'e LogEntry<'r>, Option<Match>);

impl Args {
    /// Lists the log, looks for words in it, or adds a record.
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        match &self.command {
            Some(Command::Add(add)) => add.run(here),
            None => self.list(here),
        }
    }

    fn list(&self, here: &Invocation) -> CommandResult {
        let (folder, _) = here.circle()?;
        let since = self.since.as_deref().map(dialogue::day).transpose()?;
        let archive = Archive::of(&folder);
        let search = Search::new(&self.words, &archive.synonyms()?);
        let search = Some(search).filter(|_| !self.words.is_empty());
        let on = day(self.on.as_deref())?;
        let mut search = search;
        let mut read = archive.log(search.as_ref())?;
        let is_exact = |search: &Search| {
            let decisions = read.decisions.iter().map(Record::Decision);
            let mut records = decisions.chain(read.elections.iter().map(Record::Election));
            records.any(|it| search.find(it).is_some())
        };
        // A slip is forgiven only where nothing is found as it is typed.
        if search.as_ref().is_some_and(|it| !is_exact(it)) {
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
            let file =
                |it: &LogEntry<'_>| read.files.get(it.record.id()).map_or("", String::as_str);
            let rows = hits.iter().map(|(it, _)| it.row(file(it)));
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
            output::print(&here.page.lines(&blocks))?;
        }
        Ok(here.say_unread(&read.unread))
    }

    /// Returns what is asked for: the newest first, with words the best match first.
    fn hits<'e, 'r>(
        &self,
        entries: &'e [LogEntry<'r>],
        search: Option<&Search>,
        since: Option<NaiveDate>,
    ) -> Vec<Hit<'e, 'r>> {
        let asked_for = |it: &&LogEntry<'_>| {
            let status = it.status;
            let is_gone = matches!(status, Status::Replaced(_) | Status::Ended(_));
            let is_in_force = matches!(status, Status::InForce | Status::UnderReview);
            let all = self.all || search.is_some();
            let fits = if self.in_force { is_in_force } else { all || !is_gone };
            fits && since.is_none_or(|since| it.record.date() >= since)
        };
        let newest_first = entries.iter().rev().filter(asked_for);
        let Some(search) = search else {
            return newest_first.map(|it| (it, None)).collect();
        };
        let found = newest_first.filter_map(|it| Some((it, Some(search.find(it.record)?))));
        let mut found: Vec<Hit<'e, 'r>> = found.collect();
        found.sort_by_cached_key(|(it, found)| {
            (found.as_ref().map(Match::rank), Reverse(it.record.date()))
        });
        found
    }
}

/// Lists records as rows: from when, what, what became of it, who sees to it.
fn listed(hits: &[Hit<'_, '_>], entries: &[LogEntry<'_>], words: &Words, page: Page) -> Vec<Block> {
    if hits.is_empty() {
        return vec![Block::Text(words.say(&say!("log-empty")))];
    }
    let dates = entries.iter().map(|it| (it.record.id(), it.record.date())).collect();
    let is_heard = page.look() == Look::Plain;
    let row = |(it, _): &Hit<'_, '_>| {
        let date = words.date(it.record.date());
        let status = if is_heard { status(it) } else { brief(it, &dates) };
        vec![date, title(it.record), words.say(&status), people(it.record)]
    };
    let right = words.say(&say!("log-count", count = hits.len()));
    let heading = Block::Heading { left: words.say(&say!("log-heading")), right };
    vec![heading, Block::Table { rows: hits.iter().map(row).collect(), wraps: &[1, 3] }]
}

/// Lists what was found, the line with the words below each record.
fn found(hits: &[Hit<'_, '_>], words: &Words, page: Page) -> Vec<Block> {
    let right = words.say(&say!("log-found", count = hits.len()));
    let mut blocks = vec![Block::Heading { left: words.say(&say!("log-heading")), right }];
    for (it, found) in hits {
        let parts = [title(it.record), words.say(&status(it)), people(it.record)];
        let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
        let label = words.date(it.record.date());
        blocks.push(Block::Pair { label, text: parts.join(between(page)) });
        let line = found.as_ref().and_then(|it| it.line.as_deref());
        let line = line.map(|it| Block::Pair { label: String::new(), text: one_line(&clean(it)) });
        blocks.extend(line);
    }
    blocks
}

/// Says that nothing was found, and which words are near.
fn nothing(search: &Search, typed: &str, archive: &Archive, words: &Words) -> Result<Vec<Block>> {
    let mut blocks = vec![Block::Text(words.say(&say!("log-nothing", words = one_line(typed))))];
    // To look for near words, everything has to be read; it is rare enough.
    let Log { decisions, elections, .. } = archive.log(None)?;
    let decisions = decisions.iter().map(Record::Decision);
    let near = search.near(decisions.chain(elections.iter().map(Record::Election)));
    if !near.is_empty() {
        let near: Vec<String> = near.iter().map(|it| format!("`{it}`")).collect();
        blocks.push(Block::Hint(words.say(&say!("log-near", words = near))));
    }
    Ok(blocks)
}

/// Returns what parts a title from what became of it: a dot is read aloud as its name.
pub(super) fn between(page: Page) -> &'static str {
    if page.look() == Look::Plain { ", " } else { " · " }
}

/// Returns what a record is about: a title, or a role and who was elected.
pub(super) fn title(record: Record<'_>) -> String {
    match record {
        Record::Decision(it) => one_line(&clean(&it.title)),
        Record::Election(it) => one_line(&clean(&format!("{}: {}", it.role, it.elected))),
    }
}

/// Returns who sees to a decision; whom an election is about, its title says.
fn people(record: Record<'_>) -> String {
    match record {
        Record::Decision(_) => one_line(&clean(&record.people().join(", "))),
        Record::Election(_) => String::new(),
    }
}

/// Says what became of a record, and until when it stands.
pub(super) fn status(entry: &LogEntry<'_>) -> Phrase {
    let date = entry.record.until();
    match (entry.status, entry.record) {
        (Status::InForce, Record::Decision(_)) => say!("status-in-force", date = date),
        (Status::InForce, Record::Election(_)) => say!("status-elected", date = date),
        (Status::UnderReview, _) => say!("status-under-review", date = date),
        (Status::TermOver, _) => say!("status-term-over", date = date),
        (Status::Unaccepted, _) => say!("status-unaccepted", date = date),
        (Status::Replaced(id), _) => say!("status-replaced", by = clean(id)),
        (Status::Ended(id), _) => say!("status-ended", by = clean(id)),
    }
}

/// Says the same in so few words that a row stays one line; `show` tells by which it was replaced.
/// `dates` are the days of all records, by their ids.
fn brief(entry: &LogEntry<'_>, dates: &HashMap<&str, NaiveDate>) -> Phrase {
    let until = entry.record.until();
    // What took its place is one of them.
    let by = entry.status.by().and_then(|it| dates.get(it)).copied().unwrap_or(until);
    match (entry.status, entry.record) {
        (Status::InForce, Record::Decision(_)) => say!("log-review", date = until),
        (Status::InForce, Record::Election(_)) => say!("log-until", date = until),
        (Status::UnderReview, _) => say!("log-under-review", date = until),
        (Status::TermOver, _) => say!("log-term-over", date = until),
        (Status::Unaccepted, _) => say!("log-unaccepted"),
        (Status::Replaced(_), _) => say!("log-replaced", date = by),
        (Status::Ended(_), _) => say!("log-ended", date = by),
    }
}
