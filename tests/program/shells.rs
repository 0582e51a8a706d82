//! Tests completions and manual pages, which need no circle.

use std::fs;

use crate::folder::Folder;

const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];

#[test]
fn every_shell_learns_every_command_without_a_circle() {
    let folder = Folder::empty();
    for shell in SHELLS {
        let said = folder.run(&format!("completions {shell}")).fine();
        for command in ["rehearse", "meet", "backlog", "export", "check"] {
            assert!(said.contains(command), "{shell}: {command}");
        }
    }
    let ran = folder.run("completions cmd");
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
}

#[test]
fn the_manual_is_printed_without_a_circle() {
    let folder = Folder::empty();
    let said = folder.run("man").fine();
    assert!(said.contains(".TH rounds 1"), "{said}");
    assert!(said.contains("rounds\\-meet(1)"), "{said}");
    assert_eq!(folder.run("man").fine(), said);
}

#[test]
fn a_page_for_each_command_is_written_in_place_of_an_older_one() {
    let folder = Folder::empty();
    folder.write("pages/rounds-meet.1", "an older one");
    let said = folder.run("man pages").fine();
    let pages = folder.files();
    for name in ["rounds", "rounds-meet", "rounds-backlog", "rounds-backlog-add", "rounds-check"] {
        let page = &pages[&format!("pages/{name}.1")];
        assert!(page.contains(&format!(".TH {name} 1")), "{page}");
        assert!(said.contains(&format!("pages/{name}.1\n")), "{said}");
    }
    // An error of writing is reported.
    fs::write(folder.root().join("file"), "").unwrap();
    let ran = folder.run("man file");
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
    assert!(ran.stderr.starts_with("error: file/rounds"), "{}", ran.stderr);
}
