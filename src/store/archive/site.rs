//! Reads from an archive what the site shows of a circle.

use std::collections::{HashMap, HashSet};

use chrono::{Months, NaiveDate};

use crate::circle::Circle;
use crate::error::{Error, Result};
use crate::meeting::{Meeting, MeetingId, Version};
use crate::records::page::export::Everything;
use crate::records::query::versions::versions;
use crate::records::site::{MeetingMinutes, SOON, SiteCircle, record_path};
use crate::records::{Background, Minutes, Record};
use crate::store::archive::Archive;
use crate::store::file::{self, RECORD_LIMIT};
use crate::store::{Written, journal};

impl Archive {
    /// Returns what the site shows of a circle as of the end of a day. Errors of files that cannot be
    /// read are added to `unread`.
    pub(crate) fn for_site(
        &self,
        circle: &Circle,
        on: NaiveDate,
        unread: &mut Vec<Error>,
    ) -> Result<SiteCircle> {
        let kept = self.export(circle.on(on), on, unread)?;
        let soon = on.checked_add_months(Months::new(SOON)).unwrap_or(NaiveDate::MAX);
        let mut again = Vec::new();
        let due = self.due(&kept.circle, (on, soon), &mut again)?;
        unread.extend(again.into_iter().filter(|it| !unread.contains(it)).collect::<Vec<_>>());
        let minutes = self.minutes(&kept, on, unread)?;
        let versions = self.versions(&kept);
        Ok(SiteCircle { kept, due, minutes, versions, wider: None })
    }

    /// Reads the minutes of closed meetings. Where there are none yet, nothing is amiss.
    fn minutes(
        &self,
        kept: &Everything,
        on: NaiveDate,
        unread: &mut Vec<Error>,
    ) -> Result<Vec<MeetingMinutes>> {
        let mut background = Background::default();
        self.left(on, None, &mut background)?;
        let open: HashSet<&String> = background.minutes.iter().collect();
        let mut found = Vec::new();
        for meeting in kept.meetings.iter().filter(|it| it.closed.is_some()) {
            let id = MeetingId::new(meeting.stem.as_str());
            let path = self.folder.path(id.minutes());
            if path.symlink_metadata().is_err() {
                continue;
            }
            match file::text(&path, RECORD_LIMIT) {
                Ok(text) => found.push(MeetingMinutes {
                    meeting: meeting.stem.clone(),
                    text: Minutes::page_of(&text),
                    approved: !open.contains(&meeting.stem),
                }),
                Err(err) => unread.push(err),
            }
        }
        Ok(found)
    }

    /// Returns the versions of the records that were put more than once or objected to. Where a journal
    /// cannot be read or walked, a page shows the record without them; `replay` says why.
    fn versions(&self, kept: &Everything) -> HashMap<String, Vec<Version>> {
        let decisions = kept.decisions.iter();
        let several = decisions.filter(|it| it.version > Some(1) || !it.objections.is_empty());
        let several = several.map(Record::Decision);
        let elections = kept.elections.iter();
        let elections = elections.filter(|it| it.version > Some(1) || !it.objections.is_empty());
        let mut walked: HashMap<&str, Option<Meeting>> = HashMap::new();
        let mut found = HashMap::new();
        for record in several.chain(elections.map(Record::Election)) {
            let Some(stem) = record.meeting() else { continue };
            let meeting = walked.entry(stem).or_insert_with(|| self.walked(stem));
            if let Some(meeting) = meeting {
                let versions = versions(meeting, record, self.renames());
                found.insert(record_path(record), versions);
            }
        }
        found
    }

    /// Walks a journal again.
    fn walked(&self, stem: &str) -> Option<Meeting> {
        let id = MeetingId::new(stem);
        if id.is_written() {
            return Written::read(&self.folder, stem).ok().map(|it| it.meeting);
        }
        let kept = journal::read(&self.folder.path(id.journal())).ok()?;
        if kept.older().is_some() {
            return None;
        }
        Meeting::of(kept.format, kept.head, kept.facts).ok()
    }
}
