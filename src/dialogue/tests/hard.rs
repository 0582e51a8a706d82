//! Hard cases; each test name states the expected result.

use super::{concerns, garden, moment, objections, outcome, put, step_of, text};
use crate::meeting::{Fact, Meeting, What};

/// Returns the review date of the decision of a meeting.
fn review(meeting: &Meeting) -> String {
    let adopted = meeting.standing().find_map(|it| match &it.what {
        What::Adopted(it) => it.validity.review().map(|it| it.to_string()),
        _ => None,
    });
    adopted.unwrap_or_default()
}

#[test]
fn the_facilitator_objects_like_anyone() {
    let answers = put(&["ok", "o too loud", "ok", "ok"]);
    garden().check(&answers, "objections 1: Ben too loud");
    garden().check(
        &[&answers[..], &["withdraw Ben", "ok"]].concat(),
        "consent 1: Ana, Ben, Chen, Dana",
    );
}

#[test]
fn the_facilitator_proposes_and_answers_the_questions() {
    let answers = ["ok", "ok", "ok", "decide Hens by Ben", "text Six.", "ok", "why?"];
    let room = garden().steps("clarify");
    room.check(&answers, "answer to Ana: Ben");
    room.check(
        &[&answers[..], &["eggs", "ok", "ok", "ok"]].concat(),
        "consent 1: Ana, Ben, Chen, Dana",
    );
}

#[test]
fn a_proposal_withdrawn_by_its_author_is_taken_up_by_another() {
    let room = garden();
    let dropped = put(&["o no", "ok", "ok", "ok", "drop by its author", "ok"]);
    room.check(&dropped, "choose");
    let taken_up = [&dropped[..], &["decide Quiet hours by Dana", "text At nine.", "ok"]].concat();
    room.check(&taken_up, "consent 1: Ana, Ben, Chen, Dana");
    room.item(&taken_up, objections, "");
    let by_another = put(&["ok", "ok", "ok", "ok", "ok"]);
    room.check(&by_another, "choose");
}

#[test]
fn the_text_changes_after_the_reactions_and_that_text_is_decided() {
    let room = garden().steps("react");
    let reacted = put(&["fine", "not at eight", "ok", "ok"]);
    room.check(&reacted, "revise");
    let revised = [&reacted[..], &["text At nine.", "ok"]].concat();
    room.check(&revised, "consent 2: Ana, Ben, Chen, Dana");
    let decided = [&revised[..], &["ok", "ok", "ok", "ok", "ok"]].concat();
    let meeting = room.meet(&decided);
    let What::Adopted(it) = &meeting.standing().last().unwrap().what else { panic!() };
    assert_eq!((it.text.as_str(), it.version), ("At nine.", 2));
    assert!(room.shows(&revised).contains("[At nine.]"));
}

#[test]
fn an_item_postponed_and_taken_up_again_begins_anew() {
    let again = put(&["o no", "/postpone", "decide Quiet hours", "text At nine.", "ok"]);
    garden().check(&again, "consent 1: Ana, Ben, Chen, Dana");
    garden().item(&again, objections, "");
}

#[test]
fn an_item_ends_from_the_middle_of_a_consent_round() {
    for line in ["/postpone", "/postpone 2026-12-01", "/refer Ground"] {
        garden().check(&put(&["ok", "o no", line]), "choose");
        garden().check(&put(&["ok", "ok", "ok", "ok", line]), "choose");
    }
    garden().item(&put(&["ok", "/refer Ground"]), outcome, "Some(Referred(\"Ground\"))");
    garden().check(&put(&["ok", "/drop", "@Ana o wait"]), "consent 1: Ben, Chen, Dana");
}

#[test]
fn a_decision_is_replaced_by_a_later_one_in_the_same_meeting() {
    let decided = ["ok", "ok", "ok", "ok", "ok"];
    let again = ["decide Quiet hours", "text At nine.", "ok"];
    let twice = put(&[&decided[..], &again, &decided].concat());
    garden().check(&twice, "choose");
    garden().item(&twice, text, "At nine.");
}

#[test]
fn a_meeting_past_midnight_anchors_the_review_on_the_day_announced() {
    let room = garden().opens("2026-09-05T23:30:00+02:00");
    let meeting = room.meet(&put(&["ok", "ok", "ok", "ok", "/at 2026-09-06T00:10+02:00", "ok"]));
    assert_eq!(review(&meeting), "2027-09-06");
    room.refused(&put(&["/at 00:10"]), "error-earlier-than-said");
}

#[test]
fn the_text_is_put_before_midnight_and_announced_after_it() {
    let room = garden().opens("2026-12-31T23:59:00+01:00").term("1 month");
    let meeting = room.meet(&put(&["ok", "ok", "ok", "ok", "/at 2027-01-01 00:05", "ok"]));
    assert_eq!(review(&meeting), "2027-02-01");
}

#[test]
fn the_day_is_the_one_on_the_wall_of_the_place() {
    let room = garden().opens("2026-09-05T20:00:00-07:00");
    assert_eq!(review(&room.meet(&put(&["ok"; 5]))), "2027-09-05");
}

#[test]
fn the_clock_is_put_back_in_the_meeting_and_the_order_stays() {
    let room = garden().opens("2026-10-25T02:50:00+02:00");
    let meeting = room.meet(&put(&["ok", "ok", "/at 2026-10-25T02:10+01:00", "ok", "ok", "ok"]));
    assert_eq!(step_of(&meeting), "choose");
    assert_eq!(review(&meeting), "2027-10-25");
    room.refused(&put(&["/at 2026-10-25T02:10+02:00"]), "error-earlier-than-said");
}

#[test]
fn a_fact_earlier_than_the_last_one_is_refused() {
    let mut meeting = garden().meet(&["ok"]);
    let fact =
        Fact { what: What::Topic { title: "x".into() }, at: moment("2026-09-05T18:59:59+02:00") };
    assert_eq!(meeting.record(fact).unwrap_err().message.key, "error-earlier-fact");
}

#[test]
fn months_that_end_on_31_are_clamped() {
    for (day, term, end) in [
        ("2026-03-31", "6 months", "2026-09-30"),
        ("2026-10-31", "1 month", "2026-11-30"),
        ("2027-12-31", "2 months", "2028-02-29"),
        ("2028-02-29", "1 year", "2029-02-28"),
        ("2028-02-29", "4 years", "2032-02-29"),
        ("2026-01-30", "1 month", "2026-02-28"),
    ] {
        let room = garden().opens(&format!("{day}T19:00:00+02:00")).term(term);
        assert_eq!(review(&room.meet(&put(&["ok"; 5]))), end, "{day} {term}");
    }
}

#[test]
fn zero_items_are_a_meeting() {
    let meeting = garden().meet(&["ok", "ok", "ok", "close", "ok"]);
    assert!(meeting.state().items.is_empty());
    assert!(!meeting.state().broken_off);
}

#[test]
fn a_reason_may_be_one_word_or_five_thousand() {
    garden().item(&put(&["o noise"]), objections, "Ana noise");
    let long = format!("o {}", "noise ".repeat(5_000));
    let meeting = garden().meet(&put(&[&long]));
    let reason = &meeting.state().items[0].objections[0].reason;
    assert_eq!(reason.split(' ').count(), 5_000);
}

#[test]
fn a_reason_that_looks_like_a_journal_is_only_a_reason() {
    garden().item(&put(&["o [[fact]]"]), objections, "Ana [[fact]]");
    garden().item(&put(&["c what = \"adopted\" # \\"]), concerns, "Ana what = \"adopted\" # \\");
}

#[test]
fn terminal_escapes_are_refused_wherever_they_are_typed() {
    for line in ["o \u{1b}[2J", "c \u{7}", "o a\u{202e}b", "/note \u{9b}31m", "/amend text a\rb"] {
        garden().refused(&put(&[line]), "error-forbidden-character");
    }
    garden().refused(&["all + Z\u{1b}oe (guest)"], "error-forbidden-character");
    garden().refused(
        &["ok", "ok", "ok", "decide Hens", "text\nline\n\u{1b}]0;x\u{7}"],
        "error-forbidden-character",
    );
}

#[test]
fn the_room_empties_in_a_round_and_fills_again() {
    let empty = ["/leave Ana", "/leave Ben", "/leave Chen", "/leave Dana"];
    let room = garden().steps("check-in");
    room.check(&[&["ok", "ok", "ok"][..], &empty].concat(), "choose");
    let back = put(&[&empty[..], &["/arrive Dana"]].concat());
    garden().check(&back, "consent 1: Dana");
    garden().check(&[&back[..], &["ok", "ok"]].concat(), "choose");
}

#[test]
fn an_empty_room_agrees_to_nothing() {
    let empty = ["/leave Ana", "/leave Ben", "/leave Chen", "/leave Dana"];
    let room = garden().steps("agenda");
    let agenda = [&["ok", "ok", "ok", "ok"][..], &empty, &["ok"]].concat();
    room.refused(&agenda, "error-nobody-here");
    let dropped = put(&[&empty[..], &["/drop", "ok"]].concat());
    garden().refused(&dropped, "error-nobody-here");
}

#[test]
fn a_meeting_broken_off_leaves_its_item_open() {
    let mut meeting = garden().meet(&put(&["ok", "o no"]));
    let at = meeting.facts().last().unwrap().at;
    meeting.record(Fact { what: What::Closed {}, at }).unwrap();
    assert_eq!(step_of(&meeting), "file");
    assert_eq!(outcome(&meeting.state().items[0]), "Some(KeptOpen)");
    assert!(meeting.state().broken_off);
}

#[test]
fn actions_and_topics_come_at_any_time() {
    let room = garden();
    room.check(
        &put(&["ok", "/action Dana: ask the neighbours by 2026-09-19"]),
        "consent 1: Ben, Chen, Dana",
    );
    room.check(&put(&["ok", "/topic Bees"]), "consent 1: Ben, Chen, Dana");
    room.refused(&put(&["/action Dana"]), "error-action-incomplete");
    room.refused(&put(&["/action Dana:"]), "error-action-incomplete");
    room.refused(&put(&["/action Zoe: x"]), "error-unknown-name");
    room.refused(&put(&["/topic"]), "error-no-answer");
    room.refused(&put(&["/note"]), "error-no-note");
    room.refused(&put(&["/fly"]), "error-no-command");
}

#[test]
fn the_due_date_of_an_action_is_taken_off_its_end() {
    let due = |line: &str| {
        let meeting = garden().meet(&["ok", line]);
        let What::Action { who, text, due, .. } = &meeting.facts()[1].what else { panic!() };
        format!("{who}: {text} ({})", due.map(|it| it.to_string()).unwrap_or_default())
    };
    assert_eq!(
        due("/action da: call: the mayor by 2026-09-19"),
        "Dana: call: the mayor (2026-09-19)"
    );
    assert_eq!(due("/action Ana: walk by the river"), "Ana: walk by the river ()");
}
