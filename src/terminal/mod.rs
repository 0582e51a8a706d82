//! The terminal: lays out and prints what is shown, and reads what is typed.

mod prompt;
mod typed;
mod external;
mod list;
mod pick;
mod read_line;
mod history;
pub(crate) mod screen;
mod system;
mod page;
mod table;
mod wrap;
pub(crate) mod signals;
mod soft;
mod standing;
mod progress;
mod follow;
pub(crate) mod output;

pub(crate) use follow::{FollowLines, FollowScreen, Happened};
pub(crate) use page::{Look, Page};
pub(crate) use pick::{can_pick, pick_one};
pub(crate) use progress::Progress;
pub(crate) use prompt::Terminal;
pub(crate) use read_line::{read_line_within, stdin, unreadable};
pub(crate) use table::GLUE;
pub(crate) use wrap::{columns, shortened};
