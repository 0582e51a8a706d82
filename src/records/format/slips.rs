//! Random edits of files, such as people make by hand, to test the readers.

use proptest::prelude::*;
use proptest::sample::{Index, select};

/// The texts that an edit may insert.
const SLIPS: [&str; 44] = [
    "\"",
    "\"\"",
    "\"\"\"",
    "\\",
    "\\\"",
    "\\n",
    "\\u0041",
    "\\u00e9",
    "\\ud800",
    "\\x41",
    "\\e",
    "\n",
    "\n\n",
    "\t",
    "\r",
    "\u{7f}",
    "\u{0}",
    " ",
    "[",
    "]",
    ", ",
    ",",
    "0",
    "1",
    "-",
    "+",
    "_",
    ".",
    ":",
    "T",
    "Z",
    "t",
    "true",
    "false",
    "2026-09-05",
    "2026-02-30",
    " = ",
    "#",
    "'",
    "é",
    "a = 1\n",
    "what = \"closed\"\n",
    "at = 2026-09-05T19:20:41Z\n",
    "[[fact]]\n",
];

/// An edit: the two ends of the range, the way of editing, and the inserted text.
pub(crate) type Slip = (Index, Index, usize, &'static str);

/// Generates a few edits.
pub(crate) fn slips() -> impl Strategy<Value = Vec<Slip>> {
    prop::collection::vec((any::<Index>(), any::<Index>(), 0..4_usize, select(&SLIPS[..])), 1..4)
}

/// Applies edits to a text: each removes, doubles, replaces or inserts something.
pub(crate) fn slipped(text: &str, slips: &[Slip]) -> String {
    let mut text = text.to_owned();
    for (one, other, kind, slip) in slips {
        let letters: Vec<char> = text.chars().collect();
        let (from, to) = (one.index(letters.len()), other.index(letters.len()));
        let (from, to) = (from.min(to), from.max(to).min(from + 12));
        let (begin, end) = (letters[..from].iter(), letters[to..].iter());
        let slip = match kind {
            0 => String::new(),
            1 => letters[from..to].iter().chain(&letters[from..to]).collect(),
            2 => (*slip).to_owned(),
            _ => (*slip).to_owned() + &letters[from..to].iter().collect::<String>(),
        };
        text = begin.collect::<String>() + &slip + &end.collect::<String>();
    }
    text
}

/// Returns variants of a text with one character removed, doubled, or moved to the end.
pub(crate) fn one_letter_off(text: &str) -> impl Iterator<Item = String> {
    text.char_indices().flat_map(move |(index, letter)| {
        let (before, behind) = (&text[..index], &text[index + letter.len_utf8()..]);
        [
            format!("{before}{behind}"),
            format!("{before}{letter}{letter}{behind}"),
            format!("{before}{behind}{letter}"),
        ]
    })
}
