//! Makes the changes of a decision in a circle, and refuses those that cannot be made.

use chrono::NaiveDate;

use crate::circle::effect::{Appointment, Effect, rule};
use crate::circle::{Circle, Member, Role, check_new_name};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::text::{nearest_hint, same};
use crate::toml_file::Word;

/// The most changes that one decision makes.
const MOST_EFFECTS: usize = 100;

impl Circle {
    /// Returns the circle with the changes of one decision that is announced on a day.
    ///
    /// # Errors
    ///
    /// A change cannot be made, two change the same, or the circle could not meet afterwards.
    pub(crate) fn with_effects(&self, effects: &[Effect], day: NaiveDate) -> Result<Self> {
        check_together(effects)?;
        let mut circle = self.clone();
        for effect in effects {
            effect.apply(&mut circle, day)?;
        }
        let fewer = |it: &Effect| matches!(it, Effect::Leave { .. } | Effect::Rule { .. });
        if effects.iter().any(fewer) {
            // Whoever has a last day is not counted, however far away it is.
            circle.on(NaiveDate::MAX).check_members()?;
        }
        circle.check_apart()?;
        Ok(circle)
    }

    /// Refuses a person who holds two roles, on some of the same days, that are kept apart.
    fn check_apart(&self) -> Result<()> {
        let Some((one, other, held)) = self.clash() else { return Ok(()) };
        let (one, other) = (&one.name, &other.name);
        let err = say!("error-kept-apart", who = held.who, role = one, other = other);
        Err(Error::new(err).hint(say!("hint-kept-apart")))
    }
}

/// Refuses changes that cannot be made by one decision, whatever the circle is like.
pub(crate) fn check_together(effects: &[Effect]) -> Result<()> {
    if effects.len() > MOST_EFFECTS {
        return Err(Error::new(say!("error-effects-many", most = MOST_EFFECTS)));
    }
    for (index, effect) in effects.iter().enumerate() {
        effect.check_text()?;
        let part = effect.part();
        let clashes = |it: &&Effect| it.part() == part || it.ends_what_is_given(effect);
        if let Some(other) = effects[..index].iter().find(clashes) {
            let (one, other) = (other.to_string(), effect.to_string());
            return Err(Error::new(say!("error-effect-twice", one = one, other = other)));
        }
    }
    Ok(())
}

impl Effect {
    /// Makes the change in a circle. `day` is the day of the announcement, or of a newcomer's yes.
    pub(crate) fn apply(&self, circle: &mut Circle, day: NaiveDate) -> Result<()> {
        match self {
            Self::Join { who, from } => join(circle, who, from.as_ref(), day),
            Self::Leave { who, on } => leave(circle, who, on.unwrap_or(day), day),
            Self::Aim(text) => {
                circle.aim.clone_from(text);
                Ok(())
            }
            Self::Domain(text) => {
                circle.domain.clone_from(text);
                Ok(())
            }
            Self::Role { .. } => self.define(circle, day),
            Self::EndRole(name) => {
                role(circle, name, day)?.ended = Some(day);
                Ok(())
            }
            Self::Appoint(it) => it.apply(circle, day),
            Self::Rule { key, value } => rule::set(circle, key, value),
            Self::Found(it) => it.check(circle, day),
            Self::EndCircle { on, .. } => match on.filter(|last| *last < day) {
                Some(last) => Err(Error::new(say!("error-date-past", date = last))),
                None => Ok(()),
            },
        }
    }

    /// Adds a role, or changes what is said of one.
    fn define(&self, circle: &mut Circle, day: NaiveDate) -> Result<()> {
        let Self::Role { name, kind, term, purpose } = self else { return Ok(()) };
        let other = circle.roles.iter().find(|it| it.name != *name && same(&it.name, name));
        if let Some(other) = other {
            let err = Error::new(say!("error-name-twice", name = name));
            return Err(err.hint(say!("hint-nearest", word = &other.name)));
        }
        if let Some(kind) = kind
            && circle
                .roles
                .iter()
                .any(|it| it.name != *name && it.kind == Some(*kind) && it.ended.is_none())
        {
            let err = Error::new(say!("error-kind-twice", kind = kind.word()));
            return Err(err.hint(say!("hint-kind-twice")));
        }
        if circle.roles.iter().all(|it| it.name != *name) {
            check_new_name(name)?;
            circle.roles.push(Role { name: name.clone(), ..Role::default() });
        }
        let Some(role) = circle.roles.iter_mut().find(|it| it.name == *name) else { return Ok(()) };
        if role.ended.is_some_and(|last| last <= day) {
            // The role is there again, and nobody holds it yet.
            let (formerly, name) = (std::mem::take(&mut role.formerly), name.clone());
            *role = Role { name, formerly, purpose: role.purpose.clone(), ..Role::default() };
        }
        role.kind = kind.or(role.kind);
        role.term = term.or(role.term);
        if let Some(purpose) = purpose {
            role.purpose.clone_from(purpose);
        }
        Ok(())
    }
}

impl Appointment {
    /// Returns the days from which and until which they have the role, if it is given on this day.
    pub(crate) fn days(&self, circle: &Circle, day: NaiveDate) -> (NaiveDate, NaiveDate) {
        let since = self.since.map_or(day, |it| it.max(day));
        let role = circle.roles.iter().find(|it| it.name == self.role);
        let term = self.term.or(role.and_then(|it| it.term)).unwrap_or(circle.rules.term);
        (since, self.until.unwrap_or_else(|| term.after(since)))
    }

    fn apply(&self, circle: &mut Circle, day: NaiveDate) -> Result<()> {
        let (since, until) = self.days(circle, day);
        if until < since {
            let err = Error::new(say!("error-until-before-since", until = until, since = since));
            return Err(err.hint(say!("hint-until")));
        }
        if circle.seat(&self.who).is_none() != self.outside {
            return Err(no_member(circle, &self.who));
        }
        if let Some(last) = circle.ends(&self.who).filter(|last| *last < until) {
            let err = Error::new(say!("error-beyond-membership", who = &self.who, date = last));
            return Err(err.hint(say!("hint-beyond", date = last.to_string())));
        }
        let ended = role(circle, &self.role, day)?.ended;
        if let Some(last) = ended.filter(|last| *last < until) {
            return Err(Error::new(say!("error-beyond-role", role = &self.role, date = last)));
        }
        let at = circle.roles.iter().position(|it| it.name == self.role);
        if let Some(at) = at {
            circle.check_next(&circle.roles[at], (since, until), day)?;
            let given = circle.given(&circle.roles[at], &self.who, (since, until), day);
            circle.roles[at] = given;
        }
        Ok(())
    }
}

fn join(circle: &mut Circle, who: &str, from: Option<&String>, day: NaiveDate) -> Result<()> {
    check_new_name(who)?;
    let since = Some(day);
    let Some(member) = circle.members.iter_mut().find(|it| same(&it.name, who)) else {
        let (name, from) = (who.to_owned(), from.cloned());
        let member = Member { name, since, from, ..Member::default() };
        circle.members.push(member);
        return Ok(());
    };
    if member.ended.is_none_or(|last| day <= last) {
        return Err(Error::new(say!("error-member-already", who = &member.name)));
    }
    (member.since, member.ended, member.from) = (since, None, from.cloned());
    Ok(())
}

fn leave(circle: &mut Circle, who: &str, last: NaiveDate, day: NaiveDate) -> Result<()> {
    if last < day {
        return Err(Error::new(say!("error-date-past", date = last)));
    }
    let is_there = |it: &&mut Member| it.name == who && it.ended.is_none_or(|last| day <= last);
    match circle.members.iter_mut().find(is_there) {
        Some(member) => member.ended = Some(last),
        None => return Err(no_member(circle, who)),
    }
    Ok(())
}

fn no_member(circle: &Circle, who: &str) -> Error {
    let err = Error::new(say!("error-no-member", who = who));
    match nearest_hint(who, circle.members.iter().map(|it| it.name.as_str())) {
        Some(hint) => err.hint(hint),
        None => err,
    }
}

/// Returns a role that there is after a day.
fn role<'c>(circle: &'c mut Circle, name: &str, day: NaiveDate) -> Result<&'c mut Role> {
    let names: Vec<&str> = circle.roles.iter().map(|it| it.name.as_str()).collect();
    let hint = nearest_hint(name, names).unwrap_or_else(|| say!("hint-role"));
    let is_there = |it: &&mut Role| it.name == name && it.ended.is_none_or(|last| day < last);
    let found = circle.roles.iter_mut().find(is_there);
    found.ok_or_else(|| Error::new(say!("error-unknown-role", name = name)).hint(hint))
}
