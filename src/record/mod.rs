//! What is kept, as pure text: the journal, the minutes, the decisions. Never touches a file.

pub mod journal;
mod decision;
mod front;
mod markdown;
mod slug;
#[cfg(test)]
mod sample;

pub use decision::{Concerned, Decision, Given, Objected, in_force};
pub use slug::{id, slug};
mod stub;
pub use stub::*;
