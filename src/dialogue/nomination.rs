//! Asks and reads nominations: the nomination round, the change round, the reasons for each name.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::circle::Term;
use crate::dialogue::Talk;
use crate::dialogue::ask::{Ask, Block};
use crate::dialogue::line::Answer;
use crate::dialogue::names::{self, Names};
use crate::dialogue::opening::non_member;
use crate::dialogue::round::speaker;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{Nomination, Phase, Round, What};

/// The mark after the name of a nominee from outside the circle.
pub(super) const OUTSIDE: &str = "(outside)";

/// The parts of `NAME[, NAME] [for TERM | until DATE]: REASON`.
pub(crate) struct Named {
    pub nominees: Vec<String>,
    pub outside: Vec<String>,
    pub term: Option<Term>,
    pub until: Option<NaiveDate>,
    pub reason: String,
}

impl Talk<'_> {
    pub(crate) fn ask_nomination(&self, round: &Round) -> Ask {
        let who = speaker(round, None);
        let role = self.role_name();
        let (ask, sentence) = if round.stage == Phase::Change {
            let ask = self.prompt(&say!("ask-change"));
            let ask = ask.above_hint(self.reasons_shown()).above_hint(self.hand_over());
            (ask, say!("say-change", who = &who))
        } else {
            let ask = self.prompt(&say!("ask-nominate", role = role));
            (ask, say!("say-nominate", who = &who, role = role))
        };
        self.turn(ask.shown, who, &sentence)
    }

    pub(crate) fn hear_nomination(
        &self,
        round: &Round,
        named: Option<&str>,
        answer: Answer,
    ) -> Result<What> {
        let who = speaker(round, named);
        let changes = round.stage == Phase::Change;
        let line = match answer {
            Answer::Enter if changes => return Ok(What::Kept { who }),
            Answer::Plain(line) | Answer::Content(line) => line,
            _ => return Err(self.no_answer(&answer.words().0)),
        };
        let Named { nominees, outside, term, until, reason } = self.named(line)?;
        let nomination = Nomination { who, nominees, outside, term, until, reason };
        Ok(if changes { What::Changed(nomination) } else { What::Nominated(nomination) })
    }

    /// Reads `NAME[, NAME] [for TERM | until DATE]: REASON`.
    pub(crate) fn named(&self, line: &str) -> Result<Named> {
        let no_reason = || {
            let hint = match names::split(&self.members(), line) {
                Ok((who, said)) if !said.is_empty() => say!("hint-colon", who = who),
                _ => say!("hint-nomination"),
            };
            Error::new(say!("error-nomination-incomplete")).hint(hint)
        };
        let (head, reason) = line.split_once(':').ok_or_else(no_reason)?;
        let reason = reason.trim();
        if reason.is_empty() || head.trim().is_empty() {
            return Err(no_reason());
        }
        let (list, term, until) = self.split_end(head)?;
        let nominations = self.selection().nominations.iter();
        let outsiders: Vec<&str> =
            nominations.flat_map(|it| &it.outside).map(String::as_str).collect();
        let known = Known {
            members: Names::new(self.members()),
            outside: Names::new(outsiders.clone()),
            guests: Names::new(self.state().guests.iter().map(String::as_str).collect()),
        };
        let (mut nominees, mut outside) = (Vec::new(), Vec::new());
        let mut seen = HashSet::new();
        let all = Names::new(self.members().into_iter().chain(outsiders).collect());
        for name in all.split_marked(list, OUTSIDE, self.words) {
            let (name, from_outside) = known.nominee(name)?;
            if !seen.insert(name.clone()) {
                continue;
            }
            if from_outside {
                outside.push(name.clone());
            }
            nominees.push(name);
        }
        Ok(Named { nominees, outside, term, until, reason: reason.to_owned() })
    }

    /// Splits ` for 3 months` or ` until 2027-01-31` off the names.
    fn split_end<'l>(&self, head: &'l str) -> Result<(&'l str, Option<Term>, Option<NaiveDate>)> {
        let [term, until] = [" for ", " until "].map(|it| head.rsplit_once(it));
        let is_term = |it: &(&str, &str)| until.is_none_or(|(before, _)| before.len() < it.0.len());
        let term = term.filter(is_term);
        let Some((names, end)) = term.or(until) else { return Ok((head, None, None)) };
        let members = Names::new(self.members());
        let last = head.rsplit(',').next().unwrap_or_default();
        if members.whole(last.trim()).is_some() || names::before_mark(last, OUTSIDE).is_some() {
            return Ok((head, None, None));
        }
        Ok(match term {
            Some(_) => (names, Some(self.term(end.trim())?), None),
            None => (names, None, Some(self.date(end.trim())?)),
        })
    }

    /// Shows the reasons for each name that was nominated, and who gave them.
    pub(crate) fn reasons_shown(&self) -> Vec<Block> {
        self.reasons(&self.selection().nominations, true)
    }

    /// Shows the reasons for each name, in the order of nomination, and who gave them if they are
    /// `attributed`. Never counts nominations: without names the same reason is there once.
    pub(super) fn reasons(&self, nominations: &[Nomination], attributed: bool) -> Vec<Block> {
        let reason = |it: &Nomination| {
            let Nomination { who, reason, term, until, .. } = it;
            self.say(&match (attributed, term, until) {
                (true, Some(term), _) => {
                    say!("reason-term", who = who, reason = reason, term = *term)
                }
                (true, None, Some(until)) => {
                    say!("reason-until", who = who, reason = reason, until = *until)
                }
                (true, None, None) => say!("reason", who = who, reason = reason),
                (false, Some(term), _) => say!("reason-only-term", reason = reason, term = *term),
                (false, None, Some(until)) => {
                    say!("reason-only-until", reason = reason, until = *until)
                }
                (false, None, None) => return reason.clone(),
            })
        };
        let (mut named, mut places) = (Vec::new(), HashMap::new());
        for nomination in nominations {
            let outside: HashSet<&String> = nomination.outside.iter().collect();
            for name in &nomination.nominees {
                let place = *places.entry(name).or_insert(named.len());
                if place == named.len() {
                    named.push((name, false, Vec::new()));
                }
                named[place].1 |= outside.contains(name);
                let reason = reason(nomination);
                if !named[place].2.contains(&reason) {
                    named[place].2.push(reason);
                }
            }
        }
        let shown = named.into_iter().map(|(name, outside, reasons)| Block::Pair {
            label: if outside { format!("{name} {OUTSIDE}") } else { name.clone() },
            text: reasons.join("\n"),
        });
        shown.collect()
    }
}

/// The names that can be nominated without a mark, or that are written as here.
struct Known<'n> {
    members: Names<'n>,
    /// Those from outside who were nominated before.
    outside: Names<'n>,
    guests: Names<'n>,
}

impl Known<'_> {
    /// Reads one name: a member, present or not, or `NAME (outside)`. The mark may be left out
    /// after the first time. The second value is whether the nominee is from outside.
    fn nominee(&self, typed: &str) -> Result<(String, bool)> {
        let marked = names::before_mark(typed, OUTSIDE);
        let name = marked.unwrap_or(typed.trim());
        if let Some(known) = self.outside.whole(name) {
            return Ok((known.to_owned(), true));
        }
        if marked.is_none() {
            let found = self.members.find(name).map_err(|err| match err.hint {
                Some(ref hint) if hint.key == "hint-names" => {
                    Error { hint: Some(say!("hint-outside", who = name)), ..err }
                }
                _ => err,
            })?;
            return Ok((found.to_owned(), false));
        }
        let name = non_member(&self.members, name)?;
        Ok((self.guests.whole(&name).map(str::to_owned).unwrap_or(name), true))
    }
}
