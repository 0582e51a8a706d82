//! `?`: what a step is for, what to say aloud, when it is complete, what can be typed.

use crate::dialogue::Talk;
use crate::dialogue::ask::Block;
use crate::lang::{Phrase, say};
use crate::meeting::{On, Phase, Step};

impl Talk<'_> {
    /// Explains a step in a few lines.
    pub(crate) fn explain(&self, step: &Step) -> Vec<Block> {
        let mut blocks: Vec<Block> =
            self.say(&self.help(step)).lines().map(|it| Block::Text(it.to_owned())).collect();
        let typed = say!("help-typed", typed = self.typed(step));
        blocks.push(Block::Text(self.say(&typed)));
        blocks.push(Block::Hint(self.say(&say!("help-everywhere"))));
        blocks
    }

    /// Says what a step is for; in a selection, what objections to somebody need.
    fn help(&self, step: &Step) -> Phrase {
        match step {
            Step::Objections if self.selects() => say!("help-objections-nominee"),
            _ => help(step),
        }
    }

    fn selects(&self) -> bool {
        self.state().on_table().is_some_and(|it| it.selection().is_some())
    }

    /// Lists what can be typed at a step.
    pub(crate) fn typed(&self, step: &Step) -> Phrase {
        match step {
            Step::Open => say!("typed-open"),
            Step::MeetingRole(_) => say!("typed-chair"),
            Step::Turn(round) => match round.stage {
                Phase::Nominate => say!("typed-nominate"),
                Phase::Change => say!("typed-change"),
                _ => say!("typed-turn"),
            },
            Step::Answer { .. } => say!("typed-answer"),
            Step::Duration => say!("typed-duration"),
            Step::Announcements { .. } => say!("typed-announcements"),
            Step::NextMeeting => say!("typed-next-meeting"),
            Step::Agenda => say!("typed-agenda"),
            Step::Call { .. } => say!("typed-call"),
            Step::Choose => say!("typed-choose"),
            Step::Draft => say!("typed-draft"),
            Step::Revise => say!("typed-revise"),
            Step::Purpose => say!("typed-purpose"),
            Step::RoleTerm => say!("typed-role-term"),
            Step::Role => say!("typed-role"),
            Step::Qualifications => say!("typed-qualifications"),
            Step::Write => say!("typed-write"),
            Step::PutForward => say!("typed-put-forward"),
            Step::Consent(_) => say!("typed-consent"),
            Step::Objections if self.selects() => say!("typed-objections-nominee"),
            Step::Objections => say!("typed-objections"),
            Step::Announce { .. } => say!("typed-announce"),
            Step::Notes => say!("typed-notes"),
            Step::Leftover(_) => say!("typed-leftover"),
            Step::ReadBack => say!("typed-read-back"),
            Step::Close | Step::File => say!("typed-close"),
        }
    }
}

fn help(step: &Step) -> Phrase {
    match step {
        Step::Open => say!("help-open"),
        Step::MeetingRole(_) => say!("help-chair"),
        Step::Turn(round) => match round.stage {
            Phase::CheckIn => say!("help-check-in"),
            Phase::Clarify => say!("help-clarify"),
            Phase::React => say!("help-react"),
            Phase::Nominate => say!("help-nominate"),
            Phase::Change => say!("help-change"),
            Phase::CheckOut => say!("help-check-out"),
            _ => say!("help-explore"),
        },
        Step::Answer { .. } => say!("help-answer"),
        Step::Duration => say!("help-duration"),
        Step::Announcements { .. } => say!("help-announcements"),
        Step::NextMeeting => say!("help-next-meeting"),
        Step::Agenda => say!("help-agenda"),
        Step::Call { on: On::Minutes, .. } => say!("help-minutes"),
        Step::Call { on: On::Drop, .. } => say!("help-drop"),
        Step::Call { .. } => say!("help-call"),
        Step::Choose => say!("help-choose"),
        Step::Draft => say!("help-draft"),
        Step::Revise => say!("help-revise"),
        Step::Purpose => say!("help-purpose"),
        Step::RoleTerm => say!("help-role-term"),
        Step::Role => say!("help-role"),
        Step::Qualifications => say!("help-qualifications"),
        Step::Write => say!("help-write"),
        Step::PutForward => say!("help-put-forward"),
        Step::Consent(_) => say!("help-consent"),
        Step::Objections => say!("help-objections"),
        Step::Announce { .. } => say!("help-announce"),
        Step::Notes => say!("help-notes"),
        Step::Leftover(_) => say!("help-leftover"),
        Step::ReadBack => say!("help-read-back"),
        Step::Close | Step::File => say!("help-close"),
    }
}

/// Returns whether a step comes again and again in a meeting, and is soon known.
pub(crate) fn recurs(step: &Step) -> bool {
    matches!(step, Step::Choose | Step::Notes | Step::Call { .. } | Step::Leftover(_))
}

/// Returns a word that tells one kind of step from another.
pub(crate) fn key(step: &Step) -> &'static str {
    help(step).key
}
