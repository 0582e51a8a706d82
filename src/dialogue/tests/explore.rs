//! Every order of answers for three members, through one decision and through one selection.
//!
//! A plain search, the shortest paths first: from each place every line is typed that could
//! matter, and some that never may, until no new place is found. What must never happen is
//! asserted of every line that is taken, and of every line that is refused that nothing changed.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::oracle::{Oracle, Point};
use super::{Room, garden, said};
use crate::circle::Role;
use crate::dialogue::{Response, ScreenState, Talk};
use crate::lang::{Lang, Words};
use crate::meeting::{Draft, Fact, Meeting, Nomination, Step, What};
use crate::records::format::journal;

/// What is typed in every search: Ana comes and goes, Zoe is a guest.
const LINES: [&str; 21] = [
    "ok",
    "pass",
    "call",
    "nonsense",
    "@Ana: ok",
    "@Ben: ok",
    "@Chen: ok",
    "@Zoe: ok",
    "@Ana: c hm",
    "@Ana: o no",
    "@Ben: o no",
    "@Chen: o no",
    "@Zoe: o no",
    "withdraw Ana",
    "withdraw Ben",
    "withdraw Chen",
    "/later",
    "/again",
    "/skip",
    "/leave Ana",
    "/arrive Ana",
];

/// From the reactions on: one text is put, and may be amended into the other.
const DECIDING: [&str; 7] =
    ["/leave Chen", "I see.", "@Ana: I see.", "@Zoe: I see.", "text A", "text B", "/amend text B"];

/// From the nominations on: Chen holds a role that is kept apart from this one.
const SELECTING: [&str; 13] = [
    "Ben: calm",
    "Ana: kind",
    "Chen: near",
    "@Ana: Ben: calm",
    "@Ben: Ana: kind",
    "@Chen: Ben: calm",
    "@Zoe: Ben: calm",
    "put Ben: calm",
    "put Ana: kind",
    "put Chen: near",
    "put Zoe: far",
    "term 1 month",
    "/amend term 1 month",
];

/// No place is further than 16 lines away: all 2,617 are found. From these 21,811 lines are taken,
/// 89 of them decisions, and 49,893 are refused, in 5 seconds.
#[test]
fn no_order_of_answers_decides_what_must_not_be() {
    let room = three().steps("react").calling();
    let put = ["all + Zoe (guest)", "ok", "ok", "decide Quiet hours", "text A", "ok"];
    let found = search(&room, &put, &[&LINES[..], &DECIDING[..]].concat());
    assert!(found.places > 2600 && found.outcomes > 80, "{found:?}");
}

/// No place is further than 19 lines away: all 2,583 are found. From these 19,426 lines are taken,
/// 46 of them elections, and 66,507 are refused, in 5 seconds.
#[test]
fn no_order_of_answers_elects_whom_it_must_not() {
    let mut room = three().steps("change");
    let role = |name: &str, holder: Option<&str>| {
        let holder = holder.map(str::to_owned);
        Role { name: name.to_owned(), kind: None, holder, ..garden().circle.roles[0].clone() }
    };
    room.circle.roles.extend([role("Keys", None), role("Purse", Some("Chen"))]);
    room.circle.rules.apart.push(("Keys".to_owned(), "Purse".to_owned()));
    let written = ["all + Zoe (guest)", "ok", "ok", "select Keys", "ok", "ok"];
    let found = search(&room, &written, &[&LINES[..], &SELECTING[..]].concat());
    assert!(found.places > 2500 && found.outcomes > 40, "{found:?}");
}

fn three() -> Room {
    let mut room = garden();
    room.circle.members.truncate(3);
    room.quorum("2")
}

/// What a search came to.
#[derive(Debug, Default)]
struct Found {
    /// Places that differ in something that matters.
    places: usize,
    /// How many lines lead to the last of them.
    depth: usize,
    /// Lines that were taken, from all places.
    taken: usize,
    /// How many of these announced a decision or an election.
    outcomes: usize,
    /// Lines that were refused, from all places.
    refused: usize,
}

#[track_caller]
fn search<'l>(room: &Room, begins: &[&str], lines: &[&'l str]) -> Found {
    let words = Words::of(Lang::En);
    let start = Place::at(room, &words, begins);
    let mut seen = HashSet::from([start.key()]);
    let mut found = Found { places: 1, ..Found::default() };
    let mut level: Vec<Place<'_, 'l>> = vec![start];
    while !level.is_empty() {
        let mut next = Vec::new();
        for place in &level {
            for line in lines {
                // One at a time is heard later.
                if *line == "/later" && !place.later.is_empty() {
                    continue;
                }
                let Some(after) = place.say(line) else {
                    found.refused += 1;
                    continue;
                };
                found.taken += 1;
                found.outcomes += after.oracle.decisions + after.oracle.elections;
                if seen.insert(after.key()) {
                    after.goes_back_to(place);
                    after.replays();
                    after.agrees_with_the_judge();
                    next.push(after);
                }
            }
        }
        found.places += next.len();
        found.depth += usize::from(!next.is_empty());
        // What became of the item is not asked about any further.
        next.retain(|it| it.meeting.state().on_table().is_some());
        level = next;
    }
    found
}

/// A meeting somewhere in the search, and who judges it.
#[derive(Clone)]
struct Place<'s, 'l> {
    room: &'s Room,
    words: &'s Words,
    meeting: Meeting,
    oracle: Oracle<'s>,
    /// Who has spoken in the round that is going on, consent rounds excepted.
    spoken: BTreeSet<String>,
    /// Who asked to be heard later in it and has not been heard, in that order.
    later: Vec<String>,
    /// What everyone answered last when asked for consent, and whether that was before the round
    /// that is going on.
    answered: BTreeMap<String, (&'static str, bool)>,
    /// The draft as it was when the revise began, which cannot be left out once it has changed.
    draft: Draft,
    path: Vec<&'l str>,
}

impl<'s, 'l> Place<'s, 'l> {
    fn at(room: &'s Room, words: &'s Words, begins: &[&str]) -> Self {
        let meeting = room.sit(begins);
        let oracle = Oracle::of(&meeting, &room.circle).unwrap();
        let (spoken, later, answered, draft, path) = <_>::default();
        Self { room, words, meeting, oracle, spoken, later, answered, draft, path }
    }

    fn talk(&self) -> Talk<'_> {
        let Self { room, words, meeting, .. } = self;
        Talk { meeting, background: &room.background, words, now: room.opens }
    }

    /// Says a line and judges what it leads to; nothing where it is refused.
    #[track_caller]
    fn say(&self, line: &'l str) -> Option<Self> {
        let fact = match self.talk().hear(&said(line)) {
            Ok(Response::Fact(what)) => Fact { what, at: self.room.opens },
            _ => return None,
        };
        let mut after = self.clone();
        after.path.push(line);
        if after.meeting.record(fact.clone()).is_err() {
            after.must(after.is_where(self), "a refused line changed something");
            let may = self.oracle.quorum() && !self.oracle.present.is_empty();
            let announces = matches!(self.meeting.step(), Some(Step::Announce { .. }));
            let due = may && announces && line == "ok";
            after.must(!due, "a decision was refused that nothing stands against");
            return None;
        }
        after.must(self.gave(line, &fact.what), "an answer that nobody gave");
        let kept = after.meeting.facts().split_last() == Some((&fact, self.meeting.facts()));
        after.must(kept, "a line is not one fact more");
        if let Err(why) = after.oracle.hear(&fact) {
            after.must(false, &why);
        }
        after.follow(&fact.what, self);
        Some(after)
    }

    #[track_caller]
    fn must(&self, holds: bool, why: &str) {
        assert!(holds, "{why}: {:?}, then {:?}", self.path, self.meeting.step());
    }

    fn is_where(&self, other: &Self) -> bool {
        let (one, other) = (&self.meeting, &other.meeting);
        one.state() == other.state() && one.standing().eq(other.standing())
    }

    /// An answer is of the one it was typed for, else of the one who was asked.
    fn gave(&self, line: &str, what: &What) -> bool {
        let (What::Consented { who, .. } | What::Objected { who, .. }) = what else { return true };
        let typed = line.strip_prefix('@').and_then(|it| it.split(':').next());
        let asked = match self.meeting.step() {
            Some(Step::Consent(round)) => round.waiting.first().map(String::as_str),
            _ => None,
        };
        typed.or(asked) == Some(who)
    }

    /// Notes who has spoken in the round that is going on.
    fn follow(&mut self, what: &What, before: &Self) {
        let phase = before.oracle.table.phase;
        let begins = match what {
            What::PutForward(_)
            | What::Presented(_)
            | What::Reopened { .. }
            | What::Skipped { .. } => true,
            What::Amended { .. } => phase == Point::Consent,
            _ => self.oracle.table.phase != phase,
        };
        if let What::Deferred { who }
        | What::Consented { who, .. }
        | What::Objected { who, .. }
        | What::Reacted { who, .. }
        | What::Passed { who }
        | What::Kept { who }
        | What::Nominated(Nomination { who, .. })
        | What::Changed(Nomination { who, .. }) = what
        {
            self.later.retain(|it| it != who);
            match what {
                What::Deferred { .. } => self.later.push(who.clone()),
                What::Consented { .. } | What::Objected { .. } => {
                    self.answered.insert(who.clone(), (what.word(), false));
                }
                _ => drop(self.spoken.insert(who.clone())),
            }
        }
        if begins {
            self.later.clear();
            self.spoken.clear();
            self.answered.values_mut().for_each(|(_, before)| *before = true);
        }
        let revises = |it: &Self| it.meeting.step() == Some(&Step::Revise);
        if !revises(self) || !revises(before) {
            self.draft = self.meeting.state().items.last().unwrap().draft.clone();
        }
    }

    /// Taking back leads to the place before, and a journal to this one.
    fn goes_back_to(&self, before: &Self) {
        let mut undone = self.clone();
        let at = self.room.opens;
        undone.meeting.record(Fact { what: What::TakenBack {}, at }).unwrap();
        self.must(undone.is_where(before), "taking back leads elsewhere");
    }

    fn replays(&self) {
        if self.meeting.state().on_table().is_some() {
            return;
        }
        let mut text = journal::head(self.meeting.circle());
        text.extend(self.meeting.facts().iter().map(journal::block));
        let journal = journal::read(&text).unwrap();
        let again = Meeting::of(journal.format, journal.head, journal.facts).unwrap();
        self.must(again.state() == self.meeting.state(), "a journal leads elsewhere");
    }

    /// The walk waits for those who owe an answer as the judge sees it, for no less and no more.
    fn agrees_with_the_judge(&self) {
        let (oracle, phase) = (&self.oracle, self.oracle.table.phase);
        let standing = self.objecting();
        if self.meeting.state().on_table().is_some() {
            let same = standing.iter().all(|it| oracle.table.standing.contains(it))
                && oracle.table.standing.iter().all(|it| standing.contains(it));
            self.must(same, "other objections stand than are said to");
        }
        match self.meeting.step() {
            Some(Step::Consent(round)) => {
                self.must(phase == Point::Consent, "the circle is asked too early");
                let (mut waiting, mut owing) = (round.waiting.clone(), oracle.owing());
                let last = waiting.last() == oracle.nominee();
                let owes = oracle.nominee().is_some_and(|it| waiting.contains(it));
                self.must(last || !owes, "the nominee is not asked last");
                waiting.sort();
                owing.sort();
                self.must(waiting.iter().eq(owing), "others are asked than owe an answer");
                self.shows_what_is_put();
            }
            Some(Step::Announce { .. }) => {
                let ready = phase == Point::Consent && oracle.owing().is_empty();
                self.must(ready, "announced before everyone has answered");
            }
            Some(Step::Objections) => self.must(phase == Point::Objections, "nobody objects"),
            Some(Step::PutForward) => self.must(phase == Point::Named, "not everyone was heard"),
            _ => {}
        }
    }

    /// The consent round shows exactly what is put.
    fn shows_what_is_put(&self) {
        let shown = format!("{:?}", self.talk().ask(&mut ScreenState::default()).shown);
        let put = self.oracle.table.put.as_ref().unwrap();
        let nominee = put.nominee.iter().flat_map(|it| [&it.name, &it.reason]);
        let mut whole = nominee.chain([&put.text]);
        self.must(whole.all(|it| shown.contains(it)), "the circle is not shown what is put");
        let term = self.words.span(put.term.months, put.term.days);
        self.must(shown.contains(&term), "the circle is not shown how long it stands");
    }

    fn step(&self) -> String {
        match self.meeting.step() {
            Some(Step::Turn(round) | Step::Consent(round)) => {
                format!("{:?} {:?}", round.stage, round.waiting)
            }
            Some(Step::Announce { heard, .. }) => format!("{heard:?}"),
            step => format!("{step:?}"),
        }
    }

    /// What matters of a place. Two places with the same key are one.
    ///
    /// That is sound where no line can tell them apart, neither by what the walk makes of it nor
    /// by what the judge says. The walk goes by the step with those it waits for, by who is here
    /// and facilitates, the round just finished, the draft and what was put last, whose objections
    /// stand, and in a round by who has answered how, and who asked to be heard later; the judge
    /// by no more than that. Of those who are away it is kept what they answered last, whatever a
    /// rule makes of it, for a walk that is wrong may remember it when they come back.
    ///
    /// Left out is what only records tell: times and texts, reasons and concerns, nominations,
    /// objections that stand no longer, the second objection of one person (all of one person's
    /// stand and fall together), how a version is numbered (an answer to an earlier one is void),
    /// and in which order a round was answered, for a round is a set. Where objections are heard,
    /// what those here have answered is void whatever comes next. Each round begins at the first
    /// seat, so that the number of rounds does not matter.
    ///
    /// `/undo` is never typed: it is asserted that it leads to the place before, from which
    /// everything else was tried.
    fn key(&self) -> String {
        let state = self.meeting.state();
        let item = state.items.last().unwrap();
        let draft = (&self.draft, &item.draft, item.version().map(|it| &it.wording));
        let here = (&state.present, &state.guests, &state.facilitator, &state.finished);
        let table = &self.oracle.table;
        let sorted = |names: &[String]| names.iter().cloned().collect::<BTreeSet<_>>();
        let round = (sorted(&table.consented), sorted(&table.objected), &table.called);
        let round =
            (table.phase != Point::Objections).then_some((round, &self.spoken, &self.later));
        let away = self.answered.iter().filter(|(who, _)| !self.oracle.present.contains(who));
        let away: Vec<_> = away.collect();
        let objections = (self.objecting(), sorted(&table.standing));
        let (step, ended) = (self.step(), item.outcome.is_some());
        format!(
            "{step} {draft:?} {here:?} {:?} {objections:?} {round:?} {away:?} {ended}",
            table.phase
        )
    }

    fn objecting(&self) -> BTreeSet<String> {
        let item = self.meeting.state().items.last().unwrap();
        item.standing().map(|it| it.who.clone()).collect()
    }
}
