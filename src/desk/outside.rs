//! Reads what lies outside a meeting: decisions, elections, topics, and what earlier meetings left.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::circle::Circle;
use crate::desk::file::{self, LIMIT, named};
use crate::desk::folder::order;
use crate::desk::{Folder, journal};
use crate::error::{Error, Result};
use crate::meeting::{Scheduled, What};
use crate::record::export::{self, Held};
use crate::record::journal::Standing;
use crate::record::{
    self, Decision, Due, Election, Kept, Known, Open, Topic, Unfinished, election,
};
use crate::talk::{Chosen, Outside};

/// What a circle keeps beside its journals.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Records {
    /// The decisions, in force or not.
    pub decisions: Vec<Decision>,
    /// The elections, of whatever day.
    pub elections: Vec<Election>,
    /// The topics of the backlog.
    pub topics: Vec<Topic>,
}

/// Reads every record. Those that cannot be read are passed over, and told in `unread`.
///
/// # Errors
///
/// A folder cannot be read.
pub fn records(folder: &Folder, unread: &mut Vec<Error>) -> Result<Records> {
    Ok(Records {
        decisions: read_all(folder, "decisions", unread, Decision::read)?,
        elections: read_all(folder, "elections", unread, Election::read)?,
        topics: read_all(folder, "backlog", unread, Topic::read)?,
    })
}

/// Reads what lies outside a meeting of this day, as it was before it.
///
/// `stem` is that of the meeting's own journal, empty where it has none: its own records, those
/// of later meetings of its day, and topics of its day once it is closed, do not lie outside of
/// it. Files that cannot be read are passed over and returned as errors, so that a meeting can
/// begin all the same.
///
/// # Errors
///
/// A folder cannot be read.
pub fn outside(folder: &Folder, day: NaiveDate, stem: &str) -> Result<(Outside, Vec<Error>)> {
    let mut unread = Vec::new();
    let mut outside = Outside::default();
    earlier_meetings(folder, day, stem, &mut outside, &mut unread)?;
    let Records { decisions, elections, topics } = records(folder, &mut unread)?;
    let is_before = |date: NaiveDate, meeting: Option<&str>| {
        let own = meeting.filter(|_| !stem.is_empty());
        date <= day && own.is_none_or(|it| order(it) < order(stem))
    };
    let decisions: Vec<Decision> =
        decisions.into_iter().filter(|it| is_before(it.date, it.meeting.as_deref())).collect();
    outside.decisions = record::in_force(&decisions).into_iter().map(Known::from).collect();
    let elections: Vec<Election> =
        elections.into_iter().filter(|it| is_before(it.date, it.meeting.as_deref())).collect();
    outside.elections = election::latest(&elections).into_iter().map(chosen).collect();
    // While a meeting runs, none of its topics is written yet: those of its day are from others.
    let journal = folder.meetings().join(format!("{stem}.toml"));
    let runs = stem.is_empty() || folder.unfiled()?.contains(&journal);
    let earlier = |it: &Topic| runs || it.since.is_none_or(|since| since < day);
    outside.topics = topics.into_iter().filter(earlier).collect();
    Ok((outside, unread))
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
    let mut outside = Outside::default();
    // What cannot be read of a journal is told once, below.
    earlier_meetings(folder, today, "", &mut outside, &mut Vec::new())?;
    let meetings = held_until(folder, today, unread)?;
    let mut decisions = read_all(folder, "decisions", unread, Decision::read)?;
    decisions.retain(|it| it.date <= today);
    let mut elections = read_all(folder, "elections", unread, Election::read)?;
    elections.retain(|it| it.date <= today);
    let topics = read_files(folder, "backlog", unread, Topic::read)?;
    let topics = topics.into_iter().map(|(path, it)| (stem_of(&path), it)).collect();
    let Outside { actions, scheduled, .. } = outside;
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

fn chosen(it: &Election) -> Chosen {
    let (id, role) = (it.id.clone(), it.role.clone());
    Chosen { id, role, elected: it.elected.clone(), accepted: it.accepted }
}

/// Reads what the meetings before this one left: minutes that nobody approved yet, actions that
/// are not done, and when the circle meets next.
fn earlier_meetings(
    folder: &Folder,
    day: NaiveDate,
    stem: &str,
    outside: &mut Outside,
    unread: &mut Vec<Error>,
) -> Result<()> {
    let first_after = if stem.is_empty() { after(day) } else { order(stem) };
    let mut approved = Vec::new();
    for path in folder.journals()? {
        let meeting = stem_of(&path);
        if order(&meeting) >= first_after {
            break;
        }
        match journal::standing(&path, &["approved", "scheduled", "action", "done"]) {
            Ok(kept) => left_by(&kept, &meeting, outside, &mut approved),
            Err(err) => unread.push(err),
        }
    }
    outside.minutes.retain(|it| !approved.contains(it));
    outside.scheduled.take_if(|it| it.date.is_some_and(|date| date < day));
    Ok(())
}

/// Returns where the journals of the days after this one begin.
fn after(day: NaiveDate) -> (String, u64, String) {
    order(&day.succ_opt().unwrap_or(day).to_string())
}

/// Takes in what one meeting left, and of what earlier ones left what it settled.
fn left_by(kept: &Standing, meeting: &str, outside: &mut Outside, approved: &mut Vec<String>) {
    let mut next = None;
    for fact in &kept.facts {
        match &fact.what {
            What::Approved { meeting, .. } => approved.push(meeting.clone()),
            What::Scheduled(it) => next = Some(it.clone()),
            what => take_action(what, meeting, &mut outside.actions),
        }
    }
    if !kept.closed {
        return;
    }
    outside.minutes.push(meeting.to_owned());
    // It is the one that was to come, unless that is on a later day.
    let is_held = |it: &mut Scheduled| it.date.is_none_or(|date| date <= kept.opened);
    outside.scheduled.take_if(is_held);
    outside.scheduled = next.or(outside.scheduled.take());
}

/// Takes in what somebody took on, or did.
fn take_action(what: &What, meeting: &str, open: &mut Vec<Open>) {
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
    Ok(record::due(&kept, on, until))
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
        let text = file::text(&path, LIMIT);
        match text.and_then(|it| read(&it).map_err(|err| err.in_file(named(&path)))) {
            Ok(it) => all.push((path, it)),
            Err(err) => unread.push(err),
        }
    }
    Ok(all)
}
