//! Shows a list to pick one of what is known, on a terminal that can edit in place.
//!
//! Leaves nothing on the screen; the caller shows what was picked.

use std::io;

use crate::dialogue::Pick;
use crate::lang::Words;
use crate::terminal::list::{Left, Purpose, tick};
use crate::terminal::page::{Look, Page};
use crate::terminal::{screen, signals};

/// Returns whether a list can be shown outside of a meeting.
pub(crate) fn can_pick(page: Page) -> bool {
    page.look() != Look::Plain && screen::is_capable()
}

/// Lets one of these be picked outside of a meeting; `None` where the list is left. Called once.
pub(crate) fn pick_one<'p>(picks: &'p [Pick], words: &Words) -> Option<&'p Pick> {
    signals::watch(words);
    signals::on_screen();
    match pick(picks, None, screen::width()) {
        Err(err) if err.kind() == io::ErrorKind::Interrupted => signals::interrupted(),
        Ok(Left::Ticked(picked)) => picked.first().map(|it| &picks[*it]),
        _ => None,
    }
}

/// Lets one of the answers be picked. The list begins at the one that is offered. Ctrl-C is an error of
/// the kind `Interrupted`.
pub(super) fn pick(picks: &[Pick], offer: Option<&str>, width: usize) -> io::Result<Left> {
    let rows = picks.iter().map(|it| (it.name.as_str(), Some(it.name.as_str()) == offer));
    tick(&[], &rows.collect::<Vec<_>>(), Purpose::Pick, width)
}
