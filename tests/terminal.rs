//! Tests a meeting at a terminal: nothing is lost, nobody consents by accident, and the terminal is
//! restored.
#![cfg(unix)]
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test looks at files and the clock, and may fail"
)]

mod pty;
#[path = "pty/own_words.rs"]
mod own_words; // the words of the circle's language
#[path = "pty/held.rs"]
mod held; // a key that is held down
#[path = "pty/kept.rs"]
mod kept; // a journal that vanishes or changes
#[path = "pty/lines.rs"]
mod lines; // several lines at once
#[path = "pty/standing.rs"]
mod standing; // a line that was not recorded
#[path = "pty/who_is_here.rs"]
mod who_is_here; // the list of those present
#[path = "pty/editor.rs"]
mod editor; // the text in an editor of one's own
#[path = "pty/wrapped.rs"]
mod wrapped; // lines that wrap at words
#[path = "pty/ends.rs"]
mod ends; // what is said at the end
#[path = "pty/welcome.rs"]
mod welcome; // where there is no circle yet
#[path = "pty/picks.rs"]
mod picks; // a list to pick from
#[path = "pty/arranged.rs"]
mod arranged; // a list to pick the agenda from and to sort it
#[path = "pty/shown.rs"]
mod shown; // a record that is picked from several
#[path = "pty/several_paused.rs"]
mod several_paused; // more than one paused meeting
#[path = "pty/silent.rs"]
mod silent; // silence past the day of an answer in writing
#[path = "pty/written.rs"]
mod written; // what is asked and answered in writing
#[path = "pty/typed_in.rs"]
mod typed_in; // a record from before, asked for
#[path = "pty/shells.rs"]
mod shells; // completions in bash, zsh and fish
#[path = "pty/manual.rs"]
mod manual; // the manual, opened in `man`
#[path = "pty/follow.rs"]
mod follow; // a second window that follows the meeting

use std::thread;
use std::time::Duration;

use pty::{CIRCLE, Place, Session};
use rounds::Meeting;
use rounds::journal;
use rounds::{Lang, Words, say};
use rustix::process::Signal;

/// A whole meeting, one line per fact.
const MEETING: [&str; 73] = [
    "",
    "",
    "",
    "tired",
    "",
    "glad to be here",
    "60",
    "the pump is mended",
    "",
    "who Chen",
    "decide Quiet hours 20 min by Ana",
    "select Keys",
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
    "opens and closes the shed",
    "6 months",
    "",
    "is here often",
    "",
    "",
    "",
    "Ana: is here every day",
    "Ana, Chen for 3 months: both are near",
    "Dana (outside): lives next door",
    "",
    "",
    "Ana: I go along",
    "Ana: is here every day",
    "",
    "o I am away in May",
    "",
    "put Chen for 3 months: is near",
    "",
    "",
    "",
    "",
    "",
    "/done rack",
    "",
    "a heap behind the shed",
    "",
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
    ends(&mut session);
    prompts
}

/// Closes the meeting, and leaves the question about its files.
fn ends(session: &mut Session) {
    session.keys("\r");
    session.at("›");
    session.keys("\r");
    assert_eq!(session.end(), 0);
}

/// Returns the line that names the current step of a journal's meeting.
fn stands_at(kept: &str) -> String {
    let kept = journal::read(kept).unwrap();
    let meeting = Meeting::of(kept.format, kept.head, kept.facts).unwrap();
    let place = meeting.state().place();
    Words::of(Lang::En).say(&say!("rejoin", step = place))
}

/// Kills the program after every line, at once or at the next prompt, and resumes the meeting.
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
    ends(&mut session);
}

#[test]
fn a_meeting_killed_at_any_moment_goes_on_at_the_same_prompt() {
    let prompts = uninterrupted();
    // A line is taken when nothing has come behind it for 25 ms.
    let waits = [8_000, 25_500, 26_500].map(|it| Some(Duration::from_micros(it)));
    thread::scope(|scope| {
        for wait in waits.into_iter().chain([None]) {
            let prompts = &prompts;
            scope.spawn(move || killed_after_every_line(prompts, wait));
        }
    });
}

#[test]
fn a_pause_goes_on_at_the_same_prompt() {
    for keys in ["\u{4}", "/pause\r"] {
        let place = Place::new();
        let mut session = place.open();
        assert_eq!(session.answer("tired"), "Ben  ›");
        session.keys(keys);
        assert_eq!(session.end(), 3);
        place.meet().at("Ben  ›");
    }
}

#[test]
fn a_signal_leaves_the_terminal_as_it_was_and_the_meeting_whole() {
    let signals = [(Signal::TERM, 143), (Signal::HUP, 129)];
    for (signal, code) in signals {
        let place = Place::new();
        let mut session = place.open();
        session.answer("tired");
        session.signal(signal);
        assert_eq!(session.end(), code);
        place.meet().at("Ben  ›");
    }
    let place = Place::new();
    let mut session = place.open();
    session.keys("\u{3}");
    assert_eq!(session.end(), 130);
    place.meet().at("Ana  ›");
}

#[test]
fn ctrl_c_in_the_list_of_those_present_leaves_the_terminal_as_it_was() {
    let place = Place::new();
    let mut session = place.meet();
    session.at("(list)");
    session.keys("\u{3}");
    assert_eq!(session.end(), 130);
    assert_eq!(place.kept(), "");
}

#[test]
fn one_meeting_runs_at_a_time() {
    let place = Place::new();
    let first = place.open();
    let mut second = place.meet();
    assert_eq!(second.end(), 2);
    assert!(second.shows("error:"), "{}", second.screen());
    for (args, said) in [
        (&[][..], "A meeting is running now, in another window: the check-in"),
        (&["minutes"], "The meeting is running now; these minutes are not final."),
    ] {
        let mut other = Session::start(place.rounds(args));
        assert_eq!(other.end(), 0);
        assert!(other.shows(said), "{}", other.screen());
    }
    first.kill();
    let mut status = Session::start(place.rounds(&[]));
    status.sees("is paused at the check-in");
    place.meet().at("Ana  ›");
}

/// Opens a meeting and brings a proposal to the prompt of its draft.
fn drafting(place: &Place) -> Session {
    let mut session = place.open();
    for line in ["", "", "", "", "", "", "decide Quiet hours", "", "", ""] {
        session.answer(line);
    }
    session.at("›");
    session
}

#[test]
fn what_was_typed_ahead_consents_for_nobody() {
    let place = Place::new();
    let mut session = drafting(&place);
    for line in ["text No drills.", "", "", "", "", "", "", ""] {
        session.answer(line);
    }
    assert!(session.shows("Keep or change the text?"), "{}", session.screen());
    session.signal(Signal::STOP);
    session.keys("\r");
    session.keys("\r\r\r");
    session.signal(Signal::CONT);
    session.sees("This is the decision now.");
    session.prompt();
    assert!(!place.kept().contains("consented"), "{}", place.kept());
}

#[test]
fn a_line_that_was_not_taken_is_there_to_correct() {
    let place = Place::new();
    let mut session = drafting(&place);
    session.keys("term soonish\r");
    session.sees("error: `soonish` is no term");
    session.at("› term soonish");
    session.keys("\t\u{17}2 weeks\r");
    session.at("›");
    assert!(place.kept().contains("term = \"2 weeks\""), "{}", place.kept());
}

#[test]
fn a_refused_line_is_emptied_by_enter_and_not_refused_again() {
    let place = Place::new();
    let mut session = drafting(&place);
    session.keys("term soonish\r");
    session.sees("Edit the line with an arrow or Tab, type it anew, or press Enter to clear it.");
    session.at("› term soonish");
    session.keys("\r");
    session.at("›");
    session.keys("term 2 weeks\r");
    session.at("›");
    assert!(place.kept().contains("term = \"2 weeks\""), "{}", place.kept());
    assert_eq!(session.screen().matches("error:").count(), 1);
}

#[test]
fn text_alone_opens_the_wording_to_be_edited_in_place() {
    let place = Place::new();
    let mut session = drafting(&place);
    session.answer("text No drills after eight");
    session.keys("text\r");
    session.sees("Enter takes the text.");
    session.at("› No drills after eight");
    session.keys(", 陈伟 says\r");
    session.at("›");
    assert!(
        place.kept().contains("text = \"No drills after eight, 陈伟 says\""),
        "{}",
        place.kept()
    );
}

#[test]
fn a_paste_of_several_lines_is_one_answer() {
    let place = Place::new();
    let mut session = drafting(&place);
    session.keys("\u{1b}[200~text One line.\nAnother line.\u{1b}[201~");
    session.sees("Another line.");
    session.keys("\r");
    session.at("›");
    assert!(place.kept().contains("One line.\nAnother line."), "{}", place.kept());
    assert_eq!(place.kept().matches("what = \"worded\"").count(), 1);
}

#[test]
fn a_screen_reader_is_sent_no_escapes() {
    for (args, term) in [(&["--plain", "meet"][..], "xterm-256color"), (&["meet"][..], "dumb")] {
        let place = Place::new();
        let mut session = Session::start(place.rounds(args).env("TERM", term));
        session.sees("Who is here? Enter takes all:");
        session.keys("\r");
        session.sees("Who facilitates? Enter takes Ben:");
        session.keys("nobody at all\r");
        session.sees("error: nobody here is called");
        session.keys("\u{4}");
        assert_eq!(session.end(), 3);
        assert!(!session.raw.contains(&0x1b), "{:?}", String::from_utf8_lossy(&session.raw));
    }
}

/// Writes a meeting of an earlier day that is paused at the reactions.
pub fn paused_long_ago(place: &Place) {
    let script = "/at 2025-09-05T19:00+02:00\nall\nok\nok\nok\nok\nok\nok\nok\nok\n\
                  decide Quiet hours\nok\nok\nok\ntext No drills.\nok\n";
    place.write("script.txt", script);
    place.run(&["meet", "--script", "script.txt"]);
}

#[test]
fn a_meeting_of_an_earlier_day_goes_on_only_if_that_is_said() {
    let place = Place::new();
    paused_long_ago(&place);
    let mut session = place.meet();
    session.sees("The meeting of 5 September 2025 is paused.");
    session.at("›");
    session.keys("go on\r");
    session.sees("We are at the clarifying questions");
    session.kill();
}

#[test]
fn a_meeting_of_an_earlier_day_can_be_closed_as_it_was_left() {
    let place = Place::new();
    paused_long_ago(&place);
    let mut session = place.meet();
    session.at("›");
    session.keys("close\r");
    session.at("(list)");
    let kept = place.kept();
    let filed = kept.split("what = \"filed\"\n").nth(1);
    assert!(filed.is_some_and(|it| it.ends_with("\nat = 2025-09-05T19:00:00+02:00\n")), "{kept}");
    assert_eq!(place.list("backlog", ".md"), ["quiet-hours.md"]);
    assert_eq!(place.list("meetings", ".md"), ["2025-09-05.md"]);
}

#[test]
fn a_record_that_could_not_be_written_for_an_earlier_meeting_shows_in_the_exit_code() {
    let place = Place::new();
    paused_long_ago(&place);
    place.write("meetings/2025-09-05.md", "Ana's own minutes.\n");
    let mut session = place.meet();
    session.at("›");
    session.keys("close\r");
    session.at("(list)");
    session.keys("\u{4}");
    assert_eq!(session.end(), 2, "{}", session.screen());
}

#[test]
fn a_meeting_of_an_earlier_day_can_be_left_for_a_new_one() {
    let place = Place::new();
    paused_long_ago(&place);
    let kept = place.kept();
    let mut session = place.meet();
    session.at("›");
    session.keys("new\r");
    session.at("(list)");
    assert_eq!(place.kept(), kept);
}

#[test]
fn a_circle_that_changed_meanwhile_is_named_and_a_broken_one_stops_no_meeting() {
    let place = Place::new();
    place.open().kill();
    place.write("circle.toml", &format!("{CIRCLE}\n[[member]]\nname = \"Dana\"\n"));
    let mut session = place.meet();
    session.sees("New in the circle since: Dana.");
    session.at("Ana  ›");
    session.kill();
    place.write("circle.toml", "name = \"Garden\"\nmebmer = []\n");
    let mut session = place.meet();
    session.sees("unknown key `mebmer`");
    session.at("Ana  ›");
}

#[test]
fn a_meeting_is_walked_again_step_by_step_until_it_is_enough() {
    let place = Place::new();
    paused_long_ago(&place);
    let mut session = Session::start(place.rounds(&["replay", "--step"]));
    session.sees("1 · 19:00 · the opening: who is here");
    session.at("›");
    session.keys("\r");
    session.sees("2 · 19:00 · the opening: who facilitates");
    session.at("›");
    session.keys("more\r");
    session.sees("error: I don't understand `more` here");
    session.at("› more");
    session.keys("q\r");
    assert_eq!(session.end(), 0);
    assert!(!session.shows("3 · 19:00"), "{}", session.screen());
    let mut session = Session::start(place.rounds(&["replay", "--step"]));
    session.at("›");
    session.keys("\u{3}");
    assert_eq!(session.end(), 130);
}
