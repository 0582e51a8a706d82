//! `rounds due`: lists what is due, soonest first.

use chrono::NaiveDate;

use crate::cli::reach::{Reach, ReachArgs};
use crate::cli::{CommandResult, Invocation, heading, rows};
use crate::dialogue::Block;
use crate::error::Result;
use crate::lang::{Words, say};
use crate::records::answer;
use crate::records::{Due, DueKind, Somebody};
use crate::store::tree::CircleRead;
use crate::terminal::output;
use crate::text::one_line;

/// Lists what is due: reviews, terms that end, actions, what was postponed, what is unfinished
///
/// Soonest first; what has no date comes last. Exits with 1 when something is due.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds due
  rounds due --for Ana --within \"1 month\"
      What waits for Ana in the coming month.")]
pub(super) struct Args {
    /// Lists also what is due within so long: "2 weeks"
    #[arg(long, value_name = "TERM")]
    within: Option<String>,

    /// As of this day, 2026-09-05; otherwise as of today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,

    /// Only what waits for this person: what they see to, also through a role, their terms and answers
    #[arg(long = "for", value_name = "NAME")]
    who: Option<String>,

    #[command(flatten)]
    reach: ReachArgs,

    /// Prints JSON
    #[arg(long)]
    json: bool,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let on = here.day_or_today(self.on.as_deref())?;
        let reach = self.reach.reach();
        let within = self.within.as_deref().map(|it| here.term(it)).transpose()?;
        let until = within.map_or(on, |it| it.after(on));
        let mut read = here.read(reach, |archive, circle, unread| {
            // In a circle that has ended nobody sees to anything.
            if reach != Reach::One && circle.check_there(on).is_err() {
                return Ok(Vec::new());
            }
            Ok(archive.due(&circle.on(on), (on, until), unread)?)
        })?;
        let listed = if self.who.is_some() { here.listed(&mut read.unread) } else { Vec::new() };
        let who = self.who.as_ref().map(|it| Somebody::of(it, &listed));
        let who = match who.map(|it| only_for(&it, &mut read.circles, on)) {
            Some(Err(err)) => return Err([read.unread, vec![err]].concat()),
            found => found.and_then(Result::ok),
        };
        let mut all = rows(&read.circles, reach);
        sort(&mut all);
        let words = here.words();
        if self.json {
            let rows = all.iter().map(|(circle, due)| due.row(*circle, &words));
            output::print(&answer::list("due", rows))?;
        } else if !all.is_empty() {
            let count = say!("due-count", count = all.len(), date = until);
            let rows = all.iter().map(|it| row(it, &words)).collect();
            let left = match who {
                Some(who) => say!("due-for", who = who),
                None => say!("due-heading"),
            };
            let heading = heading(&words, &left, &count);
            here.show(&[heading, Block::Table { rows, wraps: WRAPS }])?;
        } else if !read.circles.is_empty() {
            let none = match who {
                Some(who) => say!("due-none-for", date = until, who = who),
                None => say!("due-none", date = until),
            };
            here.show(&[Block::Text(words.say(&none))])?;
        }
        Ok(here.end(&read.unread, read.failed, !all.is_empty()))
    }
}

/// Leaves only what waits for somebody, and returns their name.
///
/// # Errors
///
/// Nobody has the name: it is neither in a circle's file nor with anything that is due.
fn only_for(
    somebody: &Somebody,
    circles: &mut [CircleRead<Vec<Due>>],
    on: NaiveDate,
) -> Result<String> {
    let names = circles.iter().flat_map(|it| {
        let due = it.found.iter().flat_map(|it| &it.who);
        it.circle.people().chain(due.map(String::as_str))
    });
    let name = somebody.name(names)?;
    for it in circles {
        let called = it.circle.on(on).called(&somebody.names);
        it.found.retain(|due| due.waits_for(&called));
    }
    Ok(name)
}

/// Something that is due, with the name of its circle if several are listed.
type OfCircle<'a> = (Option<&'a str>, &'a Due);

/// The columns of the table that may be wrapped.
pub(super) const WRAPS: &[usize] = &[0, 3, 4];

/// Sorts what is due in several circles: soonest first, without a date last.
pub(super) fn sort(all: &mut [OfCircle<'_>]) {
    all.sort_by_key(|(_, due)| (due.date.is_none(), due.date));
}

/// Returns a row of the table: circle, date, what it is, title, who sees to it, where more is found.
pub(super) fn row((circle, due): &OfCircle<'_>, words: &Words) -> Vec<String> {
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
