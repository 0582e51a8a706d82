//! Tests the choice between several paused meetings.

use crate::paused_long_ago;
use crate::pty::{Place, Session};

#[test]
fn one_of_several_paused_meetings_is_chosen_from_their_list() {
    let place = Place::new();
    paused_long_ago(&place);
    let kept = place.kept();
    place.write("second.txt", "/at 2025-09-05T21:00+02:00\nall\nok\nok\n");
    place.run(&["meet", "--script", "second.txt"]);
    let mut session = place.meet();
    session.sees("More than one meeting is paused.");
    session.sees("The meeting 2025-09-05 is paused at the clarifying questions");
    session.sees("The meeting 2025-09-05-2 is paused at the check-in");
    session.at("›");
    session.keys("3\r");
    session.sees("error: I don't understand `3` here");
    session.at("› 3");
    session.keys("1\r");
    session.sees("The meeting of 5 September 2025 is paused.");
    session.at("›");
    session.keys("go on\r");
    session.sees("We are at the clarifying questions");
    session.kill();
    let mut session = Session::start(place.rounds(&["meet", "--meeting", "2025-09-05"]));
    session.sees("The meeting of 5 September 2025 is paused.");
    session.kill();
    let mut session = place.meet();
    session.at("›");
    session.keys("new\r");
    session.at("(list)");
    session.kill();
    let journal = place.file("meetings/2025-09-05.toml");
    assert_eq!(std::fs::read_to_string(journal).unwrap(), kept);
}

#[test]
fn ctrl_d_at_the_choice_opens_no_meeting_and_enter_takes_none() {
    let place = Place::new();
    paused_long_ago(&place);
    let mut session = place.meet();
    session.sees("The meeting of 5 September 2025 is paused.");
    session.at("›");
    session.keys("\r");
    session.sees("error: nothing is offered here that Enter or `ok` could take");
    session.at("›");
    session.keys("\u{4}");
    assert_eq!(session.end(), 3);
    place.write("second.txt", "/at 2025-09-05T21:00+02:00\nall\nok\nok\n");
    place.run(&["meet", "--script", "second.txt"]);
    let mut session = place.meet();
    session.sees("More than one meeting is paused.");
    session.at("›");
    session.keys("\u{4}");
    assert_eq!(session.end(), 3);
    assert_eq!(place.list("meetings", ".toml").len(), 2);
}
