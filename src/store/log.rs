//! Reads the log: decisions and elections, all of them or those in which words may be found.
//!
//! Only what may be wanted is parsed; the files are read on all cores.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use memchr::memmem;

use crate::error::{Error, Result};
use crate::records::{Decision, Election, Search, Synonyms};
use crate::store::file::{RECORD_LIMIT, named};
use crate::store::{Folder, cores, file};

/// How many decisions are read at once by one core.
const SHARE: usize = 64;

/// What a circle has decided and whom it elected.
#[derive(Debug, Default)]
pub struct Log {
    /// The decisions; where words are looked for, those that may have them and those that
    /// replace or end one of these.
    pub decisions: Vec<Decision>,
    /// The elections.
    pub elections: Vec<Election>,
    /// The file of each record, by id.
    pub files: HashMap<String, String>,
    /// What is wrong with the files that cannot be read.
    pub unread: Vec<Error>,
}

/// Reads the log; with a search only the decisions that may have its words, and those that may
/// replace or end one of these.
///
/// # Errors
///
/// A folder cannot be read.
pub fn log(folder: &Folder, search: Option<&Search>) -> Result<Log> {
    let (mut log, mut others) = (Log::default(), Vec::new());
    let decisions = file::list(&folder.path("decisions"), ".md")?;
    let shares: Vec<&[PathBuf]> = decisions.chunks(SHARE).collect();
    let keep = |(): &mut (), paths: &&[PathBuf]| -> Vec<Kept> {
        paths.iter().map(|it| searched(search, it)).collect()
    };
    let sort = |kept: Vec<Kept>| {
        for it in kept {
            match it {
                Kept::Other(path, text) => others.push((path, text)),
                it => log.take(it),
            }
        }
        Ok(())
    };
    cores::in_order(&shares, || (), keep, sort)?;
    let ids: HashSet<String> = log.decisions.iter().map(|it| it.id.clone()).collect();
    for (path, text) in others {
        // An id that a record names stands in quotes.
        if text.split(['"', '\'']).any(|it| ids.contains(it)) {
            log.take(decision(&path, &text));
        }
    }
    let elections = file::list(&folder.path("elections"), ".md")?;
    let take = |it| {
        log.take(it);
        Ok(())
    };
    cores::in_order(&elections, || (), |(), it| election(it), take)?;
    Ok(log)
}

/// Reads the reader's synonyms; none where there are none.
///
/// # Errors
///
/// `words.toml` is there and cannot be read; with its place.
pub fn synonyms(folder: &Folder) -> Result<Synonyms> {
    let path = folder.path("words.toml");
    if path.symlink_metadata().is_err() {
        return Ok(Synonyms::default());
    }
    let text = file::text(&path, file::CIRCLE_LIMIT)?;
    Synonyms::read(&text).map_err(|err| err.in_file(named(&path)))
}

/// What came of one file.
enum Kept {
    Decision(String, Decision),
    Election(String, Election),
    /// It has not every word, and may say what became of one that has.
    Other(PathBuf, String),
    Unread(Error),
}

impl Log {
    fn take(&mut self, kept: Kept) {
        match kept {
            Kept::Decision(file, it) => {
                self.files.insert(it.id.clone(), file);
                self.decisions.push(it);
            }
            Kept::Election(file, it) => {
                self.files.insert(it.id.clone(), file);
                self.elections.push(it);
            }
            Kept::Unread(err) => self.unread.push(err),
            Kept::Other(..) => {}
        }
    }
}

/// Reads a decision, unless it lacks one of the words.
fn searched(search: Option<&Search>, path: &Path) -> Kept {
    let text = match file::text(path, RECORD_LIMIT) {
        Ok(text) => text,
        Err(err) => return Kept::Unread(err),
    };
    if search.is_none_or(|it| it.may_be_in(&text)) || is_broken(&text) {
        return decision(path, &text);
    }
    Kept::Other(path.to_owned(), text)
}

fn decision(path: &Path, text: &str) -> Kept {
    match Decision::read(text) {
        Ok(it) => Kept::Decision(named(path), it),
        Err(err) => Kept::Unread(err.in_file(named(path))),
    }
}

fn election(path: &Path) -> Kept {
    let read = |text: String| Election::read(&text).map_err(|err| err.in_file(named(path)));
    match file::text(path, RECORD_LIMIT).and_then(read) {
        Ok(it) => Kept::Election(named(path), it),
        Err(err) => Kept::Unread(err),
    }
}

/// Returns whether a file cannot be a record: no fences, git's conflict markers, or no text.
fn is_broken(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Some(front) = front(text).filter(|_| text.starts_with("+++")) else { return true };
    let has = |mark: &str| memmem::find(front.as_bytes(), mark.as_bytes()).is_some();
    has("\n<<<<<<<") || has("\n>>>>>>>") || has("\0")
}

/// Returns all that is in front of the second fence, if there is one.
fn front(text: &str) -> Option<&str> {
    let behind = text.as_bytes().get(3..)?;
    Some(&text[..memmem::find(behind, b"\n+++")? + 3])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn torn_and_conflicting_files_are_told_from_records() {
        assert!(!is_broken("\u{feff}+++\r\nid = \"a\"\r\n+++\r\n"));
        for text in
            ["", "+++\nid = \"a\"\n", "id", "+++\na = 1\n<<<<<<< HEAD\n+++\n", "+++\na\0\n+++\n"]
        {
            assert!(is_broken(text), "{text}");
        }
    }
}
