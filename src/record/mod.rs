//! What is kept, as pure text: the journal, the minutes, the decisions. Never touches a file.

pub mod journal;
