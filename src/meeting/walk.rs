//! One pass through the procedure: facts are taken in order until a step finds none.
//!
//! Here is how a fact is taken, what may come in between, and who is here. The procedure
//! itself stands in `opening`, `admin`, `agenda`, `proposal`, `selection`, `consent`, `round` and
//! `closing`.

use std::collections::HashSet;
use std::slice;

use crate::circle::{Circle, OptionalStep};
use crate::error::Error;
use crate::lang::say;
use crate::meeting::item::{Item, Outcome};
use crate::meeting::state::{Assignment, Attendance, State, Step};
use crate::meeting::{Fact, ItemKind, MeetingRole, On, What};

pub(crate) type Walked<T> = Result<T, Stop>;

/// Why the walk ends.
pub(crate) enum Stop {
    /// The facts run out: this is the next prompt.
    Waiting(Box<Step>),
    /// A fact that no step wants.
    OutOfTurn(Box<Error>),
    /// The item ended from wherever it was; caught where items are run.
    ItemEnded,
    /// The meeting was closed, at its end or as it stood; caught around the whole.
    Closed,
}

impl From<Error> for Stop {
    fn from(err: Error) -> Self {
        Self::OutOfTurn(Box::new(err))
    }
}

/// One pass over the facts that stand.
pub(crate) struct Walk<'m> {
    pub format: i64,
    pub circle: &'m Circle,
    pub state: State,
    /// What is listed, with folded titles, so that a long list is not compared pair by pair.
    pub listed: HashSet<(ItemKind, String)>,
    facts: &'m [Fact],
    standing: slice::Iter<'m, usize>,
    /// How many standing facts were taken.
    pub taken: usize,
    /// The members who came (`true`) and went since a consent round last looked, by seat.
    pub moves: Vec<(usize, bool)>,
}

impl<'m> Walk<'m> {
    pub(super) fn new(
        format: i64,
        circle: &'m Circle,
        facts: &'m [Fact],
        standing: &'m [usize],
    ) -> Self {
        let present = vec![false; circle.members.len()];
        // Where it is not asked how long the meeting lasts, it is as long as usual.
        let planned = circle.plan.minutes.filter(|_| !circle.rules.has(OptionalStep::Admin));
        let state = State { present, planned, broken_off: true, ..State::default() };
        let (listed, moves) = (HashSet::new(), Vec::new());
        Self { format, circle, state, listed, facts, standing: standing.iter(), taken: 0, moves }
    }

    /// Walks the whole meeting: the steps of *Many Voices One Song*, chapter 4.
    pub(super) fn meeting(&mut self) -> Walked<()> {
        match self.procedure() {
            Err(Stop::Closed) => self.close(),
            went_on => return went_on,
        }
        self.filing()
    }

    fn procedure(&mut self) -> Walked<()> {
        self.opening()?;
        self.admin()?;
        self.agenda()?;
        self.items()?;
        self.closing()
    }

    /// Takes the next fact as it is, or stops at `step`.
    pub(super) fn pull(&mut self, step: impl FnOnce(&Self) -> Step) -> Walked<&'m Fact> {
        let Some(index) = self.standing.next() else {
            return Err(Stop::Waiting(Box::new(step(self))));
        };
        self.taken += 1;
        let fact = &self.facts[*index];
        let opened = self.state.at.is_some();
        self.state.at = Some(fact.at);
        match fact.what {
            What::Closed {} if opened => Err(Stop::Closed),
            _ => Ok(fact),
        }
    }

    /// Returns the next fact without taking it.
    pub(super) fn peek(&self) -> Option<&'m Fact> {
        self.standing.as_slice().first().map(|index| &self.facts[*index])
    }

    /// Takes the fact that was peeked at.
    pub(super) fn pass_over(&mut self) {
        if let Some(index) = self.standing.next() {
            self.taken += 1;
            self.state.at = Some(self.facts[*index].at);
        }
    }

    /// Takes the next fact that is meant for the step, or stops at `step`.
    ///
    /// `None`: something came in between and is absorbed. The caller computes its step anew,
    /// for who is here, and so who still owes an answer, may have changed.
    pub(super) fn hear(&mut self, step: impl FnOnce(&Self) -> Step) -> Walked<Option<&'m Fact>> {
        let fact = self.pull(step)?;
        if self.interjected(fact)? {
            return Ok(None);
        }
        let finished = self.state.finished.take();
        match &fact.what {
            What::Reopened { step } if finished != Some(*step) => {
                Err(Error::new(say!("error-again")).into())
            }
            _ if self.state.on_table().is_some() => self.unless_ended(fact),
            _ => Ok(Some(fact)),
        }
    }

    /// Takes the next fact that is meant for a step which waits for the same whoever is here.
    #[expect(clippy::needless_pass_by_value, reason = "steps are written in place")]
    pub(super) fn take(&mut self, step: Step) -> Walked<&'m Fact> {
        loop {
            if let Some(fact) = self.hear(|_| step.clone())? {
                return Ok(fact);
            }
        }
    }

    /// An item can end from anywhere: postponed, referred, or dropped by consent.
    fn unless_ended(&mut self, fact: &'m Fact) -> Walked<Option<&'m Fact>> {
        let outcome = match &fact.what {
            What::Postponed { title: None, date, .. } => Outcome::Postponed(*date),
            What::Referred { title: None, circle } => {
                filled(circle, &fact.what)?;
                Outcome::Referred(circle.clone())
            }
            What::AskedToDrop { title: None, .. } => {
                let title = self.item().entry.title.clone();
                if !self.call(On::Drop, Some(&title))? {
                    return Ok(None);
                }
                Outcome::Dropped
            }
            _ => return Ok(Some(fact)),
        };
        self.item().outcome = Some(outcome);
        Err(Stop::ItemEnded)
    }

    /// Absorbs what may come at any time: who comes and goes, notes, actions, topics.
    pub(super) fn interjected(&mut self, fact: &'m Fact) -> Walked<bool> {
        if !interjects(&fact.what) {
            return Ok(false);
        }
        match &fact.what {
            What::Arrived { who, guest } => self.arrive(fact, who, *guest)?,
            What::Left { who, guest } => self.leave(fact, who, *guest)?,
            What::HandedOver { role, who } => {
                self.state.away.retain(|(it, _)| it != role);
                *self.chair(*role) = match who {
                    Some(who) => {
                        self.here(who)?;
                        Assignment::By(who.clone())
                    }
                    None => Assignment::Nobody,
                };
            }
            What::Noted { who, text } => {
                filled(text, &fact.what)?;
                who.as_ref().map_or(Ok(()), |who| self.here(who))?;
            }
            What::Action { text, .. } | What::Done { text, .. } | What::Topic { title: text } => {
                filled(text, &fact.what)?;
            }
            What::Accepted { who, role } => self.accept(who, role)?,
            What::Extended { minutes: 0 } => return Err(out_of_turn(fact)),
            What::Extended { minutes } => self.extend(*minutes),
            _ => {}
        }
        Ok(true)
    }

    /// More time for the item; where none is on the table, for the meeting.
    fn extend(&mut self, minutes: u32) {
        if self.state.on_table().is_some() {
            let item = self.item();
            item.extended = item.extended.saturating_add(minutes);
        } else {
            let planned = self.state.planned.unwrap_or(0);
            self.state.planned = Some(planned.saturating_add(minutes));
        }
    }

    fn arrive(&mut self, fact: &Fact, who: &str, guest: bool) -> Walked<()> {
        let seat = self.circle.seat(who);
        if self.state.is_here(self.circle, who) {
            return Err(Error::new(say!("error-already-here", who = who)).into());
        }
        match (seat, guest) {
            (Some(seat), false) => {
                self.state.present[seat] = true;
                self.moves.push((seat, true));
            }
            (None, true) => self.state.guests.push(who.to_owned()),
            _ => return Err(no_member(who)),
        }
        self.resume_roles(who);
        self.state.attendances.push(Attendance {
            who: who.to_owned(),
            guest,
            from: fact.at,
            to: None,
        });
        Ok(())
    }

    fn leave(&mut self, fact: &Fact, who: &str, guest: bool) -> Walked<()> {
        self.here(who)?;
        match (self.circle.seat(who), guest) {
            (Some(seat), false) => {
                self.state.present[seat] = false;
                self.moves.push((seat, false));
            }
            (None, true) => self.state.guests.retain(|it| it != who),
            _ => return Err(no_member(who)),
        }
        for role in [MeetingRole::Facilitator, MeetingRole::Secretary] {
            if self.chair(role).who() == Some(who) {
                *self.chair(role) = Assignment::Nobody;
                if self.format >= 2 {
                    self.state.away.push((role, who.to_owned()));
                }
            }
        }
        let mut attendances = self.state.attendances.iter_mut().rev();
        if let Some(stay) = attendances.find(|it| it.who == who) {
            stay.to = Some(fact.at);
        }
        Ok(())
    }

    /// Who facilitated or wrote, left and comes back does so again, where nobody took over.
    fn resume_roles(&mut self, who: &str) {
        let away = std::mem::take(&mut self.state.away);
        let (back, away) = away.into_iter().partition(|(_, it)| it == who);
        self.state.away = away;
        let back: Vec<(MeetingRole, String)> = back;
        for (role, who) in back {
            *self.chair(role) = Assignment::By(who);
        }
    }

    pub(super) fn chair(&mut self, role: MeetingRole) -> &mut Assignment {
        match role {
            MeetingRole::Facilitator => &mut self.state.facilitator,
            MeetingRole::Secretary => &mut self.state.secretary,
        }
    }

    /// Asks the room. Returns whether nobody objects; otherwise what was asked stays undecided.
    pub(super) fn call(&mut self, on: On, title: Option<&str>) -> Walked<bool> {
        loop {
            let step = |_: &Self| Step::Call { on, title: title.map(str::to_owned) };
            let fact = self.pull(step)?;
            if self.interjected(fact)? {
                continue;
            }
            let fact = match on {
                On::Qualifications => self.unless_ended(fact)?,
                _ => Some(fact),
            };
            let Some(fact) = fact else { continue };
            match &fact.what {
                What::Agreed { on: it, version: None, present } if *it == on && on != On::Drop => {
                    self.nobody_objects(present)?;
                    return Ok(true);
                }
                What::Dropped { present } if on == On::Drop => {
                    self.nobody_objects(present)?;
                    return Ok(true);
                }
                What::Objected { who, reason, version: None, on: Some(it), meeting: None }
                    if *it == on =>
                {
                    self.member_here(who)?;
                    filled(reason, &fact.what)?;
                    return Ok(false);
                }
                _ => return Err(out_of_turn(fact)),
            }
        }
    }

    /// The room was asked: these members, and an empty room agrees to nothing.
    pub(super) fn nobody_objects(&self, present: &[String]) -> Walked<()> {
        if present.is_empty() {
            return Err(Error::new(say!("error-nobody-here")).into());
        }
        self.everyone(present)
    }

    /// Returns the item on the table.
    pub(super) fn item(&mut self) -> &mut Item {
        self.state.items.last_mut().expect("called only while an item is on the table")
    }

    /// Refuses someone who is not present.
    pub(super) fn here(&self, who: &str) -> Walked<()> {
        if self.state.is_here(self.circle, who) {
            return Ok(());
        }
        Err(Error::new(say!("error-absent", who = who)).into())
    }

    /// Returns the seat of a member who is present; guests are never counted.
    pub(super) fn member_here(&self, who: &str) -> Walked<usize> {
        self.here(who)?;
        let guest = || Error::new(say!("error-guest", who = who));
        Ok(self.circle.seat(who).ok_or_else(guest)?)
    }

    /// Refuses a list of members that is not exactly who is present.
    pub(super) fn everyone(&self, present: &[String]) -> Walked<()> {
        same_people(present, self.state.seated(self.circle, true), "present")
    }
}

/// Refuses a list of names that holds other people than it should.
pub(crate) fn same_people<'a>(
    said: &[String],
    known: impl Iterator<Item = &'a str> + Clone,
    key: &str,
) -> Walked<()> {
    // Nobody is known twice, so as many names that hold each of them hold nobody else.
    let mut each = known.clone();
    if said.len() == known.clone().count() && each.all(|name| said.iter().any(|it| it == name)) {
        return Ok(());
    }
    let names = known.collect::<Vec<_>>().join(", ");
    Err(Error::new(say!("error-people", key = key, names = names)).into())
}

/// Returns whether this may come at any time.
pub(crate) fn interjects(what: &What) -> bool {
    matches!(
        what,
        What::Arrived { .. }
            | What::Left { .. }
            | What::HandedOver { .. }
            | What::Noted { .. }
            | What::Action { .. }
            | What::Done { .. }
            | What::Topic { .. }
            | What::Accepted { .. }
            | What::Extended { .. }
    )
}

pub(crate) fn out_of_turn(fact: &Fact) -> Stop {
    Error::new(say!("error-out-of-turn", fact = fact.what.word())).into()
}

/// Refuses a text without a letter in it: nobody said nothing.
pub(crate) fn filled(text: &str, what: &What) -> Walked<()> {
    if text.trim().is_empty() {
        return Err(Error::new(say!("error-empty-text", fact = what.word())).into());
    }
    Ok(())
}

fn no_member(who: &str) -> Stop {
    Error::new(say!("error-no-member", who = who)).into()
}
