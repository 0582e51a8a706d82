//! Shows a list to tick and perhaps to sort, or to pick one from, on a terminal that can edit in place.
//!
//! Only arrows, Space and Enter work the list: a letter begins a line of text. Leaves nothing on the
//! screen; the caller shows what was ticked or picked.

use std::io;

use console::{Key, Term};

use crate::terminal::wrap::{harmless, shortened};

/// How a list was left.
#[derive(Debug, PartialEq)]
pub(super) enum Left {
    /// With Enter: the indexes of the rows that are ticked, in their order, or of the one picked.
    Ticked(Vec<usize>),
    /// With a letter, with which a line of text begins, or with Esc: nothing was typed.
    Typed(String),
    /// With Ctrl-D, as the meeting is paused at any prompt.
    Ended,
}

/// What is done with a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Space ticks a row.
    Tick,
    /// As `Tick`, and the arrows to the left and to the right move a row up and down.
    Sort,
    /// Enter picks the row of the cursor.
    Pick,
}

/// Ctrl-D as the terminal sends it.
const CTRL_D: char = '\u{4}';

/// A list while it is worked on.
struct List {
    /// The indexes of the rows, in their order, and whether each is ticked.
    rows: Vec<(usize, bool)>,
    /// The place of the cursor.
    at: usize,
    purpose: Purpose,
}

/// Asks which rows to tick: each has a text, and is ticked at first or not. `head` stands above them.
/// In a list to pick from, the cursor begins at the row that is ticked. Ctrl-C is an error of the kind
/// `Interrupted`.
pub(super) fn tick(
    head: &[String],
    rows: &[(&str, bool)],
    purpose: Purpose,
    width: usize,
) -> io::Result<Left> {
    let text = |it: &(&str, bool)| shortened(&harmless(it.0), width.saturating_sub(8));
    let texts: Vec<String> = rows.iter().map(text).collect();
    let first = rows.iter().position(|it| it.1).filter(|_| purpose == Purpose::Pick);
    let rows = rows.iter().map(|it| it.1).enumerate().collect();
    let mut list = List { rows, at: first.unwrap_or_default(), purpose };
    let term = Term::stdout();
    term.hide_cursor()?;
    let left = loop {
        let height = usize::from(term.size().0).saturating_sub(head.len());
        let lines = [head, &list.lines(&texts, height)].concat();
        for line in &lines {
            term.write_line(line)?;
        }
        let key = term.read_key();
        term.clear_last_lines(lines.len())?;
        match key.map(|it| list.on_key(&it)) {
            Ok(None) => {}
            Ok(Some(left)) => break Ok(left),
            Err(err) => break Err(err),
        }
    };
    term.show_cursor()?;
    left
}

impl List {
    /// Draws as many rows as the screen holds below the question, with that of the cursor.
    fn lines(&self, texts: &[String], height: usize) -> Vec<String> {
        let count = self.rows.len().min(height.saturating_sub(2).max(1));
        let first = (self.at + 1).saturating_sub(count);
        let shown = self.rows.iter().enumerate().skip(first).take(count);
        let line = |(place, (row, is_ticked)): (usize, &(usize, bool))| {
            let cursor = if place == self.at { "›" } else { " " };
            let tick = match (self.purpose, is_ticked) {
                (Purpose::Pick, _) => "",
                (_, true) => "[x] ",
                (_, false) => "[ ] ",
            };
            format!("  {cursor} {tick}{}", texts[*row])
        };
        shown.map(line).collect()
    }

    /// Does what a key says, and returns how the list is left, if it is.
    fn on_key(&mut self, key: &Key) -> Option<Left> {
        let last = self.rows.len().saturating_sub(1);
        match key {
            Key::ArrowUp => self.at = self.at.checked_sub(1).unwrap_or(last),
            Key::ArrowDown | Key::Tab => self.at = if self.at == last { 0 } else { self.at + 1 },
            Key::Home | Key::PageUp => self.at = 0,
            Key::End | Key::PageDown => self.at = last,
            Key::ArrowLeft if self.purpose == Purpose::Sort && self.at > 0 => {
                self.rows.swap(self.at, self.at - 1);
                self.at -= 1;
            }
            Key::ArrowRight if self.purpose == Purpose::Sort && self.at < last => {
                self.rows.swap(self.at, self.at + 1);
                self.at += 1;
            }
            Key::Char(' ') if self.purpose == Purpose::Pick => {}
            Key::Char(' ') => {
                if let Some((_, is_ticked)) = self.rows.get_mut(self.at) {
                    *is_ticked = !*is_ticked;
                }
            }
            Key::Enter if self.purpose == Purpose::Pick => {
                return Some(Left::Ticked(
                    self.rows.get(self.at).map(|it| it.0).into_iter().collect(),
                ));
            }
            Key::Enter => {
                let ticked = self.rows.iter().filter(|(_, is_ticked)| *is_ticked);
                return Some(Left::Ticked(ticked.map(|(row, _)| *row).collect()));
            }
            Key::Escape => return Some(Left::Typed(String::new())),
            Key::Char(CTRL_D) => return Some(Left::Ended),
            Key::Char(letter) if !letter.is_control() => {
                return Some(Left::Typed(letter.to_string()));
            }
            _ => {}
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Works a list of three, of which the first two are ticked.
    #[track_caller]
    fn check(purpose: Purpose, keys: &[Key], expected: Left) {
        let mut list = List { rows: vec![(0, true), (1, true), (2, false)], at: 0, purpose };
        let mut left = keys.iter().filter_map(|it| list.on_key(it));
        assert_eq!(left.next(), Some(expected));
    }

    #[test]
    fn arrows_and_space_work_the_list_and_letters_never_do() {
        let check = |keys: &[Key], expected| check(Purpose::Tick, keys, expected);
        check(&[Key::Enter], Left::Ticked(vec![0, 1]));
        check(&[Key::ArrowDown, Key::Char(' '), Key::Enter], Left::Ticked(vec![0]));
        check(&[Key::ArrowUp, Key::Char(' '), Key::Enter], Left::Ticked(vec![0, 1, 2]));
        check(&[Key::ArrowRight, Key::Enter], Left::Ticked(vec![0, 1]));
        for letter in ['a', 'j', 'k', 'q', '@', '陈'] {
            check(&[Key::Char(letter), Key::Enter], Left::Typed(letter.to_string()));
        }
        check(&[Key::Escape], Left::Typed(String::new()));
        check(&[Key::Char(CTRL_D)], Left::Ended);
    }

    #[test]
    fn arrows_to_the_side_move_a_row_where_places_are_free() {
        let check = |keys: &[Key], expected: &[usize]| {
            check(Purpose::Sort, keys, Left::Ticked(expected.to_vec()));
        };
        check(&[Key::ArrowRight, Key::Enter], &[1, 0]);
        check(&[Key::ArrowLeft, Key::Enter], &[0, 1]);
        let first = [Key::End, Key::Char(' '), Key::ArrowLeft, Key::ArrowLeft, Key::Enter];
        check(&first, &[2, 0, 1]);
        check(&[Key::End, Key::ArrowRight, Key::Char(' '), Key::Enter], &[0, 1, 2]);
    }

    #[test]
    fn enter_picks_the_row_of_the_cursor_and_a_letter_picks_nothing() {
        let check = |keys: &[Key], expected| check(Purpose::Pick, keys, expected);
        check(&[Key::Enter], Left::Ticked(vec![0]));
        check(&[Key::ArrowUp, Key::Enter], Left::Ticked(vec![2]));
        check(&[Key::Char(' '), Key::ArrowRight, Key::Enter], Left::Ticked(vec![0]));
        check(&[Key::Char('j'), Key::Enter], Left::Typed("j".into()));
        check(&[Key::Char(CTRL_D)], Left::Ended);
        let rows = vec![(0, false), (1, true)];
        let lines = List { rows, at: 1, purpose: Purpose::Pick };
        assert_eq!(lines.lines(&["Ana".into(), "Ben".into()], 12), ["    Ana", "  › Ben"]);
    }

    #[test]
    fn a_list_longer_than_the_screen_shows_the_cursor() {
        let texts: Vec<String> = (0..50).map(|it| format!("N{it}")).collect();
        for at in [0, 9, 10, 49] {
            let rows = (0..50).map(|it| (it, false)).collect();
            let lines = List { rows, at, purpose: Purpose::Tick }.lines(&texts, 12);
            assert_eq!(lines.len(), 10);
            assert!(lines.contains(&format!("  › [ ] N{at}")), "{lines:?}");
        }
    }
}
