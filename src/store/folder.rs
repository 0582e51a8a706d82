//! The circle's folder: finding it, and the paths of the files in it.
//!
//! Never writes. Single files are read and written in `file.rs`, journals in `journal.rs`.
#![expect(clippy::disallowed_methods, reason = "one of the few files that touch files")]

use std::path::{Path, PathBuf};
use std::{env, fs};

use chrono::NaiveDate;
use directories::BaseDirs;

use crate::circle::Circle;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::MeetingId;
use crate::records::{FrontMatter, Neighbour, Topic};
use crate::store::copies::{self, Copies};
use crate::store::file;
use crate::store::file::{CIRCLE_LIMIT, folder_of, in_file, named};
use crate::store::settings::{CONFIG, Settings, Sourced, config_dir};
use crate::text::{slug, visible};

/// The folder of one circle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Its path, as given on the command line or as found.
    pub root: PathBuf,
}

impl Folder {
    /// The name of the circle's file.
    pub const CIRCLE: &str = "circle.toml";

    /// Makes the folder of a path, without checking that it has a circle's file.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Finds the circle's folder: the one given (or its `circle.toml`), otherwise the nearest
    /// ancestor of the current directory with a `circle.toml`, otherwise the one that the user's
    /// `config.toml` names.
    ///
    /// # Errors
    ///
    /// No folder is found, the one named has no `circle.toml`, or `config.toml` cannot be read.
    pub fn find(given: Option<&Path>) -> Result<Self> {
        Self::search(given, &env::current_dir().unwrap_or_default(), config_dir().as_deref())
    }

    /// Returns the path that [`find`](Self::find) takes for the circle, also where no circle is there,
    /// and what names it; `None` if nothing does.
    ///
    /// # Errors
    ///
    /// `config.toml` has to be read and cannot be.
    pub(crate) fn sought(given: Option<&Path>) -> Result<Option<Sourced<PathBuf>>> {
        Self::path_and_source(
            given,
            &env::current_dir().unwrap_or_default(),
            config_dir().as_deref(),
        )
    }

    fn path_and_source(
        given: Option<&Path>,
        here: &Path,
        config: Option<&Path>,
    ) -> Result<Option<Sourced<PathBuf>>> {
        if let Some(path) = given {
            return Ok(Some((path.to_owned(), Some("--circle"))));
        }
        if let Some(root) = here.ancestors().find(|it| is_circle(it)) {
            return Ok(Some((root.to_owned(), Some(Self::CIRCLE))));
        }
        let circle = |config: &Path| Settings::read_in(config).map(|it| it.circle_in(config));
        let path = config.map(circle).transpose()?.flatten();
        Ok(path.map(|it| (it, Some(CONFIG))))
    }

    fn search(given: Option<&Path>, here: &Path, config: Option<&Path>) -> Result<Self> {
        let Some((path, source)) = Self::path_and_source(given, here, config)? else {
            return Err(Error::new(say!("error-no-circle")).hint(say!("hint-no-circle")));
        };
        Self::named(&path).map_err(|err| match config.filter(|_| source == Some(CONFIG)) {
            Some(config) => {
                err.hint(say!("hint-default-circle", file = named(&config.join(CONFIG))))
            }
            None => err,
        })
    }

    /// Returns the folder of a path that the user gave: the folder itself or its `circle.toml`.
    fn named(path: &Path) -> Result<Self> {
        let is_file = path.ends_with(Self::CIRCLE) && !path.is_dir();
        let root = if is_file { folder_of(path) } else { path };
        let root = if root == Path::new("") { Path::new(".") } else { root };
        if !is_circle(root) {
            let missing = Error::new(say!("error-file-missing")).hint(say!("hint-no-circle"));
            return Err(missing.in_file(named(&root.join(Self::CIRCLE))));
        }
        Ok(Self::at(root))
    }

    /// Returns the path of a file or folder in this folder.
    pub fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        file::as_stored(self.root.join(name))
    }

    /// Returns the folder of the journals.
    pub fn meetings(&self) -> PathBuf {
        self.path(MeetingId::FOLDER)
    }

    /// Reads the circle.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or has problems; all of them are returned.
    pub fn circle(&self) -> Result<Circle, Vec<Error>> {
        read_circle(&self.path(Self::CIRCLE))
    }

    /// Lists the journals in the order of their meetings: `2026-09-05.toml`, `2026-09-05-2.toml`.
    /// Copies are left out.
    ///
    /// # Errors
    ///
    /// The folder cannot be read.
    pub fn journals(&self) -> Result<Vec<PathBuf>> {
        self.journals_and_copies().map(|(journals, _)| journals)
    }

    /// Lists the journals in the order of their meetings, and the copies of journals.
    pub(crate) fn journals_and_copies(&self) -> Result<(Vec<PathBuf>, Copies)> {
        Ok(copies::journals(file::list(&self.meetings(), ".toml")?))
    }

    /// Finds the other circles of the tree that this one is part of, with their paths from here.
    ///
    /// The tree begins at the topmost of the enclosing folders that are circles. A circle whose file
    /// has a slip has no name. Symbolic links are skipped, because they may lead out of the tree.
    ///
    /// # Errors
    ///
    /// A folder or a circle's file cannot be read.
    pub fn neighbours(&self) -> Result<Vec<Neighbour>> {
        let own = Self::at(dunce::canonicalize(&self.root).unwrap_or_else(|_| self.root.clone()));
        let top = own.top();
        let levels = own.root.strip_prefix(&top.root).map_or(0, |it| it.components().count());
        let mut found = Vec::new();
        let mut folders = vec![(top, vec![".."; levels].join("/"))];
        let mut unread = Vec::new();
        while let Some((folder, path)) = folders.pop() {
            for below in folder.inside(&mut unread) {
                let name = below.root.strip_prefix(&folder.root).unwrap_or(&below.root);
                let separator = if path.is_empty() { "" } else { "/" };
                let path = format!("{path}{separator}{}", file::with_slashes(name));
                folders.push((below, path));
            }
            if let Some(err) = unread.pop() {
                return Err(err);
            }
            if folder != own {
                let text = file::text(&folder.path(Self::CIRCLE), CIRCLE_LIMIT)?;
                let name = Circle::read(&text).ok().map(|it| it.name);
                found.push(Neighbour { name, path });
            }
        }
        Ok(found)
    }

    /// Returns a path for a new topic: `backlog/quiet-hours.md`, then `quiet-hours-2.md`.
    pub fn free_topic(&self, title: &str) -> PathBuf {
        self.path(Topic::path(&self.free_id::<Topic>(slug::slug(title))))
    }

    /// Returns the first id without a file: the name itself, else the name with a number.
    pub(crate) fn free_id<T: FrontMatter>(&self, name: String) -> String {
        let is_free = |id: &String| fs::symlink_metadata(self.path(T::path(id))).is_err();
        slug::numbered(name).find(is_free).unwrap_or_default()
    }

    /// Finds the circle's folder of a journal, if it lies in the `meetings` of a circle.
    pub fn of_journal(path: &Path) -> Option<Self> {
        let in_meetings = |it: &Path| it.parent().is_some_and(|it| it.ends_with("meetings"));
        let path =
            if in_meetings(path) { path.to_owned() } else { dunce::canonicalize(path).ok()? };
        let meetings = path.parent().filter(|_| in_meetings(&path))?;
        let root = folder_of(meetings);
        is_circle(root).then(|| Self::at(root))
    }

    /// Returns a path for a new journal of this day: `2026-09-05.toml`, then `2026-09-05-2.toml`.
    pub fn free_journal(&self, day: NaiveDate) -> PathBuf {
        let mut paths = (1..).map(|number| self.path(MeetingId::on(day, number).journal()));
        paths.find(|it| fs::symlink_metadata(it).is_err()).unwrap_or_default()
    }
}

/// Returns whether a folder has a circle's file.
pub(super) fn is_circle(folder: &Path) -> bool {
    fs::symlink_metadata(folder.join(Folder::CIRCLE)).is_ok()
}

/// Reads a circle from a file, which may have any name.
pub(crate) fn read_circle(path: &Path) -> Result<Circle, Vec<Error>> {
    read_circle_and_text(path).map(|(circle, _)| circle)
}

/// Reads a circle, and returns the text of its file too.
pub(super) fn read_circle_and_text(path: &Path) -> Result<(Circle, String), Vec<Error>> {
    let text = file::text(path, CIRCLE_LIMIT)?;
    let circle = Circle::read(&text).map_err(|errors| in_file(errors, &named(path)))?;
    Ok((circle, text))
}

/// Returns the path that was typed or written. `~` is the home directory.
pub(crate) fn from_home(path: &str) -> PathBuf {
    match (path.strip_prefix("~/"), BaseDirs::new()) {
        (Some(rest), Some(dirs)) => dirs.home_dir().join(rest),
        _ => path.into(),
    }
}

/// Returns the path of a folder from the root.
pub(super) fn absolute(folder: &Path) -> PathBuf {
    let path = dunce::canonicalize(folder).or_else(|_| std::path::absolute(folder));
    path.unwrap_or_else(|_| folder.to_owned())
}

/// Names a folder by its path from the root, for somebody to read.
pub(crate) fn whole_path(folder: &Path) -> String {
    visible(&file::with_slashes(&absolute(folder)))
}

#[cfg(test)]
mod tests;
