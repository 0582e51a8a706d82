//! The minutes of a meeting are approved at its close, and whatever comes after that voids it.

use super::oracle::Oracle;
use super::{Room, garden};
use crate::meeting::{Meeting, What};
use crate::records;

use crate::lang::{Lang, Words, say};

const CLOSE: [&str; 4] = ["all but Dana", "ok", "ok", "close"];

fn at_close(more: &[&str]) -> Vec<String> {
    CLOSE.iter().chain(more).map(|it| (*it).to_owned()).collect()
}

fn meet(room: &Room, more: &[&str]) -> Meeting {
    room.meet(&at_close(more).iter().map(String::as_str).collect::<Vec<_>>())
}

fn minutes(meeting: &Meeting, lang: Lang) -> String {
    let none = <_>::default();
    records::minutes(meeting, &none, &say!("minutes-paused"), &Words::of(lang)).unwrap().page
}

#[test]
fn everyone_present_approves_and_the_fact_names_no_meeting() {
    let meeting = meet(&garden(), &["/approve"]);
    let Some(What::Approved(it)) = meeting.standing().last().map(|it| &it.what) else { panic!() };
    assert_eq!((&it.meeting, it.present.join(" ").as_str()), (&None, "Ana Ben Chen"));
    assert!(meeting.state().stands_approved && it.digest.is_none());
}

#[test]
fn it_is_taken_at_the_close_only() {
    for before in [&["ok"][..], &["ok", "ok", "ok"], &["ok", "ok", "ok", "decide Hens"]] {
        garden().refused(&[before, &["/approve"]].concat(), "error-approve-at-close");
    }
    garden().refused(&["ok", "ok", "ok", "close", "/approve now"], "error-no-answer");
}

#[test]
fn the_minutes_say_it_only_while_it_stands() {
    let room = garden();
    let said = |more: &[&str], lang| minutes(&meet(&room, more), lang);
    assert!(said(&["/approve", "ok"], Lang::En).ends_with(
        "\n\nApproved before the close: nobody present had an objection to these minutes."
    ));
    assert!(said(&["/approve", "ok"], Lang::De).contains("\n\nVor dem Ende genehmigt: "));
    for void in ["/note x", "/topic y", "/arrive Dana", "/leave Ben", "/arrive 2 guests"] {
        let meeting = meet(&room, &["/approve", void, "ok"]);
        assert!(!minutes(&meeting, Lang::En).contains("Approved before"), "{void}");
        let again = meet(&room, &["/approve", void, "/approve", "ok"]);
        assert!(minutes(&again, Lang::En).contains("Approved before"), "{void}");
        // What was taken back is as if it had never been said.
        let back = meet(&room, &["/approve", void, "/undo", "ok"]);
        assert!(minutes(&back, Lang::En).contains("Approved before"), "{void}");
    }
    assert!(!said(&["/approve", "/undo", "ok"], Lang::En).contains("Approved before"));
}

#[test]
fn the_echo_says_that_the_minutes_are_approved_and_that_this_is_over() {
    let room = garden();
    let echoes =
        |more: &[&str]| room.echoes(&at_close(more).iter().map(String::as_str).collect::<Vec<_>>());
    let void = "Something was recorded after the minutes were approved";
    assert!(echoes(&["/approve"]).contains("The minutes are approved."));
    for line in ["/note x", "/arrive Dana"] {
        assert!(echoes(&["/approve", line]).contains(void), "{line}");
        assert!(!echoes(&[line]).contains(void), "{line}");
    }
    for line in ["/undo", "ok"] {
        assert!(!echoes(&["/approve", line]).contains(void), "{line}");
    }
}

#[test]
fn no_order_of_lines_at_the_close_approves_what_was_not_asked() {
    let room = garden();
    let lines = ["/approve", "/note x", "/arrive Dana", "/leave Ana", "/undo", "ok"];
    let mut tried = 0;
    for index in 0..lines.len().pow(4) {
        let mut meeting = meet(&room, &[]);
        let mut now = room.opens;
        let mut rest = index;
        for _ in 0..4 {
            let line = lines[rest % lines.len()];
            rest /= lines.len();
            let before = meeting.clone();
            // The third `/undo` takes back more than the close.
            if room.answer(&mut meeting, &mut now, line).is_err() {
                assert_eq!(meeting.state(), before.state());
                continue;
            }
            Oracle::of(&meeting, &room.circle).unwrap();
            tried += 1;
        }
        let again =
            Meeting::of(crate::meeting::FORMAT, room.circle.clone(), meeting.facts().to_vec());
        assert_eq!(again.unwrap().state(), meeting.state());
    }
    assert!(tried > 2000, "{tried}");
}
