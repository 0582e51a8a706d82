//! Shows a list of people to tick, on a terminal that can edit in place.
//!
//! Leaves nothing on the screen; the caller shows who was ticked.

use std::{fmt, io};

use console::Term;
use dialoguer::MultiSelect;
use dialoguer::theme::Theme;

use crate::dialogue::Choice;
use crate::terminal::wrap::{harmless, shortened};

/// Asks which people to tick. Returns the names of those ticked, or `None` after Esc; Ctrl-C is an
/// error of the kind `Interrupted`.
pub(super) fn tick(choices: &[Choice], width: usize) -> io::Result<Option<Vec<String>>> {
    let name = |it: &Choice| shortened(&harmless(&it.name), width.saturating_sub(8));
    let items = choices.iter().map(|it| (name(it), it.ticked));
    let list = MultiSelect::with_theme(&Marks).items_checked(items);
    let ticked = list.interact_on_opt(&Term::stdout()).map_err(|dialoguer::Error::IO(err)| err)?;
    let names = |indexes: Vec<usize>| {
        indexes.into_iter().filter_map(|it| choices.get(it)).map(|it| it.name.clone()).collect()
    };
    Ok(ticked.map(names))
}

/// Draws the list with the same marks as other prompts.
struct Marks;

impl Theme for Marks {
    fn format_multi_select_prompt_item(
        &self,
        to: &mut dyn fmt::Write,
        text: &str,
        checked: bool,
        active: bool,
    ) -> fmt::Result {
        let cursor = if active { "›" } else { " " };
        let tick = if checked { "x" } else { " " };
        write!(to, "  {cursor} [{tick}] {text}")
    }
}
