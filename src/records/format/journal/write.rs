//! Writes the head and the facts of a journal. No text that somebody typed can be taken for a fact.

use chrono::SecondsFormat;
use toml::{Table, Value};

use crate::circle::Circle;
use crate::meeting::Fact;
use crate::records::format::journal::{FACT, FORMAT};
use crate::toml_file::write;

/// Writes the head of a journal: its format and the circle.
pub fn head(circle: &Circle) -> String {
    format!("format = {FORMAT}\n\n{}", circle.to_toml())
}

/// Writes the head of a journal whose circle is that of another day.
pub fn head_as_of(circle: &Circle) -> String {
    format!("format = {FORMAT}\nas-of = true\n\n{}", circle.to_toml())
}

/// Writes the head of a decision in writing, which a meeting may have put.
pub fn head_in_writing(circle: &Circle, meeting: Option<&str>) -> String {
    let mut out = format!("format = {FORMAT}\nwritten = true\n");
    if let Some(meeting) = meeting {
        out += "meeting = ";
        write::value(&mut out, &meeting.into());
        out.push('\n');
    }
    out + "\n" + &circle.to_toml()
}

/// Writes a fact as it is appended to a journal: a blank line, `[[fact]]`, its keys, `at` last.
pub fn block(fact: &Fact) -> String {
    let what = fact.what.word();
    // A detour through text, because serializing to a `Value` turns dates into tables.
    let text = toml::to_string(&fact.what).expect("facts hold only what TOML can hold");
    let tagged: Table = text.parse().expect("`toml` reads what it wrote");
    let keys = tagged.get(what).and_then(Value::as_table);
    let mut out = format!("\n{FACT}\nwhat = \"{what}\"\n");
    for (key, it) in keys.into_iter().flatten() {
        out += &format!("{key} = ");
        value(&mut out, it);
        out.push('\n');
    }
    out + &format!("at = {}\n", fact.at.to_rfc3339_opts(SecondsFormat::Secs, true))
}

fn value(out: &mut String, it: &Value) {
    match it {
        Value::String(text) if text.contains('\n') => lines(out, text),
        it => write::value(out, it),
    }
}

/// Writes a multi-line string. No line of it begins with `[`, so that none looks like a header.
fn lines(out: &mut String, text: &str) {
    out.push_str("\"\"\"\n");
    let mut before = '\n';
    let mut characters = text.chars().peekable();
    while let Some(it) = characters.next() {
        match it {
            '\n' => out.push('\n'),
            '[' if before == '\n' => out.push_str("\\u005B"),
            '"' if matches!(characters.peek(), None | Some('"')) => out.push_str("\\\""),
            '"' => out.push('"'),
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            it if it.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(it))),
            it => out.push(it),
        }
        before = it;
    }
    out.push_str("\"\"\"");
}
