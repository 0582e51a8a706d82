//! One journal walked again, and the records on the disk compared with what it gives.

use std::path::Path;

use chrono::NaiveDate;

use crate::circle::Circle;
use crate::cli::meet::paused;
use crate::cli::record_words;
use crate::cli::replay::finding::{Finding, FindingKind};
use crate::error::Error;
use crate::lang::{Lang, Words, say};
use crate::meeting::{Meeting, MeetingId, Step, What, standing};
use crate::records::filing::documents::Comparison;
use crate::records::filing::{Existing, acceptances, documents, outcomes};
use crate::records::format::journal::{Journal, JournalReader};
use crate::records::{Election, FrontMatter};
use crate::store::{Archive, file, journal};

/// What came of one journal.
#[derive(Debug, Default)]
pub(super) struct Replayed {
    /// How many facts were read.
    pub facts: usize,
    /// What was found.
    pub found: Vec<Finding>,
    /// The id of the meeting.
    pub id: Option<MeetingId>,
    /// The day the meeting opened; none where a fact is out of turn, so that nobody knows what the
    /// meeting gives.
    pub opened: Option<NaiveDate>,
    /// The records that are not there: path and text.
    pub missing: Vec<(String, String)>,
    /// The paths of the records that the journal gives.
    pub given: Vec<String>,
    /// The elections that were accepted in this meeting and do not say so: path and new text.
    pub unaccepted: Vec<(String, String)>,
    /// Who accepted which role that they were elected to in an earlier meeting.
    pub accepted: Vec<(String, String)>,
    /// The elections that are accepted on the disk, and were not in this meeting.
    pub accepted_since: Vec<Accepted>,
}

/// An election whose record says that it was accepted later.
#[derive(Clone, Debug)]
pub(super) struct Accepted {
    /// The path of the record.
    pub path: String,
    /// Who was elected.
    pub who: String,
    /// To which role.
    pub role: String,
}

/// What is kept at hand from one journal to the next.
#[derive(Default)]
pub(super) struct ReplayCache {
    pub reader: JournalReader,
    /// The words of records, in each language that came up.
    words: Vec<Words>,
}

impl ReplayCache {
    /// Returns the words of a circle's records.
    fn words(&mut self, circle: &Circle) -> &Words {
        let lang = circle.language.as_deref().and_then(Lang::find).unwrap_or(Lang::En);
        let place = self.words.iter().position(|it| it.lang() == lang).unwrap_or_else(|| {
            self.words.push(record_words(circle));
            self.words.len() - 1
        });
        &self.words[place]
    }
}

/// Walks a journal again. `shelf` has the circle's records; none where the journal lies in no
/// circle's folder.
pub(super) fn replay(path: &Path, archive: Option<&Archive>, tools: &mut ReplayCache) -> Replayed {
    let mut replayed = Replayed { id: Some(MeetingId::of(path)), ..Replayed::default() };
    let Some(kept) = read(path, &mut tools.reader, &mut replayed) else { return replayed };
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
        compare(&meeting, &file::named(path), archive, tools, &mut replayed);
        unaccepted(&meeting, &file::named(path), archive, &mut replayed);
    }
    if meeting.step() == Some(&Step::File) {
        let unfiled = Error::new(say!("error-unfiled")).hint(say!("hint-unfiled"));
        replayed
            .found
            .push(Finding::wrong(FindingKind::Unfiled, unfiled.in_file(file::named(path))));
    }
    replayed
}

/// Reads a journal, and says where it is of an older format.
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
            replayed.found.push(Finding::wrong(FindingKind::Unread, err));
            None
        }
    }
}

/// Walks a journal that was read.
pub(super) fn walked(kept: Journal, path: &Path, replayed: &mut Replayed) -> Option<Meeting> {
    let torn = kept.torn.map(|it| it.error().in_file(file::named(path)));
    let walked = paused::walk(kept, path);
    let (meeting, err) = match walked {
        Ok(meeting) => (Some(meeting), None),
        Err(err) => (None, Some(Finding::wrong(FindingKind::OutOfTurn, err))),
    };
    replayed.found.extend(err);
    replayed.found.extend(torn.map(|it| Finding::wrong(FindingKind::Torn, it)));
    meeting
}

/// Looks of a closed meeting that is not walked whether the records of what it came to are there.
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

fn compare(
    meeting: &Meeting,
    journal: &str,
    archive: &Archive,
    tools: &mut ReplayCache,
    replayed: &mut Replayed,
) {
    let words = tools.words(meeting.circle());
    let Some(id) = replayed.id.clone() else { return };
    let mut asked = match archive.files_of(meeting, &id) {
        Ok(asked) => asked,
        Err(err) => return replayed.found.push(Finding::wrong(FindingKind::Unread, err)),
    };
    for (path, text) in documents(meeting, &id, &Existing::of([&asked.texts]), words) {
        let file = archive.folder.path(&path);
        let Some(there) = asked.texts.get(&path) else {
            replayed.found.push(Finding::missing(&file, journal));
            replayed.missing.push((path, text));
            continue;
        };
        replayed.given.push(path.clone());
        if let Some(err) = asked.unread.remove(&path) {
            replayed.found.push(Finding::wrong(FindingKind::Unread, err));
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

/// Finds the records of earlier elections that do not say what this meeting says of them.
fn unaccepted(meeting: &Meeting, journal: &str, archive: &Archive, replayed: &mut Replayed) {
    if meeting.state().accepted.is_empty() {
        return;
    }
    let elections = match archive.elections() {
        Ok(elections) => elections,
        Err(err) => return replayed.found.push(Finding::wrong(FindingKind::Unread, err)),
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
