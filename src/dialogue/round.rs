//! Rounds of speech, said and heard: check-in, questions, reactions, a question to everyone.

use crate::dialogue::Talk;
use crate::dialogue::ask::{Ask, Block};
use crate::dialogue::line::Answer;
use crate::error::{Error, Result};
use crate::lang::{Phrase, say};
use crate::meeting::{Phase, Round, What};

impl Talk<'_> {
    pub(crate) fn ask_turn(&self, round: &Round) -> Ask {
        if matches!(round.stage, Phase::Nominate | Phase::Change) {
            return self.ask_nomination(round);
        }
        let who = round.waiting.first().cloned().unwrap_or_default();
        let (heading, sentence) = match (round.stage, &round.question) {
            (Phase::CheckIn, _) => (say!("ask-check-in"), say!("say-check-in", who = &who)),
            (Phase::Clarify, _) => (say!("ask-clarify"), say!("say-clarify", who = &who)),
            (Phase::React, _) => (say!("ask-react"), say!("say-react", who = &who)),
            (Phase::CheckOut, _) => (say!("ask-check-out"), say!("say-check-out", who = &who)),
            (_, question) => {
                let question = question.as_deref().unwrap_or_default();
                (
                    say!("ask-explore", question = question),
                    say!("say-explore", question = question, who = &who),
                )
            }
        };
        let heading = Block::Heading { left: self.say(&heading), right: String::new() };
        Ask {
            shown: vec![Block::Blank, heading],
            label: who.clone(),
            sentence: self.say(&sentence),
            who: Some(who),
            speech: true,
            ..Ask::default()
        }
    }

    pub(crate) fn ask_answer(&self, by: Option<&str>) -> Ask {
        let who = by.map_or_else(|| self.say(&say!("somebody")), str::to_owned);
        Ask {
            label: self.say(&say!("label-answer")),
            sentence: self.say(&say!("say-answer", who = who)),
            who: by.map(str::to_owned),
            speech: true,
            ..Ask::default()
        }
    }

    pub(crate) fn hear_answer(
        &self,
        by: Option<&str>,
        speaker: Option<&str>,
        answer: Answer,
    ) -> Result<What> {
        let text = self.line_of(answer)?;
        Ok(What::Answered { who: speaker.or(by).map(str::to_owned), text })
    }

    pub(crate) fn ask_notes(&self) -> Ask {
        let said = self.meeting.standing().len() - self.item().facts.start;
        let begins = said <= 1 || !matches!(self.state().finished, Some(Phase::Explore));
        let mut shown = if begins { self.item_header() } else { Vec::new() };
        shown.push(Block::Hint(self.say(&say!("typed-notes"))));
        Ask {
            shown,
            sentence: self.say(&say!("say-notes", title = &self.item().entry.title)),
            speech: true,
            ..Ask::default()
        }
    }

    pub(crate) fn hear_notes(&self, speaker: Option<&str>, answer: Answer) -> Result<What> {
        match (self.line_of(answer)?, speaker) {
            (None, None) => Ok(What::Concluded { step: Phase::Item }),
            (None, Some(_)) => Err(self.no_answer("@")),
            (Some(text), who) => Ok(What::Noted { who: who.map(str::to_owned), text }),
        }
    }

    /// Says what a round of speech came to, once it is over.
    pub(crate) fn came_to(&self) -> Option<Phrase> {
        let stage = self.state().finished?;
        let said = self.meeting.standing().rev().take_while(|it| {
            !matches!(it.what, What::Presented(_) | What::Began { .. } | What::Reopened { .. })
        });
        match stage {
            Phase::Clarify => {
                let questions =
                    said.filter(|it| matches!(it.what, What::Asked { text: Some(_), .. })).count();
                Some(say!("came-to-questions", count = questions))
            }
            Phase::CheckIn
            | Phase::React
            | Phase::Explore
            | Phase::Nominate
            | Phase::Change
            | Phase::CheckOut => Some(say!("came-to-end")),
            _ => None,
        }
    }
}

/// Reads what comes behind `round`: a question to everyone.
pub(crate) fn raise(question: &str) -> Result<What> {
    if question.is_empty() {
        return Err(Error::new(say!("error-no-question")).hint(say!("hint-no-question")));
    }
    Ok(What::Raised { text: question.to_owned() })
}

/// Reads one turn of a round of speech.
pub(crate) fn hear_turn(round: &Round, speaker: Option<&str>, answer: Answer) -> Result<What> {
    let next = round.waiting.first().map(String::as_str);
    let who = speaker.or(next).unwrap_or_default().to_owned();
    if answer == Answer::Pass {
        return Ok(What::Passed { who });
    }
    let text = answer.speech()?.map(str::to_owned);
    Ok(match round.stage {
        Phase::CheckIn => What::CheckedIn { who, text },
        Phase::Clarify => What::Asked { who, text },
        Phase::React => What::Reacted { who, text },
        Phase::CheckOut => What::CheckedOut { who, text },
        _ => What::Spoke { who, text },
    })
}
