//! What happens in a meeting: facts go in, the next step comes out.
//!
//! A meeting is nothing but its facts. To learn what comes next, the walk goes through the
//! procedure from the top, taking one fact after another, until a step finds none: that step is
//! what the meeting waits for. A fact that no step wants is out of turn.
//! No clock, no files, no terminal, no language.

mod fact;
mod id;
mod word;
pub(crate) mod day;
mod item;
mod state;
mod walk;
mod opening;
mod admin;
mod agenda;
mod proposal;
mod selection;
mod election;
mod consent;
mod round;
mod closing;
mod place;
#[cfg(test)]
mod tests;

pub use day::Moment;
pub(crate) use day::{DAY, plain_day};
pub(crate) use fact::{Adopted, Elected, Nomination, Presented, PutForward, Scheduled};
pub use fact::{Fact, What};
pub use id::MeetingId;
#[cfg(test)]
pub(crate) use item::Nominee;
pub(crate) use item::{
    AgendaItem, Concern, Draft, Item, Objection, Outcome, Resolution, Selection, Version, Wording,
};
pub(crate) use state::{Attendance, Round, State, Step, Unbegun};
pub(crate) use word::{ConsentMode, ItemKind, MeetingRole, On, Phase};

use crate::circle::Circle;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::walk::{Stop, Walk};

/// The format of the facts of a new meeting, and the newest that can be walked.
///
/// 1: as first published. 2: who facilitates or writes, leaves and comes back does so again where
/// nobody took over; a concern said to each of two versions counts twice.
pub const FORMAT: i64 = 2;

/// A meeting: the circle as it stood when it was opened, and what was said.
#[derive(Clone, Debug)]
pub struct Meeting {
    circle: Circle,
    format: i64,
    facts: Vec<Fact>,
    /// The facts that count: indices into `facts`. Taking one back removes it.
    standing: Vec<usize>,
    state: State,
}

impl Meeting {
    /// Begins a meeting of a circle: nothing is said yet.
    pub fn new(circle: Circle) -> Self {
        Self::in_format(FORMAT, circle)
    }

    /// Begins a meeting of a circle whose facts are of a format, from 1 to [`FORMAT`].
    pub fn in_format(format: i64, circle: Circle) -> Self {
        let (facts, standing, state) = (Vec::new(), Vec::new(), State::default());
        let mut meeting = Self { circle, format, facts, standing, state };
        // Without a fact the walk waits at the opening; nothing can be out of turn.
        meeting.state = meeting.walk().unwrap_or_default();
        meeting
    }

    /// Takes in the facts of a journal, by the same path as one at a time.
    ///
    /// An error comes with the index of the fact that no step wants.
    pub fn of(
        format: i64,
        circle: Circle,
        facts: Vec<Fact>,
    ) -> std::result::Result<Self, (usize, Error)> {
        let mut meeting = Self::in_format(format, circle);
        meeting.facts.reserve(facts.len());
        for fact in facts {
            let index = meeting.facts.len();
            meeting.admit(fact).map_err(|err| (index, err))?;
        }
        match meeting.walk() {
            Ok(state) => meeting.state = state,
            Err((place, err)) => {
                let index = meeting.standing[place];
                meeting.standing.truncate(place);
                let before = meeting.walk().unwrap_or_default();
                return Err((index, err.hint_if_none(before.stands_at())));
            }
        }
        Ok(meeting)
    }

    /// Takes in one fact, if the meeting waits for it; otherwise nothing changes.
    ///
    /// Live answers, scripts and old journals all enter here.
    pub fn record(&mut self, fact: Fact) -> Result<()> {
        let popped = self.admit(fact)?;
        match self.walk() {
            Ok(state) => self.state = state,
            Err((_, err)) => {
                self.dismiss(popped);
                return Err(err.hint_if_none(self.state.stands_at()));
            }
        }
        Ok(())
    }

    /// Takes the last fact out again, as if it had never been said: it could not be kept.
    pub fn retract(&mut self) {
        self.facts.pop();
        self.standing = standing(&self.facts);
        self.state = self.walk().unwrap_or_default();
    }

    /// Returns the format of its facts.
    pub fn format(&self) -> i64 {
        self.format
    }

    /// Returns the circle as it stood when the meeting was opened.
    pub fn circle(&self) -> &Circle {
        &self.circle
    }

    /// Returns everything that was said, slips included.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// Returns the facts that stand, in order.
    pub fn standing(&self) -> impl DoubleEndedIterator<Item = &Fact> + ExactSizeIterator {
        self.standing.iter().map(|it| &self.facts[*it])
    }

    /// Returns the standing fact at a place, from 0.
    pub fn fact(&self, place: usize) -> Option<&Fact> {
        self.standing.get(place).map(|it| &self.facts[*it])
    }

    /// Returns what the facts have come to.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Returns what the meeting waits for; nothing once its records are written.
    pub fn step(&self) -> Option<&Step> {
        self.state.step.as_ref()
    }

    /// Returns whether the meeting was closed; nothing but its records may be missing.
    pub(crate) fn is_closed(&self) -> bool {
        matches!(self.state.step, None | Some(Step::File))
    }

    /// Puts a fact behind the others, or takes one back. Returns what was taken back.
    fn admit(&mut self, fact: Fact) -> Result<Option<usize>> {
        if self.facts.last().is_some_and(|last| fact.at < last.at) {
            return Err(Error::new(say!("error-earlier", fact = fact.what.word())));
        }
        let mut popped = None;
        if fact.what == (What::TakenBack {}) {
            let last = self.standing.last().map(|it| &self.facts[*it].what);
            match last {
                None => return Err(Error::new(say!("error-nothing-back"))),
                Some(What::Closed {} | What::Filed {}) => {
                    return Err(Error::new(say!("error-closed-back")));
                }
                Some(_) => popped = self.standing.pop(),
            }
        } else {
            self.standing.push(self.facts.len());
        }
        self.facts.push(fact);
        Ok(popped)
    }

    /// Undoes `admit`.
    fn dismiss(&mut self, popped: Option<usize>) {
        self.facts.pop();
        match popped {
            Some(index) => self.standing.push(index),
            None => drop(self.standing.pop()),
        }
    }

    /// Walks over the facts that stand. An error comes with the place among them.
    fn walk(&self) -> std::result::Result<State, (usize, Error)> {
        let mut walk = Walk::new(self.format, &self.circle, &self.facts, &self.standing);
        let step = match walk.meeting() {
            Ok(()) => None,
            Err(Stop::Waiting(step)) => Some(*step),
            Err(Stop::OutOfTurn(err)) => return Err((walk.taken.saturating_sub(1), *err)),
            Err(Stop::ItemEnded | Stop::Closed) => unreachable!("both are caught within the walk"),
        };
        let mut state = walk.state;
        state.step = step;
        Ok(state)
    }
}

/// Returns the facts that stand, as indices: all but those taken back, and the taking back.
pub fn standing(facts: &[Fact]) -> Vec<usize> {
    let mut standing = Vec::with_capacity(facts.len());
    for (index, fact) in facts.iter().enumerate() {
        if fact.what == (What::TakenBack {}) {
            standing.pop();
        } else {
            standing.push(index);
        }
    }
    standing
}
