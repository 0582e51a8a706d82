//! `rounds settle`: adopts the decisions in writing to which everyone has consented.

use std::process::ExitCode;

use chrono::NaiveDate;

use crate::cli::ask::longer;
use crate::cli::finish::{self, Paths};
use crate::cli::meet::paused::worst;
use crate::cli::{CommandResult, Invocation, written};
use crate::dialogue::{Block, day as day_in};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::Moment;
use crate::store::{Archive, Folder, Lock, Stands, Written, write_records};
use crate::terminal::{Terminal, screen};
use crate::text::when::Year;

/// Adopts the decisions in writing to which everyone has consented
///
/// Writes their records and what they change in the circle, as the close of a meeting does. The next
/// meeting does the same before it opens. Without words it takes all that can be settled.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds settle
      Adopts everything to which all have consented.
  rounds settle Quiet hours --meeting
      Gives it to the next meeting.")]
pub(super) struct Args {
    /// Words of the title, to settle one
    #[arg(value_name = "WORDS")]
    words: Vec<String>,

    /// Gives those who are silent until this day; with the words of a title
    #[arg(long, value_name = "DATE", requires = "words", conflicts_with = "meeting")]
    until: Option<String>,

    /// Ends it without a decision: it goes to a meeting; with the words of a title
    #[arg(long, requires = "words")]
    meeting: bool,

    /// When it is settled: 2026-09-21T08:12+02:00
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let (folder, _) = here.circle()?;
        folder.refuse_links()?;
        let lock = Lock::take(&folder)?;
        let mut archive = Archive::of(&folder);
        if self.words.is_empty() {
            let settled = all(here, &mut archive, &lock)?;
            silent(here, &mut archive, self.at.as_deref())?;
            if settled.is_none() {
                here.show(&[Block::Text(here.words().say(&say!("nothing-to-settle")))])?;
            }
            return Ok(settled.unwrap_or(ExitCode::SUCCESS));
        }
        let mut it = written::find(folder.written()?.0, &self.words.join(" "))?;
        it.is_known()?;
        let now = written::time(here, &it, self.at.as_deref())?;
        if let Some(until) = &self.until {
            let until = here.day(until, Year::Next)?;
            let path = longer(&mut it, &folder, until, now)?;
            let stands = Block::Text(here.words().say(&written::stands(&it)));
            let label = here.words().say(&say!("label-written"));
            here.show(&[stands, Block::Pair { label, text: path }])?;
            return Ok(ExitCode::SUCCESS);
        }
        if self.meeting {
            return to_meeting(here, &mut archive, it, now);
        }
        if it.stands() != Stands::Agreed {
            let err = Error::new(say!("error-not-settled", title = it.title()));
            return Err(err.hint(written::stands(&it)).into());
        }
        one(here, &mut archive, it)
    }
}

/// Settles all decisions in writing that can be, and writes the records of those that lack them.
/// Returns the exit code; `None` if there is none. The lock is held meanwhile.
pub(super) fn all(
    here: &Invocation,
    archive: &mut Archive,
    _: &Lock,
) -> Result<Option<ExitCode>, Vec<Error>> {
    let (all, unread) = archive.folder.written()?;
    let mut code = None;
    for it in all {
        if can_be(archive, &it)? {
            let done = one(here, archive, it)?;
            code = Some(code.map_or(done, |code| worst(code, done)));
        }
    }
    let warned = here.warn(&unread);
    Ok(if unread.is_empty() { code } else { Some(warned) })
}

/// Returns whether anything can be settled.
pub(super) fn is_due(archive: &Archive) -> Result<bool> {
    for it in archive.folder.written()?.0 {
        if can_be(archive, &it)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Returns whether everyone has consented, or the record was not written yet.
pub(super) fn can_be(archive: &Archive, it: &Written) -> Result<bool> {
    if !it.is_adopted() {
        return Ok(it.stands() == Stands::Agreed);
    }
    let mut decisions = archive.decisions()?.records.values();
    Ok(decisions.all(|record| record.meeting.as_deref() != Some(it.id.as_str())))
}

/// Settles one decision, and prints what was written.
fn one(here: &Invocation, archive: &mut Archive, mut it: Written) -> CommandResult {
    let words = written::words_of(&it);
    let filed = write_records::settle(archive, &mut it, &words)?;
    let title = Block::Text(here.words().say(&say!("is-settled", title = it.title())));
    here.show(&[Block::Blank, title])?;
    Ok(finish::told(here, archive, &it.meeting, filed, Paths::Listed)?.code)
}

/// Ends a decision in writing, which goes to a meeting.
fn to_meeting(
    here: &Invocation,
    archive: &mut Archive,
    mut it: Written,
    now: Moment,
) -> CommandResult {
    let at = it.next_at(now);
    let words = written::words_of(&it);
    let filed = write_records::to_meeting(archive, &mut it, at, &words)?;
    Ok(finish::told(here, archive, &it.meeting, filed, Paths::Listed)?.code)
}

/// What is done where somebody is silent.
enum Silent {
    Left,
    ToMeeting,
    Longer(NaiveDate),
}

/// Says who is silent past the day by which an answer was asked for. At a terminal it asks whether they
/// get longer, or the decision goes to a meeting.
fn silent(here: &Invocation, archive: &mut Archive, at: Option<&str>) -> Result<(), Vec<Error>> {
    let folder = archive.folder.clone();
    for mut it in folder.written()?.0 {
        let Stands::Waits(names) = it.stands() else { continue };
        let now = written::time(here, &it, at)?;
        let Some(until) = it.until().filter(|it| *it < now.date_naive()) else { continue };
        let words = here.words().at_terminal();
        let (title, count) = (it.title(), names.len());
        let said =
            say!("written-silent", title = title, count = count, names = names, date = until);
        here.show(&[Block::Text(words.say(&said))])?;
        if !screen::is_attended() {
            here.show(&[Block::Hint(words.say(&say!("hint-written-silent")))])?;
            continue;
        }
        let mut terminal = Terminal::new(&words, here.page, None);
        let (sentence, keys) = (say!("ask-silent"), say!("written-silent-keys"));
        let question = (&sentence, Some(&keys), Some(&say!("help-silent")));
        let answer = written::asked(&mut terminal, &words, question, None, |typed| match typed {
            "" => Ok(Silent::Left),
            "m" | "meeting" => Ok(Silent::ToMeeting),
            day => day_in(day, &words, now.date_naive(), Year::Next).map(Silent::Longer),
        })?;
        drop(terminal);
        match answer {
            None | Some(Silent::Left) => {}
            Some(Silent::ToMeeting) => drop(to_meeting(here, archive, it, now)?),
            Some(Silent::Longer(until)) => {
                longer(&mut it, &folder, until, now)?;
                let said = say!("ask-until", date = words.date_with_weekday(until));
                here.show(&[Block::Hint(words.say(&said))])?;
            }
        }
    }
    Ok(())
}

/// Settles what can be before a meeting opens. The exit code tells whether all was written.
pub(super) fn before_meeting(here: &Invocation, folder: &Folder, lock: &Lock) -> CommandResult {
    Ok(all(here, &mut Archive::of(folder), lock)?.unwrap_or(ExitCode::SUCCESS))
}
