//! How a key becomes a sentence: the language files, dates and terms as people say them.
//!
//! The lowest floor. Never decides anything; every word a person reads comes from `lang/*.ftl`.

mod words;
mod phrase;

pub use phrase::{Arg, Phrase};
pub use words::{LANGUAGES, Lang, Words};

pub(crate) use crate::say;
