//! Parse, run, print what went wrong, exit code.

mod command;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use clap::Parser;
use rounds::desk::out;

use crate::command::Cli;

/// Trouble: neither fine nor something found.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let here = cli.here();
    // The panic hook has said what happened, and restored the terminal.
    match catch_unwind(AssertUnwindSafe(|| cli.run(&here))) {
        Err(_) => ExitCode::from(TROUBLE),
        Ok(Ok(code)) => code,
        Ok(Err(errors)) => {
            let words = here.words();
            for error in &errors {
                out::eprint(&format!("{}\n", error.say(&words)));
            }
            ExitCode::from(TROUBLE)
        }
    }
}
