//! Writes the records of a closed meeting, and reads what lies outside of one.
//!
//! What is written is decided in `record`; here it only comes on the disk, each file whole.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::desk::file::{self, LIMIT, named};
use crate::desk::{Folder, JournalFile};
use crate::error::{Error, Result};
use crate::meeting::{Draft, Fact, Meeting, What};
use crate::record::journal;
use crate::record::{self, Decision, Filing, Topic};
use crate::talk::{Known, Outside};
use crate::words::Words;

/// What filing came to; paths as the person would name them.
#[derive(Debug, Default)]
pub struct Filed {
    /// The files that were written.
    pub written: Vec<String>,
    /// The topics that were decided, and are removed.
    pub removed: Vec<String>,
    /// The files that exist with other content, and stay as they are.
    pub conflicts: Vec<String>,
}

/// Writes the records of a closed meeting, and last of all that they are written.
///
/// Every conflict is found before the first write. While there is one, `filed` waits.
///
/// # Errors
///
/// A file cannot be written, or not removed; the next time it is tried again.
pub fn file(
    folder: &Folder,
    meeting: &mut Meeting,
    journal: &mut JournalFile,
    words: &Words,
) -> Result<Filed> {
    let stem = journal.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let Filing { writes, updates, conflicts, removes } =
        record::records(meeting, &stem, &existing(folder, &stem)?, words);
    let named = |path: &String| named(&folder.path(path));
    let mut filed = Filed { conflicts: conflicts.iter().map(named).collect(), ..Filed::default() };
    for (path, text) in &writes {
        file::create(&folder.path(path), text)?;
        filed.written.push(named(path));
    }
    for (path, text) in &updates {
        file::replace(&folder.path(path), text)?;
        filed.written.push(named(path));
    }
    for path in &removes {
        file::remove(&folder.path(path))?;
        filed.removed.push(named(path));
    }
    if let (true, Some(last)) = (conflicts.is_empty(), meeting.facts().last()) {
        let fact = Fact { what: What::Filed {}, at: last.at };
        let block = journal::block(&fact);
        meeting.record(fact)?;
        journal.append(&block)?;
    }
    Ok(filed)
}

/// Reads the records that are there already. One that cannot be read counts as another content.
fn existing(folder: &Folder, stem: &str) -> Result<BTreeMap<String, String>> {
    let mut existing = BTreeMap::new();
    for part in ["decisions", "backlog"] {
        for path in file::list(&folder.path(part), ".md")? {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let text = file::text(&path, LIMIT).unwrap_or_default();
            existing.insert(format!("{part}/{name}"), text);
        }
    }
    let minutes = format!("meetings/{stem}.md");
    let path = folder.path(&minutes);
    if path.symlink_metadata().is_ok() {
        existing.insert(minutes, file::text(&path, LIMIT).unwrap_or_default());
    }
    Ok(existing)
}

/// Reads what lies outside a meeting of this day: decisions in force then, and drafts.
///
/// `stem` is that of the meeting's own journal, empty where it has none: its own records, and
/// topics of its day, do not lie outside of it. Files that cannot be read are passed over and
/// returned as errors, so that a meeting can begin all the same.
///
/// # Errors
///
/// A folder cannot be read.
pub fn outside(folder: &Folder, day: NaiveDate, stem: &str) -> Result<(Outside, Vec<Error>)> {
    let mut unread = Vec::new();
    let decisions = read_all(folder, "decisions", &mut unread, Decision::read)?;
    let decisions: Vec<Decision> = decisions
        .into_iter()
        .map(|(_, it)| it)
        .filter(|it| it.date <= day && it.meeting.as_deref() != Some(stem))
        .collect();
    let known = |it: &Decision| Known {
        id: it.id.clone(),
        title: it.title.clone(),
        draft: Draft::of(&it.wording),
        review: Some(it.review),
    };
    let topics = read_all(folder, "backlog", &mut unread, Topic::read)?;
    let draft = |(id, it): (String, Topic)| {
        let earlier = stem.is_empty() || it.since.is_none_or(|since| since < day);
        earlier.then_some(Known { id, title: it.title, draft: it.draft, review: None })
    };
    let outside = Outside {
        decisions: record::in_force(&decisions).into_iter().map(known).collect(),
        drafts: topics.into_iter().filter_map(draft).collect(),
    };
    Ok((outside, unread))
}

fn read_all<T>(
    folder: &Folder,
    part: &str,
    unread: &mut Vec<Error>,
    read: impl Fn(&str) -> Result<T>,
) -> Result<Vec<(String, T)>> {
    let mut all = Vec::new();
    for path in file::list(&folder.path(part), ".md")? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = file::text(&path, LIMIT);
        match text.and_then(|it| read(&it).map_err(|err| err.in_file(named(&path)))) {
            Ok(it) => all.push((stem, it)),
            Err(err) => unread.push(err),
        }
    }
    Ok(all)
}
