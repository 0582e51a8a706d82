//! TOML: reading tables with all their errors, what is wrong with the syntax, and writing.

pub mod reader;
mod syntax_errors;
mod write;

pub use syntax_errors::{conflict, elsewhere, misread, unknown_key, unknown_word};
pub use write::quoted;
