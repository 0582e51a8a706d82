//! A decision in writing: one item that those who were together have put, and that those who were not
//! there answer later, each when they like.
//!
//! It is `decide` with four differences in the consent round: `awaited` makes those who are not there
//! owe an answer; an objection does not end the round, and anyone may answer anew; `presented` asks
//! everyone; and it is adopted when nobody owes an answer and no objection stands. Silence is never an
//! answer.

use chrono::NaiveDate;

use crate::circle::Circle;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::consent::ConsentAnswers;
use crate::meeting::item::Draft;
use crate::meeting::round::RoundProgress;
use crate::meeting::state::{State, Step};
use crate::meeting::voices::Awaited;
use crate::meeting::walk::{Walk, Walked, ensure, out_of_turn, same_people};
use crate::meeting::{ConsentMode, Fact, ItemKind, Meeting, Setting, What};

impl Walk<'_> {
    /// Runs the one item of a decision in writing.
    pub(super) async fn in_writing(&mut self) -> Walked<()> {
        self.attendance().await?;
        let fact = self.pull(|_| Step::Choose).await?;
        match &fact.what {
            What::Began(entry) if entry.kind == ItemKind::Decide => self.run(entry.clone()).await?,
            _ => return Err(out_of_turn(&fact)),
        }
        // What comes later never changes a decision.
        ensure(self.next_if(|_| true).is_none(), || say!("error-written-ended"))
    }

    /// Asks those who are not here in writing, each member who is not away and whom it is not about.
    pub(super) fn await_answers(&mut self, fact: &Fact, it: &Awaited) -> Walked<()> {
        let is_decision = self.item().entry.kind == ItemKind::Decide;
        ensure(is_decision, || say!("error-awaited-selection"))?;
        self.version_is(Some(it.version))?;
        let day = fact.at.date_naive();
        let is_past = it.until.is_some_and(|until| until < day);
        ensure(!is_past, || say!("error-awaited-past"))?;
        if self.setting == Setting::Together {
            ensure(self.circle.rules.waits(), || say!("error-awaited-rule"))?;
            self.quorum()?;
        }
        let waited_for = self.state.waited_for(&self.circle, day);
        ensure(!waited_for.is_empty(), || say!("error-awaited-nobody"))?;
        same_people(&it.who, waited_for.iter().map(String::as_str), "who")?;
        if self.setting == Setting::InWriting {
            self.ask(&waited_for);
        }
        Ok(())
    }

    /// Returns the members whom the rules wait for and who are not here.
    pub(super) fn still_waited_for(&self) -> Vec<String> {
        if !self.circle.rules.waits() {
            return Vec::new();
        }
        let day = self.state.at.unwrap_or_default().date_naive();
        self.state.waited_for(&self.circle, day)
    }

    /// Refuses to adopt in a meeting what waits for members who are not here.
    pub(super) fn nobody_is_waited_for(&self) -> Walked<()> {
        match self.still_waited_for() {
            names if names.is_empty() => Ok(()),
            names => {
                let err = Error::new(say!("error-adopted-waits", names = names));
                Err(err.hint(say!("hint-adopted-waits")).into())
            }
        }
    }

    /// Takes answers in writing until the decision is adopted. Returns whether it is; otherwise the
    /// item has ended.
    pub(super) async fn hear_in_writing(
        &mut self,
        mut round: RoundProgress,
        mut answers: ConsentAnswers,
    ) -> Walked<bool> {
        self.state.finished = None;
        round.order = self.speakers(&round);
        loop {
            let waits = round.next().is_some();
            let is_heard = !waits && self.item().standing().next().is_none();
            let heard = ConsentMode::Round;
            let step = |walk: &Self| match walk.shown(&round) {
                round if waits => Step::Consent(round),
                round if is_heard => Step::Announce { heard, round },
                _ => Step::Objections,
            };
            let fact = self.pull(step).await?;
            match &fact.what {
                What::Consented { .. } | What::Objected { .. } => {
                    self.take_answer(&fact, &mut round, &mut answers)?;
                }
                What::StoodAside(said) => {
                    self.may_stand_aside(&fact, said)?;
                    self.take_answer(&fact, &mut round, &mut answers)?;
                }
                What::Noted { who: Some(_), .. } => drop(self.interjected(&fact)?),
                What::Awaited(it) => self.await_longer(&fact, it)?,
                What::Presented(_) => {
                    self.present_in_writing(&fact)?;
                    (round, answers) = self.begin_consent();
                }
                What::Postponed { .. } => drop(self.unless_ended(fact).await?),
                What::Adopted(_) if is_heard => {
                    self.somebody_consented()?;
                    self.adopt(&fact, heard)?;
                    return Ok(true);
                }
                What::Adopted(_) if waits => return Err(self.owing(&fact, &round)),
                _ => return Err(out_of_turn(&fact)),
            }
        }
    }

    /// Gives those who are asked until a later day.
    fn await_longer(&mut self, fact: &Fact, it: &Awaited) -> Walked<()> {
        self.version_is(Some(it.version))?;
        let is_later = it.until.is_none_or(|until| until >= fact.at.date_naive());
        ensure(is_later, || say!("error-awaited-past"))?;
        same_people(&it.who, self.asked_in_writing(), "who")
    }

    /// Takes a new version, whole. Nobody is together any more, so everyone is asked in writing.
    fn present_in_writing(&mut self, fact: &Fact) -> Walked<()> {
        let before = self.item().versions.len();
        self.item().draft = Draft::default();
        self.present(fact)?;
        ensure(self.item().versions.len() > before, || say!("error-no-change"))?;
        self.state.present.fill(false);
        let everyone = self.state.waited_for(&self.circle, fact.at.date_naive());
        self.ask(&everyone);
        Ok(())
    }

    fn ask(&mut self, names: &[String]) {
        let members = self.circle.members.iter();
        self.state.asked = members.map(|it| names.contains(&it.name)).collect();
    }

    /// Returns the members who are asked in writing.
    pub(super) fn asked_in_writing(&self) -> impl Iterator<Item = &str> + Clone {
        let seats = self.circle.members.iter().zip(&self.state.asked);
        seats.filter(|(_, is)| **is).map(|(it, _)| it.name.as_str())
    }

    /// Returns the members who are neither present nor asked in writing.
    pub(super) fn out_of_reach(&self) -> impl Iterator<Item = &str> + Clone {
        let seats = self.circle.members.iter().enumerate();
        let seats = seats.filter(|(seat, _)| !self.state.takes_part(*seat));
        seats.map(|(_, it)| it.name.as_str())
    }
}

impl State {
    /// Returns the members whose consent a decision waits for on a day: who is not here, is not away and
    /// whom it is not about.
    pub(crate) fn waited_for(&self, circle: &Circle, day: NaiveDate) -> Vec<String> {
        let about = self.on_table().map(|it| &it.proposal().about[..]).unwrap_or_default();
        let absent = circle.members.iter().zip(&self.present).filter(|(_, here)| !**here);
        let asked = absent.filter(|(it, _)| !it.is_away(day) && !about.contains(&it.name));
        asked.map(|(it, _)| it.name.clone()).collect()
    }
}

impl What {
    /// Returns whether it is an answer to a version of a proposal, or a question or reaction to any.
    pub(crate) fn is_answer_to(&self, number: u32) -> bool {
        match self {
            Self::Consented { version, .. } => *version == number,
            Self::StoodAside(it) => it.version == number,
            Self::Objected { version, .. } => *version == Some(number),
            Self::Noted { who, .. } => who.is_some(),
            _ => false,
        }
    }
}

impl Meeting {
    /// Returns whether it is a meeting, or a decision in writing.
    pub(crate) fn setting(&self) -> Setting {
        self.setting
    }

    /// Refuses in a decision in writing what only a meeting has.
    pub(super) fn check_setting(&self, what: &What) -> Result<()> {
        let is_of_meeting = matches!(what, What::TakenBack {} | What::Closed {} | What::Filed(_));
        if self.setting == Setting::InWriting && is_of_meeting {
            return Err(Error::new(say!("error-out-of-turn", fact = what.word())));
        }
        Ok(())
    }
}
