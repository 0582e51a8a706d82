//! The lock that is held while a meeting runs.
//!
//! Never deletes the lock file, and never waits for it.
#![expect(clippy::disallowed_methods, reason = "one of the few files that touch files")]

use std::fs::{self, File, OpenOptions, TryLockError};

use crate::error::{Error, Result};
use crate::lang::say;
use crate::store::file::named;
use crate::store::{Folder, file};

/// A lock on `meetings/.lock`. The system releases it when the program ends, even after a crash.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a circle's folder, and adds it to a new `meetings/.gitignore`.
    ///
    /// # Errors
    ///
    /// Another process holds the lock, or the file cannot be written.
    pub fn take(folder: &Folder) -> Result<Self> {
        let meetings = folder.meetings();
        let path = meetings.join(".lock");
        // Opening something else, such as a pipe, might block.
        if fs::metadata(&path).is_ok_and(|it| !it.is_file()) {
            return Err(Error::new(say!("error-file-kind")).in_file(named(&path)));
        }
        let file = file::written(&path, || {
            file::make_folder(&meetings)?;
            OpenOptions::new().create(true).truncate(false).write(true).open(&path)
        })?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let held = Error::new(say!("error-locked")).hint(say!("hint-locked"));
                return Err(held.in_file(named(&meetings)));
            }
            Err(TryLockError::Error(error)) => return file::written(&path, || Err(error)),
        }
        let ignore = meetings.join(".gitignore");
        if fs::symlink_metadata(&ignore).is_err() {
            file::create(&ignore, ".lock\n")?;
        }
        Ok(Self { _file: file })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_taken_once_at_a_time() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::at(place.path());
        let held = Lock::take(&folder).unwrap();
        let second = Lock::take(&folder).unwrap_err();
        assert_eq!(second.message, say!("error-locked"));
        drop(held);
        assert!(Lock::take(&folder).is_ok());
        let ignored = fs::read_to_string(folder.meetings().join(".gitignore")).unwrap();
        assert_eq!(ignored, ".lock\n");
        assert!(folder.meetings().join(".lock").exists());
    }

    #[test]
    fn an_existing_gitignore_is_kept() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::at(place.path());
        fs::create_dir_all(folder.meetings()).unwrap();
        fs::write(folder.meetings().join(".gitignore"), "*.swp\n").unwrap();
        Lock::take(&folder).unwrap();
        let ignored = fs::read_to_string(folder.meetings().join(".gitignore")).unwrap();
        assert_eq!(ignored, "*.swp\n");
    }

    #[test]
    fn a_file_with_the_name_of_the_folder_is_an_error() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("meetings"), "a file").unwrap();
        let error = Lock::take(&Folder::at(place.path())).unwrap_err();
        assert_eq!(error.message, say!("error-write", cause = say!("cause-no-folder")));
    }
}
