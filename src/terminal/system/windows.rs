//! The console of Windows.
//!
//! A terminal of another kind, such as that of Git Bash without `winpty`, is a pipe for the program. It
//! counts as no terminal, because what was typed ahead cannot be dropped there.
#![expect(clippy::disallowed_methods, reason = "asks the environment and the terminal")]

use std::env;
use std::fs::File;
use std::io::{self, Write};
use std::os::windows::io::{AsHandle, BorrowedHandle};
use std::os::windows::process::CommandExt;
use std::path::Path;
use std::process::Command;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crossterm_winapi::{Console, Handle, InputRecord, KeyEventRecord};
use rustyline::error::ReadlineError;
use winapi_util::HandleRef;
use winapi_util::console::{mode, set_mode};

use super::KeyMode;

/// Lets the console understand escape sequences: `ENABLE_VIRTUAL_TERMINAL_PROCESSING`.
const SEQUENCES: u32 = 0x0004;

/// How long the console is left alone between two looks at what was typed.
const PAUSE: Duration = Duration::from_millis(5);

/// The keys that give no letter and move a view, by their virtual key codes, as other terminals send
/// them: page up, page down, up, down.
const NAMED: [(u16, &str); 4] =
    [(0x21, "\x1b[5~"), (0x22, "\x1b[6~"), (0x26, "\x1b[A"), (0x28, "\x1b[B")];

/// What was taken from the console and not read yet.
static TYPED: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// The mode of the console at standard input.
#[derive(Debug)]
pub(in crate::terminal) struct Modes(u32);

impl Modes {
    /// Returns the modes as they are; `None` if standard input is no console.
    pub(in crate::terminal) fn found() -> Option<Self> {
        mode(HandleRef::stdin()).ok().map(Self)
    }

    /// Returns the modes as they are. The console hands over each key at once in any case, and
    /// shows it only while a line is read.
    pub(in crate::terminal) fn by_key(_: KeyMode) -> Option<Self> {
        Self::found()
    }

    /// Puts these modes back.
    pub(in crate::terminal) fn restore(&self) {
        let _ = set_mode(HandleRef::stdin(), self.0);
    }

    /// Puts these modes back, and drops what was typed.
    pub(in crate::terminal) fn restore_and_drop(&self) {
        self.restore();
        drop_typed_ahead();
    }
}

/// Returns whether the terminal moves no cursor and shows no colours: the one that `TERM` names, one
/// that is no console, and the console of systems before Windows 10. Any other console is told to
/// understand escape sequences.
pub(in crate::terminal) fn is_dumb() -> bool {
    static IS_DUMB: LazyLock<bool> = LazyLock::new(|| {
        let is_named = env::var("TERM").is_ok_and(|it| it.eq_ignore_ascii_case("dumb"));
        let understands = |mode| set_mode(HandleRef::stdout(), mode | SEQUENCES).is_ok();
        is_named || !mode(HandleRef::stdout()).is_ok_and(understands)
    });
    *IS_DUMB
}

/// Drops the input that waits.
pub(in crate::terminal) fn drop_typed_ahead() {
    let mut typed = typed();
    let _ = take(&mut typed);
    typed.clear();
}

/// Returns whether something to read comes within a time.
pub(in crate::terminal) fn comes(within: Duration) -> bool {
    for _ in 0..=within.as_millis() / PAUSE.as_millis() {
        let mut typed = typed();
        // Where there is no console nobody types.
        if take(&mut typed).is_err() {
            break;
        }
        if !typed.is_empty() {
            return true;
        }
        drop(typed);
        thread::sleep(PAUSE);
    }
    false
}

/// Reads keys that wait, several at once if they do; none at the end of the input.
pub(in crate::terminal) fn keys() -> Vec<u8> {
    std::mem::take(&mut typed())
}

fn typed() -> MutexGuard<'static, Vec<u8>> {
    TYPED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes the keys that were pressed from the console. What else happened there is dropped.
fn take(typed: &mut Vec<u8>) -> io::Result<()> {
    let happened = Console::from(Handle::input_handle()?).read_console_input()?;
    let mut letters = Vec::new();
    for record in happened {
        let InputRecord::KeyEvent(key) = record else { continue };
        letters.extend(letters_of(&key));
    }
    typed.extend_from_slice(String::from_utf16_lossy(&letters).as_bytes());
    Ok(())
}

/// Returns what a key gives, in UTF-16.
fn letters_of(key: &KeyEventRecord) -> Vec<u16> {
    let named = NAMED.iter().find(|(code, _)| *code == key.virtual_key_code);
    match (key.key_down, key.u_char, named) {
        (true, 0, Some((_, sequence))) => sequence.encode_utf16().collect(),
        (true, letter @ 1.., _) => vec![letter],
        _ => Vec::new(),
    }
}

/// Returns `None`: reading from a console always waits. What was typed behind a line waits in the
/// console, and [`keys`] returns it.
pub(in crate::terminal) fn without_waiting<T>(_: impl FnOnce() -> T) -> Option<T> {
    None
}

/// Writes to standard output without its lock.
pub(in crate::terminal) fn write_out(text: &str) {
    write(HandleRef::stdout(), io::stdout().as_handle(), text);
}

/// Writes to standard error without its lock.
pub(in crate::terminal) fn write_err(text: &str) {
    write(HandleRef::stderr(), io::stderr().as_handle(), text);
}

fn write(stream: HandleRef, same: BorrowedHandle, text: &str) {
    if mode(stream).is_ok() {
        // A console takes letters, and bytes only in an encoding of its own.
        let console = Handle::current_out_handle().map(Console::from);
        let _ = console.and_then(|it| it.write_char_buffer(text.as_bytes()));
    } else {
        let file = same.try_clone_to_owned().map(File::from);
        let _ = file.and_then(|mut it| it.write_all(text.as_bytes()));
    }
}

/// Returns whether Ctrl-C ended the line that was read.
pub(in crate::terminal) fn is_interrupt(err: &ReadlineError) -> bool {
    matches!(err, ReadlineError::Interrupted)
}

/// Calls `leave` after Ctrl-C, Ctrl-Break, and when the window is closed or the user signs out. The
/// system does not say which it was.
pub(in crate::terminal) fn on_signal(leave: fn(i32) -> !) {
    let _ = ctrlc::set_handler(move || leave(interrupting()));
}

/// Does nothing at Ctrl-C, which is for a program that this one started.
pub(in crate::terminal) fn ignore_interrupts() {
    let _ = ctrlc::set_handler(|| ());
}

/// Returns the number of the signal that Ctrl-C sends on other systems.
pub(in crate::terminal) fn interrupting() -> i32 {
    2
}

/// Returns the command that opens a file with an editor, which may have arguments.
pub(in crate::terminal) fn editor(editor: &str, file: &Path) -> Command {
    let mut shell = Command::new("cmd");
    // With `/S` only the first and the last quotation mark are removed.
    shell.raw_arg(format!("/D /S /C \"{editor} \"{}\"\"", file.display()));
    shell
}
