//! Writes TOML as people read it.

use std::fmt::Write;

use toml::Value;

use crate::toml_file::fields::{Pair, Table};

/// Returns a table as a value, its keys in order, those without a value left out.
pub(crate) fn to_table(table: &impl Table) -> toml::Table {
    let pairs = table.pairs().into_iter();
    pairs.filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
}

/// Writes keys and values, one a line; those without a value are left out.
pub(crate) fn lines(pairs: &[Pair]) -> String {
    let mut out = String::new();
    for (key, value) in pairs.iter().filter_map(|(key, value)| Some((key, value.as_ref()?))) {
        for part in [key, " = ", &inline(value), "\n"] {
            out += part;
        }
    }
    out
}

/// Writes a value: texts on one line, tables of a list each on a line of its own.
pub(crate) fn inline(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(items) if items.iter().any(Value::is_table) => {
            let rows: Vec<String> = items.iter().map(|it| format!("  {},\n", inline(it))).collect();
            format!("[\n{}]", rows.concat())
        }
        Value::Array(items) => {
            format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", "))
        }
        Value::Table(table) => {
            let pairs = table.iter().map(|(key, value)| format!("{key} = {}", inline(value)));
            format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

/// Writes a text as a TOML string on one line.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    if !text.contains(|it: char| it == '"' || it == '\\' || it.is_control()) {
        return out + text + "\"";
    }
    for character in text.chars() {
        match character {
            '"' => out += "\\\"",
            '\\' => out += "\\\\",
            '\n' => out += "\\n",
            '\t' => out += "\\t",
            it if it.is_control() => {
                write!(out, "\\u{:04X}", u32::from(it)).expect("writing to a string cannot fail");
            }
            it => out.push(it),
        }
    }
    out + "\""
}
