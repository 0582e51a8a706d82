//! The file formats: journal, decision, election, topic, minutes.

pub mod journal;
pub(crate) mod decision;
pub(crate) mod election;
pub(crate) mod topic;
pub(crate) mod minutes;
pub(crate) mod validity;
pub(crate) mod front_matter;
pub(crate) mod record_parts;
#[cfg(test)]
pub(crate) mod slips;
