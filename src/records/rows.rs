//! Records as rows of keys and values, for JSON and CSV.
//!
//! The keys are those of the files. Empty values are left out.

use toml::{Table, Value};

use crate::records::FrontMatter;
use crate::text::clean;
use crate::toml_file::fields::Pair;

/// Makes a row of these keys and values, in this order; keys without a value are left out.
pub(crate) fn row(pairs: impl IntoIterator<Item = Pair>) -> Table {
    let pairs = pairs.into_iter();
    pairs.filter_map(|(key, value)| Some((key.to_owned(), plain(value?)))).collect()
}

/// Returns the keys of a record's file, and its text as the key `text`.
pub(crate) fn record(record: &impl FrontMatter) -> Table {
    let mut row = row(record.written());
    if let Some(body) = record.body().filter(|it| !it.trim().is_empty()) {
        row.insert("text".to_owned(), clean(body).into());
    }
    row
}

/// Turns dates into texts, and removes forbidden characters from texts.
fn plain(value: Value) -> Value {
    match value {
        Value::String(text) => clean(&text).into(),
        Value::Datetime(it) => it.to_string().into(),
        Value::Array(list) => list.into_iter().map(plain).collect::<Vec<_>>().into(),
        Value::Table(table) => {
            Value::Table(table.into_iter().map(|(key, it)| (key, plain(it))).collect())
        }
        it => it,
    }
}
