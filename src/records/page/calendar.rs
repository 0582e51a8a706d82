//! Days and meetings as a calendar (RFC 5545) that other programs take in.
//!
//! Pure, and the same every time: an event keeps its UID for ever, and no clock is read.

use std::fmt::Write;

use chrono::{Days, NaiveDate, NaiveTime};

use crate::text::clean;

/// Something with a day, and perhaps a time of day.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Event {
    /// What tells it from every other event of the circle, for ever.
    pub uid: String,
    /// What it is.
    pub title: String,
    /// More about it; may be empty.
    pub about: String,
    /// The day.
    pub date: NaiveDate,
    /// When it begins, and how many minutes it lasts where that is known; left out: all day.
    pub time: Option<(NaiveTime, Option<u32>)>,
    /// The day it was recorded, which stands in for the time of its making.
    pub made: NaiveDate,
}

/// The longest a line may be, in octets, its end left out (RFC 5545, section 3.1).
const LONGEST: usize = 75;

/// Writes events as a calendar of this name.
///
/// A day without a time is an event of the whole day, which ends before the next one begins. A
/// time of day is the time on the wall wherever the calendar is read, as circles mean it.
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

/// Escapes what has a meaning in a text (RFC 5545, section 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in clean(text).chars() {
        match letter {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' => out += "\\n",
            '\t' => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

/// Writes a line in pieces of at most 75 octets, never cutting a letter in two.
fn fold(out: &mut String, line: &str) {
    let (mut rest, mut room) = (line, LONGEST);
    while rest.len() > room {
        let cut = (0..=room).rev().find(|it| rest.is_char_boundary(*it)).unwrap_or(room);
        let (piece, after) = rest.split_at(cut);
        write!(out, "{piece}\r\n ").expect("writing to a string cannot fail");
        // The blank that continues a line is part of the next one.
        (rest, room) = (after, LONGEST - 1);
    }
    write!(out, "{rest}\r\n").expect("writing to a string cannot fail");
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
    fn a_day_ends_before_the_next_one_begins() {
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
    fn what_has_a_meaning_in_a_calendar_is_escaped() {
        let written = calendar("a;b", &[event("a, b; c\\", "one\nEND:VEVENT\ttwo\u{1b}", None)]);
        assert!(written.contains("SUMMARY:a\\, b\\; c\\\\\r\n"), "{written}");
        assert!(written.contains("DESCRIPTION:one\\nEND:VEVENT two\r\n"), "{written}");
        assert_eq!(written.matches("\r\nEND:VEVENT").count(), 1);
    }

    #[test]
    fn lines_are_folded_by_octets_and_never_within_a_letter() {
        for text in ["静音时间".repeat(60), "a".repeat(300), "👩‍🌾é".repeat(40)] {
            let written = calendar(&text, &[event(&text, &text, None)]);
            let lines: Vec<&str> = written.split("\r\n").collect();
            assert!(lines.iter().all(|it| it.len() <= LONGEST), "{written}");
            assert!(written.replace("\r\n ", "").contains(&format!("SUMMARY:{text}\r\n")));
        }
    }
}
