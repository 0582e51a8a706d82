//! What is said when too few members are here, and when nobody facilitates.

use super::{Room, garden, moment, put, said};
use crate::dialogue::{Block, Response, ScreenState, Talk};
use crate::lang::{Lang, Words};
use crate::meeting::{Fact, Meeting};

/// Gives answers. Returns the echo of the last one, and the text of the prompt after it.
fn said_after(room: &Room, answers: &[&str]) -> (Vec<String>, String) {
    let words = Words::of(Lang::En);
    let mut meeting = Meeting::new(room.circle.clone());
    let (background, now) = (&room.background, moment("2026-09-05T19:00:00+02:00"));
    let mut echo = Vec::new();
    for answer in answers {
        let talk = Talk { meeting: &meeting, background, words: &words, now };
        let Ok(Response::Fact(what)) = talk.hear(&said(answer)) else { panic!("{answer}") };
        echo = talk.echo(&what);
        meeting.record(Fact { what, at: now }).unwrap();
    }
    let talk = Talk { meeting: &meeting, background, words: &words, now };
    let hints = echo.into_iter().map(|block| match block {
        Block::Hint(text) | Block::Done(text) => text,
        other => panic!("{other:?}"),
    });
    (hints.collect(), talk.ask(&mut ScreenState::default()).sentence)
}

#[track_caller]
fn check(answers: &[&str], expected: &[&str]) {
    assert_eq!(said_after(&garden().quorum("3"), answers).0, expected);
}

#[test]
fn each_coming_and_going_says_when_too_few_are_here() {
    check(&["Ana, Ben"], &["2 of 4 are here; decisions need 3."]);
    check(&["Ana, Ben, Chen"], &[]);
    let here = "Dana is here, 19:00.";
    let enough = "3 of 4 are here; that is enough to decide.";
    check(&["Ana, Ben", "/arrive Dana"], &[here, enough]);
    check(&["all", "/leave Dana"], &["Dana has left, 19:00."]);
    let left = "Chen has left, 19:00.";
    check(&["Ana, Ben, Chen", "/leave Chen"], &[left, "2 of 4 are here; decisions need 3."]);
    check(&["Ana, Ben", "/arrive Zoe (guest)"], &["Zoe is here, 19:00."]);
}

#[test]
fn the_announcement_says_how_many_are_missing() {
    let answers = put(&["ok", "ok", "ok", "ok", "/leave Ana", "/leave Dana"]);
    let (_, sentence) = said_after(&garden().quorum("3"), &answers);
    let expected = "Nobody objects, but 2 are here and 3 are needed: `/arrive NAME`, `/postpone`";
    assert_eq!(sentence, expected);
    let (_, sentence) = said_after(&garden().quorum("2"), &answers);
    assert_eq!(sentence, "Nobody objects. Say it aloud: we have consent.");
}

#[test]
fn the_next_prompt_says_when_the_one_who_facilitates_leaves_and_comes_back() {
    let answers = ["ok", "ok", "ok", "/leave Ben", "/arrive Ben"];
    let nobody = "Nobody facilitates now: `/facilitator NAME`";
    check(&answers[..4], &["Ben has left, 19:00.", nobody]);
    check(&answers, &["Ben is here, 19:00.", "Ben facilitates."]);
}
