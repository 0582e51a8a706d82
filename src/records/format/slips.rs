//! Slips of people who change by hand what this program wrote, to try its readers with.

use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What may get into a text by hand.
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

/// A slip: from where to where, in which way, and what gets in.
pub(crate) type Slip = (Index, Index, usize, &'static str);

/// A few slips, each of any way.
pub(crate) fn slips() -> impl Strategy<Value = Vec<Slip>> {
    prop::collection::vec((any::<Index>(), any::<Index>(), 0..4_usize, select(&SLIPS[..])), 1..4)
}

/// The text with the slips: something taken out, doubled, replaced or put in.
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

/// The text with each of its letters taken out, doubled, or moved to the end.
pub(crate) fn one_letter_off(text: &str) -> impl Iterator<Item = String> {
    text.char_indices().flat_map(move |(place, letter)| {
        let (before, behind) = (&text[..place], &text[place + letter.len_utf8()..]);
        [
            format!("{before}{behind}"),
            format!("{before}{letter}{letter}{behind}"),
            format!("{before}{behind}{letter}"),
        ]
    })
}
