//! Tests with round trips, journals cut at every byte, and journals written by hand.

mod samples;

use std::collections::BTreeSet;

use chrono::DateTime;

pub(crate) use samples::facts;
use samples::samples;

use super::*;
use crate::meeting::{Filed, What};

const CIRCLE: &str = "name = \"Garden\"\nlanguage = \"en\"\n[[member]]\nname = \"Ana\"\n[[member]]\nname = \"Ben\"\n";
pub(crate) const HEAD: &str = "format = 1\n[circle]\nname = \"Garden\"\n[[circle.member]]\nname = \"Ana\"\n\
                    [[circle.member]]\nname = \"Ben\"\n";
pub(crate) const OPENED: &str =
    "[[fact]]\nwhat = \"opened\"\npresent = [\"Ana\", \"Ben\"]\nat = 2026-09-05T19:00:00+02:00\n";

pub(crate) fn at(seconds: i64) -> crate::meeting::Moment {
    let start = DateTime::parse_from_rfc3339("2026-09-05T19:20:41+02:00").unwrap();
    start + chrono::Duration::seconds(seconds)
}

fn circle() -> Circle {
    Circle::read(CIRCLE).unwrap()
}

#[test]
fn every_fact_has_a_sample() {
    let error = "x = {}".parse::<toml::Table>().unwrap().try_into::<What>().unwrap_err();
    let known: BTreeSet<&str> = error.message().split('`').skip(3).step_by(2).collect();
    let all = samples();
    assert_eq!(known, all.iter().map(What::word).collect());
}

#[test]
fn written_text_is_read_back_unchanged() {
    let facts = facts();
    let text = head(&circle()) + &facts.iter().map(block).collect::<String>();
    let journal = read(&text).unwrap();
    for (read, written) in journal.facts.iter().zip(&facts) {
        assert_eq!(read, written);
    }
    assert_eq!(journal.facts.len(), facts.len());
    assert_eq!((journal.head, journal.torn), (circle(), None));
    let lines: Vec<&str> = text.lines().collect();
    assert!(journal.lines.iter().all(|it| lines[it - 1] == "[[fact]]"));
}

#[test]
fn text_that_looks_like_a_fact_is_read_back_as_text() {
    for fact in facts() {
        let block = block(&fact);
        let brackets = block.lines().filter(|it| it.starts_with('[')).count();
        assert_eq!(brackets, 1, "{block}");
        assert!(block.starts_with("\n[[fact]]\nwhat = \"") && block.ends_with('\n'));
        assert!(block.lines().last().is_some_and(|it| it.starts_with("at = ")), "{block}");
    }
}

#[track_caller]
fn written(what: What, expected: &str) {
    assert_eq!(block(&Fact { what, at: at(0) }), expected);
}

#[test]
fn facts_are_readable() {
    written(What::Closed {}, "\n[[fact]]\nwhat = \"closed\"\nat = 2026-09-05T19:20:41+02:00\n");
    written(
        What::Objected {
            who: "Ben".to_owned(),
            reason: "I said \"Saturday\".\n[really]\n".to_owned(),
            version: Some(2),
            on: None,
            meeting: None,
            seen: None,
            via: None,
            by: None,
        },
        "\n[[fact]]\nwhat = \"objected\"\nwho = \"Ben\"\nreason = \"\"\"\nI said \"Saturday\".\n\
         \\u005Breally]\n\"\"\"\nversion = 2\nat = 2026-09-05T19:20:41+02:00\n",
    );
    let fact = Fact { what: What::Filed(Filed::default()), at: at(0).to_utc().fixed_offset() };
    assert!(block(&fact).ends_with("at = 2026-09-05T17:20:41Z\n"));
}

/// Checks a journal of these facts that is cut at every byte from `first` on.
#[track_caller]
fn cut_everywhere(head: &str, facts: &[Fact], first: usize) {
    let mut text = head.to_owned();
    let ends: Vec<usize> = facts
        .iter()
        .map(|fact| {
            text += &block(fact);
            text.trim_end().len()
        })
        .collect();
    for cut in (first..text.len()).filter(|it| text.is_char_boundary(*it)) {
        let count = ends.iter().filter(|end| **end <= cut).count();
        let read = read(&text[..cut]);
        if count == 0 {
            assert!(read.is_err_and(|it| it.hint.is_some()), "{cut}");
            continue;
        }
        let read = read.unwrap_or_else(|error| panic!("{cut}: {error:?}"));
        assert_eq!(read.facts, facts[..count], "{cut}");
        let end = ends[count - 1] + 1;
        let rest = text[..cut].get(end..).unwrap_or_default();
        assert_eq!(read.torn.is_some(), !rest.trim().is_empty(), "{cut}: {rest:?}");
        if let Some(torn) = read.torn {
            assert_eq!(torn.offset, end);
            let line = text[..cut].lines().nth(torn.line - 1).unwrap();
            assert!(!line.is_empty() && FACT.starts_with(line), "{cut}: {line}");
        }
    }
}

#[test]
fn a_journal_cut_at_any_byte_loses_only_the_last_fact() {
    let facts = facts();
    cut_everywhere(&head(&circle()), &facts[..5], 0);
    for fact in facts.iter().filter(|it| block(it).len() < 1000) {
        let facts = [facts[0].clone(), fact.clone(), facts[3].clone()];
        cut_everywhere(HEAD, &facts, HEAD.len() + block(&facts[0]).len());
    }
}

#[test]
fn a_journal_that_quotes_a_journal_may_be_cut_at_any_byte() {
    let own = "\n[[fact]]\nwhat = \"noted\"\ntext = '''\n[[fact]]\n'''\n\
               at = 2026-09-05T19:00:00+02:00\n";
    let text = format!("{HEAD}\n{OPENED}{own}{}", block(&facts()[3]));
    let whole = read(&text).unwrap();
    assert_eq!(whole.facts.len(), 3);
    for cut in text.len() - block(&facts()[3]).len() + 2..text.trim_end().len() {
        let cut = read(&text[..cut]).unwrap();
        assert_eq!((cut.facts.len(), cut.torn.is_some()), (2, true));
    }
}

#[test]
fn trailing_zeros_count_as_a_torn_fact() {
    for tail in ["\0\0\0", "\n[[fact]]\n\0\0", "\n[[fact]]\nwhat = \"fi\0\0", "\n[[\0\0"] {
        let text = format!("{HEAD}{OPENED}{tail}");
        let journal = read(&text).unwrap();
        let offset = text.len() - tail.len();
        assert_eq!((journal.facts.len(), journal.torn.map(|it| it.offset)), (1, Some(offset)));
    }
}

#[test]
fn line_ends_and_a_bom_make_no_difference() {
    let text = format!("{HEAD}\n{OPENED}{}", block(&facts()[6]));
    let plain = read(&text).unwrap();
    let other = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(read(&other).unwrap(), plain);
    let tail = format!("{other}\n[[fact]]\nwhat = \"fil");
    let torn = read(&tail).unwrap().torn.unwrap();
    assert_eq!(&tail[torn.offset..], "\n[[fact]]\nwhat = \"fil");
}

/// Checks the number of facts in a journal of one fact and `more`.
#[track_caller]
fn by_hand(more: &str, count: usize) {
    let journal = read(&format!("{HEAD}{OPENED}{more}")).unwrap();
    assert_eq!((journal.facts.len(), journal.torn), (count, None));
}

#[test]
fn other_ways_to_write_the_same_toml_are_read() {
    let at = "at = 2026-09-05T19:00:00+02:00";
    by_hand(&format!("\n  [[fact]]\n  what = 'closed'\n  {at}\n"), 2);
    by_hand(&format!("[[fact]] # the end\nwhat = \"closed\" # yes\n{at} # now"), 2);
    by_hand(&format!("[[fact]]\n{at}\nwhat = \"closed\"\n\n\n"), 2);
    by_hand(&format!("[[fact]]\nwhat = \"dropped\"\npresent = [\n  \"Ana\",\n]\n{at}\n"), 2);
    by_hand(&format!("[[fact]]\nwhat = \"noted\"\ntext = '''\n[[fact]]\n[[fact]]'''\n{at}\n"), 2);
    by_hand("[[fact]]\nwhat = \"filed\"\nat = 2026-09-05 19:00:00.5-00:30\n", 2);
    let inline = format!("fact = [{{ what = \"closed\", {at} }}]\n{HEAD}");
    assert_eq!(read(&inline).unwrap().facts.len(), 1);
    let first = format!("{HEAD}  {OPENED}[[fact]]\nwhat = \"closed\"\n{at}\n");
    assert_eq!(read(&first).unwrap().lines, [8, 12]);
    let torn = read(&format!("{first}\n[[fact]]\nwhat = \"fi")).unwrap();
    assert_eq!((torn.facts.len(), torn.torn.unwrap().offset), (2, first.len()));
}
