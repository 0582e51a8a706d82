//! `rounds minutes`: the minutes of a meeting, at any moment.

use std::process::ExitCode;

use crate::cli::meet::paused;
use crate::cli::{Invocation, Outcome, record_words};
use crate::error::Error;
use crate::lang::say;
use crate::records;
use crate::store::{Shelf, file, journal};
use crate::terminal::output;

/// Prints the minutes of a meeting, also of one that is paused
#[derive(clap::Args)]
pub struct Args {
    /// The day of the meeting, 2026-09-05, or 2026-09-05-2 for the second one; otherwise the latest
    #[arg(value_name = "DATE")]
    date: Option<String>,
}

impl Args {
    /// Prints the minutes.
    pub fn run(&self, here: &Invocation) -> Outcome {
        let folder = here.folder()?;
        if let Ok(circle) = folder.circle() {
            here.speak(&circle);
        }
        let journals = folder.journals()?;
        let stem = |path: &std::path::PathBuf| {
            path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
        };
        let found = match &self.date {
            Some(date) => journals.iter().find(|it| stem(it) == *date),
            None => journals.last(),
        };
        let Some(path) = found else {
            let days: Vec<String> = journals.iter().rev().take(5).map(stem).collect();
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
        let asked = Shelf::of(folder).map(|it| it.of_meeting(&meeting, &stem(path)));
        let existing = asked.unwrap_or_default().texts;
        output::print(&records::minutes(&meeting, &existing, &record_words(meeting.circle())))?;
        Ok(ExitCode::SUCCESS)
    }
}
