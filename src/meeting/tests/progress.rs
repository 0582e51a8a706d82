//! Tests that an answer leads where a walk from the beginning leads, and walks over one fact only.

use std::cell::Cell;

use super::*;
use crate::records::format::journal;

thread_local!(static TAKEN: Cell<usize> = const { Cell::new(0) });

/// Counts the facts that the walks of this thread take.
pub(crate) fn took() {
    TAKEN.set(TAKEN.get() + 1);
}

/// Expects the state of a meeting to be that of a walk over its facts from the beginning.
#[track_caller]
pub(crate) fn is_as_from_the_beginning(meeting: &Meeting) {
    let (circle, facts) = (meeting.circle().clone(), meeting.facts().to_vec());
    let walked = Meeting::of(meeting.format(), circle, facts).unwrap();
    assert_eq!(meeting.state(), walked.state(), "after {:?}", meeting.facts().last());
}

fn noted(text: &str) -> What {
    What::Noted { who: None, text: text.to_owned(), seen: None, via: None, by: None }
}

fn asked(who: &str, text: &str) -> What {
    What::Asked { who: who.to_owned(), text: Some(text.to_owned()) }
}

fn answered() -> What {
    What::Answered { who: None, text: Some("yes".to_owned()) }
}

/// Records facts, and returns how many facts the walk took for the last one.
#[track_caller]
fn cost(mut meeting: Meeting, facts: &[What]) -> usize {
    let (last, before) = facts.split_last().unwrap();
    record(&mut meeting, before);
    let earlier = TAKEN.get();
    record(&mut meeting, std::slice::from_ref(last));
    let cost = TAKEN.get() - earlier;
    is_as_from_the_beginning(&meeting);
    cost
}

#[test]
fn an_answer_is_one_fact_to_walk_over_however_long_the_item_is() {
    let explored = || begun(circle(essential()), &THREE, ItemKind::Explore, "Noise");
    assert_eq!(cost(explored(), &vec![noted("x"); 2000]), 1);
    let rules = Rules { steps: vec![OptionalStep::Clarify], ..Rules::default() };
    let asked = || [asked("Ana", "why?"), answered()];
    let questions: Vec<What> = (0..1000).flat_map(|_| asked()).collect();
    assert_eq!(cost(put(rules, &THREE, &[worded(TEXT)]), &questions), 1);
    let items = |_| [began(ItemKind::Report, "x"), What::Concluded { step: Phase::Item }];
    let items: Vec<What> = (0..1000).flat_map(items).collect();
    assert_eq!(cost(explored(), &then(&[What::Concluded { step: Phase::Item }], &items)), 1);
}

#[test]
fn a_round_is_opened_again_after_what_came_at_any_time() {
    let mut meeting = begun(circle(essential()), &THREE, ItemKind::Explore, "Noise");
    let spoke = |who: &str| What::Spoke { who: who.to_owned(), text: None };
    let round = [
        What::Raised { text: "Why?".to_owned() },
        spoke("Ana"),
        spoke("Ben"),
        spoke("Chen"),
        noted("x"),
        arrived("Dana"),
        noted("y"),
        What::Reopened { step: Phase::Explore },
        left("Dana"),
        spoke("Ana"),
        left("Ben"),
        What::TakenBack {},
        spoke("Ben"),
        left("Chen"),
        arrived("Chen"),
        noted("z"),
    ];
    for what in round {
        record(&mut meeting, &[what]);
        is_as_from_the_beginning(&meeting);
    }
}

#[test]
fn who_arrives_after_a_round_takes_part_in_a_later_one_that_nobody_was_there_for() {
    let rules = Rules { steps: vec![OptionalStep::Clarify, OptionalStep::React], ..essential() };
    let mut meeting = put(rules, &["Ana"], &[worded(TEXT)]);
    for what in [left("Ana"), noted("x"), arrived("Ben")] {
        record(&mut meeting, &[what]);
        is_as_from_the_beginning(&meeting);
    }
}

/// Records the facts of every journal of the examples and cases one by one. After each, takes it
/// back and records it again, and removes it as if it could not be written.
#[test]
#[expect(clippy::disallowed_methods, reason = "reads the journals of examples and cases")]
fn every_journal_is_walked_one_fact_at_a_time_as_from_the_beginning() {
    let mut folders = vec!["examples".into(), "tests/cases".into(), "tests/journals".into()];
    let mut journals = 0;
    while let Some(folder) = folders.pop() {
        let folder: std::path::PathBuf = folder;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if path.extension().is_none_or(|it| it != "toml") {
                continue;
            }
            let Ok(kept) = journal::read(&std::fs::read_to_string(&path).unwrap()) else {
                continue;
            };
            if Meeting::of(kept.format, kept.head.clone(), kept.facts.clone()).is_err() {
                continue;
            }
            journals += 1;
            one_by_one(Meeting::in_format(kept.format, kept.head), kept.facts);
        }
    }
    assert!(journals > 80, "{journals} journals");
}

#[track_caller]
fn one_by_one(mut meeting: Meeting, facts: Vec<Fact>) {
    for (index, fact) in facts.into_iter().enumerate() {
        let before = meeting.state().clone();
        meeting.record(fact.clone()).unwrap();
        is_as_from_the_beginning(&meeting);
        match index % 5 {
            // Every fifth is removed, and recorded again.
            0 => {
                meeting.retract();
                assert_eq!(*meeting.state(), before);
                meeting.record(fact).unwrap();
            }
            // Every fifth is followed by one that is refused.
            1 => {
                let before = meeting.state().clone();
                let what =
                    What::Noted { who: None, text: String::new(), seen: None, via: None, by: None };
                meeting.record(Fact { what, at: fact.at }).unwrap_err();
                assert_eq!(*meeting.state(), before);
            }
            _ => {}
        }
    }
}
