//! Writes TOML in a layout that is easy to read.

use std::fmt::Write;

use toml::Value;

use crate::toml_file::fields::{Pair, Table};

/// Converts a table to a TOML value, without the keys that have no value.
pub(crate) fn to_table(table: &impl Table) -> toml::Table {
    let pairs = table.pairs().into_iter();
    pairs.filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
}

/// Writes one line for each key that has a value.
pub(crate) fn lines(pairs: &[Pair]) -> String {
    let mut out = String::with_capacity(1024);
    for (key, it) in pairs.iter().filter_map(|(key, value)| Some((key, value.as_ref()?))) {
        out += key;
        out += " = ";
        value(&mut out, it);
        out.push('\n');
    }
    out
}

/// Writes a value on one line, except for a list of tables, which has one line for each table.
pub(crate) fn value(out: &mut String, it: &Value) {
    match it {
        Value::String(it) => text(out, it),
        Value::Array(items) if items.iter().any(Value::is_table) => {
            *out += "[\n";
            for item in items {
                *out += "  ";
                value(out, item);
                *out += ",\n";
            }
            out.push(']');
        }
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                *out += if index == 0 { "" } else { ", " };
                value(out, item);
            }
            out.push(']');
        }
        Value::Table(table) => {
            for (index, (key, item)) in table.iter().enumerate() {
                *out += if index == 0 { "{ " } else { ", " };
                *out += key;
                *out += " = ";
                value(out, item);
            }
            *out += " }";
        }
        Value::Datetime(it) => write!(out, "{it}").expect("writing to a string cannot fail"),
        it => *out += &it.to_string(),
    }
}

/// Returns a value as [`value`] writes it.
pub(crate) fn inline(it: &Value) -> String {
    let mut out = String::new();
    value(&mut out, it);
    out
}

/// Returns a text as a TOML string in quotes, on one line.
pub(crate) fn quoted(it: &str) -> String {
    let mut out = String::with_capacity(it.len() + 2);
    text(&mut out, it);
    out
}

fn text(out: &mut String, text: &str) {
    out.push('"');
    if !text.contains(|it: char| it == '"' || it == '\\' || it.is_control()) {
        *out += text;
        return out.push('"');
    }
    for character in text.chars() {
        match character {
            '"' => *out += "\\\"",
            '\\' => *out += "\\\\",
            '\n' => *out += "\\n",
            '\t' => *out += "\\t",
            it if it.is_control() => {
                write!(out, "\\u{:04X}", u32::from(it)).expect("writing to a string cannot fail");
            }
            it => out.push(it),
        }
    }
    out.push('"');
}
