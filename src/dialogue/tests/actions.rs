//! Actions, accepted elections, more time, and the read-back.

use super::{Room, election, garden, put};
use crate::circle::RoleKind;
use crate::dialogue::{ScreenState, Talk};
use crate::lang::{Lang, Words};
use crate::meeting::{ActionRef, Meeting, Moment, What};
use crate::records::OpenAction;

/// A circle with actions of earlier meetings that are not done.
fn with_actions() -> Room {
    let mut room = garden();
    let open = |who: &str, text: &str, meeting: &str| OpenAction {
        who: who.to_owned(),
        with: Vec::new(),
        text: text.to_owned(),
        meeting: Some(meeting.to_owned()),
        ..OpenAction::default()
    };
    room.background.actions = vec![
        open("Ana", "mend the fence", "2026-08-08"),
        open("Dana", "paint the fence", "2026-08-22"),
        open("Dana", "paint the fence at the gate", "2026-08-22"),
        open("Ben", "water the hens", "2026-08-08"),
        open("Ben", "water the hens", "2026-08-22"),
    ];
    room
}

/// Returns the action that the last line marks as done: `Dana: paint the fence (2026-08-22)`.
#[track_caller]
fn done(answers: &[&str], expected: &str) {
    let meeting = with_actions().meet(&[&["ok"], answers].concat());
    let What::Done(ActionRef { who, text, meeting }) = &meeting.standing().last().unwrap().what
    else {
        panic!("{answers:?}")
    };
    assert_eq!(format!("{who}: {text} ({})", meeting.as_deref().unwrap_or("-")), expected);
}

#[track_caller]
fn refused(answers: &[&str], key: &str) {
    with_actions().refused(&[&["ok"], answers].concat(), key);
}

#[test]
fn an_action_of_this_meeting_is_done_by_words_of_it() {
    let taken = "/action Chen: ask the neighbours by 2026-09-19";
    done(&[taken, "/done neighbours"], "Chen: ask the neighbours (-)");
    done(&[taken, "/done ASK the"], "Chen: ask the neighbours (-)");
    done(&[taken, "/done chen"], "Chen: ask the neighbours (-)");
    refused(&[taken, "/done neighbours", "/done neighbours"], "error-no-action");
}

#[test]
fn an_action_of_an_earlier_meeting_is_done() {
    done(&["/done mend"], "Ana: mend the fence (2026-08-08)");
    done(&["/done gate"], "Dana: paint the fence at the gate (2026-08-22)");
    refused(&["/done mend", "/done mend"], "error-no-action");
    let said = with_actions().echoes(&["ok", "/done mend"]);
    assert_eq!(said, "Done: Ana, mend the fence");
}

#[test]
fn where_several_fit_none_is_guessed() {
    refused(&["/done fence"], "error-several-names");
    refused(&["/done dana"], "error-several-names");
    // The whole text identifies an action, and so do words that fit only one open action.
    done(&["/done paint the fence"], "Dana: paint the fence (2026-08-22)");
    done(&["/done gate", "/done paint"], "Dana: paint the fence (2026-08-22)");
}

#[test]
fn of_actions_that_say_the_same_the_oldest_is_done() {
    done(&["/done hens"], "Ben: water the hens (2026-08-08)");
    done(&["/done hens", "/done hens"], "Ben: water the hens (2026-08-22)");
    let again = "/action Ben: water the hens";
    done(&[again, "/done hens", "/done hens", "/done hens"], "Ben: water the hens (-)");
}

#[test]
fn what_nobody_took_on_cannot_be_done() {
    refused(&["/done bees"], "error-no-action");
    refused(&["/done"], "error-which-action");
    garden().refused(&["ok", "/done fence"], "error-no-action");
    assert_eq!(garden().hint(&["ok", "/done fence"]), "no action is open");
    let listed = "these are open:\n  1  Ana: mend the fence\n";
    for line in ["/done bees", "/done 7", "/done", "/release bees", "/due 7 Friday"] {
        let hint = with_actions().hint(&["ok", line]);
        assert!(hint.starts_with(listed), "{line}: {hint}");
    }
}

/// A circle with earlier elections of which only one was accepted.
fn with_elections() -> Room {
    let mut room = garden().role("Leader", Some(RoleKind::Leader), "Ana").role("Keys", None, "");
    room = room.role("Delegate", Some(RoleKind::Delegate), "").role("Chest", None, "");
    room.background.elections = vec![
        election("Keys", "Dana", false),
        election("Chest", "Dana", false),
        election("Delegate", "Ana", false),
        election("Door", "Zoe", false),
        election("Facilitator", "Ben", true),
    ];
    room
}

fn accepted(room: &Room, answers: &[&str]) -> String {
    let meeting = room.meet(&[&["ok"], answers].concat());
    let all = meeting.state().accepted.iter().map(|(who, role)| format!("{who} {role}"));
    all.collect::<Vec<_>>().join("; ")
}

#[test]
fn an_election_of_an_earlier_meeting_is_accepted() {
    let room = with_elections();
    assert_eq!(accepted(&room, &["/accepted zoe"]), "Zoe Door");
    // Of several roles the one elected last is accepted first.
    assert_eq!(accepted(&room, &["/accepted Dana"]), "Dana Chest");
    assert_eq!(accepted(&room, &["/accepted da", "/accepted da"]), "Dana Chest; Dana Keys");
    assert_eq!(room.echoes(&["ok", "/accepted zoe"]), "Zoe accepts Door.");
    room.refused(&["ok", "/accepted zoe", "/accepted zoe"], "error-unknown-name");
    room.refused(&["ok", "/accepted Ben"], "error-unknown-name");
    room.refused(&["ok", "/accepted"], "error-acceptance-unnamed");
    // Leader and delegate are never one person, whenever the election is accepted.
    room.refused(&["ok", "/accepted Ana"], "error-kept-apart");
    garden().refused(&["ok", "/accepted Dana"], "error-nobody-pending");
}

const NAMED: [&str; 10] =
    ["ok", "ok", "ok", "select Keys", "ok", "ok", "Chen: a", "Chen: b", "Chen: c", "Chen: d"];

#[test]
fn who_was_elected_before_cannot_accept_what_somebody_else_was_elected_to() {
    let mut room = with_elections();
    room.background.elections.truncate(1);
    let here = [&NAMED[..], &["Chen: calm", "ok", "ok", "ok", "ok", "ok"]].concat();
    room.check(&here, "choose");
    room.refused(&[&here[..], &["/accepted Dana"]].concat(), "error-nobody-pending");
    let outside = [&NAMED[..], &["Zoe (outside): a van", "ok", "ok", "ok", "ok", "ok"]].concat();
    room.check(&outside, "choose");
    room.refused(&[&outside[..], &["/accepted Dana"]].concat(), "error-unknown-name");
    room.check(&[&outside[..], &["/accepted Zoe"]].concat(), "choose");
    // The same holds if both were elected in this meeting.
    let then = ["select Keys", "ok", "ok", "Chen: a", "Chen: b", "Chen: c", "Chen: d"];
    let then = [&then[..], &["Chen: calm", "ok", "ok", "ok", "ok", "ok"]].concat();
    let replaced = [&outside[..], &then, &["/accepted Zoe"]].concat();
    room.refused(&replaced, "error-nobody-pending");
}

#[test]
fn a_role_that_was_accepted_in_this_meeting_is_shown_with_who_holds_it() {
    let room = with_elections();
    let shown = room.shows(&["ok", "ok", "ok", "/accepted Dana", "select Chest"]);
    assert!(shown.contains("held by Dana"), "{shown}");
}

#[test]
fn more_time_is_for_the_item_else_for_the_meeting() {
    let mut room = garden();
    room.circle.plan.minutes = Some(60);
    let planned = |answers: &[&str]| {
        let meeting = room.meet(&[&["ok", "ok", "ok"], answers].concat());
        (
            meeting.state().planned,
            meeting.state().items.last().and_then(crate::meeting::Item::planned),
        )
    };
    assert_eq!(planned(&["/extend 10"]), (Some(70), None));
    assert_eq!(planned(&["/extend 10 min", "/extend 5"]), (Some(75), None));
    assert_eq!(planned(&["explore Bees 5 min", "/extend 10"]), (Some(60), Some(15)));
    assert_eq!(planned(&["explore Bees", "/extend 10"]), (Some(60), Some(10)));
    assert_eq!(planned(&["explore Bees 5 min", "/extend 10", "ok", "/extend 7"]).0, Some(67));
    assert_eq!(planned(&["/extend 10", "/undo"]), (Some(60), None));
    for line in
        ["/extend", "/extend 0", "/extend -5", "/extend soon", "/extend 10000", "/extend min"]
    {
        room.refused(&["ok", line], "error-invalid-minutes");
    }
    assert_eq!(room.echoes(&["ok", "/extend 10"]), "10 min more.");
}

/// Returns what prompts say of the time at several moments.
fn over(room: &Room, meeting: &Meeting, times: &[&str]) -> Vec<String> {
    let words = Words::of(Lang::En);
    let mut seen = ScreenState::default();
    let at = |time: &&str| -> Moment { super::moment(&format!("2026-09-05T{time}:00+02:00")) };
    let says = |now: Moment| {
        let talk = Talk { meeting, background: &room.background, words: &words, now };
        let shown = super::screen::lines(&talk.ask(&mut seen).shown);
        let line = shown.lines().find(|it| it.contains("min over"));
        line.unwrap_or_default().split([':', '.']).next().unwrap_or_default().to_owned()
    };
    times.iter().map(at).map(says).collect()
}

#[test]
fn that_the_time_is_over_is_said_once_a_minute() {
    let mut room = garden();
    room.circle.plan.minutes = Some(60);
    let meeting = room.meet(&["ok", "ok", "ok"]);
    let said = over(&room, &meeting, &["19:59", "20:00", "20:01", "20:01", "20:02", "20:02"]);
    let one = "The meeting is 1 min over";
    assert_eq!(said, ["", "", one, "", "The meeting is 2 min over", ""]);
    let item = room.meet(&["ok", "ok", "ok", "explore Bees 5 min"]);
    let said = over(&room, &item, &["19:05", "19:06", "19:06", "20:30"]);
    assert_eq!(said, ["", "1 min over", "", "85 min over"]);
    let more = room.meet(&["ok", "ok", "ok", "explore Bees 5 min", "/extend 5"]);
    assert_eq!(over(&room, &more, &["19:06", "19:11"]), ["", "1 min over"]);
    // A meeting that was paused overnight begins its minutes anew.
    let paused = room.meet(&["/at 2026-09-04T23:50+02:00", "ok", "ok", "ok"]);
    assert_eq!(
        over(&room, &paused, &["00:50", "00:52", "19:00"]),
        ["", "The meeting is 2 min over", ""]
    );
    let resumed =
        room.meet(&["/at 2026-09-04T19:00+02:00", "ok", "ok", "/at 2026-09-05T19:00+02:00", "ok"]);
    assert_eq!(over(&room, &resumed, &["19:59", "20:01"]), ["", "The meeting is 1 min over"]);
    // Without planned minutes nothing is over time.
    let open = garden().meet(&["ok", "ok", "ok", "explore Bees"]);
    assert_eq!(over(&garden(), &open, &["23:59"]), [""]);
}

#[test]
fn what_came_about_is_read_back_and_completed() {
    let room = garden().steps("read-back").role("Keys", None, "");
    let decided = put(&["ok", "ok", "ok", "ok", "ok"]);
    let elected = [&NAMED[3..], &["Chen: calm", "ok", "ok", "ok", "ok", "ok"]].concat();
    let more =
        ["/action Dana: tell them by 2026-09-19", "/topic Bees", "explore Hens", "ok", "close"];
    let whole = [&decided[..], &elected, &more].concat();
    room.check(&whole, "read-back");
    let shown = room.shows(&whole);
    for line in [
        "Quiet hours is decided and stands until its review on 5 September 2027.",
        "Elected: Chen for Keys, until 5 September 2027.",
        "Dana: tell them, by 19 September 2026",
        "“Bees” goes into the backlog.",
    ] {
        assert!(shown.lines().any(|it| it == line), "{line}: {shown}");
    }
    let then = |lines: &[&'static str]| [&whole[..], lines].concat();
    room.check(&then(&["ok"]), "close");
    room.check(&then(&["/skip"]), "close");
    room.check(&then(&["/action Ana: call them", "/topic Pump"]), "read-back");
    let added = room.shows(&then(&["/action Ana: call them"]));
    assert!(added.contains("Ana: call them"), "{added}");
    let taken_back = room.shows(&then(&["/topic Pump", "/undo"]));
    assert!(!taken_back.contains("Pump"), "{taken_back}");
    for line in ["yes", "pass", "close", "@Ana ok"] {
        room.refused(&then(&[line]), "error-no-answer");
    }
    let nothing = room.shows(&["ok", "ok", "ok", "close"]);
    assert!(nothing.contains("Nothing was decided or taken on."), "{nothing}");
    garden().check(&["ok", "ok", "ok", "close"], "close");
}
