//! Pages written from records: minutes, agenda, exports.

pub(crate) mod minutes;
pub(crate) mod mail;
pub(crate) mod agenda;
pub(crate) mod export;
pub(crate) mod calendar;
pub(crate) mod effects;
pub(crate) mod left_behind;
pub(crate) mod news;
pub(crate) mod follow;
#[cfg(test)]
mod palette;
mod lists;
pub(crate) mod markdown;
