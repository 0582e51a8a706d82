//! `rounds replay`: walks journals again, and compares the records on the disk with them.

mod finding;
mod journal;
mod records;
mod report;
mod rules;
mod sources;
mod step;

use std::path::PathBuf;

use rayon::prelude::*;

use crate::cli::replay::finding::{Finding, FindingKind};
use crate::cli::replay::journal::{ReplayCache, Replayed, replay};
use crate::cli::replay::records::Records;
use crate::cli::replay::report::Report;
use crate::cli::replay::sources::{Source, sources};
use crate::cli::{CommandResult, Invocation};
use crate::error::{Error, Result};
use crate::store::{Lock, file};
use crate::terminal::Progress;

/// Walks journals again, and says which records differ from them
///
/// Every fact is checked under the rules in the journal's own head. Of a closed meeting, the
/// decisions and elections on the disk are compared with what the journal gives; minutes that
/// were corrected by hand are noted. Nothing is changed.
#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "one for each flag")]
pub(super) struct Args {
    /// Journals, or folders of circles; otherwise all journals of this circle
    #[arg(value_name = "PATHS")]
    paths: Vec<PathBuf>,

    /// The circles below as well
    #[arg(long)]
    deep: bool,

    /// Writes the records that are missing, and which elections were accepted; nothing else is
    /// written over
    #[arg(long)]
    write: bool,

    /// Shows one fact after another and the step it answered: Enter for the next, q to end
    #[arg(long, conflicts_with_all = ["write", "rules", "json"])]
    step: bool,

    /// What would be out of turn under the rules of another circle.toml; compares no records
    #[arg(long, value_name = "FILE", conflicts_with = "write")]
    rules: Option<PathBuf>,

    /// One JSON document, for programs
    #[arg(long)]
    json: bool,
}

impl Args {
    /// Walks the journals, and says what was found.
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let sources = sources(here, &self.paths, self.deep)?;
        if self.step {
            return step::run(here, &sources);
        }
        let count = sources.iter().map(|it| it.journals.len()).sum();
        let progress = Progress::new(count, here.page.look());
        let mut report = Report::new(here.words(), self.json, progress);
        let unread = sources.iter().flat_map(|it| &it.unread);
        for err in unread {
            report.tell(&Finding::wrong(FindingKind::Unread, err.clone()))?;
        }
        match &self.rules {
            Some(path) => rules::run(path, &sources, here.words().lang(), &mut report)?,
            None if self.write => write(&sources, &mut report)?,
            None => compare(&sources, &mut report)?,
        }
        Ok(report.end()?)
    }
}

/// Walks the journals on all cores.
fn compare(sources: &[Source], report: &mut Report) -> Result<(), Vec<Error>> {
    for source in sources {
        let archive = source.archive();
        let mut records = Records::default();
        for_each(
            &source.journals,
            |tools, path| replay(path, archive.as_ref(), tools),
            |it| {
                records.take(&it);
                report.meeting(&it)
            },
        )?;
        for found in records.unfounded(source, archive.as_ref())? {
            report.tell(&found)?;
        }
    }
    Ok(())
}

/// How many journals are walked before what came of them is taken, so that little is held at once.
const CHUNK: usize = 256;

/// Does the same with each journal, on all and takes what comes of them in their order.
fn for_each(
    journals: &[PathBuf],
    work: impl Fn(&mut ReplayCache, &PathBuf) -> Replayed + Sync,
    mut take: impl FnMut(Replayed) -> Result<()>,
) -> Result<()> {
    let each = CHUNK.div_ceil(rayon::current_num_threads());
    for chunk in journals.chunks(CHUNK) {
        let parts = chunk.par_chunks(each).map(|part| {
            let mut tools = ReplayCache::default();
            part.iter().map(|it| work(&mut tools, it)).collect::<Vec<_>>()
        });
        parts.collect::<Vec<_>>().into_iter().flatten().try_for_each(&mut take)?;
    }
    Ok(())
}

/// Walks the journals one by one, because what was written takes a name from what follows, and
/// writes what is missing.
fn write(sources: &[Source], report: &mut Report) -> Result<(), Vec<Error>> {
    // A circle without a journal has nothing to write, and is left without a lock.
    let meeting = sources.iter().filter(|it| !it.journals.is_empty());
    let folders = meeting.filter_map(|it| it.folder.as_ref());
    let locks: Vec<Lock> = folders.map(Lock::take).collect::<Result<_, _>>()?;
    for source in sources {
        let mut archive = source.archive();
        let (mut records, mut tools) = (Records::default(), ReplayCache::default());
        for path in &source.journals {
            let mut replayed = replay(path, archive.as_ref(), &mut tools);
            records.take(&replayed);
            for (path, text) in std::mem::take(&mut replayed.missing) {
                let Some(archive) = &mut archive else { continue };
                let file = archive.folder.path(&path);
                file::create(&file, &text)?;
                archive.add_path(&path);
                records.give(&path);
                replayed.found.retain(|it| !it.is_of(FindingKind::Missing, &file::named(&file)));
                replayed.found.push(Finding::written(&file));
            }
            for (path, text) in std::mem::take(&mut replayed.unaccepted) {
                let Some(archive) = &archive else { continue };
                let file = archive.folder.path(&path);
                file::replace(&file, &text)?;
                replayed.found.retain(|it| !it.is_of(FindingKind::Unaccepted, &file::named(&file)));
                replayed.found.push(Finding::accepted(&file));
            }
            report.meeting(&replayed)?;
        }
        for found in records.unfounded(source, archive.as_ref())? {
            report.tell(&found)?;
        }
    }
    drop(locks);
    Ok(())
}
