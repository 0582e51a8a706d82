//! Tests that a long line wraps at words while it is typed.

use crate::pty::{Place, Session};

const TEXT: &str = "Nobody uses a power tool in the garden between one and three o'clock, and nobody does \
                    so after eight in the evening either";

/// Opens a meeting at a terminal of so many columns, until Ana is asked in the check-in.
fn asked(place: &Place, columns: u16) -> Session {
    let mut session = Session::sized(place.rounds(&["meet"]), 24, columns);
    session.prompt();
    for _ in 0..3 {
        session.answer("");
    }
    session
}

/// Returns the words of the lines on the screen from the prompt on.
#[track_caller]
fn typed(session: &Session) -> Vec<String> {
    let screen = session.screen();
    let from = screen.rfind('›').unwrap();
    screen[from..].split_whitespace().skip(1).map(str::to_owned).collect()
}

#[test]
fn no_word_is_broken_while_a_line_is_typed() {
    for columns in [40, 80] {
        let place = Place::new();
        let mut session = asked(&place, columns);
        session.keys(TEXT);
        session.until("the line", |it| it.shows("evening either"));
        assert_eq!(typed(&session), TEXT.split(' ').collect::<Vec<_>>(), "{}", session.screen());
        session.keys("\r");
        session.prompt();
        assert!(place.kept().contains(&format!("text = \"{TEXT}\"")), "{}", place.kept());
    }
}

#[test]
fn what_is_edited_in_a_wrapped_line_is_what_is_recorded() {
    let place = Place::new();
    let mut session = asked(&place, 40);
    // The last word is at the beginning of a line.
    session.keys("Nobody uses a power tool in the garden");
    session.until("the line", |it| it.shows("the garden"));
    session.keys(&"\u{7f}".repeat("garden".len() + 1));
    session.keys("\u{1b}[D\u{1b}[D\u{1b}[D\u{1b}[C\u{1b}[C\u{1b}[C house.\r");
    session.prompt();
    assert!(
        place.kept().contains("text = \"Nobody uses a power tool in the house.\""),
        "{}",
        place.kept()
    );
}

#[test]
fn a_wrapped_line_is_emptied_at_once() {
    let place = Place::new();
    let mut session = asked(&place, 40);
    session.keys(TEXT);
    session.until("the line", |it| it.shows("evening either"));
    session.keys("\u{15}tired\r");
    session.prompt();
    assert!(place.kept().contains("text = \"tired\""), "{}", place.kept());
}
