//! Who answered what was shown last, judged: everyone who is here and eligible, and nobody else.

use crate::circle::Consent;
use crate::dialogue::tests::oracle::{Judged, Oracle, Point, Table, must};
use crate::meeting::{ConsentMode as Way, On, Phase, What};

impl Oracle<'_> {
    pub(crate) fn answer(&mut self, what: &What) -> Judged {
        match what {
            What::Consented { who, version, .. } => {
                self.may_answer(who, Some(*version))?;
                self.replace(who);
                self.table.consented.push(who.clone());
            }
            What::Objected { who, version, on: None, reason, .. } => {
                must(!reason.trim().is_empty(), "objected without a reason")?;
                self.may_answer(who, *version)?;
                if self.table.phase == Point::Consent {
                    self.replace(who);
                    self.table.objected.push(who.clone());
                }
                self.table.standing.push(who.clone());
            }
            What::Withdrew { who, .. } => {
                self.is_here(who)?;
                must(self.table.standing.contains(who), "withdrew what was not objected")?;
                self.table.standing.retain(|it| it != who);
            }
            What::Agreed { on: On::Consent, present, version } => {
                must(self.circle.rules.consent == Consent::Call, "a call where no rule allows it")?;
                must(self.table.role.is_none(), "a call on a person")?;
                must(self.table.phase == Point::Consent, "a call on nothing")?;
                must(*version == Some(self.table.version), "a call on another version")?;
                let answered = self.table.consented.len() + self.table.objected.len();
                must(answered == 0, "a call after an answer")?;
                self.table.standing.retain(|it| !present.contains(it));
                self.table.called = Some(present.clone());
            }
            What::Reopened { step: Phase::Consent } => {
                let phases = [Point::Consent, Point::Objections];
                must(phases.contains(&self.table.phase), "a round again that never was")?;
                must(
                    self.owing().is_empty() || self.table.phase == Point::Objections,
                    "a round again before its end",
                )?;
                self.void();
                self.table.phase = Point::Consent;
            }
            _ => {}
        }
        Ok(())
    }

    /// Only members who are here, on what was shown last; a nominee behind all others.
    fn may_answer(&self, who: &String, version: Option<u32>) -> Judged {
        let table = &self.table;
        self.is_here(who)?;
        must(!table.about.contains(who), "somebody consents on themselves")?;
        must(version == Some(table.version), "an answer to another version")?;
        if table.phase == Point::Objections {
            return Ok(());
        }
        must(table.phase == Point::Consent, "an answer to nothing")?;
        let others = self.owing().into_iter().any(|it| it != who);
        must(!others || Some(who) != self.nominee(), "the nominee before the others")
    }

    /// A later answer takes the place of an earlier one.
    fn replace(&mut self, who: &String) {
        let table = &mut self.table;
        table.called = None;
        for answers in [&mut table.consented, &mut table.objected, &mut table.standing] {
            answers.retain(|it| it != who);
        }
    }

    /// Everyone who is here and eligible consented to what was shown last, and nobody objects.
    pub(crate) fn consented(&self, version: u32, consent: Way) -> Judged {
        let table = &self.table;
        must(table.standing.is_empty(), "an objection stands")?;
        must(table.phase == Point::Consent, "nobody was asked for consent")?;
        must(version == table.version, "another version than was shown")?;
        let asked: Vec<_> = self.present.iter().filter(|it| !table.about.contains(it)).collect();
        must(!asked.is_empty(), "nobody consented")?;
        let heard = match (&table.called, consent) {
            (Some(called), Way::Call) => asked.iter().all(|it| called.contains(it)),
            (None, Way::Round) => asked.iter().all(|it| table.consented.contains(it)),
            _ => false,
        };
        must(heard, "somebody did not consent to this version")
    }

    /// Who is put forward.
    pub(crate) fn nominee(&self) -> Option<&String> {
        self.table.put.as_ref()?.nominee.as_ref().map(|it| &it.name)
    }

    /// Who is here and eligible and has not answered what was shown last.
    pub(crate) fn owing(&self) -> Vec<&String> {
        let Table { consented, objected, about, called, .. } = &self.table;
        let owes = |it: &&String| {
            let answered = consented.contains(it) || objected.contains(it);
            called.is_none() && !answered && !about.contains(it)
        };
        self.present.iter().filter(owes).collect()
    }
}
