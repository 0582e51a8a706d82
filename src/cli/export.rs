//! `rounds export`: prints the circle's records as a calendar, a CSV table, JSON or Markdown.

use chrono::NaiveDate;

use crate::circle::{ListedPerson, Term};
use crate::cli::reach::Reach;
use crate::cli::{CommandResult, Invocation, record_words};
use crate::error::Result;
use crate::lang::Words;
use crate::records::page::export;
use crate::records::page::export::{CsvTable, Everything};
use crate::records::{Somebody, answer};
use crate::terminal::output;

/// Prints what the circle keeps, for calendars, sheets, programs and readers
///
/// In the circle's language; the names of columns and keys are those of the files.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds export ics --for Ana > ana.ics
      A calendar for Ana.
  rounds export csv roles > roles.csv")]
pub(super) struct Args {
    /// As of this day, 2026-09-05; otherwise as of today
    #[arg(long, global = true, value_name = "DATE")]
    on: Option<String>,

    /// Of this circle and all below it
    #[arg(long, global = true)]
    deep: bool,

    /// Of all circles, from the topmost one above
    #[arg(long, global = true)]
    whole: bool,

    #[command(subcommand)]
    format: Format,
}

#[derive(clap::Subcommand)]
enum Format {
    /// A calendar: reviews, ends of terms, the next meeting, actions with a date, postponed topics
    #[command(after_long_help = "Examples:
  rounds export ics > garden.ics
  rounds export ics --for Ana --alarms 1w > ana.ics")]
    Ics {
        /// With an alarm so long before each day: "1 week", 1w
        #[arg(long, value_name = "TERM")]
        alarms: Option<String>,

        /// Only what this person sees to, also through a role, their terms and the next meeting
        #[arg(long = "for", value_name = "NAME")]
        who: Option<String>,
    },
    /// A table for a sheet, with commas
    #[command(after_long_help = "Examples:
  rounds export csv decisions --on 2026-01-01 > decisions.csv")]
    Csv {
        /// Of what
        #[arg(value_enum, value_name = "TABLE", default_value = "decisions")]
        table: Which,
    },
    /// Everything as one document
    #[command(after_long_help = "Examples:
  rounds export json --whole > all.json")]
    Json,
    /// A page to read: decisions with their texts, elections, open actions, topics
    #[command(after_long_help = "Examples:
  rounds export md > handbook.md")]
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
        let today = here.day_or_today(self.on.as_deref())?;
        let reach = Reach::of(self.deep, self.whole);
        let mut read = here.read(reach, |archive, circle, unread| {
            Ok(archive.export(circle.on(today), today, unread)?)
        })?;
        let listed = match &self.format {
            Format::Ics { who: Some(_), .. } => here.listed(&mut read.unread),
            _ => Vec::new(),
        };
        let several = reach != Reach::One;
        let circles: Vec<&Everything> = read.circles.iter().map(|it| &it.found).collect();
        let words: Vec<Words> = circles.iter().map(|it| record_words(&it.circle)).collect();
        let in_words = circles.iter().copied().zip(&words);
        output::print(&match &self.format {
            Format::Ics { alarms: before, who } => {
                let before = before.as_ref().map(|it| here.term(it)).transpose()?;
                let who = who.as_ref().map(|it| person(it, &circles, &listed)).transpose()?;
                let before = before.map(|it| days(it, today));
                export::ics(&in_words.collect::<Vec<_>>(), several, before, who.as_ref())
            }
            Format::Csv { table } => export::csv(&circles, several, table.table()),
            Format::Json if several => {
                answer::list("circles", circles.iter().map(|it| export::json(it)))
            }
            Format::Json => circles.iter().map(|it| answer::object(export::json(it))).collect(),
            Format::Md => {
                let pages = in_words.map(|(it, words)| export::page(it, words));
                pages.collect::<Vec<_>>().join("\n")
            }
        })?;
        Ok(here.end(&read.unread, read.failed, false))
    }
}

/// Finds somebody whom the file of a circle or an action names.
fn person(typed: &str, circles: &[&Everything], listed: &[ListedPerson]) -> Result<Somebody> {
    let actions = circles.iter().flat_map(|it| &it.actions);
    let owners = actions.flat_map(|it| [&it.who].into_iter().chain(&it.with));
    let people = circles.iter().flat_map(|it| it.circle.people());
    let mut somebody = Somebody::of(typed, listed);
    somebody.names[0] = somebody.name(people.chain(owners.map(String::as_str)))?;
    Ok(somebody)
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
