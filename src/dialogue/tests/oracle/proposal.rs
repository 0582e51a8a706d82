//! The oracle's rules for what is put to the circle: the whole proposal or nominee, as recorded.

use crate::circle::OptionalStep;
use crate::dialogue::tests::oracle::{Judged, Oracle, Point, must};
use crate::meeting::{
    Amended, Draft, Nomination, Nominee, Phase, Presented, PutForward, Struck, Validity, What,
    Wording,
};

impl Oracle<'_> {
    pub(crate) fn names(&mut self, what: &What) -> Judged {
        match what {
            What::Dated(it) => self.item.since = Some(it.since),
            What::Sought(it) => {
                let goes_on = it.meeting.is_some();
                let is_open = goes_on && self.item.since.is_none();
                must(
                    is_open || it.since == self.item.since,
                    "begins on another day than was said",
                )?;
                must(goes_on || it.qualifications.is_empty(), "asks for what nobody asked for")?;
                self.item.since = it.since;
                self.item.asked_for.extend(it.qualifications.iter().cloned());
                self.item.role = Some((it.role.clone(), it.term));
                self.item.said = Draft::default();
            }
            What::Qualified { text, .. } => {
                must(self.item.phase == Point::Before, "asked for out of turn")?;
                self.item.asked_for.push(text.clone());
            }
            What::Struck(Struck { text }) => {
                must(self.item.phase == Point::Before, "struck out of turn")?;
                let place = self.item.asked_for.iter().rposition(|it| it == text);
                must(place.is_some(), "struck what nobody asked for")?;
                self.item.asked_for.remove(place.unwrap());
            }
            What::Wrote {} | What::Reopened { step: Phase::Nominate } => {
                self.item.phase = Point::Naming;
                self.item.named = false;
                self.item.spoken.clear();
            }
            What::Reopened { step: Phase::Change } => {
                self.item.phase = Point::Changing;
                self.item.spoken.clear();
            }
            What::Nominated(it) => {
                must(self.item.phase == Point::Naming, "named out of the round")?;
                must(!it.reason.trim().is_empty(), "named without a reason")?;
                self.is_here(&it.who)?;
                self.item.named = true;
                self.item.spoken.push(it.who.clone());
            }
            What::Changed(Nomination { who, .. }) | What::Kept { who } => {
                must(self.item.phase == Point::Changing, "changed out of the round")?;
                self.is_here(who)?;
                self.item.spoken.push(who.clone());
            }
            What::PutForward(put) => self.put_forward(put)?,
            _ => {}
        }
        Ok(())
    }

    fn put_forward(&mut self, put: &PutForward) -> Judged {
        let PutForward { nominee, outside, term, until, reason } = put.clone();
        let item = &mut self.item;
        let heard = matches!(item.phase, Point::Named | Point::Objections);
        must(heard, "somebody put forward before everyone was heard")?;
        must(self.circle.seat(&nominee).is_some() != outside, "put forward as what they are not")?;
        item.said.nominee = Some(Nominee { name: nominee, outside, reason });
        item.said.validity = term.map(Validity::Term).or(until.map(Validity::Until));
        if item.phase == Point::Named {
            self.put();
            self.item.phase = Point::Consent;
        }
        Ok(())
    }

    pub(crate) fn proposal(&mut self, what: &What) -> Judged {
        let item = &mut self.item;
        match what {
            What::Proposed { by, with } => {
                item.by = [by].into_iter().chain(with).cloned().collect();
            }
            What::Related { about: Some(who), with, .. } => {
                item.about.push(who.clone());
                item.about.extend_from_slice(with);
            }
            What::Worded { text } => item.said.text = Some(text.clone()),
            What::Termed(it) => item.said.validity = Some(it.validity),
            What::Assigned { responsible } => item.said.responsible = Some(responsible.clone()),
            What::Measured { measures } => item.said.measures = Some(measures.clone()),
            What::Effected { effects, text } => {
                item.said.effects = Some(effects.clone());
                item.said.text = text.clone().or(item.said.text.take());
            }
            What::Presented(it) => self.presented(it)?,
            What::Skipped { step: Phase::Revise, .. } => {
                self.put();
                self.item.phase = Point::Consent;
            }
            What::Amended(Amended { text, validity, responsible, measures, effects }) => {
                let at_once = item.phase == Point::Consent;
                must(at_once || item.phase == Point::Rounds, "amended what is not put")?;
                let (text, responsible) = (text.clone(), responsible.clone());
                let amended = Draft {
                    text,
                    validity: *validity,
                    responsible,
                    measures: measures.clone(),
                    effects: effects.clone(),
                    nominee: None,
                };
                item.said = amended.or(&item.said);
                if at_once {
                    self.put();
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Checks that what is put to the circle agrees with earlier facts, as far as there are any.
    fn presented(&mut self, it: &Presented) -> Judged {
        let Presented { nominee, text, validity, responsible, measures, .. } = it;
        let is = validity.is;
        let rules = &self.circle.rules;
        let said = &mut self.item.said;
        let named = said.nominee.as_ref().map(|it| &it.name);
        must(named == nominee.as_ref(), "put another person than was named")?;
        must(said.text.get_or_insert(text.clone()) == text, "put another text than was said")?;
        must(it.since == self.item.since, "put from another day than was said")?;
        must(*said.validity.get_or_insert(is) == is, "put another term than was said")?;
        let said_so = said.responsible.get_or_insert(responsible.clone()) == responsible;
        must(said_so, "put others to see to it than were said")?;
        let said_so = said.measures.get_or_insert(measures.clone()) == measures;
        must(said_so, "put other measures than were said")?;
        let said_so = *said.effects.get_or_insert(it.effects.clone()) == it.effects;
        must(said_so, "put other changes to the circle than were said")?;
        let phases = [Point::Before, Point::Rounds, Point::Objections];
        must(phases.contains(&self.item.phase), "put before the round was over")?;
        let rounds = rules.has(OptionalStep::Clarify) || rules.has(OptionalStep::React);
        let first = self.item.phase == Point::Before;
        self.put();
        self.item.phase = if first && rounds { Point::Rounds } else { Point::Consent };
        must(it.version == self.item.version, "put as another version than it is")
    }

    /// Voids all answers. Any change except of the reason integrates the open objections.
    fn put(&mut self) {
        let item = &mut self.item;
        let usual = item.role.as_ref().map_or(self.circle.rules.term, |(_, term)| *term);
        let said = item.said.clone();
        let now = Wording {
            nominee: said.nominee,
            text: said.text.unwrap_or_default(),
            validity: said.validity.unwrap_or(Validity::Term(usual)),
            responsible: said.responsible.unwrap_or_default(),
            measures: said.measures.unwrap_or_default(),
            effects: said.effects.unwrap_or_default(),
        };
        let unreasoned = |it: &Wording| {
            let nominee = it.nominee.clone().map(|it| Nominee { reason: String::new(), ..it });
            Wording { nominee, ..it.clone() }
        };
        if item.put.as_ref().map(unreasoned) != Some(unreasoned(&now)) {
            item.version += 1;
            item.standing.clear();
        }
        item.put = Some(now);
        self.void();
    }

    pub(crate) fn void(&mut self) {
        self.item.consented.clear();
        self.item.objected.clear();
        self.item.asides.clear();
        self.item.called = None;
    }
}
