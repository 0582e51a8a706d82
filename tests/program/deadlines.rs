//! Tests a house whose decisions wait for those who are away, as far as that can be typed.

use std::path::Path;

use crate::cases::before;
use crate::folder::Folder;
use crate::story::play;

#[test]
fn what_waits_until_friday_is_not_in_force_and_is_due_then() {
    let story = play("house-deadline");
    let day = "2020-06-08";
    story.files(&[
        "backlog/how-lis-comes-back.md",
        "backlog/white-list.md",
        "meetings/2020-06-08.md",
        "meetings/2020-06-08.toml",
    ]);
    let log = story.folder.run("log --on 2020-06-09").fine();
    assert!(log.contains("No decision and no election"), "{log}");
    let due = |on: &str| story.folder.run(&format!("due --on {on}")).stdout;
    assert!(due("2020-06-12").contains("12 June 2020  postponed  White list"));
    assert!(!due("2020-06-11").contains("White list"));
    story.said(day, "agreed", "on", &["consent", "consent"]);
    story.said(day, "objected", "who", &["Sil"]);
    assert!(story.facts(day, "consented").is_empty() && story.facts(day, "adopted").is_empty());
    story.said(day, "reacted", "who", &["Theo", "Max"]);
    story.minutes(day, &["Those who are away have until Friday", "  - Sil: it takes my safety"]);
}

fn in_writing() -> Folder {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/house-in-writing");
    let folder = before(&case);
    folder.run("meet --script script.txt").fine();
    folder
}

#[test]
fn what_was_decided_in_writing_is_a_decision_from_before_and_only_reported() {
    let folder = in_writing();
    let cave = "The cave until 18 March";
    let log = |on: &str| folder.run(&format!("log --on {on}")).fine();
    assert!(log("2021-03-18").contains(cave) && !log("2021-03-19").contains(cave));
    let journal = folder.read("meetings/2021-03-01.toml");
    assert!(!journal.contains("what = \"adopted\""), "{journal}");
    assert_eq!(journal.matches("on = \"consent\"").count(), 1, "only the room was asked");
    let minutes = folder.read("meetings/2021-03-01.md");
    assert!(minutes.contains("Nobody had concerns in writing"), "{minutes}");
    let topic = folder.read("backlog/associations-at-our-address.md");
    assert!(topic.contains("postponed = 2021-03-02"), "{topic}");
    let due = folder.run("due --on 2021-03-02").stdout;
    let parts = ["find out at the court", "print the agreement", "postponed"];
    assert!(parts.iter().all(|it| due.contains(it)), "{due}");
}
