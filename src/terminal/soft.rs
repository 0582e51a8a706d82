//! Wraps a line at words while it is typed.
//!
//! The line editor lays a line out letter by letter and breaks it anywhere. So breaks are put into the
//! line itself, each a mark that nobody types and a line feed, and are taken out when it is read.

use rustyline::{KeyCode, KeyEvent, Modifiers};
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

/// Returns the line and the place in it after a key, if that is not what the key does by itself: a
/// break is needed or passed.
pub(super) fn on_key(
    key: KeyEvent,
    line: &str,
    pos: usize,
    indent: usize,
    width: usize,
) -> Option<(String, usize)> {
    let KeyEvent(code, modifiers) = key;
    let (before, behind) = line.split_at_checked(pos)?;
    match code {
        KeyCode::Char('U') if modifiers == Modifiers::CTRL => {
            before.contains(BREAK).then(|| (behind.to_owned(), 0))
        }
        // A break is passed together with what stands before it.
        KeyCode::Backspace => {
            let before = without_last(before)?;
            Some((before.to_owned() + behind, before.len()))
        }
        KeyCode::Left => Some((line.to_owned(), without_last(before)?.len())),
        KeyCode::Right => {
            let letter = behind.chars().next()?;
            let rest = behind[letter.len_utf8()..].strip_prefix(BREAK)?;
            Some((line.to_owned(), line.len() - rest.len()))
        }
        KeyCode::Char(typed) if modifiers.difference(Modifiers::SHIFT).is_empty() => {
            let (indent_here, begun) = match before.rsplit_once('\n') {
                Some((_, begun)) => (0, begun),
                None => (indent, before),
            };
            let rest = behind.split('\n').next().unwrap_or_default();
            let row = columns(begun) + typed.width().unwrap_or(0) + columns(rest);
            if indent_here + row + 2 <= width || line.contains('\t') {
                return None;
            }
            let mut whole = unbroken(before);
            whole.push(typed);
            let place = whole.len();
            whole += &unbroken(behind);
            let now = broken(&whole, indent, width);
            let rest = now.strip_prefix(before).and_then(|it| it.strip_prefix(typed));
            let pos = place_in(&now, place);
            (rest != Some(behind)).then_some((now, pos))
        }
        _ => None,
    }
}

/// Returns a text that ends with a break without that and the letter before it.
fn without_last(text: &str) -> Option<&str> {
    let text = text.strip_suffix(BREAK)?;
    let mut letters = text.chars();
    letters.next_back()?;
    Some(letters.as_str())
}

/// Returns the place in a text with breaks of one in the text without them.
fn place_in(broken: &str, place: usize) -> usize {
    let (mut at, mut left) = (0, place);
    for part in broken.split_inclusive(BREAK) {
        let whole = part.strip_suffix(BREAK).unwrap_or(part).len();
        if left < whole || !part.ends_with(BREAK) {
            return at + left;
        }
        (at, left) = (at + part.len(), left - whole);
    }
    at
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

    /// Types keys, with 3 columns before a line of 12, and returns the line with `|` at the cursor.
    fn typed(keys: &[KeyCode]) -> String {
        let (mut line, mut pos) = (String::new(), 0);
        for key in keys {
            let event = KeyEvent(*key, Modifiers::NONE);
            (line, pos) = on_key(event, &line, pos, 3, 12).unwrap_or_else(|| match key {
                KeyCode::Char(letter) => {
                    (line[..pos].to_owned() + &letter.to_string() + &line[pos..], pos + 1)
                }
                KeyCode::Backspace => (line[..pos - 1].to_owned() + &line[pos..], pos - 1),
                KeyCode::Left => (line.clone(), pos - 1),
                _ => (line.clone(), pos + 1),
            });
        }
        let (before, behind) = line.split_at(pos);
        format!("{before}|{behind}").replace(MARK, "")
    }

    #[test]
    fn a_line_is_broken_as_it_is_typed_and_edited() {
        let keys = |text: &str| text.chars().map(KeyCode::Char).collect::<Vec<_>>();
        let (back, left, right) = (KeyCode::Backspace, KeyCode::Left, KeyCode::Right);
        assert_eq!(typed(&keys("one two")), "one two|");
        assert_eq!(typed(&keys("one two three")), "one two \nthree|");
        let both = |text: &str, more: &[KeyCode]| typed(&[&keys(text)[..], more].concat());
        assert_eq!(both("one two t", &[back]), "one two \n|");
        assert_eq!(both("one two t", &[back, back]), "one two|");
        assert_eq!(both("one two t", &[left, left]), "one two| \nt");
        assert_eq!(both("one two t", &[left, left, right]), "one two \n|t");
        // In the middle the words behind the cursor move on.
        let inserted = [&[left; 5][..], &keys("x yz ")].concat();
        assert_eq!(both("one two t", &inserted), "one \nx yz |two t");
    }

    #[test]
    fn a_long_word_and_scripts_without_blanks_stay_whole_text() {
        check("https://example.org/a/b", 4, 10, &["https://example.org/a/b"]);
        check("静音时间静音", 2, 10, &["静音时", "间静音"]);
    }
}
