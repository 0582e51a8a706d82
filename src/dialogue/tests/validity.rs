//! How long a decision stands: the five ways to say it, and when each is refused.

use crate::circle::Term;
use crate::meeting::Validity;

/// Lines that say how long a decision stands.
const LINES: [&str; 10] = [
    "term until 2027-03-18",
    "term until today",
    "lasts 3 months",
    "lasts 3 months",
    "expires 2027-03-18",
    "expires 2026-09-05",
    "once",
    "once",
    "/amend lasts 2 weeks",
    "/amend once",
];

/// A way that no other line says.
pub(super) const OTHER: Validity = Validity::Lasts(Term { months: 7, days: 3 });

/// Returns the lines with those that say how long a decision stands.
pub(super) fn lines(others: &[&'static str]) -> Vec<&'static str> {
    [others, &LINES].concat()
}

/// Says how long a decision stands: a term alone, everything else behind its key.
pub(super) fn stands(validity: Validity) -> String {
    match validity {
        Validity::Term(term) => term.to_string(),
        Validity::Lasts(term) => format!("lasts {term}"),
        Validity::Until(day) => format!("until {day}"),
        Validity::Expires(day) => format!("expires {day}"),
        Validity::Once => "once".to_owned(),
    }
}
