//! Reads the decisions and elections of an archive: all, or those that may match a search.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use memchr::memmem;
use rayon::prelude::*;

use crate::circle::Renames;
use crate::error::{Error, Result};
use crate::records::{Decision, Election, FrontMatter, Record, Search, Synonyms};
use crate::store::archive::{Archive, read};
use crate::store::copies::RecordNames;
use crate::store::file::{self, RECORD_LIMIT, in_file, name_of, named};
use crate::toml_file::conflict;

/// The decisions and elections of a circle.
#[derive(Debug, Default)]
pub(crate) struct Log {
    /// The decisions; in a search those that may match, and those that may replace or end one of
    /// these.
    pub decisions: Vec<Decision>,
    pub elections: Vec<Election>,
    /// The names of the files by the ids of their records.
    files: HashMap<String, String>,
    /// The first error of each file that cannot be read.
    pub unread: Vec<Error>,
}

impl Archive {
    /// Reads the log. With a search it has only the decisions that may match, and those that may
    /// replace or end one of these; other decisions are not parsed.
    pub(crate) fn log(&self, search: Option<&Search>) -> Result<Log> {
        let mut log = Log::default();
        let renames = self.renames();
        // A file may have a former name in place of a word.
        let search = search.filter(|_| renames.is_empty());
        let paths = file::list(&self.folder.path(Decision::FOLDER), ".md")?;
        let names = RecordNames::of(paths.iter().map(PathBuf::as_path));
        let found: Vec<Candidate> = paths.par_iter().map(|it| find(search, it, renames)).collect();
        let mut others = Vec::new();
        for (path, found) in paths.iter().zip(found) {
            match found {
                Candidate::Record(record) => log.add(path, *record, &names),
                Candidate::Other(text) => others.push((path, text)),
            }
        }
        let ids: HashSet<String> = log.decisions.iter().map(|it| it.id.clone()).collect();
        // Ids of other records are quoted in the text.
        let longest = ids.iter().map(String::len).max().unwrap_or_default();
        let is_id = |it: &str| it.len() <= longest && ids.contains(it);
        let has = |text: &str, key: &str| memmem::find(text.as_bytes(), key.as_bytes()).is_some();
        let names_one = |text: &str| {
            (has(text, "replaces") || has(text, "ends")) && text.split(['"', '\'']).any(is_id)
        };
        for (path, text) in others.into_iter().filter(|(_, text)| names_one(text)) {
            log.add(path, read(&named(path), Ok(text), renames).1, &names);
        }
        let elections = self.elections()?;
        log.unread.extend(elections.errors());
        for (path, election) in &elections.records {
            log.files.insert(election.id.clone(), self.named(path));
            log.elections.push(election.clone());
        }
        Ok(log)
    }

    /// Reads the circle's synonyms from `words.toml`, if that exists.
    pub(crate) fn synonyms(&self) -> Result<Synonyms, Vec<Error>> {
        let path = self.folder.path("words.toml");
        if path.symlink_metadata().is_err() {
            return Ok(Synonyms::default());
        }
        let text = file::text(&path, file::CIRCLE_LIMIT)?;
        Synonyms::read(&text).map_err(|errors| in_file(errors, &named(&path)))
    }
}

/// The result of looking for words in a decision's file.
enum Candidate {
    /// The decision may match, or cannot be read.
    Record(Box<Result<Decision, Vec<Error>>>),
    /// The text lacks a word; the decision may still replace or end one that matches.
    Other(String),
}

/// Reads a decision. If its text lacks one of the words, the decision is not parsed.
fn find(search: Option<&Search>, path: &Path, renames: &Renames) -> Candidate {
    match file::text(path, RECORD_LIMIT) {
        Ok(text) if search.is_some_and(|it| !it.may_be_in(&text)) && is_whole(&text) => {
            Candidate::Other(text)
        }
        text => Candidate::Record(Box::new(read(&named(path), text, renames).1)),
    }
}

/// Returns whether a text looks like a record: it has both fences, and no conflict markers.
fn is_whole(text: &str) -> bool {
    let begins = text.trim_start_matches('\u{feff}').starts_with("+++");
    begins && text.contains("\n+++") && !text.contains('\0') && conflict(text, false).is_none()
}

impl Log {
    /// Returns all decisions, then all elections.
    pub(crate) fn records(&self) -> impl Iterator<Item = Record<'_>> {
        let elections = self.elections.iter().map(Record::Election);
        self.decisions.iter().map(Record::Decision).chain(elections)
    }

    /// Returns the name of a record's file.
    pub(crate) fn file(&self, record: Record<'_>) -> &str {
        self.files.get(record.id()).map_or("", String::as_str)
    }

    /// Adds a decision, unless its file is a copy.
    fn add(&mut self, path: &Path, decision: Result<Decision, Vec<Error>>, names: &RecordNames) {
        let id = decision.as_ref().ok().map(|it| it.id.as_str());
        if names.original(&name_of(path), id).is_some()
            || id.is_some_and(|id| self.files.contains_key(id))
        {
            return;
        }
        match decision {
            Ok(it) => {
                self.files.insert(it.id.clone(), named(path));
                self.decisions.push(it);
            }
            Err(errors) => self.unread.extend(errors.into_iter().next()),
        }
    }
}
