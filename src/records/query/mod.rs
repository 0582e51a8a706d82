//! Questions to a circle's records: what holds, what is due, who holds a role, where words stand.

pub mod status;
pub mod lineage;
pub mod due;
pub mod role_terms;
pub mod candidates;
pub mod search;
pub mod synonyms;
pub mod consistency;
