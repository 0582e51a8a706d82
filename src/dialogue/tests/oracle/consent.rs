//! The oracle's rules for consent: everyone present and eligible answers the last version.

use crate::circle::Consent;
use crate::dialogue::tests::oracle::{CurrentItem, Judged, Oracle, Point, must};
use crate::meeting::{ConsentMode as Way, On, Phase, What};

impl Oracle<'_> {
    pub(crate) fn answer(&mut self, what: &What) -> Judged {
        match what {
            What::Consented { who, version, .. } => {
                self.may_answer(who, Some(*version))?;
                self.replace(who);
                self.item.consented.push(who.clone());
            }
            What::Objected { who, version, on: None, reason, .. } => {
                must(!reason.trim().is_empty(), "objected without a reason")?;
                self.may_answer(who, *version)?;
                if self.item.phase == Point::Consent {
                    self.replace(who);
                    self.item.objected.push(who.clone());
                }
                self.item.standing.push(who.clone());
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
                let answered = self.item.consented.len() + self.item.objected.len();
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
        let others = self.owing().into_iter().any(|it| it != who);
        must(!others || Some(who) != self.nominee(), "the nominee before the others")
    }

    /// Records an answer in place of an earlier one.
    fn replace(&mut self, who: &String) {
        let item = &mut self.item;
        item.called = None;
        for answers in [&mut item.consented, &mut item.objected, &mut item.standing] {
            answers.retain(|it| it != who);
        }
    }

    /// Checks that everyone present and eligible consented to the last version, and nobody objects.
    pub(crate) fn consented(&self, version: u32, consent: Way) -> Judged {
        let item = &self.item;
        must(item.standing.is_empty(), "an objection stands")?;
        must(item.phase == Point::Consent, "nobody was asked for consent")?;
        must(version == item.version, "another version than was shown")?;
        let asked: Vec<_> = self.present.iter().filter(|it| !item.about.contains(it)).collect();
        must(!asked.is_empty(), "nobody consented")?;
        let heard = match (&item.called, consent) {
            (Some(called), Way::Call) => asked.iter().all(|it| called.contains(it)),
            (None, Way::Round) => asked.iter().all(|it| item.consented.contains(it)),
            _ => false,
        };
        must(heard, "somebody did not consent to this version")
    }

    /// Returns the nominee.
    pub(crate) fn nominee(&self) -> Option<&String> {
        self.item.put.as_ref()?.nominee.as_ref().map(|it| &it.name)
    }

    /// Returns who is present and eligible and has not answered the last version.
    pub(crate) fn owing(&self) -> Vec<&String> {
        let CurrentItem { consented, objected, about, called, .. } = &self.item;
        let owes = |it: &&String| {
            let answered = consented.contains(it) || objected.contains(it);
            called.is_none() && !answered && !about.contains(it)
        };
        self.present.iter().filter(owes).collect()
    }
}
