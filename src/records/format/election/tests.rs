//! Tests of writing, reading and refusing elections.

use super::*;
use crate::lang::{Lang, Words};
use crate::records::sample;
use crate::records::sample::{day, names, some};

const BEFORE: &str = "+++
id = \"2020-03-01-delegate\"
kind = \"election\"
role = \"Delegate\"
elected = \"Chen\"
circle = \"Garden\"
date = 2020-03-01
until = 2022-09-01
+++

Speaks for us in the street.
";

fn named(who: &str, nominees: &str, term: Option<&str>, reason: &str) -> NominationRecord {
    let term = term.map(|it| it.parse().unwrap());
    let (nominees, reason) = (names(nominees), reason.to_owned());
    NominationRecord { who: some(who), nominees, term, until: None, reason }
}

fn objected(reason: &str, version: u32, outcome: &str) -> ObjectionRecord {
    let (who, version) = (some("Ben"), Some(version));
    ObjectionRecord { who, reason: reason.to_owned(), version, outcome: names(outcome) }
}

/// An election with all optional keys.
fn elected() -> Election {
    Election {
        id: "2026-09-05-facilitator".to_owned(),
        kind: ElectionKind::Election,
        title: some("Facilitator: Emil"),
        role: "Facilitator".to_owned(),
        elected: "Emil".to_owned(),
        accepted: false,
        circle: "Garden".to_owned(),
        date: day("2026-09-05"),
        since: day("2026-09-05"),
        until: day("2027-03-05"),
        term: "6 months".parse().unwrap(),
        reason: some("He lets everyone finish, and keeps the time."),
        qualifications: vec!["patient".to_owned(), "here most weeks".to_owned()],
        nominations: vec![
            named("Ana", "Emil", Some("3 months"), "He is patient."),
            named("Ben", "Dana Ben", None, "Dana knows it; I want to learn it."),
            named("Chen", "Emil", None, "He sees who has not spoken."),
            named("Dana", "Emil", None, "He keeps the time."),
        ],
        changes: vec![named("Ben", "Emil", None, "What Chen said.")],
        measures: vec!["meetings that end on time, counted by Ana".to_owned()],
        version: Some(3),
        consent: ConsentHeard::Round,
        present: names("Ana Ben Chen Dana"),
        absent: names("Emil"),
        guests: names("Zoe"),
        objections: vec![
            objected("Dana is away until May.", 1, "other-nominee"),
            objected("A year is too long to begin with.", 2, "term measure"),
        ],
        concerns: vec![ConcernRecord {
            who: some("Dana"),
            text: "He is not here.".to_owned(),
            version: None,
        }],
        process: None,
        replaces: names("2026-03-05-facilitator"),
        meeting: some("2026-09-05"),
        body: "Holds the process so that everyone is heard.\n\nHe lets everyone finish, and keeps \
               the time."
            .to_owned(),
    }
}

#[test]
fn an_election_is_written_with_nominations_objections_and_concerns() {
    assert_eq!(elected().to_text(), include_str!("../../sample/election.md"));
}

#[test]
fn empty_values_are_left_out_except_accepted() {
    let bare = BEFORE.replace("\nSpeaks for us in the street.\n", "");
    let text = Election::read_text(&bare).unwrap().to_text();
    let expected = bare
        .replace("circle", "accepted = true\ncircle")
        .replace("until", "since = 2020-03-01\nuntil")
        .replace("+++\n\n", "+++\n")
        .replace(
            "2022-09-01\n",
            "2022-09-01\nterm = \"2 years 6 months\"\nconsent = \"earlier\"\n",
        );
    assert_eq!(text, expected);
}

#[test]
fn written_text_is_read_back_unchanged() {
    for text in sample::NASTY {
        let one = || text.to_owned();
        let list = || vec![one(), String::new(), one()];
        let named = NominationRecord {
            who: Some(one()),
            nominees: list(),
            term: None,
            until: None,
            reason: one(),
        };
        let again = NominationRecord { who: None, term: Some(Term::YEAR), ..named.clone() };
        let objected =
            ObjectionRecord { who: Some(one()), reason: one(), version: None, outcome: list() };
        let election = Election {
            id: one(),
            title: Some(one()),
            role: one(),
            elected: one(),
            circle: one(),
            reason: Some(one()),
            qualifications: list(),
            nominations: vec![named.clone(), again.clone()],
            changes: vec![again, named],
            measures: list(),
            present: list(),
            absent: list(),
            guests: list(),
            objections: vec![objected],
            concerns: vec![ConcernRecord { who: Some(one()), text: one(), version: None }],
            replaces: list(),
            meeting: Some(one()),
            body: one(),
            ..elected()
        };
        assert_eq!(Election::read_text(&election.to_text()), Ok(election), "{text}");
    }
}

#[test]
fn line_ends_and_a_bom_make_no_difference() {
    let other = format!("\u{feff}{}", elected().to_text().replace('\n', "\r\n"));
    assert_eq!(Election::read_text(&other), Ok(elected()));
}

#[test]
fn an_earlier_election_may_be_written_by_hand() {
    let election = Election::read_text(BEFORE).unwrap();
    assert!(election.accepted);
    assert_eq!((election.consent, &election.meeting), (ConsentHeard::Earlier, &None));
    assert_eq!(election.since, election.date);
    assert_eq!(election.term.to_string(), "2 years 6 months");
    assert_eq!(election.body, "Speaks for us in the street.");
    let later = BEFORE.replace("until", "since = 2022-08-22\nuntil");
    assert_eq!(Election::read_text(&later).unwrap().term.to_string(), "10 days");
    let a_day = BEFORE.replace("2022-09-01", "2020-03-01");
    assert_eq!(Election::read_text(&a_day).unwrap().term.to_string(), "1 day");
}

#[track_caller]
fn refused(from: &str, to: &str, expected: &str) {
    let errors = Election::read_text(&BEFORE.replacen(from, to, 1)).unwrap_err();
    let said = errors[0].clone().in_file("a.md").say(&Words::of(Lang::En));
    assert_eq!(said.replace("error: a.md:", "").replace("\nhint: ", " | "), expected);
}

#[test]
fn every_required_key_is_asked_for() {
    for key in ["id", "kind", "role", "elected", "circle", "date", "until"] {
        let line = BEFORE.lines().find(|it| it.starts_with(&format!("{key} = "))).unwrap();
        let (_, example) = Election::KEYS.iter().find(|(known, _)| *known == key).unwrap();
        let expected = format!("2:1: no `{key}` here | add it, like `{example}`");
        refused(&format!("{line}\n"), "", &expected);
    }
}

#[test]
fn errors_are_reported_with_their_place() {
    refused(
        "+++\n",
        "",
        "1: a record begins with keys between two lines of `+++` | begin it with `+++`, then lines like `title = \"Quiet hours\"`, then `+++`, then the text",
    );
    refused("elected", "elceted", "5:1: unknown key `elceted` | did you mean `elected`?");
    refused("\"Chen\"", "\" \"", "5:11: no `elected` here | add it, like `elected = \"Dana\"`");
    refused(
        "\"election\"",
        "\"decision\"",
        "3:8: unknown word `decision` for `kind` | write one of `election`",
    );
    refused(
        "2022-09-01",
        "\"soon\"",
        "8:9: `\"soon\"` is no date | write it like `until = 2027-03-05`, without quotes",
    );
    refused(
        "2022-09-01",
        "2019-09-01",
        "8:9: `until` comes before `since`: 1 September 2019 before 1 March 2020 | check both dates: year, month, day",
    );
    refused(
        "until",
        "since = 2022-09-02\nuntil",
        "9:9: `until` comes before `since`: 1 September 2022 before 2 September 2022 | check both dates: year, month, day",
    );
    for flag in ["\"true\"", "\"\"", "1", "[]", "2020-03-01"] {
        refused(
            "circle",
            &format!("accepted = {flag}\ncircle"),
            "6:12: `accepted` is neither `true` nor `false` | write it like `accepted = true`",
        );
    }
    refused(
        "circle",
        "term = \"soon\"\ncircle",
        "6:8: `soon` is no term | write it like `6 months`, `2 weeks` or `1 year`",
    );
    refused(
        "circle",
        "version = 0\ncircle",
        "6:11: `version` is not a whole number above zero | write it like `version = 2`",
    );
    refused(
        "circle",
        "consent = \"vote\"\ncircle",
        "6:11: unknown word `vote` for `consent` | write one of `round`, `call`, `earlier`",
    );
    refused(
        "circle",
        "qualifications = \"patient\"\ncircle",
        "6:18: `qualifications` is no text | write it like `qualifications = [\"patient\", \"here most weeks\"]`",
    );
}

#[test]
fn a_nomination_needs_a_nominee_and_a_reason() {
    refused(
        "circle",
        "nominations = [{ who = \"Ana\", reason = \"He knows it.\" }]\ncircle",
        "6:16: no `nominees` here | add it, like `nominees = [\"Dana\"]`",
    );
    refused(
        "circle",
        "changes = [{ nominees = [\"Dana\"] }]\ncircle",
        "6:12: no `reason` here | add it, like `reason = \"She is patient.\"`",
    );
    refused(
        "circle",
        "changes = [{ nominees = [\"Dana\"], reason = \"Kind.\", by = \"Ana\" }]\ncircle",
        "6:53: unknown key `by` | known here: `who`, `nominees`, `term`, `until`, `reason`",
    );
    refused(
        "circle",
        "nominations = [\"Dana\"]\ncircle",
        "6:16: `nominations` is no list of tables | write it like `nominations = [{ nominees = [\"Dana\"], reason = \"She is patient.\" }]`",
    );
}

#[track_caller]
fn accepted(text: &str, expected: Option<&str>) {
    assert_eq!(accept(text).as_deref(), expected);
}

#[test]
fn accepting_changes_one_line_and_nothing_else() {
    let text = elected().to_text();
    let after = Election { accepted: true, ..elected() }.to_text();
    accepted(&text, Some(&after));
    for (from, to) in [
        ("\n", "\r\n"),
        ("accepted = false", "\taccepted  =false # accepted = false, so far"),
        ("accepted = false", "\"accepted\" = false"),
        ("accepted = false", "# 陈伟: accepted = false\n\naccepted = false"),
        ("\"Emil\"\n", "\"\"\"\naccepted = false\n\"\"\"\n"),
        ("Holds the process", "accepted = false\n+++"),
    ] {
        let by_hand = text.replace(from, to);
        let after = Election { accepted: true, ..Election::read_text(&by_hand).unwrap() };
        let bom = format!("\u{feff}{by_hand}");
        for by_hand in [by_hand, bom] {
            let new = accept(&by_hand).unwrap();
            assert_eq!(Election::read_text(&new).unwrap(), after, "{new}");
            let lines = || by_hand.split('\n').zip(new.split('\n'));
            let changed: Vec<_> = lines().filter(|(old, new)| old != new).collect();
            assert_eq!(by_hand.split('\n').count(), new.split('\n').count());
            let [(old, new)] = changed[..] else { panic!("{changed:?}") };
            assert_eq!(old.replacen("false", "true", 1), new);
        }
    }
}

#[test]
fn an_election_that_is_accepted_or_unreadable_is_not_changed() {
    accepted(BEFORE, None);
    accepted(&BEFORE.replace("circle", "accepted = true # not false\ncircle"), None);
    accepted(&BEFORE.replace("circle", "accepted = \"false\"\ncircle"), None);
    accepted(&BEFORE.replace("Speaks", "accepted = false\nSpeaks"), None);
    accepted("accepted = false\n", None);
    accepted("", None);
}

fn to_role(id: &str, role: &str, date: &str) -> Election {
    let (id, role) = (id.to_owned(), role.to_owned());
    let date = day(date);
    Election { id, role, date, since: date, replaces: Vec::new(), ..elected() }
}

#[track_caller]
fn last(elections: &[Election], expected: &str) {
    last_on("2026-08-01", elections, expected);
}

#[track_caller]
fn last_on(on: &str, elections: &[Election], expected: &str) {
    let latest = latest(elections.iter(), day(on));
    let ids: Vec<&str> = latest.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, names(expected));
}

#[test]
fn the_latest_election_to_each_role_counts() {
    let old = to_role("old", "Secretary", "2026-01-10");
    let new = to_role("new", "SECRÉTARY", "2026-07-10");
    let other = to_role("other", "Delegate", "2026-03-10");
    last(&[], "");
    last(&[old.clone(), other.clone(), new.clone()], "new other");
    last(&[new.clone(), other.clone(), old.clone()], "new other");
    let same_day = to_role("new-2", "Secretary", "2026-07-10");
    last(&[same_day.clone(), new.clone()], "new-2");
    last(&[new, same_day], "new-2");
}

#[test]
fn an_election_that_another_one_replaces_is_not_the_latest() {
    let mut old = to_role("old", "Secretary", "2026-07-10");
    let mut new = to_role("new", "Secretary", "2026-01-10");
    last(&[old.clone(), new.clone()], "old");
    new.replaces = names("old new gone");
    last(&[old.clone(), new.clone()], "new");
    new.role = "Scribe".to_owned();
    last(&[old.clone(), new.clone()], "new");
    new.replaces.clear();
    old.replaces = names("old");
    last(&[old, new], "old new");
}

fn held(id: &str, date: &str, since: &str, until: &str) -> Election {
    Election { since: day(since), until: day(until), ..to_role(id, "Secretary", date) }
}

#[test]
fn an_election_that_begins_later_counts_beside_the_one_before_it() {
    let now = held("now", "2026-01-10", "2026-01-10", "2026-09-10");
    let next = held("next", "2026-07-10", "2026-09-10", "2027-09-10");
    let both = [next.clone(), now.clone()];
    last_on("2026-09-09", &both, "now next");
    last_on("2026-09-10", &both, "next");
    // One that overlaps takes its place on the day it begins.
    let sooner = Election { since: day("2026-08-10"), replaces: names("now"), ..next.clone() };
    last_on("2026-08-09", &[now.clone(), sooner.clone()], "now next");
    last_on("2026-08-10", &[now.clone(), sooner], "next");
    // One that begins before another and overlaps it takes its place at once.
    let instead = held("instead", "2026-07-20", "2026-09-01", "2027-03-01");
    last_on("2026-07-20", &[now.clone(), next.clone(), instead], "now instead");
    // One that is over before another begins does not.
    let between = held("between", "2026-07-20", "2026-07-20", "2026-09-10");
    last_on("2026-07-20", &[now, next, between], "between next");
}
