//! Text for a terminal: made harmless, measured in columns, wrapped at blanks.
//!
//! Never reorders anything: right-to-left text stays as it was typed.

use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

use crate::text::clean;

/// Returns the text without control characters, escapes and bidirectional overrides.
///
/// A tab becomes a blank; line feeds and what joins letters or marks their direction stay.
pub(super) fn harmless(text: &str) -> String {
    clean(text).replace('\t', " ")
}

/// Returns how many columns a text takes.
pub(crate) fn columns(text: &str) -> usize {
    text.chars().map(|it| it.width().unwrap_or(0)).sum()
}

/// Fills a text up with blanks to so many columns.
pub(super) fn padded(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(columns(text));
    format!("{text}{}", " ".repeat(missing))
}

/// Shortens a text to so many columns, with an ellipsis where something is missing.
pub(crate) fn shortened(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let first = broken(text, width.saturating_sub(1)).swap_remove(0);
    format!("{first}…")
}

/// Wraps a text: its line breaks are kept, its lines broken at blanks to at most `width` columns.
///
/// Blanks at the beginning of a line stay. What has no blank is broken at the width, but never
/// before a combining mark. An empty text is one empty line.
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

/// Splits a line into what may stand on a line alone, each with the blanks before it: words, and
/// the single letters of scripts written without blanks, with the punctuation that follows them.
fn words(line: &str) -> Vec<(&str, &str)> {
    let mut out = Vec::new();
    let mut rest = line;
    while !rest.is_empty() {
        let start = rest.find(|it| it != ' ').unwrap_or(rest.len());
        let end = start + word_end(&rest[start..]);
        out.push((&rest[..start], &rest[start..end]));
        rest = &rest[end..];
    }
    out
}

/// Returns how many columns the longest takes of what is not to be broken.
pub(super) fn longest_word(text: &str) -> usize {
    text.lines().flat_map(words).map(|(_, word)| columns(word)).max().unwrap_or(0)
}

/// Returns where the word at the beginning of a text ends.
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

/// Breaks what has no blank into pieces of at most `width` columns, at least one letter each.
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
        if let Some(piece) = pieces.last_mut() {
            piece.push(letter);
        }
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
    fn what_is_too_long_is_broken_at_the_width() {
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
    fn a_width_of_nothing_still_ends() {
        check("静音", 0, &["静", "音"]);
    }

    #[test]
    fn nothing_typed_reaches_the_terminal_as_a_command() {
        assert_eq!(harmless("a\u{1b}[31mb\r\n\tc\u{202e}d\u{200f}\u{9b}"), "a[31mb\n cd\u{200f}");
    }

    #[test]
    fn columns_are_counted_not_letters() {
        assert_eq!(columns("静音e\u{301}"), 5);
        assert_eq!(padded("静", 4), "静  ");
        assert_eq!(shortened("Konstanze", 6), "Konst…");
    }
}
