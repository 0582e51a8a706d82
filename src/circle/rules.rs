//! The rules a circle gives itself, each with its default.

use std::fmt;
use std::str::FromStr;

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use toml::de::DeValue;
use toml::{Spanned, Value};

use crate::circle::Term;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::text::same;
use crate::toml_file::fields::Field;
use crate::toml_file::reader::{Reader, Section, items};
use crate::toml_file::{Word, table, unknown_word};

table! {
    /// The rules of a circle: `[rules]`. Rules that are missing in the file have their defaults.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Rules {
        /// How consent to a decision may be heard.
        consent: Consent = r#""round""# [or Some(Self::default().consent)],
        /// The steps that its meetings have, in the order of a meeting.
        steps: Vec<OptionalStep> = r#"["check-in", "agenda"]"# [or Some(Self::default().steps)],
        /// How long a decision is in force before its review, unless it has a term of its own.
        term: Term = r#""1 year""# [or Some(Self::default().term)],
        /// How many members must be present when something is decided.
        quorum: Quorum = r#""2/3""# [or Some(Self::default().quorum)],
        /// Whose names appear in minutes and records.
        attribution: Attribution = r#""none""# [or Some(Self::default().attribution)],
        /// Who is asked first in a round.
        order: Order = r#""rotate""# [or Some(Self::default().order)],
        /// Whether members may stand aside from a proposal.
        aside: bool = "true",
        /// Whether a decision waits for the members who are not there; `None` means that it does not.
        absent: Option<Absent> = r#""wait""#,
        /// Whether a decision may be asked for in writing, without a meeting.
        written: bool = "true",
        /// Pairs of roles that one person may not hold together.
        apart: Vec<(String, String)> = r#"[["Facilitator", "Secretary"]]"# [or Some(Vec::new())],
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            consent: Consent::Round,
            steps: OptionalStep::FULL.to_vec(),
            term: Term::YEAR,
            quorum: Quorum::None,
            attribution: Attribution::None,
            order: Order::Rotate,
            aside: false,
            absent: None,
            written: false,
            apart: Vec::new(),
        }
    }
}

impl Rules {
    /// Returns whether the circle's meetings have this step.
    pub(crate) fn has(&self, step: OptionalStep) -> bool {
        self.steps.contains(&step)
    }

    /// Returns whether a decision waits for the members who are not there.
    pub(crate) fn waits(&self) -> bool {
        self.absent == Some(Absent::Wait)
    }
}

/// A step of the meeting that a circle may leave out.
#[derive(
    Clone, Copy, Debug, EnumString, IntoStaticStr, PartialEq, Eq, VariantArray, VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum OptionalStep {
    /// The check-in round.
    CheckIn,
    /// The length of the meeting, earlier minutes, announcements, and the next meeting.
    Admin,
    /// Listing the items and agreeing on the list.
    Agenda,
    /// The clarifying round.
    Clarify,
    /// The reaction round.
    React,
    /// The qualifications for a role.
    Qualify,
    /// The change round of a selection.
    Change,
    /// Reading back what was decided.
    ReadBack,
    /// The check-out round.
    CheckOut,
}

impl Word for OptionalStep {}

impl OptionalStep {
    /// Every step, in the order of a meeting; written `full`.
    pub const FULL: &[Self] = <Self as VariantArray>::VARIANTS;

    /// Reads `full`, `essential`, or a list separated by commas: `check-in, agenda`.
    pub fn list(text: &str) -> Result<Vec<Self>> {
        match text.trim() {
            "full" => Ok(Self::FULL.to_vec()),
            "essential" => Ok(Vec::new()),
            list => {
                let alone: &[_] = if list.contains(',') { &[] } else { &["full", "essential"] };
                let steps = list.split(',').map(|it| Self::find(it.trim(), alone));
                steps.collect::<Result<Vec<_>>>().map(|it| Self::in_order(&it))
            }
        }
    }

    /// Finds a step by its word. An error also names the words in `others`.
    fn find(word: &str, others: &[&'static str]) -> Result<Self> {
        let known = others.iter().chain(<Self as VariantNames>::VARIANTS).copied();
        word.parse().map_err(|_| unknown_word("steps", word, known))
    }

    /// Puts steps into the order of a meeting, each once.
    fn in_order(steps: &[Self]) -> Vec<Self> {
        Self::FULL.iter().copied().filter(|it| steps.contains(it)).collect()
    }
}

/// `full`, `essential`, or a list of words.
impl Field for Vec<OptionalStep> {
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>, key: &'static str) -> Option<Self> {
        let value = section.value(key)?;
        let Some(words) = reader.strings(value) else {
            if value.get_ref().is_array() {
                return reader.wrong(section, key, "steps");
            }
            let text = reader.words(section, key)?;
            return OptionalStep::list(&text.is).map_err(|it| reader.note_error(text.at, it)).ok();
        };
        let mut steps = Vec::new();
        for word in words {
            match OptionalStep::find(&word.is, &[]) {
                Ok(step) => steps.push(step),
                Err(error) => reader.note_error(word.at, error),
            }
        }
        Some(OptionalStep::in_order(&steps))
    }

    fn write(&self) -> Option<Value> {
        Some(self.iter().map(|it| it.word()).collect::<Vec<_>>().into())
    }
}

/// Pairs of names.
impl Field for Vec<(String, String)> {
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>, key: &'static str) -> Option<Self> {
        let value = section.value(key)?;
        let text = |it: &Spanned<DeValue<'_>>| it.get_ref().as_str().map(str::to_owned);
        let pair = |it: &Spanned<DeValue<'_>>| match items(it) {
            [one, other] => Some((text(one)?, text(other)?)),
            _ => None,
        };
        let pairs = value.get_ref().as_array().and_then(|it| it.iter().map(pair).collect());
        pairs
            .filter(|it: &Self| it.iter().all(|(one, other)| !same(one, other)))
            .or_else(|| reader.wrong(section, key, "pairs"))
    }

    fn write(&self) -> Option<Value> {
        let pairs = self.iter().map(|(one, other)| Value::from(vec![one.as_str(), other]));
        Some(Value::Array(pairs.collect()))
    }
}

/// How consent to a decision may be asked for.
#[derive(Clone, Copy, Debug, EnumString, IntoStaticStr, PartialEq, Eq, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Consent {
    /// Each member is asked.
    Round,
    /// The facilitator may also ask everyone at once.
    Call,
}

impl Word for Consent {}

/// Whose names appear in minutes and records. The journal has all names.
#[derive(Clone, Copy, Debug, EnumString, IntoStaticStr, PartialEq, Eq, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Attribution {
    /// No names beside what was said.
    None,
    /// The names of those who objected or had a concern.
    Objections,
    /// All names.
    All,
}

impl Word for Attribution {}

/// Who is asked first in a round.
#[derive(Clone, Copy, Debug, EnumString, IntoStaticStr, PartialEq, Eq, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Order {
    /// Each round starts one seat further.
    Rotate,
    /// Every round starts at the first seat.
    Seats,
}

impl Word for Order {}

/// Whose consent a decision needs.
#[derive(Clone, Copy, Debug, EnumString, IntoStaticStr, PartialEq, Eq, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Absent {
    /// That of the members present.
    Present,
    /// That of all members: who is not there is asked in writing.
    Wait,
}

impl Word for Absent {}

/// How many members must be present when something is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quorum {
    /// Any number.
    None,
    /// At least this many.
    Number(usize),
    /// All but this many, and never fewer than two.
    AllBut(usize),
    /// A share of all members, rounded up: `2/3`, `60%`.
    Share {
        part: usize,
        /// Never zero.
        of: usize,
        /// Whether it was written in percent.
        percent: bool,
    },
}

impl Quorum {
    /// Returns how many of `members` must be present.
    pub(crate) fn needed(self, members: usize) -> usize {
        match self {
            Self::None => 0,
            Self::Number(number) => number,
            Self::AllBut(number) => members.saturating_sub(number).max(2),
            Self::Share { part, of, .. } => (members * part).div_ceil(of),
        }
    }

    fn find(text: &str) -> Option<Self> {
        // `u16`, so that multiplying with the number of members cannot overflow.
        let number = |it: &str| {
            let digits = it.bytes().all(|it| it.is_ascii_digit());
            digits.then(|| it.parse::<u16>().ok().map(usize::from)).flatten()
        };
        let share = |part: &str, of: usize, percent| {
            let part = number(part).filter(|part| (1..=of).contains(part))?;
            Some(Self::Share { part, of, percent })
        };
        if text == "none" {
            Some(Self::None)
        } else if let Some(rest) = text.strip_prefix("all but ") {
            number(rest).map(Self::AllBut)
        } else if let Some(part) = text.strip_suffix('%') {
            share(part.trim_end(), 100, true)
        } else if let Some((part, of)) = text.split_once('/') {
            share(part, number(of)?, false)
        } else {
            number(text).filter(|it| *it > 0).map(Self::Number)
        }
    }
}

impl FromStr for Quorum {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let refused =
            || Error::new(say!("error-invalid-quorum", text = text)).hint(say!("hint-quorum"));
        Self::find(text.trim()).ok_or_else(refused)
    }
}

impl Field for Quorum {
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>, key: &'static str) -> Option<Self> {
        reader.parsed(section, key)
    }

    fn write(&self) -> Option<Value> {
        Some(match self {
            Self::Number(number) => i64::try_from(*number).unwrap_or(i64::MAX).into(),
            quorum => quorum.to_string().into(),
        })
    }
}

impl fmt::Display for Quorum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("none"),
            Self::Number(number) => write!(f, "{number}"),
            Self::AllBut(number) => write!(f, "all but {number}"),
            Self::Share { part, percent: true, .. } => write!(f, "{part}%"),
            Self::Share { part, of, .. } => write!(f, "{part}/{of}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quorum_is_never_rounded_down() {
        assert_eq!(Quorum::Share { part: 2, of: 3, percent: false }.needed(4), 3);
        assert_eq!(Quorum::Share { part: 60, of: 100, percent: true }.needed(5), 3);
    }

    #[test]
    fn all_but_some_is_never_fewer_than_two() {
        assert_eq!(Quorum::AllBut(2).needed(8), 6);
        assert_eq!(Quorum::AllBut(2).needed(3), 2);
    }

    #[test]
    fn a_quorum_is_written_as_it_is_read() {
        for text in ["none", "3", "all but 2", "all but 0", "2/3", "60%", "100%"] {
            assert_eq!(text.parse::<Quorum>().unwrap().to_string(), text);
        }
        for text in ["", "0", "-1", "0/3", "4/3", "3/0", "0%", "101%", "all", "half", "99999"] {
            assert!(text.parse::<Quorum>().is_err(), "{text}");
        }
    }

    #[test]
    fn steps_are_put_into_the_order_of_a_meeting() {
        assert_eq!(OptionalStep::list("full").unwrap(), OptionalStep::FULL);
        assert_eq!(OptionalStep::list("essential").unwrap(), []);
        let parts = [OptionalStep::CheckIn, OptionalStep::Agenda, OptionalStep::ReadBack];
        assert_eq!(OptionalStep::list("read-back, agenda,check-in,agenda").unwrap(), parts);
        let hint = |it: &str| OptionalStep::list(it).unwrap_err().hint.map(|it| it.key);
        assert_eq!(hint("full,agenda"), Some("hint-words"));
        assert!(OptionalStep::list("agenda,").is_err());
        assert!(OptionalStep::list("").is_err());
    }
}
