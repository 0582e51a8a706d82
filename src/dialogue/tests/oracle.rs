//! An oracle for property tests: a second implementation of the rules of the practice that depends
//! only on the circle and the facts, and never on the code under test.

mod proposal;
mod consent;
mod outcome;

use chrono::NaiveDate;

use crate::circle::{Circle, OptionalStep, Part, Term};
use crate::meeting::{Approved, Draft, Fact, Meeting, On, Phase, What, Wording};

type Judged = Result<(), String>;

/// The state of a meeting, derived from its facts.
#[derive(Clone)]
pub(crate) struct Oracle<'c> {
    circle: &'c Circle,
    pub present: Vec<String>,
    guests: Vec<String>,
    /// How many guests without names.
    unnamed: u32,
    /// The title and proposer of the last listed item, which begins after its call.
    listed: (String, Vec<String>),
    pub item: CurrentItem,
    /// Who was elected in this meeting, in order, and who accepted an earlier election.
    elected: Vec<RoleHolder>,
    accepted: Vec<RoleHolder>,
    /// The last days of members who leave and of roles that end, by a decision of this meeting.
    last_days: Vec<(Part, NaiveDate)>,
    /// Whether the minutes were approved, and nothing came after that.
    approved: bool,
    pub decisions: usize,
    pub elections: usize,
}

/// A role and the person elected to it.
#[derive(Clone)]
struct RoleHolder {
    role: String,
    who: String,
    accepted: bool,
    from: NaiveDate,
    to: NaiveDate,
}

/// The current item.
#[derive(Clone, Default)]
pub(crate) struct CurrentItem {
    title: String,
    by: Vec<String>,
    /// The role of a selection and its term.
    role: Option<(String, Term)>,
    /// The day on which the term begins, where that was said.
    since: Option<NaiveDate>,
    about: Vec<String>,
    pub phase: Point,
    /// What the role asks for.
    pub asked_for: Vec<String>,
    /// Who has nominated somebody, or kept their nomination.
    spoken: Vec<String>,
    /// Whether there was a nomination.
    named: bool,
    /// The current draft.
    said: Draft,
    /// The last version that was put to the circle.
    pub put: Option<Wording>,
    version: u32,
    /// Who consented and who objected in the current round.
    pub consented: Vec<String>,
    pub objected: Vec<String>,
    /// Who stands aside in the current round, or after the call.
    pub asides: Vec<String>,
    /// Whose objections are open.
    pub standing: Vec<String>,
    /// Who was present at the call.
    pub called: Option<Vec<String>>,
    /// Whether everyone is being asked to drop the item; no round ends before the answer.
    dropping: bool,
}

/// The phase of the current item.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Point {
    /// There is no item, or nothing to answer yet.
    #[default]
    Before,
    /// The nomination round.
    Naming,
    /// The change round.
    Changing,
    /// The nominations are complete; one person is put forward next.
    Named,
    /// Questions and reactions to a first version.
    Rounds,
    /// The consent round.
    Consent,
    /// The consent round is over, with objections.
    Objections,
}

fn must(holds: bool, why: &str) -> Judged {
    if holds { Ok(()) } else { Err(why.to_owned()) }
}

fn same_people(one: &[String], other: &[String]) -> bool {
    one.len() == other.len() && one.iter().all(|it| other.contains(it))
}

impl<'c> Oracle<'c> {
    /// Checks a whole meeting.
    pub(super) fn of(meeting: &Meeting, circle: &'c Circle) -> Result<Self, String> {
        let mut oracle = Self::new(circle);
        for fact in meeting.standing() {
            oracle.hear(fact)?;
        }
        let state = meeting.state();
        must(
            state.stands_approved == oracle.approved,
            "minutes approved that do not stand, or not",
        )?;
        must(state.unnamed_here() == oracle.unnamed, "another number of guests without names")?;
        Ok(oracle)
    }

    fn new(circle: &'c Circle) -> Self {
        Self {
            circle,
            present: Vec::new(),
            guests: Vec::new(),
            unnamed: 0,
            approved: false,
            listed: <_>::default(),
            item: CurrentItem::default(),
            elected: Vec::new(),
            accepted: Vec::new(),
            last_days: Vec::new(),
            decisions: 0,
            elections: 0,
        }
    }

    /// Checks the next fact. Returns the rule that it breaks.
    pub(super) fn hear(&mut self, fact: &Fact) -> Judged {
        let mut judge = || {
            self.people(&fact.what)?;
            let is_end = matches!(fact.what, What::Closed {} | What::Filed(_));
            self.approved = fact.what.approves_own_minutes() || (self.approved && is_end);
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
            What::Opened(it) => {
                (self.present, self.guests) = (it.present.clone(), it.guests.clone());
                self.unnamed = it.unnamed.unwrap_or(0);
            }
            What::Arrived(it) if it.guest => {
                self.guests.extend(what.people());
                self.unnamed += it.unnamed.unwrap_or(0);
            }
            What::Arrived(it) => {
                must(it.unnamed.is_none(), "a member without a name")?;
                self.present.extend(what.people());
                self.void_call();
                if self.item.phase == Point::Naming && self.item.named {
                    self.item.spoken.extend(what.people());
                }
            }
            What::Left(it) => {
                let gone = it.unnamed.unwrap_or(0);
                must(gone <= self.unnamed, "more left than were here")?;
                self.unnamed -= gone;
                let people = what.people();
                let stays = |it: &String| !people.contains(it);
                self.present.retain(stays);
                self.guests.retain(stays);
                self.item.consented.retain(stays);
                self.item.asides.retain(stays);
            }
            What::Agreed { present, .. }
            | What::Dropped { present }
            | What::Approved(Approved { present, .. }) => {
                must(same_people(present, &self.present), "agreed by others than were here")?;
                must(!present.is_empty(), "agreed by nobody")?;
            }
            What::Objected { who, on: Some(_), .. } => {
                self.is_here(who)?;
                self.item.dropping = false;
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
            What::Listed(it) => self.listed = (it.title.clone(), it.people().cloned().collect()),
            What::Began(it) => {
                let (title, by) = (it.title.clone(), it.people().cloned().collect());
                self.item = CurrentItem { title, by, ..<_>::default() };
            }
            What::Agreed { on: On::Item, .. } => {
                let (title, by) = self.listed.clone();
                self.item = CurrentItem { title, by, ..<_>::default() };
            }
            What::AskedToDrop { title: None, .. } => self.item.dropping = true,
            What::Postponed { title: None, .. }
            | What::Referred { title: None, .. }
            | What::Dropped { .. }
            | What::Concluded { step: Phase::Item } => self.item = CurrentItem::default(),
            What::Skipped { step, .. } => {
                let never = [Phase::Consent, Phase::Nominate, Phase::Change];
                must(!never.contains(step), "a round was left out that never may be")?;
            }
            What::Passed { .. } => {
                let phases = [Point::Naming, Point::Changing, Point::Consent];
                must(!phases.contains(&self.item.phase), "somebody passed")?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Moves to the next phase if everyone has spoken.
    fn rounds_over(&mut self) {
        if self.item.dropping {
            return;
        }
        if self.item.phase == Point::Consent
            && self.owing().is_empty()
            && !self.item.standing.is_empty()
        {
            self.item.phase = Point::Objections;
        }
        while let Point::Naming | Point::Changing = self.item.phase {
            if !self.present.iter().all(|it| self.item.spoken.contains(it)) {
                break;
            }
            let next =
                self.item.phase == Point::Naming && self.circle.rules.has(OptionalStep::Change);
            self.item.phase = if next { Point::Changing } else { Point::Named };
            self.item.spoken.clear();
        }
    }
}
