//! Writes a tree of circles, each with ten meetings that decided one item.

use std::path::Path;

use chrono::NaiveDate;

use crate::meetings::Calendar;
use crate::session::CIRCLE;
use crate::{on_all_cores, write as write_file};

/// The number of meetings of each circle.
const MEETINGS: u32 = 10;

/// Writes a circle and so many circles below it, which differ only in their names. Returns a
/// summary.
pub fn write(folder: &Path, circles: u32) -> String {
    let first = NaiveDate::from_ymd_opt(2025, 9, 4).expect("it is a date");
    let calendar = Calendar { first, every: 28, decisions: 1 };
    let files: Vec<(String, String)> = (0..MEETINGS).flat_map(|it| calendar.meet(it).1).collect();
    let circle = CIRCLE.replace("[[role]]\n", "[[role]]\nholder = \"Ana\"\nuntil = 2026-12-31\n");
    write_file(&folder.join("circle.toml"), &circle.replace("Garden", "Street"));
    let count = on_all_cores(circles, |number| {
        let (below, name) = (folder.join(format!("c{number:05}")), format!("Garden {number}"));
        write_file(&below.join("circle.toml"), &circle.replace("Garden", &name));
        for (path, text) in &files {
            write_file(&below.join(path), &text.replace("\"Garden\"", &format!("\"{name}\"")));
        }
        1 + files.len()
    });
    format!("{circles} circles, {count} files")
}
