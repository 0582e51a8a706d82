//! Tests files that are empty, that have what git leaves, or that cannot be read.

use std::fs;

use crate::copies::{example, garden};

const CONFLICT: &str = "<<<<<<< HEAD\none\n=======\nother\n>>>>>>> theirs\n";

#[test]
fn empty_files_are_called_empty_in_every_folder() {
    let folder = garden();
    folder
        .run_with("meet --script -", "/at 2026-09-05T19:00+02:00\nall\nok\nok\nclose\nok\n")
        .fine();
    for name in ["decisions/a.md", "elections/a.md", "backlog/a.md", "meetings/2026-10-03.toml"] {
        for text in ["", " \r\n\n", "\u{feff}"] {
            folder.write(name, text);
            let said = folder.run("check").stdout;
            assert!(said.contains(&format!("error: {name}:1")), "{name}: {said}");
            assert!(said.contains(": the file is empty\n"), "{name}: {said}");
        }
        fs::remove_file(folder.root().join(name)).unwrap();
    }
    folder.write("meetings/2026-09-05.md", "");
    for args in ["check", "replay"] {
        let ran = folder.run(args);
        let said = "error: meetings/2026-09-05.md: the file is empty\n";
        assert!(ran.stdout.contains(said) && ran.code == Some(1), "{ran:?}");
    }
    folder.write("compost/circle.toml", "\n");
    let ran = folder.run("circles");
    assert!(ran.stderr.contains("compost/circle.toml:1:1: the file is empty"), "{ran:?}");
    folder.write("circle.toml", "");
    let ran = folder.run("log");
    assert!(ran.stderr.contains("error: circle.toml:1:1: the file is empty"), "{ran:?}");
}

#[test]
fn a_replay_says_what_is_wrong_with_a_record_that_cannot_be_read() {
    for (path, empties) in [
        ("decisions/2026-09-05-quiet-hours.md", true),
        ("decisions/2026-09-05-quiet-hours.md", false),
        ("elections/2026-08-08-beekeeper.md", true),
        ("elections/2026-08-08-beekeeper.md", false),
    ] {
        let folder = example();
        let text = folder.read(path) + CONFLICT;
        folder.write(path, if empties { "" } else { &text });
        let said = if empties { "the file is empty" } else { "git has left two versions" };
        let ran = folder.run("replay");
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert_eq!(ran.stdout.matches(path).count(), 1, "it is said once: {ran:?}");
        assert!(ran.stdout.contains(said) && !ran.stdout.contains("\n+++ "), "{ran:?}");
        let ran = folder.run("check");
        assert_eq!(ran.stdout.matches(path).count(), 1, "it is said once: {ran:?}");
        assert_eq!(ran.code, Some(1), "{ran:?}");
    }
}

#[test]
fn what_git_left_in_a_body_is_refused_and_a_quoted_line_is_not() {
    let folder = example();
    let path = "decisions/2026-09-05-quiet-hours.md";
    let text = folder.read(path);
    folder.write(path, format!("{text}\n>>>>>>> said Ben\n"));
    assert!(folder.run("log --all").fine().contains("Quiet hours"));
    for (path, commands) in [
        (path, ["log", "due --on 2027-12-01", "export json"]),
        ("elections/2026-08-08-beekeeper.md", ["log", "roles", "export ics"]),
        ("backlog/a-party-on-19-september.md", ["backlog", "agenda", "export csv topics"]),
    ] {
        let folder = example();
        folder.write(path, folder.read(path) + CONFLICT);
        for args in commands {
            let ran = folder.run(args);
            assert_eq!(ran.code, Some(2), "{args}: {ran:?}");
            assert!(ran.stderr.contains("git has left two versions of this place"), "{ran:?}");
        }
        let said = folder.run("check").stdout;
        assert!(said.contains("git has left two versions of this place"), "{said}");
    }
    let minutes = "meetings/2026-09-05.md";
    folder.write(path, text);
    folder.write(minutes, folder.read(minutes) + CONFLICT);
    let ran = folder.run("check");
    let said = "error: meetings/2026-09-05.md:98:1: git has left two versions of this place\n";
    assert!(ran.code == Some(1) && ran.stdout.contains(said), "{ran:?}");
}

#[test]
fn trouble_goes_before_findings() {
    let folder = example();
    assert_eq!(folder.run("due --on 2027-12-01").code, Some(1));
    folder.write("decisions/bad.md", "no record");
    folder.write("meetings/2026-09-12.toml", "no journal");
    for args in ["due --on 2027-12-01", "due --on 2027-12-01 --json", "replay", "replay --json"] {
        assert_eq!(folder.run(args).code, Some(2), "{args}");
    }
    let below = folder.read("circle.toml").replacen("\"Garden\"", "\"Compost\"", 1);
    folder.write("compost/circle.toml", below);
    assert_eq!(folder.run("circles").code, Some(1), "nobody links it");
    folder.write("shed/circle.toml", "nonsense");
    assert_eq!(folder.run("circles").code, Some(2));
    assert_eq!(folder.run("check").code, Some(1));
    fs::create_dir(folder.root().join("backlog/folder.md")).unwrap();
    assert_eq!(folder.run("check").code, Some(2));
}
