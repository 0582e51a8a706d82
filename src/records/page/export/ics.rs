//! Exports everything that has a day as a calendar.
//!
//! An event keeps its UID when its day changes, so that reading the calendar again moves the event.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};

use crate::circle::Role;
use crate::lang::{Phrase, Words, say};
use crate::meeting::all;
use crate::records::page::calendar::{Begin, Event, calendar};
use crate::records::page::export::Everything;
use crate::records::page::export::changes::Change;
use crate::records::{LogEntry, OpenAction, Record, Somebody, Topic};
use crate::text::{fold, slug};

/// Writes a calendar of reviews, ends of decisions and terms, the next meeting, actions and postponed topics.
/// Each has an alarm so many days before, if that is asked for. With a name only what this person sees
/// to, their terms, and the next meeting if they are a member. Of several circles each event names its own.
pub(crate) fn ics(
    circles: &[(&Everything, &Words)],
    several: bool,
    alarm: Option<u32>,
    who: Option<&Somebody>,
) -> String {
    let mut events: Vec<Event> =
        circles.iter().flat_map(|(kept, words)| events(kept, words, several, who)).collect();
    events.sort_by(|one, two| (one.date, &one.uid).cmp(&(two.date, &two.uid)));
    let name = circles.first().map(|(kept, _)| kept.circle.name.clone()).unwrap_or_default();
    let name = who.map_or_else(|| name.clone(), |who| format!("{name}: {}", who.names[0]));
    calendar(&name, &events, alarm)
}

fn events(kept: &Everything, words: &Words, several: bool, who: Option<&Somebody>) -> Vec<Event> {
    let circle = kept.circle.id.clone().unwrap_or_else(|| slug::slug(&kept.circle.name));
    let called = who.map(|it| kept.circle.called(&it.names));
    let file = File { kept, words, circle, called };
    let mut events = [file.reviews(), file.terms(), file.actions(), file.topics()].concat();
    if several {
        for event in &mut events {
            event.title = format!("{}: {}", kept.circle.name, event.title);
        }
    }
    // Its title names the circle.
    events.extend(file.next());
    events
}

/// Makes the events.
struct File<'a> {
    kept: &'a Everything,
    words: &'a Words,
    /// The circle in a UID.
    circle: String,
    /// The folded names of the person whose calendar it is; `None` if it is the circle's.
    called: Option<Vec<String>>,
}

impl File<'_> {
    /// Makes an event. What no meeting recorded was made on the day `made`.
    fn event(
        &self,
        (uid, title): (&str, &Phrase),
        date: NaiveDate,
        change: Option<Change>,
        made: NaiveDate,
    ) -> Event {
        Event {
            uid: format!("{uid}@{}.rounds", self.circle),
            title: self.words.say(title),
            about: String::new(),
            date,
            begins: None,
            minutes: None,
            sequence: change.map_or(0, |it| it.moved),
            changed: change
                .map_or_else(|| made.and_time(NaiveTime::MIN).and_utc(), |it| it.at.to_utc()),
        }
    }

    /// Returns whether something that these people see to belongs in the calendar.
    fn is_for(&self, people: &[String]) -> bool {
        let called = self.called.as_ref();
        called.is_none_or(|called| people.iter().any(|it| called.contains(&fold(it))))
    }

    fn reviews(&self) -> Vec<Event> {
        let event = |entry: LogEntry<'_>| {
            let Record::Decision(it) = entry.record else { return None };
            if !self.is_for(&it.responsible) {
                return None;
            }
            let day = it.validity.day?;
            let key = it.validity.is.day_key();
            let change = self.kept.changes.decision(it.meeting.as_deref(), &it.title);
            if let Some(date) = it.unsaid() {
                // A calendar is shared further than the record, so not even the id is in it.
                let subject = say!("decision-of", date = date);
                let title = it.validity.said(say!("calendar-review", title = subject));
                let uid = format!("{date}-{}-{key}", hash(&it.id));
                return Some(self.event((&uid, &title), day, change, date));
            }
            let title = it.validity.said(say!("calendar-review", title = &it.title));
            let event = self.event((&format!("{}-{key}", it.id), &title), day, change, it.date);
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
            let change = self.kept.changes.term(&role.name, role.since);
            let event = self.event((&uid, &title), until, change, made);
            Some(Event { about: role.purpose.clone(), ..event })
        };
        let is_for = |it: &&Role| self.is_for(it.holder.as_slice());
        circle.roles.iter().filter(is_for).filter_map(event).collect()
    }

    fn next(&self) -> Option<Event> {
        let scheduled = self.kept.scheduled.as_ref()?;
        let date = scheduled.date.filter(|_| self.is_for(&self.kept.circle.names()))?;
        let (stem, change) = self.kept.changes.next(scheduled).unzip();
        let stem = stem.unwrap_or("first");
        let title = say!("calendar-meeting", circle = &self.kept.circle.name);
        let event = self.event((&format!("{stem}-next-meeting"), &title), date, change, date);
        let clock = scheduled.clock();
        let about = scheduled.time.as_deref().filter(|_| clock.is_none()).unwrap_or_default();
        let begins = self.kept.begins.map(Begin::Moment).or(clock.map(Begin::Local));
        let (about, minutes) = (about.trim().to_owned(), self.kept.circle.plan.minutes);
        Some(Event { about, begins, minutes, ..event })
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
            // It has the number it has in the calendar of all.
            if !self.is_for(&action.people()) {
                return None;
            }
            let title = say!("calendar-action", who = action.people(), text = &action.text);
            let day = stem.get(..10).and_then(|it| it.parse().ok());
            let change = action.at.map(|at| Change { moved: action.moved, at });
            Some(self.event((&uid, &title), due, change, day.unwrap_or(due)))
        };
        self.kept.actions.iter().filter_map(event).collect()
    }

    fn topics(&self) -> Vec<Event> {
        let event = |(stem, topic): &(String, Topic)| {
            let date = topic.postponed?;
            let title = say!("calendar-topic", title = &topic.title);
            let made = topic.since.unwrap_or(date);
            let change = self.kept.changes.topic(&topic.title);
            let event = self.event((&format!("{stem}-topic"), &title), date, change, made);
            Some(Event { about: topic.text.clone().unwrap_or_default(), ..event })
        };
        let is_for = |(_, it): &&(String, Topic)| self.is_for(&all(it.by.as_ref(), &it.with));
        self.kept.topics.iter().filter(is_for).filter_map(event).collect()
    }
}

/// Returns a hash in eight hexadecimal digits, the same in every version of the program (FNV-1a).
fn hash(text: &str) -> String {
    let fold = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    format!("{:08x}", text.bytes().fold(0x811c_9dc5, fold))
}
