//! The records of a circle as text: journals, decisions, elections, topics, minutes.
//!
//! Nothing here touches a file or reads a clock.

pub(crate) mod format;
pub(crate) mod query;
pub(crate) mod page;
pub(crate) mod site;
pub(crate) mod filing;
pub(crate) mod rows;
pub(crate) mod answer;
#[cfg(test)]
pub(crate) mod sample;

pub(crate) use filing::plan::{Filing, Neighbour};
pub use format::decision::Decision;
pub(crate) use format::decision::in_force;
pub(crate) use format::election::{self, Election, latest};
pub use format::front_matter::FrontMatter;
pub(crate) use format::minutes::Minutes;
pub(crate) use format::record_parts::ConcernRecord;
pub use format::record_parts::{ConsentHeard, ObjectionRecord};
pub(crate) use format::topic::Topic;
pub(crate) use page::agenda::{Agenda, agenda};
pub(crate) use page::effects::{as_text, sentence};
pub(crate) use page::left_behind::left_behind;
pub(crate) use page::minutes::{minutes, minutes_of};
pub(crate) use query::acceptance::Newcomer;
pub(crate) use query::acceptance::{Answered, is_declined, newcomers};
pub(crate) use query::actions::OpenAction;
pub use query::background::Background;
pub(crate) use query::due::{CircleRecords, Due, DueKind, Unfinished, due};
pub(crate) use query::nominated::Nominated;
pub(crate) use query::overview::{LeftOpen, Mark, Marks};
pub(crate) use query::people::{Person, Place, RoleHeld, SeesTo, Somebody, people};
pub(crate) use query::role_terms::{RoleTerm, bar, left, role_terms};
pub(crate) use query::search::{Match, Search};
pub(crate) use query::status::{LogEntry, Record, Status, entries};
pub(crate) use query::suggestions::{Reason, Suggestion, kind};
pub(crate) use query::synonyms::Synonyms;
pub(crate) use query::unapplied::{Unapplied, unapplied, undone_circles};
