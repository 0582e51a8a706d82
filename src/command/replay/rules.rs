//! What would have been out of turn under other rules: the members and roles of each journal's
//! head stay, its rules and steps are those of another circle's file.

use std::path::{Path, PathBuf};

use rounds::circle::{Circle, Rules};
use rounds::desk::{self, cores, file};
use rounds::error::Error;
use rounds::record::journal::Reader;
use rounds::words::say;

use crate::command::replay::found::{Found, Kind, Level};
use crate::command::replay::journal::{Replayed, read, walked};
use crate::command::replay::report::Report;
use crate::command::replay::sources::Source;

/// Walks the journals under the rules of a file, and says of each what would be out of turn.
pub fn run(path: &Path, sources: &[Source], report: &mut Report) -> Result<(), Vec<Error>> {
    let rules = desk::read_circle(path)?.rules;
    for source in sources {
        let work = |reader: &mut Reader, path: &PathBuf| under(path, reader, &rules);
        cores::in_order(&source.journals, Reader::default, work, |it| report.meeting(&it))?;
    }
    Ok(())
}

fn under(path: &Path, reader: &mut Reader, rules: &Rules) -> Replayed {
    let mut replayed = Replayed::default();
    let Some(mut kept) = read(path, reader, &mut replayed) else { return replayed };
    if kept.older().is_some() {
        return replayed;
    }
    kept.head = Circle { rules: rules.clone(), ..kept.head };
    if walked(kept, path, &mut replayed).is_some() {
        let error = Error::new(say!("replay-in-turn")).in_file(file::named(path));
        let fine = Found { level: Level::Fine, ..Found::note(Kind::InTurn, error) };
        replayed.found.insert(0, fine);
    }
    replayed
}
