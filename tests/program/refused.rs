//! Tests every error message with a case that produces it.
//!
//! `tests/refused/KEY/` has the files of the circle, the `args` (by default the script is played),
//! the exit `code` (by default 2), and the output. Messages that only a disk, a terminal or a bug can
//! produce are listed in `elsewhere.txt` with the unit test that produces them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use rounds::Lang;
use rounds::Lock;

use crate::folder::{self, Files, Folder, Ran, symlink};
use crate::golden::Golden;

/// The names in a case's folder that are not files of the circle.
const ABOUT: [&str; 5] = ["args", "code", "stdin.txt", "stderr.txt", "stdout.txt"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/refused")
}

/// Returns every error with the fixed parts of its message, once for each of its variants.
fn messages() -> Vec<(String, Vec<Vec<String>>)> {
    let file = fluent_syntax::parser::parse(Lang::En.source()).expect("another test parses it");
    let messages = file.body.into_iter().filter_map(|it| match it {
        Entry::Message(it) if it.id.name.starts_with("error-") => {
            Some((it.id.name.to_owned(), fixed(&it.value?)))
        }
        _ => None,
    });
    messages.collect()
}

/// Returns the texts between the arguments, in order.
fn fixed(pattern: &Pattern<&str>) -> Vec<Vec<String>> {
    let mut found = vec![Vec::new()];
    for element in &pattern.elements {
        let variants: Vec<Vec<String>> = match element {
            PatternElement::TextElement { value } => vec![vec![squeezed(value)]],
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter().flat_map(|it| fixed(&it.value)).collect()
            }
            PatternElement::Placeable { .. } => vec![Vec::new()],
        };
        let joined = |before: &Vec<String>| {
            variants.iter().map(|it| [before.as_slice(), it].concat()).collect::<Vec<_>>()
        };
        found = found.iter().flat_map(joined).collect();
    }
    found
}

/// Replaces runs of white space by one space, because the output may be wrapped anywhere.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns whether one of the printed errors has all parts, in order.
fn is_said(said: &str, parts: &[String]) -> bool {
    let said = squeezed(said);
    said.split("error: ").skip(1).any(|error| {
        let mut rest = error.split("hint: ").next().unwrap_or_default();
        parts.iter().all(|part| match rest.split_once(part.as_str()) {
            Some((_, after)) => {
                rest = after;
                true
            }
            None => false,
        })
    })
}

/// Copies the case's files into a folder, and adds files that a repository cannot hold.
fn prepared(key: &str, case: &Files) -> Folder {
    let folder = Folder::empty();
    let shared = fs::read_to_string(root().join("circle.toml")).expect("there is one for all");
    let has_circle = case.keys().any(|it| it.starts_with("circle.toml"));
    if !has_circle {
        folder.write("circle.toml", shared);
    }
    for (name, text) in case.iter().filter(|(name, _)| !ABOUT.contains(&name.as_str())) {
        folder.write(name, text);
    }
    let circle = folder.root().join("circle.toml");
    let large = |megabytes: usize| "#".repeat((megabytes << 20) + 1);
    match key {
        "error-no-circle" => fs::remove_file(&circle).expect("it was written"),
        "error-file-too-large" => folder.write("circle.toml", large(1)),
        "error-not-text" => folder.write("circle.toml", b"name = \"Gr\xfcn\"\n"),
        // Some systems cannot check out both files.
        "error-file-name-case" => {
            folder.write("backlog/hens.md", "+++\ntitle = \"More hens\"\n+++\n");
        }
        "error-symlink-dangling" => {
            fs::remove_file(&circle).expect("it was written");
            symlink("nowhere.toml", &circle).expect("a link can be made");
        }
        // On no system that runs the tests may files be written there.
        "error-symlink-to-system" => link_to(&folder, Path::new("/etc")),
        "error-symlink-to-file" => link_to(&folder, Path::new("circle.toml")),
        "error-symlink-to-circle" => {
            let link = folder.root().join("compost");
            symlink(".", link).expect("a link can be made");
        }
        _ => {}
    }
    folder
}

/// Makes a link of this name out of the folder of topics.
fn link_to(folder: &Folder, target: &Path) {
    let link = folder.root().join("backlog");
    symlink(target, link).expect("a link can be made");
}

fn run(key: &str, case: &Files, folder: &Folder) -> Ran {
    let args = case.get("args").map_or("meet --script script.txt", String::as_str);
    let typed = case.get("stdin.txt").map_or("", String::as_str);
    let in_folder = rounds::Folder::at(folder.root());
    let held = (key == "error-locked").then(|| Lock::take(&in_folder).expect("nobody holds it"));
    let ran = folder.run_with(args, typed);
    drop(held);
    ran
}

/// Parses lines of the form `key  path::of::test`.
fn elsewhere() -> Vec<(String, String)> {
    let text = fs::read_to_string(root().join("elsewhere.txt")).expect("the list is there");
    let lines = text.lines().filter(|it| !it.starts_with('#') && !it.trim().is_empty());
    let split = |line: &str| {
        let (key, place) = line.split_once(char::is_whitespace).expect("a key and a test");
        (key.to_owned(), place.trim().to_owned())
    };
    lines.map(split).collect()
}

#[test]
fn every_error_can_be_had() {
    let elsewhere: BTreeSet<String> = elsewhere().into_iter().map(|(key, _)| key).collect();
    let mut golden = Golden::default();
    for (key, parts) in messages().into_iter().filter(|(key, _)| !elsewhere.contains(key)) {
        let place = root().join(&key);
        let case = folder::files(&place);
        if case.is_empty() {
            golden.wrong(format!("{key}: tests/refused has no folder with a case for it"));
            continue;
        }
        let folder = prepared(&key, &case);
        let before = folder.files();
        let ran = run(&key, &case, &folder);
        let code = case.get("code").map_or(2, |it| it.trim().parse().expect("a number"));
        if ran.code != Some(code) {
            golden.wrong(format!("{key}: exit code {:?}, not {code}", ran.code));
        }
        golden.file(&place.join("stderr.txt"), &ran.stderr);
        if ran.stderr.is_empty() {
            golden.file(&place.join("stdout.txt"), &ran.stdout);
        }
        let said = format!("{}\n{}", ran.stdout, ran.stderr);
        if !parts.iter().any(|it| is_said(&said, it)) {
            golden.wrong(format!("{key}: its words are not in\n{said}"));
        }
        let kept =
            code == 2 && !["error-record-in-the-way", "error-record-slip"].contains(&key.as_str());
        if kept && folder.files() != before {
            golden.wrong(format!("{key}: refused, and something was written all the same"));
        }
    }
    golden.done();
}

#[test]
fn every_case_is_for_an_error_there_is() {
    let known: BTreeSet<String> = messages().into_iter().map(|(key, _)| key).collect();
    let entries = fs::read_dir(root()).expect("the cases are there").flatten();
    let folders = entries.filter(|it| it.path().is_dir());
    let names = folders.map(|it| it.file_name().to_string_lossy().into_owned());
    let listed = elsewhere().into_iter().map(|(key, _)| key);
    let stale: Vec<String> = names.chain(listed).filter(|it| !known.contains(it)).collect();
    assert_eq!(stale, Vec::<String>::new());
}

#[test]
fn what_is_tested_elsewhere_is_tested_there() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (key, test) in elsewhere() {
        assert!(!root().join(&key).exists(), "{key} has a folder, too");
        let (module, name) = test.rsplit_once("::").expect("a path");
        let module = module.strip_suffix("::tests").unwrap_or(module).replace("::", "/");
        let files = [format!("{module}/tests.rs"), format!("{module}.rs")];
        let texts = files.iter().filter_map(|it| fs::read_to_string(source.join(it)).ok());
        let is_there = |text: &String| {
            let mut bodies = text.split("#[test]").skip(1);
            bodies.any(|it| it.trim_start().starts_with(&format!("fn {name}(")))
        };
        let text = texts.into_iter().find(is_there);
        let text = text.unwrap_or_else(|| panic!("{key}: there is no test {test}"));
        assert!(text.contains(&format!("\"{key}\"")), "{key}: {test} does not mention it");
    }
}

#[test]
fn the_words_of_a_message_are_found_in_order() {
    let parts = ["`".to_owned(), "` is no date".to_owned()];
    assert!(is_said("error: circle.toml:3:1: `soon` is no\n  date\nhint: write it", &parts));
    assert!(!is_said("error: is no date `soon`", &parts));
    assert!(!is_said("`soon` is no date", &parts));
}
