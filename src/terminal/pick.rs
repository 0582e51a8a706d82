//! Shows a list to pick one of several records outside of a meeting, on a terminal that can edit in place.
//!
//! There nothing can be typed instead, so it is the list of `dialoguer`. Leaves nothing on the screen;
//! the caller shows what was picked.

use std::{fmt, io};

use console::Term;
use dialoguer::Select;
use dialoguer::theme::Theme;

use crate::dialogue::Pick;
use crate::lang::Words;
use crate::terminal::page::{Look, Page};
use crate::terminal::wrap::{harmless, shortened};
use crate::terminal::{screen, signals};

/// The rows as the lists of a meeting have them.
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
    let width = screen::width().saturating_sub(6);
    let rows = picks.iter().map(|it| shortened(&harmless(&it.name), width));
    let term = Term::stdout();
    let select = Select::with_theme(&Rows).items(rows).default(0).report(false);
    let picked = select.interact_on_opt(&term);
    // The list leaves the cursor hidden after an error.
    let _ = term.show_cursor();
    match picked {
        Err(dialoguer::Error::IO(err)) if err.kind() == io::ErrorKind::Interrupted => {
            signals::interrupted()
        }
        picked => picked.ok().flatten().map(|it| &picks[it]),
    }
}
