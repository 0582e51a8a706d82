//! Tests of writing, reading and refusing decisions.

use super::*;
use crate::circle::{Attribution, Term};
use crate::lang::{Lang, Words};
use crate::records::sample;

const BEFORE: &str = "+++
id = \"2020-03-01-compost\"
kind = \"decision\"
title = \"Compost\"
circle = \"Garden\"
date = 2020-03-01
review = 2022-09-01
+++

Nothing cooked.
";

fn term(validity: DatedValidity) -> String {
    validity.is.term().unwrap().to_string()
}

fn decided(attribution: Attribution) -> Decision {
    let meeting = sample::meeting(attribution);
    let item = &meeting.state().items[0];
    Decision::of(&meeting, item, "2026-09-05-quiet-hours", "2026-09-05").unwrap()
}

#[test]
fn a_decision_is_written_with_objections_and_concerns() {
    let expected = include_str!("../../sample/decision.md");
    assert_eq!(decided(Attribution::Objections).to_text(), expected);
    assert_eq!(decided(Attribution::All).to_text(), expected);
}

#[test]
fn objectors_are_not_named_unless_the_rules_say_so() {
    let text = decided(Attribution::None).to_text();
    assert!(text.contains("{ reason = \"Saturdays are the only days I can build.\", version"));
    assert!(!text.contains("who ="), "{text}");
    assert!(text.contains("by = \"Chen\"") && text.contains("responsible = [\"Dana\"]"));
}

#[test]
fn an_item_without_a_decision_has_no_record() {
    let meeting = sample::meeting(Attribution::All);
    assert_eq!(Decision::of(&meeting, &meeting.state().items[1], "x", "y"), None);
}

#[test]
fn written_text_is_read_back_unchanged() {
    for text in sample::NASTY {
        let mut decision = decided(Attribution::Objections);
        decision.text = text.to_owned();
        decision.title = text.to_owned();
        decision.measures = vec![text.to_owned(), String::new()];
        decision.objections[0].reason = text.to_owned();
        decision.guests = vec![text.to_owned()];
        assert_eq!(Decision::read_text(&decision.to_text()), Ok(decision), "{text}");
    }
}

#[test]
fn line_ends_and_a_bom_make_no_difference() {
    let decision = decided(Attribution::All);
    let other = format!("\u{feff}{}", decision.to_text().replace('\n', "\r\n"));
    assert_eq!(Decision::read_text(&other), Ok(decision));
}

#[test]
fn an_earlier_decision_may_be_written_by_hand() {
    let decision = Decision::read_text(BEFORE).unwrap();
    assert_eq!((decision.consent, decision.meeting), (ConsentHeard::Earlier, None));
    assert_eq!(term(decision.validity), "2 years 6 months");
    assert_eq!(decision.text, "Nothing cooked.");
    for body in ["+++", "+++\n", "+++\n\n"] {
        let bare = BEFORE.replace("+++\n\nNothing cooked.\n", body);
        assert_eq!(Decision::read_text(&bare).unwrap().text, "", "{bare}");
    }
    let close = BEFORE.replace("+++\n\nNothing", "+++\nNothing");
    assert_eq!(Decision::read_text(&close).unwrap().text, "Nothing cooked.");
    let days = BEFORE.replace("2022-09-01", "2020-03-11");
    assert_eq!(term(Decision::read_text(&days).unwrap().validity), "10 days");
}

#[test]
fn a_decision_until_the_last_possible_day_is_read_back() {
    let decision = Decision::read_text(&BEFORE.replace("2022-09-01", "9999-12-31")).unwrap();
    assert_eq!(decision.validity.is, Validity::Term(Term::LONGEST));
    assert_eq!(Decision::read_text(&decision.to_text()), Ok(decision));
}

#[track_caller]
fn refused(from: &str, to: &str, expected: &str) {
    let errors = Decision::read_text(&BEFORE.replacen(from, to, 1)).unwrap_err();
    let said = errors[0].clone().in_file("a.md").say(&Words::of(Lang::En));
    assert_eq!(said.replace("error: a.md:", "").replace("\nhint: ", " | "), expected);
}

#[test]
fn errors_are_reported_with_their_place() {
    refused(
        "+++\n",
        "",
        "1: a record begins with keys between two lines of `+++` | begin it with `+++`, then lines like `title = \"Quiet hours\"`, then `+++`, then the text",
    );
    refused("review", "reveiw", "7:1: unknown key `reveiw` | did you mean `review`?");
    refused(
        "review = 2022-09-01\n",
        "",
        "2:1: no `review` here | add it, like `review = 2027-09-05`",
    );
    refused(
        "\"Compost\"",
        "\" \"",
        "4:9: no `title` here | add it, like `title = \"Quiet hours\"`",
    );
    refused(
        "2022-09-01",
        "\"soon\"",
        "7:10: `\"soon\"` is no date | write it like `review = 2027-09-05`, without quotes",
    );
    refused(
        "2022-09-01",
        "2019-09-01",
        "7:10: `review` comes before `date`: 1 September 2019 before 1 March 2020 | check both dates: year, month, day",
    );
    refused(
        "\"decision\"",
        "\"election\"",
        "3:8: unknown word `election` for `kind` | write one of `decision`",
    );
    refused(
        "title",
        "version = 0\ntitle",
        "4:11: `version` is not a whole number above zero | write it like `version = 2`",
    );
    refused(
        "title",
        "ends = [\"a\", 2]\ntitle",
        "4:14: `ends` is no text | write it like `ends = [\"2025-09-05-quiet-hours\"]`",
    );
    refused(
        "title",
        "concerns = [{ text = \"a\", from = \"b\" }]\ntitle",
        "4:27: unknown key `from` | known here: `who`, `text`, `version`",
    );
    refused(
        "title",
        "term = \"soon\"\ntitle",
        "4:8: `soon` is no term | write it like `6 months`, `2 weeks` or `1 year`",
    );
    refused(
        "title",
        "<<<<<<< here\ntitle",
        "4:1: git has left two versions of this place | keep one of them, and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`",
    );
    refused(
        "\"Compost\"",
        "\"Compost",
        "4:17: `\"` is missing here | a line is `key = value`, or a remark after `#`",
    );
}

#[test]
fn replaced_and_ended_decisions_are_not_in_force() {
    let on = "2026-09-05".parse().unwrap();
    let [mut old, mut new] = [(); 2].map(|()| Decision::read_text(BEFORE).unwrap());
    new.id = "new".to_owned();
    new.replaces = vec![old.id.clone(), "new".to_owned()];
    assert_eq!(in_force([old.clone(), new.clone()].iter(), on), [&new]);
    new.replaces.clear();
    new.ends = vec![old.id.clone()];
    assert_eq!(in_force([new.clone(), old.clone()].iter(), on), [&new]);
    old.id = "other".to_owned();
    assert_eq!(in_force([new.clone(), old.clone()].iter(), on), [&new, &old]);
}

/// A decision of 1 March 2020 that stands in this way.
fn standing(keys: &str) -> Result<Decision, Vec<crate::error::Error>> {
    Decision::read_text(&BEFORE.replace("review = 2022-09-01", keys))
}

#[test]
fn a_decision_stands_in_one_of_five_ways() {
    for (keys, written, last, standing_until) in [
        ("review = 2022-09-01", "term = \"2 years 6 months\"\nreview = 2022-09-01", None, None),
        (
            "term = \"1 year\"\nreview = 2021-04-01",
            "term = \"1 year\"\nreview = 2021-04-01",
            None,
            None,
        ),
        ("until = 2021-04-01", "until = 2021-04-01\nreview = 2021-04-01", None, None),
        (
            "lasts = \"1 month\"",
            "lasts = \"1 month\"\nexpires = 2020-04-01",
            Some("2020-04-01"),
            Some("2020-04-02"),
        ),
        (
            "lasts = \"1 month\"\nexpires = 2020-04-03",
            "lasts = \"1 month\"\nexpires = 2020-04-03",
            Some("2020-04-03"),
            Some("2020-04-04"),
        ),
        ("expires = 2020-04-01", "expires = 2020-04-01", Some("2020-04-01"), Some("2020-04-02")),
        ("once = true", "once = true", None, Some("2020-03-01")),
    ] {
        let decision = standing(keys).unwrap();
        let text = decision.to_text();
        assert!(text.contains(&format!("date = 2020-03-01\n{written}\nconsent")), "{text}");
        assert_eq!(Decision::read_text(&text), Ok(decision.clone()));
        let holds = |on: &str| in_force([decision.clone()].iter(), on.parse().unwrap()).len() == 1;
        assert!(last.is_none_or(holds), "{keys} does not hold on its last day");
        assert!(standing_until.is_none_or(|it| !holds(it)), "{keys} holds for too long");
        assert_eq!(decision.draft().validity.is_some(), written.starts_with("term"), "{keys}");
    }
}

#[test]
fn keys_that_contradict_each_other_are_refused() {
    let wrong = |keys: &str, place: (usize, usize), key: &str| {
        let errors = standing(keys).unwrap_err();
        assert_eq!(errors.len(), 1, "{errors:?}");
        let at = (errors[0].place.line.unwrap(), errors[0].place.column.unwrap());
        assert_eq!((errors[0].message.key, at), (key, place), "{keys}: {errors:?}");
    };
    wrong("once = true\nreview = 2022-09-01", (8, 10), "error-how-long-contradicts");
    wrong("once = true\nexpires = 2022-09-01", (7, 8), "error-how-long-contradicts");
    wrong("until = 2022-09-01\nreview = 2022-09-02", (8, 10), "error-how-long-contradicts");
    wrong("lasts = \"1 year\"\nreview = 2021-03-01", (8, 10), "error-how-long-contradicts");
    wrong("expires = 2021-03-01\nreview = 2021-03-01", (8, 10), "error-how-long-contradicts");
    wrong(
        "term = \"1 year\"\nlasts = \"1 year\"\nreview = 2021-03-01",
        (8, 9),
        "error-how-long-contradicts",
    );
    wrong("term = \"1 year\"", (2, 1), "error-missing-key");
    wrong("once = false", (2, 1), "error-missing-key");
    wrong("once = 1", (7, 8), "error-wrong-type");
    wrong("lasts = \"soon\"", (7, 9), "error-invalid-term");
    wrong("expires = 2020-02-29", (7, 11), "error-review-before-date");
    wrong("until = 2020-02-29", (2, 1), "error-review-before-date");
}
