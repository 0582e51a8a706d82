//! Who is who in the circles: one name is one person, without case and accents.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use toml::{Table, Value};

use crate::circle::{Circle, ListedPerson, Member};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::records::{Decision, Due, OpenAction, rows};
use crate::text::{fold, nearest_hint, same};
use crate::toml_file::fields::Field;

/// Somebody who is a member or holds a role, and where.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Person {
    /// The name as the list of people has it, else the first of the circles.
    pub name: String,
    /// The address, of the list of people, else of the first circle that has one.
    pub email: Option<String>,
    /// Their circles, in the order of the tree.
    pub places: Vec<Place>,
}

/// What somebody is in a circle.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Place {
    pub circle: String,
    /// Their membership; `None` for somebody from outside who holds a role.
    pub member: Option<Member>,
    /// The roles they hold, and those they hold next.
    pub roles: Vec<RoleHeld>,
}

/// A role that somebody holds on some days.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RoleHeld {
    pub role: String,
    pub since: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

/// What somebody sees to in a circle, themselves or through a role they hold.
#[derive(Clone, Debug, Default)]
pub(crate) struct SeesTo {
    /// The decisions in force.
    pub decisions: Vec<Decision>,
    pub actions: Vec<OpenAction>,
    /// What waits for them.
    pub due: Vec<Due>,
}

/// Returns the members of the circles and those who hold a role there, sorted by name. The circles are
/// as they are on a day. Somebody whom circles know under several names of the list is one person.
pub(crate) fn people<'c>(
    circles: impl Iterator<Item = &'c Circle>,
    listed: &[ListedPerson],
) -> Vec<Person> {
    let mut known: HashMap<String, &ListedPerson> = HashMap::new();
    known.extend(listed.iter().flat_map(|it| it.names().map(move |name| (fold(name), it))));
    let mut all: BTreeMap<String, Person> = BTreeMap::new();
    for circle in circles {
        for (folded, (name, place)) in places(circle) {
            let listed = known.get(&folded);
            let key = listed.map_or(folded, |it| fold(&it.name));
            let person = all.entry(key).or_insert_with(|| Person {
                name: listed.map_or(name, |it| &it.name).to_owned(),
                email: listed.and_then(|it| it.email.clone()),
                places: Vec::new(),
            });
            let email = || place.member.as_ref().and_then(|it| it.email.0.clone());
            person.email = person.email.take().or_else(email);
            person.places.push(place);
        }
    }
    all.into_values().collect()
}

/// Returns who is what in one circle, by their folded names.
fn places(circle: &Circle) -> BTreeMap<String, (&str, Place)> {
    let place = |member| Place { circle: circle.name.clone(), member, roles: Vec::new() };
    let members = circle.members.iter();
    let mut all: BTreeMap<String, (&str, Place)> =
        members.map(|it| (fold(&it.name), (it.name.as_str(), place(Some(it.clone()))))).collect();
    for role in &circle.roles {
        for held in circle.held(role) {
            let (since, until) = (Some(held.from), Some(held.to));
            let since = since.filter(|it| *it != NaiveDate::MIN);
            let until = until.filter(|it| *it != NaiveDate::MAX);
            let found = all.entry(fold(held.who)).or_insert_with(|| (held.who, place(None)));
            found.1.roles.push(RoleHeld { role: role.name.clone(), since, until });
        }
    }
    all
}

/// Somebody as they were typed, with all the names under which circles know them.
#[derive(Clone, Debug)]
pub(crate) struct Somebody {
    /// The names of the list of people, the usual one first; else what was typed.
    pub names: Vec<String>,
    is_listed: bool,
}

impl Somebody {
    pub(crate) fn of(typed: &str, listed: &[ListedPerson]) -> Self {
        match listed.iter().find(|it| it.is_called(typed)) {
            Some(it) => Self { names: it.names().cloned().collect(), is_listed: true },
            None => Self { names: vec![typed.to_owned()], is_listed: false },
        }
    }

    /// Returns the name as the list of people has it, else as it is written among others.
    ///
    /// # Errors
    ///
    /// Nobody has the name.
    pub(crate) fn name<'n>(&self, names: impl Iterator<Item = &'n str> + Clone) -> Result<String> {
        let typed = &self.names[0];
        if self.is_listed {
            return Ok(typed.clone());
        }
        if let Some(name) = names.clone().find(|it| same(it, typed)) {
            return Ok(name.to_owned());
        }
        let err = Error::new(say!("error-unknown-name", typed = typed));
        Err(match nearest_hint(typed, names) {
            Some(hint) => err.hint(hint),
            None => err,
        })
    }
}

impl Person {
    /// Returns it as a row, with a list of their circles.
    pub(crate) fn row(&self) -> Table {
        let circles: Vec<Value> = self.places.iter().map(|it| it.row().into()).collect();
        let (name, email) = (self.name.write(), self.email.write());
        rows::row([("name", name), ("email", email), ("circles", Some(circles.into()))])
    }
}

impl Place {
    fn row(&self) -> Table {
        let member = self.member.as_ref();
        let roles: Vec<Value> = self.roles.iter().map(|it| it.row().into()).collect();
        rows::row([
            ("circle", self.circle.write()),
            ("outside", Some(member.is_none().into())),
            ("since", member.and_then(|it| it.since.write())),
            ("from", member.and_then(|it| it.from.write())),
            ("ended", member.and_then(|it| it.ended.write())),
            ("roles", Some(roles.into())),
        ])
    }
}

impl RoleHeld {
    fn row(&self) -> Table {
        let Self { role, since, until } = self;
        rows::row([("role", role.write()), ("since", since.write()), ("until", until.write())])
    }
}

impl SeesTo {
    /// Returns the decisions as rows, with the name of their circle.
    pub(crate) fn decisions(&self, circle: &str) -> impl Iterator<Item = Table> {
        self.decisions.iter().map(move |it| {
            rows::row([
                ("circle", Some(circle.into())),
                ("id", it.id.write()),
                ("title", it.title.write()),
                ("until", it.validity.day.write()),
            ])
        })
    }

    /// Returns the actions as rows, with the name of their circle.
    pub(crate) fn actions(&self, circle: &str) -> impl Iterator<Item = Table> {
        self.actions.iter().map(move |it| {
            let mut row = rows::row([("circle", Some(circle.into()))]);
            row.extend(it.row());
            row
        })
    }

    /// Returns whether there is anything.
    pub(crate) fn is_empty(&self) -> bool {
        self.decisions.is_empty() && self.actions.is_empty() && self.due.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_is_one_person_and_outsiders_are_those_who_only_hold_a_role() {
        let read = |text: &str| Circle::read(text).unwrap().on("2026-09-05".parse().unwrap());
        let garden = read(
            "name = \"Garden\"\nmember = [{ name = \"José\", since = 2026-01-01 }, { name = \"Ben\" \
             }, { name = \"Emil\", ended = 2026-09-04 }]\nrole = [{ name = \"Keys\", holder = \
             \"Ben\", until = 2026-12-01, next = { holder = \"Zoe\", since = 2026-11-01, until = \
             2027-11-01 } }]",
        );
        let hens = read(
            "name = \"Hens\"\nmember = [{ name = \"Ana\" }, { name = \"jose\" }]\nrole = [{ name = \
             \"Door\", holder = \"BEN\", outside = true }, { name = \"Eggs\" }]",
        );
        let told: Vec<String> = people([&garden, &hens].into_iter(), &[])
            .iter()
            .map(|it| {
                let place = |it: &Place| {
                    let roles = it.roles.iter();
                    let until = |it: Option<NaiveDate>| it.map_or("-".into(), |it| it.to_string());
                    let roles = roles.map(|it| format!(" {} {}", it.role, until(it.until)));
                    let mark = if it.member.is_some() { "" } else { " outside" };
                    format!("{}{mark}{}", it.circle, roles.collect::<String>())
                };
                let places: Vec<String> = it.places.iter().map(place).collect();
                format!("{}: {}", it.name, places.join(", "))
            })
            .collect();
        let expected = [
            "Ana: Hens",
            "Ben: Garden Keys 2026-11-01, Hens outside Door -",
            "José: Garden, Hens",
            "Zoe: Garden outside Keys 2027-11-01",
        ];
        assert_eq!(told, expected);
    }
}
