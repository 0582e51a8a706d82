//! Tests `rounds show` with words that may mean several records: a list at a terminal.

use std::path::Path;

use crate::pty::{Place, Session};

/// A place with two decisions of nearly the same title.
fn with_decisions() -> Place {
    let place = Place::new();
    std::fs::create_dir(place.file("decisions")).unwrap();
    for (name, title) in [("quiet-days", "Quiet days"), ("quiet-hours", "Quiet hours")] {
        let id = format!("2026-05-05-{name}");
        let text = format!(
            "+++\nid = \"{id}\"\nkind = \"decision\"\ntitle = \"{title}\"\ncircle = \"Garden\"\n\
             date = 2026-05-05\nreview = 2040-05-05\nterm = \"14 years\"\n+++\nNo drills: {title}.\n"
        );
        place.write(&format!("decisions/{id}.md"), &text);
    }
    place
}

#[test]
fn the_record_is_picked_from_those_that_may_be_meant() {
    let place = with_decisions();
    let mut session = Session::start(place.rounds(&["show", "quiet"]));
    session.sees("“quiet” fits 2 records. Arrows move, Enter shows one, Esc leaves.");
    session.sees("› Quiet days · 5 May 2026");
    session.keys("\u{1b}[B");
    session.sees("› Quiet hours · 5 May 2026");
    session.keys("\r");
    session.sees("No drills: Quiet hours.");
    assert_eq!(session.end(), 0);
    assert!(!session.shows("No drills: Quiet days."), "{}", session.screen());
}

#[test]
fn esc_leaves_with_the_error_and_signals_leave_the_terminal_as_it_was() {
    let place = with_decisions();
    for (key, code) in [("\u{1b}", 2), ("\u{3}", 130)] {
        let mut session = Session::start(place.rounds(&["show", "quiet"]));
        session.sees("› Quiet days");
        session.keys(key);
        assert_eq!(session.end(), code);
        assert_eq!(session.shows("error:"), code == 2, "{}", session.screen());
    }
    let mut session = Session::start(place.rounds(&["show", "quiet"]));
    session.sees("› Quiet days");
    session.signal(rustix::process::Signal::TERM);
    assert_eq!(session.end(), 143);
}

#[test]
fn in_a_pipe_with_plain_and_as_json_it_is_an_error() {
    let place = with_decisions();
    for args in [&["--plain", "show", "quiet"][..], &["show", "quiet", "--json"]] {
        let mut session = Session::start(place.rounds(args));
        session.sees("error: `quiet` fits several records");
        assert_eq!(session.end(), 2);
    }
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_rounds"));
    command.args(["show", "quiet"]).current_dir(place.file("."));
    let ran = command.env("ROUNDS_CONFIG_DIR", Path::new("nowhere")).output().unwrap();
    assert_eq!((ran.status.code(), ran.stdout.len()), (Some(2), 0));
}
