//! The rules of the practice, told over the facts alone: what must never happen is said here a
//! second time, by a judge who knows the circle and the facts and never asks the walk.

mod proposal;
mod consent;
mod outcome;

use crate::circle::{Circle, OptionalStep, Term};
use crate::meeting::{Draft, Fact, Meeting, On, Phase, What, Wording};

type Judged = Result<(), String>;

/// Who is here, what is on the table, who holds what: as far as the facts tell.
#[derive(Clone)]
pub(crate) struct Oracle<'c> {
    circle: &'c Circle,
    pub present: Vec<String>,
    guests: Vec<String>,
    /// Title and proposer of what was listed last: with its call it begins.
    listed: (String, Option<String>),
    pub table: Table,
    /// Who was elected in this meeting, in order, and who accepted an earlier election.
    elected: Vec<Hand>,
    accepted: Vec<Hand>,
    pub decisions: usize,
    pub elections: usize,
}

/// A role in somebody's hand, once they accept.
#[derive(Clone)]
struct Hand {
    role: String,
    who: String,
    accepted: bool,
}

/// The item on the table.
#[derive(Clone, Default)]
pub(crate) struct Table {
    title: String,
    by: Option<String>,
    /// The role of a selection, and how long it is given.
    role: Option<(String, Term)>,
    about: Vec<String>,
    pub phase: Point,
    /// Who has named somebody, or kept what they had named.
    spoken: Vec<String>,
    /// Whether the first name was read out.
    named: bool,
    /// What was said of the proposal since it was put last, and before.
    said: Draft,
    /// What was put to the circle last, whole.
    pub put: Option<Wording>,
    version: u32,
    /// Who consented, and who objected, in the round going on.
    pub consented: Vec<String>,
    pub objected: Vec<String>,
    /// Whose objections are neither integrated nor withdrawn.
    pub standing: Vec<String>,
    /// Who was present when the room was asked.
    pub called: Option<Vec<String>>,
    /// Whether the room is asked to drop the item: until it has answered, no round ends.
    dropping: bool,
}

/// How far the item on the table is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Point {
    /// Nothing can be answered: there is no item, or nobody knows yet what is put.
    #[default]
    Before,
    /// Everyone names somebody for the role.
    Naming,
    /// Everyone keeps or changes that.
    Changing,
    /// Everyone has been heard: one person is put forward next.
    Named,
    /// Questions and reactions to a first version.
    Rounds,
    /// The circle is asked for consent.
    Consent,
    /// The round is over, and somebody objects.
    Objections,
}

fn must(holds: bool, why: &str) -> Judged {
    if holds { Ok(()) } else { Err(why.to_owned()) }
}

fn same_people(one: &[String], other: &[String]) -> bool {
    one.len() == other.len() && one.iter().all(|it| other.contains(it))
}

impl<'c> Oracle<'c> {
    /// Judges a whole meeting.
    pub(super) fn of(meeting: &Meeting, circle: &'c Circle) -> Result<Self, String> {
        let mut oracle = Self::new(circle);
        for fact in meeting.standing() {
            oracle.hear(fact)?;
        }
        Ok(oracle)
    }

    fn new(circle: &'c Circle) -> Self {
        Self {
            circle,
            present: Vec::new(),
            guests: Vec::new(),
            listed: <_>::default(),
            table: Table::default(),
            elected: Vec::new(),
            accepted: Vec::new(),
            decisions: 0,
            elections: 0,
        }
    }

    /// Judges one fact more: says which rule it breaks.
    pub(super) fn hear(&mut self, fact: &Fact) -> Judged {
        let mut judge = || {
            self.people(&fact.what)?;
            self.item(&fact.what)?;
            self.names(&fact.what)?;
            self.proposal(&fact.what)?;
            self.answer(&fact.what)?;
            self.outcome(fact)
        };
        judge().map_err(|why| format!("{why}: {fact:?}"))?;
        self.rounds_over();
        Ok(())
    }

    fn people(&mut self, what: &What) -> Judged {
        match what {
            What::Opened { present, guests } => {
                (self.present, self.guests) = (present.clone(), guests.clone());
            }
            What::Arrived { who, guest: true } => self.guests.push(who.clone()),
            What::Arrived { who, .. } => {
                self.present.push(who.clone());
                self.table.called = None;
                if self.table.phase == Point::Naming && self.table.named {
                    self.table.spoken.push(who.clone());
                }
            }
            What::Left { who, .. } => {
                self.present.retain(|it| it != who);
                self.guests.retain(|it| it != who);
                self.table.consented.retain(|it| it != who);
            }
            What::Agreed { present, .. }
            | What::Dropped { present }
            | What::Approved { present, .. } => {
                must(same_people(present, &self.present), "agreed by others than were here")?;
                must(!present.is_empty(), "agreed by nobody")?;
            }
            What::Objected { who, on: Some(_), .. } => {
                self.is_here(who)?;
                self.table.dropping = false;
            }
            _ => {}
        }
        Ok(())
    }

    fn is_here(&self, who: &String) -> Judged {
        must(self.circle.seat(who).is_some(), "a guest counted")?;
        must(self.present.contains(who), "somebody absent counted")
    }

    fn item(&mut self, what: &What) -> Judged {
        match what {
            What::Listed { title, by, .. } => self.listed = (title.clone(), by.clone()),
            What::Began { title, by, .. } => {
                self.table = Table { title: title.clone(), by: by.clone(), ..<_>::default() };
            }
            What::Agreed { on: On::Item, .. } => {
                let (title, by) = self.listed.clone();
                self.table = Table { title, by, ..<_>::default() };
            }
            What::AskedToDrop { title: None, .. } => self.table.dropping = true,
            What::Postponed { title: None, .. }
            | What::Referred { title: None, .. }
            | What::Dropped { .. }
            | What::Concluded { step: Phase::Item } => self.table = Table::default(),
            What::Skipped { step, .. } => {
                let never = [Phase::Consent, Phase::Nominate, Phase::Change];
                must(!never.contains(step), "a round was left out that never may be")?;
            }
            What::Passed { .. } => {
                let phases = [Point::Naming, Point::Changing, Point::Consent];
                must(!phases.contains(&self.table.phase), "somebody passed")?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Goes on where everyone who was to speak has.
    fn rounds_over(&mut self) {
        if self.table.dropping {
            return;
        }
        if self.table.phase == Point::Consent
            && self.owing().is_empty()
            && !self.table.standing.is_empty()
        {
            self.table.phase = Point::Objections;
        }
        while let Point::Naming | Point::Changing = self.table.phase {
            if !self.present.iter().all(|it| self.table.spoken.contains(it)) {
                break;
            }
            let next =
                self.table.phase == Point::Naming && self.circle.rules.has(OptionalStep::Change);
            self.table.phase = if next { Point::Changing } else { Point::Named };
            self.table.spoken.clear();
        }
    }
}
