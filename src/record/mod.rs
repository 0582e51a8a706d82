//! What is kept, as pure text: journal, minutes, decisions, elections. Never touches a file.

pub mod journal;
mod backlog;
mod decision;
mod documents;
pub mod election;
mod entry;
mod filing;
mod front;
mod heard;
mod markdown;
mod minutes;
mod offer;
mod seating;
mod slug;
#[cfg(test)]
mod sample;

pub use backlog::Topic;
pub use decision::{Decision, in_force};
pub use documents::{Kept, documents, names, number};
pub use election::{Election, Named};
pub use entry::{Entry, Record, Status, entries};
pub use filing::{Filing, Neighbour, records};
pub use heard::{Concerned, Given, Objected};
pub use minutes::{minutes, minutes_of};
pub use offer::{Offer, Why, offers};
pub use seating::unseated;
pub use slug::{id, slug};
