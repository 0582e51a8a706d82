//! Filing: which files a meeting leaves behind, found before the first of them is written.
//!
//! Pure: what is there comes in as text, what is to be done goes out. Never lets a file be
//! overwritten whose words are kept nowhere else.

use crate::circle::RoleChange;
use crate::lang::Words;
use crate::meeting::{Draft, Item, Meeting, MeetingId};
use crate::records::filing::documents::{Comparison, documents};
use crate::records::filing::topics::{TopicChange, changes};
use crate::records::filing::{Existing, circle_update};
use crate::records::{FrontMatter, Topic};
use crate::text::{clean, same, slug};

/// What is to be done in the circle's folder; all paths are relative to it.
///
/// What is already there as it should be needs nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Filing {
    /// The files to write that are not there yet: decisions, topics, then the minutes.
    pub writes: Vec<(String, String)>,
    /// The topics to write in place of those there: every word of these is in the journal too.
    pub updates: Vec<(String, String)>,
    /// The files that stand in the way with other content, and stay as they are.
    pub conflicts: Vec<String>,
    /// The topics that were decided or dropped, or went to another circle, to be removed.
    pub removes: Vec<String>,
    /// What the circle's file is to say of its roles.
    pub role_changes: Vec<RoleChange>,
    /// What goes to circles that are not here: the circle's name, and the topic as a file.
    pub sends: Vec<(String, String)>,
}

/// Another circle whose folder is here.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbour {
    /// What the circle is called.
    pub name: String,
    /// The way to its folder from the circle's own: `compost`, `..`, `../kitchen`.
    pub path: String,
}

/// Finds what a closed meeting leaves behind.
///
/// `stem` is that of the journal. `existing` holds the files in `decisions/`, `backlog/`,
/// `elections/` and `meetings/STEM.md` by their path in the circle's folder, the
/// journals of elections that are accepted now ([`crate::records::electing_journals`]), and those in
/// the backlog of each of the `neighbours`. With what was filed in place, the same meeting leaves
/// nothing more to do but its seatings, which the circle's file itself answers.
///
/// Which file a decision or an election is, [`documents`] says. A topic of the same title is
/// brought up to date where every word of it is in the journal too; otherwise it is a conflict.
pub(crate) fn plan(
    meeting: &Meeting,
    id: &MeetingId,
    existing: &Existing<'_>,
    neighbours: &[Neighbour],
    words: &Words,
) -> Filing {
    let mut filing = Filing {
        role_changes: circle_update::role_changes(meeting, existing),
        ..Filing::default()
    };
    let mut records = documents(meeting, id, existing, words);
    let minutes = records.split_off(records.len() - 1);
    for it in records {
        filing.keep(it, existing);
    }
    filing.updates.extend(circle_update::acceptances(meeting, existing));
    filing.backlog(meeting, existing, neighbours);
    for it in minutes {
        filing.keep(it, existing);
    }
    filing
}

/// A topic that is there.
struct ExistingTopic<'a> {
    path: &'a str,
    text: &'a str,
    topic: Topic,
}

impl ExistingTopic<'_> {
    /// Returns whether every word of the file is in the newer topic or in the journal.
    fn loses_nothing(&self, newer: &Topic, item: Option<&Item>) -> bool {
        let as_written = self.topic.to_text() == self.text;
        let draft = self.topic.draft();
        as_written && (newer.draft() == draft || is_known(&draft, item))
    }
}

impl Filing {
    fn backlog(&mut self, meeting: &Meeting, existing: &Existing<'_>, neighbours: &[Neighbour]) {
        let own = topics("backlog/", existing);
        for change in changes(meeting) {
            let mut there = own.iter().filter(|it| same(&it.topic.title, change.title()));
            match &change {
                TopicChange::Keep(topic, item) => match there.next() {
                    Some(there) => self.update(there, topic, *item),
                    None => self.add("backlog", topic, existing),
                },
                TopicChange::Decided(_) => {
                    self.removes.extend(there.map(|it| it.path.to_owned()));
                }
                TopicChange::Over(_, kind) => {
                    let over = there.filter(|it| it.topic.kind() == *kind);
                    self.removes.extend(over.map(|it| it.path.to_owned()));
                }
                TopicChange::Refer(topic, item, circle) => {
                    let there = there.next();
                    let topic = merged(there.map(|it| &it.topic), topic);
                    let Some(neighbour) = neighbours.iter().find(|it| same(&it.name, circle))
                    else {
                        self.sends.push((clean(circle), topic.to_text()));
                        continue;
                    };
                    self.refer(neighbour, &topic, existing);
                    let Some(there) = there else { continue };
                    let list = if there.loses_nothing(&topic, *item) {
                        &mut self.removes
                    } else {
                        &mut self.conflicts
                    };
                    list.push(there.path.to_owned());
                }
            }
        }
    }

    /// Puts a topic into the backlog of another circle, unless it is there.
    fn refer(&mut self, neighbour: &Neighbour, topic: &Topic, existing: &Existing<'_>) {
        let folder = format!("{}/backlog", neighbour.path);
        let there = topics(&format!("{folder}/"), existing);
        if there.iter().all(|it| !same(&it.topic.title, &topic.title)) {
            self.add(&folder, topic, existing);
        }
    }

    /// Writes a topic whose title is not in the backlog yet.
    fn add(&mut self, folder: &str, topic: &Topic, existing: &Existing<'_>) {
        let names = slug::numbered(slug::slug(&topic.title));
        let mut paths = names.map(|it| format!("{folder}/{it}.md"));
        let free =
            paths.find(|path| !existing.has(path) && self.writes.iter().all(|(it, _)| it != path));
        self.writes.extend(free.map(|path| (path, topic.to_text())));
    }

    /// Brings a topic up to date, where nothing is lost by it.
    fn update(&mut self, there: &ExistingTopic<'_>, topic: &Topic, item: Option<&Item>) {
        let new = merged(Some(&there.topic), topic);
        if new == there.topic {
            return;
        }
        if there.loses_nothing(&new, item) {
            self.updates.push((there.path.to_owned(), new.to_text()));
        } else {
            self.conflicts.push(there.path.to_owned());
        }
    }

    /// Writes a file unless it is there; with other content it is a conflict.
    fn keep(&mut self, (path, text): (String, String), existing: &Existing<'_>) {
        match existing.get(&path) {
            None => self.writes.push((path, text)),
            Some(there) if Comparison::of(there, &text) != Comparison::Otherwise => {}
            Some(_) => self.conflicts.push(path),
        }
    }
}

fn topics<'a>(folder: &str, existing: &Existing<'a>) -> Vec<ExistingTopic<'a>> {
    let read = existing.beginning(folder).filter_map(|(path, text)| {
        Some(ExistingTopic { path, text, topic: Topic::read_text(text).ok()? })
    });
    read.collect()
}

/// Brings a topic that is there up to date. A draft with a text is whole: what it leaves out was
/// taken out.
fn merged(old: Option<&Topic>, topic: &Topic) -> Topic {
    let Some(old) = old.cloned() else { return topic.clone() };
    let draft = if topic.text.is_some() { topic.draft() } else { old.draft() };
    let merged = Topic {
        kind: old.kind.or(topic.kind),
        by: old.by.or_else(|| topic.by.clone()),
        minutes: old.minutes.or(topic.minutes),
        since: old.since,
        postponed: topic.postponed.or(old.postponed),
        title: old.title,
        ..Topic::default()
    };
    merged.with_draft(draft)
}

/// Returns whether a draft is part of a version that the item had, and so of the journal.
fn is_known(draft: &Draft, item: Option<&Item>) -> bool {
    let versions = item.into_iter().flat_map(|it| &it.versions);
    let mut versions = versions.map(|it| Draft::of(&it.wording));
    *draft == Draft::default() || versions.any(|it| draft.clone().or(&it) == it)
}

#[cfg(test)]
mod tests;
