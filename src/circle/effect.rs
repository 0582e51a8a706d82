//! A change to the circle that a decision makes: somebody joins, the aim is another, a role is new.
//!
//! It is kept as one line of English with exact names and dates, as it would be typed: `join Farid`,
//! `leave Emil on 2026-12-31`. What stands behind a colon is a text, and is never read.

mod apply;
mod found;
mod parts;
mod rule;

pub(crate) use apply::check_together;
pub(crate) use found::Founding;
pub(crate) use parts::{Days, EFFECT_WORDS, Parts};

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use toml::Value;

use crate::circle::{Renames, RoleKind, Term, check_name};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::text::when::iso_day;
use crate::text::{fold, forbidden};
use crate::toml_file::Word;
use crate::toml_file::fields::Field;
use crate::toml_file::reader::{Reader, Section};

/// A change to the circle that a decision makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Somebody becomes a member, perhaps as the link of another circle.
    Join {
        /// Who.
        who: String,
        /// The circle that they link to this one.
        from: Option<String>,
    },
    /// A member leaves.
    Leave {
        /// Who.
        who: String,
        /// Their last day; if left out, the day on which the decision is announced.
        on: Option<NaiveDate>,
    },
    /// The circle has this aim.
    Aim(String),
    /// The circle decides about this.
    Domain(String),
    /// A role is new, or some of what is said of it is changed.
    Role {
        /// Its name.
        name: String,
        /// Which of the four process roles it is.
        kind: Option<RoleKind>,
        /// How long somebody is elected for.
        term: Option<Term>,
        /// What it is for; `None` leaves the purpose as it is.
        purpose: Option<String>,
    },
    /// There is no such role any more.
    EndRole(String),
    /// A role is filled as it was proposed, without nominations.
    Appoint(Appointment),
    /// A circle is founded right below this one.
    Found(Founding),
    /// A circle right below this one ends.
    EndCircle {
        /// Its name.
        name: String,
        /// Its last day; if left out, the day on which the decision is announced.
        on: Option<NaiveDate>,
    },
    /// A rule of the circle, or how it meets, is another.
    Rule {
        /// The key in `[rules]` or `[meeting]`.
        key: String,
        /// The value as in the file, without quotes.
        value: String,
    },
}

/// Who is given a role by a decision, and for how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// Who has the role.
    pub who: String,
    /// Whether they are not a member of the circle.
    pub outside: bool,
    /// The name of the role.
    pub role: String,
    /// The day on which they begin; if left out, the day on which the decision is announced.
    pub since: Option<NaiveDate>,
    /// For how long; if left out, and without a day, the role's own term.
    pub term: Option<Term>,
    /// The last day, in place of a term.
    pub until: Option<NaiveDate>,
}

/// What an effect changes. Two effects of one decision may not change the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Member(String),
    Aim,
    Domain,
    Role(String),
    Holder(String),
    Rule(String),
    Circle(String),
}

impl Effect {
    /// Returns what it changes.
    pub(crate) fn part(&self) -> Part {
        match self {
            Self::Join { who, .. } | Self::Leave { who, .. } => Part::Member(who.clone()),
            Self::Aim(_) => Part::Aim,
            Self::Domain(_) => Part::Domain,
            Self::Role { name, .. } | Self::EndRole(name) => Part::Role(name.clone()),
            Self::Appoint(it) => Part::Holder(it.role.clone()),
            Self::Rule { key, .. } => Part::Rule(key.clone()),
            Self::Found(Founding { name, .. }) | Self::EndCircle { name, .. } => {
                Part::Circle(fold(name))
            }
        }
    }

    /// Returns whether it is done and over with the announcement, so that there is nothing to review.
    pub(crate) fn is_over(&self) -> bool {
        let stands = matches!(self, Self::Aim(_) | Self::Domain(_) | Self::Role { .. });
        !stands && !matches!(self, Self::Rule { .. } | Self::Found(_))
    }

    /// Returns who has to say yes to becoming a member. Who links another circle has been asked there.
    pub(crate) fn newcomer(&self) -> Option<&str> {
        match self {
            Self::Join { who, from: None } => Some(who),
            _ => None,
        }
    }

    /// Returns whether it names a day of its own.
    pub(crate) fn has_day(&self) -> bool {
        match self {
            Self::Leave { on, .. } | Self::EndCircle { on, .. } => on.is_some(),
            Self::Appoint(it) => it.since.is_some(),
            _ => false,
        }
    }

    /// Returns whether it gives a role to somebody or lets them go.
    pub(crate) fn concerns(&self, name: &str) -> bool {
        match self {
            Self::Leave { who, .. } => who == name,
            Self::Appoint(it) => it.who == name,
            _ => false,
        }
    }

    /// Returns whether of two effects one ends the role that the other one gives.
    pub(super) fn ends_what_is_given(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::EndRole(role), Self::Appoint(it)) | (Self::Appoint(it), Self::EndRole(role)) => {
                it.role == *role
            }
            _ => false,
        }
    }

    /// Takes what it does not say of a role from an earlier decision.
    pub(crate) fn fill_from(&mut self, earlier: &Self) {
        if let (
            Self::Role { kind, term, purpose, .. },
            Self::Role { kind: old_kind, term: old_term, purpose: old_purpose, .. },
        ) = (self, earlier)
        {
            *kind = kind.or(*old_kind);
            *term = term.or(*old_term);
            *purpose = purpose.take().or_else(|| old_purpose.clone());
        }
    }

    /// Returns the circle that it founds.
    pub(crate) fn founding(&self) -> Option<&Founding> {
        if let Self::Found(it) = self { Some(it) } else { None }
    }

    /// Returns who is given which role.
    pub(crate) fn appointment(&self) -> Option<&Appointment> {
        if let Self::Appoint(it) = self { Some(it) } else { None }
    }

    /// Returns whether it changes another circle, and not the file of this one.
    pub(crate) fn is_of_other_circle(&self) -> bool {
        matches!(self, Self::Found(_) | Self::EndCircle { .. })
    }

    /// Gives people and roles their present names.
    pub(crate) fn rename(&mut self, names: &Renames) {
        match self {
            Self::Join { who, .. } | Self::Leave { who, .. } => names.people([who]),
            Self::Role { name, .. } | Self::EndRole(name) => names.role(name),
            Self::Appoint(it) => {
                names.people([&mut it.who]);
                names.role(&mut it.role);
            }
            Self::Found(it) => names.people(it.members.iter_mut().chain([&mut it.leader])),
            Self::Aim(_) | Self::Domain(_) | Self::Rule { .. } | Self::EndCircle { .. } => {}
        }
    }

    /// Refuses one that would be read as another one, because a name has a word of the language in it.
    pub(crate) fn check_text(&self) -> Result<()> {
        let text = self.to_string();
        if text.parse::<Self>().as_ref() == Ok(self) {
            return Ok(());
        }
        Err(refused(&text))
    }
}

/// Makes the error for a line that is no change to the circle.
fn refused(text: &str) -> Error {
    Error::new(say!("error-invalid-effect", text = text)).hint(say!("hint-effect"))
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let on = |f: &mut fmt::Formatter<'_>, word: &str, day: Option<NaiveDate>| {
            day.map_or(Ok(()), |day| write!(f, " {word} {day}"))
        };
        let term = |f: &mut fmt::Formatter<'_>, term: Option<Term>| {
            term.map_or(Ok(()), |term| write!(f, " for {term}"))
        };
        match self {
            Self::Join { who, from: None } => write!(f, "join {who}"),
            Self::Join { who, from: Some(circle) } => write!(f, "join {who} from {circle}"),
            Self::Leave { who, on: day } => {
                write!(f, "leave {who}")?;
                on(f, "on", *day)
            }
            Self::Aim(text) => write!(f, "aim {text}"),
            Self::Domain(text) => write!(f, "domain {text}"),
            Self::Role { name, kind, term: own, purpose } => {
                write!(f, "role {name}")?;
                kind.map_or(Ok(()), |it| write!(f, " ({})", it.word()))?;
                term(f, *own)?;
                purpose.as_ref().map_or(Ok(()), |it| write!(f, ": {it}"))
            }
            Self::EndRole(name) => write!(f, "end role {name}"),
            Self::Appoint(it) => {
                let outside = if it.outside { " (outside)" } else { "" };
                write!(f, "appoint {}{outside} as {}", it.who, it.role)?;
                on(f, "since", it.since)?;
                term(f, it.term)?;
                on(f, "until", it.until)
            }
            Self::Found(it) => {
                let members = it.members.join(", ");
                write!(f, "circle {} with {members} led by {}: {}", it.name, it.leader, it.aim)
            }
            Self::EndCircle { name, on: day } => {
                write!(f, "end circle {name}")?;
                on(f, "on", *day)
            }
            Self::Rule { key, value } => write!(f, "rule {key} {value}"),
        }
    }
}

/// Reads it as it is kept.
impl FromStr for Effect {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        read(text).ok_or_else(|| refused(text))
    }
}

fn read(text: &str) -> Option<Effect> {
    if forbidden(text).is_some() {
        return None;
    }
    let (word, rest) = text.split_once(' ')?;
    // A name has whatever cannot be read as a day or a term.
    let ends = |_: &str, word: &str, behind: &str| match word {
        "from" => true,
        "for" => behind.parse::<Term>().is_ok(),
        _ => iso_day(behind).is_some(),
    };
    Some(match Parts::of(word, rest, &ends)? {
        Parts::Join { who, from } => Effect::Join {
            who: name(who)?,
            from: from.map_or(Some(None), |it| name(it).map(Some))?,
        },
        Parts::Leave { who, on } => Effect::Leave { who: name(who)?, on: on.and_then(iso_day) },
        Parts::Aim(text) => Effect::Aim(text.to_owned()),
        Parts::Domain(text) => Effect::Domain(text.to_owned()),
        Parts::Role { name: role, kind, term, purpose } => Effect::Role {
            name: name(role)?,
            kind: kind.map(str::parse).transpose().ok()?,
            term: term.and_then(|it| it.parse().ok()),
            purpose: purpose.map(str::to_owned),
        },
        Parts::EndRole(role) => Effect::EndRole(name(role)?),
        Parts::EndCircle { name: circle, on } => {
            Effect::EndCircle { name: name(circle)?, on: on.and_then(iso_day) }
        }
        Parts::Appoint { days, .. } if days.term.is_some() && days.until.is_some() => return None,
        Parts::Appoint { who, role, days } => {
            let (who, outside) = match who.strip_suffix(" (outside)") {
                Some(who) => (who, true),
                None => (who, false),
            };
            Effect::Appoint(Appointment {
                who: name(who)?,
                outside,
                role: name(role)?,
                since: days.since.and_then(iso_day),
                term: days.term.and_then(|it| it.parse().ok()),
                until: days.until.and_then(iso_day),
            })
        }
        Parts::Found { name: circle, members, leader, aim } => Effect::Found(Founding {
            name: name(circle)?,
            members: members.split(", ").map(name).collect::<Option<_>>()?,
            leader: name(leader)?,
            aim: aim.to_owned(),
        }),
        Parts::Rule { value, .. } if value.contains('\n') => return None,
        Parts::Rule { key, value } => Effect::Rule { key: key.to_owned(), value: value.to_owned() },
    })
}

/// Returns a name, if it can be one.
fn name(text: &str) -> Option<String> {
    check_name(text).ok().map(|()| text.to_owned())
}

impl Serialize for Effect {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Effect {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        read(&text).ok_or_else(|| de::Error::custom(text))
    }
}

impl Field for Vec<Effect> {
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>, key: &'static str) -> Option<Self> {
        let lines = reader.texts(section, key)?;
        let read = lines.iter().map(|it| it.parse()).collect::<Result<_>>();
        read.map_err(|err| reader.note_error(section.place(key), err)).ok()
    }

    fn write(&self) -> Option<Value> {
        let lines: Vec<Value> = self.iter().map(|it| it.to_string().into()).collect();
        (!lines.is_empty()).then(|| lines.into())
    }
}

#[cfg(test)]
mod tests;
