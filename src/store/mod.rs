//! The circle's folder and the other files: reading, writing, the lock; and the clock.
//!
//! The only module that touches files.

mod folder;
pub mod tree;
mod shelf;
pub mod cores;
pub mod write_records;
pub mod outside;
mod reading;
pub mod log;
pub mod journal;
mod lock;
pub mod file;
pub mod clock;

pub use folder::{Folder, config_dir, read_circle};
pub use journal::JournalFile;
pub use lock::Lock;
pub use reading::Reading;
pub use shelf::{Asked, Shelf};
