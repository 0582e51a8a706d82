//! Wraps a line at words while it is typed.
//!
//! The line editor lays a line out letter by letter and breaks it anywhere. So breaks are put into the
//! line itself, each a mark that nobody types and a line feed, and are taken out when it is read.

use rustyline::{Cmd, EventContext, KeyCode, KeyEvent, Modifiers, Movement};
use unicode_width::UnicodeWidthChar;

use crate::terminal::wrap::{columns, words};

/// Stands before a line feed that is a break. It has no width and is never drawn.
pub(super) const MARK: char = '\u{e0001}';

const BREAK: &str = "\u{e0001}\n";

/// Returns the text without its breaks.
pub(super) fn unbroken(text: &str) -> String {
    text.replace(BREAK, "").replace(MARK, "")
}

/// Puts breaks between the words of a text without breaks, for lines of `width` columns; `indent`
/// columns stand before the first one.
pub(super) fn broken(text: &str, indent: usize, width: usize) -> String {
    // A blank stays at the end of its line, and the last column stays free for the cursor.
    let most = width.saturating_sub(2);
    let mut broken = String::with_capacity(text.len());
    for (number, line) in text.split('\n').enumerate() {
        let mut column = indent;
        if number > 0 {
            broken.push('\n');
            column = 0;
        }
        for (index, (blanks, word)) in words(line).into_iter().enumerate() {
            let wanted = blanks.len() + columns(word);
            if index > 0 && column + wanted > most {
                let (first, rest) = blanks.split_at(blanks.len().min(1));
                broken += &[first, BREAK, rest, word].concat();
                column = wanted - first.len();
            } else {
                broken += blanks;
                broken += word;
                column += wanted;
            }
            // A word that is longer than a line is broken by the line editor.
            column %= width.max(1);
        }
    }
    broken
}

/// Returns what a key does to a line with breaks, or to one that needs a break now, if that is not
/// what it usually does.
pub(super) fn on_key(key: KeyEvent, at: &EventContext, indent: usize, width: usize) -> Option<Cmd> {
    let KeyEvent(code, modifiers) = key;
    let (before, behind) = at.line().split_at_checked(at.pos())?;
    match code {
        KeyCode::Char('U') if modifiers == Modifiers::CTRL && before.contains(BREAK) => {
            Some(Cmd::Kill(Movement::BeginningOfBuffer))
        }
        // A break and the letter or blank before it are passed at once.
        KeyCode::Backspace if before.ends_with(BREAK) => Some(Cmd::Kill(Movement::BackwardChar(3))),
        KeyCode::Left if before.ends_with(BREAK) => Some(Cmd::Move(Movement::BackwardChar(3))),
        KeyCode::Right if behind.starts_with(&[" ", BREAK].concat()) => {
            Some(Cmd::Move(Movement::ForwardChar(3)))
        }
        KeyCode::Char(typed) if behind.is_empty() && !at.has_hint() => {
            let is_letter = modifiers.difference(Modifiers::SHIFT).is_empty();
            let (indent_here, line) = match before.rsplit_once('\n') {
                Some((_, line)) => (0, line),
                None => (indent, before),
            };
            let column = indent_here + columns(line) + typed.width().unwrap_or(0);
            if !is_letter || column + 2 <= width || before.contains('\t') {
                return None;
            }
            let mut whole = unbroken(before);
            whole.push(typed);
            let now = broken(&whole, indent, width);
            let is_usual = now.strip_suffix(typed) == Some(before);
            (!is_usual).then_some(Cmd::Replace(Movement::WholeBuffer, Some(now)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, indent: usize, width: usize, lines: &[&str]) {
        let broken = broken(text, indent, width);
        assert_eq!(broken.replace(MARK, "").split('\n').collect::<Vec<_>>(), lines);
        assert_eq!(unbroken(&broken), text);
    }

    #[test]
    fn lines_break_at_blanks_and_nothing_is_lost() {
        check("one two three", 0, 20, &["one two three"]);
        check("one two three", 4, 13, &["one two ", "three"]);
        check("one   two", 0, 8, &["one ", "  two"]);
        check("one two ", 0, 8, &["one ", "two "]);
        check("one two\n\nthree four", 5, 10, &["one ", "two", "", "three ", "four"]);
        check("", 4, 10, &[""]);
    }

    #[test]
    fn a_long_word_and_scripts_without_blanks_stay_whole_text() {
        check("https://example.org/a/b", 4, 10, &["https://example.org/a/b"]);
        check("静音时间静音", 2, 10, &["静音时", "间静音"]);
    }
}
