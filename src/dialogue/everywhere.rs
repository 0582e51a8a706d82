//! Reads the commands that can be typed at any prompt: `/note`, `/arrive`, `/undo` and others.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDateTime, NaiveTime, Timelike};

use crate::dialogue::admin::minutes;
use crate::dialogue::closing::given;
use crate::dialogue::line::first_word;
use crate::dialogue::names::Names;
use crate::dialogue::opening::{GUEST, apart, non_member};
use crate::dialogue::round::raise;
use crate::dialogue::{Response, Talk, asked, names};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{
    Amended, MeetingRole, Moment, Movement, On, Phase, Step, What, first_and_further,
};
use crate::text::when::{self, DayNames, iso_day};
use crate::text::{fold, nearest, same};

/// All commands, to suggest the nearest one after an unknown one.
pub(super) const COMMANDS: &str = "later note action actions done due give release accepted declined approve extend topic arrive leave \
    facilitator secretary amend postpone refer drop skip again undo edit round text who time read pause at help ok";

impl Talk<'_> {
    /// Reads `/word rest`, or `/word` with a text of several lines.
    pub(crate) fn command(&self, word: &str, rest: &str, text: Option<&str>) -> Result<Response> {
        if self.meeting.is_in_writing() && COMMANDS.split(' ').any(|it| it == word) {
            // Only the draft is taken. What belongs to a meeting would get lost.
            if !["edit", "text", "read", "at", "pause", "help"].contains(&word) {
                let err =
                    Error::new(say!("error-command-in-writing", command = format!("/{word}")));
                return Err(err.hint(say!("hint-command-in-writing")));
            }
        }
        let what = match word {
            "note" => What::Noted {
                who: None,
                text: given(text.unwrap_or(rest))
                    .ok_or_else(|| Error::new(say!("error-no-note")).hint(say!("hint-no-note")))?,
                seen: None,
                via: None,
                by: None,
            },
            "amend text" if text.is_some() => return self.amended("text", "", text),
            "amend" => {
                let (word, rest) = first_word(rest);
                return self.amended(word, rest, None);
            }
            _ if text.is_some() => return Err(self.no_command(word)),
            "later" => What::Deferred { who: self.waiting_for()? },
            "action" => self.action(rest)?,
            "done" => self.done(rest)?,
            "due" => self.new_date(rest)?,
            "give" => self.give(rest)?,
            "release" => self.release(rest)?,
            "actions" => return Ok(Response::Show(self.actions_shown())),
            "accepted" => self.accepted(rest)?,
            "declined" => self.declined(rest)?,
            "extend" => What::Extended { minutes: more(rest)? },
            "topic" if !rest.is_empty() => What::Topic { title: rest.to_owned() },
            "arrive" => self.arrival(rest)?,
            "leave" => self.departure(rest)?,
            "approve" if rest.is_empty() => self.approval()?,
            "facilitator" => self.meeting_role(MeetingRole::Facilitator, rest)?,
            "secretary" => self.meeting_role(MeetingRole::Secretary, rest)?,
            "postpone" | "refer" | "drop" => {
                if self.state().on_table().is_none() {
                    return Err(Error::new(say!("error-no-item")).hint(self.waits()));
                }
                self.item_end(word, rest)?
            }
            "skip" => What::Skipped { step: self.skippable()?, reason: given(rest) },
            "again" => What::Reopened {
                step: self
                    .state()
                    .finished
                    .ok_or_else(|| Error::new(say!("error-no-round-finished")))?,
            },
            "round"
                if matches!(
                    self.meeting.step(),
                    Some(Step::Notes | Step::Revise | Step::Objections)
                ) =>
            {
                raise(rest)?
            }
            "undo" => What::TakenBack {},
            "edit" => {
                let takes_text = [Step::Draft, Step::Revise, Step::Objections];
                let here = self.meeting.step().is_some_and(|it| takes_text.contains(it));
                if !here || self.item().selection().is_some() {
                    return Err(self.no_answer("/edit"));
                }
                return Ok(Response::OpenEditor(self.wording().text));
            }
            "text" => return Ok(Response::Show(self.text_shown()?)),
            "who" => return Ok(Response::Show(self.who_shown())),
            "time" => return Ok(Response::Show(self.time_shown())),
            "read" => return Ok(Response::Show(self.decision_shown(rest)?)),
            "pause" => return Ok(Response::Pause),
            "help" => return Ok(Response::Show(self.card())),
            "at" => return Ok(Response::At(self.moment(rest)?)),
            _ => return Err(self.no_command(word)),
        };
        Ok(Response::Fact(what))
    }

    fn no_command(&self, word: &str) -> Error {
        let typed = format!("/{word}");
        if COMMANDS.split(' ').any(|it| it == word) {
            return self.no_answer(&typed);
        }
        let err = Error::new(say!("error-no-command", word = typed));
        let is_end = ["quit", "exit"].contains(&word);
        let near = if is_end { Some("pause") } else { nearest(word, COMMANDS.split(' ')) };
        match near {
            Some(near) => err.hint(say!("hint-nearest", word = format!("/{near}"))),
            None => err.hint(say!("hint-no-command")),
        }
    }

    /// Reads `/amend`: a friendly amendment during questions and reactions, a new version in a
    /// consent round.
    fn amended(&self, word: &str, rest: &str, block: Option<&str>) -> Result<Response> {
        let open = match self.meeting.step() {
            Some(Step::Turn(round)) => matches!(round.stage, Phase::Clarify | Phase::React),
            Some(Step::Answer { .. } | Step::Consent(_) | Step::Announce { .. }) => true,
            _ => false,
        };
        if !open {
            return Err(self.no_answer("/amend"));
        }
        let lower = word.to_lowercase();
        let mut amended = Amended::default();
        match self.change(&lower, rest, block)? {
            Some(Response::Fact(What::Worded { text })) => amended.text = Some(text),
            Some(Response::Fact(What::Termed(it))) => amended.validity = Some(it.validity),
            Some(Response::Fact(What::Assigned { responsible })) => {
                amended.responsible = Some(responsible);
            }
            Some(Response::Fact(What::Measured { measures })) => amended.measures = Some(measures),
            Some(edit) => return Ok(edit),
            None if self.item().selection().is_none() => match self.effects(&lower, rest)? {
                Some(What::Effected { effects, text }) => {
                    (amended.effects, amended.text) = (Some(effects), text);
                }
                _ => return Err(self.no_answer(&format!("/amend {word}"))),
            },
            None => return Err(self.no_answer(&format!("/amend {word}"))),
        }
        Ok(Response::Fact(What::Amended(amended)))
    }

    fn waiting_for(&self) -> Result<String> {
        match self.meeting.step() {
            Some(Step::Accept { who }) => Ok(who.clone()),
            Some(step @ (Step::Turn(_) | Step::Consent(_))) => {
                Ok(asked(step).unwrap_or_default().to_owned())
            }
            _ => Err(self.no_answer("/later")),
        }
    }

    fn arrival(&self, rest: &str) -> Result<What> {
        let members = Names::new(self.members());
        let (mut came, mut guests, mut unnamed) = (Vec::new(), Vec::new(), None);
        for name in members.split_marked(rest, GUEST, self.words) {
            if let Some(count) = self.unnamed(&members, name) {
                unnamed = Some(unnamed.unwrap_or(0_u32).saturating_add(count));
            } else if let Some(name) = names::before_mark(name, GUEST) {
                let here = self.state().guests.iter().find(|it| same(it, name));
                let who = here.map_or_else(|| non_member(&members, name), |it| Ok(it.clone()))?;
                guests.push(who);
            } else {
                let name = if name.is_empty() { rest } else { name };
                let hint = |err: Error| err.hint_if_none(say!("hint-guest", who = name));
                came.push(members.find(name).map_err(hint)?.to_owned());
            }
        }
        if !came.is_empty() && (!guests.is_empty() || unnamed.is_some()) {
            return Err(apart());
        }
        let guest = came.is_empty();
        let mut all = if guest { guests } else { came };
        let mut seen = HashSet::new();
        all.retain(|it| seen.insert(fold(it)));
        let (who, with) = first_and_further(all);
        Ok(What::Arrived(Movement { who, with, guest, unnamed }))
    }

    /// Returns the phase that `/skip` leaves out. Nominations and consent can never be skipped.
    fn skippable(&self) -> Result<Phase> {
        match self.step() {
            Some(Step::Turn(round)) if !matches!(round.stage, Phase::Nominate | Phase::Change) => {
                Ok(round.stage)
            }
            Some(Step::Duration) => Ok(Phase::Duration),
            Some(Step::Call { on: On::Minutes, .. }) => Ok(Phase::Minutes),
            Some(Step::Announcements { .. }) => Ok(Phase::Announcements),
            Some(Step::NextMeeting) => Ok(Phase::NextMeeting),
            Some(Step::Qualifications) => Ok(Phase::Qualifications),
            Some(Step::Revise) => Ok(Phase::Revise),
            Some(Step::ReadBack) => Ok(Phase::ReadBack),
            _ => Err(Error::new(say!("error-step-not-optional")).hint(self.waits())),
        }
    }

    /// Reads a date and time with offset, a date and time, a date, which begins at midnight, or a time
    /// of the same day.
    fn moment(&self, typed: &str) -> Result<Moment> {
        let here = *self.now.offset();
        let local = |it: NaiveDateTime| it.and_local_timezone(here).single();
        let time = |it: &str| {
            let format = if it.len() == 5 { "%H:%M" } else { "%H:%M:%S" };
            NaiveTime::parse_from_str(it, format).ok()
        };
        let whole = |it: &str| {
            let seconds = if it.len() > 17 && it.as_bytes()[16] == b':' { "" } else { ":00" };
            let text = format!("{}{seconds}{}", it.get(..16)?, it.get(16..)?);
            DateTime::parse_from_rfc3339(&text).ok()
        };
        let day_and_time = |it: &str| {
            let (day, clock) = it.split_once(['T', ' '])?;
            local(iso_day(day)?.and_time(time(clock)?))
        };
        let day = |it: &str| local(iso_day(it)?.and_time(NaiveTime::MIN));
        let moment = whole(typed)
            .or_else(|| day_and_time(typed))
            .or_else(|| day(typed))
            .or_else(|| local(self.now.date_naive().and_time(time(typed)?)))
            .or_else(|| {
                let time = when::time(&DayNames::of(self.words), typed)?;
                local(self.now.date_naive().and_time(time))
            })
            .ok_or_else(|| {
                Error::new(say!("error-invalid-moment", typed = typed)).hint(say!("hint-at"))
            })?;
        // A journal has whole seconds, and no leap second.
        let moment = moment.with_nanosecond(0).unwrap_or(moment);
        match self.meeting.facts().last() {
            Some(last) if moment < last.at => {
                Err(Error::new(say!("error-earlier-than-said", time = self.clock(last.at))))
            }
            _ => Ok(moment),
        }
    }
}

/// Reads a number of minutes, with or without `min`.
fn more(typed: &str) -> Result<u32> {
    let number = typed.trim().trim_end_matches("min").trim_end();
    minutes(number).ok_or_else(|| {
        Error::new(say!("error-invalid-minutes", typed = typed)).hint(say!("hint-minutes"))
    })
}
