//! Text: comparing names, forbidden characters, and slugs for file names.

mod compare;
mod alike;
mod characters;
pub(crate) mod slug;
mod words;
pub(crate) mod when;

pub use crate::characters::forbidden;
pub(crate) use crate::characters::{clean, escaped, escaped_json, unseen, visible};
pub(crate) use alike::{look, mixes_scripts};
pub(crate) use characters::{code, refuse_character};
pub(crate) use compare::{composed, distance, fold, nearest, nearest_hint, same};
pub(crate) use words::{one_line, word_ends};
