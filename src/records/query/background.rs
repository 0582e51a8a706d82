//! What lies outside a meeting: what it can start from, take up, read or replace.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::circle::Role;
use crate::meeting::{Draft, Scheduled};
use crate::records::page::agenda::Suggested;
use crate::records::query::suggestions::{Suggestion, suggestions};
use crate::records::{Decision, Election, OpenAction, Topic};
use crate::text::{fold, same};

/// What lies outside a meeting, as it was before it.
#[derive(Clone, Debug, Default)]
pub struct Background {
    /// The decisions in force.
    pub decisions: Vec<Decision>,
    /// The topics in the backlog.
    pub topics: Vec<Topic>,
    /// For each role the election that no later one replaced.
    pub elections: Vec<Election>,
    /// The ids of the earlier meetings whose minutes are not approved.
    pub minutes: Vec<String>,
    /// The actions of earlier meetings that are still open.
    pub actions: Vec<OpenAction>,
    /// When the circle meets next, as the latest closed meeting left it; none where that day is
    /// over.
    pub scheduled: Option<Scheduled>,
}

impl Background {
    /// Returns what may go on an agenda, of what has a date all that is due by `until`: in the
    /// order in which a meeting numbers it, and so does the agenda that is sent round.
    pub fn suggestions(&self, roles: &[Role], until: NaiveDate) -> Vec<Suggestion> {
        let reviews = self.decisions.iter().map(|it| (it.title.as_str(), it.review));
        // Where somebody was elected and has not accepted, nobody is elected anew.
        let waits = |role: &&Role| self.unaccepted().any(|it| same(&it.role, &role.name));
        suggestions(&self.topics, reviews, roles.iter().filter(|it| !waits(it)), until)
    }

    /// Returns the same, each with what it starts from.
    pub fn suggested(&self, roles: &[Role], until: NaiveDate) -> Vec<Suggested<'_>> {
        // By title, the first one counts: a backlog may be long.
        let (mut drafts, mut in_force) = (HashMap::new(), HashMap::new());
        for (title, draft) in self.drafts() {
            drafts.entry(fold(title)).or_insert(draft);
        }
        for it in &self.decisions {
            in_force.entry(fold(&it.title)).or_insert(it);
        }
        let start = |suggestion: Suggestion| {
            let title = fold(&suggestion.entry.title);
            let (draft, in_force) = (drafts.get(&title).cloned(), in_force.get(&title).copied());
            Suggested { suggestion, draft, in_force }
        };
        self.suggestions(roles, until).into_iter().map(start).collect()
    }

    /// Returns the elections that nobody has accepted yet.
    pub fn unaccepted(&self) -> impl Iterator<Item = &Election> {
        self.elections.iter().filter(|it| !it.accepted)
    }

    /// Returns the decision in force under a title.
    pub fn in_force(&self, title: &str) -> Option<&Decision> {
        self.decisions.iter().find(|it| same(&it.title, title))
    }

    /// Returns what the backlog has proposed so far, each under its title: an item starts from
    /// the first under its own, before it starts from a decision.
    pub fn drafts(&self) -> impl Iterator<Item = (&str, Draft)> {
        let drafts = self.topics.iter().map(|it| (it.title.as_str(), it.draft()));
        drafts.filter(|(_, draft)| *draft != Draft::default())
    }
}
