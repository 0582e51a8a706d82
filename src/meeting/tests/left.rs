//! Tests selections that go on from what an earlier meeting left.

use super::*;
use crate::meeting::{Dated, RoleSaid};

/// The role as the meeting of 22 August left it, with a change.
fn left(change: impl Fn(&mut Sought)) -> What {
    let What::Sought(mut it) = sought("Keys") else { unreachable!() };
    (it.meeting, it.qualifications) = (Some("2026-08-22".to_owned()), names(&["calm"]));
    change(&mut it);
    What::Sought(it)
}

fn months(months: u32) -> Term {
    Term { months, days: 0 }
}

fn termed(months: u32) -> What {
    What::Termed(Termed { validity: Validity::Term(self::months(months)) })
}

#[test]
fn what_is_open_is_set_as_the_earlier_meeting_left_it() {
    for circle in [keys(essential()), circle(essential())] {
        let mut meeting = begun(circle, &THREE, ItemKind::Select, "Keys");
        let whole = left(|it| {
            it.purpose = "Opens.".to_owned();
            (it.term, it.since) = (months(6), Some(day("2026-12-01")));
        });
        record(&mut meeting, &[whole, What::Wrote {}]);
        let selection = meeting.state().items[0].selection().unwrap();
        assert_eq!(selection.purpose, "Opens.");
        assert_eq!((selection.term, selection.since), (Some(months(6)), Some(day("2026-12-01"))));
        assert_eq!(selection.qualifications[0].text, "calm");
        assert_eq!(selection.said, RoleSaid::Whole);
    }
}

#[test]
fn what_is_known_is_repeated() {
    let mut circle = keys(essential());
    circle.roles[0].purpose = "Opens.".to_owned();
    let meeting = || begun(circle.clone(), &THREE, ItemKind::Select, "Keys");
    let opens = |change: fn(&mut Sought)| {
        left(|it| {
            it.purpose = "Opens.".to_owned();
            change(it);
        })
    };
    record(&mut meeting(), &[opens(|_| {})]);
    record(&mut meeting(), &[termed(3), opens(|it| it.term = months(3))]);
    for wrong in [
        opens(|it| it.role.push('s')),
        opens(|it| it.purpose.push_str(" Closes.")),
        opens(|it| it.purpose.clear()),
    ] {
        refused_in(meeting(), &[wrong], "error-fact-differs");
    }
    refused_in(meeting(), &[termed(3), opens(|it| it.term = months(6))], "error-fact-differs");
    let dated = What::Dated(Dated { since: day("2026-12-01") });
    refused_in(meeting(), &[dated.clone(), opens(|_| {})], "error-fact-differs");
    let other = opens(|it| it.since = Some(day("2026-12-02")));
    refused_in(meeting(), &[dated, other], "error-fact-differs");
    refused_in(meeting(), &[opens(|it| it.since = Some(day("2026-09-04")))], "error-date-past");
    refused_in(
        meeting(),
        &[opens(|it| it.qualifications = names(&["calm", " "]))],
        "error-empty-text",
    );
}

#[test]
fn only_with_the_earlier_meeting_anything_is_set() {
    let meeting = || begun(keys(essential()), &THREE, ItemKind::Select, "Keys");
    for wrong in [
        left(|it| it.meeting = None),
        left(|it| (it.meeting, it.qualifications, it.term) = (None, Vec::new(), months(6))),
    ] {
        refused_in(meeting(), &[wrong], "error-fact-differs");
    }
    // A new role without it is asked for its purpose and its term.
    let new = || begun(circle(essential()), &THREE, ItemKind::Select, "Keys");
    refused_in(new(), &[left(|it| it.meeting = None)], "error-out-of-turn");
    refused_in(new(), &[termed(3), left(|it| it.meeting = None)], "error-out-of-turn");
    refused_in(new(), &[termed(3), What::Purposed { text: None }], "error-out-of-turn");
    record(&mut new(), &[termed(3), left(|it| it.term = months(3))]);
}

#[test]
fn a_role_with_the_usual_term_keeps_none_of_its_own() {
    let mut meeting = begun(keys(essential()), &THREE, ItemKind::Select, "Keys");
    record(&mut meeting, &[left(|_| {})]);
    assert_eq!(meeting.state().items[0].selection().unwrap().term, None);
    let mut meeting = begun(circle(essential()), &THREE, ItemKind::Select, "Keys");
    record(&mut meeting, &[left(|_| {})]);
    assert_eq!(meeting.state().items[0].selection().unwrap().term, Some(Term::YEAR));
}
