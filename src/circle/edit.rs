//! Writes elections into the text of a `circle.toml`, changing only the lines concerned.
//!
//! The file is never written as a whole, and a role that somebody changed since the meeting opened
//! is never overwritten.

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
    /// The role as it was when the meeting opened; `None` for a new role.
    pub before: Option<Role>,
    /// The purpose of a new role, which may be empty. Not used for other roles.
    pub purpose: String,
    /// The role's own term, if the meeting changed it or the role is new.
    pub term: Option<Term>,
    pub holder: String,
    pub since: NaiveDate,
    pub until: NaiveDate,
}

/// The result of writing elections into a circle's file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FileUpdate {
    /// The text to write; `None` where nothing changes.
    pub text: Option<String>,
    /// The result of each change, in the order of the changes.
    pub results: Vec<ChangeResult>,
}

/// The result of one change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChangeResult {
    /// The change is in the text to write.
    Written,
    /// Nothing to do: the file has it already, or a later election replaces it.
    AlreadyThere,
    /// Not written: somebody changed the role meanwhile, or the circle would be invalid.
    LeftAlone,
}

/// Writes elections into the text of a circle's file. Fails if the text is not a valid circle.
///
/// All changes are applied together, so that two people can exchange their roles. If the circle
/// would then be invalid, as few changes as possible are left out.
pub(crate) fn seat(text: &str, role_changes: &[RoleChange]) -> Result<FileUpdate, Vec<Error>> {
    let edit = Edit { text, circle: Circle::read(text)?, role_changes };
    let mut results: Vec<ChangeResult> = (0..role_changes.len())
        .map(|index| edit.expected_result(&role_changes[index], &role_changes[index + 1..]))
        .collect();
    while edit.problems(&results) > 0 {
        let Some(fewer) = edit.without_one(&results) else { break };
        results = fewer;
    }
    let text = results.contains(&ChangeResult::Written).then(|| edit.write(&results));
    Ok(FileUpdate { text, results })
}

/// A circle's file and the changes to make in it.
struct Edit<'a> {
    text: &'a str,
    circle: Circle,
    role_changes: &'a [RoleChange],
}

impl Edit<'_> {
    /// Returns the result of a change by itself, followed by the changes in `later`.
    fn expected_result(&self, change: &RoleChange, later: &[RoleChange]) -> ChangeResult {
        if later.iter().any(|it| it.role == change.role) {
            return ChangeResult::AlreadyThere;
        }
        let before = change.before.as_ref();
        let Some(role) = self.circle.roles.iter().find(|it| it.name == change.role) else {
            return if before.is_none() { ChangeResult::Written } else { ChangeResult::LeftAlone };
        };
        let held = holding(role);
        let elected = (Some(change.holder.as_str()), Some(change.since), Some(change.until));
        if held == elected && (change.term.is_none() || change.term == role.term) {
            return ChangeResult::AlreadyThere;
        }
        // Before the dates are compared: a holder may be replaced before their term begins.
        if held == before.map(holding).unwrap_or_default() {
            return ChangeResult::Written;
        }
        if role.since > Some(change.since) {
            ChangeResult::AlreadyThere
        } else {
            ChangeResult::LeftAlone
        }
    }

    /// Counts the problems that the changed file would have.
    fn problems(&self, results: &[ChangeResult]) -> usize {
        Circle::read(&self.write(results)).map_or_else(|errors| errors.len(), |_| 0)
    }

    /// Leaves out the one change without which the fewest problems remain: of several, the last.
    fn without_one(&self, results: &[ChangeResult]) -> Option<Vec<ChangeResult>> {
        let written = (0..results.len()).rev().filter(|it| results[*it] == ChangeResult::Written);
        let without = written.map(|index| {
            let mut results = results.to_vec();
            results[index] = ChangeResult::LeftAlone;
            results
        });
        without.min_by_key(|results| self.problems(results))
    }

    /// Returns the text with the changes whose result is `Written`, even if it is invalid.
    fn write(&self, results: &[ChangeResult]) -> String {
        let table = DeTable::parse(self.text).expect("a circle was read from the text");
        let list = table.get_ref().get("role");
        let tables = list.map_or(&[][..], items);
        let mut splices = Splices::new(self.text);
        let mut new = Vec::new();
        let changes = self.role_changes.iter().zip(results);
        for (change, _) in changes.filter(|(_, result)| **result == ChangeResult::Written) {
            let mut roles = self.circle.roles.iter().zip(tables);
            if let Some((role, table)) = roles.find(|(role, _)| role.name == change.role) {
                splices.change(table, &role.pairs(), &self.changed(role, change).pairs());
            } else {
                new.push(self.changed(&unheld(change), change).pairs());
            }
        }
        // Last, so that lines added to the last role come before the new roles.
        splices.append(list, &new);
        splices.done()
    }

    /// Returns the role after the change.
    fn changed(&self, role: &Role, change: &RoleChange) -> Role {
        Role {
            term: change.term.or(role.term),
            holder: Some(change.holder.clone()),
            outside: self.circle.seat(&change.holder).is_none(),
            since: Some(change.since),
            until: Some(change.until),
            ..role.clone()
        }
    }
}

/// Returns a new role, before anybody holds it.
fn unheld(change: &RoleChange) -> Role {
    Role { name: change.role.clone(), purpose: change.purpose.clone(), ..Role::default() }
}

/// Returns who holds a role, since when, and until when.
fn holding(role: &Role) -> (Option<&str>, Option<NaiveDate>, Option<NaiveDate>) {
    (role.holder.as_deref(), role.since, role.until)
}

#[cfg(test)]
mod tests;
