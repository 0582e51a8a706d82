//! Who comes and goes while the meeting runs, also people without names.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::state::{Assignment, Attendance, UnnamedGuests};
use crate::meeting::walk::{Walk, Walked, ensure, no_member};
use crate::meeting::{Fact, MeetingRole, Moment, What};

/// Who arrived or left.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Movement {
    /// Who; `None` where nobody is named.
    pub who: Option<String>,
    /// Further names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
    /// Whether they are guests.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub guest: bool,
    /// How many guests without names.
    pub unnamed: Option<u32>,
}

impl Movement {
    /// Returns how many people it is about.
    pub(crate) fn count(&self) -> usize {
        let named = self.who.iter().len() + self.with.len();
        named.saturating_add(self.unnamed.unwrap_or(0) as usize)
    }

    /// Refuses a fact about nobody, and members without names.
    fn check(&self) -> Result<()> {
        match (&self.who, self.unnamed) {
            (Some(_), None) => Ok(()),
            (_, Some(1..)) if self.guest => Ok(()),
            (_, Some(_)) => Err(Error::new(say!("error-unnamed-guests"))),
            (None, None) => Err(Error::new(say!("error-missing-key", key = "who"))),
        }
    }
}

impl What {
    /// Refuses guests without names where they cannot be, see [`Movement::check`].
    pub(crate) fn check_unnamed(&self) -> Result<()> {
        match self {
            Self::Arrived(it) | Self::Left(it) => it.check(),
            Self::Opened(it) if it.unnamed == Some(0) => {
                Err(Error::new(say!("error-unnamed-guests")))
            }
            _ => Ok(()),
        }
    }
}

impl Walk<'_> {
    /// Takes who arrived.
    pub(super) fn arrived(&mut self, fact: &Fact, it: &Movement) -> Walked<()> {
        fact.what.people().iter().try_for_each(|who| self.arrive(fact, who, it.guest))?;
        self.unnamed_arrive(fact.at, it.unnamed);
        Ok(())
    }

    /// Takes who left.
    pub(super) fn left(&mut self, fact: &Fact, it: &Movement) -> Walked<()> {
        fact.what.people().iter().try_for_each(|who| self.leave(fact, who, it.guest))?;
        self.unnamed_leave(fact.at, it.unnamed.unwrap_or(0))
    }

    pub(super) fn arrive(&mut self, fact: &Fact, who: &str, guest: bool) -> Walked<()> {
        ensure(!self.is_here(who), || say!("error-already-here", who = who))?;
        match (self.seats.find(who), guest) {
            (Some(seat), false) => {
                self.state.present[seat] = true;
                self.moves.push((seat, true));
            }
            (None, true) => {
                self.state.guests.push(who.to_owned());
                self.guests.insert(who.to_owned());
            }
            _ => return Err(no_member(who)),
        }
        self.resume_roles(who);
        let who = who.to_owned();
        self.state.attendances.push(Attendance { who, guest, from: fact.at, to: None });
        Ok(())
    }

    fn leave(&mut self, fact: &Fact, who: &str, guest: bool) -> Walked<()> {
        self.here(who)?;
        match (self.seats.find(who), guest) {
            (Some(seat), false) => {
                self.state.present[seat] = false;
                self.moves.push((seat, false));
            }
            (None, true) => {
                self.state.guests.retain(|it| it != who);
                self.guests.remove(who);
            }
            _ => return Err(no_member(who)),
        }
        for role in [MeetingRole::Facilitator, MeetingRole::Secretary] {
            if self.chair(role).who() == Some(who) {
                *self.chair(role) = Assignment::Nobody;
                if self.format >= 2 {
                    self.state.away.push((role, who.to_owned()));
                }
            }
        }
        let mut attendances = self.state.attendances.iter_mut().rev();
        if let Some(stay) = attendances.find(|it| it.who == who) {
            stay.to = Some(fact.at);
        }
        Ok(())
    }

    /// Who facilitated or wrote, left and comes back does so again, where nobody took over.
    fn resume_roles(&mut self, who: &str) {
        let away = std::mem::take(&mut self.state.away);
        let (back, away) = away.into_iter().partition(|(_, it)| it == who);
        self.state.away = away;
        let back: Vec<(MeetingRole, String)> = back;
        for (role, who) in back {
            *self.chair(role) = Assignment::By(who);
        }
    }

    /// Counts guests without names who came together.
    pub(super) fn unnamed_arrive(&mut self, from: Moment, count: Option<u32>) {
        let came = count.map(|count| UnnamedGuests { count, from, to: None });
        self.state.unnamed.extend(came);
    }

    /// Counts guests without names who leave: those who came last.
    fn unnamed_leave(&mut self, at: Moment, count: u32) -> Walked<()> {
        let here = self.state.unnamed_here();
        ensure(count <= here, || say!("error-unnamed-guests-here", count = here))?;
        let (mut leaving, mut gone) = (count, Vec::new());
        for group in self.state.unnamed.iter_mut().rev().filter(|it| it.to.is_none()) {
            let left = leaving.min(group.count);
            leaving -= left;
            if left == group.count {
                group.to = Some(at);
            } else if left > 0 {
                group.count -= left;
                gone.push(UnnamedGuests { count: left, from: group.from, to: Some(at) });
            }
        }
        self.state.unnamed.extend(gone);
        Ok(())
    }
}
