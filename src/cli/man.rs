//! `rounds man`: prints the manual page, or writes one for each command.
//!
//! Needs no circle. Never writes over a file.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use crate::cli::{Cli, CommandResult, Invocation};
use crate::dialogue::Block;
use crate::error::Error;
use crate::lang::say;
use crate::store::file::{self, RECORD_LIMIT};
use crate::terminal::{output, screen};

/// Prints the manual page, or writes one for each command
///
/// At a terminal it is shown to be read, otherwise in the form that `man` takes: rounds man | man -l -
#[derive(clap::Args)]
pub(super) struct Args {
    /// The folder to write a page for each command into, where none of them may be yet
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let mut whole = Cli::command().disable_help_subcommand(true);
        whole.build();
        let Some(dir) = &self.dir else {
            output::print(&if screen::is_shown() { read(&mut whole) } else { page(&whole) })?;
            return Ok(ExitCode::SUCCESS);
        };
        let mut pages = Vec::new();
        let mut commands = vec![&whole];
        while let Some(command) = commands.pop() {
            pages.push((dir.join(Man::new(command.clone()).get_filename()), page(command)));
            commands.extend(command.get_subcommands().filter(|it| !it.is_hide_set()));
        }
        // A page that is there as it would be written may be from a run that was cut short.
        let is_there = |(path, text): &(PathBuf, String)| {
            file::text(path, RECORD_LIMIT).is_ok_and(|it| it == *text)
        };
        pages.retain(|it| !is_there(it));
        pages.sort();
        if let Some((path, _)) = pages.iter().find(|(path, _)| path.symlink_metadata().is_ok()) {
            let err = Error::new(say!("error-file-exists")).hint(say!("hint-man-there"));
            return Err(err.in_file(file::named(path)).into());
        }
        for (path, text) in &pages {
            file::create(path, text)?;
        }
        let label = here.words().say(&say!("label-written"));
        let written: Vec<String> = pages.iter().map(|(path, _)| file::named(path)).collect();
        here.show(&[Block::Pair { label, text: written.join("\n") }])?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Returns the help of a command and of all below it, to be read at a terminal.
fn read(command: &mut Command) -> String {
    let mut text = command.render_long_help().to_string();
    for below in command.get_subcommands_mut().filter(|it| !it.is_hide_set()) {
        let name = below.get_bin_name().unwrap_or_else(|| below.get_name()).to_owned();
        text += &format!("\n\n{name}\n\n{}", read(below));
    }
    text
}

fn page(command: &Command) -> String {
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page).expect("writing to a list of bytes cannot fail");
    String::from_utf8_lossy(&page).into_owned()
}
