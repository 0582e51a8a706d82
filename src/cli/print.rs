//! What commands print: laid out for people, or as lines of JSON for another program.

use std::process::ExitCode;

use crate::cli::{Invocation, TROUBLE};
use crate::dialogue::Block;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::session::line;
use crate::terminal::{Progress, output};

impl Invocation {
    /// From now on prints everything as lines of JSON, errors too.
    pub(crate) fn print_lines(&self) {
        self.prints_lines.set(true);
    }

    /// Returns whether everything is printed as lines of JSON.
    pub(crate) fn prints_lines(&self) -> bool {
        self.prints_lines.get()
    }

    /// Prints blocks to standard output, laid out for its page.
    pub(crate) fn show(&self, blocks: &[Block]) -> Result<()> {
        output::print(&if self.prints_lines() {
            line::shown(blocks)
        } else {
            self.page.lines(blocks)
        })
    }

    /// Begins to show how much is done of a run of `count` things.
    pub(crate) fn progress(&self, count: usize) -> Progress {
        Progress::new(count, self.page.look())
    }

    /// Prints a remark to standard error.
    pub(crate) fn note(&self, remark: &Error) -> Result<()> {
        let said = remark.say_as(&say!("label-note"), &self.words());
        if self.prints_lines() {
            return self.show(&[Block::Hint(said)]);
        }
        output::eprint(&format!("{said}\n"));
        Ok(())
    }

    /// Prints errors to standard error, such as those of files that a command goes on without.
    /// Returns the exit code of a command that has no other result.
    pub(crate) fn warn(&self, errors: &[Error]) -> ExitCode {
        if errors.is_empty() {
            return ExitCode::SUCCESS;
        }
        let words = self.words();
        for err in errors {
            if self.prints_lines() {
                // There is nobody left to tell that this cannot be printed.
                let _ = output::print(&line::error("error", err, &words));
            } else {
                output::eprint(&format!("{}\n", err.say(&words)));
            }
        }
        ExitCode::from(TROUBLE)
    }
}
