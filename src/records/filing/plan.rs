//! Plans which files to write, update and remove when a meeting is closed.
//!
//! Takes existing files as text and touches none. A file is overwritten only if all its content is
//! in the journal or in the new file.

use crate::circle::RoleChange;
use crate::lang::Words;
use crate::meeting::{Draft, Item, Meeting, MeetingId};
use crate::records::filing::documents::{Comparison, documents};
use crate::records::filing::topics::{TopicChange, changes};
use crate::records::filing::{Existing, circle_update};
use crate::records::{FrontMatter, Topic};
use crate::text::{clean, same, slug};

/// The changes to make in the circle's folder, to which all paths are relative.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Filing {
    /// The new files: decisions and elections, topics, then the minutes.
    pub writes: Vec<(String, String)>,
    /// The existing files to replace: accepted elections and topics.
    pub updates: Vec<(String, String)>,
    /// The existing files with other content, which are not changed.
    pub conflicts: Vec<String>,
    /// The topics to remove: decided, dropped, or given to another circle.
    pub removes: Vec<String>,
    /// The changes to the roles in the circle's file.
    pub role_changes: Vec<RoleChange>,
    /// The topics for circles whose folder is not known: the circle's name, and the topic's file.
    pub sends: Vec<(String, String)>,
}

/// Another circle whose folder is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbour {
    pub name: String,
    /// The relative path from the circle's folder to its folder: `compost`, `..`, `../kitchen`.
    pub path: String,
}

/// Plans the changes of a closed meeting.
///
/// `existing` holds the files in `decisions/`, `elections/` and `backlog/`, the minutes of the
/// meeting, the journals of [`electing_journals`](crate::records::filing::electing_journals), and
/// the files in `backlog/` of the `neighbours`. After the changes are made, a second plan has only
/// the role changes.
///
/// [`documents`] says which existing file is which decision or election. A topic with the same
/// title is updated if nothing of it gets lost; otherwise it is a conflict.
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
    let minutes = records.pop();
    for it in records {
        filing.keep(it, existing);
    }
    filing.updates.extend(circle_update::acceptances(meeting, existing));
    filing.backlog(meeting, existing, neighbours);
    if let Some(minutes) = minutes {
        filing.keep(minutes, existing);
    }
    filing
}

/// A topic in the backlog.
struct ExistingTopic<'a> {
    path: &'a str,
    text: &'a str,
    topic: Topic,
}

impl ExistingTopic<'_> {
    /// Returns whether all content of the file is in the newer topic or in the journal.
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
                    match there {
                        Some(it) if it.loses_nothing(&topic, *item) => {
                            self.removes.push(it.path.to_owned());
                        }
                        Some(it) => self.conflicts.push(it.path.to_owned()),
                        None => {}
                    }
                }
            }
        }
    }

    /// Adds a topic to the backlog of another circle, unless that has one with the same title.
    fn refer(&mut self, neighbour: &Neighbour, topic: &Topic, existing: &Existing<'_>) {
        let folder = format!("{}/backlog", neighbour.path);
        let there = topics(&format!("{folder}/"), existing);
        if there.iter().all(|it| !same(&it.topic.title, &topic.title)) {
            self.add(&folder, topic, existing);
        }
    }

    /// Adds a topic under a free name.
    fn add(&mut self, folder: &str, topic: &Topic, existing: &Existing<'_>) {
        let names = slug::numbered(slug::slug(&topic.title));
        let mut paths = names.map(|it| format!("{folder}/{it}.md"));
        let free =
            paths.find(|path| !existing.has(path) && self.writes.iter().all(|(it, _)| it != path));
        self.writes.extend(free.map(|path| (path, topic.to_text())));
    }

    /// Updates an existing topic; if content of its file would be lost, it is a conflict.
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

    /// Adds a file unless it exists; with other content it is a conflict.
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

/// Merges an existing topic with the topic of the meeting. If the latter has a text, its draft is
/// complete and replaces the old one.
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

/// Returns whether a draft is part of a version of the item, and so of the journal.
fn is_known(draft: &Draft, item: Option<&Item>) -> bool {
    let mut versions = item.into_iter().flat_map(|it| &it.versions);
    *draft == Draft::default()
        || versions.any(|it| {
            let whole = Draft::of(&it.wording);
            draft.clone().or(&whole) == whole
        })
}

#[cfg(test)]
mod tests;
