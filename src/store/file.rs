//! Reads and writes single files, and lists folders.
//!
//! Never leaves a file half written.
#![expect(clippy::disallowed_methods, reason = "one of the few files that touch files")]

use std::env;
use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::{MAIN_SEPARATOR_STR, Path, PathBuf};
use std::sync::LazyLock;

use tempfile::NamedTempFile;

use crate::error::{Error, Result};
use crate::lang::{Arg, say};
use crate::store::fs as disk;
use crate::store::system::{self, Kind};
use crate::text::composed;

/// The maximal length of a circle's file, in bytes.
pub(crate) const CIRCLE_LIMIT: u64 = 1 << 20;

/// The maximal length of a record, a topic or minutes, in bytes.
pub(crate) const RECORD_LIMIT: u64 = 16 << 20;

/// The maximal length of any other file, in bytes.
pub(crate) const LIMIT: u64 = 256 << 20;

/// Returns the path for messages: relative to the current directory if it lies below.
pub(crate) fn named(path: &Path) -> String {
    // Read once, because the program never changes its directory.
    static HERE: LazyLock<PathBuf> = LazyLock::new(|| env::current_dir().unwrap_or_default());
    let below = path.strip_prefix(&*HERE).or_else(|_| path.strip_prefix(".")).unwrap_or(path);
    with_slashes(below)
}

/// Returns a path as it is written everywhere: its parts are separated by `/`, on Windows too.
pub(crate) fn with_slashes(path: &Path) -> String {
    path.display().to_string().replace(MAIN_SEPARATOR_STR, "/")
}

/// Names the file in each of its errors.
pub(crate) fn in_file(errors: Vec<Error>, name: &str) -> Vec<Error> {
    errors.into_iter().map(|it| it.in_file(name)).collect()
}

/// Returns the path of a file in a circle's folder, from the folder of its kind: `backlog/tools.md`.
pub(crate) fn in_part(part: &str, path: &Path) -> String {
    format!("{part}/{}", name_of(path))
}

/// Returns the name of a file in the form in which names are compared.
pub(crate) fn name_of(path: &Path) -> String {
    composed(&path.file_name().unwrap_or_default().to_string_lossy()).into_owned()
}

/// Returns the path under which a file is stored: on some systems its name is in another
/// normalization form. A file that does not exist keeps its path.
pub(crate) fn as_stored(path: PathBuf) -> PathBuf {
    let is_ascii = path.file_name().is_none_or(|it| it.to_string_lossy().is_ascii());
    if is_ascii || fs::symlink_metadata(&path).is_ok() {
        return path;
    }
    let name = name_of(&path);
    let there = entries(folder_of(&path), |it, _| composed(it) == name).unwrap_or_default();
    there.into_iter().next().unwrap_or(path)
}

/// Returns whether an error is that of a file which the system cannot read, or which is no text.
pub(crate) fn is_unread(error: &Error) -> bool {
    const UNREAD: [&str; 6] = [
        "error-cannot-read",
        "error-not-a-file",
        "error-file-too-large",
        "error-symlink-dangling",
        "error-file-missing",
        "error-not-text",
    ];
    UNREAD.contains(&error.message.key)
}

/// Reads a text file of at most `limit` bytes.
///
/// # Errors
///
/// A file that is missing, no file, too large or not UTF-8, a link that leads nowhere, or what
/// the system says. Each names the file.
pub(crate) fn text(path: &Path, limit: u64) -> Result<String> {
    let (text, torn) = text_before_tear(path, limit)?;
    if torn { Err(not_text(path, &text)) } else { Ok(text) }
}

/// Reads a text file as [`text`] does, and returns whether it ends inside a character.
///
/// A file that was cut off by a crash may do so. The text then lacks that character.
pub(crate) fn text_before_tear(path: &Path, limit: u64) -> Result<(String, bool)> {
    let bytes = bytes(path, limit)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok((text, false)),
        Err(error) => {
            let (good, cut) = (error.utf8_error().valid_up_to(), error.utf8_error().error_len());
            let mut bytes = error.into_bytes();
            bytes.truncate(good);
            let text = String::from_utf8(bytes).expect("the bytes up to here are valid");
            if cut.is_none() { Ok((text, true)) } else { Err(not_text(path, &text)) }
        }
    }
}

/// Builds the error of a file that is not UTF-8 after the text `before`.
pub(crate) fn not_text(path: &Path, before: &str) -> Error {
    let error = Error::new(say!("error-not-text")).hint(say!("hint-file-text"));
    error.at_offset(before, before.len()).in_file(named(path))
}

fn bytes(path: &Path, limit: u64) -> Result<Vec<u8>> {
    let refused = |error: Error| Err(error.in_file(named(path)));
    let known = existing(path)?;
    let megabytes = i64::try_from(limit >> 20).unwrap_or(i64::MAX);
    let too_large = || Error::new(say!("error-file-too-large", megabytes = megabytes));
    if known.len() > limit {
        return refused(too_large());
    }
    // The capacity for one more byte lets the end of the file be seen in one read.
    let mut bytes = Vec::with_capacity(usize::try_from(known.len()).unwrap_or(0) + 1);
    let read = File::open(path).and_then(|it| it.take(limit + 1).read_to_end(&mut bytes));
    match read {
        Ok(count) if count as u64 > limit => refused(too_large()),
        Ok(_) => Ok(bytes),
        Err(error) => refused(Error::new(say!("error-cannot-read", cause = cause(&error)))),
    }
}

/// Removes a file.
pub(crate) fn remove(path: &Path) -> Result<()> {
    written(path, || disk::remove(path))?;
    confirmed(path, folder_of(path))
}

/// Returns the metadata of an existing file, following symbolic links.
fn existing(path: &Path) -> Result<Metadata> {
    let refused = match fs::metadata(path) {
        Ok(known) if known.is_file() => return Ok(known),
        Ok(_) => say!("error-not-a-file"),
        Err(error) => match error.kind() {
            ErrorKind::NotFound if fs::symlink_metadata(path).is_ok() => {
                say!("error-symlink-dangling")
            }
            ErrorKind::NotFound | ErrorKind::NotADirectory => say!("error-file-missing"),
            _ => say!("error-cannot-read", cause = cause(&error)),
        },
    };
    Err(Error::new(refused).in_file(named(path)))
}

/// Writes a file that must not exist yet, and creates its folders.
///
/// # Errors
///
/// The file exists already, or it cannot be written. Then nothing is left behind.
pub(crate) fn create(path: &Path, text: &str) -> Result<()> {
    written(path, || create_bytes(path, text.as_bytes()).map(drop))
}

/// Writes a new file as [`create`] does, and returns it open to append to.
pub(crate) fn create_bytes(path: &Path, bytes: &[u8]) -> io::Result<File> {
    let folder = folder_of(path);
    make_folder(folder)?;
    let file = disk::name_new(beside(folder, bytes)?, path)?;
    match disk::sync_folder(folder) {
        Ok(()) => Ok(file),
        Err(error) => match disk::remove(path) {
            Ok(()) => Err(error),
            // The file stays, so its name has to reach the disk after all.
            Err(_) => disk::sync_folder(folder).map(|()| file),
        },
    }
}

/// Writes a file, replacing the one there if there is one.
///
/// Permissions are kept, and a symbolic link still leads to the file.
///
/// # Errors
///
/// The file cannot be written; then the old one is unchanged. Or the disk does not confirm the new
/// one.
pub(crate) fn replace(path: &Path, text: &str) -> Result<()> {
    if fs::symlink_metadata(path).is_err() {
        return create(path, text);
    }
    let known = existing(path)?;
    let target = written(path, || {
        if known.permissions().readonly() {
            return Err(ErrorKind::PermissionDenied.into());
        }
        let target = dunce::canonicalize(path)?;
        let file = beside(folder_of(&target), text.as_bytes())?;
        disk::set_permissions(file.as_file(), &known.permissions())?;
        disk::name_over(file, &target)?;
        Ok(target)
    })?;
    confirmed(path, folder_of(&target))
}

/// Runs a write to a file, and turns its error into one that names the file.
pub(crate) fn written<T>(path: &Path, write: impl FnOnce() -> io::Result<T>) -> Result<T> {
    write().map_err(|error| {
        let refused = match error.kind() {
            ErrorKind::AlreadyExists => Error::new(say!("error-file-exists")),
            _ => Error::new(say!("error-cannot-write", cause = cause(&error))),
        };
        refused.in_file(named(path))
    })
}

/// Flushes a change of a name to disk. The error tells that the change was made.
fn confirmed(path: &Path, folder: &Path) -> Result<()> {
    disk::sync_folder(folder).map_err(|error| {
        Error::new(say!("error-unconfirmed", cause = cause(&error))).in_file(named(path))
    })
}

/// Writes a temporary file in the folder and flushes it to disk.
fn beside(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let file = disk::create_temporary(folder)?;
    disk::append(file.as_file(), bytes)?;
    disk::sync(file.as_file())?;
    Ok(file)
}

/// Removes the temporary files in a folder that a crash left. What cannot be removed stays.
pub(crate) fn clear(folder: &Path) {
    let is_temporary =
        |name: &str, kind: Kind| name.starts_with(disk::TEMPORARY) && kind == Kind::File;
    for path in read_folder(folder, is_temporary).into_iter().flatten() {
        // One that is locked is still being written, by a command that does not wait for meetings.
        if File::open(&path).is_ok_and(|it| it.try_lock().is_ok()) {
            let _ = disk::remove(&path);
        }
    }
}

/// Creates a folder and its parents, where they do not exist yet.
pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    disk::create_folders(folder).map_err(|error| match error.kind() {
        // A file has the name of the folder.
        ErrorKind::AlreadyExists => ErrorKind::NotADirectory.into(),
        _ => error,
    })
}

/// Returns the folder of a file.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// Translates an error of the system; one without a translation keeps the system's text.
pub(crate) fn cause(error: &io::Error) -> Arg {
    match error.kind() {
        ErrorKind::PermissionDenied => say!("cause-denied").into(),
        ErrorKind::ReadOnlyFilesystem => say!("cause-read-only").into(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => say!("cause-full").into(),
        ErrorKind::NotADirectory => say!("cause-no-folder").into(),
        ErrorKind::InvalidData => say!("cause-no-text").into(),
        _ => {
            let said = error.to_string();
            said.split(" (os error").next().unwrap_or_default().to_lowercase().into()
        }
    }
}

/// Lists the files of a folder whose names have this ending, sorted; none if there is no folder.
///
/// Names that begin with a dot are left out.
pub(crate) fn list(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    entries(folder, |name, _| name.ends_with(ending))
}

/// Lists the folders in a folder, sorted; none if there is no folder. Symbolic links and names that
/// begin with a dot are left out.
pub(crate) fn folders(folder: &Path) -> Result<Vec<PathBuf>> {
    entries(folder, |_, kind| kind == Kind::Folder)
}

/// Lists the symbolic links in a folder, sorted; none if there is no folder.
pub(crate) fn links(folder: &Path) -> Result<Vec<PathBuf>> {
    entries(folder, |_, kind| kind == Kind::Link)
}

fn entries(folder: &Path, wanted: impl Fn(&str, Kind) -> bool) -> Result<Vec<PathBuf>> {
    match read_folder(folder, |name, kind| !name.starts_with('.') && wanted(name, kind)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => {
            Err(Error::new(say!("error-cannot-read", cause = cause(&error))).in_file(named(folder)))
        }
        Ok(paths) => Ok(paths),
    }
}

/// Returns the sorted paths of a folder's entries that are wanted.
fn read_folder(folder: &Path, wanted: impl Fn(&str, Kind) -> bool) -> io::Result<Vec<PathBuf>> {
    let mut names: Vec<OsString> = Vec::new();
    system::each_entry(folder, |name, kind| {
        if wanted(&name.to_string_lossy(), kind) {
            names.push(name.to_owned());
        }
    })?;
    // Comparing names is faster than comparing paths, which goes component by component.
    names.sort_unstable();
    Ok(names.into_iter().map(|it| folder.join(it)).collect())
}

#[cfg(test)]
mod tests;
