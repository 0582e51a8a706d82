//! Lists at a prompt: one to tick who is here, and one to pick a name from.

use std::io::ErrorKind;

use super::Terminal;
use crate::dialogue::{Ask, Block, Input};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::terminal::list::{Left, tick};
use crate::terminal::pick::pick;
use crate::terminal::{output, screen, signals};

impl Terminal<'_> {
    /// Returns whether a question is asked with a list to tick.
    pub(super) fn has_list(&self, ask: &Ask) -> bool {
        self.editor.is_some() && !ask.choices.is_empty()
    }

    /// Returns what is shown before the prompt. Above a list stands how that is worked; that a name can
    /// be picked is said once.
    pub(super) fn shown(&mut self, ask: &Ask) -> Vec<Block> {
        let mut shown = ask.shown.clone();
        if self.has_list(ask) {
            shown.retain(|it| !matches!(it, Block::Hint(_)));
            shown.push(Block::Hint(self.say(&say!("list-keys"))));
        }
        if self.has_picks(ask) && !std::mem::replace(&mut self.told.picks, true) {
            shown.push(Block::Hint(self.say(&say!("pick-keys"))));
        }
        shown
    }

    /// Returns whether an answer may be picked from a list, behind Tab.
    pub(super) fn has_picks(&self, ask: &Ask) -> bool {
        self.editor.is_some() && !ask.picks.is_empty()
    }

    /// Answers with what is picked from the list, and shows it as if it had been typed.
    pub(super) fn picked(&mut self, ask: &Ask, prompt: &str) -> Result<Option<Input>> {
        let picked = match pick(&ask.picks, ask.offer.as_deref(), screen::width()) {
            Err(err) if err.kind() == ErrorKind::Interrupted => signals::interrupted(),
            picked => picked.ok().flatten(),
        };
        Self::wipe(prompt)?;
        let Some(pick) = picked else { return Ok(None) };
        let said = Input { line: pick.line.clone(), text: None };
        self.last.clone_from(&said.line);
        output::print(&self.page().typed(prompt, &said)).map(|()| Some(said))
    }

    /// Asks with a list to tick, in which at least one is ticked.
    pub(super) fn tick(&mut self, ask: &Ask) -> Result<Left> {
        loop {
            match tick(&ask.choices, screen::width()) {
                Err(err) if err.kind() == ErrorKind::Interrupted => signals::interrupted(),
                Err(_) => return Ok(Left::Typed(String::new())),
                Ok(Left::Ticked(names)) if names.is_empty() => {
                    self.show_refusal(&Error::new(say!("list-empty")))?;
                }
                Ok(left) => return Ok(left),
            }
        }
    }

    /// Answers with the names that were ticked, and shows them as if they had been typed.
    pub(super) fn ticked(&mut self, ask: &Ask, names: &[String]) -> Result<Input> {
        let said = Input { line: names.join(", "), text: None };
        let prompt = self.page().prompt(&Ask { offer: None, ..ask.clone() }, self.words);
        output::print(&self.page().typed(&prompt, &said))?;
        self.last.clone_from(&said.line);
        Ok(said)
    }
}
