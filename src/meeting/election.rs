//! The announcement and acceptance of an election, and which roles one person may not hold both.

use chrono::NaiveDate;

use crate::circle::Held;
use crate::error::Error;
use crate::lang::say;
use crate::meeting::details::Elected;
use crate::meeting::item::{Item, Outcome, Subject};
use crate::meeting::proposal::differing;
use crate::meeting::walk::{Walk, Walked, ensure, out_of_turn};
use crate::meeting::{ConsentMode, Fact, What};

impl Walk<'_> {
    /// Refuses a role for somebody who holds one, on some of the same days, that is kept apart from it:
    /// by the rules, or because one is the leader and the other the delegate (*Many Voices One Song*,
    /// chapter 2). Refuses an end before the beginning, or after somebody's last day in the circle.
    pub(super) fn may_hold(&self, role: &str, held: &Held<'_>) -> Walked<()> {
        let Held { who, from, to } = *held;
        if to < from {
            let err = Error::new(say!("error-until-before-since", until = to, since = from));
            return Err(err.hint(say!("hint-until")).into());
        }
        let circle = self.state.circle_after(&self.circle);
        if let Some(last) = circle.ends(who).filter(|last| *last < to) {
            let err = Error::new(say!("error-beyond-membership", who = who, date = last));
            // Who has left before the role begins cannot have it for any time.
            let hint = (from < last).then(|| say!("hint-beyond", date = last.to_string()));
            return Err(match hint {
                Some(hint) => err.hint(hint).into(),
                None => err.into(),
            });
        }
        let there = circle.roles.iter().find(|it| it.name == role);
        if let (Some(there), Some(at)) = (there, self.state.at) {
            circle.check_next(there, (from, to), at.date_naive())?;
        }
        let ended = circle.roles.iter().find(|it| it.name == role).and_then(|it| it.ended);
        if let Some(last) = ended.filter(|last| *last < to) {
            return Err(Error::new(say!("error-beyond-role", role = role, date = last)).into());
        }
        self.apart(role, held)
    }

    fn apart(&self, role: &str, held: &Held<'_>) -> Walked<()> {
        let who = held.who;
        for (one, two) in self.circle.apart() {
            let other = if one == role { two } else { one };
            let is_pair = one == role || two == role;
            if is_pair && self.holders(other).iter().any(|it| it.clashes(held)) {
                let err =
                    Error::new(say!("error-kept-apart", who = who, role = role, other = other));
                return Err(err.hint(say!("hint-kept-apart")).into());
            }
        }
        Ok(())
    }

    /// Returns who holds a role, now and later, and who will hold it once they accept.
    fn holders(&self, role: &str) -> Vec<Held<'_>> {
        let circle = self.state.circle_after(&self.circle);
        let in_file = circle.roles.iter().find(|it| it.name == role);
        let mut holders: Vec<Held<'_>> =
            in_file.map(|it| circle.held(it).collect()).unwrap_or_default();
        let pending = self.state.items.iter().flat_map(Item::unaccepted);
        holders.extend(pending.filter(|(it, _)| it.role == role).map(|(_, held)| held));
        for item in &self.state.items {
            let (Some(selection), Some(nominee)) = (item.election(), &item.draft.nominee) else {
                continue;
            };
            let Some((from, to)) = item.days(item.ended.date_naive()) else { continue };
            if selection.role == role && !selection.accepted {
                holders.push(Held { who: &nominee.name, from, to });
            }
        }
        holders
    }

    /// Takes the announcement of an election, which must state exactly what the circle consented
    /// to, from the day of the announcement to the day the term ends.
    pub(super) fn elect(&mut self, fact: &Fact, true_consent: ConsentMode) -> Walked<()> {
        let What::Elected(it) = &fact.what else { return Err(out_of_turn(fact)) };
        let Elected { present, absent, guests, since, until, .. } = &**it;
        let announced = fact.at.date_naive();
        self.assembled(present, absent, guests)?;
        let index = self.taken - 1;
        let here = self.is_member_here(&it.elected);
        let item = self.item();
        let (Some(selection), Some(version)) = (item.selection(), item.version()) else {
            return Err(out_of_turn(fact));
        };
        let wording = &version.wording;
        let (Some(nominee), Some((from, to))) = (&item.draft.nominee, item.days(announced)) else {
            return Err(out_of_turn(fact));
        };
        differing(
            fact,
            &[
                ("role", it.role != selection.role),
                ("elected", Some(it.elected.as_str()) != wording.who()),
                ("outside", it.outside != nominee.outside),
                ("accepted", it.accepted != here),
                ("since", *since != from),
                ("until", *until != to),
                ("term", it.term != wording.validity.term()),
                ("reason", it.reason != nominee.reason),
                ("measures", it.measures != wording.measures),
                ("version", it.version != version.number),
                ("consent", it.consent != true_consent),
            ],
        )?;
        // They may have accepted another role since they were put forward.
        self.may_hold(&it.role, &Held { who: &it.elected, from, to })?;
        self.item().outcome = Some(Outcome::Elected(index));
        self.selection().accepted = it.accepted;
        if it.accepted {
            self.holds(&it.role, &it.elected, (from, to), announced);
        }
        Ok(())
    }

    /// Takes the acceptance of a role by somebody who was elected in this meeting or an earlier one.
    pub(super) fn accept(&mut self, fact: &Fact, who: &str, role: Option<&str>) -> Walked<()> {
        let Some(role) = role else { return self.join(fact, who) };
        if self.accept_appointment(fact, who, role)? {
            return Ok(());
        }
        let here = self.state.items.iter().rposition(|it| {
            it.election().is_some_and(|it| it.role == role)
                && it.draft.nominee.as_ref().is_some_and(|it| it.name == who)
        });
        let done = match here.and_then(|index| self.state.items[index].election()) {
            Some(election) => election.accepted,
            None => self.state.accepted.iter().any(|it| it.0 == who && it.1 == role),
        };
        ensure(!done, || say!("error-accepted-already", who = who, role = role))?;
        let item = here.map(|index| &self.state.items[index]);
        let days = item.and_then(|it| it.days(it.ended.date_naive()));
        // The days of an election of an earlier meeting are not known here.
        let (from, to) = days.unwrap_or((fact.at.date_naive(), NaiveDate::MAX));
        self.apart(role, &Held { who, from, to })?;
        if let Some(Subject::Selection(it)) = here.map(|index| &mut self.state.items[index].subject)
        {
            it.accepted = true;
        } else {
            self.state.accepted.push((who.to_owned(), role.to_owned()));
        }
        self.holds(role, who, (from, to), fact.at.date_naive());
        Ok(())
    }
}
