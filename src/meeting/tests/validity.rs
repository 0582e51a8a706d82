//! Facts that say how long a decision stands and must never be taken, and those that must be.

use super::*;

fn days() -> [Validity; 5] {
    let (quarter, day) = (Term { months: 3, days: 0 }, day("2027-03-18"));
    [
        Validity::Term(quarter),
        Validity::Until(day),
        Validity::Lasts(quarter),
        Validity::Expires(day),
        Validity::Once,
    ]
}

fn termed(validity: Validity) -> What {
    What::Termed(Termed { validity })
}

fn amended_to(validity: Validity) -> What {
    What::Amended(Amended { validity: Some(validity), ..unchanged() })
}

fn with(mut what: What, validity: DatedValidity) -> What {
    match &mut what {
        What::Presented(it) => it.validity = validity,
        What::Adopted(it) => it.validity = validity,
        _ => panic!("{what:?}"),
    }
    what
}

/// A meeting in which a text has been drafted, in a format.
fn drafted(format: i64) -> Meeting {
    let nobody = |role| What::HandedOver { role, who: None };
    let mut meeting = Meeting::in_format(format, circle(essential()));
    let began = began(ItemKind::Decide, "Quiet hours");
    let opening = [opened(&THREE, &[]), nobody(MeetingRole::Facilitator)];
    record(&mut meeting, &opening);
    record(&mut meeting, &[nobody(MeetingRole::Secretary), began, worded(TEXT)]);
    meeting
}

#[test]
fn each_way_is_adopted_with_its_day_and_no_other() {
    for validity in days() {
        let dated = validity.announced(day("2026-09-05"));
        let presented = with(presented(1, TEXT), dated);
        let adopted = with(adopted(1, TEXT, &THREE), dated);
        let mut meeting = drafted(2);
        record(&mut meeting, &[termed(validity), presented.clone()]);
        record(&mut meeting, &all(1));
        for other in days().into_iter().filter(|it| *it != validity) {
            let wrong = with(adopted.clone(), other.announced(day("2026-09-05")));
            refused_in(meeting.clone(), &[wrong], "error-fact-differs");
        }
        let later = dated.day.and_then(|it| it.succ_opt()).or(Some(day("2026-09-05")));
        let wrong = DatedValidity { is: validity, day: later };
        refused_in(meeting.clone(), &[with(adopted.clone(), wrong)], "error-fact-differs");
        let wrong = with(presented.clone(), wrong);
        refused_in(drafted(2), &[termed(validity), wrong], "error-fact-differs");
        record(&mut meeting, &[adopted]);
    }
}

#[test]
fn each_way_is_another_version_than_the_others() {
    for validity in days() {
        for other in days() {
            let dated = validity.announced(day("2026-09-05"));
            let mut meeting = drafted(2);
            record(&mut meeting, &[termed(validity), with(presented(1, TEXT), dated)]);
            if validity == other {
                refused_in(meeting, &[amended_to(other)], "error-no-change");
                continue;
            }
            record(&mut meeting, &[consented("Ana", 1), amended_to(other)]);
            refused_in(meeting, &[consented("Ben", 1)], "error-wrong-version");
        }
    }
}

#[test]
fn a_day_that_has_passed_is_refused_when_it_is_put() {
    let yesterday = day("2026-09-04");
    for validity in [Validity::Until(yesterday), Validity::Expires(yesterday)] {
        let wrong = with(presented(1, TEXT), validity.announced(yesterday));
        refused_in(drafted(2), &[termed(validity), wrong], "error-date-past");
    }
}

#[test]
fn format_1_knows_the_term_only() {
    for validity in days() {
        let dated = validity.announced(day("2026-09-05"));
        let facts = [termed(validity), with(presented(1, TEXT), dated), amended_to(validity)];
        let is_term = validity.term().is_some();
        for (index, what) in facts.into_iter().enumerate() {
            let mut meeting = drafted(1);
            if index == 2 {
                record(&mut meeting, &[presented(1, TEXT)]);
            }
            let taken = meeting.record(Fact { what, at: at() });
            let key = taken.as_ref().map_or_else(|err| err.message.key, |()| "");
            assert_eq!(key, if is_term { "" } else { "error-fact-not-in-format" }, "{validity:?}");
        }
    }
}

#[test]
fn a_role_is_given_for_a_term_only() {
    for validity in days().into_iter().filter(|it| it.term().is_none()) {
        let meeting = || begun(keys(essential()), &THREE, ItemKind::Select, "Keys");
        refused_in(meeting(), &[termed(validity)], "error-role-how-long");
        let new = || begun(circle(essential()), &THREE, ItemKind::Select, "Bell");
        let purposed = What::Purposed { text: None };
        refused_in(new(), &[purposed, termed(validity)], "error-role-how-long");
    }
}
