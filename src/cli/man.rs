//! `rounds man`: prints the manual page, or writes one for each command.
//!
//! Needs no circle.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use crate::cli::{Cli, CommandResult, Invocation};
use crate::dialogue::Block;
use crate::lang::say;
use crate::store::file;
use crate::terminal::output;

/// Prints the manual page, or writes one for each command
///
/// To read it at once: rounds man | man -l -
#[derive(clap::Args)]
pub(super) struct Args {
    /// The folder to write a page for each command into, in place of those there
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let mut whole = Cli::command().disable_help_subcommand(true);
        whole.build();
        let Some(dir) = &self.dir else {
            output::print(&page(&whole))?;
            return Ok(ExitCode::SUCCESS);
        };
        let label = here.words().say(&say!("label-written"));
        let mut written = Vec::new();
        let mut commands = vec![&whole];
        while let Some(command) = commands.pop() {
            let path = dir.join(Man::new(command.clone()).get_filename());
            file::replace(&path, &page(command))?;
            written.push(file::named(&path));
            commands.extend(command.get_subcommands().filter(|it| !it.is_hide_set()));
        }
        written.sort();
        let text = written.join("\n");
        here.show(&[Block::Pair { label, text }])?;
        Ok(ExitCode::SUCCESS)
    }
}

fn page(command: &Command) -> String {
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page).expect("writing to a list of bytes cannot fail");
    String::from_utf8_lossy(&page).into_owned()
}
