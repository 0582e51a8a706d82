//! Tests that the line of an answer that was not recorded is replaced, edited or cleared, and never
//! appended to.

use crate::pty::{Place, Session};

/// Opens a meeting and has a line refused where somebody facilitates is asked.
fn refused(place: &Place) -> Session {
    let mut session = place.meet();
    session.prompt();
    session.answer("");
    session.keys("Nemo\r");
    session.sees("error: nobody here is called");
    session.at("facilitator [Ben] › Nemo");
    session
}

/// Expects that the line is taken as the name of the facilitator.
fn facilitates(session: &mut Session, place: &Place, name: &str) {
    session.keys("\r");
    session.at("secretary   [nobody] ›");
    let fact = format!("role = \"facilitator\"\nwho = \"{name}\"\nat = ");
    assert!(place.kept().contains(&fact), "{}", place.kept());
}

#[test]
fn the_next_letter_or_a_paste_replaces_a_refused_line() {
    for typed in ["Ana", "\u{1b}[200~Ana\u{1b}[201~"] {
        let place = Place::new();
        let mut session = refused(&place);
        session.keys(typed);
        session.until("the new line", |it| it.line() == "facilitator [Ben] › Ana");
        facilitates(&mut session, &place, "Ana");
    }
    let place = Place::new();
    let mut session = refused(&place);
    session.keys("陈伟");
    session.until("the new line", |it| it.line() == "facilitator [Ben] › 陈伟");
}

#[test]
fn a_key_that_edits_takes_a_refused_line_into_the_line() {
    // Left, right, up, down, Home, End, Backspace, Tab.
    let keys =
        ["\u{1b}[D", "\u{1b}[C", "\u{1b}[A", "\u{1b}[B", "\u{1b}[H", "\u{1b}[F", "\u{7f}", "\t"];
    let place = Place::new();
    let mut session = refused(&place);
    for key in keys {
        session.keys(key);
        session.keys("o\r");
        session.sees("`Nemoo`");
        session.at("facilitator [Ben] › Nemoo");
        session.keys("\t\u{7f}\r");
        session.at("facilitator [Ben] › Nemo");
    }
}

#[test]
fn a_line_that_was_replaced_does_not_come_back_when_it_is_emptied() {
    let place = Place::new();
    let mut session = refused(&place);
    session.keys("A\u{7f}");
    session.until("an empty line", |it| it.line() == "facilitator [Ben] ›");
    session.keys("\r");
    session.at("facilitator [Ben] ›");
    assert_eq!(place.facts(), 1);
    facilitates(&mut session, &place, "Ben");
}

#[test]
fn enter_clears_a_refused_line_and_takes_nothing() {
    let place = Place::new();
    let mut session = refused(&place);
    session.keys("\r");
    session.at("facilitator [Ben] ›");
    assert_eq!(place.facts(), 1);
    facilitates(&mut session, &place, "Ben");
}

#[test]
fn an_enter_that_is_refused_leaves_nothing_to_clear() {
    let place = Place::new();
    let mut session = Session::start(place.rounds(&["meet", "--steps", "essential"]));
    session.prompt();
    for line in ["", "", "", "decide Quiet hours"] {
        session.answer(line);
    }
    for count in 1..=3 {
        session.keys("\r");
        let refused = "error: a proposal needs a text";
        session.until("a refusal", |it| it.screen().matches(refused).count() == count);
        session.prompt();
    }
    assert!(!session.shows("press Enter to clear it"), "{}", session.screen());
}
