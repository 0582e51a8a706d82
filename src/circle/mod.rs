//! Who we are: the circle, its members, roles and rules.
//!
//! A `Circle` that exists is a good circle: everything that can be wrong with one is refused
//! while it is read. Nothing here touches a file.

mod name;
mod term;
mod rules;
mod read;
mod write;
mod template;
mod edit;
mod links;
#[cfg(test)]
mod refusals;

use chrono::NaiveDate;
pub use edit::{ChangeResult, FileUpdate, RoleChange, seat};
pub use links::broken_links;
pub use name::check_name;
pub use rules::{Attribution, Consent, OptionalStep, Order, Quorum, Rules};
pub use template::{Sheet, sheet};
pub use term::Term;

/// A circle as written in `circle.toml`, or in the head of a journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Circle {
    /// What the circle is called.
    pub name: String,
    /// What the circle is for.
    pub aim: String,
    /// In what the circle decides.
    pub domain: String,
    /// The language of minutes and records, as a tag: `en`, `de-AT`. `en` where none is given.
    pub language: Option<String>,
    /// How long a meeting is planned to last, in minutes.
    pub minutes: Option<u32>,
    /// How often the circle meets.
    pub every: Option<Term>,
    /// The rules the circle has given itself.
    pub rules: Rules,
    /// The members in the order of their seats. At least two.
    pub members: Vec<Member>,
    /// The roles in the order of the file.
    pub roles: Vec<Role>,
}

/// A person with full membership. Files refer to them by `name`.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The name, unique in the circle ignoring case and accents.
    pub name: String,
    /// Since when they are a member.
    pub since: Option<NaiveDate>,
}

/// A role the circle fills by selection.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// The name, unique among the roles ignoring case and accents.
    pub name: String,
    /// Which of the four process roles it is, if any.
    pub kind: Option<RoleKind>,
    /// What the role is for.
    pub purpose: String,
    /// How long it is given to somebody; the rules' term where none is given.
    pub term: Option<Term>,
    /// Who holds it: a member, or someone from `outside`.
    pub holder: Option<String>,
    /// Whether the holder is not a member of this circle.
    pub outside: bool,
    /// Since when it is held.
    pub since: Option<NaiveDate>,
    /// Until when it is held.
    pub until: Option<NaiveDate>,
}

/// The four roles every circle has (*Many Voices One Song*, chapter 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleKind {
    /// Links the wider circle to this one.
    Leader,
    /// Links this circle to the wider one.
    Delegate,
    /// Holds the process.
    Facilitator,
    /// Keeps the records.
    Secretary,
}

impl RoleKind {
    /// Every kind with its word in `circle.toml`.
    pub const WORDS: [(&str, Self); 4] = [
        ("leader", Self::Leader),
        ("delegate", Self::Delegate),
        ("facilitator", Self::Facilitator),
        ("secretary", Self::Secretary),
    ];

    /// Returns the word for the kind in `circle.toml`.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, it)| *it == self).map_or("", |(word, _)| word)
    }
}

impl Circle {
    /// Returns the names of the members in the order of their seats.
    pub fn names(&self) -> Vec<String> {
        self.members.iter().map(|it| it.name.clone()).collect()
    }

    /// Returns the seat of a member: the index in the order of the file, from 0.
    pub fn seat(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|it| it.name == name)
    }

    /// Returns who holds the process role of this kind, if the file says so.
    pub fn holder(&self, kind: RoleKind) -> Option<&str> {
        let role = self.roles.iter().find(|it| it.kind == Some(kind))?;
        role.holder.as_deref()
    }
}
