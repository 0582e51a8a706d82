//! Writes events in the iCalendar format (RFC 5545).
//!
//! The same events give the same bytes: no clock is read.

use chrono::{Days, NaiveDate, NaiveTime};

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
    /// The beginning, and the duration in minutes if known; `None` for a whole day.
    pub time: Option<(NaiveTime, Option<u32>)>,
    /// The day it was recorded, written as its time stamp.
    pub made: NaiveDate,
}

/// The greatest length of a line in bytes, without its end (RFC 5545, section 3.1).
const LONGEST: usize = 75;

/// Writes events as a calendar of this name.
///
/// Times have no time zone: they are local times wherever the calendar is read.
pub(crate) fn calendar(name: &str, events: &[Event]) -> String {
    let mut out = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//rounds//rounds//EN"] {
        fold(&mut out, line);
    }
    fold(&mut out, &format!("X-WR-CALNAME:{}", escaped(name)));
    for event in events {
        let made = event.made.format("%Y%m%d");
        fold(&mut out, "BEGIN:VEVENT");
        fold(&mut out, &format!("UID:{}", escaped(&event.uid)));
        fold(&mut out, &format!("DTSTAMP:{made}T000000Z"));
        if let Some((time, minutes)) = event.time {
            let begins = event.date.and_time(time).format("%Y%m%dT%H%M%S");
            fold(&mut out, &format!("DTSTART:{begins}"));
            if let Some(minutes) = minutes {
                fold(&mut out, &format!("DURATION:PT{minutes}M"));
            }
        } else {
            let next = event.date.checked_add_days(Days::new(1)).unwrap_or(event.date);
            fold(&mut out, &format!("DTSTART;VALUE=DATE:{}", event.date.format("%Y%m%d")));
            fold(&mut out, &format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")));
            fold(&mut out, "TRANSP:TRANSPARENT");
        }
        fold(&mut out, &format!("SUMMARY:{}", escaped(&event.title)));
        if !event.about.is_empty() {
            fold(&mut out, &format!("DESCRIPTION:{}", escaped(&event.about)));
        }
        fold(&mut out, "END:VEVENT");
    }
    fold(&mut out, "END:VCALENDAR");
    out
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

    fn event(title: &str, about: &str, time: Option<(NaiveTime, Option<u32>)>) -> Event {
        let (date, made) = (day("2026-12-31"), day("2026-09-05"));
        let (title, about) = (title.to_owned(), about.to_owned());
        Event {
            uid: "2026-09-05-quiet-hours-review@garden".to_owned(),
            title,
            about,
            date,
            time,
            made,
        }
    }

    #[test]
    fn an_event_without_a_time_lasts_the_whole_day() {
        let written = calendar("Garden", &[event("Review: Quiet hours", "", None)]);
        assert_eq!(
            written.replace("\r\n", "\n"),
            "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//rounds//rounds//EN\nX-WR-CALNAME:Garden\n\
             BEGIN:VEVENT\nUID:2026-09-05-quiet-hours-review@garden\nDTSTAMP:20260905T000000Z\n\
             DTSTART;VALUE=DATE:20261231\nDTEND;VALUE=DATE:20270101\nTRANSP:TRANSPARENT\n\
             SUMMARY:Review: Quiet hours\nEND:VEVENT\nEND:VCALENDAR\n"
        );
    }

    #[test]
    fn a_meeting_lasts_as_long_as_it_is_planned() {
        let time = NaiveTime::from_hms_opt(19, 0, 0).map(|it| (it, Some(90)));
        let written = calendar("Garden", &[event("Meeting", "", time)]);
        assert!(written.contains("DTSTART:20261231T190000\r\nDURATION:PT90M\r\n"), "{written}");
    }

    #[test]
    fn special_characters_are_escaped() {
        let written = calendar("a;b", &[event("a, b; c\\", "one\nEND:VEVENT\ttwo\u{1b}", None)]);
        assert!(written.contains("SUMMARY:a\\, b\\; c\\\\\r\n"), "{written}");
        assert!(written.contains("DESCRIPTION:one\\nEND:VEVENT two\r\n"), "{written}");
        assert_eq!(written.matches("\r\nEND:VEVENT").count(), 1);
    }

    #[test]
    fn lines_are_folded_by_bytes_between_characters() {
        for text in ["静音时间".repeat(60), "a".repeat(300), "👩‍🌾é".repeat(40)] {
            let written = calendar(&text, &[event(&text, &text, None)]);
            let lines: Vec<&str> = written.split("\r\n").collect();
            assert!(lines.iter().all(|it| it.len() <= LONGEST), "{written}");
            assert!(written.replace("\r\n ", "").contains(&format!("SUMMARY:{text}\r\n")));
        }
    }
}
