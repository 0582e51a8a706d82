//! Tests the list of those who are here: keys work it, and letters begin a line of text.

use crate::pty::Place;

#[test]
fn the_first_letter_goes_to_the_text_line_and_ticks_nobody() {
    for (line, present) in [
        ("all but Ana", "[\"Ben\", \"Chen\"]"),
        ("ana, ben", "[\"Ana\", \"Ben\"]"),
        ("@all\u{15}chen", "[\"Chen\"]"),
    ] {
        let place = Place::new();
        let mut session = place.meet();
        session.at("(list)");
        session.sees("Arrows move, Space ticks, Enter takes the list. Or type");
        let (first, rest) = line.split_at(1);
        session.keys(first);
        session.at(&format!("here        [all] › {first}"));
        session.keys(&format!("{rest}\r"));
        session.prompt();
        assert!(place.kept().contains(&format!("present = {present}")), "{}", place.kept());
    }
}

#[test]
fn a_line_that_comes_at_once_is_taken_whole() {
    let place = Place::new();
    let mut session = place.meet();
    session.at("(list)");
    session.keys("all but Ana\r");
    session.until("a fact", |_| place.facts() == 1);
    assert!(place.kept().contains("present = [\"Ben\", \"Chen\"]"), "{}", place.kept());
}

#[test]
fn arrows_and_space_work_the_list() {
    let place = Place::new();
    let mut session = place.meet();
    session.at("(list)");
    session.keys("\u{1b}[B");
    session.sees("› [x] Ben");
    session.keys(" ");
    session.sees("› [ ] Ben");
    session.keys("\r");
    session.prompt();
    assert!(place.kept().contains("present = [\"Ana\", \"Chen\"]"), "{}", place.kept());
}
