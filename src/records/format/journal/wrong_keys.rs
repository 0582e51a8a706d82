//! Error messages for wrong keys and values in a journal, with examples of the right ones.

use crate::error::Error;
use crate::lang::say;

/// Makes the error for a key that is missing.
pub(crate) fn missing(key: &str) -> Error {
    let hint = say!("hint-missing", example = example(key, Wanted::Text));
    Error::new(say!("error-missing-key", key = key)).hint(hint)
}

/// Makes the error for a value of the wrong type; `written` is the value as written in the journal.
pub(crate) fn wrong_value(key: &str, written: &str, wanted: Wanted) -> Error {
    let written = written.lines().next().unwrap_or_default();
    let hint = say!("hint-type", example = example(key, wanted));
    Error::new(say!("error-invalid-value", key = key, value = written)).hint(hint)
}

/// Returns an example of a key with its value.
fn example(key: &str, wanted: Wanted) -> String {
    let value = match (key, wanted) {
        ("circle", _) => return "[circle]".to_owned(),
        ("fact", _) => return "[[fact]]".to_owned(),
        ("what", _) => "\"passed\"",
        ("at", _) => "2026-09-05T19:20:41+02:00",
        ("meeting", _) => "\"2026-09-05\"",
        ("via", _) => "\"mail\"",
        (_, Wanted::Flag) => "true",
        (_, Wanted::List) | ("present" | "nominees", _) => "[\"Ana\", \"Ben\"]",
        ("review" | "due" | "date" | "since" | "until" | "expires", _) => "2026-09-05",
        ("format" | "version" | "minutes" | "to", _) => "1",
        ("guest" | "accepted" | "once", _) => "true",
        ("term", _) => "\"1 year\"",
        ("lasts", _) => "\"3 months\"",
        ("kind", _) => "\"decide\"",
        ("on", _) => "\"agenda\"",
        ("step", _) => "\"check-in\"",
        ("consent", _) => "\"round\"",
        ("role", _) => "\"facilitator\"",
        _ => "\"Ana\"",
    };
    format!("{key} = {value}")
}

/// The type of value that was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// A text, a date or a number, depending on the key.
    Text,
    Flag,
    List,
}
