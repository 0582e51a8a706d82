//! Reads a circle for a day: who is a member, which roles there are, and who holds them.
//!
//! No block is ever taken out of a circle's file. Whoever and whatever has ended stays there with its
//! last day, and who holds a role later stands in it beforehand.

use chrono::NaiveDate;
use toml::de::DeValue;

use crate::circle::{Circle, Role};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::text::same;
use crate::toml_file::fields::{Field, Table};
use crate::toml_file::reader::{Reader, Section};
use crate::toml_file::{table, write};

table! {
    /// Who holds a role next: `next` in a role.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Next {
        /// A member, or somebody from outside.
        holder: String = r#""Ana""# [by Reader::name],
        since: NaiveDate = "2027-01-01",
        until: NaiveDate = "2028-01-01",
    }
}

impl Field for Next {
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>, key: &'static str) -> Option<Self> {
        let value = section.value(key)?;
        let DeValue::Table(table) = value.get_ref() else {
            return reader.wrong(section, key, "table");
        };
        let section = reader.section(table, value.span().start, Self::KEYS);
        <Self as Table>::read(reader, &section)
    }

    fn write(&self) -> Option<toml::Value> {
        Some(write::to_table(self).into())
    }
}

/// The days on which somebody holds a role, the last one not included, so that a successor may begin
/// on the day on which a term ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Held<'c> {
    pub who: &'c str,
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl Held<'_> {
    /// Returns whether one person would hold both on some day.
    pub(crate) fn clashes(&self, other: &Held<'_>) -> bool {
        same(self.who, other.who) && self.from < other.to && other.from < self.to
    }
}

impl Circle {
    /// Returns the circle as it is on a day. What is ahead of that day stays in it.
    #[must_use]
    pub(crate) fn on(&self, day: NaiveDate) -> Self {
        let is_there = |ended: Option<NaiveDate>| ended.is_none_or(|last| day <= last);
        let mut on = self.clone();
        on.members.retain(|it| is_there(it.ended));
        on.roles.retain(|it| is_there(it.ended));
        for role in &mut on.roles {
            *role = self.advanced(role, day);
            if self.last_day(role).is_some_and(|last| last < day) {
                (role.holder, role.since, role.until) = (None, None, None);
            }
        }
        let roles = &on.roles;
        let is_role = |name: &String| roles.iter().any(|it| it.name == *name);
        on.rules.apart.retain(|(one, other)| is_role(one) && is_role(other));
        on
    }

    /// Returns a role with its next holder as its holder, if that one has begun on a day.
    pub(super) fn advanced(&self, role: &Role, day: NaiveDate) -> Role {
        let mut role = role.clone();
        if let Some(next) = role.next.take_if(|it| it.since <= day) {
            role.outside = self.seat(&next.holder).is_none();
            role.holder = Some(next.holder);
            (role.since, role.until) = (Some(next.since), Some(next.until));
        }
        role
    }

    /// Returns a role after it is given to somebody on a day. Who begins later is its next holder.
    pub(crate) fn given(
        &self,
        role: &Role,
        holder: &str,
        (since, until): (NaiveDate, NaiveDate),
        on: NaiveDate,
    ) -> Role {
        let role = self.advanced(role, on);
        let holder = holder.to_owned();
        if since > on {
            return Role { next: Some(Next { holder, since, until }), ..role };
        }
        Role {
            outside: self.seat(&holder).is_none(),
            holder: Some(holder),
            since: Some(since),
            until: Some(until),
            next: role.next.clone().filter(|it| it.since >= until),
            ..role
        }
    }

    /// Refuses to give a role from a later day on beside a next holder with other days: there is room for
    /// one.
    pub(crate) fn check_next(
        &self,
        role: &Role,
        (since, until): (NaiveDate, NaiveDate),
        on: NaiveDate,
    ) -> Result<()> {
        let role = self.advanced(role, on);
        let apart = |it: &&Next| until <= it.since || it.until <= since;
        let Some(next) = role.next.as_ref().filter(|_| since > on).filter(apart) else {
            return Ok(());
        };
        let (who, role, from) = (&next.holder, &role.name, next.since);
        Err(Error::new(say!("error-next-taken", who = who, role = role, since = from)))
    }

    /// Returns until when its holder has a role: until the term ends, the holder leaves the circle, the
    /// role ends or the next one begins, whichever is first.
    pub(crate) fn held_until(&self, role: &Role) -> Option<NaiveDate> {
        let next = role.next.as_ref().map(|it| it.since);
        [role.until, self.last_day(role), role.ended, next].into_iter().flatten().min()
    }

    /// Returns the last day of a role's holder in the circle.
    fn last_day(&self, role: &Role) -> Option<NaiveDate> {
        let holder = role.holder.as_ref().filter(|_| !role.outside)?;
        self.ends(holder)
    }

    /// Returns the last day of a member who leaves the circle.
    pub(crate) fn ends(&self, who: &str) -> Option<NaiveDate> {
        self.members.iter().find(|it| it.name == who)?.ended
    }

    /// Returns the roles whose terms end and that nobody holds next, with the last days.
    pub(crate) fn terms(&self) -> impl Iterator<Item = (&Role, NaiveDate)> {
        let held = self.roles.iter().filter(|it| it.holder.is_some() && it.next.is_none());
        held.filter_map(|it| Some((it, self.held_until(it)?)))
    }

    /// Returns who holds a role, and who holds it next.
    pub(crate) fn held<'c>(&self, role: &'c Role) -> impl Iterator<Item = Held<'c>> {
        let from = role.since.unwrap_or(NaiveDate::MIN);
        let to = self.held_until(role).unwrap_or(NaiveDate::MAX);
        let now = role.holder.as_deref().map(|who| Held { who, from, to });
        let next = role.next.as_ref();
        let next = next.map(|it| Held { who: &it.holder, from: it.since, to: it.until });
        now.into_iter().chain(next)
    }

    /// Refuses a circle that cannot meet, because a day has passed: too few members, or fewer than its
    /// quorum.
    pub(crate) fn check_members(&self) -> Result<()> {
        let members = self.members.len();
        if members < 2 {
            return Err(Error::new(say!("error-too-few-members")).hint(say!("hint-members")));
        }
        let quorum = self.rules.quorum.needed(members);
        if quorum > members {
            let err = say!("error-quorum-members", quorum = quorum, members = members);
            return Err(Error::new(err).hint(say!("hint-quorum")));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
