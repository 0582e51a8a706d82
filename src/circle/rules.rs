//! The rules a circle gives itself, each with its default.

use std::fmt;
use std::str::FromStr;

use crate::circle::Term;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::toml_file::unknown_word;

/// The rules of a circle. `Rules::default()` is what holds where the file is silent.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    /// How consent to a decision may be heard.
    pub consent: Consent,
    /// The steps that are asked, in the order of a meeting.
    pub steps: Vec<OptionalStep>,
    /// How long a decision stands before its review, unless it says otherwise.
    pub term: Term,
    /// How many members must be present when something is decided.
    pub quorum: Quorum,
    /// What carries a name in minutes and records.
    pub attribution: Attribution,
    /// Who begins a round.
    pub order: Order,
    /// Pairs of roles that one person may not hold together.
    pub apart: Vec<(String, String)>,
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
            apart: Vec::new(),
        }
    }
}

impl Rules {
    /// Returns whether the circle's meetings have this step.
    pub fn has(&self, part: OptionalStep) -> bool {
        self.steps.contains(&part)
    }
}

/// A step of the meeting that a circle may leave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionalStep {
    /// The check-in round.
    CheckIn,
    /// Minutes planned, earlier minutes, announcements, next meeting.
    Admin,
    /// The list of items and the call on it.
    Agenda,
    /// The clarifying round.
    Clarify,
    /// The reaction round.
    React,
    /// Qualifications for a role.
    Qualify,
    /// The change round of a selection.
    Change,
    /// Reading back what was decided.
    ReadBack,
    /// The check-out round.
    CheckOut,
}

impl OptionalStep {
    /// Every part with its word in `circle.toml`, in the order of a meeting.
    pub const WORDS: [(&str, Self); 9] = [
        ("check-in", Self::CheckIn),
        ("admin", Self::Admin),
        ("agenda", Self::Agenda),
        ("clarify", Self::Clarify),
        ("react", Self::React),
        ("qualify", Self::Qualify),
        ("change", Self::Change),
        ("read-back", Self::ReadBack),
        ("check-out", Self::CheckOut),
    ];

    /// Every part: what `full` stands for.
    pub const FULL: [Self; 9] = [
        Self::CheckIn,
        Self::Admin,
        Self::Agenda,
        Self::Clarify,
        Self::React,
        Self::Qualify,
        Self::Change,
        Self::ReadBack,
        Self::CheckOut,
    ];

    /// Returns the word for the part in `circle.toml`.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, it)| *it == self).map_or("", |(word, _)| word)
    }

    /// Reads `full`, `essential`, or words with commas between: `check-in, agenda`.
    pub fn list(text: &str) -> Result<Vec<Self>> {
        match text.trim() {
            "full" => Ok(Self::FULL.to_vec()),
            "essential" => Ok(Vec::new()),
            list => {
                let alone: &[_] = if list.contains(',') { &[] } else { &["full", "essential"] };
                let parts = list.split(',').map(|it| Self::find(it.trim(), alone));
                parts.collect::<Result<Vec<_>>>().map(|it| Self::in_order(&it))
            }
        }
    }

    /// Finds the part for its word; `besides` are other words that may stand in its place.
    pub(crate) fn find(word: &str, besides: &[&'static str]) -> Result<Self> {
        let found = Self::WORDS.iter().find(|(it, _)| *it == word);
        let known = besides.iter().copied().chain(Self::WORDS.iter().map(|(it, _)| *it));
        found.map(|(_, part)| *part).ok_or_else(|| unknown_word("steps", word, known))
    }

    /// Puts parts into the order of a meeting, each once.
    pub(crate) fn in_order(parts: &[Self]) -> Vec<Self> {
        Self::WORDS.into_iter().map(|(_, it)| it).filter(|it| parts.contains(it)).collect()
    }
}

/// How consent to a decision is heard (practice: never confused in records).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consent {
    /// Each one answers.
    Round,
    /// The facilitator may also ask the room and hear none.
    Call,
}

impl Consent {
    /// Each way with its word in `circle.toml` and in records.
    pub const WORDS: [(&str, Self); 2] = [("round", Self::Round), ("call", Self::Call)];

    /// Returns the word for the way in `circle.toml` and in records.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, it)| *it == self).map_or("", |(word, _)| word)
    }
}

/// What carries a name in minutes and records. The journal names everyone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribution {
    /// Nobody beside what was said.
    None,
    /// Who objected or had a concern.
    Objections,
    /// Everyone beside everything.
    All,
}

impl Attribution {
    /// Each value with its word in `circle.toml`.
    pub const WORDS: [(&str, Self); 3] =
        [("none", Self::None), ("objections", Self::Objections), ("all", Self::All)];

    /// Returns the word for the value in `circle.toml`.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, it)| *it == self).map_or("", |(word, _)| word)
    }
}

/// Who begins a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Each round starts one seat further.
    Rotate,
    /// Every round starts at the first seat.
    Seats,
}

impl Order {
    /// Each value with its word in `circle.toml`.
    pub const WORDS: [(&str, Self); 2] = [("rotate", Self::Rotate), ("seats", Self::Seats)];

    /// Returns the word for the value in `circle.toml`.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, it)| *it == self).map_or("", |(word, _)| word)
    }
}

/// How many members must be present when something is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quorum {
    /// Any number.
    None,
    /// At least so many.
    Number(usize),
    /// All but so many, and never fewer than two.
    AllBut(usize),
    /// A share of all members, rounded up: `2/3`, `60%`.
    Share {
        /// The numerator.
        part: usize,
        /// The denominator, not zero.
        of: usize,
        /// Whether it was written in percent.
        percent: bool,
    },
}

impl Quorum {
    /// Returns how many of `members` must be present.
    pub fn needed(self, members: usize) -> usize {
        match self {
            Self::None => 0,
            Self::Number(number) => number,
            Self::AllBut(number) => members.saturating_sub(number).max(2),
            Self::Share { part, of, .. } => (members * part).div_ceil(of),
        }
    }

    fn find(text: &str) -> Option<Self> {
        // Numbers stay small, so that multiplying with the members cannot overflow.
        let number = |it: &str| {
            let digits = it.bytes().all(|it| it.is_ascii_digit());
            digits.then(|| it.parse::<u16>().ok().map(usize::from)).flatten()
        };
        if text == "none" {
            return Some(Self::None);
        }
        if let Some(rest) = text.strip_prefix("all but ") {
            return number(rest).map(Self::AllBut);
        }
        let share = |part: &str, of: usize, percent| {
            let part = number(part).filter(|part| (1..=of).contains(part))?;
            Some(Self::Share { part, of, percent })
        };
        if let Some(part) = text.strip_suffix('%') {
            return share(part.trim_end(), 100, true);
        }
        if let Some((part, of)) = text.split_once('/') {
            return share(part, number(of)?, false);
        }
        number(text).filter(|it| *it > 0).map(Self::Number)
    }
}

impl FromStr for Quorum {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let refused = || Error::new(say!("error-quorum", text = text)).hint(say!("hint-quorum"));
        Self::find(text.trim()).ok_or_else(refused)
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
