//! Characters that are forbidden, because a text with them would not look as it is stored.

use crate::error::Error;
use crate::lang::say;

/// Returns whether a character is forbidden: a control character other than tab and line feed, a
/// Unicode line separator, or a mark that changes the writing direction.
fn is_forbidden(character: char) -> bool {
    matches!(character,
        '\0'..='\x08' | '\x0b'..='\x1f' | '\x7f'..='\u{9f}'
        | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Finds the first forbidden character, with its byte offset.
pub fn forbidden(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|(_, it)| is_forbidden(*it))
}

/// Removes forbidden characters, which journals edited by hand may contain.
pub(crate) fn clean(text: &str) -> String {
    if text.bytes().all(|it| matches!(it, b' '..=b'~' | b'\n' | b'\t')) {
        return text.to_owned();
    }
    text.chars().filter(|it| !is_forbidden(*it)).collect()
}

/// Returns the error for a forbidden character.
pub(crate) fn refuse_character(character: char) -> Error {
    let code = format!("U+{:04X}", u32::from(character));
    Error::new(say!("error-character", code = code)).hint(say!("hint-character"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_change_how_text_is_shown_are_forbidden() {
        for character in ['\0', '\r', '\x1b', '\x7f', '\u{9b}', '\u{202e}', '\u{2066}', '\u{2028}']
        {
            assert_eq!(forbidden(&format!("aé{character}b")), Some((3, character)));
        }
        assert_eq!(forbidden("a\tb\nc\u{200e}\u{200f}\u{200d}👩‍🌾 陈伟"), None);
    }
}
