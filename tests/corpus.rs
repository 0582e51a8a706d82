//! Reads every kept input of the fuzz targets, among them all that once failed.
#![expect(clippy::disallowed_methods, reason = "tests read files")]

use std::fmt::Debug;
use std::fs;
use std::path::Path;

use rounds::fuzz;

#[path = "../fuzz/check.rs"]
mod check;

#[track_caller]
fn check_all<T: PartialEq + Debug>(target: &str, read: impl Fn(&str) -> fuzz::Read<T>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut inputs = 0;
    for entry in fs::read_dir(&folder).expect("each target has a corpus").flatten() {
        check::check(&fs::read(entry.path()).expect("inputs are files"), &read);
        inputs += 1;
    }
    assert!(inputs > 1, "the inputs were found");
}

#[test]
fn kept_inputs_are_read_or_refused_with_a_place() {
    check_all("circle", fuzz::circle);
    check_all("journal", fuzz::journal);
    check_all("decision", fuzz::decision);
    check_all("election", fuzz::election);
    check_all("topic", fuzz::topic);
    check_all("script", fuzz::script);
    check_all("words", fuzz::words);
}
