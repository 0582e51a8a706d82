//! The files and settings of Windows.
//!
//! Permissions are those that the folder gives to what is made in it, so that nothing is to be shared.
#![expect(clippy::disallowed_methods, reason = "one of the few files that touch files")]

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

use tz::TimeZone;
use winapi_util::AsHandleRef;
use winapi_util::file::information;

use super::Kind;

/// Hands each name in a folder to `see`, in any order, with what it is.
pub(in crate::store) fn each_entry(
    folder: &Path,
    mut see: impl FnMut(&OsStr, Kind),
) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        see(&entry.file_name(), entry.file_type()?.into());
    }
    Ok(())
}

/// Returns nothing to flush: the file system writes down the names in a folder by itself.
#[expect(clippy::unnecessary_wraps, reason = "on other systems opening may fail")]
pub(in crate::store) fn folder_to_sync(_: &Path) -> io::Result<Option<File>> {
    Ok(None)
}

/// Returns whether a path leads to the open file. The number of the file decides alone: a folder is not
/// moved to another disk while a file in it is open, and Wine does not tell the disk of a renamed file.
pub(in crate::store) fn is_same(path: &Path, open: &File) -> bool {
    let id = |file: &File| information(file.as_handle_ref()).ok().map(|it| it.file_index());
    File::open(path).is_ok_and(|there| id(&there).is_some_and(|it| Some(it) == id(open)))
}

/// Shortens the open file to `len` bytes. A file that was opened to append to it can only grow, so that
/// it is opened once more.
pub(in crate::store) fn truncate(path: &Path, open: &File, len: u64) -> io::Result<()> {
    if !is_same(path, open) {
        return Err(io::ErrorKind::NotFound.into());
    }
    OpenOptions::new().write(true).open(path)?.set_len(len)
}

/// Looks up a time zone; `None` if there is no zone of this name. Case matters, as in the names of files
/// on other systems.
pub(in crate::store) fn time_zone(name: &str) -> Option<TimeZone> {
    let known = tzdb_data::TZ_NAMES.iter().find(|it| **it == name)?;
    TimeZone::from_tz_data(tzdb_data::find_raw(known.as_bytes())?).ok()
}

/// Returns the languages that the user prefers, as the system has them in its settings.
pub(in crate::store) fn languages() -> Vec<String> {
    sys_locale::get_locales().collect()
}

/// Leaves the permissions of a temporary file or folder as they are.
pub(in crate::store) fn usual_permissions(_: &mut tempfile::Builder, _: Kind) {}

/// Leaves the permissions of a new file or folder as they are.
pub(in crate::store) fn share(_: &File, _: &Path) {}

/// Leaves the permissions of a new folder as they are.
pub(in crate::store) fn share_folder(_: &Path) {}
