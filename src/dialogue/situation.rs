//! Says of a prompt at which step of the meeting it stands, for programs that ask it in their own way.

use crate::dialogue::Talk;
use crate::meeting::{ItemKind, Step};

/// At which step of the meeting a prompt stands. Nothing of it is shown at a terminal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Situation {
    /// The name of the step as `docs/language.md` lists it, or of a prompt that is no step.
    pub step: &'static str,
    /// The item on the table.
    pub item: Option<ItemOnTable>,
    /// Who has answered in the round, in its order.
    pub spoken: Vec<String>,
    /// Who has not answered in the round, in the order in which they are asked.
    pub waiting: Vec<String>,
}

/// The item on the table.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemOnTable {
    pub title: String,
    pub kind: ItemKind,
    /// Which item of the meeting it is, from 1.
    pub number: usize,
    /// How many items there are, with those that wait.
    pub count: usize,
    /// The version of the proposal, once there is one.
    pub version: Option<u32>,
}

impl Situation {
    /// Makes the situation of a prompt that belongs to no step of a meeting.
    pub(crate) fn outside(name: &'static str) -> Self {
        Self { step: name, ..Self::default() }
    }
}

impl Talk<'_> {
    /// Returns the situation at a step.
    pub(super) fn situation(&self, step: &Step) -> Situation {
        let state = self.state();
        let item = state.on_table().map(|it| ItemOnTable {
            title: it.entry.title.clone(),
            kind: it.entry.kind,
            number: state.items.len(),
            count: state.items.len() + state.agenda.len(),
            version: it.version().map(|it| it.number),
        });
        let (spoken, waiting) = self.round().map_or_else(Default::default, |round| {
            let spoken = round.order.iter().filter(|it| !round.waiting.contains(it));
            (spoken.cloned().collect(), round.waiting.clone())
        });
        Situation { step: self.step_name(step), item, spoken, waiting }
    }
}
