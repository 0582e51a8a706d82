//! What of an archive lies outside a meeting, is due, or is exported.

use chrono::NaiveDate;

use crate::circle::Circle;
use crate::error::{Error, Result};
use crate::meeting::MeetingId;
use crate::records::page::export::{self, MeetingSummary};
use crate::records::{self, Background, CircleRecords, Due, election};
use crate::store::archive::Archive;
use crate::store::{file, journal};

impl Archive {
    /// Returns what lies outside a meeting of this day, as it was before it.
    ///
    /// `id` is that of the meeting, where it has a journal already: its own records, those of later
    /// meetings of its day, and topics of its day once it is closed, do not lie outside of it. Files
    /// that cannot be read are passed over and returned as errors, so that a meeting can begin all
    /// the same.
    ///
    /// # Errors
    ///
    /// A folder cannot be read.
    pub(crate) fn background(
        &self,
        day: NaiveDate,
        id: Option<&MeetingId>,
    ) -> Result<(Background, Vec<Error>)> {
        let mut background = Background::default();
        let mut unread = self.left(day, id, &mut background)?;
        // While a meeting runs, none of its topics is written yet: those of its day are from others.
        let runs = match id {
            Some(id) => self.unfiled()?.contains(&self.folder.path(id.journal())),
            None => true,
        };
        let (decisions, elections, topics) = (self.decisions()?, self.elections()?, self.topics()?);
        unread.extend(decisions.errors().chain(elections.errors()).chain(topics.errors()));
        let is_before = |date: NaiveDate, meeting: Option<&str>| {
            let is_earlier = |it: &str| id.is_none_or(|id| MeetingId::new(it) < *id);
            date <= day && meeting.is_none_or(is_earlier)
        };
        let decisions = decisions.records.values();
        let decisions = decisions.filter(|it| is_before(it.date, it.meeting.as_deref()));
        background.decisions = records::in_force(decisions).into_iter().cloned().collect();
        let elections = elections.records.values();
        let elections = elections.filter(|it| is_before(it.date, it.meeting.as_deref()));
        background.elections = election::latest(elections).into_iter().cloned().collect();
        let topics = topics.records.values();
        let topics = topics.filter(|it| runs || it.since.is_none_or(|since| since < day));
        background.topics = topics.cloned().collect();
        Ok((background, unread))
    }

    /// Returns what is due in a circle by `until` as of the day `on`, soonest first. What is wrong
    /// with files that cannot be read is added to `unread`.
    ///
    /// # Errors
    ///
    /// A folder cannot be read.
    pub(crate) fn due(
        &self,
        circle: &Circle,
        (on, until): (NaiveDate, NaiveDate),
        unread: &mut Vec<Error>,
    ) -> Result<Vec<Due>> {
        let mut background = Background::default();
        unread.extend(self.left(on, None, &mut background)?);
        let (decisions, elections, topics) = (self.decisions()?, self.elections()?, self.topics()?);
        unread.extend(decisions.errors().chain(elections.errors()).chain(topics.errors()));
        let topics = topics.records.iter();
        let circle_records = CircleRecords {
            circle,
            decisions: &decisions.records.values().collect::<Vec<_>>(),
            elections: &elections.records.values().collect::<Vec<_>>(),
            topics: &topics.map(|(path, it)| (self.named(path), it)).collect::<Vec<_>>(),
            actions: &background.actions,
            unfinished: &self.unfinished(on)?,
        };
        Ok(records::due(&circle_records, on, until))
    }

    /// Returns all that the circle keeps, as of the end of a day. Files that cannot be read are
    /// passed over, and told in `unread`.
    ///
    /// # Errors
    ///
    /// A folder cannot be read.
    pub(crate) fn export(
        &self,
        circle: Circle,
        today: NaiveDate,
        unread: &mut Vec<Error>,
    ) -> Result<export::Everything> {
        let mut background = Background::default();
        self.left(today, None, &mut background)?;
        let mut meetings = Vec::new();
        for path in self.journals()? {
            let id = MeetingId::of(path);
            if id.is_after(today) {
                break;
            }
            match journal::read(path) {
                Ok(kept) => meetings.extend(MeetingSummary::of(id.as_str(), &kept.facts)),
                Err(err) => unread.push(err),
            }
        }
        let (decisions, elections, topics) = (self.decisions()?, self.elections()?, self.topics()?);
        unread.extend(decisions.errors().chain(elections.errors()).chain(topics.errors()));
        let decisions = decisions.records.values().filter(|it| it.date <= today);
        let elections = elections.records.values().filter(|it| it.date <= today);
        let topics = topics.records.iter();
        Ok(export::Everything {
            today,
            circle,
            decisions: decisions.cloned().collect(),
            elections: elections.cloned().collect(),
            topics: topics.map(|(path, it)| (path.clone(), it.clone())).collect(),
            actions: background.actions,
            scheduled: background.scheduled,
            meetings,
        })
    }

    /// Returns a file of the circle's folder as a person would name it.
    pub(crate) fn named(&self, path: &str) -> String {
        file::named(&self.folder.path(path))
    }
}
