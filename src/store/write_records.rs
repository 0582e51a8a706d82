//! Writes the records of a closed meeting.
//!
//! Never decides what is written: `records::filing` and `circle` do.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::circle::Renames;
use crate::circle::{Change, ChangeResult, Circle, RoleChange, change, seat};
use crate::error::{Error, Result};
use crate::lang::Words;
use crate::meeting::{Fact, Filed, Meeting, MeetingId, Moment, Outcome, What};
use crate::records::filing::Existing;
use crate::records::format::journal;
use crate::records::{Filing, FrontMatter, Neighbour, Topic, filing, left_behind};
use crate::store::file::{CIRCLE_LIMIT, LIMIT, RECORD_LIMIT, named};
use crate::store::folder::read_circle_and_text;
use crate::store::{
    Archive, Folder, JournalFile, RecordSet, Stands, Written, clock, file, other_circles, written,
};
use crate::text::same;

/// The result of writing the records; files are named as in messages.
#[derive(Debug, Default)]
pub(crate) struct FilingResult {
    pub written: Vec<String>,
    /// The topics that were removed because they were decided or sent to another circle.
    pub removed: Vec<String>,
    /// The topics that were decided and are not removed, because no journal has all their words.
    pub stays: Vec<String>,
    /// The files that exist with other content; they are not overwritten.
    pub conflicts: Vec<String>,
    /// The files with a slip that may be meant; they are not changed.
    pub slips: Vec<String>,
    /// The elections that were not written into the circle's file, because the role was changed.
    pub left: Vec<RoleChange>,
    /// The changes that were not written into the circle's file, because it was changed.
    pub unchanged: Vec<Change>,
    /// What could not be done with circles right below.
    pub other_circles: Vec<Error>,
    /// The topics for circles whose folders were not found: the circle's name, and the text.
    pub sends: Vec<(String, String)>,
    /// The errors of the circle's file, if elections could not be written into it.
    pub unread: Vec<Error>,
}

/// Whether elections are written into the circle's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Roles {
    /// The elections are written.
    Written,
    /// The meeting used the circle's file of another day, so that today's file is not changed.
    Left,
}

/// Writes the records of a closed meeting, then records in its journal that they are written.
///
/// Conflicts are found before the first write. While there is one, or the circle's file cannot be
/// read, the journal does not get the fact, and the next call tries again.
///
/// # Errors
///
/// A file that may matter cannot be read; then nothing is written. Or a file cannot be written or
/// removed. The next call tries again.
pub(crate) fn file(
    archive: &mut Archive,
    meeting: &mut Meeting,
    journal: &mut JournalFile,
    words: &Words,
) -> Result<FilingResult> {
    let id = MeetingId::of(&journal.path);
    let (mut filed, digests) = write(archive, meeting, &id, journal.roles, words)?;
    let ended = written::taken_up(&archive.folder, meeting, &id)?;
    filed.written.extend(ended.iter().map(|it| named(it)));
    let finished = filed.conflicts.is_empty() && filed.slips.is_empty() && filed.unread.is_empty();
    if let (true, Some(last)) = (finished, meeting.facts().last()) {
        // The digests came with format 2.
        let filed = if meeting.format() >= 2 {
            let text = file::text(&journal.path, LIMIT)?;
            Filed { digest: Some(journal::digest(&text)), records: digests }
        } else {
            Filed::default()
        };
        let fact = Fact { what: What::Filed(filed), at: last.at };
        let block = journal::block(&fact);
        meeting.record(fact)?;
        journal.append(&block)?;
    }
    archive.held(&journal.path, meeting.facts());
    Ok(filed)
}

/// Writes what a closed meeting, or a decision in writing, gives. Returns it with the digests of the
/// records.
pub(crate) fn write(
    archive: &mut Archive,
    meeting: &Meeting,
    id: &MeetingId,
    to: Roles,
    words: &Words,
) -> Result<(FilingResult, Vec<String>)> {
    let folder = &archive.folder.clone();
    let refers = |it: &Outcome| matches!(it, Outcome::Referred(_));
    let state = meeting.state();
    let mut outcomes = state.items.iter().filter_map(|it| it.outcome.as_ref());
    let refers = outcomes.any(refers) || state.left.iter().any(|it| refers(&it.outcome));
    let neighbours = if refers { folder.neighbours()? } else { Vec::new() };
    let planned = {
        let mut near = near(folder, id, &neighbours)?;
        near.texts.extend(written::beginnings(folder, meeting, id)?);
        let records = [archive.decisions()?.all_texts()?, archive.elections()?.all_texts()?];
        for path in filing::electing_journals(meeting, &Existing::of(records)) {
            let journal = folder.path(&path);
            if journal.symlink_metadata().is_ok() {
                near.texts.insert(path, file::text_before_tear(&journal, LIMIT)?.0);
            }
        }
        let topics = archive.topics()?.all_texts()?;
        let mut existing = Existing::of(records.into_iter().chain([topics, &near.texts]));
        let copies = [
            archive.decisions()?.copies.keys(),
            archive.elections()?.copies.keys(),
            archive.topics()?.copies.keys(),
        ];
        existing.add_taken(copies.into_iter().flatten().chain(&near.copies));
        if filing::needs_earlier_journals(meeting, &existing) {
            existing.add_said(&archive.said_of_proposals()?);
        }
        filing::plan(meeting, id, &existing, &neighbours, words)
    };
    let Filing { writes, updates, conflicts, slips, removes, stays, sends, .. } = &planned;
    let named = |path: &String| named(&folder.path(path));
    let [conflicts, slips, stays] =
        [conflicts, slips, stays].map(|paths| paths.iter().map(named).collect());
    let sends = sends.clone();
    let mut filed = FilingResult { stays, conflicts, slips, sends, ..FilingResult::default() };
    for (path, text) in writes {
        file::create(&folder.path(path), text)?;
        archive.written(path, text);
    }
    for (path, text) in updates {
        file::replace(&folder.path(path), text)?;
        archive.written(path, text);
    }
    filed.written.extend(writes.iter().chain(updates).map(|(path, _)| named(path)));
    for path in removes {
        file::remove(&folder.path(path))?;
        archive.removed(path);
        filed.removed.push(named(path));
    }
    if to == Roles::Written {
        update_circle(folder, meeting.circle(), &planned, &mut filed)?;
        let circle = meeting.circle();
        let mut changes = planned.of_other_circles.clone();
        for it in &mut changes {
            it.effect.rename(archive.renames());
        }
        let others = other_circles::change(folder, circle, &changes, words)?;
        filed.written.extend(others.written);
        filed.conflicts.extend(others.conflicts);
        filed.unread.extend(others.unread);
        filed.other_circles = others.undone;
        for (below, last) in others.ended {
            leave_topic(archive, &below, last, meeting, words, &mut filed)?;
        }
    }
    Ok((filed, planned.digests))
}

/// Adopts a decision in writing to which everyone has consented, unless it is adopted already, and
/// writes what it gives. Whoever does this writes the same.
pub(crate) fn settle(
    archive: &mut Archive,
    settled: &mut Written,
    words: &Words,
) -> Result<FilingResult> {
    let mut end = None;
    if settled.stands() == Stands::Agreed {
        // A record that an earlier end gave is its own, and not one that it replaces.
        let decisions = archive.decisions()?.records.values();
        let decisions = decisions.filter(|it| it.meeting.as_deref() != Some(settled.id.as_str()));
        if let Some(fact) = filing::written::adopted(&settled.meeting, decisions) {
            end = Some(settled.end(&archive.folder, fact)?);
        }
    }
    let (mut filed, _) = write(archive, &settled.meeting, &settled.id, Roles::Written, words)?;
    filed.written.extend(end.map(|it| named(&it)));
    Ok(filed)
}

/// Ends a decision in writing without a decision: it goes to a meeting, as a topic.
pub(crate) fn to_meeting(
    archive: &mut Archive,
    it: &mut Written,
    at: Moment,
    words: &Words,
) -> Result<FilingResult> {
    let what = What::Postponed { kind: None, title: None, date: None };
    let end = it.end(&archive.folder, Fact { what, at })?;
    let (mut filed, _) = write(archive, &it.meeting, &it.id, Roles::Written, words)?;
    filed.written.push(named(&end));
    Ok(filed)
}

/// Writes the changes of decisions and elections into the circle's file, except for what was changed
/// since the meeting.
fn update_circle(
    folder: &Folder,
    then: &Circle,
    planned: &Filing,
    filed: &mut FilingResult,
) -> Result<()> {
    let Filing { changes, role_changes, .. } = planned;
    if changes.is_empty() && role_changes.is_empty() {
        return Ok(());
    }
    let path = folder.path(Folder::CIRCLE);
    let (_, text) = match read_circle_and_text(&path) {
        Ok(read) => read,
        Err(errors) => {
            filed.unread.extend(errors);
            return Ok(());
        }
    };
    let first = |errors: Vec<Error>| {
        let err = errors.into_iter().next().expect("a failed read has an error");
        err.in_file(named(&path))
    };
    let renames = Circle::read(&text).map_err(first)?.renames();
    let mut changes = changes.clone();
    for it in &mut changes {
        it.effect.rename(&renames);
    }
    let decided = change(&text, then, &changes).map_err(first)?;
    let left = changes.iter().zip(&decided.results);
    let left = left.filter(|(_, result)| **result == ChangeResult::LeftAlone);
    filed.unchanged.extend(left.map(|(it, _)| it.clone()));
    let new = decided.text.unwrap_or_else(|| text.clone());
    let now = Circle::read(&new).map_err(first)?;
    let mut roles = Vec::new();
    for change in role_changes {
        let was_member = then.seat(&change.holder).is_some();
        let change = change.clone().renamed(&renames);
        // Somebody who was a member and has left the circle gets no role as an outsider.
        let has_left = was_member && now.seat(&change.holder).is_none();
        if has_left { filed.left.push(change) } else { roles.push(change) }
    }
    // When a meeting is typed up later, a later election may already be in the circle's file.
    let today = Some(clock::now().date_naive());
    let held_since = |it: &RoleChange| now.roles.iter().find(|role| role.name == it.role)?.since;
    roles.retain(|it| held_since(it) <= Some(it.since) || held_since(it) > today);
    let seated = seat(&new, &roles).map_err(first)?;
    let results = roles.into_iter().zip(&seated.results);
    let left = results.filter(|(_, result)| **result == ChangeResult::LeftAlone);
    filed.left.extend(left.map(|(change, _)| change));
    let new = seated.text.unwrap_or(new);
    if new != text {
        file::replace(&path, &new)?;
        filed.written.push(named(&path));
    }
    Ok(())
}

/// Writes the topic that lists what a circle leaves which ends, unless there is one of its title.
fn leave_topic(
    archive: &mut Archive,
    below: &Folder,
    last: NaiveDate,
    meeting: &Meeting,
    words: &Words,
    filed: &mut FilingResult,
) -> Result<()> {
    let Some(day) = meeting.facts().last().map(|it| it.at.date_naive()) else { return Ok(()) };
    let Ok(circle) = below.circle() else { return Ok(()) };
    let its = Archive::of(below);
    let (background, _) = its.background(day, None)?;
    let unfinished = its.unfinished(day)?.len();
    let topic = left_behind(&circle.on(day), last, &background, unfinished, day, words);
    if archive.topics()?.records.values().any(|it| same(&it.title, &topic.title)) {
        return Ok(());
    }
    let path = archive.folder.free_topic(&topic.title);
    let text = topic.to_text();
    file::create(&path, &text)?;
    archive.written(&file::in_part(Topic::FOLDER, &path), &text);
    filed.written.push(named(&path));
    Ok(())
}

/// The existing files beside the circle's own records.
#[derive(Default)]
struct Near {
    texts: BTreeMap<String, String>,
    /// The paths of copies.
    copies: Vec<String>,
}

/// Reads the existing files beside the circle's own records: the minutes of the meeting, the backlogs
/// of the neighbours, and the circle files with a slip among theirs.
fn near(folder: &Folder, id: &MeetingId, neighbours: &[Neighbour]) -> Result<Near> {
    let mut near = Near::default();
    let minutes = folder.path(id.minutes());
    if minutes.symlink_metadata().is_ok() {
        near.texts.insert(id.minutes(), file::text(&minutes, RECORD_LIMIT)?);
    }
    for neighbour in neighbours {
        if neighbour.name.is_none() {
            let path = format!("{}/{}", neighbour.path, Folder::CIRCLE);
            let text = file::text(&folder.path(&path), CIRCLE_LIMIT)?;
            near.texts.insert(path, text);
            continue;
        }
        let topics = RecordSet::<Topic>::load(
            &Folder::at(folder.path(&neighbour.path)),
            &Renames::default(),
        )?;
        let from_here = |path: &String| format!("{}/{path}", neighbour.path);
        let texts = topics.all_texts()?.iter();
        near.texts.extend(texts.map(|(path, text)| (from_here(path), text.clone())));
        near.copies.extend(topics.copies.keys().map(from_here));
    }
    Ok(near)
}
