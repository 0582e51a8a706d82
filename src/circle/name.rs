//! Names as people compare them: ignoring case and accents.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Folds a name for comparison: case and accents are dropped, vowel signs of other scripts stay.
pub fn fold(text: &str) -> String {
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
}
