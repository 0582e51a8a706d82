//! Writes elections into the text of a `circle.toml`, changing only the lines concerned.
//!
//! The file is its owners': it is never written anew, and what somebody changed in a role since
//! the meeting opened is never overwritten.

mod splice;

use chrono::NaiveDate;
use toml::de::DeTable;

use crate::circle::edit::splice::Splices;
use crate::circle::write::pairs;
use crate::circle::{Circle, Role, Term};
use crate::error::Error;
use crate::toml_file::reader::items;

/// What an election changes in a circle's file.
#[derive(Clone, Debug, PartialEq)]
pub struct Seating {
    /// The role's exact name.
    pub role: String,
    /// The role as it stood when the meeting opened; none for a role that is new.
    pub before: Option<Role>,
    /// What a new role is for (may be empty). Not used for a role that exists.
    pub purpose: String,
    /// The role's own term, where the meeting changed it or the role is new.
    pub term: Option<Term>,
    /// Who holds it now.
    pub holder: String,
    /// Since when.
    pub since: NaiveDate,
    /// Until when.
    pub until: NaiveDate,
}

/// What became of writing elections into a circle's file.
#[derive(Clone, Debug, PartialEq)]
pub struct Seated {
    /// The text to write; none where nothing is to be written.
    pub text: Option<String>,
    /// What became of each seating, in the order they were given.
    pub fates: Vec<Fate>,
}

/// What became of one seating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stands in the text to write.
    Written,
    /// Nothing is to be done: it stands in the file, or a later election took its place.
    AlreadyThere,
    /// Somebody changed the role meanwhile, or with it the file would be no good circle.
    LeftAlone,
}

/// Writes elections into the text of a circle's file.
///
/// All are written together, so that two people can change places. Where the file would be no
/// good circle with all of them, those are left alone without which it is one.
///
/// # Errors
///
/// Every problem of the text, where it is no good circle to begin with.
pub fn seat(text: &str, seatings: &[Seating]) -> Result<Seated, Vec<Error>> {
    let circle = Circle::read(text)?;
    let mut fates: Vec<Fate> =
        (0..seatings.len()).map(|it| fate(&circle, &seatings[it], &seatings[it + 1..])).collect();
    while problems(text, &circle, seatings, &fates) > 0 {
        let Some(fewer) = leave_one(text, &circle, seatings, &fates) else { break };
        fates = fewer;
    }
    let text = fates.contains(&Fate::Written).then(|| write(text, &circle, seatings, &fates));
    Ok(Seated { text, fates })
}

/// Says what becomes of a seating as far as its role tells; `later` are those that follow it.
fn fate(circle: &Circle, seating: &Seating, later: &[Seating]) -> Fate {
    if later.iter().any(|it| it.role == seating.role) {
        return Fate::AlreadyThere;
    }
    let before = seating.before.as_ref();
    let Some(role) = circle.roles.iter().find(|it| it.name == seating.role) else {
        return if before.is_none() { Fate::Written } else { Fate::LeftAlone };
    };
    let held = holding(role);
    let elected = (Some(seating.holder.as_str()), Some(seating.since), Some(seating.until));
    if held == elected && (seating.term.is_none() || seating.term == role.term) {
        return Fate::AlreadyThere;
    }
    // Asked before the dates are compared: a holder may be replaced before their term begins.
    if held == before.map(holding).unwrap_or_default() {
        return Fate::Written;
    }
    if role.since > Some(seating.since) { Fate::AlreadyThere } else { Fate::LeftAlone }
}

/// Who holds a role, since when, and until when.
fn holding(role: &Role) -> (Option<&str>, Option<NaiveDate>, Option<NaiveDate>) {
    (role.holder.as_deref(), role.since, role.until)
}

/// Counts what would be wrong with the file.
fn problems(text: &str, circle: &Circle, seatings: &[Seating], fates: &[Fate]) -> usize {
    let text = write(text, circle, seatings, fates);
    Circle::read(&text).map_or_else(|errors| errors.len(), |_| 0)
}

/// Leaves alone the one seating without which the least is wrong: of several, the last.
fn leave_one(
    text: &str,
    circle: &Circle,
    seatings: &[Seating],
    fates: &[Fate],
) -> Option<Vec<Fate>> {
    let written = (0..fates.len()).rev().filter(|it| fates[*it] == Fate::Written);
    let without = written.map(|it| {
        let mut fates = fates.to_vec();
        fates[it] = Fate::LeftAlone;
        fates
    });
    without.min_by_key(|it| problems(text, circle, seatings, it))
}

/// Writes into the text what is to be written, whether it may stand there or not.
fn write(text: &str, circle: &Circle, seatings: &[Seating], fates: &[Fate]) -> String {
    let table = DeTable::parse(text).expect("a circle was read from the text");
    let list = table.get_ref().get("role");
    let tables = list.map_or(&[][..], items);
    let mut splices = Splices::new(text);
    let mut new = Vec::new();
    let written = seatings.iter().zip(fates).filter(|(_, fate)| **fate == Fate::Written);
    for (seating, _) in written {
        let mut roles = circle.roles.iter().zip(tables);
        match roles.find(|(role, _)| role.name == seating.role) {
            Some((role, table)) => {
                splices.change(table, &pairs(role), &pairs(&seated(circle, role, seating)));
            }
            None => new.push(pairs(&seated(circle, &unheld(seating), seating))),
        }
    }
    // Last, so that what is added to the last role stands before the roles that are new.
    splices.append(list, &new);
    splices.done()
}

/// Returns the role as it is after the seating.
fn seated(circle: &Circle, role: &Role, seating: &Seating) -> Role {
    Role {
        term: seating.term.or(role.term),
        holder: Some(seating.holder.clone()),
        outside: circle.seat(&seating.holder).is_none(),
        since: Some(seating.since),
        until: Some(seating.until),
        ..role.clone()
    }
}

/// Returns a role that is new, before anybody holds it.
fn unheld(seating: &Seating) -> Role {
    Role {
        name: seating.role.clone(),
        kind: None,
        purpose: seating.purpose.clone(),
        term: None,
        holder: None,
        outside: false,
        since: None,
        until: None,
    }
}

#[cfg(test)]
mod tests;
