//! Every order of answers for three members, through one decision and through one selection.
//!
//! A breadth-first search: in each state, types every line that could matter and some that are
//! always refused, until no new state is found. Asserts that no accepted line breaks a rule, and
//! that no refused line changes anything.

mod lines;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::NaiveDate;
use lines::{DATING, DECIDING, LINES, QUALIFYING, SELECTING};

use super::oracle::{Oracle, Point};
use super::{Room, garden, said};
use crate::circle::Role;
use crate::dialogue::{Response, ScreenState, Talk};
use crate::lang::{Lang, Words};
use crate::meeting::{
    Concerned, Draft, Fact, Meeting, Nomination, Step, StoodAside, Validity, What,
};
use crate::records::OpenAction;
use crate::records::format::journal;

/// Finds all 4,001 states, each at most 16 lines from the start. In these, 54,041 lines are
/// accepted, 225 of them decisions, and 91,504 are refused, in 10 seconds.
#[test]
fn no_order_of_answers_decides_what_must_not_be() {
    let room = three().steps("react").calling().aside();
    let put = ["all + Zoe (guest)", "ok", "ok", "decide Quiet hours", "text A", "ok"];
    let found = search(&room, &put, &[&LINES[..], &DECIDING[..]].concat());
    assert!(found.places > 4000 && found.outcomes > 220, "{found:?}");
}

/// Finds all 2,583 states, each at most 19 lines from the start. In these, 21,979 lines are
/// accepted, 46 of them elections, and 66,507 are refused, in 5 seconds.
#[test]
fn no_order_of_answers_elects_whom_it_must_not() {
    let room = with_purse(None);
    let written = ["all + Zoe (guest)", "ok", "ok", "select Keys", "ok", "ok"];
    let found = search(&room, &written, &[&LINES[..], &SELECTING[..]].concat());
    assert!(found.places > 2500 && found.outcomes > 40, "{found:?}");
}

/// Finds the days from which and until which somebody is elected, with a role held until November that
/// excludes this one.
#[test]
fn no_order_of_days_elects_whom_it_must_not() {
    let room = with_purse(NaiveDate::from_ymd_opt(2026, 11, 1)).steps("essential");
    let found = search(&room, &["ok", "ok", "ok", "select Keys"], &DATING);
    assert!(found.places > 100 && found.outcomes > 10, "{found:?}");
}

/// Returns a circle in which Chen holds a role, until a day, that is kept apart from another.
fn with_purse(until: Option<NaiveDate>) -> Room {
    let mut room = three().steps("change");
    let role = |name: &str, holder: Option<&str>, until| {
        let holder = holder.map(str::to_owned);
        let roles = &garden().circle.roles;
        Role { name: name.to_owned(), kind: None, holder, until, ..roles[0].clone() }
    };
    room.circle.roles.extend([role("Keys", None, None), role("Purse", Some("Chen"), until)]);
    room.circle.rules.apart.push(("Keys".to_owned(), "Purse".to_owned()));
    room
}

/// Finds every list of at most three qualifications, and what comes of each.
#[test]
fn no_order_of_lines_lists_other_qualifications_than_were_named() {
    let room = three().steps("qualify").role("Keys", None, "");
    let sought = ["all + Zoe (guest)", "ok", "ok", "select Keys", "ok"];
    let found = search(&room, &sought, &QUALIFYING);
    assert!(found.places > 60, "{found:?}");
}

pub(super) fn three() -> Room {
    let mut room = garden();
    let (who, text) = ("Ana".to_owned(), "feed the hens".to_owned());
    room.background.actions.push(OpenAction { who, text, ..OpenAction::default() });
    room.circle.members.truncate(3);
    room.quorum("2")
}

/// The results of a search.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The number of states with different keys.
    pub places: usize,
    /// The number of lines to the state furthest away.
    depth: usize,
    /// The number of lines accepted in all states.
    taken: usize,
    /// The number of those lines that announced a decision or an election.
    pub outcomes: usize,
    /// The number of lines refused in all states.
    refused: usize,
}

#[track_caller]
pub(super) fn search<'l>(room: &Room, begins: &[&str], lines: &[&'l str]) -> Found {
    let words = Words::of(Lang::En);
    let start = Place::at(room, &words, begins);
    let mut seen = HashSet::from([start.key()]);
    let mut found = Found { places: 1, ..Found::default() };
    let mut level: Vec<Place<'_, 'l>> = vec![start];
    while !level.is_empty() {
        let mut next = Vec::new();
        for place in &level {
            for line in lines {
                // Only one member at a time asks to be heard later.
                if *line == "/later" && !place.later.is_empty() {
                    continue;
                }
                let is_full = place.oracle.item.asked_for.len() >= 3;
                if is_full && ["calm", "kind"].contains(line) {
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
        // The search ends with the item.
        next.retain(|it| it.meeting.state().on_table().is_some());
        level = next;
    }
    found
}

/// A state of the search: a meeting, and the oracle that checks it.
#[derive(Clone)]
struct Place<'s, 'l> {
    room: &'s Room,
    words: &'s Words,
    meeting: Meeting,
    oracle: Oracle<'s>,
    /// Who has spoken in the current round, except in consent rounds.
    spoken: BTreeSet<String>,
    /// Who asked to be heard later in this round and has not spoken yet, in that order.
    later: Vec<String>,
    /// The last consent answer of each member, and whether it was given before the current round.
    answered: BTreeMap<String, (&'static str, bool)>,
    /// The draft at the beginning of the revision, which cannot be skipped once it has changed.
    draft: Draft,
    path: Vec<&'l str>,
}

impl<'s, 'l> Place<'s, 'l> {
    fn at(room: &'s Room, words: &'s Words, begins: &[&str]) -> Self {
        let meeting = room.meet(begins);
        let oracle = Oracle::of(&meeting, &room.circle).unwrap();
        let (spoken, later, answered, draft, path) = <_>::default();
        Self { room, words, meeting, oracle, spoken, later, answered, draft, path }
    }

    fn talk(&self) -> Talk<'_> {
        let Self { room, words, meeting, .. } = self;
        Talk { meeting, background: &room.background, words, now: room.opens }
    }

    /// Types a line and checks the new state; `None` if the line is refused.
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
            let may = self.oracle.quorum() && !self.oracle.consenting().is_empty();
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

    /// Asserts that an answer belongs to the member named after `@`, else to the one who was asked.
    fn gave(&self, line: &str, what: &What) -> bool {
        let who = match what {
            What::Consented { who, .. }
            | What::Objected { who, .. }
            | What::StoodAside(StoodAside { who, .. })
            | What::Concerned(Concerned { who: Some(who), .. }) => who,
            What::Concerned(_) => return line == "c hm",
            _ => return true,
        };
        // After a call, `@Ana: a hm` and `a Ana: hm` say the same.
        let is_after_call = matches!(self.meeting.step(), Some(Step::Announce { .. }));
        let called = ["c ", "o ", "a "].iter().find_map(|it| line.strip_prefix(it));
        let named = line
            .strip_prefix('@')
            .or(called.filter(|_| is_after_call))
            .and_then(|it| it.split_once(':'));
        let typed = named.map(|(who, _)| who);
        let asked = match self.meeting.step() {
            Some(Step::Consent(round)) => round.waiting.first().map(String::as_str),
            _ => None,
        };
        typed.or(asked) == Some(who)
    }

    /// Records who has spoken in the current round.
    fn follow(&mut self, what: &What, before: &Self) {
        let phase = before.oracle.item.phase;
        let begins = match what {
            What::PutForward(_)
            | What::Presented(_)
            | What::Reopened { .. }
            | What::Skipped { .. } => true,
            What::Amended { .. } => phase == Point::Consent,
            _ => self.oracle.item.phase != phase,
        };
        if let What::Deferred { who }
        | What::Consented { who, .. }
        | What::Objected { who, .. }
        | What::StoodAside(StoodAside { who, .. })
        | What::Reacted { who, .. }
        | What::Passed { who }
        | What::Kept { who }
        | What::Nominated(Nomination { who, .. })
        | What::Changed(Nomination { who, .. }) = what
        {
            self.later.retain(|it| it != who);
            match what {
                What::Deferred { .. } => self.later.push(who.clone()),
                What::Consented { .. } | What::Objected { .. } | What::StoodAside(_) => {
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

    /// Asserts that `/undo` leads to the state before, and that the journal replays to this state.
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

    /// Asserts that the meeting waits for exactly those who owe an answer according to the oracle.
    fn agrees_with_the_judge(&self) {
        let (oracle, phase) = (&self.oracle, self.oracle.item.phase);
        let standing = self.objecting();
        if self.meeting.state().on_table().is_some() {
            let same = standing.iter().all(|it| oracle.item.standing.contains(it))
                && oracle.item.standing.iter().all(|it| standing.contains(it));
            self.must(same, "other objections stand than are said to");
        }
        let item = self.meeting.state().on_table();
        let asked = item.and_then(|it| it.selection()).map(|it| &it.qualifications);
        let listed = asked.into_iter().flatten().map(|it| &it.text);
        let same = item.is_none() || listed.eq(&oracle.item.asked_for);
        self.must(same, "a role asks for something else than was named");
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

    /// Asserts that the consent round shows exactly what is put to the circle.
    fn shows_what_is_put(&self) {
        let shown = format!("{:?}", self.talk().ask(&mut ScreenState::default()).shown);
        let put = self.oracle.item.put.as_ref().unwrap();
        let nominee = put.nominee.iter().flat_map(|it| [&it.name, &it.reason]);
        let mut whole = nominee.chain([&put.text]);
        self.must(whole.all(|it| shown.contains(it)), "the circle is not shown what is put");
        let stands = match put.validity {
            Validity::Term(it) | Validity::Lasts(it) => self.words.span(it.months, it.days),
            Validity::Until(day) | Validity::Expires(day) => self.words.date(day),
            Validity::Once => "once".to_owned(),
        };
        self.must(shown.contains(&stands), "the circle is not shown how long it stands");
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

    /// Returns the part of a state that matters. States with the same key are not searched twice.
    ///
    /// This is sound if no line has different results in states with the same key, neither in the
    /// meeting nor in the oracle. The meeting depends on the step and whom it waits for, on who is
    /// present and who facilitates, on the last finished round, on the draft and the last version,
    /// on the day from which a role is given, on open objections, and in a round on the answers and on who asked to be heard later.
    /// The oracle depends on nothing else. The last answers of absent members are part of the key,
    /// because a faulty meeting could remember them when the members return.
    ///
    /// The key leaves out what only affects records: times, texts, reasons, concerns, nominations,
    /// resolved objections, further objections of the same person (all are resolved together),
    /// version numbers (answers to earlier versions are void) and the order of answers in a round.
    /// While objections are integrated, the answers of those present are void. Each round begins at
    /// the first seat, so the number of rounds does not matter.
    ///
    /// `/undo` is never typed, because it is asserted that it leads to the state before.
    fn key(&self) -> String {
        let state = self.meeting.state();
        let item = state.items.last().unwrap();
        let draft = (&self.draft, &item.draft, item.version().map(|it| &it.wording));
        let since = item.selection().and_then(|it| it.since);
        let here = (&state.present, &state.guests, &state.facilitator, &state.finished);
        let judged = &self.oracle.item;
        let sorted = |names: &[String]| names.iter().cloned().collect::<BTreeSet<_>>();
        let answers = [&judged.consented, &judged.objected, &judged.asides].map(|it| sorted(it));
        let round = (answers, &judged.called);
        let round =
            (judged.phase != Point::Objections).then_some((round, &self.spoken, &self.later));
        let away = self.answered.iter().filter(|(who, _)| !self.oracle.present.contains(who));
        let away: Vec<_> = away.collect();
        let objections = (self.objecting(), sorted(&judged.standing));
        let (step, ended) = (self.step(), item.outcome.is_some());
        format!(
            "{step} {draft:?} {since:?} {here:?} {:?} {objections:?} {round:?} {away:?} {ended} {:?}",
            judged.phase, judged.asked_for
        )
    }

    fn objecting(&self) -> BTreeSet<String> {
        let item = self.meeting.state().items.last().unwrap();
        item.standing().map(|it| it.who.clone()).collect()
    }
}
