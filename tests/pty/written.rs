//! Tests what is typed at a terminal where a decision is asked for and answered in writing.

use crate::pty::{CIRCLE, Place, Session};

fn place() -> Place {
    let place = Place::new();
    place.write(
        "circle.toml",
        &CIRCLE.replace(
            "[[member]]\nname = \"Ana\"",
            "[rules]\nwritten = true\n\n[[member]]\nname = \"Ana\"",
        ),
    );
    place
}

#[test]
fn only_the_draft_is_taken_and_what_is_left_is_not_sent() {
    let place = place();
    let mut session = Session::start(place.rounds(&["ask", "Bees", "--as", "Ana"]));
    session.prompt();
    for command in ["/arrive Ben", "/undo", "/postpone", "/action Ana: buy hives"] {
        session.keys(&format!("{command}\r"));
        let word = command.split(' ').next().unwrap();
        session.sees(&format!("error: `{word}` belongs to a meeting"));
        session.at(&format!("› {command}"));
        session.keys("\r");
        session.at("›");
    }
    session.keys("text We keep bees.\r");
    session.at("›");
    session.keys("/pause\r");
    session.sees("Nothing was sent, and nothing is kept.");
    assert_eq!(session.end(), 0);
    assert!(place.list("written", "bees").is_empty());
}

#[test]
fn an_answer_is_explained_and_a_slip_shows_what_can_be_typed() {
    let place = place();
    let mut session = Session::start(place.rounds(&["ask", "Bees", "--as", "Ana"]));
    session.prompt();
    session.answer("text We keep bees.");
    session.keys("\r");
    assert_eq!(session.end(), 0);
    let mut session = Session::start(place.rounds(&["answer", "--as", "Ben"]));
    session.prompt();
    let asked = session.screen();
    assert!(asked.contains("\n\nBen, do you object?"), "{asked}");
    session.keys("?\r");
    session.sees("A later answer takes the place of this one, until it is decided.");
    session.at("›");
    session.keys("sounds good\r");
    session.sees("error: I don't understand `sounds` here");
    session.sees("hint: Enter: no objection · `c CONCERN` · `o REASON` · `n NOTE`");
    session.at("› sounds good");
    session.keys("ok\r");
    session.sees("Ben has no objection to version 1.");
    assert_eq!(session.end(), 0);
}
