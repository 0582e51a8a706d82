//! What there is to show something on, and whether somebody sits before it.
//!
//! Only looks; the one thing it changes is what was typed ahead.
#![expect(clippy::disallowed_methods, reason = "asks the environment and the terminal")]

use std::env;
use std::io::{self, IsTerminal};

use rustix::stdio;
use rustix::termios::{QueueSelector, tcflush, tcgetwinsize};

use crate::terminal::page::{Look, Page};

/// The width pages are made for where there is no terminal.
const USUAL: usize = 80;

/// The widest page: longer lines are hard to follow.
const WIDEST: usize = 100;

/// Returns the page that standard output is. Plain where the terminal says that it is dumb;
/// coloured only on a terminal, and only if `NO_COLOR` is unset or empty.
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

/// Returns whether someone can be asked: standard input is a terminal.
pub(crate) fn is_attended() -> bool {
    io::stdin().is_terminal()
}

/// Returns whether someone sees what is said: standard output is a terminal.
pub(crate) fn is_shown() -> bool {
    io::stdout().is_terminal()
}

/// Returns whether lines can be edited in place: a terminal on both sides that is not dumb.
pub(crate) fn is_capable() -> bool {
    is_attended() && is_shown() && !is_dumb()
}

/// Returns the width of the terminal; where there is none, the one that `COLUMNS` names, else
/// that of a usual page.
pub(crate) fn width() -> usize {
    let terminal = tcgetwinsize(stdio::stdout()).map(|it| usize::from(it.ws_col));
    let named = || env::var("COLUMNS").ok()?.trim().parse().ok();
    let columns = terminal.ok().filter(|it| *it > 0).or_else(|| named().filter(|it| *it > 0));
    columns.unwrap_or(USUAL).min(WIDEST)
}

/// Drops what was typed before the question was asked.
pub(crate) fn drop_typed_ahead() {
    let _ = tcflush(stdio::stdin(), QueueSelector::IFlush);
}

fn is_dumb() -> bool {
    let term = env::var("TERM").unwrap_or_default().to_lowercase();
    ["", "dumb", "cons25", "emacs", "unknown"].contains(&term.as_str())
}
