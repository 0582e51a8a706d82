//! Parse, run, print what went wrong, exit code.

mod command;

use std::process::ExitCode;

use clap::Parser;
use rounds::desk::out;

use crate::command::Cli;

/// Trouble: neither fine nor something found.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let here = cli.here();
    match cli.run(&here) {
        Ok(code) => code,
        Err(errors) => {
            let words = here.words();
            for error in &errors {
                out::eprint(&format!("{}\n", error.say(&words)));
            }
            ExitCode::from(TROUBLE)
        }
    }
}
