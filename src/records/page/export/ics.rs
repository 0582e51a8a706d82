//! What has a day, as a calendar.
//!
//! An event keeps its UID whatever becomes of it, so that a calendar that is read again moves it.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};

use crate::lang::{Phrase, Words, say};
use crate::meeting::Scheduled;
use crate::records::Record;
use crate::records::page::calendar::{Event, calendar};
use crate::records::page::export::{Everything, MeetingSummary};
use crate::text::slug;

/// Writes the calendar: reviews of what is in force, ends of terms, the next meeting, actions
/// with a date, and topics that were postponed.
pub(crate) fn ics(kept: &Everything, words: &Words) -> String {
    let file = File { kept, words, circle: slug::slug(&kept.circle.name) };
    let mut events: Vec<Event> = file.reviews();
    events.extend(file.terms());
    events.extend(file.next());
    events.extend(file.actions());
    events.extend(file.topics());
    events.sort_by(|one, two| (one.date, &one.uid).cmp(&(two.date, &two.uid)));
    calendar(&kept.circle.name, &events)
}

/// A calendar on its way.
struct File<'a> {
    kept: &'a Everything,
    words: &'a Words,
    /// What stands for the circle in a UID.
    circle: String,
}

impl File<'_> {
    fn event(&self, uid: &str, title: &Phrase, date: NaiveDate, made: NaiveDate) -> Event {
        let uid = format!("{uid}@{}.rounds", self.circle);
        Event { uid, title: self.words.say(title), about: String::new(), date, time: None, made }
    }

    fn reviews(&self) -> Vec<Event> {
        let mut events = Vec::new();
        for entry in self.kept.entries() {
            let Record::Decision(it) = entry.record else { continue };
            if !entry.status.holds() {
                continue;
            }
            let title = say!("calendar-review", title = &it.title);
            let event = self.event(&format!("{}-review", it.id), &title, it.review, it.date);
            let who = self.words.list(&it.responsible);
            let about = [it.text.trim().to_owned(), who];
            let about: Vec<String> = about.into_iter().filter(|it| !it.is_empty()).collect();
            events.push(Event { about: about.join("\n\n"), ..event });
        }
        events
    }

    fn terms(&self) -> Vec<Event> {
        let mut events = Vec::new();
        for role in &self.kept.circle.roles {
            let Some(until) = role.until else { continue };
            let title = match &role.holder {
                Some(who) => say!("calendar-term", role = &role.name, who = who),
                None => say!("calendar-term-nobody", role = &role.name),
            };
            let made = role.since.unwrap_or(until);
            // A term that is made longer or shorter is moved, and the next one is another.
            let since = role.since.map(|it| format!("{it}-")).unwrap_or_default();
            let uid = format!("{since}{}-term-{}", slug::slug(&role.name), hash(&role.name));
            let event = self.event(&uid, &title, until, made);
            events.push(Event { about: role.purpose.clone(), ..event });
        }
        events
    }

    fn next(&self) -> Option<Event> {
        let Scheduled { date, time, .. } = self.kept.scheduled.as_ref()?;
        let date = (*date)?;
        let said_next =
            |it: &&MeetingSummary| it.closed.is_some() && it.next == self.kept.scheduled;
        let from = self.kept.meetings.iter().rev().find(said_next);
        let made = from.map_or(date, |it| it.opened.date_naive());
        let stem = from.map_or("first", |it| it.stem.as_str());
        let title = say!("calendar-meeting", circle = &self.kept.circle.name);
        let event = self.event(&format!("{stem}-next-meeting"), &title, date, made);
        let clock = time.as_deref().map(str::trim);
        let parsed = clock.and_then(|it| NaiveTime::parse_from_str(it, "%H:%M").ok());
        let about = clock.filter(|_| parsed.is_none()).unwrap_or_default().to_owned();
        Some(Event { time: parsed.map(|it| (it, self.kept.circle.plan.minutes)), about, ..event })
    }

    fn actions(&self) -> Vec<Event> {
        let mut events = Vec::new();
        let mut seen: HashMap<String, usize> = HashMap::new();
        for action in &self.kept.actions {
            let Some(due) = action.due else { continue };
            let stem = action.meeting.as_deref().unwrap_or_default();
            let hash = hash(&format!("{}\n{}", action.who, action.text));
            let mut uid = format!("{stem}-action-{hash}");
            let count = seen.entry(uid.clone()).or_default();
            *count += 1;
            if *count > 1 {
                uid = format!("{uid}-{count}");
            }
            let title = say!("calendar-action", who = &action.who, text = &action.text);
            let day = stem.get(..10).and_then(|it| it.parse().ok());
            events.push(self.event(&uid, &title, due, day.unwrap_or(due)));
        }
        events
    }

    fn topics(&self) -> Vec<Event> {
        let mut events = Vec::new();
        for (stem, topic) in &self.kept.topics {
            let Some(date) = topic.postponed else { continue };
            let title = say!("calendar-topic", title = &topic.title);
            let made = topic.since.unwrap_or(date);
            let event = self.event(&format!("{stem}-topic"), &title, date, made);
            events.push(Event { about: topic.text.clone().unwrap_or_default(), ..event });
        }
        events
    }
}

/// Returns eight letters that stay the same for the same text, in every version (FNV-1a).
fn hash(text: &str) -> String {
    let fold = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    format!("{:08x}", text.bytes().fold(0x811c_9dc5, fold))
}
