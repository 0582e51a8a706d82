//! A selection that an earlier meeting left: the role as it was then, and whom the circle named.
//!
//! Nothing of it counts by itself: the role is shown and goes on, and everyone is asked anew.

use crate::circle::Attribution;
use crate::dialogue::Talk;
use crate::dialogue::ask::Block;
use crate::lang::{Arg, say};
use crate::meeting::{Item, ItemKind, MeetingId, RoleSaid, Sought};
use crate::records::{Nominated, Topic};
use crate::text::same;

impl<'a> Talk<'a> {
    /// Returns the topic from which the selection on the table goes on.
    pub(super) fn left_selection(&self) -> Option<&'a Topic> {
        let title = &self.state().on_table().filter(|it| it.selection().is_some())?.entry.title;
        let mut here = self.state().items.iter().filter_map(Item::election);
        // A journal of format 1 cannot say from which meeting a selection goes on.
        if self.meeting.format() < 2 || here.any(|it| same(&it.role, title)) {
            return None;
        }
        let mut topics = self.background.topics.iter();
        let topic = topics.find(|it| it.kind() == ItemKind::Select && same(&it.title, title));
        topic.filter(|it| it.goes_on())
    }

    /// Returns the role as it is shown: as this meeting says, else as the topic says from which it
    /// goes on, else as the circle has it. What the circle's file says it is for comes first.
    pub(super) fn role_now(&self) -> Sought {
        let (now, left) = (self.selection(), self.left_selection());
        let own = now.term.unwrap_or(self.meeting.circle().rules.term);
        let term = left.and_then(Topic::role_term);
        let today = self.now.date_naive();
        let begins = left.and_then(|it| it.begins).filter(|it| *it >= today);
        let purpose = left.and_then(|it| it.purpose.clone()).filter(|_| now.purpose.is_empty());
        Sought {
            role: now.role.clone(),
            purpose: purpose.unwrap_or_else(|| now.purpose.clone()),
            term: term.filter(|_| now.said == RoleSaid::Little).unwrap_or(own),
            since: now.since.or(begins),
            meeting: left.and_then(|it| it.meeting.clone()),
            qualifications: left.into_iter().flat_map(Topic::asks_for).cloned().collect(),
        }
    }

    /// Shows whom the circle named when the selection was on the table before, with the reasons; who
    /// named them only if the rules named everyone then and do so now.
    pub(super) fn named_then(&self) -> Vec<Block> {
        let Some(topic) = self.left_selection() else { return Vec::new() };
        let then = self.background.nominated.iter().find(|it| same(&it.role, &topic.title));
        let Some(Nominated { meeting, attribution, nominations, .. }) = then else {
            return Vec::new();
        };
        let rules = [*attribution, self.meeting.circle().rules.attribution];
        let is_attributed = rules.iter().all(|it| *it == Attribution::All);
        let reasons = self.reasons(nominations, is_attributed);
        let heading = self.hint(&say!("named-then", meeting = day_of(meeting)));
        [heading].into_iter().chain(reasons).collect()
    }
}

/// Returns when an earlier meeting was: its day, or its id where that has none.
pub(super) fn day_of(meeting: &str) -> Arg {
    MeetingId::new(meeting).day().map_or_else(|| meeting.into(), Arg::from)
}
