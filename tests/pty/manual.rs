//! Tests how the manual is opened at a terminal.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::pty::{Place, Session};

/// Makes a folder of programs with a `man` that prints what it is given.
fn programs(place: &Place) -> String {
    let folder = place.file("bin");
    fs::create_dir(&folder).unwrap();
    let script = "#!/bin/sh\necho \"given $*\"\nwhile read -r line; do\n\
                  case $line in .TH*) echo \"$line\" ;; esac\ndone\n";
    fs::write(folder.join("man"), script).unwrap();
    fs::set_permissions(folder.join("man"), fs::Permissions::from_mode(0o755)).unwrap();
    folder.to_str().unwrap().to_owned()
}

#[test]
fn at_a_terminal_man_opens_the_page() {
    let place = Place::new();
    let programs = programs(&place);
    for (args, page) in [(&["man"][..], ".TH rounds 1"), (&["man", "meet"], ".TH rounds-meet 1")] {
        let mut session = Session::start(place.rounds(args).env("PATH", &programs));
        session.sees("given -l -");
        session.sees(page);
        assert_eq!(session.end(), 0);
        assert!(!session.shows("Usage:"), "{}", session.screen());
    }
}

#[test]
fn a_man_that_takes_no_page_is_as_good_as_none() {
    let place = Place::new();
    let programs = programs(&place);
    fs::write(place.file("bin/man"), "#!/bin/sh\necho 'no -l' >&2\nexit 1\n").unwrap();
    let mut session = Session::start(place.rounds(&["man"]).env("PATH", &programs));
    assert_eq!(session.end(), 0);
    let text = session.new_output();
    assert!(text.contains("Usage: rounds backlog add") && !text.contains("no -l"), "{text}");
}

#[test]
fn without_man_or_for_a_screen_reader_the_help_is_printed() {
    let place = Place::new();
    let programs = programs(&place);
    let none = place.file("nowhere").to_str().unwrap().to_owned();
    for (args, path, term) in [
        (&["man"][..], &none, "xterm"),
        (&["man", "--plain"], &programs, "xterm"),
        (&["man"], &programs, "dumb"),
    ] {
        let command = place.rounds(args).env("PATH", path).env("TERM", term);
        let mut session = Session::start(command);
        assert_eq!(session.end(), 0);
        let text = session.new_output();
        assert!(text.contains("Usage: rounds backlog add") && !text.contains(".TH"), "{text}");
    }
}

#[test]
fn the_man_that_is_installed_opens_it_too() {
    if !Path::new("/usr/bin/man").exists() {
        return;
    }
    let place = Place::new();
    let command = place.rounds(&["man"]).env("PATH", "/usr/bin:/bin").env("MANPAGER", "cat");
    let mut session = Session::start(command);
    session.sees("SEE ALSO");
    assert_eq!(session.end(), 0);
    assert!(!session.shows("Usage:"), "{}", session.screen());
}
