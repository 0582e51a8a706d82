//! Tables for sheets (RFC 4180).
//!
//! No cell is ever a formula: one that would begin like one begins with an apostrophe.

use crate::records::Record;
use crate::records::page::export::Kept;
use crate::text::clean;

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// The decisions, in force or not.
    Decisions,
    /// The elections, with what became of them.
    Elections,
    /// The actions that are not done.
    Actions,
    /// The roles, and who holds them.
    Roles,
    /// The topics of the backlog.
    Topics,
}

/// Writes a table, its first row the names of the columns.
///
/// Several names or texts stand in one cell, parted by semicolons.
pub fn csv(kept: &Kept, table: Table) -> String {
    let (names, rows): (&[&str], Vec<Vec<String>>) = match table {
        Table::Decisions => (DECISIONS, decisions(kept)),
        Table::Elections => (ELECTIONS, elections(kept)),
        Table::Actions => (ACTIONS, actions(kept)),
        Table::Roles => (ROLES, roles(kept)),
        Table::Topics => (TOPICS, topics(kept)),
    };
    let mut out = names.join(",") + "\r\n";
    for row in rows {
        let cells: Vec<String> = row.iter().map(|it| cell(it)).collect();
        out += &cells.join(",");
        out += "\r\n";
    }
    out
}

const DECISIONS: &[&str] = &[
    "id",
    "title",
    "status",
    "gone_by",
    "circle",
    "date",
    "review",
    "term",
    "responsible",
    "measures",
    "by",
    "consent",
    "present",
    "concerns",
    "replaces",
    "ends",
    "meeting",
    "text",
];

fn decisions(kept: &Kept) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for entry in kept.entries() {
        let Record::Decision(it) = entry.record else { continue };
        let concerns: Vec<String> = it.concerns.iter().map(|it| it.text.clone()).collect();
        rows.push(vec![
            it.id.clone(),
            it.title.clone(),
            entry.status.word().to_owned(),
            entry.status.by().unwrap_or_default().to_owned(),
            it.circle.clone(),
            it.date.to_string(),
            it.review.to_string(),
            it.wording.term.to_string(),
            several(&it.wording.responsible),
            several(&it.wording.measures),
            filled(it.by.as_ref()),
            it.consent.word().to_owned(),
            several(&it.present),
            several(&concerns),
            several(&it.replaces),
            several(&it.ends),
            filled(it.meeting.as_ref()),
            it.wording.text.clone(),
        ]);
    }
    rows
}

const ELECTIONS: &[&str] = &[
    "id", "role", "elected", "accepted", "status", "gone_by", "circle", "date", "since", "until",
    "term", "reason", "consent", "present", "replaces", "meeting",
];

fn elections(kept: &Kept) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for entry in kept.entries() {
        let Record::Election(it) = entry.record else { continue };
        rows.push(vec![
            it.id.clone(),
            it.role.clone(),
            it.elected.clone(),
            it.accepted.to_string(),
            entry.status.word().to_owned(),
            entry.status.by().unwrap_or_default().to_owned(),
            it.circle.clone(),
            it.date.to_string(),
            it.since.to_string(),
            it.until.to_string(),
            it.term.to_string(),
            filled(it.reason.as_ref()),
            it.consent.word().to_owned(),
            several(&it.present),
            several(&it.replaces),
            filled(it.meeting.as_ref()),
        ]);
    }
    rows
}

const ACTIONS: &[&str] = &["who", "text", "due", "overdue", "meeting"];

fn actions(kept: &Kept) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for it in &kept.actions {
        let overdue = it.due.is_some_and(|due| due < kept.today);
        rows.push(vec![
            it.who.clone(),
            it.text.clone(),
            filled(it.due.as_ref()),
            overdue.to_string(),
            filled(it.meeting.as_ref()),
        ]);
    }
    rows
}

const ROLES: &[&str] = &["name", "kind", "holder", "outside", "since", "until", "term", "purpose"];

fn roles(kept: &Kept) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for it in &kept.circle.roles {
        rows.push(vec![
            it.name.clone(),
            it.kind.map_or("", |it| it.word()).to_owned(),
            filled(it.holder.as_ref()),
            it.outside.to_string(),
            filled(it.since.as_ref()),
            filled(it.until.as_ref()),
            it.term.unwrap_or(kept.circle.rules.term).to_string(),
            it.purpose.clone(),
        ]);
    }
    rows
}

const TOPICS: &[&str] = &[
    "title",
    "kind",
    "by",
    "minutes",
    "since",
    "postponed",
    "term",
    "responsible",
    "measures",
    "file",
    "text",
];

fn topics(kept: &Kept) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for (stem, it) in &kept.topics {
        rows.push(vec![
            it.title.clone(),
            it.kind().word().to_owned(),
            filled(it.by.as_ref()),
            filled(it.minutes.as_ref()),
            filled(it.since.as_ref()),
            filled(it.postponed.as_ref()),
            filled(it.draft.term.as_ref()),
            several(it.draft.responsible.as_deref().unwrap_or_default()),
            several(it.draft.measures.as_deref().unwrap_or_default()),
            format!("backlog/{stem}.md"),
            filled(it.draft.text.as_ref()),
        ]);
    }
    rows
}

fn filled<T: ToString>(value: Option<&T>) -> String {
    value.map(T::to_string).unwrap_or_default()
}

fn several(list: &[String]) -> String {
    list.join("; ")
}

/// Writes a cell: in quotes where a sign in it would be taken for the table's own.
fn cell(text: &str) -> String {
    let begins = text.trim_start_matches(' ').chars().next();
    // The wide ones are taken for the narrow ones in some sheets.
    let is_formula = |it: char| "=+-@\t\r\n＝＋－＠".contains(it);
    let guard = if begins.is_some_and(is_formula) { "'" } else { "" };
    let text = format!("{guard}{}", clean(text));
    let trimmed = text.trim().len() == text.len();
    if trimmed && !text.contains(['"', ',', ';', '\n', '\r', '\t']) {
        return text;
    }
    format!("\"{}\"", text.replace('"', "\"\""))
}
