//! Tests journals on a disk that fails, changed by other programs, or cut off by a crash.

use tempfile::TempDir;

use super::*;
use crate::store::Folder;
use crate::store::fs::{Way, plan};

const NO_SPACE: Way = Way::Error(ErrorKind::StorageFull);

const HEAD: &str = "format = 1\n[circle]\nname = \"Garden\"\n[[circle.member]]\nname = \"Ana\"\n\
                    [[circle.member]]\nname = \"Ben\"\n\n[[fact]]\nwhat = \"opened\"\n\
                    present = [\"Ana\", \"Ben\"]\nat = 2026-09-05T19:00:00+02:00\n";
const CLOSED: &str = "\n[[fact]]\nwhat = \"closed\"\nat = 2026-09-05T19:10:00+02:00\n";

#[test]
fn a_block_is_appended_whole_or_not_at_all() {
    let (_place, lock, path) = place();
    let mut file = JournalFile::create(&lock, &path, HEAD, Roles::Written).unwrap();
    // The calls are write, sync, and to undo these truncate and sync.
    for (number, way) in [(1, NO_SPACE), (2, NO_SPACE), (1, Way::Full)] {
        plan(number, way);
        let error = file.append(CLOSED).unwrap_err();
        assert_eq!(
            error.message,
            say!("error-cannot-write", cause = say!("cause-full")),
            "{number}"
        );
        assert!(!file.ragged);
        holds(&path, HEAD);
    }
    for way in [Way::Short, Way::Error(ErrorKind::Interrupted)] {
        plan(1, way);
        file.append(CLOSED).unwrap();
    }
    holds(&path, &format!("{HEAD}{CLOSED}{CLOSED}"));
}

#[test]
fn a_failed_truncation_is_made_up_for_by_the_next_block() {
    let (_place, lock, path) = place();
    let mut file = JournalFile::create(&lock, &path, HEAD, Roles::Written).unwrap();
    // Nothing of the block can be written, and the file cannot be shortened.
    fs::write(&path, format!("{HEAD}\n[[fa")).unwrap();
    file.ragged = true;
    plan(1, NO_SPACE);
    file.append(CLOSED).unwrap_err();
    file.append(CLOSED).unwrap();
    holds(&path, &format!("{HEAD}{CLOSED}"));
}

#[test]
fn a_journal_whose_name_does_not_reach_the_disk_is_not_left_behind() {
    let (_place, lock, path) = place();
    // After the file was written and named, its folder is flushed.
    for number in 1..12 {
        plan(number, Way::Error(ErrorKind::Other));
        let made = JournalFile::create(&lock, &path, HEAD, Roles::Written);
        assert_eq!(made.is_ok(), path.exists(), "call {number}");
        if made.is_ok() {
            fs::remove_file(&path).unwrap();
        }
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 2);
    }
}

/// Returns a folder with its lock, and the path of a journal.
fn place() -> (TempDir, Lock, PathBuf) {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::at(place.path());
    let lock = Lock::take(&folder).unwrap();
    let path = folder.meetings().join("2026-09-05.toml");
    (place, lock, path)
}

#[track_caller]
fn holds(path: &Path, expected: &str) {
    assert_eq!(fs::read_to_string(path).unwrap(), expected);
}

#[test]
fn facts_are_appended_and_read_back() {
    let (_place, lock, path) = place();
    let mut file = JournalFile::create(&lock, &path, HEAD, Roles::Written).unwrap();
    file.append(CLOSED).unwrap();
    holds(&path, &format!("{HEAD}{CLOSED}"));
    let (mut file, journal, aside) = JournalFile::open(&lock, &path).unwrap();
    assert_eq!((journal.facts.len(), aside), (2, None));
    file.append(CLOSED).unwrap();
    assert_eq!(read(&path).unwrap().facts.len(), 3);
}

#[test]
fn an_existing_journal_is_never_overwritten() {
    let (_place, lock, path) = place();
    fs::write(&path, "mine").unwrap();
    let error = JournalFile::create(&lock, &path, HEAD, Roles::Written).unwrap_err();
    assert_eq!(error.message, say!("error-file-exists"));
    holds(&path, "mine");
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 3);
}

#[test]
fn a_missing_last_line_feed_is_written_by_the_next_fact() {
    let (_place, lock, path) = place();
    fs::write(&path, HEAD.trim_end()).unwrap();
    let (mut file, _, _) = JournalFile::open(&lock, &path).unwrap();
    file.append(CLOSED).unwrap();
    assert_eq!(read(&path).unwrap().facts.len(), 2);
}

/// Checks that nothing is appended after another program has changed the file.
#[track_caller]
fn noticed(change: impl Fn(&Path)) {
    let (_place, lock, path) = place();
    let mut file = JournalFile::create(&lock, &path, HEAD, Roles::Written).unwrap();
    change(&path);
    let before = fs::read(&path).ok();
    let error = file.append(CLOSED).unwrap_err();
    assert_eq!(error.message, say!("error-file-changed"));
    assert_eq!(fs::read(&path).ok(), before);
}

#[test]
fn a_journal_that_somebody_changed_is_left_alone() {
    noticed(|path| fs::write(path, "shorter").unwrap());
    noticed(|path| fs::write(path, format!("{HEAD}# a remark\n")).unwrap());
    noticed(|path| {
        fs::remove_file(path).unwrap();
        fs::create_dir(path).unwrap();
    });
    #[cfg(unix)]
    noticed(|path| file::replace(path, &HEAD.replace("Ana", "Eva")).unwrap());
}

/// Checks that a journal that lost something is whole again after the next fact, and at the end.
#[track_caller]
fn written_again(expected: &Kept, change: impl Fn(&Path)) {
    let (_place, lock, path) = place();
    let mut file = JournalFile::create(&lock, &path, HEAD, Roles::Written).unwrap();
    change(&path);
    assert_eq!(&file.append(CLOSED).unwrap(), expected);
    holds(&path, &format!("{HEAD}{CLOSED}"));
    change(&path);
    let at_the_end = file.secure().unwrap();
    assert!(at_the_end == Kept::Again || at_the_end == *expected);
    holds(&path, &format!("{HEAD}{CLOSED}"));
    assert_eq!(file.secure().unwrap(), Kept::InPlace);
    file.append(CLOSED).unwrap();
    holds(&path, &format!("{HEAD}{CLOSED}{CLOSED}"));
}

#[test]
fn a_journal_that_vanished_or_was_cut_short_is_written_again() {
    written_again(&Kept::Again, |path| fs::remove_file(path).unwrap());
    written_again(&Kept::Again, |path| fs::remove_dir_all(path.parent().unwrap()).unwrap());
    written_again(&Kept::Again, |path| fs::rename(path, path.with_extension("bak")).unwrap());
    written_again(&Kept::Again, |path| fs::write(path, "").unwrap());
    written_again(&Kept::Again, |path| fs::write(path, &HEAD[..40]).unwrap());
    #[cfg(unix)]
    written_again(&Kept::InPlace, |path| {
        let same = fs::read_to_string(path).unwrap();
        file::replace(path, &same).unwrap();
    });
}

#[test]
fn a_meeting_whose_journal_was_changed_is_kept_beside_it_at_the_end() {
    let (place, lock, path) = place();
    let changed = HEAD.replace("Ana", "Eva");
    for name in ["2026-09-05.toml.kept", "2026-09-05.toml.2.kept"] {
        let mut file = JournalFile::create(&lock, &path, HEAD, Roles::Written).unwrap();
        // Of the same length, and in the same file: only the bytes differ.
        fs::write(&path, &changed).unwrap();
        let beside = path.with_file_name(name);
        assert_eq!(file.secure().unwrap(), Kept::Beside(beside.clone()));
        holds(&beside, HEAD);
        holds(&path, &changed);
        fs::remove_file(&path).unwrap();
    }
    let found = kept_beside(&Folder::at(place.path())).unwrap();
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|it| it.message.key == "error-kept-beside"));
}

#[test]
fn a_meeting_that_cannot_be_kept_is_an_error() {
    let (_place, lock, path) = place();
    let mut file = JournalFile::create(&lock, &path, HEAD, Roles::Written).unwrap();
    let meetings = path.parent().unwrap();
    fs::remove_dir_all(meetings).unwrap();
    fs::write(meetings, "a file").unwrap();
    let error = file.secure().unwrap_err();
    assert_eq!(error.message, say!("error-cannot-write", cause = say!("cause-no-folder")));
    fs::remove_file(meetings).unwrap();
    assert_eq!(file.secure().unwrap(), Kept::Again);
    holds(&path, HEAD);
}

/// Checks that the bytes after the last whole fact are moved aside unchanged.
#[track_caller]
fn set_aside(torn: &[u8]) {
    let (_place, lock, path) = place();
    for name in ["2026-09-05.toml.torn", "2026-09-05.toml.torn-2"] {
        fs::write(&path, [HEAD.as_bytes(), torn].concat()).unwrap();
        assert_eq!(read(&path).unwrap().torn.unwrap().offset, HEAD.len());
        let (mut file, journal, aside) = JournalFile::open(&lock, &path).unwrap();
        assert_eq!((journal.facts.len(), journal.torn), (1, None));
        assert!(aside.unwrap().ends_with(name));
        assert_eq!(fs::read(path.with_file_name(name)).unwrap(), torn);
        holds(&path, HEAD);
        file.append(CLOSED).unwrap();
        holds(&path, &format!("{HEAD}{CLOSED}"));
    }
}

#[test]
fn a_cut_off_fact_is_moved_aside_and_the_meeting_continues() {
    set_aside(b"\n[[fa");
    set_aside(b"\n[[fact]]\nwhat = \"closed\"\nat = 2026-09-05T19:1");
    set_aside(b"\n[[fact]]\nwhat = \"noted\"\ntext = \"\xe9\x9d");
    set_aside(b"\n[[fact]]\nwhat = \"noted\"\n\0\0\0\0");
}

#[test]
fn a_journal_that_is_not_utf_8_is_an_error_with_its_place() {
    let (_place, lock, path) = place();
    for tail in [&b"# caf\xc3"[..], b"# caf\xff\n"] {
        fs::write(&path, [HEAD.as_bytes(), tail].concat()).unwrap();
        let error = JournalFile::open(&lock, &path).unwrap_err();
        assert_eq!((error.message, error.place.line), (say!("error-not-text"), Some(13)));
    }
}
