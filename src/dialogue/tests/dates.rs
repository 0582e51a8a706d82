//! Days and terms as people type them, at a terminal and in a script.

use super::{Room, garden, said};
use crate::dialogue::{Response, ScreenState, Talk};
use crate::lang::{Lang, Words};
use crate::meeting::{Fact, What};

/// What is understood: the fact, or the key of the refusal; and what is said of it.
struct Understood {
    fact: Result<What, &'static str>,
    echo: String,
}

/// Opens a meeting on Saturday 5 September 2026, and gives one answer.
fn hear(room: &Room, words: &Words, line: &str) -> Understood {
    let mut meeting = room.meet(&["ok"]);
    let now = meeting.facts().last().unwrap().at;
    let talk = Talk { meeting: &meeting, background: &room.background, words, now };
    talk.ask(&mut ScreenState::default());
    match talk.hear(&said(line)) {
        Ok(Response::Fact(what)) => {
            let echo = format!("{:?}", talk.echo(&what));
            meeting.record(Fact { what: what.clone(), at: now }).unwrap();
            Understood { fact: Ok(what), echo }
        }
        Ok(other) => panic!("{line}: {other:?}"),
        Err(err) => Understood { fact: Err(err.message.key), echo: String::new() },
    }
}

/// Expects the text and the day of an action, or the key of a refusal.
#[track_caller]
fn action(words: &Words, typed: &str, expected: &str) {
    let understood = match hear(&garden(), words, &format!("/action Ana: {typed}")).fact {
        Ok(What::Action { text, due: Some(due), .. }) => format!("{text} | {due}"),
        Ok(What::Action { text, due: None, .. }) => text,
        Ok(other) => panic!("{other:?}"),
        Err(key) => key.to_owned(),
    };
    assert_eq!(understood, expected, "{typed}");
}

#[test]
fn at_a_terminal_an_action_takes_a_day_as_people_type_it() {
    let words = Words::of(Lang::En).at_terminal();
    for (typed, expected) in [
        ("call by 2026-09-11", "call | 2026-09-11"),
        ("call by Friday", "call | 2026-09-11"),
        ("call by Friday.", "call | 2026-09-11"),
        ("call by Fri", "call | 2026-09-11"),
        ("call by 4 December", "call | 2026-12-04"),
        ("call by 4\u{a0}December", "call | 2026-12-04"),
        ("call\u{a0}by\u{a0}Friday", "call | 2026-09-11"),
        ("call by 4.12.", "call | 2026-12-04"),
        ("call by 4.12.2026.", "call | 2026-12-04"),
        ("call by Friday 4 December.", "call | 2026-12-04"),
        ("call by tomorrow", "call | 2026-09-06"),
        ("call by in 2 weeks", "call | 2026-09-19"),
        ("paint it by hand by Friday", "paint it by hand | 2026-09-11"),
        ("go by bus \\by the lake by Friday", "go by bus by the lake | 2026-09-11"),
        ("call by 1 September 2026", "call | 2026-09-01"),
        ("call by 31.2.", "error-not-a-date"),
        ("call by 31 February", "error-not-a-date"),
        ("call by 2026-13-01", "error-not-a-date"),
        ("call by 4/12", "error-not-a-date"),
        ("call by Friday night", "error-not-a-date"),
        ("call by December 2026.", "error-not-a-date"),
        ("call by phone", "call by phone"),
        ("call by phone.", "call by phone."),
        ("call by Ben", "call by Ben"),
        ("call by Ben.", "call by Ben."),
        ("stand by", "stand by"),
        ("by Friday", "by Friday"),
        ("call \\by Friday", "call by Friday"),
        ("call \\by 2026-09-11", "call by 2026-09-11"),
        ("call \\by 31.2.", "call by 31.2."),
        ("dry it by sun", "dry it by sun"),
        ("read the book by June Carter", "read the book by June Carter"),
        ("release by version 4.12", "release by version 4.12"),
        ("call bis Freitag", "call bis Freitag"),
        ("call on Friday", "call on Friday"),
    ] {
        action(&words, typed, expected);
    }
}

#[test]
fn a_german_action_takes_german_words_too() {
    let words = Words::of(Lang::De).at_terminal();
    for (typed, expected) in [
        ("anrufen bis Freitag", "anrufen | 2026-09-11"),
        ("anrufen bis zum 4.12.", "anrufen | 2026-12-04"),
        ("anrufen bis Fr.", "anrufen | 2026-09-11"),
        ("anrufen by 4. Dezember.", "anrufen | 2026-12-04"),
        ("anrufen bis 4/12", "anrufen | 2026-12-04"),
        ("anrufen bis morgen", "anrufen | 2026-09-06"),
        ("anrufen bis 31. Februar", "error-not-a-date"),
        ("anrufen bis Freitag Abend", "error-not-a-date"),
        ("anrufen bis Ben", "anrufen bis Ben"),
        ("anrufen bis es so", "anrufen bis es so"),
        ("weiter bis so", "weiter bis so"),
        ("anrufen \\bis Freitag", "anrufen bis Freitag"),
    ] {
        action(&words, typed, expected);
    }
}

#[test]
fn a_name_or_a_role_behind_by_is_text() {
    let mut room = garden();
    room.circle.members[1].name = "April".to_owned();
    room.circle.members[2].name = "Friday".to_owned();
    room.circle.roles[0].name = "Tomorrow".to_owned();
    let words = Words::of(Lang::En).at_terminal();
    for name in ["Friday", "friday", "Friday.", "Tomorrow", "April"] {
        let line = format!("/action Ana: call by {name}");
        let Ok(What::Action { text, due, .. }) = hear(&room, &words, &line).fact else {
            panic!("{name}")
        };
        assert_eq!((text, due), (format!("call by {name}"), None));
    }
}

#[test]
fn in_a_script_an_action_takes_only_a_date_in_numbers() {
    let words = Words::of(Lang::De);
    for (typed, expected) in [
        ("call by 2026-09-11", "call | 2026-09-11"),
        ("call by Friday", "call by Friday"),
        ("call by 2026-09-11.", "call by 2026-09-11."),
        ("call by 31.2.", "call by 31.2."),
        ("call \\by 2026-09-11", "call \\by 2026-09-11"),
        ("call\u{a0}by 2026-09-11", "call\u{a0}by 2026-09-11"),
        ("anrufen bis 2026-09-11", "anrufen bis 2026-09-11"),
    ] {
        action(&words, typed, expected);
    }
}

#[track_caller]
fn says(words: &Words, line: &str, expected: &str) {
    let echo = hear(&garden(), words, line).echo;
    assert!(echo.contains(expected), "{line}: {echo}");
}

#[test]
fn what_was_understood_is_said_with_its_weekday() {
    let words = Words::of(Lang::En).at_terminal();
    says(&words, "/action Ana: call by Friday", "by Friday 11 September 2026");
    says(&words, "/action Ana: call by 1.9.2026", "by Tuesday 1 September 2026. That day has");
    says(&words, "/action Ana: call by phone", "no date");
    let german = Words::of(Lang::De).at_terminal();
    says(&german, "/action Ana: call bis Freitag", "bis Freitag, 11. September 2026");
}
