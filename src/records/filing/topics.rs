//! The changes that a meeting makes to the backlog. Never reads the backlog itself.

use chrono::NaiveDate;

use crate::meeting::{AgendaItem, Draft, Item, ItemKind, Meeting, Outcome, What};
use crate::records::Topic;
use crate::text::{clean, same};

/// A change to the backlog.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TopicChange<'m> {
    /// A topic to keep, with its item if that was begun.
    Keep(Topic, Option<&'m Item>),
    /// What this topic was about is decided.
    Decided(&'m str),
    /// Something of this kind was dropped.
    Dropped(&'m str, ItemKind),
    /// A topic of this kind was explored or reported to its end.
    Over(&'m str, ItemKind),
    /// A topic to give to this circle, with its item if that was begun.
    Refer(Topic, Option<&'m Item>, &'m str),
}

impl TopicChange<'_> {
    pub(crate) fn title(&self) -> &str {
        match self {
            Self::Keep(topic, _) | Self::Refer(topic, ..) => &topic.title,
            Self::Decided(title) | Self::Dropped(title, _) | Self::Over(title, _) => title,
        }
    }

    /// Returns whether it is a topic that came up, of which no kind was said.
    fn is_raised(&self) -> bool {
        matches!(self, Self::Keep(Topic { kind: None, .. }, None))
    }
}

/// Returns what a meeting means for the backlog, in the order in which it was said. A title has
/// one change, the last one said, with two exceptions: what is kept of one kind is not ended with
/// something of another kind, and a topic that came up during or after an item of its title is a
/// new one.
pub(crate) fn changes(meeting: &Meeting) -> Vec<TopicChange<'_>> {
    let Some(opened) = meeting.standing().next() else { return Vec::new() };
    let since = opened.at.date_naive();
    let state = meeting.state();
    let begun = state.items.iter().filter_map(|it| {
        // What is known of a role is no draft.
        let draft = if it.selection().is_some() { Draft::default() } else { cleaned(&it.draft) };
        let topic = topic(&it.entry, since).with_draft(draft);
        let outcome = change(&it.entry, it.outcome.as_ref()?, topic, Some(it));
        Some((it.facts.end, it.facts.start, outcome))
    });
    let unbegun = state.left.iter().map(|it| {
        (it.facts, it.facts, change(&it.entry, &it.outcome, topic(&it.entry, since), None))
    });
    let raised = meeting.standing().enumerate().filter_map(|(index, fact)| {
        let What::Topic { title } = &fact.what else { return None };
        let topic = Topic { title: clean(title), since: Some(since), ..Topic::default() };
        Some((index, index, TopicChange::Keep(topic, None)))
    });
    let mut all: Vec<_> = begun.chain(unbegun).chain(raised).collect();
    all.sort_by_key(|(end, ..)| *end);

    // Each with the number of facts by then.
    let mut changes: Vec<(usize, TopicChange<'_>)> = Vec::new();
    for (end, start, next) in all {
        let is_same = |it: &TopicChange<'_>| same(it.title(), next.title());
        if next.is_raised() {
            let is_kept = |it: &TopicChange<'_>| matches!(it, TopicChange::Keep(..));
            if !changes.iter().any(|(_, it)| is_same(it) && is_kept(it)) {
                changes.push((end, next));
            }
            continue;
        }
        let remains = |at: usize, it: &TopicChange<'_>| match &next {
            TopicChange::Keep(..) | TopicChange::Refer(..) => false,
            _ if it.is_raised() => at >= start,
            TopicChange::Dropped(_, kind) | TopicChange::Over(_, kind) => {
                matches!(it, TopicChange::Keep(topic, _) if topic.kind != Some(*kind))
            }
            TopicChange::Decided(_) => false,
        };
        let (same, others): (Vec<_>, Vec<_>) = changes.into_iter().partition(|(_, it)| is_same(it));
        let (kept, raised): (Vec<_>, Vec<_>) = same
            .into_iter()
            .filter(|(at, it)| remains(*at, it))
            .partition(|(_, it)| !it.is_raised());
        changes = others.into_iter().chain(kept).collect();
        changes.push((end, next));
        changes.extend(raised);
    }
    let mut changes: Vec<TopicChange<'_>> = changes.into_iter().map(|(_, it)| it).collect();
    changes.sort_by_key(TopicChange::is_raised);
    changes
}

fn change<'m>(
    entry: &'m AgendaItem,
    outcome: &'m Outcome,
    topic: Topic,
    item: Option<&'m Item>,
) -> TopicChange<'m> {
    match outcome {
        Outcome::Adopted(_) | Outcome::Elected(_) | Outcome::Awaited(_) => {
            TopicChange::Decided(&entry.title)
        }
        Outcome::Dropped => TopicChange::Dropped(&entry.title, entry.kind),
        Outcome::Done => TopicChange::Over(&entry.title, entry.kind),
        Outcome::Postponed(date) => TopicChange::Keep(Topic { postponed: *date, ..topic }, item),
        Outcome::KeptOpen => TopicChange::Keep(topic, item),
        Outcome::Referred(circle) => TopicChange::Refer(topic, item, circle),
    }
}

fn cleaned(draft: &Draft) -> Draft {
    let all = |list: &Vec<String>| -> Vec<String> { list.iter().map(|it| clean(it)).collect() };
    let some = |list: &Option<Vec<String>>| list.as_ref().map(all).filter(|it| !it.is_empty());
    Draft {
        nominee: None,
        text: draft.text.as_deref().map(clean),
        validity: draft.validity,
        responsible: some(&draft.responsible),
        measures: some(&draft.measures),
        effects: draft.effects.clone().filter(|it| !it.is_empty()),
    }
}

/// Makes a topic of an item on the agenda.
fn topic(entry: &AgendaItem, since: NaiveDate) -> Topic {
    Topic {
        title: clean(&entry.title),
        kind: Some(entry.kind),
        by: entry.by.as_deref().map(clean),
        with: entry.with.iter().map(|it| clean(it)).collect(),
        minutes: entry.minutes,
        since: Some(since),
        ..Topic::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::circle::Attribution;
    use crate::records::{FrontMatter, sample};

    fn topics(meeting: &Meeting) -> Vec<Topic> {
        let kept = changes(meeting).into_iter().filter_map(|it| match it {
            TopicChange::Keep(topic, _) => Some(topic),
            _ => None,
        });
        kept.collect()
    }

    #[test]
    fn an_undecided_item_becomes_a_topic_with_its_latest_draft() {
        let meeting = sample::meeting(Attribution::None);
        let texts: Vec<String> = topics(&meeting).iter().map(Topic::to_text).collect();
        assert_eq!(
            texts,
            [
                "+++\ntitle = \"Tool shed\"\nkind = \"decide\"\nby = \"Ana\"\nsince = 2026-09-05\n\
                 postponed = 2026-09-19\nterm = \"1 year\"\n+++\n\nWe build a shed.\n",
                "+++\ntitle = \"Open day\"\nkind = \"explore\"\nby = \"Ana\"\nminutes = 15\n\
                 since = 2026-09-05\n+++\n",
                "+++\ntitle = \"Bike rack\"\nsince = 2026-09-05\n+++\n",
            ]
        );
    }

    #[test]
    fn written_text_is_read_back_unchanged() {
        let meeting = sample::meeting(Attribution::None);
        for topic in topics(&meeting) {
            for text in sample::NASTY {
                let mut topic = topic.clone();
                topic.title = text.to_owned();
                topic.text = Some(text.to_owned());
                topic.responsible = Vec::new();
                topic.measures = vec![text.to_owned()];
                assert_eq!(Topic::read_text(&topic.to_text()), Ok(topic));
            }
        }
    }
}
