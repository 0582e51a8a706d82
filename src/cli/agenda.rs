//! `rounds agenda`: what the next meeting begins with, to send round.

use chrono::NaiveDate;

use crate::circle::{Circle, OptionalStep};
use crate::cli::{CommandResult, Invocation, record_words};
use crate::records::{Agenda, Background};
use crate::store::{Archive, clock};
use crate::terminal::output;
use crate::{dialogue, records};

/// Prints the agenda of the next meeting, to send round
///
/// What waits in the backlog, reviews due, terms that end and what was postponed, with the texts
/// they start from, under the numbers that `rounds meet` takes. In Markdown, in the circle's
/// language.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The agenda as of this day, 2026-09-05; otherwise as of today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

impl Args {
    /// Prints the agenda, and says which files cannot be read.
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let (folder, circle) = here.circle()?;
        let today = match &self.on {
            Some(typed) => dialogue::day(typed)?,
            None => clock::now().date_naive(),
        };
        let (background, unread) = Archive::of(&folder).background(today, None)?;
        let until = horizon(&background, &circle, today);
        let agenda = Agenda {
            circle: &circle,
            today,
            until,
            scheduled: background.scheduled.as_ref(),
            offered: background.suggested(&circle.roles, until),
            unaccepted: background
                .unaccepted()
                .map(|it| (it.role.as_str(), it.elected.as_str()))
                .collect(),
            minutes: &background.minutes,
            actions: &background.actions,
        };
        output::print(&records::agenda(&agenda, &record_words(&circle)))?;
        Ok(here.say_unread(&unread))
    }
}

/// Returns until when something must be due for the next meeting to offer it.
///
/// A meeting that says when the circle meets again offers all that is due by then: the next one
/// is taken to say what it is going to be offered. Any other one offers what is due on its day;
/// where that is not known, the circle is taken to meet as long from now as it usually does.
pub(super) fn horizon(background: &Background, circle: &Circle, today: NaiveDate) -> NaiveDate {
    let meets = background.scheduled.as_ref().and_then(|it| it.date);
    let is_asked = circle.rules.has(OptionalStep::Admin) || meets.is_none();
    let (meets, every) = (meets.unwrap_or(today), circle.plan.every.filter(|_| is_asked));
    every.map_or(meets, |it| it.after(meets))
}
