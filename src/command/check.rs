//! `rounds check`: every problem of a circle's folder at once.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use rounds::circle::{Circle, clean, conflict};
use rounds::desk::{Folder, clock, file, journal, out};
use rounds::error::{Error, Result};
use rounds::meeting::{Meeting, What};
use rounds::record::findings::{self, Filed, Written};
use rounds::record::{self, Decision, Election, Topic};
use rounds::words::{Words, say};

use crate::command::meet::is_closed;
use crate::command::{FOUND, Here, Outcome, filing, paused};

/// Lists every problem in the folder: in the circle's file, the journals, records and topics
///
/// Also what they say against each other. Nothing is changed.
#[derive(clap::Args)]
pub struct Args {
    /// Prints a JSON list: file, line, column, message and hint of each problem
    #[arg(long)]
    json: bool,
}

impl Args {
    /// Lists what is found, from the first file to the last.
    pub fn run(&self, here: &Here) -> Outcome {
        let folder = here.folder()?;
        let (circle, mut found) = match folder.circle() {
            Ok(circle) => (Some(circle), Vec::new()),
            // A file that cannot be read at all is trouble, not a finding.
            Err(errors) if errors.iter().all(|it| it.place.line.is_none()) => return Err(errors),
            Err(errors) => (None, errors),
        };
        if let Some(circle) = &circle {
            here.speak(circle);
        }
        find(&folder, circle.as_ref(), &mut found)?;
        found.sort_by(|one, two| {
            let key = |it: &'_ Error| {
                let place = it.place.clone();
                (place.file, place.line, place.column, it.message.key)
            };
            key(one).cmp(&key(two))
        });
        found.dedup();
        let words = here.words();
        out::print(&if self.json { as_json(&found, &words) } else { as_text(&found, &words) })?;
        Ok(if found.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(FOUND) })
    }
}

fn as_text(found: &[Error], words: &Words) -> String {
    if found.is_empty() {
        return words.say(&say!("nothing-found")) + "\n";
    }
    let mut out = String::new();
    for problem in found {
        // What stands in a file, and its name, may be anything.
        out += &clean(&problem.say(words));
        out.push('\n');
    }
    out + &words.say(&say!("problems-found", count = found.len())) + "\n"
}

/// Writes the problems for programs, their messages in the reader's language.
fn as_json(found: &[Error], words: &Words) -> String {
    let row = |it: &Error| {
        let mut row = serde_json::Map::new();
        let place = &it.place;
        row.extend(place.file.as_ref().map(|file| ("file".to_owned(), clean(file).into())));
        row.extend(place.line.map(|line| ("line".to_owned(), line.into())));
        row.extend(place.column.map(|column| ("column".to_owned(), column.into())));
        row.insert("message".to_owned(), clean(&words.say(&it.message)).into());
        let hint = it.hint.as_ref().map(|hint| clean(&words.say(hint)));
        row.extend(hint.map(|hint| ("hint".to_owned(), hint.into())));
        serde_json::Value::Object(row)
    };
    let rows: Vec<serde_json::Value> = found.iter().map(row).collect();
    serde_json::to_string_pretty(&rows).expect("texts and numbers are JSON") + "\n"
}

/// Reads every file once and finds what is wrong, in whatever order.
fn find(folder: &Folder, circle: Option<&Circle>, found: &mut Vec<Error>) -> Result<()> {
    let decisions = part(folder, "decisions", Decision::read, found)?;
    let elections = part(folder, "elections", Election::read, found)?;
    let topics = part(folder, "backlog", Topic::read, found)?;
    found.extend(findings::decisions(&decisions, circle));
    found.extend(findings::elections(&elections, circle));
    found.extend(findings::topics(&topics));
    meetings(folder, &Written::of(&decisions, &elections), found)?;
    let elections: Vec<Election> = elections.into_iter().filter_map(|it| it.record).collect();
    found.extend(circle.iter().flat_map(|it| roles(folder, it, &elections)));
    Ok(())
}

/// Reads the records of a part of the folder.
fn part<T>(
    folder: &Folder,
    part: &str,
    read: impl Fn(&str) -> Result<T>,
    found: &mut Vec<Error>,
) -> Result<Vec<Filed<T>>> {
    let (records, strays) = listed(folder, part, ".md", found)?;
    let hint = say!("hint-stray-record");
    found.extend(
        strays.iter().filter(|it| ends(it, ".toml")).map(|it| stray(it).hint(hint.clone())),
    );
    let filed = |path: &PathBuf, found: &mut Vec<Error>| {
        Filed::read((file::named(path), stem(path)), file::text(path, file::LIMIT), &read, found)
    };
    Ok(records.iter().map(|it| filed(it, found)).collect())
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
    found.extend(findings::names(&names));
    Ok(all.into_iter().partition(|it| ends(it, ending)))
}

fn ends(path: &Path, ending: &str) -> bool {
    path.to_string_lossy().ends_with(ending)
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn stray(path: &Path) -> Error {
    Error::new(say!("error-stray")).in_file(file::named(path))
}

/// Says which roles the circle's file has otherwise than they were last elected.
fn roles(folder: &Folder, circle: &Circle, elections: &[Election]) -> Vec<Error> {
    let file = file::named(&folder.path(Folder::CIRCLE));
    let problem = |it: &Election| {
        let err = Error::new(say!("error-role-differs", role = &it.role, id = &it.id));
        err.hint(filing::as_elected(&it.elected, it.since, it.until)).in_file(&file)
    };
    let unseated = record::unseated(circle, elections, clock::now().date_naive());
    unseated.into_iter().map(problem).collect()
}

/// Says which meetings cannot be read, were torn, have no records yet or none any more. All are
/// walked: a journal may have been changed after its records were written.
fn meetings(folder: &Folder, written: &Written<'_>, found: &mut Vec<Error>) -> Result<()> {
    let (journals, others) = listed(folder, "meetings", ".toml", found)?;
    for path in &journals {
        match journal(path, written, found) {
            Ok(()) => {}
            Err(err) => found.push(err),
        }
    }
    let stems: HashSet<String> = journals.iter().map(|it| stem(it)).collect();
    for path in others.iter().filter(|it| ends(it, ".md")) {
        if !stems.contains(&stem(path)) {
            found.push(stray(path).hint(say!("hint-stray-minutes")));
        }
        match file::text(path, file::LIMIT) {
            Ok(text) => {
                found.extend(conflict(&text, false).map(|it| it.in_file(file::named(path))));
            }
            Err(err) => found.push(err),
        }
    }
    Ok(())
}

fn journal(path: &Path, written: &Written<'_>, found: &mut Vec<Error>) -> Result<()> {
    let name = file::named(path);
    let (kept, text) = journal::read_with_text(path)?;
    found.extend(conflict(&text, false).map(|it| it.in_file(&name)));
    found.extend(kept.torn.map(|it| it.error().in_file(&name)));
    let meeting = paused::walk(kept, path)?;
    if is_closed(&meeting) {
        let err = Error::new(say!("error-unfiled")).hint(say!("hint-unfiled"));
        found.push(err.in_file(&name));
    } else if is_filed(&meeting) {
        let missing = written.missing(&meeting, &stem(path));
        found.extend(missing.into_iter().map(|it| it.in_file(&name)));
    }
    Ok(())
}

fn is_filed(meeting: &Meeting) -> bool {
    meeting.facts().last().is_some_and(|it| matches!(it.what, What::Filed {}))
}
