//! `rounds` alone: where the circle stands, and what to type next.

use std::process::ExitCode;

use rounds::desk::{file, journal, out};
use rounds::talk::Block;
use rounds::words::{Phrase, say};

use crate::command::meet::is_closed;
use crate::command::{Here, Outcome, paused};

/// Says where the circle stands.
pub fn run(here: &Here) -> Outcome {
    let (folder, circle) = here.circle()?;
    let words = here.words();
    let text = |phrase: &Phrase| Block::Text(words.say(phrase));
    let mut blocks = vec![Block::Header {
        left: circle.name.clone(),
        right: words.say(&say!("members-count", count = circle.members.len())),
    }];
    if !circle.aim.is_empty() {
        blocks.push(Block::Text(circle.aim.clone()));
    }
    let mut open = None;
    for path in folder.unfiled()? {
        match journal::read(&path).and_then(|kept| paused::walk(kept, &path)) {
            Ok(meeting) => open = Some((path, meeting)),
            Err(err) => blocks.push(Block::Refusal(err.say(&words))),
        }
    }
    let journals = folder.journals()?;
    blocks.push(match &open {
        Some((path, meeting)) if is_closed(meeting) => {
            text(&say!("here-unfiled", file = file::named(path)))
        }
        Some((_, meeting)) => {
            let opened = meeting.facts().first().map(|it| it.at.date_naive()).unwrap_or_default();
            let place = meeting.state().place();
            text(&say!("here-paused", date = opened, step = place))
        }
        None if journals.is_empty() => text(&say!("here-first")),
        None => text(&say!("here-met", count = journals.len())),
    });
    blocks.push(Block::Blank);
    let meet = if open.is_some() { say!("next-go-on") } else { say!("next-meet") };
    for (command, what) in [
        ("rounds meet", meet),
        ("rounds minutes", say!("next-minutes")),
        ("rounds check", say!("next-check")),
        ("rounds rehearse", say!("next-rehearse")),
    ] {
        blocks.push(Block::Pair { label: command.to_owned(), text: words.say(&what) });
    }
    out::print(&here.page.lines(&blocks))?;
    Ok(ExitCode::SUCCESS)
}
