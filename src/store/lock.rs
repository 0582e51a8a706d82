//! The lock that is held while a meeting runs.
//!
//! Never deletes the lock file, and never waits for a meeting.
#![expect(clippy::disallowed_methods, reason = "one of the few files that touch files")]

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::error::{Error, Result};
use crate::lang::say;
use crate::records::{Decision, Election, FrontMatter, Topic};
use crate::store::file::named;
use crate::store::fs as disk;
use crate::store::{Folder, file};

/// How often, and how long each time, a meeting waits for commands that keep it from beginning.
const WAITS: (u32, Duration) = (250, Duration::from_millis(20));

/// A lock on `meetings/.lock`. The system releases it when the program ends, even after a crash.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// The lock of a command that only reads. While it is held, no meeting begins.
#[derive(Debug)]
pub(crate) struct SharedLock {
    /// None in a folder where no meeting was ever locked.
    _file: Option<File>,
}

impl Lock {
    /// Takes the lock of a circle's folder, and adds it to a new `meetings/.gitignore`. Removes the
    /// temporary files that a crash left.
    ///
    /// # Errors
    ///
    /// Another process holds the lock, or the file cannot be written.
    pub fn take(folder: &Folder) -> Result<Self> {
        let meetings = folder.meetings();
        let path = meetings.join(".lock");
        // Opening something else, such as a pipe, might block.
        if fs::metadata(&path).is_ok_and(|it| !it.is_file()) {
            return Err(Error::new(say!("error-not-a-file")).in_file(named(&path)));
        }
        folder.refuse_links()?;
        let file = file::written(&path, || {
            file::make_folder(&meetings)?;
            open(&path)
        })?;
        match lock(&file) {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let held = Error::new(say!("error-locked")).hint(say!("hint-locked"));
                return Err(held.in_file(named(&meetings)));
            }
            Err(TryLockError::Error(error)) => return file::written(&path, || Err(error)),
        }
        let ignore = meetings.join(".gitignore");
        if fs::symlink_metadata(&ignore).is_err() {
            file::create(&ignore, &format!(".lock\n{}*\n", disk::TEMPORARY))?;
        }
        for part in ["", Decision::FOLDER, Election::FOLDER, Topic::FOLDER] {
            file::clear(&folder.path(part));
        }
        file::clear(&meetings);
        Ok(Self { _file: file })
    }
}

/// Opens the lock file, and creates it where there is none.
///
/// Nothing is ever written into it, so one that may only be read is locked as well.
fn open(path: &Path) -> io::Result<File> {
    match disk::open_to_lock(path) {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            File::open(path).map_err(|_| error)
        }
        result => result,
    }
}

impl SharedLock {
    /// Keeps meetings from beginning in a circle's folder. Returns `None` if one is running.
    pub(crate) fn take(folder: &Folder) -> Option<Self> {
        let path = folder.meetings().join(".lock");
        let file = open_file(&path);
        let is_held = |it: &File| matches!(it.try_lock_shared(), Err(TryLockError::WouldBlock));
        if file.as_ref().is_some_and(is_held) { None } else { Some(Self { _file: file }) }
    }
}

fn open_file(path: &Path) -> Option<File> {
    let is_file = fs::metadata(path).is_ok_and(|it| it.is_file());
    if is_file { File::open(path).ok() } else { None }
}

/// Locks the file. Waits for the holders of a [`SharedLock`], but not for another meeting.
fn lock(file: &File) -> Result<(), TryLockError> {
    let (times, wait) = WAITS;
    for _ in 0..times {
        match disk::lock(file) {
            Err(TryLockError::WouldBlock) => file.try_lock_shared()?,
            done => return done,
        }
        // The shared lock has shown that no meeting holds the other one.
        file.unlock().map_err(TryLockError::Error)?;
        thread::sleep(wait);
    }
    Err(TryLockError::WouldBlock)
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
        assert_eq!(ignored, ".lock\n.rounds-*\n");
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

    #[cfg(unix)]
    #[test]
    fn everyone_who_may_write_the_folder_may_take_the_lock() {
        use std::os::unix::fs::PermissionsExt;
        for (folder_mode, expected) in [(0o775, 0o060), (0o777, 0o066)] {
            let place = tempfile::tempdir().unwrap();
            let folder = Folder::at(place.path());
            fs::create_dir(folder.meetings()).unwrap();
            let mode = fs::Permissions::from_mode(folder_mode);
            fs::set_permissions(folder.meetings(), mode).unwrap();
            Lock::take(&folder).unwrap();
            let lock = fs::metadata(folder.meetings().join(".lock")).unwrap();
            assert_eq!(lock.permissions().mode() & expected, expected, "{folder_mode:o}");
        }
    }

    #[test]
    fn a_file_with_the_name_of_the_folder_is_an_error() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("meetings"), "a file").unwrap();
        let error = Lock::take(&Folder::at(place.path())).unwrap_err();
        assert_eq!(error.message, say!("error-cannot-write", cause = say!("cause-no-folder")));
    }

    #[test]
    fn a_reader_keeps_a_meeting_waiting_and_notices_one_that_runs() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::at(place.path());
        assert!(SharedLock::take(&folder).is_some());
        assert!(!folder.meetings().exists());
        let meeting = Lock::take(&folder).unwrap();
        assert!(SharedLock::take(&folder).is_none());
        drop(meeting);
        let reader = SharedLock::take(&folder).unwrap();
        let other = folder.clone();
        let begins = thread::spawn(move || Lock::take(&other).is_ok());
        thread::sleep(Duration::from_millis(60));
        assert!(!begins.is_finished());
        drop(reader);
        assert!(begins.join().unwrap());
    }

    #[test]
    fn what_a_crash_left_is_cleared_and_what_is_being_written_is_not() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::at(place.path());
        let path = |name: &str| folder.path(name);
        fs::create_dir_all(path("backlog")).unwrap();
        fs::write(path("backlog/.rounds-a1B2c3"), "half").unwrap();
        fs::write(path(".rounds-a1B2c3"), "half").unwrap();
        let writing = disk::create_temporary(&path("backlog")).unwrap();
        Lock::take(&folder).unwrap();
        assert!(writing.path().exists());
        for left in ["backlog/.rounds-a1B2c3", ".rounds-a1B2c3"] {
            assert!(!path(left).exists(), "{left}");
        }
    }
}
