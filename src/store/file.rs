//! One file at a time: read whole or refused, written whole or not at all.
//!
//! Never leaves half a file, and never decides what belongs into one.
#![expect(clippy::disallowed_methods, reason = "one of the few files that touch files")]

use std::env;
use std::fs::{self, DirEntry, File, Metadata};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use tempfile::NamedTempFile;

use crate::error::{Error, Result};
use crate::lang::{Arg, say};

/// No circle file is read that is longer, in bytes.
pub(crate) const CIRCLE_LIMIT: u64 = 1 << 20;

/// No record, topic or minutes are read that are longer, in bytes.
pub(crate) const RECORD_LIMIT: u64 = 16 << 20;

/// No other file is read that is longer, in bytes.
pub(crate) const LIMIT: u64 = 256 << 20;

/// Names a file as the person would: from where they stand, if it lies below.
pub(crate) fn named(path: &Path) -> String {
    // Asked once: the program never goes to another folder.
    static HERE: LazyLock<PathBuf> = LazyLock::new(|| env::current_dir().unwrap_or_default());
    let below = path.strip_prefix(&*HERE).or_else(|_| path.strip_prefix(".")).unwrap_or(path);
    below.display().to_string()
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
/// A file that was cut may do so: then the text lacks the bytes of that character.
pub(crate) fn text_before_tear(path: &Path, limit: u64) -> Result<(String, bool)> {
    let bytes = bytes(path, limit)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok((text, false)),
        Err(error) => {
            let (good, cut) = (error.utf8_error().valid_up_to(), error.utf8_error().error_len());
            let mut bytes = error.into_bytes();
            bytes.truncate(good);
            let text = String::from_utf8(bytes).expect("the bytes were found valid so far");
            if cut.is_none() { Ok((text, true)) } else { Err(not_text(path, &text)) }
        }
    }
}

fn not_text(path: &Path, before: &str) -> Error {
    let error = Error::new(say!("error-file-text")).hint(say!("hint-file-text"));
    error.at_offset(before, before.len()).in_file(named(path))
}

fn bytes(path: &Path, limit: u64) -> Result<Vec<u8>> {
    let refused = |error: Error| Err(error.in_file(named(path)));
    let known = existing(path)?;
    if !known.is_file() {
        return refused(Error::new(say!("error-file-kind")));
    }
    let too_large = || Error::new(say!("error-file-large", megabytes = limit_in_megabytes(limit)));
    if known.len() > limit {
        return refused(too_large());
    }
    // With room for all of it, and to see that nothing follows, it is read at once.
    let mut bytes = Vec::with_capacity(usize::try_from(known.len()).unwrap_or(0) + 1);
    let read = File::open(path).and_then(|it| it.take(limit + 1).read_to_end(&mut bytes));
    match read {
        Ok(count) if count as u64 > limit => refused(too_large()),
        Ok(_) => Ok(bytes),
        Err(error) => refused(Error::new(say!("error-read", cause = cause(&error)))),
    }
}

fn limit_in_megabytes(limit: u64) -> i64 {
    i64::try_from(limit >> 20).unwrap_or(i64::MAX)
}

/// Removes a file.
///
/// # Errors
///
/// It cannot be removed.
pub(crate) fn remove(path: &Path) -> Result<()> {
    written(path, || fs::remove_file(path).and_then(|()| sync_folder(folder_of(path))))
}

/// Looks at what a path leads to.
fn existing(path: &Path) -> Result<Metadata> {
    fs::metadata(path).map_err(|error| {
        let refused = match error.kind() {
            ErrorKind::NotFound if fs::symlink_metadata(path).is_ok() => say!("error-file-link"),
            ErrorKind::NotFound | ErrorKind::NotADirectory => say!("error-file-missing"),
            _ => say!("error-read", cause = cause(&error)),
        };
        Error::new(refused).in_file(named(path))
    })
}

/// Writes a file that must not exist yet, and the folders it lies in.
///
/// # Errors
///
/// The file exists already, or it cannot be written. Then nothing is left behind.
pub(crate) fn create(path: &Path, text: &str) -> Result<()> {
    written(path, || create_bytes(path, text.as_bytes()))
}

/// Writes a new file as [`create`] does.
pub(crate) fn create_bytes(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = folder_of(path);
    make_folder(folder)?;
    let file = beside(folder, bytes)?;
    file.persist_noclobber(path).map_err(|it| it.error)?;
    sync_folder(folder)
}

/// Writes a file in place of the one there, if there is one.
///
/// Its permissions are kept, and a link goes on leading to it.
///
/// # Errors
///
/// It cannot be written, or may not be. Then the old one is untouched.
pub(crate) fn replace(path: &Path, text: &str) -> Result<()> {
    if fs::symlink_metadata(path).is_err() {
        return create(path, text);
    }
    let known = existing(path)?;
    if !known.is_file() {
        return Err(Error::new(say!("error-file-kind")).in_file(named(path)));
    }
    written(path, || {
        if known.permissions().readonly() {
            return Err(ErrorKind::PermissionDenied.into());
        }
        let target = fs::canonicalize(path)?;
        let folder = folder_of(&target);
        let file = beside(folder, text.as_bytes())?;
        file.as_file().set_permissions(known.permissions())?;
        file.persist(&target).map_err(|it| it.error)?;
        sync_folder(folder)
    })
}

/// Says why a file could not be written.
pub(crate) fn written<T>(path: &Path, write: impl FnOnce() -> io::Result<T>) -> Result<T> {
    write().map_err(|error| {
        let refused = match error.kind() {
            ErrorKind::AlreadyExists => Error::new(say!("error-file-exists")),
            _ => Error::new(say!("error-write", cause = cause(&error))),
        };
        refused.in_file(named(path))
    })
}

/// Writes a text into a file without a name, on the disk before it is given one.
fn beside(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".rounds-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The umask takes away from this what it takes from any new file.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Makes a folder and those it lies in, where they are not there yet.
pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder).map_err(|error| match error.kind() {
        // Something is there, but it is no folder.
        ErrorKind::AlreadyExists => ErrorKind::NotADirectory.into(),
        _ => error,
    })
}

/// Returns the folder a file lies in.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// Makes sure that a new name in a folder outlives a crash.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Says in the program's words what the system said, where it has words for it.
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

/// Lists the files of a folder whose names end so, sorted; none where there is no folder.
///
/// Names that begin with a dot are left out.
///
/// # Errors
///
/// The folder cannot be read.
pub(crate) fn list(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    entries(folder, |name, _| name.ends_with(ending))
}

/// Lists the folders in a folder, sorted; none where there is no folder. Links are left out, for
/// they may lead anywhere, and so are names that begin with a dot.
///
/// # Errors
///
/// The folder cannot be read.
pub(crate) fn folders(folder: &Path) -> Result<Vec<PathBuf>> {
    entries(folder, |_, it| it.file_type().is_ok_and(|it| it.is_dir()))
}

/// Lists the links in a folder, whatever they lead to, sorted; none where there is no folder.
///
/// # Errors
///
/// The folder cannot be read.
pub(crate) fn links(folder: &Path) -> Result<Vec<PathBuf>> {
    entries(folder, |_, it| it.file_type().is_ok_and(|it| it.is_symlink()))
}

fn entries(folder: &Path, wanted: impl Fn(&str, &DirEntry) -> bool) -> Result<Vec<PathBuf>> {
    let read = || -> io::Result<Vec<PathBuf>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let text = name.to_string_lossy();
            if !text.starts_with('.') && wanted(&text, &entry) {
                names.push(name);
            }
        }
        // Names are compared faster than paths, part by part.
        names.sort_unstable();
        Ok(names.into_iter().map(|it| folder.join(it)).collect())
    };
    match read() {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => {
            Err(Error::new(say!("error-read", cause = cause(&error))).in_file(named(folder)))
        }
        Ok(paths) => Ok(paths),
    }
}

#[cfg(test)]
mod tests;
