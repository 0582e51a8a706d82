//! What was read of a circle's folder, and is kept: no file is read twice, and what a meeting
//! writes is added to it. So many meetings can be recorded one after another.
//!
//! Reads only, and only what somebody asks for. Whoever keeps it for longer holds the lock.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::dialogue::{Background, ElectionOnRecord};
use crate::error::{Error, Result};
use crate::meeting::{Fact, Scheduled, What};
use crate::records;
use crate::records::format::election;
use crate::records::format::journal::Standing;
use crate::records::{Decision, Election, Known, Topic};
use crate::store::file::{RECORD_LIMIT, named};
use crate::store::folder::order;
use crate::store::outside::take_action;
use crate::store::{Folder, file, journal};

/// What of a journal is of concern to later meetings.
const LEFT: [&str; 4] = ["approved", "scheduled", "action", "done"];

/// What was read of a circle's folder.
#[derive(Debug)]
pub struct Reading {
    /// The circle's folder.
    pub folder: Folder,
    journals: Option<BTreeMap<Order, Journal>>,
    records: Option<Records>,
}

/// How journals are sorted: by day, then by number.
type Order = (String, u64, String);

/// A journal, and what it left once that was read.
type Journal = (PathBuf, Option<Result<Standing>>);

/// The records, each by its path in the circle's folder.
#[derive(Debug, Default)]
struct Records {
    /// Their texts; that of a record which cannot be read is empty.
    texts: BTreeMap<String, String>,
    decisions: BTreeMap<String, Decision>,
    elections: BTreeMap<String, Election>,
    topics: BTreeMap<String, Topic>,
    /// What is wrong with those that are none.
    unread: Vec<(String, Error)>,
}

impl Reading {
    /// Begins with nothing read.
    pub fn of(folder: &Folder) -> Self {
        Self { folder: folder.clone(), journals: None, records: None }
    }

    /// Returns the journals whose records are not written yet, in the order of their days; those
    /// that cannot be read are among them.
    ///
    /// # Errors
    ///
    /// The folder cannot be read.
    pub fn unfiled(&mut self) -> Result<Vec<PathBuf>> {
        let journals = self.journals()?.values_mut();
        let unfiled = journals.filter_map(|it| {
            let is_filed = left(it).as_ref().is_ok_and(|it| it.filed);
            (!is_filed).then(|| it.0.clone())
        });
        Ok(unfiled.collect())
    }

    /// Returns the journals of a day.
    ///
    /// # Errors
    ///
    /// The folder cannot be read.
    pub fn of_day(&mut self, day: NaiveDate) -> Result<Vec<PathBuf>> {
        let day = day.to_string();
        let journals = self.journals()?.range((day.clone(), 0, String::new())..);
        let of_day = journals.take_while(|((its, ..), _)| *its == day);
        Ok(of_day.map(|(_, (path, _))| path.clone()).collect())
    }

    /// Returns what lies outside a meeting of this day, as it was before it.
    ///
    /// `stem` is that of the meeting's own journal, empty where it has none: its own records, those
    /// of later meetings of its day, and topics of its day once it is closed, do not lie outside of
    /// it. Files that cannot be read are passed over and returned as errors, so that a meeting can
    /// begin all the same.
    ///
    /// # Errors
    ///
    /// A folder cannot be read.
    pub fn outside(&mut self, day: NaiveDate, stem: &str) -> Result<(Background, Vec<Error>)> {
        let mut outside = Background::default();
        let mut unread = self.left(day, stem, &mut outside)?;
        // While a meeting runs, none of its topics is written yet: those of its day are from others.
        let journal = self.folder.meetings().join(format!("{stem}.toml"));
        let runs = stem.is_empty() || self.unfiled()?.contains(&journal);
        let records = self.records()?;
        unread.extend(records.unread.iter().map(|(_, err)| err.clone()));
        let is_before = |date: NaiveDate, meeting: Option<&str>| {
            let own = meeting.filter(|_| !stem.is_empty());
            date <= day && own.is_none_or(|it| order(it) < order(stem))
        };
        let decisions = records.decisions.values();
        let decisions = decisions.filter(|it| is_before(it.date, it.meeting.as_deref()));
        let in_force = records::in_force(decisions).into_iter();
        outside.decisions = in_force.map(Known::from).collect();
        let elections = records.elections.values();
        let elections = elections.filter(|it| is_before(it.date, it.meeting.as_deref()));
        outside.elections = election::latest(elections).into_iter().map(chosen).collect();
        let earlier = |it: &&Topic| runs || it.since.is_none_or(|since| since < day);
        outside.topics = records.topics.values().filter(earlier).cloned().collect();
        Ok((outside, unread))
    }

    /// Returns the elections that can be read.
    ///
    /// # Errors
    ///
    /// A folder cannot be read.
    pub fn elections(&mut self) -> Result<Vec<&Election>> {
        Ok(self.records()?.elections.values().collect())
    }

    /// Returns the texts of the records by their path in the circle's folder.
    ///
    /// # Errors
    ///
    /// A folder cannot be read.
    pub(crate) fn texts(&mut self) -> Result<&mut BTreeMap<String, String>> {
        Ok(&mut self.records()?.texts)
    }

    /// Adds a meeting that was recorded since, or has gone on.
    pub fn held(&mut self, path: &Path, facts: &[Fact]) {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let left = Standing::of(facts, &LEFT);
        // Where nothing was read yet, it will be read with all others.
        if let Some(journals) = &mut self.journals {
            journals.insert(order(&stem), (path.to_owned(), Some(Ok(left))));
        }
    }

    /// Adds a record that was written since, or written anew.
    pub(crate) fn written(&mut self, path: &str, text: &str) {
        if let Some(records) = &mut self.records {
            records.remove(path);
            records.add(path, Ok(text.to_owned()), path);
        }
    }

    /// Leaves out a record that was removed since.
    pub(crate) fn removed(&mut self, path: &str) {
        if let Some(records) = &mut self.records {
            records.remove(path);
        }
    }

    /// Takes in what the meetings before this one left: minutes that nobody approved yet, actions
    /// that are not done, and when the circle meets next. Returns what is wrong with journals that
    /// cannot be read.
    pub(crate) fn left(
        &mut self,
        day: NaiveDate,
        stem: &str,
        outside: &mut Background,
    ) -> Result<Vec<Error>> {
        let first_after = if stem.is_empty() { after(day) } else { order(stem) };
        let (mut approved, mut unread) = (HashSet::new(), Vec::new());
        for ((.., meeting), journal) in self.journals()?.range_mut(..first_after) {
            match left(journal) {
                Ok(kept) => left_by(kept, meeting, outside, &mut approved),
                Err(err) => unread.push(err.clone()),
            }
        }
        outside.minutes.retain(|it| !approved.contains(it));
        outside.scheduled.take_if(|it| it.date.is_some_and(|date| date < day));
        Ok(unread)
    }

    fn journals(&mut self) -> Result<&mut BTreeMap<Order, Journal>> {
        if self.journals.is_none() {
            let paths = self.folder.journals()?.into_iter();
            let journals = paths.map(|path| {
                let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                (order(&stem), (path, None))
            });
            self.journals = Some(journals.collect());
        }
        Ok(self.journals.get_or_insert_default())
    }

    fn records(&mut self) -> Result<&mut Records> {
        if self.records.is_none() {
            let mut records = Records::default();
            for part in ["decisions", "elections", "backlog"] {
                for path in file::list(&self.folder.path(part), ".md")? {
                    let name = path.file_name().unwrap_or_default().to_string_lossy();
                    let name = format!("{part}/{name}");
                    records.add(&name, file::text(&path, RECORD_LIMIT), &named(&path));
                }
            }
            self.records = Some(records);
        }
        Ok(self.records.get_or_insert_default())
    }
}

impl Records {
    /// Adds a file; `named` is how a person would name it. One of another folder is left out.
    fn add(&mut self, path: &str, text: Result<String>, named: &str) {
        let key = path.to_owned();
        let read =
            text.as_ref().map_err(Clone::clone).and_then(|text| match path.split('/').next() {
                Some("decisions") => {
                    Decision::read(text).map(|it| drop(self.decisions.insert(key, it)))
                }
                Some("elections") => {
                    Election::read(text).map(|it| drop(self.elections.insert(key, it)))
                }
                Some("backlog") => Topic::read(text).map(|it| drop(self.topics.insert(key, it))),
                _ => Ok(()),
            });
        self.unread.extend(read.err().map(|it| (path.to_owned(), it.in_file(named))));
        self.texts.insert(path.to_owned(), text.unwrap_or_default());
    }

    fn remove(&mut self, path: &str) {
        self.texts.remove(path);
        self.decisions.remove(path);
        self.elections.remove(path);
        self.topics.remove(path);
        self.unread.retain(|(it, _)| it != path);
    }
}

/// Returns what a journal left, which is read if it was not yet.
fn left((path, left): &mut Journal) -> &Result<Standing> {
    left.get_or_insert_with(|| journal::standing(path, &LEFT))
}

fn chosen(it: &Election) -> ElectionOnRecord {
    let (id, role) = (it.id.clone(), it.role.clone());
    ElectionOnRecord { id, role, elected: it.elected.clone(), accepted: it.accepted }
}

/// Returns where the journals of the days after this one begin.
pub(crate) fn after(day: NaiveDate) -> Order {
    order(&day.succ_opt().unwrap_or(day).to_string())
}

/// Takes in what one meeting left, and of what earlier ones left what it settled.
fn left_by(
    kept: &Standing,
    meeting: &str,
    outside: &mut Background,
    approved: &mut HashSet<String>,
) {
    let mut next = None;
    for fact in &kept.facts {
        match &fact.what {
            What::Approved { meeting, .. } => drop(approved.insert(meeting.clone())),
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
