//! `rounds check`: every problem at once.

use std::process::ExitCode;

use rounds::circle::Circle;
use rounds::desk::{Folder, clock, file, journal, out, outside};
use rounds::error::Error;
use rounds::record::{self, Election};
use rounds::words::say;

use crate::command::meet::is_closed;
use crate::command::{FOUND, Here, Outcome, filing, paused};

/// Lists what is found.
pub fn run(here: &Here) -> Outcome {
    let folder = here.folder()?;
    let problems = match folder.circle() {
        Ok(circle) => {
            here.speak(&circle);
            let mut problems = journals(&folder)?;
            let records = outside::records(&folder, &mut problems)?;
            problems.extend(roles(&folder, &circle, &records.elections));
            problems
        }
        // A file that cannot be read at all is trouble, not a finding.
        Err(errors) if errors.iter().all(|it| it.place.line.is_none()) => return Err(errors),
        Err(errors) => errors,
    };
    let words = here.words();
    for problem in &problems {
        out::print(&format!("{}\n", problem.say(&words)))?;
    }
    if problems.is_empty() {
        out::print(&format!("{}\n", words.say(&say!("nothing-found"))))?;
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::from(FOUND))
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

/// Says which meetings cannot be read, were torn, or have no records yet. All are walked: a
/// journal may have been changed after its records were written.
fn journals(folder: &Folder) -> Result<Vec<Error>, Vec<Error>> {
    let mut problems = Vec::new();
    for path in folder.journals()? {
        let name = file::named(&path);
        match journal::read(&path) {
            Ok(kept) => {
                problems.extend(kept.torn.map(|it| it.error().in_file(&name)));
                match paused::walk(kept, &path) {
                    Ok(meeting) if is_closed(&meeting) => {
                        let err = Error::new(say!("error-unfiled")).hint(say!("hint-unfiled"));
                        problems.push(err.in_file(name));
                    }
                    Ok(_) => {}
                    Err(err) => problems.push(err),
                }
            }
            Err(err) => problems.push(err),
        }
    }
    Ok(problems)
}
