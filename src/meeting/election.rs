//! An election: who may hold a role, who is elected to it, and who accepts it.

use crate::circle::RoleKind;
use crate::error::Error;
use crate::lang::say;
use crate::meeting::fact::Elected;
use crate::meeting::item::{Outcome, Subject};
use crate::meeting::proposal::differing;
use crate::meeting::walk::{Walk, Walked, out_of_turn};
use crate::meeting::{ConsentMode, Fact, What};
use crate::text::same;

impl Walk<'_> {
    /// Leader and delegate are never one person (*Many Voices One Song*, chapter 2), and what the
    /// rules keep apart stays apart.
    pub(super) fn may_hold(&self, role: &str, who: &str) -> Walked<()> {
        let kind = |kind| self.circle.roles.iter().find(|it| it.kind == Some(kind));
        let link = match (kind(RoleKind::Leader), kind(RoleKind::Delegate)) {
            (Some(leader), Some(delegate)) => Some((leader.name.clone(), delegate.name.clone())),
            _ => None,
        };
        for (one, two) in self.circle.rules.apart.iter().chain(&link) {
            let other = match () {
                () if one == role => two,
                () if two == role => one,
                () => continue,
            };
            if self.holders(other).iter().any(|it| same(it, who)) {
                let err =
                    Error::new(say!("error-kept-apart", who = who, role = role, other = other));
                return Err(err.hint(say!("hint-kept-apart")).into());
            }
        }
        Ok(())
    }

    /// Returns who holds a role by now, and who will once they accept.
    fn holders(&self, role: &str) -> Vec<&str> {
        let in_file = self.circle.roles.iter().find(|it| it.name == role);
        let mut holders: Vec<&str> =
            in_file.and_then(|it| it.holder.as_deref()).into_iter().collect();
        for (who, _) in self.state.accepted.iter().filter(|(_, it)| it == role) {
            holders = vec![who];
        }
        for item in &self.state.items {
            let (Some(selection), Some(nominee)) = (item.election(), &item.draft.nominee) else {
                continue;
            };
            if selection.role == role && !holders.contains(&nominee.name.as_str()) {
                if selection.accepted {
                    holders.clear();
                }
                holders.push(&nominee.name);
            }
        }
        holders
    }

    /// Takes the election as it was announced: the one the circle consented to, from the day it
    /// was announced to the day the term ends.
    pub(super) fn elect(&mut self, fact: &Fact, true_consent: ConsentMode) -> Walked<()> {
        let What::Elected(it) = &fact.what else { return Err(out_of_turn(fact)) };
        let Elected { present, absent, guests, since, until, .. } = &**it;
        self.assembled(present, absent, guests)?;
        let place = self.taken - 1;
        let day = fact.at.date_naive();
        let here = self.circle.seat(&it.elected).is_some_and(|seat| self.state.present[seat]);
        let item = self.item();
        let (Some(selection), Some(version)) = (item.selection(), item.version()) else {
            return Err(out_of_turn(fact));
        };
        let wording = &version.wording;
        let Some(nominee) = &item.draft.nominee else { return Err(out_of_turn(fact)) };
        differing(
            fact,
            &[
                ("role", it.role != selection.role),
                ("elected", Some(it.elected.as_str()) != wording.who()),
                ("outside", it.outside != nominee.outside),
                ("accepted", it.accepted != here),
                ("since", *since != day),
                ("until", *until != wording.term.after(day)),
                ("term", it.term != wording.term),
                ("reason", it.reason != nominee.reason),
                ("measures", it.measures != wording.measures),
                ("version", it.version != version.number),
                ("consent", it.consent != true_consent),
            ],
        )?;
        // Somebody may have accepted another role since they were put forward.
        self.may_hold(&it.role, &it.elected)?;
        self.item().outcome = Some(Outcome::Elected(place));
        self.selection().accepted = it.accepted;
        Ok(())
    }

    /// Somebody elected while absent or from outside accepts: now, or in an earlier meeting.
    pub(super) fn accept(&mut self, who: &str, role: &str) -> Walked<()> {
        let here = self.state.items.iter().rposition(|it| {
            it.election().is_some_and(|it| it.role == role)
                && it.draft.nominee.as_ref().is_some_and(|it| it.name == who)
        });
        let done = match here.and_then(|index| self.state.items[index].election()) {
            Some(election) => election.accepted,
            None => self.state.accepted.iter().any(|it| it.0 == who && it.1 == role),
        };
        if done {
            return Err(Error::new(say!("error-accepted-already", who = who, role = role)).into());
        }
        self.may_hold(role, who)?;
        match here.map(|index| &mut self.state.items[index].subject) {
            Some(Subject::Selection(it)) => it.accepted = true,
            _ => self.state.accepted.push((who.to_owned(), role.to_owned())),
        }
        Ok(())
    }
}
