//! Names the current step of a meeting, for hints and for resuming a paused meeting.

use crate::lang::{Phrase, say};
use crate::meeting::state::{State, Step};
use crate::meeting::{MeetingRole, On, Phase};

impl State {
    /// Returns the sentence that names the current step, as a hint.
    pub fn stands_at(&self) -> Phrase {
        say!("stands-at", step = self.place())
    }

    /// Names the current step.
    pub fn place(&self) -> Phrase {
        self.place_of(self.step.as_ref())
    }

    /// Names a step; one that belongs to an item, as a step of the current item.
    pub fn place_of(&self, step: Option<&Step>) -> Phrase {
        let item = self.on_table();
        let title = item.map_or("", |it| &it.entry.title);
        let version = item.and_then(|it| it.version()).map_or(0, |it| it.number);
        match step {
            None | Some(Step::File) => say!("at-end"),
            Some(Step::Open) => say!("at-open"),
            Some(Step::MeetingRole(MeetingRole::Facilitator)) => say!("at-facilitator"),
            Some(Step::MeetingRole(MeetingRole::Secretary)) => say!("at-secretary"),
            Some(Step::Turn(round)) => match round.stage {
                Phase::CheckIn => say!("at-check-in"),
                Phase::Clarify => say!("at-clarify", title = title),
                Phase::React => say!("at-react", title = title),
                Phase::Nominate => say!("at-nominate", title = title),
                Phase::Change => say!("at-change", title = title),
                Phase::CheckOut => say!("at-check-out"),
                _ => say!("at-explore", title = title),
            },
            Some(Step::Answer { asker, .. }) => say!("at-answer", title = title, who = asker),
            Some(Step::Duration) => say!("at-duration"),
            Some(Step::Announcements { .. }) => say!("at-announcements"),
            Some(Step::NextMeeting) => say!("at-next-meeting"),
            Some(Step::Agenda) => say!("at-agenda"),
            Some(Step::Call { on: On::Agenda, .. }) => say!("at-call-agenda"),
            Some(Step::Call { on: On::Minutes, .. }) => say!("at-call-minutes"),
            Some(Step::Call { on: On::Drop, title }) => {
                say!("at-call-drop", title = title.as_deref().unwrap_or_default())
            }
            Some(Step::Call { on: On::Qualifications, .. }) => {
                say!("at-call-qualifications", title = title)
            }
            Some(Step::Call { title, .. }) => {
                say!("at-call-item", title = title.as_deref().unwrap_or_default())
            }
            Some(Step::Choose) => say!("at-choose"),
            Some(Step::Draft) => say!("at-draft", title = title),
            Some(Step::Revise) => say!("at-revise", title = title),
            Some(Step::Purpose) => say!("at-purpose", title = title),
            Some(Step::RoleTerm) => say!("at-role-term", title = title),
            Some(Step::Role) => say!("at-role", title = title),
            Some(Step::Qualifications) => say!("at-qualifications", title = title),
            Some(Step::Write) => say!("at-write", title = title),
            Some(Step::PutForward) => say!("at-put-forward", title = title),
            Some(Step::Consent(_)) => say!("at-consent", title = title, version = version),
            Some(Step::Objections) => say!("at-objections", title = title, version = version),
            Some(Step::Announce { .. }) => say!("at-announce", title = title, version = version),
            Some(Step::Accept { who }) => say!("at-accept", who = who),
            Some(Step::Notes) => say!("at-notes", title = title),
            Some(Step::Leftover(entry)) => say!("at-leftover", title = &entry.title),
            Some(Step::ReadBack) => say!("at-read-back"),
            Some(Step::Close) => say!("at-close"),
        }
    }
}
