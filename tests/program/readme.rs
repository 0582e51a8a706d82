//! Tests that the README matches the program, and that the scripts give the example.

use std::path::Path;
use std::sync::OnceLock;

use crate::folder::{Files, Folder};
use crate::golden::Golden;

const README: &str = include_str!("../../README.md");
const EXAMPLES: &str = include_str!("../../examples/README.md");

fn garden() -> Folder {
    Folder::copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/garden"))
}

/// The names of the example's scripts, in the order of their dates.
fn scripts(files: &Files) -> Vec<&String> {
    files.keys().filter(|it| it.starts_with("scripts/2")).collect()
}

/// A folder with the scripts and the circle as it was in the beginning, as `examples/README.md`
/// has it.
fn beginning(kept: &Files) -> Folder {
    let folder = Folder::empty();
    for (name, text) in kept.iter().filter(|(name, _)| name.starts_with("scripts/")) {
        folder.write(name, text);
    }
    folder.write("circle.toml", &kept["scripts/beginning.toml"]);
    folder
}

/// Runs the scripts one by one; returns their transcripts and files. The tests share one run, because
/// it takes long.
fn played() -> &'static (String, Files) {
    static PLAYED: OnceLock<(String, Files)> = OnceLock::new();
    PLAYED.get_or_init(|| {
        let kept = garden().files();
        let folder = beginning(&kept);
        let meet = |script: &&String| folder.run(&format!("meet --script {script}")).fine();
        (scripts(&kept).iter().map(meet).collect(), folder.files())
    })
}

#[test]
fn the_example_is_what_its_scripts_make_one_by_one_and_in_the_one_command_of_the_examples() {
    assert!(EXAMPLES.contains("`rounds meet --script scripts/2*.txt`"));
    let kept = garden().files();
    let folder = beginning(&kept);
    let all: Vec<&str> = scripts(&kept).iter().map(|it| it.as_str()).collect();
    folder.run(&format!("meet --script {}", all.join(" "))).fine();
    let mut golden = Golden::default();
    for made in [&played().1, &folder.files()] {
        golden.folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/garden"), made);
    }
    golden.done();
}

#[test]
fn the_example_is_recorded_already_and_nothing_is_wrong_with_it() {
    let folder = garden();
    let files = folder.files();
    assert!(scripts(&files).len() > 25, "a year of meetings");
    for script in scripts(&files) {
        let said = folder.run(&format!("meet --script {script}")).fine();
        assert!(said.starts_with("This meeting is recorded already"), "{said}");
    }
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
}

#[test]
fn the_transcript_in_the_readme_is_what_the_program_says() {
    let (transcript, _) = played();
    let shown: Vec<&str> =
        README.split("```text\n").skip(1).filter_map(|it| it.split("```").next()).collect();
    assert!(shown.len() > 2, "the README shows a meeting");
    for part in shown {
        assert!(transcript.contains(part), "not in the transcript:\n{part}");
    }
}

#[test]
fn the_smallest_rust_is_the_same_in_the_readme_and_the_manifest() {
    let manifest = include_str!("../../Cargo.toml");
    let version = manifest.split("rust-version = \"").nth(1).and_then(|it| it.split('"').next());
    let version = version.expect("the manifest names it");
    let words = README.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains(&format!("Rust {version} or newer")), "{version}");
}
