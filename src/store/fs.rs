//! The calls of the system that change files, each behind one function.
//!
//! Everything that the program writes into a circle's folder goes through here, so that tests can let
//! any single call fail (`fault.rs`). A call that a signal interrupted is made again.
#![expect(clippy::disallowed_methods, reason = "one of the few files that touch files")]

mod fault;

use std::fs::{self, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

#[cfg(test)]
pub(crate) use fault::{Way, plan};
use tempfile::{NamedTempFile, TempDir};

use crate::store::system::{self, Kind};

/// How the names of temporary files begin.
pub(crate) const TEMPORARY: &str = ".rounds-";

/// Makes a call until no signal interrupts it. Builds for tests may be told to let it fail.
fn call<T>(name: &str, mut run: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        let result =
            if cfg!(debug_assertions) { fault::before(name).and_then(|()| run()) } else { run() };
        match result {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}

/// Creates a folder and its parents, where they do not exist yet.
pub(crate) fn create_folders(folder: &Path) -> io::Result<()> {
    let is_new = |it: &&Path| *it != Path::new("") && fs::symlink_metadata(it).is_err();
    let new: Vec<&Path> = folder.ancestors().take_while(is_new).collect();
    call("mkdir", || fs::create_dir_all(folder))?;
    new.into_iter().rev().for_each(system::share_folder);
    Ok(())
}

/// Creates an empty temporary file in a folder, to append to. It is removed when it is dropped, and
/// locked until then, so that [`clear`](super::file::clear) can tell it from one that a crash left.
pub(crate) fn create_temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY).append(true);
    system::usual_permissions(&mut builder, Kind::File);
    let file = call("create", || builder.tempfile_in(folder))?;
    system::share(file.as_file(), file.path());
    // Some network file systems have no locks. There the file is cleared by nobody.
    let _ = call("lock", || Ok(file.as_file().try_lock()));
    Ok(file)
}

/// Creates an empty temporary folder in a folder. It is removed when it is dropped.
pub(crate) fn create_temporary_folder(folder: &Path) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY);
    system::usual_permissions(&mut builder, Kind::Folder);
    call("mkdir", || builder.tempdir_in(folder))
}

/// Writes a new file that can be written again, without flushing it to disk.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = call("create", || OpenOptions::new().append(true).create_new(true).open(path))?;
    append(&file, bytes)
}

/// Gives a folder another name.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    call("rename", || fs::rename(from, to))
}

/// Opens an existing file to append to it.
pub(crate) fn open_to_append(path: &Path) -> io::Result<File> {
    call("open", || OpenOptions::new().read(true).append(true).open(path))
}

/// Opens a file to lock it, and creates it if there is none.
pub(crate) fn open_to_lock(path: &Path) -> io::Result<File> {
    let is_new = fs::symlink_metadata(path).is_err();
    let file = call("open", || {
        OpenOptions::new().create(true).truncate(false).read(true).write(true).open(path)
    })?;
    if is_new {
        system::share(&file, path);
    }
    Ok(file)
}

/// Locks a file, unless another process holds its lock.
pub(crate) fn lock(file: &File) -> Result<(), TryLockError> {
    match call("lock", || match file.try_lock() {
        Err(TryLockError::Error(error)) => Err(error),
        other => Ok(other),
    }) {
        Ok(locked) => locked,
        Err(error) => Err(TryLockError::Error(error)),
    }
}

/// Writes all bytes at the end of a file that was opened to append.
pub(crate) fn append(mut file: &File, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        let mut written = 0;
        call("write", || {
            let part = if cfg!(debug_assertions) { fault::part(bytes) } else { bytes };
            written = file.write(part)?;
            Ok(())
        })?;
        if written == 0 {
            return Err(ErrorKind::WriteZero.into());
        }
        bytes = &bytes[written..];
    }
    Ok(())
}

/// Flushes the content of a file to disk, and what is needed to read it back.
pub(crate) fn sync_content(file: &File) -> io::Result<()> {
    call("sync", || file.sync_data())
}

/// Flushes a file to disk.
pub(crate) fn sync(file: &File) -> io::Result<()> {
    call("sync", || file.sync_all())
}

/// Flushes the names in a folder to disk.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    match call("open folder", || system::folder_to_sync(folder))? {
        Some(folder) => call("sync folder", || folder.sync_all()),
        None => Ok(()),
    }
}

/// Shortens a file that was opened to append to `len` bytes.
pub(crate) fn truncate(path: &Path, file: &File, len: u64) -> io::Result<()> {
    call("truncate", || system::truncate(path, file, len))
}

/// Changes the permissions of a file.
pub(crate) fn set_permissions(file: &File, permissions: &Permissions) -> io::Result<()> {
    call("chmod", || file.set_permissions(permissions.clone()))
}

/// Gives a temporary file its name, which no other file may have. Returns the open file.
pub(crate) fn name_new(file: NamedTempFile, path: &Path) -> io::Result<File> {
    named(file, |it| it.persist_noclobber(path))
}

/// Gives a temporary file its name, in place of the file that has it.
pub(crate) fn name_over(file: NamedTempFile, path: &Path) -> io::Result<File> {
    named(file, |it| it.persist(path))
}

fn named(
    file: NamedTempFile,
    name: impl Fn(NamedTempFile) -> Result<File, tempfile::PersistError>,
) -> io::Result<File> {
    let mut waiting = Some(file);
    let file = call("rename", || {
        let file = waiting.take().expect("a call that fails gives the file back");
        name(file).map_err(|failed| {
            waiting = Some(failed.file);
            failed.error
        })
    })?;
    // The lock was that of the temporary file.
    let _ = file.unlock();
    Ok(file)
}

/// Removes a file.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    call("unlink", || fs::remove_file(path))
}
