//! The members of a rehearsal: they answer by themselves, by the same door as typed answers.
//!
//! What somebody says depends on nothing but the meeting. An objection yields only to what it
//! needs, so that one learns to integrate.

mod consent;
mod selection;

use std::io::Write;

use crate::dialogue::{Answers, Ask, Block, Input};
use crate::error::{Error, Result};
use crate::lang::{Phrase, Words, say};
use crate::meeting::{ItemKind, Meeting, Phase, Round, Step, What};
use crate::terminal::{Page, output};

/// A meeting in which one person facilitates and the others answer by themselves.
pub(crate) struct Rehearsal<'a, W> {
    facilitator: &'a mut dyn Answers,
    out: W,
    page: Page,
    words: &'a Words,
    me: String,
    /// What the one asked next says, unless that is the facilitator.
    line: Option<String>,
    /// What the facilitator might try here.
    tip: Option<Phrase>,
    /// Whether the last line of a member was not taken: then the facilitator is asked.
    refused: bool,
}

impl<'a, W: Write> Rehearsal<'a, W> {
    /// Seats the circle around a facilitator called `me`.
    pub(crate) fn new(
        facilitator: &'a mut dyn Answers,
        out: W,
        page: Page,
        words: &'a Words,
        me: String,
    ) -> Self {
        Self { facilitator, out, page, words, me, line: None, tip: None, refused: false }
    }
}

impl<W: Write> Answers for Rehearsal<'_, W> {
    fn see(&mut self, meeting: &Meeting) {
        self.line = None;
        self.tip = tip(meeting);
        if !std::mem::take(&mut self.refused) {
            self.line = line(meeting, &self.me).map(|it| it.said(self.words));
        }
        self.facilitator.see(meeting);
    }

    fn answer(&mut self, ask: &Ask) -> Result<Option<Input>> {
        let Some(line) = self.line.take() else {
            let mut ask = ask.clone();
            // Where nothing is shown the step was asked before, and the tip given.
            let tip = self.tip.take().filter(|_| !ask.shown.is_empty());
            ask.shown.extend(tip.map(|it| Block::Hint(self.words.say(&it))));
            return self.facilitator.answer(&ask);
        };
        self.facilitator.show(&ask.shown)?;
        let said = Input { line, text: None };
        let prompt = self.page.prompt(ask, self.words);
        output::write(&mut self.out, &self.page.typed(&prompt, &said))?;
        Ok(Some(said))
    }

    fn edit(&mut self, ask: &Ask, current: &str) -> Result<Option<String>> {
        self.facilitator.edit(ask, current)
    }

    fn refuse(&mut self, err: Error) -> Result<()> {
        self.refused = true;
        self.facilitator.refuse(err)
    }

    fn show(&mut self, blocks: &[Block]) -> Result<()> {
        self.facilitator.show(blocks)
    }
}

/// Returns what to try, at the two steps where somebody new to it faces an empty page.
fn tip(meeting: &Meeting) -> Option<Phrase> {
    let state = meeting.state();
    match meeting.step()? {
        Step::Agenda if state.agenda.is_empty() => Some(say!("rehearsal-try")),
        Step::Draft if nth(meeting, ItemKind::Decide) == 1 => Some(say!("rehearsal-text")),
        _ => None,
    }
}

/// What a member says.
#[derive(Debug, PartialEq)]
enum ActorLine {
    /// Enter.
    Nothing,
    /// Speech.
    Says(Phrase),
    /// An objection and its reason.
    Objects(Phrase),
    /// A concern.
    Notes(Phrase),
    /// Somebody for a role, and why.
    Names { nominee: String, reason: Phrase },
    /// Takes back one fact more. Said again, the line of the one who is asked would leave the
    /// facilitator's own last line out of reach.
    TakesBack,
}

impl ActorLine {
    /// Returns the line as it is typed.
    fn said(&self, words: &Words) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Says(phrase) => words.say(phrase),
            Self::Objects(phrase) => format!("o {}", words.say(phrase)),
            Self::Notes(phrase) => format!("c {}", words.say(phrase)),
            Self::Names { nominee, reason } => format!("{nominee}: {}", words.say(reason)),
            Self::TakesBack => "/undo".to_owned(),
        }
    }
}

/// Returns what the one asked next says; nothing where it is for the facilitator to answer.
fn line(meeting: &Meeting, me: &str) -> Option<ActorLine> {
    let line = answer(meeting, me)?;
    let taken_back = meeting.facts().last().is_some_and(|it| it.what == (What::TakenBack {}));
    Some(if taken_back { ActorLine::TakesBack } else { line })
}

/// Returns what the one asked next answers.
fn answer(meeting: &Meeting, me: &str) -> Option<ActorLine> {
    let step = meeting.step()?;
    match step {
        Step::Turn(round) => turn(meeting, round, me),
        Step::Answer { by, .. } => {
            (by.as_deref()? != me).then(|| ActorLine::Says(say!("cast-answer")))
        }
        Step::Consent(round) => {
            let who = round.waiting.first().filter(|it| *it != me)?;
            Some(consent::consent(meeting, round, who, me))
        }
        _ => None,
    }
}

/// A turn in a round of speech: most say little, and one a little more.
fn turn(meeting: &Meeting, round: &Round, me: &str) -> Option<ActorLine> {
    let who = round.waiting.first().filter(|it| *it != me)?;
    match round.stage {
        Phase::Nominate => return selection::names(meeting, who, me),
        Phase::Change => return selection::changes(meeting, who, me),
        _ => {}
    }
    let others: Vec<&String> = round.order.iter().filter(|it| *it != me).collect();
    let place = others.iter().position(|it| *it == who)?;
    let phrase = match (round.stage, place) {
        (Phase::CheckIn, 0) => say!("cast-check-in-1"),
        (Phase::CheckIn, 2) => say!("cast-check-in-2"),
        (Phase::Clarify, 1) if nth(meeting, ItemKind::Decide) % 2 == 1 => say!("cast-question"),
        (Phase::React, 0) => say!("cast-reaction-1"),
        (Phase::React, 2) => say!("cast-reaction-2"),
        (Phase::Explore, 0) => say!("cast-explore-1"),
        (Phase::Explore, 1) => say!("cast-explore-2"),
        (Phase::CheckOut, 1) if was_objected(meeting) => say!("cast-check-out"),
        _ => return Some(ActorLine::Nothing),
    };
    Some(ActorLine::Says(phrase))
}

/// Returns whether anyone has objected to anything put to the circle.
fn was_objected(meeting: &Meeting) -> bool {
    meeting.state().items.iter().any(|it| !it.objections.is_empty())
}

/// Returns how many items of this kind were begun by now.
fn nth(meeting: &Meeting, kind: ItemKind) -> usize {
    meeting.state().items.iter().filter(|it| it.entry.kind == kind).count()
}

#[cfg(test)]
mod tests;
