//! Random answers: nothing panics, every journal replays to the same step, and no rule is broken.
//!
//! `ROUNDS_MEETINGS=5000 cargo test --lib random_talk -- --nocapture` holds more meetings.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;

use super::earlier_selection::left;
use super::oracle::Oracle;
use super::random_lines::LINES;
use super::{Room, election, garden, validity};
use crate::circle::{Role, RoleKind, Term};
use crate::meeting::tests::progress::is_as_from_the_beginning;
use crate::meeting::{
    ActionRef, Adopted, Amended, Concerned, Dated, Elected, Fact, ItemKind, Meeting, On, Opened,
    Phase, Presented, PutForward, Sought, Step, StoodAside, What,
};
use crate::records::OpenAction;
use crate::records::format::journal;

fn room(kind: usize) -> Room {
    match kind {
        0 => garden(),
        1 => garden().steps("full").rotating(),
        2 => garden().calling().aside().quorum("all but 2"),
        3 => garden().steps("agenda,react").rotating().quorum("2/3").calling(),
        4 => garden().steps("clarify,react").aside().quorum("3"),
        5 => left(linked().steps("qualify,change,read-back").quorum("2")),
        6 => linked().steps("admin,agenda,change").rotating(),
        7 => left(garden().calling()),
        _ => linked().aside(),
    }
}

/// The number of rooms.
const ROOMS: usize = 9;

/// A circle with a leader and no delegate, in which nobody may hold both keys and purse. Dana was
/// elected to the role of the bell in her absence.
fn linked() -> Room {
    let mut room = garden();
    room.background.actions.push(OpenAction {
        who: "Dana".to_owned(),
        text: "z".to_owned(),
        meeting: Some("2026-08-01".to_owned()),
        ..OpenAction::default()
    });
    let role = |name: &str, kind, holder: Option<&str>| {
        let holder = holder.map(str::to_owned);
        Role { name: name.to_owned(), kind, holder, ..garden().circle.roles[0].clone() }
    };
    room.circle.roles.extend([
        role("Leader", Some(RoleKind::Leader), Some("Ana")),
        role("Delegate", Some(RoleKind::Delegate), None),
        role("Keys", None, None),
        role("Purse", None, Some("Ben")),
        role("Bell", None, None),
    ]);
    room.circle.rules.apart =
        vec![("Keys".to_owned(), "Purse".to_owned()), ("Bell".to_owned(), "Keys".to_owned())];
    room.background.elections.push(election("Bell", "Dana", false));
    room.background.minutes.push("2026-08-01-1900".to_owned());
    room.in_force("2026-05-01-quiet", "Quiet", "No drills.").in_backlog(
        "roof",
        "Roof",
        "New tiles.",
    )
}

/// Types the lines, `ok` for `None`, and others where the meeting would end early or not go on.
fn talk(room: &Room, lines: &[Option<&str>]) -> Meeting {
    let mut meeting = Meeting::new(room.circle.clone());
    let mut now = room.opens;
    for line in lines {
        let line = match (line, meeting.step()) {
            (_, None | Some(Step::File)) => break,
            (Some(line), _) => line,
            (None, Some(step)) => moves_on(&meeting, step),
        };
        if line == "/pause" && !meeting.facts().is_empty() {
            meeting = resumed(&meeting);
            continue;
        }
        let (asked, before) = (asked(&meeting), meeting.facts().len());
        let _ = room.answer(&mut meeting, &mut now, line);
        is_as_from_the_beginning(&meeting);
        if let Some(Fact { what, .. }) = meeting.facts().get(before) {
            assert!(gave(asked.as_deref(), line, what), "nobody said `{line}`: {what:?}");
        }
    }
    meeting
}

/// Reads a meeting from its journal, as it is done after a pause.
fn resumed(meeting: &Meeting) -> Meeting {
    let mut text = journal::head(meeting.circle());
    text.extend(meeting.facts().iter().map(journal::block));
    let kept = journal::read(&text).unwrap();
    Meeting::of(kept.format, kept.head, kept.facts).unwrap()
}

/// Returns who is asked for consent.
fn asked(meeting: &Meeting) -> Option<String> {
    match meeting.step() {
        Some(Step::Consent(round)) => round.waiting.first().cloned(),
        _ => None,
    }
}

/// Returns whether an answer to a proposal is that of the member named after `@`, else of the one
/// who is asked, and whether it says what was typed.
fn gave(asked: Option<&str>, line: &str, what: &What) -> bool {
    let (typed, said) = match line.strip_prefix('@').and_then(|it| it.split_once(' ')) {
        Some((who, said)) => (Some(who), said),
        None => (asked, line),
    };
    match what {
        What::Consented { who, concern, .. } => {
            let is_meant = match concern {
                Some(concern) => said == format!("c {concern}"),
                None => said == "ok",
            };
            typed == Some(who) && is_meant
        }
        What::Objected { who, reason, on: Some(On::Consent), .. } => {
            line == format!("o {who}: {reason}")
        }
        What::Concerned(Concerned { who: None, text, .. }) => line == format!("c {text}"),
        What::Concerned(Concerned { who: Some(who), text, .. }) => {
            line == format!("c {who}: {text}")
        }
        What::StoodAside(StoodAside { who, reason, .. }) => {
            let is_named = line == format!("a {who}: {reason}");
            is_named || typed == Some(who) && said == format!("a {reason}")
        }
        What::Objected { who, reason, .. } => typed == Some(who) && said == format!("o {reason}"),
        _ => true,
    }
}

/// Returns a line that moves a meeting on, usually to a decision or an election.
fn moves_on(meeting: &Meeting, step: &Step) -> &'static str {
    let state = meeting.state();
    let turn = meeting.facts().len() % 3;
    let selects = state.on_table().is_some_and(|it| it.entry.kind == ItemKind::Select);
    match step {
        Step::Choose | Step::Agenda if state.agenda.is_empty() => {
            ["decide Some more", "select Delegate", "select Keys"][turn]
        }
        Step::Draft if state.on_table().is_some_and(|it| it.draft.text.is_none()) => "text A",
        Step::Turn(round) if round.stage == Phase::Nominate => {
            ["Ben: calm", "Dana: kind", "Ana, Chen: near"][turn]
        }
        Step::PutForward => {
            ["Ben: calm", "Dana until 2027-03-01: kind", "Chen for 6 months: near"][turn]
        }
        Step::Role if turn == 0 => "since 2026-12-01",
        Step::Objections if selects => ["put Ana: kind", "term 2 weeks", "ok"][turn],
        Step::Objections if turn == 0 => "text B",
        _ => "ok",
    }
}

/// Changes one fact of a journal, or its position.
fn damaged(mut facts: Vec<Fact>, place: usize, how: usize) -> Vec<Fact> {
    let place = place % facts.len();
    let next = (place + 1) % facts.len();
    match how {
        0 => drop(facts.remove(place)),
        1 => facts.insert(place, facts[place].clone()),
        2 => facts.swap(place, next),
        _ => {
            // Decisions and elections are rare and matter most: change the last of them, if any.
            let announced = |it: &Fact| matches!(it.what, What::Adopted(_) | What::Elected(_));
            let place = match facts.iter().rposition(announced) {
                Some(last) if how > 4 => last,
                _ => place,
            };
            if !altered(&mut facts[place].what, how) {
                facts.remove(place);
            }
        }
    }
    facts
}

/// Alters a fact in one of several ways. Returns whether it has anything to alter.
fn altered(what: &mut What, how: usize) -> bool {
    match what {
        What::Consented { version, .. } | What::Presented(Presented { version, .. }) => {
            *version += 1;
        }
        What::Objected { who, .. }
        | What::Passed { who }
        | What::Withdrew { who, .. }
        | What::Accepted { who, .. }
        | What::Released(ActionRef { who, .. })
        | What::Kept { who }
        | What::StoodAside(StoodAside { who, .. }) => *who = "Zoe".to_owned(),
        What::Concerned(it) => it.version += 1,
        What::Arrived(it) | What::Left(it) => it.unnamed = Some(it.unnamed.unwrap_or(0) + 1),
        What::Worded { text } => text.push('!'),
        What::Agreed { present, .. } | What::Opened(Opened { present, .. }) => drop(present.pop()),
        What::Termed(it) => it.validity = validity::OTHER,
        What::Amended(Amended { validity: Some(it), .. }) => *it = validity::OTHER,
        What::Listed(it) | What::Began(it) => it.by = Some("Tia".to_owned()),
        What::Sought(Sought { term, .. }) => term.days += 1,
        What::Dated(Dated { since }) => *since = since.succ_opt().unwrap(),
        What::PutForward(PutForward { nominee, reason, until, .. }) => match how % 3 {
            0 => *nominee = "Ana".to_owned(),
            1 => *until = until.and_then(|it| it.succ_opt()),
            _ => reason.push('!'),
        },
        What::Nominated(it) | What::Changed(it) => it.who = "Zoe".to_owned(),
        What::Adopted(it) => alter_decision(it, how),
        What::Elected(it) => alter_election(it, how),
        _ => return false,
    }
    true
}

fn alter_decision(it: &mut Adopted, how: usize) {
    match how % 7 {
        0 => it.text.push('!'),
        1 => it.validity.is = validity::OTHER,
        2 => it.validity.day = it.validity.day.and_then(|it| it.succ_opt()),
        3 => it.version += 1,
        6 => it.with.push("Zoe".to_owned()),
        4 => it.responsible.push("Zoe".to_owned()),
        _ => drop(it.present.pop()),
    }
}

fn alter_election(it: &mut Elected, how: usize) {
    match how % 11 {
        0 => it.elected = "Ana".to_owned(),
        1 => it.accepted = !it.accepted,
        2 => it.until = it.until.succ_opt().unwrap(),
        3 => it.since = it.since.pred_opt().unwrap(),
        4 => it.term = it.term.xor(Some(Term::LONGEST)),
        5 => it.reason.push('!'),
        6 => it.measures.push("noise".to_owned()),
        7 => it.version += 1,
        8 => it.role = "Purse".to_owned(),
        9 => it.outside = !it.outside,
        _ => drop(it.present.pop()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_talk_replays_and_breaks_no_rule(
        kind in 0..ROOMS,
        lines in prop::collection::vec(prop::option::weighted(0.35, select(validity::lines(&LINES))), 40..160),
        places in prop::collection::vec((any::<usize>(), 0_usize..26), 10),
    ) {
        let meeting = talk(&room(kind), &lines);
        Oracle::of(&meeting, meeting.circle()).map_err(TestCaseError::fail)?;
        let facts = meeting.facts().to_vec();
        let again = Meeting::of(crate::meeting::FORMAT, meeting.circle().clone(), facts.clone());
        let again = again.map_err(|(_, err)| TestCaseError::fail(format!("{err:?}")))?;
        prop_assert_eq!(format!("{:?}", again.state()), format!("{:?}", meeting.state()));
        for (place, how) in places {
            if facts.is_empty() {
                break;
            }
            // The change is either refused or breaks no rule.
            let damaged = damaged(facts.clone(), place, how);
            if let Ok(meeting) = Meeting::of(crate::meeting::FORMAT, meeting.circle().clone(), damaged) {
                Oracle::of(&meeting, meeting.circle()).map_err(TestCaseError::fail)?;
            }
        }
    }
}

/// Says how many meetings are held; the program itself does not read it.
const MEETINGS: &str = "ROUNDS_MEETINGS";

/// Returns how many meetings are held.
#[expect(clippy::disallowed_methods, reason = "reads how many meetings are asked for")]
fn meetings() -> usize {
    std::env::var(MEETINGS).map_or(200, |it| it.parse().unwrap())
}

#[test]
#[expect(clippy::print_stdout, reason = "says what was counted")]
fn random_talk_decides_nothing_without_consent() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let lines =
        prop::collection::vec(prop::option::weighted(0.35, select(validity::lines(&LINES))), 160);
    let (mut facts, mut decisions, mut elections, mut accepted) = (0, 0, 0, 0);
    let count = meetings();
    for kind in 0..count {
        let lines = lines.new_tree(&mut runner).unwrap().current();
        let room = room(kind % ROOMS);
        let meeting = talk(&room, &lines);
        let oracle = Oracle::of(&meeting, &room.circle).unwrap();
        decisions += oracle.decisions;
        elections += oracle.elections;
        facts += meeting.facts().len();
        let standing = meeting.standing();
        accepted += standing.filter(|it| matches!(it.what, What::Accepted { .. })).count();
    }
    println!(
        "{count} meetings with {facts} facts: {decisions} decisions and {elections} elections, \
         {accepted} accepted later"
    );
    if count >= 200 {
        assert!(decisions > count, "{decisions} decisions");
        assert!(elections > count, "{elections} elections");
        assert!(accepted > count / 20, "{accepted} were accepted later");
    }
}

#[test]
fn who_leaves_holds_a_role_until_their_last_day_and_may_accept_another() {
    let mut lines = vec![None; 46];
    lines[5] = Some("appoint Dana as Keys");
    lines[13] = Some("leave Dana");
    lines[45] = Some("/accepted Dana");
    let room = room(5);
    let meeting = talk(&room, &lines);
    let accepted =
        meeting.standing().any(|it| matches!(&it.what, What::Accepted { role: Some(_), .. }));
    assert!(accepted);
    Oracle::of(&meeting, &room.circle).unwrap();
}
