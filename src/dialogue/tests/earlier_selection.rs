//! Selections that go on from what an earlier meeting left.

use super::selection::keys;
use super::{Room, garden};
use crate::circle::Attribution;
use crate::meeting::{Fact, Item, ItemKind, Meeting, Nomination, Sought, Validity, What};
use crate::records::{Nominated, Topic};

/// Leaves a selection in the backlog: of six months, with two qualifications.
pub(super) fn left(mut room: Room) -> Room {
    room.background.topics.push(Topic {
        title: "Keys".to_owned(),
        kind: Some(ItemKind::Select),
        purpose: Some("Opens and closes.".to_owned()),
        validity: Some(Validity::Term("6 months".parse().unwrap())),
        qualifications: vec!["calm".to_owned(), "here often".to_owned()],
        meeting: Some("2026-08-22".to_owned()),
        ..Topic::default()
    });
    room
}

/// Leaves a selection with this change to its topic.
fn left_but(room: Room, change: impl Fn(&mut Topic)) -> Room {
    let mut room = left(room);
    change(&mut room.background.topics[0]);
    room
}

/// Adds whom the circle named in that meeting.
fn named(mut room: Room, then: Attribution, now: Attribution) -> Room {
    let nomination = |who: &str, nominees: &[&str], reason: &str| Nomination {
        who: who.to_owned(),
        nominees: nominees.iter().map(|it| (*it).to_owned()).collect(),
        outside: Vec::new(),
        term: None,
        until: None,
        reason: reason.to_owned(),
    };
    room.background.nominated = vec![Nominated {
        role: "KEYS".to_owned(),
        meeting: "2026-08-22".to_owned(),
        attribution: then,
        nominations: vec![
            nomination("Ana", &["Dana", "Chen"], "near"),
            nomination("Ben", &["Chen"], "near"),
            Nomination {
                term: "3 months".parse().ok(),
                outside: vec!["Zoe".to_owned()],
                ..nomination("Chen", &["Zoe"], "kind")
            },
        ],
    }];
    room.circle.rules.attribution = now;
    room
}

fn begun<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    [&["ok", "ok", "ok", "select Keys"][..], lines].concat()
}

fn role(it: &Item) -> String {
    let it = it.selection().unwrap();
    let asks: Vec<&str> = it.qualifications.iter().map(|it| it.text.as_str()).collect();
    let term = it.term.map_or_else(|| "no term".to_owned(), |it| it.to_string());
    let since = it.since.map(|it| format!(" since {it}")).unwrap_or_default();
    format!("{} | {term}{since} | {}", it.purpose, asks.join(", "))
}

fn last_sought(meeting: &Meeting) -> Sought {
    let last = meeting.standing().rev().find_map(|it| match &it.what {
        What::Sought(it) => Some(it.clone()),
        _ => None,
    });
    last.unwrap()
}

#[test]
fn a_new_role_is_shown_as_it_was_left_and_goes_on_to_what_it_asks_for() {
    let room = left(garden().steps("qualify"));
    let shown = room.shows(&begun(&[]));
    for part in [
        "Keys · select",
        "The role “Keys” · do we fill it as it stands?",
        "It was on the table on 22 August 2026.",
        "purpose Opens and closes.",
        "proposed term 6 months",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    assert!(!shown.contains("calm"), "{shown}");
    let shown = room.shows(&begun(&["ok"]));
    assert!(shown.contains("1 calm\n2 here often"), "{shown}");
    room.check(&begun(&["ok"]), "qualifications");
    room.check(&begun(&["ok", "ok"]), "call qualifications Keys");
    room.check(&begun(&["ok", "ok", "ok"]), "write");
    let all = "Opens and closes. | 6 months | calm, here often";
    room.item(&begun(&["ok", "ok", "ok"]), role, all);
    let changed = begun(&["ok", "remove 1", "tidy", "ok"]);
    room.item(&changed, role, "Opens and closes. | 6 months | here often, tidy");
    room.check(&begun(&["ok", "/undo"]), "purpose");
    assert_eq!(room.shows(&begun(&["ok", "/undo"])), room.shows(&begun(&[])));
}

#[test]
fn the_term_and_the_day_can_be_changed_where_the_role_is_shown() {
    let room = left_but(keys(), |it| it.begins = "2026-12-01".parse().ok());
    room.item(
        &begun(&["ok"]),
        role,
        "Opens and closes. | 6 months since 2026-12-01 | calm, here often",
    );
    let changed = begun(&["since 2027-01-01", "term 3 months", "ok"]);
    room.item(&changed, role, "Opens and closes. | 3 months since 2027-01-01 | calm, here often");
    // The same of a role that the circle's file does not have.
    let room = left(garden());
    room.check(&begun(&["term 1 year"]), "role");
    room.item(
        &begun(&["term 1 year", "ok"]),
        role,
        "Opens and closes. | 1 year | calm, here often",
    );
    room.refused(&begun(&["a word"]), "error-no-answer");
    room.refused(&begun(&["term soon"]), "error-invalid-term");
}

#[test]
fn a_day_that_has_passed_says_nothing() {
    let room = left_but(keys(), |it| it.begins = "2026-09-04".parse().ok());
    room.item(&begun(&["ok"]), role, "Opens and closes. | 6 months | calm, here often");
}

#[test]
fn what_the_circles_file_says_a_role_is_for_comes_first() {
    let mut room = left(keys());
    room.circle.roles[1].purpose = "Keeps the keys.".to_owned();
    let room = left_but(room, |it| it.validity = None);
    room.item(&begun(&["ok"]), role, "Keeps the keys. | no term | calm, here often");
}

#[test]
fn where_qualifications_are_not_asked_the_role_shows_them() {
    let shown = left(keys()).shows(&begun(&[]));
    assert!(shown.contains("Asked for calm\nAsked for here often\n"), "{shown}");
}

#[test]
fn only_a_selection_that_was_on_the_table_goes_on() {
    let as_ever = |room: Room| {
        room.check(&begun(&[]), "purpose");
        let shown = room.shows(&begun(&[]));
        assert!(shown.contains("What is “Keys” for?") || shown.contains("for?"), "{shown}");
        room.check(&begun(&["ok", "ok"]), "role");
        let sought = last_sought(&room.meet(&begun(&["ok", "ok", "ok"])));
        assert_eq!((sought.meeting, sought.qualifications), (None, Vec::new()));
    };
    as_ever(left_but(garden(), |it| it.meeting = None));
    as_ever(left_but(garden(), |it| it.kind = Some(ItemKind::Decide)));
    as_ever(left_but(garden(), |it| it.title = "Chest".to_owned()));
    as_ever(left_but(garden(), |it| {
        let (title, meeting) = (it.title.clone(), it.meeting.clone());
        *it = Topic { title, meeting, kind: Some(ItemKind::Select), ..Topic::default() };
        it.qualifications = vec![" ".to_owned()];
    }));
}

#[test]
fn a_blank_text_in_the_topic_is_left_out() {
    let room = left_but(keys(), |it| it.qualifications.insert(0, "  ".to_owned()));
    room.item(&begun(&["ok"]), role, "Opens and closes. | 6 months | calm, here often");
}

#[test]
fn the_same_role_later_in_the_meeting_begins_anew() {
    let room = left(keys());
    let elected = begun(&[
        "ok",
        "ok",
        "Dana: near",
        "Dana: near",
        "Dana: near",
        "Dana: near",
        "Dana: near",
        "ok",
        "ok",
        "ok",
        "ok",
        "ok",
        "select Keys",
        "ok",
    ]);
    assert_eq!(last_sought(&room.meet(&elected)).meeting, None);
}

#[test]
fn a_journal_of_format_1_begins_a_selection_as_it_did() {
    let room = left(garden());
    let meeting = room.meet(&begun(&[]));
    let old = Meeting::of(1, room.circle.clone(), meeting.facts().to_vec()).unwrap();
    let words = crate::lang::Words::of(crate::lang::Lang::En);
    let (background, now) = (&room.background, room.opens);
    let talk = crate::dialogue::Talk { meeting: &old, background, words: &words, now };
    let shown = super::screen::lines(&talk.ask(&mut crate::dialogue::ScreenState::default()).shown);
    assert!(!shown.contains("22 August"), "{shown}");
    let mut old = old;
    let what = What::Sought(last_sought(&room.meet(&begun(&["ok"]))));
    let refused = old.record(Fact { what, at: room.opens }).unwrap_err();
    assert_eq!(refused.message.key, "error-fact-not-in-format");
}

#[test]
fn those_named_then_are_shown_with_the_reasons_before_everyone_writes() {
    use Attribution::{All, None, Objections};
    let shown = named(left(keys()), All, All).shows(&begun(&["ok"]));
    let then = "On 22 August 2026 these were named. Now everyone names somebody anew.\n\
                Dana near (Ana)\nChen near (Ana)\nnear (Ben)\nZoe (outside) kind (Chen, for 3 months)\n";
    assert!(shown.contains(then), "{shown}");
    // Without names a reason is there once, so that nothing can be counted.
    let then = "Dana near\nChen near\nZoe (outside) kind (for 3 months)\n";
    for (before, now) in [(None, All), (All, None), (Objections, Objections), (All, Objections)] {
        let shown = named(left(keys()), before, now).shows(&begun(&["ok"]));
        assert!(shown.contains(then), "{before:?} {now:?}: {shown}");
    }
}

#[test]
fn everyone_names_somebody_anew() {
    let room = named(left(keys()), Attribution::All, Attribution::All);
    room.check(&begun(&["ok", "ok"]), "nominate: Ana, Ben, Chen, Dana");
    let shown =
        room.shows(&begun(&["ok", "ok", "Ben: tidy", "Ben: tidy", "Ben: tidy", "Ben: tidy"]));
    assert!(shown.contains("Ben tidy (Ana)") && !shown.contains("near"), "{shown}");
    // Nothing is said of a meeting of which nothing is known, or where the selection begins anew.
    for room in [left(keys()), named(keys(), Attribution::All, Attribution::All)] {
        let shown = room.shows(&begun(&["ok"]));
        assert!(!shown.contains("named"), "{shown}");
    }
}
