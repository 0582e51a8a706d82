//! A circle's archive: its folder, read once, and only as far as somebody asks.
//!
//! A listing is a snapshot taken the first time. What a meeting writes is added, so that many
//! meetings can be recorded one after another. Whoever keeps an archive for longer holds the lock.

mod background;
mod meetings;
mod replayed;
mod search;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rayon::prelude::*;
pub(crate) use search::Log;

use crate::error::{Error, Result};
use crate::records::{Decision, Election, FrontMatter, Topic};
use crate::store::Folder;
use crate::store::archive::meetings::Meetings;
use crate::store::file::{self, RECORD_LIMIT, named};

/// Fewer files are not read on several cores.
const SEVERAL: usize = 32;

/// A circle's folder, and what was read of it.
#[derive(Debug)]
pub(crate) struct Archive {
    /// The circle's folder.
    pub folder: Folder,
    meetings: OnceLock<Meetings>,
    decisions: OnceLock<RecordSet<Decision>>,
    elections: OnceLock<RecordSet<Election>>,
    topics: OnceLock<RecordSet<Topic>>,
    /// The paths of all decisions and elections, sorted.
    paths: OnceLock<Vec<String>>,
}

/// All records of one kind, each by its path in the circle's folder.
#[derive(Debug)]
pub(crate) struct RecordSet<T> {
    /// Their texts; that of a file which cannot be read is empty.
    pub texts: BTreeMap<String, String>,
    /// Those that can be read.
    pub records: BTreeMap<String, T>,
    /// Everything that is wrong with each of the others.
    pub unread: BTreeMap<String, Vec<Error>>,
}

impl Archive {
    /// Makes an archive of a folder; nothing is read yet.
    pub(crate) fn of(folder: &Folder) -> Self {
        Self {
            folder: folder.clone(),
            meetings: OnceLock::new(),
            decisions: OnceLock::new(),
            elections: OnceLock::new(),
            topics: OnceLock::new(),
            paths: OnceLock::new(),
        }
    }

    /// Returns the decisions.
    ///
    /// # Errors
    ///
    /// The folder cannot be read.
    pub(crate) fn decisions(&self) -> Result<&RecordSet<Decision>> {
        loaded(&self.decisions, || RecordSet::load(&self.folder))
    }

    /// Returns the elections.
    ///
    /// # Errors
    ///
    /// The folder cannot be read.
    pub(crate) fn elections(&self) -> Result<&RecordSet<Election>> {
        loaded(&self.elections, || RecordSet::load(&self.folder))
    }

    /// Returns the topics of the backlog.
    ///
    /// # Errors
    ///
    /// The folder cannot be read.
    pub(crate) fn topics(&self) -> Result<&RecordSet<Topic>> {
        loaded(&self.topics, || RecordSet::load(&self.folder))
    }

    /// Adds a file that was written since, or written anew.
    pub(crate) fn written(&mut self, path: &str, text: &str) {
        let text = || Ok(text.to_owned());
        match path.split('/').next() {
            Some(Decision::FOLDER) => update(&mut self.decisions, path, Some(text())),
            Some(Election::FOLDER) => update(&mut self.elections, path, Some(text())),
            Some(Topic::FOLDER) => update(&mut self.topics, path, Some(text())),
            _ => {}
        }
    }

    /// Leaves out a topic that was removed since.
    pub(crate) fn removed(&mut self, path: &str) {
        update(&mut self.topics, path, None);
    }
}

/// Returns what was loaded, or loads it.
fn loaded<T>(cell: &OnceLock<T>, load: impl FnOnce() -> Result<T>) -> Result<&T> {
    if let Some(loaded) = cell.get() {
        return Ok(loaded);
    }
    let new = load()?;
    Ok(cell.get_or_init(|| new))
}

/// Brings a part up to date, if it was loaded.
fn update<T: FrontMatter>(
    cell: &mut OnceLock<RecordSet<T>>,
    path: &str,
    text: Option<Result<String>>,
) {
    let Some(part) = cell.get_mut() else { return };
    part.texts.remove(path);
    part.records.remove(path);
    part.unread.remove(path);
    if let Some(text) = text {
        part.add(path.to_owned(), read(path, text));
    }
}

/// The text of a file, and the record in it.
type FileRead<T> = (String, Result<T, Vec<Error>>);

/// Reads a record; `file` is how a person would name its file.
fn read<T: FrontMatter>(file: &str, text: Result<String>) -> FileRead<T> {
    let in_file = |errors: Vec<Error>| errors.into_iter().map(|it| it.in_file(file)).collect();
    match text {
        Ok(text) => {
            let record = T::read_text(&text).map_err(in_file);
            (text, record)
        }
        Err(err) => (String::new(), Err(vec![err])),
    }
}

impl<T: FrontMatter> RecordSet<T> {
    /// Reads all files of a folder.
    fn load(folder: &Folder) -> Result<Self>
    where
        T: Send,
    {
        let paths = file::list(&folder.path(T::FOLDER), ".md")?;
        let all: Vec<(String, FileRead<T>)> = paths
            .par_iter()
            .with_min_len(SEVERAL)
            .map(|path| {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let read = read(&named(path), file::text(path, RECORD_LIMIT));
                (format!("{}/{name}", T::FOLDER), read)
            })
            .collect();
        let mut part =
            Self { texts: BTreeMap::new(), records: BTreeMap::new(), unread: BTreeMap::new() };
        for (path, read) in all {
            part.add(path, read);
        }
        Ok(part)
    }

    fn add(&mut self, path: String, (text, record): FileRead<T>) {
        match record {
            Ok(record) => drop(self.records.insert(path.clone(), record)),
            Err(errors) => drop(self.unread.insert(path.clone(), errors)),
        }
        self.texts.insert(path, text);
    }

    /// Returns the first thing that is wrong with each file that cannot be read.
    pub(crate) fn errors(&self) -> impl Iterator<Item = Error> {
        self.unread.values().filter_map(|it| it.first().cloned())
    }
}
