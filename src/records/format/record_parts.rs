//! What decisions and elections keep alike: how consent was heard, objections, concerns, terms.
//!
//! Never decides what a record must say.

use chrono::NaiveDate;
use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::circle::{Attribution, Term};
use crate::meeting::{Concern, ConsentMode, Item, Meeting, Objection};
use crate::text::clean;
use crate::toml_file::{Word, table};

/// How consent was heard.
#[derive(Clone, Copy, Debug, EnumString, IntoStaticStr, PartialEq, Eq, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum ConsentHeard {
    /// Each one answered.
    Round,
    /// The room was asked, and nobody objected.
    Call,
    /// Before there were records.
    Earlier,
}

impl Word for ConsentHeard {}

impl From<ConsentMode> for ConsentHeard {
    fn from(heard: ConsentMode) -> Self {
        match heard {
            ConsentMode::Round => Self::Round,
            ConsentMode::Call => Self::Call,
        }
    }
}

table! {
    /// An objection as it is kept.
    #[derive(Clone, Debug, PartialEq)]
    pub struct ObjectionRecord {
        /// Who objected, where the circle's rules name them.
        who: Option<String> = r#""Ben""#,
        /// Why.
        reason: String = r#""I build on Saturdays.""#,
        /// To which version.
        version: Option<u32> = "1",
        /// How it was integrated: `text`, `term`, `measure`, `responsible`, `withdrawn`, or in an
        /// election `other-nominee`.
        outcome: Vec<String> = r#"["text"]"#,
    }
}

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
}

table! {
    /// A concern as it is kept.
    #[derive(Clone, Debug, PartialEq)]
    pub struct ConcernRecord {
        /// Who had it, where the circle's rules name them.
        who: Option<String> = r#""Ana""#,
        /// What it is.
        text: String = r#""It may be too short.""#,
    }
}

impl ConcernRecord {
    /// Takes the concerns of an item; who had them where the circle's rules name them.
    pub(crate) fn of(meeting: &Meeting, item: &Item) -> Vec<Self> {
        let named = names_objectors(meeting);
        let one = |it: &Concern| Self { who: named.then(|| clean(&it.who)), text: clean(&it.text) };
        item.concerns.iter().map(one).collect()
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
