//! Founds and ends circles right below a circle, as its decisions say.
//!
//! Nothing else of another circle is ever written, except for topics that go to it.

use chrono::NaiveDate;

use crate::circle::{Change, Circle, Effect, Founding, end};
use crate::error::{Error, Result};
use crate::lang::{Words, say};
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
    /// The errors of files that cannot be read, because of which a circle was not found. The next call
    /// tries again.
    pub unread: Vec<Error>,
    /// What could not be done.
    pub undone: Vec<Error>,
    /// The folders of the circles that end, with their last days.
    pub ended: Vec<(Folder, NaiveDate)>,
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
                ended(folder, name, last.unwrap_or(*on), &mut done)?;
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
            // Another circle has the folder, or one of that name that has ended.
            None => {}
            Some(there) if there.ended.is_some_and(|last| last < day) => {}
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

/// Writes the last day of a circle right below into its file.
fn ended(folder: &Folder, name: &str, last: NaiveDate, done: &mut OtherCircles) -> Result<()> {
    let (mut unread, mut found) = (Vec::new(), None);
    for below in folder.inside(&mut unread) {
        match below.circle() {
            Ok(circle) if same(&circle.name, name) => found = Some((below, circle)),
            Ok(_) => {}
            Err(errors) => unread.extend(errors),
        }
    }
    let Some((below, circle)) = found else {
        if unread.is_empty() {
            done.undone.push(Error::new(say!("error-circle-gone", circle = name)));
        }
        done.unread.extend(unread);
        return Ok(());
    };
    let path = below.path(Folder::CIRCLE);
    if let Some(there) = circle.ended.filter(|it| *it != last) {
        let name = &circle.name;
        let err = say!("error-circle-ends-otherwise", circle = name, there = there, date = last);
        done.undone.push(Error::new(err).in_file(named(&path)));
        return Ok(());
    }
    let text = file::text(&path, CIRCLE_LIMIT)?;
    let text = end(&text, last).map_err(|errors| {
        let err = errors.into_iter().next().expect("a failed read has an error");
        err.in_file(named(&path))
    })?;
    if let Some(text) = text {
        file::replace(&path, &text)?;
        done.written.push(named(&path));
    }
    done.ended.push((below, last));
    Ok(())
}
