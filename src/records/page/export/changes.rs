//! How often each thing with a day was moved, and when last, from the facts of all meetings.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::circle::Renames;
use crate::meeting::{Fact, Moment, Scheduled, What, standing};
use crate::text::fold;

/// How often something was moved, and the moment of the latest fact about its day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Change {
    pub moved: u32,
    pub at: Moment,
}

/// The changes of what has a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Changes {
    /// The decisions, by meeting and title.
    decisions: HashMap<(String, String), Moment>,
    /// The terms, by role and first day.
    terms: HashMap<(String, NaiveDate), Moment>,
    /// The topics by title. Those of one title are told apart by their files alone, so that a later
    /// one never has fewer changes than an earlier one had.
    topics: HashMap<String, Change>,
    /// The next meeting: the meeting in which it was first scheduled, its day, and its changes.
    next: Option<(String, Scheduled, Change)>,
}

impl Changes {
    /// Adds the facts of a meeting. Meetings must come in their order.
    pub(crate) fn add(&mut self, stem: &str, facts: &[Fact], renames: &Renames) {
        let mut title = String::new();
        let stands = standing(facts);
        // What a meeting says of the next one counts once it is closed.
        let is_closed = stands.iter().any(|it| facts[*it].what == What::Closed {});
        for index in stands {
            let Fact { what, at } = &facts[index];
            match what {
                // The scheduled meeting is this one, unless that is on a later day.
                What::Opened(_) => {
                    let day = at.date_naive();
                    self.next.take_if(|(_, it, _)| it.date.is_none_or(|date| date <= day));
                }
                What::Began(it) => title.clone_from(&it.title),
                What::Adopted(it) => {
                    self.decisions.insert((stem.to_owned(), fold(&it.title)), *at);
                }
                What::Elected(it) => {
                    let mut role = it.role.clone();
                    renames.role(&mut role);
                    self.terms.insert((fold(&role), it.since), *at);
                }
                What::Postponed { title: other, date: Some(_), .. } => {
                    let title = fold(other.as_ref().unwrap_or(&title));
                    let first = Change { moved: 0, at: *at };
                    let moved = |it: &mut Change| *it = Change { moved: it.moved + 1, at: *at };
                    self.topics.entry(title).and_modify(moved).or_insert(first);
                }
                What::Scheduled(it) if is_closed => self.schedule(stem, it, *at),
                _ => {}
            }
        }
    }

    fn schedule(&mut self, stem: &str, next: &Scheduled, at: Moment) {
        let first = (stem.to_owned(), next.clone(), Change { moved: 0, at });
        let (_, there, change) = self.next.get_or_insert(first);
        if there != next {
            *there = next.clone();
            *change = Change { moved: change.moved + 1, at };
        }
    }

    pub(super) fn decision(&self, stem: Option<&str>, title: &str) -> Option<Change> {
        let at = self.decisions.get(&(stem?.to_owned(), fold(title)))?;
        Some(Change { moved: 0, at: *at })
    }

    pub(super) fn term(&self, role: &str, since: Option<NaiveDate>) -> Option<Change> {
        Some(Change { moved: 0, at: *self.terms.get(&(fold(role), since?))? })
    }

    pub(super) fn topic(&self, title: &str) -> Option<Change> {
        self.topics.get(&fold(title)).copied()
    }

    /// Returns the meeting in which the next one was first scheduled, and its changes.
    pub(super) fn next(&self, next: &Scheduled) -> Option<(&str, Change)> {
        let (stem, it, change) = self.next.as_ref()?;
        (it == next).then_some((stem.as_str(), *change))
    }
}
