//! What `rounds check` remarks about a circle that is no problem of a single file.

use crate::circle::Circle;
use crate::cli::language_missing;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::MeetingId;
use crate::records::query::left::StillSees;
use crate::records::{Decision, FrontMatter};
use crate::store::{Archive, Folder, clock, file, zone};

/// Returns the remarks about a circle: a language without words, a time zone that the system does not
/// know, and what those who left still see to.
pub(super) fn of_circle(archive: &Archive, circle: &Circle) -> Result<Vec<Error>> {
    let folder = &archive.folder;
    let left = archive.left_behind(circle, clock::now().date_naive())?;
    let remarks = language_missing(folder, circle).into_iter().chain(zone_unknown(folder, circle));
    Ok(remarks.chain(left.iter().map(|it| left_note(folder, it))).collect())
}

fn left_note(folder: &Folder, left: &StillSees) -> Error {
    let path = if left.is_action {
        MeetingId::new(left.place.as_str()).journal()
    } else {
        Decision::path(&left.place)
    };
    let remark = Error::new(left.said()).hint(say!("hint-left"));
    remark.in_file(file::named(&folder.path(path)))
}

fn zone_unknown(folder: &Folder, circle: &Circle) -> Option<Error> {
    let zone = circle.plan.zone.as_ref().filter(|it| !zone::is_known(it))?;
    let remark = Error::new(say!("note-zone-unknown", zone = zone)).hint(say!("hint-zone-unknown"));
    Some(remark.in_file(file::named(&folder.path(Folder::CIRCLE))))
}
