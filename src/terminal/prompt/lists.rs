//! Lists at a prompt: one to tick who is here, one to pick an answer from, and one of the agenda to pick
//! from and to sort.

use std::io::ErrorKind;

use super::Terminal;
use crate::dialogue::{Arrangement, Ask, Block, Input};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::terminal::list::{Left, Purpose, tick};
use crate::terminal::wrap::wrapped;
use crate::terminal::{output, screen, signals};

impl Terminal<'_> {
    /// Returns whether a question is asked with a list to tick.
    pub(super) fn has_list(&self, ask: &Ask) -> bool {
        self.editor.is_some() && !ask.choices.is_empty()
    }

    /// Returns what is shown before the prompt. Above a list stands how that is worked; that there is
    /// one behind Tab is said once.
    pub(super) fn shown(&mut self, ask: &Ask) -> Vec<Block> {
        let has_picks = self.has_picks(ask);
        let mut shown = ask.shown.clone();
        if self.has_list(ask) {
            shown.retain(|it| !matches!(it, Block::Hint(_)));
            shown.push(Block::Hint(self.say(&say!("list-keys"))));
        }
        let (hint, is_told) = match ask.arrangement {
            Some(_) => (say!("arrange-tab"), &mut self.told.arrangement),
            None => (say!("pick-keys"), &mut self.told.picks),
        };
        if has_picks && !std::mem::replace(is_told, true) {
            shown.push(Block::Hint(self.say(&hint)));
        }
        shown
    }

    /// Returns whether an answer may be picked from a list, behind Tab.
    pub(super) fn has_picks(&self, ask: &Ask) -> bool {
        self.editor.is_some() && (!ask.picks.is_empty() || ask.arrangement.is_some())
    }

    /// Asks with a list to pick from, which begins at the one that is offered. What is picked becomes the
    /// line that is answered.
    pub(super) fn pick(&mut self, ask: &Ask, prompt: &str) -> Result<Left> {
        let is_offered = |name: &str| Some(name) == ask.offer.as_deref();
        let rows = ask.picks.iter().map(|it| (it.name.as_str(), is_offered(&it.name)));
        let left = match tick(&[], &rows.collect::<Vec<_>>(), Purpose::Pick, screen::width()) {
            Err(err) if err.kind() == ErrorKind::Interrupted => signals::interrupted(),
            left => left.unwrap_or(Left::Typed(String::new())),
        };
        Self::wipe(prompt)?;
        if let Left::Ticked(picked) = &left {
            self.queued = picked.iter().map(|it| ask.picks[*it].line.clone()).collect();
        }
        Ok(left)
    }

    /// Asks with a list to tick, in which at least one is ticked.
    pub(super) fn tick(&mut self, ask: &Ask) -> Result<Left> {
        loop {
            let choices = ask.choices.iter().map(|it| (it.name.as_str(), it.ticked));
            match tick(&[], &choices.collect::<Vec<_>>(), Purpose::Tick, screen::width()) {
                Err(err) if err.kind() == ErrorKind::Interrupted => signals::interrupted(),
                Err(_) => return Ok(Left::Typed(String::new())),
                Ok(Left::Ticked(rows)) if rows.is_empty() => {
                    self.show_refusal(&Error::new(say!("error-none-ticked")))?;
                }
                Ok(left) => return Ok(left),
            }
        }
    }

    /// Answers with the names that were ticked, and shows them as if they had been typed.
    pub(super) fn ticked(&mut self, ask: &Ask, rows: &[usize]) -> Result<Input> {
        let names: Vec<&str> = rows.iter().map(|it| ask.choices[*it].name.as_str()).collect();
        let said = Input { line: names.join(", "), text: None };
        let prompt = self.page().prompt(&Ask { offer: None, ..ask.clone() }, self.words);
        output::print(&self.page().typed(&prompt, &said))?;
        self.last.clone_from(&said.line);
        Ok(said)
    }

    /// Asks with a list to pick from and to sort. What was done with it becomes lines, which are
    /// answered one after the other.
    pub(super) fn arrange(&mut self, list: &Arrangement, prompt: &str) -> Result<Left> {
        let width = screen::width();
        let keys = wrapped(&self.say(&say!("arrange-keys")), width.saturating_sub(3));
        let head: Vec<String> = keys.iter().map(|it| format!("  {it}")).collect();
        let rows = list.rows.iter().zip(0..).map(|(it, row)| (it.name.as_str(), row < list.listed));
        let left = match tick(&head, &rows.collect::<Vec<_>>(), Purpose::Sort, width) {
            Err(err) if err.kind() == ErrorKind::Interrupted => signals::interrupted(),
            left => left.unwrap_or(Left::Typed(String::new())),
        };
        Self::wipe(prompt)?;
        if let Left::Ticked(order) = &left {
            self.queued = list.lines(order).into();
        }
        Ok(left)
    }

    /// Answers with the next line of a list that was sorted, and shows it as if it had been typed.
    pub(super) fn queued(&mut self, ask: &Ask) -> Result<Option<Input>> {
        if ask.arrangement.is_none() {
            self.queued.clear();
        }
        self.next_queued(ask)
    }

    /// Answers with the next line that a list has given.
    pub(super) fn next_queued(&mut self, ask: &Ask) -> Result<Option<Input>> {
        let Some(line) = self.queued.pop_front() else { return Ok(None) };
        self.last.clone_from(&line);
        let said = Input { line, text: None };
        let prompt = self.page().prompt(ask, self.words);
        output::print(&self.page().typed(&prompt, &said)).map(|()| Some(said))
    }
}
