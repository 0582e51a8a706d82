//! A proposal, from the draft to the decision, step by step. The consent round is in `consent`.

use crate::circle::OptionalStep;
use crate::error::Error;
use crate::lang::say;
use crate::meeting::details::{Adopted, Amended, Presented, Termed};
use crate::meeting::item::{Draft, Item, Outcome, Subject, Version, Wording};
use crate::meeting::state::Step;
use crate::meeting::walk::{Walk, Walked, ensure, filled, out_of_turn, same_people};
use crate::meeting::{ConsentMode, Fact, Phase, Validity, What, dated};

impl Walk<'_> {
    /// Decides a proposal by consent (*Many Voices One Song*, chapter 3).
    pub(super) async fn decide(&mut self) -> Walked<()> {
        self.draft().await?;
        let rules = &self.circle.rules;
        let (clarify, react) = (rules.has(OptionalStep::Clarify), rules.has(OptionalStep::React));
        if clarify {
            self.round(Phase::Clarify, None).await?;
        }
        if react {
            self.round(Phase::React, None).await?;
        }
        if clarify || react {
            self.revise().await?;
        }
        while !self.consent_round().await? {
            self.integrate().await?;
        }
        self.newcomers().await
    }

    async fn draft(&mut self) -> Walked<()> {
        loop {
            let fact = self.take(Step::Draft).await?;
            if matches!(fact.what, What::Presented(_)) {
                return self.present(&fact);
            }
            self.reword(&fact)?;
        }
    }

    async fn revise(&mut self) -> Walked<()> {
        let before = self.item().draft.clone();
        loop {
            let fact = self.take(Step::Revise).await?;
            match &fact.what {
                What::Presented(_) => return self.present(&fact),
                What::Raised { text } => {
                    filled(text, &fact.what)?;
                    self.round(Phase::Explore, Some(text)).await?;
                }
                What::Skipped { step: Phase::Revise, .. } => {
                    if self.item().draft != before {
                        // A changed draft has to be presented, which states all of it.
                        let err = Error::new(say!("error-step-not-optional"));
                        return Err(err.hint(say!("hint-skip-changed")).into());
                    }
                    self.put();
                    return Ok(());
                }
                _ => self.reword(&fact)?,
            }
        }
    }

    /// Takes one change to the draft of a proposal.
    fn reword(&mut self, fact: &Fact) -> Walked<()> {
        match &fact.what {
            What::Proposed { by, with } => {
                filled(by, &fact.what)?;
                let entry = &mut self.item().entry;
                (entry.by, entry.with) = (Some(by.clone()), with.clone());
            }
            What::Related { replaces, ends, about, .. } => {
                let people = fact.what.people();
                people.iter().try_for_each(|who| {
                    ensure(self.seats.find(who).is_some(), || say!("error-no-member", who = who))
                })?;
                let Subject::Proposal(proposal) = &mut self.item().subject else {
                    return Err(out_of_turn(fact));
                };
                match (replaces, ends, about) {
                    (Some(id), None, None) => proposal.replaces.push(id.clone()),
                    (None, Some(id), None) => proposal.ends.push(id.clone()),
                    (None, None, Some(_)) => proposal.about.extend(people),
                    _ => return Err(out_of_turn(fact)),
                }
            }
            _ => self.change(fact)?,
        }
        Ok(())
    }

    /// Takes a change to the text, how long it stands, responsible people, measures or nominee.
    pub(super) fn change(&mut self, fact: &Fact) -> Walked<()> {
        if let What::Termed(Termed { validity }) = &fact.what {
            self.may_stand(*validity)?;
        }
        let item = self.item();
        match (&item.subject, &fact.what) {
            (Subject::Selection(_), What::PutForward(put)) => self.put_forward(fact, put)?,
            (Subject::Proposal(_), What::Worded { text }) => {
                filled(text, &fact.what)?;
                item.draft.text = Some(text.clone());
            }
            (Subject::Proposal(_), What::Assigned { responsible }) => {
                item.draft.responsible = Some(responsible.clone());
            }
            (_, What::Termed(Termed { validity })) => item.draft.validity = Some(*validity),
            (_, What::Measured { measures }) => item.draft.measures = Some(measures.clone()),
            (Subject::Proposal(_), What::Effected { effects, text }) => {
                item.draft.effects = Some(effects.clone());
                if let Some(text) = text {
                    filled(text, &fact.what)?;
                    item.draft.text = Some(text.clone());
                }
            }
            _ => return Err(out_of_turn(fact)),
        }
        if matches!(fact.what, What::Effected { .. }) { self.check_effects(fact) } else { Ok(()) }
    }

    /// Takes an amendment made in a round; refuses one that changes nothing.
    pub(super) fn amend(&mut self, fact: &Fact) -> Walked<()> {
        let What::Amended(it) = &fact.what else { return Err(out_of_turn(fact)) };
        let Amended { text, validity, responsible, measures, effects } = it;
        validity.iter().try_for_each(|it| self.may_stand(*it))?;
        // Wordings are compared, because stating a term that applies anyway changes nothing.
        let usual = self.circle.rules.term;
        let before = self.item().wording(usual);
        let Item { subject, draft, .. } = self.item();
        match (&*subject, text, validity, responsible, measures, effects) {
            (Subject::Proposal(_), Some(text), None, None, None, None) => {
                filled(text, &fact.what)?;
                draft.text = Some(text.clone());
            }
            (Subject::Proposal(_), None, None, Some(_), None, None) => {
                draft.responsible.clone_from(responsible);
            }
            // A text that only says what changes in the circle changes too.
            (Subject::Proposal(_), text, None, None, None, Some(_)) => {
                draft.effects.clone_from(effects);
                if let Some(text) = text {
                    filled(text, &fact.what)?;
                    draft.text = Some(text.clone());
                }
            }
            (_, None, Some(validity), None, None, None) => draft.validity = Some(*validity),
            (_, None, None, None, Some(_), None) => draft.measures.clone_from(measures),
            _ => return Err(out_of_turn(fact)),
        }
        self.check_effects(fact)?;
        let is_changed = !self.item().wording(usual).changes(&before).is_empty();
        ensure(is_changed, || say!("error-no-change"))
    }

    /// Takes a version that is put to the circle. It must repeat what the draft says, and it sets
    /// what was open.
    pub(super) fn present(&mut self, fact: &Fact) -> Walked<()> {
        let What::Presented(put) = &fact.what else { return Err(out_of_turn(fact)) };
        let Presented { version, text, nominee, validity, since, .. } = put;
        let usual = self.circle.rules.term;
        let day = fact.at.date_naive();
        // Somebody may be put forward until a day, which their draft says.
        let is_day = matches!(validity.is, Validity::Until(_));
        if !is_day || self.item().selection().is_none() {
            self.may_stand(validity.is)?;
        }
        not_past(fact, validity.is)?;
        let item = self.item();
        if matches!(item.subject, Subject::Proposal(_)) && text.trim().is_empty() {
            return Err(Error::new(say!("error-no-text")).hint(say!("hint-no-text")).into());
        }
        let wording = Wording {
            nominee: item.draft.nominee.clone(),
            text: text.clone(),
            validity: validity.is,
            responsible: put.responsible.clone(),
            measures: put.measures.clone(),
            effects: put.effects.clone(),
        };
        let whole = match item.subject {
            Subject::Selection(_) => item.wording(usual),
            _ => item.draft.clone().or(&Draft::of(&wording)).whole(validity.is),
        };
        differing(
            fact,
            &[
                ("nominee", nominee.as_deref() != wording.who()),
                ("text", whole != wording),
                ("since", *since != item.selection().and_then(|it| it.since)),
                (validity.is.day_key(), *validity != validity.is.announced(item.begins(day))),
            ],
        )?;
        item.draft = Draft::of(&wording);
        self.check_effects(fact)?;
        self.put();
        let number = self.item().version().map(|it| it.number);
        differing(fact, &[("version", number != Some(*version))])
    }

    /// Puts the draft to the circle. If anything changed, it is a new version, and the open
    /// objections are integrated by what changed.
    pub(super) fn put(&mut self) {
        let term = self.circle.rules.term;
        let item = self.item();
        let wording = item.wording(term);
        let mut number = 1;
        if let Some(last) = item.versions.last() {
            let changes = last.wording.changes(&wording);
            if changes.is_empty() {
                return;
            }
            number = last.number + 1;
            for objection in item.objections.iter_mut().filter(|it| it.resolutions.is_empty()) {
                objection.resolutions.clone_from(&changes);
            }
        }
        item.versions.push(Version { number, wording });
    }

    /// Takes the announcement of a decision, which must state exactly what the circle consented
    /// to, and who is present.
    pub(super) fn adopt(&mut self, fact: &Fact, true_consent: ConsentMode) -> Walked<()> {
        let What::Adopted(it) = &fact.what else { return Err(out_of_turn(fact)) };
        let Adopted { present, absent, guests, replaces, ends, .. } = &**it;
        self.assembled(present, absent, guests)?;
        same_people(&it.written, self.asked_in_writing(), "written")?;
        not_past(fact, it.validity.is)?;
        let (index, day) = (self.taken - 1, fact.at.date_naive());
        let item = self.item();
        let Some(Version { number, wording }) = item.version() else {
            return Err(out_of_turn(fact));
        };
        let proposal = item.proposal();
        differing(
            fact,
            &[
                ("title", it.title != item.entry.title),
                ("text", it.text != wording.text),
                (it.validity.is.key(), it.validity.is != wording.validity),
                (it.validity.is.day_key(), it.validity != it.validity.is.announced(day)),
                ("responsible", it.responsible != wording.responsible),
                ("measures", it.measures != wording.measures),
                ("effects", it.effects != wording.effects),
                ("by", it.by != item.entry.by),
                ("with", it.with != item.entry.with),
                ("version", it.version != *number),
                ("consent", it.consent != true_consent),
                ("replaces", !related(replaces, &proposal.replaces, 1)),
                ("ends", !related(ends, &proposal.ends, 0)),
            ],
        )?;
        self.effect(fact, &it.effects)?;
        self.item().outcome = Some(Outcome::Adopted(index));
        Ok(())
    }

    /// Refuses to say how long a role is given in any other way than with a term.
    pub(super) fn may_stand(&self, validity: Validity) -> Walked<()> {
        if validity.term().is_some() {
            return Ok(());
        }
        if self.state.on_table().is_some_and(|it| it.selection().is_some()) {
            let err = Error::new(say!("error-role-how-long", key = validity.key()));
            return Err(err.hint(say!("hint-role-validity")).into());
        }
        Ok(())
    }

    /// Refuses an announcement with wrong lists of people, or without a quorum.
    pub(super) fn assembled(
        &self,
        present: &[String],
        absent: &[String],
        guests: &[String],
    ) -> Walked<()> {
        self.everyone(present)?;
        same_people(absent, self.out_of_reach(), "absent")?;
        same_people(guests, self.state.guests.iter().map(String::as_str), "guests")?;
        self.quorum()
    }

    /// Refuses a decision without a quorum of members, including those a proposal is about. Those who
    /// answered in writing count.
    pub(super) fn quorum(&self) -> Walked<()> {
        let day = self.state.at.unwrap_or_default().date_naive();
        let (here, needed) = self.state.quorum(&self.circle, day);
        if here >= needed {
            return Ok(());
        }
        let err = Error::new(say!("error-quorum-unmet", here = here, needed = needed));
        Err(err.hint(say!("hint-quorum-unmet")).into())
    }
}

/// Refuses a decision that would stand until a day that has passed.
fn not_past(fact: &Fact, validity: Validity) -> Walked<()> {
    let not_past = validity.day().map_or(Ok(()), |it| dated::not_past(fact, it));
    not_past.map_err(|err| err.hint(say!("hint-day-past")).into())
}

/// Returns whether decisions that are replaced or ended are those that were named for it, and at
/// most `more`: the decision in force under the same title, which is replaced without being named.
fn related(said: &[String], named: &[String], more: usize) -> bool {
    named.iter().all(|it| said.contains(it))
        && said.iter().filter(|it| !named.contains(it)).count() <= more
}

/// Refuses a fact if one of its keys differs from what was put to the circle.
pub(crate) fn differing(fact: &Fact, keys: &[(&str, bool)]) -> Walked<()> {
    let Some((key, _)) = keys.iter().find(|(_, differs)| *differs) else { return Ok(()) };
    Err(Error::new(say!("error-fact-differs", fact = fact.what.word(), key = *key)).into())
}
