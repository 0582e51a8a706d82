//! `rounds completions`: prints the completion script for a shell.
//!
//! Needs no circle.

use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::Shell;

use crate::cli::{Cli, CommandResult};
use crate::terminal::output;

/// Prints what a shell needs to complete the commands
///
/// For bash: rounds completions bash > ~/.local/share/bash-completion/completions/rounds
#[derive(clap::Args)]
pub(super) struct Args {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

impl Args {
    pub(super) fn run(&self) -> CommandResult {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "rounds", &mut script);
        output::print(&String::from_utf8_lossy(&script))?;
        Ok(ExitCode::SUCCESS)
    }
}
