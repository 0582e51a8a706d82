//! A circle: its members, roles and rules.
//!
//! A `Circle` is always valid: reading one refuses everything that can be wrong with it. Nothing
//! here touches a file.

mod name;
mod formerly;
mod term;
mod every;
mod rules;
mod read;
mod write;
mod template;
mod edit;
mod day;
mod apart;
mod effect;
mod links;
mod listed;
#[cfg(test)]
mod refusals;

use chrono::NaiveDate;
pub(crate) use day::Held;
pub(crate) use day::Next;
pub(crate) use edit::{Change, ChangeResult, RoleChange, change, end, seat};
pub(crate) use effect::{
    Appointment, Days, EFFECT_WORDS, Effect, Founding, Part, Parts, check_together,
};
pub(crate) use every::Every;
pub(crate) use formerly::Renames;
pub(crate) use links::{broken_links, lacking_links};
pub(crate) use listed::ListedPerson;
pub(crate) use name::{check_name, check_new_name, check_seen};
pub use rules::OptionalStep;
pub(crate) use rules::{Absent, Attribution, Consent, Order, Rules};
use strum::{EnumString, IntoStaticStr, VariantNames};
pub(crate) use template::{Sheet, sheet};
pub use term::Term;

use crate::error::{Error, Result};
use crate::lang::say;
use crate::text::{fold, same};
use crate::toml_file::fields::Field;
use crate::toml_file::reader::{Reader, Section};
use crate::toml_file::{Word, table};

/// A circle as written in `circle.toml`, or in the head of a journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Circle {
    /// The circle's name.
    pub name: String,
    /// What tells it from other circles of its name, in calendars.
    pub id: Option<String>,
    /// What the circle is for.
    pub aim: String,
    /// What the circle decides about.
    pub domain: String,
    /// Since when there is the circle.
    pub since: Option<NaiveDate>,
    /// The last day on which there is the circle.
    pub ended: Option<NaiveDate>,
    /// The language tag of minutes and records: `en`, `de-AT`. `None` means `en`.
    pub language: Option<String>,
    /// How long meetings last, and how often the circle meets.
    pub plan: MeetingPlan,
    /// The rules of the circle.
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
        every: Option<Every> = r#""2 weeks""#,
        /// The day from which `every` is counted, if it is a term.
        from: Option<NaiveDate> = "2026-03-04",
        /// The time zone in which the circle meets, by its name in the IANA time zone database.
        zone: Option<String> = r#""Europe/Berlin""# [by Reader::some_line] [or Some(None)],
    }
}

table! {
    /// A person with full membership: `[[member]]`. Files refer to them by `name`.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Member {
        /// The name, unique in the circle ignoring case and accents.
        name: String = r#""Ana""# [by Reader::name],
        since: Option<NaiveDate> = "2026-03-04",
        /// The circle that they link to this one, if they are a member for that.
        from: Option<String> = r#""Compost""# [by Reader::some_line] [or Some(None)],
        /// The last day of the membership.
        ended: Option<NaiveDate> = "2027-03-04",
        /// The day on which they are back; until then no decision waits for them.
        away: Option<NaiveDate> = "2026-10-01",
        /// The names they had before, under which older files name them.
        formerly: Vec<String> = r#"["Ana Berger"]"#,
        email: Email = r#""ana@example.org""#,
    }
}

/// The address of a member. It is read from the circle's file and written nowhere else: journals and
/// minutes go to more people than the file does. Members are not different for it.
#[derive(Clone, Debug, Default)]
pub struct Email(pub Option<String>);

impl PartialEq for Email {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Field for Email {
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>, key: &'static str) -> Option<Self> {
        reader.line(section, key).map(|it| Self(Some(it))).or(Some(Self(None)))
    }

    fn write(&self) -> Option<toml::Value> {
        None
    }
}

impl Member {
    /// Returns whether they are away on a day, and back on a later one.
    pub(crate) fn is_away(&self, day: NaiveDate) -> bool {
        self.away.is_some_and(|back| day < back)
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
        purpose: String = r#""Holds the process so that everyone is heard.""# [by Reader::any_text] [or Some(String::new())],
        /// How long somebody is elected for; `None` means the term of the rules.
        term: Option<Term> = r#""6 months""#,
        /// Who holds it: a member, or somebody from `outside`.
        holder: Option<String> = r#""Ben""# [by Reader::some_line] [or Some(None)],
        /// Whether the holder is not a member of this circle.
        outside: bool = "true",
        since: Option<NaiveDate> = "2026-03-04",
        until: Option<NaiveDate> = "2026-09-04",
        /// Who holds it next, from a later day on.
        next: Option<Next> = r#"{ holder = "Ana", since = 2026-09-04, until = 2027-03-04 }"#,
        /// The last day on which there is such a role.
        ended: Option<NaiveDate> = "2027-03-04",
        /// The names it had before, under which older files name it.
        formerly: Vec<String> = r#"["Moderation"]"#,
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
    Facilitator,
    Secretary,
}

impl Word for RoleKind {}

impl Circle {
    /// Returns the names of the members in the order of their seats.
    pub fn names(&self) -> Vec<String> {
        self.members.iter().map(|it| it.name.clone()).collect()
    }

    /// Returns the seat of a member: the index in `members`.
    pub fn seat(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|it| it.name == name)
    }

    /// Refuses a circle that ended before a day.
    pub(crate) fn check_there(&self, day: NaiveDate) -> Result<()> {
        match self.ended.filter(|last| *last < day) {
            None => Ok(()),
            Some(last) => {
                let err = say!("error-circle-ended", circle = &self.name, date = last);
                Err(Error::new(err).hint(say!("hint-circle-ended")))
            }
        }
    }

    /// Returns the role of this kind, before one that has ended.
    pub(crate) fn role(&self, kind: RoleKind) -> Option<&Role> {
        let of_kind = self.roles.iter().filter(|it| it.kind == Some(kind));
        of_kind.min_by_key(|it| it.ended.is_some())
    }

    /// Returns everyone whom the file names: members under all their names, and those who hold a role
    /// or hold it next.
    pub(crate) fn people(&self) -> impl Iterator<Item = &str> + Clone {
        let members = self.members.iter().flat_map(|it| [&it.name].into_iter().chain(&it.formerly));
        let next = self.roles.iter().filter_map(|it| Some(&it.next.as_ref()?.holder));
        let holders = self.roles.iter().filter_map(|it| it.holder.as_ref()).chain(next);
        members.chain(holders).map(String::as_str)
    }

    /// Returns the folded names under which somebody with these names sees to something: their own, and
    /// those of the roles they hold.
    pub(crate) fn called(&self, names: &[String]) -> Vec<String> {
        let mut names = names.to_vec();
        self.renames().people(&mut names);
        let is_theirs = |holder: &String| names.iter().any(|it| same(it, holder));
        let is_held = |it: &&Role| it.holder.as_ref().is_some_and(is_theirs);
        let roles = self.roles.iter().filter(is_held).map(|it| &it.name);
        names.iter().chain(roles).map(|it| fold(it)).collect()
    }

    /// Returns who holds the role of this kind, if anybody does.
    pub fn holder(&self, kind: RoleKind) -> Option<&str> {
        self.role(kind)?.holder.as_deref()
    }
}
