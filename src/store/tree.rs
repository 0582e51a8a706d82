//! The tree of circles: finding their folders, and reading several circles on all cores.
//!
//! Symbolic links are never followed, so that each folder is found once and lies in the tree.

use std::path::PathBuf;

use rayon::prelude::*;

use crate::circle::Circle;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::store::file::named;
use crate::store::folder::is_circle;
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
    /// The circles that could be read, each with its result.
    pub circles: Vec<(Circle, T)>,
    /// The errors of files that could not be read.
    pub unread: Vec<Error>,
    /// How many circles could not be read.
    pub failed: usize,
}

impl Folder {
    /// Returns the topmost circle of the tree that this one is part of.
    #[must_use]
    pub fn top(&self) -> Self {
        let root = self.root.canonicalize().unwrap_or_default();
        let top = root.ancestors().skip(1).take_while(|it| is_circle(it)).last();
        top.map_or_else(|| self.clone(), Self::at)
    }

    /// Finds this circle and all below it, each before those below it, sorted by name. Errors of
    /// folders that cannot be read are added to `unread`.
    pub fn below(&self, unread: &mut Vec<Error>) -> Vec<Branch> {
        let mut found: Vec<Branch> = Vec::new();
        let mut waiting = vec![Branch { folder: self.clone(), wider: None, depth: 0 }];
        while let Some(branch) = waiting.pop() {
            let (wider, depth) = (Some(found.len()), branch.depth + 1);
            let inside = branch.folder.inside().unwrap_or_else(|err| {
                unread.push(err);
                Vec::new()
            });
            found.push(branch);
            let inside = inside.into_iter().rev();
            waiting.extend(inside.map(|folder| Branch { folder, wider, depth }));
        }
        found
    }

    /// Finds the circles right below this one, sorted by name.
    ///
    /// # Errors
    ///
    /// The folder cannot be read.
    pub fn inside(&self) -> Result<Vec<Self>> {
        let inside = file::folders(&self.root)?.into_iter().filter(|it| is_circle(it));
        Ok(inside.map(Self::at).collect())
    }

    /// Returns an error for each symbolic link in the folder that leads to a circle.
    ///
    /// # Errors
    ///
    /// The folder cannot be read.
    pub fn links(&self) -> Result<Vec<Error>> {
        let links = file::links(&self.root)?.into_iter().filter(|it| is_circle(it));
        let said = |it: PathBuf| {
            let err = Error::new(say!("error-circle-link")).hint(say!("hint-circle-link"));
            err.in_file(named(&it))
        };
        Ok(links.map(said).collect())
    }
}

/// Runs `look` on several circles. One that cannot be read does not stop the others.
pub(crate) fn read<T: Send>(
    folders: &[Folder],
    look: impl Fn(&Archive, &Circle, &mut Vec<Error>) -> Result<T> + Sync,
) -> CirclesRead<T> {
    let one = |folder: &Folder| {
        let circle = match folder.circle() {
            Ok(circle) => circle,
            Err(errors) => return (None, errors),
        };
        let mut unread = Vec::new();
        match look(&Archive::of(folder), &circle, &mut unread) {
            Ok(found) => (Some((circle, found)), unread),
            Err(err) => {
                unread.push(err);
                (None, unread)
            }
        }
    };
    let done: Vec<_> = folders.par_iter().map(one).collect();
    let mut read = CirclesRead { circles: Vec::new(), unread: Vec::new(), failed: 0 };
    for (found, unread) in done {
        read.failed += usize::from(found.is_none());
        read.circles.extend(found);
        read.unread.extend(unread);
    }
    read
}
