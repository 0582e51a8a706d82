//! Tests the structure of the source: module layering, file length, and access to the system.
#![expect(clippy::disallowed_methods, reason = "tests read files")]

use std::fs;
use std::path::{Path, PathBuf};

/// The maximum number of lines of a source file, without its tests.
const LONGEST: usize = 400;

/// Returns the path and text of every source file below `src`, except for test modules.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).expect("the folder exists").flatten();
        let paths: Vec<PathBuf> = entries.map(|it| it.path()).collect();
        folders.extend(paths.iter().filter(|it| it.is_dir()).cloned());
        for path in paths.iter().filter(|it| it.extension().is_some_and(|it| it == "rs")) {
            let name =
                path.strip_prefix(&root).expect("the path is below `src`").display().to_string();
            let text = fs::read_to_string(path).expect("sources are UTF-8");
            found.push((name.replace('\\', "/"), text));
        }
    }
    let tests = test_modules(&found);
    found.retain(|(name, _)| tests.iter().all(|it| !belongs(name, it)));
    found.sort();
    assert!(found.len() > 50, "the sources were found");
    found
}

/// Returns the paths of test modules, without their file extension.
fn test_modules(sources: &[(String, String)]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, text) in sources {
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        for (index, _) in lines.iter().enumerate().filter(|(_, it)| **it == "#[cfg(test)]") {
            let path = lines[index + 1].strip_prefix("#[path = \"");
            let path = path.and_then(|it| it.strip_suffix(".rs\"]"));
            let declared = lines[index + 1..].iter().find(|it| !it.starts_with('#'));
            let module = declared.and_then(|it| it.split_once("mod ")?.1.strip_suffix(';'));
            let Some(module) = module else { continue };
            let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
            found.push(match path {
                Some(path) => format!("{folder}/{path}"),
                None if file == "mod.rs" => format!("{folder}/{module}"),
                None => format!("{}/{module}", name.trim_end_matches(".rs")),
            });
        }
    }
    found
}

fn belongs(name: &str, module: &str) -> bool {
    name.strip_prefix(module).is_some_and(|it| it == ".rs" || it.starts_with('/'))
}

/// Returns a file without the test module at its end.
fn without_tests(text: &str) -> &str {
    let ends = text.find("\n#[cfg(test)]\nmod ").unwrap_or(text.len());
    &text[..ends]
}

/// Returns the modules in the order of `lib.rs`, from the highest to the lowest.
fn layers() -> Vec<String> {
    let map = include_str!("../src/lib.rs");
    let listed = map.lines().filter_map(|it| it.split_once("mod ")?.1.split(';').next());
    let listed: Vec<String> = ["main"].into_iter().chain(listed).map(str::to_owned).collect();
    assert!(listed.len() > 10, "{listed:?}");
    listed
}

/// Returns the modules that a source uses: the names after `crate::` and `rounds::`.
fn used(text: &str) -> Vec<String> {
    let code = text.lines().filter(|it| !it.trim_start().starts_with("//"));
    let mut found = Vec::new();
    for line in code {
        for root in ["crate::", "rounds::"] {
            for (at, _) in line.match_indices(root) {
                let begins = line[..at].chars().next_back().is_none_or(|it| !it.is_alphanumeric());
                let rest = &line[at + root.len()..];
                let list = rest.strip_prefix('{').and_then(|it| it.split('}').next());
                let words =
                    list.unwrap_or(rest).split(", ").take(if list.is_some() { 99 } else { 1 });
                for word in words {
                    let ends = word.find(|it: char| !it.is_alphanumeric() && it != '_');
                    let word = &word[..ends.unwrap_or(word.len())];
                    if begins && !word.is_empty() {
                        found.push(word.to_owned());
                    }
                }
            }
        }
    }
    found
}

#[test]
fn each_file_uses_only_modules_below_its_own() {
    let layers = layers();
    let layer = |name: &str| layers.iter().position(|it| it == name);
    let mut upward = Vec::new();
    let mut seen = 0;
    for (name, text) in sources() {
        let own = name.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        if own == "lib" {
            continue;
        }
        let own =
            layer(own).unwrap_or_else(|| panic!("`lib.rs` does not list the module of {name}"));
        for used in used(without_tests(&text)) {
            let Some(other) = layer(&used) else { continue };
            seen += 1;
            if other < own {
                upward.push(format!("{name} uses {used}"));
            }
        }
    }
    assert!(seen > 200, "only {seen} uses were found");
    assert_eq!(upward, Vec::<String>::new());
}

#[test]
fn uses_are_found_in_paths_and_lists() {
    assert_eq!(
        used(
            "use rounds::store::file;\n// rounds::dialogue\nlet it = rounds::lang::say!()\nuse crate::{a, b_c};"
        ),
        ["store", "lang", "a", "b_c"]
    );
    assert_eq!(
        without_tests("use a;\n\n#[cfg(test)]\nmod tests {\n use rounds::store; }"),
        "use a;\n"
    );
}

#[test]
fn no_file_is_too_long() {
    let long: Vec<String> = sources()
        .iter()
        .map(|(name, text)| (name, without_tests(text).lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(name, lines)| format!("{name}: {lines} lines"))
        .collect();
    assert_eq!(long, Vec::<String>::new());
}

#[test]
fn only_store_terminal_and_scripts_access_the_system() {
    const ALLOWED: [&str; 3] = ["store/", "terminal/", "session/script.rs"];
    let outside: Vec<String> = sources()
        .into_iter()
        .filter(|(name, _)| ALLOWED.iter().all(|it| !name.starts_with(it)))
        .filter(|(_, text)| without_tests(text).contains("clippy::disallowed_methods"))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(outside, Vec::<String>::new());
}

#[test]
fn only_the_files_for_each_system_differ_between_systems() {
    const SYSTEM: [&str; 2] = ["store/system/", "terminal/system/"];
    // Real paths come from `dunce`, and paths are written with `with_slashes` of `store/file.rs`.
    const ASKED: [&str; 9] = [
        "(unix",
        "(windows",
        "target_",
        "sys_locale",
        "os::unix",
        "rustix",
        "signal_hook",
        "canonicalize()",
        "fs::canonicalize",
    ];
    const SHOWN: &str = "store/file.rs";
    let mut outside = Vec::new();
    for (name, text) in sources() {
        let text = without_tests(&text);
        let asks = ASKED.iter().any(|it| text.contains(it));
        let shows = text.contains(".display()") && name != SHOWN;
        if (asks || shows) && SYSTEM.iter().all(|it| !name.starts_with(it)) {
            outside.push(name);
        }
    }
    assert_eq!(outside, Vec::<String>::new());
}
