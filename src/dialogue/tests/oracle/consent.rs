//! The oracle's rules for consent: everyone present and eligible answers the last version.

use crate::circle::{Consent, Effect};
use crate::dialogue::tests::oracle::{CurrentItem, Judged, Oracle, Point, must};
use crate::meeting::{Concerned, ConsentMode as Way, On, Phase, StoodAside, What};

impl Oracle<'_> {
    pub(crate) fn answer(&mut self, what: &What) -> Judged {
        match what {
            What::Consented { who, version, .. } => {
                self.void_call();
                self.may_answer(who, Some(*version))?;
                self.replace(who);
                self.item.consented.push(who.clone());
            }
            What::Objected { who, version, on: None, reason, .. } => {
                must(!reason.trim().is_empty(), "objected without a reason")?;
                self.void_call();
                self.may_answer(who, *version)?;
                if self.item.phase == Point::Consent {
                    self.replace(who);
                    self.item.objected.push(who.clone());
                }
                self.item.standing.push(who.clone());
            }
            What::Objected { who, version, on: Some(On::Consent), reason, .. } => {
                must(!reason.trim().is_empty(), "objected without a reason")?;
                self.may_speak_after_call(who, *version)?;
                self.item.standing.push(who.clone());
                self.item.called = None;
                self.item.phase = Point::Objections;
            }
            What::Concerned(Concerned { who, version, text }) => {
                must(!text.trim().is_empty(), "a concern without words")?;
                must(self.item.called.is_some(), "a concern without a call")?;
                must(*version == self.item.version, "a concern about another version")?;
                who.iter().try_for_each(|who| self.may_speak_after_call(who, Some(*version)))?;
            }
            What::StoodAside(StoodAside { who, version, reason, .. }) => {
                must(!reason.trim().is_empty(), "stood aside without a reason")?;
                must(self.circle.rules.aside, "stood aside where no rule allows it")?;
                must(self.item.role.is_none(), "stood aside from a person")?;
                let mut effects = self.item.put.iter().flat_map(|it| &it.effects);
                must(!effects.any(|it| it.concerns(who)), "stood aside from what is about them")?;
                must(self.item.phase == Point::Consent, "stood aside from nothing")?;
                self.may_answer(who, Some(*version))?;
                let called = self.item.called.clone();
                self.replace(who);
                self.item.called = called;
                self.item.asides.push(who.clone());
            }
            What::Withdrew { who, .. } => {
                self.is_here(who)?;
                must(self.item.standing.contains(who), "withdrew what was not objected")?;
                self.item.standing.retain(|it| it != who);
            }
            What::Agreed { on: On::Consent, present, version } => {
                must(self.circle.rules.consent == Consent::Call, "a call where no rule allows it")?;
                must(self.item.role.is_none(), "a call on a person")?;
                must(self.item.phase == Point::Consent, "a call on nothing")?;
                must(*version == Some(self.item.version), "a call on another version")?;
                let item = &self.item;
                let answered = item.consented.len() + item.objected.len() + item.asides.len();
                must(answered == 0, "a call after an answer")?;
                self.item.standing.retain(|it| !present.contains(it));
                self.item.called = Some(present.clone());
            }
            What::Reopened { step: Phase::Consent } => {
                let phases = [Point::Consent, Point::Objections];
                must(phases.contains(&self.item.phase), "a round again that never was")?;
                must(
                    self.owing().is_empty() || self.item.phase == Point::Objections,
                    "a round again before its end",
                )?;
                self.void();
                self.item.phase = Point::Consent;
            }
            _ => {}
        }
        Ok(())
    }

    /// Checks that only members present answer, to the last version, and the nominee last.
    fn may_answer(&self, who: &String, version: Option<u32>) -> Judged {
        let item = &self.item;
        self.is_here(who)?;
        must(!item.about.contains(who), "somebody consents on themselves")?;
        must(version == Some(item.version), "an answer to another version")?;
        if item.phase == Point::Objections {
            return Ok(());
        }
        must(item.phase == Point::Consent, "an answer to nothing")?;
        let last = self.asked_last();
        let others = self.owing().into_iter().any(|it| it != who && !last.contains(&it));
        must(!others || !last.contains(&who), "who gets the role before the others")
    }

    /// Returns who is put forward or appointed.
    fn asked_last(&self) -> Vec<&String> {
        let effects = self.item.put.iter().flat_map(|it| &it.effects);
        let appointed = effects.filter_map(Effect::appointment).map(|it| &it.who);
        self.nominee().into_iter().chain(appointed).collect()
    }

    /// Checks that only members present who are asked for consent speak up while a call stands.
    fn may_speak_after_call(&self, who: &String, version: Option<u32>) -> Judged {
        must(self.item.called.is_some(), "spoke of a call that does not stand")?;
        self.may_answer(who, version)
    }

    /// Ends a call without a result: also who stood aside after it has to answer.
    pub(crate) fn void_call(&mut self) {
        if self.item.called.take().is_some() {
            self.item.asides.clear();
        }
    }

    /// Records an answer in place of an earlier one.
    fn replace(&mut self, who: &String) {
        let item = &mut self.item;
        let CurrentItem { consented, objected, asides, standing, .. } = item;
        for answers in [consented, objected, asides, standing] {
            answers.retain(|it| it != who);
        }
    }

    /// Checks that everyone present and eligible consented to the last version, and nobody objects.
    pub(crate) fn consented(&self, version: u32, consent: Way) -> Judged {
        let item = &self.item;
        must(item.standing.is_empty(), "an objection stands")?;
        must(item.phase == Point::Consent, "nobody was asked for consent")?;
        must(version == item.version, "another version than was shown")?;
        let asked = self.consenting();
        must(!asked.is_empty(), "nobody consented")?;
        let heard = match (&item.called, consent) {
            (Some(called), Way::Call) => asked.iter().all(|it| called.contains(it)),
            (None, Way::Round) => asked.iter().all(|it| item.consented.contains(it)),
            _ => false,
        };
        must(heard, "somebody did not consent to this version")
    }

    /// Returns who consents if nobody owes an answer or objects.
    pub(crate) fn consenting(&self) -> Vec<&String> {
        let CurrentItem { about, asides, .. } = &self.item;
        self.present.iter().filter(|it| !about.contains(it) && !asides.contains(it)).collect()
    }

    /// Returns the nominee.
    pub(crate) fn nominee(&self) -> Option<&String> {
        self.item.put.as_ref()?.nominee.as_ref().map(|it| &it.name)
    }

    /// Returns who is present and eligible and has not answered the last version.
    pub(crate) fn owing(&self) -> Vec<&String> {
        let CurrentItem { consented, objected, asides, about, called, .. } = &self.item;
        let owes = |it: &&String| {
            let answered = [consented, objected, asides].iter().any(|list| list.contains(it));
            called.is_none() && !answered && !about.contains(it)
        };
        self.present.iter().filter(owes).collect()
    }
}
