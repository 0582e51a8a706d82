//! Days, times of day and terms as people type them, in the reader's language and in English.
//!
//! Never reads the clock: the day from which a day is counted is an argument.

mod names;
mod day;
#[cfg(test)]
mod tests;

use chrono::{Days, Months, NaiveDate, NaiveTime};

use crate::text::{fold, one_line, word_ends};
pub(crate) use day::{Reading, Year, day};
pub(crate) use names::DayNames;

/// Reads a day of exactly ten characters, such as `2026-09-19`.
pub(crate) fn iso_day(typed: &str) -> Option<NaiveDate> {
    let strict = typed.len() == 10 && typed.bytes().all(|it| it.is_ascii_digit() || it == b'-');
    strict.then(|| NaiveDate::parse_from_str(typed, "%Y-%m-%d").ok()).flatten()
}

/// The most words of a day: `on Wednesday the 4th of December of the year 2026`.
const MOST_WORDS: usize = 12;

/// Returns whether a text has more words than a day can have. It is not read as one, so that the
/// time does not grow with the square of a long line.
pub(crate) fn is_long(typed: &str) -> bool {
    typed.split_whitespace().nth(MOST_WORDS).is_some()
}

/// Reads a time of day: `19:00`, `7pm`, `7:30 pm`, `19h30`, and `19 Uhr` in German.
pub(crate) fn time(names: &DayNames, typed: &str) -> Option<NaiveTime> {
    if is_long(typed) {
        return None;
    }
    let typed = one_line(typed).to_lowercase();
    let ends = typed.find(|it: char| !it.is_ascii_digit()).filter(|it| (1..=2).contains(it))?;
    let (hour, rest) = (typed[..ends].parse::<u32>().ok()?, &typed[ends..]);
    if let Some(minute) = rest.strip_prefix('h') {
        let minute = if minute.is_empty() { 0 } else { two_digits(minute)? };
        return NaiveTime::from_hms_opt(hour, minute, 0);
    }
    let (minute, unit) = match rest.strip_prefix(':') {
        Some(rest) => (Some(two_digits(rest.get(..2)?)?), rest[2..].trim_start()),
        None => (None, rest.trim_start()),
    };
    let half = if names.am.iter().any(|it| it == unit) {
        Some(0)
    } else {
        names.pm.iter().any(|it| it == unit).then_some(12)
    };
    let hour = match half {
        Some(added) => (1..=12).contains(&hour).then_some(hour % 12 + added)?,
        None => hour,
    };
    let is_time = half.is_some()
        || if unit.is_empty() { minute.is_some() } else { names.hour.iter().any(|it| it == unit) };
    is_time.then(|| NaiveTime::from_hms_opt(hour, minute.unwrap_or(0), 0)).flatten()
}

fn two_digits(typed: &str) -> Option<u32> {
    let strict = typed.len() == 2 && typed.bytes().all(|it| it.is_ascii_digit());
    strict.then(|| typed.parse().ok()).flatten()
}

/// A day and a time of day, each as far as it was found.
pub(crate) enum DayAndTime<'t> {
    /// A day, and the time behind it if there is one.
    Both(NaiveDate, Option<NaiveTime>),
    /// The text that should be a day, and is none.
    NoDay(&'t str),
    /// The text behind the day that should be a time, and is none.
    NoTime(&'t str),
}

/// Reads a day with or without a time behind it: `Friday`, `4 December at 19:00`.
pub(crate) fn day_and_time<'t>(
    names: &DayNames,
    typed: &'t str,
    today: NaiveDate,
) -> DayAndTime<'t> {
    let typed = typed.trim();
    let is_day = |it: &str| match day(names, it, today, Year::Next) {
        Reading::Day(day) => Some(day),
        _ => None,
    };
    if let Some(day) = is_day(typed) {
        return DayAndTime::Both(day, None);
    }
    let mut no_time = None;
    let ends: Vec<usize> = word_ends(typed).filter(|end| *end < typed.len()).collect();
    for gap in ends.iter().take(MOST_WORDS).rev() {
        let before = &typed[..*gap];
        let Some(day) = is_day(before.strip_suffix(',').unwrap_or(before)) else { continue };
        let behind = typed[*gap..].trim_start();
        let at = names.at.iter().find_map(|it| behind.strip_prefix(&format!("{it} ")));
        match time(names, at.unwrap_or(behind)) {
            Some(time) => return DayAndTime::Both(day, Some(time)),
            None => no_time = no_time.or(Some(behind)),
        }
    }
    if let Some(behind) = no_time {
        return DayAndTime::NoTime(behind);
    }
    let timed = ends.iter().find(|gap| time(names, &typed[**gap..]).is_some());
    DayAndTime::NoDay(timed.map_or(typed, |gap| &typed[..*gap]))
}

/// Reads a length of time as whole months and days: `a year`, `half a year`, `2 years 6 months`.
pub(crate) fn span(names: &DayNames, typed: &str) -> Option<(u32, u32)> {
    let typed = fold(&one_line(typed));
    let year = |it: &str| names.unit(it) == Some('Y');
    let half = names.half.iter().find_map(|it| typed.strip_prefix(&format!("{it} ")));
    if half.is_some_and(year) {
        return Some((6, 0));
    }
    let words: Vec<&str> = typed.split(' ').collect();
    let (mut months, mut days) = (0_u32, 0_u32);
    for pair in words.chunks(2) {
        let [count, unit] = pair else { return None };
        let digits = count.bytes().all(|it| it.is_ascii_digit());
        let count: u32 = if digits {
            count.parse().ok()?
        } else {
            names.one.iter().any(|it| it == count).then_some(1)?
        };
        let (total, factor) = match names.unit(unit)? {
            'Y' => (&mut months, 12),
            'M' => (&mut months, 1),
            'W' => (&mut days, 7),
            _ => (&mut days, 1),
        };
        *total = total.checked_add(count.checked_mul(factor)?)?;
    }
    ((months, days) != (0, 0)).then_some((months, days))
}

/// Returns the day so many months and days after another.
fn later(day: NaiveDate, (months, days): (u32, u32)) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(months))?.checked_add_days(Days::new(days.into()))
}
