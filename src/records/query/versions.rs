//! Finds the versions of a decision or an election that were put to the circle.

use crate::circle::Renames;
use crate::meeting::{Item, Meeting, Outcome, Version, What};
use crate::records::Record;
use crate::text::{clean, same};

/// Returns the versions of a record that its meeting put to the circle, with people under their
/// present names; empty if no item of the meeting gives the record.
pub(crate) fn versions(meeting: &Meeting, record: Record<'_>, renames: &Renames) -> Vec<Version> {
    let mut items = meeting.state().items.iter();
    let item = items.find(|it| gives(meeting, it, record, renames));
    let mut versions = item.map(|it| it.versions.clone()).unwrap_or_default();
    let nominees = versions.iter_mut().filter_map(|it| it.wording.nominee.as_mut());
    renames.people(nominees.map(|it| &mut it.name));
    versions
}

/// Returns whether a record, with people and roles under their present names, comes from an item.
fn gives(meeting: &Meeting, item: &Item, record: Record<'_>, renames: &Renames) -> bool {
    let announced = match item.outcome {
        Some(Outcome::Adopted(index) | Outcome::Elected(index)) => meeting.fact(index),
        _ => None,
    };
    match (announced.map(|it| &it.what), record) {
        (Some(What::Adopted(made)), Record::Decision(it)) => clean(&made.title) == it.title,
        (Some(What::Elected(made)), Record::Election(it)) => {
            let (mut role, mut elected) = (made.role.clone(), made.elected.clone());
            renames.role(&mut role);
            renames.people([&mut elected]);
            same(&role, &it.role) && elected == it.elected
        }
        _ => false,
    }
}
