//! The circle's folder: where it is, and what lies in it.
//!
//! Reads only; single files are read and written in `file.rs`, journals in `journal.rs`.
#![expect(clippy::disallowed_methods, reason = "one of the few files that touch files")]

use std::path::{Path, PathBuf};
use std::{env, fs};

use chrono::NaiveDate;
use directories::{BaseDirs, ProjectDirs};

use crate::circle::Circle;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::MeetingId;
use crate::records::{FrontMatter, Neighbour, Topic};
use crate::store::file;
use crate::store::file::{CIRCLE_LIMIT, named};
use crate::text::slug;
use crate::toml_file::fields::Table;
use crate::toml_file::reader::Reader;
use crate::toml_file::{FileKind, parse, table};

/// The folder of one circle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Where it is, as the person named it or as it was found.
    pub root: PathBuf,
}

impl Folder {
    /// The file that makes a folder the folder of a circle.
    pub const CIRCLE: &str = "circle.toml";

    /// Takes a path for the folder of a circle, whether or not it is one yet.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Finds the circle's folder: the one given (or its `circle.toml`), otherwise the nearest
    /// upwards with a `circle.toml`, otherwise the one the person's `config.toml` names.
    ///
    /// # Errors
    ///
    /// There is none, with a hint how to begin; the one named has no `circle.toml`; `config.toml`
    /// cannot be read.
    pub fn find(given: Option<&Path>) -> Result<Self> {
        Self::search(given, &env::current_dir().unwrap_or_default(), config_dir().as_deref())
    }

    fn search(given: Option<&Path>, here: &Path, config: Option<&Path>) -> Result<Self> {
        if let Some(path) = given {
            return Self::named(path);
        }
        let has_circle = |it: &&Path| fs::symlink_metadata(it.join(Self::CIRCLE)).is_ok();
        if let Some(root) = here.ancestors().find(has_circle) {
            return Ok(Self::at(root));
        }
        match config.map(default_circle).transpose()?.flatten() {
            Some(path) => Self::named(&path),
            None => Err(Error::new(say!("error-no-circle")).hint(say!("hint-no-circle"))),
        }
    }

    /// Takes the folder, or the `circle.toml`, that somebody named.
    fn named(path: &Path) -> Result<Self> {
        let is_file = path.ends_with(Self::CIRCLE) && !path.is_dir();
        let root = if is_file { path.parent().unwrap_or(path) } else { path };
        let root = if root == Path::new("") { Path::new(".") } else { root };
        let circle = root.join(Self::CIRCLE);
        if fs::symlink_metadata(&circle).is_err() {
            let missing = Error::new(say!("error-file-missing")).hint(say!("hint-no-circle"));
            return Err(missing.in_file(named(&circle)));
        }
        Ok(Self::at(root))
    }

    /// Returns the path of something in the folder.
    pub fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.root.join(name)
    }

    /// Returns where the journals lie.
    pub fn meetings(&self) -> PathBuf {
        self.path(MeetingId::FOLDER)
    }

    /// Reads the circle.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or everything that is wrong in it.
    pub fn circle(&self) -> Result<Circle, Vec<Error>> {
        read_circle(&self.path(Self::CIRCLE))
    }

    /// Lists the journals in the order of their days: `2026-09-05.toml`, `2026-09-05-2.toml`.
    ///
    /// # Errors
    ///
    /// The folder cannot be read.
    pub fn journals(&self) -> Result<Vec<PathBuf>> {
        let mut paths = file::list(&self.meetings(), ".toml")?;
        paths.sort_by_cached_key(|it| MeetingId::of(it));
        Ok(paths)
    }

    /// Finds the other circles whose folders are here: all those in the tree that this one is
    /// part of, from the folder furthest up that is a circle's.
    ///
    /// What cannot be read as a circle is passed over, and so are links, which may lead anywhere.
    ///
    /// # Errors
    ///
    /// A folder cannot be read.
    pub fn neighbours(&self) -> Result<Vec<Neighbour>> {
        let mut up = String::new();
        let mut found = Vec::new();
        let mut seen = vec![self.root.canonicalize().unwrap_or_else(|_| self.root.clone())];
        while let Some(wider) = seen[seen.len() - 1].parent().map(Path::to_owned)
            && fs::symlink_metadata(wider.join(Self::CIRCLE)).is_ok()
        {
            up = if up.is_empty() { "..".to_owned() } else { format!("{up}/..") };
            seen.push(wider);
        }
        let own = &seen[0];
        let mut folders = vec![(seen[seen.len() - 1].clone(), up)];
        while let Some((folder, path)) = folders.pop() {
            let circle = read_circle(&folder.join(Self::CIRCLE));
            if let (Ok(circle), true) = (circle, folder != *own) {
                found.push(Neighbour { name: circle.name, path: path.clone() });
            }
            for below in file::folders(&folder)? {
                if fs::symlink_metadata(below.join(Self::CIRCLE)).is_ok() {
                    let name = below.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    let path = if path.is_empty() { name } else { format!("{path}/{name}") };
                    folders.push((below, path));
                }
            }
        }
        Ok(found)
    }

    /// Returns a path for a new topic: `backlog/quiet-hours.md`, then `quiet-hours-2.md`.
    pub fn free_topic(&self, title: &str) -> PathBuf {
        let names = slug::numbered(slug::slug(title));
        let mut paths = names.map(|it| self.path(Topic::path(&it)));
        paths.find(|it| fs::symlink_metadata(it).is_err()).unwrap_or_default()
    }

    /// Finds the circle's folder that a journal lies in, if it lies in a circle's `meetings`.
    pub fn of_journal(path: &Path) -> Option<Self> {
        let lies = |it: &Path| it.parent().is_some_and(|it| it.ends_with("meetings"));
        let path = if lies(path) { path.to_owned() } else { path.canonicalize().ok()? };
        let root = path.parent().filter(|_| lies(&path))?.parent()?;
        let root = if root == Path::new("") { Path::new(".") } else { root };
        fs::symlink_metadata(root.join(Self::CIRCLE)).ok().map(|_| Self::at(root))
    }

    /// Returns a path for a new journal of this day: `2026-09-05.toml`, then `2026-09-05-2.toml`.
    pub fn free_journal(&self, day: NaiveDate) -> PathBuf {
        let mut paths = (1..).map(|number| self.path(MeetingId::on(day, number).journal()));
        paths.find(|it| fs::symlink_metadata(it).is_err()).unwrap_or_default()
    }
}

/// Reads a circle from a file, which may have any name.
///
/// # Errors
///
/// The file cannot be read, or everything that is wrong in it.
pub(crate) fn read_circle(path: &Path) -> Result<Circle, Vec<Error>> {
    let text = file::text(path, CIRCLE_LIMIT)?;
    let in_file = |it: Error| it.in_file(named(path));
    Circle::read(&text).map_err(|errors| errors.into_iter().map(in_file).collect())
}

/// Returns the folder with the person's own settings: `ROUNDS_CONFIG_DIR`, or the system's place.
pub(crate) fn config_dir() -> Option<PathBuf> {
    match env::var_os("ROUNDS_CONFIG_DIR").filter(|it| !it.is_empty()) {
        Some(path) => Some(path.into()),
        None => Some(ProjectDirs::from("", "", "rounds")?.config_dir().to_owned()),
    }
}

/// Returns the circle that `config.toml` in this folder names. `~` is the person's home.
fn default_circle(config: &Path) -> Result<Option<PathBuf>> {
    let path = config.join("config.toml");
    if fs::symlink_metadata(&path).is_err() {
        return Ok(None);
    }
    let text = file::text(&path, CIRCLE_LIMIT)?;
    let first = |errors: Vec<Error>| errors.into_iter().next().expect("there is one");
    let circle = read_config(&text).map_err(|it| first(it).in_file(named(&path)))?;
    Ok(circle.map(|circle| match (circle.strip_prefix("~/"), BaseDirs::new()) {
        (Some(rest), Some(dirs)) => dirs.home_dir().join(rest),
        _ => config.join(circle),
    }))
}

fn read_config(text: &str) -> Result<Option<String>, Vec<Error>> {
    let (table, errors) = parse(text, FileKind::Circle);
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut reader = Reader::new(text);
    let section = reader.section(&table, 0, Config::KEYS);
    let config = Config::read(&mut reader, &section);
    reader.finish(config).map(|it| it.circle)
}

table! {
    /// The person's own settings, in `config.toml`.
    pub(super) struct Config {
        /// The circle to take where none is near.
        circle: Option<String> = r#""/home/ana/garden""#,
    }
}

#[cfg(test)]
mod tests;
