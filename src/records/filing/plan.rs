//! Plans which files to write, update and remove when a meeting is closed.
//!
//! Takes existing files as text and touches none. A file is overwritten only if all its content is
//! in the journal or in the new file.

use crate::circle::{Change, RoleChange};
use crate::lang::Words;
use crate::meeting::{Item, ItemKind, Meeting, MeetingId};
use crate::records::filing::documents::{Comparison, documents};
use crate::records::filing::topics::{TopicChange, changes};
use crate::records::filing::{Existing, circle_update, decided, written};
use crate::records::format::journal::digest;
use crate::records::{FrontMatter, Topic};
use crate::text::{clean, fold, same, slug};

/// The changes to make in the circle's folder, to which all paths are relative.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Filing {
    /// The new files: decisions and elections, topics, then the minutes.
    pub writes: Vec<(String, String)>,
    /// The existing files to replace: accepted elections and topics.
    pub updates: Vec<(String, String)>,
    /// The existing files with other content, which are not changed.
    pub conflicts: Vec<String>,
    /// The files with a slip that may be the ones to update or to remove. They are not changed.
    pub slips: Vec<String>,
    /// The topics to remove: decided, dropped, or given to another circle.
    pub removes: Vec<String>,
    /// The topics that would be removed, and stay because no journal has all their words.
    pub stays: Vec<String>,
    /// The records and the minutes as they are afterwards: the digest of each, two blanks, its path.
    pub digests: Vec<String>,
    /// The changes that decisions make to the circle's file, which come before those to the roles.
    pub changes: Vec<Change>,
    /// The circles that decisions found or end right below.
    pub of_other_circles: Vec<Change>,
    /// The changes that elections make to the roles in the circle's file.
    pub role_changes: Vec<RoleChange>,
    /// The topics for circles whose folder is not known: the circle's name, and the topic's file.
    pub sends: Vec<(String, String)>,
}

/// Another circle whose folder is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbour {
    /// Its name; `None` if its circle file has a slip.
    pub name: Option<String>,
    /// The relative path from the circle's folder to its folder: `compost`, `..`, `../kitchen`.
    pub path: String,
}

/// Plans the changes of a closed meeting.
///
/// `existing` holds the files in `decisions/`, `elections/` and `backlog/`, the minutes of the
/// meeting, the journals of [`electing_journals`](crate::records::filing::electing_journals), and
/// the files in `backlog/` of the `neighbours`, and those circle files of theirs that have a slip. After the changes are made, a second plan has only
/// the changes to the circle's file.
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
    let mut existing = existing.clone();
    existing.add_said(meeting.standing());
    let existing = &existing;
    let mut filing = Filing {
        changes: decided::changes(meeting, existing),
        of_other_circles: decided::of_other_circles(meeting),
        role_changes: circle_update::role_changes(meeting, existing),
        ..Filing::default()
    };
    let mut records = documents(meeting, id, existing, words);
    let minutes = records.pop_if(|(path, _)| *path == id.minutes());
    for it in records {
        filing.keep(it, existing);
    }
    let put = written::paths(meeting, id, existing).into_iter();
    filing.writes.extend(put.filter(|(path, _)| !existing.has(path)));
    filing.updates.extend(circle_update::acceptances(meeting, existing));
    filing.slips.extend(circle_update::slips(meeting, existing));
    filing.backlog(meeting, id, existing, neighbours);
    if let Some(minutes) = minutes {
        filing.keep(minutes, existing);
    }
    filing
}

/// Returns whether earlier journals are needed to know that no word of a topic is lost: there is a
/// topic of this meeting with a draft that is not in its own journal.
pub(crate) fn needs_earlier_journals(meeting: &Meeting, existing: &Existing<'_>) -> bool {
    let mut existing = existing.clone();
    existing.add_said(meeting.standing());
    let changes = changes(meeting);
    topics("backlog/", &existing).iter().any(|it| {
        let is_meant = changes.iter().any(|change| same(change.title(), &it.topic.title));
        is_meant && !existing.were_said(&it.topic)
    })
}

/// A topic in the backlog.
struct ExistingTopic<'a> {
    path: &'a str,
    text: &'a str,
    topic: Topic,
}

impl ExistingTopic<'_> {
    /// Returns whether every word of the file is in the newer topic or in some journal.
    fn loses_nothing(&self, newer: &Topic, existing: &Existing<'_>) -> bool {
        let keeps = newer.draft() == self.topic.draft()
            && newer.purpose == self.topic.purpose
            && newer.qualifications == self.topic.qualifications
            && newer.objections == self.topic.objections
            && newer.concerns == self.topic.concerns;
        self.is_as_written() && (keeps || existing.were_said(&self.topic))
    }

    /// Returns whether every word of the file is in some journal.
    fn is_known(&self, existing: &Existing<'_>) -> bool {
        self.is_as_written() && existing.were_said(&self.topic)
    }

    /// Returns whether the file has no words but those of the topic: no comments. How it is laid
    /// out does not matter.
    fn is_as_written(&self) -> bool {
        fn words(text: &str) -> Vec<&str> {
            let mut words: Vec<&str> =
                text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
            words.sort_unstable();
            words
        }
        self.topic.to_text() == self.text || words(&self.topic.to_text()) == words(self.text)
    }
}

impl Filing {
    fn backlog(
        &mut self,
        meeting: &Meeting,
        id: &MeetingId,
        existing: &Existing<'_>,
        neighbours: &[Neighbour],
    ) {
        let own = topics("backlog/", existing);
        let changes = changes(meeting);
        // What is kept of another kind is not removed with what was dropped.
        let is_kept = |topic: &Topic| {
            changes.iter().any(|it| match it {
                TopicChange::Keep(kept, _) => {
                    same(&kept.title, &topic.title) && kept.kind == Some(topic.kind())
                }
                _ => false,
            })
        };
        for change in &changes {
            let mut there = own.iter().filter(|it| same(&it.topic.title, change.title()));
            if there.clone().next().is_none() && self.slip("backlog", change.title(), existing) {
                continue;
            }
            match change {
                TopicChange::Keep(topic, item) => {
                    let topic = topic.clone().discussed(meeting, id, *item);
                    match there.next() {
                        Some(there) => self.update(there, (&topic, *item), existing),
                        None => self.add("backlog", &topic, existing),
                    }
                }
                TopicChange::Decided(_) => there.for_each(|it| self.remove(it, existing)),
                TopicChange::Dropped(..) => {
                    there.filter(|it| !is_kept(&it.topic)).for_each(|it| self.remove(it, existing));
                }
                TopicChange::Over(_, kind) => {
                    let is_over = |it: &&ExistingTopic<'_>| {
                        let was_open = it.topic.kind.is_none() && it.topic.text.is_none();
                        was_open || it.topic.kind() == *kind
                    };
                    there.filter(is_over).for_each(|it| self.remove(it, existing));
                }
                TopicChange::Refer(topic, item, circle) => {
                    let there = there.next();
                    let topic = topic.clone().discussed(meeting, id, *item);
                    let topic = merged(there.map(|it| &it.topic), &topic, *item);
                    let is_meant =
                        |it: &&Neighbour| it.name.as_ref().is_some_and(|it| same(it, circle));
                    let Some(neighbour) = neighbours.iter().find(is_meant) else {
                        let slips = neighbour_slips(neighbours, circle, existing);
                        if slips.is_empty() {
                            self.sends.push((clean(circle), topic.to_text()));
                        }
                        self.slips.extend(slips);
                        continue;
                    };
                    if !self.refer(neighbour, &topic, existing) {
                        continue;
                    }
                    let Some(there) = there else { continue };
                    let list = if there.loses_nothing(&topic, existing) {
                        &mut self.removes
                    } else {
                        &mut self.conflicts
                    };
                    list.push(there.path.to_owned());
                }
            }
        }
    }

    /// Removes a topic, if no word of it is lost by that.
    fn remove(&mut self, topic: &ExistingTopic<'_>, existing: &Existing<'_>) {
        let is_known = topic.is_known(existing);
        let list = if is_known { &mut self.removes } else { &mut self.stays };
        list.push(topic.path.to_owned());
    }

    /// Puts a topic into the backlog of another circle, unless it is there. Returns whether it is.
    fn refer(&mut self, neighbour: &Neighbour, topic: &Topic, existing: &Existing<'_>) -> bool {
        let folder = format!("{}/backlog", neighbour.path);
        let there = topics(&format!("{folder}/"), existing);
        if there.iter().any(|it| same(&it.topic.title, &topic.title)) {
            return true;
        }
        if self.slip(&folder, &topic.title, existing) {
            return false;
        }
        self.add(&folder, topic, existing);
        true
    }

    /// Adds the files of a backlog with a slip that may be the topic of this title. Returns whether
    /// there are any.
    fn slip(&mut self, folder: &str, title: &str, existing: &Existing<'_>) -> bool {
        let slips = existing.slips::<Topic>(&format!("{folder}/"), &[title]);
        self.slips.extend(slips.iter().map(|it| (*it).clone()));
        !slips.is_empty()
    }

    /// Adds a topic under a free name.
    fn add(&mut self, folder: &str, topic: &Topic, existing: &Existing<'_>) {
        let names = slug::numbered(slug::slug(&topic.title));
        let mut paths = names.map(|it| format!("{folder}/{it}.md"));
        let free =
            paths.find(|path| !existing.has(path) && self.writes.iter().all(|(it, _)| it != path));
        self.writes.extend(free.map(|path| (path, topic.to_text())));
    }

    /// Brings a topic up to date, where nothing is lost by it. One that was about to be removed
    /// begins anew.
    fn update(
        &mut self,
        there: &ExistingTopic<'_>,
        (topic, item): (&Topic, Option<&Item>),
        existing: &Existing<'_>,
    ) {
        let removed = self.removes.iter().position(|it| it == there.path);
        let new = match removed.map(|index| self.removes.swap_remove(index)) {
            Some(_) => topic.clone(),
            None => merged(Some(&there.topic), topic, item),
        };
        if new == there.topic {
            return;
        }
        if removed.is_some() || there.loses_nothing(&new, existing) {
            self.updates.push((there.path.to_owned(), new.to_text()));
        } else {
            self.conflicts.push(there.path.to_owned());
        }
    }

    /// Adds a file unless it exists; with other content it is a conflict.
    fn keep(&mut self, (path, text): (String, String), existing: &Existing<'_>) {
        match existing.get(&path) {
            None => {
                self.digests.push(format!("{}  {path}", digest(&text)));
                self.writes.push((path, text));
            }
            Some(there) if Comparison::of(there, &text) != Comparison::Otherwise => {
                self.digests.push(format!("{}  {path}", digest(there)));
            }
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

/// Returns the circle files with a slip that may be that of a circle with this name.
fn neighbour_slips(neighbours: &[Neighbour], circle: &str, existing: &Existing<'_>) -> Vec<String> {
    let nameless = neighbours.iter().filter(|it| it.name.is_none());
    let files = nameless.map(|it| format!("{}/circle.toml", it.path));
    let has_name = |it: &String| {
        existing.get(it).is_some_and(|text| fold(text).contains(&fold(&clean(circle))))
    };
    files.filter(has_name).collect()
}

/// Merges an existing topic with the topic of the meeting, and of its item if that was begun. If the
/// latter has a text, its draft is complete and replaces the old one.
fn merged(old: Option<&Topic>, topic: &Topic, item: Option<&Item>) -> Topic {
    let Some(old) = old.cloned() else { return topic.clone() };
    let kind = old.kind.or(topic.kind);
    let is_role = topic.kind == Some(ItemKind::Select) && kind == topic.kind;
    let role = if is_role { topic.clone().with_role_of(&old, item) } else { old.clone() };
    let draft = if topic.text.is_some() { topic.draft() } else { old.draft() };
    // What was objected and of concern is that of the last meeting in which it was on the table.
    let last = if topic.meeting.is_some() { topic } else { &old };
    let (meeting, objections) = (last.meeting.clone(), last.objections.clone());
    let concerns = last.concerns.clone();
    let (by, with) = match old.by {
        Some(_) => (old.by, old.with),
        None => (topic.by.clone(), topic.with.clone()),
    };
    let merged = Topic {
        kind,
        by,
        with,
        minutes: old.minutes.or(topic.minutes),
        since: old.since,
        postponed: topic.postponed.or(old.postponed),
        title: old.title,
        purpose: role.purpose,
        validity: role.validity.filter(|_| kind == Some(ItemKind::Select)),
        begins: role.begins,
        qualifications: role.qualifications,
        meeting,
        objections,
        concerns,
        ..Topic::default()
    };
    merged.with_draft(draft)
}

#[cfg(test)]
mod tests;
