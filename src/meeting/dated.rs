//! The role as it is shown. Elections that begin later: their facts and keys, which came with format 2,
//! and their days.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::circle::Term;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{Fact, Item, day};

/// The day on which the term of the person who is to be elected begins.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Dated {
    #[serde(with = "day")]
    pub since: NaiveDate,
}

/// The role to be filled, as it was shown to the circle.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Sought {
    pub role: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    pub term: Term,
    /// The day on which the term begins, if that was said.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day::option")]
    pub since: Option<NaiveDate>,
    /// The earlier meeting that left the selection, if it goes on from there.
    pub meeting: Option<String>,
    /// What the role asks for, as that meeting left it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualifications: Vec<String>,
}

impl Item {
    /// Returns the day from which its validity counts, if it is announced on a day: that day, or the
    /// later one on which a term begins.
    pub(crate) fn begins(&self, announced: NaiveDate) -> NaiveDate {
        let since = self.selection().and_then(|it| it.since);
        since.map_or(announced, |it| it.max(announced))
    }

    /// Returns from when until when the person put forward has the role, if they are elected on a day.
    pub(crate) fn days(&self, announced: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        self.selection()?;
        let since = self.begins(announced);
        Some((since, self.version()?.wording.validity.announced(since).day?))
    }
}

/// Refuses a day that is before the day of the fact.
pub(super) fn not_past(fact: &Fact, date: NaiveDate) -> Result<()> {
    let is_past = date < fact.at.date_naive();
    if is_past { Err(Error::new(say!("error-date-past", date = date))) } else { Ok(()) }
}
