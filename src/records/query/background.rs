//! What a meeting knows of the time before it: decisions, topics, elections, open actions.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::circle::{Circle, Role};
use crate::meeting::{Draft, MeetingId, Scheduled};
use crate::records::page::agenda::Suggested;
use crate::records::query::suggestions::{Suggestion, suggestions};
use crate::records::{Answered, Decision, Election, Newcomer, Nominated, OpenAction, Topic};
use crate::text::{fold, same};

/// The records of a circle before a meeting.
#[derive(Clone, Debug, Default)]
pub struct Background {
    /// The decisions in force.
    pub decisions: Vec<Decision>,
    /// The topics in the backlog.
    pub topics: Vec<Topic>,
    /// What to decide about the circles right below whose leader or delegate is no member here.
    pub links: Vec<Topic>,
    /// The circles right below that have not ended: the name, and whether one is below it.
    pub below: Vec<(String, bool)>,
    /// The elections that count: of each role the latest, and those that begin later.
    pub elections: Vec<Election>,
    /// Those whom the circle took in, and who have not answered yet.
    pub newcomers: Vec<Newcomer>,
    /// What was said in earlier meetings to roles and to becoming a member, in their order.
    pub answers: Vec<Answered>,
    /// The ids of earlier meetings whose minutes are not approved.
    pub minutes: Vec<String>,
    /// Those of them that were approved before their journal was changed.
    pub changed: Vec<String>,
    /// The digests of complete journals: of those meetings, and of the latest earlier one.
    pub digests: BTreeMap<MeetingId, String>,
    /// The open actions of earlier meetings.
    pub actions: Vec<OpenAction>,
    /// When the circle meets next, as scheduled by the latest closed meeting; `None` if that day is
    /// past.
    pub scheduled: Option<Scheduled>,
    /// The latest day for which a closed meeting scheduled the next one, past or not.
    pub last_scheduled: Option<NaiveDate>,
    /// The nominations of selections that earlier meetings left; read only for a meeting.
    pub nominated: Vec<Nominated>,
    /// The folded names of everyone who was there as a member in an earlier meeting.
    pub seen: BTreeSet<String>,
}

impl Background {
    /// Returns what may go on the agenda, with reviews and the like that are due by `until`. The
    /// order is that of the numbers in the meeting and on the printed agenda.
    pub fn suggestions(&self, circle: &Circle, until: NaiveDate) -> Vec<Suggestion> {
        let decisions = self.decisions.iter().map(|it| (it.title.as_str(), it.validity));
        // A role is not filled again while somebody elected has not accepted.
        let waits = |role: &Role| self.unaccepted().any(|it| same(&it.role, &role.name));
        let terms = circle.terms().filter(|(it, _)| !waits(it));
        suggestions(&self.topics, &self.links, decisions, terms, until)
    }

    /// Returns the [`suggestions`](Self::suggestions), each with the draft or decision it starts
    /// from.
    pub fn suggested(&self, circle: &Circle, until: NaiveDate) -> Vec<Suggested<'_>> {
        // Maps by title, because a backlog may be long. The first of each title counts.
        let (mut drafts, mut in_force, mut topics) =
            (HashMap::new(), HashMap::new(), HashMap::new());
        for it in &self.topics {
            topics.entry((it.kind(), fold(&it.title))).or_insert(it);
        }
        for (title, draft) in self.drafts() {
            drafts.entry(fold(title)).or_insert(draft);
        }
        for it in &self.decisions {
            in_force.entry(fold(&it.title)).or_insert(it);
        }
        let start = |suggestion: Suggestion| {
            let title = fold(&suggestion.entry.title);
            let (draft, in_force) = (drafts.get(&title).cloned(), in_force.get(&title).copied());
            let topic = topics.get(&(suggestion.entry.kind, title)).copied();
            Suggested { suggestion, draft, in_force, topic }
        };
        self.suggestions(circle, until).into_iter().map(start).collect()
    }

    /// Returns the elections that are not accepted yet.
    pub fn unaccepted(&self) -> impl Iterator<Item = &Election> {
        self.elections.iter().filter(|it| !it.accepted)
    }

    /// Returns the decision in force with this title.
    pub fn in_force(&self, title: &str) -> Option<&Decision> {
        self.decisions.iter().find(|it| same(&it.title, title))
    }

    /// Returns the drafts of the backlog with their titles. An item starts from the first draft
    /// with its title, else from the decision.
    pub fn drafts(&self) -> impl Iterator<Item = (&str, Draft)> {
        let drafts =
            self.topics.iter().chain(&self.links).map(|it| (it.title.as_str(), it.draft()));
        drafts.filter(|(_, draft)| *draft != Draft::default())
    }
}
