//! What a closed meeting writes: its records, the backlog, changes to the circle's file.

pub(crate) mod circle_update;
pub(crate) mod decided;
pub(crate) mod documents;
mod existing;
pub(crate) mod plan;
pub(crate) mod topics;
pub(crate) mod written;

pub(crate) use circle_update::{acceptances, electing_journals, unseated};
pub use documents::documents;
pub(crate) use documents::{gone, names, number, outcomes, unnamed};
pub use existing::Existing;
pub(crate) use existing::SAID;
pub(crate) use plan::{needs_earlier_journals, plan};
