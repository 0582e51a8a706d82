//! Finds out what the terminal can do, and how wide it is.
//!
//! Changes nothing, except that a console of Windows is told to understand escape sequences.
#![expect(clippy::disallowed_methods, reason = "asks the environment and the terminal")]

use std::env;
use std::io::{self, IsTerminal};

use console::Term;

use crate::terminal::page::{Look, Page};
use crate::terminal::system;

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
        () if terminal && system::is_dumb() => Look::Plain,
        () if terminal && !no_colour => Look::Coloured,
        () => Look::Marked,
    };
    Page::new(width(), look)
}

/// Returns whether questions can be asked: standard input is a terminal in which what was typed ahead
/// can be dropped.
pub(crate) fn is_attended() -> bool {
    system::Settings::found().is_some()
}

/// Returns whether standard output is a terminal.
pub(crate) fn is_shown() -> bool {
    io::stdout().is_terminal()
}

/// Returns whether lines can be edited in place: input and output are a terminal that is not dumb.
pub(crate) fn is_capable() -> bool {
    is_attended() && is_shown() && !system::is_dumb()
}

/// Returns the width of the terminal, else that in `COLUMNS`, else the usual one.
pub(crate) fn width() -> usize {
    let named = || env::var("COLUMNS").ok()?.trim().parse().ok().filter(|it| *it > 0);
    let columns = size().map(|it| usize::from(it.0)).or_else(named);
    columns.unwrap_or(USUAL).min(WIDEST)
}

/// Returns the columns and rows of the terminal, if standard output is one that knows them.
pub(super) fn size() -> Option<(u16, u16)> {
    Term::stdout().size_checked().map(|(rows, columns)| (columns, rows))
}
