//! The names that people and roles had before, under which older files name them.

use std::collections::HashMap;

use crate::circle::Circle;
use crate::text::fold;

/// The present names of people and roles by their former ones, without case and accents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Renames {
    people: HashMap<String, String>,
    roles: HashMap<String, String>,
}

impl Circle {
    /// Returns the names that were changed. A former name that somebody else has now is theirs.
    pub(crate) fn renames(&self) -> Renames {
        let people = self.members.iter().map(|it| (&it.name, &it.formerly));
        let roles = self.roles.iter().map(|it| (&it.name, &it.formerly));
        Renames { people: by_former(people), roles: by_former(roles) }
    }
}

fn by_former<'c>(
    names: impl Iterator<Item = (&'c String, &'c Vec<String>)> + Clone,
) -> HashMap<String, String> {
    let now: Vec<String> = names.clone().map(|(name, _)| fold(name)).collect();
    let each =
        names.flat_map(|(name, former)| former.iter().map(move |it| (fold(it), name.clone())));
    each.filter(|(former, _)| !now.contains(former)).collect()
}

impl Renames {
    /// Returns whether no name was changed.
    pub(crate) fn is_empty(&self) -> bool {
        self.people.is_empty() && self.roles.is_empty()
    }

    /// Gives people their present names. Lists of those who see to something name roles too.
    pub(crate) fn people<'n>(&self, names: impl IntoIterator<Item = &'n mut String>) {
        for name in names {
            rename(&self.people, name);
        }
    }

    /// Gives a role its present name.
    pub(crate) fn role(&self, name: &mut String) {
        rename(&self.roles, name);
    }

    /// Gives those who see to something, people or roles, their present names.
    pub(crate) fn responsible(&self, names: &mut [String]) {
        for name in names {
            rename(&self.people, name);
            rename(&self.roles, name);
        }
    }
}

fn rename(names: &HashMap<String, String>, name: &mut String) {
    if names.is_empty() {
        return;
    }
    if let Some(now) = names.get(&fold(name)) {
        name.clone_from(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn former_names_become_present_ones_unless_somebody_has_them_now() {
        let circle = Circle::read(
            "name = \"G\"\nmember = [{ name = \"Ana Schmidt\", formerly = [\"Ana Berger\", \"Ben\"] \
             }, { name = \"Ben\" }]\nrole = [{ name = \"Keys\", formerly = [\"Key\"] }]",
        );
        let renames = circle.unwrap().renames();
        let mut names = ["ana berger", "Ben", "Key", "Zoe"].map(str::to_owned);
        renames.responsible(&mut names);
        assert_eq!(names, ["Ana Schmidt", "Ben", "Keys", "Zoe"]);
        assert!(!renames.is_empty() && Renames::default().is_empty());
    }
}
