//! Checks the names of people and roles.

use crate::error::{Error, Result};
use crate::lang::say;
use crate::text::{fold, forbidden, refuse_character};

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
        return Err(Error::new(say!("error-name", name = name)).hint(say!("hint-name")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_can_be_typed_anywhere() {
        for name in ["Ana", "O'Neill", "Erik Hart", "陈伟", "Ana-María", "ليلى"] {
            assert!(check_name(name).is_ok(), "{name}");
        }
        for name in ["", " ", "Ana ", "@ana", "#1", "A, B", "A:B", "A(B", "A/B", "A\nB", "A\x07"] {
            assert!(check_name(name).is_err(), "{name}");
        }
    }
}
