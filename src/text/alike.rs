//! Names that look alike or mix scripts, after Unicode Technical Standard #39.

use unicode_security::{MixedScript, skeleton};

use crate::text::fold;

/// Returns how a name looks: two names with the same look are easily taken for one another.
pub(crate) fn look(name: &str) -> String {
    // Case is folded on both sides of the skeleton, because capitals of other scripts look like
    // capitals, and the skeleton of a capital may be a small letter.
    let capitals: String = skeleton(name).collect();
    let small = fold(&capitals);
    let look: String = skeleton(&small).collect();
    fold(&look)
}

/// Finds the first word of a name that has letters of several scripts, except for those that are
/// written together, as Han and Kana are.
pub(crate) fn mixes_scripts(name: &str) -> Option<&str> {
    name.split_whitespace().find(|it| !it.is_single_script())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_alike_have_the_same_look() {
        assert_eq!(look("Ana"), look("\u{410}na"));
        assert_eq!(look("Ana"), look("\u{410}n\u{430}"));
        assert_eq!(look("Paul"), look("Pau1"));
        assert_ne!(look("Ana"), look("Anna"));
        assert_ne!(look("陈伟"), look("陈炜"));
    }

    #[test]
    fn words_of_several_scripts_are_found() {
        assert_eq!(mixes_scripts("Ben \u{410}na"), Some("\u{410}na"));
        for name in ["Ana-María", "Ана", "Ana Петрова", "田中さくら", "O'Neill", "Ana 2", "김민준"]
        {
            assert_eq!(mixes_scripts(name), None, "{name}");
        }
    }
}
