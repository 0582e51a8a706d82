//! Reads journals, and appends the facts of the running meeting one by one.
//!
//! Never rewrites a fact. A block is appended whole or not at all.
#![expect(clippy::disallowed_methods, reason = "one of the few files that touch files")]

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::Meeting;
use crate::records::format::journal::{self, Journal, JournalReader, Standing};
use crate::store::file::{LIMIT, named};
use crate::store::fs as disk;
use crate::store::write_records::Roles;
use crate::store::{Folder, Lock, clock, file};

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
    /// The length in bytes of the facts that are written and flushed.
    len: u64,
    /// Whether a failed write may have left bytes behind them.
    ragged: bool,
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
        Ok(Self { path: path.to_owned(), roles, file, len: text.len() as u64, ragged: false })
    }

    /// Opens a journal to append to it. A last fact cut off by a crash is moved into a file beside
    /// it, whose name is returned.
    pub(crate) fn open(_: &Lock, path: &Path) -> Result<(Self, Journal, Option<String>)> {
        let mut journal = read(path)?;
        let roles = if journal.as_of { Roles::Left } else { Roles::Written };
        let mut file = Self::at(path, roles)?;
        let Some(torn) = journal.torn.take() else { return Ok((file, journal, None)) };
        file.len = torn.offset as u64;
        let aside = file::written(path, || {
            let aside = file.set_aside(file.len)?;
            cut(&file.file, file.len)?;
            Ok(aside)
        })?;
        Ok((file, journal, Some(named(&aside))))
    }

    fn at(path: &Path, roles: Roles) -> Result<Self> {
        let file = file::written(path, || disk::open_to_append(path))?;
        let len = file::written(path, || file.metadata())?.len();
        Ok(Self { path: path.to_owned(), roles, file, len, ragged: false })
    }

    /// Appends a block and flushes it to disk.
    ///
    /// # Errors
    ///
    /// The block cannot be written, or another program changed the file. The file is left as it was,
    /// and the same block may be appended again.
    pub(crate) fn append(&mut self, block: &str) -> Result<()> {
        if self.ragged {
            file::written(&self.path, || cut(&self.file, self.len))?;
            self.ragged = false;
        }
        if !self.is_as_left() {
            let changed = Error::new(say!("error-file-changed")).hint(say!("hint-file-changed"));
            return Err(changed.in_file(named(&self.path)));
        }
        match append_whole(&self.file, self.len, block) {
            Ok(()) => {
                self.len += block.len() as u64;
                Ok(())
            }
            Err(Failed { cause, ragged }) => {
                self.ragged = ragged;
                file::written(&self.path, || Err(cause))
            }
        }
    }

    /// Returns whether the path still leads to this file, and the file has the expected length.
    fn is_as_left(&self) -> bool {
        let (Ok(there), Ok(here)) = (fs::metadata(&self.path), self.file.metadata()) else {
            return false;
        };
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            if (there.dev(), there.ino()) != (here.dev(), here.ino()) {
                return false;
            }
        }
        there.len() == self.len && here.len() == self.len
    }

    /// Copies the bytes from an offset into a numbered file beside the journal.
    fn set_aside(&mut self, from: u64) -> io::Result<PathBuf> {
        let mut torn = Vec::new();
        self.file.seek(SeekFrom::Start(from))?;
        self.file.read_to_end(&mut torn)?;
        for number in 1_u32.. {
            let mut name = self.path.clone().into_os_string();
            name.push(".torn");
            if number > 1 {
                name.push(format!("-{number}"));
            }
            match file::create_bytes(Path::new(&name), &torn) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                written => return written.map(|_| name.into()),
            }
        }
        Err(ErrorKind::AlreadyExists.into())
    }
}

/// The error of a block that was not appended.
#[derive(Debug)]
struct Failed {
    cause: io::Error,
    /// Whether the file could not be truncated to its former length.
    ragged: bool,
}

/// Appends a block to a file of `len` bytes, or leaves the file as it was.
fn append_whole(file: &File, len: u64, block: &str) -> Result<(), Failed> {
    disk::append(file, block.as_bytes())
        .and_then(|()| disk::sync_content(file))
        .map_err(|cause| Failed { ragged: cut(file, len).is_err(), cause })
}

/// Shortens a file to `len` bytes, and flushes that to disk.
fn cut(file: &File, len: u64) -> io::Result<()> {
    disk::truncate(file, len)?;
    disk::sync(file)
}

#[cfg(test)]
mod tests;
