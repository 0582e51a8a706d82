//! Characters that no text may have, because it would not be shown as it is kept.

use crate::error::Error;
use crate::lang::say;

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
pub(crate) fn clean(text: &str) -> String {
    if text.bytes().all(|it| matches!(it, b' '..=b'~' | b'\n' | b'\t')) {
        return text.to_owned();
    }
    text.chars().filter(|it| !is_forbidden(*it)).collect()
}

/// Refuses a character that no text may have.
pub(crate) fn refuse_character(character: char) -> Error {
    let code = format!("U+{:04X}", u32::from(character));
    Error::new(say!("error-character", code = code)).hint(say!("hint-character"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_shown_as_it_is_written_is_forbidden() {
        for character in ['\0', '\r', '\x1b', '\x7f', '\u{9b}', '\u{202e}', '\u{2066}', '\u{2028}']
        {
            assert_eq!(forbidden(&format!("aé{character}b")), Some((3, character)));
        }
        assert_eq!(forbidden("a\tb\nc\u{200e}\u{200f}\u{200d}👩‍🌾 陈伟"), None);
    }
}
