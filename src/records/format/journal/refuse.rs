//! Puts what serde says about a fact into the program's words. Never shows its English.

use toml::de::DeValue;

use crate::error::Error;
use crate::lang::say;
use crate::text::nearest;
use crate::toml_file::{conflict, elsewhere, misread, unknown_key, unknown_word};

/// Why a block gave no fact.
pub(crate) enum Trouble {
    /// It is no TOML, seen alone.
    Syntax(Error),
    /// It is good TOML, but ends before a whole `at`.
    Unfinished(Error),
    /// It is good TOML, but another fact begins in it, in somebody's own way.
    Nested(Error),
    /// It is good TOML, but no fact.
    Wrong(Error),
}

impl Trouble {
    /// Returns the error, whichever it is.
    pub(crate) fn error(self) -> Error {
        match self {
            Self::Syntax(it) | Self::Unfinished(it) | Self::Nested(it) | Self::Wrong(it) => it,
        }
    }
}

/// Refuses a part of `text` that is no TOML; it begins at `base`.
pub(crate) fn syntax(text: &str, base: usize, part: &str, error: toml::de::Error) -> Error {
    if let Some(error) = conflict(text, false) {
        return error.hint(say!("hint-conflict-journal"));
    }
    let offset = base + error.span().map_or(0, |it| it.start);
    let refused = misread(part, &[error]).pop();
    let refused = refused.unwrap_or_else(|| Error::new(say!("error-toml", line = "")));
    let refused = elsewhere(refused, say!("hint-journal-toml"));
    if base == 0 { refused } else { refused.at_offset(text, offset) }
}

/// Refuses a key that is not there.
pub(crate) fn missing(key: &str) -> Error {
    let hint = say!("hint-missing", example = example(key, ""));
    Error::new(say!("error-missing", key = key)).hint(hint)
}

/// Refuses a value that its key cannot have; `source` is the value as written.
pub(crate) fn value(key: &str, source: &str, said: &str) -> Error {
    let source = source.lines().next().unwrap_or_default();
    let hint = say!("hint-type", example = example(key, said));
    Error::new(say!("error-fact-value", key = key, value = source)).hint(hint)
}

/// Refuses what serde refused; `part` is the text its places are in.
///
/// Without a place, it is meant for the whole fact.
pub(crate) fn fact(part: &str, error: &toml::de::Error) -> Error {
    let said = error.message();
    let words: Vec<&str> = said.split('`').skip(1).step_by(2).collect();
    let (Some(word), known) = (words.first(), words.get(1..).unwrap_or_default()) else {
        return value(&key(error), source(part, error), said);
    };
    if said.starts_with("missing field") {
        missing(word)
    } else if said.starts_with("unknown field") {
        let header = nearest(word, ["fact"]);
        unknown_key(word, known.iter().copied().chain(["what", "at"]).chain(header))
    } else if said.starts_with("unknown variant") {
        unknown_word(&key(error), word, known.iter().copied())
    } else {
        value(&key(error), source(part, error), said)
    }
}

/// Returns the key the error is about: the parser names it last, on a line `in`.
fn key(error: &toml::de::Error) -> String {
    let printed = error.to_string();
    let last = printed.lines().last().and_then(|it| it.strip_prefix("in `"));
    last.map_or_else(|| "what".to_owned(), |it| it.trim_end_matches('`').to_owned())
}

fn source<'t>(part: &'t str, error: &toml::de::Error) -> &'t str {
    error.span().and_then(|it| part.get(it)).unwrap_or_default()
}

/// Returns how a key is written.
fn example(key: &str, said: &str) -> String {
    let value = match key {
        "circle" => return "[circle]".to_owned(),
        "fact" => return "[[fact]]".to_owned(),
        "what" => "\"passed\"",
        "at" => "2026-09-05T19:20:41+02:00",
        "review" | "due" | "date" | "since" | "until" => "2026-09-05",
        "format" | "version" | "minutes" | "to" => "1",
        "guest" | "accepted" => "true",
        "term" => "\"1 year\"",
        "kind" => "\"decide\"",
        "on" => "\"agenda\"",
        "step" => "\"check-in\"",
        "consent" => "\"round\"",
        "role" => "\"facilitator\"",
        "present" | "guests" | "absent" | "responsible" | "measures" | "nominees" => {
            "[\"Ana\", \"Ben\"]"
        }
        _ if said.ends_with("a boolean") => "true",
        _ if said.ends_with("a sequence") => "[\"Ana\", \"Ben\"]",
        _ => "\"Ana\"",
    };
    format!("{key} = {value}")
}

/// Returns the whole number of a value that is one.
pub(crate) fn number(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}
