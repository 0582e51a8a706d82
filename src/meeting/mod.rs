//! The procedure of a meeting: facts go in, the next step comes out.
//!
//! A meeting is determined by its facts. The walk runs the procedure from the beginning and takes
//! one fact after another. The step for which there is no fact left is the one the meeting waits
//! for; a fact that does not fit its step is refused.
//! Nothing here uses a clock, files, the terminal or a language.

mod fact;
mod format;
mod voices;
mod details;
mod dated;
mod action;
mod approval;
mod attendance;
mod people;
mod id;
pub(crate) mod validity;
mod word;
pub(crate) mod day;
mod item;
mod seats;
mod state;
mod walk;
mod progress;
mod opening;
mod admin;
mod agenda;
mod proposal;
mod selection;
mod election;
mod consent;
mod written;
mod effects;
mod round;
mod closing;
mod place;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use action::{About, ActionRef, Reassigned, Rescheduled};
pub(crate) use approval::Approved;
pub(crate) use attendance::Movement;
pub(crate) use dated::{Dated, Sought};
pub use day::Moment;
pub(crate) use day::{DAY, plain_day};
pub use details::Filed;
pub(crate) use details::{
    Adopted, AgendaItem, Amended, Elected, Moved, Nomination, Opened, Presented, PutForward,
    Scheduled, Struck, Termed,
};
pub(crate) use effects::refuse_ending;
pub use fact::{Fact, What};
pub use format::FORMAT;
pub(crate) use format::not_in_format;
pub use id::MeetingId;
#[cfg(test)]
pub(crate) use item::Nominee;
pub(crate) use item::{
    Aside, Concern, Draft, GivenRole, Item, Objection, Outcome, Resolution, RoleSaid, Selection,
    Subject, Version, Wording,
};
pub(crate) use people::{all, first_and_further};
pub(crate) use state::{Attendance, Round, State, Step, Unbegun, is_pause};
pub use validity::{DatedValidity, Validity};
pub(crate) use voices::{Awaited, Concerned, StoodAside};
pub(crate) use walk::interjects;
pub(crate) use word::{ConsentMode, ItemKind, MeetingRole, On, Phase, Via};

use std::borrow::Cow;
use std::sync::Arc;

use crate::circle::Circle;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::progress::{Live, Progress};

/// Where the facts come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Setting {
    /// A meeting of those who are there.
    #[default]
    Together,
    /// One decision, which those who are not there answer in writing.
    InWriting,
}

/// A meeting: the circle as it was when the meeting was opened, and the facts recorded since.
#[derive(Clone, Debug)]
pub struct Meeting {
    circle: Arc<Circle>,
    format: i64,
    setting: Setting,
    facts: Vec<Fact>,
    /// The facts in force, as indices into `facts`: all that were not taken back.
    standing: Vec<usize>,
    state: State,
    /// The walk that led to the state, which takes the next fact.
    live: Live,
}

impl Meeting {
    /// Creates a meeting without facts.
    pub fn new(circle: Circle) -> Self {
        Self::in_format(FORMAT, circle)
    }

    /// Creates a meeting without facts, whose facts will have a format, from 1 to [`FORMAT`].
    pub fn in_format(format: i64, circle: Circle) -> Self {
        Self::in_setting(format, Setting::Together, circle)
    }

    /// Creates a decision in writing without facts.
    pub(crate) fn in_writing(circle: Circle) -> Self {
        Self::in_setting(FORMAT, Setting::InWriting, circle)
    }

    /// Returns whether it is a decision in writing.
    pub(crate) fn is_in_writing(&self) -> bool {
        self.setting == Setting::InWriting
    }

    fn in_setting(format: i64, setting: Setting, circle: Circle) -> Self {
        let (facts, standing, state) = (Vec::new(), Vec::new(), State::default());
        let (circle, live) = (Arc::new(circle), Live::default());
        let mut meeting = Self { circle, format, setting, facts, standing, state, live };
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
        Self::of_setting(format, Setting::Together, circle, facts)
    }

    /// Creates a meeting from the facts of a journal, in the setting that its head says.
    ///
    /// An error comes with the index of the fact that was refused.
    pub fn of_setting(
        format: i64,
        setting: Setting,
        circle: Circle,
        facts: Vec<Fact>,
    ) -> std::result::Result<Self, (usize, Error)> {
        let mut meeting = Self::in_setting(format, setting, circle);
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
        let last = self.facts.last();
        let went_on = match last.and_then(|it| self.live.before(&it.what, &self.state)) {
            Some(live) => self.go_on(live),
            None => self.begin(),
        };
        went_on.map_err(|err| {
            self.dismiss(popped);
            err.hint_if_none(self.state.stands_at())
        })
    }

    /// Removes the last fact, because it could not be written to the journal.
    pub fn retract(&mut self) {
        self.facts.pop();
        self.standing = standing(&self.facts);
        self.live = Live::default();
        self.state = self.walk().unwrap_or_default();
    }

    /// Returns the format of its facts.
    pub fn format(&self) -> i64 {
        self.format
    }

    fn rules(&self) -> (i64, Setting) {
        (self.format, self.setting)
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
            return Err(Error::new(say!("error-earlier-fact", fact = fact.what.word())));
        }
        fact.what.check_format(self.format)?;
        fact.what.check_people()?;
        fact.what.check_unnamed()?;
        fact.what.check_approval(self.format)?;
        self.check_setting(&fact.what)?;
        let mut popped = None;
        if fact.what == (What::TakenBack {}) {
            let last = self.standing().next_back().map(|it| &it.what);
            match last {
                None => return Err(Error::new(say!("error-nothing-to-take-back"))),
                Some(What::Closed {} | What::Filed(_)) => {
                    return Err(Error::new(say!("error-closed-not-taken-back")));
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

    /// Goes on with a walk by the last fact.
    fn go_on(&mut self, mut live: Progress<'static>) -> Result<()> {
        let Some(fact) = self.facts.last().cloned() else { return Ok(()) };
        match live.take(fact, std::mem::take(&mut self.state)) {
            Ok(state) => self.set(live, state),
            Err((_, err)) => {
                // The refused fact has left its marks on the state.
                let (_, before) = self.standing.split_last().unwrap_or((&0, &[]));
                self.state = self.walk_over(before).unwrap_or_default();
                return Err(err);
            }
        }
        Ok(())
    }

    /// Begins a walk over the facts in force that goes on with later facts.
    fn begin(&mut self) -> Result<()> {
        let facts: Vec<Fact> = self.standing().cloned().collect();
        let facts = Box::new(facts.into_iter().map(Cow::Owned));
        let walked = Progress::over(self.rules(), Arc::clone(&self.circle), facts);
        let (live, state) = walked.map_err(|(_, err)| err)?;
        self.set(live, state);
        Ok(())
    }

    fn set(&mut self, live: Progress<'static>, state: State) {
        self.live.keep(live, &state);
        self.state = state;
    }

    /// Walks over the facts in force. An error comes with the index among them.
    fn walk(&self) -> std::result::Result<State, (usize, Error)> {
        self.walk_over(&self.standing)
    }

    fn walk_over(&self, standing: &[usize]) -> std::result::Result<State, (usize, Error)> {
        let facts = standing.iter().map(|it| Cow::Borrowed(&self.facts[*it]));
        let walked = Progress::over(self.rules(), Arc::clone(&self.circle), Box::new(facts));
        walked.map(|(_, state)| state)
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
