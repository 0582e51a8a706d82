//! Tables for sheets (RFC 4180).
//!
//! No cell is ever a formula: one that would begin like one begins with an apostrophe.

use toml::Value;

use crate::circle::Role;
use crate::records::page::export::Everything;
use crate::records::{LogEntry, OpenAction, Record, Topic, rows};
use crate::text::clean;
use crate::toml_file::fields::{Field, Pair, Table as _};

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CsvTable {
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
pub(crate) fn csv(kept: &Everything, table: CsvTable) -> String {
    let columns = columns(table);
    let mut out = columns.join(",") + "\r\n";
    for row in rows(kept, table) {
        let cells: Vec<String> =
            columns.iter().map(|it| cell(&row.get(*it).map(text).unwrap_or_default())).collect();
        out += &cells.join(",");
        out += "\r\n";
    }
    out
}

/// Returns the names of the columns.
fn columns(table: CsvTable) -> &'static [&'static str] {
    match table {
        CsvTable::Decisions => &[
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
        ],
        CsvTable::Elections => &[
            "id", "role", "elected", "accepted", "status", "gone_by", "circle", "date", "since",
            "until", "term", "reason", "consent", "present", "replaces", "meeting",
        ],
        CsvTable::Actions => &["who", "text", "due", "overdue", "meeting"],
        CsvTable::Roles => {
            &["name", "kind", "holder", "outside", "since", "until", "term", "purpose"]
        }
        CsvTable::Topics => &[
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
        ],
    }
}

/// Returns the rows, each with at least the keys of the columns that have a value.
fn rows(kept: &Everything, table: CsvTable) -> Vec<toml::Table> {
    let with = |mut row: toml::Table, more: Pair| {
        row.extend(rows::row([more]));
        row
    };
    match table {
        CsvTable::Decisions | CsvTable::Elections => {
            let is_decision = table == CsvTable::Decisions;
            let is_wanted =
                |it: &LogEntry<'_>| matches!(it.record, Record::Decision(_)) == is_decision;
            let row =
                |it: &LogEntry<'_>| with(it.row(""), ("gone_by", it.status.by().map(Value::from)));
            kept.entries().iter().filter(|it| is_wanted(it)).map(row).collect()
        }
        CsvTable::Actions => {
            let row = |it: &OpenAction| {
                let overdue = it.due.is_some_and(|due| due < kept.today);
                with(it.row(), ("overdue", Some(overdue.into())))
            };
            kept.actions.iter().map(row).collect()
        }
        CsvTable::Roles => {
            let row = |it: &Role| {
                let term = it.term.unwrap_or(kept.circle.rules.term);
                let row = with(rows::row(it.pairs()), ("outside", Some(it.outside.into())));
                with(row, ("term", term.write()))
            };
            kept.circle.roles.iter().map(row).collect()
        }
        CsvTable::Topics => {
            let row = |(path, it): &(String, Topic)| {
                with(it.row(None, path), ("kind", it.kind().write()))
            };
            kept.topics.iter().map(row).collect()
        }
    }
}

/// Returns a value as it stands in a cell; of tables their `text`.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(text).collect::<Vec<_>>().join("; "),
        Value::Table(table) => table.get("text").map(text).unwrap_or_default(),
        other => other.to_string(),
    }
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
