//! A list of people to tick, on a capable terminal.
//!
//! Leaves nothing behind on the screen; who was ticked is shown by the caller, in one line.

use std::fmt;

use console::Term;
use dialoguer::MultiSelect;
use dialoguer::theme::Theme;

use crate::dialogue::Choice;
use crate::terminal::wrap::{harmless, shortened};

/// What came of a list.
pub(super) enum Ticked {
    /// Who is ticked, perhaps nobody.
    Names(Vec<String>),
    /// Esc: the answer is to be typed.
    Typing,
    /// Ctrl-C.
    Interrupted,
}

/// Lets people be ticked; Enter takes those who are.
pub(super) fn tick(choices: &[Choice], width: usize) -> Ticked {
    let name = |it: &Choice| shortened(&harmless(&it.name), width.saturating_sub(8));
    let items = choices.iter().map(|it| (name(it), it.ticked));
    let list = MultiSelect::with_theme(&Marks).items_checked(items);
    match list.interact_on_opt(&Term::stdout()) {
        Ok(Some(ticked)) => {
            let names = ticked.into_iter().filter_map(|it| choices.get(it));
            Ticked::Names(names.map(|it| it.name.clone()).collect())
        }
        Err(dialoguer::Error::IO(err)) if err.kind() == std::io::ErrorKind::Interrupted => {
            Ticked::Interrupted
        }
        Ok(None) | Err(_) => Ticked::Typing,
    }
}

/// The marks of the list: the same as at every other prompt.
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
