//! The admin steps, said and heard: how long, earlier minutes, announcements, when we meet next.

use chrono::NaiveDate;

use crate::dialogue::ask::{Ask, Block};
use crate::dialogue::line::{Answer, first_word};
use crate::dialogue::{Talk, names};
use crate::error::{Error, Result};
use crate::lang::{Phrase, say};
use crate::meeting::{Phase, Scheduled, What};
use crate::records;

impl<'a> Talk<'a> {
    pub(crate) fn ask_duration(&self) -> Ask {
        let usual = self.meeting.circle().plan.minutes;
        Ask { offer: usual.map(|it| it.to_string()), ..self.admin(&say!("ask-duration")) }
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

    /// Returns the next earlier meeting whose minutes are to be asked about, by its stem.
    pub(crate) fn earlier_minutes(&self) -> Option<&'a str> {
        let state = self.state();
        let asked =
            |stem: &&String| state.approved.iter().chain(&state.disputed).any(|it| it == *stem);
        self.background.minutes.iter().find(|it| !asked(it)).map(String::as_str)
    }

    /// What the minutes of a meeting are called: `Minutes of 5 September 2026`.
    pub(crate) fn minutes_of(&self, stem: &str) -> String {
        self.say(&records::minutes_of(stem))
    }

    pub(crate) fn ask_announcements(&self) -> Ask {
        let ask = self.admin(&say!("ask-announcements")).above_hint(self.pending_shown());
        Ask { speech: true, ..ask }
    }

    pub(crate) fn hear_announcements(&self, answer: Answer) -> Result<What> {
        match self.line_of(answer)? {
            Some(text) => Ok(What::Announced { text }),
            None => Ok(What::Concluded { step: Phase::Announcements }),
        }
    }

    pub(crate) fn ask_next_meeting(&self) -> Ask {
        let offer = self.meets_next().map(|it| self.words.date(it));
        Ask { offer, ..self.admin(&say!("ask-next-meeting")) }
    }

    pub(crate) fn hear_next_meeting(&self, answer: Answer) -> Result<What> {
        let scheduled = |date, time, who| What::Scheduled(Scheduled { date, time, who });
        if answer == Answer::Enter {
            return Ok(scheduled(self.meets_next(), None, None));
        }
        let (word, rest, _) = answer.words();
        match (word.as_str(), rest) {
            ("-", "") => Ok(scheduled(None, None, None)),
            ("who", name) => {
                Ok(scheduled(None, None, Some(names::find(&self.known(), name)?.to_owned())))
            }
            (date, time) => {
                let date = Some(self.date(date)?);
                let time = Some(time).filter(|it| !it.is_empty());
                let is_time = |it: &str| {
                    it.len() == 5 && chrono::NaiveTime::parse_from_str(it, "%H:%M").is_ok()
                };
                if let Some(time) = time.filter(|it| !is_time(it)) {
                    let err = Error::new(say!("error-time", typed = time));
                    return Err(err.hint(say!("hint-time")));
                }
                Ok(scheduled(date, time.map(str::to_owned), None))
            }
        }
    }

    /// The day of the next meeting, where the circle meets at regular times.
    fn meets_next(&self) -> Option<NaiveDate> {
        Some(self.meeting.circle().plan.every?.after(self.opened().date_naive()))
    }

    /// Reads speech that is given line by line until Enter, without passing.
    pub(crate) fn line_of(&self, answer: Answer) -> Result<Option<String>> {
        if answer == Answer::Pass {
            return Err(self.no_answer("pass"));
        }
        Ok(answer.speech()?.map(str::to_owned))
    }

    fn admin(&self, question: &Phrase) -> Ask {
        let sentence = self.say(question);
        let heading = Block::Heading { left: sentence.clone(), right: String::new() };
        let mut shown = vec![Block::Blank, heading];
        shown.extend(self.step().map(|it| Block::Hint(self.say(&self.typed(&it)))));
        Ask { shown, sentence, ..Ask::default() }
    }
}

/// Reads a number of minutes, from 1 to 9999.
pub(crate) fn minutes(typed: &str) -> Option<u32> {
    let digits = (1..=4).contains(&typed.len()) && typed.bytes().all(|it| it.is_ascii_digit());
    digits.then(|| typed.parse().ok()).flatten().filter(|it| *it > 0)
}

/// Splits the first word off, if it is this one.
pub(crate) fn behind<'l>(line: &'l str, word: &str) -> Option<&'l str> {
    let (first, rest) = first_word(line);
    first.eq_ignore_ascii_case(word).then_some(rest)
}
