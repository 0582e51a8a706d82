//! The outside world: folder, terminal, script, clock, signals.
//!
//! The only floor that touches files, reads the clock or the environment, and prints.

mod sitting;
mod answers;
mod terminal;
pub mod script;
mod typed;
mod list;
mod history;
pub mod screen;
mod page;
mod table;
mod wrap;
mod folder;
pub mod deep;
mod shelf;
pub mod cores;
pub mod filing;
pub mod outside;
pub mod log;
pub mod journal;
mod lock;
pub mod file;
pub mod clock;
pub mod signals;
pub mod out;

pub use answers::Answers;
pub use folder::{Folder, config_dir, read_circle};
pub use journal::JournalFile;
pub use lock::Lock;
pub use page::{Look, Page};
pub use script::Script;
pub use shelf::{Asked, Shelf};
pub use sitting::{End, Sitting};
pub use table::GLUE;
pub use terminal::Terminal;
pub use wrap::{columns, shortened};
