//! Finds the journals to replay: all of one or several circles, or single ones.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::cli::Invocation;
use crate::cli::reach::Reach;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::store::tree::Branch;
use crate::store::{Archive, Folder, file};

/// The journals of one circle that are replayed.
pub(crate) struct Source {
    /// The circle's folder; none for a journal outside of one.
    pub folder: Option<Folder>,
    /// The journals in the order in which they are replayed.
    pub journals: Vec<PathBuf>,
    /// Whether these are all journals of the circle.
    pub is_whole: bool,
    /// The errors of folders that could not be read.
    pub unread: Vec<Error>,
}

impl Source {
    /// Takes all journals of a circle.
    pub(crate) fn whole(folder: &Folder) -> Result<Self> {
        let journals = folder.journals()?;
        let folder = Some(folder.clone());
        Ok(Self { folder, journals, is_whole: true, unread: Vec::new() })
    }

    pub(super) fn archive(&self) -> Option<Archive> {
        self.folder.as_ref().map(Archive::of)
    }
}

/// Finds the journals of the paths; without a path, those of this circle.
pub(super) fn sources(here: &Invocation, paths: &[PathBuf], reach: Reach) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    if paths.is_empty() {
        add_circles(here.folder()?, reach, &mut sources);
    }
    for path in paths {
        if path.is_dir() || path.ends_with(Folder::CIRCLE) {
            add_circles(Folder::find(Some(path))?, reach, &mut sources);
        } else {
            add_journal(path, &mut sources)?;
        }
    }
    if paths.len() > 1 {
        each_once(&mut sources);
    }
    if let Some(circle) = sources.iter().find_map(|it| it.folder.as_ref()?.circle().ok()) {
        here.speak(&circle);
    }
    Ok(sources)
}

fn add_circles(folder: Folder, reach: Reach, sources: &mut Vec<Source>) {
    let mut unread = Vec::new();
    for Branch { folder, .. } in reach.branches(folder, &mut unread) {
        let journals = folder.journals().unwrap_or_else(|err| {
            unread.push(err);
            Vec::new()
        });
        let (is_whole, unread) = (unread.is_empty(), std::mem::take(&mut unread));
        sources.push(Source { folder: Some(folder), journals, is_whole, unread });
    }
}

/// Adds a journal; consecutive ones of the same circle become one source.
fn add_journal(path: &Path, sources: &mut Vec<Source>) -> Result<()> {
    if path.symlink_metadata().is_err() {
        return Err(Error::new(say!("error-file-missing")).in_file(file::named(path)));
    }
    let (folder, journals) = (Folder::of_journal(path), vec![path.to_owned()]);
    match sources.last_mut() {
        Some(last) if !last.is_whole && last.folder == folder => last.journals.extend(journals),
        _ => sources.push(Source { folder, journals, is_whole: false, unread: Vec::new() }),
    }
    Ok(())
}

/// Removes journals that are named twice, or whose whole circle is named.
fn each_once(sources: &mut Vec<Source>) {
    let mut seen = HashSet::new();
    let mut first =
        |path: &PathBuf| seen.insert(dunce::canonicalize(path).unwrap_or_else(|_| path.clone()));
    let (whole, parts): (Vec<_>, Vec<_>) = sources.iter_mut().partition(|it| it.is_whole);
    for source in whole.into_iter().chain(parts) {
        source.journals.retain(|it| first(it));
    }
    sources.retain(|it| !it.journals.is_empty() || !it.unread.is_empty());
}
