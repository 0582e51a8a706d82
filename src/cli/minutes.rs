//! `rounds minutes`: the minutes of a meeting, at any moment.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::meet::paused;
use crate::cli::{CommandResult, Invocation, record_words};
use crate::error::Error;
use crate::lang::say;
use crate::meeting::MeetingId;
use crate::records;
use crate::store::{Archive, file, journal};
use crate::terminal::output;

/// Prints the minutes of a meeting, also of one that is paused
#[derive(clap::Args)]
pub(super) struct Args {
    /// The day of the meeting, 2026-09-05, or 2026-09-05-2 for the second one; otherwise the latest
    #[arg(value_name = "DATE")]
    date: Option<String>,
}

impl Args {
    /// Prints the minutes.
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let folder = here.folder()?;
        if let Ok(circle) = folder.circle() {
            here.speak(&circle);
        }
        let archive = Archive::of(&folder);
        let journals = archive.journals()?;
        let id = |path: &PathBuf| MeetingId::of(path);
        let found = match &self.date {
            Some(date) => journals.iter().find(|it| id(it).as_str() == date),
            None => journals.last(),
        };
        let Some(path) = found else {
            let days: Vec<String> =
                journals.iter().rev().take(5).map(|it| id(it).to_string()).collect();
            let err = match &self.date {
                Some(date) => Error::new(say!("error-no-meeting", date = date)),
                None => Error::new(say!("error-no-meetings")).hint(say!("hint-no-meetings")),
            };
            let known = if days.is_empty() {
                say!("hint-no-meetings")
            } else {
                say!("hint-meetings", days = days)
            };
            return Err(err.hint_if_none(known).into());
        };
        let kept = journal::read(path)?;
        if let Some(torn) = kept.torn {
            let name = file::named(path);
            output::eprint(&format!("{}\n", torn.error().in_file(name).say(&here.words())));
        }
        let meeting = paused::walk(kept, path)?;
        // What cannot be read is named by its id.
        let existing = archive.files_of(&meeting, &id(path)).unwrap_or_default().texts;
        output::print(&records::minutes(&meeting, &existing, &record_words(meeting.circle())))?;
        Ok(ExitCode::SUCCESS)
    }
}
