//! Where the answers of a meeting come from: a facilitator at a terminal, another program, or a script.

use crate::dialogue::{Ask, Block, Input};
use crate::error::{Error, Result};
use crate::meeting::{Meeting, MeetingId};

/// A source of answers.
pub(crate) trait Answers {
    /// Is shown the meeting before each question. Only sources that depend on more than the
    /// question use it.
    fn see(&mut self, _: &Meeting) {}

    /// Shows the prompt and returns one answer, or `None` to pause: Ctrl-D, or the end of a
    /// script.
    fn answer(&mut self, ask: &Ask) -> Result<Option<Input>>;

    /// Is told the line that the last answer, to a question asked back, stands for. If that line is
    /// refused, it is the one to correct.
    fn stands_for(&mut self, _: &Input) {}

    /// Opens `current` for editing in place and returns the new text, or `None` if it is
    /// unchanged. Always fails in a script.
    fn edit(&mut self, ask: &Ask, current: &str) -> Result<Option<String>>;

    /// Opens `current` in the editor of the system and returns the new text, or `None` if it is
    /// unchanged or was not taken. Always fails in a script.
    fn open_editor(&mut self, ask: &Ask, current: &str) -> Result<Option<String>> {
        self.edit(ask, current)
    }

    /// Reports that the last answer was refused, before the same question is asked again. Always
    /// fails in a script, with `err` and its file and line.
    fn refuse(&mut self, err: Error) -> Result<()>;

    /// Reports that the last answer could not be written, before the same question is asked again. At
    /// a terminal Enter then gives the same answer.
    fn unsaved(&mut self, err: Error) -> Result<()> {
        self.refuse(err)
    }

    /// Shows blocks without asking anything.
    fn show(&mut self, blocks: &[Block]) -> Result<()>;

    /// Shows where a meeting stands that goes on.
    fn rejoin(&mut self, _: &MeetingId, blocks: &[Block]) -> Result<()> {
        self.show(blocks)
    }
}
