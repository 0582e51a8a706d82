//! Completions: answers a shell that asks what may come next on its command line.
//!
//! The script that `rounds completions` prints runs the program with `ROUNDS_COMPLETE` set to the name
//! of the shell. What is offered comes from the same queries as what the commands print. Never writes,
//! takes no lock and prints no error: where something cannot be read, less is offered.

mod arguments; // which argument is offered what
mod known; // what the circle's files know
mod bash_line; // a line of bash, split into words
mod shells; // what each shell asks and is told

use std::env;
use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::CompleteEnv;
use clap_complete::env::Shells;

use crate::cli::complete::shells::SHELLS;
use crate::cli::{Cli, TROUBLE};

/// The environment variable with the name of the shell that asks.
const VARIABLE: &str = "ROUNDS_COMPLETE";

/// Answers the shell if it was a shell that ran the program, and returns the exit code.
pub(super) fn answered() -> Option<ExitCode> {
    let asked = CompleteEnv::with_factory(Cli::command).var(VARIABLE).shells(Shells(&SHELLS));
    match asked.try_complete(env::args_os(), None) {
        Ok(false) => None,
        Ok(true) => Some(ExitCode::SUCCESS),
        Err(_) => Some(ExitCode::from(TROUBLE)),
    }
}

/// Returns the script that makes a shell ask.
pub(super) fn script(shell: &str) -> String {
    let mut script = Vec::new();
    let shell = Shells(&SHELLS)
        .completer(shell)
        .map(|it| it.write_registration(VARIABLE, "rounds", "rounds", "rounds", &mut script));
    debug_assert!(matches!(shell, Some(Ok(()))), "each shell that clap names has a script");
    String::from_utf8_lossy(&script).into_owned()
}
