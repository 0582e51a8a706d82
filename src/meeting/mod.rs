//! What happens in a meeting: facts go in, the next step comes out.
//!
//! No clock, no files, no terminal, no language.

pub(crate) mod day;
mod fact;

pub use fact::{Chair, Fact, Heard, Kind, Moment, On, Stage, What};
