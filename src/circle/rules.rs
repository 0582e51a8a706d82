//! The rules a circle gives itself, each with its default.

use std::fmt;

use crate::circle::Term;

/// The rules of a circle. `Rules::default()` is what holds where the file is silent.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    /// How consent to a decision may be heard.
    pub consent: Consent,
    /// The steps that are asked, in the order of a meeting.
    pub steps: Vec<Part>,
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
            steps: Part::FULL.to_vec(),
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
    pub fn has(&self, part: Part) -> bool {
        self.steps.contains(&part)
    }
}

/// A step of the meeting that a circle may leave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
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

impl Part {
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

    /// The parts that a meeting has so far: what `full` stands for.
    pub const FULL: [Self; 5] =
        [Self::CheckIn, Self::Agenda, Self::Clarify, Self::React, Self::CheckOut];

    /// Returns the word for the part in `circle.toml`.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, it)| *it == self).map_or("", |(word, _)| word)
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
}
