//! Asks and reads the closing: items left over, reading back the results, the end.

use crate::dialogue::Talk;
use crate::dialogue::ask::{Ask, Block};
use crate::dialogue::line::Answer;
use crate::error::{Error, Result};
use crate::lang::{Phrase, say};
use crate::meeting::{AgendaItem, Phase, What};

impl Talk<'_> {
    pub(crate) fn ask_leftover(&self, entry: &AgendaItem) -> Ask {
        let ask = self.prompt(&say!("ask-leftover", title = &entry.title));
        Ask { offer: Some("backlog".to_owned()), ..ask }
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
        self.prompt(&say!("ask-read-back")).above_hint(self.results())
    }

    pub(crate) fn hear_read_back(&self, answer: Answer) -> Result<What> {
        match answer {
            Answer::Enter => Ok(What::Concluded { step: Phase::ReadBack }),
            _ => Err(self.no_answer(&answer.words().0)),
        }
    }

    /// Lists decisions, elections, actions and topics, in this order.
    fn results(&self) -> Vec<Block> {
        let line = |what: &What| {
            Some(match what {
                What::Adopted(_) => (0, self.sentence(what)),
                What::Elected(_) => (1, self.sentence(what)),
                What::Action { text, due: Some(due), .. } => {
                    (2, say!("action-by", who = what.people(), text = text, due = *due))
                }
                What::Action { text, due: None, .. } => {
                    (2, say!("action", who = what.people(), text = text))
                }
                What::Topic { .. } => (3, self.sentence(what)),
                _ => return None,
            })
        };
        let mut lines: Vec<(u8, Phrase)> =
            self.meeting.standing().filter_map(|it| line(&it.what)).collect();
        lines.sort_by_key(|(rank, _)| *rank);
        if lines.is_empty() {
            lines.push((0, say!("nothing-came-about")));
        }
        lines.iter().map(|(_, it)| self.text(it)).collect()
    }

    pub(crate) fn ask_close(&self) -> Ask {
        Ask { fresh: true, ..self.prompt(&say!("ask-close")) }
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
    given(name).ok_or_else(|| Error::new(say!("error-refer")).hint(say!("hint-refer")))
}

/// Returns the text, unless it is empty.
pub(crate) fn given(rest: &str) -> Option<String> {
    (!rest.is_empty()).then(|| rest.to_owned())
}
