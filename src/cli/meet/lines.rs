//! `rounds meet --json`: a meeting that another program asks and shows, as JSON lines.
//!
//! The meeting itself is held as at a terminal. Nothing else than lines is printed.

use std::process::ExitCode;

use crate::circle::Circle;
use crate::cli::finish::{self, Paths};
use crate::cli::meet::{Args, Held};
use crate::cli::{CommandResult, Invocation, TROUBLE, meet};
use crate::error::Error;
use crate::meeting::MeetingId;
use crate::session::{End, Lines, line};
use crate::store::{Archive, Folder};
use crate::terminal::{output, signals, stdin};

/// How a meeting ended, and the exit code.
struct Ended {
    how: &'static str,
    meeting: Option<MeetingId>,
    code: ExitCode,
}

/// Holds a meeting. The first line is `start` and the last one `end`, also where it fails.
pub(super) fn run(args: &Args, here: &Invocation) -> CommandResult {
    here.print_lines();
    let found = args.found(here);
    let circle = found.as_ref().ok().and_then(|(_, circle)| circle.as_ref().ok());
    output::print(&line::start(circle, &here.words()))?;
    let ended = found.and_then(|(folder, circle)| hold(args, here, &folder, circle));
    let ended = ended.unwrap_or_else(|errors| {
        here.warn(&errors);
        Ended { how: "failed", meeting: None, code: ExitCode::from(TROUBLE) }
    });
    output::print(&line::end(ended.how, ended.meeting.as_ref()))?;
    Ok(ended.code)
}

fn hold(
    args: &Args,
    here: &Invocation,
    folder: &Folder,
    circle: Result<Circle, Vec<Error>>,
) -> Result<Ended, Vec<Error>> {
    args.refuse_broken(folder, &circle)?;
    // Answers typed in one's own language are taken, as at a terminal.
    let words = here.words().at_terminal();
    signals::watch(&words);
    let (mut from, mut to) = (stdin(), |line: &str| output::print_on(line));
    let mut lines = Lines::new(&words, &mut from, &mut to);
    let Held { lock, meeting, journal, end, code: before } =
        args.hold(here, folder, circle, &words, &mut lines)?;
    signals::restore();
    let how = if end == End::Closed { "closed" } else { "paused" };
    let id = meet::id(journal.as_ref());
    let code = match journal {
        Some(journal) if end == End::Closed => {
            let archive = &mut Archive::of(folder);
            finish::finish(here, archive, meeting, journal, Paths::Listed)?.code
        }
        Some(journal) => finish::paused(here, &journal)?,
        None => ExitCode::SUCCESS,
    };
    drop(lock);
    Ok(Ended { how, meeting: id, code: meet::paused::worst(before, code) })
}
