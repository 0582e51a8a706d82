//! The first files of decisions in writing that a meeting puts: which are there, and which are lost.

use std::collections::BTreeMap;

use crate::error::Result;
use crate::meeting::{Meeting, MeetingId};
use crate::records::filing::Existing;
use crate::records::filing::written::{paths, put};
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
