//! Whom somebody names, and why: nomination round, change round, the reasons under each name.

use crate::circle::{Term, check_name};
use crate::dialogue::ask::{Ask, Block};
use crate::dialogue::line::Answer;
use crate::dialogue::{Talk, names};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{Nomination, Phase, Round, What};
use crate::text::same;

/// `NAME[, NAME] [for TERM]: REASON`, as it was typed.
pub(crate) struct Named {
    pub nominees: Vec<String>,
    pub outside: Vec<String>,
    pub term: Option<Term>,
    pub reason: String,
}

impl Talk<'_> {
    pub(crate) fn ask_nomination(&self, round: &Round) -> Ask {
        let who = round.waiting.first().cloned().unwrap_or_default();
        let role = self.role_name();
        let changes = round.stage == Phase::Change;
        let (heading, sentence) = if changes {
            (say!("ask-change"), say!("say-change", who = &who))
        } else {
            (say!("ask-nominate", role = role), say!("say-nominate", who = &who, role = role))
        };
        let mut shown =
            vec![Block::Blank, Block::Heading { left: self.say(&heading), right: String::new() }];
        if changes {
            shown.extend(self.reasons_shown());
            shown.extend(self.hand_over());
        }
        let hint = if changes { say!("typed-change") } else { say!("typed-nominate") };
        shown.push(Block::Hint(self.say(&hint)));
        let (label, sentence, who) = (who.clone(), self.say(&sentence), Some(who));
        Ask { shown, label, sentence, who, ..Ask::default() }
    }

    pub(crate) fn hear_nomination(
        &self,
        round: &Round,
        speaker: Option<&str>,
        answer: Answer,
    ) -> Result<What> {
        let next = round.waiting.first().map(String::as_str);
        let who = speaker.or(next).unwrap_or_default().to_owned();
        let changes = round.stage == Phase::Change;
        let line = match answer {
            Answer::Enter if changes => return Ok(What::Kept { who }),
            Answer::Plain(line) | Answer::Content(line) => line,
            _ => return Err(self.no_answer(&answer.words().0)),
        };
        let Named { nominees, outside, term, reason } = self.named(line)?;
        let nomination = Nomination { who, nominees, outside, term, reason };
        Ok(if changes { What::Changed(nomination) } else { What::Nominated(nomination) })
    }

    /// Reads `NAME[, NAME] [for TERM]: REASON`.
    pub(crate) fn named(&self, line: &str) -> Result<Named> {
        let no_reason = || Error::new(say!("error-nomination")).hint(say!("hint-nomination"));
        let (head, reason) = line.split_once(':').ok_or_else(no_reason)?;
        let reason = reason.trim();
        if reason.is_empty() || head.trim().is_empty() {
            return Err(no_reason());
        }
        let (list, term) = self.term_behind(head)?;
        let (mut nominees, mut outside): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for name in list.split(',') {
            let (name, from_outside) = self.nominee(name)?;
            if from_outside && !outside.contains(&name) {
                outside.push(name.clone());
            }
            if !nominees.contains(&name) {
                nominees.push(name);
            }
        }
        Ok(Named { nominees, outside, term, reason: reason.to_owned() })
    }

    /// Splits ` for 3 months` off the names.
    fn term_behind<'l>(&self, head: &'l str) -> Result<(&'l str, Option<Term>)> {
        let Some((names, term)) = head.rsplit_once(" for ") else { return Ok((head, None)) };
        let members = self.members();
        let last = head.rsplit(',').next().unwrap_or_default();
        if names::whole(&members, last.trim()).is_some() || from_outside(last).is_some() {
            return Ok((head, None));
        }
        Ok((names, Some(term.trim().parse()?)))
    }

    /// Reads one name: a member, present or not, or `NAME (outside)`. Somebody who was named from
    /// outside before may be named by the name alone.
    fn nominee(&self, typed: &str) -> Result<(String, bool)> {
        let members = self.members();
        let marked = from_outside(typed);
        let name = marked.unwrap_or(typed.trim());
        let mut named = self.selection().nominations.iter().flat_map(|it| &it.outside);
        if let Some(known) = named.find(|it| same(it, name)) {
            return Ok((known.clone(), true));
        }
        if marked.is_none() {
            let found = names::find(&members, name).map_err(|err| match err.hint {
                Some(ref hint) if hint.key == "hint-names" => {
                    Error { hint: Some(say!("hint-outside", who = name)), ..err }
                }
                _ => err,
            })?;
            return Ok((found.to_owned(), false));
        }
        check_name(name)?;
        if let Some(member) = members.iter().find(|it| same(it, name)) {
            return Err(Error::new(say!("error-member-guest", who = *member)));
        }
        let guest = self.state().guests.iter().find(|it| same(it, name));
        Ok((guest.map_or(name, String::as_str).to_owned(), true))
    }

    pub(crate) fn one_name() -> Error {
        Error::new(say!("error-one-name")).hint(say!("hint-one-name"))
    }

    /// The reasons under each name, in the order in which they were named. Never a number.
    pub(crate) fn reasons_shown(&self) -> Vec<Block> {
        let nominations = &self.selection().nominations;
        let mut names: Vec<&String> = Vec::new();
        for name in nominations.iter().flat_map(|it| &it.nominees) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let reasons = |name: &String| {
            let naming = nominations.iter().filter(|it| it.nominees.contains(name));
            let reason = |it: &Nomination| match it.term {
                Some(term) => {
                    let reason = &it.reason;
                    self.say(&say!("reason-term", who = &it.who, reason = reason, term = term))
                }
                None => self.say(&say!("reason", who = &it.who, reason = &it.reason)),
            };
            naming.map(reason).collect::<Vec<_>>().join("\n")
        };
        let label = |name: &String| {
            let outside = nominations.iter().any(|it| it.outside.contains(name));
            if outside { format!("{name} (outside)") } else { name.clone() }
        };
        names.into_iter().map(|it| Block::Pair { label: label(it), text: reasons(it) }).collect()
    }

    fn members(&self) -> Vec<&str> {
        self.meeting.circle().members.iter().map(|it| it.name.as_str()).collect()
    }
}

/// Returns the name before `(outside)`, if that stands there.
fn from_outside(name: &str) -> Option<&str> {
    let name = name.trim();
    let end = name.len().checked_sub("(outside)".len())?;
    let marked = name.is_char_boundary(end) && name[end..].eq_ignore_ascii_case("(outside)");
    marked.then(|| name[..end].trim())
}
