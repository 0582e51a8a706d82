//! The tree of circles: finding their folders, and reading several circles on all cores.
//!
//! A circle lies in the folder of the wider one, or in a plain folder of it (`teams/books`).
//! Symbolic links are never followed, so that each folder is found once and lies in the tree.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::circle::{Circle, ListedPerson};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::store::file::named;
use crate::store::folder::is_circle;
use crate::store::links::PARTS;
use crate::store::{Archive, Folder, file};

/// The folder of a circle in the tree it is part of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    pub folder: Folder,
    /// The index of the wider circle in the list; none for the topmost one.
    pub wider: Option<usize>,
    /// How many circles are above it.
    pub depth: usize,
}

/// The results of reading several circles.
#[derive(Debug)]
pub(crate) struct CirclesRead<T> {
    /// The circles that could be read, each before those below it.
    pub circles: Vec<CircleRead<T>>,
    /// The errors of files that could not be read.
    pub unread: Vec<Error>,
    /// How many circles could not be read.
    pub failed: usize,
}

/// The result of reading one circle.
#[derive(Debug)]
pub(crate) struct CircleRead<T> {
    pub circle: Circle,
    /// The index of the wider circle in the list; none for the topmost one, and where the wider one
    /// cannot be read.
    pub wider: Option<usize>,
    pub found: T,
}

impl Folder {
    /// Returns the topmost circle of the tree that this one is part of.
    #[must_use]
    pub fn top(&self) -> Self {
        let root = dunce::canonicalize(&self.root).unwrap_or_default();
        let top = std::iter::successors(wider(&root), |it| wider(it)).last();
        top.map_or_else(|| self.clone(), Self::at)
    }

    /// Reads the list of everyone in the organisation, which lies beside the topmost circle's file.
    /// Returns the path of the file and, if there is one, the people in it.
    pub(crate) fn listed_people(&self) -> Result<(PathBuf, Option<Vec<ListedPerson>>), Vec<Error>> {
        let path = self.top().path("people.toml");
        if path.symlink_metadata().is_err() {
            return Ok((path, None));
        }
        let text = file::text(&path, file::CIRCLE_LIMIT)?;
        let people = ListedPerson::read_all(&text);
        let people = people.map_err(|errors| file::in_file(errors, &named(&path)))?;
        Ok((path, Some(people)))
    }

    /// Returns whether the folder of a wider circle is above this one.
    pub(crate) fn has_wider(&self) -> bool {
        wider(&dunce::canonicalize(&self.root).unwrap_or_default()).is_some()
    }

    /// Finds this circle and all below it, each before those below it, sorted by name. Errors of
    /// folders that cannot be read are added to `unread`.
    pub fn below(&self, unread: &mut Vec<Error>) -> Vec<Branch> {
        let mut found: Vec<Branch> = Vec::new();
        let mut waiting = vec![Branch { folder: self.clone(), wider: None, depth: 0 }];
        while let Some(branch) = waiting.pop() {
            let (wider, depth) = (Some(found.len()), branch.depth + 1);
            let inside = branch.folder.inside(unread);
            found.push(branch);
            let inside = inside.into_iter().rev();
            waiting.extend(inside.map(|folder| Branch { folder, wider, depth }));
        }
        found
    }

    /// Finds the circles right below this one, sorted by path. Errors of folders that cannot be read
    /// are added to `unread`.
    pub fn inside(&self, unread: &mut Vec<Error>) -> Vec<Self> {
        let mut found: Vec<PathBuf> = Vec::new();
        for folder in self.plain(unread) {
            found.extend(folders(&folder, unread).into_iter().filter(|it| is_circle(it)));
        }
        found.sort_unstable();
        found.into_iter().map(Self::at).collect()
    }

    /// Returns an error for each symbolic link that leads to a circle, in the folder or in a plain one
    /// below. Folders that cannot be read are skipped.
    pub fn links(&self) -> Vec<Error> {
        let plain = self.plain(&mut Vec::new());
        let links = plain.iter().flat_map(|it| file::links(it).unwrap_or_default());
        let said = |it: PathBuf| {
            let err = Error::new(say!("error-symlink-to-circle")).hint(say!("hint-circle-link"));
            err.in_file(named(&it))
        };
        links.filter(|it| is_circle(it)).map(said).collect()
    }

    /// Returns this folder and the plain ones below it, in which circles are looked for.
    fn plain(&self, unread: &mut Vec<Error>) -> Vec<PathBuf> {
        let mut found = vec![self.root.clone()];
        let mut level = 0..1;
        for _ in 0..PLAIN {
            for index in level.clone() {
                let inside = folders(&found[index], unread).into_iter();
                found.extend(inside.filter(|it| !is_circle(it) && (index > 0 || !is_part(it))));
            }
            level = level.end..found.len();
        }
        found
    }
}

/// How many folders that are no circle may lie between a circle and the wider one: `teams` in
/// `teams/books/circle.toml`.
const PLAIN: usize = 2;

/// Returns whether a folder in that of a circle has the name of those for its files.
pub(super) fn is_part(folder: &Path) -> bool {
    PARTS.iter().any(|it| folder.ends_with(it))
}

/// Returns the folder of the wider circle of the one in this folder, whose path begins at the root.
fn wider(root: &Path) -> Option<PathBuf> {
    let above: Vec<&Path> = root.ancestors().skip(1).take(PLAIN + 1).collect();
    let index = above.iter().position(|it| is_circle(it))?;
    let between = &above[..index];
    let is_hidden = |it: &Path| it.file_name().is_some_and(|it| it.as_encoded_bytes()[0] == b'.');
    let is_found = !between.iter().copied().chain([root]).any(is_hidden)
        && between.last().is_none_or(|it| !is_part(it));
    is_found.then(|| above[index].to_owned())
}

/// Lists the folders in a folder. If it cannot be read, the error is added to `unread`.
fn folders(folder: &Path, unread: &mut Vec<Error>) -> Vec<PathBuf> {
    file::folders(folder).unwrap_or_else(|err| {
        if !unread.contains(&err) {
            unread.push(err);
        }
        Vec::new()
    })
}

/// Runs `look` on several circles, and `done` after each. One that cannot be read does not stop the
/// others.
pub(crate) fn read<T: Send>(
    branches: &[Branch],
    done: impl Fn() + Sync,
    look: impl Fn(&Archive, &Circle, &mut Vec<Error>) -> Result<T, Vec<Error>> + Sync,
) -> CirclesRead<T> {
    let one = |Branch { folder, .. }: &Branch| {
        let circle = match folder.circle() {
            Ok(circle) => circle,
            Err(errors) => return (None, errors),
        };
        let mut unread = Vec::new();
        match look(&Archive::of(folder), &circle, &mut unread) {
            Ok(found) => (Some((circle, found)), unread),
            Err(errors) => {
                unread.extend(errors);
                (None, unread)
            }
        }
    };
    let counted = |branch: &Branch| {
        let it = one(branch);
        done();
        it
    };
    let all: Vec<_> = branches.par_iter().map(counted).collect();
    let mut read = CirclesRead { circles: Vec::new(), unread: Vec::new(), failed: 0 };
    // The places in the list of those that could be read.
    let mut places: Vec<Option<usize>> = Vec::new();
    for ((found, unread), branch) in all.into_iter().zip(branches) {
        read.failed += usize::from(found.is_none());
        read.unread.extend(unread);
        places.push(found.is_some().then_some(read.circles.len()));
        let wider = branch.wider.and_then(|it| places[it]);
        read.circles.extend(found.map(|(circle, found)| CircleRead { circle, wider, found }));
    }
    read
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn each_circle_counts_as_done_also_one_that_cannot_be_read() {
        let place = tempfile::tempdir().unwrap();
        let good = "name = \"A\"\nmember = [{ name = \"Ana\" }, { name = \"Ben\" }]\n";
        for (path, text) in [("circle.toml", good), ("a/circle.toml", good), ("b/circle.toml", "=")]
        {
            file::create(&place.path().join(path), text).unwrap();
        }
        let branches = Folder::at(place.path()).below(&mut Vec::new());
        let done = AtomicUsize::new(0);
        let count = || {
            done.fetch_add(1, Ordering::Relaxed);
        };
        let read = read(&branches, count, |_, _, _| Ok(()));
        assert_eq!((read.circles.len(), read.failed, done.into_inner()), (2, 1, 3));
    }
}
