//! The admin steps: duration, earlier minutes, announcements, next meeting.

use super::{Room, garden, step_of};
use crate::meeting::{Approved, ItemKind, Scheduled, What};

fn room() -> Room {
    garden().steps("admin")
}

fn lines<'a>(answers: &[&'a str]) -> Vec<&'a str> {
    [&["ok", "ok", "ok"], answers].concat()
}

#[track_caller]
fn check(answers: &[&str], expected: &str) {
    room().check(&lines(answers), expected);
}

#[track_caller]
fn refused(answers: &[&str], key: &str) {
    room().refused(&lines(answers), key);
}

fn last(room: &Room, answers: &[&str]) -> What {
    room.meet(&lines(answers)).standing().last().unwrap().what.clone()
}

#[test]
fn each_admin_step_comes_in_its_order() {
    let mut answers = Vec::new();
    for (line, step) in [
        ("90", "announcements"),
        ("the pump is mended", "announcements"),
        ("ok", "next meeting"),
        ("2026-09-19", "choose"),
    ] {
        answers.push(line);
        check(&answers, step);
    }
    check(&[], "duration");
    garden().check(&lines(&[]), "choose");
}

#[test]
fn each_admin_step_is_left_out_by_itself() {
    check(&["/skip"], "announcements");
    check(&["/skip", "/skip we know"], "next meeting");
    check(&["/skip", "/skip", "/skip"], "choose");
    check(&["90", "/skip", "2026-09-19"], "choose");
    check(&["90", "the pump is mended", "/skip"], "next meeting");
}

#[track_caller]
fn planned(usual: Option<u32>, line: &str, minutes: Option<u32>) {
    let mut room = room();
    room.circle.plan.minutes = usual;
    assert_eq!(room.meet(&lines(&[line])).state().planned, minutes, "{line}");
}

#[test]
fn how_long_the_meeting_lasts_is_offered_from_the_circle() {
    planned(None, "ok", None);
    planned(None, "90", Some(90));
    planned(None, "90 min", Some(90));
    planned(Some(60), "ok", Some(60));
    planned(Some(60), "90", Some(90));
    planned(Some(60), "/skip", Some(60));
    planned(None, "/skip", None);
    let mut room = room();
    assert_eq!(room.asks(&lines(&[])).offer, None);
    room.circle.plan.minutes = Some(60);
    assert_eq!(room.asks(&lines(&[])).offer.as_deref(), Some("60"));
    for line in ["0", "-5", "ninety", "90 hours", "10000", "90 min more", "pass", "1.5", "+5"] {
        refused(&[line], "error-no-answer");
    }
    refused(&["@Ana 90"], "error-no-answer");
    refused(&["/later"], "error-no-answer");
}

/// A circle with the minutes of two meetings that nobody has approved.
fn with_minutes() -> Room {
    let mut room = garden().steps("admin, agenda");
    room.background.minutes = ["2026-08-08", "2026-08-22-2"].map(str::to_owned).into();
    room
}

/// Returns the minutes that the circle is asked to approve, if any.
fn asked(room: &Room, answers: &[&str]) -> String {
    let sentence = room.asks(&lines(answers)).sentence;
    sentence.split_once(" · does anyone object").map_or(String::new(), |(it, _)| it.to_owned())
}

#[test]
fn earlier_minutes_are_asked_about_one_by_one() {
    let room = with_minutes();
    assert_eq!(asked(&room, &["ok"]), "Minutes of 8 August 2026");
    assert_eq!(asked(&room, &["ok", "ok"]), "Minutes of 22 August 2026 (2)");
    assert_eq!(asked(&room, &["ok", "ok", "ok"]), "");
    let meeting = room.meet(&lines(&["ok", "ok", "ok"]));
    assert_eq!(meeting.state().approved, ["2026-08-08", "2026-08-22-2"]);
    assert_eq!(step_of(&meeting), "announcements");
    room.check(&lines(&["ok", "ok", "ok", "ok"]), "next meeting");
    room.check(&lines(&["ok", "ok", "/note hm", "/leave Dana", "ok", "ok"]), "next meeting");
    let What::Approved(Approved { present, .. }) = last(&room, &["ok", "/leave Dana", "ok"]) else {
        panic!()
    };
    assert_eq!(present, ["Ana", "Ben", "Chen"]);
    // Approved minutes are not asked about again.
    assert_eq!(asked(&super::garden().steps("admin"), &["ok"]), "");
}

#[test]
fn the_call_on_earlier_minutes_is_a_call() {
    let room = with_minutes();
    for (line, key) in [
        ("the pump is mended", "error-no-answer"),
        ("yes", "error-no-answer"),
        ("pass", "error-no-answer"),
        ("@Dana ok", "error-no-answer"),
        ("@Dana o", "error-no-reason"),
        ("o not so", "error-no-answer"),
        ("/later", "error-no-answer"),
        ("/again", "error-no-round-finished"),
    ] {
        room.refused(&lines(&["ok", line]), key);
    }
    let mut guest = lines(&["ok", "@Zoe o not so"]);
    guest[0] = "all + Zoe (guest)";
    room.refused(&guest, "error-guest-not-asked");
    guest[0] = "all but Dana";
    guest[4] = "@Dana o not so";
    room.refused(&guest, "error-unknown-name");
}

#[test]
fn minutes_that_somebody_objects_to_stay_open_and_are_offered_to_the_agenda() {
    let room = with_minutes();
    let objected = ["ok", "@Dana o we did not decide that"];
    assert_eq!(asked(&room, &objected), "Minutes of 22 August 2026 (2)");
    let meeting = room.meet(&lines(&objected));
    assert_eq!(meeting.state().disputed, ["2026-08-08"]);
    assert!(meeting.state().approved.is_empty());
    let agenda = lines(&[&objected[..], &["ok", "ok", "ok"]].concat());
    room.check(&agenda, "agenda");
    let shown = room.shows(&agenda);
    assert!(shown.contains("\n1 Minutes of 8 August 2026 explore"), "{shown}");
    assert!(!shown.contains("22 August"), "{shown}");
    let taken = room.meet(&[&agenda[..], &["1"]].concat());
    let entry = &taken.state().agenda[0];
    assert_eq!((entry.kind, entry.title.as_str()), (ItemKind::Explore, "Minutes of 8 August 2026"));
}

#[test]
fn leaving_out_earlier_minutes_leaves_out_all_that_remain() {
    let room = with_minutes();
    room.check(&lines(&["ok", "/skip"]), "announcements");
    assert_eq!(asked(&room, &["ok", "/skip"]), "");
    assert_eq!(asked(&room, &["ok", "ok", "/skip"]), "");
    assert_eq!(room.meet(&lines(&["ok", "ok", "/skip"])).state().approved, ["2026-08-08"]);
    room.check(&lines(&["ok", "/skip", "the pump is mended", "ok"]), "next meeting");
    // After `/undo` the minutes are asked about again.
    assert_eq!(asked(&room, &["ok", "/skip", "/undo"]), "Minutes of 8 August 2026");
    assert_eq!(asked(&room, &["ok", "ok", "/undo"]), "Minutes of 8 August 2026");
}

#[test]
fn announcements_are_told_until_nobody_has_more() {
    check(&["ok", "the pump is mended", "\\ok", "\nof two\nlines"], "announcements");
    check(&["ok", "the pump is mended", "ok"], "next meeting");
    check(&["ok", "ok"], "next meeting");
    let What::Announced { text } = last(&room(), &["ok", "\\ok"]) else { panic!() };
    assert_eq!(text, "ok");
    refused(&["ok", "pass"], "error-no-answer");
    refused(&["ok", "@Ana the pump is mended"], "error-no-answer");
    refused(&["ok", "close"], "error-like-command");
    refused(&["ok", "\n \n"], "error-empty-answer");
}

#[track_caller]
fn scheduled(room: &Room, line: &str, expected: &str) {
    let meeting = room.meet(&lines(&["ok", "ok", line]));
    let Some(Scheduled { date, time, who }) = &meeting.state().scheduled else { panic!("{line}") };
    let date = date.map(|it| it.to_string()).unwrap_or_default();
    let (time, who) = (time.clone().unwrap_or_default(), who.clone().unwrap_or_default());
    assert_eq!(format!("{date} {time} {who}").trim(), expected, "{line}");
}

#[test]
fn the_next_meeting_is_offered_from_how_often_the_circle_meets() {
    let mut often = room();
    often.circle.plan.every = Some("2 weeks".parse().unwrap());
    assert_eq!(
        often.asks(&lines(&["ok", "ok"])).offer.as_deref(),
        Some("Saturday 19 September 2026")
    );
    scheduled(&often, "ok", "2026-09-19");
    scheduled(&often, "-", "");
    scheduled(&often, "2026-09-26", "2026-09-26");
    often.circle.plan.every = Some("1 month".parse().unwrap());
    let mut often = often.opens("2026-01-31T19:00:00+01:00");
    scheduled(&often, "ok", "2026-02-28");
    often.circle.plan.every = Some("second Tuesday at 19:00".parse().unwrap());
    scheduled(&often, "ok", "2026-02-10 19:00");
    let offer = often.asks(&lines(&["ok", "ok"])).offer;
    assert_eq!(offer.as_deref(), Some("Tuesday 10 February 2026, 19:00"));
    scheduled(&often, "2026-02-11", "2026-02-11");
    often.circle.plan.every = Some("1 month".parse().unwrap());
    often.circle.plan.from = Some("2025-12-31".parse().unwrap());
    let mut often = often.opens("2026-02-28T19:00:00+01:00");
    scheduled(&often, "ok", "2026-03-31");
    often.circle.plan.from = None;
    often.background.last_scheduled = Some("2026-02-27".parse().unwrap());
    scheduled(&often, "ok", "2026-03-27");
    often.background.last_scheduled = None;
    assert_eq!(room().asks(&lines(&["ok", "ok"])).offer, None);
    scheduled(&room(), "ok", "");
}

#[test]
fn the_next_meeting_is_a_date_perhaps_with_a_time_or_somebody_who_finds_one() {
    scheduled(&room(), "2026-09-26 19:30", "2026-09-26 19:30");
    scheduled(&room(), "2026-09-05", "2026-09-05");
    scheduled(&room(), "Friday", "2026-09-11");
    scheduled(&room(), "26 September 7:30 pm", "2026-09-26 19:30");
    scheduled(&room(), "26.9.2026, 19h", "2026-09-26 19:00");
    scheduled(&room(), "in 2 weeks at 19:00", "2026-09-19 19:00");
    scheduled(&room(), "who da", "Dana");
    let mut absent = lines(&["ok", "ok", "who Dana"]);
    absent[0] = "all but Dana";
    room().check(&absent, "choose");
    check(&["ok", "ok", "/skip"], "choose");
    for (line, key) in [
        ("2026-09-04", "error-date-past"),
        ("2025-09-26 19:30", "error-date-past"),
        ("soon", "error-not-a-date"),
        ("19:30", "error-not-a-date"),
        ("31.9.2026", "error-not-a-date"),
        ("26/9", "error-not-a-date"),
        ("Friday 19.30", "error-invalid-time"),
        ("2026-02-30", "error-not-a-date"),
        ("2026-09-26 late", "error-invalid-time"),
        ("2026-09-26 25:00", "error-invalid-time"),
        ("2026-09-26 19:60", "error-invalid-time"),
        ("2026-09-26 7:5", "error-invalid-time"),
        ("2026-09-26 19:30 sharp", "error-invalid-time"),
        ("who Zoe", "error-unknown-name"),
        ("who", "error-unknown-name"),
        ("- 2026-09-26", "error-not-a-date"),
        ("pass", "error-not-a-date"),
    ] {
        refused(&["ok", "ok", line], key);
    }
}
