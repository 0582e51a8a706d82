//! Tests the list from which the one who facilitates is picked.

use crate::pty::{Place, Session};

fn at_facilitator(place: &Place, args: &[&str]) -> Session {
    let mut session = Session::start(place.rounds(args));
    session.prompt();
    session.answer("");
    session
}

#[test]
fn tab_on_an_empty_line_opens_a_list_that_arrows_and_enter_work() {
    let place = Place::new();
    let mut session = at_facilitator(&place, &["meet"]);
    session.at("facilitator [Ben] ›");
    session.sees("Tab: a list to pick from");
    session.keys("\t");
    session.sees("› Ben");
    session.keys("\u{1b}[B");
    session.sees("› Chen");
    assert_eq!(place.facts(), 1);
    session.keys("\r");
    session.at("secretary   [nobody] ›");
    assert!(session.shows("facilitator [Ben] › Chen"), "{}", session.screen());
    assert!(place.kept().contains("role = \"facilitator\"\nwho = \"Chen\"\n"), "{}", place.kept());
    session.keys("\t");
    session.sees("› nobody");
    session.keys("\r");
    session.until("a fact", |_| place.facts() == 3);
    assert!(!place.kept().contains("role = \"secretary\"\nwho"), "{}", place.kept());
}

#[test]
fn esc_goes_back_to_the_line_and_tab_behind_letters_opens_no_list() {
    let place = Place::new();
    let mut session = at_facilitator(&place, &["meet"]);
    session.keys("\t");
    session.sees("› Ben");
    session.keys("\u{1b}");
    session.until("the line", |it| it.line() == "facilitator [Ben] ›" && !it.shows("› Chen"));
    session.keys("An\ta\r");
    session.at("secretary   [nobody] ›");
    assert!(place.kept().contains("who = \"Ana\"\n"), "{}", place.kept());
}

#[test]
fn ctrl_c_in_the_list_leaves_the_terminal_as_it_was() {
    let place = Place::new();
    let mut session = at_facilitator(&place, &["meet"]);
    session.keys("\t");
    session.sees("› Ben");
    session.keys("\u{3}");
    assert_eq!(session.end(), 130);
    assert_eq!(place.facts(), 1);
}

#[test]
fn without_a_cursor_there_is_no_list() {
    let place = Place::new();
    let mut session = Session::start(place.rounds(&["meet", "--plain"]));
    session.sees("Who is here?");
    session.keys("\r");
    session.sees("Who facilitates?");
    assert!(!session.shows("Tab:"), "{}", session.screen());
}

#[test]
fn a_letter_leaves_the_list_for_the_line_and_picks_nothing() {
    let place = Place::new();
    let mut session = at_facilitator(&place, &["meet"]);
    session.keys("\t");
    session.sees("› Ben");
    session.keys(" ");
    session.keys("C");
    session.at("facilitator [Ben] › C");
    assert_eq!(place.facts(), 1);
    session.keys("hen\r");
    session.at("secretary   [nobody] ›");
    assert!(place.kept().contains("role = \"facilitator\"\nwho = \"Chen\"\n"), "{}", place.kept());
}

#[test]
fn ctrl_d_in_the_list_pauses_the_meeting() {
    let place = Place::new();
    let mut session = at_facilitator(&place, &["meet"]);
    session.keys("\t");
    session.at("(list)");
    session.keys("\u{4}");
    session.sees("`rounds meet` goes on with it.");
    assert_eq!(session.end(), 3);
    assert_eq!(place.facts(), 1);
}
