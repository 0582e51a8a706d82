//! One long meeting that decided item after item, and the same said to `meetbot`.

use std::path::Path;

use rounds::Background;
use rounds::journal;
use rounds::{Fact, Meeting, Moment, What};
use rounds::{Lang, Words};
use serde_json::{Value, json};

use crate::table::{CIRCLE, Table};
use crate::write as write_file;

const MOMENT: &str = "2026-09-05T19:00:00+02:00";

/// Writes a meeting of at least so many facts, and says how many it has.
pub fn write(folder: &Path, facts: u32) -> String {
    let meeting = meeting(facts as usize);
    let facts = meeting.facts();
    let text =
        journal::head(meeting.circle()) + &facts.iter().map(journal::block).collect::<String>();
    write_file(&folder.join("circle.toml"), CIRCLE);
    write_file(&folder.join("meetings/2026-09-05.toml"), &text);
    write_file(&folder.join("meetbot/meeting.log.json"), &log(facts).to_string());
    write_file(&folder.join("meetbot/HcoopMeetbot.conf"), "[HcoopMeetbot]\n");
    format!("{} facts", facts.len())
}

/// Holds a meeting that decides one item; then the same is said of the next item, and so on.
fn meeting(facts: usize) -> Meeting {
    let (words, background) = (Words::of(Lang::En), Background::default());
    let now: Moment = MOMENT.parse().expect("it is a moment");
    let circle = rounds::Circle::read(CIRCLE).expect("it is a good circle");
    let meeting = Meeting::new(circle);
    let mut table = Table { words: &words, background: &background, meeting, now };
    table.opening(1);
    let begun = table.meeting.facts().len();
    table.decision(1);
    let mut all = table.meeting.facts().to_vec();
    let once = all.split_off(begun);
    for number in 0.. {
        if all.len() >= facts {
            break;
        }
        let at = all.last().map_or(now, |it| it.at);
        all.extend(once.iter().map(|it| of_item(it, number, at)));
    }
    let circle = table.meeting.circle().clone();
    Meeting::of(rounds::FORMAT, circle, all).map_err(|(_, err)| err).expect("it is in turn")
}

/// The fact as it is said of the item of this number, later.
fn of_item(fact: &Fact, number: usize, at: Moment) -> Fact {
    let mut fact = Fact { what: fact.what.clone(), at };
    match &mut fact.what {
        What::Listed { title, .. } | What::Began { title, .. } => *title = format!("Item {number}"),
        What::Adopted(it) => it.title = format!("Item {number}"),
        _ => {}
    }
    fact
}

/// As many lines as there are facts, as `meetbot` keeps them: a topic for each item, what was
/// decided as accepted, and all else said.
fn log(facts: &[Fact]) -> Value {
    let moment = "2026-09-05T17:00:00+00:00";
    let (mut messages, mut events) = (Vec::new(), Vec::new());
    let last = facts.len() - 1;
    for (place, fact) in facts.iter().enumerate() {
        let (kind, said) = match &fact.what {
            _ if place == 0 => ("START_MEETING", "#startmeeting".to_owned()),
            _ if place == last => ("END_MEETING", "#endmeeting".to_owned()),
            What::Began { title, .. } => ("TOPIC", title.clone()),
            What::Adopted(it) => ("ACCEPTED", it.text.clone()),
            What::Objected { reason, .. } => ("INFO", reason.clone()),
            it => ("", it.word().to_owned()),
        };
        let message = json!({
            "id": format!("m{place}"),
            "sender": "Ana",
            "payload": said,
            "action": false,
            "timestamp": moment,
        });
        if !kind.is_empty() {
            events.push(json!({
                "event_type": kind,
                "message": &message,
                "operand": said,
                "id": format!("m{place}"),
                "timestamp": moment,
            }));
        }
        messages.push(message);
    }
    json!({
        "id": "m", "name": "#garden", "founder": "Ana", "channel": "#garden", "network": "net",
        "chair": "Ana", "chairs": ["Ana"], "nicks": { "Ana": facts.len() },
        "start_time": moment, "end_time": moment, "active": false,
        "messages": messages, "events": events, "aliases": {},
    })
}
