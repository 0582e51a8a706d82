//! The opening: attendance lines, who facilitates, who writes.

use super::garden;
use crate::meeting::{Opened, What};

#[track_caller]
fn here(line: &str, present: &str, guests: &str) {
    let meeting = garden().meet(&[line]);
    let What::Opened(Opened { present: members, guests: others, .. }) = &meeting.facts()[0].what
    else {
        panic!("{:?}", meeting.facts())
    };
    assert_eq!((members.join(" "), others.join(" ")), (present.to_owned(), guests.to_owned()));
}

#[test]
fn a_meeting_opens_with_who_is_here() {
    garden().check(&[], "open");
    garden().check(&["ok"], "facilitator");
    garden().check(&["ok", "ok"], "secretary");
    garden().check(&["ok", "ok", "ok"], "choose");
}

#[test]
fn enter_takes_all_members() {
    here("", "Ana Ben Chen Dana", "");
    here("all", "Ana Ben Chen Dana", "");
    here("ALL", "Ana Ben Chen Dana", "");
}

#[test]
fn those_who_are_missing_are_named() {
    here("all but Dana", "Ana Ben Chen", "");
    here("all but dana, Ben", "Ana Chen", "");
    here("all but Dana, Dana", "Ana Ben Chen", "");
}

#[test]
fn guests_are_named_and_marked() {
    here("all + Zoe (guest)", "Ana Ben Chen Dana", "Zoe");
    here("all but Dana + Zoe (guest), Yu Lin (Guest)", "Ana Ben Chen", "Zoe Yu Lin");
    here("Ana, Zoe (guest), Ben", "Ana Ben", "Zoe");
}

#[test]
fn one_named_twice_counts_once() {
    here("Ben, Ana, ben", "Ana Ben", "");
    here("all + Dana + Zoe (guest), zoe (guest)", "Ana Ben Chen Dana", "Zoe");
}

#[test]
fn members_are_present_in_the_order_of_their_seats() {
    here("Dana, Ana", "Ana Dana", "");
}

#[test]
fn only_one_member_is_enough_to_meet() {
    here("Chen", "Chen", "");
}

#[test]
fn nobody_is_not_enough_to_meet() {
    garden().refused(&["all but Ana, Ben, Chen, Dana"], "error-nobody-here");
    garden().refused(&["Zoe (guest)"], "error-nobody-here");
}

#[test]
fn a_stranger_is_no_member() {
    garden().refused(&["Ana, Zoe"], "error-unknown-name");
    garden().refused(&["all but Zoe"], "error-unknown-name");
}

#[test]
fn a_member_is_never_a_guest() {
    garden().refused(&["all but Dana + dana (guest)"], "error-member-guest");
    garden().refused(&["all but Dana", "/arrive Dana (guest)"], "error-member-guest");
}

#[test]
fn a_guest_needs_a_name() {
    garden().refused(&["all + (guest)"], "error-invalid-name");
    garden().refused(&["all + A:B (guest)"], "error-invalid-name");
}

#[test]
fn all_takes_nothing_else_than_but() {
    garden().refused(&["all of us"], "error-no-answer");
    garden().refused(&["all but"], "error-no-answer");
}

#[test]
fn the_holder_of_the_role_is_offered_where_present() {
    let facilitates =
        |meeting: crate::meeting::Meeting| meeting.state().facilitator().map(str::to_owned);
    assert_eq!(facilitates(garden().meet(&["ok", "ok"])).as_deref(), Some("Ben"));
    assert_eq!(facilitates(garden().meet(&["all but Ben", "ok"])), None);
    assert_eq!(facilitates(garden().meet(&["ok", "da"])).as_deref(), Some("Dana"));
    assert_eq!(facilitates(garden().meet(&["ok", "-"])), None);
}

#[test]
fn a_guest_may_facilitate_and_write() {
    let meeting = garden().meet(&["all + Zoe (guest)", "Zoe", "Zoe"]);
    assert_eq!(meeting.state().facilitator(), Some("Zoe"));
    assert_eq!(meeting.state().secretary(), Some("Zoe"));
}

#[test]
fn someone_absent_can_neither_facilitate_nor_write() {
    garden().refused(&["all but Dana", "Dana"], "error-unknown-name");
    garden().refused(&["all but Dana", "ok", "Dana"], "error-unknown-name");
    garden().refused(&["all but Dana", "/facilitator Dana"], "error-unknown-name");
}

#[test]
fn handing_over_at_its_own_prompt_answers_it() {
    garden().check(&["ok", "/facilitator Ana"], "secretary");
    garden().check(&["ok", "/secretary Ana"], "facilitator");
    garden().check(&["ok", "/secretary Ana", "ok"], "choose");
}

#[test]
fn a_facilitator_who_leaves_leaves_the_chair_empty() {
    let meeting = garden().meet(&["ok", "ok", "ok", "/leave Ben"]);
    assert_eq!(meeting.state().facilitator(), None);
    garden().check(&["ok", "ok", "/leave Ben"], "secretary");
}

#[test]
fn someone_can_arrive_before_it_is_said_who_facilitates() {
    garden().check(&["all but Dana", "/arrive Dana", "Dana"], "secretary");
}

#[test]
fn nobody_arrives_twice_or_leaves_twice() {
    garden().refused(&["ok", "/arrive Dana"], "error-already-here");
    garden().refused(&["ok", "/leave Dana", "/leave Dana"], "error-unknown-name");
    garden().refused(&["all + Zoe (guest)", "/arrive zoe (guest)"], "error-already-here");
}

#[test]
fn the_stays_say_from_when_to_when_someone_was_here() {
    let meeting = garden().meet(&[
        "all but Dana",
        "/at 19:10",
        "/arrive Dana",
        "/at 19:20",
        "/leave Dana",
        "/at 19:30",
        "/arrive Dana",
    ]);
    let attendances: Vec<String> = meeting
        .state()
        .attendances
        .iter()
        .filter(|it| it.who == "Dana")
        .map(|it| {
            let time = |at: crate::meeting::Moment| at.format("%H:%M").to_string();
            format!("{}-{}", time(it.from), it.to.map(time).unwrap_or_default())
        })
        .collect();
    assert_eq!(attendances, ["19:10-19:20", "19:30-"]);
}

#[test]
fn nothing_can_be_said_before_the_meeting_is_open() {
    garden().refused(&["/note early"], "error-out-of-turn");
    garden().refused(&["/arrive Ana"], "error-out-of-turn");
    garden().refused(&["/undo"], "error-nothing-to-take-back");
    garden().refused(&["pass"], "error-no-answer");
}
