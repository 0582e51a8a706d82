//! Writes a site into a folder of its own: whole into a temporary folder, which then takes its place.
//!
//! Only a folder that is empty, or that holds a site already, is touched. What is written can be
//! written again, so that the files are not flushed to the disk one by one.
#![expect(clippy::disallowed_methods, reason = "one of the few files that touch files")]

use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use tempfile::TempDir;

use crate::error::{Error, Result};
use crate::lang::say;
use crate::records::site::SiteFile;
use crate::store::file::{self, folder_of, named};
use crate::store::fs as disk;

/// The name of the file by which the folder of a site is known.
const MARKER: &str = ".rounds-site";

/// What stands in the marker.
const MARKED: &str = "`rounds site` wrote this folder, and replaces what it wrote.\n";

/// What a site has in its folder. Anything else there is somebody's, and stays.
const WRITTEN: [&str; 7] = [
    MARKER,
    "circles",
    "decisions.html",
    "handbook.html",
    "index.html",
    "people.html",
    "style.css",
];

/// The folder of a site, before and while it is written.
pub(crate) struct SiteFolder {
    /// The folder that is to hold the site, as it was typed.
    typed: PathBuf,
    /// The same folder, where a link in its path leads.
    out: PathBuf,
    /// The folder beside it in which the site is written.
    new: TempDir,
}

impl SiteFolder {
    /// Prepares to write a site into a folder, which need not exist.
    ///
    /// # Errors
    ///
    /// There is something else than a site, or the folder cannot be read or written.
    pub(crate) fn at(out: &Path) -> Result<Self> {
        check(out)?;
        let typed = out.to_owned();
        let out = dunce::canonicalize(out).unwrap_or_else(|_| out.to_owned());
        let beside = folder_of(&out).to_owned();
        let new = file::written(&typed, || {
            file::make_folder(&beside)?;
            disk::create_temporary_folder(&beside)
        })?;
        Ok(Self { typed, out, new })
    }

    /// Writes files, those of `parts` parts on all cores.
    pub(crate) fn write(
        &self,
        parts: usize,
        files: impl Fn(Range<usize>, &mut dyn FnMut(SiteFile) -> Result<()>) -> Result<()> + Sync,
    ) -> Result<()> {
        let cores = rayon::current_num_threads().max(1);
        let each = parts.div_ceil(cores).max(1);
        let starts: Vec<usize> = (0..parts).step_by(each).collect();
        starts.par_iter().try_for_each(|start| {
            let range = *start..(start + each).min(parts);
            files(range, &mut |it| self.write_one(&it))
        })
    }

    /// Writes one file.
    pub(crate) fn write_one(&self, it: &SiteFile) -> Result<()> {
        let path = self.new.path().join(&it.path);
        file::written(&self.typed.join(&it.path), || {
            file::make_folder(folder_of(&path))?;
            disk::write_new(&path, it.text.as_bytes())
        })
    }

    /// Puts the site in its place. What else was there stays.
    pub(crate) fn finish(self) -> Result<()> {
        let marker = SiteFile { path: MARKER.to_owned(), text: MARKED.to_owned() };
        self.write_one(&marker)?;
        // It may have been filled meanwhile.
        check(&self.typed)?;
        let Self { typed, out, new } = self;
        file::written(&typed, || {
            let old = disk::create_temporary_folder(folder_of(&out))?;
            let before = old.path().join("before");
            let is_there = out.symlink_metadata().is_ok();
            if is_there {
                disk::rename(&out, &before)?;
            }
            let place = new.path().to_owned();
            if let Err(error) = disk::rename(&place, &out) {
                if is_there {
                    disk::rename(&before, &out)?;
                }
                return Err(error);
            }
            // The folder is the site now, and no temporary one.
            let _ = new.keep();
            if let Err(error) = keep_others(&before, &out) {
                let _ = old.keep();
                return Err(error);
            }
            old.close()
        })
    }
}

/// Moves what is not of a site from the folder of the site before to that of the new one.
fn keep_others(before: &Path, out: &Path) -> io::Result<()> {
    let Ok(entries) = fs::read_dir(before) else { return Ok(()) };
    for entry in entries {
        let name = entry?.file_name();
        if !WRITTEN.iter().any(|it| name == *it) {
            disk::rename(&before.join(&name), &out.join(&name))?;
        }
    }
    Ok(())
}

/// Refuses a folder that holds anything else than a site.
fn check(out: &Path) -> Result<()> {
    let refused = |err: Error| Err(err.in_file(named(out)));
    match fs::read_dir(out) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if out.symlink_metadata().is_err() {
                return Ok(());
            }
            refused(Error::new(say!("error-symlink-dangling")))
        }
        Err(error) => refused(Error::new(say!("error-cannot-read", cause = file::cause(&error)))),
        Ok(mut entries) => {
            if entries.next().is_none() || out.join(MARKER).symlink_metadata().is_ok() {
                return Ok(());
            }
            refused(Error::new(say!("error-site-not-empty")).hint(say!("hint-site-there")))
        }
    }
}
