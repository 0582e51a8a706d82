//! `rounds news`: prints what is new in the circles, to send round.

use crate::cli::reach::WholeArgs;
use crate::cli::{CommandResult, Invocation, record_words};
use crate::error::Error;
use crate::lang::say;
use crate::records::page::news::{CircleNews, news};
use crate::terminal::output;
use crate::text::when::Year;

/// Prints what was decided since a day, and who was elected, joined or left, to send round
///
/// A page in Markdown and in the circle's language, of this circle and all below it. Decisions about
/// somebody are left out.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds news --since 2026-09-01 > news.md")]
pub(super) struct Args {
    /// Since this day: 2026-09-05
    #[arg(long, value_name = "DATE")]
    since: String,

    #[command(flatten)]
    reach: WholeArgs,

    /// Until this day, 2026-09-05; otherwise until today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let since = here.day(&self.since, Year::Last)?;
        let until = here.day_or_today(self.on.as_deref())?;
        if until < since {
            return Err(
                Error::new(say!("error-until-before-since", until = until, since = since)).into()
            );
        }
        let days = since..=until;
        let read = here.read(self.reach.reach(), |archive, circle, unread| {
            let (decisions, elections) = (archive.decisions()?, archive.elections()?);
            unread.extend(decisions.errors().chain(elections.errors()));
            let decisions = decisions.records.values().filter(|it| days.contains(&it.date));
            let elections = elections.records.values().filter(|it| days.contains(&it.date));
            Ok(CircleNews {
                circle: circle.clone(),
                decisions: decisions.cloned().collect(),
                elections: elections.cloned().collect(),
            })
        })?;
        if let Some(first) = read.circles.first() {
            let words = record_words(&first.circle);
            let circles: Vec<&CircleNews> = read.circles.iter().map(|it| &it.found).collect();
            output::print(&news(&circles, &days, &words))?;
        }
        Ok(here.end(&read.unread, read.failed, false))
    }
}
