//! `rounds overview`: says of each circle what is open or overdue there.

use chrono::NaiveDate;

use crate::circle::Circle;
use crate::cli::log::separator;
use crate::cli::reach::WholeArgs;
use crate::cli::{CommandResult, Invocation, heading};
use crate::dialogue::Block;
use crate::lang::{Phrase, Words, say};
use crate::records::answer;
use crate::records::{Mark, Marks};
use crate::store::tree::CircleRead;
use crate::terminal::{Page, output};
use crate::text::one_line;

/// Lists the circles in which something is open or overdue, and what
///
/// In this circle and all below it: more than nine members, no next meeting, roles vacant or past
/// their term, links lacking, reviews and actions overdue, minutes not approved, meetings not
/// finished, decisions in writing that are not settled. Exits with 1 when anything is.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds overview --whole")]
pub(super) struct Args {
    /// Also the circles in which nothing is
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    reach: WholeArgs,

    /// As of this day, 2026-09-05; otherwise as of today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,

    /// Prints JSON
    #[arg(long)]
    json: bool,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let on = here.day_or_today(self.on.as_deref())?;
        let read = here.read(self.reach.reach(), |archive, circle, unread| {
            let circle = circle.on(on);
            let marks = archive.marks(&circle, on, unread)?;
            Ok((circle, marks))
        })?;
        let marked = linked(&read.circles, on);
        let mut listed: Vec<&(&Circle, Marks)> = marked.iter().collect();
        listed.retain(|(_, marks)| self.all || !marks.is_empty());
        let open = marked.iter().filter(|(_, marks)| !marks.is_empty()).count();
        if self.json {
            let rows = listed.iter().map(|(circle, marks)| marks.row(circle));
            output::print(&answer::list("circles", rows))?;
        } else if !read.circles.is_empty() {
            let words = here.words();
            let mut rows: Vec<Vec<String>> =
                listed.iter().map(|it| row(it, here.page, &words)).collect();
            rows.extend((open > 1).then(|| total(&marked, here.page, &words)));
            let count = say!("overview-count", open = open, count = marked.len());
            let mut blocks = vec![heading(&words, &say!("overview-heading"), &count)];
            blocks.extend((!rows.is_empty()).then_some(Block::Table { rows, wraps: &[0, 1] }));
            here.show(&blocks)?;
        }
        Ok(here.end(&read.unread, read.failed, open > 0))
    }
}

/// Returns the circles that are there on the day with their marks, those of the links to the wider
/// circles included.
fn linked(circles: &[CircleRead<(Circle, Marks)>], on: NaiveDate) -> Vec<(&Circle, Marks)> {
    let mut all = Vec::new();
    for it in circles.iter().filter(|it| it.found.0.check_there(on).is_ok()) {
        let (circle, mut marks) = (&it.found.0, it.found.1);
        if let Some(wider) = it.wider {
            marks.link(circle, &circles[wider].found.0);
        }
        all.push((circle, marks));
    }
    all
}

/// Returns the row of a circle: its name, what is marked.
fn row((circle, marks): &(&Circle, Marks), page: Page, words: &Words) -> Vec<String> {
    let said = listed(*marks, Mark::said, page, words);
    let said = if said.is_empty() { words.say(&say!("overview-nothing")) } else { said };
    vec![one_line(&circle.name), said]
}

/// Returns the row that counts what is marked in all circles.
fn total(marked: &[(&Circle, Marks)], page: Page, words: &Words) -> Vec<String> {
    let mut total = Marks::default();
    for (_, marks) in marked {
        total.add(*marks);
    }
    vec![words.say(&say!("overview-all")), listed(total, Mark::said_of_all, page, words)]
}

fn listed(marks: Marks, said: fn(Mark, usize) -> Phrase, page: Page, words: &Words) -> String {
    let each = marks.each().map(|(mark, count)| words.say(&said(mark, count)));
    each.collect::<Vec<_>>().join(separator(page))
}
