//! Which circles of the tree a command reads.

use crate::error::Error;
use crate::store::Folder;
use crate::store::tree::Branch;

/// The circles that a command reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// This circle alone.
    One,
    /// This circle and all below it.
    Below,
    /// The topmost circle above and all below it.
    Whole,
}

/// The options of commands that read one circle unless asked for more.
#[derive(clap::Args)]
pub(super) struct ReachArgs {
    /// Of this circle and all below it
    #[arg(long)]
    deep: bool,

    /// Of all circles, from the topmost one above
    #[arg(long)]
    whole: bool,
}

impl ReachArgs {
    pub(super) fn reach(&self) -> Reach {
        Reach::of(self.deep, self.whole)
    }
}

/// The option of commands that always read this circle and all below it.
#[derive(clap::Args)]
pub(super) struct WholeArgs {
    /// Of all circles, from the topmost one above
    #[arg(long)]
    whole: bool,
}

impl WholeArgs {
    pub(super) fn reach(&self) -> Reach {
        if self.whole { Reach::Whole } else { Reach::Below }
    }
}

impl Reach {
    /// Returns what the options `--deep` and `--whole` ask for.
    pub(super) fn of(deep: bool, whole: bool) -> Self {
        match (deep, whole) {
            (_, true) => Self::Whole,
            (true, false) => Self::Below,
            (false, false) => Self::One,
        }
    }

    /// Finds the circles, each before those below it. Errors of folders that cannot be read are added
    /// to `unread`.
    pub(super) fn branches(self, folder: Folder, unread: &mut Vec<Error>) -> Vec<Branch> {
        match self {
            Self::One => vec![Branch { folder, wider: None, depth: 0 }],
            Self::Below => folder.below(unread),
            Self::Whole => folder.top().below(unread),
        }
    }
}
