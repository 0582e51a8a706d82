//! The journals and records of a circle's folder, each kind read when it is first asked for.
//!
//! A listing is a snapshot taken the first time. Files that the program writes afterwards are added,
//! so that several meetings can be recorded in a row. Keeping an archive that long needs the lock.

mod background;
mod chain;
mod meetings;
mod replayed;
mod search;
mod site;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rayon::prelude::*;
pub(crate) use replayed::{Compared, Existence};
pub(crate) use search::Log;

use crate::circle::Renames;
use crate::error::{Error, Result};
use crate::records::{Decision, Election, FrontMatter, Topic};
use crate::store::archive::meetings::Meetings;
use crate::store::file::{self, RECORD_LIMIT, in_file, in_part, name_of, named};
use crate::store::{Folder, copies};

/// The number of files below which reading on several cores does not pay.
const SEVERAL: usize = 32;

/// A circle's folder, and the parts of it that were read.
#[derive(Debug)]
pub(crate) struct Archive {
    pub folder: Folder,
    meetings: OnceLock<Meetings>,
    decisions: OnceLock<RecordSet<Decision>>,
    elections: OnceLock<RecordSet<Election>>,
    topics: OnceLock<RecordSet<Topic>>,
    /// The paths of all decisions and elections, and copies of them, sorted.
    paths: OnceLock<Vec<String>>,
    renames: OnceLock<Renames>,
}

/// All records of one kind, by their paths in the circle's folder.
#[derive(Debug)]
pub(crate) struct RecordSet<T> {
    /// The texts of all files; empty where a file cannot be read.
    pub texts: BTreeMap<String, String>,
    /// The records of the files that can be read.
    pub records: BTreeMap<String, T>,
    /// The errors of the other files.
    pub unread: BTreeMap<String, Vec<Error>>,
    /// The copies, which are in none of the above, with the paths of the files they are copies of.
    pub copies: BTreeMap<String, String>,
    /// The errors of those among them whose texts are not known.
    without_text: BTreeMap<String, Error>,
}

impl Archive {
    /// Makes the archive of a folder, without reading anything yet.
    pub(crate) fn of(folder: &Folder) -> Self {
        Self {
            folder: folder.clone(),
            meetings: OnceLock::new(),
            decisions: OnceLock::new(),
            elections: OnceLock::new(),
            topics: OnceLock::new(),
            paths: OnceLock::new(),
            renames: OnceLock::new(),
        }
    }

    pub(crate) fn decisions(&self) -> Result<&RecordSet<Decision>> {
        loaded(&self.decisions, || RecordSet::load(&self.folder, self.renames()))
    }

    pub(crate) fn elections(&self) -> Result<&RecordSet<Election>> {
        loaded(&self.elections, || RecordSet::load(&self.folder, self.renames()))
    }

    /// Returns the topics of the backlog.
    pub(crate) fn topics(&self) -> Result<&RecordSet<Topic>> {
        loaded(&self.topics, || RecordSet::load(&self.folder, self.renames()))
    }

    /// Returns the names that people and roles had before. Where the circle's file has a slip, there
    /// are none.
    pub(crate) fn renames(&self) -> &Renames {
        self.renames.get_or_init(|| self.folder.circle().map(|it| it.renames()).unwrap_or_default())
    }

    /// Adds or replaces a record after its file was written.
    pub(crate) fn written(&mut self, path: &str, text: &str) {
        let renames = self.renames().clone();
        match path.split('/').next() {
            Some(Decision::FOLDER) => update(&mut self.decisions, path, Some((text, &renames))),
            Some(Election::FOLDER) => update(&mut self.elections, path, Some((text, &renames))),
            Some(Topic::FOLDER) => update(&mut self.topics, path, Some((text, &renames))),
            _ => {}
        }
    }

    /// Removes a topic after its file was removed.
    pub(crate) fn removed(&mut self, path: &str) {
        update(&mut self.topics, path, None);
    }
}

/// Returns the value of the cell, loading it the first time. An error is not kept.
fn loaded<T>(cell: &OnceLock<T>, load: impl FnOnce() -> Result<T>) -> Result<&T> {
    if let Some(loaded) = cell.get() {
        return Ok(loaded);
    }
    let new = load()?;
    Ok(cell.get_or_init(|| new))
}

/// Replaces or removes one record of a set, if the set was loaded.
fn update<T: FrontMatter>(
    cell: &mut OnceLock<RecordSet<T>>,
    path: &str,
    text: Option<(&str, &Renames)>,
) {
    let Some(set) = cell.get_mut() else { return };
    set.texts.remove(path);
    set.records.remove(path);
    set.unread.remove(path);
    set.without_text.remove(path);
    if let Some((text, renames)) = text {
        set.add(path.to_owned(), read(path, Ok(text.to_owned()), renames));
    }
}

/// The text of a file, and the record in it; of a file that cannot be read the error of the system.
type FileRead<T> = (Result<String>, Result<T, Vec<Error>>);

/// Parses a record, with people and roles under their present names; `file` is the name of its file
/// in errors.
fn read<T: FrontMatter>(file: &str, text: Result<String>, renames: &Renames) -> FileRead<T> {
    match text {
        Ok(text) => {
            let mut record = T::read_text(&text).map_err(|errors| in_file(errors, file));
            if let Ok(record) = &mut record {
                record.rename(renames);
            }
            (Ok(text), record)
        }
        Err(err) => (Err(err.clone()), Err(vec![err])),
    }
}

impl<T: FrontMatter> RecordSet<T> {
    /// Reads all files of a folder, and leaves out copies.
    pub(crate) fn load(folder: &Folder, renames: &Renames) -> Result<Self>
    where
        T: Send,
    {
        let paths = file::list(&folder.path(T::FOLDER), ".md")?;
        let all: Vec<(String, FileRead<T>)> = paths
            .par_iter()
            .with_min_len(SEVERAL)
            .map(|path| {
                let read = read(&named(path), file::text(path, RECORD_LIMIT), renames);
                (in_part(T::FOLDER, path), read)
            })
            .collect();
        let mut set = Self {
            texts: BTreeMap::new(),
            records: BTreeMap::new(),
            unread: BTreeMap::new(),
            copies: BTreeMap::new(),
            without_text: BTreeMap::new(),
        };
        let named = paths.iter().zip(&all);
        let named = named.map(|(path, (_, read))| (name_of(path), read.1.as_ref().ok()));
        let in_folder = |name: &str| format!("{}/{name}", T::FOLDER);
        let copies = copies::among(&named.collect());
        set.copies = copies.iter().map(|(copy, of)| (in_folder(copy), in_folder(of))).collect();
        for (path, read) in all {
            if !set.copies.contains_key(&path) {
                set.add(path, read);
            }
        }
        Ok(set)
    }

    fn add(&mut self, path: String, (text, record): FileRead<T>) {
        match record {
            Ok(record) => drop(self.records.insert(path.clone(), record)),
            Err(errors) => drop(self.unread.insert(path.clone(), errors)),
        }
        let text = text.unwrap_or_else(|err| {
            self.without_text.insert(path.clone(), err);
            String::new()
        });
        self.texts.insert(path, text);
    }

    /// Returns the texts of all files.
    ///
    /// # Errors
    ///
    /// A file cannot be read. A slip in a file that can be read is no error.
    pub(crate) fn all_texts(&self) -> Result<&BTreeMap<String, String>> {
        match self.without_text.values().next() {
            Some(err) => Err(err.clone()),
            None => Ok(&self.texts),
        }
    }

    /// Returns the first error of each file that cannot be read.
    pub(crate) fn errors(&self) -> impl Iterator<Item = Error> {
        self.unread.values().filter_map(|it| it.first().cloned())
    }
}
