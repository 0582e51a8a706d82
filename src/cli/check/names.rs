//! Names that `rounds check` remarks because they are easily taken for one another, and journals whose
//! names are not those of their day.

use std::cell::LazyCell;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::NaiveDate;

use crate::circle::{Circle, ListedPerson};
use crate::error::Error;
use crate::lang::say;
use crate::meeting::MeetingId;
use crate::store::{Folder, file};
use crate::text::{clean, fold, look, mixes_scripts, nearest_hint};

/// The names of all circles of the tree, read when they are first asked for.
pub(super) type CircleNames = LazyCell<Vec<String>, Box<dyn FnOnce() -> Vec<String>>>;

/// Returns the names of a circle and all below it. Errors are ignored, because other circles are not
/// checked.
pub(super) fn of_circles(top: Folder) -> CircleNames {
    LazyCell::new(Box::new(move || {
        let all = top.below(&mut Vec::new());
        all.iter().filter_map(|it| Some(clean(&it.folder.circle().ok()?.name))).collect()
    }))
}

/// Returns a remark for each name of a circle that looks like another one or mixes scripts: those of
/// its members and of the holders from outside, of its roles, and its own among `circles`.
pub(super) fn alike(folder: &Folder, circle: &Circle, circles: &[String]) -> Vec<Error> {
    let mut people = circle.names();
    people.extend(circle.roles.iter().filter(|it| it.outside).filter_map(|it| it.holder.clone()));
    let roles: Vec<String> = circle.roles.iter().map(|it| it.name.clone()).collect();
    let mut found = remarks(&people, &[]);
    found.extend(remarks(&roles, &[]));
    found.extend(remarks(std::slice::from_ref(&circle.name), circles));
    let name = file::named(&folder.path(Folder::CIRCLE));
    found.into_iter().map(|it| it.in_file(&name)).collect()
}

/// Returns a remark for each guest of a meeting whose name looks like that of somebody else.
pub(super) fn guests_alike(guests: &[String], members: &[String], name: &str) -> Vec<Error> {
    remarks(guests, members).into_iter().map(|it| it.in_file(name)).collect()
}

/// Returns an error for each member or holder from outside of some circles who is not among the listed
/// people, once for each name, and for each who left the organisation before a day.
pub(super) fn unlisted<'c>(
    circles: impl Iterator<Item = (&'c Folder, &'c Circle)>,
    listed: &[ListedPerson],
    today: NaiveDate,
) -> Vec<Error> {
    let names = || listed.iter().flat_map(ListedPerson::names);
    let each = listed.iter().flat_map(|it| it.names().map(move |name| (fold(name), Some(it))));
    let mut known: HashMap<String, Option<&ListedPerson>> = each.collect();
    let mut found = Vec::new();
    for (folder, circle) in circles {
        let outside = circle.roles.iter().filter(|it| it.outside);
        let holders = outside.filter_map(|it| it.holder.as_ref());
        for name in circle.members.iter().map(|it| &it.name).chain(holders) {
            let err = match known.entry(fold(name)) {
                Entry::Vacant(it) => {
                    it.insert(None);
                    let near = nearest_hint(name, names().map(String::as_str));
                    let err = Error::new(say!("error-unlisted-person", name = name));
                    err.hint(near.unwrap_or_else(|| say!("hint-unlisted")))
                }
                Entry::Occupied(it) => {
                    let left = it.get().and_then(|it| it.left);
                    let Some(left) = left.filter(|it| *it < today) else { continue };
                    let err = Error::new(say!("error-listed-left", name = name, date = left));
                    err.hint(say!("hint-listed-left"))
                }
            };
            found.push(err.in_file(file::named(&folder.path(Folder::CIRCLE))));
        }
    }
    found
}

/// Compares each of the names with those before it, and with `others`.
fn remarks(names: &[String], others: &[String]) -> Vec<Error> {
    let mut found = Vec::new();
    // Of each look the first two names that differ in more than case and accents, folded: the one
    // or the other differs from any further name.
    let mut looks: HashMap<String, Vec<(String, &str)>> = HashMap::new();
    for (index, name) in others.iter().chain(names).enumerate() {
        let (alike, folded) = (looks.entry(look(name)).or_default(), fold(name));
        let other = alike.iter().find(|(it, _)| *it != folded).map(|(_, other)| *other);
        if alike.len() < 2 && alike.iter().all(|(it, _)| *it != folded) {
            alike.push((folded, name));
        }
        if index < others.len() {
            continue;
        }
        if let Some(word) = mixes_scripts(name) {
            let mixed = Error::new(say!("note-name-mixes-scripts", name = name, word = word));
            found.push(mixed.hint(say!("hint-names-mixed")));
        }
        if let Some(other) = other {
            let alike = Error::new(say!("note-names-alike", name = name, other = other));
            found.push(alike.hint(say!("hint-names-alike")));
        }
    }
    found
}

/// Finds a journal that is not named by the day on which its meeting opened: `2026-09-05`, or
/// `2026-09-05-2` for the second one. The name in the hint is free, also for its minutes.
pub(super) fn misnamed(day: NaiveDate, id: &MeetingId, folder: &Folder) -> Option<Error> {
    if id.is_on(day) && id.number().is_some() {
        return None;
    }
    let is_there = |path: String| folder.path(path).symlink_metadata().is_ok();
    let has_minutes = is_there(id.minutes());
    let is_taken = |it: &MeetingId| is_there(it.journal()) || has_minutes && is_there(it.minutes());
    let mut ids = (1..).map(|number| MeetingId::on(day, number));
    let free = ids.find(|it| !is_taken(it))?;
    let message = say!("error-journal-name", day = day.to_string(), name = id.as_str());
    Some(Error::new(message).hint(say!("hint-journal-name", day = free.to_string())))
}
