//! Restores the terminal after a signal, after a panic, and at the end of the program.
//!
//! The only file that ends the program. Never locks standard output or error, so that it cannot
//! deadlock with a thread that holds the lock.
#![expect(clippy::disallowed_methods, reason = "this is the file that ends the program")]

use std::io::IsTerminal;
use std::panic::{self, PanicHookInfo};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;
use std::{process, thread};

use crate::error::Error;
use crate::lang::{Words, say};
use crate::terminal::system::{self, Modes};
use crate::terminal::wrap::harmless;

/// The modes of the terminal at the start; `None` if standard input is no terminal.
static FOUND: OnceLock<Option<Modes>> = OnceLock::new();

/// Whether the cursor may be hidden and bracketed paste switched on.
static ON_SCREEN: AtomicBool = AtomicBool::new(false);

/// Whether the program draws on a screen of its own.
static ON_WHOLE_SCREEN: AtomicBool = AtomicBool::new(false);

/// Whether a thread is ending the program.
static LEAVING: AtomicBool = AtomicBool::new(false);

/// What is done before a signal ends the program.
static BEFORE_LEAVING: Mutex<Option<Box<dyn Fn() -> Farewell + Send>>> = Mutex::new(None);

/// What is said when a signal ends the program.
pub(crate) struct Farewell {
    /// The message; empty: nothing is said.
    pub text: String,
    /// The exit code, if it is not that of the signal.
    pub code: Option<u8>,
}

/// Held during writes that a signal must not interrupt.
static WRITING: Mutex<()> = Mutex::new(());

/// How long it takes at most until a thread that begins to read a key has changed the modes.
const CHANGED: Duration = Duration::from_millis(20);

/// Shows the cursor and switches bracketed paste off.
const SCREEN_OFF: &str = "\u{1b}[?25h\u{1b}[?2004l";

/// Shows the screen that was there before the program took another one.
const WHOLE_SCREEN_OFF: &str = "\u{1b}[?1049l\u{1b}[?25h";

/// Saves the modes of the terminal and installs the signal and panic handlers. Called once.
pub(crate) fn watch(words: &Words) {
    FOUND.get_or_init(Modes::found);
    let fault = fault(words);
    panic::set_hook(Box::new(move |info| report(&fault, info)));
    system::on_signal(leave);
}

/// From now on, runs `work` before a signal ends the program. It is never run during
/// [`undisturbed`] work.
pub(crate) fn before_leaving(work: impl Fn() -> Farewell + Send + 'static) {
    *BEFORE_LEAVING.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(work));
}

/// Makes [`restore`] also show the cursor and switch bracketed paste off.
pub(crate) fn on_screen() {
    ON_SCREEN.store(true, Ordering::SeqCst);
}

/// Makes [`restore`] also leave the screen that the program has for itself.
pub(crate) fn on_whole_screen() {
    ON_WHOLE_SCREEN.store(true, Ordering::SeqCst);
}

/// Restores the terminal to its state at the start.
pub(crate) fn restore() {
    if let Some(Some(found)) = FOUND.get() {
        found.restore();
    }
    if ON_SCREEN.load(Ordering::SeqCst) {
        system::write_out(SCREEN_OFF);
    }
    if ON_WHOLE_SCREEN.swap(false, Ordering::SeqCst) {
        system::write_out(WHOLE_SCREEN_OFF);
    }
}

/// Ends the program as Ctrl-C does, where the terminal hands that over as a key. If another signal
/// interrupted what was read, its number counts.
pub(crate) fn interrupted() -> ! {
    leave(system::interrupting())
}

/// Runs `work` to its end. A signal that comes in the meantime ends the program afterwards.
pub(crate) fn undisturbed<T>(work: impl FnOnce() -> T) -> T {
    let _held = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    work()
}

/// Restores the terminal and ends the program with the exit code of a signal, 128 + n, unless
/// something else is to be said.
fn leave(signal: i32) -> ! {
    if LEAVING.swap(true, Ordering::SeqCst) {
        loop {
            thread::park();
        }
    }
    let _held = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let before = BEFORE_LEAVING.lock().unwrap_or_else(PoisonError::into_inner);
    let farewell = before.as_ref().map_or(Farewell { text: String::new(), code: None }, |it| it());
    restore();
    if let Some(Some(found)) = FOUND.get() {
        if std::io::stderr().is_terminal() {
            let end = if farewell.text.is_empty() { "" } else { "\n" };
            system::write_err(&format!("\n{}{end}", harmless(&farewell.text)));
        }
        // Another thread may just now change the modes to read a key. Then it waits for that key.
        thread::sleep(CHANGED);
        found.restore();
    }
    process::exit(farewell.code.map_or(128 + signal, i32::from))
}

/// The placeholder for the source location in the prepared message.
const PLACE: &str = "<place>";

/// Prepares the message of a panic, because a panic handler should not format translations.
fn fault(words: &Words) -> String {
    let message = say!("error-program-fault", place = PLACE);
    Error::new(message).hint(say!("hint-fault")).say(words)
}

fn report(fault: &str, info: &PanicHookInfo) {
    restore();
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    system::write_err(&format!("\n{}\n", fault.replace(PLACE, &place)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn a_fault_is_said_with_its_place() {
        let expected = Error::new(say!("error-program-fault", place = "src/main.rs:1:2"));
        let said = fault(&Words::of(Lang::De)).replace(PLACE, "src/main.rs:1:2");
        let first = said.lines().next();
        assert_eq!(first, Some(expected.say(&Words::of(Lang::De)).as_str()));
    }
}
