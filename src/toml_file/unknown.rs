//! Keys and words that are not known, with the nearest known one.

use crate::error::Error;
use crate::lang::say;
use crate::text::nearest_hint;

/// Refuses a key that a table does not know.
pub(crate) fn unknown_key<'k>(key: &str, known: impl Iterator<Item = &'k str> + Clone) -> Error {
    let hint = nearest_hint(key, known.clone());
    Error::new(say!("error-unknown-key", key = key))
        .hint(hint.unwrap_or_else(|| say!("hint-keys", keys = ticked(known))))
}

/// Refuses a word that its key does not know.
pub(crate) fn unknown_word<'k>(
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
