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
pub(crate) use edit::{ChangeResult, RoleChange, seat};
pub(crate) use links::broken_links;
pub(crate) use name::check_name;
pub use rules::OptionalStep;
pub(crate) use rules::{Attribution, Consent, Order, Rules};
use strum::{EnumString, IntoStaticStr, VariantNames};
pub(crate) use template::{Sheet, sheet};
pub use term::Term;

use crate::toml_file::reader::Reader;
use crate::toml_file::{Word, table};

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
    /// How long meetings last, and how often the circle meets.
    pub plan: MeetingPlan,
    /// The rules the circle has given itself.
    pub rules: Rules,
    /// The members in the order of their seats. At least two.
    pub members: Vec<Member>,
    /// The roles in the order of the file.
    pub roles: Vec<Role>,
}

table! {
    /// How long meetings last, and how often the circle meets: `[meeting]`.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct MeetingPlan {
        /// How long a meeting is planned to last, in minutes.
        minutes: Option<u32> = "90",
        /// How often the circle meets.
        every: Option<Term> = r#""2 weeks""#,
    }
}

table! {
    /// A person with full membership: `[[member]]`. Files refer to them by `name`.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Member {
        /// The name, unique in the circle ignoring case and accents.
        name: String = r#""Ana""# [by Reader::name],
        /// Since when they are a member.
        since: Option<NaiveDate> = "2026-03-04",
    }
}

table! {
    /// A role the circle fills by selection: `[[role]]`.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Role {
        /// The name, unique among the roles ignoring case and accents.
        name: String = r#""Facilitator""# [by Reader::name],
        /// Which of the four process roles it is, if any.
        kind: Option<RoleKind> = r#""facilitator""#,
        /// What the role is for.
        purpose: String = r#""Holds the process so that everyone is heard.""# [by Reader::any_text] [or Some(String::new())],
        /// How long it is given to somebody; the rules' term where none is given.
        term: Option<Term> = r#""6 months""#,
        /// Who holds it: a member, or someone from `outside`.
        holder: Option<String> = r#""Ben""# [by Reader::some_line] [or Some(None)],
        /// Whether the holder is not a member of this circle.
        outside: bool = "true",
        /// Since when it is held.
        since: Option<NaiveDate> = "2026-03-04",
        /// Until when it is held.
        until: Option<NaiveDate> = "2026-09-04",
    }
}

/// The four roles every circle has (*Many Voices One Song*, chapter 2).
#[derive(Clone, Copy, Debug, EnumString, IntoStaticStr, PartialEq, Eq, VariantNames)]
#[strum(serialize_all = "kebab-case")]
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

impl Word for RoleKind {}

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
