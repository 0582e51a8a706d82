//! How long a decision stands: the five ways to say it, and the keys that keep them.

use chrono::NaiveDate;

use crate::circle::Term;
use crate::lang::Phrase;
use crate::toml_file::fields::{Field, Pair};

/// How long a decision stands: exactly one of five.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    /// Until the circle looks at it again, this long after the announcement.
    Term(Term),
    /// Until the circle looks at it again, on this day.
    Until(NaiveDate),
    /// It ends by itself, this long after the announcement.
    Lasts(Term),
    /// It ends by itself, at the end of this day.
    Expires(NaiveDate),
    /// It is done and over, such as a purchase.
    Once,
}

/// How long a decision stands, and the day that is kept beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedValidity {
    /// How long it stands.
    pub is: Validity,
    /// The day of the review, or the last day in force; none for what is done once.
    pub day: Option<NaiveDate>,
}

impl Validity {
    /// Returns its key.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Term(_) => "term",
            Self::Until(_) => "until",
            Self::Lasts(_) => "lasts",
            Self::Expires(_) => "expires",
            Self::Once => "once",
        }
    }

    /// Returns the key of the day that is kept beside it.
    pub(crate) fn day_key(self) -> &'static str {
        match self {
            Self::Term(_) | Self::Until(_) => "review",
            Self::Lasts(_) | Self::Expires(_) => "expires",
            Self::Once => "once",
        }
    }

    /// Returns the term after which the circle looks at it again.
    pub(crate) fn term(self) -> Option<Term> {
        if let Self::Term(term) = self { Some(term) } else { None }
    }

    /// Returns the day that it names.
    pub(crate) fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Until(day) | Self::Expires(day) => Some(day),
            Self::Term(_) | Self::Lasts(_) | Self::Once => None,
        }
    }

    /// Returns it with the day that is kept beside it, if it is announced on this day.
    pub fn announced(self, on: NaiveDate) -> DatedValidity {
        let day = match self {
            Self::Term(term) | Self::Lasts(term) => Some(term.after(on)),
            Self::Until(day) | Self::Expires(day) => Some(day),
            Self::Once => None,
        };
        DatedValidity { is: self, day }
    }

    /// Adds it to a phrase: which of the five it is, and what it names.
    pub(crate) fn said(self, phrase: Phrase) -> Phrase {
        DatedValidity { is: self, day: self.day() }.said(phrase)
    }
}

impl DatedValidity {
    /// Returns the day of the review; none for what ends by itself or is done once.
    pub(crate) fn review(self) -> Option<NaiveDate> {
        self.day.filter(|_| self.is.day_key() == "review")
    }

    /// Returns the last day in force; none for what stands until a review or is done once.
    pub(crate) fn expires(self) -> Option<NaiveDate> {
        self.day.filter(|_| self.is.day_key() == "expires")
    }

    /// Returns whether it is in force on a day, unless another decision replaced or ended it.
    pub(crate) fn holds(self, on: NaiveDate) -> bool {
        self.is != Validity::Once && self.expires().is_none_or(|last| on <= last)
    }

    /// Adds it to a phrase: which of the five it is, how long, and the day.
    pub(crate) fn said(self, mut phrase: Phrase) -> Phrase {
        phrase.args.push(("way", self.is.key().into()));
        if let Validity::Term(term) | Validity::Lasts(term) = self.is {
            phrase.args.push(("term", term.into()));
        }
        phrase.args.extend(self.day.map(|it| ("day", it.into())));
        phrase
    }
}

/// The values of the keys that say how long a decision stands.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ValidityKeys {
    pub term: Option<Term>,
    pub until: Option<NaiveDate>,
    pub lasts: Option<Term>,
    pub expires: Option<NaiveDate>,
    pub once: bool,
    pub review: Option<NaiveDate>,
}

/// What is wrong with the keys that say how long a decision stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum WrongKeys {
    /// This key is missing.
    Missing(&'static str),
    /// This key contradicts another one.
    Beside(&'static str),
}

/// Something that is written under the keys that say how long a decision stands.
pub(crate) trait Lasting: Copy + Sized {
    /// Returns what the keys say.
    fn of(keys: ValidityKeys) -> Result<Self, WrongKeys>;

    /// Returns the values of the keys.
    fn keys(self) -> ValidityKeys;
}

impl ValidityKeys {
    /// Returns which of the five the keys say, if any. `expires` beside `lasts` is its day. The error is
    /// the key that contradicts another one.
    pub(crate) fn validity(&self) -> Result<Option<Validity>, &'static str> {
        let expires = self.expires.filter(|_| self.lasts.is_none());
        let all = [
            self.term.map(Validity::Term),
            self.until.map(Validity::Until),
            self.lasts.map(Validity::Lasts),
            expires.map(Validity::Expires),
            self.once.then_some(Validity::Once),
        ];
        let mut said = all.into_iter().flatten();
        match (said.next(), said.next()) {
            (validity, None) => Ok(validity),
            (_, Some(second)) => Err(second.key()),
        }
    }

    /// Returns the keys with their values, as they are written.
    pub(crate) fn pairs(&self) -> [Pair; 6] {
        [
            ("term", self.term.write()),
            ("until", self.until.write()),
            ("lasts", self.lasts.write()),
            ("expires", self.expires.write()),
            ("once", self.once.write()),
            ("review", self.review.write()),
        ]
    }
}

/// How long a decision stands, if it is said at all. Its day is not kept.
impl Lasting for Option<Validity> {
    fn of(keys: ValidityKeys) -> Result<Self, WrongKeys> {
        let validity = keys.validity().map_err(WrongKeys::Beside)?;
        match (keys.lasts, keys.expires, keys.review) {
            (_, _, Some(_)) => Err(WrongKeys::Beside("review")),
            (Some(_), Some(_), None) => Err(WrongKeys::Beside("expires")),
            _ => Ok(validity),
        }
    }

    fn keys(self) -> ValidityKeys {
        let mut keys = ValidityKeys::default();
        match self {
            Some(Validity::Term(term)) => keys.term = Some(term),
            Some(Validity::Until(day)) => keys.until = Some(day),
            Some(Validity::Lasts(term)) => keys.lasts = Some(term),
            Some(Validity::Expires(day)) => keys.expires = Some(day),
            Some(Validity::Once) => keys.once = true,
            None => {}
        }
        keys
    }
}

impl Lasting for Validity {
    fn of(keys: ValidityKeys) -> Result<Self, WrongKeys> {
        <Option<Self>>::of(keys)?.ok_or(WrongKeys::Missing("term"))
    }

    fn keys(self) -> ValidityKeys {
        Some(self).keys()
    }
}

impl Lasting for DatedValidity {
    fn of(keys: ValidityKeys) -> Result<Self, WrongKeys> {
        let is = keys.validity().map_err(WrongKeys::Beside)?.ok_or(WrongKeys::Missing("term"))?;
        let day = match (is.day_key(), keys.review) {
            ("review", day) => Some(day.ok_or(WrongKeys::Missing("review"))?),
            (_, Some(_)) => return Err(WrongKeys::Beside("review")),
            ("expires", None) => Some(keys.expires.ok_or(WrongKeys::Missing("expires"))?),
            _ => None,
        };
        match is.day() {
            Some(named) if day != Some(named) => Err(WrongKeys::Beside(is.day_key())),
            _ => Ok(Self { is, day }),
        }
    }

    fn keys(self) -> ValidityKeys {
        ValidityKeys { review: self.review(), expires: self.expires(), ..self.is.keys() }
    }
}
