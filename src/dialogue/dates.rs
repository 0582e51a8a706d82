//! Reads days and terms, and what is typed behind the ` by ` of an action.

use chrono::{NaiveDate, NaiveTime};

use crate::circle::Term;
use crate::dialogue::Talk;
use crate::dialogue::names::Names;
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::text::when::{self, DayAndTime, DayNames, Reading, Year};

impl Talk<'_> {
    /// Reads a day such as `2026-09-19` or `Friday`, not before the day of the meeting.
    pub(crate) fn date(&self, typed: &str) -> Result<NaiveDate> {
        let today = self.now.date_naive();
        let date = day(typed, self.words, today, Year::Next)?;
        if date < today {
            return Err(Error::new(say!("error-date-past", date = date)));
        }
        Ok(date)
    }

    /// Reads a day with or without a time behind it, not before the day of the meeting.
    pub(crate) fn day_and_time(&self, typed: &str) -> Result<(NaiveDate, Option<NaiveTime>)> {
        let today = self.now.date_naive();
        match when::day_and_time(&DayNames::of(self.words), typed, today) {
            DayAndTime::Both(date, _) if date < today => {
                Err(Error::new(say!("error-date-past", date = date)))
            }
            DayAndTime::Both(date, time) => Ok((date, time)),
            DayAndTime::NoDay(typed) => Err(no_day(typed)),
            DayAndTime::NoTime(typed) => {
                Err(Error::new(say!("error-invalid-time", typed = typed)).hint(say!("hint-time")))
            }
        }
    }

    /// Reads a term such as `6 months` or `half a year`.
    pub(crate) fn term(&self, typed: &str) -> Result<Term> {
        term(typed, self.words)
    }

    /// Splits the day off the text of an action: `call Ana by Friday`.
    ///
    /// In a script only `2026-09-19` behind the last ` by ` is a day. At a terminal it can be typed
    /// in any way; a name or a role there is text, and so is everything behind `\by`.
    pub(crate) fn due(&self, text: &str) -> Result<(String, Option<NaiveDate>)> {
        if !self.words.is_at_terminal() {
            let dated = text.rsplit_once(" by ");
            let dated = dated.and_then(|(text, due)| Some((text, when::iso_day(due.trim())?)));
            return Ok(match dated {
                Some((text, due)) => (text.trim_end().to_owned(), Some(due)),
                None => (text.to_owned(), None),
            });
        }
        let mut by = self.words.list_of(&say!("word-due"));
        by.push("by".to_owned());
        let Some(last) = last_word(text, &by) else { return Ok((text.to_owned(), None)) };
        let kept = unescaped(text, &by);
        let behind = text[last.end..].trim();
        let sentence = behind.strip_suffix('.').unwrap_or(behind);
        if last.is_escaped || self.is_named(behind) || self.is_named(sentence) {
            return Ok((kept, None));
        }
        let (names, today) = (DayNames::of(self.words), self.now.date_naive());
        let read = |it: &str| match when::day(&names, it, today, Year::Next) {
            // A short word such as `so` or `sun` is a weekday only if it is written like one.
            Reading::Day(_) if is_small_weekday(&names, it) => Reading::Text,
            read => read,
        };
        // The full stop is part of `4.12.`, and otherwise of the sentence.
        let reading = match (read(behind), read(sentence)) {
            (Reading::Day(day), _) | (_, Reading::Day(day)) => Reading::Day(day),
            (Reading::NoDay, _) | (_, Reading::NoDay) => Reading::NoDay,
            _ => Reading::Text,
        };
        match reading {
            Reading::Day(due) => Ok((unescaped(text[..last.start].trim_end(), &by), Some(due))),
            Reading::NoDay => {
                let err = Error::new(say!("error-not-a-date", typed = sentence));
                Err(err.hint(say!("hint-date-action")))
            }
            Reading::Text => Ok((kept, None)),
        }
    }

    /// Returns whether a text is the whole name of a member, a guest or a role.
    fn is_named(&self, text: &str) -> bool {
        let roles = self.meeting.circle().roles.iter().map(|it| it.name.as_str());
        let known: Vec<&str> = self.known().into_iter().chain(roles).collect();
        Names::new(known).whole(text).is_some()
    }
}

/// A word within a text, with what stands behind it.
struct Found {
    start: usize,
    end: usize,
    /// Whether a `\` stands before it.
    is_escaped: bool,
}

/// Finds the last of some words that has a word before and behind it, also after a `\`.
fn last_word(text: &str, words: &[String]) -> Option<Found> {
    let mut found = None;
    let mut at = 0;
    for token in text.split(char::is_whitespace) {
        let (start, end) = (at, at + token.len());
        at = end + text[end..].chars().next().map_or(0, char::len_utf8);
        let bare = token.strip_prefix('\\');
        let is_between = start > 0 && !text[end..].trim().is_empty();
        if is_between && words.iter().any(|it| it == bare.unwrap_or(token)) {
            found = Some(Found { start, end, is_escaped: bare.is_some() });
        }
    }
    found
}

/// Takes the `\` away before some words.
fn unescaped(text: &str, words: &[String]) -> String {
    let plain = |token: &str| {
        let bare = token.trim_end().strip_prefix('\\');
        match bare.filter(|bare| words.iter().any(|it| it == bare)) {
            Some(_) => token[1..].to_owned(),
            None => token.to_owned(),
        }
    };
    text.split_inclusive(char::is_whitespace).map(plain).collect()
}

/// Returns whether a text is the abbreviation of a weekday in small letters.
fn is_small_weekday(names: &DayNames, text: &str) -> bool {
    let folded = crate::text::fold(text.trim());
    let mut short = names.weekdays.iter().filter(|it| it.short);
    text.starts_with(char::is_lowercase) && short.any(|it| it.text == folded)
}

/// Reads a day as it is typed; the error says how to write one.
pub(crate) fn day(typed: &str, words: &Words, today: NaiveDate, year: Year) -> Result<NaiveDate> {
    if let Some(day) = when::iso_day(typed) {
        return Ok(day);
    }
    match when::day(&DayNames::of(words), typed, today, year) {
        Reading::Day(day) => Ok(day),
        _ => Err(no_day(typed)),
    }
}

/// Refuses what is no day.
pub(crate) fn no_day(typed: &str) -> Error {
    Error::new(say!("error-not-a-date", typed = typed)).hint(say!("hint-date-typed"))
}

/// Reads a term as it is typed.
pub(crate) fn term(typed: &str, words: &Words) -> Result<Term> {
    typed.parse::<Term>().or_else(|err| {
        let (months, days) = when::span(&DayNames::of(words), typed).ok_or_else(|| err.clone())?;
        Term::of(months, days).ok_or(err)
    })
}
