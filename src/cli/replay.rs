//! `rounds replay`: walks journals again, and compares the records on disk with them.

pub(crate) mod finding;
pub(crate) mod journal;
pub(crate) mod records;
mod report;
mod rules;
pub(crate) mod sources;
mod step;

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::cli::reach::ReachArgs;
use crate::cli::replay::finding::{Finding, FindingKind};
use crate::cli::replay::journal::{ReplayCache, Replayed, replay, replay_written};
use crate::cli::replay::records::Records;
use crate::cli::replay::report::Report;
use crate::cli::replay::sources::{Source, sources};
use crate::cli::{CommandResult, Invocation};
use crate::error::{Error, Result};
use crate::lang::{Phrase, say};
use crate::store::{Archive, Lock, file};

/// Walks journals again, and says which records differ from them
///
/// Every fact is checked under the rules in the journal's own head. Of a closed meeting, the
/// decisions and elections on the disk are compared with what the journal gives; minutes that
/// were corrected by hand are noted. Nothing is changed.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds replay
      Compares all records with their journals.
  rounds replay meetings/2026-09-05.toml --step
      Shows one meeting fact by fact.
  rounds replay --rules new/circle.toml
      What other rules would not have allowed.")]
pub(super) struct Args {
    /// Journals, or folders of circles; otherwise all journals of this circle
    #[arg(value_name = "PATHS")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    reach: ReachArgs,

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

    /// Prints JSON
    #[arg(long)]
    json: bool,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let sources = sources(here, &self.paths, self.reach.reach())?;
        if self.step {
            return step::run(here, &sources);
        }
        // Each circle counts too, because its records may be many more than its journals.
        let count = sources.iter().map(|it| it.journals.len() + 1).sum();
        let progress = here.progress(count);
        let mut report = Report::new(here.words(), self.json, progress);
        sources.iter().flat_map(|it| &it.unread).try_for_each(|it| report.unread(it))?;
        let walked = match &self.rules {
            Some(path) => rules::run(path, &sources, here.words().lang(), &mut report),
            None if self.write => write(&sources, &mut report),
            None => Ok(compare(&sources, &mut report)?),
        };
        if let Err(errors) = walked {
            report.cut_off()?;
            return Err(errors);
        }
        Ok(report.end()?)
    }
}

/// Compares the records with the journals. What cannot be read in one circle is a finding, and the
/// others are compared.
fn compare(sources: &[Source], report: &mut Report) -> Result<()> {
    for source in sources {
        if let Err(err) = compare_one(source, report) {
            report.unread(&err)?;
        }
        report.circle();
    }
    Ok(())
}

/// Compares the records of a circle with its journals, on all cores.
fn compare_one(source: &Source, report: &mut Report) -> Result<()> {
    let archive = source.archive();
    let mut records = Records::default();
    let walk = |cache: &mut _, path: &PathBuf| replay(path, archive.as_ref(), cache);
    for_each(&source.journals, walk, |replayed| {
        records.take(&replayed);
        report.journal(&replayed)
    })?;
    if let Some(archive) = &archive {
        in_writing(source, archive, |replayed| {
            records.take(&replayed);
            report.meeting(&replayed)
        })?
        .iter()
        .try_for_each(|it| report.tell(it))?;
    }
    records.across(source, archive.as_ref())?.iter().try_for_each(|it| report.tell(it))
}

/// Walks the decisions in writing of a circle that is replayed as a whole, and passes the results to
/// `take`. Returns the findings about those that cannot be read.
pub(crate) fn in_writing(
    source: &Source,
    archive: &Archive,
    mut take: impl FnMut(Replayed) -> Result<()>,
) -> Result<Vec<Finding>> {
    if !source.is_whole {
        return Ok(Vec::new());
    }
    let (all, unread) = archive.folder.written()?;
    let mut cache = ReplayCache::default();
    all.into_iter().try_for_each(|it| take(replay_written(it, archive, &mut cache)))?;
    Ok(unread.into_iter().map(|it| Finding::wrong(FindingKind::Unread, it)).collect())
}

/// The number of journals that are walked before their results are taken, to limit the memory used.
const CHUNK: usize = 256;

/// Runs `work` on each journal, on all cores, and passes the results to `take` in order.
pub(crate) fn for_each(
    journals: &[PathBuf],
    work: impl Fn(&mut ReplayCache, &PathBuf) -> Replayed + Sync,
    mut take: impl FnMut(Replayed) -> Result<()>,
) -> Result<()> {
    let each = CHUNK.div_ceil(rayon::current_num_threads());
    for chunk in journals.chunks(CHUNK) {
        let parts = chunk.par_chunks(each).map(|part| {
            let mut cache = ReplayCache::default();
            part.iter().map(|it| work(&mut cache, it)).collect::<Vec<_>>()
        });
        parts.collect::<Vec<_>>().into_iter().flatten().try_for_each(&mut take)?;
    }
    Ok(())
}

/// Writes the missing records. The journals are walked one by one, because a record that is written
/// takes its name from those of later meetings.
fn write(sources: &[Source], report: &mut Report) -> Result<(), Vec<Error>> {
    // A circle without journals has nothing to write and needs no lock.
    let with_journals = sources.iter().filter(|it| !it.journals.is_empty());
    let folders = with_journals.filter_map(|it| it.folder.as_ref());
    let locks: Vec<Lock> = folders.map(Lock::take).collect::<Result<_, _>>()?;
    for source in sources {
        let mut archive = source.archive();
        let (mut records, mut cache) = (Records::default(), ReplayCache::default());
        for path in &source.journals {
            let mut replayed = replay(path, archive.as_ref(), &mut cache);
            records.take(&replayed);
            if let Some(archive) = &mut archive {
                write_missing(&mut replayed, archive, &mut records)?;
            }
            report.journal(&replayed)?;
        }
        if let Some(archive) = &mut archive {
            let mut all = Vec::new();
            let unread = in_writing(source, archive, |it| {
                all.push(it);
                Ok(())
            })?;
            for mut replayed in all {
                records.take(&replayed);
                write_missing(&mut replayed, archive, &mut records)?;
                report.meeting(&replayed)?;
            }
            unread.iter().try_for_each(|it| report.tell(it))?;
        }
        for found in records.across(source, archive.as_ref())? {
            report.tell(&found)?;
        }
        report.circle();
    }
    drop(locks);
    Ok(())
}

/// Writes the missing records of one meeting and the acceptances of earlier elections, and replaces
/// the findings about them.
fn write_missing(
    replayed: &mut Replayed,
    archive: &mut Archive,
    records: &mut Records,
) -> Result<()> {
    let mut replace = |kind: FindingKind, path: &Path, message: Phrase| {
        let name = file::named(path);
        let is_about = |it: &Finding| it.error.place.file.as_deref() == Some(name.as_str());
        replayed.found.retain(|it| it.kind != kind || !is_about(it));
        let written = Error::new(message).in_file(name);
        replayed.found.push(Finding::note(FindingKind::Written, written));
    };
    for (path, text) in &replayed.missing {
        let file = archive.folder.path(path);
        file::create(&file, text)?;
        archive.add_path(path);
        archive.written(path, text);
        records.give(path);
        replace(FindingKind::Missing, &file, say!("note-record-written"));
    }
    for (path, text) in &replayed.unaccepted {
        let file = archive.folder.path(path);
        file::replace(&file, text)?;
        replace(FindingKind::Unaccepted, &file, say!("note-acceptance-written"));
    }
    Ok(())
}
