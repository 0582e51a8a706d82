//! Founds and ends circles right below a circle, as its decisions say.
//!
//! Nothing else of another circle is ever written, except for topics that go to it.

use chrono::NaiveDate;

use crate::circle::{Change, Circle, Effect, Founding, end};
use crate::error::Result;
use crate::lang::Words;
use crate::store::file::{self, CIRCLE_LIMIT, named};
use crate::store::{Folder, tree};
use crate::text::{same, slug};

/// The results for the circles right below.
#[derive(Debug, Default)]
pub(crate) struct OtherCircles {
    /// The files that were written.
    pub written: Vec<String>,
    /// The files that say something else, which are not changed.
    pub conflicts: Vec<String>,
    /// The folders of the circles that end, with their names and their last days.
    pub ended: Vec<(Folder, String, NaiveDate)>,
}

/// Founds and ends the circles of `changes` right below the one in this folder. `wider` is that circle
/// as the meeting had it.
///
/// # Errors
///
/// A file cannot be read or written. The next call goes on.
pub(crate) fn change(
    folder: &Folder,
    wider: &Circle,
    changes: &[Change],
    words: &Words,
) -> Result<OtherCircles> {
    let mut done = OtherCircles::default();
    for Change { effect, on } in changes {
        match effect {
            Effect::Found(it) => found(folder, wider, (it, *on), words, &mut done)?,
            Effect::EndCircle { name, on: last } => {
                let last = last.unwrap_or(*on);
                for below in folder.inside(&mut Vec::new()) {
                    if below.circle().is_ok_and(|it| same(&it.name, name)) {
                        write_end(&below, last, &mut done)?;
                        done.ended.push((below, name.clone(), last));
                    }
                }
            }
            _ => {}
        }
    }
    Ok(done)
}

/// Writes the first file of a new circle into a folder of its name. A folder that is there already may
/// hold anything but another circle.
fn found(
    folder: &Folder,
    wider: &Circle,
    (it, day): (&Founding, NaiveDate),
    words: &Words,
    done: &mut OtherCircles,
) -> Result<()> {
    for name in slug::numbered(slug::slug(&it.name)) {
        let root = folder.path(&name);
        if tree::is_part(&root) || root.symlink_metadata().is_ok_and(|it| !it.is_dir()) {
            continue;
        }
        // What a crash left of an earlier call.
        file::clear(&root);
        let path = root.join(Folder::CIRCLE);
        if path.symlink_metadata().is_err() {
            file::create(&path, &it.first_file(wider, day, words))?;
            done.written.push(named(&path));
            return Ok(());
        }
        let there = Circle::read(&file::text(&path, CIRCLE_LIMIT)?).ok();
        match there.filter(|there| same(&there.name, &it.name)) {
            // Another circle has the folder.
            None => {}
            Some(there) => {
                if there.since != Some(day) {
                    done.conflicts.push(named(&path));
                }
                return Ok(());
            }
        }
    }
    Ok(())
}

fn write_end(below: &Folder, last: NaiveDate, done: &mut OtherCircles) -> Result<()> {
    let path = below.path(Folder::CIRCLE);
    let text = file::text(&path, CIRCLE_LIMIT)?;
    let ended = end(&text, last).map_err(|errors| {
        let err = errors.into_iter().next().expect("a failed read has an error");
        err.in_file(named(&path))
    })?;
    if let Some(ended) = ended {
        file::replace(&path, &ended)?;
        done.written.push(named(&path));
    }
    Ok(())
}
