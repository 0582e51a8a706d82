//! The changes to the circle that a decision makes, and the yes of those it takes in or appoints.
//!
//! The meeting goes on with the members and rules of its head: what is decided holds from the next
//! meeting on. Later decisions of the meeting are checked against the circle as it will be.

use chrono::NaiveDate;

use crate::circle::{Effect, Held, Role};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::item::{GivenRole, Item, Subject};
use crate::meeting::state::Step;
use crate::meeting::walk::{Walk, Walked, ensure, filled, out_of_turn};
use crate::meeting::{Fact, Validity, What};
use crate::text::same;

/// Refuses changes to the circle by a decision that ends by itself: they would stay.
pub(crate) fn refuse_ending(effects: &[Effect], validity: Option<Validity>) -> Result<()> {
    match validity {
        Some(Validity::Lasts(_) | Validity::Expires(_)) if !effects.is_empty() => {
            Err(Error::new(say!("error-effect-ends")).hint(say!("hint-effect-ends")))
        }
        _ => Ok(()),
    }
}

impl Walk<'_> {
    /// Refuses changes in the draft that cannot be made, or that would end by themselves.
    pub(super) fn check_effects(&mut self, fact: &Fact) -> Walked<()> {
        let day = fact.at.date_naive();
        let draft = &self.item().draft;
        let validity = draft.validity;
        let Some(effects) = draft.effects.clone().filter(|it| !it.is_empty()) else {
            return Ok(());
        };
        refuse_ending(&effects, validity)?;
        for it in effects.iter().filter_map(Effect::founding) {
            let is_there = self.state.founded.iter().any(|name| same(name, &it.name));
            ensure(!is_there, || say!("error-circle-exists-below", circle = &it.name))?;
            // The new circle gets the rules of the head.
            it.check(&self.circle, day)?;
        }
        self.state.circle_after(&self.circle).with_effects(&effects, day)?;
        Ok(())
    }

    /// Makes the changes of a decision that is announced. Who is appointed and present has accepted.
    pub(super) fn effect(&mut self, fact: &Fact, effects: &[Effect]) -> Walked<()> {
        if effects.is_empty() {
            return Ok(());
        }
        self.check_effects(fact)?;
        for effect in effects {
            self.takes_part_in(effect)?;
        }
        let day = fact.at.date_naive();
        let mut after = self.state.circle_after(&self.circle).clone();
        let whole = after.with_effects(effects, day)?;
        let mut gives = Vec::new();
        for effect in effects {
            if let Some(is) = effect.appointment() {
                let (since, until) = is.days(&whole, day);
                let role = whole.roles.iter().find(|it| it.name == is.role);
                let purpose = role.map(|it| it.purpose.clone()).unwrap_or_default();
                // Somebody absent or from outside has not accepted yet.
                let accepted = self.is_member_here(&is.who);
                gives.push(GivenRole { is: is.clone(), purpose, since, until, accepted });
                if !accepted {
                    continue;
                }
            }
            if let Effect::Found(it) = effect {
                self.state.founded.push(it.name.clone());
            }
            effect.apply(&mut after, day)?;
        }
        self.state.changed = Some(Box::new(after));
        if let Subject::Proposal(it) = &mut self.item().subject {
            it.gives = gives;
        }
        Ok(())
    }

    /// Refuses to let somebody leave the circle, or be in a new one, who was neither asked nor heard. Who links another
    /// circle and no longer does so is exempt.
    fn takes_part_in(&mut self, effect: &Effect) -> Walked<()> {
        if let Effect::Found(it) = effect {
            let about = self.item().proposal().about.clone();
            let is_heard = |who: &&String| about.contains(who) || self.is_member_here(who);
            let Some(who) = it.members.iter().find(|it| !is_heard(it)) else { return Ok(()) };
            let err = Error::new(say!("error-founds-unheard", who = who, circle = &it.name));
            return Err(err.hint(say!("hint-founds-unheard", who = who)).into());
        }
        let Effect::Leave { who, .. } = effect else { return Ok(()) };
        let seat = self.seats.find(who);
        let is_link = seat.is_some_and(|it| self.circle.members[it].from.is_some());
        let is_about = self.item().proposal().about.contains(who);
        if is_link || is_about || self.is_member_here(who) {
            return Ok(());
        }
        let err = Error::new(say!("error-leaves-unheard", who = who));
        Err(err.hint(say!("hint-leaves-unheard", who = who)).into())
    }

    /// Asks each newcomer who is here for their own yes.
    pub(super) async fn newcomers(&mut self) -> Walked<()> {
        let Some(version) = self.state.items.last().and_then(Item::version) else { return Ok(()) };
        let newcomers = version.wording.effects.iter().filter_map(Effect::newcomer);
        for who in newcomers.map(str::to_owned).collect::<Vec<_>>() {
            while self.guests.contains(&who) && !self.state.joined.contains(&who) {
                let fact = self.pull(|_| Step::Accept { who: who.clone() }).await?;
                let answers = |it: &String, role: &Option<String>| *it == who && role.is_none();
                match &fact.what {
                    What::Deferred { who: it } if *it == who => break,
                    What::Declined { who: it, role, .. } if answers(it, role) => {
                        self.interjected(&fact)?;
                        break;
                    }
                    _ if self.interjected(&fact)? => {}
                    _ => return Err(out_of_turn(&fact)),
                }
            }
        }
        Ok(())
    }

    /// Takes the yes of a newcomer whom the circle took in, in this meeting or an earlier one.
    pub(super) fn join(&mut self, fact: &Fact, who: &str) -> Walked<()> {
        filled(who, &fact.what)?;
        let is_member = self.seats.find(who).is_some();
        ensure(!is_member, || say!("error-member-already", who = who))?;
        let has_joined = self.state.joined.iter().any(|it| it == who);
        ensure(!has_joined, || say!("error-joined-already", who = who))?;
        self.state.joined.push(who.to_owned());
        let mut after = self.state.circle_after(&self.circle).clone();
        let joins = Effect::Join { who: who.to_owned(), from: None };
        // A decision of this meeting may have brought them in already.
        if joins.apply(&mut after, fact.at.date_naive()).is_ok() {
            self.state.changed = Some(Box::new(after));
        }
        Ok(())
    }

    /// Takes the no of somebody to a role or to becoming a member. It takes the place of an earlier yes.
    pub(super) fn decline(&mut self, fact: &Fact, who: &str, role: Option<&str>) -> Walked<()> {
        filled(who, &fact.what)?;
        if role.is_none() {
            self.state.joined.retain(|it| it != who);
            let is_member = self.seats.find(who).is_some();
            if let Some(after) = self.state.changed.as_mut().filter(|_| !is_member) {
                after.members.retain(|it| it.name != who);
            }
        }
        Ok(())
    }

    /// Takes the acceptance of a role that a decision of this meeting gives. Returns whether there is
    /// such a decision.
    pub(super) fn accept_appointment(
        &mut self,
        fact: &Fact,
        who: &str,
        role: &str,
    ) -> Walked<bool> {
        let is_theirs = |it: &GivenRole| it.is.role == role && it.is.who == who;
        let given = |item: &Item| item.proposal().gives.iter().position(is_theirs);
        let items = self.state.items.iter().enumerate().rev();
        let found = items.into_iter().find_map(|(index, item)| Some((index, given(item)?)));
        let Some((index, place)) = found else { return Ok(false) };
        let given = &self.state.items[index].proposal().gives[place];
        let (from, to, is_done) = (given.since, given.until, given.accepted);
        ensure(!is_done, || say!("error-accepted-already", who = who, role = role))?;
        self.may_hold(role, &Held { who, from, to })?;
        self.holds(role, who, (from, to), fact.at.date_naive());
        if let Subject::Proposal(it) = &mut self.state.items[index].subject {
            it.gives[place].accepted = true;
        }
        Ok(true)
    }

    /// Notes who holds a role from now on, for later decisions of the meeting.
    pub(super) fn holds(
        &mut self,
        role: &str,
        who: &str,
        days: (NaiveDate, NaiveDate),
        day: NaiveDate,
    ) {
        let mut circle = self.state.circle_after(&self.circle).clone();
        if circle.roles.iter().all(|it| it.name != role) {
            circle.roles.push(Role { name: role.to_owned(), ..Role::default() });
        }
        if let Some(at) = circle.roles.iter().position(|it| it.name == role) {
            circle.roles[at] = circle.given(&circle.roles[at], who, days, day);
        }
        self.state.changed = Some(Box::new(circle));
    }
}
