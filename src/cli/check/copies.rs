//! The copies that `rounds check` lists.

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::lang::say;
use crate::store::copies::{by_name, is_same};
use crate::store::file::named;

/// Finds the copies among the files of a folder by their names. `may_be` tells whether the first name
/// may be that of a copy of the second.
pub(super) fn beside(files: &[PathBuf], may_be: impl Fn(&str, &str) -> bool) -> Vec<Error> {
    by_name(files, may_be).iter().map(|(copy, of)| found(copy, of)).collect()
}

/// Returns whether one of the errors is about a file.
pub(super) fn is_listed(errors: &[Error], path: &Path) -> bool {
    let name = named(path);
    errors.iter().any(|it| it.place.file.as_ref() == Some(&name))
}

/// Builds the error of a copy.
pub(super) fn found(copy: &Path, of: &Path) -> Error {
    let file = named(of);
    let error = if is_same(copy, of) {
        Error::new(say!("error-copy-same", file = file)).hint(say!("hint-copy-same"))
    } else {
        Error::new(say!("error-copy-differs", file = file)).hint(say!("hint-copy-differs"))
    };
    error.in_file(named(copy))
}
