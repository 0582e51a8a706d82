//! `rounds due`: what is due, soonest first.

use chrono::NaiveDate;

use crate::circle::Term;
use crate::cli::{CommandResult, Invocation, day, one_line};
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
    /// Lists what is due, and says which files cannot be read.
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let on = day(self.on.as_deref())?;
        let within = self.within.as_deref().map(str::parse::<Term>).transpose()?;
        let until = within.map_or(on, |it| it.after(on));
        let read = here
            .read(self.deep, |archive, circle, unread| archive.due(circle, (on, until), unread))?;
        let all = read.circles.iter().flat_map(|(circle, due)| {
            due.iter().map(move |it| (Some(circle.name.as_str()).filter(|_| self.deep), it))
        });
        let mut all: Vec<(Option<&str>, &Due)> = all.collect();
        all.sort_by_key(|(_, it)| (it.date.is_none(), it.date));
        if self.json {
            output::print(&json(
                &all.iter().map(|(circle, it)| it.row(*circle)).collect::<Vec<_>>(),
            ))?;
        } else {
            let words = here.words();
            let blocks = match all.len() {
                0 => vec![Block::Text(words.say(&say!("due-none", date = until)))],
                count => {
                    let right = words.say(&say!("due-count", count = count, date = until));
                    let left = words.say(&say!("due-heading"));
                    let rows = all.iter().map(|it| row(it, &words)).collect();
                    vec![Block::Heading { left, right }, Block::Table { rows, wraps: &[0, 3, 4] }]
                }
            };
            // Of what could not be read nobody can say that nothing is due.
            if !(all.is_empty() && read.circles.is_empty()) {
                output::print(&here.page.lines(&blocks))?;
            }
        }
        Ok(here.end(&read, !all.is_empty()))
    }
}

fn row((circle, due): &(Option<&str>, &Due), words: &Words) -> Vec<String> {
    let date = due.date.map_or_else(|| words.say(&say!("due-no-date")), |it| words.date(it));
    let what = words.say(&due.kind.said());
    let who = words.list(&due.who);
    let from = from(due);
    let cells = [circle.unwrap_or_default(), &date, &what, &due.title, &who, from];
    cells.map(one_line).to_vec()
}

/// Returns what `minutes` or `show` takes to tell more: the meeting of an action, the day with which
/// the id of a record begins. An id in full is too long for a list, and for typing.
fn from(due: &Due) -> &str {
    if due.kind == DueKind::Action {
        return &due.place;
    }
    let day = due.place.get(..10).filter(|it| it.parse::<NaiveDate>().is_ok());
    day.unwrap_or_default()
}
