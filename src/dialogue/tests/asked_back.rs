//! Lines at a terminal of which it is asked back what they mean.

use super::{Room, garden, said};
use crate::dialogue::{Input, Response, Talk};
use crate::lang::{Lang, Words};
use crate::meeting::{Fact, Meeting, What};

const DRAFT: [&str; 4] = ["ok", "ok", "ok", "decide Quiet hours"];

fn at_terminal(lang: Lang) -> Words {
    Words::of(lang).at_terminal()
}

/// Gives answers, and hears the last one.
fn heard(room: &Room, words: &Words, answers: &[&str]) -> Result<Response, crate::error::Error> {
    let mut meeting = Meeting::new(room.circle.clone());
    let (last, before) = answers.split_last().unwrap();
    let (background, now) = (&room.background, room.opens);
    for answer in before {
        let talk = Talk { meeting: &meeting, background, words, now };
        match talk.hear(&said(answer)) {
            Ok(Response::Fact(what)) => meeting.record(Fact { what, at: now }).unwrap(),
            other => panic!("{answer}: {other:?}"),
        }
    }
    Talk { meeting: &meeting, background, words, now }.hear(&said(last))
}

/// Expects a line to be asked back about, and an answer to stand for another line.
#[track_caller]
fn asked(lang: Lang, answers: &[&str], answer: &str, expected: Option<&str>) {
    match heard(&garden(), &at_terminal(lang), answers) {
        Ok(Response::AskBack(back)) => {
            let line = back.line(&said(answer));
            let expected = expected.map(|it| Input { line: it.to_owned(), text: None });
            assert_eq!(line, expected, "{answers:?}");
        }
        other => panic!("{answers:?}: {other:?}"),
    }
}

fn draft(line: &str) -> Vec<&str> {
    [&DRAFT[..], &[line]].concat()
}

#[test]
fn a_sentence_at_the_draft_is_offered_as_the_text() {
    let line = "no drills after eight";
    asked(Lang::En, &draft(line), "", Some("text no drills after eight"));
    asked(Lang::En, &draft(line), "Yes", Some("text no drills after eight"));
    asked(Lang::En, &draft(line), "no", Some(""));
    asked(Lang::En, &draft(line), "yes it is", None);
    asked(Lang::En, &draft(line), "term 2 years", None);
    for yes in ["", "ja", "j", "yes"] {
        asked(Lang::De, &draft("Ab acht ist Ruhe."), yes, Some("text Ab acht ist Ruhe."));
    }
    asked(Lang::De, &draft("Ab acht ist Ruhe."), "nein", Some(""));
}

#[test]
fn a_capital_word_of_the_draft_is_asked_back() {
    let line = "Text messages are answered";
    asked(Lang::En, &draft(line), "", Some("text Text messages are answered"));
    asked(Lang::En, &draft(line), "text", Some("text messages are answered"));
    asked(
        Lang::En,
        &draft("Measure the water each week"),
        "",
        Some("text Measure the water each week"),
    );
    let german = draft("Wortlaut Ab acht ist Ruhe.");
    let words = at_terminal(Lang::De);
    assert!(matches!(heard(&garden(), &words, &german), Ok(Response::Fact(What::Worded { .. }))));
}

#[test]
fn a_word_of_the_draft_whose_rest_cannot_be_read_is_asked_back() {
    let line = "who comes late waits outside";
    asked(Lang::En, &draft(line), "", Some("text who comes late waits outside"));
    let words = at_terminal(Lang::En);
    // A slip in a name or a term stays to be corrected.
    assert!(heard(&garden(), &words, &draft("who Anna")).is_err());
    assert!(heard(&garden(), &words, &draft("term 6 monhs")).is_err());
    assert!(heard(&garden(), &words, &draft("yes")).is_err());
    // So does one in a change to the circle.
    assert!(heard(&garden(), &words, &draft("leave Ben until 2026-12-31")).is_err());
    assert!(heard(&garden(), &words, &draft("aim: Eat what we grow")).is_err());
    assert!(heard(&garden(), &words, &draft("o it is too loud")).is_err());
}

#[test]
fn a_title_alone_at_the_agenda_is_asked_for_its_kind() {
    let room = garden().steps("agenda");
    let answers = ["ok", "ok", "ok", "The oven 20 min by Ana"];
    let back = match heard(&room, &at_terminal(Lang::En), &answers) {
        Ok(Response::AskBack(back)) => back,
        other => panic!("{other:?}"),
    };
    let line = |answer: &str| back.line(&said(answer)).map(|it| it.line);
    assert_eq!(line("Explore").as_deref(), Some("explore The oven 20 min by Ana"));
    assert_eq!(line(""), None);
    assert_eq!(line("yes"), None);
    assert_eq!(line("no").as_deref(), Some(""));
    for refused in ["done", "remove it", "12", "close"] {
        let answers = ["ok", "ok", "ok", refused];
        let heard = heard(&room, &at_terminal(Lang::En), &answers);
        assert!(heard.is_err(), "{refused}: {heard:?}");
    }
}

#[test]
fn a_script_is_never_asked_back() {
    let words = Words::of(Lang::En);
    for line in ["no drills after eight", "who comes late waits outside"] {
        assert!(heard(&garden(), &words, &draft(line)).is_err(), "{line}");
    }
    let taken = heard(&garden(), &words, &draft("Text messages are answered"));
    assert!(matches!(taken, Ok(Response::Fact(What::Worded { .. }))), "{taken:?}");
    let answers = ["ok", "ok", "ok", "The oven"];
    assert!(heard(&garden().steps("agenda"), &words, &answers).is_err());
}

#[test]
fn a_text_of_several_lines_alone_is_the_text() {
    let words = Words::of(Lang::En);
    let what = match heard(&garden(), &words, &draft("\nNo drills\nafter eight.")) {
        Ok(Response::Fact(what)) => what,
        other => panic!("{other:?}"),
    };
    assert_eq!(what, What::Worded { text: "No drills\nafter eight.".to_owned() });
}
