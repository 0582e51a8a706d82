//! Asks and reads the admin steps: the duration, announcements, the next meeting.

use chrono::{NaiveDate, NaiveTime};

use crate::dialogue::ask::Ask;
use crate::dialogue::line::Answer;
use crate::dialogue::{Talk, names};
use crate::error::Result;
use crate::lang::say;
use crate::meeting::{Phase, Scheduled, What};
use crate::records;

impl<'a> Talk<'a> {
    pub(crate) fn ask_duration(&self) -> Ask {
        let usual = self.meeting.circle().plan.minutes;
        Ask { offer: usual.map(|it| it.to_string()), ..self.prompt(&say!("ask-duration")) }
    }

    pub(crate) fn hear_duration(&self, answer: Answer) -> Result<What> {
        if answer == Answer::Enter {
            return Ok(What::Planned { minutes: self.meeting.circle().plan.minutes });
        }
        let (number, unit, _) = answer.words();
        match (minutes(&number), unit) {
            (Some(minutes), "" | "min") => Ok(What::Planned { minutes: Some(minutes) }),
            _ => Err(self.no_answer(&number)),
        }
    }

    /// Returns the next earlier meeting whose minutes are to be approved, by its file stem.
    pub(crate) fn earlier_minutes(&self) -> Option<&'a str> {
        let state = self.state();
        let asked =
            |stem: &&String| state.approved.iter().chain(&state.disputed).any(|it| it == *stem);
        self.background.minutes.iter().find(|it| !asked(it)).map(String::as_str)
    }

    /// Names the minutes of a meeting: `Minutes of 5 September 2026`.
    pub(crate) fn minutes_of(&self, stem: &str) -> String {
        self.say(&records::minutes_of(stem))
    }

    pub(crate) fn ask_announcements(&self) -> Ask {
        let ask = self.prompt(&say!("ask-announcements")).above_hint(self.open_matters());
        Ask { speech: true, ..ask }
    }

    pub(crate) fn hear_announcements(&self, answer: Answer) -> Result<What> {
        match self.line_of(answer)? {
            Some(text) => Ok(What::Announced { text }),
            None => Ok(What::Concluded { step: Phase::Announcements }),
        }
    }

    pub(crate) fn ask_next_meeting(&self) -> Ask {
        let offer = self.meets_next().map(|it| {
            let date = self.words.date_with_weekday(it);
            match self.meets_at() {
                Some(time) => self.say(&say!("minutes-meets-at", date = date, time = time)),
                None => date,
            }
        });
        Ask { offer, ..self.prompt(&say!("ask-next-meeting")) }
    }

    pub(crate) fn hear_next_meeting(&self, answer: Answer) -> Result<What> {
        let scheduled = |date, time, who| What::Scheduled(Scheduled { date, time, who });
        if answer == Answer::Enter {
            let date = self.meets_next();
            let time = date.and(self.meets_at());
            return Ok(scheduled(date, time, None));
        }
        let (word, rest, _) = answer.words();
        match (word.as_str(), rest) {
            ("-", "") => Ok(scheduled(None, None, None)),
            ("who", name) => {
                Ok(scheduled(None, None, Some(names::find(&self.known(), name)?.to_owned())))
            }
            _ => {
                let typed = match answer {
                    Answer::Plain(line) | Answer::Content(line) | Answer::Text(line, _) => line,
                    _ => &word,
                };
                let (date, time) = self.day_and_time(typed)?;
                Ok(scheduled(Some(date), time.map(written), None))
            }
        }
    }

    /// Returns the day of the next meeting, if the circle meets at regular intervals.
    fn meets_next(&self) -> Option<NaiveDate> {
        let plan = &self.meeting.circle().plan;
        let held = self.opened().date_naive();
        let scheduled = self.background.last_scheduled.unwrap_or(held);
        Some(plan.every.as_ref()?.next(plan.from, scheduled, held))
    }

    /// Returns the time of day at which the circle meets, if `every` says it.
    fn meets_at(&self) -> Option<String> {
        self.meeting.circle().plan.every.as_ref()?.time.map(written)
    }

    /// Reads one line of speech where lines are taken until Enter; `pass` is refused.
    pub(crate) fn line_of(&self, answer: Answer) -> Result<Option<String>> {
        if answer == Answer::Pass {
            return Err(self.no_answer("pass"));
        }
        Ok(answer.speech()?.map(str::to_owned))
    }
}

/// Writes a time of day as a fact keeps it: `19:00`.
fn written(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// Reads a number of minutes, from 1 to 9999.
pub(crate) fn minutes(typed: &str) -> Option<u32> {
    let digits = (1..=4).contains(&typed.len()) && typed.bytes().all(|it| it.is_ascii_digit());
    digits.then(|| typed.parse().ok()).flatten().filter(|it| *it > 0)
}
