//! The longer facts: when we meet next, what is put to the circle, whom somebody named, what was announced.

use std::ops::Not;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::circle::Term;
use crate::meeting::day;
use crate::meeting::word::ConsentMode;

/// When the circle meets next: a date, or somebody who finds one, or open.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Scheduled {
    /// The day.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day::option")]
    pub date: Option<NaiveDate>,
    /// The time of day: `19:00`.
    pub time: Option<String>,
    /// Who finds a date.
    pub who: Option<String>,
}

/// A version as it was put to the circle, whole.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Presented {
    /// Its number, from 1.
    pub version: u32,
    /// The text, exactly; empty in a selection.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Who is put forward, in a selection.
    pub nominee: Option<String>,
    /// How long it is to stand.
    pub term: Term,
    /// When it would be reviewed, or the elected person's term would end.
    #[serde(with = "day")]
    pub review: NaiveDate,
    /// Who sees to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responsible: Vec<String>,
    /// How it is measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
}

/// Whom a member named for a role, and why.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Nomination {
    /// Who named them.
    pub who: String,
    /// Who was named; at least one.
    pub nominees: Vec<String>,
    /// Which of them are not of the circle.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outside: Vec<String>,
    /// For how long, where that was said.
    pub term: Option<Term>,
    /// Why.
    pub reason: String,
}

/// The one person the facilitator puts forward, on the strength of the reasons.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PutForward {
    /// Who.
    pub nominee: String,
    /// Whether they are not of the circle.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub outside: bool,
    /// For how long, this time only; left out: the role's own term.
    pub term: Option<Term>,
    /// Why.
    pub reason: String,
}

/// A decision as it was announced.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Adopted {
    /// The item's title.
    pub title: String,
    /// The text, exactly as last shown.
    pub text: String,
    /// How long it stands.
    pub term: Term,
    /// When it is reviewed: the day it was announced and its term.
    #[serde(with = "day")]
    pub review: NaiveDate,
    /// Who sees to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responsible: Vec<String>,
    /// How it is measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
    /// Who proposed it.
    pub by: Option<String>,
    /// Which version.
    pub version: u32,
    /// How consent was heard.
    pub consent: ConsentMode,
    /// Members present.
    pub present: Vec<String>,
    /// Members absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<String>,
    /// Guests present.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<String>,
    /// The decisions it replaces, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<String>,
    /// The decisions it ends, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ends: Vec<String>,
}

/// An election as it was announced.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "the journal's key is `elected`")]
pub struct Elected {
    /// The role.
    pub role: String,
    /// Who was elected.
    pub elected: String,
    /// Whether they are not of the circle.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub outside: bool,
    /// Whether they have accepted: whoever is absent or from outside has not.
    pub accepted: bool,
    /// The day it was announced.
    #[serde(with = "day")]
    pub since: NaiveDate,
    /// The day the term ends.
    #[serde(with = "day")]
    pub until: NaiveDate,
    /// How long the role is given.
    pub term: Term,
    /// Why this person.
    pub reason: String,
    /// How it is measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
    /// Which version.
    pub version: u32,
    /// How consent was heard.
    pub consent: ConsentMode,
    /// Members present.
    pub present: Vec<String>,
    /// Members absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<String>,
    /// Guests present.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<String>,
    /// The elections to this role before, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<String>,
}
