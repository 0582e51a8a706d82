//! Names as people compare them, and what no name or text may have in it.
//!
//! Nothing here knows which names there are.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use crate::error::{Error, Result};
use crate::words::{Phrase, say};

/// Folds a name for comparison: case and accents are dropped, vowel signs of other scripts stay.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd()
        .filter(|it| canonical_combining_class(*it) < 200)
        .flat_map(char::to_lowercase)
        .nfc()
        .collect()
}

/// Returns whether two names are the same, ignoring case and accents.
pub fn same(one: &str, other: &str) -> bool {
    one == other || fold(one) == fold(other)
}

/// Returns whether no text may have this character.
///
/// These are control characters other than tab and line feed, separators of lines, and what
/// turns the direction of writing round: with them a text would not be what is shown.
fn is_forbidden(character: char) -> bool {
    matches!(character,
        '\0'..='\x08' | '\x0b'..='\x1f' | '\x7f'..='\u{9f}'
        | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Finds the first character that no text may have, with its byte offset.
pub fn forbidden(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|(_, it)| is_forbidden(*it))
}

/// Takes out the characters that no text may have: journals may be written by hand.
pub fn clean(text: &str) -> String {
    if text.bytes().all(|it| matches!(it, b' '..=b'~' | b'\n' | b'\t')) {
        return text.to_owned();
    }
    text.chars().filter(|it| !is_forbidden(*it)).collect()
}

/// Refuses a character that no text may have.
pub fn refuse_character(character: char) -> Error {
    let code = format!("U+{:04X}", u32::from(character));
    Error::new(say!("error-character", code = code)).hint(say!("hint-character"))
}

/// Checks that a text can be the name of a person or a role, so that it can be typed anywhere.
pub fn check_name(name: &str) -> Result<()> {
    if let Some((_, character)) = forbidden(name) {
        return Err(refuse_character(character));
    }
    let bad = fold(name).is_empty()
        || name.trim() != name
        || name.starts_with(['@', '#'])
        || name.contains([',', ':', '(', ')', '/', '\n', '\t']);
    if bad {
        return Err(Error::new(say!("error-name", name = name)).hint(say!("hint-name")));
    }
    Ok(())
}

/// Finds the known word that was probably meant, ignoring case and accents.
///
/// One letter in three may be wrong, missing, too many, or have changed places with the next.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word: Vec<char> = fold(word).chars().collect();
    known
        .into_iter()
        .filter_map(|it| {
            let other: Vec<char> = fold(it).chars().collect();
            let distance = distance(&word, &other);
            (distance <= word.len().max(other.len()) / 3).then_some((distance, it))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, it)| it)
}

/// Asks whether the nearest known word was meant, if one is near.
pub fn nearest_hint<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<Phrase> {
    nearest(word, known).map(|it| say!("hint-nearest", word = it))
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

/// Counts the letters to change, add, drop or swap with the next (optimal string alignment).
pub fn distance(one: &[char], other: &[char]) -> usize {
    let mut before = vec![0; other.len() + 1];
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for i in 1..=one.len() {
        let mut row = vec![i; other.len() + 1];
        for j in 1..=other.len() {
            let changed = usize::from(one[i - 1] != other[j - 1]);
            row[j] = (last[j - 1] + changed).min(last[j] + 1).min(row[j - 1] + 1);
            let swapped =
                i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            if swapped {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_are_ignored() {
        assert!(same("José", "jose"));
        assert!(same("Jose\u{301}", "JOSÉ"));
        assert!(!same("陈伟", "陈"));
    }

    #[test]
    fn vowel_signs_are_letters() {
        assert!(!same("कि", "का"));
    }

    #[track_caller]
    fn meant(word: &str, expected: Option<&str>) {
        let known = ["holder", "name", "since", "until", "Ben"];
        assert_eq!(nearest(word, known), expected);
    }

    #[test]
    fn the_nearest_word_is_found() {
        meant("holdr", Some("holder"));
        meant("nmae", Some("name"));
        meant("Bne", Some("Ben"));
        meant("untill", Some("until"));
        meant("SINCÉ", Some("since"));
        meant("purpose", None);
        meant("x", None);
        meant("", None);
    }

    #[test]
    fn what_is_not_shown_as_it_is_written_is_forbidden() {
        for character in ['\0', '\r', '\x1b', '\x7f', '\u{9b}', '\u{202e}', '\u{2066}', '\u{2028}']
        {
            assert_eq!(forbidden(&format!("aé{character}b")), Some((3, character)));
        }
        assert_eq!(forbidden("a\tb\nc\u{200e}\u{200f}\u{200d}👩‍🌾 陈伟"), None);
    }

    #[test]
    fn names_are_what_can_be_typed_anywhere() {
        for name in ["Ana", "O'Neill", "Erik Hart", "陈伟", "Ana-María", "ليلى"] {
            assert!(check_name(name).is_ok(), "{name}");
        }
        for name in ["", " ", "Ana ", "@ana", "#1", "A, B", "A:B", "A(B", "A/B", "A\nB", "A\x07"] {
            assert!(check_name(name).is_err(), "{name}");
        }
    }
}
