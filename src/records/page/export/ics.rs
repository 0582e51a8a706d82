//! Exports everything that has a day as a calendar.
//!
//! An event keeps its UID when its day changes, so that reading the calendar again moves the event.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};

use crate::circle::Role;
use crate::lang::{Phrase, Words, say};
use crate::meeting::Scheduled;
use crate::records::page::calendar::{Event, calendar};
use crate::records::page::export::{Everything, MeetingSummary};
use crate::records::{LogEntry, OpenAction, Record, Topic};
use crate::text::slug;

/// Writes a calendar of reviews, ends of terms, the next meeting, actions and postponed topics.
pub(crate) fn ics(kept: &Everything, words: &Words) -> String {
    let file = File { kept, words, circle: slug::slug(&kept.circle.name) };
    let next: Vec<Event> = file.next().into_iter().collect();
    let mut events = [file.reviews(), file.terms(), next, file.actions(), file.topics()].concat();
    events.sort_by(|one, two| (one.date, &one.uid).cmp(&(two.date, &two.uid)));
    calendar(&kept.circle.name, &events)
}

/// Makes the events.
struct File<'a> {
    kept: &'a Everything,
    words: &'a Words,
    /// The circle in a UID.
    circle: String,
}

impl File<'_> {
    fn event(&self, uid: &str, title: &Phrase, date: NaiveDate, made: NaiveDate) -> Event {
        let uid = format!("{uid}@{}.rounds", self.circle);
        Event { uid, title: self.words.say(title), about: String::new(), date, time: None, made }
    }

    fn reviews(&self) -> Vec<Event> {
        let event = |entry: LogEntry<'_>| {
            let Record::Decision(it) = entry.record else { return None };
            let title = say!("calendar-review", title = &it.title);
            let event = self.event(&format!("{}-review", it.id), &title, it.review, it.date);
            let mut about = vec![it.text.trim().to_owned(), self.words.list(&it.responsible)];
            about.retain(|it| !it.is_empty());
            Some(Event { about: about.join("\n\n"), ..event })
        };
        let entries = self.kept.entries().into_iter().filter(|it| it.status.holds());
        entries.filter_map(event).collect()
    }

    fn terms(&self) -> Vec<Event> {
        let circle = &self.kept.circle;
        let event = |role: &Role| {
            // While somebody holds it next, nobody has to see to the end of the term.
            let until = circle.held_until(role).filter(|_| role.next.is_none())?;
            let title = match &role.holder {
                Some(who) => say!("calendar-term", role = &role.name, who = who),
                None => say!("calendar-term-nobody", role = &role.name),
            };
            let made = role.since.unwrap_or(until);
            // Changing the end of a term moves its event; the next term is another event.
            let since = role.since.map(|it| format!("{it}-")).unwrap_or_default();
            let uid = format!("{since}{}-term-{}", slug::slug(&role.name), hash(&role.name));
            let event = self.event(&uid, &title, until, made);
            Some(Event { about: role.purpose.clone(), ..event })
        };
        circle.roles.iter().filter_map(event).collect()
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
        let mut seen: HashMap<String, usize> = HashMap::new();
        let event = |action: &OpenAction| {
            let due = action.due?;
            let stem = action.meeting.as_deref().unwrap_or_default();
            let taken_on_by = action.taken_on_by.as_ref().unwrap_or(&action.who);
            let hash = hash(&format!("{taken_on_by}\n{}", action.text));
            let mut uid = format!("{stem}-action-{hash}");
            let count = seen.entry(uid.clone()).or_default();
            *count += 1;
            if *count > 1 {
                uid = format!("{uid}-{count}");
            }
            let title = say!("calendar-action", who = action.people(), text = &action.text);
            let day = stem.get(..10).and_then(|it| it.parse().ok());
            Some(self.event(&uid, &title, due, day.unwrap_or(due)))
        };
        self.kept.actions.iter().filter_map(event).collect()
    }

    fn topics(&self) -> Vec<Event> {
        let event = |(stem, topic): &(String, Topic)| {
            let date = topic.postponed?;
            let title = say!("calendar-topic", title = &topic.title);
            let made = topic.since.unwrap_or(date);
            let event = self.event(&format!("{stem}-topic"), &title, date, made);
            Some(Event { about: topic.text.clone().unwrap_or_default(), ..event })
        };
        self.kept.topics.iter().filter_map(event).collect()
    }
}

/// Returns a hash in eight hexadecimal digits, the same in every version of the program (FNV-1a).
fn hash(text: &str) -> String {
    let fold = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    format!("{:08x}", text.bytes().fold(0x811c_9dc5, fold))
}
