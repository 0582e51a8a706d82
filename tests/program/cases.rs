//! Tests whole meetings: the transcript and the files that a circle and a script give.
//!
//! `UPDATE=1 cargo test` rewrites the expected files; review the changes.

use std::fs;
use std::path::{Path, PathBuf};

use crate::folder::{self, Files, Folder};
use crate::golden::Golden;

/// The names in a case's folder that are not files of the circle before the meeting.
const ABOUT: [&str; 6] =
    ["args", "story.md", "transcript.txt", "transcript-40.txt", "unnoticed.txt", "expected/"];

/// Finds the cases that have a script.
pub fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let entries = fs::read_dir(folder).expect("the cases are there").flatten();
    let mut found: Vec<PathBuf> =
        entries.map(|it| it.path()).filter(|it| it.join("script.txt").exists()).collect();
    found.sort();
    found
}

/// The script of a meeting that was held before, if there is one.
const EARLIER: &str = "earlier.txt";

/// Copies the files of the circle before the meeting, and the script.
pub fn before(case: &Path) -> Folder {
    let folder = Folder::empty();
    let inputs = folder::files(case);
    for (name, text) in inputs.iter().filter(|(name, _)| !is_about(name)) {
        folder.write(name, text);
    }
    if inputs.contains_key(EARLIER) {
        folder.run(&format!("meet --script {EARLIER}")).fine();
        // The lock is no file of the circle.
        for name in [EARLIER, "meetings/.lock"] {
            fs::remove_file(folder.root().join(name)).expect("it is there");
        }
    }
    folder
}

fn is_about(name: &str) -> bool {
    ABOUT.iter().any(|it| name.starts_with(it))
}

/// Returns the files after the meeting, except for inputs that did not change.
fn left(folder: &Folder, case: &Path) -> Files {
    let inputs = folder::files(case);
    let mut found = folder.files();
    for name in ["circle.toml", "script.txt"] {
        if found.get(name) == inputs.get(name) {
            found.remove(name);
        }
    }
    found
}

#[test]
fn each_case_comes_out_as_it_is_kept() {
    let mut golden = Golden::default();
    for case in cases() {
        let folder = before(&case);
        let ran = folder.run("meet --script script.txt");
        if (ran.code, ran.stderr.as_str()) != (Some(0), "") {
            golden.wrong(format!("{}: {:?}\n{}", case.display(), ran.code, ran.stderr));
            continue;
        }
        golden.file(&case.join("transcript.txt"), &ran.stdout);
        golden.folder(&case.join("expected"), &left(&folder, &case));
    }
    golden.done();
}

#[test]
fn each_case_can_be_read_on_a_narrow_screen() {
    let mut golden = Golden::default();
    for case in cases() {
        let folder = before(&case);
        let mut command = folder.rounds("meet --dry-run --script script.txt");
        let output = command.env("COLUMNS", "40").output().expect("the program can be started");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        for line in text.lines().filter(|it| unicode_width::UnicodeWidthStr::width(*it) > 40) {
            golden.wrong(format!("{}: wider than 40 columns: {line}", case.display()));
        }
        golden.file(&case.join("transcript-40.txt"), &text);
    }
    golden.done();
}

#[test]
fn a_script_is_recorded_once() {
    for case in cases() {
        let folder = before(&case);
        folder.run("meet --script script.txt").fine();
        let once = folder.files();
        let again = folder.run("meet --script script.txt --lang en").fine();
        assert!(again.starts_with("This meeting is recorded already: "), "{again}");
        assert_eq!(folder.files(), once, "{}", case.display());
    }
}

#[test]
fn a_dry_run_writes_nothing() {
    for case in cases() {
        let folder = before(&case);
        let nothing = folder.files();
        folder.run("meet --script script.txt --dry-run").fine();
        assert_eq!(folder.files(), nothing, "{}", case.display());
        let hidden = folder.root().join("meetings/.lock");
        assert!(!hidden.exists(), "{}", case.display());
    }
}

#[test]
fn what_a_case_leaves_is_free_of_problems() {
    for case in cases() {
        let folder = before(&case);
        folder.run("meet --script script.txt").fine();
        let ran = folder.run("check --lang en");
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), "Nothing is wrong.\n"));
    }
}
