//! Parts that decisions and elections share: how consent was heard, objections, concerns, who
//! stood aside, terms.

use chrono::NaiveDate;
use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::circle::{Attribution, Term};
use crate::lang::{Phrase, Words, say};
use crate::meeting::{Aside, Concern, ConsentMode, Item, Meeting, Objection};
use crate::text::clean;
use crate::toml_file::{Word, table};

/// How consent was heard.
#[derive(Clone, Copy, Debug, EnumString, IntoStaticStr, PartialEq, Eq, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum ConsentHeard {
    /// Each person answered in turn.
    Round,
    /// The circle was asked at once, and nobody objected.
    Call,
    /// Unknown, because no meeting recorded it.
    Earlier,
}

impl Word for ConsentHeard {}

impl ConsentHeard {
    /// Says how consent was heard, and on which version.
    pub(crate) fn said(self, version: Option<u32>) -> Phrase {
        match self {
            Self::Round => say!("minutes-by-round", version = version.unwrap_or(1)),
            Self::Call => say!("minutes-by-call", version = version.unwrap_or(1)),
            Self::Earlier => say!("show-earlier"),
        }
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

table! {
    /// An objection as recorded.
    #[derive(Clone, Debug, PartialEq)]
    pub struct ObjectionRecord {
        /// Who objected, if the circle's rules name them.
        who: Option<String> = r#""Ben""#,
        /// Why.
        reason: String = r#""I build on Saturdays.""#,
        /// The version it was raised against.
        version: Option<u32> = "1",
        /// How it was integrated: `text`, `term`, `measure`, `responsible`, `withdrawn`, or in an
        /// election `other-nominee`.
        outcome: Vec<String> = r#"["text"]"#,
    }
}

impl ObjectionRecord {
    /// Returns the objections of an item, with names if the circle's rules say so.
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

    /// Describes what became of it: it was withdrawn, or parts of the proposal changed.
    pub(crate) fn outcome_said(&self, words: &Words) -> Option<String> {
        let part = |it: &String| match it.as_str() {
            "text" => words.say(&say!("minutes-part-text")),
            "term" => words.say(&say!("minutes-part-term")),
            "measure" => words.say(&say!("minutes-part-measure")),
            "responsible" => words.say(&say!("minutes-part-responsible")),
            "effects" => words.say(&say!("minutes-part-effects")),
            "other-nominee" => words.say(&say!("minutes-part-nominee")),
            // A record written by hand may have any word.
            other => other.to_owned(),
        };
        match self.outcome.as_slice() {
            [] => None,
            [one] if one == "withdrawn" => Some(words.say(&say!("minutes-withdrawn"))),
            parts => {
                let parts: Vec<String> = parts.iter().map(part).collect();
                Some(words.say(&say!("minutes-integrated", parts = parts)))
            }
        }
    }
}

table! {
    /// A concern as recorded.
    #[derive(Clone, Debug, PartialEq)]
    pub struct ConcernRecord {
        /// Who had it, if they were named and the circle's rules name them.
        who: Option<String> = r#""Ana""#,
        text: String = r#""It may be too short.""#,
        /// Which version it was about, if that is not the one that was announced.
        version: Option<u32> = "1",
    }
}

impl ConcernRecord {
    /// Returns the concerns of an item, with names if the circle's rules say so.
    pub(crate) fn of(meeting: &Meeting, item: &Item) -> Vec<Self> {
        let named = names_objectors(meeting);
        let one = |it: &Concern| Self {
            who: it.who.as_deref().filter(|_| named).map(clean),
            text: clean(&it.text),
            // Records of format 1 do not have this key.
            version: item.is_earlier(it).then_some(it.version).filter(|_| meeting.format() >= 2),
        };
        item.concerns.iter().map(one).collect()
    }
}

table! {
    /// A member who stood aside, as recorded.
    #[derive(Clone, Debug, PartialEq)]
    pub struct AsideRecord {
        /// Who, if the circle's rules name them.
        who: Option<String> = r#""Ana""#,
        /// Why.
        reason: String = r#""I will not be here then.""#,
    }
}

impl AsideRecord {
    /// Returns who stood aside from the last version of an item, with names if the circle's rules
    /// say so.
    pub(crate) fn of(meeting: &Meeting, item: &Item) -> Vec<Self> {
        let named = names_objectors(meeting);
        let one =
            |it: &Aside| Self { who: named.then(|| clean(&it.who)), reason: clean(&it.reason) };
        item.asides.iter().map(one).collect()
    }
}

fn names_objectors(meeting: &Meeting) -> bool {
    meeting.circle().rules.attribution != Attribution::None
}

/// Returns the time between two days, in months if they are whole months, else in days.
///
/// A longer time, such as until 9999-12-31, gives the longest term.
pub(crate) fn between(from: NaiveDate, to: NaiveDate) -> Term {
    if to > Term::LONGEST.after(from) {
        return Term::LONGEST;
    }
    let days = u32::try_from((to - from).num_days()).unwrap_or(0).max(1);
    let mut months = (1..=days / 28).map(|months| Term { months, days: 0 });
    months.find(|it| it.after(from) == to).unwrap_or(Term { months: 0, days })
}
/// Says what was objected and of concern earlier, with names where the record has them.
pub(crate) fn heard_then(
    objections: &[ObjectionRecord],
    concerns: &[ConcernRecord],
) -> Vec<Phrase> {
    let objection = |it: &ObjectionRecord| match &it.who {
        Some(who) => say!("objection-then-by", who = who, reason = &it.reason),
        None => say!("objection-then", reason = &it.reason),
    };
    let concern = |it: &ConcernRecord| match &it.who {
        Some(who) => say!("concern-then-by", who = who, text = &it.text),
        None => say!("concern-then", text = &it.text),
    };
    objections.iter().map(objection).chain(concerns.iter().map(concern)).collect()
}
