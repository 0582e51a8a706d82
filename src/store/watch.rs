//! Finds out which journals have changed, without a lock and without writing anything.
#![expect(clippy::disallowed_methods, reason = "one of the few files that touch files")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use crate::error::Result;
use crate::store::Folder;

/// The journals of a folder as they were when they were looked at last.
pub(crate) struct Watch {
    folder: Folder,
    seen: BTreeMap<PathBuf, Stamp>,
}

/// When a file was changed, and its length in bytes.
type Stamp = (Option<SystemTime>, u64);

impl Watch {
    pub(crate) fn new(folder: Folder) -> Self {
        Self { folder, seen: BTreeMap::new() }
    }

    /// Returns the journals that are new or changed since the last time, the latest first, then those
    /// that are gone. The first time these are all.
    ///
    /// # Errors
    ///
    /// The folder cannot be read.
    pub(crate) fn changed(&mut self) -> Result<Vec<PathBuf>> {
        let stamped = |path: PathBuf| {
            let known = fs::metadata(&path).ok()?;
            Some((path, (known.modified().ok(), known.len())))
        };
        // A journal may vanish between the list and the look at it.
        let now: BTreeMap<PathBuf, Stamp> =
            self.folder.journals()?.into_iter().filter_map(stamped).collect();
        let differs = |(path, stamp): &(&PathBuf, &Stamp)| self.seen.get(*path) != Some(*stamp);
        let mut changed: Vec<(&PathBuf, &Stamp)> = now.iter().filter(differs).collect();
        changed.sort_by_key(|(path, (modified, _))| (*modified, (*path).clone()));
        let changed = changed.into_iter().rev().map(|(path, _)| path);
        let gone = self.seen.keys().filter(|it| !now.contains_key(*it));
        let changed = changed.chain(gone).cloned().collect();
        self.seen = now;
        Ok(changed)
    }

    /// Returns whether a journal was there the last time.
    pub(crate) fn has(&self, path: &PathBuf) -> bool {
        self.seen.contains_key(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::file;

    #[test]
    fn new_changed_and_vanished_journals_are_found_once() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::at(place.path());
        let path = |name: &str| folder.meetings().join(name);
        let mut watch = Watch::new(folder.clone());
        assert_eq!(watch.changed(), Ok(Vec::new()));
        let (first, second) = (path("2026-09-05.toml"), path("2026-09-06.toml"));
        fs::create_dir(folder.meetings()).unwrap();
        fs::write(&first, "a").unwrap();
        fs::write(&second, "a").unwrap();
        let late = SystemTime::now() + std::time::Duration::from_secs(9);
        fs::File::options().append(true).open(&first).unwrap().set_modified(late).unwrap();
        assert_eq!(watch.changed(), Ok(vec![first.clone(), second.clone()]));
        assert_eq!(watch.changed(), Ok(Vec::new()));
        fs::write(&second, "ab").unwrap();
        assert_eq!(watch.changed(), Ok(vec![second.clone()]));
        file::remove(&first).unwrap();
        assert_eq!(watch.changed(), Ok(vec![first.clone()]));
        assert!(watch.has(&second) && !watch.has(&first));
    }
}
