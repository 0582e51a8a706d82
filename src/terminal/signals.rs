//! Leaves the terminal as it was found: on signals, after a fault in the program, at the end.
//!
//! The only file that ends the program. Writes without locks, so that it never waits for a
//! thread that waits itself.
#![expect(clippy::disallowed_methods, reason = "this is the file that ends the program")]

use std::io::IsTerminal;
use std::panic::{self, PanicHookInfo};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::{process, thread};

use rustix::fd::BorrowedFd;
use rustix::stdio;
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::Signals;

use crate::error::Error;
use crate::lang::{Words, say};

/// The terminal as it was found; `None` where standard input is none.
static FOUND: OnceLock<Option<Termios>> = OnceLock::new();

/// Whether the cursor may be hidden and bracketed paste switched on.
static ON_SCREEN: AtomicBool = AtomicBool::new(false);

/// Whether the program is being ended already.
static LEAVING: AtomicBool = AtomicBool::new(false);

/// What is said when a signal ends the program.
static FAREWELL: Mutex<String> = Mutex::new(String::new());

/// Held while something is written that a signal must not cut in two.
static WRITING: Mutex<()> = Mutex::new(());

/// Shows the cursor and switches bracketed paste off.
const SCREEN_OFF: &str = "\u{1b}[?25h\u{1b}[?2004l";

/// Remembers the terminal as it is and watches for signals and faults. Called once, at the start.
pub(crate) fn watch(words: &Words) {
    FOUND.get_or_init(|| tcgetattr(stdio::stdin()).ok());
    let fault = fault(words);
    panic::set_hook(Box::new(move |info| report(&fault, info)));
    if let Ok(mut signals) = Signals::new([SIGINT, SIGTERM, SIGHUP, SIGQUIT]) {
        thread::spawn(move || {
            if let Some(signal) = signals.forever().next() {
                leave(signal);
            }
        });
    }
}

/// Says, should a signal end the program from now on, that the meeting is kept.
pub(crate) fn meeting_is_kept(words: &Words) {
    *FAREWELL.lock().unwrap_or_else(PoisonError::into_inner) = words.say(&say!("goes-on"));
}

/// Notes that the cursor and the way text is pasted are to be restored too.
pub(crate) fn on_screen() {
    ON_SCREEN.store(true, Ordering::SeqCst);
}

/// Leaves the terminal as it was found.
pub(crate) fn restore() {
    if let Some(Some(found)) = FOUND.get() {
        let _ = tcsetattr(stdio::stdin(), OptionalActions::Now, found);
    }
    if ON_SCREEN.load(Ordering::SeqCst) {
        write(stdio::stdout(), SCREEN_OFF);
    }
}

/// Does what a signal must not cut in two: the program ends after it.
pub(crate) fn undisturbed<T>(work: impl FnOnce() -> T) -> T {
    let _held = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    work()
}

/// Ends the program as a signal does: the terminal restored, on a fresh line, exit code 128 + n.
pub(crate) fn leave(signal: i32) -> ! {
    if LEAVING.swap(true, Ordering::SeqCst) {
        loop {
            thread::park();
        }
    }
    let _held = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    restore();
    if FOUND.get().is_some_and(Option::is_some) && std::io::stderr().is_terminal() {
        let farewell = FAREWELL.lock().unwrap_or_else(PoisonError::into_inner);
        let end = if farewell.is_empty() { "" } else { "\n" };
        write(stdio::stderr(), &format!("\n{farewell}{end}"));
    }
    process::exit(128 + signal)
}

/// Stands in the prepared message for the place that only a fault knows.
const PLACE: &str = "<place>";

/// Prepares what is said of a fault in the program: then it is too late to look for words.
fn fault(words: &Words) -> String {
    let message = say!("error-fault", place = PLACE);
    Error::new(message).hint(say!("hint-fault")).say(words)
}

fn report(fault: &str, info: &PanicHookInfo) {
    restore();
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    write(stdio::stderr(), &format!("\n{}\n", fault.replace(PLACE, &place)));
}

fn write(to: BorrowedFd, text: &str) {
    let mut rest = text.as_bytes();
    while let Ok(written @ 1..) = rustix::io::write(to, rest) {
        rest = &rest[written..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn a_fault_is_said_with_its_place() {
        let expected = Error::new(say!("error-fault", place = "src/main.rs:1:2"));
        let said = fault(&Words::of(Lang::De)).replace(PLACE, "src/main.rs:1:2");
        let first = said.lines().next();
        assert_eq!(first, Some(expected.say(&Words::of(Lang::De)).as_str()));
    }
}
