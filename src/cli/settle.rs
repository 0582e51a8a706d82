//! `rounds settle`: adopts the decisions in writing to which everyone has consented.

use std::process::ExitCode;

use crate::cli::finish::{self, Paths};
use crate::cli::meet::paused::worst;
use crate::cli::{CommandResult, Invocation, written};
use crate::dialogue::Block;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::store::{Archive, Folder, Lock, Stands, Written, write_records};

/// Adopts the decisions in writing to which everyone has consented
///
/// Writes their records and what they change in the circle, as the close of a meeting does. The next
/// meeting does the same before it opens. Without words it takes all that can be settled.
#[derive(clap::Args)]
pub(super) struct Args {
    /// Words of the title, to settle one
    #[arg(value_name = "WORDS")]
    words: Vec<String>,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let (folder, _) = here.circle()?;
        folder.refuse_links()?;
        let lock = Lock::take(&folder)?;
        let mut archive = Archive::of(&folder);
        if self.words.is_empty() {
            let settled = all(here, &mut archive, &lock)?;
            if settled.is_none() {
                here.show(&[Block::Text(here.words().say(&say!("nothing-to-settle")))])?;
            }
            return Ok(settled.unwrap_or(ExitCode::SUCCESS));
        }
        let it = written::find(folder.written()?.0, &self.words.join(" "))?;
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
fn can_be(archive: &Archive, it: &Written) -> Result<bool> {
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

/// Settles what can be before a meeting opens. The exit code tells whether all was written.
pub(super) fn before_meeting(here: &Invocation, folder: &Folder, lock: &Lock) -> CommandResult {
    Ok(all(here, &mut Archive::of(folder), lock)?.unwrap_or(ExitCode::SUCCESS))
}
