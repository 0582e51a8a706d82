//! What is said of a meeting around its items: earlier minutes, announcements, actions, topics,
//! when the circle meets next.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::lang::{Phrase, say};
use crate::meeting::{Item, On, Scheduled, What};
use crate::records::page::lists::{action, bullet};
use crate::records::page::markdown;
use crate::records::page::minutes::MinutesPage;
use crate::records::page::minutes::attendance::minutes_between;

impl MinutesPage<'_> {
    /// The earlier minutes that stand, and what was objected to those that do not.
    pub(crate) fn earlier(&self) -> Vec<String> {
        self.list(|what| match what {
            What::Approved { meeting, .. } => {
                Some(self.line(&say!("minutes-approved", minutes = self.say(&minutes_of(meeting)))))
            }
            What::Objected { on: Some(On::Minutes), meeting: Some(meeting), .. } => {
                let minutes = self.say(&minutes_of(meeting));
                self.objected(what, &say!("minutes-against-minutes", minutes = minutes))
            }
            _ => None,
        })
    }

    pub(crate) fn announcements(&self) -> Vec<String> {
        self.list(|what| match what {
            What::Announced { text } => Some(bullet(0, &markdown::lines(text, 2))),
            _ => None,
        })
    }

    /// What was taken on, with a word where it is done by now; then what was done of earlier
    /// meetings.
    pub(crate) fn actions(&self) -> Vec<String> {
        let done_here = self.facts.iter().filter_map(|it| match &it.what {
            What::Done { who, text, meeting: None } => Some((who, text)),
            _ => None,
        });
        let done_here: HashSet<(&String, &String)> = done_here.collect();
        self.list(|what| match what {
            What::Action { who, text, due } => {
                let line = action(who, text, *due);
                Some(if done_here.contains(&(who, text)) {
                    let action = self.say(&line);
                    self.line(&say!("minutes-action-done", action = action))
                } else {
                    self.line(&line)
                })
            }
            What::Done { who, text, meeting: Some(_) } => {
                let action = self.say(&action(who, text, None));
                Some(self.line(&say!("minutes-action-done", action = action)))
            }
            _ => None,
        })
    }

    pub(crate) fn topics(&self) -> Vec<String> {
        self.list(|what| match what {
            What::Topic { title } => Some(bullet(0, &markdown::line(title))),
            _ => None,
        })
    }

    /// When the circle meets next, where that was asked and is known.
    pub(crate) fn next_meeting(&self) -> Vec<String> {
        let Some(Scheduled { date, time, who }) = &self.meeting.state().scheduled else {
            return Vec::new();
        };
        let phrase = match (date, time, who) {
            (Some(date), None, _) => say!("minutes-meets", date = *date),
            (Some(date), Some(time), _) => {
                say!("minutes-meets-at", date = *date, time = markdown::line(time))
            }
            (None, _, Some(who)) => say!("minutes-finds-date", who = markdown::line(who)),
            (None, _, None) => say!("minutes-meets-open"),
        };
        vec![self.say(&phrase)]
    }

    /// How long an item took, and how long it was given.
    pub(crate) fn took(&self, item: &Item) -> String {
        let minutes = minutes_between(item.began, item.ended);
        self.say(&match item.planned() {
            _ if minutes == 0 => return String::new(),
            Some(planned) => say!("minutes-took-of", minutes = minutes, planned = planned),
            None => say!("minutes-took", minutes = minutes),
        })
    }
}

/// Says what the minutes of a meeting are called, by the stem of its journal.
pub(crate) fn minutes_of(stem: &str) -> Phrase {
    let (day, number) = stem.split_at_checked(10).unwrap_or((stem, ""));
    match (day.parse::<NaiveDate>(), number.strip_prefix('-')) {
        (Ok(date), None) => say!("minutes-of", date = date),
        (Ok(date), Some(number)) => {
            say!("minutes-of-several", date = date, number = markdown::line(number))
        }
        _ => say!("minutes-of", date = markdown::line(stem)),
    }
}
