//! Tests `rounds replay`: its findings, and the records it writes.

use std::path::Path;

use serde_json::Value;

use crate::folder::{Folder, Ran};

const CIRCLE: &str = include_str!("../refused/circle.toml");
const DECISION: &str = "decisions/2026-09-05-quiet-hours.md";
const JOURNAL: &str = "meetings/2026-09-05.toml";
const MINUTES: &str = "meetings/2026-09-05.md";

/// A circle with one decision.
fn decided() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    meet(&folder, "meet", "Quiet hours");
    folder
}

#[track_caller]
fn meet(folder: &Folder, args: &str, title: &str) {
    let lines = format!(
        "/at 2026-09-05T19:00+02:00\nall\nok\nok\ndecide {title} by Ben\n\
         text No power tools after 20:00.\nok\nok\nok\nok\nok\nok\nclose\nok\n"
    );
    folder.run_with(&format!("{args} --script -"), &lines).fine();
}

fn change(folder: &Folder, name: &str, from: &str, to: &str) {
    let text = folder.read(name);
    assert!(text.contains(from), "{text}");
    folder.write(name, text.replace(from, to));
}

fn remove(folder: &Folder, name: &str) {
    std::fs::remove_file(folder.root().join(name)).expect("it is there");
}

/// Runs a replay and returns its exit code, the kinds and files of what it found, and the counts
/// of meetings, facts, findings and notes.
#[track_caller]
fn replay(folder: &Folder, args: &str) -> (Option<i32>, Vec<String>, [u64; 4]) {
    let ran = folder.run(&format!("replay --json {args}"));
    assert_eq!(ran.stderr, "");
    let document: Value = serde_json::from_str(&ran.stdout).expect("it is one JSON document");
    let found = document["found"].as_array().expect("there is a list").iter();
    let said = |it: &Value, key: &str| it[key].as_str().unwrap_or("-").to_owned();
    let found = found.map(|it| format!("{} {}", said(it, "kind"), said(it, "file")));
    let count = |key: &str| document[key].as_u64().expect("there are counts");
    let counts = ["meetings", "facts", "findings", "notes"].map(count);
    (ran.code, found.collect(), counts)
}

/// Asserts the findings of a replay. The exit code follows from the number of problems.
#[track_caller]
fn check(folder: &Folder, args: &str, expected: &[&str], findings: u64) {
    let (code, found, [.., count, _]) = replay(folder, args);
    assert_eq!(found, expected);
    let is_unread = expected.iter().any(|it| it.starts_with("unread "));
    let expected = if is_unread { 2 } else { i32::from(findings > 0) };
    assert_eq!((count, code), (findings, Some(expected)));
}

#[test]
fn the_example_replays_and_says_the_same_each_time() {
    let garden = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/garden");
    let folder = Folder::copy_of(&garden);
    let before = folder.files();
    let said = folder.run("replay").fine();
    assert!(said.starts_with("27 meetings, "), "{said}");
    assert!(said.ends_with(" facts, 0 findings, 0 notes.\n"), "{said}");
    change(&folder, "decisions/2026-08-22-watering-in-august.md", "Two of us", "Three of us");
    change(&folder, "meetings/2026-09-05.md", "Quiet", "Silent");
    let first = folder.run("replay");
    assert_eq!(first.code, Some(1));
    for _ in 0..5 {
        assert_eq!(folder.run("replay"), first);
    }
    assert_eq!(folder.files().len(), before.len(), "nothing is written");
    let said = folder.run("--lang de replay").stdout;
    assert!(said.ends_with(" Einträge, 1 Befund, 1 Anmerkung.\n"), "{said}");
}

#[test]
fn what_differs_is_a_finding_and_minutes_that_differ_are_noted() {
    let folder = decided();
    check(&folder, "", &[], 0);
    change(&folder, DECISION, "20:00", "22:00");
    change(&folder, MINUTES, "Garden", "Our garden");
    let both = [&format!("differs {DECISION}")[..], &format!("differs {MINUTES}")];
    check(&folder, "", &both, 1);
    let said = folder.run("replay").stdout;
    let diff = "-No power tools after 22:00.\n+No power tools after 20:00.\n";
    assert!(said.contains(diff), "{said}");
    assert!(said.contains("\nnote: meetings/2026-09-05.md:2: these minutes"), "{said}");
    folder.write(DECISION, b"\xff");
    check(&folder, "", &[&format!("unread {DECISION}"), both[1]], 1);
}

#[test]
fn line_ends_are_no_difference() {
    let folder = decided();
    for name in [DECISION, MINUTES, JOURNAL] {
        change(&folder, name, "\n", "\r\n");
    }
    check(&folder, "", &[], 0);
}

#[test]
fn what_is_missing_is_written_and_nothing_is_written_over() {
    let folder = decided();
    let whole = folder.files();
    let missing = [&format!("missing {DECISION}")[..], &format!("missing {MINUTES}")];
    remove(&folder, DECISION);
    remove(&folder, MINUTES);
    check(&folder, "", &missing, 2);
    let said = folder.run("replay --write").fine();
    assert!(said.contains(&format!("note: {DECISION}: was not there, and is written\n")), "{said}");
    assert!(said.ends_with("1 meeting, 14 facts, 0 findings, 2 notes.\n"), "{said}");
    assert_eq!(folder.files(), whole);
    change(&folder, DECISION, "20:00", "22:00");
    remove(&folder, MINUTES);
    let changed = folder.read(DECISION);
    check(&folder, "--write", &[&format!("differs {DECISION}"), &format!("written {MINUTES}")], 1);
    assert_eq!(folder.read(DECISION), changed);
    assert_eq!(folder.read(MINUTES), whole[MINUTES]);
}

#[test]
fn records_of_one_name_are_told_apart() {
    let folder = decided();
    meet(&folder, "meet --new", "Quiet hours!");
    let second = "decisions/2026-09-05-quiet-hours-2.md";
    let whole = folder.files();
    assert!(whole.contains_key(second));
    check(&folder, "", &[], 0);
    remove(&folder, DECISION);
    check(&folder, "", &[&format!("missing {DECISION}")], 1);
    remove(&folder, second);
    folder.run("replay --write").fine();
    assert_eq!(folder.files(), whole);
}

#[test]
fn a_meeting_is_not_written_into_while_it_runs() {
    let folder = decided();
    remove(&folder, DECISION);
    let held = rounds::Lock::take(&rounds::Folder::at(folder.root()));
    let ran = folder.run("replay --write");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("a meeting is running in this folder"), "{}", ran.stderr);
    drop(held);
    folder.run("replay --write").fine();
}

#[test]
fn what_no_journal_gives_is_found() {
    let folder = decided();
    let named = |name: &str| {
        let id = format!("\nid = \"{name}\"\n");
        folder.read(DECISION).replace("\nid = \"2026-09-05-quiet-hours\"\n", &id)
    };
    let earlier = named("2020-01-01-a").replace("meeting = \"2026-09-05\"\n", "");
    folder.write("decisions/2020-01-01-a.md", earlier);
    check(&folder, "", &[], 0);
    folder.write(
        "decisions/2026-09-05-b.md",
        named("2026-09-05-b").replace("Quiet hours", "Loud hours"),
    );
    folder.write(
        "decisions/2026-09-06-c.md",
        named("2026-09-06-c").replace("g = \"2026-09-05\"", "g = \"x\""),
    );
    folder.write("elections/d.md", "nothing");
    let found = [
        "unfounded decisions/2026-09-05-b.md",
        "no-journal decisions/2026-09-06-c.md",
        "unread elections/d.md",
    ];
    check(&folder, "", &found, 3);
    // With a single journal only its own records can be checked.
    check(&folder, JOURNAL, &found[..1], 1);
}

#[test]
fn a_paused_meeting_and_one_whose_records_are_not_finished_are_told_apart() {
    let folder = decided();
    let filed = folder.read(JOURNAL);
    let closed = filed.rsplit_once("\n[[fact]]").expect("it is filed").0.to_owned();
    folder.write(JOURNAL, &closed);
    check(&folder, "", &[&format!("unfiled {JOURNAL}")], 1);
    let paused = closed.rsplit_once("\n[[fact]]").expect("it is closed").0.to_owned();
    folder.write(JOURNAL, &paused);
    check(&folder, "", &[&format!("unfounded {DECISION}")], 1);
    remove(&folder, DECISION);
    remove(&folder, MINUTES);
    check(&folder, "", &[], 0);
}

#[test]
fn a_fact_out_of_turn_is_named_with_its_line_and_where_the_meeting_stands() {
    let folder = decided();
    change(
        &folder,
        JOURNAL,
        "what = \"consented\"\nwho = \"Chen\"",
        "what = \"consented\"\nwho = \"Zoe\"",
    );
    let ran = folder.run("replay");
    assert_eq!(
        ran.stdout,
        "error: meetings/2026-09-05.toml:82: `Zoe` is not present\n\
         hint: the meeting stands at the consent round on `Quiet hours`, version 1\n\
         note: meetings/2026-09-05.toml: this journal was changed after its digest was written in \
         meetings/2026-09-05.toml:115\n\
         hint: its history, such as `git log`, shows what; if the change is meant, have the minutes of \
         2026-09-05 approved again in the next meeting\n\
         1 meeting, 14 facts, 1 finding, 1 note.\n"
    );
    assert_eq!(ran.code, Some(1));
}

#[test]
fn what_cannot_be_read_is_found_and_the_rest_is_walked() {
    let folder = decided();
    let journal = folder.read(JOURNAL);
    folder.write("meetings/2026-09-06.toml", "format = 1\nnothing\n");
    folder.write("meetings/2026-09-07.toml", b"\xff\xfe");
    folder.write("meetings/2026-09-08.toml", "");
    folder.write("meetings/2026-09-09.toml/x", "a folder");
    folder.write("meetings/2026-09-10.toml", &journal[..journal.len() - 5]);
    folder.write("meetings/2026-09-11.toml", journal.replace("format = 2", "format = 0"));
    folder.write("meetings/2026-09-12.toml", journal.replace("format = 2", "format = 3"));
    let (code, found, counts) = replay(&folder, "");
    assert_eq!(
        found,
        [
            "unread meetings/2026-09-06.toml",
            "unread meetings/2026-09-07.toml",
            "unread meetings/2026-09-08.toml",
            "unread meetings/2026-09-09.toml",
            "torn meetings/2026-09-10.toml",
            "missing decisions/2026-09-05-quiet-hours-2.md",
            "missing meetings/2026-09-10.md",
            "unfiled meetings/2026-09-10.toml",
            "older meetings/2026-09-11.toml",
            "unread meetings/2026-09-12.toml",
            "changed meetings/2026-09-11.toml",
        ]
    );
    assert_eq!((code, counts), (Some(2), [8, 14 + 13 + 14, 9, 2]));
}

#[test]
fn circles_below_are_walked_where_that_is_wished() {
    let folder = decided();
    for below in ["compost", "compost/worms", "tools"] {
        folder.write(&format!("{below}/circle.toml"), CIRCLE);
    }
    folder.write("other/compost/circle.toml", CIRCLE);
    for below in ["compost/worms", "tools", "other/compost"] {
        meet(&folder, &format!("--circle {below} meet"), "Worms");
    }
    let counts = |args: &str| {
        let (.., [meetings, facts, ..]) = replay(&folder, args);
        (meetings, facts)
    };
    assert_eq!(counts(""), (1, 14));
    // That in `other`, a plain folder, is below too.
    assert_eq!(counts("--deep"), (4, 56));
    assert_eq!(counts("compost --deep"), (1, 14));
    assert_eq!(counts("tools compost/worms"), (2, 28));
    assert_eq!(counts("tools/circle.toml tools ./tools tools/meetings/2026-09-05.toml"), (1, 14));
    remove(&folder, "compost/worms/decisions/2026-09-05-worms.md");
    check(&folder, "--deep", &["missing compost/worms/decisions/2026-09-05-worms.md"], 1);
    assert_eq!(replay(&folder, "--deep --write").1.len(), 1);
    assert!(!folder.root().join("compost/meetings").exists(), "nothing is made where nothing is");
    check(&folder, "--deep", &[], 0);
}

#[test]
fn a_journal_may_lie_anywhere() {
    let folder = decided();
    folder.write("copy.toml", folder.read(JOURNAL));
    check(&folder, "copy.toml", &["no-folder copy.toml"], 0);
    let ran = folder.run("replay nowhere.toml");
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
    assert!(ran.stderr.starts_with("error: nowhere.toml: is not there"), "{}", ran.stderr);
    let in_meetings = {
        let mut command = folder.rounds("replay 2026-09-05.toml");
        Ran::of(&command.current_dir(folder.root().join("meetings")).output().expect("it runs"))
    };
    assert_eq!(in_meetings.fine(), "1 meeting, 14 facts, 0 findings, 0 notes.\n");
}

#[test]
fn other_rules_are_tried_on_the_same_facts() {
    let folder = decided();
    folder.write("same.toml", CIRCLE);
    folder.write("quorum.toml", CIRCLE.replace("[rules]", "[rules]\nquorum = \"all\""));
    folder.write("steps.toml", CIRCLE.replace("\"essential\"", "[\"clarify\"]"));
    let said = folder.run("replay --rules same.toml").fine();
    assert_eq!(
        said,
        "fine: meetings/2026-09-05.toml: no fact would be out of turn\n\
         1 meeting, 14 facts, 0 findings, 0 notes.\n"
    );
    // Records are not compared, and the members stay those of the journal.
    remove(&folder, DECISION);
    change(&folder, "same.toml", "Chen", "Chloe");
    assert_eq!(folder.run("replay --rules same.toml").fine(), said);
    check(&folder, "--rules same.toml", &["in-turn meetings/2026-09-05.toml"], 0);
    check(&folder, "--rules steps.toml", &["out-of-turn meetings/2026-09-05.toml"], 1);
    let said = folder.run("replay --rules steps.toml").stdout;
    let where_ = "error: meetings/2026-09-05.toml:70: out of turn: `consented`\nhint: “Ben \
                  has no objection to version 1.” was said there; under these rules the \
                  meeting stands at the clarifying questions on `Quiet hours`\n";
    assert!(said.starts_with(where_), "{said}");
    let ran = folder.run("replay --rules nowhere.toml");
    assert_eq!(ran.code, Some(2));
}

#[test]
fn a_meeting_is_shown_step_by_step() {
    let folder = decided();
    let said = folder.run("replay --step").fine();
    let begin = "\nGarden · 5 September 2026                               meetings/2026-09-05.toml\n\n\
                 1 · 19:00 · the opening: who is here                                      opened\n  \
                 Here: Ana, Ben, Chen and Dana.\n  then: the opening: who facilitates\n\n";
    assert!(said.starts_with(begin), "{said}");
    let end = "\n14 · 19:00 · its end                                                       filed\n  \
               The records are written.\n";
    assert!(said.ends_with(end), "{said}");
    assert_eq!(said.matches("\n  then: ").count(), 13);
    change(&folder, JOURNAL, "\nwho = \"Chen\"", "\nwho = \"Zoe\"");
    let ran = folder.run("replay --step");
    assert_eq!(ran.code, Some(1));
    assert!(ran.stdout.contains("error: meetings/2026-09-05.toml:"), "{}", ran.stdout);
}

#[test]
fn who_accepted_in_a_later_meeting_is_written_again() {
    let garden = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/garden");
    let (folder, record) = (Folder::copy_of(&garden), "elections/2026-04-18-compost.md");
    let before = folder.read(record);
    remove(&folder, record);
    check(&folder, "", &[&format!("missing {record}")], 1);
    let written = format!("written {record}");
    check(&folder, "--write", &[&written, &written], 0);
    assert_eq!(folder.read(record), before);
    change(&folder, record, "accepted = true", "accepted = false");
    check(&folder, "", &[&format!("unaccepted {record}")], 1);
    check(&folder, "--write", &[&written], 0);
    assert_eq!(folder.read(record), before);
    // Accepting an election does not accept a later one of the same person.
    let again = before.replace("2026-04-18", "2026-09-19").replace("meeting = ", "# ");
    folder.write("elections/2026-09-19-compost.md", again.replace("= true", "= false"));
    check(&folder, "", &[], 0);
}

#[test]
fn a_circle_that_cannot_be_read_is_one_finding_and_the_others_are_compared() {
    let folder = decided();
    folder.write("a/circle.toml", CIRCLE);
    folder.write("a/decisions", "no folder");
    folder.write("b/circle.toml", CIRCLE);
    folder.write("b/meetings/2026-09-05.toml", "nonsense");
    let expected = ["unread a/decisions", "unread b/meetings/2026-09-05.toml"];
    let (code, found, [meetings, .., findings, _]) = replay(&folder, "--deep");
    assert_eq!((code, meetings, findings), (Some(2), 2, 2), "{found:?}");
    assert_eq!(found, expected);
    // Where writing stops, the answer that was begun is whole.
    remove(&folder, MINUTES);
    let ran = folder.run("replay --json --deep --write");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("a/decisions"), "{}", ran.stderr);
    let answer: Value = serde_json::from_str(&ran.stdout).expect("it is one JSON document");
    assert_eq!(answer["found"][0]["file"], MINUTES);
}
