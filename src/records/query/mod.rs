//! Queries over a circle's records: what is in force, what is due, who holds a role, text search.

pub(crate) mod status;
pub(crate) mod lineage;
pub(crate) mod versions;
pub(crate) mod due;
pub(crate) mod role_terms;
pub(crate) mod suggestions;
pub(crate) mod background;
pub(crate) mod actions;
pub(crate) mod acceptance;
pub(crate) mod unapplied;
pub(crate) mod left;
pub(crate) mod nominated;
pub(crate) mod people;
pub(crate) mod overview;
pub(crate) mod search;
pub(crate) mod synonyms;
pub(crate) mod chain;
pub(crate) mod consistency;
