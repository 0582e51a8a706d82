//! A page of the documentation: its sections, and the tables in them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

pub type Names = BTreeSet<String>;

/// Returns the path of a file of the project.
pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Reads a file of the project.
#[track_caller]
pub fn page(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap_or_else(|err| panic!("{name}: {err}"))
}

/// Returns the headings of a page.
pub fn headings(name: &str) -> Vec<String> {
    page(name).lines().filter(|it| it.starts_with('#')).map(str::to_owned).collect()
}

/// Returns what a heading is called in a link.
pub fn anchor(heading: &str) -> String {
    let heading = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = heading.chars().filter(|it| it.is_alphanumeric() || " -_".contains(*it));
    kept.map(|it| if it == ' ' { '-' } else { it }).collect()
}

/// Returns the rows of the table under a heading: cells without the bars.
#[track_caller]
pub fn rows(name: &str, heading: &str) -> Vec<Vec<String>> {
    let page = page(name);
    let under = page.lines().skip_while(|it| *it != heading).skip(1);
    let section = under.take_while(|it| !it.starts_with('#'));
    let rows = section.filter(|it| it.starts_with("| `"));
    let cells = |it: &str| it.trim_matches('|').split('|').map(|it| it.trim().to_owned()).collect();
    let rows: Vec<Vec<String>> = rows.map(cells).collect();
    assert!(!rows.is_empty(), "{name} has no table under `{heading}`");
    rows
}

/// Returns the names in the first column of the table under a heading.
#[track_caller]
pub fn listed(name: &str, heading: &str) -> Names {
    rows(name, heading).iter().flat_map(|it| ticked(&it[0])).collect()
}

/// Returns what stands between backticks, in order.
pub fn ticked(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Demands that a page lists exactly what there is.
#[track_caller]
pub fn same(place: &str, listed: &Names, there: &Names) {
    let missing: Vec<_> = there.difference(listed).collect();
    assert!(missing.is_empty(), "{place} lacks {missing:?}");
    let unknown: Vec<_> = listed.difference(there).collect();
    assert!(unknown.is_empty(), "{place} lists {unknown:?}, which the program does not have");
}

/// Returns all that stands in `src`, one file behind the other.
pub fn sources() -> String {
    crate::folder::files(&path("src")).into_values().collect()
}
