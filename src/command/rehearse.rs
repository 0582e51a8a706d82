//! `rounds rehearse`: stub
use crate::command::{Here, Outcome};
/// Tries out a meeting with a sample circle; nothing is kept
#[derive(clap::Args)]
pub struct Args {}
impl Args {
    pub fn run(&self, _: &Here) -> Outcome {
        Ok(std::process::ExitCode::SUCCESS)
    }
}
