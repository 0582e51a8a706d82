//! Compares results with golden files, which `UPDATE=1` rewrites.

use std::fs;
use std::path::Path;

use similar::TextDiff;

use crate::folder::{Files, files};

/// Collects all differences, so that one run shows them all.
#[derive(Default)]
pub struct Golden {
    differing: Vec<String>,
}

impl Golden {
    /// Compares a text with a golden file. Without a text the file must not exist.
    pub fn file(&mut self, path: &Path, text: &str) {
        let expected = fs::read_to_string(path).ok();
        if expected.as_deref().unwrap_or_default() == text {
            return;
        }
        if !updates() {
            return self.differs(&path.display().to_string(), expected.as_deref(), Some(text));
        }
        let written = if text.is_empty() { fs::remove_file(path) } else { fs::write(path, text) };
        written.expect("a golden file can be written");
    }

    /// Compares the names and texts of files with those of a golden folder.
    pub fn folder(&mut self, path: &Path, found: &Files) {
        let expected = files(path);
        if expected == *found {
            return;
        }
        if updates() {
            // Hidden files are not compared, and stay.
            for name in expected.keys().filter(|it| !found.contains_key(*it)) {
                fs::remove_file(path.join(name)).expect("a golden file can be removed");
            }
            for (name, text) in found {
                let path = path.join(name);
                let folder = path.parent().expect("a file lies in a folder");
                fs::create_dir_all(folder).expect("a golden folder can be made");
                fs::write(path, text).expect("a golden file can be written");
            }
            return;
        }
        for name in expected.keys().chain(found.keys().filter(|it| !expected.contains_key(*it))) {
            let (before, now) = (expected.get(name), found.get(name));
            if before != now {
                let name = path.join(name).display().to_string();
                self.differs(&name, before.map(String::as_str), now.map(String::as_str));
            }
        }
    }

    /// Adds another difference.
    pub fn wrong(&mut self, what: String) {
        self.differing.push(what);
    }

    fn differs(&mut self, name: &str, expected: Option<&str>, found: Option<&str>) {
        let what = match (expected, found) {
            (None, _) => format!("{name}: not expected"),
            (_, None) => format!("{name}: missing"),
            (Some(expected), Some(found)) => {
                let diff = TextDiff::from_lines(expected, found);
                diff.unified_diff().context_radius(2).header(name, "this run").to_string()
            }
        };
        self.differing.push(what);
    }

    /// Fails with all differences, if there are any.
    #[track_caller]
    pub fn done(self) {
        let hint = "UPDATE=1 takes what is different now; read it before you keep it";
        let count = self.differing.len();
        assert!(count == 0, "{count} differ\n\n{}\n{hint}", self.differing.join("\n"));
    }
}

/// Returns whether golden files are to be rewritten.
pub fn updates() -> bool {
    std::env::var_os("UPDATE").is_some_and(|it| it == "1")
}
