//! The seats of the members by name, so that a long list of names is not compared with each member.

use std::collections::HashMap;

use crate::circle::Member;
use crate::text::fold;

/// The seats of the members: indices into the members of the circle.
pub(super) struct Seats {
    exact: HashMap<String, usize>,
    folded: HashMap<String, usize>,
}

impl Seats {
    pub(super) fn of(members: &[Member]) -> Self {
        let (mut exact, mut folded) = (HashMap::new(), HashMap::new());
        for (seat, member) in members.iter().enumerate() {
            exact.entry(member.name.clone()).or_insert(seat);
            folded.entry(fold(&member.name)).or_insert(seat);
        }
        Self { exact, folded }
    }

    /// Finds the seat of a member by the whole name as it is written.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.exact.get(name).copied()
    }

    /// Finds the first seat of a member whose name is the same, ignoring case and accents.
    pub(super) fn same(&self, name: &str) -> Option<usize> {
        self.folded.get(&fold(name)).copied()
    }
}
