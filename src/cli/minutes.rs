//! `rounds minutes`: prints the minutes of a meeting, also of a paused one.

use std::process::ExitCode;

use chrono::NaiveDate;

use crate::cli::meet::paused;
use crate::cli::{CommandResult, Invocation, record_words};
use crate::error::Error;
use crate::lang::say;
use crate::meeting::{Meeting, MeetingId};
use crate::records::page::mail::{Address, Recipient, message};
use crate::records::site::one_page;
use crate::records::{self, FrontMatter, Minutes};
use crate::store::{Archive, Folder, SharedLock, clock, file, journal};
use crate::terminal::{output, screen};
use crate::text::same;

/// Prints the minutes of a meeting, also of one that is paused
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds minutes
      The minutes of the latest meeting.
  rounds minutes 2026-09-05 --html > minutes.html")]
pub(super) struct Args {
    /// The day of the meeting, 2026-09-05, or 2026-09-05-2 for the second one; otherwise the latest. Needed
    /// where more than one meeting is paused
    #[arg(value_name = "DATE")]
    date: Option<String>,

    /// Prints one page of HTML, to send by mail
    #[arg(long)]
    html: bool,

    /// Prints a message to the members with the minutes as text, for `sendmail -t -i` or a mail program
    ///
    /// It is for the members of that day, present or not. Who has left since gets it if they were
    /// present. The addresses are the `email` of people.toml, else of circle.toml.
    #[arg(long, conflicts_with = "html")]
    mail: bool,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let folder = here.folder()?;
        if let Ok(circle) = folder.circle() {
            here.speak(&circle);
        }
        let archive = Archive::of(&folder);
        let journals = archive.journals()?;
        // With several paused meetings the latest may not be the one that is meant. A journal that
        // cannot be read is named where it is the latest.
        let open = paused::open(&archive)?.meetings;
        if self.date.is_none() && open.len() > 1 {
            let options = open.iter().map(|(path, _)| MeetingId::of(path));
            let options = options.map(|it| format!("`rounds minutes {it}`"));
            return Err(paused::several(options.collect()).into());
        }
        let found = match &self.date {
            Some(date) => journals.iter().find(|it| MeetingId::of(it).as_str() == date),
            None => journals.last(),
        };
        let Some(path) = found else {
            let latest = journals.iter().rev().take(5);
            let days: Vec<String> = latest.map(|it| MeetingId::of(it).to_string()).collect();
            let message = match &self.date {
                Some(date) => say!("error-no-meeting", date = date),
                None => say!("error-no-meetings"),
            };
            let hint = if days.is_empty() {
                say!("hint-no-meetings")
            } else {
                say!("hint-meetings", days = days)
            };
            return Err(Error::new(message).hint(hint).into());
        };
        let kept = journal::read(path)?;
        if let Some(torn) = kept.torn {
            here.warn(&[torn.error().in_file(file::named(path))]);
        }
        let meeting = paused::walk(kept, path)?;
        // Records that cannot be read are named by their ids.
        let files = archive.files_of(&meeting, &MeetingId::of(path)).unwrap_or_default();
        // While a meeting runs, the latest one that is not closed is not paused.
        let is_running = Some(path) == journals.last() && SharedLock::take(&folder).is_none();
        let unfinished = if is_running { say!("minutes-running") } else { say!("minutes-paused") };
        let words = record_words(meeting.circle());
        let minutes = records::minutes(&meeting, &files.texts, &unfinished, &words);
        let Some(minutes) = minutes else { return Ok(ExitCode::SUCCESS) };
        let tag = meeting.circle().language.as_deref();
        if self.mail {
            return mail(here, &folder, &meeting, &minutes);
        }
        output::print(&if self.html {
            one_page(&minutes.page, tag, &words, clock::now().date_naive())
        } else if screen::is_shown() {
            minutes.page + "\n"
        } else {
            // The file, as it is written at the close.
            minutes.to_text()
        })?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Prints a message to the members of a meeting's day. Those without an address are named on standard
/// error.
fn mail(here: &Invocation, folder: &Folder, meeting: &Meeting, minutes: &Minutes) -> CommandResult {
    let now = clock::now();
    let (mut to, mut lacking, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
    for (name, email) in addressed(folder, meeting, now.date_naive())? {
        match email.as_deref().map(|it| (it, Address::of(it))) {
            None => lacking.push(name),
            Some((_, Some(address))) => to.push(Recipient { name, address }),
            Some((email, None)) => {
                let err = Error::new(say!("error-wrong-email", who = name, email = email));
                wrong.push(err.hint(say!("hint-email")));
            }
        }
    }
    if to.is_empty() && wrong.is_empty() {
        return Err(Error::new(say!("error-no-email")).hint(say!("hint-no-email")).into());
    }
    if !lacking.is_empty() {
        let note = Error::new(say!("note-no-address", names = lacking)).hint(say!("hint-no-email"));
        here.note(&note)?;
    }
    if !to.is_empty() {
        output::print(&message(&to, &minutes.title, &minutes.page, now))?;
    }
    Ok(here.warn(&wrong))
}

/// Returns the members of a meeting's day by their present names, each with the address that is known.
/// Who has left since is among them if they were present.
fn addressed(
    folder: &Folder,
    meeting: &Meeting,
    today: NaiveDate,
) -> Result<Vec<(String, Option<String>)>, Vec<Error>> {
    let circle = folder.circle()?;
    let listed = folder.listed_people()?.1.unwrap_or_default();
    let (now, renames) = (circle.on(today), circle.renames());
    let mut found = Vec::new();
    for member in &meeting.circle().members {
        let mut attended = meeting.state().attendances.iter().filter(|it| !it.guest);
        let was_present = attended.any(|it| same(&it.who, &member.name));
        let mut name = member.name.clone();
        renames.people([&mut name]);
        if now.seat(&name).is_none() && !was_present {
            continue;
        }
        let person = listed.iter().find(|it| it.is_called(&name));
        let member = circle.members.iter().find(|it| same(&it.name, &name));
        let of_circle = || member.and_then(|it| it.email.0.clone());
        let email = person.and_then(|it| it.email.clone()).or_else(of_circle);
        found.push((name, email));
    }
    Ok(found)
}
