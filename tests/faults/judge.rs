//! What may be in the folder after a failure.

use std::fs;
use std::path::Path;

use crate::folder::{Files, Folder};

/// The journal of the meeting that fails.
pub const JOURNAL: &str = "meetings/2026-09-05.toml";

const MINUTES: &str = "meetings/2026-09-05.md";

const FACT: &str = "\n[[fact]]\n";

/// The files before the meeting, and after one in which nothing failed.
pub struct Expected {
    pub before: Files,
    pub after: Files,
}

impl Expected {
    /// Checks that every file is as before or as after, and that the journal has whole facts, or after
    /// a crash at most a piece of one more. Returns whether everything is as after.
    pub fn old_or_new(&self, found: &Files, is_crashed: bool) -> Result<bool, String> {
        for (name, text) in found.iter().filter(|(name, _)| *name != JOURNAL) {
            if ![self.before.get(name), self.after.get(name)].contains(&Some(text)) {
                return Err(format!("{name} is neither old nor new:\n{text}"));
            }
        }
        for name in self.before.keys().filter(|it| self.after.contains_key(*it)) {
            if !found.contains_key(name) {
                return Err(format!("{name} is gone"));
            }
        }
        if let Some(journal) = found.get(JOURNAL) {
            let whole = &self.after[JOURNAL];
            let rest = whole.strip_prefix(journal.as_str());
            let is_whole = |it: &str| it.is_empty() || it.starts_with(FACT);
            if !rest.is_some_and(|it| is_crashed || is_whole(it)) {
                return Err(format!(
                    "the journal is not the beginning of the whole one:\n{journal}"
                ));
            }
        }
        Ok(*found == self.after)
    }

    /// Checks that each file named in an error is as the error says.
    pub fn is_true(&self, found: &Files, said: &str) -> Result<(), String> {
        for line in said.lines().filter_map(|it| it.strip_prefix("error: ")) {
            let Some((name, message)) = line.split_once(": ") else { continue };
            let expected = if message.starts_with("cannot be written") {
                &self.before
            } else if message.starts_with("was changed") {
                &self.after
            } else {
                continue;
            };
            let is_as_said = match name {
                // The last fact is written after all records; before that the whole journal is.
                JOURNAL => !found.contains_key(JOURNAL) || found.contains_key(MINUTES),
                _ => name.contains("/.") || found.get(name) == expected.get(name),
            };
            if !is_as_said {
                return Err(format!("it is not true that {line}"));
            }
        }
        Ok(())
    }

    /// Checks that everything is as after a meeting without failures, and that `check` is content.
    pub fn is_mended(&self, folder: &Folder) -> Result<(), String> {
        let mut found = folder.files();
        // A piece of a fact that a crash left is kept aside.
        found.retain(|name, _| !name.contains(".toml.torn"));
        if found != self.after {
            let differing = |(name, text): &(&String, &String)| found.get(*name) != Some(*text);
            let missing: Vec<_> =
                self.after.iter().filter(differing).map(|(name, _)| name).collect();
            let more = found.keys().filter(|it| !self.after.contains_key(*it)).collect::<Vec<_>>();
            return Err(format!("not mended: {missing:?} differ, {more:?} are there"));
        }
        if let Some(left) = temporary(&folder.root()) {
            return Err(format!("{left} is left"));
        }
        let checked = folder.run("check");
        // The circle that the meeting founds has not elected a delegate yet.
        let is_known = |it: &str| it.contains("no delegate links this circle");
        let mut errors = checked.stdout.lines().filter(|it| it.starts_with("error: "));
        let is_fine = checked.stderr.is_empty() && errors.all(is_known);
        if is_fine { Ok(()) } else { Err(format!("check says {checked:?}")) }
    }
}

/// Returns a temporary file that is left in a folder or below.
pub fn temporary(folder: &Path) -> Option<String> {
    let entries = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    let is_temporary =
        |it: &Path| it.file_name().unwrap().to_string_lossy().starts_with(".rounds-");
    let mut left = entries.filter_map(|it| {
        let own = is_temporary(&it).then(|| it.display().to_string());
        if it.is_dir() { temporary(&it) } else { own }
    });
    left.next()
}

/// Makes the circle's folder as an earlier meeting left it.
pub fn earlier() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", include_str!("circle.toml"));
    folder.write("earlier.txt", include_str!("earlier.txt"));
    folder.write("meeting.txt", include_str!("meeting.txt"));
    folder.run("meet --script earlier.txt").fine();
    folder
}

/// Copies the circle's folder, hidden files left out.
pub fn copy(files: &Files) -> Folder {
    let folder = Folder::empty();
    for (name, text) in files {
        folder.write(name, text);
    }
    folder
}
