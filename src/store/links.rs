//! Folders of a circle that are links: where they lead, and whether anything is written there.
#![expect(clippy::disallowed_methods, reason = "one of the few files that touch files")]

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::MeetingId;
use crate::records::{Decision, Election, FrontMatter, Topic};
use crate::store::Folder;
use crate::store::file::named;

/// The folders of a circle in which files are written.
pub(super) const PARTS: [&str; 5] =
    [MeetingId::FOLDER, Decision::FOLDER, Election::FOLDER, Topic::FOLDER, MeetingId::WRITTEN];

/// Folders of the system, in which no circle keeps its files.
const SYSTEM: [&str; 15] = [
    "/bin",
    "/boot",
    "/dev",
    "/etc",
    "/lib",
    "/lib32",
    "/lib64",
    "/libx32",
    "/proc",
    "/sbin",
    "/sys",
    "/usr",
    "/System",
    "/Library",
    "/private/etc",
];

impl Folder {
    /// Refuses a folder of the circle that is a link into a folder of the system, to a file, or to
    /// nothing, because files would be written there.
    ///
    /// # Errors
    ///
    /// The first such folder.
    pub(crate) fn refuse_links(&self) -> Result<()> {
        PARTS.iter().try_for_each(|it| self.refused(it).map_or(Ok(()), Err))
    }

    /// Returns a remark for each folder of the circle that is a link out of the tree of circles, and
    /// an error for each that is refused.
    pub(crate) fn links_out(&self) -> (Vec<Error>, Vec<Error>) {
        let remarks = PARTS.iter().filter_map(|it| self.leads_out(it)).collect();
        (remarks, PARTS.iter().filter_map(|it| self.refused(it)).collect())
    }

    fn refused(&self, part: &str) -> Option<Error> {
        let path = self.root.join(part);
        if !path.is_symlink() {
            return None;
        }
        let refused = match dunce::canonicalize(&path) {
            // A link that leads to nothing or to itself is an error of whoever reads the folder.
            Err(_) if !is_dangling(&path) => return None,
            Err(_) => say!("error-symlink-dangling"),
            Ok(target) if !target.is_dir() => {
                say!("error-symlink-to-file", target = named(&target))
            }
            Ok(target) if is_system(&target) && !target.starts_with(self.tree()) => {
                say!("error-symlink-to-system", target = named(&target))
            }
            Ok(_) => return None,
        };
        Some(Error::new(refused).hint(say!("hint-link-part")).in_file(named(&path)))
    }

    fn leads_out(&self, part: &str) -> Option<Error> {
        let path = self.root.join(part);
        let target = dunce::canonicalize(&path).ok().filter(|_| path.is_symlink())?;
        if target.starts_with(self.tree()) || self.refused(part).is_some() {
            return None;
        }
        let out = Error::new(say!("note-symlink-out", target = named(&target)));
        Some(out.hint(say!("hint-link-out")).in_file(named(&path)))
    }

    /// Returns the real path of the topmost circle.
    fn tree(&self) -> PathBuf {
        let top = self.top().root;
        dunce::canonicalize(&top).unwrap_or(top)
    }
}

/// Returns whether a link leads to a path at which there is nothing.
fn is_dangling(path: &Path) -> bool {
    fs::metadata(path).is_err_and(|it| it.kind() == std::io::ErrorKind::NotFound)
}

fn is_system(target: &Path) -> bool {
    // On some systems the homes of people are in `/usr/home`.
    let is_in = SYSTEM.iter().any(|it| target.starts_with(it));
    target.parent().is_none() || (is_in && !target.starts_with("/usr/home"))
}
