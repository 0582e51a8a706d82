//! The fixed words of keys in files and JSON, for the test that compares them with `docs/files.md`. Not
//! part of the program.

use strum::{VariantArray, VariantNames};

use crate::circle::{Absent, Attribution, Consent, Order, RoleKind};
use crate::cli::{FindingKind, Level};
use crate::meeting::ItemKind;
use crate::records::election::Process;
use crate::records::{ConsentHeard, DueKind, Mark, Status};

/// Returns the words of each key that has some: the heading of its table, the key, and the words. Of
/// an empty key they are the keys of the table.
pub fn fixed_words() -> Vec<(&'static str, &'static str, Vec<&'static str>)> {
    let of = |heading, key, words: &[&'static str]| (heading, key, words.to_vec());
    let notes = Level::VARIANTS.iter().copied().filter(|it| *it != <&str>::from(Level::Fine));
    vec![
        of("### `[rules]`", "consent", Consent::VARIANTS),
        of("### `[rules]`", "attribution", Attribution::VARIANTS),
        of("### `[rules]`", "order", Order::VARIANTS),
        of("### `[rules]`", "absent", Absent::VARIANTS),
        of("### `[[role]]`", "kind", RoleKind::VARIANTS),
        of("### Decision", "consent", ConsentHeard::VARIANTS),
        of("### Election", "consent", ConsentHeard::VARIANTS),
        of("### Election", "process", Process::VARIANTS),
        of("### Topic", "kind", ItemKind::VARIANTS),
        of("#### Record in JSON", "status", Status::VARIANTS),
        of("#### Record before or after", "status", Status::VARIANTS),
        of("#### What is due", "what", DueKind::VARIANTS),
        of("#### Role in JSON", "kind", RoleKind::VARIANTS),
        ("#### Marks", "", Mark::VARIANTS.iter().map(|it| (*it).into()).collect()),
        of("#### Finding of a replay", "level", Level::VARIANTS),
        of("#### Finding of a replay", "kind", FindingKind::VARIANTS),
        ("#### Finding", "level", notes.collect()),
    ]
}
