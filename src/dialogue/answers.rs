//! Where the answers of a meeting come from: a facilitator at a terminal, or a script.

use crate::dialogue::{Ask, Block, Input};
use crate::error::{Error, Result};
use crate::meeting::Meeting;

/// Someone, or something, that is asked and answers.
pub(crate) trait Answers {
    /// Sees the meeting as it stands before each question. Who answers by the question alone
    /// need not look.
    fn see(&mut self, _: &Meeting) {}

    /// Shows what is said, asks, and returns one answer, or `None` to pause: Ctrl-D, or the end
    /// of a script.
    ///
    /// # Errors
    /// Where nothing can be shown or read.
    fn answer(&mut self, ask: &Ask) -> Result<Option<Input>>;

    /// Opens `current` for editing in place and returns the new text, or `None` where it stays.
    ///
    /// # Errors
    /// Where nothing can be shown or read; in a script always, because nobody is there to edit.
    fn edit(&mut self, ask: &Ask, current: &str) -> Result<Option<String>>;

    /// Reports that the last answer was not taken; the same question is asked again.
    ///
    /// # Errors
    /// In a script always: `err` with its file and line.
    fn refuse(&mut self, err: Error) -> Result<()>;

    /// Shows something without asking.
    ///
    /// # Errors
    /// Where it cannot be shown.
    fn show(&mut self, blocks: &[Block]) -> Result<()>;
}
