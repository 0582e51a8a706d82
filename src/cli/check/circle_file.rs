//! What the circle's file says against the records, and against the day.

use crate::circle::Circle;
use crate::cli::finish;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::records::{Election, Unapplied};
use crate::store::{Archive, Folder, clock, file};

/// Finds that too few members are left today, the roles whose holder or term differs from the latest
/// election or that had ended before it, and the changes of decisions that are not in the file.
pub(super) fn problems(archive: &Archive, circle: &Circle) -> Result<Vec<Error>> {
    let today = clock::now().date_naive();
    let elected = |it: &Election| {
        let err = Error::new(say!("error-role-differs", role = &it.role, id = &it.id));
        err.hint(finish::as_elected(&it.elected, it.since, it.until))
    };
    let too_few = circle.on(today).check_members().err();
    let differing = archive.unseated(circle, today)?.into_iter().map(elected);
    let late = archive.elected_too_late(circle)?.into_iter().map(|(it, last)| {
        let err = say!("error-role-elected-late", role = &it.role, id = &it.id, date = last);
        Error::new(err).hint(say!("hint-role-elected-late", role = &it.role))
    });
    let (missing, _) = archive.unapplied(circle, today)?;
    let missing = missing.iter().map(not_done);
    let (undone, file) =
        (archive.unended_circles(today)?, file::named(&archive.folder.path(Folder::CIRCLE)));
    let found = too_few
        .into_iter()
        .chain(differing)
        .chain(late)
        .chain(missing)
        .chain(undone.iter().map(not_done));
    Ok(found.map(|it| it.in_file(&file)).collect())
}

/// Finds the circles that were founded right below and are not there. They may have another name or
/// place now, so that this is no problem.
pub(super) fn notes(archive: &Archive) -> Result<Vec<Error>> {
    let undone = archive.undone_circles(clock::now().date_naive())?;
    let founded = undone.iter().filter_map(|it| Some((it.change.effect.founding()?, &it.id)));
    let notes =
        founded.map(|(it, id)| Error::new(say!("note-founded-gone", circle = &it.name, id = id)));
    Ok(notes.map(|it| it.hint(say!("hint-founded-gone"))).collect())
}

pub(crate) fn not_done(it: &Unapplied) -> Error {
    let effect = it.change.effect.to_string();
    let err = Error::new(say!("error-unapplied", id = &it.id, effect = effect));
    err.hint(say!("hint-unapplied"))
}
