//! Shows a list of people to tick, on a terminal that can edit in place.
//!
//! Only arrows, Space and Enter work the list: a letter begins a line of text. Leaves nothing on the
//! screen; the caller shows who was ticked.

use std::io;

use console::{Key, Term};

use crate::dialogue::Choice;
use crate::terminal::wrap::{harmless, shortened};

/// How a list was left.
#[derive(Debug, PartialEq)]
pub(super) enum Left {
    /// With Enter: the names of those ticked.
    Ticked(Vec<String>),
    /// With a letter, with which a line of text begins, or with Esc: nothing was typed.
    Typed(String),
    /// With Ctrl-D, as the meeting is paused at any prompt.
    Ended,
}

/// Ctrl-D as the terminal sends it.
const CTRL_D: char = '\u{4}';

/// A list while it is worked on.
struct List {
    ticked: Vec<bool>,
    /// The index of the cursor.
    at: usize,
}

/// Asks which people to tick. Ctrl-C is an error of the kind `Interrupted`.
pub(super) fn tick(choices: &[Choice], width: usize) -> io::Result<Left> {
    let name = |it: &Choice| shortened(&harmless(&it.name), width.saturating_sub(8));
    let names: Vec<String> = choices.iter().map(name).collect();
    let mut list = List { ticked: choices.iter().map(|it| it.ticked).collect(), at: 0 };
    let term = Term::stdout();
    term.hide_cursor()?;
    let left = loop {
        let rows = list.rows(&names, usize::from(term.size().0));
        for row in &rows {
            term.write_line(row)?;
        }
        let key = term.read_key();
        term.clear_last_lines(rows.len())?;
        match key.map(|it| list.on_key(&it, choices)) {
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
    fn rows(&self, names: &[String], height: usize) -> Vec<String> {
        let count = names.len().min(height.saturating_sub(2).max(1));
        let first = (self.at + 1).saturating_sub(count);
        let shown = names.iter().zip(&self.ticked).enumerate().skip(first).take(count);
        let row = |(index, (name, is_ticked)): (usize, (&String, &bool))| {
            let cursor = if index == self.at { "›" } else { " " };
            let tick = if *is_ticked { "x" } else { " " };
            format!("  {cursor} [{tick}] {name}")
        };
        shown.map(row).collect()
    }

    /// Does what a key says, and returns how the list is left, if it is.
    fn on_key(&mut self, key: &Key, choices: &[Choice]) -> Option<Left> {
        let last = choices.len().saturating_sub(1);
        match key {
            Key::ArrowUp => self.at = self.at.checked_sub(1).unwrap_or(last),
            Key::ArrowDown | Key::Tab => self.at = if self.at == last { 0 } else { self.at + 1 },
            Key::Home | Key::PageUp => self.at = 0,
            Key::End | Key::PageDown => self.at = last,
            Key::Char(' ') => {
                if let Some(ticked) = self.ticked.get_mut(self.at) {
                    *ticked = !*ticked;
                }
            }
            Key::Enter => {
                let ticked = choices.iter().zip(&self.ticked).filter(|(_, it)| **it);
                return Some(Left::Ticked(ticked.map(|(it, _)| it.name.clone()).collect()));
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

    fn choices() -> Vec<Choice> {
        ["Ana", "Ben", "Chen"].map(|it| Choice { name: it.into(), ticked: true }).into()
    }

    #[track_caller]
    fn check(keys: &[Key], expected: Left) {
        let choices = choices();
        let mut list = List { ticked: vec![true; 3], at: 0 };
        let mut left = keys.iter().filter_map(|it| list.on_key(it, &choices));
        assert_eq!(left.next(), Some(expected));
    }

    #[test]
    fn arrows_and_space_work_the_list_and_letters_never_do() {
        let ticked = |names: &[&str]| Left::Ticked(names.iter().map(|it| (*it).into()).collect());
        check(&[Key::Enter], ticked(&["Ana", "Ben", "Chen"]));
        check(&[Key::ArrowDown, Key::Char(' '), Key::Enter], ticked(&["Ana", "Chen"]));
        check(&[Key::ArrowUp, Key::Char(' '), Key::Enter], ticked(&["Ana", "Ben"]));
        for letter in ['a', 'j', 'k', 'q', '@', '陈'] {
            check(&[Key::Char(letter), Key::Enter], Left::Typed(letter.to_string()));
        }
        check(&[Key::Escape], Left::Typed(String::new()));
        check(&[Key::Char(CTRL_D)], Left::Ended);
    }

    #[test]
    fn a_list_longer_than_the_screen_shows_the_cursor() {
        let names: Vec<String> = (0..50).map(|it| format!("N{it}")).collect();
        for at in [0, 9, 10, 49] {
            let rows = List { ticked: vec![false; 50], at }.rows(&names, 12);
            assert_eq!(rows.len(), 10);
            assert!(rows.contains(&format!("  › [ ] N{at}")), "{rows:?}");
        }
    }
}
