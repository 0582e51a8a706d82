//! Writes events in the iCalendar format (RFC 5545).
//!
//! The same events give the same bytes: no clock is read.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

use crate::text::clean;

/// An event with a day, and perhaps a time of day.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Event {
    /// Identifies the event; it must never change.
    pub uid: String,
    pub title: String,
    /// The description; may be empty.
    pub about: String,
    pub date: NaiveDate,
    /// When it begins; `None` for a whole day.
    pub begins: Option<Begin>,
    /// How long it lasts, in minutes, if it does not take the whole day.
    pub minutes: Option<u32>,
    /// How often it was moved.
    pub sequence: u32,
    /// When it was recorded, or last moved.
    pub changed: DateTime<Utc>,
}

/// When an event begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Begin {
    /// At this moment.
    Moment(DateTime<Utc>),
    /// At this time of the day, wherever the calendar is read.
    Local(NaiveTime),
}

/// The greatest length of a line in bytes, without its end (RFC 5545, section 3.1).
const LONGEST: usize = 75;

/// Writes events as a calendar of this name, with an alarm so many days before each.
pub(crate) fn calendar(name: &str, events: &[Event], alarm: Option<u32>) -> String {
    let mut out = String::new();
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//rounds//rounds//EN",
        "METHOD:PUBLISH",
        // The second is what programs from before RFC 7986 read.
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    ] {
        fold(&mut out, line);
    }
    fold(&mut out, &format!("X-WR-CALNAME:{}", escaped(name)));
    for event in events {
        write(&mut out, event, alarm);
    }
    fold(&mut out, "END:VCALENDAR");
    out
}

fn write(out: &mut String, event: &Event, alarm: Option<u32>) {
    let moment = |it: DateTime<Utc>| it.format("%Y%m%dT%H%M%SZ").to_string();
    let changed = moment(event.changed);
    fold(out, "BEGIN:VEVENT");
    fold(out, &format!("UID:{}", escaped(&event.uid)));
    fold(out, &format!("DTSTAMP:{changed}"));
    fold(out, &format!("LAST-MODIFIED:{changed}"));
    fold(out, &format!("SEQUENCE:{}", event.sequence));
    if let Some(begins) = event.begins {
        let begins = match begins {
            Begin::Moment(it) => moment(it),
            Begin::Local(it) => event.date.and_time(it).format("%Y%m%dT%H%M%S").to_string(),
        };
        fold(out, &format!("DTSTART:{begins}"));
        if let Some(minutes) = event.minutes {
            fold(out, &format!("DURATION:PT{minutes}M"));
        }
    } else {
        let next = event.date.checked_add_days(Days::new(1)).unwrap_or(event.date);
        fold(out, &format!("DTSTART;VALUE=DATE:{}", event.date.format("%Y%m%d")));
        fold(out, &format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")));
        fold(out, "TRANSP:TRANSPARENT");
    }
    let title = escaped(&event.title);
    fold(out, &format!("SUMMARY:{title}"));
    if !event.about.is_empty() {
        fold(out, &format!("DESCRIPTION:{}", escaped(&event.about)));
    }
    if let Some(days) = alarm {
        let trigger = format!("TRIGGER:-P{days}D");
        for line in ["BEGIN:VALARM", "ACTION:DISPLAY", &trigger] {
            fold(out, line);
        }
        fold(out, &format!("DESCRIPTION:{title}"));
        fold(out, "END:VALARM");
    }
    fold(out, "END:VEVENT");
}

/// Escapes a text (RFC 5545, section 3.3.11).
fn escaped(text: &str) -> String {
    let text = clean(text).replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    text.replace('\n', "\\n").replace('\t', " ")
}

/// Writes a line in pieces of at most [`LONGEST`] bytes, cut between characters.
fn fold(out: &mut String, line: &str) {
    let (mut rest, mut room) = (line, LONGEST);
    while rest.len() > room {
        let cut = (0..=room).rev().find(|it| rest.is_char_boundary(*it)).unwrap_or(room);
        let (piece, after) = rest.split_at(cut);
        *out += piece;
        *out += "\r\n ";
        // The next piece begins with the blank.
        (rest, room) = (after, LONGEST - 1);
    }
    *out += rest;
    *out += "\r\n";
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn event(title: &str, about: &str, begins: Option<Begin>) -> Event {
        Event {
            uid: "2026-09-05-quiet-hours-review@garden".to_owned(),
            title: title.to_owned(),
            about: about.to_owned(),
            date: day("2026-12-31"),
            begins,
            minutes: Some(90),
            sequence: 2,
            changed: "2026-09-05T17:20:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn an_event_without_a_time_lasts_the_whole_day() {
        let written = calendar("Garden", &[event("Review: Quiet hours", "", None)], None);
        assert_eq!(
            written.replace("\r\n", "\n"),
            "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//rounds//rounds//EN\nMETHOD:PUBLISH\n\
             REFRESH-INTERVAL;VALUE=DURATION:P1D\nX-PUBLISHED-TTL:P1D\nX-WR-CALNAME:Garden\n\
             BEGIN:VEVENT\nUID:2026-09-05-quiet-hours-review@garden\nDTSTAMP:20260905T172000Z\n\
             LAST-MODIFIED:20260905T172000Z\nSEQUENCE:2\n\
             DTSTART;VALUE=DATE:20261231\nDTEND;VALUE=DATE:20270101\nTRANSP:TRANSPARENT\n\
             SUMMARY:Review: Quiet hours\nEND:VEVENT\nEND:VCALENDAR\n"
        );
    }

    #[test]
    fn a_meeting_lasts_as_long_as_it_is_planned() {
        let begins = NaiveTime::from_hms_opt(19, 0, 0).map(Begin::Local);
        let written = calendar("Garden", &[event("Meeting", "", begins)], None);
        assert!(written.contains("DTSTART:20261231T190000\r\nDURATION:PT90M\r\n"), "{written}");
        let begins = Begin::Moment("2026-12-31T18:00:00Z".parse().unwrap());
        let written = calendar("Garden", &[event("Meeting", "", Some(begins))], None);
        assert!(written.contains("DTSTART:20261231T180000Z\r\nDURATION:PT90M\r\n"), "{written}");
    }

    #[test]
    fn an_alarm_comes_so_many_days_before() {
        let written = calendar("Garden", &[event("a;b", "", None)], Some(7));
        let alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P7D\r\nDESCRIPTION:a\\;b\r\n\
                     END:VALARM\r\nEND:VEVENT\r\n";
        assert!(written.contains(alarm), "{written}");
    }

    #[test]
    fn special_characters_are_escaped() {
        let written =
            calendar("a;b", &[event("a, b; c\\", "one\nEND:VEVENT\ttwo\u{1b}", None)], None);
        assert!(written.contains("SUMMARY:a\\, b\\; c\\\\\r\n"), "{written}");
        assert!(written.contains("DESCRIPTION:one\\nEND:VEVENT two\r\n"), "{written}");
        assert_eq!(written.matches("\r\nEND:VEVENT").count(), 1);
    }

    #[test]
    fn lines_are_folded_by_bytes_between_characters() {
        for text in ["静音时间".repeat(60), "a".repeat(300), "👩‍🌾é".repeat(40)] {
            let written = calendar(&text, &[event(&text, &text, None)], None);
            let lines: Vec<&str> = written.split("\r\n").collect();
            assert!(lines.iter().all(|it| it.len() <= LONGEST), "{written}");
            assert!(written.replace("\r\n ", "").contains(&format!("SUMMARY:{text}\r\n")));
        }
    }
}
