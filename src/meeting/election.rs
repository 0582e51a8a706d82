//! The announcement and acceptance of an election, and which roles one person may not hold both.

use crate::circle::RoleKind;
use crate::error::Error;
use crate::lang::say;
use crate::meeting::details::Elected;
use crate::meeting::item::{Outcome, Subject};
use crate::meeting::proposal::differing;
use crate::meeting::walk::{Walk, Walked, ensure, out_of_turn};
use crate::meeting::{ConsentMode, Fact, Validity, What};
use crate::text::same;

impl Walk<'_> {
    /// Refuses a role for somebody who holds one that is kept apart from it: by the rules, or
    /// because one is the leader and the other the delegate (*Many Voices One Song*, chapter 2).
    pub(super) fn may_hold(&self, role: &str, who: &str) -> Walked<()> {
        let name = |kind| Some(self.circle.role(kind)?.name.clone());
        let link = name(RoleKind::Leader).zip(name(RoleKind::Delegate));
        for (one, two) in self.circle.rules.apart.iter().chain(&link) {
            let other = if one == role { two } else { one };
            let is_pair = one == role || two == role;
            if is_pair && self.holders(other).iter().any(|it| same(it, who)) {
                let err =
                    Error::new(say!("error-kept-apart", who = who, role = role, other = other));
                return Err(err.hint(say!("hint-kept-apart")).into());
            }
        }
        Ok(())
    }

    /// Returns who holds a role now, and who will hold it once they accept.
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

    /// Takes the announcement of an election, which must state exactly what the circle consented
    /// to, from the day of the announcement to the day the term ends.
    pub(super) fn elect(&mut self, fact: &Fact, true_consent: ConsentMode) -> Walked<()> {
        let What::Elected(it) = &fact.what else { return Err(out_of_turn(fact)) };
        let Elected { present, absent, guests, since, until, .. } = &**it;
        self.assembled(present, absent, guests)?;
        let index = self.taken - 1;
        let day = fact.at.date_naive();
        let here = self.seats.find(&it.elected).is_some_and(|seat| self.state.present[seat]);
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
                ("until", *until != it.term.after(day)),
                ("term", Validity::Term(it.term) != wording.validity),
                ("reason", it.reason != nominee.reason),
                ("measures", it.measures != wording.measures),
                ("version", it.version != version.number),
                ("consent", it.consent != true_consent),
            ],
        )?;
        // They may have accepted another role since they were put forward.
        self.may_hold(&it.role, &it.elected)?;
        self.item().outcome = Some(Outcome::Elected(index));
        self.selection().accepted = it.accepted;
        Ok(())
    }

    /// Takes the acceptance of a role by somebody who was elected in this meeting or an earlier one.
    pub(super) fn accept(&mut self, who: &str, role: &str) -> Walked<()> {
        let here = self.state.items.iter().rposition(|it| {
            it.election().is_some_and(|it| it.role == role)
                && it.draft.nominee.as_ref().is_some_and(|it| it.name == who)
        });
        let done = match here.and_then(|index| self.state.items[index].election()) {
            Some(election) => election.accepted,
            None => self.state.accepted.iter().any(|it| it.0 == who && it.1 == role),
        };
        ensure(!done, || say!("error-accepted-already", who = who, role = role))?;
        self.may_hold(role, who)?;
        match here.map(|index| &mut self.state.items[index].subject) {
            Some(Subject::Selection(it)) => it.accepted = true,
            _ => self.state.accepted.push((who.to_owned(), role.to_owned())),
        }
        Ok(())
    }
}
