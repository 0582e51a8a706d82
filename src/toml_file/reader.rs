//! A typed reader over a parsed table, whose methods return a value or note a problem.
//!
//! It never stops at the first problem and does not interpret values.

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

/// The maximum number of problems listed for one file.
pub(crate) const MOST_PROBLEMS: usize = 100;

/// A table with the keys it may have.
pub struct Section<'t> {
    table: &'t DeTable<'t>,
    keys: &'static Keys,
    /// The byte offset at which the section begins.
    pub(crate) at: usize,
}

/// A value and its byte offset.
pub(crate) struct At<T> {
    pub(crate) at: usize,
    pub(crate) is: T,
}

/// Reads the sections of a text and collects their problems.
pub struct Reader<'t> {
    text: &'t str,
    /// Whether all of the text could be parsed. Otherwise keys that seem missing are not noted.
    whole: bool,
    /// Whether texts may have forbidden characters.
    lenient: bool,
    problems: Vec<(usize, Error)>,
}

impl<'t> Reader<'t> {
    /// Creates a reader of a text that was parsed without errors.
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, whole: true, lenient: false, problems: Vec::new() }
    }

    /// Creates a reader of a text with syntax errors, of which parts could not be parsed.
    pub(crate) fn with_gaps(text: &'t str) -> Self {
        Self { whole: false, ..Self::new(text) }
    }

    /// Creates a reader that accepts forbidden characters.
    pub(crate) fn lenient(text: &'t str) -> Self {
        Self { lenient: true, ..Self::new(text) }
    }

    /// Returns the problems from top to bottom, at most [`MOST_PROBLEMS`].
    pub(crate) fn problems(mut self) -> Vec<Error> {
        self.problems.sort_by_key(|(at, _)| *at);
        self.problems.truncate(MOST_PROBLEMS);
        self.problems.into_iter().map(|(at, it)| it.at_offset(self.text, at)).collect()
    }

    /// Returns the value if there were no problems, else the problems from top to bottom.
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

    /// Notes that something is missing, unless it may be in a part that could not be parsed.
    pub(crate) fn note_missing(&mut self, at: usize, message: Phrase, hint: Phrase) {
        if self.whole {
            self.note(at, message, hint);
        }
    }

    /// Reads the value of a key with `read`, or notes that the key is missing.
    pub(crate) fn required<T>(
        &mut self,
        section: &Section<'t>,
        key: &'static str,
        read: impl FnOnce(&mut Self, &Section<'t>, &'static str) -> Option<T>,
    ) -> Option<T> {
        if section.has(key) { read(self, section, key) } else { self.missing(section, key) }
    }

    /// Notes that a section lacks a key, unless it has a misspelt one.
    pub(crate) fn missing<T>(&mut self, section: &Section<'t>, key: &'static str) -> Option<T> {
        if !section.has_nearly(key) {
            let hint = say!("hint-missing", example = section.example(key));
            self.note_missing(section.place(key), say!("error-missing-key", key = key), hint);
        }
        None
    }

    /// Makes a section of a table, and notes unknown keys.
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

    /// Reads a table inside a section, with the default if there is none.
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

    /// Reads the tables of a list, which are written as `[[key]]`.
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
        let sections = items(value).iter().map(|item| match item.get_ref() {
            DeValue::Table(table) => Some(self.section(table, item.span().start, keys)),
            _ => self.wrong_at(item.span().start, section, key, "tables"),
        });
        sections.collect()
    }

    /// Reads a text. Line ends become LF; forbidden characters are noted.
    pub(crate) fn text(&mut self, section: &Section<'t>, key: &'static str) -> Option<At<String>> {
        let value = section.value(key)?;
        match value.get_ref() {
            DeValue::String(_) => self.string(value),
            _ => self.wrong(section, key, "text"),
        }
    }

    /// Reads a required text of one line.
    pub(crate) fn name(&mut self, section: &Section<'t>, key: &'static str) -> Option<String> {
        self.required(section, key, Self::line)
    }

    /// Reads a text that may be empty.
    pub(crate) fn any_text(&mut self, section: &Section<'t>, key: &'static str) -> Option<String> {
        self.text(section, key).map(|it| it.is)
    }

    /// Reads a text of one line that is optional.
    #[expect(clippy::option_option, reason = "the outer one says whether it could be read")]
    pub(crate) fn some_line(
        &mut self,
        section: &Section<'t>,
        key: &'static str,
    ) -> Option<Option<String>> {
        self.line(section, key).map(Some)
    }

    /// Reads a text of one line that is not blank.
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
        // The source is compared too, because the parser reads `tru` as `true`.
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

    /// Reads a day, which TOML writes without quotes.
    pub(crate) fn date(&mut self, section: &Section<'t>, key: &'static str) -> Option<NaiveDate> {
        let value = section.value(key)?;
        let day = value.get_ref().as_datetime().and_then(from_toml);
        if day.is_none() {
            let text = self.raw(&value.span());
            let hint = say!("hint-date", example = section.example(key));
            self.note(value.span().start, say!("error-invalid-date", text = text), hint);
        }
        day
    }

    /// Reads a value that is parsed from text, such as a term.
    pub(crate) fn parsed<T: FromStr<Err = Error>>(
        &mut self,
        section: &Section<'t>,
        key: &'static str,
    ) -> Option<T> {
        let text = self.words(section, key)?;
        text.is.parse().map_err(|error| self.note_error(text.at, error)).ok()
    }

    /// Reads one of the `known` words.
    pub(crate) fn word<T: FromStr>(
        &mut self,
        section: &Section<'t>,
        key: &'static str,
        known: &[&'static str],
    ) -> Option<T> {
        let text = self.words(section, key)?;
        let unknown = |_| unknown_word(key, &text.is, known.iter().copied());
        text.is.parse().map_err(|err| self.note_error(text.at, unknown(err))).ok()
    }

    /// Reads a text or, for a value of another type, its source.
    pub(crate) fn words(&mut self, section: &Section<'t>, key: &'static str) -> Option<At<String>> {
        let value = section.value(key)?;
        if let DeValue::String(_) = value.get_ref() {
            return self.string(value);
        }
        Some(At { at: value.span().start, is: self.raw(&value.span()).to_owned() })
    }

    /// Reads the texts of a list; `None` if the value is anything else.
    pub(crate) fn strings(&mut self, value: &'t Spanned<DeValue<'t>>) -> Option<Vec<At<String>>> {
        value.get_ref().as_array()?;
        items(value).iter().map(|it| self.string(it)).collect()
    }

    /// Reads a list of texts, empty if there is none.
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

    /// Notes that a value has the wrong type; `wanted` selects the message.
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
        self.note(at, say!("error-wrong-type", key = key, wanted = wanted), hint);
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

    /// Returns the first line of the source of a value.
    fn raw(&self, span: &Range<usize>) -> &'t str {
        self.raw_whole(span).lines().next().unwrap_or_default()
    }
}

impl<'t> Section<'t> {
    /// Returns the value of a key; `None` if nothing follows the `=`.
    pub(crate) fn value(&self, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.table.get(key).filter(|it| !it.span().is_empty())
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.value(key).is_some()
    }

    /// Returns the byte offset of the value of a key or, if there is none, of the section.
    pub(crate) fn place(&self, key: &str) -> usize {
        self.value(key).map_or(self.at, |it| it.span().start)
    }

    fn example(&self, key: &str) -> &'static str {
        self.keys.iter().find(|(known, _)| *known == key).map_or("", |(_, example)| example)
    }

    /// Returns whether an unknown key is probably a misspelling of this one.
    pub(crate) fn has_nearly(&self, key: &str) -> bool {
        let known = || self.keys.iter().map(|(known, _)| *known);
        self.table.keys().any(|it| {
            let word: &str = it.get_ref();
            known().all(|known| known != word) && nearest(word, known()) == Some(key)
        })
    }
}

/// Returns the items of a list; empty for any other value.
pub(crate) fn items<'t>(value: &'t Spanned<DeValue<'t>>) -> &'t [Spanned<DeValue<'t>>] {
    value.get_ref().as_array().map_or(&[], |it| it)
}
