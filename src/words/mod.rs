//! How a key becomes a sentence: the language files, dates and terms as people say them.
//!
//! The lowest floor. Never decides anything; every word a person reads comes from `lang/*.ftl`.

mod lang;
mod phrase;

pub use lang::{LANGUAGES, Lang, Words};
pub use phrase::{Arg, Phrase};

pub use crate::say;
