//! A circle of four and meetings that decide something in it, for tests of what decisions change.

use crate::folder::Folder;

pub const CIRCLE: &str = include_str!("../refused/circle.toml");
pub const OPEN: &str = "/at 2026-09-05T19:00+02:00\nall\nok\nok\n";
/// Puts it to the circle, four members consent, and it is announced.
pub const ADOPT: &str = "ok\nok\nok\nok\nok\nok\n";
pub const CLOSE: &str = "close\nok\n";

pub fn garden() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder
}

#[track_caller]
pub fn meet(folder: &Folder, lines: &str) -> String {
    folder.run_with("meet --script -", &format!("{OPEN}{lines}{CLOSE}")).fine()
}
