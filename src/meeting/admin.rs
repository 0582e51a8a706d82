//! The admin steps: the length, earlier minutes, announcements and the next meeting.

use crate::circle::OptionalStep;
use crate::lang::say;
use crate::meeting::state::Step;
use crate::meeting::walk::{Walk, Walked, ensure, filled, out_of_turn};
use crate::meeting::{Fact, On, Phase, Scheduled, What};

impl Walk<'_> {
    /// Runs the admin steps, which come before the content (*Many Voices One Song*, chapter 4).
    pub(super) async fn admin(&mut self) -> Walked<()> {
        if !self.circle.rules.has(OptionalStep::Admin) {
            return Ok(());
        }
        self.duration().await?;
        self.announcements().await?;
        self.next_meeting().await
    }

    async fn duration(&mut self) -> Walked<()> {
        let fact = self.take(Step::Duration).await?;
        self.state.planned = match fact.what {
            What::Planned { minutes: Some(0) } => return Err(out_of_turn(&fact)),
            What::Planned { minutes } => minutes,
            What::Skipped { step: Phase::Duration, .. } => self.circle.plan.minutes,
            _ => return Err(out_of_turn(&fact)),
        };
        Ok(())
    }

    /// Takes the approval of earlier minutes, then announcements until they are concluded. Which
    /// minutes there are is not known here, so one step takes both.
    async fn announcements(&mut self) -> Walked<()> {
        let mut first = true;
        loop {
            let fact = self.take(Step::Announcements { first }).await?;
            match &fact.what {
                What::Approved(it) if first => self.approve_earlier(&fact, it)?,
                What::Objected { on: Some(On::Minutes), .. } if first => self.disputed(&fact)?,
                What::Skipped { step: Phase::Minutes, .. } if first => first = false,
                What::Announced { text } => {
                    filled(text, &fact.what)?;
                    first = false;
                }
                What::Concluded { step: Phase::Announcements }
                | What::Skipped { step: Phase::Announcements, .. } => return Ok(()),
                _ => return Err(out_of_turn(&fact)),
            }
        }
    }

    /// Takes an objection to earlier minutes, which are offered for the agenda later.
    fn disputed(&mut self, fact: &Fact) -> Walked<()> {
        let What::Objected { who, reason, version: None, meeting: Some(meeting), .. } = &fact.what
        else {
            return Err(out_of_turn(fact));
        };
        self.earlier(meeting)?;
        self.member_here(who)?;
        filled(reason, &fact.what)?;
        self.state.disputed.push(meeting.clone());
        Ok(())
    }

    /// Refuses minutes that were asked about already.
    pub(super) fn earlier(&self, meeting: &str) -> Walked<()> {
        let mut asked = self.state.approved.iter().chain(&self.state.disputed);
        ensure(asked.all(|it| it != meeting), || say!("error-minutes-twice", meeting = meeting))
    }

    async fn next_meeting(&mut self) -> Walked<()> {
        let fact = self.take(Step::NextMeeting).await?;
        match &fact.what {
            What::Scheduled(next) => {
                let Scheduled { date, time, who } = next;
                if (date.is_some() && who.is_some()) || (time.is_some() && date.is_none()) {
                    return Err(out_of_turn(&fact));
                }
                self.state.scheduled = Some(next.clone());
                Ok(())
            }
            What::Skipped { step: Phase::NextMeeting, .. } => Ok(()),
            _ => Err(out_of_turn(&fact)),
        }
    }

    /// Adds minutes to the current item, or to the meeting where there is none.
    pub(super) fn extend(&mut self, minutes: u32) {
        if self.state.on_table().is_some() {
            let item = self.item();
            item.extended = item.extended.saturating_add(minutes);
        } else {
            let planned = self.state.planned.unwrap_or(0);
            self.state.planned = Some(planned.saturating_add(minutes));
        }
    }
}
