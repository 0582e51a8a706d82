//! A circle's records by their names: only those are read that somebody asks for.
//!
//! Reads only. What is there is listed once, so that whoever looks long sees one folder.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::{Error, Result};
use crate::meeting::Meeting;
use crate::records;
use crate::store::file::RECORD_LIMIT;
use crate::store::{Folder, file};

/// The names of a circle's decisions and elections.
#[derive(Debug)]
pub struct Shelf {
    /// The circle's folder.
    pub folder: Folder,
    /// The path of each record in it, sorted, and whether a journal gives it.
    records: Vec<(String, AtomicBool)>,
}

/// The records that may be those of a meeting, by their paths in the circle's folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// Their texts; that of a record which cannot be read is empty.
    pub texts: BTreeMap<String, String>,
    /// Why some cannot be read.
    pub unread: BTreeMap<String, Error>,
}

impl Shelf {
    /// Lists the records of a circle.
    ///
    /// # Errors
    ///
    /// A folder cannot be read.
    pub fn of(folder: Folder) -> Result<Self> {
        let mut records = Vec::new();
        // In the order in which their paths are sorted.
        for part in ["decisions", "elections"] {
            for path in file::list(&folder.path(part), ".md")? {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                records.push((format!("{part}/{name}"), AtomicBool::new(false)));
            }
        }
        Ok(Self { folder, records })
    }

    /// Notes that a journal gives a record.
    pub fn give(&self, path: &str) {
        if let Ok(place) = self.place(path) {
            self.records[place].1.store(true, Ordering::Relaxed);
        }
    }

    /// Adds a record that was written since, as a journal gives it.
    pub fn add(&mut self, path: &str) {
        if let Err(place) = self.place(path) {
            self.records.insert(place, (path.to_owned(), AtomicBool::new(true)));
        }
    }

    /// Goes through the records that no journal gives.
    pub fn not_given(&self) -> impl Iterator<Item = &str> {
        let others = self.records.iter().filter(|(_, given)| !given.load(Ordering::Relaxed));
        others.map(|(path, _)| path.as_str())
    }

    /// Returns whether a record of this name is there, perhaps numbered.
    pub fn has(&self, name: &str) -> bool {
        self.called(name).next().is_some()
    }

    /// Goes through the records of a name, numbered ones too.
    fn called(&self, name: &str) -> impl Iterator<Item = &String> {
        let first = self.records.partition_point(|(it, _)| it.as_str() < name);
        let begin = self.records[first..].iter().map(|(path, _)| path);
        let begin = begin.take_while(move |it| it.starts_with(name));
        begin.filter(move |it| records::number(it, name).is_some())
    }

    /// Reads what may be the records of a meeting, the decisions that it replaces or ends, and its
    /// minutes; `stem` is its journal's.
    pub fn of_meeting(&self, meeting: &Meeting, stem: &str) -> Asked {
        let mut asked = Asked::default();
        for name in records::names(meeting) {
            for path in self.called(&name) {
                self.read(path, &mut asked);
            }
        }
        for path in records::gone(meeting).iter().filter(|it| self.place(it).is_ok()) {
            self.read(path, &mut asked);
        }
        let minutes = format!("meetings/{stem}.md");
        if self.folder.path(&minutes).symlink_metadata().is_ok() {
            self.read(&minutes, &mut asked);
        }
        asked
    }

    /// Reads the elections on the shelf that can be read.
    pub fn elections(&self) -> BTreeMap<String, String> {
        let mut asked = Asked::default();
        let elections = self.records.iter().filter(|(path, _)| path.starts_with("elections/"));
        elections.for_each(|(path, _)| self.read(path, &mut asked));
        asked.texts
    }

    /// Reads one record.
    ///
    /// # Errors
    ///
    /// It cannot be read.
    pub fn text(&self, path: &str) -> Result<String> {
        file::text(&self.folder.path(path), RECORD_LIMIT)
    }

    fn place(&self, path: &str) -> std::result::Result<usize, usize> {
        self.records.binary_search_by(|(it, _)| it.as_str().cmp(path))
    }

    fn read(&self, path: &str, asked: &mut Asked) {
        if asked.texts.contains_key(path) {
            return;
        }
        let text = self.text(path).unwrap_or_else(|err| {
            asked.unread.insert(path.to_owned(), err);
            String::new()
        });
        asked.texts.insert(path.to_owned(), text);
    }
}
