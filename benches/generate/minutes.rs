//! Writes one long meeting that decides item after item, and the same as a log of `meetbot`.

use std::path::Path;

use rounds::{Background, Circle, Fact, Lang, Meeting, Moment, What, Words, journal};
use serde_json::{Value, json};

use crate::session::{CIRCLE, Session};
use crate::write as write_file;

const MOMENT: &str = "2026-09-05T19:00:00+02:00";

/// Writes a meeting of at least so many facts, and returns a summary.
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

/// Holds a meeting that decides one item, and repeats its facts for further items.
fn meeting(facts: usize) -> Meeting {
    let (words, background) = (Words::of(Lang::En), Background::default());
    let now: Moment = MOMENT.parse().expect("it is a moment");
    let meeting = Meeting::new(Circle::read(CIRCLE).expect("it is a good circle"));
    let mut session = Session { words: &words, background: &background, meeting, now };
    session.opening(1);
    let begun = session.meeting.facts().len();
    session.decision(1);
    let mut all = session.meeting.facts().to_vec();
    let once = all.split_off(begun);
    let mut number = 0;
    while all.len() < facts {
        let at = all.last().map_or(now, |it| it.at);
        all.extend(once.iter().map(|it| of_item(it, number, at)));
        number += 1;
    }
    let circle = session.meeting.circle().clone();
    Meeting::of(rounds::FORMAT, circle, all).map_err(|(_, err)| err).expect("it is in turn")
}

/// Returns the same fact about another item, at a later time.
fn of_item(fact: &Fact, number: usize, at: Moment) -> Fact {
    let mut fact = Fact { what: fact.what.clone(), at };
    match &mut fact.what {
        What::Listed(it) | What::Began(it) => it.title = format!("Item {number}"),
        What::Adopted(it) => it.title = format!("Item {number}"),
        _ => {}
    }
    fact
}

/// Returns a log of `meetbot` with a line for each fact: items are topics, decisions are accepted,
/// all else is speech.
fn log(facts: &[Fact]) -> Value {
    let moment = "2026-09-05T17:00:00+00:00";
    let (mut messages, mut events) = (Vec::new(), Vec::new());
    let last = facts.len() - 1;
    for (index, fact) in facts.iter().enumerate() {
        let (kind, said) = match &fact.what {
            _ if index == 0 => ("START_MEETING", "#startmeeting".to_owned()),
            _ if index == last => ("END_MEETING", "#endmeeting".to_owned()),
            What::Began(it) => ("TOPIC", it.title.clone()),
            What::Adopted(it) => ("ACCEPTED", it.text.clone()),
            What::Objected { reason, .. } => ("INFO", reason.clone()),
            it => ("", it.word().to_owned()),
        };
        let id = format!("m{index}");
        let message = json!({
            "id": id, "sender": "Ana", "payload": said, "action": false, "timestamp": moment,
        });
        if !kind.is_empty() {
            events.push(json!({
                "event_type": kind, "message": &message, "operand": said, "id": id,
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
