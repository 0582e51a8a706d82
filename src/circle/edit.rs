//! Writes elections into the text of a `circle.toml`, changing only the lines concerned.
//!
//! The file is its owners': it is never written anew, and what somebody changed in a role since
//! the meeting opened is never overwritten.

mod splice;

use chrono::NaiveDate;
use toml::de::DeTable;

use crate::circle::edit::splice::Splices;
use crate::circle::{Circle, Role, Term};
use crate::error::Error;
use crate::toml_file::fields::Table;
use crate::toml_file::reader::items;

/// What an election changes in a circle's file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RoleChange {
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
pub(crate) struct FileUpdate {
    /// The text to write; none where nothing is to be written.
    pub text: Option<String>,
    /// What became of each seating, in the order they were given.
    pub results: Vec<ChangeResult>,
}

/// What became of one seating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChangeResult {
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
pub(crate) fn seat(text: &str, role_changes: &[RoleChange]) -> Result<FileUpdate, Vec<Error>> {
    let circle = Circle::read(text)?;
    let mut results: Vec<ChangeResult> = (0..role_changes.len())
        .map(|it| fate(&circle, &role_changes[it], &role_changes[it + 1..]))
        .collect();
    while problems(text, &circle, role_changes, &results) > 0 {
        let Some(fewer) = leave_one(text, &circle, role_changes, &results) else { break };
        results = fewer;
    }
    let text = results
        .contains(&ChangeResult::Written)
        .then(|| write(text, &circle, role_changes, &results));
    Ok(FileUpdate { text, results })
}

/// Says what becomes of a seating as far as its role tells; `later` are those that follow it.
fn fate(circle: &Circle, role_change: &RoleChange, later: &[RoleChange]) -> ChangeResult {
    if later.iter().any(|it| it.role == role_change.role) {
        return ChangeResult::AlreadyThere;
    }
    let before = role_change.before.as_ref();
    let Some(role) = circle.roles.iter().find(|it| it.name == role_change.role) else {
        return if before.is_none() { ChangeResult::Written } else { ChangeResult::LeftAlone };
    };
    let held = holding(role);
    let elected =
        (Some(role_change.holder.as_str()), Some(role_change.since), Some(role_change.until));
    if held == elected && (role_change.term.is_none() || role_change.term == role.term) {
        return ChangeResult::AlreadyThere;
    }
    // Asked before the dates are compared: a holder may be replaced before their term begins.
    if held == before.map(holding).unwrap_or_default() {
        return ChangeResult::Written;
    }
    if role.since > Some(role_change.since) {
        ChangeResult::AlreadyThere
    } else {
        ChangeResult::LeftAlone
    }
}

/// Who holds a role, since when, and until when.
fn holding(role: &Role) -> (Option<&str>, Option<NaiveDate>, Option<NaiveDate>) {
    (role.holder.as_deref(), role.since, role.until)
}

/// Counts what would be wrong with the file.
fn problems(
    text: &str,
    circle: &Circle,
    role_changes: &[RoleChange],
    results: &[ChangeResult],
) -> usize {
    let text = write(text, circle, role_changes, results);
    Circle::read(&text).map_or_else(|errors| errors.len(), |_| 0)
}

/// Leaves alone the one seating without which the least is wrong: of several, the last.
fn leave_one(
    text: &str,
    circle: &Circle,
    role_changes: &[RoleChange],
    results: &[ChangeResult],
) -> Option<Vec<ChangeResult>> {
    let written = (0..results.len()).rev().filter(|it| results[*it] == ChangeResult::Written);
    let without = written.map(|it| {
        let mut results = results.to_vec();
        results[it] = ChangeResult::LeftAlone;
        results
    });
    without.min_by_key(|it| problems(text, circle, role_changes, it))
}

/// Writes into the text what is to be written, whether it may stand there or not.
fn write(
    text: &str,
    circle: &Circle,
    role_changes: &[RoleChange],
    results: &[ChangeResult],
) -> String {
    let table = DeTable::parse(text).expect("a circle was read from the text");
    let list = table.get_ref().get("role");
    let tables = list.map_or(&[][..], items);
    let mut splices = Splices::new(text);
    let mut new = Vec::new();
    let written =
        role_changes.iter().zip(results).filter(|(_, fate)| **fate == ChangeResult::Written);
    for (role_change, _) in written {
        let mut roles = circle.roles.iter().zip(tables);
        match roles.find(|(role, _)| role.name == role_change.role) {
            Some((role, table)) => {
                let changed = seated(circle, role, role_change);
                splices.change(table, &role.pairs(), &changed.pairs());
            }
            None => new.push(seated(circle, &unheld(role_change), role_change).pairs()),
        }
    }
    // Last, so that what is added to the last role stands before the roles that are new.
    splices.append(list, &new);
    splices.done()
}

/// Returns the role as it is after the seating.
fn seated(circle: &Circle, role: &Role, role_change: &RoleChange) -> Role {
    Role {
        term: role_change.term.or(role.term),
        holder: Some(role_change.holder.clone()),
        outside: circle.seat(&role_change.holder).is_none(),
        since: Some(role_change.since),
        until: Some(role_change.until),
        ..role.clone()
    }
}

/// Returns a role that is new, before anybody holds it.
fn unheld(role_change: &RoleChange) -> Role {
    Role {
        name: role_change.role.clone(),
        kind: None,
        purpose: role_change.purpose.clone(),
        term: None,
        holder: None,
        outside: false,
        since: None,
        until: None,
    }
}

#[cfg(test)]
mod tests;
