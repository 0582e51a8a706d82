//! What is kept, as pure text: the journal, the minutes, the decisions. Never touches a file.

pub mod journal;
mod backlog;
mod decision;
mod filing;
mod front;
mod markdown;
mod minutes;
mod slug;
#[cfg(test)]
mod sample;

pub use backlog::Topic;
pub use decision::{Concerned, Decision, Given, Objected, in_force};
pub use filing::{Filing, records};
pub use minutes::minutes;
pub use slug::{id, slug};
