//! Tests the manual pages, which need no circle.

use std::fs;

use crate::folder::{Folder, symlink};

#[test]
fn the_manual_is_printed_without_a_circle() {
    let folder = Folder::empty();
    let said = folder.run("man").fine();
    assert!(said.contains(".TH rounds 1"), "{said}");
    assert!(said.contains("rounds\\-meet(1)"), "{said}");
    assert_eq!(folder.run("man").fine(), said);
}

#[test]
fn a_page_for_each_command_is_written_where_none_is() {
    let folder = Folder::empty();
    let said = folder.run("man pages").fine();
    let pages = folder.files();
    for name in ["rounds", "rounds-meet", "rounds-backlog", "rounds-backlog-add", "rounds-check"] {
        let page = &pages[&format!("pages/{name}.1")];
        assert!(page.contains(&format!(".TH {name} 1")), "{page}");
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
