//! The outside world: folder, terminal, script, clock, signals.
//!
//! The only floor that touches files, reads the clock or the environment, and prints.

pub mod file;
mod folder;
pub mod journal;
mod lock;

pub use folder::{Folder, config_dir};
pub use journal::JournalFile;
pub use lock::Lock;
