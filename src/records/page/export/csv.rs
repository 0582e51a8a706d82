//! Exports records as CSV tables (RFC 4180).
//!
//! Cells that a spreadsheet would take for a formula begin with an apostrophe.

use toml::Value;

use crate::circle::Role;
use crate::records::page::export::Everything;
use crate::records::{LogEntry, OpenAction, Record, Topic, rows};
use crate::text::clean;
use crate::toml_file::fields::{Field, Pair, Table as _};

/// A table to export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CsvTable {
    Decisions,
    Elections,
    Actions,
    Roles,
    Topics,
}

/// Writes a table whose first row has the names of the columns.
///
/// Several names or texts in one cell are separated by semicolons. Of several circles each row names its
/// own, in the last column unless the table has that already.
pub(crate) fn csv(circles: &[&Everything], several: bool, table: CsvTable) -> String {
    let mut columns: Vec<&str> = columns(table).split(',').collect();
    if several && !columns.contains(&"circle") {
        columns.push("circle");
    }
    let mut out = columns.join(",") + "\r\n";
    for kept in circles {
        for mut row in rows(kept, table) {
            row.entry("circle").or_insert_with(|| kept.circle.name.clone().into());
            let value = |column: &str| row.get(column).map(text).unwrap_or_default();
            let cells: Vec<String> = columns.iter().map(|it| cell(&value(it))).collect();
            out += &(cells.join(",") + "\r\n");
        }
    }
    out
}

/// Returns the names of the columns, separated by commas.
fn columns(table: CsvTable) -> &'static str {
    match table {
        CsvTable::Decisions => {
            "id,title,status,gone_by,circle,date,review,term,responsible,measures,by,consent,\
             present,concerns,replaces,ends,meeting,text,until,lasts,expires,once,with,asides,about,effects"
        }
        CsvTable::Elections => {
            "id,role,elected,accepted,status,gone_by,circle,date,since,until,term,reason,consent,\
             present,replaces,meeting,process"
        }
        CsvTable::Actions => "who,text,due,overdue,meeting,with",
        CsvTable::Roles => "name,kind,holder,outside,since,until,term,purpose",
        CsvTable::Topics => {
            "title,kind,by,minutes,since,postponed,term,responsible,measures,file,text,until,\
             lasts,expires,once,with,effects,purpose,begins,qualifications"
        }
    }
}

/// Returns the rows, which may have more keys than there are columns.
fn rows(kept: &Everything, table: CsvTable) -> Vec<toml::Table> {
    let with = |mut row: toml::Table, more: Pair| {
        row.extend(rows::row([more]));
        row
    };
    match table {
        CsvTable::Decisions | CsvTable::Elections => {
            let is_decision = |it: &LogEntry<'_>| matches!(it.record, Record::Decision(_));
            let mut entries = kept.entries();
            entries.retain(|it| is_decision(it) == (table == CsvTable::Decisions));
            let gone_by = |it: &LogEntry<'_>| ("gone_by", it.status.by().map(Value::from));
            entries.iter().map(|it| with(it.row(""), gone_by(it))).collect()
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
                let row = with(row, ("until", kept.circle.held_until(it).write()));
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

/// Returns a value as the text of a cell; of a table its `text`, or its `reason`.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(text).collect::<Vec<_>>().join("; "),
        Value::Table(table) => {
            table.get("text").or(table.get("reason")).map(text).unwrap_or_default()
        }
        other => other.to_string(),
    }
}

/// Writes a cell, in quotes if necessary.
fn cell(text: &str) -> String {
    let begins = text.trim_start_matches(' ').chars().next();
    // Some spreadsheets also take the full-width characters for these.
    let is_formula = |it: char| "=+-@\t\r\n＝＋－＠".contains(it);
    let guard = if begins.is_some_and(is_formula) { "'" } else { "" };
    let text = format!("{guard}{}", clean(text));
    let trimmed = text.trim().len() == text.len();
    if trimmed && !text.contains(['"', ',', ';', '\n', '\r', '\t']) {
        return text;
    }
    format!("\"{}\"", text.replace('"', "\"\""))
}
