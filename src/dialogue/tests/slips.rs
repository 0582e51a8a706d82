//! Undoing: each answer of a whole meeting is taken back and given again.

use super::{garden, put, step_of};
use crate::dialogue::echo::describe;
use crate::lang::{Lang, Words};
use crate::meeting::{Fact, Filed, Meeting, What};

/// A meeting that goes through every step.
const WHOLE: [&str; 110] = [
    "all but Dana + Zoe (guest)",
    "ok",
    "Ana",
    "fine",
    "/later",
    "tired",
    "ok",
    "/again",
    "a",
    "b",
    "pass",
    "90",
    "the pump is mended",
    "ok",
    "2026-09-19 19:00",
    "select Keys 10 min",
    "decide Hens 10 min by Ana",
    "explore Bees",
    "report Money",
    "move 3 2",
    "remove 4",
    "ok",
    "@Ben o add money",
    "report Money",
    "ok",
    "ok",
    "ok",
    "opens and closes",
    "6 months",
    "ok",
    "is here often",
    "ok",
    "@Ana o and early",
    "is early",
    "ok",
    "ok",
    "ok",
    "@Chen Ben: he is there",
    "/later",
    "Zoe (outside), Dana for 3 months: new",
    "Ben: why not",
    "ok",
    "Dana: she wants to",
    "/later",
    "@Chen ok",
    "Ben: he knows the doors",
    "/extend 5",
    "ok",
    "@Chen o he is away",
    "@Ben ok",
    "term 2 months",
    "put Dana for 1 month: she is near",
    "ok",
    "ok",
    "ok",
    "ok",
    "ok",
    "/accepted Dana",
    "ok",
    "/round Where?",
    "roof",
    "shed",
    "pass",
    "@Zoe barn",
    "ok",
    "decide Hens",
    "text Six.",
    "term 6 months",
    "who Dana",
    "measure eggs",
    "about Dana",
    "ok",
    "how many?",
    "six",
    "@Zoe why?",
    "ok",
    "/amend text Seven.",
    "ok",
    "good",
    "/skip enough",
    "round Six or seven?",
    "/skip",
    "text Eight.",
    "ok",
    "ok",
    "/arrive Dana",
    "o too many",
    "c noise",
    "@Ana o me too",
    "withdraw Ana",
    "term 3 months",
    "ok",
    "ok",
    "ok",
    "@Ben c hm",
    "ok",
    "ok",
    "close",
    "drop",
    "ok",
    "/action Ana: feed them",
    "/due feed 2026-12-24",
    "/give feed Ben and Chen",
    "/done feed",
    "/action Ana: rest",
    "/release rest",
    "ok",
    "good",
    "/skip",
    "ok",
];

fn state(meeting: &Meeting) -> String {
    format!("{:?} {:?}", meeting.state(), meeting.standing().collect::<Vec<_>>())
}

#[test]
fn each_answer_can_be_taken_back_and_said_again() {
    let room = garden().steps("full").rotating();
    let mut meeting = Meeting::new(room.circle.clone());
    let mut now = room.opens;
    let words = Words::of(Lang::En);
    for answer in WHOLE {
        let before = state(&meeting);
        let at = step_of(&meeting);
        room.answer(&mut meeting, &mut now, answer)
            .unwrap_or_else(|err| panic!("`{answer}` at `{at}`: {err:?}"));
        let after = state(&meeting);
        if meeting.step() != Some(&crate::meeting::Step::File) {
            if let Some(fact) = meeting.standing().last() {
                let said = words.say(&describe(&fact.what));
                assert_ne!(said, "the last line", "what `{answer}` did is not said");
            }
            room.answer(&mut meeting, &mut now, "/undo").unwrap();
            assert_eq!(state(&meeting), before, "`{answer}` taken back");
            room.answer(&mut meeting, &mut now, answer).unwrap();
            assert_eq!(state(&meeting), after, "`{answer}` said again");
        }
        let replayed =
            Meeting::of(crate::meeting::FORMAT, room.circle.clone(), meeting.facts().to_vec())
                .unwrap();
        assert_eq!(state(&replayed), after);
    }
    assert_eq!(step_of(&meeting), "file");
}

#[test]
fn a_fact_that_could_not_be_kept_was_never_said() {
    let room = garden().steps("full").rotating();
    let mut meeting = Meeting::new(room.circle.clone());
    let mut now = room.opens;
    for answer in WHOLE {
        let before = state(&meeting);
        room.answer(&mut meeting, &mut now, answer).unwrap();
        let mut kept = meeting.clone();
        meeting.retract();
        assert_eq!(state(&meeting), before, "`{answer}` retracted");
        std::mem::swap(&mut meeting, &mut kept);
    }
}

#[test]
fn several_answers_are_taken_back_one_after_another() {
    garden().check(&put(&["ok", "ok", "/undo", "/undo"]), "consent 1: Ana, Ben, Chen, Dana");
    garden().check(&put(&["ok", "ok", "/undo", "o no", "/undo", "/undo", "/undo"]), "draft");
    garden().check(&["ok", "/undo"], "open");
}

#[test]
fn taking_back_an_announcement_puts_it_on_the_table_again() {
    garden().check(&put(&["ok", "ok", "ok", "ok", "ok", "/undo"]), "announce 1");
}

#[test]
fn taking_back_an_amendment_brings_the_answers_back() {
    garden().check(&put(&["ok", "ok", "/amend text x", "/undo"]), "consent 1: Chen, Dana");
}

#[test]
fn taking_back_a_departure_brings_the_consent_back() {
    garden().check(&put(&["ok", "ok", "/leave Ana", "/undo"]), "consent 1: Chen, Dana");
}

#[test]
fn a_slip_taken_back_that_cannot_go_changes_nothing() {
    let mut meeting = garden().meet(&["ok", "ok", "ok", "close", "ok"]);
    let before = state(&meeting);
    let at = meeting.facts().last().unwrap().at;
    assert!(meeting.record(Fact { what: What::TakenBack {}, at }).is_err());
    assert_eq!(state(&meeting), before);
    meeting.record(Fact { what: What::Filed(Filed::default()), at }).unwrap();
    assert_eq!(step_of(&meeting), "end");
    assert!(meeting.record(Fact { what: What::TakenBack {}, at }).is_err());
    let late = What::Noted { who: None, text: "late".into(), seen: None, via: None, by: None };
    assert!(meeting.record(Fact { what: late, at }).is_err());
}
