//! What stays in view: the text, the objections, and what can be typed.

use super::{Room, garden, put};
use crate::records::{ConcernRecord, ObjectionRecord};

const DRAFTED: [&str; 6] =
    ["all but Dana", "ok", "ok", "decide Bees", "text One hive.", "who Chen"];

fn drafted<'a>(answers: &[&'a str]) -> Vec<&'a str> {
    [&DRAFTED[..], answers].concat()
}

#[test]
fn questions_and_reactions_begin_with_the_text_as_it_stands() {
    let room = garden().steps("clarify,react");
    let shown = room.shows(&drafted(&["ok"]));
    assert!(shown.contains("\nOne hive.\nin force 1 year, review on"), "{shown}");
    assert!(shown.contains("Chen sees to it\nwhat was said · "), "{shown}");
    let shown = room.shows(&drafted(&["ok", "/amend text Two hives.", "ok", "ok", "ok"]));
    assert!(shown.contains("Reactions") && shown.contains("\nTwo hives.\n"), "{shown}");
}

#[test]
fn each_round_of_speech_begins_with_what_can_be_typed() {
    let room = garden().steps("check-in,check-out");
    let typed = "what was said · `pass` · ";
    let closing = ["ok", "ok", "ok", "ok", "ok", "ok", "ok", "close"];
    for answers in [&closing[..3], &closing] {
        let shown = room.shows(answers);
        assert!(shown.contains(typed), "{shown}");
        assert!(!shown.contains("Guests"), "{shown}");
    }
    let shown =
        room.shows(&["ok", "ok", "ok", "ok", "ok", "ok", "ok", "explore Bees", "/round why?"]);
    assert!(shown.contains(typed), "{shown}");
}

#[test]
fn guests_stand_in_a_line_of_their_own() {
    let room = garden().steps("check-in");
    let shown = room.shows(&["all + Uwe (guest), Zoe (guest)", "ok", "ok"]);
    assert!(shown.ends_with("Guests, at any time: `@Uwe …` · `@Zoe …`"), "{shown}");
}

#[test]
fn objections_stay_in_view_while_the_proposal_is_changed() {
    let objected = ["ok", "@Ben o too late", "@Chen o too loud", "ok"];
    let both = "Ben objects: too late\nChen objects: too loud";
    for change in ["text No drills.", "term 3 months", "who Ana", "measure noise"] {
        let answers = put(&[&objected[..], &[change]].concat());
        assert_eq!(garden().echoes(&answers), both, "{change}");
    }
    assert_eq!(garden().echoes(&put(&["ok", "/amend text x"])), "");
    assert_eq!(garden().echoes(&drafted(&["text Two hives."])), "");
}

#[test]
fn what_can_be_typed_is_shown_again_below_a_long_text() {
    let typed = |answers: &[&str]| {
        let meeting = garden().meet(answers);
        let words = crate::lang::Words::of(crate::lang::Lang::En);
        let (background, now) = (&garden().background, garden().opens);
        let before = garden().meet(&answers[..answers.len() - 1]);
        let mut seen = crate::dialogue::ScreenState::default();
        let talk = |meeting| crate::dialogue::Talk { meeting, background, words: &words, now };
        talk(&before).ask(&mut seen);
        super::screen::lines(&talk(&meeting).ask(&mut seen).shown)
    };
    assert_eq!(typed(&drafted(&["text Two hives."])), "");
    let long = format!("text\n{}", "Two hives.\n".repeat(9));
    let shown = typed(&drafted(&[&long]));
    assert!(shown.starts_with("`text TEXT`") && shown.contains("`?`: more"), "{shown}");
    assert_eq!(typed(&drafted(&[&long, "who Ana"])), "");
}

fn discussed(who: Option<&str>, meeting: &str) -> Room {
    let mut room = garden().in_backlog("bees", "Bees", "One hive.");
    let topic = &mut room.background.topics[0];
    topic.meeting = Some(meeting.to_owned());
    let who = who.map(str::to_owned);
    topic.objections = vec![ObjectionRecord {
        who: who.clone(),
        reason: "they sting".to_owned(),
        version: Some(2),
        outcome: Vec::new(),
    }];
    topic.concerns = vec![ConcernRecord { who, text: "they swarm".to_owned(), version: None }];
    room
}

#[test]
fn a_draft_that_was_on_the_table_before_says_what_was_heard_then() {
    let answers = ["ok", "ok", "ok", "decide Bees"];
    let shown = discussed(None, "2026-08-01-2").shows(&answers);
    for part in [
        "It was on the table on 1 August 2026.\n",
        "An objection at the time: they sting\n",
        "A concern at the time: they swarm\n",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    let shown = discussed(Some("Ana"), "once").shows(&answers);
    for part in [
        "It was on the table on once.\n",
        "Ana objected at the time: they sting\n",
        "Ana had a concern at the time: they swarm\n",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
}
