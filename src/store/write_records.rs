//! Writes the records of a closed meeting.
//!
//! Never decides what is written: `records::filing` and `circle` do.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::circle::{ChangeResult, Circle, RoleChange, seat};
use crate::error::{Error, Result};
use crate::lang::Words;
use crate::meeting::{Fact, Filed, Meeting, MeetingId, Outcome, What};
use crate::records::filing::Existing;
use crate::records::format::front_matter::FrontMatter;
use crate::records::format::journal;
use crate::records::{Filing, Neighbour, Topic, filing};
use crate::store::file::{LIMIT, RECORD_LIMIT, in_part, named};
use crate::store::folder::read_circle_and_text;
use crate::store::{Archive, Folder, JournalFile, clock, file};

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
    /// The elections that were not written into the circle's file, because the role was changed.
    pub left: Vec<RoleChange>,
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
/// A file cannot be written or removed. The next call tries again.
pub(crate) fn file(
    archive: &mut Archive,
    meeting: &mut Meeting,
    journal: &mut JournalFile,
    words: &Words,
) -> Result<FilingResult> {
    let folder = &archive.folder.clone();
    let id = MeetingId::of(&journal.path);
    let refers = |it: &Outcome| matches!(it, Outcome::Referred(_));
    let state = meeting.state();
    let mut outcomes = state.items.iter().filter_map(|it| it.outcome.as_ref());
    let refers = outcomes.any(refers) || state.left.iter().any(|it| refers(&it.outcome));
    let neighbours = if refers { folder.neighbours()? } else { Vec::new() };
    let Filing { writes, updates, conflicts, removes, stays, digests, role_changes, sends } = {
        let mut near = near(folder, &id, &neighbours)?;
        let records = [&archive.decisions()?.texts, &archive.elections()?.texts];
        for path in filing::electing_journals(meeting, &Existing::of(records)) {
            let text = file::text(&folder.path(&path), LIMIT).unwrap_or_default();
            near.insert(path, text);
        }
        let topics = &archive.topics()?.texts;
        let mut existing = Existing::of(records.into_iter().chain([topics, &near]));
        if filing::needs_earlier_journals(meeting, &existing) {
            existing.add_said(&archive.said_of_proposals()?);
        }
        filing::plan(meeting, &id, &existing, &neighbours, words)
    };
    let named = |path: &String| named(&folder.path(path));
    let [conflicts, stays] = [conflicts, stays].map(|paths| paths.iter().map(named).collect());
    let mut filed = FilingResult { stays, conflicts, sends, ..FilingResult::default() };
    for (path, text) in &writes {
        file::create(&folder.path(path), text)?;
        archive.written(path, text);
    }
    for (path, text) in &updates {
        file::replace(&folder.path(path), text)?;
        archive.written(path, text);
    }
    filed.written.extend(writes.iter().chain(&updates).map(|(path, _)| named(path)));
    for path in &removes {
        file::remove(&folder.path(path))?;
        archive.removed(path);
        filed.removed.push(named(path));
    }
    if journal.roles == Roles::Written && !role_changes.is_empty() {
        seat_all(folder, meeting.circle(), role_changes, &mut filed)?;
    }
    let finished = filed.conflicts.is_empty() && filed.unread.is_empty();
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

/// Writes elections into the circle's file, except for roles that were changed since the meeting.
fn seat_all(
    folder: &Folder,
    then: &Circle,
    role_changes: Vec<RoleChange>,
    filed: &mut FilingResult,
) -> Result<()> {
    let path = folder.path(Folder::CIRCLE);
    let (now, text) = match read_circle_and_text(&path) {
        Ok(read) => read,
        Err(errors) => {
            filed.unread.extend(errors);
            return Ok(());
        }
    };
    // Somebody who was a member and has left the circle gets no role as an outsider.
    let has_left =
        |it: &RoleChange| then.seat(&it.holder).is_some() && now.seat(&it.holder).is_none();
    let (gone, mut changes): (Vec<_>, Vec<_>) = role_changes.into_iter().partition(has_left);
    filed.left.extend(gone);
    // When a meeting is typed up later, a later election may already be in the circle's file.
    let today = Some(clock::now().date_naive());
    let held_since = |it: &RoleChange| now.roles.iter().find(|role| role.name == it.role)?.since;
    changes.retain(|it| held_since(it) <= Some(it.since) || held_since(it) > today);
    let seated = seat(&text, &changes).map_err(|errors| {
        let err = errors.into_iter().next().expect("a failed read has an error");
        err.in_file(named(&path))
    })?;
    let results = changes.into_iter().zip(&seated.results);
    let left = results.filter(|(_, result)| **result == ChangeResult::LeftAlone);
    filed.left.extend(left.map(|(change, _)| change));
    if let Some(text) = seated.text {
        file::replace(&path, &text)?;
        filed.written.push(named(&path));
    }
    Ok(())
}

/// Reads the existing files beside the circle's own records: the minutes of the meeting, and the
/// backlogs of the neighbours. A file that cannot be read counts as one with other content.
fn near(
    folder: &Folder,
    id: &MeetingId,
    neighbours: &[Neighbour],
) -> Result<BTreeMap<String, String>> {
    let text = |path: &PathBuf| file::text(path, RECORD_LIMIT).unwrap_or_default();
    let mut near = BTreeMap::new();
    let minutes = folder.path(id.minutes());
    if minutes.symlink_metadata().is_ok() {
        near.insert(id.minutes(), text(&minutes));
    }
    for neighbour in neighbours {
        let backlog = format!("{}/{}", neighbour.path, Topic::FOLDER);
        let paths = file::list(&folder.path(&backlog), ".md")?;
        near.extend(paths.iter().map(|path| (in_part(&backlog, path), text(path))));
    }
    Ok(near)
}
