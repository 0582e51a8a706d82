//! Prints the findings of a replay as they come: as text, or as one JSON document.

use std::collections::HashSet;
use std::process::ExitCode;

use toml::{Table, Value};

use crate::cli::replay::finding::{self, Finding, FindingKind, Level};
use crate::cli::replay::journal::Replayed;
use crate::cli::{FOUND, TROUBLE};
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::records::{answer, rows};
use crate::terminal::{Progress, output};
use crate::text::escaped;

/// Prints findings, and counts them.
pub(super) struct Report {
    words: Words,
    /// The answer in JSON, if that is asked for.
    json: Option<answer::Stream>,
    meetings: usize,
    facts: usize,
    findings: usize,
    /// What could not be read, as it was said.
    unread: HashSet<String>,
    notes: usize,
    progress: Progress,
}

impl Report {
    pub(super) fn new(words: Words, json: bool, progress: Progress) -> Self {
        Self {
            words,
            json: json.then(|| answer::Stream::of("found")),
            meetings: 0,
            facts: 0,
            findings: 0,
            unread: HashSet::new(),
            notes: 0,
            progress,
        }
    }

    /// Counts a replayed journal as done too, and prints its findings.
    pub(super) fn journal(&mut self, replayed: &Replayed) -> Result<()> {
        self.progress.step();
        self.meeting(replayed)
    }

    /// Counts a replayed meeting or decision in writing, and prints its findings.
    pub(super) fn meeting(&mut self, replayed: &Replayed) -> Result<()> {
        self.meetings += 1;
        self.facts += replayed.facts;
        replayed.found.iter().try_for_each(|it| self.tell(it))
    }

    /// Prints one finding; that something cannot be read, once.
    pub(super) fn tell(&mut self, found: &Finding) -> Result<()> {
        let is_unread = found.kind == FindingKind::Unread;
        if is_unread && !self.unread.insert(found.error.say(&self.words)) {
            return Ok(());
        }
        match found.level {
            Level::Finding => self.findings += 1,
            Level::Note => self.notes += 1,
            Level::Fine => {}
        }
        let text = match &mut self.json {
            Some(stream) => stream.row(&row(found, &self.words)),
            None => self.lines(found),
        };
        self.progress.clear();
        output::print(&text)
    }

    /// Counts a circle as done.
    pub(super) fn circle(&self) {
        self.progress.step();
    }

    /// Prints that something cannot be read.
    pub(super) fn unread(&mut self, err: &Error) -> Result<()> {
        self.tell(&Finding::wrong(FindingKind::Unread, err.clone()))
    }

    /// Prints the end of an answer in JSON whose rest cannot be given, where it has begun.
    pub(super) fn cut_off(self) -> Result<()> {
        if self.json.as_ref().is_some_and(answer::Stream::has_begun) {
            self.end()?;
        }
        Ok(())
    }

    /// Prints the counts, and returns the exit code.
    pub(super) fn end(self) -> Result<ExitCode> {
        self.progress.clear();
        let Self { words, meetings, facts, findings, notes, unread, .. } = self;
        let text = if let Some(stream) = self.json {
            let count = |it| i64::try_from(it).ok().map(Value::from);
            let counts = [
                ("meetings", count(meetings)),
                ("facts", count(facts)),
                ("findings", count(findings)),
                ("notes", count(notes)),
            ];
            stream.end(&rows::row(counts))
        } else {
            let counts = say!(
                "replay-counts",
                meetings = meetings,
                facts = facts,
                findings = findings,
                notes = notes
            );
            format!("{}\n", words.say(&counts))
        };
        output::print(&text)?;
        Ok(match findings {
            _ if !unread.is_empty() => ExitCode::from(TROUBLE),
            0 => ExitCode::SUCCESS,
            _ => ExitCode::from(FOUND),
        })
    }

    fn lines(&self, found: &Finding) -> String {
        let said = match found.level {
            Level::Finding => found.error.say(&self.words),
            Level::Note => found.error.say_as(&say!("label-note"), &self.words),
            Level::Fine => found.error.say_as(&say!("label-fine"), &self.words),
        };
        let said = format!("{said}\n{}", escaped(&found.diff));
        if said.ends_with('\n') { said } else { said + "\n" }
    }
}

/// Returns a finding as a row in JSON.
fn row(found: &Finding, words: &Words) -> Table {
    let Finding { level, kind, error, diff } = found;
    let kind = ("kind".to_owned(), <&str>::from(*kind).into());
    let mut row = Table::from_iter([level.pair(), kind]);
    row.extend(finding::row(error, words));
    if !diff.is_empty() {
        row.insert("diff".to_owned(), diff.as_str().into());
    }
    row
}
