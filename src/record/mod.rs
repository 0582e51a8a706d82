//! What is kept, as pure text: journal, minutes, decisions, elections. Never touches a file.

pub mod journal;
mod agenda;
mod backlog;
pub mod calendar;
mod decision;
mod due;
pub mod documents;
pub mod election;
mod entry;
pub mod export;
mod filing;
pub mod findings;
mod front;
mod heard;
pub mod history;
mod lines;
mod lists;
mod markdown;
mod minutes;
mod offer;
mod search;
mod seating;
mod slug;
mod synonyms;
mod tenure;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod slips;

pub use agenda::{Agenda, Offered, Open, agenda};
pub use backlog::Topic;
pub use decision::{Decision, Known, in_force};
pub use documents::{documents, gone, names, number, outcomes};
pub use due::{Due, Kept, Matter, Unfinished, due};
pub use election::{Election, Named, latest};
pub use entry::{Entry, Record, Status, entries};
pub use filing::{Filing, Neighbour, records};
pub use heard::{Concerned, Given, Objected};
pub use minutes::{minutes, minutes_of};
pub use offer::{Offer, Why, kind, offers};
pub use search::{Found, Search};
pub use seating::{acceptances, electing_journals, unseated};
pub use slug::{id, numbered, slug};
pub use synonyms::Synonyms;
pub use tenure::{Left, Tenure, bar, left, tenures};
