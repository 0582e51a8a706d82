//! Tests that the next run writes the missing records of a closed meeting, and never overwrites
//! files with other content.

use std::path::Path;

use crate::folder::{Files, Folder};

/// A garden after its first meeting, which is closed and filed.
fn filed() -> Folder {
    let garden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/program/garden");
    let folder = Folder::empty();
    for name in ["circle.toml", "scripts/2026-08-22.txt", "scripts/2026-09-05.txt"] {
        folder.write(name, std::fs::read(garden.join(name)).expect("the garden is there"));
    }
    folder.run("meet --script scripts/2026-08-22.txt").fine();
    folder
}

/// Removes the last fact of the journal, as if the program had been killed before it.
fn interrupt(folder: &Folder) {
    let journal = folder.read("meetings/2026-08-22.toml");
    let filed = journal.rfind("\n[[fact]]\nwhat = \"filed\"").expect("it was filed");
    folder.write("meetings/2026-08-22.toml", &journal[..filed]);
}

fn remove(folder: &Folder, name: &str) {
    std::fs::remove_file(folder.root().join(name)).expect("the record is there");
}

#[test]
fn records_that_were_interrupted_are_finished_by_the_next_meeting() {
    let whole: Files = filed().files();
    let records: Vec<&String> = whole.keys().filter(|it| it.contains(".md")).collect();
    assert_eq!(records.len(), 3, "{records:?}");
    // The program may be killed after any of the writes.
    for written in 0..=records.len() {
        let folder = filed();
        interrupt(&folder);
        for record in &records[written..] {
            remove(&folder, record);
        }
        let checked = folder.run("check");
        assert_eq!(checked.code, Some(1), "{checked:?}");
        let said = folder.run("meet --script scripts/2026-08-22.txt").fine();
        assert!(said.contains("recorded already"), "{said}");
        assert_eq!(folder.files(), whole, "after {written} records");
    }
}

#[test]
fn a_record_that_somebody_else_wrote_stays_and_is_reported_until_it_is_moved() {
    let whole = filed().files();
    let folder = filed();
    interrupt(&folder);
    let decision = "decisions/2026-08-22-watering-in-august.md";
    let theirs = folder.read(decision).replace("Two of us", "Three of us");
    folder.write(decision, &theirs);
    remove(&folder, "meetings/2026-08-22.md");
    let ran = folder.run("meet --script scripts/2026-08-22.txt");
    let said = format!("error: {decision}: this file is there with another content");
    assert!(ran.code == Some(2) && ran.stderr.contains(&said), "{ran:?}");
    assert_eq!(folder.read(decision), theirs);
    // The other records are written, and the journal does not get the last fact.
    assert_eq!(folder.read("meetings/2026-08-22.md"), whole["meetings/2026-08-22.md"]);
    assert!(!folder.read("meetings/2026-08-22.toml").contains("\"filed\""));
    assert_eq!(folder.run("check").code, Some(1));
    remove(&folder, decision);
    folder.run("meet --script scripts/2026-08-22.txt").fine();
    assert_eq!(folder.files(), whole);
}

/// A circle with a circle below it, after a meeting that left a topic, a decision and an election that
/// is not accepted.
fn earlier() -> Folder {
    const CIRCLE: &str = "name = \"Garden\"\nrules = { steps = [] }\n\
                          member = [{ name = \"Ana\" }, { name = \"Ben\" }]\n";
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder.write("hens/circle.toml", CIRCLE.replace("Garden", "Hens"));
    folder.write("hens/backlog/fences.md", "+++\ntitle = \"Fences\"\n+++\n");
    let script = "/at 2026-08-22T19:00+02:00\nall\nAna\nBen\n\
                  decide Hours by Ana\ntext From eight.\n/postpone 2026-09-05\n\
                  decide Shed by Ana\ntext We build.\nok\nok\nok\nok\n\
                  select Keys\nok\nok\nok\nok\nDana (outside): is near\n\
                  Dana (outside): is near\nDana (outside): is near\nok\nok\nok\nclose\nok\n";
    folder.write("script.txt", script);
    folder.run("meet --script script.txt").fine();
    folder
}

/// Returns a folder with a meeting that is closed and not filed, and the same folder once it is filed.
/// `items` are the lines between the opening and the close.
fn closed(items: &str) -> (Folder, Folder) {
    let [folder, whole] = [earlier(), earlier()];
    let script = format!("/at 2026-09-05T19:00+02:00\nall\nAna\nBen\n{items}\nclose\nok\n");
    whole.write("script.txt", &script);
    whole.run("meet --script script.txt").fine();
    let journal = whole.read(JOURNAL);
    let filed = journal.rfind("\n[[fact]]").expect("it was filed");
    folder.write(JOURNAL, &journal[..filed]);
    folder.write("script.txt", script);
    (folder, whole)
}

const JOURNAL: &str = "meetings/2026-09-05.toml";
const DECIDED: &str = "decide Hours\nok\nok\nok\nok";
const POSTPONED: &str = "decide Hours\n/postpone 2026-10-05";
const ACCEPTED: &str = "/accepted Dana";
const REFERRED: &str = "decide Fences\n/refer Hens";

/// Checks that a file that cannot be read for a moment, because a folder is in its place, stops the
/// filing, and that the next run files the meeting.
#[track_caller]
fn unreadable(items: &str, path: &str) {
    let (folder, whole) = closed(items);
    let file = folder.root().join(path);
    let text = folder.read(path);
    remove(&folder, path);
    std::fs::create_dir(&file).expect("nothing is there");
    let before = folder.files();
    let ran = folder.run("meet --script script.txt");
    let said = format!("error: {path}: is no file\nhint: the meeting is kept");
    assert!(ran.code == Some(2) && ran.stderr.contains(&said), "{path}: {ran:?}");
    assert_eq!(folder.files(), before, "{path}");
    std::fs::remove_dir(&file).expect("it is empty");
    folder.write(path, text);
    folder.run("meet --script script.txt").fine();
    assert_eq!(folder.files(), whole.files(), "{path}");
}

#[test]
fn a_file_that_cannot_be_read_for_a_moment_stops_the_filing() {
    for items in [DECIDED, POSTPONED] {
        unreadable(items, "backlog/hours.md");
        unreadable(items, "decisions/2026-08-22-shed.md");
    }
    unreadable(ACCEPTED, "elections/2026-08-22-keys.md");
    unreadable(REFERRED, "hens/backlog/fences.md");
    unreadable(REFERRED, "hens/circle.toml");
}

/// Checks that a file with a slip is reported as one that may be meant, and that mending it is enough.
#[track_caller]
fn slip(items: &str, path: &str) {
    let (folder, whole) = closed(items);
    let text = folder.read(path);
    folder.write(path, format!("x{text}"));
    let ran = folder.run("meet --script script.txt");
    let said =
        format!("error: {path}: has a slip, and may be the file that this meeting changes\n");
    assert!(ran.code == Some(2) && ran.stderr.contains(&said), "{path}: {ran:?}");
    assert!(!folder.read(JOURNAL).contains("\"filed\""));
    folder.write(path, text);
    folder.run("meet --script script.txt").fine();
    assert_eq!(folder.files(), whole.files(), "{path}");
}

#[test]
fn a_file_with_a_slip_that_may_be_meant_is_a_conflict() {
    slip(DECIDED, "backlog/hours.md");
    slip(POSTPONED, "backlog/hours.md");
    slip(ACCEPTED, "elections/2026-08-22-keys.md");
    slip(REFERRED, "hens/backlog/fences.md");
    slip(REFERRED, "hens/circle.toml");
}

#[test]
fn a_file_with_a_slip_that_cannot_be_meant_does_not_matter() {
    let (folder, whole) = closed(POSTPONED);
    for path in ["backlog/other.md", "decisions/2026-08-01-hours.md", "elections/other.md"] {
        folder.write(path, "x+++\ntitle = \"Other\"\n+++\n");
        whole.write(path, folder.read(path));
    }
    folder.run("meet --script script.txt").fine();
    assert_eq!(folder.files(), whole.files());
}
