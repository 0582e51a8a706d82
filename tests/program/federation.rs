//! Tests that the script of the example of many circles makes it, and what is seen of the whole.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::folder::{Files, Folder, Ran};
use crate::golden::Golden;

const EXAMPLES: &str = include_str!("../../examples/README.md");

/// The day as of which the commands list: five days before the Repair Week.
const ON: &str = "2026-10-05";

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/federation")
}

/// Runs the script of the example in a folder, with this program as `rounds`.
fn play(folder: &Folder) -> Ran {
    let program = Path::new(env!("CARGO_BIN_EXE_rounds"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let first = program.parent().expect("the program lies in a folder").to_owned();
    let places = std::iter::once(first).chain(std::env::split_paths(&path));
    let mut sh = Command::new("sh");
    sh.arg("scripts/play.sh").current_dir(folder.root());
    sh.envs(folder.rounds("").get_envs().filter_map(|(name, value)| Some((name, value?))));
    sh.env("PATH", std::env::join_paths(places).expect("the places have no separators"));
    Ran::of(&sh.output().expect("the shell can be started"))
}

/// The files that the script makes from its folder. The tests share one run, because it takes long.
fn played() -> &'static Files {
    static PLAYED: OnceLock<Files> = OnceLock::new();
    PLAYED.get_or_init(|| {
        let folder = Folder::empty();
        let kept = Folder::copy_of(&example()).files();
        for (name, text) in kept.iter().filter(|(name, _)| name.starts_with("scripts/")) {
            folder.write(name, text);
        }
        play(&folder).fine();
        folder.files()
    })
}

/// A copy of what the script makes.
fn federation() -> Folder {
    let folder = Folder::empty();
    for (name, text) in played() {
        folder.write(name, text);
    }
    folder
}

/// The folders of the circles, from the topmost one.
fn circles(files: &Files) -> Vec<&str> {
    let circles = files.keys().filter_map(|it| it.strip_suffix("circle.toml"));
    circles.map(|it| if it.is_empty() { "." } else { it.trim_end_matches('/') }).collect()
}

#[test]
fn the_example_is_what_its_script_makes() {
    assert!(EXAMPLES.contains("sh federation/scripts/play.sh"));
    let mut golden = Golden::default();
    golden.folder(&example(), played());
    golden.done();
}

#[test]
fn the_script_leaves_a_folder_with_a_circle_alone() {
    let folder = federation();
    let ran = play(&folder);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""), "{}", ran.stderr);
    assert_eq!(folder.files(), *played());
}

#[test]
fn every_meeting_is_recorded_already() {
    let folder = federation();
    let script = &played()["scripts/play.sh"];
    let meetings: Vec<&str> = script.lines().filter(|it| it.starts_with("meet 2")).collect();
    assert!(meetings.len() > 15, "{meetings:?}");
    let scripts =
        played().keys().filter_map(|it| it.strip_prefix("scripts/")?.strip_suffix(".txt"));
    assert_eq!(scripts.count(), meetings.len(), "the script plays each of them");
    for meeting in meetings {
        let words: Vec<&str> = meeting.split(' ').collect();
        let [_, day, name, circle] = words[..] else { panic!("{meeting}") };
        let args = format!("meet --circle {circle} --script scripts/{day}-{name}.txt --lang en");
        let said = folder.run(&args).fine();
        assert!(said.starts_with("This meeting is recorded already"), "{meeting}: {said}");
    }
    assert_eq!(folder.files(), *played());
}

#[test]
fn no_circle_has_records_that_its_journals_do_not_give() {
    let folder = federation();
    assert_eq!(circles(played()).len(), 10);
    for circle in circles(played()) {
        let said = folder.run(&format!("replay --circle {circle} --lang en")).fine();
        assert!(said.ends_with(" 0 findings, 0 notes.\n"), "{circle}: {said}");
    }
    let said = folder.run("replay --deep").fine();
    assert!(said.ends_with(" 0 findings, 0 notes.\n"), "{said}");
}

#[test]
fn the_links_and_people_of_the_whole_are_seen_to_the_letter() {
    let folder = federation();
    let golden_folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/program/federation");
    let mut golden = Golden::default();
    for lang in ["en", "de"] {
        let mut told = String::new();
        for (list, on) in [
            ("overview", true),
            ("circles", false),
            ("check --deep", false),
            ("people", true),
            ("people Ines", true),
            ("people --nowhere", true),
            ("due --deep", true),
            ("due --deep --for Lucía", true),
            ("log --deep", true),
            ("backlog --deep", false),
            ("news --since 2026-06-01", true),
        ] {
            let on = if on { format!(" --on {ON}") } else { String::new() };
            let ran = folder.run(&format!("{list}{on} --lang {lang}"));
            told += &format!("$ rounds {list}{on}\n{}{}\n", ran.stdout, ran.stderr);
        }
        golden.file(&golden_folder.join(format!("{lang}.txt")), &told);
    }
    golden.done();
}
