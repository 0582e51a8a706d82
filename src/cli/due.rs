//! `rounds due`: lists what is due, soonest first.

use crate::cli::{CommandResult, Invocation, heading, one_line, rows};
use crate::dialogue::Block;
use crate::lang::{Words, say};
use crate::records::rows::json;
use crate::records::{Due, DueKind};
use crate::terminal::output;

/// Lists what is due: reviews, terms that end, actions, what was postponed, what is unfinished
///
/// Soonest first; what has no date comes last. Exits with 1 when something is due.
#[derive(clap::Args)]
pub(super) struct Args {
    /// Lists also what is due within so long: "2 weeks"
    #[arg(long, value_name = "TERM")]
    within: Option<String>,

    /// As of this day, 2026-09-05; otherwise as of today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,

    /// Of this circle and all below it
    #[arg(long)]
    deep: bool,

    /// Prints a JSON list
    #[arg(long)]
    json: bool,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let on = here.day_or_today(self.on.as_deref())?;
        let within = self.within.as_deref().map(|it| here.term(it)).transpose()?;
        let until = within.map_or(on, |it| it.after(on));
        let read = here.read(self.deep, |archive, circle, unread| {
            // In a circle that has ended nobody sees to anything.
            if self.deep && circle.check_there(on).is_err() {
                return Ok(Vec::new());
            }
            archive.due(&circle.on(on), (on, until), unread)
        })?;
        let mut all = rows(&read.circles, self.deep);
        all.sort_by_key(|(_, due)| (due.date.is_none(), due.date));
        let words = here.words();
        if self.json {
            let rows = all.iter().map(|(circle, due)| due.row(*circle, &words));
            output::print(&json(&rows.collect::<Vec<_>>()))?;
        } else if !all.is_empty() {
            let count = say!("due-count", count = all.len(), date = until);
            let rows = all.iter().map(|it| row(it, &words)).collect();
            let heading = heading(&words, &say!("due-heading"), &count);
            here.show(&[heading, Block::Table { rows, wraps: &[0, 3, 4] }])?;
        } else if !read.circles.is_empty() {
            here.show(&[Block::Text(words.say(&say!("due-none", date = until)))])?;
        }
        Ok(here.end(&read.unread, read.failed, !all.is_empty()))
    }
}

fn row((circle, due): &(Option<&str>, &Due), words: &Words) -> Vec<String> {
    let date = due.date.map_or_else(|| words.say(&say!("due-no-date")), |it| words.date(it));
    let what = words.say(&due.kind.said());
    let who = words.list(&due.who);
    let cells = [circle.unwrap_or_default(), &date, &what, &due.title(words), &who, origin(due)];
    cells.map(one_line).to_vec()
}

/// Returns the argument with which `minutes` or `show` prints more: the meeting of an action, or the
/// day at the beginning of a record's id. Whole ids are too long for the table.
fn origin(due: &Due) -> &str {
    if due.kind == DueKind::Action {
        return &due.place;
    }
    due.day_of_place().unwrap_or_default()
}
