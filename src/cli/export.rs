//! `rounds export`: prints the circle's records as a calendar, a CSV table, JSON or Markdown.

use chrono::NaiveDate;

use crate::circle::Term;
use crate::cli::{CommandResult, Invocation, record_words};
use crate::error::Result;
use crate::records::find_person;
use crate::records::page::export;
use crate::records::page::export::{CsvTable, Everything};
use crate::store::Archive;
use crate::terminal::output;

/// Prints what the circle keeps, for calendars, sheets, programs and readers
///
/// In the circle's language; the names of columns and keys are those of the files.
#[derive(clap::Args)]
pub(super) struct Args {
    /// As of this day, 2026-09-05; otherwise as of today
    #[arg(long, global = true, value_name = "DATE")]
    on: Option<String>,

    #[command(subcommand)]
    format: Format,
}

#[derive(clap::Subcommand)]
enum Format {
    /// A calendar: reviews, ends of terms, the next meeting, actions with a date, postponed topics
    Ics {
        /// With an alarm so long before each day: "1 week", 1w
        #[arg(long, value_name = "TERM")]
        alarms: Option<String>,

        /// Only what this person sees to, also through a role, their terms and the next meeting
        #[arg(long = "for", value_name = "NAME")]
        who: Option<String>,
    },
    /// A table for a sheet, with commas
    Csv {
        /// Of what
        #[arg(value_enum, value_name = "TABLE", default_value = "decisions")]
        table: Which,
    },
    /// Everything as one document
    Json,
    /// A page to read: decisions with their texts, elections, open actions, topics
    Md,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Which {
    Decisions,
    Elections,
    Actions,
    Roles,
    Topics,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let (folder, circle) = here.circle()?;
        let today = here.day_or_today(self.on.as_deref())?;
        let mut unread = Vec::new();
        let kept = Archive::of(&folder).export(circle.on(today), today, &mut unread)?;
        let words = record_words(&kept.circle);
        output::print(&match &self.format {
            Format::Ics { alarms: before, who } => {
                let before = before.as_ref().map(|it| alarms(here, it)).transpose()?;
                let who = who.as_ref().map(|it| person(it, &kept)).transpose()?;
                export::ics(&kept, &words, before.map(|it| days(it, today)), who.as_deref())
            }
            Format::Csv { table } => export::csv(&kept, table.table()),
            Format::Json => export::json(&kept),
            Format::Md => export::page(&kept, &words),
        })?;
        Ok(here.warn(&unread))
    }
}

/// Finds somebody whom the circle's file or an action names.
fn person(typed: &str, kept: &Everything) -> Result<String> {
    let actions = kept.actions.iter().flat_map(|it| [&it.who].into_iter().chain(&it.with));
    find_person(typed, kept.circle.people().chain(actions.map(String::as_str)))
}

/// Parses how long before each day an alarm is: a term, or in short `1w` or `10d`.
fn alarms(here: &Invocation, typed: &str) -> Result<Term> {
    format!("P{}", typed.to_uppercase()).parse().or_else(|_| here.term(typed))
}

/// Returns how many days a term has that begins on a day.
fn days(term: Term, from: NaiveDate) -> u32 {
    u32::try_from((term.after(from) - from).num_days()).unwrap_or_default()
}

impl Which {
    fn table(self) -> CsvTable {
        match self {
            Self::Decisions => CsvTable::Decisions,
            Self::Elections => CsvTable::Elections,
            Self::Actions => CsvTable::Actions,
            Self::Roles => CsvTable::Roles,
            Self::Topics => CsvTable::Topics,
        }
    }
}
