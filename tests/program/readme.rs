//! Tests that the README matches the program, and that the scripts give the example.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use crate::folder::{Files, Folder};

const README: &str = include_str!("../../README.md");

fn garden() -> Folder {
    Folder::copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/garden"))
}

/// The names of the example's scripts, in the order of their dates.
fn scripts(files: &Files) -> Vec<&String> {
    files.keys().filter(|it| it.starts_with("scripts/2")).collect()
}

/// A folder with the scripts and the circle at the beginning, as the README describes.
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
fn the_example_is_what_its_scripts_make_one_by_one_and_in_the_one_command_of_the_readme() {
    assert!(README.contains("`rounds meet --script scripts/2*.txt`"));
    let kept = garden().files();
    let folder = beginning(&kept);
    let all: Vec<&str> = scripts(&kept).iter().map(|it| it.as_str()).collect();
    folder.run(&format!("meet --script {}", all.join(" "))).fine();
    let names = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
    for made in [&played().1, &folder.files()] {
        assert_eq!(names(made), names(&kept));
        for (name, text) in made {
            assert_eq!(text, &kept[name], "{name}");
        }
    }
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
    let (garden, _) = played();
    let transcript = garden.clone() + include_str!("../cases/facilitator-victor/transcript.txt");
    let shown: Vec<&str> =
        README.split("```text\n").skip(1).filter_map(|it| it.split("```").next()).collect();
    assert!(shown.len() > 2, "the README shows a meeting");
    for part in shown {
        assert!(transcript.contains(part), "not in the transcript:\n{part}");
    }
}

#[test]
fn every_command_of_the_readme_is_one() {
    let folder = garden();
    let help = folder.run("--help").fine();
    for line in README.lines().filter(|it| it.starts_with("| `rounds ")) {
        let command = line.split(['`', ' ']).nth(3).unwrap_or_default();
        assert!(help.contains(&format!("\n  {command} ")), "{command}");
    }
}

/// Returns the options in a text, such as `--within`.
fn options(text: &str) -> BTreeSet<String> {
    let words = text.split(|it: char| !it.is_ascii_lowercase() && it != '-');
    words.filter(|it| it.starts_with("--")).map(str::to_owned).collect()
}

#[test]
fn the_readme_names_the_options_of_every_command_and_no_others() {
    let folder = garden();
    let help = |command: &str| options(&folder.run(&format!("{command} --help")).fine());
    let everywhere = help("rehearse");
    assert!(everywhere.contains("--plain"), "{everywhere:?}");
    for line in README.lines().filter(|it| it.starts_with("| `rounds ")) {
        let command = line.split(['`', ' ']).nth(3).unwrap_or_default();
        let (named, own) = (options(line), &help(command) - &everywhere);
        let missing: Vec<_> = own.difference(&named).collect();
        assert!(missing.is_empty(), "{command}: the README lacks {missing:?}");
        // Of `log add` and `backlog add` the README names only the first options.
        let added = if line.contains(&format!("`{command} add")) {
            help(&format!("{command} add"))
        } else {
            BTreeSet::new()
        };
        let unknown: Vec<_> = named.difference(&(&own | &added)).cloned().collect();
        assert_eq!(unknown, Vec::<String>::new(), "{command}: the README knows more");
    }
}

#[test]
fn the_smallest_rust_is_the_same_in_the_readme_and_the_manifest() {
    let manifest = include_str!("../../Cargo.toml");
    let version = manifest.split("rust-version = \"").nth(1).and_then(|it| it.split('"').next());
    let version = version.expect("the manifest names it");
    assert!(README.contains(&format!("Rust {version} or newer")), "{version}");
}
