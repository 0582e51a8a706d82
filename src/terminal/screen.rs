//! Finds out what the terminal can do, and how wide it is.
//!
//! Changes nothing, except that it can drop pending input.
#![expect(clippy::disallowed_methods, reason = "asks the environment and the terminal")]

use std::env;
use std::io::{self, IsTerminal};

use rustix::stdio;
use rustix::termios::{QueueSelector, tcflush, tcgetwinsize};

use crate::terminal::page::{Look, Page};

/// The width of a page where there is no terminal.
const USUAL: usize = 80;

/// The greatest width of a page, because longer lines are hard to read.
pub(super) const WIDEST: usize = 100;

/// Returns the page of standard output: plain on a dumb terminal, coloured on any other terminal
/// unless `NO_COLOR` is set and not empty.
pub(crate) fn page() -> Page {
    let terminal = io::stdout().is_terminal();
    let no_colour = env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty());
    let look = match () {
        () if terminal && is_dumb() => Look::Plain,
        () if terminal && !no_colour => Look::Coloured,
        () => Look::Marked,
    };
    Page::new(width(), look)
}

/// Returns whether questions can be asked: standard input is a terminal.
pub(crate) fn is_attended() -> bool {
    io::stdin().is_terminal()
}

/// Returns whether standard output is a terminal.
pub(crate) fn is_shown() -> bool {
    io::stdout().is_terminal()
}

/// Returns whether lines can be edited in place: input and output are a terminal that is not dumb.
pub(crate) fn is_capable() -> bool {
    is_attended() && is_shown() && !is_dumb()
}

/// Returns the width of the terminal, else that in `COLUMNS`, else the usual one.
pub(crate) fn width() -> usize {
    let terminal = tcgetwinsize(stdio::stdout()).map(|it| usize::from(it.ws_col));
    let named = || env::var("COLUMNS").ok()?.trim().parse().ok();
    let columns = terminal.ok().filter(|it| *it > 0).or_else(|| named().filter(|it| *it > 0));
    columns.unwrap_or(USUAL).min(WIDEST)
}

/// Drops the input that was typed before a question is asked.
pub(crate) fn drop_typed_ahead() {
    let _ = tcflush(stdio::stdin(), QueueSelector::IFlush);
}

fn is_dumb() -> bool {
    let term = env::var("TERM").unwrap_or_default().to_lowercase();
    ["", "dumb", "cons25", "emacs", "unknown"].contains(&term.as_str())
}
