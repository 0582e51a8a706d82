//! The formats of the files: journal, decision, election, topic.

pub mod journal;
pub mod decision;
pub mod election;
pub mod topic;
pub(crate) mod front_matter;
pub(crate) mod record_parts;
mod lines;
#[cfg(test)]
pub(crate) mod slips;
