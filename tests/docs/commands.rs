//! The README lists every command and option; `docs/files.md` exit codes and variables.

use std::path::Path;

use crate::folder::Folder;
use crate::page::{Names, listed, page, rows, same, sources};

fn garden() -> Folder {
    Folder::copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/garden"))
}

/// Returns the commands that a help names.
pub fn commands(help: &str) -> Vec<String> {
    let list = help.split("Commands:\n").nth(1).unwrap_or_default();
    let list = list.lines().take_while(|it| !it.is_empty());
    let names = list.filter(|it| it.starts_with("  ") && !it.starts_with("   "));
    let names = names.filter_map(|it| it.split_whitespace().next());
    names.filter(|it| *it != "help").map(str::to_owned).collect()
}

/// Returns the options that a text names: `--within`.
fn options(text: &str) -> Names {
    let words = text.split(|it: char| !it.is_ascii_lowercase() && it != '-');
    words.filter(|it| it.len() > 2 && it.starts_with("--")).map(str::to_owned).collect()
}

#[test]
fn each_command_and_option_is_in_the_readme() {
    let folder = garden();
    let help = |command: &str| folder.run(&format!("{command} --help")).fine();
    let everywhere = options(&help("rehearse"));
    let readme = page("README.md");
    let common = options(readme.split("Everywhere:").nth(1).unwrap_or_default());
    assert!(everywhere.is_subset(&common), "README.md lacks some of {everywhere:?}");

    let described: Names = rows("README.md", "## Commands")
        .iter()
        .filter_map(|it| it[0].split(['`', ' ']).nth(2).map(str::to_owned))
        .filter(|it| !it.is_empty())
        .collect();
    let known: Names = commands(&help("")).into_iter().collect();
    same("README.md, ## Commands", &described, &known);
    for row in rows("README.md", "## Commands") {
        let Some(command) = row[0].split(['`', ' ']).nth(2).filter(|it| !it.is_empty()) else {
            continue;
        };
        let own = help(command);
        let mut all = options(&own);
        for below in commands(&own) {
            let named = row.iter().any(|it| it.contains(&below));
            assert!(named, "README.md, `{command}` lacks `{below}`");
            all.extend(options(&help(&format!("{command} {below}"))));
        }
        let all = &all - &everywhere;
        same(&format!("README.md, `{command}`"), &options(&row.concat()), &all);
    }
}

#[test]
fn each_exit_code() {
    let folder = garden();
    let code = |args: &str| folder.run(args).code.expect("no signal ended it").to_string();
    let mut codes: Names =
        [code("check"), code("due --on 2027-01-01"), code("show nothing")].into();
    let paused = folder.run_with("meet --script - --at 2027-01-01T19:00Z", "all\n/pause\n").code;
    codes.extend([paused.expect("no signal ended it").to_string(), "128 + n".to_owned()]);
    let heading = "## Exit codes";
    same("docs/files.md, ## Exit codes", &listed("docs/files.md", heading), &codes);
    assert_eq!((code("check"), code("due --on 2027-01-01")), ("0".to_owned(), "1".to_owned()));
    assert_eq!((code("show nothing"), code("--nonsense")), ("2".to_owned(), "2".to_owned()));
}

#[test]
fn each_environment_variable() {
    let sources = sources();
    let calls = ["env::var(\"", "env::var_os(\"", "const VARIABLE: &str = \""];
    let read = calls.into_iter().flat_map(|it| sources.split(it).skip(1));
    let mut read: Names = read.filter_map(|it| it.split('"').next()).map(str::to_owned).collect();
    // These are read by their names in a list, and by the crate for the system's folders.
    read.extend(["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "HOME"].map(str::to_owned));
    let heading = "## Environment variables";
    same("docs/files.md, ## Environment variables", &listed("docs/files.md", heading), &read);
}
