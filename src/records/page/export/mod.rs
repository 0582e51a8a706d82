//! Exports of all records of a circle: a calendar, CSV tables, JSON, a Markdown page.
//!
//! The same records on the same day give the same bytes. The keys are those of the files.

mod ics;
mod changes;
mod csv;
mod json;
mod page;
#[cfg(test)]
mod tests;

pub(crate) use changes::Changes;
use chrono::{DateTime, NaiveDate, Utc};
pub(crate) use csv::{CsvTable, csv};
pub(crate) use ics::ics;
pub(crate) use json::json;
pub(crate) use page::page;

use crate::circle::Circle;
use crate::meeting::{Fact, Moment, Scheduled, What, standing};
use crate::records::{Decision, Election, LogEntry, OpenAction, Topic, entries};

/// The records of a circle on a given day.
#[derive(Clone, Debug)]
pub(crate) struct Everything {
    pub today: NaiveDate,
    pub circle: Circle,
    /// The decisions until that day, in force or not.
    pub decisions: Vec<Decision>,
    /// The elections until that day.
    pub elections: Vec<Election>,
    /// The topics of the backlog with the paths of their files.
    pub topics: Vec<(String, Topic)>,
    pub actions: Vec<OpenAction>,
    /// When the circle meets next.
    pub scheduled: Option<Scheduled>,
    /// The moment at which that begins, if the circle's time zone is known.
    pub begins: Option<DateTime<Utc>>,
    pub changes: Changes,
    /// The meetings until that day.
    pub meetings: Vec<MeetingSummary>,
}

/// What the exports say of a meeting.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MeetingSummary {
    /// The stem of its journal.
    pub stem: String,
    pub opened: Moment,
    /// `None` while it is paused.
    pub closed: Option<Moment>,
    /// The planned duration in minutes.
    pub planned: Option<u32>,
    /// The members who were present for some time.
    pub present: Vec<String>,
    pub guests: Vec<String>,
    /// The most guests without names who were there at one time.
    pub unnamed: Option<u32>,
    /// The next meeting as it was scheduled there.
    pub next: Option<Scheduled>,
}

impl Everything {
    fn entries(&self) -> Vec<LogEntry<'_>> {
        entries(&self.decisions, &self.elections, self.today)
    }
}

impl MeetingSummary {
    /// Summarizes the facts of a journal; `None` without facts.
    pub(crate) fn of(stem: &str, facts: &[Fact]) -> Option<Self> {
        let opened = facts.first()?.at;
        let mut meeting = Self {
            stem: stem.to_owned(),
            opened,
            closed: None,
            planned: None,
            present: Vec::new(),
            guests: Vec::new(),
            unnamed: None,
            next: None,
        };
        let mut unnamed = 0_u32;
        for index in standing(facts) {
            let Fact { what, at } = &facts[index];
            match what {
                What::Opened(it) => {
                    meeting.present.clone_from(&it.present);
                    meeting.guests.clone_from(&it.guests);
                    unnamed = it.unnamed.unwrap_or(0);
                }
                What::Arrived(it) => {
                    unnamed = unnamed.saturating_add(it.unnamed.unwrap_or(0));
                    let there = if it.guest { &mut meeting.guests } else { &mut meeting.present };
                    for who in what.people() {
                        if !there.contains(&who) {
                            there.push(who);
                        }
                    }
                }
                What::Left(it) => unnamed = unnamed.saturating_sub(it.unnamed.unwrap_or(0)),
                What::Planned { minutes } => meeting.planned = *minutes,
                What::Scheduled(it) => meeting.next = Some(it.clone()),
                What::Closed {} => meeting.closed = Some(*at),
                _ => {}
            }
            meeting.unnamed = meeting.unnamed.max(Some(unnamed).filter(|it| *it > 0));
        }
        Some(meeting)
    }
}
