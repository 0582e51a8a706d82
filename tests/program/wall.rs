//! Tests the exact lists of the sample circle, in several widths and languages.

use std::path::Path;

use crate::folder::{Folder, Ran};
use crate::golden::Golden;

/// The day as of which the commands list.
const ON: &str = "2026-12-10";

#[test]
fn the_log_what_is_due_and_the_roles_fit_a_wall_and_a_narrow_page() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Folder::copy_of(&root.join("examples/garden"));
    let mut golden = Golden::default();
    for (lang, columns) in [("en", 80), ("en", 40), ("de", 80)] {
        let mut told = String::new();
        for list in [
            "log",
            "log --all",
            "due --within P6M",
            "roles",
            "backlog",
            "people",
            "people Ana",
            "overview",
        ] {
            let on = if list == "backlog" { String::new() } else { format!("--on {ON}") };
            let mut command = folder.rounds(&format!("{list} {on} --lang {lang}"));
            command.env("COLUMNS", columns.to_string());
            let said = Ran::of(&command.output().expect("the program can be started")).stdout;
            let wide = said.lines().filter(|it| it.chars().count() > columns);
            wide.for_each(|it| golden.wrong(format!("{list}: more than {columns} columns: {it}")));
            told += &format!("$ rounds {list}\n{said}\n");
        }
        golden.file(&root.join(format!("tests/program/wall/{lang}-{columns}.txt")), &told);
    }
    golden.done();
}
