//! A meeting at a terminal: nothing is lost, nobody consents by accident, the terminal is left
//! as it was found.
#![cfg(unix)]

mod pty;

use std::thread;
use std::time::Duration;

use pty::Place;
use rounds::meeting::Meeting;
use rounds::record::journal;
use rounds::words::{Lang, Words, say};

/// A whole meeting, one line per fact.
const MEETING: [&str; 42] = [
    "",
    "",
    "",
    "tired",
    "",
    "glad to be here",
    "decide Quiet hours 20 min by Ana",
    "explore Where the compost goes",
    "",
    "",
    "",
    "text No power tools in the garden after 20:00.",
    "who Ben",
    "measure complaints from the neighbours",
    "",
    "does it cover the pump",
    "no, only what is held in the hand",
    "",
    "",
    "good for the children",
    "",
    "",
    "",
    "o saturdays are the only days i can build",
    "c the noise of the pump",
    "text No power tools in the garden after 20:00, on Saturdays after 21:00.",
    "term 3 months",
    "",
    "",
    "",
    "",
    "",
    "/note it is late",
    "/action Ben: build a rack by 2027-01-01",
    "",
    "a heap behind the shed",
    "",
    "",
    "",
    "until soon",
    "",
    "",
];

/// Holds the whole meeting in one session, and returns the prompts before each line.
fn uninterrupted() -> Vec<String> {
    let place = Place::new();
    let mut session = place.meet();
    let mut prompts = vec![session.prompt()];
    for (line, facts) in MEETING[..MEETING.len() - 1].iter().zip(1..) {
        prompts.push(session.answer(line));
        assert_eq!(place.facts(), facts, "after `{line}`:\n{}", session.screen());
    }
    session.keys("\r");
    assert_eq!(session.end(), 0);
    prompts
}

/// Returns where a journal says that its meeting stands.
fn stands_at(kept: &str) -> String {
    let kept = journal::read(kept).unwrap();
    let meeting = Meeting::of(kept.head, kept.facts).unwrap();
    let place = meeting.state().place();
    Words::of(Lang::En).say(&say!("rejoin", step = place))
}

/// Kills a meeting after every line, at once or once the next prompt is there, and goes on.
fn killed_after_every_line(prompts: &[String], wait: Option<Duration>) {
    let place = Place::new();
    let mut facts = 0;
    let mut tries = 0;
    let mut session = place.meet();
    while facts < MEETING.len() - 1 {
        session.at(&prompts[facts]);
        session.keys(&format!("{}\r", MEETING[facts]));
        match wait {
            Some(wait) => thread::sleep(wait * (1 + tries)),
            None => session.at(&prompts[facts + 1]),
        }
        session.kill();
        let kept = place.facts();
        let fewest = if wait.is_some() { facts } else { facts + 1 };
        assert!((fewest..=facts + 1).contains(&kept), "{kept} facts after line {facts}");
        tries = if kept > facts { 0 } else { tries + 1 };
        facts = kept;
        session = place.meet();
        if facts > 0 {
            session.sees(&stands_at(&place.kept()));
        }
    }
    session.at(&prompts[facts]);
    session.keys("\r");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_meeting_killed_at_any_moment_goes_on_at_the_same_prompt() {
    let prompts = uninterrupted();
    let waits = [100, 500, 1_500].map(|it| Some(Duration::from_micros(it)));
    thread::scope(|scope| {
        for wait in waits.into_iter().chain([None]) {
            let prompts = &prompts;
            scope.spawn(move || killed_after_every_line(prompts, wait));
        }
    });
}
