//! `rounds roles`: lists who holds which role, and until when.

use chrono::NaiveDate;

use crate::circle::RoleKind;
use crate::cli::reach::ReachArgs;
use crate::cli::{CommandResult, Invocation, heading, rows};
use crate::dialogue::Block;
use crate::lang::{Phrase, Words, say};
use crate::records;
use crate::records::RoleTerm;
use crate::records::answer;
use crate::terminal::{GLUE, Look, output};
use crate::text::{one_line, same};
use crate::toml_file::Word;

/// Lists who holds which role, until when, and how much of the term is left
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds roles --deep
      Who holds what in this circle and those below.")]
pub(super) struct Args {
    /// As of this day, 2026-09-05; otherwise as of today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,

    #[command(flatten)]
    reach: ReachArgs,

    /// Prints JSON, with the keys of the circle's file
    #[arg(long)]
    json: bool,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let on = here.day_or_today(self.on.as_deref())?;
        let reach = self.reach.reach();
        let read = here.read(reach, |archive, circle, unread| {
            let elections = archive.elections()?;
            unread.extend(elections.errors());
            Ok(records::role_terms(&circle.on(on), elections.records.values(), on))
        })?;
        let all = rows(&read.circles, reach);
        let words = here.words();
        if self.json {
            let rows = all.iter().map(|(circle, role)| role.row(*circle));
            output::print(&answer::list("roles", rows))?;
        } else if !all.is_empty() {
            let bars = here.page.look() != Look::Plain;
            let rows = all.iter().map(|it| row(it, on, bars, &words)).collect();
            let count = say!("roles-count", count = all.len());
            let heading = heading(&words, &say!("roles-heading"), &count);
            let mut blocks = vec![heading, Block::Table { rows, wraps: &[0, 1, 2, 3] }];
            blocks.extend(all.iter().filter_map(|it| next(it, &words)));
            blocks.extend(all.iter().filter_map(|it| nominee(it, &words)));
            here.show(&blocks)?;
        } else if !read.circles.is_empty() {
            here.show(&[Block::Text(words.say(&say!("roles-none")))])?;
        }
        Ok(here.end(&read.unread, read.failed, false))
    }
}

fn row(
    (circle, it): &(Option<&str>, &RoleTerm),
    on: NaiveDate,
    bars: bool,
    words: &Words,
) -> Vec<String> {
    let role = &it.role;
    let say = |it: Phrase| words.say(&it);
    let said = role.kind.map(|it| say(kind(it))).unwrap_or_default();
    // The kind is left out where the name of the role repeats it.
    let is_name = |kind: &str| same(kind, &role.name);
    let mut name = one_line(&role.name);
    if role.kind.is_some_and(|kind| !is_name(&said) && !is_name(kind.word())) {
        name = format!("{name} ({said})");
    }
    let holder = match role.holder.as_deref().map(one_line) {
        None => say(say!("roles-nobody")),
        Some(who) if role.outside => say(say!("roles-outside", who = who)),
        Some(who) => who,
    };
    let span = match (role.since, role.until) {
        // The short form is for the eye; a screen reader gets whole words.
        (Some(since), Some(until)) if bars => {
            let glued = |date| words.date(date).replace(' ', GLUE);
            Some(say!("roles-span", since = glued(since), until = glued(until)))
        }
        (Some(since), Some(until)) => Some(say!("roles-since-until", since = since, until = until)),
        (Some(since), None) => Some(say!("roles-since", date = since)),
        (None, until) => until.map(|it| say!("roles-until", date = it)),
    };
    let span = span.map(say).unwrap_or_default();
    let left = role.until.filter(|_| role.holder.is_some()).map(|until| {
        let left = say(records::left(on, until).said());
        match role.since.filter(|_| bars) {
            Some(since) => format!("{} {left}", records::bar(since, on, until)),
            None => left,
        }
    });
    let left = left.unwrap_or_default();
    let circle = circle.map(one_line).unwrap_or_default();
    vec![circle, name, holder, span, left]
}

/// Names who holds a role next, and from when until when.
fn next((circle, it): &(Option<&str>, &RoleTerm), words: &Words) -> Option<Block> {
    let next = it.role.next.as_ref()?;
    let role = circle.iter().copied().chain([it.role.name.as_str()]).map(one_line);
    let role = role.collect::<Vec<_>>().join(", ");
    let who = one_line(&next.holder);
    let said = say!("roles-next", role = role, who = who, since = next.since, until = next.until);
    Some(Block::Text(words.say(&said)))
}

/// Names who was elected to a role and has not accepted yet.
fn nominee((circle, it): &(Option<&str>, &RoleTerm), words: &Words) -> Option<Block> {
    let election = it.nominee.as_ref()?;
    let role = circle.iter().copied().chain([it.role.name.as_str()]).map(one_line);
    let role = role.collect::<Vec<_>>().join(", ");
    let who = one_line(&election.elected);
    let said = say!("roles-nominee", role = role, who = who, date = election.date);
    Some(Block::Text(words.say(&said)))
}

fn kind(kind: RoleKind) -> Phrase {
    match kind {
        RoleKind::Leader => say!("role-leader"),
        RoleKind::Delegate => say!("role-delegate"),
        RoleKind::Facilitator => say!("role-facilitator"),
        RoleKind::Secretary => say!("role-secretary"),
    }
}
