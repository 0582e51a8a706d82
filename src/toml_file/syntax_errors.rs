//! What is wrong with a text before it is a table: syntax, git's conflict markers, curly quotes.
//!
//! The parser's own words are English and never shown; its places are kept.

use std::ops::Range;

use crate::error::Error;
use crate::lang::{Phrase, say};
use crate::text::{forbidden, nearest_hint, refuse_character};
use crate::toml_file::reader::MOST_PROBLEMS;

/// Quotes that TOML does not know, as word processors and phones write them.
const CURLY: [char; 8] = ['“', '”', '„', '‟', '‘', '’', '«', '»'];

/// More of a line than this is not quoted, in characters.
const MOST_QUOTED: usize = 60;

/// Finds the markers git leaves where two changes met.
///
/// A line of `=======` may also underline a heading inside a text, so it counts only where the
/// text is `broken`.
pub fn conflict(text: &str, broken: bool) -> Option<Error> {
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let marked = line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>");
        if marked || (broken && line.starts_with("=======")) {
            let error = Error::new(say!("error-conflict")).hint(say!("hint-conflict"));
            return Some(error.at_offset(text, offset));
        }
        offset += line.len();
    }
    None
}

/// Refuses a key that a table does not know.
pub fn unknown_key<'k>(key: &str, known: impl Iterator<Item = &'k str> + Clone) -> Error {
    let hint = nearest_hint(key, known.clone());
    Error::new(say!("error-unknown-key", key = key))
        .hint(hint.unwrap_or_else(|| say!("hint-keys", keys = ticked(known))))
}

/// Refuses a word that its key does not know.
pub fn unknown_word<'k>(
    key: &str,
    word: &str,
    known: impl Iterator<Item = &'k str> + Clone,
) -> Error {
    let hint = nearest_hint(word, known.clone());
    Error::new(say!("error-word", key = key, word = word))
        .hint(hint.unwrap_or_else(|| say!("hint-words", words = ticked(known))))
}

/// Lists words as literals.
fn ticked<'k>(words: impl Iterator<Item = &'k str>) -> String {
    words.map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")
}

/// Puts what the TOML parser found into the program's words, one error for each line.
pub fn misread(text: &str, errors: &[toml::de::Error]) -> Vec<Error> {
    let mut errors: Vec<_> = errors.iter().collect();
    errors.sort_by_key(|it| it.span().unwrap_or_default().start);
    let mut found: Vec<_> = errors.iter().take(MOST_PROBLEMS).map(|it| one(text, it)).collect();
    found.dedup_by_key(|it| it.place.line);
    found
}

/// Says of a file that is no circle's what a `line` of it is.
pub fn elsewhere(mut error: Error, line: Phrase) -> Error {
    match error.hint.as_ref().map(|it| it.key) {
        Some("hint-toml") => error.hint = Some(line),
        Some("hint-key-twice") => error.hint = Some(say!("hint-keep-one")),
        _ => {}
    }
    error
}

fn one(text: &str, error: &toml::de::Error) -> Error {
    let span = error.span().unwrap_or_default();
    let found = text.get(span.clone()).unwrap_or_default();
    let said = error.message();
    let refused = if let Some(character) = forbidden_at(text, &span) {
        refuse_character(character)
    } else if said == "duplicate key" {
        Error::new(say!("error-key-twice", key = found)).hint(say!("hint-key-twice"))
    } else if said.starts_with("invalid date") {
        Error::new(say!("error-date", text = found)).hint(say!("hint-date", example = "2026-03-04"))
    } else if found.contains(CURLY) {
        Error::new(say!("error-quotes", text = found)).hint(say!("hint-curly"))
    } else if is_bare(said) && !found.is_empty() {
        Error::new(say!("error-quotes", text = found)).hint(say!("hint-quotes", text = found))
    } else if let Some(token) = expected(said) {
        Error::new(say!("error-token", token = token)).hint(say!("hint-toml"))
    } else {
        let line = shortened(line_at(text, span.start));
        Error::new(say!("error-toml", line = line)).hint(say!("hint-toml"))
    };
    refused.at_offset(text, span.start)
}

/// Finds a forbidden character in the span, or right behind it: there the parser stopped.
fn forbidden_at(text: &str, span: &Range<usize>) -> Option<char> {
    let (found, rest) = text.get(span.start..)?.split_at_checked(span.len())?;
    let next = rest.chars().next().filter(|_| !rest.starts_with("\r\n"));
    let next = next.map(String::from).unwrap_or_default();
    forbidden(found).or_else(|| forbidden(&next)).map(|(_, character)| character)
}

/// Returns whether the parser met a word where a value in quotes belongs.
fn is_bare(said: &str) -> bool {
    // A word that begins like `true` or `false` is taken for one of them.
    said.starts_with("string values must be quoted") || said.starts_with("invalid boolean")
}

/// Returns the one sign the parser expected, if it was one.
fn expected(said: &str) -> Option<&str> {
    let (_, token) = said.rsplit_once("expected `")?;
    let token = token.strip_suffix('`')?;
    token.chars().all(|it| it.is_ascii_punctuation() && it != '`').then_some(token)
}

fn line_at(text: &str, offset: usize) -> &str {
    let start = text.get(..offset).and_then(|it| it.rfind('\n')).map_or(0, |it| it + 1);
    text[start..].lines().next().unwrap_or_default().trim()
}

/// Shortens what is quoted of a line, in characters.
fn shortened(line: &str) -> String {
    match line.char_indices().nth(MOST_QUOTED) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, message: &Phrase, hint: Phrase) {
        let error = toml::from_str::<toml::Table>(text).unwrap_err();
        let error = elsewhere(misread(text, &[error]).remove(0), say!("hint-front-toml"));
        assert_eq!((&error.message, error.hint), (message, Some(hint)));
    }

    #[test]
    fn what_is_no_circle_is_not_told_of_members() {
        let twice = say!("error-key-twice", key = "title");
        check("title = 1\ntitle = 2", &twice, say!("hint-keep-one"));
        let line = say!("error-toml", line = "title =");
        check("title =\n", &line, say!("hint-front-toml"));
    }

    #[test]
    fn of_a_long_line_the_beginning_is_quoted() {
        let text = format!("\"é\" = {}", "[".repeat(1000));
        let quoted = text.chars().take(60).collect::<String>() + "…";
        check(&text, &say!("error-toml", line = quoted), say!("hint-front-toml"));
    }
}
