//! Files and the clock: the circle's folder, journals, records and the lock.
//!
//! No other module reads or writes files.

mod folder;
pub(crate) mod settings;
pub(crate) mod copies;
mod links;
pub(crate) mod tree;
mod archive;
pub(crate) mod written;
pub(crate) mod other_circles;
pub(crate) mod write_records;
pub(crate) mod site;
pub(crate) mod journal;
mod watch;
mod lock;
pub(crate) mod file;
mod fs;
mod system;
pub(crate) mod clock;
pub(crate) mod zone;

pub(crate) use archive::{Archive, Compared, Existence, Log, RecordSet};
pub use folder::Folder;
pub(crate) use folder::{from_home, read_circle, whole_path};
pub(crate) use journal::JournalFile;
pub use lock::Lock;
pub(crate) use lock::SharedLock;
pub(crate) use settings::{Settings, config_dir, has_no_default, set_default};
pub(crate) use watch::Watch;
pub(crate) use written::{Stands, Written};
