//! What was typed or pasted behind a line that was read.
//!
//! One Enter gives one answer. Whatever waits behind it came in a paste of several lines, and is not
//! taken for the answers to the next questions.
#![expect(clippy::disallowed_methods, reason = "reads whether calls are told to fail")]

use std::env;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;
use rustyline::{
    Cmd, ConditionalEventHandler, Editor, Event, EventContext, EventHandler, KeyCode, KeyEvent,
    Modifiers, RepeatCount,
};

use crate::error::Error;
use crate::lang::say;
use crate::terminal::standing::Standing;
use crate::terminal::system::{self, KeyMode, Modes};
use crate::terminal::{screen, signals, soft};

/// The editor of lines, with the line that stands marked at its prompt.
pub(super) type LineEditor = Editor<Standing, MemHistory>;

/// The length in bytes at which a terminal that edits lines itself cuts a line.
pub(super) const CUT: usize = 4095;

/// How long the rest of a paste may take to arrive behind its first line.
const GRACE: Duration = Duration::from_millis(25);

/// How long no key must have come before a question is asked that Enter alone must not answer by
/// mistake.
const QUIET: Duration = Duration::from_millis(400);

/// What waited behind a line.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Behind {
    /// The number of further lines.
    pub lines: usize,
    /// Whether Ctrl-D was typed behind them.
    pub is_end: bool,
}

/// Waits until no key has come for a moment, and drops those that came. What is typed meanwhile is
/// not shown.
pub(super) fn settle() {
    if !screen::is_attended() {
        return;
    }
    let found = Modes::by_key(KeyMode::Hidden);
    system::drop_typed_ahead();
    while system::comes(quiet()) {
        system::drop_typed_ahead();
    }
    if let Some(found) = found {
        found.restore_and_drop();
    }
}

/// Trials of failing calls hold hundreds of meetings, and do not wait in each for a hand to rest.
fn quiet() -> Duration {
    let is_trial = cfg!(debug_assertions) && env::var_os("ROUNDS_FAULT").is_some();
    if is_trial { GRACE } else { QUIET }
}

/// Counts what waits behind a line that the terminal edited itself.
pub(super) fn behind_line() -> Behind {
    counted(&waiting())
}

/// Reads what waits in the terminal.
fn waiting() -> Vec<u8> {
    let Some(found) = Modes::by_key(KeyMode::Shown) else { return Vec::new() };
    let mut all = Vec::new();
    while system::comes(GRACE) {
        let keys = system::keys();
        if keys.is_empty() {
            break;
        }
        all.extend(keys);
    }
    found.restore();
    all
}

/// Counts the lines that were read, and looks for Ctrl-D.
fn counted(read: &[u8]) -> Behind {
    // The terminal replaces Ctrl-D by a zero while it edits lines.
    let is_end = read.iter().any(|it| matches!(it, 0 | 4));
    let text: Vec<u8> = read.iter().copied().filter(|it| !matches!(it, 0 | 4)).collect();
    let lines = text.split(|it| matches!(it, b'\n' | b'\r')).count();
    let is_ended = matches!(text.last(), None | Some(b'\n' | b'\r'));
    Behind { lines: if is_ended { lines - 1 } else { lines }, is_end }
}

/// Returns why an answer of some lines is not taken, if it is not.
pub(super) fn refusal(lines: usize, behind: &Behind, is_cut: bool) -> Option<Error> {
    if behind.lines > 0 {
        let err = Error::new(say!("error-several-lines", count = lines + behind.lines));
        return Some(err.hint(say!("hint-lines")));
    }
    let err = Error::new(say!("error-line-too-long", bytes = CUT)).hint(say!("hint-line-cut"));
    is_cut.then_some(err)
}

/// Counts the keys that the line editor is given, and watches for those with a meaning of their own.
#[derive(Clone, Default)]
pub(super) struct Keys {
    count: Arc<AtomicUsize>,
    /// The marked line of an answer that was not recorded.
    pub standing: Standing,
    /// The text with which the line began.
    begun: Arc<Mutex<String>>,
    /// How many columns stand before the line.
    indent: Arc<AtomicUsize>,
    /// Whether breaks were put into the line.
    has_breaks: Arc<AtomicBool>,
    /// Whether Ctrl-D was pressed while that text stood there untouched.
    is_end: Arc<AtomicBool>,
    /// Whether Tab on an empty line opens a list to pick from.
    has_list: Arc<AtomicBool>,
    /// Whether Tab was pressed there.
    is_list: Arc<AtomicBool>,
}

impl Keys {
    /// Begins to count.
    pub(super) fn bind(&self, editor: &mut LineEditor) {
        editor.set_helper(Some(self.standing.clone()));
        let counter = EventHandler::Conditional(Box::new(self.clone()));
        editor.bind_sequence(Event::Any, counter);
    }

    /// Says with which text the line begins, `indent` columns from the left, or which line stands
    /// marked before it. Returns the text with the breaks that it needs. Ctrl-D behind it ends the
    /// input, as on an empty line; the editor then reports an interrupt.
    pub(super) fn begin(&self, text: &str, kept: &str, indent: usize) -> String {
        let broken = |text: &str| soft::broken(text, indent, screen::width());
        self.indent.store(indent, Ordering::Relaxed);
        self.standing.set(&broken(kept));
        let begun = broken(text);
        let has_breaks = begun != text || broken(kept) != kept;
        self.has_breaks.store(has_breaks, Ordering::Relaxed);
        begun.clone_into(&mut self.begun.lock().unwrap_or_else(PoisonError::into_inner));
        begun
    }

    /// Returns a line that was read without the breaks that were put into it.
    pub(super) fn whole(&self, line: String) -> String {
        if self.has_breaks.load(Ordering::Relaxed) { soft::unbroken(&line) } else { line }
    }

    /// Returns whether an interrupt was Ctrl-D.
    pub(super) fn take_end(&self) -> bool {
        self.is_end.swap(false, Ordering::Relaxed)
    }

    /// Says whether Tab on an empty line opens a list. The editor then reports an interrupt.
    pub(super) fn offer_list(&self, has_list: bool) {
        self.has_list.store(has_list, Ordering::Relaxed);
    }

    /// Returns whether an interrupt was Tab.
    pub(super) fn take_list(&self) -> bool {
        self.is_list.swap(false, Ordering::Relaxed)
    }

    /// Counts what waits behind a line in the line editor. Lines without a letter are dropped as keys
    /// that were typed too early.
    pub(super) fn behind_line(&self, editor: &mut LineEditor) -> Behind {
        system::comes(GRACE);
        let read = system::without_waiting(|| self.read_behind(editor));
        if let Some((Behind { lines: 0, .. }, _)) = read {
            // The editor has ended a line where nothing stood.
            system::write_out("\x1b[A");
        }
        let (behind, has_text) = read.unwrap_or_else(|| {
            let waiting = waiting();
            (counted(&waiting), waiting.iter().any(|it| !it.is_ascii_whitespace()))
        });
        Behind { lines: if has_text { behind.lines } else { 0 }, ..behind }
    }

    /// Reads lines until none waits. Returns what was read, and whether there was a letter in it.
    fn read_behind(&self, editor: &mut LineEditor) -> (Behind, bool) {
        let mut behind = Behind::default();
        let mut has_text = false;
        loop {
            self.count.store(0, Ordering::Relaxed);
            match editor.readline("") {
                Ok(line) => {
                    behind.lines += 1;
                    has_text |= !line.trim().is_empty();
                }
                Err(ReadlineError::Eof) => {
                    behind.is_end = true;
                    break;
                }
                Err(err) if system::is_interrupt(&err) => signals::interrupted(),
                Err(_) => break,
            }
        }
        if !behind.is_end && self.count.load(Ordering::Relaxed) > 0 {
            behind.lines += 1;
            has_text = true;
        }
        (behind, has_text)
    }
}

impl ConditionalEventHandler for Keys {
    fn handle(&self, event: &Event, _: RepeatCount, _: bool, at: &EventContext) -> Option<Cmd> {
        self.count.fetch_add(1, Ordering::Relaxed);
        let key = *event.get(0)?;
        let begun = self.begun.lock().unwrap_or_else(PoisonError::into_inner);
        let is_untouched = !begun.is_empty() && at.line() == *begun && at.pos() == begun.len();
        if key == KeyEvent::ctrl('D') && is_untouched {
            self.is_end.store(true, Ordering::Relaxed);
            return Some(Cmd::Interrupt);
        }
        let is_empty = at.line().is_empty() && !at.has_hint();
        let is_tab = key == KeyEvent(KeyCode::Tab, Modifiers::NONE);
        if is_tab && is_empty && self.has_list.swap(false, Ordering::Relaxed) {
            self.is_list.store(true, Ordering::Relaxed);
            return Some(Cmd::Interrupt);
        }
        let begins_line = [KeyEvent(KeyCode::Enter, Modifiers::ALT), KeyEvent::ctrl('O')];
        if begins_line.contains(&key) && !at.has_hint() {
            return Some(Cmd::Newline);
        }
        let indent = self.indent.load(Ordering::Relaxed);
        let changed = soft::on_key(key, at.line(), at.pos(), indent, screen::width());
        if let Some((line, pos)) = changed.filter(|_| !at.has_hint()) {
            self.has_breaks.store(true, Ordering::Relaxed);
            return Some(self.standing.replace(line, pos));
        }
        self.standing.on_key(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_lines_and_a_cut_line_are_refused() {
        let behind = |lines| Behind { lines, is_end: false };
        let key = |refused: Option<Error>| refused.map(|it| it.message.key);
        assert_eq!(key(refusal(1, &behind(2), true)), Some("error-several-lines"));
        assert_eq!(key(refusal(1, &behind(0), true)), Some("error-line-too-long"));
        assert_eq!(key(refusal(3, &behind(0), false)), None);
    }

    #[test]
    fn lines_are_counted_with_or_without_their_last_end() {
        for (read, lines, is_end) in [
            (&b""[..], 0, false),
            (b"b\n", 1, false),
            (b"b\nc", 2, false),
            (b"b\n\n", 2, false),
            (b"b", 1, false),
            (b"\0", 0, true),
            (b"b\n\0", 1, true),
        ] {
            assert_eq!(counted(read), Behind { lines, is_end }, "{read:?}");
        }
    }
}
