//! The facts with many keys, as structs: `opened`, `filed`, `scheduled`, `moved`, `termed`, `presented`, `amended`,
//! `nominated`, `put-forward`, `adopted` and `elected`; and those that later formats of the journal added.

use chrono::{NaiveDate, NaiveTime};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::circle::{Effect, Term};
use crate::meeting::validity::{DatedValidity, Lasting, Validity, ValidityKeys, WrongKeys};
use crate::meeting::word::{ConsentMode, ItemKind};
use crate::meeting::{What, day};

/// Makes the struct of a fact with a field that has several keys in the journal: how long a decision
/// stands. The field is the one behind `several`; what it takes is defined by its type. With `[review]`
/// the day is kept beside it.
///
/// serde's `flatten` would lose the places of errors and the list of known keys.
macro_rules! fact_with_validity {
    (
        $(#[doc = $about:literal])*
        pub struct $name:ident {
            $( $(#[doc = $before_doc:literal])* $(#[serde $before_serde:tt])? pub $before:ident: $before_type:ty, )*
            several $([$review:ident])? $(#[doc = $doc:literal])* pub $validity:ident: $type:ty,
            $( $(#[doc = $after_doc:literal])* $(#[serde $after_serde:tt])? pub $after:ident: $after_type:ty, )*
        }
        $( derive $derive:ident )?
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Debug $(, $derive)?, PartialEq)]
        pub struct $name {
            $( $(#[doc = $before_doc])* pub $before: $before_type, )*
            $(#[doc = $doc])*
            pub $validity: $type,
            $( $(#[doc = $after_doc])* pub $after: $after_type, )*
        }

        const _: () = {
            /// The keys in the journal, in their order.
            #[derive(Deserialize, Serialize)]
            #[serde(deny_unknown_fields)]
            struct Keys {
                $( $(#[serde $before_serde])? $before: $before_type, )*
                term: Option<Term>,
                #[serde(default, skip_serializing_if = "Option::is_none", with = "day::option")]
                until: Option<NaiveDate>,
                lasts: Option<Term>,
                #[serde(default, skip_serializing_if = "Option::is_none", with = "day::option")]
                expires: Option<NaiveDate>,
                #[serde(default, skip_serializing_if = "std::ops::Not::not")]
                once: bool,
                $(
                    #[serde(default, skip_serializing_if = "Option::is_none", with = "day::option")]
                    $review: Option<NaiveDate>,
                )?
                $( $(#[serde $after_serde])? $after: $after_type, )*
            }

            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    let it = Keys::deserialize(from)?;
                    let Keys { term, until, lasts, expires, once, .. } = it;
                    let review = None $( .or(it.$review) )?;
                    let keys = ValidityKeys { term, until, lasts, expires, once, review };
                    let $validity = <$type>::of(keys).map_err(|wrong| match wrong {
                        WrongKeys::Missing(key) => D::Error::missing_field(key),
                        WrongKeys::Beside(key) => D::Error::duplicate_field(key),
                    })?;
                    Ok(Self { $( $before: it.$before, )* $validity, $( $after: it.$after, )* })
                }
            }

            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                    let it = self.clone();
                    let keys = it.$validity.keys();
                    let ValidityKeys { term, until, lasts, expires, once, .. } = keys;
                    Keys {
                        $( $before: it.$before, )*
                        term, until, lasts, expires, once, $( $review: keys.$review, )?
                        $( $after: it.$after, )*
                    }
                    .serialize(to)
                }
            }
        };
    };
}

/// The members and guests with whom a meeting was opened, and the meeting before it.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    pub present: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<String>,
    /// How many guests without names.
    pub unnamed: Option<u32>,
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

impl Scheduled {
    /// Returns the time of day, if it is written as `19:00`.
    pub(crate) fn clock(&self) -> Option<NaiveTime> {
        NaiveTime::parse_from_str(self.time.as_deref()?.trim(), "%H:%M").ok()
    }
}

impl What {
    /// Returns the ids of the decisions or elections that an announcement replaces or ends.
    pub(crate) fn gone(&self) -> Vec<&String> {
        match self {
            Self::Adopted(it) => it.replaces.iter().chain(&it.ends).collect(),
            Self::Elected(it) => it.replaces.iter().collect(),
            _ => Vec::new(),
        }
    }
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

/// The new position of an item on the agenda.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// Its kind, where another item has the same title.
    pub kind: Option<ItemKind>,
    pub title: String,
    /// Counted from 1.
    pub to: usize,
}

fact_with_validity! {
    /// How long the draft stands, or how long a role is given.
    pub struct Termed {
        several
        /// How long; for a role always a term.
        pub validity: Validity,
    }
}

fact_with_validity! {
    /// A version as it was put to the circle: everything it says.
    pub struct Presented {
        /// Its number, from 1.
        pub version: u32,
        /// The text, exactly; empty in a selection.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub text: String,
        /// Who is put forward, in a selection.
        pub nominee: Option<String>,
        several [review]
        /// How long it would stand; in a selection the term or the last day said in its place, and the
        /// day on which it would end.
        pub validity: DatedValidity,
        /// The day on which the term would begin, in a selection where that was said.
        #[serde(default, skip_serializing_if = "Option::is_none", with = "day::option")]
        pub since: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub responsible: Vec<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub measures: Vec<String>,
        /// How it changes the circle.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub effects: Vec<Effect>,
    }
}

fact_with_validity! {
    /// An amendment made in a round: exactly one part of the proposal; beside `effects` perhaps the text
    /// that says them.
    pub struct Amended {
        /// The whole text.
        pub text: Option<String>,
        several
        /// How long it would stand.
        pub validity: Option<Validity>,
        /// All who are responsible.
        pub responsible: Option<Vec<String>>,
        /// All measures.
        pub measures: Option<Vec<String>>,
        /// All changes to the circle.
        pub effects: Option<Vec<Effect>>,
    }
    derive Default
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

fact_with_validity! {
    /// A decision as it was announced.
    pub struct Adopted {
        pub title: String,
        /// The text, exactly as it was last shown.
        pub text: String,
        several [review]
        /// How long it stands, counted from the day it was announced.
        pub validity: DatedValidity,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub responsible: Vec<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub measures: Vec<String>,
        /// How it changes the circle.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub effects: Vec<Effect>,
        /// Who proposed it.
        pub by: Option<String>,
        /// Who else proposed it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub with: Vec<String>,
        pub version: u32,
        pub consent: ConsentMode,
        pub present: Vec<String>,
        /// Who answered in writing.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub written: Vec<String>,
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
