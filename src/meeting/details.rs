//! The facts with many keys, as structs: `opened`, `filed`, `scheduled`, `presented`, `nominated`, `put-forward`,
//! `adopted` and `elected`; and those that later formats of the journal added.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::circle::Term;
use crate::meeting::day;
use crate::meeting::word::{ConsentMode, ItemKind};

/// The members and guests with whom a meeting was opened, and the meeting before it.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    pub present: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<String>,
    /// The latest earlier meeting whose records were written, by the stem of its journal.
    pub meeting: Option<String>,
    /// The digest of that journal.
    pub digest: Option<String>,
}

/// The digests of what a meeting wrote.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Filed {
    /// The digest of the journal before this fact.
    pub digest: Option<String>,
    /// The records, and last the minutes: the digest of each, two blanks, its path.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<String>,
}

/// When the circle meets next: a date, or somebody who is to find one, or neither.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Scheduled {
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day::option")]
    pub date: Option<NaiveDate>,
    /// The time of day: `19:00`.
    pub time: Option<String>,
    /// Who is to find a date.
    pub who: Option<String>,
}

/// An entry of the agenda.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// What is to be done with it.
    pub kind: ItemKind,
    pub title: String,
    /// How many minutes it is given.
    pub minutes: Option<u32>,
    /// Who brings it.
    pub by: Option<String>,
    /// Who else brings it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
}

/// A version as it was put to the circle: everything it says.
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
    /// Left out where an election ends on a day.
    pub term: Option<Term>,
    /// The day on which the elected person's term would end, where that was said.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day::option")]
    pub until: Option<NaiveDate>,
    /// The day on which it would begin, where that was said.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day::option")]
    pub since: Option<NaiveDate>,
    /// When it would be reviewed, or the elected person's term would end.
    #[serde(with = "day")]
    pub review: NaiveDate,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responsible: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
}

/// A qualification that was taken off the list: the last one with this text.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Struck {
    pub text: String,
}

/// Whom a member nominated for a role, and why.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Nomination {
    /// Who made the nomination.
    pub who: String,
    /// Who was nominated; at least one.
    pub nominees: Vec<String>,
    /// Which of them are not members of the circle.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outside: Vec<String>,
    pub term: Option<Term>,
    /// The last day, in place of a term.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day::option")]
    pub until: Option<NaiveDate>,
    pub reason: String,
}

/// The one person the facilitator puts forward, on the strength of the reasons.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PutForward {
    pub nominee: String,
    /// Whether they are not a member of the circle.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub outside: bool,
    /// A term for this time only; none where the role's own term applies.
    pub term: Option<Term>,
    /// The last day, in place of a term.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day::option")]
    pub until: Option<NaiveDate>,
    pub reason: String,
}

/// A decision as it was announced.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Adopted {
    pub title: String,
    /// The text, exactly as it was last shown.
    pub text: String,
    pub term: Term,
    /// The day of its review: its term after the day it was announced.
    #[serde(with = "day")]
    pub review: NaiveDate,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responsible: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
    /// Who proposed it.
    pub by: Option<String>,
    /// Who else proposed it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
    pub version: u32,
    pub consent: ConsentMode,
    pub present: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<String>,
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
    pub role: String,
    pub elected: String,
    /// Whether they are not a member of the circle.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub outside: bool,
    /// Whether they have accepted; somebody absent or from outside has not yet.
    pub accepted: bool,
    /// The day it was announced, or the later one on which the term begins.
    #[serde(with = "day")]
    pub since: NaiveDate,
    /// The day the term ends.
    #[serde(with = "day")]
    pub until: NaiveDate,
    /// Left out where that day was chosen in place of a term.
    pub term: Option<Term>,
    pub reason: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
    pub version: u32,
    pub consent: ConsentMode,
    pub present: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<String>,
    /// The earlier elections to this role, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<String>,
}
