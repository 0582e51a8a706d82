//! Writes the records of a closed meeting.
//!
//! What is written is decided in `record` and `circle`; here it only comes on the disk, each file
//! whole.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::circle::{ChangeResult, Circle, RoleChange, seat};
use crate::error::{Error, Result};
use crate::lang::Words;
use crate::meeting::{Fact, Meeting, MeetingId, Outcome, What};
use crate::records::filing::Existing;
use crate::records::format::front_matter::FrontMatter;
use crate::records::format::journal;
use crate::records::{Filing, Neighbour, Topic, filing};
use crate::store::file::{CIRCLE_LIMIT, LIMIT, RECORD_LIMIT, named};
use crate::store::{Archive, Folder, JournalFile, clock, file};

/// What filing came to; paths as the person would name them.
#[derive(Debug, Default)]
pub(crate) struct FilingResult {
    /// The files that were written.
    pub written: Vec<String>,
    /// The topics that were decided or went to another circle, and are removed.
    pub removed: Vec<String>,
    /// The topics that were decided and are not removed, because no journal has all their words.
    pub stays: Vec<String>,
    /// The files that exist with other content, and stay as they are.
    pub conflicts: Vec<String>,
    /// The elections that are not in the circle's file, because a role was changed meanwhile.
    pub left: Vec<RoleChange>,
    /// What goes to circles whose folders are not here: the circle's name, and the topic.
    pub sends: Vec<(String, String)>,
    /// What is wrong with the circle's file, so that elections cannot be written into it.
    pub unread: Vec<Error>,
}

/// Whether elections are written into the circle's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Roles {
    /// They are.
    Written,
    /// It was the circle as of another day: the file stays as it is.
    Left,
}

/// Writes the records of a closed meeting, and last of all that they are written.
///
/// Every conflict is found before the first write. While there is one, or the circle's file
/// cannot be read, `filed` waits.
///
/// # Errors
///
/// A file cannot be written, or not removed; the next time it is tried again.
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
    let Filing { writes, updates, conflicts, removes, stays, role_changes, sends } = {
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
        filed.written.push(named(path));
    }
    for (path, text) in &updates {
        file::replace(&folder.path(path), text)?;
        archive.written(path, text);
        filed.written.push(named(path));
    }
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
        let fact = Fact { what: What::Filed {}, at: last.at };
        let block = journal::block(&fact);
        meeting.record(fact)?;
        journal.append(&block)?;
    }
    archive.held(&journal.path, meeting.facts());
    Ok(filed)
}

/// Writes elections into the circle's file, where nobody changed the role meanwhile.
fn seat_all(
    folder: &Folder,
    then: &Circle,
    role_changes: Vec<RoleChange>,
    filed: &mut FilingResult,
) -> Result<()> {
    let path = folder.path(Folder::CIRCLE);
    let in_file = |it: Error| it.in_file(named(&path));
    let text = match file::text(&path, CIRCLE_LIMIT) {
        Ok(text) => text,
        Err(err) => {
            filed.unread.push(err);
            return Ok(());
        }
    };
    let now = match Circle::read(&text) {
        Ok(now) => now,
        Err(errors) => {
            filed.unread.extend(errors.into_iter().map(in_file));
            return Ok(());
        }
    };
    // A member who has left the circle since is not made somebody from outside.
    let has_left =
        |it: &RoleChange| then.seat(&it.holder).is_some() && now.seat(&it.holder).is_none();
    let (gone, role_changes): (Vec<_>, Vec<_>) = role_changes.into_iter().partition(has_left);
    filed.left.extend(gone);
    // Where a meeting is typed up later, somebody may have been elected since who holds it now.
    let today = Some(clock::now().date_naive());
    let held_since = |it: &RoleChange| now.roles.iter().find(|role| role.name == it.role)?.since;
    let is_over = |it: &RoleChange| held_since(it) > Some(it.since) && held_since(it) <= today;
    let role_changes: Vec<RoleChange> =
        role_changes.into_iter().filter(|it| !is_over(it)).collect();
    let seated = seat(&text, &role_changes).map_err(|errors| {
        errors
            .into_iter()
            .next()
            .map_or_else(|| Error::new(crate::lang::say!("error-toml", line = "")), in_file)
    })?;
    let left = role_changes
        .into_iter()
        .zip(&seated.results)
        .filter(|(_, it)| **it == ChangeResult::LeftAlone);
    filed.left.extend(left.map(|(it, _)| it));
    if let Some(text) = seated.text {
        file::replace(&path, &text)?;
        filed.written.push(named(&path));
    }
    Ok(())
}

/// Reads what is there beside the circle's own records: the minutes of the meeting, and the
/// backlogs of the neighbours. What cannot be read counts as another content.
fn near(
    folder: &Folder,
    id: &MeetingId,
    neighbours: &[Neighbour],
) -> Result<BTreeMap<String, String>> {
    let text = |path: &PathBuf| file::text(path, RECORD_LIMIT).unwrap_or_default();
    let path = folder.path(id.minutes());
    let is_there = path.symlink_metadata().is_ok();
    let mut near: BTreeMap<String, String> =
        is_there.then(|| (id.minutes(), text(&path))).into_iter().collect();
    for neighbour in neighbours {
        let backlog = format!("{}/{}", neighbour.path, Topic::FOLDER);
        for path in file::list(&folder.path(&backlog), ".md")? {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            near.insert(format!("{backlog}/{name}"), text(&path));
        }
    }
    Ok(near)
}
