//! How often a circle meets: after a term, or on certain weekdays of each month.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Months, NaiveDate, NaiveTime, Weekday};
use toml::Value;

use crate::circle::Term;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::toml_file::fields::Field;
use crate::toml_file::reader::{Reader, Section};

/// How often a circle meets, and at what time.
///
/// It is read from a term such as `2 weeks`, or from `second Tuesday`, `last Friday` or
/// `1st and 3rd Tuesday`, each with ` at 19:00` behind it or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Every {
    rhythm: Rhythm,
    /// When the meetings begin.
    pub time: Option<NaiveTime>,
}

#[derive(Clone, Debug, PartialEq)]
enum Rhythm {
    Term(Term),
    /// The numbers of the weekday in each month, in order.
    InMonth(Vec<Nth>, Weekday),
}

/// Which of the same weekdays of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Nth {
    /// From 1 to 5. Months without a fifth such weekday are left out.
    Number(u8),
    Last,
}

/// The ordinals in words and numbers, from the first to the fifth.
const ORDINALS: [[&str; 2]; 5] =
    [["first", "1st"], ["second", "2nd"], ["third", "3rd"], ["fourth", "4th"], ["fifth", "5th"]];

/// The weekdays, from Monday.
const WEEKDAYS: [(&str, Weekday); 7] = [
    ("Monday", Weekday::Mon),
    ("Tuesday", Weekday::Tue),
    ("Wednesday", Weekday::Wed),
    ("Thursday", Weekday::Thu),
    ("Friday", Weekday::Fri),
    ("Saturday", Weekday::Sat),
    ("Sunday", Weekday::Sun),
];

impl Every {
    /// Returns the first day after `held` on which the circle meets.
    ///
    /// A term is counted from `from` where that is given, otherwise from `scheduled`. All terms are
    /// counted from that one day: from 31 January `1 month` gives 28 February and 31 March.
    pub fn next(
        &self,
        from: Option<NaiveDate>,
        scheduled: NaiveDate,
        held: NaiveDate,
    ) -> NaiveDate {
        // A meeting held before its day counts as that meeting.
        let held = held.max(scheduled);
        match &self.rhythm {
            Rhythm::Term(term) => {
                let start = from.unwrap_or(scheduled);
                if start > held {
                    return start;
                }
                // So many terms cannot end before `held`, as a month has at most 31 days.
                let span = i64::from(term.months) * 31 + i64::from(term.days);
                let passed = u32::try_from((held - start).num_days() / span).unwrap_or(0);
                let day = |count: u32| {
                    let months = term.months.saturating_mul(count);
                    let days = term.days.saturating_mul(count);
                    Term { months, days }.after(start)
                };
                let mut days = (passed.max(1)..=passed.saturating_add(100_000)).map(day);
                days.find(|it| *it > held).unwrap_or_else(|| term.after(held))
            }
            Rhythm::InMonth(numbers, weekday) => {
                let first = held.with_day(1).unwrap_or(held);
                let months = (0..=120).filter_map(|it| first.checked_add_months(Months::new(it)));
                let mut days = months.flat_map(|month| {
                    let mut days: Vec<NaiveDate> =
                        numbers.iter().filter_map(|it| it.in_month(month, *weekday)).collect();
                    days.sort_unstable();
                    days
                });
                days.find(|it| *it > held).unwrap_or_else(|| Term::YEAR.after(held))
            }
        }
    }
}

impl Nth {
    /// Returns this weekday of the month that begins on `first`.
    fn in_month(self, first: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
        let (year, month) = (first.year(), first.month());
        match self {
            Self::Number(number) => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, number)
            }
            Self::Last => (1..=5)
                .rev()
                .find_map(|it| NaiveDate::from_weekday_of_month_opt(year, month, weekday, it)),
        }
    }
}

impl FromStr for Every {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let refused =
            || Error::new(say!("error-invalid-every", text = text)).hint(say!("hint-every"));
        let (rhythm, time) = match text.split_once(" at ") {
            Some((rhythm, time)) => {
                let time = Some(time.trim()).filter(|it| it.len() == 5);
                let time = time.and_then(|it| NaiveTime::parse_from_str(it, "%H:%M").ok());
                (rhythm, Some(time.ok_or_else(refused)?))
            }
            None => (text, None),
        };
        let rhythm = match rhythm.parse::<Term>() {
            Ok(term) => Rhythm::Term(term),
            Err(_) => in_month(rhythm).ok_or_else(refused)?,
        };
        Ok(Self { rhythm, time })
    }
}

/// Reads `second Tuesday`, `last Friday`, `1st and 3rd Tuesday`.
fn in_month(text: &str) -> Option<Rhythm> {
    let text = text.replace(',', " and ");
    let (numbers, weekday) = text.trim().rsplit_once(char::is_whitespace)?;
    let weekday = WEEKDAYS.iter().find(|it| it.0.eq_ignore_ascii_case(weekday))?.1;
    let number = |it: &str| {
        let it = it.trim().to_ascii_lowercase();
        if it == "last" {
            return Some(Nth::Last);
        }
        let place = ORDINALS.iter().position(|names| names.contains(&it.as_str()))?;
        Some(Nth::Number(u8::try_from(place + 1).ok()?))
    };
    let mut numbers = numbers.split(" and ").map(number).collect::<Option<Vec<Nth>>>()?;
    numbers.sort_unstable();
    numbers.dedup();
    Some(Rhythm::InMonth(numbers, weekday))
}

impl fmt::Display for Every {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.rhythm {
            Rhythm::Term(term) => write!(f, "{term}")?,
            Rhythm::InMonth(numbers, weekday) => {
                let name = |it: &Nth| match it {
                    Nth::Number(number) => ORDINALS[usize::from(*number) - 1][0],
                    Nth::Last => "last",
                };
                let numbers: Vec<&str> = numbers.iter().map(name).collect();
                let weekday = WEEKDAYS[weekday.num_days_from_monday() as usize].0;
                write!(f, "{} {weekday}", numbers.join(" and "))?;
            }
        }
        self.time.map_or(Ok(()), |it| write!(f, " at {}", it.format("%H:%M")))
    }
}

impl Field for Every {
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>, key: &'static str) -> Option<Self> {
        reader.required(section, key, Reader::parsed)
    }

    fn write(&self) -> Option<Value> {
        Some(self.to_string().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, written: &str) {
        assert_eq!(text.parse::<Every>().unwrap().to_string(), written);
    }

    /// Expects the next days, each counted from the one before.
    #[track_caller]
    fn days(every: &str, from: Option<&str>, scheduled: &str, expected: &[&str]) {
        let (every, day) = (every.parse::<Every>().unwrap(), |it: &str| it.parse().unwrap());
        let mut last: NaiveDate = day(scheduled);
        for it in expected {
            last = every.next(from.map(day), last, last);
            assert_eq!(last, day(it));
        }
    }

    #[test]
    fn rhythms_are_written_back_normalised() {
        check("P2W", "2 weeks");
        check("2 weeks at 19:00", "2 weeks at 19:00");
        check("second Tuesday", "second Tuesday");
        check("LAST friday at 07:30", "last Friday at 07:30");
        check("3rd and 1st Tuesday", "first and third Tuesday");
        check("1st, 3rd and last Tuesday", "first and third and last Tuesday");
    }

    #[test]
    fn other_rhythms_are_refused() {
        for text in [
            "often",
            "Tuesday",
            "sixth Tuesday",
            "2nd",
            "second Dienstag",
            "2 weeks at 7pm",
            "2 weeks at 19.00",
            "second and Tuesday",
            "",
            " at 19:00",
            "second Tuesday at 24:00",
        ] {
            assert_eq!(
                text.parse::<Every>().unwrap_err().message.key,
                "error-invalid-every",
                "{text}"
            );
        }
    }

    #[test]
    fn weekdays_are_counted_in_each_month() {
        let second = ["2026-12-08", "2027-01-12", "2027-02-09"];
        days("second Tuesday", None, "2026-11-10", &second);
        days("last Friday", None, "2026-11-27", &["2026-12-25", "2027-01-29", "2027-02-26"]);
        let both = ["2026-12-01", "2026-12-15", "2027-01-05"];
        days("1st and 3rd Tuesday", None, "2026-11-17", &both);
        days("fifth Monday", None, "2026-11-30", &["2027-03-29", "2027-05-31"]);
        days("fourth and last Friday", None, "2027-02-01", &["2027-02-26", "2027-03-26"]);
    }

    #[test]
    fn months_are_counted_from_one_day_where_it_is_given() {
        let expected = ["2026-02-28", "2026-03-31", "2026-04-30"];
        days("1 month", Some("2026-01-31"), "2026-01-31", &expected);
        days("1 month", None, "2026-01-31", &["2026-02-28", "2026-03-28"]);
        days("2 weeks", Some("2027-01-05"), "2026-12-01", &["2027-01-05", "2027-01-19"]);
    }

    #[test]
    fn a_meeting_on_another_day_does_not_shift_the_next_ones() {
        let every: Every = "2 weeks".parse().unwrap();
        let next = |scheduled: &str, held: &str| {
            every.next(None, scheduled.parse().unwrap(), held.parse().unwrap()).to_string()
        };
        assert_eq!(next("2026-12-01", "2026-12-02"), "2026-12-15");
        assert_eq!(next("2026-12-01", "2026-11-30"), "2026-12-15");
        assert_eq!(next("2026-12-01", "2026-12-15"), "2026-12-29");
        assert_eq!(next("2016-12-01", "2026-12-03"), "2026-12-17");
    }
}
