//! People from outside the circle who own actions, see to decisions, propose, or bring an item:
//! `Tia (outside)`.

use std::collections::HashSet;

use crate::dialogue::Talk;
use crate::dialogue::names::{self, Names};
use crate::dialogue::nomination::OUTSIDE;
use crate::dialogue::opening::non_member;
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::meeting::{Amended, What, first_and_further};
use crate::records::OpenAction;

impl Talk<'_> {
    /// Finds everyone in a list of members, guests present and `NAME (outside)`: the first of them,
    /// and the others.
    pub(super) fn owners_or_outsiders(&self, list: &str) -> Result<(String, Vec<String>)> {
        let (first, with) = first_and_further(self.with_outsiders(list, &[])?);
        Ok((first.unwrap_or_default(), with))
    }

    /// Returns whether somebody in a list is marked as from outside.
    pub(super) fn names_outsider(&self, list: &str) -> bool {
        let parts = Names::new(self.known()).split_marked(list, OUTSIDE, self.words);
        parts.iter().any(|it| names::before_mark(it, OUTSIDE).is_some())
    }

    /// Returns the members, the guests present, and those from outside who were named before.
    pub(super) fn known_or_outside(&self) -> Vec<String> {
        self.known().into_iter().map(str::to_owned).chain(self.outsiders()).collect()
    }

    /// Finds everyone in a list of members, guests present, `roles` and `NAME (outside)`. The mark may
    /// be left out after the first time, where the name is typed whole.
    pub(super) fn with_outsiders(&self, list: &str, roles: &[&str]) -> Result<Vec<String>> {
        let (known, members) = (Names::new(self.known()), Names::new(self.members()));
        let all = Names::new(self.known().into_iter().chain(roles.iter().copied()).collect());
        let (roles, outsiders) = (Names::new(roles.to_vec()), self.outsiders());
        let outsiders = Names::new(outsiders.iter().map(String::as_str).collect());
        let guests = Names::new(self.state().guests.iter().map(String::as_str).collect());
        let find = |typed: &str| -> Result<String> {
            // Where something is missing, an error names all that was typed.
            let typed = if typed.is_empty() { list } else { typed };
            if let Some(name) = names::before_mark(typed, OUTSIDE) {
                let known = guests.whole(name).or_else(|| outsiders.whole(name));
                return known.map_or_else(|| non_member(&members, name), |it| Ok(it.to_owned()));
            }
            if let Some(role) = roles.whole(typed) {
                return Ok(role.to_owned());
            }
            let found = known.find(typed).or_else(|err| outsiders.whole(typed).ok_or(err));
            found.map(str::to_owned).map_err(|err| hinted(err, typed))
        };
        let (mut found, mut seen) = (Vec::new(), HashSet::new());
        for typed in all.split_marked(list, OUTSIDE, self.words) {
            let name = find(typed)?;
            if seen.insert(name.clone()) {
                found.push(name);
            }
        }
        Ok(found)
    }

    /// Returns those who are neither members nor roles and whom this meeting, or an open action, has
    /// named.
    fn outsiders(&self) -> Vec<String> {
        let mut named: Vec<String> =
            self.background.actions.iter().flat_map(OpenAction::people).collect();
        for fact in self.meeting.standing() {
            match &fact.what {
                What::Assigned { responsible }
                | What::Amended(Amended { responsible: Some(responsible), .. }) => {
                    named.extend_from_slice(responsible);
                }
                what @ (What::Action { .. }
                | What::Proposed { .. }
                | What::Reassigned(_)
                | What::Listed(_)
                | What::Began(_)) => named.extend(what.people()),
                _ => {}
            }
        }
        let circle = self.meeting.circle();
        let is_inside = |it: &String| {
            circle.seat(it).is_some() || circle.roles.iter().any(|role| role.name == *it)
        };
        named.retain(|it| !is_inside(it));
        named
    }
}

/// Finds everyone in a list of members and `NAME (outside)`, each once, outside of a meeting.
pub(crate) fn members_or_outsiders(
    members: &[String],
    list: &str,
    words: &Words,
) -> Result<Vec<String>> {
    let members = Names::new(members.iter().map(String::as_str).collect());
    let mut found: Vec<String> = Vec::new();
    for typed in members.split_marked(list, OUTSIDE, words) {
        // Where something is missing, an error names all that was typed.
        let typed = if typed.is_empty() { list } else { typed };
        let name = match names::before_mark(typed, OUTSIDE) {
            Some(name) => non_member(&members, name)?,
            None => members.find(typed)?.to_owned(),
        };
        if !found.contains(&name) {
            found.push(name);
        }
    }
    Ok(found)
}

/// Says how somebody from outside is typed, where the names that can be typed are listed.
fn hinted(err: Error, typed: &str) -> Error {
    match err.hint {
        Some(ref hint) if hint.key == "hint-names" => {
            Error { hint: Some(say!("hint-outside", who = typed)), ..err }
        }
        _ => err,
    }
}
