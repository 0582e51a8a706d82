//! The admin steps: how long, earlier minutes, announcements, when we meet next.

use crate::circle::OptionalStep;
use crate::error::Error;
use crate::lang::say;
use crate::meeting::state::Step;
use crate::meeting::walk::{Walk, Walked, filled, out_of_turn};
use crate::meeting::{Fact, On, Phase, Scheduled, What};

impl Walk<'_> {
    /// What has to be known before the content (*Many Voices One Song*, chapter 4).
    pub(super) fn admin(&mut self) -> Walked<()> {
        if !self.circle.rules.has(OptionalStep::Admin) {
            return Ok(());
        }
        self.duration()?;
        self.announcements()?;
        self.next_meeting()
    }

    fn duration(&mut self) -> Walked<()> {
        let fact = self.take(Step::Duration)?;
        self.state.planned = match fact.what {
            What::Planned { minutes: Some(0) } => return Err(out_of_turn(fact)),
            What::Planned { minutes } => minutes,
            What::Skipped { step: Phase::Duration, .. } => self.circle.plan.minutes,
            _ => return Err(out_of_turn(fact)),
        };
        Ok(())
    }

    /// Earlier minutes as long as there are any, which only the one who asks can know; then
    /// announcements until nobody has more.
    fn announcements(&mut self) -> Walked<()> {
        let mut first = true;
        loop {
            let fact = self.take(Step::Announcements { first })?;
            match &fact.what {
                What::Approved { meeting, present } if first => {
                    self.earlier(meeting)?;
                    self.nobody_objects(present)?;
                    self.state.approved.push(meeting.clone());
                }
                What::Objected { on: Some(On::Minutes), .. } if first => self.disputed(fact)?,
                What::Skipped { step: Phase::Minutes, .. } if first => first = false,
                What::Announced { text } => {
                    filled(text, &fact.what)?;
                    first = false;
                }
                What::Concluded { step: Phase::Announcements }
                | What::Skipped { step: Phase::Announcements, .. } => return Ok(()),
                _ => return Err(out_of_turn(fact)),
            }
        }
    }

    /// Minutes that somebody objects to stay open, and are offered to the agenda.
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

    /// Each meeting's minutes are asked about once.
    fn earlier(&self, meeting: &str) -> Walked<()> {
        let mut asked = self.state.approved.iter().chain(&self.state.disputed);
        if asked.any(|it| it == meeting) {
            return Err(Error::new(say!("error-minutes-twice", meeting = meeting)).into());
        }
        Ok(())
    }

    fn next_meeting(&mut self) -> Walked<()> {
        let fact = self.take(Step::NextMeeting)?;
        match &fact.what {
            What::Scheduled(next) => {
                let Scheduled { date, time, who } = next;
                if (date.is_some() && who.is_some()) || (time.is_some() && date.is_none()) {
                    return Err(out_of_turn(fact));
                }
                self.state.scheduled = Some(next.clone());
                Ok(())
            }
            What::Skipped { step: Phase::NextMeeting, .. } => Ok(()),
            _ => Err(out_of_turn(fact)),
        }
    }
}
