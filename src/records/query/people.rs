//! Who is who in the circles: one name is one person, without case and accents.

use crate::error::{Error, Result};
use crate::lang::say;
use crate::text::{nearest_hint, same};

/// Finds somebody among names, and returns the name as it is written there.
///
/// # Errors
///
/// Nobody has the name.
pub(crate) fn find_person<'n>(
    typed: &str,
    names: impl Iterator<Item = &'n str> + Clone,
) -> Result<String> {
    if let Some(name) = names.clone().find(|it| same(it, typed)) {
        return Ok(name.to_owned());
    }
    let err = Error::new(say!("error-unknown-name", typed = typed));
    Err(match nearest_hint(typed, names) {
        Some(hint) => err.hint(hint),
        None => err,
    })
}
