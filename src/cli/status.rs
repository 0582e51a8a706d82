//! `rounds` without a command: prints the state of the circle, and which commands are useful next.

use std::process::ExitCode;

use crate::cli::meet::paused;
use crate::cli::{CommandResult, Invocation, agenda, welcome};
use crate::dialogue::Block;
use crate::lang::{Phrase, say};
use crate::meeting::{MeetingId, Scheduled};
use crate::records::Background;
use crate::store::{Archive, Folder, SharedLock, Stands, Written, clock, file, journal};
use crate::terminal::screen;

/// Prints the state of the circle.
pub(super) fn run(here: &Invocation) -> CommandResult {
    let found = here.folder();
    let is_lost = found.as_ref().is_err_and(|it| it.message.key == "error-no-circle");
    if is_lost && screen::is_attended() && screen::is_shown() {
        return welcome::run(here);
    }
    of(here, &found?)
}

/// Prints the state of the circle in a folder.
pub(super) fn of(here: &Invocation, folder: &Folder) -> CommandResult {
    let today = clock::now().date_naive();
    let circle = folder.circle()?.on(today);
    here.speak(&circle);
    let words = here.words();
    let text = |phrase: &Phrase| Block::Text(words.say(phrase));
    let mut blocks = vec![Block::Header {
        left: circle.name.clone(),
        right: words.say(&say!("members-count", count = circle.members.len())),
    }];
    if !circle.aim.is_empty() {
        blocks.push(Block::Text(circle.aim.clone()));
    }
    // A file that cannot be read is reported, and the rest is printed all the same.
    let archive = Archive::of(folder);
    let background = archive.background(today, None);
    let (background, mut unread) =
        background.unwrap_or_else(|err| (Background::default(), vec![err]));
    let (mut open, mut unfiled) = (Vec::new(), None);
    for path in archive.unfiled()? {
        match journal::read(&path).and_then(|kept| paused::walk(kept, &path)) {
            Ok(meeting) if meeting.is_closed() => unfiled = Some(path),
            Ok(meeting) => open.push((MeetingId::of(&path), meeting)),
            Err(err) if unread.contains(&err) => {}
            Err(err) => unread.push(err),
        }
    }
    blocks.extend(unread.iter().map(|it| Block::Refusal(it.say(&words))));
    let journals = archive.journals()?;
    blocks.extend(unfiled.iter().map(|it| text(&say!("here-unfiled", file = file::named(it)))));
    let is_running = !open.is_empty() && SharedLock::take(folder).is_none();
    match &open[..] {
        [] if unfiled.is_some() => {}
        [] if journals.is_empty() => blocks.push(text(&say!("here-first"))),
        [] => blocks.push(text(&say!("here-met", count = journals.len()))),
        [(_, meeting)] => {
            let opened = meeting.facts().first().map(|it| it.at.date_naive()).unwrap_or_default();
            let step = meeting.state().place();
            blocks.push(text(&if is_running {
                say!("here-running", step = step)
            } else {
                say!("here-paused", date = opened, step = step)
            }));
        }
        several => {
            let which = say!("here-one-running", count = several.len());
            blocks.extend(is_running.then(|| text(&which)));
            blocks.extend(several.iter().map(|(id, it)| text(&paused::of_meeting(id, it))));
        }
    }
    blocks.extend(background.scheduled.as_ref().and_then(next_meeting).map(|it| text(&it)));
    // Errors have been reported above.
    let due = archive.due(&circle, (today, today), &mut Vec::new()).unwrap_or_default();
    if !due.is_empty() {
        blocks.push(text(&say!("here-due", count = due.len())));
    }
    blocks.push(Block::Blank);
    let until = agenda::horizon(&background, &circle, today);
    let is_open = unfiled.is_some() || !open.is_empty();
    let has_agenda = !is_open && !background.suggestions(&circle, until).is_empty();
    let meet = if is_open { say!("next-go-on") } else { say!("next-meet") };
    let agenda = has_agenda.then(|| ("rounds agenda", say!("next-agenda")));
    let due = (!due.is_empty()).then(|| ("rounds due", say!("next-due")));
    let written = archive.folder.written().map(|it| it.0).unwrap_or_default();
    let waits = |it: &Written| matches!(it.stands(), Stands::Waits(_));
    let answer = written.iter().any(waits).then(|| ("rounds answer", say!("next-answer")));
    let agreed = written.iter().any(|it| it.stands() == Stands::Agreed);
    let settle = agreed.then(|| ("rounds settle", say!("next-settle")));
    let others = [
        ("rounds backlog", say!("next-backlog")),
        ("rounds log", say!("next-log")),
        ("rounds minutes", say!("next-minutes")),
        ("rounds check", say!("next-check")),
        ("rounds rehearse", say!("next-rehearse")),
    ];
    for (command, what) in [("rounds meet", meet)]
        .into_iter()
        .chain(agenda)
        .chain(due)
        .chain(answer)
        .chain(settle)
        .chain(others)
    {
        blocks.push(Block::Pair { label: command.to_owned(), text: words.say(&what) });
    }
    here.show(&blocks)?;
    Ok(ExitCode::SUCCESS)
}

/// Names the day of the next meeting, if it is known.
fn next_meeting(next: &Scheduled) -> Option<Phrase> {
    let date = next.date?;
    Some(match &next.time {
        Some(time) => say!("here-next-at", date = date, time = time),
        None => say!("here-next", date = date),
    })
}
