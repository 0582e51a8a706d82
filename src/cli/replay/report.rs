//! Prints the findings of a replay as they come: as text, or as one JSON document.

use std::process::ExitCode;

use serde::Serialize;

use crate::cli::replay::finding::{Finding, FindingKind, Level};
use crate::cli::replay::journal::Replayed;
use crate::cli::{FOUND, TROUBLE};
use crate::error::Result;
use crate::lang::{Words, say};
use crate::terminal::{Progress, output};
use crate::text::{escaped, escaped_json};

/// Prints findings, and counts them.
pub(super) struct Report {
    words: Words,
    json: bool,
    meetings: usize,
    facts: usize,
    findings: usize,
    /// How many files could not be read.
    unread: usize,
    notes: usize,
    rows: usize,
    progress: Progress,
}

/// One row of the JSON document.
#[derive(Serialize)]
struct Row {
    level: Level,
    kind: FindingKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    diff: String,
}

impl Report {
    pub(super) fn new(words: Words, json: bool, progress: Progress) -> Self {
        Self {
            words,
            json,
            meetings: 0,
            facts: 0,
            findings: 0,
            unread: 0,
            notes: 0,
            rows: 0,
            progress,
        }
    }

    /// Counts a replayed journal, and prints its findings.
    pub(super) fn meeting(&mut self, replayed: &Replayed) -> Result<()> {
        self.meetings += 1;
        self.facts += replayed.facts;
        self.progress.step();
        replayed.found.iter().try_for_each(|it| self.tell(it))
    }

    /// Prints one finding.
    pub(super) fn tell(&mut self, found: &Finding) -> Result<()> {
        match found.level {
            Level::Finding => self.findings += 1,
            Level::Note => self.notes += 1,
            Level::Fine => {}
        }
        self.unread += usize::from(found.kind == FindingKind::Unread);
        let text = if self.json { self.row(found) } else { self.lines(found) };
        self.rows += 1;
        self.progress.clear();
        output::print(&text)
    }

    /// Prints the counts, and returns the exit code.
    pub(super) fn end(self) -> Result<ExitCode> {
        self.progress.clear();
        let Self { meetings, facts, findings, notes, .. } = &self;
        let text = if self.json {
            let begin = if self.rows == 0 { "{\"found\":[" } else { "\n" };
            format!(
                "{begin}],\"meetings\":{meetings},\"facts\":{facts},\"findings\":{findings},\
                 \"notes\":{notes}}}\n"
            )
        } else {
            let counts = say!(
                "replay-counts",
                meetings = *meetings,
                facts = *facts,
                findings = *findings,
                notes = *notes
            );
            format!("{}\n", self.words.say(&counts))
        };
        output::print(&text)?;
        Ok(match findings {
            _ if self.unread > 0 => ExitCode::from(TROUBLE),
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

    fn row(&self, found: &Finding) -> String {
        let Finding { level, kind, error, diff } = found;
        let row = Row {
            level: *level,
            kind: *kind,
            file: error.place.file.clone(),
            line: error.place.line,
            message: self.words.say(&error.message),
            hint: error.hint.as_ref().map(|it| self.words.say(it)),
            diff: diff.clone(),
        };
        let row = serde_json::to_string(&row).expect("texts and numbers are JSON");
        let row = escaped_json(&row);
        let begin = if self.rows == 0 { "{\"found\":[\n" } else { ",\n" };
        format!("{begin}{row}")
    }
}
