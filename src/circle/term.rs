//! A term: how long a decision is in force, a role is held, or meetings are apart.

use std::fmt;
use std::str::FromStr;

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use toml::Value;

use crate::error::{Error, Result};
use crate::lang::{Arg, say};
use crate::toml_file::fields::Field;
use crate::toml_file::reader::{Reader, Section};

/// A length of time in whole months and days, never zero.
///
/// It is read from `1 day`, `6 weeks`, `2 years 6 months`, `P6M` or `P2W`, and is written
/// normalised: `P6M` as `6 months` and `12 months` as `1 year`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Whole months.
    pub months: u32,
    /// Days beyond the months.
    pub days: u32,
}

/// A hundred years in days.
const LONGEST_DAYS: u32 = 36_525;

/// The last day that can be written in a file, where years have four digits.
const LAST_DAY: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("it is a day");

impl Term {
    /// One year, the default term of a decision.
    pub const YEAR: Self = Self { months: 12, days: 0 };

    /// A hundred years, the longest term.
    pub const LONGEST: Self = Self { months: 1200, days: 0 };

    /// Returns the term of so many months and days, unless it is zero or longer than the longest.
    pub(crate) fn of(months: u32, days: u32) -> Option<Self> {
        let fits = months <= Self::LONGEST.months && days <= LONGEST_DAYS;
        (fits && (months, days) != (0, 0)).then_some(Self { months, days })
    }

    /// Returns the day this term ends when it begins on `anchor`.
    ///
    /// All months are added at once and the day is clamped to the end of the month: 31 March and
    /// six months are 30 September. The last day with a year of four digits is the maximum.
    pub fn after(self, anchor: NaiveDate) -> NaiveDate {
        anchor
            .checked_add_months(Months::new(self.months))
            .and_then(|it| it.checked_add_days(Days::new(self.days.into())))
            .unwrap_or(LAST_DAY)
            .min(LAST_DAY)
    }
}

impl FromStr for Term {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let refused =
            || Error::new(say!("error-invalid-term", text = text)).hint(say!("hint-term"));
        let parts = iso_parts(text).or_else(|| word_parts(text)).ok_or_else(refused)?;
        let (mut months, mut days) = (0_u32, 0_u32);
        for (count, unit) in parts {
            let (total, factor) = match unit {
                'Y' => (&mut months, 12),
                'M' => (&mut months, 1),
                'W' => (&mut days, 7),
                _ => (&mut days, 1),
            };
            *total = total.saturating_add(count.saturating_mul(factor));
        }
        Self::of(months, days).ok_or_else(refused)
    }
}

/// Reads `P2Y6M` as the numbers with their units: one of `Y`, `M`, `W`, `D`.
fn iso_parts(text: &str) -> Option<Vec<(u32, char)>> {
    let mut rest = text.trim().strip_prefix('P')?;
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let end = rest.find(|it: char| !it.is_ascii_digit())?;
        let unit = rest[end..].chars().next().filter(|it| "YMWD".contains(*it))?;
        parts.push((rest[..end].parse().ok()?, unit));
        rest = &rest[end + 1..];
    }
    Some(parts)
}

/// Reads `2 years 6 months` as the numbers with their units: one of `Y`, `M`, `W`, `D`.
fn word_parts(text: &str) -> Option<Vec<(u32, char)>> {
    let mut words = text.split_whitespace();
    let mut parts = Vec::new();
    while let Some(count) = words.next() {
        let unit = match words.next()?.to_ascii_lowercase().as_str() {
            "year" | "years" => 'Y',
            "month" | "months" => 'M',
            "week" | "weeks" => 'W',
            "day" | "days" => 'D',
            _ => return None,
        };
        // Parsing alone would take a sign.
        let digits = Some(count).filter(|it| it.bytes().all(|it| it.is_ascii_digit()))?;
        parts.push((digits.parse().ok()?, unit));
    }
    Some(parts)
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (weeks, days) =
            if self.days.is_multiple_of(7) { (self.days / 7, 0) } else { (0, self.days) };
        let parts = [
            (self.months / 12, "year"),
            (self.months % 12, "month"),
            (weeks, "week"),
            (days, "day"),
        ];
        let mut separator = "";
        for (count, unit) in parts.into_iter().filter(|(count, _)| *count > 0) {
            let plural = if count == 1 { "" } else { "s" };
            write!(f, "{separator}{count} {unit}{plural}")?;
            separator = " ";
        }
        Ok(())
    }
}

impl Field for Term {
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>, key: &'static str) -> Option<Self> {
        reader.required(section, key, Reader::parsed)
    }

    fn write(&self) -> Option<Value> {
        Some(self.to_string().into())
    }
}

impl From<Term> for Arg {
    fn from(term: Term) -> Self {
        Self::Span { months: term.months, days: term.days }
    }
}

impl Serialize for Term {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Term {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(|_| de::Error::custom(format_args!("`{text}` is no term")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, written: &str) {
        assert_eq!(text.parse::<Term>().unwrap().to_string(), written);
    }

    #[track_caller]
    fn ends(term: &str, anchor: &str, end: &str) {
        let term: Term = term.parse().unwrap();
        assert_eq!(term.after(anchor.parse().unwrap()).to_string(), end);
    }

    #[test]
    fn terms_are_written_back_normalised() {
        check("1 day", "1 day");
        check("6 weeks", "6 weeks");
        check("P6M", "6 months");
        check("P2W", "2 weeks");
        check("12 months", "1 year");
        check("2 years 6 months", "2 years 6 months");
        check("P2Y6M", "2 years 6 months");
        check("10 days", "10 days");
    }

    #[test]
    fn invalid_terms_are_refused() {
        for text in [
            "",
            "soon",
            "0 days",
            "-1 month",
            "1",
            "1 fortnight",
            "P",
            "PT1H",
            "+1 day",
            "99999 years",
        ] {
            assert!(text.parse::<Term>().is_err(), "{text}");
        }
    }

    #[test]
    fn months_are_clamped_to_the_month_s_end() {
        ends("6 months", "2025-03-31", "2025-09-30");
        ends("1 month", "2024-01-31", "2024-02-29");
        ends("1 year", "2024-02-29", "2025-02-28");
        ends("4 weeks", "2023-06-15", "2023-07-13");
    }

    #[test]
    fn no_term_ends_after_the_last_day_that_can_be_written() {
        ends("1 year", "9999-06-01", "9999-12-31");
        ends("100 years", "9950-06-01", "9999-12-31");
    }
}
