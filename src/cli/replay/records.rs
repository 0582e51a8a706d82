//! The records that no journal gives: what a replay finds once all journals of a circle are walked.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::cli::replay::found::{Found, Kind};
use crate::cli::replay::journal::{Accepted, Replayed};
use crate::cli::replay::sources::Source;
use crate::error::Error;
use crate::lang::say;
use crate::records::{Decision, Election};
use crate::store::{Shelf, file};
use crate::text::{clean, same};

/// What is known of a circle's records by the journals that were walked.
#[derive(Default)]
pub struct Records {
    /// The journals by their stems, each with the day it opened; none where it is not known what
    /// it gives.
    journals: HashMap<String, Option<NaiveDate>>,
    accepted: Vec<(String, String)>,
    accepted_since: Vec<Accepted>,
}

impl Records {
    /// Takes in what came of a journal.
    pub fn take(&mut self, replayed: &Replayed) {
        self.journals.insert(replayed.stem.clone(), replayed.opened);
        self.accepted.extend(replayed.accepted.iter().cloned());
        self.accepted_since.extend(replayed.accepted_since.iter().cloned());
    }

    /// Finds the records that claim a meeting which does not give them, and those that nobody can
    /// read. Records from before, which name no meeting, are left alone.
    pub fn unfounded(&self, source: &Source, kept: Option<&Shelf>) -> Vec<Found> {
        let Some(kept) = kept else { return Vec::new() };
        let days: HashSet<String> =
            self.journals.values().flatten().map(ToString::to_string).collect();
        // The name of a record begins with the day its meeting opened.
        let day =
            |path: &str| path.rsplit('/').next().and_then(|it| it.get(..10)).map(str::to_owned);
        let asked = |path: &str| source.is_whole || day(path).is_some_and(|it| days.contains(&it));
        let others = kept.not_given().filter(|it| asked(it));
        let mut found: Vec<Found> =
            others.filter_map(|path| self.not_given(path, source, kept)).collect();
        // Who accepted may stand in a journal that was not walked.
        if source.is_whole && self.journals.values().all(Option::is_some) {
            found.extend(self.accepted_since.iter().filter_map(|it| self.unaccepted(it, kept)));
        }
        found
    }

    /// Says what is wrong with a record that no journal gives, if something is.
    fn not_given(&self, path: &str, source: &Source, kept: &Shelf) -> Option<Found> {
        let its_meeting = |text: &str| match path.split_once('/') {
            Some(("elections", _)) => Election::read(text).map(|it| it.meeting),
            _ => Decision::read(text).map(|it| it.meeting),
        };
        let name = file::named(&kept.folder.path(path));
        let meeting = match kept.text(path).and_then(|it| its_meeting(&it)) {
            Ok(meeting) => meeting?,
            Err(err) => return Some(Found::finding(Kind::Unread, err.in_file(name))),
        };
        let journal = file::named(&kept.folder.meetings().join(format!("{meeting}.toml")));
        let (kind, err) = match self.journals.get(&meeting) {
            Some(Some(_)) => (Kind::Unfounded, say!("error-record-unfounded", journal = journal)),
            None if source.is_whole => {
                (Kind::NoJournal, say!("error-record-no-journal", journal = journal))
            }
            // A journal with a finding of its own, or one that nobody asked for.
            Some(None) | None => return None,
        };
        Some(Found::finding(kind, Error::new(err).in_file(name)))
    }

    fn unaccepted(&self, election: &Accepted, kept: &Shelf) -> Option<Found> {
        let Accepted { path, who, role } = election;
        let mut accepted = self.accepted.iter();
        if accepted.any(|(it, of)| clean(it) == *who && same(&clean(of), role)) {
            return None;
        }
        let err = Error::new(say!("error-record-accepted", who = who));
        let err = err.in_file(file::named(&kept.folder.path(path)));
        Some(Found::finding(Kind::Unfounded, err))
    }
}
