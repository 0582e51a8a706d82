//! Writes elections into the text of a `circle.toml`, changing only the lines concerned.
//!
//! The file is never written as a whole, and a role that somebody changed since the meeting opened
//! is never overwritten.

mod decided;
mod splice;

use chrono::NaiveDate;
pub(crate) use decided::{Change, change, end};
use toml::de::DeTable;

use crate::circle::edit::splice::Splices;
use crate::circle::{Circle, Next, Renames, Role, Term};
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
    /// The day of the close. Who begins after it is the next holder of the role.
    pub on: NaiveDate,
}

impl RoleChange {
    /// Returns it with people and the role under their present names: the meeting was held under those
    /// of its day.
    pub(crate) fn renamed(mut self, renames: &Renames) -> Self {
        renames.role(&mut self.role);
        renames.people([&mut self.holder]);
        if let Some(before) = &mut self.before {
            renames.role(&mut before.name);
            let next = before.next.as_mut().map(|it| &mut it.holder);
            renames.people(before.holder.iter_mut().chain(next));
        }
        self
    }

    /// Returns whether this later change to the same role takes the place of an earlier one.
    fn displaces(&self, earlier: &Self) -> bool {
        let overlaps = self.since < earlier.until && earlier.since < self.until;
        overlaps || self.since == earlier.since
    }
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
        let displaces = |it: &RoleChange| it.role == change.role && it.displaces(change);
        if later.iter().any(displaces) {
            return ChangeResult::AlreadyThere;
        }
        let before = change.before.as_ref();
        let Some(role) = self.circle.roles.iter().find(|it| it.name == change.role) else {
            return if before.is_none() { ChangeResult::Written } else { ChangeResult::LeftAlone };
        };
        let elected = self.changed(role, change);
        if holding(role) == holding(&elected) && elected.term == role.term {
            return ChangeResult::AlreadyThere;
        }
        let role = self.circle.advanced(role, change.on);
        // There is room for one next holder, and only where nobody wrote it over several lines.
        let before_it = role.next.as_ref().filter(|it| it.since < change.since);
        if before_it.is_some_and(|it| it.until <= change.since) || !self.is_one_line(&role.name) {
            return ChangeResult::LeftAlone;
        }
        // Before the dates are compared: a holder may be replaced before their term begins.
        let before = before.map(|it| self.circle.advanced(it, change.on)).unwrap_or_default();
        if holding(&role) == holding(&before) {
            return ChangeResult::Written;
        }
        let next = role.next.as_ref().filter(|_| change.since > change.on);
        if next.map(|it| it.since).or(role.since) > Some(change.since) {
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
        let changes = self.role_changes.iter().zip(results);
        let changes = changes.filter(|(_, result)| **result == ChangeResult::Written);
        // A role may be given for now and for later in one meeting.
        let mut given: Vec<Role> = Vec::new();
        for (change, _) in changes {
            if let Some(role) = given.iter_mut().find(|it| it.name == change.role) {
                *role = self.changed(role, change);
                continue;
            }
            let role = self.circle.roles.iter().find(|it| it.name == change.role);
            given.push(self.changed(role.unwrap_or(&unheld(change)), change));
        }
        for (role, table) in self.circle.roles.iter().zip(tables) {
            if let Some(new) = given.iter().find(|it| it.name == role.name) {
                splices.change(table, &role.pairs(), &new.pairs());
            }
        }
        let is_new = |it: &&Role| self.circle.roles.iter().all(|role| role.name != it.name);
        let new: Vec<_> = given.iter().filter(is_new).map(Table::pairs).collect();
        // Last, so that lines added to the last role come before the new roles.
        splices.append(list, &new);
        splices.done()
    }

    /// Returns whether the next holder of a role, if there is one, is written as `next = { ... }`.
    fn is_one_line(&self, role: &str) -> bool {
        let table = DeTable::parse(self.text).expect("a circle was read from the text");
        let roles = table.get_ref().get("role").map_or(&[][..], items);
        let at = self.circle.roles.iter().position(|it| it.name == role);
        let role = at.and_then(|at| roles.get(at)?.get_ref().as_table());
        let next = role.and_then(|it| it.get("next"));
        next.is_none_or(|it| self.text[it.span()].starts_with('{'))
    }

    /// Returns the role after the change. Who begins after the day of the meeting is the next holder.
    fn changed(&self, role: &Role, change: &RoleChange) -> Role {
        let days = (change.since, change.until);
        let given = self.circle.given(role, &change.holder, days, change.on);
        Role { term: change.term.or(role.term), ..given }
    }
}

/// Returns a new role, before anybody holds it.
fn unheld(change: &RoleChange) -> Role {
    Role { name: change.role.clone(), purpose: change.purpose.clone(), ..Role::default() }
}

/// Who holds a role, since when and until when, and who holds it next.
type Holding<'r> = (Option<&'r str>, Option<NaiveDate>, Option<NaiveDate>, Option<&'r Next>);

/// Returns who holds a role, since when and until when, and who holds it next.
fn holding(role: &Role) -> Holding<'_> {
    (role.holder.as_deref(), role.since, role.until, role.next.as_ref())
}

#[cfg(test)]
mod tests;
