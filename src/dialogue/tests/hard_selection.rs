//! Hard cases of selections; each test name states the expected result.

use super::selection::{NAMED, election, keys, put};
use super::{Room, garden, objections};
use crate::meeting::{Item, Nomination};

const ELECTED: &str = "Dana, accepted, until 2027-09-05, 1 year, version 1, she is near | ";

/// Lists the current nominations: `Ana Dana; Ben Chen`.
fn named(item: &Item) -> String {
    let one = |it: &Nomination| format!("{} {}", it.who, it.nominees.join("+"));
    let selection = item.selection().unwrap();
    selection.nominations.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Gives nominations, then the answers of the change round, then the given ones.
fn changing<'a>(names: [&'a str; 4], changes: &[&'a str]) -> Vec<&'a str> {
    [&NAMED[..6], &names, changes].concat()
}

#[track_caller]
fn names_now(names: [&str; 4], changes: &[&str], expected: &str) {
    keys().steps("change").item(&changing(names, changes), named, expected);
}

#[test]
fn all_nominate_the_same() {
    let same = ["Dana: a", "Dana: b", "Dana: c", "Dana: d"];
    names_now(same, &["ok", "ok", "ok", "ok"], "Ana Dana; Ben Dana; Chen Dana; Dana Dana");
    // Nominations elect nobody: somebody is put forward, and the circle consents.
    let room = keys().steps("change");
    room.check(&changing(same, &["ok", "ok", "ok", "ok"]), "put forward");
    let other = changing(same, &["ok", "ok", "ok", "ok", "Chen: he has not been named yet"]);
    room.check(&other, "consent 1: Ana, Ben, Dana, Chen");
}

#[test]
fn all_nominations_differ() {
    let differ = ["Ben: a", "Chen: b", "Dana: c", "Ana: d"];
    names_now(differ, &["ok", "ok", "ok", "ok"], "Ana Ben; Ben Chen; Chen Dana; Dana Ana");
    let put = changing(differ, &["ok", "ok", "ok", "ok", "Dana: she is near", "ok", "ok", "ok"]);
    let announced = [&put[..], &["ok", "ok"]].concat();
    assert_eq!(election(&keys().steps("change"), &announced), ELECTED);
}

#[test]
fn one_names_two() {
    let two = ["Dana, Chen: both would do", "Chen: b", "Dana: c", "Dana: d"];
    names_now(two, &["ok", "ok"], "Ana Dana+Chen; Ben Chen; Chen Dana; Dana Dana");
    names_now(two, &["Chen, Dana: still", "ok"], "Ana Dana+Chen; Ben Chen; Chen Dana; Dana Dana");
    names_now(two, &["Chen: him", "ok"], "Ana Chen; Ben Chen; Chen Dana; Dana Dana");
    let room = keys().steps("change");
    let forward = changing(two, &["ok", "ok", "ok", "ok"]);
    room.refused(&[&forward[..], &["Dana, Chen: both would do"]].concat(), "error-one-name");
}

#[test]
fn somebody_changes_to_themselves_and_away_from_themselves() {
    let names = ["Dana: a", "Dana: b", "Dana: c", "Dana: I want to"];
    let to_self = ["Ana: I would like to after all", "ok", "ok"];
    names_now(names, &to_self, "Ana Ana; Ben Dana; Chen Dana; Dana Dana");
    let away = ["ok", "ok", "ok", "Chen: I have too much to do"];
    names_now(names, &away, "Ana Dana; Ben Dana; Chen Dana; Dana Chen");
}

#[test]
fn a_role_that_is_empty_is_filled() {
    let room = keys();
    let shown = room.shows(&NAMED[..4]);
    assert!(shown.contains("held by nobody"), "{shown}");
    assert_eq!(election(&room, &put(&["ok"; 5])), ELECTED);
}

/// A circle with a role that Ana holds until a date.
fn held(until: &str) -> Room {
    let mut room = garden().role("Keys", None, "Ana");
    room.circle.roles[1].until = until.parse().ok();
    room
}

#[test]
fn a_role_already_held_is_filled_anew_also_by_the_same_person() {
    let room = held("2026-12-31");
    let shown = room.shows(&NAMED[..4]);
    assert!(shown.contains("held by Ana, until 31 December 2026"), "{shown}");
    let again = [&NAMED[..], &["Ana: once more", "ok", "ok", "ok", "ok", "ok"]].concat();
    let expected = "Ana, accepted, until 2027-09-05, 1 year, version 1, once more | ";
    assert_eq!(election(&room, &again), expected);
    assert_eq!(election(&room, &put(&["ok"; 5])), ELECTED);
}

#[test]
fn a_role_whose_holder_s_term_has_ended_is_shown_so() {
    let shown = held("2026-09-04").shows(&NAMED[..4]);
    assert!(shown.contains("held by Ana, whose term ended on 4 September 2026"), "{shown}");
    // A term includes its last day.
    let shown = held("2026-09-05").shows(&NAMED[..4]);
    assert!(shown.contains("held by Ana, until 5 September 2026"), "{shown}");
}

#[test]
fn a_role_is_new_only_until_it_is_filled() {
    let room = garden();
    let first = ["ok", "ok", "ok", "select Keys", "opens and closes", "6 months"];
    let filled = [&first[..], &NAMED[4..], &["Dana: near", "ok", "ok", "ok", "ok", "ok"]].concat();
    room.check(&filled, "choose");
    let again = [&filled[..], &["select keys"]].concat();
    room.check(&again, "role");
    let shown = room.shows(&again);
    for part in ["purpose opens and closes", "held by Dana, until 5 March 2027", "6 months"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    // A new role that was not filled is still new.
    let left = [&first[..], &["/postpone", "select Keys"]].concat();
    room.check(&left, "purpose");
}

#[test]
fn a_role_is_filled_twice_in_one_meeting_and_the_later_one_counts() {
    let room = keys();
    let first = put(&["ok"; 5]);
    let again = [&first[..], &NAMED[3..], &["Chen: calm", "ok", "ok", "ok", "ok", "ok"]].concat();
    let expected = "Chen, accepted, until 2027-09-05, 1 year, version 1, calm | ";
    assert_eq!(election(&room, &again), expected);
    let shown = room.shows(&[&again[..], &["select Keys"]].concat());
    assert!(shown.contains("held by Chen"), "{shown}");
}

#[test]
fn the_nominee_is_absent() {
    let mut answers = put(&["ok", "ok", "ok", "ok"]);
    answers[0] = "all but Dana";
    answers.remove(9);
    let expected = ELECTED.replace("accepted", "not accepted");
    assert_eq!(election(&keys(), &answers), expected);
}

#[test]
fn the_nominee_declines_and_somebody_else_is_put_forward() {
    let declined = put(&["ok", "ok", "ok", "o I am too busy until May"]);
    keys().check(&declined, "objections 1: Dana I am too busy until May");
    let other = [&declined[..], &["put Chen: calm", "ok", "ok", "ok", "ok", "ok", "ok"]].concat();
    let expected = "Chen, accepted, until 2027-09-05, 1 year, version 2, calm | ";
    assert_eq!(election(&keys(), &other), expected);
    keys().item(&other, objections, "Dana I am too busy until May (other-nominee)");
}

#[test]
fn the_nominee_s_own_objection_is_integrated_by_a_shorter_term() {
    let shorter = ["ok", "ok", "ok", "o a year is long", "term 3 months", "ok"];
    keys().check(&put(&shorter), "consent 2: Ana, Ben, Chen, Dana");
    let all = [&shorter[..], &["ok"; 5]].concat();
    let expected = "Dana, accepted, until 2026-12-05, 3 months, version 2, she is near | ";
    assert_eq!(election(&keys(), &put(&all)), expected);
}

#[test]
fn the_facilitator_is_nominated_hands_over_and_takes_part_like_anyone() {
    let forward = [&NAMED[..], &["/facilitator Ana", "Ben: he knows the doors"]].concat();
    keys().check(&forward, "consent 1: Chen, Ana, Dana, Ben");
    let elected = [&forward[..], &["ok", "ok", "ok", "ok", "ok"]].concat();
    let expected = "Ben, accepted, until 2027-09-05, 1 year, version 1, he knows the doors | ";
    assert_eq!(election(&keys(), &elected), expected);
    // Handing over is optional: a facilitator who is nominated is still asked last.
    let goes_on = [&NAMED[..], &["Ben: he knows the doors"]].concat();
    keys().check(&goes_on, "consent 1: Ana, Chen, Dana, Ben");
}

#[test]
fn the_facilitator_s_role_is_filled_while_its_holder_facilitates() {
    let answers = ["ok", "ok", "ok", "select Facilitator", "ok", "ok"];
    let named = ["Ben: a", "Ben: b", "Ben: c", "Ben: d", "Ben: go on"];
    let elected = [&answers[..], &named, &["ok"; 5]].concat();
    let expected = "Ben, accepted, until 2027-09-05, 1 year, version 1, go on | ";
    assert_eq!(election(&garden(), &elected), expected);
    // The elected facilitator does not take over in the same meeting.
    let other = [&answers[..], &["Ana: a", "Ana: b", "Ana: c", "Ana: d", "Ana: try"], &["ok"; 5]];
    assert_eq!(garden().meet(&other.concat()).state().facilitator(), Some("Ben"));
}

#[test]
fn the_facilitator_objects_to_a_nominee_like_anyone() {
    keys().check(&put(&["ok", "o she is away", "ok", "ok"]), "objections 1: Ben she is away");
}

#[test]
fn where_only_one_member_is_present_the_nominee_is_first_and_last() {
    let alone = ["Ana", "ok", "ok", "select Keys", "ok", "ok", "Ana: who else"];
    let forward = [&alone[..], &["Ana: who else"]].concat();
    keys().check(&forward, "consent 1: Ana");
    keys().check(&[&forward[..], &["ok", "ok"]].concat(), "choose");
    keys().quorum("2").refused(&[&forward[..], &["ok", "ok"]].concat(), "error-quorum-unmet");
    let other = [&alone[..], &["Dana: she is near", "ok", "ok"]].concat();
    assert_eq!(election(&keys(), &other), ELECTED.replace("accepted", "not accepted"));
}

#[test]
fn someone_leaves_in_the_middle_of_a_consent_round_and_the_quorum_breaks() {
    let room = keys().quorum("3");
    let broken = ["ok", "/leave Ana", "ok", "/leave Chen", "ok", "ok"];
    room.check(&put(&broken), "announce 1");
    room.refused(&put(&[&broken[..], &["ok"]].concat()), "error-quorum-unmet");
    let back = [&broken[..], &["/arrive Chen"]].concat();
    room.check(&put(&back), "consent 1: Chen");
    room.check(&put(&[&back[..], &["ok", "ok"]].concat()), "choose");
    room.check(&put(&[&broken[..], &["/postpone"]].concat()), "choose");
    let decided = super::put(&["ok", "/leave Ana", "ok", "/leave Chen", "ok", "ok", "ok"]);
    garden().quorum("3").refused(&decided, "error-quorum-unmet");
}

#[test]
fn two_object_and_another_is_put_forward_who_objects() {
    let two = ["o away", "ok", "o new here", "ok", "put Chen: calm", "ok"];
    let all = [&two[..], &["ok", "ok", "ok", "o I cannot"]].concat();
    keys().check(
        &put(&all),
        "objections 2: Ana away (other-nominee); Chen new here (other-nominee); Chen I cannot",
    );
    // The first nominee may be put forward again.
    let back = [&all[..], &["put Dana: she is near", "ok"]].concat();
    keys().check(&put(&back), "consent 3: Ana, Ben, Chen, Dana");
}

#[test]
fn a_selection_past_midnight_begins_on_the_day_announced() {
    let room = keys().opens("2026-09-05T23:30:00+02:00");
    let answers = put(&["ok", "ok", "ok", "ok", "/at 2026-09-06T00:10+02:00", "ok"]);
    assert_eq!(election(&room, &answers), ELECTED.replace("09-05", "09-06"));
}

#[test]
fn a_term_that_begins_on_a_31_ends_on_the_last_day_of_a_month() {
    for (opens, line, until) in [
        ("2026-03-31", "Dana for 6 months: a", "2026-09-30"),
        ("2027-12-31", "Dana for 2 months: a", "2028-02-29"),
        ("2028-02-29", "Dana for 1 year: a", "2029-02-28"),
    ] {
        let room = keys().opens(&format!("{opens}T19:00:00+02:00"));
        let elected = election(&room, &[&NAMED[..], &[line], &["ok"; 5]].concat());
        assert!(elected.contains(&format!("until {until}")), "{elected}");
    }
}

#[test]
fn a_reason_may_be_of_any_kind_and_length() {
    let long = format!("Dana: {}", "kind ".repeat(5_000));
    for line in ["Dana: x", "Dana: [[fact]]", "Dana: what = \"elected\" # \\", &long] {
        let answers = [&NAMED[..6], &[line]].concat();
        let reason = |it: &Item| it.selection().unwrap().nominations[0].reason.clone();
        let expected = line.trim_start_matches("Dana: ").trim();
        keys().item(&answers, reason, expected);
        let put = [&NAMED[..], &[line, "ok", "ok", "ok", "ok", "ok"]].concat();
        keys().check(&put, "choose");
    }
    keys().refused(&[&NAMED[..6], &["Dana: \u{1b}[2J"]].concat(), "error-forbidden-character");
    keys().refused(
        &[&NAMED[..6], &["Z\u{202e}oe (outside): x"]].concat(),
        "error-forbidden-character",
    );
}

#[test]
fn names_of_any_script_are_named_and_asked_last() {
    let room = garden().members(&["陈伟", "ليلى", "Jose\u{301}", "O'Neill"]).role("Keys", None, "");
    let named = ["ليلى: a", "ليلى, jose: b", "陈: c", "陈伟 (outside): d"];
    let begun = ["ok", "ok", "ok", "select Keys", "ok", "ok"];
    room.check(&[&begun[..], &named[..3]].concat(), "nominate: O'Neill");
    room.refused(&[&begun[..], &named].concat(), "error-member-guest");
    let forward = [&begun[..], &named[..3], &["o'neill: me", "ليلى: قريبة"]].concat();
    room.check(&forward, "consent 1: 陈伟, Jose\u{301}, O'Neill, ليلى");
    room.refused(&[&forward[..], &["@ليلى ok"]].concat(), "error-nominee-last");
    let outside = [&begun[..], &named[..3], &["me (outside), ليلى: d", "שרה (outside): קרובה"]];
    room.check(&outside.concat(), "consent 1: 陈伟, ليلى, Jose\u{301}, O'Neill");
}
