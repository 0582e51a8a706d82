//! The terminal: what is shown on it, and what is typed.

mod prompt;
mod list;
mod history;
pub mod screen;
mod page;
mod table;
mod wrap;
pub mod signals;
mod progress;
pub mod output;

pub use page::{Look, Page};
pub use progress::Progress;
pub use prompt::Terminal;
pub use table::GLUE;
pub use wrap::{columns, shortened};
