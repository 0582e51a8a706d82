//! `rounds completions`: prints the completion script for a shell.
//!
//! Needs no circle.

use std::process::ExitCode;

use clap_complete::Shell;

use crate::cli::{CommandResult, complete};
use crate::terminal::output;

/// Prints what a shell needs to complete a command line
///
/// It completes commands and options, and what the circle knows: decisions, people, days, circles.
///
/// bash: source <(rounds completions bash), in ~/.bashrc
///
/// zsh: source <(rounds completions zsh), in ~/.zshrc behind compinit
///
/// fish: rounds completions fish > ~/.config/fish/completions/rounds.fish
#[derive(clap::Args)]
pub(super) struct Args {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

impl Args {
    pub(super) fn run(&self) -> CommandResult {
        output::print(&complete::script(&self.shell.to_string()))?;
        Ok(ExitCode::SUCCESS)
    }
}
