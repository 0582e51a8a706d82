//! Suggestions for the agenda of the next meeting: the backlog, due reviews, ending terms.
//!
//! The printed agenda and the meeting itself offer the same suggestions in the same order.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::circle::Role;
use crate::lang::{Phrase, say};
use crate::meeting::{AgendaItem, DatedValidity, ItemKind};
use crate::records::Topic;
use crate::text::fold;

/// An item that may go on the agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    pub entry: AgendaItem,
    pub reason: Reason,
}

/// Why an item is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is in the backlog.
    Backlog,
    /// The review of a decision is due on this day.
    Review(NaiveDate),
    /// A decision ends by itself with this day.
    Expires(NaiveDate),
    /// The term of a role ends on this day.
    Term(NaiveDate),
    /// It was postponed to this day.
    Postponed(NaiveDate),
    /// A circle right below is not linked to this one.
    Link,
}

impl Reason {
    /// Returns the reason as a phrase; `None` for the backlog.
    pub fn said(self) -> Option<Phrase> {
        match self {
            Self::Backlog => None,
            Self::Review(date) => Some(say!("why-review", date = date)),
            Self::Expires(date) => Some(say!("why-expires", date = date)),
            Self::Term(date) => Some(say!("why-term", date = date)),
            Self::Postponed(date) => Some(say!("why-postponed", date = date)),
            Self::Link => Some(say!("why-link")),
        }
    }
}

/// Returns the name of a kind of item.
pub(crate) fn kind(kind: ItemKind) -> Phrase {
    match kind {
        ItemKind::Decide => say!("kind-decide"),
        ItemKind::Select => say!("kind-select"),
        ItemKind::Explore => say!("kind-explore"),
        ItemKind::Report => say!("kind-report"),
    }
}

/// Returns the suggestions in this order: backlog, reviews and decisions that end, terms, links that
/// lack, postponed topics. Those with a
/// day are included if it is not after `until`.
///
/// `decisions` are the titles of the decisions in force that come back or end, each with how long it
/// stands. `terms` are the roles that may be filled, with the last days of their terms. A topic in the
/// backlog, even if postponed, replaces the review or term with the same title.
pub(crate) fn suggestions<'a>(
    topics: &[Topic],
    links: &[Topic],
    decisions: impl Iterator<Item = (&'a str, DatedValidity)>,
    terms: impl Iterator<Item = (&'a Role, NaiveDate)>,
    until: NaiveDate,
) -> Vec<Suggestion> {
    let entry = |kind, title: &str| AgendaItem::bare(kind, title.to_owned());
    let known: HashSet<(ItemKind, String)> =
        topics.iter().map(|it| (it.kind(), fold(&it.title))).collect();
    let is_new = |kind, title: &str| !known.contains(&(kind, fold(title)));
    let due = |date: &NaiveDate| *date <= until;
    let (mut backlog, mut postponed) = (Vec::new(), Vec::new());
    for topic in topics {
        let entry = AgendaItem {
            minutes: topic.minutes,
            by: topic.by.clone(),
            with: topic.with.clone(),
            ..entry(topic.kind(), &topic.title)
        };
        match topic.postponed {
            None => backlog.push(Suggestion { entry, reason: Reason::Backlog }),
            Some(date) if due(&date) => {
                postponed.push(Suggestion { entry, reason: Reason::Postponed(date) });
            }
            Some(_) => {}
        }
    }
    let decisions = decisions.filter(|(title, _)| is_new(ItemKind::Decide, title));
    let mut reviews: Vec<(NaiveDate, &str, bool)> = decisions
        .filter_map(|(title, it)| Some((it.day.filter(due)?, title, it.expires().is_some())))
        .collect();
    reviews.sort_unstable();
    let reviews = reviews.into_iter().map(|(date, title, expires)| Suggestion {
        entry: entry(ItemKind::Decide, title),
        reason: if expires { Reason::Expires(date) } else { Reason::Review(date) },
    });
    let terms = terms.filter(|(it, date)| due(date) && is_new(ItemKind::Select, &it.name));
    let terms = terms.map(|(it, date)| Suggestion {
        entry: entry(ItemKind::Select, &it.name),
        reason: Reason::Term(date),
    });
    let links = links.iter().filter(|it| is_new(ItemKind::Decide, &it.title));
    let links = links
        .map(|it| Suggestion { entry: entry(ItemKind::Decide, &it.title), reason: Reason::Link });
    backlog.into_iter().chain(reviews).chain(terms).chain(links).chain(postponed).collect()
}

#[cfg(test)]
mod tests {
    use std::iter;

    use super::*;
    use crate::circle::{Circle, Term};
    use crate::meeting::Validity;
    use crate::toml_file::Word;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn topic(title: &str, kind: Option<ItemKind>, postponed: Option<&str>) -> Topic {
        let postponed = postponed.map(day);
        Topic { title: title.to_owned(), kind, postponed, ..Topic::default() }
    }

    #[track_caller]
    fn check(topics: &[Topic], until: &str, expected: &[&str]) {
        let circle = Circle::read(
            "name = \"G\"\nmember = [{ name = \"Ana\" }, { name = \"Ben\" }]\nrole = [\
             { name = \"Keys\", holder = \"Ana\", until = 2026-09-10 }, { name = \"Compost\" },\
             { name = \"Chest\", holder = \"Ben\", until = 2027-01-01 }]",
        )
        .unwrap();
        let reviews =
            [("Quiet hours", "2026-09-05"), ("Fence", "2026-08-01"), ("Bees", "2027-09-05")];
        let year = Validity::Term(Term::YEAR);
        let reviews = reviews.iter().map(|(title, date)| {
            let review = DatedValidity { is: year, day: Some(day(date)) };
            (*title, review)
        });
        let offered: Vec<String> = suggestions(topics, &[], reviews, circle.terms(), day(until))
            .iter()
            .map(|it| format!("{} {}", it.entry.kind.word(), it.entry.title))
            .collect();
        assert_eq!(offered, expected);
    }

    #[test]
    fn the_backlog_comes_first_and_postponed_topics_last() {
        let topics = [
            topic("Hens", None, Some("2026-09-12")),
            topic("Bike rack", None, None),
            topic("Bench", Some(ItemKind::Report), None),
        ];
        check(
            &topics,
            "2026-09-19",
            &[
                "explore Bike rack",
                "report Bench",
                "decide Fence",
                "decide Quiet hours",
                "select Keys",
                "explore Hens",
            ],
        );
    }

    #[test]
    fn what_ends_by_itself_is_suggested_with_its_last_day() {
        let [fence, bees] = ["2026-09-05", "2026-08-01"].map(day);
        let decisions = [
            ("Fence", Validity::Expires(fence).announced(fence)),
            ("Bees", Validity::Until(bees).announced(bees)),
            ("Oven", Validity::Once.announced(bees)),
        ];
        let found = suggestions(&[], &[], decisions.into_iter(), iter::empty(), fence);
        let reasons: Vec<Reason> = found.iter().map(|it| it.reason).collect();
        assert_eq!(reasons, [Reason::Review(bees), Reason::Expires(fence)]);
    }

    #[test]
    fn reviews_and_terms_after_the_day_are_not_suggested() {
        check(&[topic("Hens", None, Some("2026-09-12"))], "2026-08-31", &["decide Fence"]);
        check(&[], "2026-09-09", &["decide Fence", "decide Quiet hours"]);
    }

    #[test]
    fn a_postponed_review_is_suggested_once_and_not_before_its_day() {
        let topics = [topic("FENCE", Some(ItemKind::Decide), Some("2026-10-01"))];
        check(&topics, "2026-08-31", &[]);
        check(&topics, "2026-10-02", &["decide Quiet hours", "select Keys", "decide FENCE"]);
    }
}
