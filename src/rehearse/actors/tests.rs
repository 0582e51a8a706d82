use std::collections::HashSet;

use super::*;
use crate::circle::Circle;
use crate::lang::Lang;
use crate::records::Background;
use crate::rehearse::sample;
use crate::session::{End, Script, Session};
use crate::store::clock::Clock;
use crate::terminal::Look;

/// Answers that open the meeting and skip the admin steps.
const BEGIN: &str = "all\nok\nok\nok\nok\nok\nok\n";
/// Answers that lead a listed decision to its consent round.
const TO_CONSENT: &str = "ok\ntext We try it.\nok\nok\nok\nok\nok\n";

/// Runs a rehearsal with these lines of the facilitator. Returns the meeting and the lines of the
/// other members.
#[track_caller]
fn met(lang: Lang, lines: &str) -> (Meeting, String) {
    let words = Words::of(lang);
    let (circle, _) = sample(lang);
    let circle = Circle::read(circle).expect("the sample is a good circle");
    let page = Page::new(80, Look::Marked);
    let background = Background::default();
    let (mut screen, mut said) = (Vec::new(), Vec::new());
    let mut me = Script::new("me", lines, page, &words, &mut screen).expect("it is a script");
    let mut cast = Rehearsal::new(&mut me, &mut said, page, &words, "Ana".to_owned());
    let mut session = Session::new(Meeting::new(circle), &background, &words, Clock::Live);
    let end = session.run(&mut cast, &mut |_| Ok(())).map_err(|it| it.say(&words));
    assert_eq!(end, Ok(End::Paused));
    let meeting = session.meeting;
    drop(me);
    (meeting, String::from_utf8_lossy(&said).into_owned())
}

/// Expects a number of objections and a next step after the last item came to its consent round
/// and went on with these lines.
#[track_caller]
fn check(items: usize, lines: &str, objections: usize, decided: &str) {
    let mut script = BEGIN.to_owned();
    for item in 1..=items {
        script += &format!("decide Item {item}\n");
    }
    script += "ok\nok\n";
    script += &"ok\n/postpone\n".repeat(items - 1);
    script += TO_CONSENT;
    // In every other item somebody has a question, which is answered.
    script += &"ok\n".repeat(items % 2);
    let (meeting, said) = met(Lang::En, &(script + lines));
    let item = meeting.state().items.last().expect("an item was begun");
    assert_eq!(item.objections.len(), objections, "{said}");
    assert_eq!(meeting.state().place().key, decided, "{said}");
}

#[test]
fn an_objection_to_the_text_yields_to_a_changed_text_and_to_nothing_else() {
    check(1, "", 1, "at-objections");
    check(1, "term 1 month\nok\nok\n", 2, "at-objections");
    check(1, "text We try it on Saturdays.\nok\nok\n", 1, "at-announce");
}

#[test]
fn an_objection_to_the_term_yields_to_a_trial() {
    check(3, "measure how it goes\nok\nok\n", 2, "at-objections");
    check(3, "term 3 months\nok\nok\n", 1, "at-announce");
}

#[test]
fn an_objection_for_want_of_a_measure_yields_to_one() {
    check(4, "text We try it otherwise.\nok\nok\n", 2, "at-objections");
    check(4, "measure how it goes\nok\nok\n", 1, "at-announce");
}

#[test]
fn now_and_then_nobody_objects_and_somebody_has_a_concern() {
    check(2, "", 0, "at-announce");
}

/// Returns a script that lists these items, postpones all but the last, and there puts Chen forward.
fn selecting(agenda: &[&str]) -> String {
    let mut script = BEGIN.to_owned();
    for line in agenda {
        script += &format!("{line}\n");
    }
    script += "ok\nok\n";
    script += &"ok\n/postpone\n".repeat(agenda.len() - 1);
    // The role, qualifications, their call, writing; then Ana nominates, keeps and puts forward.
    script += "ok\nok\nok\nok\nok\nDana: she has the time\nok\nChen: calm\nok\n";
    script
}

/// Expects a number of objections and a next step after a selection came to its consent round and
/// went on with these lines.
#[track_caller]
fn check_selection(agenda: &[&str], lines: &str, objections: usize, waits: &str) {
    let (meeting, said) = met(Lang::En, &(selecting(agenda) + lines));
    let item = meeting.state().items.last().expect("an item was begun");
    assert_eq!(item.objections.len(), objections, "{said}");
    assert_eq!(meeting.state().place().key, waits, "{said}");
}

#[test]
fn the_nominee_objects_until_the_term_is_shorter_or_another_is_put_forward() {
    let first = ["select Tool keeper"];
    check_selection(&first, "", 1, "at-objections");
    check_selection(&first, "measure how it goes\nok\nok\n", 2, "at-objections");
    check_selection(&first, "term 9 months\nok\nok\n", 2, "at-objections");
    check_selection(&first, "withdraw Chen\nok\nok\n", 2, "at-objections");
    check_selection(&first, "term 6 months\nok\nok\n", 1, "at-announce");
    check_selection(&first, "put Emil: wants to learn it\nok\nok\n", 1, "at-announce");
}

#[test]
fn a_nominee_objects_to_every_other_selection() {
    check_selection(&["select Tool keeper", "select Secretary"], "", 0, "at-announce");
}

#[test]
fn a_decision_between_two_selections_changes_nothing_for_them() {
    check_selection(&["decide Bees", "select Tool keeper"], "", 1, "at-objections");
}

#[test]
fn everyone_names_somebody_for_a_reason_of_their_own_and_one_changes() {
    let (meeting, said) = met(Lang::En, &selecting(&["select Tool keeper"]));
    let item = meeting.state().items.last().expect("an item was begun");
    let selection = item.selection().expect("it is a selection");
    let named: Vec<(&str, &str)> =
        selection.nominations.iter().map(|it| (&*it.who, &*it.nominees[0])).collect();
    let expected =
        [("Ben", "Chen"), ("Chen", "Dana"), ("Dana", "Chen"), ("Ana", "Dana"), ("Emil", "Chen")];
    assert_eq!(named, expected, "{said}");
    assert_eq!(selection.changes.len(), 1, "{said}");
    let reasons: HashSet<&str> = selection.nominations.iter().map(|it| &*it.reason).collect();
    assert_eq!(reasons.len(), 5, "{said}");
}

#[test]
fn a_change_round_asked_again_changes_nothing_twice() {
    let script = selecting(&["select Tool keeper"]);
    let script = script.replace("Chen: calm\nok\n", "/again\nok\n");
    let (meeting, said) = met(Lang::En, &script);
    let item = meeting.state().items.last().expect("an item was begun");
    let changes = item.selection().map(|it| it.changes.len());
    assert_eq!(changes, Some(1), "{said}");
    assert_eq!(meeting.state().place().key, "at-put-forward", "{said}");
}

#[test]
fn in_german_they_name_and_object_in_german() {
    let (_, said) = met(Lang::De, &selecting(&["1"]));
    assert!(said.contains("Emil › Emil: ich würde es gern lernen"), "{said}");
    assert!(said.contains("Chen › o gern, aber nicht so lange"), "{said}");
}

#[test]
fn where_the_page_is_empty_there_is_something_to_try() {
    #[track_caller]
    fn check(lines: &str, key: Option<&str>) {
        let (meeting, _) = met(Lang::En, lines);
        assert_eq!(tip(&meeting).map(|it| it.key), key);
    }
    check(BEGIN, Some("rehearsal-try"));
    let list = BEGIN.to_owned() + "decide Bees\n";
    check(&list, None);
    check(&(list + "ok\nok\nok\n"), Some("rehearsal-text"));
}

#[test]
fn an_undo_goes_back_to_what_the_facilitator_said_last() {
    let (meeting, said) = met(Lang::En, "all\nok\nok\nhelo\n/undo\nhello\n");
    let mut own = meeting.standing().filter_map(|it| match &it.what {
        What::CheckedIn { who, text } if who == "Ana" => Some(text.as_deref()),
        _ => None,
    });
    assert_eq!(own.next(), Some(Some("hello")), "{said}");
    assert_eq!(own.next(), None, "{said}");
    assert_eq!(meeting.state().place().key, "at-duration", "{said}");
}

#[test]
fn the_others_answer_in_the_language_of_the_screen() {
    let (_, said) = met(Lang::De, BEGIN);
    assert!(said.contains("Ben  › ein langer Tag"), "{said}");
    assert!(!said.contains("Ana"), "{said}");
}
