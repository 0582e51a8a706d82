//! Reads what lies outside a meeting: decisions, elections, topics, and what earlier meetings left.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::circle::Circle;
use crate::desk::file::{self, LIMIT, named};
use crate::desk::folder::order;
use crate::desk::{Folder, journal};
use crate::error::{Error, Result};
use crate::meeting::{Fact, Scheduled, What, standing};
use crate::record::export::{Held, Kept};
use crate::record::{self, Decision, Election, Known, Open, Topic, election};
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
    earlier_meetings(folder, day, stem, &mut outside, &mut unread, |_, _| {})?;
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
) -> Result<Kept> {
    let (mut outside, mut meetings) = (Outside::default(), Vec::new());
    let held = |stem: &str, facts: &[Fact]| meetings.extend(Held::of(stem, facts));
    earlier_meetings(folder, today, "", &mut outside, unread, held)?;
    let mut decisions = read_all(folder, "decisions", unread, Decision::read)?;
    decisions.retain(|it| it.date <= today);
    let mut elections = read_all(folder, "elections", unread, Election::read)?;
    elections.retain(|it| it.date <= today);
    let stem = |it: PathBuf| it.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let topics = read_files(folder, "backlog", unread, Topic::read)?;
    let topics = topics.into_iter().map(|(path, it)| (stem(path), it)).collect();
    let Outside { actions, scheduled, .. } = outside;
    Ok(Kept { today, circle, decisions, elections, topics, actions, scheduled, meetings })
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
    mut each: impl FnMut(&str, &[Fact]),
) -> Result<()> {
    let first_after = if stem.is_empty() {
        order(&day.succ_opt().unwrap_or(day).to_string())
    } else {
        order(stem)
    };
    let mut approved = Vec::new();
    for path in folder.journals()? {
        let meeting = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if order(&meeting) >= first_after {
            break;
        }
        match journal::read(&path) {
            Ok(kept) => {
                left_by(&kept.facts, &meeting, outside, &mut approved);
                each(&meeting, &kept.facts);
            }
            Err(err) => unread.push(err),
        }
    }
    outside.minutes.retain(|it| !approved.contains(it));
    outside.scheduled.take_if(|it| it.date.is_some_and(|date| date < day));
    Ok(())
}

/// Takes in what one meeting left, and of what earlier ones left what it settled.
fn left_by(facts: &[Fact], meeting: &str, outside: &mut Outside, approved: &mut Vec<String>) {
    let (mut closed, mut next) = (false, None);
    for index in standing(facts) {
        match &facts[index].what {
            What::Approved { meeting, .. } => approved.push(meeting.clone()),
            What::Scheduled(it) => next = Some(it.clone()),
            What::Closed {} => closed = true,
            What::Action { who, text, due } => outside.actions.push(Open {
                who: who.clone(),
                text: text.clone(),
                due: *due,
                meeting: Some(meeting.to_owned()),
            }),
            What::Done { who, text, meeting: of } => {
                let of = of.as_deref().unwrap_or(meeting);
                let done = outside.actions.iter().position(|it| {
                    it.who == *who && it.text == *text && it.meeting.as_deref() == Some(of)
                });
                done.map(|it| outside.actions.remove(it));
            }
            _ => {}
        }
    }
    if !closed {
        return;
    }
    outside.minutes.push(meeting.to_owned());
    // It is the one that was to come, unless that is on a later day.
    let day = facts.first().map(|it| it.at.date_naive());
    let is_held = |it: &mut Scheduled| it.date.is_none_or(|date| Some(date) <= day);
    outside.scheduled.take_if(is_held);
    outside.scheduled = next.or(outside.scheduled.take());
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
