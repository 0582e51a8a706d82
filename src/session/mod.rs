//! A meeting in session: asks, hears, records, keeps, one answer at a time.
//!
//! Live answers, scripts and the members of a rehearsal all enter here, by the same door.

pub(crate) mod script;

pub(crate) use script::Script;

use crate::dialogue::{Answers, Input, Response, ScreenState, Talk};
use crate::error::Result;
use crate::lang::Words;
use crate::meeting::{Fact, Meeting, Step};
use crate::records::Background;
use crate::store::clock::Clock;

/// A meeting and what surrounds it while it runs.
pub(crate) struct Session<'a> {
    /// The meeting so far.
    pub meeting: Meeting,
    /// What lies outside of it.
    pub background: &'a Background,
    /// The reader's language.
    pub words: &'a Words,
    /// Where the time of a fact comes from.
    pub clock: Clock,
    /// What the screen shows already.
    pub seen: ScreenState,
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// The meeting is closed; its records are to be written.
    Closed,
    /// It goes on later.
    Paused,
}

impl<'a> Session<'a> {
    /// Begins a session of a meeting.
    pub(crate) fn new(
        meeting: Meeting,
        background: &'a Background,
        words: &'a Words,
        clock: Clock,
    ) -> Self {
        Self { meeting, background, words, clock, seen: ScreenState::default() }
    }

    /// Runs the meeting until it is closed or paused. `keep` has the last fact on the disk
    /// before it returns; where it cannot, the fact is not recorded and the question stands.
    ///
    /// # Errors
    ///
    /// Nothing can be asked or shown, or a script slipped.
    pub(crate) fn run(
        &mut self,
        answers: &mut dyn Answers,
        keep: &mut dyn FnMut(&Meeting) -> Result<()>,
    ) -> Result<End> {
        while !matches!(self.meeting.step(), None | Some(Step::File)) {
            let mut seen = std::mem::take(&mut self.seen);
            let ask = self.talk().ask(&mut seen);
            self.seen = seen;
            answers.see(&self.meeting);
            let Some(mut said) = answers.answer(&ask)? else { return Ok(End::Paused) };
            let mut heard = self.talk().hear(&said);
            if let Ok(Response::Edit(current)) = &heard {
                let Some(text) = answers.edit(&ask, current)? else { continue };
                said = Input { line: said.line, text: Some(text) };
                heard = self.talk().hear(&said);
            }
            match heard {
                Ok(Response::Pause) => return Ok(End::Paused),
                Ok(Response::At(moment)) => self.clock = Clock::Set(moment),
                Ok(Response::Show(blocks)) => answers.show(&blocks)?,
                Ok(Response::Edit(_)) => {}
                Ok(Response::Fact(what)) => {
                    let at = self.talk().now;
                    let echo = self.talk().echo(&what);
                    match self.record(Fact { what, at }, keep) {
                        Ok(()) => answers.show(&echo)?,
                        Err(err) => answers.refuse(err)?,
                    }
                }
                Err(err) => answers.refuse(err)?,
            }
        }
        Ok(End::Closed)
    }

    /// Records a fact and keeps it, or neither.
    ///
    /// # Errors
    ///
    /// It is out of turn, or cannot be kept.
    pub(crate) fn record(
        &mut self,
        fact: Fact,
        keep: &mut dyn FnMut(&Meeting) -> Result<()>,
    ) -> Result<()> {
        if let Err(err) = self.meeting.record(fact) {
            return Err(self.talk().placed(err));
        }
        keep(&self.meeting).inspect_err(|_| self.meeting.retract())
    }

    /// Returns the meeting as it is talked about now.
    pub(crate) fn talk(&self) -> Talk<'_> {
        let last = self.meeting.facts().last().map(|it| it.at);
        Talk {
            meeting: &self.meeting,
            background: self.background,
            words: self.words,
            now: self.clock.now(last),
        }
    }
}
