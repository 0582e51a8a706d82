//! Rounds: everyone speaks once. A round is a set; its order is only proposed.
//!
//! Complete when everyone present and eligible has spoken or, where it may be passed, passed.

use crate::circle::Order;
use crate::error::Error;
use crate::lang::say;
use crate::meeting::state::{Round, Step};
use crate::meeting::walk::{Stop, Walk, Walked, filled, interjects, out_of_turn};
use crate::meeting::{Phase, What};

/// A round going on: who speaks, and who still has to.
pub(crate) struct RoundProgress {
    pub stage: Phase,
    question: Option<String>,
    number: usize,
    /// The seats of those who speak, in the suggested order.
    pub order: Vec<usize>,
    /// By seat.
    pub turns: Vec<Turn>,
    deferrals: usize,
    /// The seat of the one who is asked last: a nominee.
    last: Option<usize>,
}

/// Where somebody stands in a round.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Turn {
    /// Has not spoken yet.
    Owed,
    /// Asked to be heard later; the number says in which order that was asked.
    Later(usize),
    /// Has spoken.
    Spoken,
    /// Came too late to owe a word, and may speak.
    Excused,
}

impl RoundProgress {
    /// Returns the seat of the one asked next, unless the round is complete.
    pub(super) fn next(&self) -> Option<usize> {
        let places = self.order.iter().enumerate();
        let waiting = places.filter_map(|(place, seat)| self.waits(place, *seat));
        waiting.min().map(|(.., place)| self.order[place])
    }

    /// Returns the seats of those who still have to speak, the one asked next first: those who
    /// asked to be heard later behind the others, a nominee behind all.
    fn waiting(&self) -> Vec<usize> {
        let places = self.order.iter().enumerate();
        let mut waiting: Vec<_> =
            places.filter_map(|(place, seat)| self.waits(place, *seat)).collect();
        waiting.sort_unstable();
        waiting.into_iter().map(|(.., place)| self.order[place]).collect()
    }

    /// Returns by what somebody at a place is asked before others, if they still have to speak.
    fn waits(&self, place: usize, seat: usize) -> Option<(bool, usize, usize)> {
        let last = self.last == Some(seat);
        match self.turns[seat] {
            Turn::Owed => Some((last, 0, place)),
            Turn::Later(number) => Some((last, number, place)),
            Turn::Spoken | Turn::Excused => None,
        }
    }

    /// Refuses a nominee who answers before the others have.
    pub(super) fn in_turn(&self, seat: usize, who: &str) -> Walked<()> {
        match self.next() {
            Some(next) if self.last == Some(seat) && next != seat => {
                let err = Error::new(say!("error-nominee-last", who = who));
                Err(err.hint(say!("hint-nominee-last")).into())
            }
            _ => Ok(()),
        }
    }

    /// Somebody need not speak, and may.
    pub(super) fn excuse(&mut self, seat: usize) {
        self.turns[seat] = Turn::Excused;
    }

    pub(super) fn defer(&mut self, seat: usize) {
        self.deferrals += 1;
        self.turns[seat] = Turn::Later(self.deferrals);
    }
}

impl Walk<'_> {
    /// Asks everyone present once, and once more for each time that is wished.
    pub(super) fn round(&mut self, stage: Phase, question: Option<&str>) -> Walked<()> {
        while self.speech(stage, question)? {
            self.state.finished = Some(stage);
            if !self.asked_again(stage)? {
                return Ok(());
            }
        }
        Ok(())
    }

    /// One round of speech. Returns whether it came to its end; otherwise it was skipped.
    fn speech(&mut self, stage: Phase, question: Option<&str>) -> Walked<bool> {
        let mut going = self.begin_round(stage, question);
        while going.next().is_some() {
            let Some(fact) = self.hear(|walk| Step::Turn(walk.shown(&going)))? else {
                going.order = self.speakers(&going);
                continue;
            };
            match &fact.what {
                What::Passed { who } => self.turn(&mut going, who)?,
                What::Deferred { who } => self.defer(&mut going, who)?,
                What::Skipped { step, .. } if *step == stage => return Ok(false),
                What::Amended { .. } if matches!(stage, Phase::Clarify | Phase::React) => {
                    self.amend(fact)?;
                }
                What::Asked { who, text } if stage == Phase::Clarify => {
                    self.turn(&mut going, who)?;
                    if let Some(text) = text {
                        filled(text, &fact.what)?;
                        self.answer(&mut going, who)?;
                    }
                }
                what => {
                    let (who, text) = speech_of(stage, what).ok_or_else(|| out_of_turn(fact))?;
                    if let Some(text) = text {
                        filled(text, what)?;
                    }
                    self.turn(&mut going, who)?;
                }
            }
        }
        Ok(true)
    }

    /// The answer to a clarifying question, or that it is left open.
    fn answer(&mut self, going: &mut RoundProgress, asker: &str) -> Walked<()> {
        loop {
            let step = |walk: &Self| Step::Answer {
                asker: asker.to_owned(),
                by: walk.answerer(),
                round: walk.shown(going),
            };
            let Some(fact) = self.hear(step)? else {
                going.order = self.speakers(going);
                continue;
            };
            match &fact.what {
                What::Answered { who, text } => {
                    if let Some(who) = who {
                        self.here(who)?;
                    }
                    return text.as_ref().map_or(Ok(()), |it| filled(it, &fact.what));
                }
                What::Amended { .. } => self.amend(fact)?,
                _ => return Err(out_of_turn(fact)),
            }
        }
    }

    /// The proposer answers, where present; else the facilitator.
    fn answerer(&self) -> Option<String> {
        let proposer = self.state.on_table().and_then(|it| it.entry.by.as_deref());
        let proposer = proposer.filter(|it| self.state.is_here(self.circle, it));
        proposer.or(self.state.facilitator()).map(str::to_owned)
    }

    /// Someone has spoken: a member who takes part, or a guest who was invited.
    pub(super) fn turn(&self, going: &mut RoundProgress, who: &str) -> Walked<()> {
        self.here(who)?;
        let Some(seat) = self.circle.seat(who) else {
            return self.is_asked(going.stage, who).then_some(()).ok_or_else(|| not_asked(who));
        };
        self.takes_part(going, seat)?;
        going.turns[seat] = Turn::Spoken;
        Ok(())
    }

    pub(super) fn defer(&self, going: &mut RoundProgress, who: &str) -> Walked<()> {
        let seat = self.member_here(who)?;
        self.takes_part(going, seat)?;
        if matches!(going.turns[seat], Turn::Spoken | Turn::Excused) {
            return Err(Error::new(say!("error-has-spoken", who = who)).into());
        }
        going.defer(seat);
        Ok(())
    }

    pub(super) fn takes_part(&self, going: &RoundProgress, seat: usize) -> Walked<()> {
        if going.order.contains(&seat) {
            return Ok(());
        }
        Err(not_asked(&self.circle.members[seat].name))
    }

    /// Absorbs what comes between the end of a round and the next step, and returns whether
    /// the round is asked once more.
    pub(super) fn asked_again(&mut self, stage: Phase) -> Walked<bool> {
        while let Some(fact) = self.peek() {
            if matches!(&fact.what, What::Reopened { step } if *step == stage) {
                self.state.finished = None;
                self.pass_over();
                return Ok(true);
            }
            if !interjects(&fact.what) {
                return Ok(false);
            }
            self.pass_over();
            self.interjected(fact)?;
        }
        Ok(false)
    }

    pub(super) fn begin_round(&mut self, stage: Phase, question: Option<&str>) -> RoundProgress {
        let mut going = RoundProgress {
            stage,
            question: question.map(str::to_owned),
            number: self.state.rounds,
            order: Vec::new(),
            turns: vec![Turn::Owed; self.circle.members.len()],
            deferrals: 0,
            last: (stage == Phase::Consent).then(|| self.nominee()).flatten(),
        };
        self.state.rounds += 1;
        going.order = self.speakers(&going);
        going
    }

    /// Returns the seats of those who speak in a round, in the suggested order.
    ///
    /// Seats in the order of the file; with `rotate` each round starts one seat further. A
    /// nominee is last. Where more than two speak, a facilitator at either end changes places
    /// with the neighbour. Those who are excused come behind.
    pub(super) fn speakers(&self, going: &RoundProgress) -> Vec<usize> {
        let seats = self.circle.members.len();
        let first = match self.circle.rules.order {
            Order::Rotate => going.number % seats,
            Order::Seats => 0,
        };
        let order = (0..seats).map(|it| (first + it) % seats).filter(|seat| {
            self.state.present[*seat]
                && self.is_asked(going.stage, &self.circle.members[*seat].name)
        });
        let is_excused = |seat: &usize| going.turns[*seat] == Turn::Excused;
        let (excused, mut order): (Vec<usize>, Vec<usize>) = order.partition(is_excused);
        order.sort_by_key(|seat| going.last == Some(*seat));
        let facilitator = self.state.facilitator().and_then(|it| self.circle.seat(it));
        let facilitator = facilitator.filter(|it| going.last != Some(*it));
        if let (Some(facilitator), true) = (facilitator, order.len() > 2) {
            let last = order.len() - 1;
            if order[0] == facilitator {
                order.swap(0, 1);
            } else if order[last] == facilitator {
                order.swap(last - 1, last);
            }
        }
        order.extend(excused);
        order
    }

    /// Returns the seat of the member who is put forward, in a selection.
    fn nominee(&self) -> Option<usize> {
        let nominee = self.state.on_table()?.draft.nominee.as_ref()?;
        self.circle.seat(&nominee.name)
    }

    /// The proposer has no clarifying question; someone a proposal is about does not consent.
    fn is_asked(&self, stage: Phase, name: &str) -> bool {
        let item = self.state.on_table();
        match stage {
            Phase::Clarify => item.is_none_or(|it| it.entry.by.as_deref() != Some(name)),
            Phase::Consent => {
                item.is_none_or(|it| !it.proposal().about.iter().any(|it| it == name))
            }
            _ => true,
        }
    }

    /// Returns the round as a prompt shows it.
    pub(super) fn shown(&self, going: &RoundProgress) -> Round {
        let name = |seat: &usize| self.circle.members[*seat].name.clone();
        Round {
            stage: going.stage,
            number: going.number,
            question: going.question.clone(),
            order: going.order.iter().map(name).collect(),
            waiting: going.waiting().iter().map(name).collect(),
        }
    }
}

pub(crate) fn not_asked(who: &str) -> Stop {
    Error::new(say!("error-not-asked", who = who)).into()
}

/// Returns who spoke and what they said, where the fact is a turn of this round.
fn speech_of(stage: Phase, what: &What) -> Option<(&str, &Option<String>)> {
    match (stage, what) {
        (Phase::CheckIn, What::CheckedIn { who, text })
        | (Phase::React, What::Reacted { who, text })
        | (Phase::Explore, What::Spoke { who, text })
        | (Phase::CheckOut, What::CheckedOut { who, text }) => Some((who, text)),
        _ => None,
    }
}
