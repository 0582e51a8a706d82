//! Parts of the minutes besides the items: earlier minutes, announcements, actions, topics, the
//! next meeting.

use chrono::NaiveDate;

use crate::lang::{Phrase, say};
use crate::meeting::{Approved, Item, On, Scheduled, What};
use crate::records::page::lists::{self, bullet, one_list};
use crate::records::page::markdown;
use crate::records::page::minutes::MinutesPage;
use crate::records::page::minutes::attendance::minutes_between;
use crate::records::query::actions::{ActionInMeeting, End, in_meeting};

impl MinutesPage<'_> {
    /// Earlier minutes that were approved, and objections to others.
    pub(crate) fn earlier(&self) -> Vec<String> {
        self.list(|what| match what {
            What::Approved(Approved { meeting: Some(meeting), .. }) => {
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

    /// The actions that were taken on, ended or changed, as they stand after the meeting.
    pub(crate) fn actions(&self) -> Vec<String> {
        let line = |it: &ActionInMeeting| {
            let ActionInMeeting { action: it, end } = it;
            let action = || self.say(&lists::action(it));
            self.line(&match (end, &it.taken_on_by) {
                (Some(End::Done), _) => say!("minutes-action-done", action = action()),
                (Some(End::Released), _) => say!("minutes-action-released", action = action()),
                (None, _) if it.meeting.is_none() => lists::action(it),
                (None, Some(from)) => {
                    say!("minutes-action-given", from = markdown::line(from), action = action())
                }
                (None, None) => say!("minutes-action-moved", action = action()),
            })
        };
        one_list(in_meeting(self.facts.iter().map(|it| &it.what)).iter().map(line).collect())
    }

    pub(crate) fn topics(&self) -> Vec<String> {
        self.list(|what| match what {
            What::Topic { title } => Some(bullet(0, &markdown::line(title))),
            _ => None,
        })
    }

    /// When the circle meets next, if the meeting talked about it.
    pub(crate) fn next_meeting(&self) -> Vec<String> {
        let Some(Scheduled { date, time, who }) = &self.meeting.state().scheduled else {
            return Vec::new();
        };
        let phrase = match (date, time, who) {
            (Some(date), None, _) => say!("minutes-meets", date = *date),
            (Some(date), Some(time), _) => {
                let time = markdown::line(time);
                match self.meeting.circle().plan.zone.as_deref().map(markdown::line) {
                    Some(zone) => {
                        say!("minutes-meets-zone", date = *date, time = time, zone = zone)
                    }
                    None => say!("minutes-meets-at", date = *date, time = time),
                }
            }
            (None, _, Some(who)) => say!("minutes-finds-date", who = markdown::line(who)),
            (None, _, None) => say!("minutes-meets-open"),
        };
        vec![self.say(&phrase)]
    }

    /// The time that an item took, and the time planned for it.
    pub(crate) fn took(&self, item: &Item) -> String {
        let minutes = minutes_between(item.began, item.ended);
        self.say(&match item.planned() {
            _ if minutes == 0 => return String::new(),
            Some(planned) => say!("minutes-took-of", minutes = minutes, planned = planned),
            None => say!("minutes-took", minutes = minutes),
        })
    }
}

/// Returns the name of the minutes of a meeting; `stem` is the stem of its journal.
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
