//! Decisions in writing: who is waited for, and what counts as an answer.

use super::*;
use crate::circle::Absent;
use crate::error::Error;
use crate::meeting::{Awaited, Outcome, Setting, Step};

const AWAITED: &str = "Chen";

fn waits() -> Rules {
    Rules { absent: Some(Absent::Wait), ..essential() }
}

/// A circle of Ana, Ben and Chen.
fn three(rules: Rules) -> Circle {
    let mut circle = circle(rules);
    circle.members.truncate(3);
    circle
}

fn awaited(who: &[&str], version: u32) -> What {
    What::Awaited(Awaited { who: names(who), version, until: None })
}

/// A proposal to which Ana and Ben have consented, and that waits for Chen.
fn waiting() -> Vec<What> {
    let facts = [
        opened(&["Ana", "Ben"], &[]),
        began(ItemKind::Decide, "Quiet hours"),
        worded(TEXT),
        presented(1, TEXT),
        consented("Ana", 1),
        consented("Ben", 1),
        awaited(&[AWAITED], 1),
    ];
    facts.to_vec()
}

fn read(rules: Rules, facts: &[What]) -> std::result::Result<Meeting, (usize, Error)> {
    let facts = facts.iter().map(|it| Fact { what: it.clone(), at: at() }).collect();
    Meeting::of_setting(2, Setting::InWriting, three(rules), facts)
}

#[track_caller]
fn taken(more: &[What]) -> Meeting {
    read(waits(), &then(&waiting(), more)).unwrap()
}

/// Expects the last fact to be refused.
#[track_caller]
fn not_taken(more: &[What], key: &str) {
    let facts = then(&waiting(), more);
    let (index, err) = read(waits(), &facts).unwrap_err();
    assert_eq!((index, err.message.key), (facts.len() - 1, key), "{err:?}");
}

fn announced(version: u32, present: &[&str], written: &[&str]) -> What {
    let What::Adopted(mut it) = adopted(version, TEXT, present) else { unreachable!() };
    it.written = names(written);
    it.absent = Vec::new();
    What::Adopted(it)
}

#[test]
fn who_is_absent_owes_an_answer() {
    let meeting = taken(&[]);
    let Some(Step::Consent(round)) = meeting.step() else { panic!("{:?}", meeting.step()) };
    assert_eq!(round.waiting, [AWAITED]);
    not_taken(&[announced(1, &["Ana", "Ben"], &[AWAITED])], "error-unanswered");
    let meeting = taken(&[consented(AWAITED, 1)]);
    assert!(matches!(meeting.step(), Some(Step::Announce { .. })), "{:?}", meeting.step());
    let meeting = taken(&[consented(AWAITED, 1), announced(1, &["Ana", "Ben"], &[AWAITED])]);
    assert!(meeting.state().items[0].is_adopted());
    // Who answered in writing is named.
    let facts = [consented(AWAITED, 1), announced(1, &["Ana", "Ben"], &[])];
    not_taken(&facts, "error-wrong-people");
}

#[test]
fn an_objection_waits_until_its_member_answers_anew() {
    let facts = [objected(AWAITED, 1), announced(1, &["Ana", "Ben"], &[AWAITED])];
    not_taken(&facts, "error-out-of-turn");
    let meeting = taken(&[objected(AWAITED, 1)]);
    assert_eq!(meeting.step(), Some(&Step::Objections));
    let meeting = taken(&[objected(AWAITED, 1), consented(AWAITED, 1)]);
    let item = &meeting.state().items[0];
    assert_eq!(item.standing().count(), 0);
    assert_eq!(item.objections.len(), 1, "a replaced objection stays recorded");
    // Those of the meeting may change their mind too.
    let meeting = taken(&[consented(AWAITED, 1), objected("Ana", 1)]);
    assert_eq!(meeting.step(), Some(&Step::Objections));
}

#[test]
fn a_new_version_asks_everyone() {
    let other = presented(2, "All is quiet.");
    let facts = [objected(AWAITED, 1), other.clone()];
    let meeting = taken(&facts);
    let Some(Step::Consent(round)) = meeting.step() else { panic!("{:?}", meeting.step()) };
    assert_eq!(round.waiting.len(), 3);
    not_taken(&[other.clone(), consented("Ana", 1)], "error-wrong-version");
    not_taken(&[presented(1, TEXT)], "error-no-change");
    let everyone = ["Ana", "Ben", "Chen"].map(|it| consented(it, 2));
    let What::Adopted(mut it) = announced(2, &[], &THREE) else { unreachable!() };
    "All is quiet.".clone_into(&mut it.text);
    let facts = then(&then(&[other], &everyone), &[What::Adopted(it)]);
    assert!(taken(&facts).state().items[0].is_adopted());
}

#[test]
fn only_a_member_answers_and_nothing_changes_a_decision() {
    not_taken(&[consented("Zoe", 1)], "error-not-present");
    not_taken(&[What::TakenBack {}], "error-out-of-turn");
    not_taken(&[What::Closed {}], "error-out-of-turn");
    not_taken(&[arrived("Chen")], "error-out-of-turn");
    not_taken(&[worded("Other.")], "error-out-of-turn");
    let over = [consented(AWAITED, 1), announced(1, &["Ana", "Ben"], &[AWAITED])];
    not_taken(&then(&over, &[objected(AWAITED, 1)]), "error-written-ended");
    let postponed = What::Postponed { kind: None, title: None, date: None };
    not_taken(&[postponed, consented(AWAITED, 1)], "error-written-ended");
}

#[test]
fn silence_is_never_an_answer() {
    let until = |until: &str| {
        What::Awaited(Awaited { who: names(&[AWAITED]), version: 1, until: Some(day(until)) })
    };
    let mut facts = waiting();
    *facts.last_mut().unwrap() = until("2026-09-05");
    let next_year = at() + chrono::Days::new(400);
    let mut facts: Vec<Fact> = facts.into_iter().map(|what| Fact { what, at: at() }).collect();
    let what = announced(1, &["Ana", "Ben"], &[]);
    facts.push(Fact { what, at: next_year });
    let read = Meeting::of_setting(2, Setting::InWriting, three(waits()), facts);
    assert_eq!(read.unwrap_err().1.message.key, "error-unanswered");
    not_taken(&[until("2026-09-04")], "error-awaited-past");
    taken(&[until("2026-09-30")]);
}

#[test]
fn a_meeting_that_waits_ends_the_item_undecided() {
    let facts =
        then(&[worded(TEXT), presented(1, TEXT)], &["Ana", "Ben"].map(|it| consented(it, 1)));
    let item = |rules: Rules, more: What| {
        let mut meeting = begun(three(rules), &["Ana", "Ben"], ItemKind::Decide, "Quiet hours");
        record(&mut meeting, &facts);
        meeting.record(Fact { what: more, at: at() }).map(|()| meeting)
    };
    let key = |rules, more| item(rules, more).unwrap_err().message.key;
    let meeting = item(waits(), awaited(&[AWAITED], 1)).unwrap();
    assert!(matches!(meeting.state().items[0].outcome, Some(Outcome::Awaited(_))));
    assert_eq!(meeting.step(), Some(&Step::Choose));
    assert_eq!(key(essential(), awaited(&[AWAITED], 1)), "error-awaited-rule");
    assert_eq!(key(waits(), awaited(&["Ana"], 1)), "error-wrong-people");
    assert_eq!(key(waits(), awaited(&[AWAITED], 2)), "error-wrong-version");
    let quorum = Rules { quorum: "3".parse().unwrap(), ..waits() };
    assert_eq!(key(quorum, awaited(&[AWAITED], 1)), "error-quorum-unmet");
}

#[test]
fn nobody_waits_for_who_is_away() {
    let facts = |who: &[&str]| {
        let mut facts = waiting();
        *facts.last_mut().unwrap() = awaited(who, 1);
        facts.into_iter().map(|what| Fact { what, at: at() }).collect::<Vec<_>>()
    };
    let away = |back: &str| {
        let mut circle = three(waits());
        circle.members[2].away = Some(day(back));
        circle
    };
    let read = |back, who| Meeting::of_setting(2, Setting::InWriting, away(back), facts(who));
    assert_eq!(read("2026-09-06", &[AWAITED]).unwrap_err().1.message.key, "error-awaited-nobody");
    assert!(read("2026-09-05", &[AWAITED]).is_ok());
}

#[test]
fn an_election_waits_for_nobody() {
    let facts = then(&all_then_ben(1), &[awaited(&["Dana"], 1)]);
    refused_in(forward(waits()), &facts, "error-awaited-selection");
}

#[test]
fn nothing_is_adopted_in_a_meeting_that_waits_for_somebody() {
    let rules = Rules { consent: Consent::Call, ..waits() };
    let put = |present: &[&str], more: &[What]| {
        let mut meeting = begun(three(rules.clone()), present, ItemKind::Decide, "Quiet hours");
        record(&mut meeting, &[worded(TEXT), presented(1, TEXT)]);
        let result =
            more.iter().try_for_each(|it| meeting.record(Fact { what: it.clone(), at: at() }));
        result.map_err(|err| err.message.key)
    };
    let both = ["Ana", "Ben"];
    let announced = |written: &[&str], present: &[&str]| {
        let What::Adopted(mut it) = announced(1, present, written) else { unreachable!() };
        it.absent = names(&["Chen"][..3 - present.len()]);
        What::Adopted(it)
    };
    let facts = then(&both.map(|it| consented(it, 1)), &[announced(&[], &both)]);
    assert_eq!(put(&both, &facts), Err("error-adopted-waits"));
    assert_eq!(put(&both, &[called(1, &both)]), Err("error-call-waits"));
    let facts = then(&THREE.map(|it| consented(it, 1)), &[announced(&[], &THREE)]);
    assert_eq!(put(&THREE, &facts), Ok(()));
    assert_eq!(put(&THREE, &[called(1, &THREE)]), Ok(()));
}
