//! Reads the files that may be the records of one meeting, for comparing it with its journal.
//!
//! Keeps none of them, so that comparing many meetings takes little memory.

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::{Error, Result};
use crate::meeting::{Meeting, MeetingId};
use crate::records::{Decision, Election, FrontMatter, filing};
use crate::store::archive::{Archive, loaded};
use crate::store::copies::RecordNames;
use crate::store::file::{self, RECORD_LIMIT, in_part};

/// The files that may be the records of a meeting, by their paths in the circle's folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct MeetingFiles {
    /// The texts of all files; empty where a file cannot be read.
    pub texts: BTreeMap<String, String>,
    /// The errors of those files.
    pub unread: BTreeMap<String, Error>,
    /// The paths of copies, whose names are taken.
    pub copies: Vec<String>,
}

impl Archive {
    /// Returns the paths of all decisions and elections, and copies of them, sorted.
    pub(crate) fn paths(&self) -> Result<&Vec<String>> {
        loaded(&self.paths, || {
            let mut paths = Vec::new();
            for part in [Decision::FOLDER, Election::FOLDER] {
                let files = file::list(&self.folder.path(part), ".md")?;
                paths.extend(files.iter().map(|it| in_part(part, it)));
            }
            paths.sort_unstable();
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
        let read = self.text(path);
        let text = read.as_deref().unwrap_or_default().to_owned();
        if self.is_copy(path, &text) {
            files.copies.push(path.to_owned());
            return;
        }
        files.unread.extend(read.err().map(|err| (path.to_owned(), err)));
        files.texts.insert(path.to_owned(), text);
    }

    /// Returns whether the file of a decision or an election is a copy of another; `text` is empty if
    /// it cannot be read.
    pub(crate) fn is_copy(&self, path: &str, text: &str) -> bool {
        let Some((part, name)) = path.split_once('/') else { return false };
        let stem = name.strip_suffix(".md").unwrap_or(name);
        // Most files say their own name, and this is faster than reading them.
        if part == MeetingId::FOLDER || text.contains(&format!("\nid = \"{stem}\"\n")) {
            return false;
        }
        let id = match part {
            Election::FOLDER => Election::read_text(text).ok().map(|it| it.id),
            _ => Decision::read_text(text).ok().map(|it| it.id),
        };
        let of_part = self.paths().into_iter().flatten();
        let of_part = of_part.filter(|it| it.starts_with(part)).map(Path::new);
        RecordNames::of(of_part).original(name, id.as_deref()).is_some()
    }
}
