//! How long a decision stands: the five ways to say it, and when each is refused.

use super::explore::{search, three};
use super::{Room, garden, said, step_of};
use crate::circle::Term;
use crate::dialogue::{Response, Talk};
use crate::lang::{Lang, Words};
use crate::meeting::{DatedValidity, Item, Meeting, Validity, What};
use crate::records::{Decision, FrontMatter, Topic};
use crate::toml_file::Word;

/// Lines that say how long a decision stands.
const LINES: [&str; 10] = [
    "term until 2027-03-18",
    "term until today",
    "lasts 3 months",
    "lasts 3 months",
    "expires 2027-03-18",
    "expires 2026-09-05",
    "once",
    "once",
    "/amend lasts 2 weeks",
    "/amend once",
];

/// A way that no other line says.
pub(super) const OTHER: Validity = Validity::Lasts(Term { months: 7, days: 3 });

/// Returns the lines with those that say how long a decision stands.
pub(super) fn lines(others: &[&'static str]) -> Vec<&'static str> {
    [others, &LINES].concat()
}

/// Says how long a decision stands: a term alone, everything else behind its key.
pub(super) fn stands(validity: Validity) -> String {
    match validity {
        Validity::Term(term) => term.to_string(),
        Validity::Lasts(term) => format!("lasts {term}"),
        Validity::Until(day) => format!("until {day}"),
        Validity::Expires(day) => format!("expires {day}"),
        Validity::Once => "once".to_owned(),
    }
}

const OPEN: [&str; 5] = ["ok", "ok", "ok", "decide Hens", "text Six hens."];

/// Expects lines behind the text of a draft to put this version to the circle.
#[track_caller]
fn put(room: &Room, lines: &[&str], expected: &str) {
    let answers = [&OPEN[..], lines, &["ok"]].concat();
    let read = |item: &Item| stands(item.version().unwrap().wording.validity);
    room.item(&answers, read, expected);
}

#[track_caller]
fn refused(room: &Room, lines: &[&str], key: &str) {
    room.refused(&[&OPEN[..], lines].concat(), key);
}

/// Returns what was adopted, with the day kept beside it.
fn adopted(meeting: &Meeting) -> String {
    let adopted = meeting.standing().find_map(|it| match &it.what {
        What::Adopted(it) => Some(it.validity),
        _ => None,
    });
    let DatedValidity { is, day } = adopted.unwrap();
    format!("{}, {} {}", stands(is), is.day_key(), day.map(|it| it.to_string()).unwrap_or_default())
}

#[test]
fn a_decision_stands_in_one_of_five_ways() {
    let room = garden();
    for (line, expected) in [
        ("term 6 months", "6 months, review 2027-03-05"),
        ("term until 18 March 2027", "until 2027-03-18, review 2027-03-18"),
        ("TERM UNTIL 2027-03-18", "until 2027-03-18, review 2027-03-18"),
        ("lasts 3 months", "lasts 3 months, expires 2026-12-05"),
        ("expires 18 March", "expires 2027-03-18, expires 2027-03-18"),
        ("expires today", "expires 2026-09-05, expires 2026-09-05"),
        ("Once", "once, once "),
    ] {
        let answers = [&OPEN[..], &[line, "ok", "ok", "ok", "ok", "ok", "ok"]].concat();
        assert_eq!(adopted(&room.meet(&answers)), expected, "{line}");
        // The last one said holds.
        put(
            &room,
            &["term 1 week", "once", "lasts 2 days", line],
            expected.split(',').next().unwrap(),
        );
    }
    put(&room, &[], "1 year");
}

#[test]
fn what_is_no_way_to_stand_is_refused() {
    let room = garden();
    refused(&room, &["term until"], "error-not-a-date");
    refused(&room, &["term until soon"], "error-not-a-date");
    refused(&room, &["term until 2026-09-04"], "error-date-past");
    refused(&room, &["expires 2026-09-04"], "error-date-past");
    refused(&room, &["expires 3 months"], "error-not-a-date");
    refused(&room, &["lasts 2027-03-18"], "error-invalid-term");
    refused(&room, &["lasts"], "error-invalid-term");
    refused(&room, &["once upon a time"], "error-no-answer");
    refused(&room, &["until 2027-03-18"], "error-no-answer");
}

#[test]
fn a_change_of_how_long_it_stands_is_a_new_version_and_integrates() {
    let room = garden();
    let put = [&OPEN[..], &["lasts 3 months", "ok", "ok", "o too long", "ok", "ok"]].concat();
    let read = |item: &Item| {
        let now = item.version().unwrap();
        let how: Vec<&str> = item.objections[0].resolutions.iter().map(|it| it.word()).collect();
        format!("{} {} {}", now.number, stands(now.wording.validity), how.join(" "))
    };
    for (line, expected) in [
        // The same length, but the circle looks at it again in place of letting it end.
        ("term 3 months", "2 3 months term"),
        ("expires 2026-12-05", "2 expires 2026-12-05 term"),
        ("term until 2026-12-05", "2 until 2026-12-05 term"),
        ("once", "2 once term"),
    ] {
        room.item(&[&put[..], &[line, "ok"]].concat(), read, expected);
    }
    room.refused(&[&put[..], &["lasts 3 months", "ok"]].concat(), "error-objection-stands");
    let asked = [&OPEN[..], &["lasts 3 months", "ok"]].concat();
    let read = |item: &Item| {
        let now = item.version().unwrap();
        format!("{} {}", now.number, stands(now.wording.validity))
    };
    for (line, expected) in [
        ("/amend once", "2 once"),
        ("/amend term until 2027-03-18", "2 until 2027-03-18"),
        ("/amend expires 2026-12-05", "2 expires 2026-12-05"),
        ("/amend lasts 2 weeks", "2 lasts 2 weeks"),
        ("/amend term 3 months", "2 3 months"),
    ] {
        room.item(&[&asked[..], &["ok", line]].concat(), read, expected);
    }
    room.refused(&[&asked[..], &["/amend lasts 3 months"]].concat(), "error-no-change");
}

#[test]
fn a_role_is_given_for_a_term_only() {
    let room = garden().role("Keys", None, "");
    let role = ["ok", "ok", "ok", "select Keys"];
    for line in ["lasts 3 months", "once", "expires 2027-03-18"] {
        room.refused(&[&role[..], &[line]].concat(), "error-no-answer");
    }
    room.refused(&[&role[..], &["term until 2027-03-18"]].concat(), "error-invalid-term");
    let named = ["ok", "ok", "Ana: near", "Ana: near", "Ana: near", "Ana: near", "Ana: near"];
    let put = [&role[..], &named].concat();
    for line in ["/amend lasts 3 months", "/amend once", "/amend expires 2027-03-18"] {
        room.refused(&[&put[..], &[line]].concat(), "error-no-answer");
    }
    room.refused(&[&put[..], &["/amend term until 2027-03-18"]].concat(), "error-invalid-term");
}

#[test]
fn a_day_that_has_passed_is_neither_put_nor_announced() {
    let mut room = garden();
    room.background.topics.push(Topic {
        title: "Hens".to_owned(),
        text: Some("Six hens.".to_owned()),
        validity: Some(Validity::Expires("2026-09-04".parse().unwrap())),
        ..Topic::default()
    });
    room.refused(&["ok", "ok", "ok", "decide Hens", "ok"], "error-date-past");
    put(&room, &["lasts 1 week"], "lasts 1 week");
    for line in ["expires 2026-09-05", "term until 2026-09-05"] {
        let night = [line, "ok", "ok", "ok", "ok", "ok", "/at 2026-09-06T00:01:00+02:00"];
        let announced = [&OPEN[..], &night[..]].concat();
        let (meeting, err) = garden().walked(&[&announced[..], &["ok"]].concat());
        let (_, err) = err.unwrap();
        assert_eq!(
            (err.message.key, step_of(&meeting).as_str()),
            ("error-date-past", "announce 1")
        );
        assert_eq!(err.hint.unwrap().key, "hint-day-past");
        let again = ["/amend lasts 1 day", "ok", "ok", "ok", "ok", "ok"];
        let answers = [&announced[..], &again].concat();
        assert_eq!(adopted(&garden().meet(&answers)), "lasts 1 day, expires 2026-09-07");
    }
}

/// A circle with a decision in force that stands in this way.
fn standing(keys: &str) -> Room {
    let mut room = garden();
    room.background.decisions.push(
        Decision::read_text(&format!(
            "+++\nid = \"2026-03-18-hens\"\nkind = \"decision\"\ntitle = \"Hens\"\n\
             circle = \"Garden\"\ndate = 2026-03-18\n{keys}\n+++\n\nFour hens.\n"
        ))
        .unwrap(),
    );
    room
}

#[test]
fn a_review_starts_with_the_old_term_only_and_says_what_was() {
    let begun = ["ok", "ok", "ok", "decide Hens"];
    let read = |item: &Item| stands(item.version().unwrap().wording.validity);
    for (keys, expected, line) in [
        ("term = \"2 years\"\nreview = 2028-03-18", "2 years", ""),
        ("until = 2027-03-18", "1 year", "It stood until its review on 18 March 2027: now 1 year"),
        (
            "lasts = \"1 year\"",
            "1 year",
            "It was for 1 year only and ends by itself after 18 March 2027: now 1 year",
        ),
        ("expires = 2026-09-05", "1 year", "It ends by itself after 5 September 2026: now 1 year"),
    ] {
        let room = standing(keys);
        room.item(&[&begun[..], &["ok"]].concat(), read, expected);
        let shown = room.shows(&begun);
        assert!(shown.contains(line), "{keys}: {shown}");
        assert_eq!(shown.contains(": now 1 year unless"), !line.is_empty(), "{keys}: {shown}");
    }
}

#[test]
fn what_ends_by_itself_is_offered_with_its_last_day() {
    let room = standing("expires = 2026-09-05").steps("agenda");
    let shown = room.shows(&["ok", "ok", "ok"]);
    assert!(shown.contains("last day 5 September 2026"), "{shown}");
    assert!(
        !standing("expires = 2026-09-06")
            .steps("agenda")
            .shows(&["ok", "ok", "ok"])
            .contains("last day")
    );
}

#[test]
fn a_day_is_said_with_its_weekday() {
    let meeting = garden().meet(&OPEN);
    let words = Words::of(Lang::En);
    let background = &garden().background;
    let talk = Talk { meeting: &meeting, background, words: &words, now: garden().opens };
    for (line, expected) in [
        ("term until 18 March 2027", "review on Thursday 18 March 2027"),
        ("expires 18 March 2027", "after Thursday 18 March 2027"),
    ] {
        let Response::Fact(what) = talk.hear(&said(line)).unwrap() else { panic!() };
        let shown = format!("{:?}", talk.echo(&what));
        assert!(shown.contains(expected), "{shown}");
    }
    let Response::Fact(what) = talk.hear(&said("lasts 1 month")).unwrap() else { panic!() };
    assert_eq!(talk.echo(&what), []);
}

/// Finds all states of three members in which how long a decision stands may change.
#[test]
fn no_answer_outlives_a_change_of_how_long_it_stands() {
    let put = ["ok", "ok", "ok", "decide Quiet hours", "text A", "ok"];
    let lines = [
        "ok",
        "@Chen: ok",
        "@Ben: o no",
        "withdraw Ben",
        "/again",
        "term 1 month",
        "term until 2026-10-05",
        "lasts 1 month",
        "expires 2026-10-05",
        "once",
        "/amend once",
        "/amend lasts 1 month",
        "/amend expires 2026-10-05",
    ];
    let found = search(&three(), &put, &lines);
    assert!(found.places > 150 && found.outcomes > 5, "{found:?}");
}
