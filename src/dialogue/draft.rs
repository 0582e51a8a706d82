//! The words that change a proposal: `text`, `term`, `who`, `measure`; and dates.

use chrono::NaiveDate;

use crate::circle::Term;
use crate::dialogue::{Talk, names};
use crate::error::{Error, Result};
use crate::lang::say;

/// A change of a proposal, as it was typed.
pub(crate) enum DraftChange {
    /// `text` alone: the current text is to be edited in place.
    Edit(String),
    /// A new text.
    Text(String),
    /// A new term.
    Term(Term),
    /// All who see to it.
    Who(Vec<String>),
    /// All measures.
    Measures(Vec<String>),
}

impl Talk<'_> {
    /// Reads one of the four words; `None` where the first word is another.
    pub(crate) fn change(
        &self,
        word: &str,
        rest: &str,
        text: Option<&str>,
    ) -> Result<Option<DraftChange>> {
        if self.item().selection().is_some() && matches!(word, "text" | "who") {
            return Ok(None);
        }
        Ok(Some(match word {
            "text" => match text {
                Some(text) => DraftChange::Text(text.to_owned()),
                None if rest.is_empty() => DraftChange::Edit(self.wording().text),
                None => DraftChange::Text(rest.to_owned()),
            },
            "term" => DraftChange::Term(rest.parse()?),
            "who" => DraftChange::Who(self.responsible(rest)?),
            "measure" => DraftChange::Measures(self.measures(rest)?),
            _ => return Ok(None),
        }))
    }

    /// Reads names of members, guests present and roles; `-` is nobody.
    fn responsible(&self, list: &str) -> Result<Vec<String>> {
        if list == "-" {
            return Ok(Vec::new());
        }
        let roles = self.meeting.circle().roles.iter().map(|it| it.name.as_str());
        let roles: Vec<&str> = roles.collect();
        let mut found: Vec<String> = Vec::new();
        for name in list.split(',').map(str::trim) {
            let name = match names::whole(&roles, name) {
                Some(role) => role,
                None => names::find(&self.known(), name)?,
            };
            if !found.iter().any(|it| it == name) {
                found.push(name.to_owned());
            }
        }
        Ok(found)
    }

    /// Adds a measure, or takes the numbered one away: `-2`.
    fn measures(&self, rest: &str) -> Result<Vec<String>> {
        let mut measures = self.wording().measures;
        let number = rest.strip_prefix('-').and_then(|it| it.trim().parse::<usize>().ok());
        match number {
            Some(number) if (1..=measures.len()).contains(&number) => {
                measures.remove(number - 1);
            }
            Some(number) => {
                let err = Error::new(say!("error-no-place", number = number.to_string()));
                return Err(err.hint(say!("hint-no-place", count = measures.len())));
            }
            None if rest.is_empty() => {
                return Err(Error::new(say!("error-no-measure")).hint(say!("hint-no-measure")));
            }
            None => measures.push(rest.to_owned()),
        }
        Ok(measures)
    }

    /// Reads a date as it is typed everywhere: `2026-09-19`, not before the day of the meeting.
    pub(crate) fn date(&self, typed: &str) -> Result<NaiveDate> {
        let date = day(typed)?;
        if date < self.now.date_naive() {
            return Err(Error::new(say!("error-date-past", date = date)));
        }
        Ok(date)
    }
}

/// Reads a day as it is typed everywhere: `2026-09-19`.
///
/// # Errors
///
/// It is no day, with a hint how to write one.
pub(crate) fn day(typed: &str) -> Result<NaiveDate> {
    iso_date(typed).ok_or_else(|| {
        Error::new(say!("error-date-typed", typed = typed)).hint(say!("hint-date-typed"))
    })
}

/// Reads `2026-09-19`, all ten characters of it.
pub(crate) fn iso_date(typed: &str) -> Option<NaiveDate> {
    let strict = typed.len() == 10 && typed.bytes().all(|it| it.is_ascii_digit() || it == b'-');
    strict.then(|| NaiveDate::parse_from_str(typed, "%Y-%m-%d").ok()).flatten()
}
