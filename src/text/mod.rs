//! Texts: how names are compared, which characters are refused, what a file is called.

mod compare;
mod characters;
pub mod slug;

pub use characters::{clean, forbidden, refuse_character};
pub use compare::{distance, fold, nearest, nearest_hint, same};
