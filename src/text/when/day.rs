//! Reads a day as people type it.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::text::fold;
use crate::text::when::names::{DayNames, Name};
use crate::text::when::{iso_day, later, span};

/// Which day is meant where the year is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Year {
    /// The next such day; today is one, except for a weekday.
    Next,
    /// The last such day.
    Last,
}

/// What a text is, read as a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    Day(NaiveDate),
    /// The text has the shape of a day, and there is no such day: `31.2.`, `Friday night`.
    NoDay,
    /// Anything else.
    Text,
}

/// Reads a day: `2026-12-04`, `4 December`, `4.12.`, `Friday`, `tomorrow`, `in 2 weeks`.
pub(crate) fn day(names: &DayNames, typed: &str, today: NaiveDate, year: Year) -> Reading {
    let tokens = typed.split_whitespace().skip_while(|it| is_one_of(&names.on, it));
    let tokens: Vec<&str> = tokens.collect();
    let typed = Typed { names, today, year };
    match typed.day(&tokens) {
        Some(day) => Reading::Day(day),
        None if typed.has_shape(&tokens) => Reading::NoDay,
        None => Reading::Text,
    }
}

struct Typed<'n> {
    names: &'n DayNames,
    today: NaiveDate,
    year: Year,
}

impl Typed<'_> {
    fn day(&self, tokens: &[&str]) -> Option<NaiveDate> {
        match tokens {
            [] => None,
            [one] => iso_day(one)
                .or_else(|| self.numeric(one))
                .or_else(|| self.relative(one))
                .or_else(|| self.on_weekday(find(&self.names.weekdays, one)?.meaning)),
            [first, rest @ ..] if is_one_of(&self.names.within, first) => {
                later(self.today, span(self.names, &rest.join(" "))?)
            }
            // A weekday before a date has to be that of the date.
            [first, rest @ ..] if find(&self.names.weekdays, first).is_some() => {
                let weekday = find(&self.names.weekdays, first)?.meaning;
                let day = match rest {
                    [one] => iso_day(one).or_else(|| self.numeric(one)),
                    rest => self.with_month(rest),
                };
                day.filter(|it| it.weekday() == weekday)
            }
            // `4. 12. 2026`
            [first, ..] if first.ends_with('.') && tokens.iter().all(|it| is_numeric(it)) => {
                self.numeric(&tokens.concat())
            }
            tokens => self.with_month(tokens),
        }
    }

    /// Reads `4.12.`, `04.12.2026`, and in other languages than English `4/12`.
    fn numeric(&self, token: &str) -> Option<NaiveDate> {
        let separator = if token.contains('.') { '.' } else { '/' };
        if separator == '/' && !self.names.slashes {
            return None;
        }
        let parts: Vec<&str> = token.split(separator).collect();
        match parts[..] {
            [day, month, ""] if separator == '.' => self.on(number(day, 2)?, number(month, 2)?),
            [day, month] if separator == '/' => self.on(number(day, 2)?, number(month, 2)?),
            [day, month, year] => of_year(year, number(month, 2)?, number(day, 2)?),
            _ => None,
        }
    }

    fn relative(&self, token: &str) -> Option<NaiveDate> {
        let token = fold(token);
        let (_, days) = self.names.relative.iter().find(|(name, _)| *name == token)?;
        self.today.checked_add_days(Days::new(*days))
    }

    /// Returns the next such weekday, or the last one. Never today.
    fn on_weekday(&self, weekday: Weekday) -> Option<NaiveDate> {
        let mut days: Box<dyn Iterator<Item = NaiveDate>> = match self.year {
            Year::Next => Box::new(self.today.iter_days().skip(1)),
            Year::Last => Box::new(self.today.iter_days().rev().skip(1)),
        };
        days.find(|it| it.weekday() == weekday)
    }

    /// Reads a day and a month in words, in any order, and a year at the end.
    fn with_month(&self, tokens: &[&str]) -> Option<NaiveDate> {
        let tokens: Vec<&str> =
            tokens.iter().copied().filter(|it| !is_one_of(&self.names.fillers, it)).collect();
        let (pair, year) = match tokens[..] {
            [one, two] => ([one, two], None),
            [one, two, year] => ([one, two], Some(year)),
            _ => return None,
        };
        let (day, month) = self.day_and_month(pair)?;
        match year {
            Some(year) => of_year(year, month, day),
            None => self.on(day, month),
        }
    }

    /// Reads a number and the name of a month beside it.
    fn day_and_month(&self, [one, two]: [&str; 2]) -> Option<(u32, u32)> {
        let month = |it| find(&self.names.months, it).map(|it| it.meaning);
        let day = |it: &str| {
            let it = it.strip_suffix(',').unwrap_or(it).to_lowercase();
            let digits = it.trim_end_matches(|it: char| !it.is_ascii_digit());
            let ending = &it[digits.len()..];
            let known = ending.is_empty() || self.names.endings.iter().any(|it| it == ending);
            known.then(|| number(digits, 2)).flatten()
        };
        day(one).zip(month(two)).or_else(|| day(two).zip(month(one)))
    }

    /// Returns this day of the year that is meant.
    fn on(&self, day: u32, month: u32) -> Option<NaiveDate> {
        let this = self.today.year();
        // Between two leap days there are at most eight years.
        let mut years = (0..=8).map(|it| match self.year {
            Year::Next => this + it,
            Year::Last => this - it,
        });
        years.find_map(|year| {
            NaiveDate::from_ymd_opt(year, month, day).filter(|it| match self.year {
                Year::Next => *it >= self.today,
                Year::Last => *it <= self.today,
            })
        })
    }

    /// Returns whether a text that is no day has the shape of one.
    fn has_shape(&self, tokens: &[&str]) -> bool {
        match tokens {
            [] => false,
            [one] => has_numeric_shape(one),
            [first, second, ..] => {
                let weekday = find(&self.names.weekdays, first);
                let dated =
                    || tokens[1..].iter().any(|it| it.starts_with(|it: char| it.is_ascii_digit()));
                let fillers = tokens.iter().take_while(|it| is_one_of(&self.names.fillers, it));
                let rest = &tokens[fillers.count()..];
                weekday.is_some_and(|it| !it.short || dated())
                    || self.is_beside_month([first, second])
                    || matches!(rest, [one, two, ..] if self.is_beside_month([one, two]))
            }
        }
    }

    /// Returns whether of two words one is a number and the other the name of a month.
    fn is_beside_month(&self, pair: [&str; 2]) -> bool {
        let month = |it: &str| find(&self.names.months, it).is_some();
        let number = |it: &str| {
            let it = it.strip_suffix(',').unwrap_or(it).to_lowercase();
            let digits = it.trim_end_matches(|it: char| !it.is_ascii_digit());
            let ending = &it[digits.len()..];
            let known = ending.is_empty() || self.names.endings.iter().any(|it| it == ending);
            known && number(digits, 4).is_some()
        };
        (number(pair[0]) && month(pair[1])) || (month(pair[0]) && number(pair[1]))
    }
}

/// Finds a name, with or without a stop after an abbreviation or a comma after it.
fn find<'n, T>(names: &'n [Name<T>], token: &str) -> Option<&'n Name<T>> {
    let token = fold(token.strip_suffix(',').unwrap_or(token));
    let bare = token.strip_suffix('.');
    names.iter().find(|it| it.text == token || (it.short && bare == Some(&it.text)))
}

fn is_one_of(words: &[String], token: &str) -> bool {
    let token = fold(token);
    words.contains(&token)
}

fn is_numeric(token: &str) -> bool {
    token.bytes().all(|it| it.is_ascii_digit() || it == b'.')
}

/// Returns whether a text is written like `2026-2-31`, `31.2.`, `31.2.2026` or `31/2`.
fn has_numeric_shape(token: &str) -> bool {
    let digits = |it: &str, most: usize| number(it, most).is_some();
    let parts: Vec<&str> = token.split(['-', '.', '/']).collect();
    let separators: Vec<char> = token.chars().filter(|it| "-./".contains(*it)).collect();
    match (&parts[..], &separators[..]) {
        ([year, month, day], ['-', '-']) => {
            year.len() == 4 && digits(year, 4) && digits(month, 2) && digits(day, 2)
        }
        ([day, month, year], ['.', '.'] | ['/', '/']) => {
            digits(day, 2)
                && digits(month, 2)
                && (matches!(year.len(), 2 | 4) && digits(year, 4)
                    || (year.is_empty() && separators[0] == '.'))
        }
        ([day, month], ['/']) => digits(day, 2) && digits(month, 2),
        _ => false,
    }
}

/// Reads a number of at most so many digits.
fn number(digits: &str, most: usize) -> Option<u32> {
    let strict = (1..=most).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_digit());
    strict.then(|| digits.parse().ok()).flatten()
}

/// Returns a day of a year that is typed with four digits.
fn of_year(year: &str, month: u32, day: u32) -> Option<NaiveDate> {
    let year = Some(year).filter(|it| it.len() == 4).and_then(|it| number(it, 4))?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}
