//! What is kept, as pure text: journal, minutes, decisions, elections. Never touches a file.

pub mod journal;
mod agenda;
mod backlog;
pub mod calendar;
mod decision;
pub mod election;
mod entry;
pub mod export;
mod filing;
pub mod findings;
mod front;
mod heard;
mod lists;
mod markdown;
mod minutes;
mod offer;
mod seating;
mod slug;
#[cfg(test)]
mod sample;

pub use agenda::{Agenda, Offered, Open, agenda};
pub use backlog::Topic;
pub use decision::{Decision, Known, in_force};
pub use election::{Election, Named};
pub use entry::{Entry, Record, Status, entries};
pub use filing::{Filing, Neighbour, records};
pub use heard::{Concerned, Given, Objected};
pub use minutes::{minutes, minutes_of};
pub use offer::{Offer, Why, kind, offers};
pub use seating::unseated;
pub use slug::{id, numbered, slug};
