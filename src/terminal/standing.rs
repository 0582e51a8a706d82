//! Shows the line of an answer that was not recorded, marked, at the prompt that asks again.
//!
//! The line itself stays empty until a key decides: what is typed or pasted replaces the marked line,
//! a key that edits takes it into the line.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustyline::completion::Completer;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::line_buffer::LineBuffer;
use rustyline::validate::Validator;
use rustyline::{Changeset, Cmd, Context, Helper, KeyCode, KeyEvent, Modifiers};

use crate::terminal::soft::MARK;

/// The marked line; empty if there is none.
#[derive(Clone, Default)]
pub(super) struct Standing {
    line: Arc<Mutex<String>>,
    /// The line and the place in it that [`Cmd::Complete`] puts there next. No other command of the
    /// line editor replaces a line and moves the cursor.
    next: Arc<Mutex<Option<(String, usize)>>>,
}

impl Standing {
    fn line(&self) -> MutexGuard<'_, String> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next(&self) -> MutexGuard<'_, Option<(String, usize)>> {
        self.next.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the command that puts another line in place of the one that is edited.
    pub(super) fn replace(&self, line: String, pos: usize) -> Cmd {
        *self.next() = Some((line, pos));
        Cmd::Complete
    }

    /// Shows a line at the next prompt; none if it is empty.
    pub(super) fn set(&self, line: &str) {
        line.clone_into(&mut self.line());
    }

    /// Removes the marked line, and returns whether it was still there.
    pub(super) fn take(&self) -> bool {
        !std::mem::take(&mut *self.line()).is_empty()
    }

    /// Decides about the marked line when a key is pressed.
    pub(super) fn on_key(&self, key: KeyEvent) -> Option<Cmd> {
        let KeyEvent(code, modifiers) = key;
        let is_control = modifiers.contains(Modifiers::CTRL);
        match code {
            // These keys end the input, draw the screen again, or are unknown.
            KeyCode::Enter | KeyCode::Esc | KeyCode::Null | KeyCode::UnknownEscSeq => None,
            KeyCode::Char('C' | 'D' | 'G' | 'J' | 'L' | 'M' | 'Z') if is_control => None,
            KeyCode::Char('U') if is_control => self.take().then_some(Cmd::Repaint),
            KeyCode::Char(_) if modifiers.difference(Modifiers::SHIFT).is_empty() => {
                self.take();
                None
            }
            KeyCode::BracketedPasteStart | KeyCode::BracketedPasteEnd => {
                self.take();
                None
            }
            _ => self.take().then_some(Cmd::CompleteHint),
        }
    }
}

impl Helper for Standing {}

impl Completer for Standing {
    type Candidate = String;

    fn complete(&self, _: &str, _: usize, _: &Context) -> rustyline::Result<(usize, Vec<String>)> {
        Ok((0, self.next().iter().map(|(line, _)| line.clone()).collect()))
    }

    fn update(&self, line: &mut LineBuffer, _: usize, _: &str, changes: &mut Changeset) {
        if let Some((text, pos)) = self.next().take() {
            line.update(&text, pos, changes);
        }
    }
}

impl Validator for Standing {}

impl Hinter for Standing {
    type Hint = String;

    fn hint(&self, line: &str, _: usize, _: &Context) -> Option<String> {
        line.is_empty().then(|| self.line().clone())
    }
}

impl Highlighter for Standing {
    fn highlight<'l>(&self, line: &'l str, _: usize) -> Cow<'l, str> {
        if line.contains(MARK) { line.replace(MARK, "").into() } else { line.into() }
    }

    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        format!("\u{1b}[7m{}\u{1b}[0m", hint.replace(MARK, "")).into()
    }
}
