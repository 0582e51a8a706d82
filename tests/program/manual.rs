//! Tests the manual pages, which need no circle.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use crate::folder::{Folder, Ran, symlink};

#[test]
fn the_manual_is_printed_without_a_circle() {
    let folder = Folder::empty();
    let said = folder.run("man").fine();
    assert!(said.contains(".TH rounds 1 \"\" \"rounds 0."), "{said}");
    for heading in ["SYNOPSIS", "GLOBAL OPTIONS", "EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES"]
    {
        assert!(said.lines().any(|it| it.trim_matches('"').ends_with(heading)), "{heading}");
    }
    let shown =
        ["\\fB\\-\\-circle\\fR \\fIDIR\\fR", "\\fBROUNDS_CONFIG_DIR\\fR", "\\fBcircle.toml\\fR"];
    for text in shown {
        assert!(said.contains(text), "{text}: {said}");
    }
    assert!(said.contains("\\fBrounds\\-meet\\fR(1)"), "{said}");
    assert_eq!(folder.run("man").fine(), said);
}

/// Runs a program on a page. Returns what it says on both outputs; none where it is not installed.
fn said_by(program: &str, args: &[&str], page: &Path) -> Option<(String, String)> {
    let ran = Command::new(program).args(args).arg(page).env("LC_ALL", "C.UTF-8").output();
    let ran = ran.map(|it| Ran::of(&it));
    if ran.is_err() {
        let said = format!("manual pages: not looked at by {program}, which is not installed\n");
        std::io::stderr().write_all(said.as_bytes()).expect("standard error can be written");
    }
    ran.ok().map(|it| (it.stdout, it.stderr))
}

#[test]
fn no_program_that_shows_pages_has_a_warning() {
    let folder = Folder::empty();
    folder.run("man pages").fine();
    for name in folder.files().keys() {
        let page = folder.root().join(name);
        let man = said_by("man", &["--warnings", "-E", "UTF-8", "-Tutf8", "-l"], &page);
        let Some((shown, warnings)) = man else { break };
        assert_eq!(warnings, "", "{name}");
        assert!(shown.contains("(1)"), "{shown}");
    }
    for name in folder.files().keys() {
        let page = folder.root().join(name);
        let Some((said, _)) = said_by("mandoc", &["-T", "lint", "-W", "warning"], &page) else {
            break;
        };
        // The same version gives the same page on every day.
        let said = said.lines().filter(|it| !it.contains("missing date"));
        assert_eq!(said.collect::<Vec<_>>(), Vec::<&str>::new());
    }
}

#[test]
fn a_command_gives_its_page_and_a_folder_of_its_name_has_a_slash() {
    let folder = Folder::empty();
    for name in ["meet", "log-add"] {
        let said = folder.run(&format!("man {name}")).fine();
        assert!(said.contains(&format!(".TH rounds-{name} 1 ")), "{said}");
    }
    assert!(folder.files().is_empty());
    folder.run("man ./meet").fine();
    assert!(folder.files().contains_key("meet/rounds-meet.1"));
}

#[test]
fn a_page_for_each_command_is_written_where_none_is() {
    let folder = Folder::empty();
    let said = folder.run("man pages").fine();
    let pages = folder.files();
    for name in ["rounds", "rounds-meet", "rounds-backlog", "rounds-backlog-add", "rounds-check"] {
        let page = &pages[&format!("pages/{name}.1")];
        assert!(page.contains(&format!(".TH {name} 1 ")), "{page}");
        assert!(said.contains(&format!("pages/{name}.1\n")), "{said}");
    }
    // A run that was cut short is finished by the next one.
    fs::remove_file(folder.root().join("pages/rounds-meet.1")).unwrap();
    folder.run("man pages").fine();
    assert_eq!(folder.files(), pages);
    // An error of writing is reported.
    fs::write(folder.root().join("file"), "").unwrap();
    let ran = folder.run("man file");
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
    assert!(ran.stderr.starts_with("error: file/rounds"), "{}", ran.stderr);
}

#[test]
fn a_page_is_never_written_over_a_file_or_through_a_link() {
    let folder = Folder::empty();
    folder.write("pages/rounds-meet.1", "mine");
    let before = folder.files();
    let ran = folder.run("man pages");
    let said = "error: pages/rounds-meet.1: exists already, and nothing is written over it\nhint: ";
    assert!(ran.code == Some(2) && ran.stderr.starts_with(said), "{ran:?}");
    assert_eq!(folder.files(), before);
    let link = folder.root().join("pages/rounds-meet.1");
    fs::remove_file(&link).unwrap();
    symlink("../elsewhere", &link).unwrap();
    assert!(folder.run("man pages").stderr.starts_with(said));
    assert!(!folder.root().join("elsewhere").exists());
}
