//! Tests elections that begin later, or end on a day.

use super::*;
use crate::meeting::Dated;

const LATER: &str = "2026-12-01";

fn dated(since: &str) -> What {
    What::Dated(Dated { since: day(since) })
}

fn sought_from(role: &str, since: &str) -> What {
    let What::Sought(it) = sought(role) else { unreachable!() };
    What::Sought(Sought { since: Some(day(since)), ..it })
}

fn put_until(nominee: &str, until: &str) -> What {
    let What::PutForward(put) = put_forward(nominee) else { unreachable!() };
    What::PutForward(PutForward { until: Some(day(until)), ..put })
}

/// The facts from the beginning of an election on a day to the one put forward.
fn forward_from(role: &str, since: &str, put: What) -> Vec<What> {
    let named = THREE.iter().map(|it| nominated(it, "Ben"));
    let begins = [dated(since), sought_from(role, since), What::Wrote {}];
    begins.into_iter().chain(named).chain([put]).collect()
}

fn select(circle: Circle, role: &str) -> Meeting {
    begun(circle, &THREE, ItemKind::Select, role)
}

fn announced(since: &str, until: &str, term: Option<Term>) -> What {
    elected_but(|it| (it.since, it.until, it.term) = (day(since), day(until), term))
}

fn all() -> Vec<What> {
    LAST.iter().map(|it| consented(it, 1)).collect()
}

#[test]
fn a_term_begins_on_the_day_that_was_said() {
    let mut meeting = select(keys(essential()), "Keys");
    refused_in(meeting.clone(), &[dated("2026-09-04")], "error-date-past");
    refused_in(meeting.clone(), &[dated(LATER), sought("Keys")], "error-fact-differs");
    refused_in(meeting.clone(), &[sought_from("Keys", LATER)], "error-fact-differs");
    record(&mut meeting, &then(&forward_from("Keys", LATER, put_forward("Ben")), &all()));
    let wrong = announced("2026-09-05", "2027-09-05", Some(Term::YEAR));
    refused_in(meeting.clone(), &[wrong], "error-fact-differs");
    let wrong = announced(LATER, "2027-09-05", Some(Term::YEAR));
    refused_in(meeting.clone(), &[wrong], "error-fact-differs");
    record(&mut meeting, &[announced(LATER, "2027-12-01", Some(Term::YEAR))]);
}

#[test]
fn what_is_put_to_the_circle_says_from_when_until_when() {
    let mut meeting = select(keys(essential()), "Keys");
    record(&mut meeting, &forward_from("Keys", LATER, put_forward("Ben")));
    record(&mut meeting, &[objected("Ana", 1), consented("Chen", 1), consented("Ben", 1)]);
    let again = |since: Option<&str>, is: Validity, review: &str| {
        let What::Presented(put) = presented_nominee(2, "Ben") else { unreachable!() };
        let validity = DatedValidity { is, day: Some(day(review)) };
        What::Presented(Presented { since: since.map(day), validity, ..put })
    };
    record(&mut meeting, &[What::Measured { measures: names(&["doors"]) }]);
    let measured = |what| match what {
        What::Presented(it) => What::Presented(Presented { measures: names(&["doors"]), ..it }),
        _ => unreachable!(),
    };
    let year = Validity::Term(Term::YEAR);
    for wrong in [
        again(None, year, "2027-12-01"),
        again(Some("2026-12-02"), year, "2027-12-01"),
        again(Some(LATER), year, "2027-09-05"),
        again(Some(LATER), Validity::Until(day("2027-12-01")), "2027-12-01"),
    ] {
        refused_in(meeting.clone(), &[measured(wrong)], "error-fact-differs");
    }
    record(&mut meeting, &[measured(again(Some(LATER), year, "2027-12-01"))]);
}

#[test]
fn a_term_ends_on_the_day_that_was_said() {
    let mut meeting = named(keys(essential()), "Keys", &THREE, "Ben");
    refused_in(meeting.clone(), &[put_until("Ben", "2026-09-04")], "error-date-past");
    let mut both = put_until("Ben", "2027-01-31");
    if let What::PutForward(it) = &mut both {
        it.term = Some(Term::YEAR);
    }
    refused_in(meeting.clone(), &[both], "error-out-of-turn");
    record(&mut meeting, &then(&[put_until("Ben", "2027-01-31")], &all()));
    let until = "2027-01-31";
    refused_in(
        meeting.clone(),
        &[announced("2026-09-05", until, Some(Term::YEAR))],
        "error-fact-differs",
    );
    refused_in(
        meeting.clone(),
        &[announced("2026-09-05", "2027-02-01", None)],
        "error-fact-differs",
    );
    record(&mut meeting.clone(), &[announced("2026-09-05", until, None)]);
    // A term that is set later takes the place of the day.
    let term = Some(Term { months: 3, days: 0 });
    let validity = term.map(Validity::Term);
    let amended = Amended { validity, ..Amended::default() };
    record(&mut meeting, &[What::Amended(amended)]);
    let version = |it: &mut Elected| {
        (it.version, it.until, it.term) = (2, day("2026-12-05"), term);
    };
    let again: Vec<What> = LAST.iter().map(|it| consented(it, 2)).collect();
    record(&mut meeting, &then(&again, &[elected_but(version)]));
}

#[test]
fn a_term_does_not_end_before_it_begins() {
    let facts = forward_from("Keys", LATER, put_until("Ben", "2026-11-30"));
    refused_in(select(keys(essential()), "Keys"), &facts, "error-until-before-since");
}

#[test]
fn nobody_is_elected_beyond_their_last_day() {
    let mut circle = keys(essential());
    circle.members[1].ended = Some(day("2027-03-01"));
    let meeting = named(circle, "Keys", &THREE, "Ben");
    refused_in(meeting.clone(), &[put_forward("Ben")], "error-beyond-membership");
    refused_in(meeting.clone(), &[put_until("Ben", "2027-03-02")], "error-beyond-membership");
    record(&mut meeting.clone(), &[put_until("Ben", "2027-03-01")]);
}

#[test]
fn roles_kept_apart_are_held_on_different_days() {
    let apart = vec![("Keys".to_owned(), "Chest".to_owned())];
    let rules = Rules { apart, ..essential() };
    let mut circle = with_roles(rules, &[("Keys", None, ""), ("Chest", None, "Ben")]);
    circle.roles[1].until = Some(day(LATER));
    let clash = forward_from("Keys", "2026-11-30", put_forward("Ben"));
    refused_in(select(circle.clone(), "Keys"), &clash, "error-kept-apart");
    let after = forward_from("Keys", LATER, put_forward("Ben"));
    record(&mut select(circle.clone(), "Keys"), &after);
    // Nor with who holds it next.
    circle.roles[1].holder = None;
    let (since, until) = (day("2027-06-01"), day("2028-06-01"));
    circle.roles[1].next = Some(Next { holder: "Ben".to_owned(), since, until });
    refused_in(select(circle.clone(), "Keys"), &after, "error-kept-apart");
    let before = forward_from("Keys", LATER, put_until("Ben", "2027-06-01"));
    record(&mut select(circle, "Keys"), &before);
}

#[test]
fn journals_of_format_1_have_no_such_days() {
    let before = |meeting: Meeting, facts: &[What]| {
        let (last, before) = facts.split_last().unwrap();
        let of = |it: &Fact| it.what.clone();
        let mut old = Meeting::in_format(1, meeting.circle().clone());
        record(&mut old, &meeting.facts().iter().map(of).collect::<Vec<_>>());
        record(&mut old, before);
        let err = old.record(Fact { what: last.clone(), at: at() }).unwrap_err();
        assert_eq!(err.message.key, "error-fact-not-in-format", "{last:?}");
    };
    before(select(keys(essential()), "Keys"), &[dated(LATER)]);
    before(select(keys(essential()), "Keys"), &[sought_from("Keys", LATER)]);
    let open = named(keys(essential()), "Keys", &THREE, "Ben");
    before(open.clone(), &[put_until("Ben", LATER)]);
    let mut nomination = nomination("Ana", &["Ben"]);
    nomination.until = Some(day(LATER));
    let written = written(keys(essential()), "Keys", &THREE);
    before(written, &[What::Nominated(nomination)]);
    let mut forward = open;
    record(&mut forward, &then(&[put_forward("Ben")], &all()));
    before(forward, &[announced("2026-09-05", "2027-09-05", None)]);
}
