//! Compares the journal reader with a simple one on the `toml` crate, on journals with random
//! edits.

use proptest::prelude::*;
use proptest::sample::Index;
use serde::Deserialize;
use toml::value::Datetime;
use toml::{Table, Value};

use super::tests::{HEAD, OPENED, at, facts};
use super::*;
use crate::meeting::{Moment, What};
use crate::records::format::slips::{one_letter_off, slipped, slips};

/// Reads the facts of a journal from a `toml` tree; `None` on any error.
fn judge(text: &str) -> Option<Vec<Fact>> {
    let mut journal: Table = toml::from_str(text).ok()?;
    let Value::Array(facts) = journal.remove("fact")? else { return None };
    let circle = journal.remove("circle")?;
    Circle::read(&circle.as_table()?.to_string()).ok()?;
    if journal.into_iter().any(|(key, _)| key != "format") {
        return None;
    }
    facts.into_iter().map(judge_fact).collect()
}

fn judge_fact(fact: Value) -> Option<Fact> {
    let Value::Table(mut keys) = fact else { return None };
    let at = moment(keys.remove("at")?.as_datetime()?)?;
    let what = keys.remove("what")?.as_str()?.to_owned();
    let what = Value::from(Table::from_iter([(what, Value::Table(keys))]));
    Some(Fact { what: What::deserialize(what).ok()?, at })
}

fn moment(at: &Datetime) -> Option<Moment> {
    at.offset?;
    let whole = at.date.is_some() && at.time.is_some_and(|it| it.second.is_some());
    whole.then(|| at.to_string().parse().ok())?
}

#[track_caller]
fn compare(text: &str) {
    let text = text.replace("\r\n", "\n");
    let read = read(&text);
    if let Ok(journal) = &read {
        let some = standing(&text, &["action", "noted"]);
        assert_eq!(some, Ok(Standing::of(&journal.facts, &["action", "noted"])), "{text:?}");
    }
    match read {
        Ok(Journal { facts, torn: None, .. }) => assert_eq!(Some(facts), judge(&text), "{text:?}"),
        Ok(Journal { facts, torn: Some(torn), .. }) => {
            assert_eq!(judge(&text), None, "{text}");
            assert_eq!(Some(facts), judge(&text[..torn.offset]), "{text}");
        }
        Err(error) => {
            assert_eq!(judge(&text), None, "{error:?}\n{text}");
            assert!(error.place.line.is_some_and(|it| it <= text.lines().count() + 1), "{error:?}");
            assert!(error.hint.is_some(), "{error:?}");
        }
    }
}

fn short_facts() -> Vec<Fact> {
    facts().into_iter().filter(|it| block(it).len() < 500).collect()
}

#[test]
fn both_readers_agree_on_facts_with_one_character_changed() {
    for fact in short_facts() {
        for slip in one_letter_off(&block(&fact)[1..]) {
            compare(&format!("{HEAD}{OPENED}{slip}"));
            compare(&format!("{HEAD}{slip}{OPENED}"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_readers_agree_on_journals_with_random_edits(
        which in any::<Index>(),
        seconds in 0_i64..40_000_000,
        slips in slips(),
    ) {
        let facts = short_facts();
        let what = which.get(&facts).what.clone();
        let text = block(&Fact { what, at: at(seconds) });
        let text = slipped(&(OPENED.to_owned() + &text + &block(&facts[3])), &slips);
        compare(&format!("{HEAD}{text}"));
    }
}
