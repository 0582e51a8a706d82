//! What a closed meeting writes: its documents, the backlog, changes to the circle's file.

pub mod plan;
pub mod documents;
pub mod circle_update;
