//! The simulated members of a rehearsal. Their answers are typed lines like all others.
//!
//! Answers depend only on the meeting. Each objection is withdrawn only after one kind of change,
//! so that the facilitator learns to integrate objections.

mod consent;
mod selection;

use std::io::Write;

use crate::dialogue::{Answers, Ask, Block, Input};
use crate::error::{Error, Result};
use crate::lang::{Phrase, Words, say};
use crate::meeting::{ItemKind, Meeting, Phase, Round, Step, What};
use crate::terminal::{Page, output};

/// A source of answers in which one person facilitates and the other members are simulated.
pub(crate) struct Rehearsal<'a, W> {
    facilitator: &'a mut dyn Answers,
    out: W,
    page: Page,
    words: &'a Words,
    me: String,
    /// The next answer, unless the facilitator is asked.
    line: Option<String>,
    /// A suggestion for the facilitator at this step.
    tip: Option<Phrase>,
    /// Whether the last line of a simulated member was refused: then the facilitator answers.
    refused: bool,
}

impl<'a, W: Write> Rehearsal<'a, W> {
    /// Simulates all members but the facilitator, whose name is `me`.
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
            self.line = line(meeting, &self.me).map(|it| it.typed(self.words));
        }
        self.facilitator.see(meeting);
    }

    fn answer(&mut self, ask: &Ask) -> Result<Option<Input>> {
        let Some(line) = self.line.take() else {
            let mut ask = ask.clone();
            // Where nothing is shown, the step was asked before with its tip.
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

/// Returns what a beginner can try at an empty agenda and an empty draft.
fn tip(meeting: &Meeting) -> Option<Phrase> {
    let state = meeting.state();
    match meeting.step()? {
        Step::Agenda if state.agenda.is_empty() => Some(say!("rehearsal-try")),
        Step::Draft if nth(meeting, ItemKind::Decide) == 1 => Some(say!("rehearsal-text")),
        _ => None,
    }
}

/// The answer of a simulated member.
#[derive(Debug, PartialEq)]
enum ActorLine {
    Enter,
    Speech(Phrase),
    Objection(Phrase),
    Concern(Phrase),
    Nomination {
        nominee: String,
        reason: Phrase,
    },
    /// Follows an `/undo` of the facilitator: repeating the answer that was taken back would keep
    /// `/undo` from ever reaching the facilitator's own last line.
    Undo,
}

impl ActorLine {
    /// Returns the line to type.
    fn typed(&self, words: &Words) -> String {
        match self {
            Self::Enter => String::new(),
            Self::Speech(phrase) => words.say(phrase),
            Self::Objection(phrase) => format!("o {}", words.say(phrase)),
            Self::Concern(phrase) => format!("c {}", words.say(phrase)),
            Self::Nomination { nominee, reason } => format!("{nominee}: {}", words.say(reason)),
            Self::Undo => "/undo".to_owned(),
        }
    }
}

/// Returns the next line of a simulated member; `None` if the facilitator is asked.
fn line(meeting: &Meeting, me: &str) -> Option<ActorLine> {
    let answer = match meeting.step()? {
        Step::Turn(round) => turn(meeting, round, me)?,
        Step::Answer { by, .. } if by.as_deref()? != me => ActorLine::Speech(say!("cast-answer")),
        Step::Consent(round) => {
            let who = round.waiting.first().filter(|it| *it != me)?;
            consent::consent(meeting, round, who, me)
        }
        _ => return None,
    };
    let undone = meeting.facts().last().is_some_and(|it| it.what == (What::TakenBack {}));
    Some(if undone { ActorLine::Undo } else { answer })
}

/// Returns the answer in a round of speech. Only some members have something to say.
fn turn(meeting: &Meeting, round: &Round, me: &str) -> Option<ActorLine> {
    let who = round.waiting.first().filter(|it| *it != me)?;
    match round.stage {
        Phase::Nominate => return selection::names(meeting, who, me),
        Phase::Change => return selection::changes(meeting, who, me),
        _ => {}
    }
    let index = round.order.iter().filter(|it| *it != me).position(|it| it == who)?;
    let phrase = match (round.stage, index) {
        (Phase::CheckIn, 0) => say!("cast-check-in-1"),
        (Phase::CheckIn, 2) => say!("cast-check-in-2"),
        (Phase::Clarify, 1) if nth(meeting, ItemKind::Decide) % 2 == 1 => say!("cast-question"),
        (Phase::React, 0) => say!("cast-reaction-1"),
        (Phase::React, 2) => say!("cast-reaction-2"),
        (Phase::Explore, 0) => say!("cast-explore-1"),
        (Phase::Explore, 1) => say!("cast-explore-2"),
        (Phase::CheckOut, 1) if was_objected(meeting) => say!("cast-check-out"),
        _ => return Some(ActorLine::Enter),
    };
    Some(ActorLine::Speech(phrase))
}

/// Returns whether there was an objection to any proposal or nominee.
fn was_objected(meeting: &Meeting) -> bool {
    meeting.state().items.iter().any(|it| !it.objections.is_empty())
}

/// Returns how many items of this kind have begun.
fn nth(meeting: &Meeting, kind: ItemKind) -> usize {
    meeting.state().items.iter().filter(|it| it.entry.kind == kind).count()
}

#[cfg(test)]
mod tests;
