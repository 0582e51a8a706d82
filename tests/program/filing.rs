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
    assert!(ran.stderr.contains(&said), "{ran:?}");
    assert_eq!(folder.read(decision), theirs);
    // The other records are written, and the journal does not get the last fact.
    assert_eq!(folder.read("meetings/2026-08-22.md"), whole["meetings/2026-08-22.md"]);
    assert!(!folder.read("meetings/2026-08-22.toml").contains("\"filed\""));
    assert_eq!(folder.run("check").code, Some(1));
    remove(&folder, decision);
    folder.run("meet --script scripts/2026-08-22.txt").fine();
    assert_eq!(folder.files(), whole);
}
