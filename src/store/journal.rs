//! Reads journals, and appends the facts of the running meeting one by one.
//!
//! Never rewrites a fact. A block is appended whole or not at all. A journal that vanishes while its
//! meeting runs is written again, whole.
#![expect(clippy::disallowed_methods, reason = "one of the few files that touch files")]

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::Meeting;
use crate::records::format::journal::{self, Journal, JournalReader, Standing};
use crate::store::file::{LIMIT, named};
use crate::store::fs as disk;
use crate::store::write_records::Roles;
use crate::store::{Folder, Lock, clock, file, system};

/// Reads a journal without changing it. A last fact cut off by a crash is in [`Journal::torn`].
pub(crate) fn read(path: &Path) -> Result<Journal> {
    read_with(&mut JournalReader::default(), path)
}

/// Reads a journal with a reader that is kept for several.
pub(crate) fn read_with(reader: &mut JournalReader, path: &Path) -> Result<Journal> {
    read_with_text(reader, path).map(|(journal, _)| journal)
}

/// Reads a journal, and returns its text too.
pub(crate) fn read_with_text(reader: &mut JournalReader, path: &Path) -> Result<(Journal, String)> {
    let (text, torn) = file::text_before_tear(path, LIMIT)?;
    let journal = reader.read(&text).map_err(|it| it.in_file(named(path)))?;
    if torn && journal.torn.is_none() {
        return Err(file::not_text(path, &text));
    }
    Ok((journal, text))
}

/// Reads those facts of some kinds in a journal that were not undone.
pub(crate) fn standing(
    reader: &mut JournalReader,
    path: &Path,
    kinds: &[&str],
) -> Result<Standing> {
    let (text, torn) = file::text_before_tear(path, LIMIT)?;
    if torn {
        // An incomplete character is an error unless the last fact is cut off; this returns it.
        read_with(reader, path)?;
    }
    reader.standing(&text, kinds).map_err(|it| it.in_file(named(path)))
}

/// A journal that is open for appending.
#[derive(Debug)]
pub(crate) struct JournalFile {
    pub path: PathBuf,
    /// Whether the elections of its meeting are written into the circle's file.
    pub roles: Roles,
    file: File,
    /// The head and the facts that are written and flushed, as they stand in the file.
    text: String,
    /// Whether a failed write may have left bytes behind them.
    ragged: bool,
}

/// Where the facts of a journal are, after an append or at the end of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// In the journal, which nobody else has changed.
    InPlace,
    /// In the journal, which somebody had removed or cut short; it was written again, whole.
    Again,
    /// In this file beside the journal, which somebody had changed.
    Beside(PathBuf),
}

impl JournalFile {
    /// Writes a new journal with the head and all facts of a meeting, named by the day of its first
    /// fact. The head tells whether the circle's file is that of another day.
    pub(crate) fn begin(
        lock: &Lock,
        folder: &Folder,
        meeting: &Meeting,
        roles: Roles,
    ) -> Result<Self> {
        let head = match roles {
            Roles::Written => journal::head,
            Roles::Left => journal::head_as_of,
        };
        let mut text = head(meeting.circle());
        for fact in meeting.facts() {
            text += &journal::block(fact);
        }
        let opened = meeting.facts().first().map_or_else(clock::now, |it| it.at);
        let path = folder.free_journal(opened.date_naive());
        Self::create(lock, &path, &text, roles)
    }

    fn create(_: &Lock, path: &Path, text: &str, roles: Roles) -> Result<Self> {
        let file = file::written(path, || file::create_bytes(path, text.as_bytes()))?;
        Ok(Self { path: path.to_owned(), roles, file, text: text.to_owned(), ragged: false })
    }

    /// Opens a journal to append to it. A last fact cut off by a crash is moved into a file beside
    /// it, whose name is returned.
    pub(crate) fn open(_: &Lock, path: &Path) -> Result<(Self, Journal, Option<String>)> {
        let (mut journal, mut text) = read_with_text(&mut JournalReader::default(), path)?;
        let roles = if journal.as_of { Roles::Left } else { Roles::Written };
        let Some(torn) = journal.torn.take() else {
            return Ok((Self::at(path, roles, text)?, journal, None));
        };
        text.truncate(torn.offset);
        let file = Self::at(path, roles, text)?;
        let aside = file::written(path, || {
            let all = fs::read(path)?;
            let aside = file.beside(".torn", all.get(torn.offset..).unwrap_or_default())?;
            cut(path, &file.file, torn.offset as u64)?;
            Ok(aside)
        })?;
        Ok((file, journal, Some(named(&aside))))
    }

    fn at(path: &Path, roles: Roles, text: String) -> Result<Self> {
        let file = open(path)?;
        Ok(Self { path: path.to_owned(), roles, file, text, ragged: false })
    }

    /// The length in bytes of the facts that are written and flushed.
    fn len(&self) -> u64 {
        self.text.len() as u64
    }

    /// Appends a block and flushes it to disk. Where somebody removed the journal or cut it short, all
    /// of it is written again.
    ///
    /// # Errors
    ///
    /// The block cannot be written, or another program changed the file. The file is left as it was,
    /// and the same block may be appended again.
    pub(crate) fn append(&mut self, block: &str) -> Result<Kept> {
        let kept = self.put_back()?;
        let len = self.len();
        match append_whole(&self.path, &self.file, len, block.as_bytes()) {
            Ok(()) => {
                self.text += block;
                Ok(kept)
            }
            Err(Failed { cause, ragged }) => {
                self.ragged = ragged;
                file::written(&self.path, || Err(cause))
            }
        }
    }

    /// Makes sure at the end of a session that every fact is on the disk, if need be in a file beside
    /// the journal: `2026-09-05.toml.kept`, then `2026-09-05.toml.2.kept`.
    ///
    /// # Errors
    ///
    /// The facts are not on the disk and cannot be written.
    pub(crate) fn secure(&mut self) -> Result<Kept> {
        let put_back = self.put_back();
        if fs::read(&self.path).is_ok_and(|it| it == self.text.as_bytes()) {
            return put_back;
        }
        file::written(&self.path, || self.beside(KEPT, self.text.as_bytes())).map(Kept::Beside)
    }

    /// Brings the file to the facts that were written, where that overwrites nothing of anybody's.
    fn put_back(&mut self) -> Result<Kept> {
        let len = self.len();
        if self.ragged && cut(&self.path, &self.file, len).is_ok() {
            self.ragged = false;
        }
        let there = match fs::read(&self.path) {
            Ok(bytes)
                if bytes == self.text.as_bytes() && system::is_same(&self.path, &self.file) =>
            {
                return Ok(Kept::InPlace);
            }
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Ok(bytes) if self.text.as_bytes().starts_with(&bytes) => Some(bytes.len()),
            _ => {
                let err = Error::new(say!("error-file-changed")).hint(say!("hint-file-changed"));
                return Err(err.in_file(named(&self.path)));
            }
        };
        match there {
            None => file::create(&self.path, &self.text)?,
            Some(there) if there == self.text.len() => {}
            // On Windows a file that is open cannot be replaced.
            Some(there) if system::is_same(&self.path, &self.file) => {
                let rest = &self.text.as_bytes()[there..];
                let appended = append_whole(&self.path, &self.file, there as u64, rest);
                file::written(&self.path, || appended.map_err(|it| it.cause))?;
            }
            Some(_) => file::replace(&self.path, &self.text)?,
        }
        self.file = open(&self.path)?;
        self.ragged = false;
        Ok(if there == Some(self.text.len()) { Kept::InPlace } else { Kept::Again })
    }

    /// Writes a new file beside the journal, whose name is the journal's with this ending. A name that
    /// is taken gets a number.
    fn beside(&self, ending: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        for number in 1_u32.. {
            let mut name = self.path.clone().into_os_string();
            match (number, ending) {
                (1, _) => name.push(ending),
                // The ending stays last, because `rounds meet` looks for it.
                (_, KEPT) => name.push(format!(".{number}{ending}")),
                _ => name.push(format!("{ending}-{number}")),
            }
            match file::create_bytes(Path::new(&name), bytes) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                written => return written.map(|_| name.into()),
            }
        }
        Err(ErrorKind::AlreadyExists.into())
    }
}

/// The ending of a file that holds a meeting whose journal was changed while it ran.
const KEPT: &str = ".kept";

/// Finds the meetings that were kept beside their journals, and says what to do with each.
///
/// # Errors
///
/// The folder cannot be read.
pub(crate) fn kept_beside(folder: &Folder) -> Result<Vec<Error>> {
    let errors = file::list(&folder.meetings(), KEPT)?.into_iter().map(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let journal = name.split_once(".toml").map_or(&*name, |(id, _)| id).to_owned() + ".toml";
        let err = Error::new(say!("error-kept-beside", journal = &journal));
        err.hint(say!("hint-kept-beside", journal = journal)).in_file(named(&path))
    });
    Ok(errors.collect())
}

fn open(path: &Path) -> Result<File> {
    file::written(path, || disk::open_to_append(path))
}

/// The error of a block that was not appended.
#[derive(Debug)]
struct Failed {
    cause: io::Error,
    /// Whether the file could not be truncated to its former length.
    ragged: bool,
}

/// Appends a block to a file of `len` bytes, or leaves the file as it was.
fn append_whole(path: &Path, file: &File, len: u64, block: &[u8]) -> Result<(), Failed> {
    disk::append(file, block)
        .and_then(|()| disk::sync_content(file))
        .map_err(|cause| Failed { ragged: cut(path, file, len).is_err(), cause })
}

/// Shortens a file to `len` bytes, and flushes that to disk.
fn cut(path: &Path, file: &File, len: u64) -> io::Result<()> {
    disk::truncate(path, file, len)?;
    disk::sync(file)
}

#[cfg(test)]
mod tests;
