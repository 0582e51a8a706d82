//! Says when too few members are here to decide, and when nobody facilitates.

use crate::dialogue::Talk;
use crate::dialogue::ask::Block;
use crate::lang::say;
use crate::meeting::{MeetingRole, What};

impl Talk<'_> {
    /// Returns how many members are here and how many a decision needs, if that is more.
    pub(super) fn below_quorum(&self) -> Option<(usize, usize)> {
        let (here, needed) = self.state().quorum(self.meeting.circle(), self.now.date_naive());
        Some((here, needed)).filter(|(here, needed)| here < needed)
    }

    fn needed(&self) -> usize {
        self.state().quorum(self.meeting.circle(), self.now.date_naive()).1
    }

    /// Says what a coming or going changes for the quorum and for who facilitates, from the state
    /// before its fact is recorded.
    pub(super) fn attendance_changes(&self, what: &What) -> Vec<Block> {
        let is_member = |it: &&String| self.meeting.circle().seat(it).is_some();
        let members = |names: &[String]| names.iter().filter(is_member).count();
        let before = self.state().present.iter().filter(|it| **it).count();
        let (here, needed) = match what {
            What::Opened(it) => (members(&it.present), self.needed()),
            What::Arrived(_) => (before + members(&what.people()), self.needed()),
            What::Left(_) => (before - members(&what.people()), self.needed()),
            _ => return Vec::new(),
        };
        let people = what.people();
        let members = self.meeting.circle().members.len();
        let quorum = match what {
            _ if here == before => None,
            _ if here < needed => {
                Some(say!("below-quorum", here = here, members = members, needed = needed))
            }
            What::Arrived(_) if before < needed => {
                Some(say!("quorum-again", here = here, members = members))
            }
            _ => None,
        };
        let role = MeetingRole::Facilitator;
        let facilitates = match what {
            What::Left(_) if people.iter().any(|it| self.state().facilitator() == Some(it)) => {
                Some(say!("nobody-facilitates"))
            }
            What::Arrived(_) => {
                let mut away = self.state().away.iter();
                let resumes = away.find(|(it, name)| *it == role && people.contains(name));
                resumes.map(|(_, who)| say!("now-facilitates", who = who))
            }
            _ => None,
        };
        quorum.iter().chain(&facilitates).map(|it| self.hint(it)).collect()
    }
}
