//! Reads what lies outside a meeting: decisions, elections, topics, and what earlier meetings left.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::circle::Circle;
use crate::dialogue::Background;
use crate::error::{Error, Result};
use crate::meeting::What;
use crate::records;
use crate::records::format::journal::Standing;
use crate::records::page::export;
use crate::records::page::export::Held;
use crate::records::{Decision, Due, Election, Kept, Open, Topic, Unfinished};
use crate::store::file::{RECORD_LIMIT, named};
use crate::store::folder::order;
use crate::store::reading::after;
use crate::store::{Folder, Reading, file, journal};

/// Reads what lies outside a meeting, as [`Reading::outside`] does.
///
/// # Errors
///
/// A folder cannot be read.
pub fn outside(folder: &Folder, day: NaiveDate, stem: &str) -> Result<(Background, Vec<Error>)> {
    Reading::of(folder).outside(day, stem)
}

/// Reads all that the circle keeps, as of the end of this day. Files that cannot be read are
/// passed over, and told in `unread`.
///
/// # Errors
///
/// A folder cannot be read.
pub fn kept(
    folder: &Folder,
    circle: Circle,
    today: NaiveDate,
    unread: &mut Vec<Error>,
) -> Result<export::Kept> {
    let mut outside = Background::default();
    // What cannot be read of a journal is told once, below.
    Reading::of(folder).left(today, "", &mut outside)?;
    let meetings = held_until(folder, today, unread)?;
    let mut decisions = read_all(folder, "decisions", unread, Decision::read)?;
    decisions.retain(|it| it.date <= today);
    let mut elections = read_all(folder, "elections", unread, Election::read)?;
    elections.retain(|it| it.date <= today);
    let topics = read_files(folder, "backlog", unread, Topic::read)?;
    let topics = topics.into_iter().map(|(path, it)| (stem_of(&path), it)).collect();
    let Background { actions, scheduled, .. } = outside;
    Ok(export::Kept { today, circle, decisions, elections, topics, actions, scheduled, meetings })
}

/// Reads what is told of each meeting up to the end of this day.
fn held_until(folder: &Folder, today: NaiveDate, unread: &mut Vec<Error>) -> Result<Vec<Held>> {
    let mut meetings = Vec::new();
    for path in folder.journals()? {
        let stem = stem_of(&path);
        if order(&stem) >= after(today) {
            break;
        }
        match journal::read(&path) {
            Ok(kept) => meetings.extend(Held::of(&stem, &kept.facts)),
            Err(err) => unread.push(err),
        }
    }
    Ok(meetings)
}

fn stem_of(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Reads the backlog, each topic behind the name of its file. What is wrong with those that
/// cannot be read is added to `unread`.
///
/// # Errors
///
/// The folder cannot be read.
pub fn backlog(folder: &Folder, unread: &mut Vec<Error>) -> Result<Vec<(String, Topic)>> {
    let topics = read_files(folder, "backlog", unread, Topic::read)?;
    Ok(topics.into_iter().map(|(path, it)| (named(&path), it)).collect())
}

/// Reads the elections. What is wrong with those that cannot be read is added to `unread`.
///
/// # Errors
///
/// The folder cannot be read.
pub fn elections(folder: &Folder, unread: &mut Vec<Error>) -> Result<Vec<Election>> {
    read_all(folder, "elections", unread, Election::read)
}

/// Takes in what somebody took on, or did.
pub(crate) fn take_action(what: &What, meeting: &str, open: &mut Vec<Open>) {
    match what {
        What::Action { who, text, due } => open.push(Open {
            who: who.clone(),
            text: text.clone(),
            due: *due,
            meeting: Some(meeting.to_owned()),
        }),
        What::Done { who, text, meeting: of } => {
            let of = of.as_deref().unwrap_or(meeting);
            let done = open.iter().position(|it| {
                it.who == *who && it.text == *text && it.meeting.as_deref() == Some(of)
            });
            done.map(|it| open.remove(it));
        }
        _ => {}
    }
}

/// Returns what is due in a circle by `until` as of the day `on`, soonest first. What is wrong
/// with files that cannot be read is added to `unread`.
///
/// # Errors
///
/// A folder cannot be read.
pub fn due(
    folder: &Folder,
    circle: &Circle,
    (on, until): (NaiveDate, NaiveDate),
    unread: &mut Vec<Error>,
) -> Result<Vec<Due>> {
    let (mut actions, mut unfinished) = (Vec::new(), Vec::new());
    let first_after = after(on);
    for path in folder.journals()? {
        let meeting = stem_of(&path);
        if order(&meeting) >= first_after {
            break;
        }
        match journal::standing(&path, &["action", "done"]) {
            Ok(Standing { facts, opened, last, closed, filed }) => {
                for it in &facts {
                    take_action(&it.what, &meeting, &mut actions);
                }
                if !filed {
                    let file = named(&path);
                    unfinished.push(Unfinished { meeting, file, opened, last, closed });
                }
            }
            Err(err) => unread.push(err),
        }
    }
    let kept = Kept {
        circle,
        decisions: &read_all(folder, "decisions", unread, Decision::read)?,
        elections: &read_all(folder, "elections", unread, Election::read)?,
        topics: &backlog(folder, unread)?,
        actions: &actions,
        unfinished: &unfinished,
    };
    Ok(records::due(&kept, on, until))
}

fn read_all<T>(
    folder: &Folder,
    part: &str,
    unread: &mut Vec<Error>,
    read: impl Fn(&str) -> Result<T>,
) -> Result<Vec<T>> {
    Ok(read_files(folder, part, unread, read)?.into_iter().map(|(_, it)| it).collect())
}

fn read_files<T>(
    folder: &Folder,
    part: &str,
    unread: &mut Vec<Error>,
    read: impl Fn(&str) -> Result<T>,
) -> Result<Vec<(PathBuf, T)>> {
    let mut all = Vec::new();
    for path in file::list(&folder.path(part), ".md")? {
        let text = file::text(&path, RECORD_LIMIT);
        match text.and_then(|it| read(&it).map_err(|err| err.in_file(named(&path)))) {
            Ok(it) => all.push((path, it)),
            Err(err) => unread.push(err),
        }
    }
    Ok(all)
}
