//! Tests the end of a meeting: what comes next, one line about the files, and their names with `?`.

use crate::pty::{Place, Session};

/// Holds a short meeting, up to its end.
fn closed(place: &Place) -> Session {
    let mut session = Session::start(place.rounds(&["meet", "--steps", "admin"]));
    session.prompt();
    for line in ["", "", "", "", "", "2099-09-19", "", ""] {
        session.answer(line);
    }
    session
}

#[test]
fn what_comes_next_is_said_first_and_the_files_are_named_on_request() {
    let place = Place::new();
    let mut session = closed(&place);
    let screen = session.screen();
    assert!(screen.contains("  next  we meet again on 19 September 2099\n"), "{screen}");
    let folder = place.file("").canonicalize().unwrap();
    let told = format!("1 file written in {}", folder.display());
    session.sees(&told);
    session.sees("`?` lists them · Enter ends");
    assert!(!session.shows("written  "), "{}", session.screen());
    // The meeting is over while the names can still be asked for.
    place.run(&["minutes"]);
    let mut other = Session::start(place.rounds(&[]));
    other.sees("One meeting so far.");
    assert_eq!(other.end(), 0);
    session.keys("?\r");
    session.sees("written meetings/");
    session.at("›");
    session.keys("\r");
    assert_eq!(session.end(), 0);
}
