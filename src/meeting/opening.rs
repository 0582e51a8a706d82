//! The opening: attendance, facilitator, secretary, and the check-in round.

use crate::circle::OptionalStep;
use crate::lang::say;
use crate::meeting::state::{Assignment, Step};
use crate::meeting::walk::{Walk, Walked, ensure, out_of_turn};
use crate::meeting::{MeetingRole, Opened, Phase, What};

impl Walk<'_> {
    pub(super) async fn opening(&mut self) -> Walked<()> {
        self.attendance().await?;
        for role in [MeetingRole::Facilitator, MeetingRole::Secretary] {
            // `handed-over` is taken at any time, so it is never returned here.
            while *self.chair(role) == Assignment::Unasked {
                if let Some(fact) = self.hear(|_| Step::MeetingRole(role)).await? {
                    return Err(out_of_turn(&fact));
                }
            }
        }
        if self.circle.rules.has(OptionalStep::CheckIn) {
            self.round(Phase::CheckIn, None).await?;
        }
        Ok(())
    }

    pub(super) async fn attendance(&mut self) -> Walked<()> {
        let fact = self.pull(|_| Step::Open).await?;
        let What::Opened(Opened { present, guests, unnamed, .. }) = &fact.what else {
            return Err(out_of_turn(&fact));
        };
        ensure(!present.is_empty(), || say!("error-nobody-here"))?;
        present.iter().try_for_each(|who| self.arrive(&fact, who, false))?;
        guests.iter().try_for_each(|who| self.arrive(&fact, who, true))?;
        self.unnamed_arrive(fact.at, *unnamed);
        Ok(())
    }
}
