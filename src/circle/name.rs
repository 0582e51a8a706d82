//! Checks the names of people and roles.

use crate::error::{Error, Result};
use crate::lang::say;
use crate::text::{code, fold, forbidden, refuse_character, unseen};

/// Checks a name that is typed or stands in a circle's file: as [`check_name`] does, and that it has
/// no character that nobody sees. Old journals may have such names.
pub(crate) fn check_new_name(name: &str) -> Result<()> {
    check_name(name).and_then(|()| check_seen(name))
}

/// Checks that a name has no character that nobody sees.
pub(crate) fn check_seen(name: &str) -> Result<()> {
    let Some((_, character)) = unseen(name) else { return Ok(()) };
    let err = Error::new(say!("error-invisible-character", name = name, code = code(character)));
    Err(err.hint(say!("hint-invisible")))
}

/// Checks that a name has none of the characters that mean something where names are typed.
pub(crate) fn check_name(name: &str) -> Result<()> {
    if let Some((_, character)) = forbidden(name) {
        return Err(refuse_character(character));
    }
    let bad = fold(name).is_empty()
        || name.trim() != name
        || name.starts_with(['@', '#'])
        || name.contains([',', ':', '(', ')', '/', '\n', '\t']);
    if bad {
        return Err(Error::new(say!("error-invalid-name", name = name)).hint(say!("hint-name")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_can_be_typed_anywhere() {
        for name in ["Ana", "O'Neill", "Erik Hart", "陈伟", "Ana-María", "ليلى"] {
            assert!(check_new_name(name).is_ok(), "{name}");
        }
        for name in ["", " ", "Ana ", "@ana", "#1", "A, B", "A:B", "A(B", "A/B", "A\nB", "A\x07"] {
            assert!(check_name(name).is_err(), "{name}");
        }
    }

    #[test]
    fn a_new_name_has_no_character_that_nobody_sees() {
        for name in ["A\u{200b}na", "\u{3164}", "Ana\u{ad}", "\u{feff}Ana", "A\u{e0041}na"] {
            assert!(check_name(name).is_ok(), "{name:?}");
            assert_eq!(check_new_name(name).unwrap_err().message.key, "error-invisible-character");
        }
    }
}
