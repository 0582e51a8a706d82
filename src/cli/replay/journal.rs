//! Walks one journal again, and compares the records on disk with what it gives.

use std::path::Path;

use chrono::NaiveDate;

use crate::circle::Circle;
use crate::cli::meet::paused;
use crate::cli::replay::finding::{Finding, FindingKind};
use crate::cli::{language, record_words};
use crate::error::Error;
use crate::lang::{Lang, Words, say};
use crate::meeting::{Meeting, MeetingId, Step, What, standing};
use crate::records::filing::documents::Comparison;
use crate::records::filing::{Existing, acceptances, documents, outcomes};
use crate::records::format::journal::{Journal, JournalReader};
use crate::records::{Election, FrontMatter};
use crate::store::{Archive, file, journal};

/// The result of replaying one journal.
#[derive(Debug, Default)]
pub(super) struct Replayed {
    /// The number of facts that were read.
    pub facts: usize,
    pub found: Vec<Finding>,
    pub id: Option<MeetingId>,
    /// The day the meeting opened; none if a fact is out of turn, so that the records of the meeting
    /// are not known.
    pub opened: Option<NaiveDate>,
    /// The records without files: path and text.
    pub missing: Vec<(String, String)>,
    /// The paths of the records that the journal gives.
    pub given: Vec<String>,
    /// The elections whose files lack that they were accepted in this meeting: path and new text.
    pub unaccepted: Vec<(String, String)>,
    /// The acceptances of earlier elections in this meeting: person and role.
    pub accepted: Vec<(String, String)>,
    /// The elections of this meeting that were accepted later, according to their files.
    pub accepted_since: Vec<Accepted>,
}

/// An election whose record says that it was accepted later.
#[derive(Clone, Debug)]
pub(super) struct Accepted {
    pub path: String,
    pub who: String,
    pub role: String,
}

/// The buffers and texts that are reused from one journal to the next.
#[derive(Default)]
pub(super) struct ReplayCache {
    pub reader: JournalReader,
    /// The texts of records, in each language used so far.
    words: Vec<Words>,
}

impl ReplayCache {
    /// Returns the texts of a circle's records.
    fn words(&mut self, circle: &Circle) -> &Words {
        let lang = language(circle).unwrap_or(Lang::En);
        let index = self.words.iter().position(|it| it.lang() == lang).unwrap_or_else(|| {
            self.words.push(record_words(circle));
            self.words.len() - 1
        });
        &self.words[index]
    }
}

impl Replayed {
    fn wrong(&mut self, kind: FindingKind, err: Error) {
        self.found.push(Finding::wrong(kind, err));
    }
}

/// Walks a journal again. `archive` has the circle's records; there is none for a journal outside of
/// a circle's folder.
pub(super) fn replay(path: &Path, archive: Option<&Archive>, cache: &mut ReplayCache) -> Replayed {
    let mut replayed = Replayed { id: Some(MeetingId::of(path)), ..Replayed::default() };
    let Some(kept) = read(path, &mut cache.reader, &mut replayed) else { return replayed };
    if kept.older().is_some() {
        outcomes_there(&kept, path, archive, &mut replayed);
        return replayed;
    }
    let Some(meeting) = walked(kept, path, &mut replayed) else { return replayed };
    replayed.opened = meeting.standing().next().map(|it| it.at.date_naive());
    replayed.accepted.clone_from(&meeting.state().accepted);
    let Some(archive) = archive else {
        let alone = Error::new(say!("replay-no-folder")).in_file(file::named(path));
        replayed.found.push(Finding::note(FindingKind::NoFolder, alone));
        return replayed;
    };
    if matches!(meeting.step(), None | Some(Step::File)) {
        compare(&meeting, &file::named(path), archive, cache, &mut replayed);
        unaccepted(&meeting, &file::named(path), archive, &mut replayed);
    }
    if meeting.step() == Some(&Step::File) {
        let err = Error::new(say!("error-unfiled")).hint(say!("hint-unfiled"));
        let err = err.in_file(file::named(path));
        replayed.wrong(FindingKind::Unfiled, err);
    }
    replayed
}

/// Reads a journal. Notes an error, or that it has an older format.
pub(super) fn read(
    path: &Path,
    reader: &mut JournalReader,
    replayed: &mut Replayed,
) -> Option<Journal> {
    match journal::read_with(reader, path) {
        Ok(kept) => {
            replayed.facts = kept.facts.len();
            let older = kept.older().map(|it| it.in_file(file::named(path)));
            replayed.found.extend(older.map(|it| Finding::note(FindingKind::Older, it)));
            Some(kept)
        }
        Err(err) => {
            replayed.wrong(FindingKind::Unread, err);
            None
        }
    }
}

/// Checks the facts of a journal. Notes an error, or that its last fact is cut off.
pub(super) fn walked(kept: Journal, path: &Path, replayed: &mut Replayed) -> Option<Meeting> {
    let torn = kept.torn.map(|it| it.error().in_file(file::named(path)));
    let walked = paused::walk(kept, path);
    let note = |err| replayed.wrong(FindingKind::OutOfTurn, err);
    let meeting = walked.map_err(note).ok();
    replayed.found.extend(torn.map(|it| Finding::wrong(FindingKind::Torn, it)));
    meeting
}

/// Checks that a closed meeting of an older format has files for its records.
fn outcomes_there(kept: &Journal, path: &Path, archive: Option<&Archive>, replayed: &mut Replayed) {
    let closed = |it: &usize| kept.facts[*it].what == (What::Closed {});
    let Some(archive) = archive.filter(|_| standing(&kept.facts).iter().any(closed)) else {
        return;
    };
    for (.., name) in outcomes(&kept.facts) {
        if archive.called(&name).is_ok_and(|mut it| it.next().is_none()) {
            let record = archive.folder.path(format!("{name}.md"));
            replayed.found.push(Finding::missing(&record, &file::named(path)));
        }
    }
}

/// Compares the records on disk with those that a meeting gives.
fn compare(
    meeting: &Meeting,
    journal: &str,
    archive: &Archive,
    cache: &mut ReplayCache,
    replayed: &mut Replayed,
) {
    let words = cache.words(meeting.circle());
    let Some(id) = replayed.id.clone() else { return };
    let mut files = match archive.files_of(meeting, &id) {
        Ok(files) => files,
        Err(err) => return replayed.wrong(FindingKind::Unread, err),
    };
    let mut existing = Existing::of([&files.texts]);
    existing.add_taken(&files.copies);
    for (path, text) in documents(meeting, &id, &existing, words) {
        let file = archive.folder.path(&path);
        let Some(there) = files.texts.get(&path) else {
            replayed.found.push(Finding::missing(&file, journal));
            replayed.missing.push((path, text));
            continue;
        };
        replayed.given.push(path.clone());
        if let Some(err) = files.unread.remove(&path) {
            replayed.wrong(FindingKind::Unread, err);
            continue;
        }
        match Comparison::of(there, &text) {
            Comparison::AsGiven => {}
            Comparison::AcceptedSince => {
                replayed.accepted_since.extend(accepted_since(path, &text));
            }
            Comparison::Otherwise => {
                replayed.found.push(Finding::differing(&file, journal, there, &text));
            }
        }
    }
}

/// Finds the records of earlier elections that lack their acceptance in this meeting.
fn unaccepted(meeting: &Meeting, journal: &str, archive: &Archive, replayed: &mut Replayed) {
    if meeting.state().accepted.is_empty() {
        return;
    }
    let elections = match archive.elections() {
        Ok(elections) => elections,
        Err(err) => return replayed.wrong(FindingKind::Unread, err),
    };
    replayed.unaccepted = acceptances(meeting, &Existing::of([&elections.texts]));
    for (path, _) in &replayed.unaccepted {
        let err = Error::new(say!("error-record-unaccepted", journal = journal));
        let err = err.hint(say!("hint-record-unaccepted"));
        let file = file::named(&archive.folder.path(path));
        replayed.found.push(Finding::wrong(FindingKind::Unaccepted, err.in_file(file)));
    }
}

fn accepted_since(path: String, given: &str) -> Option<Accepted> {
    let election = Election::read_text(given).ok()?;
    Some(Accepted { path, who: election.elected, role: election.role })
}
