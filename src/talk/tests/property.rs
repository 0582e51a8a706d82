//! Random talk: whatever is typed, nothing panics, every journal replays to the same step, and
//! what must never happen does not.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;

use super::{Room, garden};
use crate::meeting::{Adopted, Fact, Heard as Way, Meeting, On, Presented, Stage, Step, What};

/// What may be typed, sensible or not. `ok` comes in between.
const LINES: [&str; 72] = [
    "pass",
    "ok",
    "@Ana ok",
    "@Ben ok",
    "@Chen ok",
    "@Dana ok",
    "@Zoe hello",
    "@Zoe o no",
    "@Ana o too loud",
    "o too dear",
    "@Dana o no",
    "@Dana o no",
    "c perhaps",
    "@Chen c hm",
    "text A",
    "text B",
    "text C",
    "term 1 month",
    "term 2 weeks",
    "who Ana",
    "who -",
    "measure noise",
    "measure -1",
    "by Ana",
    "about Dana",
    "/amend text D",
    "/amend text A",
    "/amend term 3 weeks",
    "/amend who Ben",
    "/amend measure x",
    "/arrive Dana",
    "/leave Dana",
    "/arrive Zoe (guest)",
    "/leave Zoe",
    "/leave Ana",
    "/arrive Ana",
    "/leave Ben",
    "/arrive Ben",
    "/arrive Chen",
    "/leave Chen",
    "/undo",
    "/undo",
    "/undo",
    "/again",
    "/again",
    "/later",
    "/skip",
    "/postpone",
    "/drop",
    "/refer Other",
    "call",
    "call",
    "withdraw Ana",
    "withdraw Dana",
    "withdraw Chen",
    "decide One",
    "decide Two by Ana",
    "explore Three",
    "remove 1",
    "move 1 2",
    "round why?",
    "/round why?",
    "what is it?",
    "/note x",
    "/topic y",
    "/action Ana: z",
    "all but Dana",
    "nonsense",
    "?",
    "/facilitator Ana",
    "/at 19:30",
    "\\ok",
];

fn room(kind: usize) -> Room {
    match kind {
        0 => garden(),
        1 => garden().steps("full").rotating(),
        2 => garden().calling().quorum("all but 2"),
        3 => garden().steps("agenda,react").rotating().quorum("2/3").calling(),
        _ => garden().steps("clarify,react").quorum("3"),
    }
}

/// Types the lines, an `ok` where `None`, and what moves a meeting on where it would end early.
fn talk(room: &Room, lines: &[Option<&str>]) -> Meeting {
    let mut meeting = Meeting::new(room.circle.clone());
    let mut now = room.opens;
    for line in lines {
        let nothing_left = meeting.state().agenda.is_empty();
        let line = match (line, meeting.step()) {
            (_, None | Some(Step::File)) => break,
            (Some(line), _) => line,
            (None, Some(Step::Choose | Step::Agenda)) if nothing_left => "decide Some more",
            (None, Some(Step::Draft))
                if meeting.state().on_table().is_some_and(|it| it.draft.text.is_none()) =>
            {
                "text A"
            }
            (None, Some(Step::Objections)) if meeting.facts().len().is_multiple_of(3) => "text B",
            (None, _) => "ok",
        };
        let _ = room.answer(&mut meeting, &mut now, line);
    }
    meeting
}

/// The rules of the practice, told over the facts alone: counts the decisions, and says which
/// of them must never have been.
#[derive(Default)]
struct Oracle {
    present: Vec<String>,
    guests: Vec<String>,
    about: Vec<String>,
    consents: Vec<(String, u32)>,
    /// Who was present when the room was asked.
    called: Option<Vec<String>>,
    objections: Vec<String>,
    /// The text as it was worded last, and as it was shown last.
    worded: String,
    text: String,
    decisions: usize,
}

impl Oracle {
    fn of(meeting: &Meeting) -> Result<usize, String> {
        let mut oracle = Self::default();
        for fact in meeting.standing() {
            oracle.hear(meeting, fact).map_err(|why| format!("{why}: {fact:?}"))?;
        }
        Ok(oracle.decisions)
    }

    fn hear(&mut self, meeting: &Meeting, fact: &Fact) -> Result<(), String> {
        match &fact.what {
            What::Opened { present, guests } => {
                (self.present, self.guests) = (present.clone(), guests.clone());
            }
            What::Arrived { who, guest: true } => self.guests.push(who.clone()),
            What::Arrived { who, .. } => {
                self.present.push(who.clone());
                self.called = None;
            }
            What::Left { who, .. } => {
                self.present.retain(|it| it != who);
                self.guests.retain(|it| it != who);
                self.consents.retain(|(it, _)| it != who);
            }
            What::Began { .. } | What::Agreed { on: On::Item, .. } => {
                self.void();
                self.objections.clear();
                self.about.clear();
            }
            What::Related { about: Some(who), .. } => self.about.push(who.clone()),
            // What is put anew has another version, or every objection was withdrawn.
            What::Presented(Presented { text, .. }) => {
                self.void();
                self.objections.clear();
                self.worded.clone_from(text);
                self.text.clone_from(text);
            }
            What::Worded { text } => self.worded.clone_from(text),
            // What was reworded before a revise was left out is shown in the consent round.
            What::Skipped { step: Stage::Revise, .. } => self.text.clone_from(&self.worded),
            What::Amended { text, .. } => {
                self.void();
                self.objections.clear();
                self.worded = text.clone().unwrap_or(self.worded.clone());
                self.text.clone_from(&self.worded);
            }
            What::Reopened { step: Stage::Consent } => self.void(),
            What::Consented { who, version, .. } => {
                self.called = None;
                self.objections.retain(|it| it != who);
                self.consents.retain(|(it, _)| it != who);
                self.consents.push((who.clone(), *version));
            }
            What::Objected { who, on: None, .. } => {
                self.called = None;
                self.consents.retain(|(it, _)| it != who);
                self.objections.push(who.clone());
            }
            What::Withdrew { who, .. } => self.objections.retain(|it| it != who),
            What::Agreed { on: On::Consent, present, .. } => {
                self.objections.retain(|it| !present.contains(it));
                self.called = Some(present.clone());
            }
            What::Adopted(_) => self.decided(meeting, fact)?,
            _ => {}
        }
        Ok(())
    }

    /// Every answer given so far is void.
    fn void(&mut self) {
        self.consents.clear();
        self.called = None;
    }

    fn decided(&mut self, meeting: &Meeting, fact: &Fact) -> Result<(), String> {
        let What::Adopted(Adopted { text, term, review, version, consent, present, .. }) =
            &fact.what
        else {
            return Ok(());
        };
        let must = |holds: bool, why: &str| if holds { Ok(()) } else { Err(why.to_owned()) };
        let circle = meeting.circle();
        let sorted = |list: &[String]| {
            let mut list = list.to_vec();
            list.sort();
            list
        };
        must(sorted(present) == sorted(&self.present), "not who was present")?;
        must(present.iter().all(|it| circle.seat(it).is_some()), "a guest counted")?;
        must(self.objections.is_empty(), "an objection stands")?;
        let asked: Vec<&String> = present.iter().filter(|it| !self.about.contains(it)).collect();
        must(!asked.is_empty(), "nobody consented")?;
        for who in asked {
            let answered = self.consents.contains(&(who.clone(), *version));
            let called = self.called.as_ref().is_some_and(|it| it.contains(who));
            let heard = if *consent == Way::Call { called } else { answered };
            must(heard, "somebody did not consent to this version")?;
        }
        must(*text == self.text, "another text than was shown")?;
        must(*review == term.after(fact.at.date_naive()), "another review than its term says")?;
        let needed = circle.rules.quorum.needed(circle.members.len());
        must(present.len() >= needed, "no quorum")?;
        self.decisions += 1;
        Ok(())
    }
}

/// Changes one fact of a journal, or where it stands.
fn damaged(mut facts: Vec<Fact>, place: usize, how: usize) -> Vec<Fact> {
    let place = place % facts.len();
    let next = (place + 1) % facts.len();
    match how {
        0 => drop(facts.remove(place)),
        1 => facts.insert(place, facts[place].clone()),
        2 => facts.swap(place, next),
        _ => match &mut facts[place].what {
            What::Consented { version, .. } | What::Presented(Presented { version, .. }) => {
                *version += 1;
            }
            What::Objected { who, .. } | What::Passed { who } => *who = "Zoe".to_owned(),
            What::Adopted(Adopted { text, .. }) | What::Worded { text } => text.push('!'),
            What::Agreed { present, .. } | What::Opened { present, .. } => drop(present.pop()),
            _ => drop(facts.remove(place)),
        },
    }
    facts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_talk_replays_and_breaks_no_rule(
        kind in 0_usize..5,
        lines in prop::collection::vec(prop::option::weighted(0.35, select(&LINES[..])), 40..160),
        places in prop::collection::vec((any::<usize>(), 0_usize..4), 8),
    ) {
        let meeting = talk(&room(kind), &lines);
        Oracle::of(&meeting).map_err(TestCaseError::fail)?;
        let facts = meeting.facts().to_vec();
        let again = Meeting::of(meeting.circle().clone(), facts.clone());
        let again = again.map_err(|(_, err)| TestCaseError::fail(format!("{err:?}")))?;
        prop_assert_eq!(format!("{:?}", again.state()), format!("{:?}", meeting.state()));
        for (place, how) in places {
            if facts.is_empty() {
                break;
            }
            // Refused, or nothing that must never happen.
            let damaged = damaged(facts.clone(), place, how);
            if let Ok(meeting) = Meeting::of(meeting.circle().clone(), damaged) {
                Oracle::of(&meeting).map_err(TestCaseError::fail)?;
            }
        }
    }
}

#[test]
fn random_talk_does_decide_something() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let lines = prop::collection::vec(prop::option::weighted(0.35, select(&LINES[..])), 160);
    let decisions = (0..100).map(|kind| {
        let lines = lines.new_tree(&mut runner).unwrap().current();
        Oracle::of(&talk(&room(kind % 5), &lines)).unwrap()
    });
    let decisions: usize = decisions.sum();
    assert!(decisions > 50, "{decisions} decisions");
}
