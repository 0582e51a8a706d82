//! Random histories of decisions in writing: two or three copies of a circle's folder in which people
//! answer, amend, settle and damage files, and which are then merged in every order.
//!
//! `ROUNDS_MEETINGS=2000 cargo test --lib random_histories -- --nocapture` tries more.

mod copy;
mod damage;
mod fixtures;
mod merge;
mod oracle;

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{TestCaseResult, TestRunner};

use self::copy::{Act, Copy, ID};
use self::fixtures::KINDS;
use self::merge::{Resolved, merged};
use self::oracle::Standing;
use crate::meeting::{Meeting, Outcome};

/// The files of a folder, by their paths.
type Files = BTreeMap<String, Vec<u8>>;

/// What each digest of a version stood for, as the copies showed it.
type Shown = BTreeMap<String, String>;

/// What happens: in which copy, what, and how many seconds after the step before.
type Step = (usize, Act, i64);

#[derive(Clone, Debug)]
struct History {
    kind: usize,
    copies: usize,
    steps: Vec<Step>,
    resolved: Resolved,
    /// Whether all who are asked answer after the copies are merged.
    answered: bool,
}

fn histories() -> impl Strategy<Value = History> {
    let second = prop_oneof![2 => Just(0_i64), 3 => 1..200_i64, 2 => 3600..40_000_i64];
    let steps = vec((0..3_usize, copy::acts(), second), 4..20);
    let copies = prop_oneof![3 => Just(2_usize), 1 => Just(3_usize)];
    (0..KINDS, copies, steps, merge::ways(), any::<bool>()).prop_map(
        |(kind, copies, steps, resolved, answered)| History {
            kind,
            copies,
            steps,
            resolved,
            answered,
        },
    )
}

/// What was counted over all histories.
#[derive(Debug, Default)]
struct Counts {
    histories: usize,
    adopted: usize,
    postponed: usize,
    waiting: usize,
    objected: usize,
    agreed: usize,
    refused: usize,
    unread: usize,
    out_of_turn: usize,
    void: usize,
    conflicts: usize,
    amended: usize,
}

impl Counts {
    fn add(&mut self, copy: &Copy) {
        self.histories += 1;
        let Some(it) = copy.written() else {
            self.unread += 1;
            return;
        };
        self.void += usize::from(!it.void.is_empty());
        self.amended += usize::from(it.item().is_some_and(|it| it.versions.len() > 1));
        let outcome = it.item().and_then(|it| it.outcome.clone());
        *match (outcome, oracle::standing_of(&it)) {
            (Some(Outcome::Adopted(_)), _) => &mut self.adopted,
            (Some(_), _) => &mut self.postponed,
            (None, Standing::Objected(_)) => &mut self.objected,
            (None, Standing::Unread) => &mut self.unread,
            (None, Standing::Agreed) => &mut self.agreed,
            (None, Standing::Refused) => &mut self.refused,
            (None, _) => &mut self.waiting,
        } += 1;
    }
}

/// Plays a history to its end.
fn play(history: &History, counts: &mut Counts) -> TestCaseResult {
    let mut shown = Shown::new();
    let base = fixtures::base(history.kind);
    let mut copies: Vec<Copy> = (0..history.copies).map(|_| Copy::of(&base)).collect();
    for (at, act, seconds) in &history.steps {
        let at = at % history.copies;
        let other = &copies[(at + 1) % history.copies];
        let (other, other_is_odd) = (other.files(), other.is_odd);
        let copy = &mut copies[at];
        let before = copy.files();
        copy.pass(*seconds);
        if *act == Act::Pull {
            let (files, conflicts) = merged(&base, &[before.clone(), other], Resolved::First);
            copy.is_odd |= other_is_odd || conflicts > 0 || copy.has_record();
            copy.put(files.iter());
            copy.is_odd |= copy.has_record();
        } else {
            copy.act(act, &mut shown);
        }
        if copy.files() != before {
            holds(copy, &shown, counts)?;
        }
    }
    let all: Vec<Files> = copies.iter().map(Copy::files).collect();
    let (files, conflicts) = merged(&base, &all, history.resolved);
    counts.conflicts += usize::from(conflicts > 0);
    let is_odd = conflicts > 0 || copies.iter().any(|it| it.is_odd || it.has_record());
    let mut settled: Option<[Files; 2]> = None;
    for order in merge::orders(history.copies) {
        let mut copy = Copy::of(&Files::new());
        // The files come in the order of the copies.
        let comes = |path: &String| order.iter().position(|it| all[*it].contains_key(path));
        let mut in_order: Vec<_> = files.iter().collect();
        in_order.sort_by_key(|(path, _)| comes(path));
        copy.put(in_order.into_iter());
        copy.is_odd = is_odd;
        // Whoever settles has a clock of their own.
        copy.pass(i64::try_from(order[0]).unwrap() * 86_400);
        copy.settle(&shown);
        let first = copy.files();
        if history.answered {
            copy.now = fixtures::moment(200 * 86_400);
            copy.act(&Act::Everyone, &mut shown);
            copy.settle(&shown);
        }
        let now = [first, copy.files()];
        if let Some(before) = &settled {
            prop_assert_eq!(before, &now, "settled in another order: {:?}", order);
            continue;
        }
        holds(&copy, &shown, counts)?;
        replays(&copy)?;
        counts.add(&copy);
        settled = Some(now);
    }
    Ok(())
}

/// Checks that a copy says what the oracle says of its files, and that what is wrong is reported.
fn holds(copy: &Copy, shown: &Shown, counts: &mut Counts) -> TestCaseResult {
    let Some(judged) = oracle::judge(&copy.files(), shown) else {
        prop_assert!(copy.read().is_err(), "without a whole first file nothing is known");
        return Ok(());
    };
    let it = copy.read().map_err(|err| TestCaseError::fail(format!("{err:?}")))?;
    prop_assert_eq!(oracle::standing_of(&it), judged.standing.clone(), "{:?}", it.void);
    prop_assert_eq!(it.is_adopted(), judged.adopted.is_some());
    prop_assert_eq!(it.out_of_turn.len(), judged.bad_ends, "{:?}", it.out_of_turn);
    prop_assert_eq!(it.unread.len(), judged.unread, "{:?}", it.unread);
    prop_assert_eq!(it.void.len(), judged.void, "{:?}", it.void);
    counts.out_of_turn += judged.bad_ends;
    let found = copy.found();
    let is_founded = |record: &[u8]| {
        let record = String::from_utf8_lossy(record);
        judged.adopted.as_ref().is_some_and(|it| record.contains(it))
    };
    for (path, record) in copy.records() {
        prop_assert!(is_founded(&record) || !found.is_empty(), "nothing is said of {path}");
    }
    prop_assert!(judged.bad_ends == 0 || !found.is_empty(), "nothing is said of the end");
    if let Standing::Objected(_) = judged.standing {
        let day = copy.now.date_naive();
        prop_assert!(it.topic(day, &|_| false).is_some(), "an objection is not offered");
    }
    prop_assert!(copy.is_odd || found.is_empty(), "without a reason: {found:?}");
    Ok(())
}

/// Checks that what counts is the same when it is walked again.
fn replays(copy: &Copy) -> TestCaseResult {
    let Ok(it) = copy.read() else { return Ok(()) };
    let (setting, facts) = (it.meeting.setting(), it.meeting.facts().to_vec());
    let circle = it.meeting.circle().clone();
    let again = Meeting::of_setting(it.meeting.format(), setting, circle, facts);
    let again = again.map_err(|(_, err)| TestCaseError::fail(format!("{err:?}")))?;
    prop_assert!(again.state() == it.meeting.state(), "walked again it is another state");
    Ok(())
}

/// Says how many histories are tried; the program itself does not read it.
const MEETINGS: &str = "ROUNDS_MEETINGS";

#[expect(clippy::disallowed_methods, reason = "reads how many histories are asked for")]
fn wanted() -> u32 {
    std::env::var(MEETINGS).map_or(200, |it| it.parse().unwrap())
}

#[test]
#[expect(clippy::print_stdout, reason = "says what was counted")]
fn random_histories_adopt_nothing_without_the_consent_of_everyone_asked() {
    let config =
        ProptestConfig { cases: wanted(), failure_persistence: None, ..ProptestConfig::default() };
    let counts = std::cell::RefCell::new(Counts::default());
    let tried = TestRunner::new(config)
        .run(&histories(), |history| play(&history, &mut counts.borrow_mut()));
    if let Err(err) = tried {
        panic!("{err}");
    }
    let counts = counts.into_inner();
    println!("{ID}: {counts:?}");
    let some = counts.histories / 25;
    for (name, count) in [
        ("adopted", counts.adopted),
        ("postponed", counts.postponed),
        ("waiting", counts.waiting),
        ("objected", counts.objected),
        ("out of turn", counts.out_of_turn),
        ("void", counts.void),
        ("conflicts", counts.conflicts),
        ("amended", counts.amended),
    ] {
        assert!(counts.histories < 200 || count > some, "{name}: {counts:?}");
    }
}
