//! Walks one journal again, and compares the records on disk with what it gives. `replay` and `check`
//! use it for every journal, `show` compares its one record in the same way.

use std::collections::HashMap;
use std::path::Path;

use chrono::NaiveDate;

use crate::circle::Circle;
use crate::cli::meet::paused;
use crate::cli::replay::finding::{Finding, FindingKind};
use crate::cli::{language, record_words};
use crate::error::Error;
use crate::lang::{Lang, Words, say};
use crate::meeting::{Meeting, MeetingId, Step, What, standing};
use crate::records::filing::documents::{Comparison, as_before};
use crate::records::filing::{Existing, acceptances, outcomes, unnamed};
use crate::records::format::journal::{Journal, JournalDigests, JournalReader, digest};
use crate::records::query::chain::Link;
use crate::records::{Election, FrontMatter, Minutes};
use crate::store::{Archive, Compared, Existence, Written, file, journal, written};
use crate::text::clean;
use crate::toml_file::merge_conflict;

/// The result of replaying one journal.
#[derive(Debug, Default)]
pub(crate) struct Replayed {
    /// The number of facts that were read.
    pub facts: usize,
    pub found: Vec<Finding>,
    pub id: Option<MeetingId>,
    /// What was read of the journal; none if it cannot be read.
    pub read: Option<ReadJournal>,
    /// Whether the meeting can go on.
    pub is_open: bool,
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

/// What is known of a journal that was read, whether or not its facts are in turn.
#[derive(Debug)]
pub(crate) struct ReadJournal {
    /// The name of the circle at the meeting.
    pub circle: String,
    /// The day of the first fact.
    pub day: NaiveDate,
    pub members: Vec<String>,
    /// Everyone who was a guest, sorted.
    pub guests: Vec<String>,
    /// What git left in it, if it left two versions of a place.
    pub conflict: Option<Error>,
    pub link: Link,
}

/// An election whose record says that it was accepted later.
#[derive(Clone, Debug)]
pub(crate) struct Accepted {
    pub path: String,
    pub who: String,
    pub role: String,
}

/// The buffers and texts that are reused from one journal to the next.
#[derive(Default)]
pub(crate) struct ReplayCache {
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
pub(crate) fn replay(path: &Path, archive: Option<&Archive>, cache: &mut ReplayCache) -> Replayed {
    let mut replayed = Replayed { id: Some(MeetingId::of(path)), ..Replayed::default() };
    let Some((kept, text)) = read(path, &mut cache.reader, &mut replayed) else { return replayed };
    replayed.read = Some(ReadJournal {
        circle: clean(&kept.head.name),
        members: kept.head.names(),
        guests: guests(&kept),
        day: kept.facts.first().map(|it| it.at.date_naive()).unwrap_or_default(),
        conflict: merge_conflict(&text),
        link: Link {
            id: MeetingId::of(path),
            file: file::named(path),
            digests: JournalDigests::of(&text, &kept),
        },
    });
    if kept.older().is_some() {
        outcomes_there(&kept, path, archive, &mut replayed);
        let torn = kept.torn.map(|it| it.error().in_file(file::named(path)));
        replayed.found.extend(torn.map(|it| Finding::wrong(FindingKind::Torn, it)));
        return replayed;
    }
    let lines = kept.lines.clone();
    let Some(meeting) = walked(kept, path, &mut replayed) else { return replayed };
    replayed.opened = meeting.standing().next().map(|it| it.at.date_naive());
    replayed.accepted.clone_from(&meeting.state().accepted);
    let Some(archive) = archive else {
        let alone = Error::new(say!("note-no-folder")).in_file(file::named(path));
        replayed.found.push(Finding::note(FindingKind::NoFolder, alone));
        return replayed;
    };
    replayed.is_open = !meeting.is_closed();
    if meeting.is_closed() {
        compare(&meeting, &lines, &file::named(path), archive, cache, &mut replayed);
        unaccepted(&meeting, &file::named(path), archive, &mut replayed);
    }
    if meeting.step() == Some(&Step::File) {
        let err = Error::new(say!("error-unfiled")).hint(say!("hint-unfiled"));
        let err = err.in_file(file::named(path));
        replayed.wrong(FindingKind::Unfiled, err);
    }
    replayed
}

/// Walks a decision in writing again: names the files that do not count, and compares its record.
pub(crate) fn replay_written(it: Written, archive: &Archive, cache: &mut ReplayCache) -> Replayed {
    let mut replayed = Replayed { id: Some(it.id.clone()), ..Replayed::default() };
    replayed.facts = it.meeting.facts().len();
    // Where the end is out of turn, the record that it once gave is not known.
    let day = it.meeting.standing().next().map(|it| it.at.date_naive());
    replayed.opened = day.filter(|_| it.out_of_turn.is_empty());
    if it.is_adopted() {
        let journal = file::named(&archive.folder.path(it.id.journal()));
        let lines = vec![1; replayed.facts];
        compare(&it.meeting, &lines, &journal, archive, cache, &mut replayed);
    }
    let found = |kind| move |err| Finding::wrong(kind, err);
    replayed.found.extend(it.out_of_turn.into_iter().map(found(FindingKind::OutOfTurn)));
    let void = it.void.into_iter().map(|err| Finding::note(FindingKind::OutOfTurn, err));
    replayed.found.extend(void);
    replayed
}

fn guests(kept: &Journal) -> Vec<String> {
    let mut guests: Vec<String> = Vec::new();
    for fact in &kept.facts {
        match &fact.what {
            What::Opened(it) => guests.extend_from_slice(&it.guests),
            What::Arrived(it) if it.guest => guests.extend(fact.what.people()),
            _ => {}
        }
    }
    guests.sort_unstable();
    guests.dedup();
    guests
}

/// Reads a journal. Notes an error, or that it has an older format.
pub(super) fn read(
    path: &Path,
    reader: &mut JournalReader,
    replayed: &mut Replayed,
) -> Option<(Journal, String)> {
    match journal::read_with_text(reader, path) {
        Ok((kept, text)) => {
            replayed.facts = kept.facts.len();
            let older = kept.older().map(|it| it.in_file(file::named(path)));
            replayed.found.extend(older.map(|it| Finding::note(FindingKind::Older, it)));
            Some((kept, text))
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

/// Compares the records on disk with those that a meeting gives; `lines` are those of its facts.
fn compare(
    meeting: &Meeting,
    lines: &[usize],
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
    for (fact, title, replaced) in unnamed(meeting, &files.texts) {
        let err = say!("error-replaces-unnamed", title = title, id = replaced);
        let err = Error::new(err).hint(say!("hint-replaces-unnamed")).in_file(journal);
        replayed.wrong(FindingKind::OutOfTurn, err.on_line(lines[fact]));
    }
    let compared = match archive.compared(meeting, &id, &mut files, words) {
        Ok(compared) => compared,
        Err(err) => return replayed.wrong(FindingKind::Unread, err),
    };
    for path in otherwise_filed(meeting, &id, &compared) {
        let err = Error::new(say!("note-record-filed-otherwise", file = path))
            .hint(say!("hint-chain-record"));
        let err = err.in_file(journal).on_line(lines.last().copied().unwrap_or_default());
        replayed.found.push(Finding::note(FindingKind::Changed, err));
    }
    let then = filed_digests(meeting);
    let is_changed = replayed.read.as_ref().is_some_and(|it| it.link.digests.changed.is_some());
    // Nobody changed them since they were written, nor the journal.
    let is_as_filed = |path: &str, there: &str| {
        !is_changed && path == id.minutes() && then.get(path).is_some_and(|it| *it == digest(there))
    };
    match written::lost(&archive.folder, meeting, &id) {
        Ok(lost) => {
            for (path, given) in lost {
                replayed.found.push(Finding::missing(&archive.folder.path(&path), journal));
                replayed.missing.push((path, given));
            }
        }
        Err(err) => replayed.wrong(FindingKind::Unread, err),
    }
    match written::changed(&archive.folder, meeting, &id) {
        Ok(changed) => replayed.found.extend(changed.into_iter().map(|it| {
            let path = archive.folder.path(&it.path);
            Finding::differing(&path, journal, &it.text, &it.put)
        })),
        Err(err) => replayed.wrong(FindingKind::Unread, err),
    }
    for Compared { path, given, there, .. } in compared {
        let file = archive.folder.path(&path);
        if !matches!(there, Existence::Missing) {
            replayed.given.push(path.clone());
        }
        match there {
            Existence::Missing => {
                replayed.found.push(Finding::missing(&file, journal));
                replayed.missing.push((path, given));
            }
            Existence::Unread(err) => {
                replayed.wrong(FindingKind::Unread, err.in_file(file::named(&file)));
            }
            Existence::Read(_, Comparison::AsGiven) => {}
            Existence::Read(_, Comparison::AcceptedSince) => {
                replayed.accepted_since.extend(accepted_since(path, &given));
            }
            Existence::Read(there, Comparison::Otherwise) if is_as_filed(&path, &there) => {
                let older = Error::new(say!("note-minutes-older", journal = journal));
                let older = older.in_file(file::named(&file));
                replayed.found.push(Finding::note(FindingKind::Older, older));
            }
            Existence::Read(there, Comparison::Otherwise) => {
                let given = as_before(&given, &there);
                replayed.found.push(Finding::differing(&file, journal, &there, &given));
            }
        }
    }
}

/// Returns the digests in the last fact, `filed`, by the paths of the records.
fn filed_digests(meeting: &Meeting) -> HashMap<&str, &str> {
    let Some(What::Filed(filed)) = meeting.standing().next_back().map(|it| &it.what) else {
        return HashMap::new();
    };
    let entries = filed.records.iter().map(|it| it.split_once("  ").unwrap_or(("", it)));
    entries.map(|(digest, path)| (path, digest)).collect()
}

/// Returns the paths whose digest in `filed` is neither that of what the meeting gives nor that of
/// the file, and those that the meeting does not give. Without digests there are none.
fn otherwise_filed(meeting: &Meeting, id: &MeetingId, compared: &[Compared]) -> Vec<String> {
    let Some(What::Filed(filed)) = meeting.standing().next_back().map(|it| &it.what) else {
        return Vec::new();
    };
    let named = filed_digests(meeting);
    // A journal that got another name is that of another meeting, which its records name.
    let is_its_own = named.contains_key(id.minutes().as_str());
    if filed.digest.is_none() || !(is_its_own || named.is_empty()) {
        return Vec::new();
    }
    let is_other = |it: &&Compared| {
        // Minutes were filed without front matter by earlier editions.
        let has = |text: &str| {
            let known = named.get(it.path.as_str());
            let is_known = |text: &str| known.is_some_and(|it| *it == digest(text));
            is_known(text) || it.path == id.minutes() && is_known(&Minutes::page_of(text))
        };
        match &it.there {
            Existence::Missing => !has(&it.given),
            Existence::Read(there, Comparison::AcceptedSince) => {
                !has(&it.given) && !has(&as_before(&it.given, there))
            }
            Existence::Read(there, Comparison::AsGiven) => !has(&it.given) && !has(there),
            // There is a finding about it already.
            Existence::Unread(_) | Existence::Read(_, Comparison::Otherwise) => false,
        }
    };
    let others =
        compared.iter().filter(|it| it.named == it.path).filter(is_other).map(|it| it.path.clone());
    let more = named.keys().filter(|path| compared.iter().all(|it| it.named != **path));
    let mut paths: Vec<String> = others.chain(more.map(|it| (*it).to_owned())).collect();
    paths.sort_unstable();
    paths
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
        let err = Error::new(say!("error-acceptance-missing", journal = journal));
        let err = err.hint(say!("hint-record-unaccepted"));
        let file = file::named(&archive.folder.path(path));
        replayed.found.push(Finding::wrong(FindingKind::Unaccepted, err.in_file(file)));
    }
}

fn accepted_since(path: String, given: &str) -> Option<Accepted> {
    let election = Election::read_text(given).ok()?;
    Some(Accepted { path, who: election.elected, role: election.role })
}
