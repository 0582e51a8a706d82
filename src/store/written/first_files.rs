//! The first files of decisions in writing that a meeting puts: which are there, lost or changed.

use std::collections::BTreeMap;

use crate::error::Result;
use crate::meeting::{Meeting, MeetingId};
use crate::records::filing::Existing;
use crate::records::filing::written::{paths, put};
use crate::records::format::journal;
use crate::store::Folder;
use crate::store::file::{self, RECORD_LIMIT, in_part, name_of};

use super::FIRST;

/// Returns the first files of decisions in writing that a meeting has put and that are gone with their
/// folders.
pub(crate) fn lost(
    folder: &Folder,
    meeting: &Meeting,
    id: &MeetingId,
) -> Result<Vec<(String, String)>> {
    let there = beginnings(folder, meeting, id)?;
    let paths = paths(meeting, id, &Existing::default()).into_iter();
    let is_lost = |path: &String| {
        let begin = path.strip_suffix("/1.toml").unwrap_or(path);
        there.keys().all(|it| !it.starts_with(begin))
    };
    Ok(paths.filter(|(path, _)| is_lost(path)).collect())
}

/// A first file that says something else than the meeting has put.
pub(crate) struct Changed {
    /// Its path in the circle's folder.
    pub path: String,
    pub text: String,
    /// What the meeting has put.
    pub put: String,
}

/// Returns the first files of decisions in writing of a meeting that say something else than it has put.
/// Those that cannot be read are left out.
pub(crate) fn changed(folder: &Folder, meeting: &Meeting, id: &MeetingId) -> Result<Vec<Changed>> {
    let there = beginnings(folder, meeting, id)?;
    let says = |text: &str| {
        let kept = journal::read(text).ok()?;
        Some((kept.meeting, kept.head, kept.facts))
    };
    let mut changed = Vec::new();
    for put in put(meeting, id) {
        let wanted = says(&put.text);
        let begin = format!("{}/{}", MeetingId::WRITTEN, put.name);
        let is_its = |said: &Option<(Option<String>, _, _)>| {
            said.as_ref().is_some_and(|it| it.0.as_deref() == Some(id.as_str()))
        };
        let its = there.iter().filter(|(path, _)| is_numbered(path, &begin));
        let mut its = its.map(|(path, text)| (path, text, says(text))).filter(|it| is_its(&it.2));
        let Some((path, text, said)) = its.next() else { continue };
        if said != wanted && its.all(|it| it.2 != wanted) {
            changed.push(Changed { path: path.clone(), text: text.clone(), put: put.text });
        }
    }
    Ok(changed)
}

/// Returns whether a first file is in the folder of this name, or of this name and a number.
fn is_numbered(path: &str, begin: &str) -> bool {
    let folder = path.strip_suffix("/1.toml").unwrap_or(path);
    match folder.strip_prefix(begin) {
        Some(rest) => {
            rest.is_empty() || rest.strip_prefix('-').is_some_and(|it| it.parse::<u32>().is_ok())
        }
        None => false,
    }
}

/// Returns the first files of decisions in writing whose names a meeting may want.
pub(in crate::store) fn beginnings(
    folder: &Folder,
    meeting: &Meeting,
    id: &MeetingId,
) -> Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    let puts = put(meeting, id);
    if puts.is_empty() {
        return Ok(found);
    }
    for path in file::folders(&folder.path(MeetingId::WRITTEN))? {
        let name = name_of(&path);
        if puts.iter().any(|it| name.starts_with(&it.name)) {
            let first = path.join(FIRST);
            let there = first.symlink_metadata().is_ok();
            let text = if there { file::text(&first, RECORD_LIMIT)? } else { String::new() };
            let id = MeetingId::new(in_part(MeetingId::WRITTEN, &path));
            found.insert(id.journal(), text);
        }
    }
    Ok(found)
}
