//! Tests `rounds log add` at a terminal: missing values are asked for, and can be corrected.

use std::fs;

use crate::pty::{Place, Session};

#[test]
fn a_decision_from_before_is_asked_for_and_a_refused_date_can_be_corrected() {
    let place = Place::new();
    let mut session = Session::start(place.rounds(&["log", "add"]));
    session.sees("What is the decision called?");
    session.at("title ›");
    assert_eq!(session.answer("Quiet hours"), "date ›");
    session.keys("32nd of May\r");
    session.sees("error: `32nd of May` is no date");
    session.at("date › 32nd of May");
    session.keys("\u{15}2024-05-03\r");
    session.sees("When does it come back?");
    session.at("review ›");
    session.keys("2024-05-02\r");
    session.sees("error: `review` comes before `date`");
    session.at("review › 2024-05-02");
    assert!(place.list("decisions", "").is_empty());
    session.keys("\u{15}6 months\r");
    session.sees("What was decided?");
    session.at("text ›");
    session.keys("No tools after eight.\r");
    session.sees("decisions/2024-05-03-quiet-hours.md");
    assert_eq!(session.end(), 0);
    let kept = fs::read_to_string(place.file("decisions/2024-05-03-quiet-hours.md")).unwrap();
    assert!(
        kept.contains("date = 2024-05-03\nterm = \"6 months\"\nreview = 2024-11-03\n"),
        "{kept}"
    );
    assert!(kept.ends_with("consent = \"earlier\"\n+++\n\nNo tools after eight.\n"), "{kept}");
}

#[test]
fn an_election_from_before_is_asked_for_too() {
    let place = Place::new();
    let mut session = Session::start(place.rounds(&["log", "add", "--role", "Keys"]));
    session.sees("Who was elected?");
    session.at("elected ›");
    assert_eq!(session.answer("Chen"), "date ›");
    assert_eq!(session.answer("2024-05-03"), "until ›");
    session.keys("1 year\r");
    session.sees("elections/2024-05-03-keys.md");
    assert_eq!(session.end(), 0);
    let kept = fs::read_to_string(place.file("elections/2024-05-03-keys.md")).unwrap();
    assert!(kept.contains("until = 2025-05-03\n"), "{kept}");
}

#[test]
fn what_is_given_up_half_way_leaves_nothing_behind() {
    for (keys, code) in [("\u{3}", 130), ("\u{4}", 2)] {
        let place = Place::new();
        let mut session = Session::start(place.rounds(&["log", "add"]));
        session.at("title ›");
        assert_eq!(session.answer("Quiet hours"), "date ›");
        session.answer("2024-05-03");
        session.keys(keys);
        assert_eq!(session.end(), code, "{}", session.screen());
        assert!(place.list("decisions", "").is_empty());
        assert_eq!(place.list("", ""), ["circle.toml", "meetings"]);
    }
}
