//! The oracle's rules for results: decisions, elections, and who holds which role.

use chrono::NaiveDate;

use crate::circle::{Effect, Part, RoleKind};
use crate::dialogue::tests::oracle::{Judged, Oracle, RoleHolder, must, same_people};
use crate::meeting::{Adopted, ConsentMode as Way, DatedValidity, Elected, Fact, Validity, What};
use crate::text::same;

impl Oracle<'_> {
    pub(crate) fn outcome(&mut self, fact: &Fact) -> Judged {
        match &fact.what {
            What::Adopted(it) => self.adopted(fact, it),
            What::Elected(it) => self.elected(fact, it),
            What::Accepted { who, role: Some(role) } => self.accepts(fact, who, role),
            _ => Ok(()),
        }
    }

    fn adopted(&mut self, fact: &Fact, it: &Adopted) -> Judged {
        self.consented(it.version, it.consent)?;
        self.assembled(&it.present, &it.absent, &it.guests)?;
        let item = std::mem::take(&mut self.item);
        must(item.role.is_none(), "a text where a person was put")?;
        let put = item.put.ok_or("nothing was put")?;
        must(it.title == item.title, "another title")?;
        must(it.by.iter().chain(&it.with).eq(&item.by), "another proposer")?;
        must(it.text == put.text, "another text than was shown")?;
        must(it.validity.is == put.validity, "another term than was shown")?;
        must(it.responsible == put.responsible, "others see to it than was shown")?;
        must(it.effects == put.effects, "another change to the circle than was shown")?;
        let heard = |who: &String| item.about.contains(who) || self.present.contains(who);
        let lasting = matches!(it.validity.is, Validity::Lasts(_) | Validity::Expires(_));
        must(it.effects.is_empty() || !lasting, "a change to the circle that ends by itself")?;
        let today = fact.at.date_naive();
        for effect in &it.effects {
            let part = effect.part();
            match effect {
                Effect::Leave { who, on } => {
                    must(heard(who), "somebody leaves unheard")?;
                    self.last_days.push((part, on.map_or(today, |it| it.max(today))));
                }
                Effect::EndRole(_) => self.last_days.push((part, today)),
                Effect::Join { .. } | Effect::Role { .. } => {
                    self.last_days.retain(|(it, _)| *it != part);
                }
                Effect::Found(it) => must(it.members.iter().all(heard), "founded with others")?,
                Effect::Appoint(it) => {
                    let from = it.since.map_or(today, |it| it.max(today));
                    let own = self.circle.roles.iter().find(|role| role.name == it.role);
                    let own = own.and_then(|it| it.term);
                    let term = it.term.or(own).unwrap_or(self.circle.rules.term);
                    let to = it.until.unwrap_or_else(|| term.after(from));
                    let accepted = !it.outside && self.present.contains(&it.who);
                    let (role, who) = (it.role.clone(), it.who.clone());
                    self.elected.push(RoleHolder { role, who, accepted, from, to });
                }
                _ => {}
            }
        }
        must(it.measures == put.measures, "other measures than were shown")?;
        dated(it.validity, today)?;
        self.decisions += 1;
        Ok(())
    }

    fn elected(&mut self, fact: &Fact, it: &Elected) -> Judged {
        self.consented(it.version, it.consent)?;
        self.assembled(&it.present, &it.absent, &it.guests)?;
        let item = std::mem::take(&mut self.item);
        let put = item.put.ok_or("nobody was put forward")?;
        let nominee = put.nominee.ok_or("nobody was put forward")?;
        must(item.role.is_some_and(|(role, _)| role == it.role), "another role")?;
        must(it.consent == Way::Round, "elected by a call")?;
        must(it.elected == nominee.name, "another person than was put forward")?;
        must(it.outside == nominee.outside, "elected as what they are not")?;
        must(it.reason == nominee.reason, "another reason than was given")?;
        must(it.term == put.validity.term(), "another term than was shown")?;
        must(it.measures == put.measures, "other measures than were shown")?;
        let day = fact.at.date_naive();
        must(it.since == item.since.map_or(day, |it| it.max(day)), "since another day")?;
        let until = match put.validity {
            Validity::Until(last) => last,
            _ => it.term.ok_or("neither a term nor a last day")?.after(it.since),
        };
        must(it.until == until, "another end than its term says")?;
        must(it.accepted == self.present.contains(&it.elected), "accepted by somebody not here")?;
        let (role, who, accepted) = (it.role.clone(), it.elected.clone(), it.accepted);
        self.elected.push(RoleHolder { role, who, accepted, from: it.since, to: it.until });
        self.elections += 1;
        self.never_in_one_hand(day)
    }

    fn assembled(&self, present: &[String], absent: &[String], guests: &[String]) -> Judged {
        let names = self.circle.names();
        let away: Vec<_> = names.into_iter().filter(|it| !self.present.contains(it)).collect();
        must(same_people(present, &self.present), "not who was present")?;
        must(same_people(absent, &away), "not who was absent")?;
        must(same_people(guests, &self.guests), "not who was a guest")?;
        must(self.quorum(), "no quorum")
    }

    pub(crate) fn quorum(&self) -> bool {
        let seated = self.present.iter().filter(|it| self.circle.seat(it).is_some()).count();
        seated >= self.circle.rules.quorum.needed(self.circle.members.len())
    }

    fn accepts(&mut self, fact: &Fact, who: &str, role: &str) -> Judged {
        let theirs = |it: &&mut RoleHolder| it.who == who && it.role == role;
        match self.elected.iter_mut().rev().find(theirs) {
            Some(hand) if hand.accepted => return Err("accepted twice".to_owned()),
            Some(hand) => hand.accepted = true,
            None => {
                let (role, who) = (role.to_owned(), who.to_owned());
                let (from, to) = (NaiveDate::MIN, NaiveDate::MAX);
                self.accepted.push(RoleHolder { role, who, accepted: true, from, to });
            }
        }
        self.never_in_one_hand(fact.at.date_naive())
    }

    /// Checks each day from which a role is held.
    fn never_in_one_hand(&self, today: NaiveDate) -> Judged {
        let days: Vec<NaiveDate> = self.elected.iter().map(|it| it.from.max(today)).collect();
        let kind = |kind| self.circle.roles.iter().find(|it| it.kind == Some(kind));
        let leader = kind(RoleKind::Leader).map(|it| it.name.clone());
        let link = leader.zip(kind(RoleKind::Delegate).map(|it| it.name.clone()));
        for (one, two) in self.circle.rules.apart.iter().chain(&link) {
            for day in days.iter().copied().chain([today]) {
                let (one, two) = (self.holder(one, day), self.holder(two, day));
                let in_one_hand = one.zip(two).is_some_and(|(one, two)| same(one, two));
                must(!in_one_hand, "two roles in one hand that are kept apart")?;
            }
        }
        Ok(())
    }

    /// Returns who holds a role on a day: who was elected last and accepted, else the holder in the
    /// circle's file. Nobody holds it from their last day in the circle on, or from the role's.
    fn holder(&self, role: &str, day: NaiveDate) -> Option<&str> {
        let who = self.given(role, day)?;
        let ends =
            |it: &Part| *it == Part::Role(role.to_owned()) || *it == Part::Member(who.to_owned());
        let has_ended = self.last_days.iter().any(|(part, last)| ends(part) && *last <= day);
        (!has_ended).then_some(who)
    }

    /// Returns who was given a role that is not over on a day.
    fn given(&self, role: &str, day: NaiveDate) -> Option<&str> {
        let hands = self.accepted.iter().chain(&self.elected);
        let hands: Vec<_> = hands.filter(|it| it.accepted && it.role == role).collect();
        let now = hands.iter().rev().find(|it| it.from <= day && day < it.to);
        if hands.iter().any(|it| it.from <= day) {
            return now.map(|it| &*it.who);
        }
        let role = self.circle.roles.iter().find(|it| it.name == role)?;
        self.circle.held(role).find(|it| it.from <= day && day < it.to).map(|it| it.who)
    }
}

/// Checks the day that is kept beside how long a decision stands, if it is said on `today`.
pub(crate) fn dated(it: DatedValidity, today: NaiveDate) -> Judged {
    let day = match it.is {
        Validity::Term(term) | Validity::Lasts(term) => Some(term.after(today)),
        Validity::Until(day) | Validity::Expires(day) => Some(day),
        Validity::Once => None,
    };
    must(it.day == day, "another day than is said")?;
    must(day.is_none_or(|it| it >= today), "a day that has passed")
}
