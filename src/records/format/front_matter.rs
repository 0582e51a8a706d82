//! Front matter: TOML between two lines of `+++`, then a text that comes back byte for byte.
//!
//! Shared by decisions, elections and topics. Never decides what a record must say.

mod swift;

use std::borrow::Cow;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::circle::Term;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::from_toml;
use crate::text::nearest;
use crate::toml_file::{conflict, elsewhere, misread, quoted};

/// The line before and behind the keys.
const FENCE: &str = "+++\n";

/// Writes front matter and a body. What is empty is left out.
///
/// The body is everything behind the closing fence and a blank line, less one final line feed.
pub(crate) fn write(pairs: &[(&str, String)], body: Option<&str>) -> String {
    let mut out = FENCE.to_owned();
    for (key, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        for part in [key, " = ", value, "\n"] {
            out += part;
        }
    }
    out += FENCE;
    for part in body.map(|it| ["\n", it, "\n"]).into_iter().flatten() {
        out += part;
    }
    out
}

/// Reads back the keys of a record that was written here, in their order.
pub(crate) fn table(written: &str) -> toml::Table {
    let rest = written.strip_prefix(FENCE).unwrap_or_default();
    // A text on one line never begins a line with the fence.
    let matter = rest.split_once("\n+++\n").map_or("", |(matter, _)| matter);
    matter.parse().unwrap_or_default()
}

/// A text as TOML, on one line; nothing if it is empty.
pub(crate) fn text(text: &str) -> String {
    if text.is_empty() { String::new() } else { quoted(text) }
}

/// A text that may be missing as TOML; nothing if it is missing or empty.
pub(crate) fn optional(value: Option<&str>) -> String {
    text(value.unwrap_or_default())
}

/// A list of texts as TOML; nothing if it is empty.
pub(crate) fn texts(list: &[String]) -> String {
    if list.is_empty() {
        return String::new();
    }
    // An empty text in a list stays, so that the list comes back as it was.
    format!("[{}]", list.iter().map(|it| quoted(it)).collect::<Vec<_>>().join(", "))
}

/// Tables as TOML, each on its own line; nothing if there are none.
pub(crate) fn rows<const N: usize>(
    rows: impl Iterator<Item = [(&'static str, String); N]>,
) -> String {
    let mut out = String::new();
    for row in rows {
        let pairs = row.iter().filter(|(_, value)| !value.is_empty());
        let pairs: Vec<String> = pairs.map(|(key, value)| format!("{key} = {value}")).collect();
        out += &format!("  {{ {} }},\n", pairs.join(", "));
    }
    if out.is_empty() { out } else { format!("[\n{out}]") }
}

/// A date, a number, or whatever reads the same in TOML; nothing if there is none.
pub(crate) fn plain<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(String::new, |it| it.to_string())
}

/// The keys a table may have, each with an example of how it is written.
pub(crate) type Keys = [(&'static str, &'static str)];

/// A record as read: its keys, and the body behind them.
pub(crate) struct Front<'t> {
    pub top: Section<'t>,
    pub body: &'t str,
}

/// A table of the front matter.
pub(crate) struct Section<'t> {
    whole: &'t str,
    keys: &'static Keys,
    at: usize,
    table: DeTable<'t>,
}

/// Takes away what editors and git leave at the beginning and at line ends.
pub(crate) fn normal(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\r') { text.replace("\r\n", "\n").into() } else { text.into() }
}

impl<'t> Front<'t> {
    /// Reads a record whose line ends are [`normal`].
    pub(crate) fn read(whole: &'t str, keys: &'static Keys) -> Result<Self> {
        let rest = whole.strip_prefix(FENCE).ok_or_else(none)?;
        let fences = rest.match_indices("+++").map(|(at, _)| at);
        let ends = |at: &usize| rest.len() == at + 3 || rest[at + 3..].starts_with('\n');
        let end = fences.filter(|at| *at == 0 || rest[..*at].ends_with('\n')).find(ends);
        let end = end.ok_or_else(none)?;
        let body = rest[end + 3..].strip_prefix('\n').unwrap_or_default();
        let body = body.strip_prefix('\n').unwrap_or(body);
        let body = body.strip_suffix('\n').unwrap_or(body);
        let matter = &rest[..end];
        let table = swift::read(matter).map_or_else(|| parse(matter), Ok)?;
        let top = Section { whole, keys, at: 0, table };
        top.know_all()?;
        Ok(Self { top, body })
    }
}

/// Reads keys that people may have written in their own way.
fn parse(matter: &str) -> Result<DeTable<'_>> {
    if let Some(error) = conflict(matter, true) {
        return Err(below_fence(error));
    }
    DeTable::parse(matter).map(Spanned::into_inner).map_err(|error| {
        let found = misread(matter, &[error]).into_iter().next();
        let found = found.map(|it| elsewhere(it, say!("hint-front-toml")));
        found.map_or_else(none, below_fence)
    })
}

/// Says that a text has no front matter.
fn none() -> Error {
    Error::new(say!("error-front")).hint(say!("hint-front")).on_line(1)
}

fn below_fence(mut error: Error) -> Error {
    error.place.line = error.place.line.map(|it| it + 1);
    error
}

impl<'t> Section<'t> {
    /// Reads a text.
    pub(crate) fn text(&self, key: &str) -> Result<Option<String>> {
        let Some(value) = self.table.get(key) else { return Ok(None) };
        let text = value.get_ref().as_str().ok_or_else(|| self.wrong(value, key, "text"))?;
        Ok(Some(text.to_owned()))
    }

    /// Reads a text that must be there.
    pub(crate) fn required(&self, key: &str) -> Result<String> {
        let text = self.text(key)?;
        text.filter(|it| !it.trim().is_empty()).ok_or_else(|| self.missing(key))
    }

    /// Reads a list of texts; empty where there is none.
    pub(crate) fn texts(&self, key: &str) -> Result<Vec<String>> {
        let Some(value) = self.table.get(key) else { return Ok(Vec::new()) };
        let items = value.get_ref().as_array().map(|it| it.iter());
        let items = items.ok_or_else(|| self.wrong(value, key, "text"))?;
        let text = |it: &Spanned<DeValue<'t>>| it.get_ref().as_str().map(str::to_owned);
        items.map(|it| text(it).ok_or_else(|| self.wrong(it, key, "text"))).collect()
    }

    /// Reads a day.
    pub(crate) fn date(&self, key: &str) -> Result<Option<NaiveDate>> {
        let Some(value) = self.table.get(key) else { return Ok(None) };
        let date = value.get_ref().as_datetime().and_then(from_toml);
        if date.is_none() {
            let text = self.source(value);
            let hint = say!("hint-date", example = self.example(key));
            return Err(self.place(value, Error::new(say!("error-date", text = text)).hint(hint)));
        }
        Ok(date)
    }

    /// Reads a day that must be there.
    pub(crate) fn day(&self, key: &str) -> Result<NaiveDate> {
        self.date(key)?.ok_or_else(|| self.missing(key))
    }

    /// Reads `true` or `false`.
    pub(crate) fn flag(&self, key: &str) -> Result<Option<bool>> {
        let Some(value) = self.table.get(key) else { return Ok(None) };
        value.get_ref().as_bool().map(Some).ok_or_else(|| self.wrong(value, key, "flag"))
    }

    /// Reads a whole number above zero.
    pub(crate) fn number(&self, key: &str) -> Result<Option<u32>> {
        let Some(value) = self.table.get(key) else { return Ok(None) };
        let number = match value.get_ref() {
            DeValue::Integer(it) => u32::from_str_radix(it.as_str(), it.radix()).ok(),
            _ => None,
        };
        let number = number.filter(|it| *it > 0);
        number.map(Some).ok_or_else(|| self.wrong(value, key, "number"))
    }

    /// Reads a term.
    pub(crate) fn term(&self, key: &str) -> Result<Option<Term>> {
        let Some(value) = self.table.get(key) else { return Ok(None) };
        let text = value.get_ref().as_str().ok_or_else(|| self.wrong(value, key, "text"))?;
        text.parse().map(Some).map_err(|error| self.place(value, error))
    }

    /// Reads one of the words a key knows.
    pub(crate) fn word<T: Copy>(
        &self,
        key: &'static str,
        words: &[(&'static str, T)],
    ) -> Result<Option<T>> {
        let Some(value) = self.table.get(key) else { return Ok(None) };
        let word = value.get_ref().as_str().unwrap_or_default();
        let found = words.iter().find(|(known, _)| *known == word).map(|(_, it)| *it);
        found.map(Some).ok_or_else(|| {
            let known = ticked(words.iter().map(|(word, _)| *word));
            let error = Error::new(say!("error-word", key = key, word = self.source(value)));
            self.place(value, error.hint(say!("hint-words", words = known)))
        })
    }

    /// Reads a list of tables; empty where there is none.
    pub(crate) fn tables(&self, key: &str, keys: &'static Keys) -> Result<Vec<Self>> {
        let Some(value) = self.table.get(key) else { return Ok(Vec::new()) };
        let items = value.get_ref().as_array();
        let items = items.ok_or_else(|| self.wrong(value, key, "tables"))?;
        let section = |it: &Spanned<DeValue<'t>>| {
            let table = it.get_ref().as_table().ok_or_else(|| self.wrong(it, key, "tables"))?;
            let (whole, at) = (self.whole, it.span().start);
            let section = Section { whole, keys, at, table: table.clone() };
            section.know_all()?;
            Ok(section)
        };
        items.iter().map(section).collect()
    }

    /// Returns where the value of a key begins in the whole text.
    pub(crate) fn offset(&self, key: &str) -> Option<usize> {
        self.table.get(key).map(|it| FENCE.len() + it.span().start)
    }

    /// Says that a value does not go with another one.
    pub(crate) fn refuse(&self, key: &str, error: Error) -> Error {
        match self.table.get(key) {
            Some(value) => self.place(value, error),
            None => error.at_offset(self.whole, FENCE.len() + self.at),
        }
    }

    fn know_all(&self) -> Result<()> {
        for key in self.table.keys() {
            let known = || self.keys.iter().map(|(known, _)| *known);
            let word: &str = key.get_ref();
            if known().any(|it| it == word) {
                continue;
            }
            let hint = match nearest(word, known()) {
                Some(nearest) => say!("hint-nearest", word = nearest),
                None => say!("hint-keys", keys = ticked(known())),
            };
            let error = Error::new(say!("error-unknown-key", key = word)).hint(hint);
            return Err(error.at_offset(self.whole, FENCE.len() + key.span().start));
        }
        Ok(())
    }

    /// Says that a key must be there.
    pub(crate) fn missing(&self, key: &str) -> Error {
        let hint = say!("hint-missing", example = self.example(key));
        self.refuse(key, Error::new(say!("error-missing", key = key)).hint(hint))
    }

    fn wrong(&self, value: &Spanned<DeValue<'_>>, key: &str, wanted: &'static str) -> Error {
        let hint = say!("hint-type", example = self.example(key));
        self.place(value, Error::new(say!("error-type", key = key, wanted = wanted)).hint(hint))
    }

    fn place(&self, value: &Spanned<DeValue<'_>>, error: Error) -> Error {
        error.at_offset(self.whole, FENCE.len() + value.span().start)
    }

    fn source(&self, value: &Spanned<DeValue<'_>>) -> &'t str {
        let span = value.span();
        let source = self.whole.get(FENCE.len() + span.start..FENCE.len() + span.end);
        source.and_then(|it| it.lines().next()).unwrap_or_default().trim_matches('"')
    }

    fn example(&self, key: &str) -> &'static str {
        self.keys.iter().find(|(known, _)| *known == key).map_or("", |(_, example)| example)
    }
}

fn ticked<'k>(words: impl Iterator<Item = &'k str>) -> String {
    words.map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")
}
