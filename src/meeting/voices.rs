//! The facts about voices that are neither consent nor objection: a concern after a call, a member
//! who stands aside, and those who are asked in writing. They came with format 2.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::meeting::day;
use crate::meeting::word::Via;

/// A concern that somebody had after a call, until the decision was announced.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Concerned {
    /// Whose it is; none where nobody was named.
    pub who: Option<String>,
    pub text: String,
    /// Which version it is about.
    pub version: u32,
}

/// A member who stood aside: they do not stop the decision, and do not consent to it either.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct StoodAside {
    pub who: String,
    pub version: u32,
    pub reason: String,
    /// The digest of the version they saw, in writing.
    pub seen: Option<String>,
    /// How an answer in writing came.
    pub via: Option<Via>,
    /// Who typed it, if another.
    pub by: Option<String>,
}

/// The members who are asked in writing, because they are not here.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Awaited {
    pub who: Vec<String>,
    /// Which version they are asked about.
    pub version: u32,
    /// By when they are asked to answer; silence on that day is no answer.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day::option")]
    pub until: Option<NaiveDate>,
}
