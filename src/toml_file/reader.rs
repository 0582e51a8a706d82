//! A typed reader over a parsed table: each question gives a value, or notes a problem.
//!
//! It never stops at the first problem, and never decides what a value means.

use std::ops::Range;
use std::str::FromStr;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::{Error, Result};
use crate::lang::{Phrase, say};
use crate::text::{forbidden, nearest, refuse_character};
use crate::toml_file::fields::{Keys, Table};
use crate::toml_file::{from_toml, unknown_key, unknown_word};

/// More problems of one file are not listed.
pub(crate) const MOST_PROBLEMS: usize = 100;

/// A table with the keys it may have.
pub struct Section<'t> {
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

/// Reads the sections of one text and collects what is wrong with them.
pub struct Reader<'t> {
    text: &'t str,
    /// Whether the text was read without gaps; otherwise what seems missing may be in a gap.
    whole: bool,
    /// Whether a text may have characters that would not be shown.
    lenient: bool,
    problems: Vec<(usize, Error)>,
}

impl<'t> Reader<'t> {
    /// Makes a reader of a text without gaps.
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, whole: true, lenient: false, problems: Vec::new() }
    }

    /// Makes a reader of a text with gaps, in which something that seems missing may stand.
    pub(crate) fn with_gaps(text: &'t str) -> Self {
        Self { whole: false, ..Self::new(text) }
    }

    /// Makes a reader that takes characters which would not be shown.
    pub(crate) fn lenient(text: &'t str) -> Self {
        Self { lenient: true, ..Self::new(text) }
    }

    /// Returns the problems from top to bottom, at most [`MOST_PROBLEMS`].
    pub(crate) fn problems(mut self) -> Vec<Error> {
        self.problems.sort_by_key(|(at, _)| *at);
        self.problems.truncate(MOST_PROBLEMS);
        self.problems.into_iter().map(|(at, it)| it.at_offset(self.text, at)).collect()
    }

    /// Returns a value if there were no problems.
    ///
    /// # Errors
    ///
    /// Every problem, from top to bottom.
    pub(crate) fn finish<T>(self, value: Option<T>) -> Result<T, Vec<Error>> {
        match value {
            Some(value) if self.whole && self.problems.is_empty() => Ok(value),
            _ => Err(self.problems()),
        }
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

    /// Notes that a section lacks a key, unless a key that is nearly this one is there.
    pub(crate) fn missing<T>(&mut self, section: &Section<'t>, key: &'static str) -> Option<T> {
        if !section.has_nearly(key) {
            let hint = say!("hint-missing", example = section.example(key));
            self.note_missing(section.place(key), say!("error-missing", key = key), hint);
        }
        None
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

    /// Reads a table inside a section; the default where there is none.
    pub(crate) fn table<T: Table + Default>(
        &mut self,
        section: &Section<'t>,
        key: &'static str,
    ) -> Option<T> {
        let Some(value) = section.value(key) else { return Some(T::default()) };
        match value.get_ref() {
            DeValue::Table(table) => {
                let section = self.section(table, value.span().start, T::KEYS);
                T::read(self, &section)
            }
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
        if !value.get_ref().is_array() {
            return self.wrong(section, key, "tables");
        }
        let mut sections = Vec::new();
        for item in items(value) {
            let DeValue::Table(table) = item.get_ref() else {
                return self.wrong_at(item.span().start, section, key, "tables");
            };
            sections.push(self.section(table, item.span().start, keys));
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
    pub(crate) fn name(&mut self, section: &Section<'t>, key: &'static str) -> Option<String> {
        if !section.has(key) {
            return self.missing(section, key);
        }
        self.line(section, key)
    }

    /// Reads a text that may be empty.
    pub(crate) fn any_text(&mut self, section: &Section<'t>, key: &'static str) -> Option<String> {
        self.text(section, key).map(|it| it.is)
    }

    /// Reads a text that is not empty and no longer than a line, where there is one.
    #[expect(clippy::option_option, reason = "the outer one says whether it could be read")]
    pub(crate) fn some_line(
        &mut self,
        section: &Section<'t>,
        key: &'static str,
    ) -> Option<Option<String>> {
        self.line(section, key).map(Some)
    }

    /// Reads a text that is not empty and no longer than a line.
    pub(crate) fn line(&mut self, section: &Section<'t>, key: &'static str) -> Option<String> {
        let text = self.text(section, key)?.is;
        if text.trim().is_empty() || text.contains(['\n', '\t']) {
            return self.wrong(section, key, "line");
        }
        Some(text)
    }

    /// Reads `true` or `false`.
    pub(crate) fn flag(&mut self, section: &Section<'t>, key: &'static str) -> Option<bool> {
        let value = section.value(key)?;
        // What stands in the file is asked too: the parser takes `tru` for `true`.
        match (value.get_ref(), self.raw(&value.span())) {
            (DeValue::Boolean(flag), "true" | "false") => Some(*flag),
            _ => self.wrong(section, key, "flag"),
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
    pub(crate) fn date(&mut self, section: &Section<'t>, key: &'static str) -> Option<NaiveDate> {
        let value = section.value(key)?;
        let day = value.get_ref().as_datetime().and_then(from_toml);
        if day.is_none() {
            let text = self.raw(&value.span());
            let hint = say!("hint-date", example = section.example(key));
            self.note(value.span().start, say!("error-date", text = text), hint);
        }
        day
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
    pub(crate) fn word<T: FromStr>(
        &mut self,
        section: &Section<'t>,
        key: &'static str,
        known: &[&'static str],
    ) -> Option<T> {
        let text = self.words(section, key)?;
        let found = text.is.parse().ok();
        if found.is_none() {
            self.note_error(text.at, unknown_word(key, &text.is, known.iter().copied()));
        }
        found
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

    /// Reads a list of texts; empty where there is none.
    pub(crate) fn texts(
        &mut self,
        section: &Section<'t>,
        key: &'static str,
    ) -> Option<Vec<String>> {
        let Some(value) = section.value(key) else { return Some(Vec::new()) };
        let is_text = |it: &&Spanned<DeValue<'t>>| it.get_ref().is_str();
        let wrong = match value.get_ref() {
            DeValue::Array(_) => items(value).iter().find(|it| !is_text(it)),
            _ => Some(value),
        };
        if let Some(wrong) = wrong {
            return self.wrong_at(wrong.span().start, section, key, "text");
        }
        let texts = self.strings(value)?;
        Some(texts.into_iter().map(|it| it.is).collect())
    }

    /// Notes that a value is written in another way than its key wants.
    pub(crate) fn wrong<T>(
        &mut self,
        section: &Section<'t>,
        key: &'static str,
        wanted: &'static str,
    ) -> Option<T> {
        self.wrong_at(section.place(key), section, key, wanted)
    }

    fn wrong_at<T>(
        &mut self,
        at: usize,
        section: &Section<'t>,
        key: &'static str,
        wanted: &'static str,
    ) -> Option<T> {
        let hint = say!("hint-type", example = section.example(key));
        self.note(at, say!("error-type", key = key, wanted = wanted), hint);
        None
    }

    fn string(&mut self, value: &'t Spanned<DeValue<'t>>) -> Option<At<String>> {
        let at = value.span().start;
        let text = value.get_ref().as_str()?;
        let is = if text.contains('\r') { text.replace("\r\n", "\n") } else { text.to_owned() };
        if let Some((_, character)) = forbidden(&is).filter(|_| !self.lenient) {
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

    /// Returns whether a key has a value.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.value(key).is_some()
    }

    /// Returns where the value of a key begins, else where the section begins.
    pub(crate) fn place(&self, key: &str) -> usize {
        self.value(key).map_or(self.at, |it| it.span().start)
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
