//! Exports all records as one JSON document, with the keys and values of the files.
//!
//! Dates are texts. Empty values are left out.

use toml::{Table, Value};

use crate::records::page::export::{Everything, MeetingSummary};
use crate::records::{LogEntry, OpenAction, Record, Topic, rows};
use crate::toml_file::fields::Field;

/// Returns the document of one circle.
pub(crate) fn json(kept: &Everything) -> Table {
    let entries = kept.entries();
    let (decisions, elections): (Vec<&LogEntry<'_>>, Vec<&LogEntry<'_>>) =
        entries.iter().partition(|it| matches!(it.record, Record::Decision(_)));
    let entry = |it: &&LogEntry<'_>| {
        let mut row = it.row("");
        row.remove("file");
        row
    };
    let topic = |(path, it): &(String, Topic)| it.row(None, path);
    let circle = kept.circle.to_toml().parse::<Table>().ok();
    let circle = circle.and_then(|mut it| it.remove("circle"));
    let list = |rows: Vec<Table>| Some(Value::from(rows));
    rows::row([
        ("on", kept.today.write()),
        ("circle", circle),
        ("decisions", list(decisions.iter().map(entry).collect())),
        ("elections", list(elections.iter().map(entry).collect())),
        ("topics", list(kept.topics.iter().map(topic).collect())),
        ("actions", list(kept.actions.iter().map(OpenAction::row).collect())),
        ("meetings", list(kept.meetings.iter().map(meeting).collect())),
    ])
}

fn meeting(it: &MeetingSummary) -> Table {
    let next = it.next.as_ref().map(|next| {
        let row =
            [("date", next.date.write()), ("time", next.time.write()), ("who", next.who.write())];
        rows::row(row).into()
    });
    rows::row([
        ("meeting", it.stem.write()),
        ("opened", Some(it.opened.to_rfc3339().into())),
        ("closed", it.closed.map(|at| at.to_rfc3339().into())),
        ("planned", it.planned.write()),
        ("present", Some(it.present.clone().into())),
        ("guests", it.guests.write()),
        ("unnamed", it.unnamed.write()),
        ("next", next),
    ])
}
