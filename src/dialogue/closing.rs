//! The closing, said and heard: what becomes of what is left, the last word.

use crate::dialogue::Talk;
use crate::dialogue::ask::{Ask, Block};
use crate::dialogue::line::Answer;
use crate::error::{Error, Result};
use crate::lang::{Phrase, say};
use crate::meeting::{AgendaItem, Phase, What};

impl Talk<'_> {
    pub(crate) fn ask_leftover(&self, entry: &AgendaItem) -> Ask {
        let question = self.say(&say!("ask-leftover", title = &entry.title));
        let shown = vec![
            Block::Blank,
            Block::Heading { left: question.clone(), right: String::new() },
            Block::Hint(self.say(&say!("typed-leftover"))),
        ];
        Ask { shown, sentence: question, offer: Some("backlog".to_owned()), ..Ask::default() }
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

    /// What was decided, taken on and put off, to be read aloud.
    pub(crate) fn ask_read_back(&self) -> Ask {
        let question = self.say(&say!("ask-read-back"));
        let heading = Block::Heading { left: question.clone(), right: String::new() };
        let mut shown = vec![Block::Blank, heading];
        shown.extend(self.came_about());
        shown.push(Block::Hint(self.say(&say!("typed-read-back"))));
        Ask { shown, sentence: question, ..Ask::default() }
    }

    pub(crate) fn hear_read_back(&self, answer: Answer) -> Result<What> {
        match answer {
            Answer::Enter => Ok(What::Concluded { step: Phase::ReadBack }),
            _ => Err(self.no_answer(&answer.words().0)),
        }
    }

    /// A line for each decision, election, action and topic, in this order.
    fn came_about(&self) -> Vec<Block> {
        let line = |what: &What| {
            Some(match what {
                What::Adopted(it) => (0, say!("is-decided", title = &it.title, review = it.review)),
                What::Elected(it) => {
                    (1, say!("is-elected", who = &it.elected, role = &it.role, until = it.until))
                }
                What::Action { who, text, due: Some(due) } => {
                    (2, say!("action-by", who = who, text = text, due = *due))
                }
                What::Action { who, text, due: None } => {
                    (2, say!("action", who = who, text = text))
                }
                What::Topic { title } => (3, say!("is-topic", title = title)),
                _ => return None,
            })
        };
        let mut lines: Vec<(u8, Phrase)> =
            self.meeting.standing().filter_map(|it| line(&it.what)).collect();
        lines.sort_by_key(|(rank, _)| *rank);
        if lines.is_empty() {
            lines.push((0, say!("nothing-came-about")));
        }
        lines.iter().map(|(_, it)| Block::Text(self.say(it))).collect()
    }

    pub(crate) fn ask_close(&self) -> Ask {
        let question = self.say(&say!("ask-close"));
        let heading = Block::Heading { left: question.clone(), right: String::new() };
        let hint = Block::Hint(self.say(&say!("typed-close")));
        Ask { shown: vec![Block::Blank, heading, hint], sentence: question, ..Ask::default() }
    }

    pub(crate) fn hear_close(&self, answer: Answer) -> Result<What> {
        if answer == Answer::Enter {
            return Ok(What::Closed {});
        }
        match answer.words() {
            (word, "", None) if word == "close" => Ok(What::Closed {}),
            (word, ..) => Err(self.no_answer(&word)),
        }
    }
}

/// Reads the name of another circle.
pub(crate) fn other_circle(name: &str) -> Result<String> {
    if name.is_empty() {
        return Err(Error::new(say!("error-refer")).hint(say!("hint-refer")));
    }
    Ok(name.to_owned())
}

/// Returns what was typed, if anything was.
pub(crate) fn given(rest: &str) -> Option<String> {
    (!rest.is_empty()).then(|| rest.to_owned())
}
