//! What decisions and elections keep alike: how consent was heard, objections, concerns, terms.
//!
//! Never decides what a record must say.

use chrono::NaiveDate;

use crate::circle::{Attribution, Term};
use crate::error::Result;
use crate::meeting::{Concern, ConsentMode, Item, Meeting, Objection};
use crate::records::format::front_matter;
use crate::records::format::front_matter::{Keys, Section};
use crate::text::clean;

/// How consent was heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentHeard {
    /// Each one answered.
    Round,
    /// The room was asked, and nobody objected.
    Call,
    /// Before there were records.
    Earlier,
}

impl ConsentHeard {
    /// Each way with its word in records.
    pub const WORDS: [(&str, Self); 3] =
        [("round", Self::Round), ("call", Self::Call), ("earlier", Self::Earlier)];

    /// Returns the word for it in records.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, it)| *it == self).map_or("", |(word, _)| word)
    }
}

impl From<ConsentMode> for ConsentHeard {
    fn from(heard: ConsentMode) -> Self {
        match heard {
            ConsentMode::Round => Self::Round,
            ConsentMode::Call => Self::Call,
        }
    }
}

/// An objection as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectionRecord {
    /// Who objected, where the circle's rules name them.
    pub who: Option<String>,
    /// Why.
    pub reason: String,
    /// To which version.
    pub version: Option<u32>,
    /// How it was integrated: `text`, `term`, `measure`, `responsible`, `withdrawn`, or in an
    /// election `other-nominee`.
    pub outcome: Vec<String>,
}

const OBJECTION: &Keys = &[
    ("who", r#"who = "Ben""#),
    ("reason", r#"reason = "I build on Saturdays.""#),
    ("version", "version = 1"),
    ("outcome", r#"outcome = ["text"]"#),
];

impl ObjectionRecord {
    /// Takes the objections of an item; who objected where the circle's rules name them.
    pub(crate) fn of(meeting: &Meeting, item: &Item) -> Vec<Self> {
        let named = names_objectors(meeting);
        let one = |it: &Objection| Self {
            who: named.then(|| clean(&it.who)),
            reason: clean(&it.reason),
            version: Some(it.version),
            outcome: it.resolutions.iter().map(|it| it.word().to_owned()).collect(),
        };
        item.objections.iter().map(one).collect()
    }

    /// Writes the objections of a record.
    pub(crate) fn write(all: &[Self]) -> String {
        front_matter::rows(all.iter().map(|it| {
            [
                ("who", front_matter::optional(it.who.as_deref())),
                ("reason", front_matter::text(&it.reason)),
                ("version", front_matter::plain(it.version)),
                ("outcome", front_matter::texts(&it.outcome)),
            ]
        }))
    }

    /// Reads the objections of a record.
    pub(crate) fn read(top: &Section<'_>) -> Result<Vec<Self>> {
        let one = |it: &Section<'_>| {
            Ok(Self {
                who: it.text("who")?,
                reason: it.required("reason")?,
                version: it.number("version")?,
                outcome: it.texts("outcome")?,
            })
        };
        top.tables("objections", OBJECTION)?.iter().map(one).collect()
    }
}

/// A concern as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct ConcernRecord {
    /// Who had it, where the circle's rules name them.
    pub who: Option<String>,
    /// What it is.
    pub text: String,
}

const CONCERN: &Keys = &[("who", r#"who = "Ana""#), ("text", r#"text = "It may be too short.""#)];

impl ConcernRecord {
    /// Takes the concerns of an item; who had them where the circle's rules name them.
    pub(crate) fn of(meeting: &Meeting, item: &Item) -> Vec<Self> {
        let named = names_objectors(meeting);
        let one = |it: &Concern| Self { who: named.then(|| clean(&it.who)), text: clean(&it.text) };
        item.concerns.iter().map(one).collect()
    }

    /// Writes the concerns of a record.
    pub(crate) fn write(all: &[Self]) -> String {
        front_matter::rows(all.iter().map(|it| {
            [
                ("who", front_matter::optional(it.who.as_deref())),
                ("text", front_matter::text(&it.text)),
            ]
        }))
    }

    /// Reads the concerns of a record.
    pub(crate) fn read(top: &Section<'_>) -> Result<Vec<Self>> {
        let one = |it: &Section<'_>| Ok(Self { who: it.text("who")?, text: it.required("text")? });
        top.tables("concerns", CONCERN)?.iter().map(one).collect()
    }
}

fn names_objectors(meeting: &Meeting) -> bool {
    meeting.circle().rules.attribution != Attribution::None
}

/// Returns the time between two days: in months where it is whole months, else in days.
///
/// What is to stand for good, until 9999-12-31, has the longest term there is.
pub(crate) fn between(from: NaiveDate, to: NaiveDate) -> Term {
    if to > Term::LONGEST.after(from) {
        return Term::LONGEST;
    }
    let days = u32::try_from((to - from).num_days()).unwrap_or(0).max(1);
    let months = (1..=days / 28).map(|months| Term { months, days: 0 });
    let whole = months.into_iter().find(|it| it.after(from) == to);
    whole.unwrap_or(Term { months: 0, days })
}
