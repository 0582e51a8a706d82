//! What is said: steps become questions, answers become facts.
//!
//! Words out and words in sit side by side, one file per procedure. Pure: the language comes
//! in as `Words`, the time with the desk, and what lies outside the meeting as data.

mod ask;

pub use ask::{Ask, Block, Choice, Said};
