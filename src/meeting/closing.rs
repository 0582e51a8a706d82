//! The closing: the items left over, reading back, the check-out round and the close.

use crate::circle::OptionalStep;
use crate::lang::say;
use crate::meeting::AgendaItem;
use crate::meeting::item::Outcome;
use crate::meeting::state::Step;
use crate::meeting::walk::{Walk, Walked, ensure, filled, out_of_turn};
use crate::meeting::{On, Phase, What};

impl Walk<'_> {
    pub(super) async fn closing(&mut self) -> Walked<()> {
        while let Some(entry) = self.state.agenda.first().cloned() {
            let outcome = self.leftover(&entry).await?;
            self.state.agenda.remove(0);
            self.leave_unbegun(entry, outcome);
        }
        if self.circle.rules.has(OptionalStep::ReadBack) {
            self.read_back().await?;
        }
        if self.circle.rules.has(OptionalStep::CheckOut) {
            self.round(Phase::CheckOut, None).await?;
        }
        self.state.broken_off = false;
        loop {
            let fact = self.take(Step::Close).await?;
            match &fact.what {
                What::Approved(it) if it.meeting.is_none() => self.approve_own(&fact, it)?,
                _ => return Err(out_of_turn(&fact)),
            }
        }
    }

    /// Waits until what was decided was read back.
    async fn read_back(&mut self) -> Walked<()> {
        let fact = self.take(Step::ReadBack).await?;
        match fact.what {
            What::Concluded { step: Phase::ReadBack }
            | What::Skipped { step: Phase::ReadBack, .. } => Ok(()),
            _ => Err(out_of_turn(&fact)),
        }
    }

    /// Ends the items that are still open when the meeting is closed or broken off.
    pub(super) fn close(&mut self) {
        if self.state.on_table().is_some() {
            self.item().outcome = Some(Outcome::KeptOpen);
        }
        for entry in std::mem::take(&mut self.state.agenda) {
            self.leave_unbegun(entry, Outcome::KeptOpen);
        }
    }

    /// Takes the one fact after the close, `filed`.
    pub(super) async fn filing(&mut self) -> Walked<()> {
        let fact = self.pull(|_| Step::File).await;
        let is_filed = fact.is_ok_and(|it| matches!(it.what, What::Filed(_)));
        // After `filed`, the error belongs to the fact that follows it.
        let is_last = !is_filed || self.next_if(|_| true).is_none();
        ensure(is_filed && is_last, || say!("error-meeting-closed"))
    }

    /// Asks what becomes of an item that was not begun, so that each one has a next step (*Many
    /// Voices One Song*, chapter 4).
    async fn leftover(&mut self, entry: &AgendaItem) -> Walked<Outcome> {
        let left = entry.title.as_str();
        loop {
            let fact = self.take(Step::Leftover(entry.clone())).await?;
            match &fact.what {
                What::KeptOpen { title } if title == left => return Ok(Outcome::KeptOpen),
                What::Postponed { kind: it, title: Some(title), date }
                    if title == left && it.is_none_or(|it| it == entry.kind) =>
                {
                    return Ok(Outcome::Postponed(*date));
                }
                What::Referred { title: Some(title), circle } if title == left => {
                    filled(circle, &fact.what)?;
                    return Ok(Outcome::Referred(circle.clone()));
                }
                What::AskedToDrop { title: Some(title), .. } if title == left => {
                    if self.call(On::Drop, Some(title)).await? {
                        return Ok(Outcome::Dropped);
                    }
                }
                _ => return Err(out_of_turn(&fact)),
            }
        }
    }
}
