//! What is said of keys and values that a journal cannot have, and how they are written.

use crate::error::Error;
use crate::lang::say;

/// Refuses a key that is not there.
pub(crate) fn missing(key: &str) -> Error {
    let hint = say!("hint-missing", example = example(key, Wanted::Text));
    Error::new(say!("error-missing", key = key)).hint(hint)
}

/// Refuses a value that its key cannot have; `written` is the value as it stands in the journal.
pub(crate) fn wrong_value(key: &str, written: &str, wanted: Wanted) -> Error {
    let written = written.lines().next().unwrap_or_default();
    let hint = say!("hint-type", example = example(key, wanted));
    Error::new(say!("error-fact-value", key = key, value = written)).hint(hint)
}

/// Returns how a key is written.
fn example(key: &str, wanted: Wanted) -> String {
    let value = match (key, wanted) {
        ("circle", _) => return "[circle]".to_owned(),
        ("fact", _) => return "[[fact]]".to_owned(),
        ("what", _) => "\"passed\"",
        ("at", _) => "2026-09-05T19:20:41+02:00",
        (_, Wanted::Flag) => "true",
        (_, Wanted::List) | ("present" | "nominees", _) => "[\"Ana\", \"Ben\"]",
        ("review" | "due" | "date" | "since" | "until", _) => "2026-09-05",
        ("format" | "version" | "minutes" | "to", _) => "1",
        ("guest" | "accepted", _) => "true",
        ("term", _) => "\"1 year\"",
        ("kind", _) => "\"decide\"",
        ("on", _) => "\"agenda\"",
        ("step", _) => "\"check-in\"",
        ("consent", _) => "\"round\"",
        ("role", _) => "\"facilitator\"",
        _ => "\"Ana\"",
    };
    format!("{key} = {value}")
}

/// What kind of value a key has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// A text, a date or a number; the key tells which.
    Text,
    /// `true` or `false`.
    Flag,
    /// A list.
    List,
}
