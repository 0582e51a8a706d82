//! Tests that one Enter gives one answer, where a paste is not marked as one.

use crate::pty::{Place, Session};

/// Opens a meeting without line editing, until Ana is asked in the check-in.
fn plain(place: &Place, args: &[&str], term: &str) -> Session {
    let mut session = Session::start(place.rounds(args).env("TERM", term));
    for said in ["Who is here?", "Who facilitates?", "Who writes"] {
        session.sees(said);
        session.keys("\r");
    }
    session.sees("Ana:");
    session
}

#[test]
fn lines_that_come_at_once_are_all_refused_in_plain_mode() {
    for (args, term) in [(&["--plain", "meet"][..], "xterm"), (&["meet"][..], "dumb")] {
        let place = Place::new();
        let mut session = plain(&place, args, term);
        let facts = place.facts();
        for (paste, count) in [("one\rtwo\rthree\r", 3), ("one\rtwo", 2), ("\r\r\r\r", 4)] {
            session.keys(paste);
            session.sees(&format!("error: {count} lines came at once; nothing was recorded"));
            assert_eq!(place.facts(), facts);
        }
        session.keys("tired\r");
        session.until("a fact", |_| place.facts() == facts + 1);
        assert!(place.kept().contains("\"tired\""), "{}", place.kept());
    }
}

#[test]
fn a_fenced_text_may_be_pasted_in_plain_mode_but_nothing_behind_it() {
    let place = Place::new();
    let mut session = plain(&place, &["--plain", "meet"], "xterm");
    let facts = place.facts();
    session.keys("\"\"\"\rone\rtwo\r\"\"\"\rok\r");
    session.sees("error: 5 lines came at once");
    assert_eq!(place.facts(), facts);
    session.keys("\"\"\"\rone\rtwo\r\"\"\"\r");
    session.until("a fact", |_| place.facts() == facts + 1);
    assert!(place.kept().contains("one\ntwo"), "{}", place.kept());
}

#[test]
fn a_line_that_the_terminal_has_cut_is_refused() {
    let place = Place::new();
    let mut session = plain(&place, &["--plain", "meet"], "xterm");
    let facts = place.facts();
    session.keys(&format!("{}\r", "a".repeat(4200)));
    session.sees("error: the terminal cuts a line at 4095 bytes; nothing was recorded");
    assert_eq!(place.facts(), facts);
    session.keys(&format!("{}\r", "a".repeat(4000)));
    session.until("a fact", |_| place.facts() == facts + 1);
}

#[test]
fn lines_of_a_paste_that_is_not_marked_are_refused_while_lines_are_edited() {
    let place = Place::new();
    let mut session = place.open();
    let facts = place.facts();
    for (paste, count) in [("one\rtwo\rthree\r", 3), ("one\rtwo", 2)] {
        session.keys(paste);
        session.sees(&format!("error: {count} lines came at once; nothing was recorded"));
        session.at("Ana  ›");
        assert_eq!(place.facts(), facts);
    }
    session.answer("tired");
    assert_eq!(place.facts(), facts + 1);
    assert!(place.kept().contains("\"tired\""), "{}", place.kept());
}

#[test]
fn a_line_and_ctrl_d_at_once_are_an_answer_and_a_pause() {
    for args in [&["meet"][..], &["--plain", "meet"]] {
        let place = Place::new();
        let mut session = Session::start(place.rounds(args));
        session.sees("Who is here?");
        if args.len() == 1 {
            session.prompt();
        }
        session.keys("\r");
        session.sees("acilitat");
        if args.len() == 1 {
            session.prompt();
        }
        let facts = place.facts();
        session.keys("Ben\r\u{4}");
        assert_eq!(session.end(), 3, "{}", session.screen());
        assert_eq!(place.facts(), facts + 1);
    }
}
