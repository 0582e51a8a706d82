//! What is printed as JSON: the answers of commands, which begin with their format, and lines.
//!
//! No other file writes JSON, so that no command forgets the format.

use toml::Table;

use crate::records::rows::row;
use crate::text::escaped_json;

/// The format of the answers in JSON. It rises when a key of an answer goes or changes its meaning, and
/// not when one is added.
const FORMAT: i64 = 1;

/// The key of the format, the first one of every answer.
const FORMAT_KEY: &str = "format";

/// Writes an answer in JSON: one object, with the format before its own keys. Characters that would
/// not be seen are escaped.
pub(crate) fn object(own: Table) -> String {
    let mut all = row([(FORMAT_KEY, Some(FORMAT.into()))]);
    all.extend(own);
    let json = serde_json::to_string_pretty(&all);
    escaped_json(&json.expect("rows can be written as JSON")) + "\n"
}

/// Writes an answer in JSON that is a list, under the key that says what is in it.
pub(crate) fn list(key: &'static str, rows: impl IntoIterator<Item = Table>) -> String {
    let rows: Vec<Table> = rows.into_iter().collect();
    object(Table::from_iter([(key.to_owned(), rows.into())]))
}

/// An answer in JSON with one long list, written row by row.
pub(crate) struct Stream {
    key: &'static str,
    rows: usize,
}

impl Stream {
    /// Begins an answer with a list under this key.
    pub(crate) fn of(key: &'static str) -> Self {
        Self { key, rows: 0 }
    }

    fn begin(&self) -> String {
        let Self { key, .. } = self;
        format!("{{\"{FORMAT_KEY}\":{FORMAT},\"{key}\":[")
    }

    /// Returns whether a row was written.
    pub(crate) fn has_begun(&self) -> bool {
        self.rows > 0
    }

    /// Writes the next row of the list, on a line of its own.
    pub(crate) fn row(&mut self, row: &Table) -> String {
        let before = if self.rows == 0 { self.begin() } else { ",".to_owned() };
        self.rows += 1;
        format!("{before}\n{}", compact(row))
    }

    /// Writes the end of the list, and the keys behind it.
    pub(crate) fn end(self, rest: &Table) -> String {
        let before = if self.rows == 0 { self.begin() } else { "\n".to_owned() };
        let rest = compact(rest);
        format!("{before}],{}\n", rest.trim_start_matches('{'))
    }
}

/// Writes a row as one line of a longer conversation in JSON.
pub(crate) fn line(row: &Table) -> String {
    compact(row) + "\n"
}

fn compact(row: &Table) -> String {
    escaped_json(&serde_json::to_string(row).expect("rows can be written as JSON"))
}
