//! What a circle keeps, whole, for other programs: a calendar, tables, one document, one page.
//!
//! Pure: the same records as of the same day give the same bytes. Never leaves a file's keys for
//! names of its own.

mod ics;
mod csv;
mod json;
mod page;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
pub(crate) use csv::{CsvTable, csv};
pub(crate) use ics::ics;
pub(crate) use json::json;
pub(crate) use page::page;

use crate::circle::Circle;
use crate::meeting::{Fact, Moment, Scheduled, What, standing};
use crate::records::{Decision, Election, LogEntry, OpenAction, Topic, entries};

/// What a circle keeps, as of a day.
#[derive(Clone, Debug)]
pub(crate) struct Everything {
    /// As of which day.
    pub today: NaiveDate,
    /// The circle.
    pub circle: Circle,
    /// The decisions until that day, in force or not.
    pub decisions: Vec<Decision>,
    /// The elections until that day.
    pub elections: Vec<Election>,
    /// The topics of the backlog, each behind the path of its file.
    pub topics: Vec<(String, Topic)>,
    /// The actions that are not done.
    pub actions: Vec<OpenAction>,
    /// When the circle meets next.
    pub scheduled: Option<Scheduled>,
    /// The meetings until that day.
    pub meetings: Vec<MeetingSummary>,
}

/// A meeting that was opened.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MeetingSummary {
    /// The stem of its journal.
    pub stem: String,
    /// When it was opened.
    pub opened: Moment,
    /// When it was closed; none while it is paused.
    pub closed: Option<Moment>,
    /// How many minutes it was to last.
    pub planned: Option<u32>,
    /// The members who were there, at whatever time.
    pub present: Vec<String>,
    /// The guests who were there.
    pub guests: Vec<String>,
    /// What it said of the next meeting.
    pub next: Option<Scheduled>,
}

impl Everything {
    /// Returns every decision and election with what became of it.
    fn entries(&self) -> Vec<LogEntry<'_>> {
        entries(&self.decisions, &self.elections, self.today)
    }
}

impl MeetingSummary {
    /// Reads from the facts of a journal what is told of its meeting; none of no facts.
    pub(crate) fn of(stem: &str, facts: &[Fact]) -> Option<Self> {
        let opened = facts.first()?.at;
        let (closed, planned, next) = (None, None, None);
        let (present, guests) = (Vec::new(), Vec::new());
        let stem = stem.to_owned();
        let mut held = Self { stem, opened, closed, planned, present, guests, next };
        for index in standing(facts) {
            let Fact { what, at } = &facts[index];
            match what {
                What::Opened { present, guests } => {
                    held.present.clone_from(present);
                    held.guests.clone_from(guests);
                }
                What::Arrived { who, guest } => {
                    let there = if *guest { &mut held.guests } else { &mut held.present };
                    if !there.contains(who) {
                        there.push(who.clone());
                    }
                }
                What::Planned { minutes } => held.planned = *minutes,
                What::Scheduled(it) => held.next = Some(it.clone()),
                What::Closed {} => held.closed = Some(*at),
                _ => {}
            }
        }
        Some(held)
    }
}
