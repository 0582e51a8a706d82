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
    /// The topic with this title was decided or dropped.
    Decided(&'m str),
    /// The topic with this title and kind was explored or reported.
    Over(&'m str, ItemKind),
    /// A topic to give to this circle, with its item if that was begun.
    Refer(Topic, Option<&'m Item>, &'m str),
}

impl TopicChange<'_> {
    pub(crate) fn title(&self) -> &str {
        match self {
            Self::Keep(topic, _) | Self::Refer(topic, ..) => &topic.title,
            Self::Decided(title) | Self::Over(title, _) => title,
        }
    }
}

/// Returns the changes that a meeting makes to the backlog: one for each title, the last of the
/// meeting.
///
/// Topics that came up follow those of the items, and are left out if an item has the same title.
pub(crate) fn changes(meeting: &Meeting) -> Vec<TopicChange<'_>> {
    let Some(opened) = meeting.standing().next() else { return Vec::new() };
    let since = opened.at.date_naive();
    let state = meeting.state();
    let begun = state.items.iter().filter_map(|it| {
        // The next meeting starts a selection from the beginning.
        let draft = if it.selection().is_some() { Draft::default() } else { cleaned(&it.draft) };
        let topic = topic(&it.entry, since).with_draft(draft);
        Some(change(&it.entry, it.outcome.as_ref()?, topic, Some(it)))
    });
    let not_begun =
        state.left.iter().map(|(entry, outcome)| change(entry, outcome, topic(entry, since), None));
    let mut changes: Vec<TopicChange<'_>> = Vec::new();
    for next in begun.chain(not_begun) {
        // The end of a talk does not remove a topic of another kind with its title.
        let remains = |it: &TopicChange<'_>| match (it, &next) {
            (TopicChange::Keep(topic, _), TopicChange::Over(_, kind)) => topic.kind != Some(*kind),
            _ => false,
        };
        if !changes.iter().any(|it| same(it.title(), next.title()) && remains(it)) {
            changes.retain(|it| !same(it.title(), next.title()));
            changes.push(next);
        }
    }
    for fact in meeting.standing() {
        let What::Topic { title } = &fact.what else { continue };
        if !changes.iter().any(|it| same(it.title(), title)) {
            let topic = Topic { title: clean(title), since: Some(since), ..Topic::default() };
            changes.push(TopicChange::Keep(topic, None));
        }
    }
    changes
}

fn change<'m>(
    entry: &'m AgendaItem,
    outcome: &'m Outcome,
    topic: Topic,
    item: Option<&'m Item>,
) -> TopicChange<'m> {
    match outcome {
        Outcome::Adopted(_) | Outcome::Elected(_) | Outcome::Dropped => {
            TopicChange::Decided(&entry.title)
        }
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
        term: draft.term,
        responsible: some(&draft.responsible),
        measures: some(&draft.measures),
    }
}

/// Makes a topic of an item on the agenda.
fn topic(entry: &AgendaItem, since: NaiveDate) -> Topic {
    Topic {
        title: clean(&entry.title),
        kind: Some(entry.kind),
        by: entry.by.as_deref().map(clean),
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
