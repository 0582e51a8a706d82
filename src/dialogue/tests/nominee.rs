//! The nominee: asked last in any order, absent, from outside, arriving, leaving; and the reasons
//! for each name, which are never counted.

use super::selection::{NAMED, election, keys, put};
use super::{Room, garden, outcome, step_of};
use crate::dialogue::Block;

fn forward<'a>(line: &'a str, answers: &[&'a str]) -> Vec<&'a str> {
    [&NAMED[..], &[line], answers].concat()
}

#[track_caller]
fn check(line: &str, answers: &[&str], expected: &str) {
    keys().check(&forward(line, answers), expected);
}

#[test]
fn the_nominee_is_asked_last() {
    check("Ana: tidy", &[], "consent 1: Chen, Ben, Dana, Ana");
    check("Chen: calm", &[], "consent 1: Ana, Ben, Dana, Chen");
    check("Dana: near", &[], "consent 1: Ana, Ben, Chen, Dana");
    for line in ["@Ana ok", "@Ana o no", "@Ana c hm"] {
        keys().refused(&forward("Ana: tidy", &[line]), "error-nominee-last");
        keys().refused(&forward("Ana: tidy", &["ok", "ok", line]), "error-nominee-last");
        keys().refused(
            &forward("Ana: tidy", &["/later", "/later", "ok", line]),
            "error-nominee-last",
        );
    }
    check("Ana: tidy", &["ok", "ok", "ok", "@Ana ok"], "announce 1");
    // The same holds if somebody asks to be heard later or answers out of order.
    check("Ana: tidy", &["/later", "@Dana ok", "ok"], "consent 1: Chen, Ana");
    check("Ana: tidy", &["ok", "ok", "ok", "/later"], "consent 1: Ana");
}

#[test]
fn the_nominee_is_asked_last_whoever_begins() {
    let room = keys().rotating().steps("check-in");
    let rounds = ["ok", "ok", "ok", "ok", "/again"];
    for times in 0..6 {
        for nominee in ["Ana", "Ben", "Chen", "Dana"] {
            let line = format!("{nominee}: good");
            let mut answers = vec!["ok", "ok", "ok"];
            (0..times).for_each(|_| answers.extend(rounds));
            answers.extend(&rounds[..4]);
            answers.extend(["select Keys", "ok", "ok"]);
            answers.extend(["@Ana Dana: a", "@Ben Dana: b", "@Chen Dana: c", "@Dana Dana: d"]);
            answers.push(&line);
            let step = step_of(&room.meet(&answers));
            assert!(step.ends_with(&format!(", {nominee}")), "{times} {step}");
            // Ben facilitates: he is neither first, nor the last before the nominee.
            assert!(!step.starts_with("consent 1: Ben"), "{times} {step}");
        }
    }
}

#[test]
fn a_facilitator_who_is_put_forward_is_asked_last() {
    check("Ben: knows the doors", &[], "consent 1: Ana, Chen, Dana, Ben");
    check("Ben: knows the doors", &["ok", "ok", "ok"], "consent 1: Ben");
    // The new facilitator is not asked first.
    check("Ben: knows the doors", &["/facilitator Ana"], "consent 1: Chen, Ana, Dana, Ben");
    check("Ana: tidy", &["/facilitator Ana"], "consent 1: Ben, Chen, Dana, Ana");
}

#[test]
fn a_nominee_who_arrives_in_the_middle_of_the_round_is_asked_last() {
    let mut answers = put(&["ok", "/arrive Dana"]);
    answers[0] = "all but Dana";
    answers.remove(9);
    keys().check(&answers, "consent 1: Ben, Chen, Dana");
    keys().refused(&[&answers[..], &["@Dana ok"]].concat(), "error-nominee-last");
    let there = [&answers[..], &["ok", "ok", "ok", "ok"]].concat();
    let expected = "Dana, accepted, until 2027-09-05, 1 year, version 1, she is near | ";
    assert_eq!(election(&keys(), &there), expected);
}

#[test]
fn a_nominee_who_arrives_before_it_is_announced_answers_first() {
    let mut answers = put(&["ok", "ok", "ok"]);
    answers[0] = "all but Dana";
    answers.remove(9);
    keys().check(&answers, "announce 1");
    answers.push("/arrive Dana");
    keys().check(&answers, "consent 1: Dana");
    answers.push("o too busy until May");
    keys().check(&answers, "objections 1: Dana too busy until May");
}

#[test]
fn who_arrives_after_the_nominee_has_answered_is_asked_and_the_nominee_is_not_again() {
    let mut answers = forward("Ana: tidy", &["ok", "ok", "ok", "/arrive Dana"]);
    answers[0] = "all but Dana";
    answers.remove(9);
    keys().check(&answers, "consent 1: Dana");
    // The nominee cannot correct an answer before the member who arrived late has answered.
    keys().refused(&[&answers[..], &["@Ana o no"]].concat(), "error-nominee-last");
    answers.push("ok");
    keys().check(&answers, "announce 1");
    keys().check(&[&answers[..], &["@Ana o no"]].concat(), "objections 1: Ana no");
}

#[test]
fn a_nominee_who_leaves_is_elected_without_having_accepted() {
    check("Dana: near", &["ok", "/leave Dana"], "consent 1: Ben, Chen");
    let early = forward("Dana: near", &["ok", "/leave Dana", "ok", "ok", "ok"]);
    let expected = "Dana, not accepted, until 2027-09-05, 1 year, version 1, near | ";
    assert_eq!(election(&keys(), &early), expected);
    let late = forward("Dana: near", &["ok", "ok", "ok", "ok", "/leave Dana", "ok"]);
    assert_eq!(election(&keys(), &late), expected);
    let objected = ["ok", "ok", "ok", "o too busy", "/leave Dana"];
    check("Dana: near", &objected, "objections 1: Dana too busy");
}

#[test]
fn whoever_is_absent_or_from_outside_accepts_later() {
    let mut absent = put(&["ok", "ok", "ok", "ok"]);
    absent[0] = "all but Dana";
    absent.remove(9);
    let outside = forward("Zoe (outside): has a van", &["ok", "ok", "ok", "ok", "ok"]);
    for (answers, who) in [(absent, "Dana"), (outside, "Zoe")] {
        let room = keys();
        room.check(&answers, "choose");
        assert!(election(&room, &answers).starts_with(&format!("{who}, not accepted")));
        let said = room.echoes(&answers);
        assert!(said.contains(&format!("/accepted {who}")), "{said}");
        let accepted = |it: &crate::meeting::Item| it.election().unwrap().accepted.to_string();
        room.item(&answers, accepted, "false");
        let line = format!("/accepted {who}");
        let then = [&answers[..], &[line.as_str()]].concat();
        room.item(&then, accepted, "true");
        room.refused(&[&then[..], &[line.as_str()]].concat(), "error-nobody-pending");
        room.refused(&[&answers[..], &["/accepted Ana"]].concat(), "error-unknown-name");
    }
    keys().refused(&put(&["ok", "ok", "ok", "ok", "ok", "/accepted Dana"]), "error-nobody-pending");
}

#[test]
fn where_the_facilitator_was_named_handing_over_is_offered() {
    let named = |room: &Room, line: &'static str, steps: &[&'static str]| {
        let named =
            ["ok", "ok", "ok", "select Keys", "ok", "ok", "Dana: a", line, "Dana: c", "Dana: d"];
        room.shows(&[&named[..], steps].concat())
    };
    let offer = "Ben facilitates and was named: `/facilitator NAME` hands this item over.";
    let changing = keys().steps("change");
    assert!(named(&keys(), "Ben: he knows", &[]).contains(offer));
    assert!(named(&changing, "Ben: he knows", &[]).contains(offer));
    assert!(named(&changing, "Ana, Ben: they know", &["ok", "ok", "ok", "ok"]).contains(offer));
    assert!(!named(&keys(), "Ana: she knows", &[]).contains(offer));
    assert!(!named(&changing, "Ana: she knows", &[]).contains(offer));
    assert!(!named(&keys(), "Ben: he knows", &["/facilitator Ana"]).contains(offer));
    let changed = ["@Ben Ana: tidy", "ok", "ok", "ok"];
    assert!(!named(&changing, "Ben: he knows", &changed).contains(offer));
}

/// Returns what a prompt shows, without the time and the hint.
fn without_time_and_hints(blocks: &[Block]) -> Vec<Block> {
    let kept = blocks.iter().filter(|it| !matches!(it, Block::Hint(_))).cloned();
    let timeless = kept.map(|it| match it {
        Block::Heading { left, .. } => Block::Heading { left, right: String::new() },
        other => other,
    });
    timeless.collect()
}

#[test]
fn reasons_stand_under_each_name_and_never_a_number() {
    let room = keys().steps("change");
    let lines = ["Dana: near", "Dana, Chen: kind", "Chen: calm", "Dana: I want to"];
    let changes = [&NAMED[..6], &lines].concat();
    let forward = [&changes[..], &["ok", "Dana: she listens", "ok", "ok"]].concat();
    let put = [&forward[..], &["Dana: near", "o away", "ok", "ok", "ok"]].concat();
    for answers in [&changes, &forward] {
        let shown = without_time_and_hints(&room.asks(answers).shown);
        let pairs: Vec<String> = shown
            .iter()
            .filter(|it| matches!(it, Block::Pair { .. }))
            .map(|it| format!("{it:?}"))
            .collect();
        assert_eq!(pairs.len(), 2, "{pairs:?}");
        assert!(!pairs.concat().contains(|it: char| it.is_numeric()), "{pairs:?}");
    }
    let shown = room.shows(&changes);
    let reasons = "Dana near (Ana)\nkind (Ben)\nI want to (Dana)\nChen kind (Ben)\ncalm (Chen)\n";
    assert!(shown.contains(reasons), "{shown}");
    // The reasons are not shown with objections, but on request.
    assert!(!room.shows(&put).contains("(Ana)"), "{}", room.shows(&put));
    let text = room.answers(&put, "/text");
    assert!(text.contains("Dana near (Ana)\nshe listens (Ben)\n"), "{text}");
}

#[test]
fn the_screen_is_the_same_however_many_named_somebody() {
    let said = |lines: [&'static str; 4]| {
        let answers = [&NAMED[..6], &lines].concat();
        let room = keys().steps("change");
        [&[][..], &["ok", "ok", "ok", "ok"]].map(|it: &[&str]| {
            let ask = room.asks(&[&answers[..], it].concat());
            let shown = without_time_and_hints(&ask.shown);
            let shown = shown.into_iter().filter(|it| !matches!(it, Block::Pair { .. }));
            (shown.collect::<Vec<_>>(), ask.sentence)
        })
    };
    let all = said(["Dana: a", "Dana: b", "Dana: c", "Dana: d"]);
    assert_eq!(all, said(["Dana: a", "Ana: b", "Chen: c", "Ana: d"]));
}

#[test]
fn without_a_member_of_the_circle_nobody_is_asked_last() {
    check("Zoe (outside): a van", &[], "consent 1: Ana, Ben, Chen, Dana");
    check("Zoe (outside): a van", &["@Dana ok"], "consent 1: Ana, Ben, Chen");
    let mut guest = forward("Zoe (outside): a van", &["@Zoe ok"]);
    guest[0] = "all + Zoe (guest)";
    keys().refused(&guest, "error-guest-not-asked");
}

#[test]
fn the_quorum_counts_in_a_selection_as_well() {
    let room = keys().quorum("4");
    room.check(&put(&["ok"; 5]), "choose");
    let left = put(&["ok", "ok", "ok", "ok", "/leave Chen", "ok"]);
    room.refused(&left, "error-quorum-unmet");
    room.item(&left[..left.len() - 1], outcome, "None");
    garden().role("Keys", None, "").quorum("3").check(&left, "choose");
}
