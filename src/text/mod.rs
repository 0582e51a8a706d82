//! Texts: how names are compared, which characters are refused, what a file is called.

mod compare;
mod characters;
pub(crate) mod slug;

pub use characters::forbidden;
pub(crate) use characters::{clean, refuse_character};
pub(crate) use compare::{distance, fold, nearest, nearest_hint, same};
