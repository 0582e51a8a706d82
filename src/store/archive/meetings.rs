//! The journals of an archive, and the open matters that earlier meetings left for later ones.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::circle::Renames;
use crate::error::{Error, Result};
use crate::meeting::{Fact, MeetingId, Opened, Scheduled, What};
use crate::records::filing::SAID;
use crate::records::format::journal::{JournalDigests, JournalReader, Standing, digest};
use crate::records::query::actions;
use crate::records::{Answered, Background, Unfinished};
use crate::store::archive::{Archive, SEVERAL, loaded};
use crate::store::file::{self, LIMIT, named};
use crate::store::journal;
use crate::text::fold;

/// The kinds of facts that later meetings need.
const KINDS: [&str; 11] = [
    "opened",
    "arrived",
    "accepted",
    "declined",
    "approved",
    "scheduled",
    "action",
    "done",
    "rescheduled",
    "reassigned",
    "released",
];

/// The journals by meeting.
pub(crate) type Meetings = BTreeMap<MeetingId, MeetingJournal>;

/// The meetings whose minutes were approved.
type Approvals = HashMap<String, Approval>;

/// How minutes were approved.
enum Approval {
    /// In a later meeting, with the digest that the journal had then.
    Later(Option<String>),
    /// In their own meeting, with the digest of the journal that a later meeting named when it began.
    Own(Option<String>),
}

/// A journal's path, and those of its facts that later meetings need, once they were read.
#[derive(Debug)]
pub(crate) struct MeetingJournal {
    path: PathBuf,
    standing: OnceLock<Result<Standing>>,
    digest: OnceLock<Option<String>>,
}

impl MeetingJournal {
    fn standing(&self) -> &Result<Standing> {
        self.read(&mut JournalReader::default())
    }

    fn read(&self, reader: &mut JournalReader) -> &Result<Standing> {
        self.standing.get_or_init(|| journal::standing(reader, &self.path, &KINDS))
    }

    /// Returns the digest of the journal; `None` if it cannot be read or is not complete.
    fn digest(&self) -> Option<&String> {
        let read = || {
            let is_filed = self.standing().as_ref().is_ok_and(|it| it.filed);
            let text = is_filed.then(|| file::text(&self.path, LIMIT).ok())??;
            Some(digest(&text))
        };
        self.digest.get_or_init(read).as_ref()
    }

    /// Returns whether the journal is not as it was when its records were written.
    fn is_changed(&self) -> bool {
        let read = journal::read_with_text(&mut JournalReader::default(), &self.path);
        read.is_ok_and(|(kept, text)| JournalDigests::of(&text, &kept).changed.is_some())
    }
}

impl Archive {
    fn meetings(&self) -> Result<&Meetings> {
        loaded(&self.meetings, || {
            let journal =
                |path| MeetingJournal { path, standing: OnceLock::new(), digest: OnceLock::new() };
            let paths = self.folder.journals()?.into_iter();
            Ok(paths.map(|path| (MeetingId::of(&path), journal(path))).collect())
        })
    }

    /// Returns the journals in the order of their meetings.
    pub(crate) fn journals(&self) -> Result<Vec<&PathBuf>> {
        Ok(self.meetings()?.values().map(|it| &it.path).collect())
    }

    /// Returns the journals whose records are not written yet, in the order of their meetings,
    /// including those that cannot be read.
    pub(crate) fn unfiled(&self) -> Result<Vec<PathBuf>> {
        let meetings = self.meetings()?;
        self.read_meetings(meetings);
        let is_filed = |it: &&MeetingJournal| it.standing().as_ref().is_ok_and(|it| it.filed);
        let unfiled = meetings.values().filter(|it| !is_filed(it));
        Ok(unfiled.map(|it| it.path.clone()).collect())
    }

    /// Returns the journals of the meetings of a day.
    pub(crate) fn of_day(&self, day: NaiveDate) -> Result<Vec<PathBuf>> {
        let meetings = self.meetings()?.range(MeetingId::on(day, 1)..);
        let of_day = meetings.take_while(|(id, _)| id.is_on(day));
        Ok(of_day.map(|(_, it)| it.path.clone()).collect())
    }

    /// Adds or replaces a meeting after facts were written to its journal.
    pub(crate) fn held(&mut self, path: &Path, facts: &[Fact]) {
        // If the journals were not listed yet, this one will be found with the others.
        if let Some(meetings) = self.meetings.get_mut() {
            let standing = OnceLock::from(Ok(Standing::of(facts, &KINDS)));
            let journal =
                MeetingJournal { path: path.to_owned(), standing, digest: OnceLock::new() };
            meetings.insert(MeetingId::of(path), journal);
        }
    }

    /// Reads all that was said of proposals in the meetings. Journals with a slip are left out.
    ///
    /// # Errors
    ///
    /// A journal cannot be read.
    pub(crate) fn said_of_proposals(&self) -> Result<Vec<Fact>> {
        let journals = self.journals()?;
        let read = |reader: &mut JournalReader, path: &&PathBuf| {
            let (text, _) = file::text_before_tear(path, LIMIT)?;
            Ok(reader.standing(&text, &SAID).map(|it| it.facts).unwrap_or_default())
        };
        let facts = journals.par_iter().map_init(JournalReader::default, read);
        Ok(facts.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
    }

    /// Adds to the background what earlier meetings left: minutes to approve, open actions, and the
    /// date of the next meeting. Earlier means before the meeting `id`, or without one until the end
    /// of the day. Returns the errors of journals that cannot be read.
    pub(crate) fn left(
        &self,
        day: NaiveDate,
        id: Option<&MeetingId>,
        background: &mut Background,
    ) -> Result<Vec<Error>> {
        let (approved, unread) = self.left_before(day, id, background)?;
        background.minutes.retain(|it| !approved.contains_key(it));
        Ok(unread)
    }

    /// Does what [`left`](Self::left) does, and adds the digests of earlier journals. Minutes are
    /// to be approved again if their journal was changed after they were approved.
    pub(crate) fn left_with_digests(
        &self,
        day: NaiveDate,
        id: Option<&MeetingId>,
        background: &mut Background,
    ) -> Result<Vec<Error>> {
        let (approved, unread) = self.left_before(day, id, background)?;
        let meetings = self.meetings()?;
        let mut latest = meetings.iter().rev().filter(|(it, _)| is_before(it, day, id));
        let latest = latest.find(|(_, it)| it.digest().is_some());
        let ids = std::mem::take(&mut background.minutes);
        let asked = ids.par_iter().with_min_len(SEVERAL).map(|it| {
            let id = MeetingId::new(it.as_str());
            let kept = meetings.get(&id)?;
            let is_other = |then: &String| kept.digest().is_some_and(|now| now != then);
            let is_changed = match approved.get(it) {
                None => false,
                Some(Approval::Later(then)) if then.as_ref().is_some_and(is_other) => true,
                Some(Approval::Own(then))
                    if then.as_ref().is_some_and(is_other) || kept.is_changed() =>
                {
                    true
                }
                Some(_) => return None,
            };
            Some((is_changed, kept.digest().map(|it| (id, it.clone()))))
        });
        let asked: Vec<_> = asked.collect();
        for (meeting, asked) in ids.into_iter().zip(asked) {
            let Some((is_changed, digest)) = asked else { continue };
            background.changed.extend(is_changed.then(|| meeting.clone()));
            background.minutes.push(meeting);
            background.digests.extend(digest);
        }
        let latest = latest.and_then(|(id, it)| Some((id.clone(), it.digest()?.clone())));
        background.digests.extend(latest);
        Ok(unread)
    }

    /// Adds what earlier meetings left, with the minutes of all that were closed. Returns the
    /// approved ones, with the latest approval, and the errors.
    fn left_before(
        &self,
        day: NaiveDate,
        id: Option<&MeetingId>,
        background: &mut Background,
    ) -> Result<(Approvals, Vec<Error>)> {
        let meetings = self.meetings()?;
        self.read_meetings(meetings);
        let (mut approved, mut unread) = (Approvals::new(), Vec::new());
        for (id, kept) in meetings.iter().take_while(|(it, _)| is_before(it, day, id)) {
            match kept.standing() {
                Ok(standing) => {
                    left_by(standing, id.as_str(), self.renames(), (background, &mut approved));
                }
                Err(err) => unread.push(err.clone()),
            }
        }
        background.scheduled.take_if(|it| it.date.is_some_and(|date| date < day));
        Ok((approved, unread))
    }

    /// Returns the meetings until the end of a day that are not finished. Journals that cannot be
    /// read are left out; [`left`](Self::left) returns their errors.
    pub(crate) fn unfinished(&self, day: NaiveDate) -> Result<Vec<Unfinished>> {
        let until = self.meetings()?.iter().take_while(|(id, _)| !id.is_after(day));
        let unfinished = until.filter_map(|(id, kept)| {
            let Standing { opened, last, closed, filed, .. } = kept.standing().as_ref().ok()?;
            let (meeting, file) = (id.to_string(), named(&kept.path));
            let unfinished =
                Unfinished { meeting, file, opened: *opened, last: *last, closed: *closed };
            (!filed).then_some(unfinished)
        });
        Ok(unfinished.collect())
    }

    /// Returns the latest meeting until the end of a day that was closed.
    pub(crate) fn latest_closed(&self, day: NaiveDate) -> Result<Option<&MeetingId>> {
        let is_closed = |it: &MeetingJournal| it.standing().as_ref().is_ok_and(|it| it.closed);
        let mut latest = self.meetings()?.iter().rev().filter(|(id, _)| !id.is_after(day));
        Ok(latest.find(|(_, it)| is_closed(it)).map(|(id, _)| id))
    }

    /// Reads all journals that were not read yet, on all cores.
    #[expect(clippy::unused_self, reason = "it reads for this archive")]
    fn read_meetings(&self, meetings: &Meetings) {
        let all: Vec<&MeetingJournal> = meetings.values().collect();
        let each = all.len().div_ceil(rayon::current_num_threads()).max(SEVERAL);
        all.par_chunks(each).for_each(|part| {
            let mut reader = JournalReader::default();
            for it in part {
                let _ = it.read(&mut reader);
            }
        });
    }
}

/// Returns whether a meeting is before the meeting `id`, or without one until the end of the day.
fn is_before(it: &MeetingId, day: NaiveDate, id: Option<&MeetingId>) -> bool {
    match id {
        Some(id) => it < id,
        None => !it.is_after(day),
    }
}

/// Adds to the background what one meeting left, and removes what it settled.
fn left_by(
    standing: &Standing,
    meeting: &str,
    renames: &Renames,
    (background, approved): (&mut Background, &mut Approvals),
) {
    let mut next = None;
    let seen = &mut background.seen;
    let mut see = |mut names: Vec<String>| {
        renames.people(&mut names);
        seen.extend(names.iter().map(|it| fold(it)));
    };
    for fact in &standing.facts {
        match &fact.what {
            What::Approved(it) => {
                let approval = Approval::Later(it.digest.clone());
                approved.extend(it.meeting.clone().map(|meeting| (meeting, approval)));
            }
            What::Scheduled(it) => next = Some(it.clone()),
            What::Opened(Opened { present, meeting, digest, .. }) => {
                see(present.clone());
                let earlier = meeting.as_ref().and_then(|it| approved.get_mut(it));
                if let Some(Approval::Own(named)) = earlier {
                    named.clone_from(digest);
                }
            }
            what @ What::Arrived(it) if !it.guest => see(what.people()),
            What::Accepted { .. } | What::Declined { .. } => {
                background.answers.extend(Answered::of(fact, renames));
            }
            _ => {
                let mut fact = fact.clone();
                fact.what.rename_in_action(renames);
                actions::take(&mut background.actions, &fact, Some(meeting));
            }
        }
    }
    if !standing.closed {
        return;
    }
    background.minutes.push(meeting.to_owned());
    if standing.approved {
        approved.insert(meeting.to_owned(), Approval::Own(None));
    }
    if let Some(Scheduled { date: Some(date), .. }) = next {
        background.last_scheduled = Some(date);
    }
    // This meeting is the scheduled one, unless that is on a later day.
    let is_held = |it: &mut Scheduled| it.date.is_none_or(|date| date <= standing.opened);
    background.scheduled.take_if(is_held);
    background.scheduled = next.or(background.scheduled.take());
}
