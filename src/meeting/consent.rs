//! The consent round, in which everyone answers to the same version, and the objections after it.
//!
//! Nobody can pass in it and it is never skipped. An answer to an earlier version does not count.

use crate::circle::Consent;
use crate::error::Error;
use crate::lang::say;
use crate::meeting::item::{Aside, Concern, Objection, Outcome, Resolution};
use crate::meeting::round::{RoundProgress, Turn, not_asked};
use crate::meeting::state::Step;
use crate::meeting::voices::{Concerned, StoodAside};
use crate::meeting::walk::{Stop, Walk, Walked, ensure, filled, out_of_turn};
use crate::meeting::{ConsentMode, Fact, ItemKind, On, Phase, Setting, What};
use crate::toml_file::Word;

/// The answers in a consent round so far.
pub(super) struct ConsentAnswers {
    /// By seat.
    by_seat: Vec<Option<ConsentAnswer>>,
    /// Whether everyone was asked at once, and the call stands.
    pub(super) called: bool,
}

#[derive(Clone)]
enum ConsentAnswer {
    /// No objection, perhaps with a concern that is new in this round.
    Consent(Option<Concern>),
    /// An objection, which is the one open objection of this member.
    Objection,
    /// Neither of the two: the member stands aside.
    Aside,
}

impl Walk<'_> {
    /// Asks everyone present for consent. Returns whether the decision was announced; otherwise
    /// somebody objected.
    pub(super) async fn consent_round(&mut self) -> Walked<bool> {
        let (mut round, mut answers) = self.begin_consent();
        loop {
            let complete = answers.called || round.next().is_none();
            self.state.finished = complete.then_some(Phase::Consent);
            if complete && self.has_objections(&answers) {
                return Ok(false);
            }
            let heard = if answers.called { ConsentMode::Call } else { ConsentMode::Round };
            let step = |walk: &Self| match walk.shown(&round) {
                round if complete => Step::Announce { heard, round },
                round => Step::Consent(round),
            };
            let Some(fact) = self.hear(step).await? else {
                self.see_who_is_here(&mut round, &mut answers);
                continue;
            };
            match &fact.what {
                What::Objected { on: Some(On::Consent), .. } if answers.called => {
                    self.object_to_call(&fact, &round)?;
                    self.state.finished = Some(Phase::Consent);
                    return Ok(false);
                }
                What::Concerned(said) if answers.called => {
                    self.note_after_call(&fact, said, &round)?;
                }
                What::Consented { .. } | What::Objected { .. } => {
                    self.void_call(&mut round, &mut answers);
                    self.take_answer(&fact, &mut round, &mut answers)?;
                }
                What::StoodAside(said) => {
                    self.may_stand_aside(&fact, said)?;
                    self.take_answer(&fact, &mut round, &mut answers)?;
                }
                What::Agreed { on: On::Consent, version, present } => {
                    self.version_is(*version)?;
                    self.everyone(present)?;
                    self.may_call(&answers)?;
                    answers.called = true;
                }
                What::Deferred { who } if !complete => self.defer(&mut round, who)?,
                What::Amended { .. } => {
                    self.amend(&fact)?;
                    self.put();
                    (round, answers) = self.begin_consent();
                }
                What::Reopened { .. } if complete => {
                    (round, answers) = self.begin_consent();
                }
                What::Awaited(it) if complete && !answers.called => {
                    self.await_answers(&fact, it)?;
                    if self.setting == Setting::InWriting {
                        return self.hear_in_writing(round, answers).await;
                    }
                    self.item().outcome = Some(Outcome::Awaited(self.taken - 1));
                    return Err(Stop::ItemEnded);
                }
                What::Adopted(_) | What::Elected(_) if complete => {
                    self.somebody_consented()?;
                    if self.item().entry.kind == ItemKind::Select {
                        self.elect(&fact, heard)?;
                    } else {
                        self.nobody_is_waited_for()?;
                        self.adopt(&fact, heard)?;
                    }
                    return Ok(true);
                }
                What::Adopted(_) | What::Elected(_) => return Err(self.owing(&fact, &round)),
                _ => return Err(out_of_turn(&fact)),
            }
        }
    }

    /// Discusses the objections until a changed version is put to the circle, or the consent round
    /// is opened again.
    pub(super) async fn integrate(&mut self) -> Walked<()> {
        loop {
            let fact = self.take(Step::Objections).await?;
            match &fact.what {
                What::Withdrew { who, .. } => self.withdraw(who)?,
                What::Objected { who, reason, version, on: None, .. } => {
                    self.version_is(*version)?;
                    self.member_here(who)?;
                    let is_about = self.item().proposal().about.contains(who);
                    ensure(!is_about, || not_asked(who))?;
                    filled(reason, &fact.what)?;
                    self.object(who, reason);
                }
                What::Raised { text } => {
                    filled(text, &fact.what)?;
                    self.round(Phase::Explore, Some(text)).await?;
                }
                What::Reopened { .. } => return Ok(()),
                What::Presented(_) => {
                    self.something_is_new()?;
                    return self.present(&fact);
                }
                _ => self.change(&fact)?,
            }
        }
    }

    /// Begins a consent round without answers. Objections that are open from an earlier round on the
    /// same version are withdrawn when their members answer, unless they repeat them.
    pub(super) fn begin_consent(&mut self) -> (RoundProgress, ConsentAnswers) {
        let by_seat = vec![None; self.circle.members.len()];
        self.item().asides.clear();
        (self.begin_round(Phase::Consent, None), ConsentAnswers { by_seat, called: false })
    }

    pub(super) fn take_answer(
        &mut self,
        fact: &Fact,
        round: &mut RoundProgress,
        answers: &mut ConsentAnswers,
    ) -> Walked<()> {
        let (who, version) = match &fact.what {
            What::Consented { who, version, .. }
            | What::StoodAside(StoodAside { who, version, .. }) => (who, Some(*version)),
            What::Objected { who, version, on: None, .. } => (who, *version),
            _ => return Err(out_of_turn(fact)),
        };
        self.version_is(version)?;
        let seat = self.member_here(who)?;
        self.takes_part(round, seat)?;
        if self.setting == Setting::Together {
            round.in_turn(seat, who)?;
        }
        match answers.by_seat[seat].take() {
            Some(ConsentAnswer::Objection) => self.withdraw_objections(who, None),
            Some(ConsentAnswer::Consent(Some(concern))) => {
                self.item().concerns.retain(|it| *it != concern);
            }
            Some(ConsentAnswer::Aside) => self.item().asides.retain(|it| it.who != *who),
            Some(ConsentAnswer::Consent(None)) | None => {}
        }
        let (answer, objection) = match &fact.what {
            What::Objected { reason, .. } => {
                filled(reason, &fact.what)?;
                (ConsentAnswer::Objection, Some(self.repeat_or_object(who, reason)))
            }
            What::Consented { concern, .. } => {
                (ConsentAnswer::Consent(self.note_concern(fact, who, concern.as_ref())?), None)
            }
            What::StoodAside(StoodAside { reason, .. }) => {
                self.item().asides.push(Aside { who: who.clone(), reason: reason.clone() });
                (ConsentAnswer::Aside, None)
            }
            _ => return Err(out_of_turn(fact)),
        };
        self.withdraw_objections(who, objection);
        answers.by_seat[seat] = Some(answer);
        round.turns[seat] = Turn::Spoken;
        Ok(())
    }

    /// Returns the index of an objection: one that is open from an earlier round on this version,
    /// with the new reason, or else a new one.
    fn repeat_or_object(&mut self, who: &str, reason: &str) -> usize {
        let objections = &mut self.item().objections;
        let is_repeated = |it: &Objection| it.who == who && it.resolutions.is_empty();
        let Some(index) = objections.iter().rposition(is_repeated) else {
            return self.object(who, reason);
        };
        reason.clone_into(&mut objections[index].reason);
        index
    }

    /// Notes a concern and returns it, unless it was noted in an earlier round.
    fn note_concern(
        &mut self,
        fact: &Fact,
        who: &str,
        concern: Option<&String>,
    ) -> Walked<Option<Concern>> {
        let Some(text) = concern else { return Ok(None) };
        filled(text, &fact.what)?;
        let format = self.format;
        let item = self.item();
        let version = item.version().map_or(1, |it| it.number);
        let concern = Concern { who: Some(who.to_owned()), text: text.clone(), version };
        let is_same = |it: &Concern| {
            let same_version = format < 2 || it.version == version;
            same_version && (&it.who, &it.text) == (&concern.who, &concern.text)
        };
        if item.concerns.iter().any(is_same) {
            return Ok(None);
        }
        item.concerns.push(concern.clone());
        Ok(Some(concern))
    }

    /// Notes a concern after a call, which stands. It is no answer, so no later one replaces it.
    fn note_after_call(
        &mut self,
        fact: &Fact,
        said: &Concerned,
        round: &RoundProgress,
    ) -> Walked<()> {
        let Concerned { who, text, version } = said.clone();
        self.version_is(Some(version))?;
        who.iter().try_for_each(|who| self.is_asked_in(round, who))?;
        filled(&text, &fact.what)?;
        self.item().concerns.push(Concern { who, text, version });
        Ok(())
    }

    /// Takes an objection to a call: the call is over, and nobody else is asked.
    fn object_to_call(&mut self, fact: &Fact, round: &RoundProgress) -> Walked<()> {
        let What::Objected { who, reason, version, meeting: None, .. } = &fact.what else {
            return Err(out_of_turn(fact));
        };
        self.version_is(*version)?;
        self.is_asked_in(round, who)?;
        filled(reason, &fact.what)?;
        self.object(who, reason);
        Ok(())
    }

    /// Refuses anyone but a member present who is asked for consent.
    fn is_asked_in(&self, round: &RoundProgress, who: &str) -> Walked<()> {
        self.takes_part(round, self.member_here(who)?)
    }

    /// Refuses to stand aside in a selection, or where the rules do not allow it.
    pub(super) fn may_stand_aside(&mut self, fact: &Fact, said: &StoodAside) -> Walked<()> {
        let is_selection = self.item().entry.kind == ItemKind::Select;
        ensure(!is_selection, || say!("error-aside-selection"))?;
        if !self.circle.rules.aside {
            return Err(Error::new(say!("error-aside-rule")).hint(say!("hint-aside-rule")).into());
        }
        let mut effects = self.item().draft.effects.iter().flatten();
        let is_concerned = effects.any(|it| it.concerns(&said.who));
        ensure(!is_concerned, || say!("error-aside-appointed", who = &said.who))?;
        filled(&said.reason, &fact.what)
    }

    /// Ends a call without a result: everyone has to answer, also who stood aside after it.
    fn void_call(&mut self, round: &mut RoundProgress, answers: &mut ConsentAnswers) {
        if std::mem::take(&mut answers.called) {
            self.item().asides.clear();
            for (seat, _) in answers.by_seat.iter_mut().enumerate().filter(|(_, it)| it.is_some()) {
                round.turns[seat] = Turn::Owed;
            }
            answers.by_seat.fill(None);
        }
    }

    /// Adds an objection to the current version and returns its index.
    fn object(&mut self, who: &str, reason: &str) -> usize {
        let item = self.item();
        item.objections.push(Objection {
            who: who.to_owned(),
            reason: reason.to_owned(),
            version: item.version().map_or(1, |it| it.number),
            resolutions: Vec::new(),
        });
        item.objections.len() - 1
    }

    /// Withdraws the open objections of a member, except the one at the index `kept`.
    fn withdraw_objections(&mut self, who: &str, kept: Option<usize>) {
        for (index, objection) in self.item().objections.iter_mut().enumerate() {
            if objection.who == who && objection.resolutions.is_empty() && kept != Some(index) {
                objection.resolutions = vec![Resolution::Withdrawn];
            }
        }
    }

    fn withdraw(&mut self, who: &str) -> Walked<()> {
        self.member_here(who)?;
        let is_open = self.item().standing().any(|it| it.who == who);
        ensure(is_open, || say!("error-no-objection", who = who))?;
        self.withdraw_objections(who, None);
        Ok(())
    }

    /// Updates the round after members arrived or left. The consent of somebody who left no longer
    /// counts, nor that they stood aside, but their objection does. An arrival voids a call.
    fn see_who_is_here(&mut self, round: &mut RoundProgress, answers: &mut ConsentAnswers) {
        for (seat, came) in std::mem::take(&mut self.moves) {
            if came {
                self.void_call(round, answers);
            } else if !matches!(answers.by_seat[seat], Some(ConsentAnswer::Objection) | None) {
                answers.by_seat[seat] = None;
                round.turns[seat] = Turn::Owed;
                let who = self.circle.members[seat].name.clone();
                self.item().asides.retain(|it| it.who != who);
            }
        }
        round.order = self.speakers(round);
    }

    /// Returns whether any objection is open at the end of a round. In a call, the members present
    /// have not repeated their objections from an earlier round.
    fn has_objections(&mut self, answers: &ConsentAnswers) -> bool {
        if answers.called {
            for who in self.state.members(&self.circle) {
                self.withdraw_objections(&who, None);
            }
        }
        self.item().standing().next().is_some()
    }

    /// Refuses to put the same version to the circle again while an objection is open.
    fn something_is_new(&mut self) -> Walked<()> {
        let term = self.circle.rules.term;
        let item = self.item();
        let wording = item.wording(term);
        let is_same = item.version().is_some_and(|it| it.wording.changes(&wording).is_empty());
        let Some(objection) = item.standing().next().filter(|_| is_same) else { return Ok(()) };
        let err = Error::new(say!("error-objection-stands", who = &objection.who));
        Err(err.hint(say!("hint-nothing-new", kind = item.entry.kind.word())).into())
    }

    /// Refuses an answer to a version other than the current one.
    pub(super) fn version_is(&mut self, said: Option<u32>) -> Walked<()> {
        let now = self.item().version().map(|it| it.number);
        let number = |it: Option<u32>| it.unwrap_or_default();
        ensure(said == now, || say!("error-wrong-version", said = number(said), now = number(now)))
    }

    /// Refuses a call in a selection, where the rules do not allow it, or after the first answer.
    fn may_call(&self, answers: &ConsentAnswers) -> Walked<()> {
        let is_selection =
            self.state.on_table().is_some_and(|it| it.entry.kind == ItemKind::Select);
        ensure(!is_selection, || say!("error-call-selection"))?;
        if self.circle.rules.consent != Consent::Call {
            let err = Error::new(say!("error-call-rule")).hint(say!("hint-call-rule"));
            return Err(err.into());
        }
        let is_here = self.still_waited_for().is_empty();
        ensure(is_here, || say!("error-call-waits"))?;
        let is_first = !answers.called && answers.by_seat.iter().all(Option::is_none);
        ensure(is_first, || say!("error-call-first"))
    }

    /// Refuses an announcement to which nobody present has consented.
    pub(super) fn somebody_consented(&mut self) -> Walked<()> {
        let here = self.state.taking_part(&self.circle);
        ensure(!self.item().consenting(&here).is_empty(), || say!("error-nobody-consented"))
    }

    /// Refuses an announcement while somebody still has to answer.
    pub(super) fn owing(&self, fact: &Fact, round: &RoundProgress) -> Stop {
        let who = round.next().map_or("", |seat| &self.circle.members[seat].name);
        Error::new(say!("error-unanswered", fact = fact.what.word(), who = who)).into()
    }
}
