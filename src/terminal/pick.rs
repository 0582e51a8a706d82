//! Shows a list to pick one of what is known, on a terminal that can edit in place.
//!
//! Leaves nothing on the screen; the caller shows what was picked.

use std::{fmt, io};

use console::Term;
use dialoguer::Select;
use dialoguer::theme::Theme;

use crate::dialogue::Pick;
use crate::lang::Words;
use crate::terminal::page::{Look, Page};
use crate::terminal::wrap::{harmless, shortened};
use crate::terminal::{screen, signals};

/// The rows as the list of those present has them.
struct Rows;

impl Theme for Rows {
    fn format_select_prompt_item(
        &self,
        f: &mut dyn fmt::Write,
        text: &str,
        active: bool,
    ) -> fmt::Result {
        write!(f, "  {} {text}", if active { "›" } else { " " })
    }
}

/// Returns whether a list can be shown outside of a meeting.
pub(crate) fn can_pick(page: Page) -> bool {
    page.look() != Look::Plain && screen::is_capable()
}

/// Lets one of these be picked outside of a meeting; `None` after Esc. Called once.
pub(crate) fn pick_one<'p>(picks: &'p [Pick], words: &Words) -> Option<&'p Pick> {
    signals::watch(words);
    signals::on_screen();
    match pick(picks, None, screen::width()) {
        Err(err) if err.kind() == io::ErrorKind::Interrupted => signals::interrupted(),
        picked => picked.ok().flatten(),
    }
}

/// Lets one of the answers be picked; `None` after Esc. The list begins at the one that is offered.
/// Ctrl-C is an error of the kind `Interrupted`.
pub(super) fn pick<'p>(
    picks: &'p [Pick],
    offer: Option<&str>,
    width: usize,
) -> io::Result<Option<&'p Pick>> {
    let rows = picks.iter().map(|it| shortened(&harmless(&it.name), width.saturating_sub(6)));
    let first = picks.iter().position(|it| Some(it.name.as_str()) == offer).unwrap_or_default();
    let term = Term::stdout();
    let select = Select::with_theme(&Rows).items(rows).default(first).report(false);
    let picked = select.interact_on_opt(&term);
    // The list leaves the cursor hidden after an error.
    term.show_cursor()?;
    let index = picked.map_err(|dialoguer::Error::IO(err)| err)?;
    Ok(index.map(|it| &picks[it]))
}
