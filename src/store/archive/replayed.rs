//! Compares the records on disk with those that a meeting gives.
//!
//! Files that were not read before are not kept, so that comparing many meetings takes little memory.

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::{Error, Result};
use crate::lang::Words;
use crate::meeting::{Meeting, MeetingId};
use crate::records::filing::documents::Comparison;
use crate::records::filing::{Existing, documents};
use crate::records::{Decision, Election, FrontMatter, filing};
use crate::store::archive::{Archive, RecordSet, loaded};
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

/// A record or the minutes of a meeting, with what the meeting gives.
#[derive(Clone, Debug)]
pub(crate) struct Compared {
    /// Its path in the circle's folder.
    pub path: String,
    /// The path that the meeting gives; another one if somebody renamed the file.
    pub named: String,
    /// The text that the meeting gives, with the id of its path.
    pub given: String,
    pub there: Existence,
}

/// The file of a record.
#[derive(Clone, Debug)]
pub(crate) enum Existence {
    Missing,
    Unread(Error),
    /// Its text, and how it compares.
    Read(String, Comparison),
}

impl Archive {
    /// Compares the files of a meeting with what the meeting gives; `files` are those of
    /// [`files_of`](Self::files_of).
    pub(crate) fn compared(
        &self,
        meeting: &Meeting,
        id: &MeetingId,
        files: &mut MeetingFiles,
        words: &Words,
    ) -> Result<Vec<Compared>> {
        let mut existing = Existing::of([&files.texts]);
        existing.add_taken(&files.copies);
        let given = documents(meeting, id, &existing, words);
        let taken: Vec<String> = given.iter().map(|(path, _)| path.clone()).collect();
        let mut compared = Vec::with_capacity(given.len());
        for (path, given) in given {
            let renamed = match files.texts.get(&path) {
                Some(_) => None,
                None => self.renamed(&path, &given, &taken)?,
            };
            let is_renamed = renamed.is_some();
            let named = path.clone();
            let (path, given) = renamed.unwrap_or((path, given));
            let there = match files.unread.remove(&path) {
                Some(err) => Existence::Unread(err),
                None if is_renamed => existence(&path, &self.text(&path)?, &given),
                None => match files.texts.get(&path) {
                    Some(there) => existence(&path, there, &given),
                    None => Existence::Missing,
                },
            };
            compared.push(Compared { path, named, given, there });
        }
        Ok(compared)
    }

    /// Finds the file of a record that got another name: of the same meeting, with the same title or
    /// role. Returns its path, and the given text with the id of that name.
    fn renamed(
        &self,
        path: &str,
        given: &str,
        taken: &[String],
    ) -> Result<Option<(String, String)>> {
        if path.starts_with(Decision::FOLDER) {
            let Ok(given) = Decision::read_text(given) else { return Ok(None) };
            let found = self
                .decisions()?
                .find(taken, |it| (&it.meeting, &it.title) == (&given.meeting, &given.title));
            Ok(found.map(|(path, it)| (path, Decision { id: it.id.clone(), ..given }.to_text())))
        } else if path.starts_with(Election::FOLDER) {
            let Ok(given) = Election::read_text(given) else { return Ok(None) };
            let mut role = given.role.clone();
            self.renames().role(&mut role);
            let found = self
                .elections()?
                .find(taken, |it| (&it.meeting, &it.role) == (&given.meeting, &role));
            Ok(found.map(|(path, it)| (path, Election { id: it.id.clone(), ..given }.to_text())))
        } else {
            Ok(None)
        }
    }

    /// Returns the meeting that a decision or an election names.
    ///
    /// # Errors
    ///
    /// The first error of a file that cannot be read, without the name of the file.
    pub(crate) fn meeting_of(&self, path: &str) -> Result<Option<String>> {
        if let Some(it) = self.decisions.get().and_then(|it| it.records.get(path)) {
            return Ok(it.meeting.clone());
        }
        if let Some(it) = self.elections.get().and_then(|it| it.records.get(path)) {
            return Ok(it.meeting.clone());
        }
        meeting_in(path, &self.text(path)?)
    }

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

    /// Returns the text of one record, reading it unless all of its kind were read already.
    pub(crate) fn text(&self, path: &str) -> Result<String> {
        let decision =
            self.decisions.get().and_then(|it| it.records.get(path).and(it.texts.get(path)));
        let election =
            self.elections.get().and_then(|it| it.records.get(path).and(it.texts.get(path)));
        if let Some(text) = decision.or(election) {
            return Ok(text.clone());
        }
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

/// Returns the meeting that the text of a decision or an election names.
///
/// # Errors
///
/// The first error of the text, without the name of the file.
fn meeting_in(path: &str, text: &str) -> Result<Option<String>> {
    let first = |errors: Vec<Error>| errors.into_iter().next().expect("a failed read has an error");
    if path.starts_with(Election::FOLDER) {
        Election::read_text(text).map(|it| it.meeting).map_err(first)
    } else {
        Decision::read_text(text).map(|it| it.meeting).map_err(first)
    }
}

/// Compares the text of a file with what the meeting gives.
fn existence(path: &str, there: &str, given: &str) -> Existence {
    let comparison = Comparison::of(there, given);
    let is_record = !path.starts_with(MeetingId::FOLDER);
    // Of one with a slip it is said what is wrong.
    let slip = (is_record && comparison == Comparison::Otherwise).then(|| meeting_in(path, there));
    match slip {
        Some(Err(slip)) => Existence::Unread(slip),
        _ => Existence::Read(there.to_owned(), comparison),
    }
}

impl<T> RecordSet<T> {
    /// Finds a record that is not at one of the paths `taken`.
    fn find(&self, taken: &[String], is_it: impl Fn(&T) -> bool) -> Option<(String, &T)> {
        let mut records = self.records.iter();
        let found = records.find(|(path, it)| is_it(it) && !taken.contains(path));
        found.map(|(path, it)| (path.clone(), it))
    }
}
