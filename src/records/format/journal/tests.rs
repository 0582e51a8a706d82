//! Tests with round trips, journals cut at every byte, and journals written by hand.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate};

use super::*;
use crate::circle::Term;
use crate::meeting::{
    ActionRef, Adopted, AgendaItem, Amended, Approved, Concerned, ConsentMode, Dated,
    DatedValidity, Elected, Filed, ItemKind, MeetingRole, Moved, Movement, Nomination, On, Opened,
    Phase, Presented, PutForward, Reassigned, Rescheduled, Scheduled, Sought, StoodAside, Struck,
    Termed, Validity, What,
};

const CIRCLE: &str = "name = \"Garden\"\nlanguage = \"en\"\n[[member]]\nname = \"Ana\"\n[[member]]\nname = \"Ben\"\n";
pub(crate) const HEAD: &str = "format = 1\n[circle]\nname = \"Garden\"\n[[circle.member]]\nname = \"Ana\"\n\
                    [[circle.member]]\nname = \"Ben\"\n";
pub(crate) const OPENED: &str =
    "[[fact]]\nwhat = \"opened\"\npresent = [\"Ana\", \"Ben\"]\nat = 2026-09-05T19:00:00+02:00\n";

pub(crate) fn at(seconds: i64) -> crate::meeting::Moment {
    let start = DateTime::parse_from_rfc3339("2026-09-05T19:20:41+02:00").unwrap();
    start + chrono::Duration::seconds(seconds)
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 9, 5).unwrap()
}

fn names() -> Vec<String> {
    vec!["Ana".to_owned(), "陈伟".to_owned()]
}

/// Texts that could be misread as TOML, or changed by writing and reading.
fn nasty() -> Vec<String> {
    let mut texts: Vec<String> = [
        "[[fact]]",
        "\n[[fact]]\nwhat = \"closed\"\nat = 2026-09-05T19:20:41Z\n",
        "a\n[[fact]]",
        "[circle]\n[[fact]]\n\n[",
        "\"",
        "\"\"\"",
        "a\n\"\"\"",
        "\"\"\"\n\"\"\"\"\"",
        "a\n\"quoted\" and \"\"twice\"\"",
        "back\\slash\\",
        "back\\\nslash\\",
        "\\u005B\n\\n",
        "tab\there\n\tand here",
        "静音时间\n午後は静かに",
        "trailing blanks  \n  and leading  ",
        "\n",
        "\n\n\n",
        "",
        " ",
        "'''\n'''",
        "# no remark\n# at all",
        "carriage\r\nreturn\rbell\u{7}\u{85}\u{7f}",
        "at = 2026-09-05T19:20:41+02:00",
        "x\nat = 2026-09-05T19:20:41+02:00\n",
        "\u{feff}bom",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("word ".repeat(5000));
    texts.push("[line\n".repeat(5000));
    texts
}

/// Facts of every kind, with and without their optional keys.
fn samples() -> Vec<What> {
    let mut all = [meeting(), selection(), actions()].concat();
    for text in nasty() {
        all.push(What::Noted { who: None, text: text.clone() });
        all.push(What::Worded { text: text.clone() });
        all.push(What::Measured { measures: vec![text] });
    }
    all
}

#[expect(clippy::too_many_lines, reason = "a line for each fact")]
fn meeting() -> Vec<What> {
    let who = || "Ana".to_owned();
    let text = || Some("says\nthis".to_owned());
    let title = || "Quiet hours".to_owned();
    let term = Term { months: 30, days: 7 };
    vec![
        What::Opened(Opened {
            present: names(),
            guests: vec![who()],
            unnamed: Some(2),
            meeting: Some("2026-08-22".to_owned()),
            digest: Some("0123".to_owned()),
        }),
        What::Opened(Opened::default()),
        What::HandedOver { role: MeetingRole::Secretary, who: Some(who()) },
        What::HandedOver { role: MeetingRole::Facilitator, who: None },
        What::Arrived(Movement { who: Some(who()), guest: true, ..Movement::default() }),
        What::Left(Movement { who: Some(who()), ..Movement::default() }),
        What::CheckedIn { who: who(), text: text() },
        What::CheckedOut { who: who(), text: None },
        What::Passed { who: who() },
        What::Deferred { who: who() },
        What::Listed(AgendaItem {
            minutes: Some(20),
            by: Some(who()),
            with: names(),
            ..AgendaItem::bare(ItemKind::Decide, title())
        }),
        What::Unlisted { kind: Some(ItemKind::Explore), title: title() },
        What::Moved(Moved { kind: None, title: title(), to: 3 }),
        What::Concluded { step: Phase::Items },
        What::Agreed { on: On::Consent, version: Some(2), present: names() },
        What::Began(AgendaItem::bare(ItemKind::Report, title())),
        What::Proposed { by: who(), with: names() },
        What::Related {
            replaces: Some("2025-09-05-静音".to_owned()),
            ends: None,
            about: None,
            with: Vec::new(),
        },
        What::Termed(Termed { validity: Validity::Term(term) }),
        What::Termed(Termed { validity: Validity::Until(day()) }),
        What::Termed(Termed { validity: Validity::Lasts(term) }),
        What::Termed(Termed { validity: Validity::Expires(day()) }),
        What::Termed(Termed { validity: Validity::Once }),
        What::Amended(Amended { validity: Some(Validity::Once), ..nothing() }),
        What::Assigned { responsible: Vec::new() },
        What::Measured { measures: vec!["a \"b\"\n[[fact]]".to_owned(), String::new()] },
        What::Amended(Amended { responsible: Some(Vec::new()), ..nothing() }),
        What::Raised { text: title() },
        What::Asked { who: who(), text: text() },
        What::Answered { who: None, text: None },
        What::Reacted { who: who(), text: text() },
        What::Spoke { who: who(), text: text() },
        What::Consented { who: who(), version: 1, concern: text() },
        What::Concerned(Concerned { who: Some(who()), text: title(), version: 2 }),
        What::Concerned(Concerned { who: None, text: title(), version: 1 }),
        What::StoodAside(StoodAside { who: who(), version: 1, reason: title() }),
        What::Objected {
            who: who(),
            reason: title(),
            version: None,
            on: Some(On::Drop),
            meeting: None,
        },
        What::Withdrew { who: who(), reason: None },
        What::AskedToDrop { reason: text(), title: None },
        What::Dropped { present: names() },
        What::Postponed { kind: None, title: None, date: Some(day()) },
        What::Referred { title: Some(title()), circle: "Compost".to_owned() },
        What::KeptOpen { title: title() },
        What::Topic { title: title() },
        What::Skipped { step: Phase::CheckIn, reason: None },
        What::Reopened { step: Phase::Explore },
        What::TakenBack {},
        What::Closed {},
        What::Filed(Filed::default()),
        What::Filed(Filed { digest: Some("0123".to_owned()), records: names() }),
        What::Presented(Presented {
            version: 2,
            text: title(),
            nominee: Some(who()),
            validity: DatedValidity { is: Validity::Term(term), day: Some(day()) },
            since: Some(day()),
            responsible: names(),
            measures: names(),
        }),
        What::Planned { minutes: Some(90) },
        What::Planned { minutes: None },
        What::Approved(Approved {
            meeting: Some("2026-08-22-2".to_owned()),
            present: names(),
            digest: None,
        }),
        What::Approved(Approved { meeting: None, present: names(), digest: None }),
        What::Left(Movement { who: None, with: Vec::new(), guest: true, unnamed: Some(3) }),
        What::Announced { text: title() },
        What::Scheduled(Scheduled { date: Some(day()), time: Some("19:00".to_owned()), who: None }),
        What::Scheduled(Scheduled { date: None, time: None, who: Some(who()) }),
        What::Accepted { who: who(), role: title() },
        What::Extended { minutes: 10 },
        What::Adopted(Box::new(Adopted {
            title: title(),
            text: title(),
            validity: DatedValidity { is: Validity::Term(term), day: Some(day()) },
            responsible: names(),
            measures: names(),
            by: Some(who()),
            with: names(),
            version: 2,
            consent: ConsentMode::Round,
            present: names(),
            absent: names(),
            guests: names(),
            replaces: names(),
            ends: names(),
        })),
    ]
}

fn actions() -> Vec<What> {
    let (who, title) = (|| "Ana".to_owned(), || "Quiet hours".to_owned());
    let action = || ActionRef { who: who(), text: title(), meeting: Some(title()) };
    vec![
        What::Action { who: who(), text: title(), due: Some(day()), with: names() },
        What::Done(action()),
        What::Released(action()),
        What::Rescheduled(Rescheduled { who: who(), text: title(), meeting: None, due: day() }),
        What::Reassigned(Reassigned {
            who: who(),
            text: title(),
            meeting: None,
            to: who(),
            with: names(),
        }),
    ]
}

/// An amendment of no part.
fn nothing() -> Amended {
    Amended { text: None, validity: None, responsible: None, measures: None }
}

fn selection() -> Vec<What> {
    let who = || "Ana".to_owned();
    let title = || "Keys".to_owned();
    let term = Term { months: 30, days: 7 };
    vec![
        What::Sought(Sought { role: title(), purpose: title(), term, since: None }),
        What::Sought(Sought { role: title(), purpose: title(), term, since: Some(day()) }),
        What::Dated(Dated { since: day() }),
        What::Purposed { text: None },
        What::Qualified { who: None, text: title() },
        What::Struck(Struck { text: title() }),
        What::Wrote {},
        What::Nominated(nomination()),
        What::Changed(Nomination { outside: Vec::new(), term: None, ..nomination() }),
        What::Kept { who: who() },
        What::PutForward(PutForward {
            nominee: who(),
            outside: true,
            term: Some(term),
            until: None,
            reason: title(),
        }),
        What::Elected(Box::new(Elected {
            role: title(),
            elected: who(),
            outside: true,
            accepted: false,
            since: day(),
            until: day(),
            term: Some(term),
            reason: title(),
            measures: names(),
            version: 2,
            consent: ConsentMode::Round,
            present: names(),
            absent: names(),
            guests: names(),
            replaces: names(),
        })),
    ]
}

fn nomination() -> Nomination {
    let term = Some(Term { months: 3, days: 0 });
    let (who, reason) = ("Ana".to_owned(), "says\nthis".to_owned());
    Nomination { who, nominees: names(), outside: names(), term, until: Some(day()), reason }
}

pub(crate) fn facts() -> Vec<Fact> {
    (0..).zip(samples()).map(|(seconds, what)| Fact { what, at: at(seconds) }).collect()
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
