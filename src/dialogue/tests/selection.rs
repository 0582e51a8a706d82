//! Selections, from the role to the announcement.

use super::{Room, garden, objections, outcome};
use crate::circle::RoleKind;
use crate::meeting::{Elected, Item, Validity, What};

/// A circle with a role that nobody holds.
pub(crate) fn keys() -> Room {
    garden().role("Keys", None, "")
}

/// Answers that lead to putting somebody forward: everyone nominates Dana.
pub(crate) const NAMED: [&str; 10] = [
    "ok",
    "ok",
    "ok",
    "select Keys",
    "ok",
    "ok",
    "Dana: near",
    "Dana: kind",
    "Dana: calm",
    "Ana: tidy",
];

/// Returns the answers that put Dana forward, followed by the given ones.
pub(crate) fn put<'a>(answers: &[&'a str]) -> Vec<&'a str> {
    [&NAMED[..], &["Dana: she is near"], answers].concat()
}

/// Formats the last election: `Dana, accepted, until 2027-09-05, 1 year, version 1`.
pub(crate) fn election(room: &Room, answers: &[&str]) -> String {
    let meeting = room.meet(answers);
    let last = meeting.standing().rev().find_map(|it| match &it.what {
        What::Elected(it) => Some(it.clone()),
        _ => None,
    });
    let Some(it) = last else { return "nobody".to_owned() };
    let Elected { elected, accepted, until, term, version, reason, measures, .. } = *it;
    let term = term.map_or_else(|| "no term".to_owned(), |it| it.to_string());
    let accepted = if accepted { "accepted" } else { "not accepted" };
    let measures = measures.join(", ");
    format!(
        "{elected}, {accepted}, until {until}, {term}, version {version}, {reason} | {measures}"
    )
}

#[track_caller]
fn check(answers: &[&str], expected: &str) {
    keys().check(&put(answers), expected);
}

#[track_caller]
fn refused(answers: &[&str], key: &str) {
    keys().refused(&put(answers), key);
}

#[test]
fn a_whole_selection_comes_to_an_election() {
    let room = keys().steps("qualify, change");
    let mut answers = vec!["ok", "ok", "ok"];
    for (line, step) in [
        ("select Keys", "role"),
        ("ok", "qualifications"),
        ("is here often", "qualifications"),
        ("ok", "call qualifications Keys"),
        ("ok", "write"),
        ("ok", "nominate: Ana, Ben, Chen, Dana"),
        ("Dana: near", "nominate: Ben, Chen, Dana"),
        ("Chen: calm", "nominate: Chen, Dana"),
        ("Dana: kind", "nominate: Dana"),
        ("Dana: I want to", "change: Ana, Ben, Chen, Dana"),
        ("ok", "change: Ben, Chen, Dana"),
        ("Dana: what Chen said", "change: Chen, Dana"),
        ("ok", "change: Dana"),
        ("ok", "put forward"),
        ("Dana: she is near", "consent 1: Ana, Ben, Chen, Dana"),
        ("ok", "consent 1: Ben, Chen, Dana"),
        ("ok", "consent 1: Chen, Dana"),
        ("c the winter", "consent 1: Dana"),
        ("ok", "announce 1"),
        ("ok", "choose"),
    ] {
        answers.push(line);
        room.check(&answers, step);
    }
    let expected = "Dana, accepted, until 2027-09-05, 1 year, version 1, she is near | ";
    assert_eq!(election(&room, &answers), expected);
    room.item(&answers, outcome, "Some(Elected(22))");
}

#[test]
fn a_role_is_the_one_in_the_file_however_it_is_typed() {
    let room = keys();
    let role = |it: &Item| format!("{} {}", it.entry.title, it.selection().unwrap().role);
    room.item(&["ok", "ok", "ok", "select KEYS"], role, "Keys Keys");
    room.check(&["ok", "ok", "ok", "select KEYS"], "role");
    room.refused(&["ok", "ok", "ok", "select Keys: and doors"], "error-invalid-name");
}

#[test]
fn a_new_role_is_asked_for_its_purpose_and_its_term_first() {
    let room = garden();
    let role = |it: &Item| {
        let it = it.selection().unwrap();
        format!("{} | {}", it.purpose, it.term.map(|it| it.to_string()).unwrap_or_default())
    };
    let new = |lines: &[&'static str]| [&["ok", "ok", "ok", "select Keys"][..], lines].concat();
    room.check(&new(&[]), "purpose");
    room.check(&new(&["opens and closes"]), "role term");
    room.check(&new(&["opens and closes", "6 months"]), "role");
    room.check(&new(&["opens and closes", "6 months", "ok"]), "write");
    room.item(&new(&["opens and closes", "6 months"]), role, "opens and closes | 6 months");
    room.item(&new(&["opens and closes", "term 6 months"]), role, "opens and closes | 6 months");
    room.item(&new(&["ok", "ok"]), role, " | 1 year");
    room.refused(&new(&["pass"]), "error-no-answer");
    room.refused(&new(&["text"]), "error-like-command");
    room.refused(&new(&["/skip"]), "error-step-not-optional");
    room.refused(&new(&["ok", "soon"]), "error-invalid-term");
    room.refused(&new(&["ok", "pass"]), "error-no-answer");
    // A role in the file is not asked for its purpose and term.
    keys().check(&new(&[]), "role");
}

#[test]
fn a_term_at_the_role_is_the_role_s_own_from_then_on() {
    let mut answers = put(&["ok", "ok", "ok", "ok", "ok"]);
    answers.insert(4, "term 3 months");
    let expected = "Dana, accepted, until 2026-12-05, 3 months, version 1, she is near | ";
    assert_eq!(election(&keys(), &answers), expected);
    keys().check(&answers[..5], "role");
    keys().refused(&["ok", "ok", "ok", "select Keys", "3 months"], "error-no-answer");
    keys().refused(&["ok", "ok", "ok", "select Keys", "term soon"], "error-invalid-term");
    keys().refused(&["ok", "ok", "ok", "select Keys", "who Ana"], "error-no-answer");
}

#[test]
fn qualifications_are_listed_and_the_room_is_asked() {
    let room = keys().steps("qualify");
    let listed =
        |lines: &[&'static str]| [&["ok", "ok", "ok", "select Keys", "ok"][..], lines].concat();
    let asked = |it: &Item| {
        let asked = it.selection().into_iter().flat_map(|it| &it.qualifications);
        asked.map(|it| it.text.clone()).collect::<Vec<_>>().join("; ")
    };
    room.item(&listed(&["calm", "here often"]), asked, "calm; here often");
    room.check(&listed(&["calm", "ok"]), "call qualifications Keys");
    room.check(&listed(&["calm", "ok", "ok"]), "write");
    room.check(&listed(&["ok", "ok"]), "write");
    room.check(&listed(&["/skip"]), "write");
    // An objection goes back to the list.
    let objected = listed(&["calm", "ok", "@Dana o and early"]);
    room.check(&objected, "qualifications");
    room.check(&[&objected[..], &["is early", "ok", "ok"]].concat(), "write");
    room.item(&[&objected[..], &["is early"]].concat(), asked, "calm; is early");
    room.refused(&listed(&["pass"]), "error-no-answer");
    room.refused(&listed(&["@Ana calm"]), "error-no-answer");
    room.refused(&listed(&["ok", "/skip"]), "error-step-not-optional");
    room.refused(&listed(&["ok", "@Dana ok"]), "error-no-answer");
    assert!(room.shows(&listed(&["calm", "kind", "ok"])).contains("1 calm\n2 kind"));
}

#[test]
fn a_qualification_is_removed_by_its_number() {
    let room = keys().steps("qualify");
    let listed =
        |lines: &[&'static str]| [&["ok", "ok", "ok", "select Keys", "ok"][..], lines].concat();
    let asked = |it: &Item| {
        let asked = it.selection().into_iter().flat_map(|it| &it.qualifications);
        asked.map(|it| it.text.clone()).collect::<Vec<_>>().join("; ")
    };
    room.item(&listed(&["calm", "kind", "near", "REMOVE 2"]), asked, "calm; near");
    room.check(&listed(&["calm", "kind", "remove 1"]), "qualifications");
    let echo = room.echoes(&listed(&["calm", "kind", "near", "remove 2"]));
    assert_eq!(echo, "No longer asked for: kind\n1 calm\n2 near");
    assert_eq!(room.asks(&listed(&["calm", "kind"])).label, "3");
    // Where two say the same, it makes no difference which one is meant.
    room.item(&listed(&["calm", "kind", "calm", "remove 1"]), asked, "calm; kind");
    room.item(&listed(&["calm", "remove 1", "/undo"]), asked, "calm");
    room.refused(&listed(&["calm", "remove 2"]), "error-no-place");
    room.refused(&listed(&["calm", "remove 0"]), "error-no-place");
    room.refused(&listed(&["remove 1"]), "error-no-place");
    room.refused(&listed(&["calm", "remove 99999999999999999999"]), "error-no-place");
    room.refused(&listed(&["calm", "@Ana remove 1"]), "error-no-answer");
    // All else is said, and so is what stands behind a `\`.
    room.item(&listed(&["calm", "remove 1 stone"]), asked, "calm; remove 1 stone");
    room.item(&listed(&["calm", "\\remove 1"]), asked, "calm; remove 1");
    let shown = room.shows(&listed(&["calm", "kind", "near", "ok", "@Dana o no"]));
    assert!(shown.contains("1 calm\n2 kind\n3 near"), "{shown}");
}

#[test]
fn a_name_is_written_in_silence() {
    let written = |line| ["ok", "ok", "ok", "select Keys", "ok", line];
    for line in ["Dana", "Dana: near", "pass", "@Ana ok"] {
        keys().refused(&written(line), "error-no-answer");
    }
    keys().refused(&written("/skip"), "error-step-not-optional");
    keys().check(&written("ok"), "nominate: Ana, Ben, Chen, Dana");
}

#[test]
fn one_person_is_put_forward_with_a_reason() {
    let forward = |line| [&NAMED[..], &[line]].concat();
    keys().check(&NAMED, "put forward");
    keys().check(&forward("da: she is near"), "consent 1: Ana, Ben, Chen, Dana");
    // A person whom nobody nominated can be put forward.
    keys().check(&forward("Chen: calm"), "consent 1: Ana, Ben, Dana, Chen");
    keys().check(&forward("Zoe (outside): has a van"), "consent 1: Ana, Ben, Chen, Dana");
    for (line, key) in [
        ("ok", "error-no-answer"),
        ("pass", "error-no-answer"),
        ("@Ana Dana: near", "error-no-answer"),
        ("Dana", "error-nomination-incomplete"),
        ("Dana:", "error-nomination-incomplete"),
        (": near", "error-nomination-incomplete"),
        ("Dana, Chen: both", "error-one-name"),
        ("Zoe: has a van", "error-unknown-name"),
        ("Dana (outside): near", "error-member-guest"),
        ("Dana for ever: near", "error-invalid-term"),
        ("/skip", "error-step-not-optional"),
        ("/later", "error-no-answer"),
    ] {
        keys().refused(&forward(line), key);
    }
}

#[test]
fn who_begins_later_until_a_day_is_put_again_with_both_days() {
    let (role, named) = NAMED.split_at(4);
    let forward = ["Dana until 2027-03-01: she is near", "o too soon", "ok", "ok", "ok"];
    let again = ["measure doors", "ok", "ok", "ok", "ok", "ok", "ok"];
    let answers = [role, &["since 2026-12-01"], named, &forward, &again].concat();
    let expected = "Dana, accepted, until 2027-03-01, no term, version 2, she is near | doors";
    assert_eq!(election(&keys(), &answers), expected);
    let meeting = keys().meet(&answers);
    let put = meeting.standing().find_map(|it| match &it.what {
        What::Presented(it) => Some((it.since, it.validity)),
        _ => None,
    });
    let [since, until] = ["2026-12-01", "2027-03-01"].map(|it| it.parse().unwrap());
    assert_eq!(put, Some((Some(since), Validity::Until(until).announced(since))));
}

#[test]
fn a_term_that_is_put_is_for_this_election_only() {
    let forward = |line| [&NAMED[..], &[line, "ok", "ok", "ok", "ok", "ok"]].concat();
    let once = forward("Dana for 3 months: she is near");
    let expected = "Dana, accepted, until 2026-12-05, 3 months, version 1, she is near | ";
    assert_eq!(election(&keys(), &once), expected);
    let own = |it: &Item| format!("{:?}", it.selection().unwrap().term);
    keys().item(&once, own, "None");
    let expected = "Dana, accepted, until 2027-03-05, 6 months, version 1, she is near | ";
    let mut room = keys();
    room.circle.roles[1].term = Some("6 months".parse().unwrap());
    assert_eq!(election(&room, &put(&["ok"; 5])), expected);
}

#[test]
fn a_leader_is_no_delegate_and_the_reverse() {
    let room = garden().role("Leader", Some(RoleKind::Leader), "Ana");
    let room = room.role("Delegate", Some(RoleKind::Delegate), "Dana");
    let named = |role, line| {
        ["ok", "ok", "ok", role, "ok", "ok", "Ana: a", "Ana: a", "Ana: a", "Ana: a", line]
    };
    room.refused(&named("select Delegate", "Ana: she speaks well"), "error-kept-apart");
    room.refused(&named("select Leader", "Dana: she leads well"), "error-kept-apart");
    room.check(&named("select Leader", "Ana: once more"), "consent 1: Chen, Ben, Dana, Ana");
    // They can be nominated all the same.
    room.check(&named("select Delegate", "Chen: calm"), "consent 1: Ana, Ben, Dana, Chen");
}

#[test]
fn consent_to_a_nominee_is_answered_one_by_one() {
    keys().calling().refused(&put(&["call"]), "error-call-selection");
    refused(&["call"], "error-call-selection");
    refused(&["pass"], "error-no-answer");
    refused(&["/skip"], "error-step-not-optional");
    refused(&["o"], "error-no-reason");
    check(&["/later", "ok", "ok"], "consent 1: Ana, Dana");
    check(&["ok", "ok", "ok", "ok", "@Ana o she is away"], "objections 1: Ana she is away");
    check(&["ok", "ok", "ok", "ok", "@Dana c hm"], "announce 1");
}

#[test]
fn an_objection_is_integrated_by_term_measure_or_another_nominee() {
    let objected = ["o she is away", "ok", "ok", "ok"];
    let then = |lines: &[&'static str]| put(&[&objected[..], lines].concat());
    let room = keys();
    room.check(&then(&["term 3 months", "ok"]), "consent 2: Ana, Ben, Chen, Dana");
    room.item(&then(&["term 3 months", "ok"]), objections, "Ana she is away (term)");
    room.item(&then(&["measure doors open", "ok"]), objections, "Ana she is away (measure)");
    room.check(&then(&["withdraw Ana", "ok"]), "consent 1: Ana, Ben, Chen, Dana");
    let other = then(&["put Chen: calm", "ok"]);
    room.check(&other, "consent 2: Ana, Ben, Dana, Chen");
    room.item(&other, objections, "Ana she is away (other-nominee)");
    room.refused(&then(&["ok"]), "error-objection-stands");
    // A new reason for the same person is no change.
    room.refused(&then(&["put Dana: she is very near", "ok"]), "error-objection-stands");
    room.check(&then(&["put Dana for 3 months: near", "ok"]), "consent 2: Ana, Ben, Chen, Dana");
    for (line, key) in [
        ("text At nine.", "error-no-answer"),
        ("who Ana", "error-no-answer"),
        ("by Ana", "error-no-answer"),
        ("call", "error-no-answer"),
        ("put Dana", "error-nomination-incomplete"),
        ("put Dana, Chen: both", "error-one-name"),
        ("put Zoe: a van", "error-unknown-name"),
        ("withdraw Chen", "error-no-objection"),
        ("/amend term 1 month", "error-no-answer"),
        ("/skip", "error-step-not-optional"),
    ] {
        room.refused(&then(&[line]), key);
    }
    room.check(&then(&["postpone 2026-10-01"]), "choose");
    room.check(&then(&["drop", "ok"]), "choose");
    room.check(&then(&["@Dana o me too"]), "objections 1: Ana she is away; Dana me too");
    room.check(&then(&["round What would help?"]), "explore: Ana, Ben, Chen, Dana");
}

#[test]
fn another_nominee_is_put_forward_without_starting_again() {
    let other = ["o she is away", "ok", "ok", "ok", "put Chen for 6 months: calm", "ok"];
    let all = [&other[..], &["ok", "ok", "ok", "ok", "ok"]].concat();
    let expected = "Chen, accepted, until 2027-03-05, 6 months, version 2, calm | ";
    assert_eq!(election(&keys(), &put(&all)), expected);
    let named = |it: &Item| it.selection().unwrap().nominations.len().to_string();
    keys().item(&put(&all), named, "4");
    // The term of the first nominee does not apply to the second one.
    let first = [&NAMED[..], &["Dana for 3 months: near", "o away", "ok", "ok", "ok"]].concat();
    let answers = [&first[..], &["put Chen: calm", "ok", "ok", "ok", "ok", "ok", "ok"]].concat();
    let expected = "Chen, accepted, until 2027-09-05, 1 year, version 2, calm | ";
    assert_eq!(election(&keys(), &answers), expected);
}

#[test]
fn term_and_measure_are_amended_in_the_round() {
    check(&["ok", "ok", "/amend term 3 months"], "consent 2: Ana, Ben, Chen, Dana");
    check(&["ok", "ok", "ok", "ok", "/amend measure doors"], "consent 2: Ana, Ben, Chen, Dana");
    let amended = ["/amend term 3 months", "/amend measure doors", "ok", "ok", "ok", "ok", "ok"];
    let expected = "Dana, accepted, until 2026-12-05, 3 months, version 3, she is near | doors";
    assert_eq!(election(&keys(), &put(&amended)), expected);
    keys().item(&put(&["o away", "/amend term 3 months"]), objections, "Ana away (term)");
    refused(&["/amend text At nine."], "error-no-answer");
    refused(&["/amend who Ana"], "error-no-answer");
    refused(&["/amend put Chen: calm"], "error-no-answer");
    refused(&["/amend term 1 year"], "error-no-change");
    keys().refused(&[&NAMED[..9], &["/amend term 1 month"]].concat(), "error-no-answer");
}

#[test]
fn a_selection_ends_from_any_of_its_steps() {
    let room = keys().steps("qualify, change");
    let whole = [
        "ok",
        "ok",
        "ok",
        "select Keys",
        "ok",
        "calm",
        "ok",
        "ok",
        "ok",
        "Dana: a",
        "Dana: b",
        "Dana: c",
        "Dana: d",
        "ok",
        "ok",
        "ok",
        "ok",
        "Dana: near",
        "o away",
        "ok",
        "ok",
        "ok",
    ];
    for place in 4..=whole.len() {
        for line in ["/postpone", "/refer Ground"] {
            room.check(&[&whole[..place], &[line]].concat(), "choose");
        }
        let step = super::step_of(&room.meet(&whole[..place]));
        let dropped = [&whole[..place], &["/drop"]].concat();
        room.check(&dropped, "call drop Keys");
        room.check(&[&dropped[..], &["ok"]].concat(), "choose");
        let kept = if step.starts_with("call") { "qualifications" } else { &step };
        let objected = [&dropped[..], &["@Ana o not yet"]].concat();
        assert!(matches!(super::step_of(&room.meet(&objected)), it if it == step || it == kept));
        assert_eq!(election(&room, &[&whole[..place], &["/postpone"]].concat()), "nobody");
    }
}

#[test]
fn a_new_role_with_the_name_of_a_link_is_said_to_be_none() {
    let shown = |lines: &[&str]| format!("{:?}", garden().asks(lines).shown);
    let open = ["all", "ok", "ok"];
    assert!(shown(&[&open[..], &["select delegate"]].concat()).contains("(delegate): PURPOSE"));
    assert!(!shown(&[&open[..], &["select Bees"]].concat()).contains("PURPOSE"));
}
