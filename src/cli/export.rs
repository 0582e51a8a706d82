//! `rounds export`: prints the circle's records as a calendar, a CSV table, JSON or Markdown.

use crate::cli::{CommandResult, Invocation, record_words};
use crate::records::page::export;
use crate::records::page::export::CsvTable;
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
    Ics,
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
        output::print(&match self.format {
            Format::Ics => export::ics(&kept, &words),
            Format::Csv { table } => export::csv(&kept, table.table()),
            Format::Json => export::json(&kept),
            Format::Md => export::page(&kept, &words),
        })?;
        Ok(here.warn(&unread))
    }
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
