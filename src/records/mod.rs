//! What is kept, as pure text: journals, decisions, elections, topics, minutes.

pub mod format;
pub mod query;
pub mod page;
pub mod filing;
#[cfg(test)]
mod sample;

pub use filing::circle_update::{acceptances, electing_journals, unseated};
pub use filing::documents::{documents, gone, names, number, outcomes};
pub use filing::plan::{Filing, Neighbour, records};
pub use format::decision::{Decision, Known, in_force};
pub use format::election::{Election, NominationRecord, latest};
pub use format::record_parts::{ConcernRecord, ConsentHeard, ObjectionRecord};
pub use format::topic::Topic;
pub use page::agenda::{Agenda, Offered, Open, agenda};
pub use page::minutes::{minutes, minutes_of};
pub use query::candidates::{Offer, Why, kind, offers};
pub use query::due::{Due, DueKind, Kept, Unfinished, due};
pub use query::role_terms::{Left, RoleTerm, bar, left, role_terms};
pub use query::search::{Found, Search};
pub use query::status::{Entry, Record, Status, entries};
pub use query::synonyms::Synonyms;
