//! Writes TOML as people read it.

use std::fmt::Write;

/// Writes a text as a TOML string on one line.
pub fn quoted(text: &str) -> String {
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
