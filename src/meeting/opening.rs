//! The opening: who is here, who facilitates, who writes; the check-in round.

use crate::circle::OptionalStep;
use crate::error::Error;
use crate::lang::say;
use crate::meeting::state::{Assignment, Attendance, Step};
use crate::meeting::walk::{Walk, Walked, out_of_turn};
use crate::meeting::{MeetingRole, Phase, What};

impl Walk<'_> {
    pub(super) fn opening(&mut self) -> Walked<()> {
        self.attendance()?;
        for role in [MeetingRole::Facilitator, MeetingRole::Secretary] {
            // Handing over may come in between at any time; here it is asked until it is said.
            while *self.chair(role) == Assignment::Unasked {
                if let Some(fact) = self.hear(|_| Step::MeetingRole(role))? {
                    return Err(out_of_turn(fact));
                }
            }
        }
        if self.circle.rules.has(OptionalStep::CheckIn) {
            self.round(Phase::CheckIn, None)?;
        }
        Ok(())
    }

    fn attendance(&mut self) -> Walked<()> {
        let fact = self.pull(|_| Step::Open)?;
        let What::Opened { present, guests } = &fact.what else { return Err(out_of_turn(fact)) };
        if present.is_empty() {
            return Err(Error::new(say!("error-nobody-here")).into());
        }
        for who in present.iter().chain(guests) {
            let guest = self.circle.seat(who).is_none();
            if self.state.is_here(self.circle, who) {
                return Err(Error::new(say!("error-already-here", who = who)).into());
            }
            match self.circle.seat(who) {
                Some(seat) if present.contains(who) => self.state.present[seat] = true,
                None if guests.contains(who) => self.state.guests.push(who.clone()),
                _ => return Err(Error::new(say!("error-no-member", who = who)).into()),
            }
            self.state.attendances.push(Attendance {
                who: who.clone(),
                guest,
                from: fact.at,
                to: None,
            });
        }
        Ok(())
    }
}
