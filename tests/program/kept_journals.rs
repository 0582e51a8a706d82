//! Folders that earlier editions of the program wrote, in `tests/journals/EDITION/`. They are never
//! rewritten: journals of every edition go on being read, walked and filed.

use std::fs;
use std::path::{Path, PathBuf};

use crate::folder::{Folder, files};

/// Lists the folders of all editions.
fn kept() -> Vec<PathBuf> {
    let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journals");
    let folders = |path: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(path).expect("the folder can be read");
        entries.flatten().map(|it| it.path()).filter(|it| it.is_dir()).collect()
    };
    let mut found: Vec<PathBuf> = folders(&all).iter().flat_map(|it| folders(it)).collect();
    found.sort();
    assert!(found.len() > 15, "{found:?}");
    found
}

#[test]
fn nothing_is_found_in_a_folder_of_an_earlier_edition() {
    for path in kept() {
        let folder = Folder::copy_of(&path);
        for command in ["check", "replay"] {
            let ran = folder.run(command);
            assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{path:?}: {}", ran.stdout);
        }
        let ran = folder.run("replay --json").fine();
        let document: serde_json::Value = serde_json::from_str(&ran).expect("it is JSON");
        assert_eq!(document["found"], serde_json::json!([]), "{path:?}");
        assert_eq!(folder.files(), files(&path), "{path:?}");
    }
}

fn is_of_minutes(name: &str) -> bool {
    name.strip_prefix("meetings/").is_some_and(|it| it.ends_with("md"))
}

#[test]
fn records_of_an_earlier_edition_are_written_again_from_its_journals() {
    for path in kept() {
        let folder = Folder::copy_of(&path);
        let before = folder.files();
        let derived = |name: &str, text: &str| match name.split_once('/') {
            Some(("meetings", name)) => !name.ends_with("toml"),
            Some(("decisions" | "elections", _)) => text.contains("\nmeeting = "),
            _ => false,
        };
        for (name, _) in before.iter().filter(|(name, text)| derived(name, text)) {
            fs::remove_file(folder.root().join(name)).expect("it is there");
        }
        assert!(folder.run("replay --write").code.is_some_and(|it| it <= 1), "{path:?}");
        let after = folder.files();
        for (name, text) in &before {
            // Minutes had no keys then.
            let is_minutes = is_of_minutes(name);
            let written = after.get(name).map(|it| match it.split_once("\n+++\n\n") {
                Some((_, page)) if is_minutes => page,
                _ => it,
            });
            assert_eq!(written, Some(text.as_str()), "{path:?}: {name}");
        }
        assert_eq!(folder.run("replay").code, Some(0), "{path:?}");
    }
}

#[test]
fn minutes_of_an_earlier_edition_with_other_line_ends_are_no_different() {
    for path in kept() {
        let folder = Folder::copy_of(&path);
        let before = folder.run("replay").stdout;
        for (name, text) in folder.files() {
            if is_of_minutes(&name) {
                folder.write(&name, text.replace('\n', "\r\n"));
            }
        }
        assert_eq!(folder.run("replay").stdout, before, "{path:?}");
    }
}

#[test]
fn a_closed_meeting_of_an_earlier_edition_is_filed_again() {
    for path in kept() {
        let folder = Folder::copy_of(&path);
        let mut journals = folder.files();
        journals.retain(|name, _| name.starts_with("meetings/") && name.ends_with("toml"));
        let Some((name, text)) = journals.iter().next_back() else { continue };
        let Some(at) = text.rfind("[[fact]]\nwhat = \"filed\"") else { continue };
        folder.write(name, &text[..at]);
        assert_eq!(folder.run("check").code, Some(1), "{path:?}");
        folder.write("opens.txt", "/at 2027-01-01T19:00+01:00\nall\nok\nok\n");
        let ran = folder.run("meet --script opens.txt");
        assert_eq!(ran.code, Some(3), "{path:?}: {}", ran.stderr);
        assert_eq!(folder.run("check").code, Some(0), "{path:?}");
        let before = files(&path);
        let after = folder.files();
        for (file, text) in before.iter().filter(|(file, _)| *file != name) {
            assert_eq!(after.get(file), Some(text), "{path:?}: {file}");
        }
        assert!(after[name].contains("what = \"filed\""), "{path:?}");
    }
}
