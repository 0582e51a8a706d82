//! The log of an archive: decisions and elections, all of them or those that may have some words.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use memchr::memmem;
use rayon::prelude::*;

use crate::error::{Error, Result};
use crate::records::{Decision, Election, FrontMatter, Search, Synonyms};
use crate::store::archive::{Archive, read};
use crate::store::file::{self, RECORD_LIMIT, named};
use crate::toml_file::conflict;

/// What a circle has decided and whom it elected.
#[derive(Debug, Default)]
pub(crate) struct Log {
    /// The decisions; where words are looked for, those that may have them and those that
    /// replace or end one of these.
    pub decisions: Vec<Decision>,
    /// The elections.
    pub elections: Vec<Election>,
    /// The file of each record, by id.
    pub files: HashMap<String, String>,
    /// The first thing that is wrong with each file that cannot be read.
    pub unread: Vec<Error>,
}

impl Archive {
    /// Returns the log; with a search only the decisions that may have its words, and those that may
    /// replace or end one of these. Other decisions are read as text, and not parsed.
    ///
    /// # Errors
    ///
    /// A folder cannot be read.
    pub(crate) fn log(&self, search: Option<&Search>) -> Result<Log> {
        let mut log = Log::default();
        let paths = file::list(&self.folder.path(Decision::FOLDER), ".md")?;
        let found: Vec<Candidate> = paths.par_iter().map(|it| find(search, it)).collect();
        let mut others = Vec::new();
        for (path, found) in paths.iter().zip(found) {
            match found {
                Candidate::Record(record) => log.add(path, *record),
                Candidate::Other(text) => others.push((path, text)),
            }
        }
        let ids: HashSet<String> = log.decisions.iter().map(|it| it.id.clone()).collect();
        // An id that a record names stands in quotes.
        let longest = ids.iter().map(String::len).max().unwrap_or_default();
        let is_id = |it: &str| it.len() <= longest && ids.contains(it);
        let has = |text: &str, key: &str| memmem::find(text.as_bytes(), key.as_bytes()).is_some();
        let names_one = |text: &str| {
            (has(text, "replaces") || has(text, "ends")) && text.split(['"', '\'']).any(is_id)
        };
        for (path, text) in others.into_iter().filter(|(_, text)| names_one(text)) {
            log.add(path, read(&named(path), Ok(text)).1);
        }
        let paths = file::list(&self.folder.path(Election::FOLDER), ".md")?;
        let elections: Vec<Result<Election, Vec<Error>>> =
            paths.par_iter().map(|it| read(&named(it), file::text(it, RECORD_LIMIT)).1).collect();
        for (path, election) in paths.iter().zip(elections) {
            match election {
                Ok(it) => {
                    log.files.insert(it.id.clone(), named(path));
                    log.elections.push(it);
                }
                Err(errors) => log.unread.extend(errors.into_iter().next()),
            }
        }
        Ok(log)
    }

    /// Reads the circle's synonyms; none where there are none.
    ///
    /// # Errors
    ///
    /// `words.toml` is there and cannot be read; everything that is wrong with it.
    pub(crate) fn synonyms(&self) -> Result<Synonyms, Vec<Error>> {
        let path = self.folder.path("words.toml");
        if path.symlink_metadata().is_err() {
            return Ok(Synonyms::default());
        }
        let text = file::text(&path, file::CIRCLE_LIMIT)?;
        let in_file = |it: Error| it.in_file(named(&path));
        Synonyms::read(&text).map_err(|errors| errors.into_iter().map(in_file).collect())
    }
}

/// What came of one file.
enum Candidate {
    /// It may have every word, or cannot be read.
    Record(Box<Result<Decision, Vec<Error>>>),
    /// It lacks a word, and may say what became of a record that has them all.
    Other(String),
}

/// Reads a decision, unless it lacks one of the words.
fn find(search: Option<&Search>, path: &Path) -> Candidate {
    match file::text(path, RECORD_LIMIT) {
        Ok(text) if search.is_some_and(|it| !it.may_be_in(&text)) && is_whole(&text) => {
            Candidate::Other(text)
        }
        text => Candidate::Record(Box::new(read(&named(path), text).1)),
    }
}

/// Returns whether a text looks like a record: it has both fences, and no conflict markers.
fn is_whole(text: &str) -> bool {
    let begins = text.trim_start_matches('\u{feff}').starts_with("+++");
    begins && text.contains("\n+++") && !text.contains('\0') && conflict(text, false).is_none()
}

impl Log {
    fn add(&mut self, path: &Path, decision: Result<Decision, Vec<Error>>) {
        match decision {
            Ok(it) => {
                self.files.insert(it.id.clone(), named(path));
                self.decisions.push(it);
            }
            Err(errors) => self.unread.extend(errors.into_iter().next()),
        }
    }
}
