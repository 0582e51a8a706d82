//! What is put to the circle, judged: a text or a person, whole and as it was said.

use crate::circle::OptionalStep;
use crate::dialogue::tests::oracle::{Judged, Oracle, Point, must};
use crate::meeting::{Draft, Nomination, Nominee, Phase, Presented, PutForward, What, Wording};

impl Oracle<'_> {
    pub(crate) fn names(&mut self, what: &What) -> Judged {
        match what {
            What::Sought { role, term, .. } => {
                self.table.role = Some((role.clone(), *term));
                self.table.said = Draft::default();
            }
            What::Wrote {} | What::Reopened { step: Phase::Nominate } => {
                self.table.phase = Point::Naming;
                self.table.named = false;
                self.table.spoken.clear();
            }
            What::Reopened { step: Phase::Change } => {
                self.table.phase = Point::Changing;
                self.table.spoken.clear();
            }
            What::Nominated(it) => {
                must(self.table.phase == Point::Naming, "named out of the round")?;
                must(!it.reason.trim().is_empty(), "named without a reason")?;
                self.is_here(&it.who)?;
                self.table.named = true;
                self.table.spoken.push(it.who.clone());
            }
            What::Changed(Nomination { who, .. }) | What::Kept { who } => {
                must(self.table.phase == Point::Changing, "changed out of the round")?;
                self.is_here(who)?;
                self.table.spoken.push(who.clone());
            }
            What::PutForward(put) => self.put_forward(put)?,
            _ => {}
        }
        Ok(())
    }

    fn put_forward(&mut self, put: &PutForward) -> Judged {
        let PutForward { nominee, outside, term, reason } = put.clone();
        let table = &mut self.table;
        let heard = matches!(table.phase, Point::Named | Point::Objections);
        must(heard, "somebody put forward before everyone was heard")?;
        must(self.circle.seat(&nominee).is_some() != outside, "put forward as what they are not")?;
        table.said.nominee = Some(Nominee { name: nominee, outside, reason });
        table.said.term = term;
        if table.phase == Point::Named {
            self.put();
            self.table.phase = Point::Consent;
        }
        Ok(())
    }

    pub(crate) fn proposal(&mut self, what: &What) -> Judged {
        let table = &mut self.table;
        match what {
            What::Proposed { by } => table.by = Some(by.clone()),
            What::Related { about: Some(who), .. } => table.about.push(who.clone()),
            What::Worded { text } => table.said.text = Some(text.clone()),
            What::Termed { term } => table.said.term = Some(*term),
            What::Assigned { responsible } => table.said.responsible = Some(responsible.clone()),
            What::Measured { measures } => table.said.measures = Some(measures.clone()),
            What::Presented(it) => self.presented(it)?,
            What::Skipped { step: Phase::Revise, .. } => {
                self.put();
                self.table.phase = Point::Consent;
            }
            What::Amended { text, term, responsible, measures } => {
                let at_once = table.phase == Point::Consent;
                must(at_once || table.phase == Point::Rounds, "amended what is not put")?;
                let (text, responsible) = (text.clone(), responsible.clone());
                let amended = Draft {
                    text,
                    term: *term,
                    responsible,
                    measures: measures.clone(),
                    nominee: None,
                };
                table.said = amended.or(&table.said);
                if at_once {
                    self.put();
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// What is put to the circle is what was said; what was never said is open until then.
    fn presented(&mut self, it: &Presented) -> Judged {
        let Presented { nominee, text, term, responsible, measures, .. } = it;
        let rules = &self.circle.rules;
        let said = &mut self.table.said;
        let named = said.nominee.as_ref().map(|it| &it.name);
        must(named == nominee.as_ref(), "put another person than was named")?;
        must(said.text.get_or_insert(text.clone()) == text, "put another text than was said")?;
        must(said.term.get_or_insert(*term) == term, "put another term than was said")?;
        let said_so = said.responsible.get_or_insert(responsible.clone()) == responsible;
        must(said_so, "put others to see to it than were said")?;
        let said_so = said.measures.get_or_insert(measures.clone()) == measures;
        must(said_so, "put other measures than were said")?;
        let phases = [Point::Before, Point::Rounds, Point::Objections];
        must(phases.contains(&self.table.phase), "put before the round was over")?;
        let rounds = rules.has(OptionalStep::Clarify) || rules.has(OptionalStep::React);
        let first = self.table.phase == Point::Before;
        self.put();
        self.table.phase = if first && rounds { Point::Rounds } else { Point::Consent };
        must(it.version == self.table.version, "put as another version than it is")
    }

    /// Every answer given so far is void. Objections that stand are integrated by what changed;
    /// by a change of the reason alone nothing is.
    fn put(&mut self) {
        let table = &mut self.table;
        let usual = table.role.as_ref().map_or(self.circle.rules.term, |(_, term)| *term);
        let said = table.said.clone();
        let now = Wording {
            nominee: said.nominee,
            text: said.text.unwrap_or_default(),
            term: said.term.unwrap_or(usual),
            responsible: said.responsible.unwrap_or_default(),
            measures: said.measures.unwrap_or_default(),
        };
        let unreasoned = |it: &Wording| {
            let nominee = it.nominee.clone().map(|it| Nominee { reason: String::new(), ..it });
            Wording { nominee, ..it.clone() }
        };
        if table.put.as_ref().map(unreasoned) != Some(unreasoned(&now)) {
            table.version += 1;
            table.standing.clear();
        }
        table.put = Some(now);
        self.void();
    }

    pub(crate) fn void(&mut self) {
        self.table.consented.clear();
        self.table.objected.clear();
        self.table.called = None;
    }
}
