//! `rounds man`: opens the manual page or that of a command, prints it, or writes one for each command.
//!
//! Needs no circle. Never writes over a file.

mod sections; // what the pages take from docs/files.md
mod page; // one page

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Command, CommandFactory};

use crate::cli::{Cli, CommandResult, Invocation};
use crate::dialogue::Block;
use crate::error::Error;
use crate::lang::say;
use crate::store::file::{self, RECORD_LIMIT};
use crate::terminal::{Look, manual, output, screen};

/// The heading of the options that every command has.
pub(super) const GLOBAL_OPTIONS: &str = "Global options";

/// Opens the manual page or that of a command, or writes one for each command
///
/// At a terminal it is opened in `man`; where that is missing, and with --plain, the help of every
/// command is printed. In a pipe it is printed in the form that `man` takes.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds man
      Opens the page.
  rounds man meet
      Opens that of `rounds meet`; for a folder of this name, type ./meet.
  rounds man ~/.local/share/man/man1
      Writes a page for each command, for `man rounds-meet`.
  rounds man | mandoc -T html > rounds.html")]
pub(super) struct Args {
    /// A command, as `meet` or `log-add`; or the folder to write a page for each command into, where
    /// none of them may be yet
    #[arg(value_name = "COMMAND|DIR")]
    what: Option<PathBuf>,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let mut whole = Cli::command().disable_help_subcommand(true);
        whole.build();
        let commands = all(&whole);
        let Some(dir) = &self.what else { return open(&whole, &whole, here) };
        if let Some(command) = commands.iter().find(|it| dir.to_str() == Some(short_name(it))) {
            return open(command, &whole, here);
        }
        let path = |it: &Command| dir.join(format!("{}.1", page::name(it)));
        let mut pages: Vec<(PathBuf, String)> =
            commands.iter().map(|it| (path(it), page::page(it, &whole))).collect();
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

/// Returns a command and all below it.
pub(super) fn all(command: &Command) -> Vec<&Command> {
    let mut found = vec![command];
    found.extend(page::below(command).flat_map(all));
    found
}

/// Returns the name of the page of a command without that of the program: `log-add`.
pub(super) fn short_name(command: &Command) -> &str {
    let name = page::name(command);
    name.strip_prefix("rounds-").unwrap_or(name)
}

/// Opens the page of a command, or prints it.
fn open(command: &Command, whole: &Command, here: &Invocation) -> CommandResult {
    let page = page::page(command, whole);
    let is_opened = screen::is_capable() && here.page.look() != Look::Plain && manual(&page);
    if !is_opened {
        let is_read = screen::is_shown();
        output::print(&if is_read { read(&mut command.clone()) } else { page })?;
    }
    Ok(ExitCode::SUCCESS)
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

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    use crate::cli::complete::bash_words;

    /// Parses the examples of a command and of all below it.
    fn parsed(command: &Command) {
        let help = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
        let examples: Vec<&str> = help.lines().filter(|it| it.starts_with("  rounds")).collect();
        assert!(!examples.is_empty(), "{} has no examples", page::name(command));
        for line in examples {
            let typed = line.split(['|', '>']).next().unwrap_or_default().trim();
            assert!(Cli::try_parse_from(bash_words(typed)).is_ok(), "{line}");
        }
        page::below(command).for_each(parsed);
    }

    #[test]
    fn every_command_has_examples_that_can_be_typed() {
        let mut whole = Cli::command();
        whole.build();
        parsed(&whole);
    }
}
