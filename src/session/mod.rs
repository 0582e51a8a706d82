//! Runs a meeting: asks a question, reads the answer, records the fact and saves it.
//!
//! Live answers, those of other programs, scripts and the members of a rehearsal all go through the
//! same loop.

pub(crate) mod line;
mod lines;
pub(crate) mod script;

pub(crate) use lines::Lines;
pub(crate) use script::Script;

use crate::dialogue::{Answers, Input, Response, ScreenState, Talk};
use crate::error::{Error, Result};
use crate::lang::Words;
use crate::meeting::{Fact, Meeting, Step};
use crate::records::Background;
use crate::store::clock::Clock;

/// A meeting that is running, and what it depends on.
pub(crate) struct Session<'a> {
    pub meeting: Meeting,
    /// Decisions, elections, topics and actions from outside the meeting.
    pub background: &'a Background,
    pub words: &'a Words,
    /// The source of the times of facts.
    pub clock: Clock,
    pub seen: ScreenState,
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// The meeting is closed; its records can be written.
    Closed,
    Paused,
}

/// Why a fact was not recorded.
#[derive(Debug)]
pub(crate) enum Unrecorded {
    /// No step wants it.
    OutOfTurn(Error),
    /// It could not be written to disk.
    Unsaved(Error),
}

impl<'a> Session<'a> {
    pub(crate) fn new(
        meeting: Meeting,
        background: &'a Background,
        words: &'a Words,
        clock: Clock,
    ) -> Self {
        Self { meeting, background, words, clock, seen: ScreenState::default() }
    }

    /// Runs the meeting until it is closed or paused. `save` writes the last fact to disk; if it
    /// fails, the fact is not recorded and the question is asked again.
    pub(crate) fn run(
        &mut self,
        answers: &mut dyn Answers,
        save: &mut dyn FnMut(&Meeting) -> Result<()>,
    ) -> Result<End> {
        self.run_while(|step| !matches!(step, None | Some(Step::File)), answers, save)
    }

    /// Runs the meeting as [`run`](Self::run) does, as long as it waits for steps of some kind.
    pub(crate) fn run_while(
        &mut self,
        goes_on: impl Fn(Option<&Step>) -> bool,
        answers: &mut dyn Answers,
        save: &mut dyn FnMut(&Meeting) -> Result<()>,
    ) -> Result<End> {
        while goes_on(self.meeting.step()) {
            let mut seen = std::mem::take(&mut self.seen);
            let ask = self.talk().ask(&mut seen);
            self.seen = seen;
            answers.see(&self.meeting);
            let Some(mut said) = answers.answer(&ask)? else { return Ok(End::Paused) };
            let mut heard = self.talk().hear(&said);
            while let Ok(Response::AskBack(back)) = &heard {
                let Some(answer) = answers.answer(&back.ask)? else { return Ok(End::Paused) };
                if let Some(line) = back.line(&answer) {
                    answers.stands_for(&line);
                    said = line;
                    // A line that is empty only drops the question.
                    if said != Input::default() {
                        heard = self.talk().hear_meant(&said);
                    }
                    break;
                }
                said = answer;
                // Enter alone only drops a question that does not say what it means.
                if said == Input::default() {
                    break;
                }
                heard = self.talk().hear(&said);
            }
            let edited = match &heard {
                Ok(Response::Edit(current)) => {
                    answers.show(&self.talk().above_edit())?;
                    answers.edit(&ask, current)?.map(|text| (said.line, text))
                }
                Ok(Response::OpenEditor(current)) => {
                    let text = answers.open_editor(&ask, current)?;
                    text.map(|text| ("text".to_owned(), text))
                }
                _ => None,
            };
            if let Some((line, text)) = edited {
                heard = self.talk().hear(&Input { line, text: Some(text) });
            }
            match heard {
                Ok(Response::Pause) => return Ok(End::Paused),
                Ok(Response::At(moment)) => self.clock = Clock::Set(moment),
                Ok(Response::Show(blocks)) => answers.show(&blocks)?,
                Ok(Response::Edit(_) | Response::OpenEditor(_) | Response::AskBack(_)) => {}
                Ok(Response::Fact(what)) => {
                    let at = self.talk().now;
                    let echo = self.talk().echo(&what);
                    match self.record(Fact { what, at }, save) {
                        Ok(()) => answers.show(&echo)?,
                        Err(Unrecorded::OutOfTurn(err)) => answers.refuse(err)?,
                        Err(Unrecorded::Unsaved(err)) => answers.unsaved(err)?,
                    }
                }
                Err(err) => answers.refuse(err)?,
            }
        }
        Ok(End::Closed)
    }

    /// Records a fact and saves it; if either fails, the meeting is unchanged.
    pub(crate) fn record(
        &mut self,
        fact: Fact,
        save: &mut dyn FnMut(&Meeting) -> Result<()>,
    ) -> Result<(), Unrecorded> {
        let recorded = self.meeting.record(fact);
        recorded.map_err(|err| Unrecorded::OutOfTurn(self.talk().placed(err)))?;
        save(&self.meeting).map_err(|err| {
            self.meeting.retract();
            Unrecorded::Unsaved(err)
        })
    }

    /// Returns what the next prompt depends on.
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
