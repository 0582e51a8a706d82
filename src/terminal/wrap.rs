//! Measures text in columns, wraps it at blanks, and escapes control characters.
//!
//! Never reorders anything: right-to-left text stays as it was typed.

use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

use crate::text::escaped;

/// Returns the text with control characters, terminal escapes and bidirectional overrides written
/// so that they are seen.
///
/// A tab becomes a blank. Line feeds, joiners and direction marks stay.
pub(super) fn harmless(text: &str) -> String {
    escaped(text).replace('\t', " ")
}

/// Returns the width of a text in columns.
pub(crate) fn columns(text: &str) -> usize {
    text.chars().map(|it| it.width().unwrap_or(0)).sum()
}

/// Pads a text with blanks to `width` columns.
pub(super) fn padded(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(columns(text));
    format!("{text}{}", " ".repeat(missing))
}

/// Shortens a text to `width` columns, with an ellipsis at the end.
pub(crate) fn shortened(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let first = broken(text, width.saturating_sub(1)).swap_remove(0);
    format!("{first}…")
}

/// Wraps the lines of a text at blanks to at most `width` columns.
///
/// Line breaks and indentation stay. A word longer than a line is broken, but never before a
/// combining mark. An empty text is one empty line.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| wrapped_line(line, width)).collect()
}

fn wrapped_line(line: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    for (blanks, word) in words(line.trim_end_matches(' ')) {
        let wanted = columns(&current) + blanks.len() + columns(word);
        if wanted <= width {
            current += blanks;
            current += word;
            continue;
        }
        let mut rest = word.to_owned();
        if current.is_empty() {
            rest = format!("{blanks}{word}");
        } else {
            lines.push(std::mem::take(&mut current));
        }
        lines.extend(broken(&rest, width));
        current = lines.pop().unwrap_or_default();
    }
    lines.push(current);
    lines
}

/// Splits a line into pieces that are not broken, each with the blanks before it: words, and the
/// single letters of scripts without blanks with the punctuation that follows them.
pub(super) fn words(line: &str) -> Vec<(&str, &str)> {
    let mut words = Vec::new();
    let mut rest = line;
    while !rest.is_empty() {
        let start = rest.find(|it| it != ' ').unwrap_or(rest.len());
        let end = start + word_end(&rest[start..]);
        words.push((&rest[..start], &rest[start..end]));
        rest = &rest[end..];
    }
    words
}

/// Returns the width of the longest piece that is not broken, in columns.
pub(super) fn longest_word(text: &str) -> usize {
    text.lines().flat_map(words).map(|(_, word)| columns(word)).max().unwrap_or(0)
}

/// Returns the end of the word at the beginning of a text.
fn word_end(text: &str) -> usize {
    let mut before = None;
    for (index, letter) in text.char_indices() {
        if letter == ' ' {
            return index;
        }
        let parts = |before| is_wide(before) || is_wide(letter);
        if before.is_some_and(parts) && !follows(before, letter) && !CLOSING.contains(letter) {
            return index;
        }
        before = Some(letter);
    }
    text.len()
}

/// Punctuation that never begins a line.
const CLOSING: &str = "、。，．！？：；）」』】》,.!?:;)";

fn is_wide(letter: char) -> bool {
    letter.width() == Some(2)
}

/// Returns whether a letter is never separated from the one before it.
fn follows(before: Option<char>, letter: char) -> bool {
    let skin_tone = ('\u{1f3fb}'..='\u{1f3ff}').contains(&letter);
    let joined = before == Some('\u{200d}') || skin_tone;
    joined || letter.width().unwrap_or(0) == 0 || is_combining_mark(letter)
}

/// Breaks a word into pieces of at most `width` columns and at least one letter.
fn broken(word: &str, width: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut taken = 0;
    let mut before = None;
    for letter in word.chars() {
        let wide = letter.width().unwrap_or(0);
        if taken + wide > width && taken > 0 && !follows(before, letter) {
            pieces.push(String::new());
            taken = 0;
        }
        taken += wide;
        before = Some(letter);
        pieces.last_mut().expect("there is a piece from the beginning").push(letter);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, width: usize, expected: &[&str]) {
        assert_eq!(wrapped(text, width), expected);
    }

    #[test]
    fn lines_break_at_blanks() {
        check("one two three", 7, &["one two", "three"]);
        check("one two three", 13, &["one two three"]);
        check("", 7, &[""]);
        check("one  two", 20, &["one  two"]);
        check("one two   ", 8, &["one two"]);
    }

    #[test]
    fn line_breaks_and_indentation_stay() {
        check("- one\n  - two\n\nthree", 20, &["- one", "  - two", "", "three"]);
    }

    #[test]
    fn words_longer_than_a_line_are_broken() {
        check("see https://example.org/a", 10, &["see", "https://ex", "ample.org/", "a"]);
        check("静音时间静音", 5, &["静音", "时间", "静音"]);
        check("- 静音时间。", 6, &["- 静音", "时间。"]);
    }

    #[test]
    fn marks_stay_with_their_letters() {
        check("e\u{301}e\u{301}e\u{301}", 2, &["e\u{301}e\u{301}", "e\u{301}"]);
        check("काका", 2, &["का", "का"]);
        check("👩\u{200d}🌾👩", 2, &["👩\u{200d}🌾", "👩"]);
    }

    #[test]
    fn a_width_of_zero_wraps_after_every_letter() {
        check("静音", 0, &["静", "音"]);
    }

    #[test]
    fn control_characters_are_escaped() {
        assert_eq!(
            harmless("a\u{1b}[31mb\r\n\tc\u{202e}d\u{200f}\u{9b}"),
            "a\\u{1b}[31mb\n c\\u{202e}d\u{200f}\\u{9b}"
        );
    }

    #[test]
    fn widths_are_columns_not_letters() {
        assert_eq!(columns("静音e\u{301}"), 5);
        assert_eq!(padded("静", 4), "静  ");
        assert_eq!(shortened("Konstanze", 6), "Konst…");
    }
}
