//! Finds what only all journals of a circle together show: records that no journal gives, and
//! journals that were changed.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::cli::replay::finding::{Finding, FindingKind};
use crate::cli::replay::journal::{Accepted, Replayed};
use crate::cli::replay::sources::Source;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::MeetingId;
use crate::records::query::chain::{Chain, Link};
use crate::store::{Archive, file};
use crate::text::{clean, fold};

/// The records of a circle according to the journals that were walked.
#[derive(Default)]
pub(crate) struct Records {
    /// The day each meeting opened, by the journal's stem; none if the records of the meeting are
    /// not known.
    journals: HashMap<String, Option<NaiveDate>>,
    accepted: Vec<(String, String)>,
    accepted_since: Vec<Accepted>,
    /// The paths of the records that a journal gives.
    given: HashSet<String>,
    links: Vec<Link>,
}

impl Records {
    /// Adds the result of one journal.
    pub(crate) fn take(&mut self, replayed: &Replayed) {
        let id = replayed.id.as_ref().map(ToString::to_string).unwrap_or_default();
        self.journals.insert(id, replayed.opened);
        self.accepted.extend(replayed.accepted.iter().cloned());
        self.accepted_since.extend(replayed.accepted_since.iter().cloned());
        self.given.extend(replayed.given.iter().cloned());
        self.links.extend(replayed.read.as_ref().map(|it| it.link.clone()));
    }

    /// Adds a record that a journal gives.
    pub(super) fn give(&mut self, path: &str) {
        self.given.insert(path.to_owned());
    }

    /// Finds the journals that were changed after their digest was written, the records that the
    /// journal of their meeting does not give, and those that cannot be read. Records that name no
    /// meeting are skipped.
    pub(crate) fn across(
        &mut self,
        source: &Source,
        archive: Option<&Archive>,
    ) -> Result<Vec<Finding>> {
        let changed = Chain::of(std::mem::take(&mut self.links)).changed(source.is_whole);
        let changed = changed.into_iter().map(|it| Finding::note(FindingKind::Changed, it));
        let Some(archive) = archive else { return Ok(changed.collect()) };
        let days: HashSet<String> =
            self.journals.values().flatten().map(ToString::to_string).collect();
        // The name of a record begins with the day its meeting opened.
        let day =
            |path: &str| path.rsplit('/').next().and_then(|it| it.get(..10)).map(str::to_owned);
        let is_of_days = |path: &str| day(path).is_some_and(|it| days.contains(&it));
        let is_other =
            |path: &str| !self.given.contains(path) && (source.is_whole || is_of_days(path));
        let others = archive.paths()?.iter().filter(|it| is_other(it));
        let unfounded = others.filter_map(|path| self.not_given(path, source, archive));
        let mut found: Vec<Finding> = changed.chain(unfounded).collect();
        // The acceptance may be in a journal that was not walked.
        if source.is_whole && self.journals.values().all(Option::is_some) {
            found.extend(self.accepted_since.iter().filter_map(|it| self.unaccepted(it, archive)));
        }
        Ok(found)
    }

    /// Checks a record that no journal gives.
    fn not_given(&self, path: &str, source: &Source, archive: &Archive) -> Option<Finding> {
        let name = file::named(&archive.folder.path(path));
        if archive.is_copy(path, &archive.text(path).unwrap_or_default()) {
            return None;
        }
        let meeting = match archive.meeting_of(path) {
            Ok(meeting) => meeting?,
            Err(err) => return Some(Finding::wrong(FindingKind::Unread, err.in_file(name))),
        };
        let journal = file::named(&archive.folder.path(MeetingId::new(&*meeting).journal()));
        let (kind, err) = match self.journals.get(&meeting) {
            Some(Some(_)) => {
                (FindingKind::Unfounded, say!("error-record-unfounded", journal = journal))
            }
            None if source.is_whole => {
                (FindingKind::NoJournal, say!("error-record-no-journal", journal = journal))
            }
            // The journal has a finding of its own, or is not among the sources.
            Some(None) | None => return None,
        };
        Some(Finding::wrong(kind, Error::new(err).in_file(name)))
    }

    fn unaccepted(&self, election: &Accepted, archive: &Archive) -> Option<Finding> {
        let Accepted { path, who, role } = election;
        let now = |who: &str, role: &str| {
            let (mut who, mut role) = (clean(who), clean(role));
            archive.renames().people([&mut who]);
            archive.renames().role(&mut role);
            (who, fold(&role))
        };
        let its = now(who, role);
        if self.accepted.iter().any(|(who, role)| now(who, role) == its) {
            return None;
        }
        let err = Error::new(say!("error-acceptance-unfounded", who = who));
        let err = err.in_file(file::named(&archive.folder.path(path)));
        Some(Finding::wrong(FindingKind::Unfounded, err))
    }
}
