//! Reads front matter that this program wrote, line by line, into the table that TOML gives.
//!
//! Knows only what [`write`](super::write) writes: texts on one line, lists of them, rows of
//! tables, and what is plain. Whatever else stands there, and whatever is wrong with it, gives
//! nothing here: then it is read as TOML, which says what is wrong and where.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};

use crate::records::format::lines::{Lines, Odd, Read};

/// Reads the keys between the fences.
pub(crate) fn read(matter: &str) -> Option<DeTable<'_>> {
    let mut lines = At { length: matter.len(), lines: Lines { rest: matter } };
    let mut table = DeTable::new();
    while !lines.lines.rest.is_empty() {
        lines.pair(&mut table).and_then(|()| lines.lines.skip("\n")).ok()?;
    }
    Some(table)
}

/// The lines that are not read yet, and where they begin.
struct At<'t> {
    length: usize,
    lines: Lines<'t>,
}

impl<'t> At<'t> {
    fn at(&self) -> usize {
        self.length - self.lines.rest.len()
    }

    fn from(&self, start: usize) -> Range<usize> {
        start..self.at()
    }

    /// Reads a key and its value into a table that does not have them yet.
    fn pair(&mut self, table: &mut DeTable<'t>) -> Read<()> {
        let start = self.at();
        let key = self.lines.key()?;
        let key = Spanned::new(start..start + key.len(), DeString::Borrowed(key));
        let value = self.value()?;
        if table.insert(key, value).is_some() { Err(Odd) } else { Ok(()) }
    }

    fn value(&mut self) -> Read<Spanned<DeValue<'t>>> {
        let start = self.at();
        let value = match self.lines.rest.as_bytes() {
            // Between three quotes a text may look like anything.
            [b'"', b'"', b'"', ..] => return Err(Odd),
            [b'"', ..] => DeValue::String(self.lines.text()?),
            [b'[', b'\n', ..] => DeValue::Array(self.rows()?),
            [b'[', ..] => DeValue::Array(self.texts()?),
            _ => self.plain()?,
        };
        Ok(Spanned::new(self.from(start), value))
    }

    /// Reads a date, a number or a flag.
    fn plain(&mut self) -> Read<DeValue<'t>> {
        let is_plain = |it: &u8| it.is_ascii_alphanumeric() || *it == b'-';
        let count = self.lines.rest.bytes().take_while(is_plain).count();
        DeValue::parse(self.lines.take(count)).map(Spanned::into_inner).map_err(|_| Odd)
    }

    fn texts(&mut self) -> Read<DeArray<'t>> {
        let mut texts = DeArray::new();
        self.lines.skip("[")?;
        while self.lines.skip("]").is_err() {
            if !texts.is_empty() {
                self.lines.skip(", ")?;
            }
            if !self.lines.rest.starts_with('"') {
                return Err(Odd);
            }
            texts.push(self.value()?);
        }
        Ok(texts)
    }

    /// Reads tables, each on its own line.
    fn rows(&mut self) -> Read<DeArray<'t>> {
        let mut rows = DeArray::new();
        self.lines.skip("[\n")?;
        while self.lines.skip("]").is_err() {
            self.lines.skip("  ")?;
            let start = self.at();
            let mut row = DeTable::new();
            self.lines.skip("{ ")?;
            while self.lines.skip(" }").is_err() {
                if !row.is_empty() {
                    self.lines.skip(", ")?;
                }
                self.pair(&mut row)?;
            }
            rows.push(Spanned::new(self.from(start), DeValue::Table(row)));
            self.lines.skip(",\n")?;
        }
        Ok(rows)
    }
}

#[cfg(test)]
mod tests;
