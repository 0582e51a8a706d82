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

/// When the output is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Colour {
    /// On a terminal.
    Auto,
    Always,
    Never,
}

/// Returns the page of standard output that is not plain, coloured as the environment says.
pub(crate) fn page() -> Page {
    let is_coloured = match colour().0 {
        Colour::Auto => is_shown(),
        Colour::Always => true,
        Colour::Never => false,
    };
    Page::new(width(), if is_coloured { Look::Coloured } else { Look::Marked })
}

/// Returns whether standard output is a terminal that cannot move its cursor.
pub(crate) fn is_dumb() -> bool {
    is_shown() && system::is_dumb()
}

/// Returns when the output is coloured, and the variable that says so.
pub(crate) fn colour() -> (Colour, Option<&'static str>) {
    let said = [
        ("NO_COLOR", env::var("NO_COLOR")),
        ("FORCE_COLOR", env::var("FORCE_COLOR")),
        ("CLICOLOR_FORCE", env::var("CLICOLOR_FORCE")),
        ("CLICOLOR", env::var("CLICOLOR")),
    ];
    colour_by(said.into_iter().filter_map(|(name, value)| Some((name, value.ok()?))))
}

/// Returns what the first variable says that says anything. Their order is that of the conventions
/// at no-color.org and bixense.com/clicolors.
fn colour_by(said: impl Iterator<Item = (&'static str, String)>) -> (Colour, Option<&'static str>) {
    let mut said = said.filter_map(|(name, value)| {
        let colour = match (name, value.as_str()) {
            (_, "") => return None,
            ("NO_COLOR", _) | ("CLICOLOR", "0") => Colour::Never,
            ("CLICOLOR", _) | (_, "0") => return None,
            _ => Colour::Always,
        };
        Some((colour, Some(name)))
    });
    said.next().unwrap_or((Colour::Auto, None))
}

/// Returns whether questions can be asked: standard input is a terminal in which what was typed ahead
/// can be dropped.
pub(crate) fn is_attended() -> bool {
    system::Modes::found().is_some()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_colour_goes_before_forced_colour_and_zero_forces_nothing() {
        let by = |said: &[(&'static str, &str)]| {
            colour_by(said.iter().map(|(name, value)| (*name, (*value).to_owned())))
        };
        assert_eq!(by(&[]), (Colour::Auto, None));
        assert_eq!(
            by(&[("NO_COLOR", "1"), ("FORCE_COLOR", "1")]),
            (Colour::Never, Some("NO_COLOR"))
        );
        assert_eq!(
            by(&[("NO_COLOR", ""), ("FORCE_COLOR", "1")]),
            (Colour::Always, Some("FORCE_COLOR"))
        );
        assert_eq!(
            by(&[("FORCE_COLOR", "0"), ("CLICOLOR_FORCE", "1")]),
            (Colour::Always, Some("CLICOLOR_FORCE"))
        );
        assert_eq!(
            by(&[("CLICOLOR_FORCE", "0"), ("CLICOLOR", "0")]),
            (Colour::Never, Some("CLICOLOR"))
        );
        assert_eq!(by(&[("CLICOLOR", "1")]), (Colour::Auto, None));
    }
}
