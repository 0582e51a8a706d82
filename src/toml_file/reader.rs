//! A typed reader over a parsed table: each question gives a value, or notes a problem.
//!
//! It never stops at the first problem, and never decides what a circle may be.

use std::ops::Range;
use std::str::FromStr;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::Error;
use crate::lang::{Phrase, say};
use crate::text::{forbidden, nearest, refuse_character};
use crate::toml_file::{unknown_key, unknown_word};

/// A file that has more problems than this is none of ours.
pub(crate) const MOST_PROBLEMS: usize = 100;

/// The keys a section may have, each with an example of how it is written.
pub(crate) type Keys = [(&'static str, &'static str)];

/// A table with the keys it may have.
pub(crate) struct Section<'t> {
    table: &'t DeTable<'t>,
    keys: &'static Keys,
    /// Where the section begins, as a byte offset.
    pub(crate) at: usize,
}

/// A value and where it stands, as a byte offset.
pub(crate) struct At<T> {
    pub(crate) at: usize,
    pub(crate) is: T,
}

/// Reads sections of one text and collects what is wrong with them.
pub(crate) struct Reader<'t> {
    text: &'t str,
    /// Whether the text was read without gaps; otherwise what seems missing may be in a gap.
    whole: bool,
    problems: Vec<(usize, Error)>,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(text: &'t str, whole: bool) -> Self {
        Self { text, whole, problems: Vec::new() }
    }

    /// Returns what was wrong, from top to bottom, as far as anyone would read on.
    pub(crate) fn problems(mut self) -> Vec<Error> {
        self.problems.sort_by_key(|(at, _)| *at);
        self.problems.truncate(MOST_PROBLEMS);
        self.problems.into_iter().map(|(at, it)| it.at_offset(self.text, at)).collect()
    }

    /// Notes a problem at a byte offset.
    pub(crate) fn note(&mut self, at: usize, message: Phrase, hint: Phrase) {
        self.note_error(at, Error::new(message).hint(hint));
    }

    /// Notes an error at a byte offset.
    pub(crate) fn note_error(&mut self, at: usize, error: Error) {
        self.problems.push((at, error));
    }

    /// Notes that something is missing, unless it may be in what could not be read.
    pub(crate) fn note_missing(&mut self, at: usize, message: Phrase, hint: Phrase) {
        if self.whole {
            self.note(at, message, hint);
        }
    }

    /// Takes a table as a section, and notes the keys it may not have.
    pub(crate) fn section(
        &mut self,
        table: &'t DeTable<'t>,
        at: usize,
        keys: &'static Keys,
    ) -> Section<'t> {
        for key in table.keys() {
            let word: &str = key.get_ref();
            let known = keys.iter().map(|(key, _)| *key);
            let gap = word.is_empty() && !self.whole;
            if !gap && known.clone().all(|it| it != word) {
                self.note_error(key.span().start, unknown_key(word, known));
            }
        }
        Section { table, keys, at }
    }

    /// Reads a table inside a section.
    pub(crate) fn table(
        &mut self,
        section: &Section<'t>,
        key: &'static str,
        keys: &'static Keys,
    ) -> Option<Section<'t>> {
        let value = section.value(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(self.section(table, value.span().start, keys)),
            _ => self.wrong(section, key, "table"),
        }
    }

    /// Reads a list of tables, one `[[key]]` after the other; none where it is another thing.
    pub(crate) fn tables(
        &mut self,
        section: &Section<'t>,
        key: &'static str,
        keys: &'static Keys,
    ) -> Option<Vec<Section<'t>>> {
        let Some(value) = section.value(key) else { return Some(Vec::new()) };
        let mut sections = Vec::new();
        for item in items(value) {
            if let DeValue::Table(table) = item.get_ref() {
                sections.push(self.section(table, item.span().start, keys));
            }
        }
        if value.get_ref().as_array().map(|it| it.len()) != Some(sections.len()) {
            return self.wrong(section, key, "tables");
        }
        Some(sections)
    }

    /// Reads a text. Line ends become LF; forbidden characters are noted.
    pub(crate) fn text(&mut self, section: &Section<'t>, key: &'static str) -> Option<At<String>> {
        let value = section.value(key)?;
        match value.get_ref() {
            DeValue::String(_) => self.string(value),
            _ => self.wrong(section, key, "text"),
        }
    }

    /// Reads the name a section must have.
    pub(crate) fn name(&mut self, section: &Section<'t>) -> Option<At<String>> {
        if !section.table.contains_key("name") && !section.has_nearly("name") {
            let hint = say!("hint-missing", example = section.example("name"));
            self.note_missing(section.at, say!("error-missing", key = "name"), hint);
        }
        self.line(section, "name")
    }

    /// Reads a text that is not empty and no longer than a line.
    pub(crate) fn line(&mut self, section: &Section<'t>, key: &'static str) -> Option<At<String>> {
        let text = self.text(section, key)?;
        if text.is.trim().is_empty() || text.is.contains(['\n', '\t']) {
            return self.wrong(section, key, "line");
        }
        Some(text)
    }

    /// Reads `true` or `false`; `false` where nothing is said.
    pub(crate) fn flag(&mut self, section: &Section<'t>, key: &'static str) -> bool {
        let Some(value) = section.value(key) else { return false };
        // What stands in the file is asked too: the parser takes `tru` for `true`.
        match (value.get_ref(), self.raw(&value.span())) {
            (DeValue::Boolean(flag), "true" | "false") => *flag,
            _ => self.wrong(section, key, "flag").unwrap_or_default(),
        }
    }

    /// Reads a whole number above zero.
    pub(crate) fn number(&mut self, section: &Section<'t>, key: &'static str) -> Option<u32> {
        let value = section.value(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(it) => u32::from_str_radix(it.as_str(), it.radix()).ok(),
            _ => None,
        };
        number.filter(|it| *it > 0).or_else(|| self.wrong(section, key, "number"))
    }

    /// Reads a day, written as TOML writes days: without quotes.
    pub(crate) fn date(
        &mut self,
        section: &Section<'t>,
        key: &'static str,
    ) -> Option<At<NaiveDate>> {
        let value = section.value(key)?;
        let at = value.span().start;
        let date = match value.get_ref() {
            DeValue::Datetime(it) if it.time.is_none() && it.offset.is_none() => it.date,
            _ => None,
        };
        let day = date
            .and_then(|it| NaiveDate::from_ymd_opt(it.year.into(), it.month.into(), it.day.into()));
        if day.is_none() {
            let text = self.raw(&value.span());
            let hint = say!("hint-date", example = section.example(key));
            self.note(at, say!("error-date", text = text), hint);
        }
        day.map(|is| At { at, is })
    }

    /// Reads a value that has a written form of its own, such as a term.
    pub(crate) fn parsed<T: FromStr<Err = Error>>(
        &mut self,
        section: &Section<'t>,
        key: &'static str,
    ) -> Option<T> {
        let text = self.words(section, key)?;
        text.is.parse().map_err(|error| self.note_error(text.at, error)).ok()
    }

    /// Reads one of the words a key knows.
    pub(crate) fn word<T: Copy>(
        &mut self,
        section: &Section<'t>,
        key: &'static str,
        words: &[(&'static str, T)],
    ) -> Option<At<T>> {
        let text = self.words(section, key)?;
        let found = words.iter().find(|(word, _)| *word == text.is);
        if found.is_none() {
            let known = words.iter().map(|(word, _)| *word);
            self.note_error(text.at, unknown_word(key, &text.is, known));
        }
        found.map(|(_, is)| At { at: text.at, is: *is })
    }

    /// Reads a text, or what stands in its place in the file, where the words decide.
    pub(crate) fn words(&mut self, section: &Section<'t>, key: &'static str) -> Option<At<String>> {
        let value = section.value(key)?;
        if let DeValue::String(_) = value.get_ref() {
            return self.string(value);
        }
        Some(At { at: value.span().start, is: self.raw(&value.span()).to_owned() })
    }

    /// Reads a list of texts, if this is one.
    pub(crate) fn strings(&mut self, value: &'t Spanned<DeValue<'t>>) -> Option<Vec<At<String>>> {
        value.get_ref().as_array()?;
        items(value).iter().map(|it| self.string(it)).collect()
    }

    /// Notes that a value is written in another way than its key wants.
    pub(crate) fn wrong<T>(
        &mut self,
        section: &Section<'t>,
        key: &'static str,
        wanted: &'static str,
    ) -> Option<T> {
        let at = section.value(key).map_or(section.at, |it| it.span().start);
        let hint = say!("hint-type", example = section.example(key));
        self.note(at, say!("error-type", key = key, wanted = wanted), hint);
        None
    }

    fn string(&mut self, value: &'t Spanned<DeValue<'t>>) -> Option<At<String>> {
        let at = value.span().start;
        let is = value.get_ref().as_str()?.replace("\r\n", "\n");
        if let Some((_, character)) = forbidden(&is) {
            let inside = self.raw_whole(&value.span()).find(character).unwrap_or(0);
            self.note_error(at + inside, refuse_character(character));
        }
        Some(At { at, is })
    }

    fn raw_whole(&self, span: &Range<usize>) -> &'t str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    /// Returns the first line of what stands in the file.
    fn raw(&self, span: &Range<usize>) -> &'t str {
        self.raw_whole(span).lines().next().unwrap_or_default()
    }
}

impl<'t> Section<'t> {
    /// Returns the value of a key; none where nothing stands behind the `=`.
    pub(crate) fn value(&self, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.table.get(key).filter(|it| !it.span().is_empty())
    }

    fn example(&self, key: &str) -> &'static str {
        self.keys.iter().find(|(known, _)| *known == key).map_or("", |(_, example)| example)
    }

    /// Returns whether a key was probably meant by one that is unknown.
    pub(crate) fn has_nearly(&self, key: &str) -> bool {
        let known = || self.keys.iter().map(|(known, _)| *known);
        self.table.keys().any(|it| {
            let word: &str = it.get_ref();
            known().all(|known| known != word) && nearest(word, known()) == Some(key)
        })
    }
}

/// Returns the items of a list; none where it is no list.
pub(crate) fn items<'t>(value: &'t Spanned<DeValue<'t>>) -> &'t [Spanned<DeValue<'t>>] {
    value.get_ref().as_array().map_or(&[], |it| it)
}
