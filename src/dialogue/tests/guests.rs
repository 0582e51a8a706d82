//! Guests without names, and people from outside who own actions or see to things.

use super::{Room, garden, put};
use crate::dialogue::{Response, Talk};
use crate::lang::say;
use crate::lang::{Lang, Words};
use crate::meeting::{Amended, Meeting, Opened, What};
use crate::records;

fn here(meeting: &Meeting) -> (String, u32) {
    (meeting.state().guests.join(" "), meeting.state().unnamed_here())
}

#[track_caller]
fn check(answers: &[&str], guests: &str, unnamed: u32) {
    let answers = [&["ok", "ok", "ok"], answers].concat();
    assert_eq!(here(&garden().meet(&answers)), (guests.to_owned(), unnamed));
    garden().check(&answers, "choose");
}

#[test]
fn guests_without_names_are_counted_at_the_opening() {
    for (line, guests, unnamed) in [
        ("all + 3 guests", "", Some(3)),
        ("all but Dana + 1 guest", "", Some(1)),
        ("Ana, Ben and 2 guests", "", Some(2)),
        ("all + Zoe (guest), 2 guests, 1 guest", "Zoe", Some(3)),
        ("all", "", None),
    ] {
        let meeting = garden().meet(&[line]);
        let What::Opened(Opened { guests: named, unnamed: count, .. }) = &meeting.facts()[0].what
        else {
            panic!()
        };
        assert_eq!((named.join(" ").as_str(), *count), (guests, unnamed), "{line}");
    }
    for line in ["all + 0 guests", "all + guests", "all + 3", "all + -1 guests"] {
        garden().refused(&[line], "error-unknown-name");
    }
}

#[test]
fn they_come_and_go_and_as_many_leave_as_came() {
    check(&["/arrive 2 guests"], "", 2);
    check(&["/arrive 2 guests", "/leave 1 guest"], "", 1);
    check(&["/arrive 2 guests", "/arrive 3 guests", "/leave 4 guests"], "", 1);
    check(&["/arrive Zoe (guest), 2 guests"], "Zoe", 2);
    check(&["/arrive Zoe (guest), 2 guests", "/leave Zoe, 1 guest"], "", 1);
    check(&["/arrive 2 guests", "/leave 2 guests", "/undo"], "", 2);
    let refused = |lines: &[&str], key| {
        garden().refused(&[&["ok", "ok", "ok"], lines].concat(), key);
    };
    refused(&["/leave 1 guest"], "error-unnamed-guests-here");
    refused(&["/arrive 2 guests", "/leave 3 guests"], "error-unnamed-guests-here");
    refused(&["/arrive 2 guests", "/leave Dana, 1 guest"], "error-guests-apart");
    refused(&["/leave Dana", "/arrive Dana, 1 guest"], "error-guests-apart");
}

#[test]
fn they_have_no_turn_and_do_not_void_a_call() {
    let room = garden().calling();
    room.check(&put(&["call", "/arrive 2 guests"]), "announce 1 after a call");
    room.check(&put(&["/arrive 2 guests"]), "consent 1: Ana, Ben, Chen, Dana");
    garden()
        .steps("check-in")
        .check(&["all + 3 guests", "ok", "ok"], "check-in: Ana, Ben, Chen, Dana");
}

#[test]
fn a_member_of_that_name_wins() {
    let room = garden().members(&["Ana", "2 guests"]);
    assert_eq!(here(&room.meet(&["Ana", "ok", "ok", "/arrive 2 guests"])), (String::new(), 0));
}

#[test]
fn the_minutes_count_them_with_their_times() {
    let lines = [
        "all + Zoe (guest), 3 guests",
        "ok",
        "ok",
        "/at 19:30",
        "/arrive 2 guests",
        "/at 20:00",
        "/leave 4 guests",
        "/at 20:10",
        "close",
        "ok",
    ];
    let meeting = garden().meet(&lines);
    let said = |lang| {
        let none = <_>::default();
        records::minutes(&meeting, &none, &say!("minutes-paused"), &Words::of(lang)).unwrap().page
    };
    let line = "Guests: Zoe, 1 without a name, 2 without names (19:30 to 20:00), \
                2 without names (until 20:00)";
    let minutes = said(Lang::En);
    assert!(minutes.contains(line), "{minutes}");
    assert!(said(Lang::De).contains("Zoe, 1 ohne Namen, 2 ohne Namen ("), "{}", said(Lang::De));
}

#[test]
fn the_words_of_the_screen_count_them_at_a_terminal() {
    let room = garden();
    let meeting = room.meet(&["ok", "ok", "ok"]);
    let hear = |words: &Words, line: &str| {
        let talk = Talk { meeting: &meeting, background: &room.background, words, now: room.opens };
        talk.hear(&super::said(line))
    };
    let german = Words::of(Lang::De).at_terminal();
    let Ok(Response::Fact(What::Arrived(it))) = hear(&german, "/arrive 2 Gäste") else { panic!() };
    assert_eq!((it.unnamed, it.guest, it.who), (Some(2), true, None));
    assert!(hear(&Words::of(Lang::De), "/arrive 2 Gäste").is_err(), "a script is English");
}

/// Returns whom the last fact names.
fn named(room: &Room, answers: &[&str]) -> String {
    let meeting = room.meet(answers);
    match &meeting.standing().last().unwrap().what {
        What::Assigned { responsible }
        | What::Amended(Amended { responsible: Some(responsible), .. }) => responsible.join(", "),
        what => what.people().join(", "),
    }
}

#[test]
fn somebody_from_outside_owns_actions_and_sees_to_things() {
    let room = garden();
    let draft = ["ok", "ok", "ok", "decide Quiet hours", "text No drills."];
    for (line, expected) in [
        ("/action Tia (outside): call", "Tia"),
        ("/action Ana, Tia Roth (outside): call", "Ana, Tia Roth"),
        ("who Tia (outside), Ana", "Tia, Ana"),
        ("who Facilitator, Tia (Outside)", "Facilitator, Tia"),
        ("by Tia (outside)", "Tia"),
    ] {
        assert_eq!(named(&room, &[&draft[..], &[line]].concat()), expected, "{line}");
        room.check(&[&draft[..], &[line]].concat(), "draft");
    }
    room.refused(&[&draft[..], &["who Ana (outside)"]].concat(), "error-member-guest");
    room.refused(&[&draft[..], &["who Tia"]].concat(), "error-unknown-name");
    room.refused(&[&draft[..], &["who (outside)"]].concat(), "error-invalid-name");
    room.refused(&[&draft[..], &["about Tia (outside)"]].concat(), "error-unknown-name");
    let more = [&draft[..], &["ok", "/amend who Tia (outside)"]].concat();
    assert_eq!(named(&room, &more), "Tia");
}

#[test]
fn somebody_from_outside_brings_an_item() {
    let room = garden().steps("agenda");
    let brought = |lines: &[&str]| {
        let meeting = room.meet(&[&["ok", "ok", "ok"], lines].concat());
        let entry = meeting.state().agenda.last().unwrap().clone();
        let people: Vec<&str> = entry.people().map(String::as_str).collect();
        format!("{} {:?} {}", entry.title, entry.minutes, people.join(", "))
    };
    let check = |line: &str, expected: &str| assert_eq!(brought(&[line]), expected, "{line}");
    check("decide Play by Tia (outside)", "Play None Tia");
    check("report Play by Tia Roth (Outside) 20 min", "Play Some(20) Tia Roth");
    check("decide Play by ear by Tia (outside)", "Play by ear None Tia");
    check("decide Play by Ana, Tia (outside)", "Play None Ana, Tia");
    check("decide Play (outside)", "Play (outside) None ");
    check("decide Play (outside) by Ana", "Play (outside) None Ana");
    check("decide Play by the wall (outside) there", "Play by the wall (outside) there None ");
    let twice = ["decide Play by Tia (outside)", "decide Walk by tia"];
    assert_eq!(brought(&twice), "Walk None Tia");
    let agenda = ["ok", "ok", "ok"];
    let refused = |line, key| room.refused(&[&agenda[..], &[line]].concat(), key);
    refused("decide Play by Ana (outside)", "error-member-guest");
    refused("decide Play by (outside)", "error-invalid-name");
    refused("decide Play by Zoe, Tia (outside)", "error-unknown-name");
    let chosen = garden().meet(&["ok", "ok", "ok", "decide Play by Tia (outside)", "text Catch."]);
    assert_eq!(chosen.state().items[0].entry.by.as_deref(), Some("Tia"));
}

#[test]
fn the_name_of_somebody_from_outside_is_kept() {
    let room = garden();
    let begun = ["ok", "ok", "ok", "/action Tia Roth (outside): call", "/action Ana: mend fence"];
    let named = |more: &[&str]| named(&room, &[&begun[..], more].concat());
    assert_eq!(named(&["/action tia roth: write"]), "Tia Roth");
    assert_eq!(named(&["/give 2 Tia Roth"]), "Tia Roth");
    assert_eq!(named(&["/give fence Tia Roth"]), "Tia Roth");
    assert_eq!(named(&["/give 2 Max (outside), Ben"]), "Max, Ben");
    let refused = |line, key| room.refused(&[&begun[..], &[line]].concat(), key);
    // Otherwise `fence Max` might get it.
    refused("/give mend fence Max (outside)", "error-give-incomplete");
    // Only the whole name is kept, so that a beginning means whom it meant before.
    refused("/action Tia: write", "error-unknown-name");
}
