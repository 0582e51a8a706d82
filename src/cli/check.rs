//! `rounds check`: every problem of a circle's folder at once.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::circle::{Circle, broken_links};
use crate::cli::meet::paused;
use crate::cli::{CommandResult, FOUND, Invocation, finish};
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::meeting::{Meeting, MeetingId, Step, What};
use crate::records::filing::unseated;
use crate::records::format::journal::{Journal, Torn};
use crate::records::query::consistency;
use crate::records::query::consistency::{Called, RecordFile, WrittenRecords};
use crate::records::{Election, FrontMatter};
use crate::store::{Archive, Folder, RecordSet, clock, file, journal};
use crate::terminal::output;
use crate::text::{clean, same};
use crate::toml_file::conflict;

/// Lists every problem in the folder: in the circle's file, the journals, records and topics
///
/// Also what they say against each other, and what is wrong with the links of the circles right
/// below. Nothing is changed.
#[derive(clap::Args)]
pub(super) struct Args {
    /// In this circle and all below it
    #[arg(long)]
    deep: bool,

    /// Prints a JSON list: file, line, column, message and hint of each problem
    #[arg(long)]
    json: bool,
}

/// What is found, in whatever order.
#[derive(Default)]
struct Findings {
    problems: Vec<Error>,
    /// What is good to know, and no problem.
    notes: Vec<Error>,
}

impl Args {
    /// Lists what is found, from the first file to the last.
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let folder = here.folder()?;
        let mut found = Findings::default();
        let circle = match folder.circle() {
            Ok(circle) => Some(circle),
            // A file that cannot be read at all is trouble, not a finding.
            Err(errors) if errors.iter().all(|it| it.place.line.is_none()) => return Err(errors),
            Err(errors) => {
                found.problems = errors;
                None
            }
        };
        if let Some(circle) = &circle {
            here.speak(circle);
        }
        let tree = Tree::of(&folder);
        find(&folder, circle.as_ref(), &tree, &mut found)?;
        if self.deep {
            for below in folder.below(&mut found.problems).iter().skip(1).map(|it| &it.folder) {
                let circle = below.circle().map_err(|it| found.problems.extend(it)).ok();
                // What cannot be read in one circle hides nothing in the others.
                if let Err(err) = find(below, circle.as_ref(), &tree, &mut found) {
                    found.problems.push(err);
                }
            }
        }
        for found in [&mut found.problems, &mut found.notes] {
            in_order(found);
        }
        let words = here.words();
        output::print(&if self.json { as_json(&found, &words) } else { as_text(&found, &words) })?;
        Ok(if found.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(FOUND) })
    }
}

/// Sorts by file and line, and leaves out what was found twice.
fn in_order(found: &mut Vec<Error>) {
    found.sort_by(|one, two| {
        let key = |it: &'_ Error| {
            let place = it.place.clone();
            (place.file, place.line, place.column, it.message.key)
        };
        key(one).cmp(&key(two))
    });
    found.dedup();
}

/// The tree that a circle is part of; read only when somebody asks.
struct Tree<'a> {
    folder: &'a Folder,
    names: OnceCell<Vec<String>>,
}

impl<'a> Tree<'a> {
    fn of(folder: &'a Folder) -> Self {
        Self { folder, names: OnceCell::new() }
    }

    /// Returns whether a circle of the tree has this name.
    fn has(&self, name: &str) -> bool {
        let names = self.names.get_or_init(|| {
            // What is wrong with other circles is not looked for here.
            let all = self.folder.top().below(&mut Vec::new());
            all.iter().filter_map(|it| Some(clean(&it.folder.circle().ok()?.name))).collect()
        });
        names.iter().any(|it| same(it, name))
    }
}

fn as_text(found: &Findings, words: &Words) -> String {
    let Findings { problems, notes } = found;
    let notes = notes.iter().map(|it| it.say_as(&say!("label-note"), words));
    let mut out = String::new();
    for said in problems.iter().map(|it| it.say(words)).chain(notes) {
        // What stands in a file, and its name, may be anything.
        out += &clean(&said);
        out.push('\n');
    }
    let sum = match problems.len() {
        0 => say!("nothing-found"),
        count => say!("problems-found", count = count),
    };
    out + &words.say(&sum) + "\n"
}

/// Writes what is found for programs, the messages in the reader's language.
fn as_json(found: &Findings, words: &Words) -> String {
    let row = |level: &str, it: &Error| {
        let mut row = serde_json::Map::new();
        row.insert("level".to_owned(), level.into());
        let place = &it.place;
        row.extend(place.file.as_ref().map(|file| ("file".to_owned(), clean(file).into())));
        row.extend(place.line.map(|line| ("line".to_owned(), line.into())));
        row.extend(place.column.map(|column| ("column".to_owned(), column.into())));
        row.insert("message".to_owned(), clean(&words.say(&it.message)).into());
        let hint = it.hint.as_ref().map(|hint| clean(&words.say(hint)));
        row.extend(hint.map(|hint| ("hint".to_owned(), hint.into())));
        serde_json::Value::Object(row)
    };
    let problems = found.problems.iter().map(|it| row("finding", it));
    let rows = problems.chain(found.notes.iter().map(|it| row("note", it)));
    let rows: Vec<serde_json::Value> = rows.collect();
    serde_json::to_string_pretty(&rows).expect("texts and numbers are JSON") + "\n"
}

/// Reads every file of a circle once and finds what is wrong.
fn find(
    folder: &Folder,
    circle: Option<&Circle>,
    tree: &Tree<'_>,
    found: &mut Findings,
) -> Result<()> {
    let problems = &mut found.problems;
    let archive = Archive::of(folder);
    let decisions = part(folder, archive.decisions()?, problems)?;
    let elections = part(folder, archive.elections()?, problems)?;
    let topics = part(folder, archive.topics()?, problems)?;
    let then = meetings(folder, &WrittenRecords::of(&decisions, &elections), found)?;
    let is_near = |name: &str| tree.has(name);
    let called = Called { now: circle.map(|it| clean(&it.name)), then, is_near: &is_near };
    let problems = &mut found.problems;
    problems.extend(consistency::decisions(&decisions, &called));
    problems.extend(consistency::elections(&elections, &called));
    problems.extend(consistency::topics(&topics));
    let names: Vec<String> =
        file::list(&folder.root, "")?.iter().map(|it| file::named(it)).collect();
    problems.extend(consistency::names(&names));
    problems.extend(archive.synonyms().err().into_iter().flatten());
    let elections = archive.elections()?.records.values();
    problems.extend(circle.iter().flat_map(|it| roles(folder, it, elections.clone())));
    links(folder, circle, problems)
}

/// Says what is wrong with the links of the circles right below, and which links in the folder
/// lead to a circle.
fn links(folder: &Folder, wider: Option<&Circle>, found: &mut Vec<Error>) -> Result<()> {
    found.extend(folder.links()?);
    for below in folder.inside()? {
        match (below.circle(), wider) {
            (Ok(circle), Some(wider)) => {
                let file = file::named(&below.path(Folder::CIRCLE));
                let broken = broken_links(&circle, wider).into_iter();
                found.extend(broken.map(|it| it.in_file(&file)));
            }
            (Ok(_), None) => {}
            (Err(errors), _) => found.extend(errors),
        }
    }
    Ok(())
}

/// Returns the records of a part of the folder with their texts. What is wrong with each, and what
/// does not belong there, is added to `found`.
fn part<'p, T: FrontMatter>(
    folder: &Folder,
    part: &'p RecordSet<T>,
    found: &mut Vec<Error>,
) -> Result<Vec<RecordFile<'p, T>>> {
    let (_, strays) = listed(folder, T::FOLDER, ".md", found)?;
    let strays = strays.iter().filter(|it| ends(it, ".toml"));
    found.extend(strays.map(|it| stray(it).hint(say!("hint-stray-record"))));
    let filed = part.texts.iter().map(|(path, text)| {
        let file = file::named(&folder.path(path));
        let record = part.records.get(path);
        let errors = part.unread.get(path).map_or(&[][..], Vec::as_slice);
        RecordFile::of(file, path, text, record, errors, found)
    });
    Ok(filed.collect())
}

/// Lists a part of the folder: the files with this ending, and all others. What would be one name
/// on other systems is found.
fn listed(
    folder: &Folder,
    part: &str,
    ending: &str,
    found: &mut Vec<Error>,
) -> Result<(Vec<PathBuf>, Vec<PathBuf>)> {
    let all = file::list(&folder.path(part), "")?;
    let names: Vec<String> = all.iter().map(|it| file::named(it)).collect();
    found.extend(consistency::names(&names));
    Ok(all.into_iter().partition(|it| ends(it, ending)))
}

fn ends(path: &Path, ending: &str) -> bool {
    path.to_string_lossy().ends_with(ending)
}

fn stray(path: &Path) -> Error {
    Error::new(say!("error-stray")).in_file(file::named(path))
}

/// Says which roles the circle's file has otherwise than they were last elected.
fn roles<'e>(
    folder: &Folder,
    circle: &Circle,
    elections: impl Iterator<Item = &'e Election> + Clone,
) -> Vec<Error> {
    let file = file::named(&folder.path(Folder::CIRCLE));
    let problem = |it: &Election| {
        let err = Error::new(say!("error-role-differs", role = &it.role, id = &it.id));
        err.hint(finish::as_elected(&it.elected, it.since, it.until)).in_file(&file)
    };
    let differing = unseated(circle, elections, clock::now().date_naive());
    differing.into_iter().map(problem).collect()
}

/// Says which meetings cannot be read, were torn or never closed, have no records yet or none any
/// more. All are walked: a journal may have been changed after its records were written. Returns
/// what the circle was called in each, by the journal's stem.
fn meetings(
    folder: &Folder,
    written: &WrittenRecords<'_>,
    found: &mut Findings,
) -> Result<HashMap<String, String>> {
    let (_, others) = listed(folder, "meetings", ".toml", &mut found.problems)?;
    let journals = folder.journals()?;
    let mut then = HashMap::new();
    for (index, path) in journals.iter().enumerate() {
        let is_last = index + 1 == journals.len();
        if let Err(err) = journal(path, is_last, written, &mut then, found) {
            found.problems.push(err);
        }
    }
    let ids: HashSet<MeetingId> = journals.iter().map(|it| MeetingId::of(it)).collect();
    for path in others.iter().filter(|it| ends(it, ".md")) {
        if !ids.contains(&MeetingId::of(path)) {
            found.problems.push(stray(path).hint(say!("hint-stray-minutes")));
        }
        let git = file::text(path, file::RECORD_LIMIT).map(|it| conflict(&it, false));
        let git = git.unwrap_or_else(Some);
        found.problems.extend(git.map(|it| it.in_file(file::named(path))));
    }
    Ok(then)
}

fn journal(
    path: &Path,
    is_last: bool,
    written: &WrittenRecords<'_>,
    then: &mut HashMap<String, String>,
    found: &mut Findings,
) -> Result<()> {
    let (name, id) = (file::named(path), MeetingId::of(path));
    let (kept, text) = journal::read_with_text(path)?;
    then.insert(id.to_string(), clean(&kept.head.name));
    let mut own: Vec<Error> = conflict(&text, false).into_iter().collect();
    own.extend(kept.torn.map(Torn::error));
    own.extend(misnamed(&kept, &id));
    if kept.facts.last().is_some_and(|it| it.what == What::Filed {}) {
        own.extend(written.missing(&kept.facts, id.as_str()));
    }
    match kept.older() {
        Some(older) => found.notes.push(older.in_file(&name)),
        None => match paused::walk(kept, path) {
            Ok(meeting) => own.extend(unfinished(&meeting, is_last)),
            Err(err) => own.push(err),
        },
    }
    found.problems.extend(own.into_iter().map(|it| it.in_file(&name)));
    Ok(())
}

/// Says where the records of a meeting are not written, or it was left open for a later one.
fn unfinished(meeting: &Meeting, is_last: bool) -> Option<Error> {
    match meeting.step()? {
        Step::File => Some(Error::new(say!("error-unfiled")).hint(say!("hint-unfiled"))),
        _ if is_last => None,
        _ => Some(Error::new(say!("error-never-closed")).hint(say!("hint-never-closed"))),
    }
}

/// Says where a journal is not called by the day on which its meeting opened: `2026-09-05`, or
/// `2026-09-05-2` for the second one.
fn misnamed(kept: &Journal, id: &MeetingId) -> Option<Error> {
    let day = kept.facts.first()?.at.date_naive();
    if id.is_on(day) && id.number().is_some() {
        return None;
    }
    let day = day.to_string();
    let message = say!("error-journal-name", day = day.as_str(), name = id.as_str());
    Some(Error::new(message).hint(say!("hint-journal-name", day = day)))
}
