//! Tests that an Enter key that is held down consents to nothing and closes nothing.

use std::thread;
use std::time::Duration;

use crate::drafting;
use crate::pty::{Place, Session};

/// Presses Enter as a key that is held down does.
fn hold_enter(session: &mut Session) {
    for _ in 0..30 {
        session.keys("\r");
        thread::sleep(Duration::from_millis(40));
    }
}

#[test]
fn a_held_enter_consents_to_nothing() {
    let place = Place::new();
    let mut session = drafting(&place);
    for line in ["text No drills.", "", "", "", "", "", "", ""] {
        session.answer(line);
    }
    assert!(session.shows("Keep or change the text?"), "{}", session.screen());
    hold_enter(&mut session);
    session.sees("This is the decision now.");
    session.at("Ana  ›");
    assert!(!place.kept().contains("consented"), "{}", place.kept());
    session.keys("\r");
    session.at("Ben  ›");
    assert_eq!(place.kept().matches("consented").count(), 1);
}

#[test]
fn a_held_enter_does_not_close_the_meeting() {
    let place = Place::new();
    place.write("script.txt", &format!("all\n{}explore x\nok\nok\nclose\n", "ok\n".repeat(8)));
    place.run(&["meet", "--script", "script.txt"]);
    let mut session = place.meet();
    session.prompt();
    hold_enter(&mut session);
    session.sees("Close the meeting?");
    session.at("›");
    assert!(!place.kept().contains("\"closed\""), "{}", place.kept());
    session.keys("\r");
    session.at("›");
    session.keys("\r");
    assert_eq!(session.end(), 0);
}
