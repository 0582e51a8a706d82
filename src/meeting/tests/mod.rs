//! What must never happen: facts that no prompt would produce, recorded directly.

mod answers;
mod adopted;

use chrono::{DateTime, NaiveDate};

use crate::circle::{Circle, Consent, Member, Part, Rules, Term};
use crate::meeting::{Adopted, Fact, Heard, Kind, Meeting, Moment, On, Presented, Stage, What};

const TEXT: &str = "No drills after eight.";

fn circle(rules: Rules) -> Circle {
    let member = |name: &str| Member { name: name.to_owned(), since: None };
    Circle {
        name: "Garden".to_owned(),
        aim: String::new(),
        domain: String::new(),
        language: None,
        minutes: None,
        every: None,
        rules,
        members: ["Ana", "Ben", "Chen", "Dana"].map(member).into(),
        roles: Vec::new(),
    }
}

fn essential() -> Rules {
    Rules { steps: Vec::new(), ..Rules::default() }
}

fn at() -> Moment {
    DateTime::parse_from_rfc3339("2026-09-05T19:00:00+02:00").unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn names(list: &[&str]) -> Vec<String> {
    list.iter().map(|it| (*it).to_owned()).collect()
}

fn opened(present: &[&str], guests: &[&str]) -> What {
    What::Opened { present: names(present), guests: names(guests) }
}

fn consented(who: &str, version: u32) -> What {
    What::Consented { who: who.to_owned(), version, concern: None }
}

fn objected(who: &str, version: u32) -> What {
    let (who, reason) = (who.to_owned(), "too loud".to_owned());
    What::Objected { who, reason, version: Some(version), on: None, meeting: None }
}

fn withdrew(who: &str) -> What {
    What::Withdrew { who: who.to_owned(), reason: None }
}

fn arrived(who: &str) -> What {
    What::Arrived { who: who.to_owned(), guest: false }
}

fn left(who: &str) -> What {
    What::Left { who: who.to_owned(), guest: false }
}

fn worded(text: &str) -> What {
    What::Worded { text: text.to_owned() }
}

fn about(who: &str) -> What {
    What::Related { replaces: None, ends: None, about: Some(who.to_owned()) }
}

fn amended(text: &str) -> What {
    let text = Some(text.to_owned());
    What::Amended { text, term: None, responsible: None, measures: None }
}

fn called(version: u32, present: &[&str]) -> What {
    What::Agreed { on: On::Consent, version: Some(version), present: names(present) }
}

fn presented(version: u32, text: &str) -> What {
    What::Presented(Presented {
        version,
        text: text.to_owned(),
        nominee: None,
        term: Term::YEAR,
        review: day("2027-09-05"),
        responsible: Vec::new(),
        measures: Vec::new(),
    })
}

fn adopted(version: u32, text: &str, present: &[&str]) -> What {
    let everyone = ["Ana", "Ben", "Chen", "Dana"];
    let absent = everyone.into_iter().filter(|it| !present.contains(it));
    What::Adopted(Adopted {
        title: "Quiet hours".to_owned(),
        text: text.to_owned(),
        term: Term::YEAR,
        review: day("2027-09-05"),
        responsible: Vec::new(),
        measures: Vec::new(),
        by: None,
        version,
        consent: Heard::Round,
        present: names(present),
        absent: absent.map(str::to_owned).collect(),
        guests: Vec::new(),
        replaces: Vec::new(),
        ends: Vec::new(),
    })
}

/// A meeting of these members in which the text was put to the circle.
fn put(rules: Rules, present: &[&str], draft: &[What]) -> Meeting {
    let nobody = |role| What::HandedOver { role, who: None };
    let began = What::Began {
        kind: Kind::Decide,
        title: "Quiet hours".to_owned(),
        minutes: None,
        by: None,
    };
    let mut meeting = Meeting::new(circle(rules));
    let opening = [
        opened(present, &[]),
        nobody(crate::meeting::Chair::Facilitator),
        nobody(crate::meeting::Chair::Secretary),
        began,
    ];
    record(&mut meeting, &opening);
    record(&mut meeting, draft);
    record(&mut meeting, &[presented(1, TEXT)]);
    meeting
}

#[track_caller]
fn record(meeting: &mut Meeting, facts: &[What]) {
    for what in facts {
        meeting.record(Fact { what: what.clone(), at: at() }).unwrap();
    }
}

/// Expects the last fact to be refused, both recorded and in a journal.
#[track_caller]
fn refused_in(mut meeting: Meeting, facts: &[What], key: &str) {
    let (last, before) = facts.split_last().unwrap();
    record(&mut meeting, before);
    let fact = Fact { what: last.clone(), at: at() };
    let journal = [meeting.facts(), std::slice::from_ref(&fact)].concat();
    let earlier = format!("{meeting:?}");
    let err = meeting.record(fact).expect_err("this must never happen");
    assert_eq!(err.message.key, key, "{err:?}");
    assert_eq!(format!("{meeting:?}"), earlier, "a refused fact changed something");
    let (index, replayed) = Meeting::of(meeting.circle().clone(), journal).unwrap_err();
    assert_eq!((index, &replayed), (meeting.facts().len(), &err), "a journal is read otherwise");
}

const THREE: [&str; 3] = ["Ana", "Ben", "Chen"];

#[track_caller]
fn refused(facts: &[What], key: &str) {
    refused_in(put(essential(), &THREE, &[worded(TEXT)]), facts, key);
}

#[track_caller]
fn accepted(rules: Rules, facts: &[What]) {
    record(&mut put(rules, &THREE, &[worded(TEXT)]), facts);
}

fn all(version: u32) -> [What; 3] {
    THREE.map(|it| consented(it, version))
}

fn then(before: &[What], after: &[What]) -> Vec<What> {
    [before, after].concat()
}
