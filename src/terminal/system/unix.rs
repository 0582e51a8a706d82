//! The terminal of Linux, macOS and other systems like Unix.
#![expect(clippy::disallowed_methods, reason = "asks the environment")]

use std::env;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::BorrowedFd;
use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::stdio;
use rustix::termios::{
    LocalModes, OptionalActions, QueueSelector, SpecialCodeIndex, Termios, tcflush, tcgetattr,
    tcsetattr,
};
use rustyline::error::{ReadlineError, Signal};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::flag;
use signal_hook::iterator::Signals;

use super::KeyMode;

/// The modes of the terminal at standard input.
#[derive(Debug)]
pub(in crate::terminal) struct Modes(Termios);

impl Modes {
    /// Returns the modes as they are; `None` if standard input is no terminal.
    pub(in crate::terminal) fn found() -> Option<Self> {
        tcgetattr(stdio::stdin()).ok().map(Self)
    }

    /// Makes the terminal hand over each key at once, instead of whole lines. Returns the modes as
    /// they were; `None` if standard input is no terminal.
    pub(in crate::terminal) fn by_key(keys: KeyMode) -> Option<Self> {
        let found = Self::found()?;
        let mut by_key = found.0.clone();
        by_key.local_modes.remove(match keys {
            KeyMode::Shown => LocalModes::ICANON,
            KeyMode::Hidden | KeyMode::Followed => LocalModes::ICANON | LocalModes::ECHO,
        });
        by_key.special_codes[SpecialCodeIndex::VMIN] = 0;
        by_key.special_codes[SpecialCodeIndex::VTIME] = 0;
        if let KeyMode::Followed = keys {
            by_key.special_codes[SpecialCodeIndex::VSUSP] = 0;
        }
        tcsetattr(stdio::stdin(), OptionalActions::Now, &by_key).ok()?;
        Some(found)
    }

    /// Puts these modes back.
    pub(in crate::terminal) fn restore(&self) {
        let _ = tcsetattr(stdio::stdin(), OptionalActions::Now, &self.0);
    }

    /// Puts these modes back, and drops what was typed.
    pub(in crate::terminal) fn restore_and_drop(&self) {
        let _ = tcsetattr(stdio::stdin(), OptionalActions::Flush, &self.0);
    }
}

/// Returns whether the terminal moves no cursor and shows no colours: the one that `TERM` names.
pub(in crate::terminal) fn is_dumb() -> bool {
    let term = env::var("TERM").unwrap_or_default().to_lowercase();
    ["", "dumb", "cons25", "emacs", "unknown"].contains(&term.as_str())
}

/// Drops the input that waits.
pub(in crate::terminal) fn drop_typed_ahead() {
    let _ = tcflush(stdio::stdin(), QueueSelector::IFlush);
}

/// Returns whether something to read comes within a time.
pub(in crate::terminal) fn comes(within: Duration) -> bool {
    let stdin = stdio::stdin();
    let within = Timespec::try_from(within).ok();
    let mut polled = [PollFd::new(&stdin, PollFlags::IN)];
    // A terminal that is gone has nothing to read, though it always answers at once.
    let is_open = |it: &PollFd| !it.revents().intersects(PollFlags::HUP | PollFlags::ERR);
    poll(&mut polled, within.as_ref()).is_ok_and(|it| it > 0) && is_open(&polled[0])
}

/// Reads keys that wait, several at once if they do; none at the end of the input.
pub(in crate::terminal) fn keys() -> Vec<u8> {
    let mut bytes = [0; 4096];
    let count = rustix::io::read(stdio::stdin(), &mut bytes).unwrap_or(0);
    bytes[..count].to_vec()
}

/// Runs `work` with a standard input that does not wait: reading fails where nothing more was typed.
/// `None` if that cannot be had.
pub(in crate::terminal) fn without_waiting<T>(work: impl FnOnce() -> T) -> Option<T> {
    let found = fcntl_getfl(stdio::stdin()).ok()?;
    fcntl_setfl(stdio::stdin(), found | OFlags::NONBLOCK).ok()?;
    let done = work();
    let _ = fcntl_setfl(stdio::stdin(), found);
    Some(done)
}

/// Writes to standard output without its lock.
pub(in crate::terminal) fn write_out(text: &str) {
    write(stdio::stdout(), text);
}

/// Writes to standard error without its lock.
pub(in crate::terminal) fn write_err(text: &str) {
    write(stdio::stderr(), text);
}

fn write(to: BorrowedFd, text: &str) {
    let mut rest = text.as_bytes();
    while let Ok(written @ 1..) = rustix::io::write(to, rest) {
        rest = &rest[written..];
    }
}

/// Returns whether Ctrl-C ended the line that was read: as a key, or as a signal.
pub(in crate::terminal) fn is_interrupt(err: &ReadlineError) -> bool {
    matches!(err, ReadlineError::Interrupted | ReadlineError::Signal(Signal::Interrupt))
}

/// The signal that came, other than Ctrl-C; 0 before. A list that it interrupts reports Ctrl-C.
static CAME: LazyLock<Arc<AtomicUsize>> = LazyLock::new(Arc::default);

/// Calls `leave` with the number of the first signal that ends the program.
pub(in crate::terminal) fn on_signal(leave: fn(i32) -> !) {
    for signal in [SIGTERM, SIGHUP, SIGQUIT] {
        let number = usize::try_from(signal).unwrap_or_default();
        let _ = flag::register_usize(signal, Arc::clone(&CAME), number);
    }
    if let Ok(mut signals) = Signals::new([SIGINT, SIGTERM, SIGHUP, SIGQUIT]) {
        thread::spawn(move || {
            if let Some(signal) = signals.forever().next() {
                // A list that another signal interrupts sends Ctrl-C, which may be seen first.
                leave(if signal == SIGINT { interrupting() } else { signal });
            }
        });
    }
}

/// Does nothing at Ctrl-C, which is for a program that this one started.
pub(in crate::terminal) fn ignore_interrupts() {
    let _ = flag::register(SIGINT, Arc::default());
}

/// Returns the number of the signal that interrupted what was read.
pub(in crate::terminal) fn interrupting() -> i32 {
    let came = i32::try_from(CAME.load(Ordering::SeqCst)).unwrap_or_default();
    if came == 0 { SIGINT } else { came }
}

/// Returns the command that opens a file with an editor, which may have arguments.
pub(in crate::terminal) fn editor(editor: &str, file: &Path) -> Command {
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(format!("{editor} \"$1\"")).arg("sh").arg(file);
    shell
}
