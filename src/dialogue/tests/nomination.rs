//! The nomination round and the change round.

use super::selection::keys;
use super::{Room, garden};
use crate::lang::{Lang, Words};
use crate::meeting::{Item, Nomination};

const WRITTEN: [&str; 6] = ["ok", "ok", "ok", "select Keys", "ok", "ok"];

/// Everyone nominates Dana.
const FOUR: [&str; 4] = ["Dana: near", "Dana: kind", "Dana: calm", "Dana: I want to"];

fn lines<'a>(answers: &[&'a str]) -> Vec<&'a str> {
    [&WRITTEN[..], answers].concat()
}

fn changes<'a>(answers: &[&'a str]) -> Vec<&'a str> {
    lines(&[&FOUR[..], answers].concat())
}

#[track_caller]
fn check(answers: &[&str], expected: &str) {
    keys().check(&lines(answers), expected);
}

#[track_caller]
fn refused(answers: &[&str], key: &str) {
    keys().refused(&lines(answers), key);
}

#[track_caller]
fn check_change(answers: &[&str], expected: &str) {
    changing().check(&changes(answers), expected);
}

fn changing() -> Room {
    keys().steps("change")
}

/// Formats the current nominations: `Ana: Dana, Zoe* for 3 months (near)`, outsiders with a star.
fn named(item: &Item) -> String {
    let one = |it: &Nomination| {
        let star = |name: &String| if it.outside.contains(name) { "*" } else { "" };
        let names: Vec<String> =
            it.nominees.iter().map(|name| format!("{name}{}", star(name))).collect();
        let term = it.term.map(|it| format!(" for {it}")).unwrap_or_default();
        format!("{}: {}{term} ({})", it.who, names.join(", "), it.reason)
    };
    let selection = item.selection().unwrap();
    selection.nominations.iter().map(one).collect::<Vec<_>>().join("; ")
}

#[track_caller]
fn names(line: &str, expected: &str) {
    keys().item(&lines(&[line]), named, expected);
}

#[test]
fn a_nomination_is_a_name_and_a_reason() {
    names("Dana: near", "Ana: Dana (near)");
    names("da: near", "Ana: Dana (near)");
    names("DANA : near: next door", "Ana: Dana (near: next door)");
    names("\\Dana: near", "Ana: Dana (near)");
    names("\nDana: near\nand kind", "Ana: Dana (near\nand kind)");
    for line in ["Dana", "Dana:", "Dana: ", ": near", " : near", "near"] {
        refused(&[line], "error-nomination-incomplete");
    }
    let err = keys().error(&lines(&["ok"]));
    let said = Words::of(Lang::En).say(&err.message);
    assert_eq!(said, "nothing is offered here that Enter or `ok` could take");
    refused(&["Zoe: near"], "error-unknown-name");
    refused(&["Dana Zoe: near"], "error-unknown-name");
    assert_eq!(
        keys().hint(&lines(&["Zoe: near"])),
        "for somebody who is not of the circle, type `Zoe (outside)`"
    );
}

#[test]
fn a_reason_without_a_colon_is_told_where_the_colon_stands() {
    let hint = |line: &str| keys().hint(&lines(&[line]));
    assert_eq!(
        hint("Dana because she lives near"),
        "a colon stands before the reason: `Dana: REASON`"
    );
    assert_eq!(hint("da lives near"), "a colon stands before the reason: `Dana: REASON`");
    assert!(hint("Dana").starts_with("`NAME: REASON`; for a time"), "{}", hint("Dana"));
    assert!(hint("near us").starts_with("`NAME: REASON`; for a time"));
}

#[test]
fn several_may_be_named_at_once() {
    names("Dana, Chen: near", "Ana: Dana, Chen (near)");
    names("dana,chen,DANA: near", "Ana: Dana, Chen (near)");
    refused(&["Dana,: near"], "error-unknown-name");
    refused(&["Dana, Zoe: near"], "error-unknown-name");
}

#[test]
fn a_term_stands_behind_the_names() {
    names("Dana for 3 months: near", "Ana: Dana for 3 months (near)");
    names("Dana, Chen for P6M: near", "Ana: Dana, Chen for 6 months (near)");
    names("Dana: good for 3 months", "Ana: Dana (good for 3 months)");
    refused(&["Dana for a while: near"], "error-invalid-term");
    refused(&["Dana for: near"], "error-unknown-name");
}

#[test]
fn somebody_from_outside_is_marked() {
    names("Zoe (outside): a van", "Ana: Zoe* (a van)");
    names("Zoe (OUTSIDE), Dana for 1 year: a van", "Ana: Zoe*, Dana for 1 year (a van)");
    let twice = lines(&["Zoe (outside): a van", "ZOE (outside): strong"]);
    keys().item(&twice, named, "Ana: Zoe* (a van); Ben: Zoe* (strong)");
    refused(&["dana (outside): near"], "error-member-guest");
    refused(&["(outside): near"], "error-invalid-name");
    refused(&["A/B (outside): near"], "error-invalid-name");
    // A guest can be nominated from outside, with the name as it was recorded.
    let mut guest = lines(&["zoë (outside): a van"]);
    guest[0] = "all + Zoe (guest)";
    keys().item(&guest, named, "Ana: Zoe* (a van)");
}

#[test]
fn a_name_may_have_the_word_for_in_it() {
    let room = garden().members(&["Ana", "Cat for Short", "Ben"]).role("Keys", None, "");
    let check = |line, expected| room.item(&lines(&[line]), named, expected);
    check("Cat for Short: near", "Ana: Cat for Short (near)");
    check("Ben, cat for short: near", "Ana: Ben, Cat for Short (near)");
    check("Cat for Short for 3 months: near", "Ana: Cat for Short for 3 months (near)");
    check("Cat: near", "Ana: Cat for Short (near)");
    check("Friends for Life (outside): a van", "Ana: Friends for Life* (a van)");
    check(
        "Friends for Life (outside) for 1 year: a van",
        "Ana: Friends for Life* for 1 year (a van)",
    );
}

#[test]
fn nobody_passes_and_everyone_is_heard() {
    refused(&["pass"], "error-no-answer");
    refused(&["ok"], "error-no-answer");
    refused(&["@Dana pass"], "error-no-answer");
    refused(&["/skip"], "error-step-not-optional");
    refused(&["text\nnear"], "error-no-answer");
    check(&["/later"], "nominate: Ben, Chen, Dana, Ana");
    check(&["@Dana Ana: tidy"], "nominate: Ana, Ben, Chen");
    check(&["@Dana Ana: tidy", "Dana: a", "Dana: b", "Dana: c"], "put forward");
}

#[test]
fn a_later_answer_replaces_the_earlier_one_until_the_round_is_over() {
    let again = lines(&["Dana: near", "@Ana Chen: calm"]);
    keys().item(&again, named, "Ana: Chen (calm)");
    keys().check(&again, "nominate: Ben, Chen, Dana");
    let over = [&FOUR[..], &["@Ana Chen: calm"]].concat();
    refused(&over, "error-no-answer");
    check(&[&FOUR[..], &["/again"]].concat(), "nominate: Ana, Ben, Chen, Dana");
    let repeated = lines(&[&FOUR[..], &["/again", "Chen: calm"]].concat());
    let expected = "Ana: Chen (calm); Ben: Dana (kind); Chen: Dana (calm); Dana: Dana (I want to)";
    keys().item(&repeated, named, expected);
}

#[test]
fn a_guest_names_nobody() {
    let mut answers = lines(&["@Zoe Dana: near"]);
    answers[0] = "all + Zoe (guest)";
    keys().refused(&answers, "error-guest-not-asked");
    let mut answers = changes(&["@Zoe Dana: near"]);
    answers[0] = "all + Zoe (guest)";
    changing().refused(&answers, "error-guest-not-asked");
    answers[10] = "@Zoe ok";
    changing().refused(&answers, "error-guest-not-asked");
}

#[track_caller]
fn check_late(answers: &[&str], expected: &str) {
    let mut answers = lines(answers);
    answers[0] = "all but Dana";
    changing().check(&answers, expected);
}

#[test]
fn who_arrives_before_the_first_nomination_owes_one_and_after_it_none() {
    check_late(&["/arrive Dana"], "nominate: Ana, Ben, Chen, Dana");
    check_late(&["/later", "/arrive Dana"], "nominate: Ben, Chen, Dana, Ana");
    check_late(&["Dana: near", "/arrive Dana"], "nominate: Ben, Chen");
    let late = ["Dana: near", "/arrive Dana", "Chen: calm", "Ben: kind"];
    check_late(&late, "change: Ana, Ben, Chen, Dana");
    // A member who is not asked may nominate somebody all the same.
    check_late(&["Dana: near", "/arrive Dana", "@Dana Ana: tidy"], "nominate: Ben, Chen");
    let mut written = lines(&["/arrive Dana", "ok"]);
    written[0] = "all but Dana";
    written.remove(5);
    changing().check(&written, "nominate: Ana, Ben, Chen, Dana");
}

#[test]
fn who_leaves_is_no_longer_asked_and_what_they_said_stays() {
    check(&["Dana: near", "/leave Ana"], "nominate: Chen, Ben, Dana");
    keys().item(&lines(&["Dana: near", "/leave Ana"]), named, "Ana: Dana (near)");
    check(&["Dana: near", "/leave Ben"], "nominate: Chen, Dana");
    // A member who returns during the round has missed nominations.
    check(&["Dana: near", "/leave Ben", "/arrive Ben"], "nominate: Chen, Dana");
}

#[test]
fn in_the_change_round_enter_keeps_and_a_name_changes() {
    check_change(&["ok"], "change: Ben, Chen, Dana");
    check_change(&["ok", "ok", "ok", "ok"], "put forward");
    let kept = "Ana: Dana (near); Ben: Dana (kind); Chen: Dana (calm); Dana: Dana (I want to)";
    changing().item(&changes(&["ok", "ok"]), named, kept);
    let changed = changes(&["Chen for 3 months: calmer", "@Dana ok"]);
    let expected = kept.replace("Dana (near)", "Chen for 3 months (calmer)");
    changing().item(&changed, named, &expected);
    let refused = |line, key| changing().refused(&changes(&[line]), key);
    refused("pass", "error-no-answer");
    refused("Chen", "error-nomination-incomplete");
    refused("/skip", "error-step-not-optional");
    check_change(&["/later"], "change: Ben, Chen, Dana, Ana");
}

#[test]
fn the_same_name_again_joins_the_reasons() {
    let first = |answers: &[&str]| {
        let meeting = changing().meet(&changes(answers));
        let all = named(meeting.state().on_table().unwrap());
        all.split("; Ben: ").next().unwrap().to_owned()
    };
    assert_eq!(first(&["Dana: what Chen said"]), "Ana: Dana (near; what Chen said)");
    assert_eq!(first(&["Dana for 1 month: try"]), "Ana: Dana for 1 month (near; try)");
    assert_eq!(first(&["Dana, Chen: both"]), "Ana: Dana, Chen (both)");
    // A later answer in the round replaces the one before.
    assert_eq!(first(&["Dana: one", "@Ana Dana: two"]), "Ana: Dana (near; two)");
    assert_eq!(first(&["Chen: one", "@Ana Dana: two"]), "Ana: Dana (near; two)");
    assert_eq!(first(&["Chen: one", "@Ana ok"]), "Ana: Dana (near)");
    let again = ["Dana: one", "ok", "ok", "ok", "/again", "Dana: two"];
    assert_eq!(first(&again), "Ana: Dana (near; one; two)");
}

#[test]
fn each_change_is_kept_once() {
    let said = |item: &Item| {
        let changes = &item.selection().unwrap().changes;
        changes.iter().map(|it| format!("{} {}", it.who, it.reason)).collect::<Vec<_>>().join("; ")
    };
    let room = changing();
    room.item(&changes(&["Chen: one", "Chen: b", "@Ana Dana: two"]), said, "Ben b; Ana two");
    room.item(&changes(&["Chen: one", "@Ana ok"]), said, "");
    let again = ["Chen: one", "ok", "ok", "ok", "/again", "Dana: two", "@Ana Ben: three"];
    room.item(&changes(&again), said, "Ana one; Ana three");
}

#[test]
fn a_change_round_is_asked_once_more() {
    let round = ["ok", "ok", "ok", "ok"];
    check_change(&[&round[..], &["/again"]].concat(), "change: Ana, Ben, Chen, Dana");
    changing().refused(&changes(&["ok", "/again"]), "error-no-round-finished");
    let late = [&round[..], &["Dana: near", "/again"]].concat();
    changing().refused(&changes(&late), "error-no-round-finished");
    // Without a change round, putting forward comes next.
    keys().check(&changes(&[]), "put forward");
}
