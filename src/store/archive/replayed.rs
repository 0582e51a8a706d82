//! Reads the files that may be the records of one meeting, for comparing it with its journal.
//!
//! Keeps none of them, so that comparing many meetings takes little memory.

use std::collections::BTreeMap;

use crate::error::{Error, Result};
use crate::meeting::{Meeting, MeetingId};
use crate::records::{Decision, Election, FrontMatter, filing};
use crate::store::archive::{Archive, loaded};
use crate::store::file::{self, RECORD_LIMIT, in_part};

/// The files that may be the records of a meeting, by their paths in the circle's folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct MeetingFiles {
    /// The texts of all files; empty where a file cannot be read.
    pub texts: BTreeMap<String, String>,
    /// The errors of those files.
    pub unread: BTreeMap<String, Error>,
}

impl Archive {
    /// Returns the paths of all decisions and elections, sorted.
    pub(crate) fn paths(&self) -> Result<&Vec<String>> {
        loaded(&self.paths, || {
            let mut paths = Vec::new();
            for part in [Decision::FOLDER, Election::FOLDER] {
                let files = file::list(&self.folder.path(part), ".md")?;
                paths.extend(files.iter().map(|it| in_part(part, it)));
            }
            Ok(paths)
        })
    }

    /// Adds the path of a record after it was written.
    pub(crate) fn add_path(&mut self, path: &str) {
        if let Some(paths) = self.paths.get_mut()
            && let Err(index) = paths.binary_search_by(|it| it.as_str().cmp(path))
        {
            paths.insert(index, path.to_owned());
        }
    }

    /// Returns the paths of the records with this name, or with this name and a number.
    pub(crate) fn called(&self, name: &str) -> Result<impl Iterator<Item = &String>> {
        let paths = self.paths()?;
        let first = paths.partition_point(|it| it.as_str() < name);
        let begin = paths[first..].iter().take_while(move |it| it.starts_with(name));
        Ok(begin.filter(move |it| filing::number(it, name).is_some()))
    }

    /// Reads the files that may be the records of a meeting, the decisions that it replaces or ends,
    /// and its minutes.
    pub(crate) fn files_of(&self, meeting: &Meeting, id: &MeetingId) -> Result<MeetingFiles> {
        let mut files = MeetingFiles::default();
        for name in filing::names(meeting) {
            for path in self.called(&name)? {
                self.read_into(path, &mut files);
            }
        }
        let paths = self.paths()?;
        for path in filing::gone(meeting).iter().filter(|it| paths.binary_search(it).is_ok()) {
            self.read_into(path, &mut files);
        }
        let minutes = id.minutes();
        if self.folder.path(&minutes).symlink_metadata().is_ok() {
            self.read_into(&minutes, &mut files);
        }
        Ok(files)
    }

    /// Reads one record.
    pub(crate) fn text(&self, path: &str) -> Result<String> {
        file::text(&self.folder.path(path), RECORD_LIMIT)
    }

    fn read_into(&self, path: &str, files: &mut MeetingFiles) {
        if files.texts.contains_key(path) {
            return;
        }
        let text = self.text(path).unwrap_or_else(|err| {
            files.unread.insert(path.to_owned(), err);
            String::new()
        });
        files.texts.insert(path.to_owned(), text);
    }
}
