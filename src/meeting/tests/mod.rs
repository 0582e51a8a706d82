//! Tests that facts which no prompt would produce are refused when they are recorded directly.

mod answers;
mod adopted;
mod validity;
mod written;
mod nominated;
mod dated;
mod left;
mod elected;
mod apart;
pub(crate) mod progress;

use std::slice::from_ref;

use chrono::{DateTime, NaiveDate};

use crate::circle::{
    Circle, Consent, MeetingPlan, Member, Next, OptionalStep, Role, RoleKind, Rules, Term,
};
use crate::meeting::{
    ActionRef, Adopted, AgendaItem, Amended, Concerned, ConsentMode, DatedValidity, Elected, Fact,
    Filed, ItemKind, Meeting, MeetingRole, Moment, Movement, Nomination, On, Opened, Phase,
    Presented, PutForward, Reassigned, Rescheduled, Sought, StoodAside, Termed, Validity, What,
};

const TEXT: &str = "No drills after eight.";

fn circle(rules: Rules) -> Circle {
    let member = |name: &str| Member { name: name.to_owned(), ..Member::default() };
    Circle {
        name: "Garden".to_owned(),
        id: None,
        aim: String::new(),
        domain: String::new(),
        since: None,
        ended: None,
        language: None,
        plan: MeetingPlan::default(),
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
    let (present, guests) = (names(present), names(guests));
    What::Opened(Opened { present, guests, ..Opened::default() })
}

fn consented(who: &str, version: u32) -> What {
    What::Consented { who: who.to_owned(), version, concern: None, seen: None, via: None, by: None }
}

fn objected(who: &str, version: u32) -> What {
    let (who, reason) = (who.to_owned(), "too loud".to_owned());
    What::Objected {
        who,
        reason,
        version: Some(version),
        on: None,
        meeting: None,
        seen: None,
        via: None,
        by: None,
    }
}

fn withdrew(who: &str) -> What {
    What::Withdrew { who: who.to_owned(), reason: None }
}

fn arrived(who: &str) -> What {
    What::Arrived(Movement { who: Some(who.to_owned()), ..Movement::default() })
}

fn left(who: &str) -> What {
    What::Left(Movement { who: Some(who.to_owned()), ..Movement::default() })
}

fn worded(text: &str) -> What {
    What::Worded { text: text.to_owned() }
}

fn about(who: &str) -> What {
    What::Related { replaces: None, ends: None, about: Some(who.to_owned()), with: Vec::new() }
}

fn amended(text: &str) -> What {
    let text = Some(text.to_owned());
    What::Amended(Amended { text, ..unchanged() })
}

/// An amendment of no part.
fn unchanged() -> Amended {
    Amended::default()
}

/// A year from the day of the meetings.
fn a_year() -> DatedValidity {
    DatedValidity { is: Validity::Term(Term::YEAR), day: Some(day("2027-09-05")) }
}

fn called(version: u32, present: &[&str]) -> What {
    What::Agreed { on: On::Consent, version: Some(version), present: names(present) }
}

fn concerned(who: &str, version: u32, text: &str) -> What {
    let (who, text) = (Some(who.to_owned()), text.to_owned());
    What::Concerned(Concerned { who, text, version })
}

fn stood_aside(who: &str, version: u32, reason: &str) -> What {
    let (who, reason) = (who.to_owned(), reason.to_owned());
    What::StoodAside(StoodAside { who, version, reason, seen: None, via: None, by: None })
}

fn objected_to_call(who: &str, version: u32, reason: &str) -> What {
    let (who, reason, on) = (who.to_owned(), reason.to_owned(), Some(On::Consent));
    What::Objected {
        who,
        reason,
        version: Some(version),
        on,
        meeting: None,
        seen: None,
        via: None,
        by: None,
    }
}

fn presented(version: u32, text: &str) -> What {
    What::Presented(Presented {
        version,
        text: text.to_owned(),
        nominee: None,
        validity: a_year(),
        since: None,
        responsible: Vec::new(),
        measures: Vec::new(),
        effects: Vec::new(),
    })
}

fn adopted(version: u32, text: &str, present: &[&str]) -> What {
    let everyone = ["Ana", "Ben", "Chen", "Dana"];
    let absent = everyone.into_iter().filter(|it| !present.contains(it));
    What::Adopted(Box::new(Adopted {
        title: "Quiet hours".to_owned(),
        text: text.to_owned(),
        validity: a_year(),
        responsible: Vec::new(),
        measures: Vec::new(),
        effects: Vec::new(),
        by: None,
        with: Vec::new(),
        version,
        consent: ConsentMode::Round,
        present: names(present),
        absent: absent.map(str::to_owned).collect(),
        guests: Vec::new(),
        replaces: Vec::new(),
        ends: Vec::new(),
        written: Vec::new(),
    }))
}

/// A meeting of these members in which the text was presented.
fn put(rules: Rules, present: &[&str], draft: &[What]) -> Meeting {
    let mut meeting = begun(circle(rules), present, ItemKind::Decide, "Quiet hours");
    record(&mut meeting, draft);
    record(&mut meeting, &[presented(1, TEXT)]);
    meeting
}

/// A meeting of these members in which an item was begun.
fn begun(circle: Circle, present: &[&str], kind: ItemKind, title: &str) -> Meeting {
    let nobody = |role| What::HandedOver { role, who: None };
    let mut meeting = Meeting::new(circle);
    let opening = [
        opened(present, &[]),
        nobody(MeetingRole::Facilitator),
        nobody(MeetingRole::Secretary),
        began(kind, title),
    ];
    record(&mut meeting, &opening);
    meeting
}

#[test]
fn the_list_is_changed_at_its_call_since_format_2() {
    let listed = What::Listed(AgendaItem::bare(ItemKind::Decide, "A".to_owned()));
    let nobody = |role| What::HandedOver { role, who: None };
    let facts = [
        opened(&THREE, &[]),
        nobody(MeetingRole::Facilitator),
        nobody(MeetingRole::Secretary),
        listed,
        What::Concluded { step: Phase::Agenda },
        What::Unlisted { kind: None, title: "A".to_owned() },
    ];
    let facts = facts.map(|what| Fact { what, at: at() }).to_vec();
    let circle = circle(Rules { steps: vec![OptionalStep::Agenda], ..Rules::default() });
    let meeting = Meeting::of(2, circle.clone(), facts.clone()).unwrap();
    assert_eq!(meeting.state().agenda, []);
    let (index, err) = Meeting::of(1, circle, facts).unwrap_err();
    assert_eq!((index, err.message.key), (5, "error-out-of-turn"));
}

fn began(kind: ItemKind, title: &str) -> What {
    What::Began(AgendaItem::bare(kind, title.to_owned()))
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
    let (index, replayed) =
        Meeting::of(crate::meeting::FORMAT, meeting.circle().clone(), journal).unwrap_err();
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

/// A circle with these roles: the name, the kind, the holder or nobody.
fn with_roles(rules: Rules, list: &[(&str, Option<RoleKind>, &str)]) -> Circle {
    let role = |(name, kind, holder): &(&str, Option<RoleKind>, &str)| Role {
        name: (*name).to_owned(),
        kind: *kind,
        purpose: String::new(),
        term: None,
        holder: Some((*holder).to_owned()).filter(|it| !it.is_empty()),
        outside: false,
        since: None,
        until: None,
        next: None,
        ended: None,
        formerly: Vec::new(),
    };
    Circle { roles: list.iter().map(role).collect(), ..circle(rules) }
}

/// A circle with a role to fill.
fn keys(rules: Rules) -> Circle {
    with_roles(rules, &[("Keys", None, "")])
}

fn sought(role: &str) -> What {
    What::Sought(Sought {
        role: role.to_owned(),
        purpose: String::new(),
        term: Term::YEAR,
        since: None,
        meeting: None,
        qualifications: Vec::new(),
    })
}

fn nomination(who: &str, nominees: &[&str]) -> Nomination {
    Nomination {
        who: who.to_owned(),
        nominees: names(nominees),
        outside: Vec::new(),
        term: None,
        until: None,
        reason: "near".to_owned(),
    }
}

fn nominated(who: &str, nominee: &str) -> What {
    What::Nominated(nomination(who, &[nominee]))
}

fn put_forward(nominee: &str) -> What {
    What::PutForward(PutForward {
        nominee: nominee.to_owned(),
        outside: false,
        term: None,
        until: None,
        reason: "near".to_owned(),
    })
}

fn deferred(who: &str) -> What {
    What::Deferred { who: who.to_owned() }
}

/// A new version with another nominee.
fn presented_nominee(version: u32, nominee: &str) -> What {
    let mut presented = presented(version, "");
    if let What::Presented(it) = &mut presented {
        it.nominee = Some(nominee.to_owned());
    }
    presented
}

/// An election to `Keys` as it would be announced.
fn elected(version: u32, who: &str, present: &[&str]) -> What {
    elected_to("Keys", version, who, present)
}

fn elected_to(role: &str, version: u32, who: &str, present: &[&str]) -> What {
    let everyone = ["Ana", "Ben", "Chen", "Dana"];
    let absent = everyone.into_iter().filter(|it| !present.contains(it));
    What::Elected(Box::new(Elected {
        role: role.to_owned(),
        elected: who.to_owned(),
        outside: !everyone.contains(&who),
        accepted: present.contains(&who),
        since: day("2026-09-05"),
        until: day("2027-09-05"),
        term: Some(Term::YEAR),
        reason: "near".to_owned(),
        measures: Vec::new(),
        version,
        consent: ConsentMode::Round,
        present: names(present),
        absent: absent.map(str::to_owned).collect(),
        guests: Vec::new(),
        replaces: Vec::new(),
    }))
}

/// The expected election to `Keys`, with one change.
fn elected_but(change: impl Fn(&mut Elected)) -> What {
    let mut what = elected(1, "Ben", &THREE);
    if let What::Elected(it) = &mut what {
        change(it);
    }
    what
}

/// A meeting of these members in which everyone has written a name for the role.
fn written(circle: Circle, role: &str, present: &[&str]) -> Meeting {
    let mut meeting = begun(circle, present, ItemKind::Select, role);
    record(&mut meeting, &[sought(role), What::Wrote {}]);
    meeting
}

/// A meeting in which everyone has nominated this person, who is not put forward yet.
fn named(circle: Circle, role: &str, present: &[&str], nominee: &str) -> Meeting {
    let mut meeting = written(circle, role, present);
    record(&mut meeting, &present.iter().map(|it| nominated(it, nominee)).collect::<Vec<_>>());
    meeting
}

/// A meeting of Ana, Ben and Chen in which Ben is put forward for `Keys`.
fn forward(rules: Rules) -> Meeting {
    let mut meeting = named(keys(rules), "Keys", &THREE, "Ben");
    record(&mut meeting, &[put_forward("Ben")]);
    meeting
}

/// The members in the order of a consent round, the nominee last.
const LAST: [&str; 3] = ["Ana", "Chen", "Ben"];

fn all_then_ben(version: u32) -> [What; 3] {
    LAST.map(|it| consented(it, version))
}
