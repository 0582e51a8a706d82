//! Tests journals on a disk that fails, changed by other programs, or cut off by a crash.

use tempfile::TempDir;

use super::*;
use crate::store::Folder;

const HEAD: &str = "format = 1\n[circle]\nname = \"Garden\"\n[[circle.member]]\nname = \"Ana\"\n\
                    [[circle.member]]\nname = \"Ben\"\n\n[[fact]]\nwhat = \"opened\"\n\
                    present = [\"Ana\", \"Ben\"]\nat = 2026-09-05T19:00:00+02:00\n";
const CLOSED: &str = "\n[[fact]]\nwhat = \"closed\"\nat = 2026-09-05T19:10:00+02:00\n";

/// A disk that becomes full after some bytes.
#[derive(Debug, Default)]
struct Full {
    bytes: Vec<u8>,
    room: usize,
    syncs: bool,
    cuts: bool,
}

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(self.room);
        self.room -= taken;
        self.bytes.extend(&bytes[..taken]);
        if taken == 0 { Err(ErrorKind::StorageFull.into()) } else { Ok(taken) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Disk for Full {
    fn sync(&mut self) -> io::Result<()> {
        if self.syncs { Ok(()) } else { Err(ErrorKind::Other.into()) }
    }

    fn cut(&mut self, len: u64) -> io::Result<()> {
        if !self.cuts {
            return Err(ErrorKind::Other.into());
        }
        self.bytes.truncate(usize::try_from(len).unwrap());
        Ok(())
    }
}

#[test]
fn a_block_is_appended_whole_or_not_at_all() {
    for room in 0..=CLOSED.len() {
        for syncs in [false, true] {
            let mut disk = Full { bytes: HEAD.into(), room, syncs, cuts: true };
            let appended = append_whole(&mut disk, HEAD.len() as u64, CLOSED);
            let whole = room == CLOSED.len() && syncs;
            assert_eq!(appended.is_ok(), whole, "{room}");
            assert_eq!(disk.bytes.len(), HEAD.len() + if whole { CLOSED.len() } else { 0 });
        }
    }
}

#[test]
fn a_failed_truncation_is_reported() {
    let mut disk = Full { bytes: HEAD.into(), room: 3, syncs: true, cuts: false };
    let failed = append_whole(&mut disk, HEAD.len() as u64, CLOSED).unwrap_err();
    assert_eq!((failed.ragged, failed.cause.kind()), (true, ErrorKind::StorageFull));
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
    assert_eq!(error.message, say!("error-write", cause = say!("cause-no-folder")));
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
        assert_eq!((error.message, error.place.line), (say!("error-file-text"), Some(13)));
    }
}
