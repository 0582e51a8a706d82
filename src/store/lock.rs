//! The lock that is held while a meeting runs. Never deleted, never waited for.
#![expect(clippy::disallowed_methods, reason = "one of the few files that touch files")]

use std::fs::{self, File, OpenOptions, TryLockError};

use crate::error::{Error, Result};
use crate::lang::say;
use crate::store::file::named;
use crate::store::{Folder, file};

/// Holds `meetings/.lock`; the system lets it go with the program, whatever ends it.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a circle's folder, and names it in `meetings/.gitignore`.
    ///
    /// # Errors
    ///
    /// A meeting runs in this folder already, or the lock cannot be written.
    pub fn take(folder: &Folder) -> Result<Self> {
        let meetings = folder.meetings();
        let path = meetings.join(".lock");
        // What is no file might be waited for.
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
    fn one_meeting_at_a_time() {
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
    fn what_people_ignore_stays() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::at(place.path());
        fs::create_dir_all(folder.meetings()).unwrap();
        fs::write(folder.meetings().join(".gitignore"), "*.swp\n").unwrap();
        Lock::take(&folder).unwrap();
        let ignored = fs::read_to_string(folder.meetings().join(".gitignore")).unwrap();
        assert_eq!(ignored, "*.swp\n");
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_said_to_be_none() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("meetings"), "a file").unwrap();
        let error = Lock::take(&Folder::at(place.path())).unwrap_err();
        assert_eq!(error.message, say!("error-write", cause = say!("cause-no-folder")));
    }
}
