//! Text: comparing names, forbidden characters, and slugs for file names.

mod compare;
mod characters;
pub(crate) mod slug;
pub(crate) mod when;

pub use characters::forbidden;
pub(crate) use characters::{clean, refuse_character};
pub(crate) use compare::{distance, fold, nearest, nearest_hint, same};
