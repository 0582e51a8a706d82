//! Rounds, in which everyone speaks once. The order in which people are asked is a suggestion.
//!
//! A round is complete when every participant present has spoken or, where it is allowed, passed.

use std::borrow::Cow;

use crate::circle::Order;
use crate::error::Error;
use crate::lang::{Phrase, say};
use crate::meeting::state::{Round, Step};
use crate::meeting::walk::{Walk, Walked, ensure, filled, interjects, out_of_turn};
use crate::meeting::{Fact, Phase, What};

/// The progress of a round: who takes part, and who still has to speak.
pub(crate) struct RoundProgress {
    pub stage: Phase,
    question: Option<String>,
    number: usize,
    /// The seats of those who take part, in the suggested order.
    pub order: Vec<usize>,
    /// By seat.
    pub turns: Vec<Turn>,
    deferrals: usize,
    /// The seats of those who are asked last: the nominee, or who is appointed.
    last: Vec<usize>,
    /// Whether members who arrive from now on need not speak.
    pub excuses_arrivals: bool,
}

/// Whether a member has spoken in a round.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Turn {
    Owed,
    /// Asked to be heard later, with a number that counts these requests.
    Later(usize),
    Spoken,
    /// Came too late to owe a word, and may speak.
    Excused,
}

impl RoundProgress {
    /// Returns the seat of the one asked next, unless the round is complete.
    pub(super) fn next(&self) -> Option<usize> {
        self.waiting().min().map(|(.., index)| self.order[index])
    }

    /// Returns a sort key for each one who still has to speak: those who asked to be heard later
    /// come after the others, a nominee after all. The last part is the index in `order`.
    fn waiting(&self) -> impl Iterator<Item = (bool, usize, usize)> {
        self.order.iter().enumerate().filter_map(|(index, seat)| {
            let is_last = self.last.contains(seat);
            match self.turns[*seat] {
                Turn::Owed => Some((is_last, 0, index)),
                Turn::Later(number) => Some((is_last, number, index)),
                Turn::Spoken | Turn::Excused => None,
            }
        })
    }

    /// Refuses a nominee, or somebody who is appointed, who answers before the others have.
    pub(super) fn in_turn(&self, seat: usize, who: &str) -> Walked<()> {
        let is_early = self.next().is_some_and(|next| !self.last.contains(&next));
        if self.last.contains(&seat) && is_early {
            let err = Error::new(say!("error-nominee-last", who = who));
            return Err(err.hint(say!("hint-nominee-last")).into());
        }
        Ok(())
    }
}

impl<'m> Walk<'m> {
    /// Asks everyone present once, and again each time the round is opened again.
    pub(super) async fn round(&mut self, stage: Phase, question: Option<&str>) -> Walked<()> {
        while self.speech(stage, question).await? && self.asked_again(stage)? {}
        Ok(())
    }

    /// Runs a round once. Returns whether it was completed; otherwise it was skipped.
    async fn speech(&mut self, stage: Phase, question: Option<&str>) -> Walked<bool> {
        let mut round = self.begin_round(stage, question);
        while let Some(fact) = self.next_in_round(&mut round).await? {
            match &fact.what {
                What::Passed { who } => self.turn(&mut round, who)?,
                What::Deferred { who } => self.defer(&mut round, who)?,
                What::Skipped { step, .. } if *step == stage => return Ok(false),
                What::Amended { .. } if matches!(stage, Phase::Clarify | Phase::React) => {
                    self.amend(&fact)?;
                }
                what => {
                    let (who, text) = speech_of(stage, what).ok_or_else(|| out_of_turn(&fact))?;
                    text.iter().try_for_each(|text| filled(text, what))?;
                    self.turn(&mut round, who)?;
                    if stage == Phase::Clarify && text.is_some() {
                        self.answer(&mut round, who).await?;
                    }
                }
            }
        }
        Ok(true)
    }

    /// Takes the next fact of a round of speech; `None` once everyone has spoken.
    pub(super) async fn next_in_round(
        &mut self,
        round: &mut RoundProgress,
    ) -> Walked<Option<Cow<'m, Fact>>> {
        while round.next().is_some() {
            if let Some(fact) = self.hear(|walk| Step::Turn(walk.shown(round))).await? {
                return Ok(Some(fact));
            }
            for (seat, _) in self.moves.drain(..).filter(|(_, arrived)| *arrived) {
                if round.excuses_arrivals {
                    round.turns[seat] = Turn::Excused;
                }
            }
            round.order = self.speakers(round);
        }
        Ok(None)
    }

    /// Takes the answer to a clarifying question; a question can also be left open.
    async fn answer(&mut self, round: &mut RoundProgress, asker: &str) -> Walked<()> {
        loop {
            let step = |walk: &Self| Step::Answer {
                asker: asker.to_owned(),
                by: walk.answerer(),
                round: walk.shown(round),
            };
            let Some(fact) = self.hear(step).await? else {
                round.order = self.speakers(round);
                continue;
            };
            match &fact.what {
                What::Answered { who, text } => {
                    who.iter().try_for_each(|who| self.here(who))?;
                    return text.iter().try_for_each(|text| filled(text, &fact.what));
                }
                What::Amended { .. } => self.amend(&fact)?,
                _ => return Err(out_of_turn(&fact)),
            }
        }
    }

    /// Returns who is expected to answer: the first proposer who is present, else the facilitator.
    fn answerer(&self) -> Option<String> {
        let proposers = self.state.on_table().into_iter().flat_map(|it| it.entry.people());
        let mut here = proposers.filter(|it| self.state.is_here(&self.circle, it));
        here.next().map(String::as_str).or(self.state.facilitator()).map(str::to_owned)
    }

    /// Records that somebody spoke: a member who takes part, or a guest.
    pub(super) fn turn(&self, round: &mut RoundProgress, who: &str) -> Walked<()> {
        self.here(who)?;
        let Some(seat) = self.seats.find(who) else {
            return ensure(self.is_asked(round.stage, who), || not_asked(who));
        };
        self.takes_part(round, seat)?;
        round.turns[seat] = Turn::Spoken;
        Ok(())
    }

    pub(super) fn defer(&self, round: &mut RoundProgress, who: &str) -> Walked<()> {
        let seat = self.member_here(who)?;
        self.takes_part(round, seat)?;
        let owes = matches!(round.turns[seat], Turn::Owed | Turn::Later(_));
        ensure(owes, || say!("error-has-spoken", who = who))?;
        round.deferrals += 1;
        round.turns[seat] = Turn::Later(round.deferrals);
        Ok(())
    }

    /// Refuses a member who does not take part in the round.
    pub(super) fn takes_part(&self, round: &RoundProgress, seat: usize) -> Walked<()> {
        ensure(round.order.contains(&seat), || not_asked(&self.circle.members[seat].name))
    }

    /// Finishes a round and returns whether it is opened again. Until then, only facts that may
    /// come at any time are taken.
    pub(super) fn asked_again(&mut self, stage: Phase) -> Walked<bool> {
        self.state.finished = Some(stage);
        let reopens = |what: &What| matches!(what, What::Reopened { step } if *step == stage);
        while let Some(fact) = self.next_if(|it| reopens(it) || interjects(it)) {
            if reopens(&fact.what) {
                self.state.finished = None;
                return Ok(true);
            }
            self.interjected(&fact)?;
        }
        Ok(false)
    }

    pub(super) fn begin_round(&mut self, stage: Phase, question: Option<&str>) -> RoundProgress {
        let mut round = RoundProgress {
            stage,
            question: question.map(str::to_owned),
            number: self.state.rounds,
            order: Vec::new(),
            turns: vec![Turn::Owed; self.circle.members.len()],
            deferrals: 0,
            last: if stage == Phase::Consent { self.asked_last() } else { Vec::new() },
            excuses_arrivals: false,
        };
        self.state.rounds += 1;
        self.moves.clear();
        round.order = self.speakers(&round);
        round
    }

    /// Returns the seats of those who take part in a round, in the suggested order.
    ///
    /// Seats are in the order of the file; with `rotate`, each round starts one seat further. A
    /// nominee is last. If more than two take part, a facilitator who is first or last swaps with
    /// the neighbour. Those who are excused come last.
    pub(super) fn speakers(&self, round: &RoundProgress) -> Vec<usize> {
        let seats = self.circle.members.len();
        let first = match self.circle.rules.order {
            Order::Rotate => round.number % seats,
            Order::Seats => 0,
        };
        let is_asked = |seat: &usize| {
            self.state.takes_part(*seat)
                && self.is_asked(round.stage, &self.circle.members[*seat].name)
        };
        let order = (first..seats).chain(0..first).filter(is_asked);
        let is_excused = |seat: &usize| round.turns[*seat] == Turn::Excused;
        let (excused, mut order): (Vec<usize>, Vec<usize>) = order.partition(is_excused);
        order.sort_by_key(|seat| round.last.contains(seat));
        let facilitator = self.state.facilitator().and_then(|it| self.seats.find(it));
        let facilitator = facilitator.filter(|it| !round.last.contains(it));
        let count = order.len();
        if facilitator.is_some() && count > 2 {
            if order.first() == facilitator.as_ref() {
                order.swap(0, 1);
            } else if order.last() == facilitator.as_ref() {
                order.swap(count - 2, count - 1);
            }
        }
        order.extend(excused);
        order
    }

    /// Returns the seats of the members who get a role: who is put forward, or appointed.
    fn asked_last(&self) -> Vec<usize> {
        let Some(item) = self.state.on_table() else { return Vec::new() };
        let nominee = item.draft.nominee.as_ref().map(|it| &it.name);
        let appointed = item.draft.effects.iter().flatten();
        let appointed = appointed.filter_map(|it| Some(&it.appointment()?.who));
        nominee.into_iter().chain(appointed).filter_map(|it| self.seats.find(it)).collect()
    }

    /// Returns whether somebody takes part in a round: proposers have no clarifying question, and
    /// somebody whom a proposal is about does not consent.
    fn is_asked(&self, stage: Phase, name: &str) -> bool {
        self.state.on_table().is_none_or(|item| match stage {
            Phase::Clarify => !item.entry.people().any(|it| it == name),
            Phase::Consent => !item.proposal().about.iter().any(|it| it == name),
            _ => true,
        })
    }

    /// Returns the round as a prompt shows it.
    pub(super) fn shown(&self, round: &RoundProgress) -> Round {
        let name = |seat: &usize| self.circle.members[*seat].name.clone();
        let mut waiting: Vec<_> = round.waiting().collect();
        waiting.sort_unstable();
        Round {
            stage: round.stage,
            number: round.number,
            question: round.question.clone(),
            order: round.order.iter().map(name).collect(),
            waiting: waiting.iter().map(|(.., index)| name(&round.order[*index])).collect(),
        }
    }
}

/// Says that somebody does not take part in a round.
pub(crate) fn not_asked(who: &str) -> Phrase {
    say!("error-not-asked", who = who)
}

/// Returns who spoke and what they said, if the fact is a turn in this round.
fn speech_of(stage: Phase, what: &What) -> Option<(&str, &Option<String>)> {
    match (stage, what) {
        (Phase::CheckIn, What::CheckedIn { who, text })
        | (Phase::Clarify, What::Asked { who, text })
        | (Phase::React, What::Reacted { who, text })
        | (Phase::Explore, What::Spoke { who, text })
        | (Phase::CheckOut, What::CheckedOut { who, text }) => Some((who, text)),
        _ => None,
    }
}
