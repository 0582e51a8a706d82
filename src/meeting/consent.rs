//! The consent round: the same for everyone, on the exact text, until nobody objects.
//!
//! Never passed, never skipped; an answer to an earlier version never counts.

use crate::circle::Consent;
use crate::error::Error;
use crate::lang::say;
use crate::meeting::item::{Concern, Objection, Resolution};
use crate::meeting::round::{RoundProgress, Turn, not_asked};
use crate::meeting::state::Step;
use crate::meeting::walk::{Stop, Walk, Walked, filled, out_of_turn};
use crate::meeting::{ConsentMode, Fact, ItemKind, On, Phase, What};
use crate::toml_file::Word;

/// What was answered in the consent round that is going on.
#[derive(Default)]
struct ConsentAnswers {
    /// By seat.
    by_seat: Vec<Option<ConsentAnswer>>,
    /// Whether the room was asked instead of each one.
    called: bool,
    /// Objections of the round before, asked once more: not repeated, they are withdrawn.
    repeated: Vec<usize>,
}

#[derive(Clone)]
enum ConsentAnswer {
    /// No objection, perhaps with a concern.
    Consent(Option<Concern>),
    /// The index of the objection in the item.
    Objection(usize),
}

impl<'m> Walk<'m> {
    /// Asks everyone until nobody is left to answer. Returns whether the decision was announced;
    /// otherwise somebody objected.
    pub(super) fn consent_round(&mut self) -> Walked<bool> {
        let mut going = self.begin_round(Phase::Consent, None);
        let mut answers = self.no_answers();
        loop {
            let complete = answers.called || going.next().is_none();
            self.state.finished = complete.then_some(Phase::Consent);
            if complete && self.objections_stand(&mut answers) {
                return Ok(false);
            }
            let heard = if answers.called { ConsentMode::Call } else { ConsentMode::Round };
            let fact = if complete {
                self.hear(|walk| Step::Announce { heard, round: walk.shown(&going) })?
            } else {
                self.hear(|walk| Step::Consent(walk.shown(&going)))?
            };
            let Some(fact) = fact else {
                self.see_who_is_here(&mut going, &mut answers);
                continue;
            };
            match &fact.what {
                What::Consented { .. } | What::Objected { .. } => {
                    self.take_answer(fact, &mut going, &mut answers)?;
                }
                What::Agreed { on: On::Consent, version, present } => {
                    self.version_is(*version)?;
                    self.everyone(present)?;
                    self.may_call(&answers)?;
                    answers.called = true;
                }
                What::Deferred { who } if !complete => self.defer(&mut going, who)?,
                What::Amended { .. } => {
                    self.amend(fact)?;
                    self.put();
                    going = self.begin_round(Phase::Consent, None);
                    answers = self.no_answers();
                }
                What::Reopened { .. } if complete => {
                    going = self.begin_round(Phase::Consent, None);
                    answers = self.no_answers();
                }
                What::Adopted(_) | What::Elected(_) if complete => {
                    somebody_consented(&going, &answers)?;
                    self.announced(fact, heard)?;
                    return Ok(true);
                }
                What::Adopted(_) | What::Elected(_) => return Err(self.owing(fact, &going)),
                _ => return Err(out_of_turn(fact)),
            }
        }
    }

    fn announced(&mut self, fact: &Fact, heard: ConsentMode) -> Walked<()> {
        match self.item().entry.kind {
            ItemKind::Select => self.elect(fact, heard),
            _ => self.adopt(fact, heard),
        }
    }

    /// Hears what the objections need, until a changed version is put to the circle, or every
    /// objection was withdrawn.
    pub(super) fn integrate(&mut self) -> Walked<()> {
        loop {
            let fact = self.take(Step::Objections)?;
            match &fact.what {
                What::Withdrew { who, .. } => self.withdraw(who)?,
                What::Objected { who, reason, version, on: None, .. } => {
                    self.version_is(*version)?;
                    let seat = self.member_here(who)?;
                    self.consents(seat)?;
                    filled(reason, &fact.what)?;
                    self.object(who, reason);
                }
                What::Raised { text } => {
                    filled(text, &fact.what)?;
                    self.round(Phase::Explore, Some(text))?;
                }
                What::Reopened { .. } => return Ok(()),
                What::Presented(_) => {
                    self.something_is_new()?;
                    return self.present(fact);
                }
                _ => self.change(fact)?,
            }
        }
    }

    /// A round begins without answers. Objections of a round that is asked once more still stand.
    fn no_answers(&mut self) -> ConsentAnswers {
        self.moves.clear();
        let objections = self.item().objections.iter().enumerate();
        let repeated = objections
            .filter(|(_, it)| it.resolutions.is_empty())
            .map(|(index, _)| index)
            .collect();
        ConsentAnswers { by_seat: vec![None; self.circle.members.len()], called: false, repeated }
    }

    fn take_answer(
        &mut self,
        fact: &'m Fact,
        going: &mut RoundProgress,
        answers: &mut ConsentAnswers,
    ) -> Walked<()> {
        let (who, version) = match &fact.what {
            What::Consented { who, version, .. } => (who, Some(*version)),
            What::Objected { who, version, on: None, .. } => (who, *version),
            _ => return Err(out_of_turn(fact)),
        };
        self.version_is(version)?;
        let seat = self.member_here(who)?;
        self.takes_part(going, seat)?;
        going.in_turn(seat, who)?;
        self.replace(answers.by_seat[seat].take());
        let answer = match &fact.what {
            What::Objected { reason, .. } => {
                filled(reason, &fact.what)?;
                let theirs = |it: &usize| self.item().objections[*it].who == *who;
                match answers.repeated.iter().rposition(theirs) {
                    // Said once more in the round that is asked once more: one objection.
                    Some(place) => {
                        let index = answers.repeated.remove(place);
                        self.item().objections[index].reason.clone_from(reason);
                        ConsentAnswer::Objection(index)
                    }
                    None => ConsentAnswer::Objection(self.object(who, reason)),
                }
            }
            What::Consented { concern, .. } => {
                ConsentAnswer::Consent(self.note_concern(fact, who, concern.as_ref())?)
            }
            _ => return Err(out_of_turn(fact)),
        };
        self.not_repeated(answers, seat);
        answers.called = false;
        answers.by_seat[seat] = Some(answer);
        going.turns[seat] = Turn::Spoken;
        Ok(())
    }

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
        let concern = Concern { who: who.to_owned(), text: text.clone(), version };
        let is_same = |it: &Concern| {
            let same_version = format < 2 || it.version == version;
            same_version && (&it.who, &it.text) == (&concern.who, &concern.text)
        };
        if item.concerns.iter().any(is_same) {
            // Noted in an earlier round: correcting this answer does not take it away.
            return Ok(None);
        }
        item.concerns.push(concern.clone());
        Ok(Some(concern))
    }

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

    /// A later answer takes the place of an earlier one; a replaced objection stays recorded.
    fn replace(&mut self, earlier: Option<ConsentAnswer>) {
        match earlier {
            Some(ConsentAnswer::Objection(index)) => {
                self.item().objections[index].resolutions = vec![Resolution::Withdrawn];
            }
            Some(ConsentAnswer::Consent(Some(concern))) => {
                self.item().concerns.retain(|it| *it != concern);
            }
            Some(ConsentAnswer::Consent(None)) | None => {}
        }
    }

    fn withdraw(&mut self, who: &str) -> Walked<()> {
        self.member_here(who)?;
        let mut found = false;
        for objection in &mut self.item().objections {
            if objection.who == who && objection.resolutions.is_empty() {
                objection.resolutions = vec![Resolution::Withdrawn];
                found = true;
            }
        }
        if found {
            return Ok(());
        }
        Err(Error::new(say!("error-no-objection", who = who)).into())
    }

    /// The consent of someone who left is not counted, and owed anew on return; their objection
    /// stands. Whoever arrives owes an answer and makes a call void; leaving does not.
    fn see_who_is_here(&mut self, going: &mut RoundProgress, answers: &mut ConsentAnswers) {
        for (seat, came) in self.moves.drain(..) {
            answers.called &= !came;
            if !came && matches!(answers.by_seat[seat], Some(ConsentAnswer::Consent(_))) {
                answers.by_seat[seat] = None;
                going.turns[seat] = Turn::Owed;
            }
        }
        going.order = self.speakers(going);
    }

    /// Returns whether any objection stands at the end of a round.
    fn objections_stand(&mut self, answers: &mut ConsentAnswers) -> bool {
        if answers.called {
            for seat in 0..self.circle.members.len() {
                if self.state.present[seat] {
                    self.not_repeated(answers, seat);
                }
            }
        }
        self.item().standing().next().is_some()
    }

    /// What somebody objected in the round before and, asked once more, did not repeat is
    /// withdrawn.
    fn not_repeated(&mut self, answers: &mut ConsentAnswers, seat: usize) {
        let who = &self.circle.members[seat].name;
        let objections = &mut self.item().objections;
        answers.repeated.retain(|index| {
            let theirs = objections[*index].who == *who;
            if theirs {
                objections[*index].resolutions = vec![Resolution::Withdrawn];
            }
            !theirs
        });
    }

    /// Refuses to put the same version again while an objection stands.
    fn something_is_new(&mut self) -> Walked<()> {
        let term = self.circle.rules.term;
        let item = self.item();
        let wording = item.wording(term);
        let same = item.version().is_some_and(|it| it.wording.changes(&wording).is_empty());
        match item.standing().next() {
            Some(objection) if same => {
                let err = Error::new(say!("error-nothing-new", who = &objection.who));
                let kind = item.entry.kind.word();
                Err(err.hint(say!("hint-nothing-new", kind = kind)).into())
            }
            _ => Ok(()),
        }
    }

    fn version_is(&mut self, said: Option<u32>) -> Walked<()> {
        let now = self.item().version().map(|it| it.number);
        if said == now {
            return Ok(());
        }
        let (said, now) = (said.unwrap_or_default(), now.unwrap_or_default());
        Err(Error::new(say!("error-version", said = said, now = now)).into())
    }

    /// The room may be asked where the rules allow it, and only instead of the first answer.
    fn may_call(&self, answers: &ConsentAnswers) -> Walked<()> {
        if self.state.on_table().is_some_and(|it| it.entry.kind == ItemKind::Select) {
            return Err(Error::new(say!("error-call-selection")).into());
        }
        if self.circle.rules.consent != Consent::Call {
            let err = Error::new(say!("error-call-rule")).hint(say!("hint-call-rule"));
            return Err(err.into());
        }
        if answers.called || answers.by_seat.iter().any(Option::is_some) {
            return Err(Error::new(say!("error-call-first")).into());
        }
        Ok(())
    }

    /// Someone the proposal is about is heard and does not consent.
    fn consents(&mut self, seat: usize) -> Walked<()> {
        let who = &self.circle.members[seat].name;
        if self.item().proposal().about.contains(who) {
            return Err(not_asked(who));
        }
        Ok(())
    }

    fn owing(&self, fact: &Fact, going: &RoundProgress) -> Stop {
        let round = self.shown(going);
        let who = round.waiting.first().cloned().unwrap_or_default();
        Error::new(say!("error-owing", fact = fact.what.word(), who = who)).into()
    }
}

fn somebody_consented(going: &RoundProgress, answers: &ConsentAnswers) -> Walked<()> {
    let consented =
        |seat: &usize| matches!(answers.by_seat[*seat], Some(ConsentAnswer::Consent(_)));
    if going.order.iter().any(|seat| answers.called || consented(seat)) {
        return Ok(());
    }
    Err(Error::new(say!("error-nobody-consented")).into())
}
