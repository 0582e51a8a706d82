//! TOML: reading tables with all errors at once, and writing them.

mod day;
pub(crate) mod fields;
pub(crate) mod reader;
pub(crate) mod syntax;
mod unknown;
mod word;
pub(crate) mod write;

pub(crate) use day::{from_toml, to_toml};
pub(crate) use fields::table;
pub(crate) use syntax::{FileKind, conflict, merge_conflict, parse, parse_whole};
pub(crate) use unknown::{unknown_key, unknown_word};
pub(crate) use word::Word;
pub(crate) use write::quoted;
