//! Reads the head of a journal: its format and the circle.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::circle::{Circle, Role};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{FORMAT, Setting, not_in_format};
use crate::records::format::journal::events;
use crate::records::format::journal::wrong_keys::{Wanted, missing, wrong_value};
use crate::toml_file::unknown_key;

#[derive(Clone)]
pub(crate) struct Head {
    pub(crate) format: i64,
    pub(crate) circle: Circle,
    pub(crate) as_of: bool,
    pub(crate) setting: Setting,
    pub(crate) meeting: Option<String>,
}

/// Returns only these parts of a text, the rest replaced by blanks so that offsets stay the same.
pub(crate) fn without_facts(text: &str, parts: &[Range<usize>]) -> String {
    let mut blank: Vec<u8> = text.bytes().map(|it| if it == b'\n' { it } else { b' ' }).collect();
    for part in parts {
        blank[part.clone()].copy_from_slice(&text.as_bytes()[part.clone()]);
    }
    String::from_utf8(blank).expect("the parts end between characters")
}

/// Reads the head from the TOML table that was parsed from `text`.
pub(crate) fn read_head(text: &str, table: &DeTable<'_>) -> Result<Head> {
    const KNOWN: [&str; 5] = ["format", "as-of", "written", "meeting", "circle"];
    if let Some(key) = table.keys().find(|it| !KNOWN.contains(&it.get_ref().as_ref())) {
        let unknown = unknown_key(key.get_ref(), KNOWN.into_iter().chain([events::KEY]));
        return Err(unknown.at_offset(text, key.span().start));
    }
    let wrong = |key: &str, span: Range<usize>, wanted| {
        let written = text.get(span.clone()).unwrap_or_default();
        wrong_value(key, written, wanted).at_offset(text, span.start)
    };
    let Some(format) = table.get("format") else { return Err(missing("format").on_line(1)) };
    let number = format.get_ref().as_integer();
    let number = number.and_then(|it| i64::from_str_radix(it.as_str(), it.radix()).ok());
    let format = match number {
        Some(known @ 0..=FORMAT) => known,
        Some(newer) if newer > FORMAT => {
            let error = Error::new(say!("error-format-newer", format = newer));
            let error = error.hint(say!("hint-format-newer"));
            return Err(error.at_offset(text, format.span().start));
        }
        _ => return Err(wrong("format", format.span(), Wanted::Text)),
    };
    let flag = |key| match table.get(key) {
        None => Ok(false),
        Some(it) => it.get_ref().as_bool().ok_or_else(|| wrong(key, it.span(), Wanted::Flag)),
    };
    let (as_of, written) = (flag("as-of")?, flag("written")?);
    let meeting = match table.get("meeting") {
        None => None,
        Some(it) => {
            let meeting = it.get_ref().as_str().map(str::to_owned);
            Some(meeting.ok_or_else(|| wrong("meeting", it.span(), Wanted::Text))?)
        }
    };
    let setting = if written { Setting::InWriting } else { Setting::Together };
    if let (true, Some(key)) =
        (format < 2, written.then_some("written").or(meeting.as_ref().map(|_| "meeting")))
    {
        return Err(not_in_format(format, key).on_line(1));
    }
    let Some(circle) = table.get("circle") else { return Err(missing("circle").on_line(1)) };
    let DeValue::Table(table) = circle.get_ref() else {
        return Err(wrong("circle", circle.span(), Wanted::Text));
    };
    let circle = Circle::from_table(text, table)
        .map_err(|errors| errors.into_iter().next().unwrap_or_else(|| missing("circle")))?;
    let days = circle.members.iter().any(|it| it.ended.is_some());
    let role = |it: &Role| it.ended.is_some() || it.next.is_some();
    if format < 2 && (days || circle.roles.iter().any(role)) {
        return Err(not_in_format(format, "ended").on_line(1));
    }
    Ok(Head { format, circle, as_of, setting, meeting })
}
