//! Finds the facts that would be out of turn under the rules of another circle's file.
//!
//! The members and roles stay those in each journal's head.

use std::path::{Path, PathBuf};

use crate::circle::{Circle, Rules};
use crate::cli::replay::finding::{Finding, FindingKind, Level};
use crate::cli::replay::for_each;
use crate::cli::replay::journal::{ReplayCache, Replayed, read, walked};
use crate::cli::replay::report::Report;
use crate::cli::replay::sources::Source;
use crate::dialogue::{Block, Talk};
use crate::error::Error;
use crate::lang::{Lang, Phrase, Words, say};
use crate::meeting::Meeting;
use crate::records::Background;
use crate::records::format::journal::JournalReader;
use crate::store::{self, file, journal};
use crate::terminal::shortened;
use crate::text::one_line;

/// The columns after which a quoted fact is shortened.
const REPEATED: usize = 100;

/// Replays the journals under the rules of a file.
pub(super) fn run(
    path: &Path,
    sources: &[Source],
    lang: Lang,
    report: &mut Report,
) -> Result<(), Vec<Error>> {
    let rules = store::read_circle(path)?.rules;
    for source in sources {
        let walk =
            |cache: &mut ReplayCache, path: &PathBuf| under(path, &mut cache.reader, &rules, lang);
        for_each(&source.journals, walk, |it| report.journal(&it))?;
        report.circle();
    }
    Ok(())
}

/// Replays one journal under other rules.
fn under(path: &Path, reader: &mut JournalReader, rules: &Rules, lang: Lang) -> Replayed {
    let mut replayed = Replayed::default();
    let Some((mut kept, _)) = read(path, reader, &mut replayed) else { return replayed };
    if kept.older().is_some() {
        return replayed;
    }
    kept.head.rules = rules.clone();
    if walked(kept, path, &mut replayed).is_some() {
        let error = Error::new(say!("note-in-turn")).in_file(file::named(path));
        let fine = Finding { level: Level::Fine, ..Finding::note(FindingKind::InTurn, error) };
        replayed.found.insert(0, fine);
        return replayed;
    }
    for it in replayed.found.iter_mut().filter(|it| it.kind == FindingKind::OutOfTurn) {
        // The usual hint is for a running meeting.
        let line = it.error.place.line;
        it.error.hint =
            difference(path, reader, rules, line, lang).or_else(|| it.error.hint.take());
    }
    replayed
}

/// Describes the first fact out of turn: what was said, and which step the rules require instead.
fn difference(
    path: &Path,
    reader: &mut JournalReader,
    rules: &Rules,
    line: Option<usize>,
    lang: Lang,
) -> Option<Phrase> {
    let kept = journal::read_with(reader, path).ok()?;
    let index = kept.lines.iter().position(|it| Some(*it) == line)?;
    let mut facts = kept.facts;
    let fact = facts.drain(index..).next()?;
    let (format, head) = (kept.format, Circle { rules: rules.clone(), ..kept.head });
    let meeting = Meeting::of(format, head, facts).ok()?;
    let (words, background) = (Words::of(lang), Background::default());
    let talk = Talk { meeting: &meeting, background: &background, words: &words, now: fact.at };
    let told = talk.told(&fact.what).into_iter().next();
    let Some(Block::Text(told)) = told else { return None };
    let told = shortened(&one_line(&told), REPEATED);
    Some(say!("hint-other-rules", told = told, step = meeting.state().place()))
}
