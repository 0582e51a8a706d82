//! The files and settings of Linux, macOS and other systems like Unix.
#![expect(clippy::disallowed_methods, reason = "one of the few files that touch files")]

use std::ffi::OsStr;
use std::fs::{self, File, Permissions};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
use std::path::Path;

use rustix::fs::{Dir, FileType, Mode, OFlags, open};
use rustix::io::retry_on_intr;
use tz::TimeZone;

use super::Kind;
use crate::store::file::folder_of;

/// Hands each name in a folder to `see`, in any order, with what it is.
///
/// The folder is not read with `fs::read_dir`, because that panics where closing it fails.
pub(in crate::store) fn each_entry(
    folder: &Path,
    mut see: impl FnMut(&OsStr, Kind),
) -> io::Result<()> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let opened = retry_on_intr(|| open(folder, flags, Mode::empty()))?;
    for entry in Dir::new(opened)? {
        let entry = entry?;
        let name = OsStr::from_bytes(entry.file_name().to_bytes());
        let kind = match entry.file_type() {
            FileType::RegularFile => Kind::File,
            FileType::Directory => Kind::Folder,
            FileType::Symlink => Kind::Link,
            // Some file systems do not tell it here.
            FileType::Unknown => fs::symlink_metadata(folder.join(name))?.file_type().into(),
            _ => Kind::Other,
        };
        see(name, kind);
    }
    Ok(())
}

/// Opens a folder, so that the names in it can be flushed to disk.
pub(in crate::store) fn folder_to_sync(folder: &Path) -> io::Result<Option<File>> {
    File::open(folder).map(Some)
}

/// Returns whether a path leads to the open file.
pub(in crate::store) fn is_same(path: &Path, open: &File) -> bool {
    let (Ok(there), Ok(here)) = (fs::metadata(path), open.metadata()) else { return false };
    (there.dev(), there.ino()) == (here.dev(), here.ino())
}

/// Shortens the open file to `len` bytes.
pub(in crate::store) fn truncate(_: &Path, open: &File, len: u64) -> io::Result<()> {
    open.set_len(len)
}

/// Reads the file of the system on a time zone; `None` if there is no zone of this name.
pub(in crate::store) fn time_zone(name: &str) -> Option<TimeZone> {
    TimeZone::from_posix_tz(&format!(":{name}")).ok()
}

/// Returns the languages that the user prefers, where the system has them elsewhere than in variables:
/// on macOS.
pub(in crate::store) fn languages() -> Vec<String> {
    if cfg!(target_vendor = "apple") { sys_locale::get_locales().collect() } else { Vec::new() }
}

/// Gives a temporary file or folder the permissions of any new one, from which the system subtracts
/// the umask.
pub(in crate::store) fn usual_permissions(builder: &mut tempfile::Builder, kind: Kind) {
    let mode = if kind == Kind::Folder { 0o777 } else { 0o666 };
    builder.permissions(Permissions::from_mode(mode));
}

/// Lets everyone read and write a new file or folder who may write in the folder it is in, so that
/// the members of a group can go on with each other's meetings. They could replace it anyway. Where
/// that is not allowed, the umask decides.
///
/// It goes by the open file, because somebody else may put a link under its name meanwhile.
pub(in crate::store) fn share(new: &File, path: &Path) {
    /// Only owners remove or replace what is in such a folder.
    const STICKY: u32 = 0o1000;
    let (Ok(own), Ok(folder)) = (new.metadata(), fs::metadata(folder_of(path))) else { return };
    let writers = if folder.mode() & STICKY == 0 { folder.mode() & 0o022 } else { 0 };
    if own.gid() != folder.gid() && writers & 0o020 != 0 {
        let _ = fchown(new, None, Some(folder.gid()));
    }
    // Who may write may also read, and enter a folder.
    let enter = if own.is_dir() { writers >> 1 } else { 0 };
    let mode = own.mode() & 0o7777;
    let shared = mode | writers | (writers << 1) | enter;
    if shared != mode {
        let _ = new.set_permissions(Permissions::from_mode(shared));
    }
}

/// Shares a new folder, see [`share`]. A link in its place is left alone.
pub(in crate::store) fn share_folder(path: &Path) {
    let flags = OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    if let Ok(folder) = open(path, flags, Mode::empty()) {
        share(&File::from(folder), path);
    }
}
