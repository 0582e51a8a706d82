//! Asks and reads the closing: items left over, reading back the results, the end.

use crate::dialogue::Talk;
use crate::dialogue::actions::action_line;
use crate::dialogue::ask::{Ask, Block};
use crate::dialogue::line::Answer;
use crate::error::{Error, Result};
use crate::lang::{Phrase, say};
use crate::meeting::{AgendaItem, Approved, Outcome, Phase, Step, What};
use crate::records::Decision;
use crate::records::query::actions::{End, in_meeting};
use crate::records::query::left::still_seen_to;

impl Talk<'_> {
    pub(crate) fn ask_leftover(&self, entry: &AgendaItem) -> Ask {
        let ask = self.prompt(&say!("ask-leftover", title = &entry.title));
        Ask { offer: Some(self.own_word("backlog")), ..ask }
    }

    pub(crate) fn hear_leftover(&self, entry: &AgendaItem, answer: Answer) -> Result<What> {
        let title = entry.title.clone();
        if answer == Answer::Enter {
            return Ok(What::KeptOpen { title });
        }
        let (word, rest, _) = answer.words();
        match word.as_str() {
            "backlog" if rest.is_empty() => Ok(What::KeptOpen { title }),
            "postpone" => {
                let date = Some(self.date(rest)?);
                Ok(What::Postponed { kind: None, title: Some(title), date })
            }
            "refer" => Ok(What::Referred { title: Some(title), circle: other_circle(rest)? }),
            "drop" => Ok(What::AskedToDrop { reason: given(rest), title: Some(title) }),
            _ => Err(self.no_answer(&word)),
        }
    }

    pub(crate) fn ask_read_back(&self) -> Ask {
        let results = self.results();
        self.prompt(&say!("ask-read-back")).above_hint(results.iter().map(|it| self.text(it)))
    }

    pub(crate) fn hear_read_back(&self, answer: Answer) -> Result<What> {
        match answer {
            Answer::Enter => Ok(What::Concluded { step: Phase::ReadBack }),
            _ => Err(self.no_answer(&answer.words().0)),
        }
    }

    /// Lists decisions, elections, actions and topics, in this order.
    pub(super) fn results(&self) -> Vec<Phrase> {
        let whats = || self.meeting.standing().map(|it| &it.what);
        let of = |wanted: fn(&What) -> bool| whats().filter(move |it| wanted(it));
        let decided = of(|it| matches!(it, What::Adopted(_)));
        let elected = of(|it| matches!(it, What::Elected(_)));
        let topics = of(|it| matches!(it, What::Topic { .. }));
        let actions = in_meeting(whats()).into_iter().filter_map(|it| match it.end {
            Some(End::Done) if it.action.meeting.is_some() => None,
            Some(End::Released) => {
                let action = action_line(&it.action);
                Some(say!("minutes-action-released", action = self.say(&action)))
            }
            _ => Some(action_line(&it.action)),
        });
        let answered = of(|it| {
            matches!(it, What::Accepted { role: None, .. } | What::Declined { role: None, .. })
        });
        // Why they do not join is theirs, and not read aloud.
        let answered = answered.map(|it| match it {
            What::Declined { who, .. } => say!("minutes-joins-not", who = who),
            other => self.sentence(other),
        });
        let lines = decided.chain(elected).map(|it| self.sentence(it)).chain(answered);
        let lines = lines.chain(actions);
        let mut lines: Vec<Phrase> = lines.chain(topics.map(|it| self.sentence(it))).collect();
        lines.extend(self.asked_in_writing());
        if lines.is_empty() {
            lines.push(say!("nothing-came-about"));
        }
        lines
    }

    /// Says of each decision that waits for somebody who is asked in writing.
    fn asked_in_writing(&self) -> impl Iterator<Item = Phrase> {
        self.state().items.iter().filter_map(|item| {
            let Some(Outcome::Awaited(index)) = item.outcome else { return None };
            let What::Awaited(it) = &self.meeting.fact(index)?.what else { return None };
            Some(is_asked_about(&item.entry.title, &it.who))
        })
    }

    pub(crate) fn ask_close(&self) -> Ask {
        let standing = self.meeting.standing();
        let is_asked = standing.rev().any(|it| it.what.approves_own_minutes());
        let approved = if self.state().stands_approved {
            Some(say!("is-approved-own"))
        } else {
            is_asked.then(|| say!("approval-void"))
        };
        let mut shown: Vec<Block> = approved.iter().map(|it| self.hint(it)).collect();
        shown.extend(self.left_behind());
        Ask { fresh: true, ..self.prompt(&say!("ask-close")).above_hint(shown) }
    }

    /// Says what those who left the circle still see to.
    fn left_behind(&self) -> Vec<Block> {
        let gone: Vec<&String> = self.meeting.standing().flat_map(|it| it.what.gone()).collect();
        let stands = |it: &&Decision| !gone.contains(&&it.id);
        let decisions = self.background.decisions.iter().filter(stands);
        let actions = self.open_actions();
        let (circle, seen) = (self.meeting.circle(), &self.background.seen);
        let left = still_seen_to(circle, seen, decisions, actions.iter());
        left.iter().map(|it| self.hint(&it.said())).collect()
    }

    /// Says that the minutes of this meeting are approved by a fact, or no longer are after it.
    pub(crate) fn approval_changes(&self, what: &What) -> Option<Block> {
        if what.approves_own_minutes() {
            return Some(self.hint(&say!("is-approved-own")));
        }
        let voids = !matches!(what, What::Closed {} | What::TakenBack {});
        (voids && self.state().stands_approved).then(|| self.hint(&say!("approval-void")))
    }

    /// Reads `/approve`: everyone was asked about the minutes of this meeting.
    pub(crate) fn approval(&self) -> Result<What> {
        if self.meeting.step() != Some(&Step::Close) {
            let err = Error::new(say!("error-approve-at-close"));
            return Err(err.hint(self.waits()));
        }
        let present = self.members_here();
        Ok(What::Approved(Approved { meeting: None, present, digest: None }))
    }

    pub(crate) fn hear_close(&self, answer: Answer) -> Result<What> {
        match answer.words() {
            _ if answer == Answer::Enter => Ok(What::Closed {}),
            (word, "", None) if word == "close" => Ok(What::Closed {}),
            (word, ..) => Err(self.no_answer(&word)),
        }
    }
}

/// Reads the name of another circle.
pub(crate) fn other_circle(name: &str) -> Result<String> {
    given(name).ok_or_else(|| Error::new(say!("error-refer-incomplete")).hint(say!("hint-refer")))
}

/// Says that a decision waits for these, who are asked in writing.
pub(crate) fn is_asked_about(title: &str, who: &[String]) -> Phrase {
    say!("is-asked-about", title = title, count = who.len(), names = who.to_vec())
}

/// Returns the text, unless it is empty.
pub(crate) fn given(rest: &str) -> Option<String> {
    (!rest.is_empty()).then(|| rest.to_owned())
}
