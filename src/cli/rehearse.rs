//! `rounds rehearse`: runs a meeting with a sample circle.
//!
//! Never writes a file.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::ExitCode;

use crate::circle::{Circle, RoleKind};
use crate::cli::{CommandResult, Invocation};
use crate::dialogue::{Answers, Block};
use crate::error::Result;
use crate::lang::{Words, say};
use crate::meeting::Meeting;
use crate::records::{self, Background};
use crate::rehearse::{Rehearsal, sample};
use crate::session::{End, Script, Session};
use crate::store::clock::Clock;
use crate::terminal::{Page, Terminal, output, screen, signals};

/// Lets the user facilitate at a terminal; otherwise plays a whole meeting.
pub(super) fn run(here: &Invocation) -> CommandResult {
    let words = here.words();
    let (circle, script) = sample(words.lang());
    let circle = Circle::read(circle)?;
    let meeting = if screen::is_attended() && screen::is_shown() {
        facilitated(here, circle)?
    } else {
        Some(played(here.page, circle, script, &words, output::stdout())?)
    };
    if let Some(meeting) = meeting {
        let heading = words.say(&say!("rehearsal-minutes"));
        let heading = Block::Heading { left: heading, right: String::new() };
        here.show(&[Block::Blank, heading, Block::Blank])?;
        let gone = BTreeMap::new();
        let minutes = records::minutes(&meeting, &gone, &say!("minutes-paused"), &words);
        output::print(&minutes.map(|it| it.page + "\n").unwrap_or_default())?;
    }
    let kept = Block::Text(words.say(&say!("rehearsal-end")));
    here.show(&[Block::Blank, kept])?;
    Ok(ExitCode::SUCCESS)
}

/// Plays the script, and writes the transcript to `out`.
fn played(
    page: Page,
    circle: Circle,
    script: &str,
    words: &Words,
    out: impl Write,
) -> Result<Meeting> {
    let background = Background::default();
    let mut answers = Script::new("rehearsal", script, page, words, out)?;
    let mut session = Session::new(Meeting::new(circle), &background, words, Clock::Live);
    session.run(&mut answers, &mut |_| Ok(()))?;
    Ok(session.meeting)
}

/// Lets the person at the terminal facilitate. Returns the meeting if it was closed.
fn facilitated(here: &Invocation, circle: Circle) -> Result<Option<Meeting>> {
    // Answers typed in one's own language are taken.
    let words = &here.words().at_terminal();
    signals::watch(words);
    let background = Background::default();
    let me = circle.holder(RoleKind::Facilitator).unwrap_or_default().to_owned();
    let mut terminal = Terminal::new(words, here.page, None);
    let intro = [say!("rehearsal-you", who = &me), say!("rehearsal-how")];
    let mut intro: Vec<Block> = intro.iter().map(|it| Block::Text(words.say(it))).collect();
    intro.push(Block::Blank);
    terminal.show(&intro)?;
    let mut rehearsal = Rehearsal::new(&mut terminal, output::stdout(), here.page, words, me);
    let mut session = Session::new(Meeting::new(circle), &background, words, Clock::Live);
    let end = session.run(&mut rehearsal, &mut |_| Ok(()));
    drop(terminal);
    signals::restore();
    Ok((end? == End::Closed).then_some(session.meeting))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::LANGUAGES;
    use crate::meeting::Outcome::Adopted;
    use crate::meeting::Step;
    use crate::terminal::Look;

    #[test]
    fn a_whole_meeting_decides_and_elects_and_is_short_enough_to_watch() {
        for lang in LANGUAGES {
            let (words, (circle, script)) = (Words::of(lang), sample(lang));
            let circle = Circle::read(circle).expect("the sample is a good circle");
            let (page, mut screen) = (Page::new(80, Look::Marked), Vec::new());
            let meeting = played(page, circle, script, &words, &mut screen);
            let meeting = meeting.unwrap_or_else(|err| panic!("{}", err.say(&words)));
            let items = &meeting.state().items;
            assert!(matches!(items[0].outcome, Some(Adopted(_))));
            assert!(items[1].election().is_some_and(|it| it.accepted));
            assert_eq!(items[1].objections.len(), 1);
            assert_eq!(meeting.step(), Some(&Step::File));
            let lines = String::from_utf8_lossy(&screen).lines().count();
            assert!(lines < 320, "{lang:?}: {lines} lines");
        }
    }

    #[test]
    fn the_suggestion_names_the_role_of_the_sample() {
        for lang in LANGUAGES {
            let circle = Circle::read(sample(lang).0).expect("the sample is a good circle");
            let role = &circle.roles.last().expect("it has roles").name;
            let told = Words::of(lang).say(&say!("rehearsal-try"));
            assert!(told.contains(&format!("`select {role}`")), "{told}");
        }
    }
}
