//! `rounds log`: lists the decisions and elections, or searches them for words.

mod add;

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::NaiveDate;

use crate::cli::reach::{Reach, ReachArgs};
use crate::cli::{CommandResult, Invocation, heading};
use crate::dialogue::Block;
use crate::error::{Error, Result};
use crate::lang::{Phrase, Words, say};
use crate::records::answer;
use crate::records::{LogEntry, Match, Record, Search, Status, entries};
use crate::store::Log;
use crate::store::tree::{CircleRead, CirclesRead};
use crate::terminal::{Look, Page, output};
use crate::text::when::Year;
use crate::text::{clean, one_line, visible};

/// Lists decisions and elections, or looks for words in them
///
/// Without words: those that hold, the newest first. With words: all in whose titles or texts
/// every word is found, the best match first. Case and accents make no difference, a slip is
/// forgiven, and what means the same is found where a words.toml in the circle's folder says so:
/// `noise = ["loud", "quiet"]`.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds log noise
      What was decided about noise.
  rounds log --all --since 2026-01-01
      Everything of this year, also what holds no more.
  rounds log --on 2025-09-05
      What held on that day.")]
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

    #[command(flatten)]
    reach: ReachArgs,

    /// Prints JSON, with the keys of the files
    #[arg(long)]
    json: bool,

    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(clap::Subcommand)]
enum Command {
    Add(Box<add::Add>),
}

/// The log of a circle, or what a search read of it.
struct Searched {
    search: Option<Search>,
    log: Log,
}

/// A record to list.
struct Hit<'e, 'r> {
    /// The name of its circle, if several are listed.
    circle: Option<&'e str>,
    entry: &'e LogEntry<'r>,
    /// Where the words were found in it.
    found: Option<Match>,
    /// The day of the record that replaced or ended it, if that is known.
    gone: Option<NaiveDate>,
    file: &'e str,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        match &self.command {
            Some(Command::Add(add)) => add.run(here),
            None => self.list(here),
        }
    }

    fn list(&self, here: &Invocation) -> CommandResult {
        let since = self.since.as_deref().map(|it| here.day(it, Year::Last)).transpose()?;
        let on = here.day_or_today(self.on.as_deref())?;
        let mut read = self.read(here, on, false)?;
        // Misspelt words match only where nothing is found as typed, in none of the circles.
        if !self.words.is_empty() && !read.circles.iter().any(|it| it.found.has_match()) {
            read = self.read(here, on, true)?;
        }
        let is_one = self.reach.reach() == Reach::One;
        let circles = read.circles.iter().map(|CircleRead { circle, found, .. }| {
            let entries = entries(&found.log.decisions, &found.log.elections, on);
            ((!is_one).then_some(circle.name.as_str()), found, entries)
        });
        let circles: Vec<_> = circles.collect();
        let mut hits = Vec::new();
        for (circle, found, entries) in &circles {
            self.add_hits(*circle, found, entries, since, &mut hits);
        }
        // The newest first, or in a search the best match first.
        hits.sort_by_cached_key(|it| {
            (it.found.as_ref().map(Match::rank), Reverse(it.entry.record.date()))
        });
        if self.json {
            let rows = hits.iter().map(|it| it.entry.row(it.file));
            output::print(&answer::list("records", rows))?;
        } else if !read.circles.is_empty() {
            let words = here.words();
            let mut blocks = if self.words.is_empty() {
                listed(&hits, &words, here.page)
            } else if hits.is_empty() {
                self.nothing(here, &read.circles)?
            } else {
                found(&hits, &words, here.page)
            };
            let unread: usize = circles.iter().map(|(_, found, _)| found.log.unread.len()).sum();
            if unread > 0 {
                blocks.push(Block::Hint(words.say(&say!("log-unread", count = unread))));
            }
            here.show(&blocks)?;
        }
        Ok(here.end(&read.unread, read.failed, false))
    }

    /// Reads the log of each circle, or those records in which the words may be found; with
    /// `forgiving` also misspelt ones.
    fn read(
        &self,
        here: &Invocation,
        on: NaiveDate,
        forgiving: bool,
    ) -> Result<CirclesRead<Searched>, Vec<Error>> {
        here.read(self.reach.reach(), |archive, _, unread| {
            let search = Search::new(&self.words, &archive.synonyms()?);
            let search = if forgiving { search.forgiving() } else { search };
            let search = Some(search).filter(|_| !self.words.is_empty());
            let mut log = archive.log(search.as_ref())?;
            unread.extend(log.unread.iter().cloned());
            if self.on.is_some() {
                log.decisions.retain(|it| it.date <= on);
                log.elections.retain(|it| it.date <= on);
            }
            Ok(Searched { search, log })
        })
    }

    /// Adds the records of one circle that are asked for, the newest first.
    fn add_hits<'e, 'r>(
        &self,
        circle: Option<&'e str>,
        Searched { search, log }: &'e Searched,
        entries: &'e [LogEntry<'r>],
        since: Option<NaiveDate>,
        hits: &mut Vec<Hit<'e, 'r>>,
    ) {
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
        let dates: HashMap<&str, NaiveDate> =
            entries.iter().map(|it| (it.record.id(), it.record.date())).collect();
        for entry in entries.iter().rev().filter(asked_for) {
            let found = search.as_ref().map(|it| it.find(entry.record));
            // In a search only what matches is listed.
            if matches!(found, Some(None)) {
                continue;
            }
            let gone = entry.status.by().and_then(|it| dates.get(it)).copied();
            let file = log.file(entry.record);
            hits.push(Hit { circle, entry, found: found.flatten(), gone, file });
        }
    }

    /// Reports that nothing was found, and suggests similar words that occur in the records.
    fn nothing(
        &self,
        here: &Invocation,
        circles: &[CircleRead<Searched>],
    ) -> Result<Vec<Block>, Vec<Error>> {
        let (words, typed) = (here.words(), self.words.join(" "));
        let said = say!("log-nothing", words = visible(&one_line(&typed)));
        let mut blocks = vec![Block::Text(words.say(&said))];
        // Only here every record is read; a search without a result is rare.
        let all = here.read(self.reach.reach(), |archive, _, _| Ok(archive.log(None)?))?;
        let records = all.circles.iter().flat_map(|it| it.found.records());
        let search = circles.first().and_then(|it| it.found.search.as_ref());
        let near = search.map(|it| it.near(records)).unwrap_or_default();
        if !near.is_empty() {
            let near: Vec<String> = near.iter().map(|it| format!("`{it}`")).collect();
            blocks.push(Block::Hint(words.say(&say!("log-near", words = near))));
        }
        Ok(blocks)
    }
}

impl Searched {
    /// Returns whether the words are found in one of the records.
    fn has_match(&self) -> bool {
        let search = self.search.as_ref();
        search.is_some_and(|it| self.log.records().any(|record| it.find(record).is_some()))
    }
}

/// Lays out records as a table: circle if named, date, title, status, the people responsible.
fn listed(hits: &[Hit<'_, '_>], words: &Words, page: Page) -> Vec<Block> {
    if hits.is_empty() {
        return vec![Block::Text(words.say(&say!("log-empty")))];
    }
    let is_plain = page.look() == Look::Plain;
    let row = |hit: &Hit<'_, '_>| {
        let entry = hit.entry;
        let circle = hit.circle.map(one_line).unwrap_or_default();
        let date = words.date(entry.record.date());
        let status = if is_plain { entry.said() } else { brief(hit) };
        vec![circle, date, title(entry.record), words.say(&status), people(entry.record)]
    };
    let heading = heading(words, &say!("log-heading"), &say!("log-count", count = hits.len()));
    vec![heading, Block::Table { rows: hits.iter().map(row).collect(), wraps: &[0, 2, 4] }]
}

/// Lays out the records found by a search, with the first matching line below each.
fn found(hits: &[Hit<'_, '_>], words: &Words, page: Page) -> Vec<Block> {
    let count = say!("log-found", count = hits.len());
    let mut blocks = vec![heading(words, &say!("log-heading"), &count)];
    for Hit { circle, entry, found, .. } in hits {
        let circle = circle.map(one_line).unwrap_or_default();
        let (title, people) = (title(entry.record), people(entry.record));
        let mut parts = vec![circle, title, words.say(&entry.said()), people];
        parts.retain(|it| !it.is_empty());
        let label = words.date(entry.record.date());
        blocks.push(Block::Pair { label, text: parts.join(separator(page)) });
        if let Some(line) = found.as_ref().and_then(|it| it.line.as_deref()) {
            blocks.push(Block::Pair { label: String::new(), text: one_line(&clean(line)) });
        }
    }
    blocks
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

/// Describes the status in a few words, so that a row of the table stays one line.
fn brief(Hit { entry, gone, .. }: &Hit<'_, '_>) -> Phrase {
    let until = entry.record.until().unwrap_or(entry.record.date());
    let by = gone.unwrap_or(until);
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
