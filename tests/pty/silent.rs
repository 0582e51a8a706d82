//! Tests `rounds settle` past the day by which an answer was asked for in writing.

use crate::pty::{CIRCLE, Place, Session};

const ID: &str = "written/2026-09-05-quiet-hours";

/// A circle that was asked by a day that has passed, at the question who gets longer.
fn asked() -> (Place, Session) {
    let place = Place::new();
    let rules = "[rules]\nwritten = true\n\n[[member]]";
    place.write("circle.toml", &CIRCLE.replacen("[[member]]", rules, 1));
    let topic = ["backlog", "add", "Quiet hours", "--kind", "decide", "--text", "No drills."];
    place.run(&topic);
    let ask = ["ask", "Quiet hours", "--as", "Ana", "--until", "2026-09-20"];
    place.run(&[&ask[..], &["--at", "2026-09-05T19:00+00:00"]].concat());
    let mut session = Session::start(place.rounds(&["settle"]));
    session.sees("have not answered by");
    session.prompt();
    (place, session)
}

#[test]
fn enter_leaves_those_who_are_silent_as_they_are() {
    let (place, mut session) = asked();
    session.keys("\r");
    assert_eq!(session.end(), 0);
    assert_eq!(place.list(ID, ".toml"), ["1.toml"]);
}

#[test]
fn a_later_day_gives_them_longer() {
    let (place, mut session) = asked();
    session.answer("soon");
    session.keys("2999-01-01\r");
    assert_eq!(session.end(), 0);
    assert_eq!(place.list(ID, "-until.toml").len(), 1);
}

#[test]
fn it_goes_to_the_meeting_if_that_is_said() {
    let (place, mut session) = asked();
    session.keys("m\r");
    assert_eq!(session.end(), 0);
    assert_eq!(place.list(ID, ".toml"), ["1.toml", "end.toml"]);
    assert_eq!(place.list("backlog", ".md"), ["quiet-hours.md"]);
}
