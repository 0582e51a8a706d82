//! Pages made of records: minutes, agenda, exports.

pub mod minutes;
pub mod agenda;
pub mod export;
pub mod calendar;
mod lists;
mod markdown;
