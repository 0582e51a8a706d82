//! The file formats: journal, decision, election, topic.

pub mod journal;
pub(crate) mod decision;
pub(crate) mod election;
pub(crate) mod topic;
pub(crate) mod validity;
pub(crate) mod front_matter;
pub(crate) mod record_parts;
#[cfg(test)]
pub(crate) mod slips;
