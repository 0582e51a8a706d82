//! The outside world: folder, terminal, script, clock, signals.
//!
//! The only floor that touches files, reads the clock or the environment, and prints.

mod answers;
pub mod script;
mod page;
mod wrap;
pub mod clock;
pub mod out;

pub use answers::Answers;
pub use page::{Look, Page};
pub use script::Script;
