//! The procedure of a meeting: facts go in, the next step comes out.
//!
//! A meeting is determined by its facts. To compute the next step, the walk runs the procedure
//! from the beginning and takes one fact after another. The step for which there is no fact left
//! is the one the meeting waits for; a fact that does not fit its step is refused.
//! Nothing here uses a clock, files, the terminal or a language.

mod fact;
mod details;
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
pub use details::Filed;
pub(crate) use details::{Adopted, Elected, Nomination, Opened, Presented, PutForward, Scheduled};
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

/// A meeting: the circle as it was when the meeting was opened, and the facts recorded since.
#[derive(Clone, Debug)]
pub struct Meeting {
    circle: Circle,
    format: i64,
    facts: Vec<Fact>,
    /// The facts in force, as indices into `facts`: all that were not taken back.
    standing: Vec<usize>,
    state: State,
}

impl Meeting {
    /// Creates a meeting without facts.
    pub fn new(circle: Circle) -> Self {
        Self::in_format(FORMAT, circle)
    }

    /// Creates a meeting without facts, whose facts will have a format, from 1 to [`FORMAT`].
    pub fn in_format(format: i64, circle: Circle) -> Self {
        let (facts, standing, state) = (Vec::new(), Vec::new(), State::default());
        let mut meeting = Self { circle, format, facts, standing, state };
        // Without facts the walk stops at its first step and cannot fail.
        meeting.state = meeting.walk().unwrap_or_default();
        meeting
    }

    /// Creates a meeting from the facts of a journal.
    ///
    /// An error comes with the index of the fact that was refused.
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
            Err((standing_index, err)) => {
                let index = meeting.standing[standing_index];
                meeting.standing.truncate(standing_index);
                let before = meeting.walk().unwrap_or_default();
                return Err((index, err.hint_if_none(before.stands_at())));
            }
        }
        Ok(meeting)
    }

    /// Records a fact that fits the current step; refuses any other and changes nothing.
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

    /// Removes the last fact, because it could not be written to the journal.
    pub fn retract(&mut self) {
        self.facts.pop();
        self.standing = standing(&self.facts);
        self.state = self.walk().unwrap_or_default();
    }

    /// Returns the format of its facts.
    pub fn format(&self) -> i64 {
        self.format
    }

    /// Returns the circle as it was when the meeting was opened.
    pub fn circle(&self) -> &Circle {
        &self.circle
    }

    /// Returns every fact, including those taken back.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// Returns the facts in force, in order.
    pub fn standing(&self) -> impl DoubleEndedIterator<Item = &Fact> + ExactSizeIterator {
        self.standing.iter().map(|it| &self.facts[*it])
    }

    /// Returns a fact by its index among the facts in force.
    pub fn fact(&self, index: usize) -> Option<&Fact> {
        self.standing.get(index).map(|it| &self.facts[*it])
    }

    /// Returns the state that follows from the facts.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Returns the step the meeting waits for; `None` once its records are written.
    pub fn step(&self) -> Option<&Step> {
        self.state.step.as_ref()
    }

    /// Returns whether the meeting was closed, whether or not its records are written.
    pub(crate) fn is_closed(&self) -> bool {
        matches!(self.state.step, None | Some(Step::File))
    }

    /// Appends a fact. If it takes another one back, returns the index of that one.
    fn admit(&mut self, fact: Fact) -> Result<Option<usize>> {
        if self.facts.last().is_some_and(|last| fact.at < last.at) {
            return Err(Error::new(say!("error-earlier", fact = fact.what.word())));
        }
        let mut popped = None;
        if fact.what == (What::TakenBack {}) {
            let last = self.standing().next_back().map(|it| &it.what);
            match last {
                None => return Err(Error::new(say!("error-nothing-back"))),
                Some(What::Closed {} | What::Filed(_)) => {
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

    /// Undoes [`Self::admit`], which returned `popped`.
    fn dismiss(&mut self, popped: Option<usize>) {
        self.facts.pop();
        match popped {
            Some(index) => self.standing.push(index),
            None => drop(self.standing.pop()),
        }
    }

    /// Runs the procedure over the facts in force. An error comes with the index among them.
    fn walk(&self) -> std::result::Result<State, (usize, Error)> {
        let mut walk = Walk::new(self.format, &self.circle, &self.facts, &self.standing);
        let step = match walk.meeting() {
            Ok(()) => None,
            Err(Stop::Waiting(step)) => Some(*step),
            Err(Stop::OutOfTurn(err)) => return Err((walk.taken.saturating_sub(1), *err)),
            Err(Stop::ItemEnded | Stop::Closed) => unreachable!("both are caught within the walk"),
        };
        Ok(State { step, ..walk.state })
    }
}

/// Returns the indices of the facts in force: all but those taken back and the `taken-back` facts.
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
