//! Everything as one document: keys and values as in the files.
//!
//! Dates are texts; what is empty is left out.

use toml::{Table, Value};

use crate::records::format::front_matter;
use crate::records::page::export::{Held, Kept};
use crate::records::{Open, Record, Status};
use crate::text::clean;

/// Writes the document.
pub fn json(kept: &Kept) -> String {
    let (mut decisions, mut elections) = (Vec::new(), Vec::new());
    for entry in kept.entries() {
        let (list, text) = match entry.record {
            Record::Decision(it) => (&mut decisions, it.to_text()),
            Record::Election(it) => (&mut elections, it.to_text()),
        };
        let mut table = record(&text, entry.record.text());
        table.insert("status".to_owned(), entry.status.word().into());
        let gone = match entry.status {
            Status::Replaced(id) => Some(("replaced_by", id)),
            Status::Ended(id) => Some(("ended_by", id)),
            _ => None,
        };
        table.extend(gone.map(|(key, id)| (key.to_owned(), id.into())));
        list.push(Value::Table(table));
    }
    let topic = |(stem, it): &(String, crate::records::Topic)| {
        let text = it.draft.text.as_deref().unwrap_or_default();
        let mut table = record(&it.to_text(), text);
        table.insert("file".to_owned(), format!("backlog/{stem}.md").into());
        Value::Table(table)
    };
    let circle = kept.circle.to_toml().parse::<Table>().ok();
    let circle = circle.and_then(|mut it| it.remove("circle"));
    let mut whole = Table::new();
    whole.insert("on".to_owned(), kept.today.to_string().into());
    whole.extend(circle.map(|it| ("circle".to_owned(), it)));
    whole.insert("decisions".to_owned(), decisions.into());
    whole.insert("elections".to_owned(), elections.into());
    whole.insert("topics".to_owned(), Value::Array(kept.topics.iter().map(topic).collect()));
    whole.insert("actions".to_owned(), Value::Array(kept.actions.iter().map(action).collect()));
    whole.insert("meetings".to_owned(), Value::Array(kept.meetings.iter().map(held).collect()));
    let whole = plain(Value::Table(whole));
    serde_json::to_string_pretty(&whole).expect("texts, numbers, lists and tables are JSON") + "\n"
}

/// Reads back what stands in the front matter of a record, and puts its text behind it.
fn record(written: &str, text: &str) -> Table {
    let mut table = front_matter::table(written);
    if !text.trim().is_empty() {
        table.insert("text".to_owned(), text.into());
    }
    table
}

fn action(it: &Open) -> Value {
    let mut table = Table::new();
    table.insert("who".to_owned(), it.who.as_str().into());
    table.insert("text".to_owned(), it.text.as_str().into());
    table.extend(it.due.map(|due| ("due".to_owned(), due.to_string().into())));
    let meeting = it.meeting.as_deref();
    table.extend(meeting.map(|stem| ("meeting".to_owned(), stem.into())));
    Value::Table(table)
}

fn held(it: &Held) -> Value {
    let mut table = Table::new();
    table.insert("meeting".to_owned(), it.stem.as_str().into());
    table.insert("opened".to_owned(), it.opened.to_rfc3339().into());
    table.extend(it.closed.map(|at| ("closed".to_owned(), at.to_rfc3339().into())));
    table.extend(it.planned.map(|minutes| ("planned".to_owned(), i64::from(minutes).into())));
    table.insert("present".to_owned(), it.present.clone().into());
    if !it.guests.is_empty() {
        table.insert("guests".to_owned(), it.guests.clone().into());
    }
    if let Some(next) = &it.next {
        let mut said = Table::new();
        said.extend(next.date.map(|date| ("date".to_owned(), date.to_string().into())));
        said.extend(next.time.clone().map(|time| ("time".to_owned(), time.into())));
        said.extend(next.who.clone().map(|who| ("who".to_owned(), who.into())));
        table.insert("next".to_owned(), Value::Table(said));
    }
    Value::Table(table)
}

/// Makes dates texts, and takes out of texts what would not be shown as it is kept.
fn plain(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(clean(&text)),
        Value::Datetime(it) => Value::String(it.to_string()),
        Value::Array(list) => Value::Array(list.into_iter().map(plain).collect()),
        Value::Table(table) => {
            Value::Table(table.into_iter().map(|(key, it)| (key, plain(it))).collect())
        }
        other => other,
    }
}
