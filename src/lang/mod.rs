//! Translation: turns keys with arguments into sentences, with dates, terms and lists.
//!
//! All text shown to people comes from `lang/*.ftl`. This is the lowest module and uses no other.

mod words;
mod prompt_words;
mod phrase;

pub use phrase::{Arg, Phrase};
pub use words::{LANGUAGES, Lang, Words};

pub(crate) use prompt_words::{Place, PromptWord, prompt_words};
pub(crate) use words::known_languages;

pub(crate) use crate::say;
