//! Reads the log: decisions and elections, all of them or those in which words may be found.
//!
//! Only what may be wanted is parsed; the files are read on all cores.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use memchr::memmem;

use crate::desk::file::{self, RECORD_LIMIT, named};
use crate::desk::{Folder, cores};
use crate::error::{Error, Result};
use crate::record::{Decision, Election, Search, Sieve, Synonyms};

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

/// Reads the log.
///
/// # Errors
///
/// A folder cannot be read.
pub fn log(folder: &Folder, search: Option<&Search>) -> Result<Log> {
    let (mut log, mut linking) = (Log::default(), Vec::new());
    let decisions = file::list(&folder.path("decisions"), ".md")?;
    let shares: Vec<&[PathBuf]> = decisions.chunks(SHARE).collect();
    let keep = |sieve: &mut Option<Sieve<'_>>, paths: &&[PathBuf]| -> Vec<Kept> {
        paths.iter().filter_map(|it| sifted(sieve.as_mut(), it)).collect()
    };
    let sort = |kept: Vec<Kept>| {
        for it in kept {
            match it {
                Kept::Links(path, text) => linking.push((path, text)),
                it => log.take(it),
            }
        }
        Ok(())
    };
    cores::in_order(&shares, || search.map(Search::sieve), keep, sort)?;
    let ids: HashSet<String> = log.decisions.iter().map(|it| it.id.clone()).collect();
    for (path, text) in linking {
        if links(&text).any(|it| ids.contains(it)) {
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
    /// It is not wanted itself, and may say what became of one that is.
    Links(PathBuf, String),
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
            Kept::Links(..) => {}
        }
    }
}

/// Reads a decision that is wanted, or may say what became of one that is.
fn sifted(sieve: Option<&mut Sieve<'_>>, path: &Path) -> Option<Kept> {
    let text = match file::text(path, RECORD_LIMIT) {
        Ok(text) => text,
        Err(err) => return Some(Kept::Unread(err)),
    };
    if sieve.is_none_or(|it| it.lets_through(text.as_bytes())) || is_broken(&text) {
        return Some(decision(path, &text));
    }
    let has_links = links(&text).next().is_some();
    has_links.then(|| Kept::Links(path.to_owned(), text))
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

/// Returns what may be an id of a record that this one replaces or ends: all that stands in
/// quotes behind either key.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let front = front(text).unwrap_or(text);
    let lines = front.match_indices('\n').map(|(at, _)| &front[at + 1..]);
    let linking = lines.filter(|it| {
        let key = it.trim_start_matches([' ', '\t', '"', '\'']);
        key.starts_with("replaces") || key.starts_with("ends")
    });
    linking.flat_map(|it| {
        it.split(']').next().unwrap_or_default().split(['"', '\'']).skip(1).step_by(2)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_found_behind_their_keys() {
        let text =
            "+++\nid = \"a\"\nreplaces = [\"b\", 'c']\nends = [\n  \"d\",\n]\n+++\n\nends \"e\"\n";
        assert_eq!(links(text).collect::<Vec<_>>(), ["b", "c", "d"]);
        assert_eq!(links("+++\nid = \"a\"\n+++\n").next(), None);
        assert_eq!(links("").next(), None);
    }

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
