//! `?`: what a step is for, what to say aloud, when it is complete, what can be typed.

use crate::meeting::{On, Stage, Step};
use crate::talk::Talk;
use crate::talk::ask::Block;
use crate::words::{Phrase, say};

impl Talk<'_> {
    /// Explains a step in a few lines.
    pub(super) fn explain(&self, step: &Step) -> Vec<Block> {
        let mut blocks: Vec<Block> =
            self.say(&help(step)).lines().map(|it| Block::Text(it.to_owned())).collect();
        let typed = say!("help-typed", typed = typed(step));
        blocks.push(Block::Text(self.say(&typed)));
        blocks.push(Block::Hint(self.say(&say!("help-everywhere"))));
        blocks
    }
}

fn help(step: &Step) -> Phrase {
    match step {
        Step::Open => say!("help-open"),
        Step::Chair(_) => say!("help-chair"),
        Step::Turn(round) => match round.stage {
            Stage::CheckIn => say!("help-check-in"),
            Stage::Clarify => say!("help-clarify"),
            Stage::React => say!("help-react"),
            Stage::CheckOut => say!("help-check-out"),
            _ => say!("help-explore"),
        },
        Step::Answer { .. } => say!("help-answer"),
        Step::Agenda => say!("help-agenda"),
        Step::Call { on: On::Drop, .. } => say!("help-drop"),
        Step::Call { .. } => say!("help-call"),
        Step::Choose => say!("help-choose"),
        Step::Draft => say!("help-draft"),
        Step::Revise => say!("help-revise"),
        Step::Consent(_) => say!("help-consent"),
        Step::Objections => say!("help-objections"),
        Step::Announce { .. } => say!("help-announce"),
        Step::Notes => say!("help-notes"),
        Step::Leftover(_) => say!("help-leftover"),
        Step::Close | Step::File => say!("help-close"),
    }
}

/// Lists what can be typed at a step.
pub(super) fn typed(step: &Step) -> Phrase {
    match step {
        Step::Open => say!("typed-open"),
        Step::Chair(_) => say!("typed-chair"),
        Step::Turn(_) => say!("typed-turn"),
        Step::Answer { .. } => say!("typed-answer"),
        Step::Agenda => say!("typed-agenda"),
        Step::Call { .. } => say!("typed-call"),
        Step::Choose => say!("typed-choose"),
        Step::Draft => say!("typed-draft"),
        Step::Revise => say!("typed-revise"),
        Step::Consent(_) => say!("typed-consent"),
        Step::Objections => say!("typed-objections"),
        Step::Announce { .. } => say!("typed-announce"),
        Step::Notes => say!("typed-notes"),
        Step::Leftover(_) => say!("typed-leftover"),
        Step::Close | Step::File => say!("typed-close"),
    }
}

/// Returns a word that tells one kind of step from another.
pub(super) fn key(step: &Step) -> &'static str {
    help(step).key
}
