//! The errors of characters that would not look as they are stored.

use crate::error::Error;
use crate::lang::say;

/// Returns the error for a forbidden character.
pub(crate) fn refuse_character(character: char) -> Error {
    Error::new(say!("error-forbidden-character", code = code(character)))
        .hint(say!("hint-character"))
}

/// Returns the code of a character as Unicode writes it: `U+202E`.
pub(crate) fn code(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}
