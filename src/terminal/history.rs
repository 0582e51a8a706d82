//! Stores the history of typed lines in a file of the configuration folder.
//!
//! Ignores all errors, because the history is only a convenience. Never gets speech or reasons.
#![expect(clippy::disallowed_methods, reason = "reads and writes the history")]

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

/// How many lines are loaded.
pub(super) const KEPT: usize = 200;

/// Returns the latest lines, the oldest first, and shortens a file that has grown too long.
pub(super) fn load(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap_or_default();
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let kept = lines[lines.len().saturating_sub(KEPT)..].to_vec();
    if lines.len() > 2 * KEPT {
        let _ = fs::write(file, kept.join("\n") + "\n");
    }
    kept
}

/// Appends a line.
pub(super) fn add(file: &Path, line: &str) {
    if let Some(folder) = file.parent() {
        let _ = fs::create_dir_all(folder);
    }
    if let Ok(mut file) = OpenOptions::new().create(true).append(true).open(file) {
        let _ = file.write_all(format!("{line}\n").as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_lines_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("new/history");
        assert_eq!(load(&file), Vec::<String>::new());
        for number in 0..=2 * KEPT {
            add(&file, &number.to_string());
        }
        let kept = load(&file);
        assert_eq!((kept.len(), kept.last().unwrap().as_str()), (KEPT, "400"));
        assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), KEPT);
    }

    #[test]
    fn errors_are_ignored() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        add(&file.join("history"), "close");
        assert!(load(&file.join("history")).is_empty());
    }
}
