//! Reads the title of an item with what stands behind it: `Hens 20 min by Ana`, a day.

use chrono::NaiveDate;

use crate::dialogue::Talk;
use crate::dialogue::admin::minutes;
use crate::dialogue::names::Names;
use crate::error::Result;
use crate::lang::say;
use crate::meeting::first_and_further;
use crate::text::when::is_long;
use crate::text::{same, word_ends};

impl Talk<'_> {
    /// Splits ` 20 min` and ` by NAMES` in any order off the end of a title.
    pub(super) fn title_of<'t>(&self, line: &'t str) -> Result<(&'t str, Option<u32>, Owners)> {
        let (mut title, mut minutes, mut by) = (line, None, Vec::new());
        loop {
            if let (None, Some((before, number))) = (minutes, self.split_minutes(title)) {
                (title, minutes) = (before, Some(number));
            } else if let (true, Some((before, names))) = (by.is_empty(), self.split_owners(title)?)
            {
                (title, by) = (before, names);
            } else {
                return Ok((title, minutes, first_and_further(by)));
            }
        }
    }

    /// Splits ` 20 min` off the end of a title; at a terminal also `20 minutes` or `20min`, in the words
    /// of the screen.
    fn split_minutes<'t>(&self, title: &'t str) -> Option<(&'t str, u32)> {
        if let Some(before) = title.strip_suffix(" min") {
            let (before, number) = before.rsplit_once(' ')?;
            return Some((before.trim_end(), minutes(number)?));
        }
        if !self.words.is_at_terminal() {
            return None;
        }
        let last = title.rsplit(' ').next()?;
        let digits = last.find(|it: char| !it.is_ascii_digit())?;
        let (before, number, unit) = if digits == 0 {
            let (before, number) = title[..title.len() - last.len()].trim_end().rsplit_once(' ')?;
            (before, number, last)
        } else {
            (&title[..title.len() - last.len()], &last[..digits], &last[digits..])
        };
        let units = self.words.list_of(&say!("minutes-units"));
        let is_unit = units.iter().any(|it| same(it, unit));
        let before = Some(before.trim_end()).filter(|it| is_unit && !it.is_empty())?;
        Some((before, minutes(number)?))
    }

    /// Splits ` by NAMES` off the end of a title, if they are whole names, or if one of them is marked
    /// as from outside.
    fn split_owners<'t>(&self, title: &'t str) -> Result<Option<(&'t str, Vec<String>)>> {
        let known = self.known_or_outside();
        let names = Names::new(known.iter().map(String::as_str).collect());
        let last = title.rfind(" by ");
        for (index, by) in title.match_indices(" by ") {
            let (before, rest) = (title[..index].trim_end(), title[index + by.len()..].trim());
            let is_last = last == Some(index);
            if let Some(owners) = self.owners(&names, rest, is_last) {
                return Ok(Some((before, owners)));
            }
            if is_last && self.names_outsider(rest) {
                return Ok(Some((before, self.with_outsiders(rest, &[])?)));
            }
        }
        Ok(None)
    }

    /// Returns the people behind a `by`, if there are only whole names. Only behind the `last` one
    /// it may be a list.
    pub(super) fn owners(&self, names: &Names, typed: &str, last: bool) -> Option<Vec<String>> {
        // A longer rest is no name and is not folded, so the time grows with the line only.
        let is_long = typed.split_whitespace().nth(names.most_words()).is_some();
        if is_long && !last {
            return None;
        }
        names.all_whole(typed, self.words)
    }

    /// Splits a date as people type it off the end of a line at a terminal, if an item is listed
    /// under the title before it.
    pub(super) fn dated_title<'t>(&self, line: &'t str) -> Option<(&'t str, NaiveDate)> {
        let listed = |title: &str| self.titled(title).is_ok();
        word_ends(line).filter(|_| self.words.is_at_terminal()).find_map(|gap| {
            if is_long(&line[gap..]) {
                return None;
            }
            let title = &line[..gap];
            Some((title, self.date(line[gap..].trim()).ok().filter(|_| listed(title))?))
        })
    }

    /// Splits a date off the end of a line, if there is one.
    pub(crate) fn split_date<'t>(&self, line: &'t str) -> Result<(&'t str, Option<NaiveDate>)> {
        let (before, last) = line.rsplit_once(' ').unwrap_or(("", line));
        if !last.starts_with(|it: char| it.is_ascii_digit()) || last.matches('-').count() != 2 {
            return Ok((line, None));
        }
        Ok((before.trim_end(), Some(self.date(last)?)))
    }
}

/// The one who brings an item, and who else does.
pub(super) type Owners = (Option<String>, Vec<String>);
