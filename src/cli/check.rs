//! `rounds check`: lists every problem of a circle's folder at once.
//!
//! Never changes a file.

pub(super) mod circle_file;
mod copies;
mod names;
mod remarks;

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use toml::Table;

use crate::circle::{Circle, broken_links};
use crate::cli::check::names::CircleNames;
use crate::cli::reach::Reach;
use crate::cli::replay::finding::{self, Finding, FindingKind, Level, empty_minutes};
use crate::cli::replay::journal::{ReplayCache, Replayed, replay};
use crate::cli::replay::records::Records;
use crate::cli::replay::sources::Source;
use crate::cli::replay::{for_each, in_writing};
use crate::cli::{CommandResult, FOUND, Invocation, TROUBLE};
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::meeting::MeetingId;
use crate::records::query::consistency;
use crate::records::query::consistency::{Called, RecordFile};
use crate::records::{FrontMatter, answer};
use crate::store::{Archive, Folder, RecordSet, SharedLock, clock, file, journal};
use crate::terminal::{Progress, output};
use crate::text::{clean, same};
use crate::toml_file::merge_conflict;

/// Lists every problem in the folder: in the circle's file, the journals, records and topics
///
/// Also what they say against each other, and what is wrong with the links of the circles right
/// below. Every journal is walked and compared with its records. Nothing is changed.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds check --deep")]
pub(super) struct Args {
    /// In this circle and all below it
    #[arg(long)]
    deep: bool,

    /// Prints JSON
    #[arg(long)]
    json: bool,
}

/// The problems and notes found so far, in any order.
#[derive(Default)]
struct Findings {
    problems: Vec<Error>,
    /// Remarks that are no problems.
    notes: Vec<Error>,
}

impl Findings {
    /// Adds the findings of a replay. Of a file with a problem it is not said again that it cannot be
    /// read, nor that it differs from its journal.
    fn take(&mut self, replayed: Vec<Finding>) {
        for mut it in replayed {
            if it.kind == FindingKind::Differs {
                it.error.hint.get_or_insert(say!("hint-record-differs"));
            }
            let file = &it.error.place.file;
            let is_known = matches!(it.kind, FindingKind::Unread | FindingKind::Differs)
                && self.problems.iter().any(|known| known.place.file == *file);
            match it.level {
                Level::Finding if !is_known => self.problems.push(it.error),
                Level::Note if !is_known => self.notes.push(it.error),
                _ => {}
            }
        }
    }
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let folder = here.folder()?;
        let mut found = Findings::default();
        let circle = match folder.circle() {
            Ok(circle) => Some(circle),
            // A circle's file that cannot be read at all is an error of the command.
            Err(errors) if errors.iter().all(|it| it.place.line.is_none()) => return Err(errors),
            Err(errors) => {
                found.problems = errors;
                None
            }
        };
        if let Some(circle) = &circle {
            here.speak(circle);
        }
        let names = names::of_circles(folder.top());
        let branches = Reach::of(self.deep, false).branches(folder.clone(), &mut found.problems);
        // Each circle counts too, because its records may be many more than its journals.
        let journals = |it: &Folder| it.journals().map_or(0, |it| it.len());
        let progress = here.progress(branches.iter().map(|it| journals(&it.folder) + 1).sum());
        find(&folder, circle.as_ref(), &names, &progress, &mut found)?;
        progress.step();
        if self.deep {
            let today = clock::now().date_naive();
            let mut circles: Vec<(Folder, Circle)> = Vec::new();
            circles.extend(circle.map(|it| (folder.clone(), it.on(today))));
            for below in branches.iter().skip(1).map(|it| &it.folder) {
                let circle = below.circle().map_err(|it| found.problems.extend(it)).ok();
                // An error in one circle does not stop the check of the others.
                if let Err(err) = find(below, circle.as_ref(), &names, &progress, &mut found) {
                    found.problems.push(err);
                }
                progress.step();
                circles.extend(circle.map(|it| (below.clone(), it.on(today))));
            }
            match folder.listed_people() {
                Ok((_, listed)) => {
                    let listed = listed.map(|it| {
                        let circles = circles.iter().map(|(folder, circle)| (folder, circle));
                        names::unlisted(circles, &it, today)
                    });
                    found.problems.extend(listed.into_iter().flatten());
                }
                Err(errors) => found.problems.extend(errors),
            }
        }
        for errors in [&mut found.problems, &mut found.notes] {
            let key = |it: &Error| (it.place.line, it.place.column, it.message.key);
            errors.sort_by_cached_key(|it| (it.place.file.clone(), key(it)));
            errors.dedup();
        }
        let words = here.words();
        drop(progress);
        output::print(&if self.json { as_json(&found, &words) } else { as_text(&found, &words) })?;
        Ok(match found.problems.as_slice() {
            [] => ExitCode::SUCCESS,
            problems if problems.iter().any(file::is_unread) => ExitCode::from(TROUBLE),
            _ => ExitCode::from(FOUND),
        })
    }
}

fn as_text(found: &Findings, words: &Words) -> String {
    let Findings { problems, notes } = found;
    let notes = notes.iter().map(|it| it.say_as(&say!("label-note"), words));
    let mut out = String::new();
    for said in problems.iter().map(|it| it.say(words)).chain(notes) {
        out += &said;
        out.push('\n');
    }
    let sum = match problems.len() {
        0 => say!("nothing-found"),
        count => say!("problems-found", count = count),
    };
    out + &words.say(&sum) + "\n"
}

/// Formats the findings as JSON, with the messages in the language of the screen.
fn as_json(found: &Findings, words: &Words) -> String {
    let row = |level: Level, err: &Error| {
        let mut row = Table::from_iter([level.pair()]);
        row.extend(finding::row(err, words));
        row
    };
    let problems = found.problems.iter().map(|it| row(Level::Finding, it));
    answer::list("found", problems.chain(found.notes.iter().map(|it| row(Level::Note, it))))
}

/// Checks every file of a circle. `names` are those of all circles of the tree.
///
/// No meeting begins meanwhile. If one is running, what it has not finished writing is left out.
fn find(
    folder: &Folder,
    circle: Option<&Circle>,
    names: &CircleNames,
    progress: &Progress,
    found: &mut Findings,
) -> Result<()> {
    let (remarks, refused) = folder.links_out();
    found.notes.extend(remarks);
    found.problems.extend(refused);
    let lock = SharedLock::take(folder);
    let archive = Archive::of(folder);
    let finished = if lock.is_some() {
        None
    } else {
        let running = Error::new(say!("note-meeting-running")).hint(say!("hint-is-running"));
        found.notes.push(running.in_file(file::named(&folder.meetings())));
        Some(finished(&archive)?)
    };
    let is_finished =
        |id: &str| finished.as_ref().is_none_or(|it| it.contains(&MeetingId::new(id)));
    let problems = &mut found.problems;
    let mut decisions = part(folder, archive.decisions()?, problems)?;
    decisions.retain(|it| it.record.and_then(|it| it.meeting.as_deref()).is_none_or(is_finished));
    let mut elections = part(folder, archive.elections()?, problems)?;
    elections.retain(|it| it.record.and_then(|it| it.meeting.as_deref()).is_none_or(is_finished));
    let topics = part(folder, archive.topics()?, problems)?;
    let then = meetings(folder, &archive, finished.as_ref(), progress, found)?;
    let is_near = |name: &str| names.iter().any(|it| same(it, name));
    let called = Called { now: circle.map(|it| clean(&it.name)), then, is_near: &is_near };
    let problems = &mut found.problems;
    problems.extend(consistency::decisions(&decisions, &called));
    problems.extend(consistency::elections(&elections, &called));
    problems.extend(consistency::topics(&topics));
    let (_, in_root) = listed(&folder.root, "/", problems)?;
    problems.extend(copies::beside(&in_root, |_, of| of == Folder::CIRCLE || of == "words.toml"));
    found.notes.extend(circle.iter().flat_map(|it| names::alike(folder, it, names)));
    if let Some(circle) = circle {
        found.notes.extend(remarks::of_circle(&archive, circle)?);
    }
    let problems = &mut found.problems;
    problems.extend(archive.synonyms().err().into_iter().flatten());
    problems.extend(journal::kept_beside(folder)?);
    if let (None, Some(circle)) = (&finished, circle) {
        problems.extend(circle_file::problems(&archive, circle)?);
        found.notes.extend(circle_file::notes(&archive)?);
    }
    links(folder, circle, problems);
    Ok(())
}

/// Returns the meetings whose records are all written. Journals that cannot be read count as finished,
/// so that their errors are found.
fn finished(archive: &Archive) -> Result<HashSet<MeetingId>> {
    let unfiled: HashSet<PathBuf> = archive.unfiled()?.into_iter().collect();
    let is_filed = |it: &&PathBuf| !unfiled.contains(*it) || journal::read(it).is_err();
    Ok(archive.journals()?.into_iter().filter(is_filed).map(|it| MeetingId::of(it)).collect())
}

/// Finds problems in the links of the circles right below, and symbolic links to circles.
fn links(folder: &Folder, wider: Option<&Circle>, found: &mut Vec<Error>) {
    let today = clock::now().date_naive();
    found.extend(folder.links());
    for below in folder.inside(found) {
        match (below.circle(), wider) {
            // A circle that has ended links to nothing.
            (Ok(circle), _) if circle.check_there(today).is_err() => {}
            (Ok(circle), Some(wider)) => {
                let file = file::named(&below.path(Folder::CIRCLE));
                let broken = broken_links(&circle.on(today), &wider.on(today)).into_iter();
                found.extend(broken.map(|it| it.in_file(&file)));
            }
            (Ok(_), None) => {}
            (Err(errors), _) => found.extend(errors),
        }
    }
}

/// Returns the records of one kind with their texts. Problems of each, and files that do not belong
/// in their folder, are added to `found`.
fn part<'p, T: FrontMatter>(
    folder: &Folder,
    part: &'p RecordSet<T>,
    found: &mut Vec<Error>,
) -> Result<Vec<RecordFile<'p, T>>> {
    let (own, others) = listed(&folder.path(T::FOLDER), ".md", found)?;
    let beside: Vec<PathBuf> = own.iter().chain(&others).cloned().collect();
    let beside = copies::beside(&beside, |copy, _| !ends(Path::new(copy), ".md"));
    let is_copy = |path: &PathBuf| copies::is_listed(&beside, path);
    for path in others.iter().filter(|it| ends(it, ".toml") && !is_copy(it)) {
        let renamed = path.with_extension("md");
        let is_free = renamed.symlink_metadata().is_err();
        let hint = if is_free { say!("hint-stray-record") } else { say!("hint-stray-taken") };
        found.push(stray(path).hint(hint));
    }
    found.extend(beside);
    let named = |path: &String| folder.path(path);
    found.extend(part.copies.iter().map(|(copy, of)| copies::found(&named(copy), &named(of))));
    let files = part.texts.iter().map(|(path, text)| {
        let file = file::named(&folder.path(path));
        let record = part.records.get(path);
        let errors = part.unread.get(path).map_or(&[][..], Vec::as_slice);
        RecordFile::of(file, path, text, record, errors, found)
    });
    Ok(files.collect())
}

/// Lists a folder: the files with this ending, and all others. Names that are the same on other
/// systems are added to `found`.
fn listed(
    folder: &Path,
    ending: &str,
    found: &mut Vec<Error>,
) -> Result<(Vec<PathBuf>, Vec<PathBuf>)> {
    let all = file::list(folder, "")?;
    let names: Vec<String> = all.iter().map(|it| file::named(it)).collect();
    found.extend(consistency::names(&names));
    Ok(all.into_iter().partition(|it| ends(it, ending)))
}

fn ends(path: &Path, ending: &str) -> bool {
    path.to_string_lossy().ends_with(ending)
}

fn stray(path: &Path) -> Error {
    Error::new(say!("error-stray-file")).in_file(file::named(path))
}

/// Finds what is wrong with the journals, and compares them with the records as a replay does.
/// `found` has the problems of the records already. Of a folder in which a meeting is running, only
/// the `finished` meetings count. Returns the name of the circle in each journal, by the journal's
/// stem.
fn meetings(
    folder: &Folder,
    archive: &Archive,
    finished: Option<&HashSet<MeetingId>>,
    progress: &Progress,
    found: &mut Findings,
) -> Result<HashMap<String, String>> {
    let (own, others) = listed(&folder.meetings(), ".toml", &mut found.problems)?;
    let (_, copies) = folder.journals_and_copies()?;
    let all: Vec<PathBuf> = own.iter().chain(&others).cloned().collect();
    let is_minutes =
        |it: &str| ends(Path::new(it), ".md") && MeetingId::of(Path::new(it)).number().is_some();
    let is_own = |it: &str| ends(Path::new(it), ".toml") || is_minutes(it);
    let beside = copies::beside(&all, |copy, _| !is_own(copy));
    found.problems.extend(copies.iter().map(|(copy, of)| copies::found(copy, of)));
    let mut source = Source::whole(folder)?;
    let ids: HashSet<MeetingId> = source.journals.iter().map(|it| MeetingId::of(it)).collect();
    let is_copy = |path: &PathBuf| copies::is_listed(&beside, path);
    for path in others.iter().filter(|it| ends(it, ".md") && !is_copy(it)) {
        if !ids.contains(&MeetingId::of(path)) {
            // Minutes of a copied journal are copied too.
            let of = copies.get(&path.with_extension("toml"));
            found.problems.push(match of.map(|it| it.with_extension("md")) {
                Some(of) if of.exists() => copies::found(path, &of),
                _ => stray(path).hint(say!("hint-stray-minutes")),
            });
        }
        let wrong = match file::text(path, file::RECORD_LIMIT) {
            Ok(text) if text.trim().is_empty() => Some(empty_minutes()),
            Ok(text) => merge_conflict(&text),
            Err(err) => Some(err),
        };
        found.problems.extend(wrong.map(|it| it.in_file(file::named(path))));
    }
    found.problems.extend(beside);
    if let Some(finished) = finished {
        source.journals.retain(|it| finished.contains(&MeetingId::of(it)));
        source.is_whole = false;
    }
    let mut then = HashMap::new();
    let mut records = Records::default();
    let mut left = source.journals.len();
    let walk = |cache: &mut ReplayCache, path: &PathBuf| {
        progress.step();
        replay(path, Some(archive), cache)
    };
    for_each(&source.journals, walk, |replayed| {
        left -= 1;
        records.take(&replayed);
        journal(folder, replayed, left == 0, &mut then, found);
        Ok(())
    })?;
    let unread = in_writing(&source, archive, |mut replayed| {
        records.take(&replayed);
        found.take(std::mem::take(&mut replayed.found));
        Ok(())
    })?;
    found.take(unread);
    found.take(records.across(&source, Some(archive))?);
    Ok(then)
}

/// Adds the problems of one journal, and the name of its circle to `then`.
fn journal(
    folder: &Folder,
    replayed: Replayed,
    is_last: bool,
    then: &mut HashMap<String, String>,
    found: &mut Findings,
) {
    let Replayed { found: mut own, read, is_open, id, .. } = replayed;
    // While the records are not all written, it is enough to say so.
    if own.iter().any(|it| it.kind == FindingKind::Unfiled) {
        own.retain(|it| it.kind != FindingKind::Missing);
    }
    found.take(own);
    let (Some(read), Some(id)) = (read, id) else { return };
    let never_closed = Error::new(say!("error-never-closed")).hint(say!("hint-never-closed"));
    let never_closed = Some(never_closed).filter(|_| is_open && !is_last);
    let errors =
        [read.conflict, names::misnamed(read.day, &id, folder), never_closed].into_iter().flatten();
    found.problems.extend(errors.map(|it| it.in_file(&read.link.file)));
    let alike = names::guests_alike(&read.guests, &read.members, &read.link.file);
    found.notes.extend(alike);
    then.insert(id.to_string(), read.circle);
}
