//! Errors for unknown keys and words, which suggest the nearest known one.

use crate::error::Error;
use crate::lang::say;
use crate::text::nearest_hint;

/// Returns the error for a key that a table may not have.
pub(crate) fn unknown_key<'k>(key: &str, known: impl Iterator<Item = &'k str> + Clone) -> Error {
    let hint = nearest_hint(key, known.clone());
    Error::new(say!("error-unknown-key", key = key))
        .hint(hint.unwrap_or_else(|| say!("hint-keys", keys = ticked(known))))
}

/// Returns the error for a word that is not one of the values of a key.
pub(crate) fn unknown_word<'k>(
    key: &str,
    word: &str,
    known: impl Iterator<Item = &'k str> + Clone,
) -> Error {
    let hint = nearest_hint(word, known.clone());
    Error::new(say!("error-unknown-word", key = key, word = word))
        .hint(hint.unwrap_or_else(|| say!("hint-words", words = ticked(known))))
}

/// Lists words in backticks.
fn ticked<'k>(words: impl Iterator<Item = &'k str>) -> String {
    words.map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")
}
