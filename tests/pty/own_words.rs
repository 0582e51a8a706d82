//! Tests that a meeting at a terminal takes the words of the circle's language.

use crate::pty::{CIRCLE, Place, Session};

#[test]
fn a_german_circle_types_german_words_and_keeps_the_same_facts() {
    let place = Place::new();
    place.write("circle.toml", &format!("language = \"de\"\n{CIRCLE}"));
    let mut session = Session::start(place.rounds(&["meet", "--steps", "essential"]));
    session.prompt();
    for _ in 0..3 {
        session.answer("");
    }
    session.sees("entscheiden");
    session.answer("entscheiden Ruhezeiten von Ana");
    session.sees("Wortlaut");
    session.answer("Wortlaut Ab acht ist Ruhe.");
    session.answer("/action Ben: Schild malen bis Freitag");
    session.sees("bis Freitag, ");
    session.answer("Amtszeit ein halbes Jahr");
    session.kill();
    let kept = place.kept();
    for fact in [
        "kind = \"decide\"",
        "by = \"Ana\"",
        "text = \"Ab acht ist Ruhe.\"",
        "due = 2",
        "term = \"6 months\"",
    ] {
        assert!(kept.contains(fact), "{fact}: {kept}");
    }
}

#[test]
fn what_is_done_with_the_list_of_the_agenda_is_said_in_german_words() {
    let place = Place::new();
    place.write("circle.toml", &format!("language = \"de\"\n{CIRCLE}"));
    let mut session = Session::start(place.rounds(&["meet", "--steps", "agenda"]));
    session.prompt();
    for line in ["", "", "", "entscheiden Ruhe", "besprechen Fest", "berichten Kasse"] {
        session.answer(line);
    }
    session.sees("b Fest besprechen");
    session.keys("\t");
    session.sees("› [x] Ruhe");
    session.keys("\u{1b}[C");
    session.sees("[x] Fest · besprechen › [x] Ruhe");
    session.keys("\u{1b}[B");
    session.sees("› [x] Kasse");
    session.keys(" ");
    session.sees("› [ ] Kasse");
    session.keys("\r");
    session.sees("› umstellen a b");
    assert!(session.shows("› streichen c"), "{}", session.screen());
    session.until("two facts", |_| place.facts() == 8);
}

#[test]
fn a_sentence_at_the_draft_is_the_text_after_enter_and_an_enter_leaves_no_objection() {
    let place = Place::new();
    place.write("circle.toml", CIRCLE);
    let mut session = Session::start(place.rounds(&["meet", "--steps", "essential"]));
    session.prompt();
    for _ in 0..3 {
        session.answer("");
    }
    session.answer("decide Quiet hours");
    let facts = place.facts();
    session.answer("no drills after eight");
    session.sees("Take this as the text? Enter: yes");
    assert_eq!(place.facts(), facts);
    session.answer("");
    assert!(place.kept().contains("text = \"no drills after eight\""), "{}", place.kept());
    session.answer("");
    session.sees("Enter: no objection");
    session.answer("");
    session.sees("› no objection");
    session.kill();
}
