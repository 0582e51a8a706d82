//! What files and settings do in another way on each system, with the same functions for all.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod of_system;

pub(super) use of_system::{
    each_entry, folder_to_sync, is_same, languages, share, share_folder, time_zone, truncate,
    usual_permissions,
};

/// What an entry of a folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Folder,
    Link,
    Other,
}

impl From<std::fs::FileType> for Kind {
    fn from(known: std::fs::FileType) -> Self {
        match known {
            it if it.is_dir() => Self::Folder,
            it if it.is_symlink() => Self::Link,
            it if it.is_file() => Self::File,
            _ => Self::Other,
        }
    }
}
