//! `rounds agenda`: prints the agenda of the next meeting, to send to the members.

use chrono::NaiveDate;

use crate::circle::{Circle, OptionalStep};
use crate::cli::finish;
use crate::cli::{CommandResult, Invocation, record_words};
use crate::records::site::one_page;
use crate::records::{self, Agenda, Background};
use crate::store::Archive;
use crate::terminal::output;

/// Prints the agenda of the next meeting, to send round
///
/// What waits in the backlog, reviews due, terms that end and what was postponed, with the texts
/// they start from, under the numbers that `rounds meet` takes. In Markdown, in the circle's
/// language.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds agenda > agenda.md
      The next meeting's agenda, to send round.
  rounds agenda --on 2026-09-19 --html > agenda.html")]
pub(super) struct Args {
    /// The agenda as of this day, 2026-09-05; otherwise as of today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,

    /// Prints one page of HTML, to send by mail
    #[arg(long)]
    html: bool,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let (folder, circle) = here.circle()?;
        let today = here.day_or_today(self.on.as_deref())?;
        let circle = circle.on(today);
        let archive = Archive::of(&folder);
        let (mut background, unread) = archive.background(today, None)?;
        background.links = finish::links(&archive, &circle, today);
        // What ends before the meeting cannot be taken up in it.
        let meets = background.scheduled.as_ref().and_then(|it| it.date).unwrap_or(today);
        background.decisions.retain(|it| it.validity.holds(meets));
        let until = horizon(&background, &circle, today);
        let agenda = Agenda {
            circle: &circle,
            today,
            until,
            scheduled: background.scheduled.as_ref(),
            offered: background.suggested(&circle, until),
            unaccepted: background
                .unaccepted()
                .map(|it| (it.role.as_str(), it.elected.as_str()))
                .collect(),
            newcomers: background
                .newcomers
                .iter()
                .map(|it| it.who.as_str())
                .filter(|who| circle.seat(who).is_none())
                .collect(),
            minutes: &background.minutes,
            actions: &background.actions,
        };
        let words = record_words(&circle);
        let agenda = records::agenda(&agenda, &words);
        output::print(&if self.html {
            one_page(&agenda, circle.language.as_deref(), &words, today)
        } else {
            agenda
        })?;
        Ok(here.warn(&unread))
    }
}

/// Returns the last due date that the next meeting's agenda includes.
///
/// A meeting whose steps include setting the date of the one after it covers what is due until
/// then, counting the circle's usual interval. Otherwise it covers what is due on its own day; if
/// that day is not known, the usual interval is counted from today.
pub(super) fn horizon(background: &Background, circle: &Circle, today: NaiveDate) -> NaiveDate {
    let meets = background.scheduled.as_ref().and_then(|it| it.date);
    let is_asked = circle.rules.has(OptionalStep::Admin) || meets.is_none();
    let (meets, plan) = (meets.unwrap_or(today), &circle.plan);
    let every = plan.every.as_ref().filter(|_| is_asked);
    every.map_or(meets, |it| it.next(plan.from, meets, meets))
}
