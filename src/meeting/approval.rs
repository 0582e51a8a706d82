//! The approval of minutes: of an earlier meeting, or at the close of this one.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::walk::{Walk, Walked, ensure, out_of_turn};
use crate::meeting::{Fact, What};

/// The minutes to which nobody objected.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Approved {
    /// The stem of an earlier meeting's journal; without it, the minutes of this meeting.
    pub meeting: Option<String>,
    /// Members present.
    pub present: Vec<String>,
    /// The digest of that meeting's journal, if its records were written.
    pub digest: Option<String>,
}

impl What {
    /// Returns whether everyone was asked about the minutes of this meeting, and nobody objected.
    pub(crate) fn approves_own_minutes(&self) -> bool {
        matches!(self, Self::Approved(Approved { meeting: None, .. }))
    }

    /// Refuses an approval of a meeting's own minutes in a journal of format 1.
    pub(crate) fn check_approval(&self, format: i64) -> Result<()> {
        if format >= 2 || !self.approves_own_minutes() {
            return Ok(());
        }
        Err(Error::new(say!("error-missing-key", key = "meeting")))
    }
}

impl Walk<'_> {
    /// Takes the approval of an earlier meeting's minutes.
    pub(super) fn approve_earlier(&mut self, fact: &Fact, it: &Approved) -> Walked<()> {
        let Some(meeting) = &it.meeting else { return Err(out_of_turn(fact)) };
        self.earlier(meeting)?;
        self.nobody_objects(&it.present)?;
        self.state.approved.push(meeting.clone());
        Ok(())
    }

    /// Takes the approval of this meeting's minutes. Any later fact but the close voids it.
    pub(super) fn approve_own(&mut self, fact: &Fact, it: &Approved) -> Walked<()> {
        ensure(it.digest.is_none(), || say!("error-out-of-turn", fact = fact.what.word()))?;
        self.nobody_objects(&it.present)?;
        self.state.stands_approved = true;
        Ok(())
    }
}
