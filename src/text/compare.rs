//! Compares names and words: ignoring case and accents, and allowing for typing errors.

use std::borrow::Cow;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::lang::{Phrase, say};

/// Folds a name for comparison: drops case and accents, but keeps vowel signs of other scripts.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd()
        .filter(|it| canonical_combining_class(*it) < 200)
        .flat_map(char::to_lowercase)
        .nfc()
        .collect()
}

/// Returns a name in the normalization form in which names are compared (NFC). Some file systems
/// store names in another one.
pub(crate) fn composed(name: &str) -> Cow<'_, str> {
    if is_nfc(name) { name.into() } else { name.nfc().collect::<String>().into() }
}

/// Returns whether two names are the same, ignoring case and accents.
pub(crate) fn same(one: &str, other: &str) -> bool {
    one == other || fold(one) == fold(other)
}

/// Finds the known word that was probably meant, ignoring case and accents.
///
/// One letter in three may be wrong, missing, superfluous, or swapped with the next.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word: Vec<char> = fold(word).chars().collect();
    known
        .into_iter()
        .filter_map(|it| {
            let other: Vec<char> = fold(it).chars().collect();
            let most = word.len().max(other.len()) / 3;
            // Each letter more is an edit, so a long line is not compared with a name.
            if word.len().abs_diff(other.len()) > most {
                return None;
            }
            let distance = distance(&word, &other);
            (distance <= most).then_some((distance, it))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, it)| it)
}

/// Returns a hint with the known word that was probably meant.
pub(crate) fn nearest_hint<'k>(
    word: &str,
    known: impl IntoIterator<Item = &'k str>,
) -> Option<Phrase> {
    nearest(word, known).map(|it| say!("hint-nearest", word = it))
}

/// Counts the edits between two words: letters changed, added, dropped or swapped with the next
/// (optimal string alignment distance).
pub(crate) fn distance(one: &[char], other: &[char]) -> usize {
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
}
