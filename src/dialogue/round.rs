//! Asks and reads rounds of speech: check-in, questions, reactions, a question to everyone.

use crate::dialogue::Talk;
use crate::dialogue::ask::{Ask, Block};
use crate::dialogue::closing::given;
use crate::dialogue::line::Answer;
use crate::error::{Error, Result};
use crate::lang::{Phrase, say};
use crate::meeting::{Phase, Round, What};

impl Talk<'_> {
    pub(crate) fn ask_turn(&self, round: &Round) -> Ask {
        if matches!(round.stage, Phase::Nominate | Phase::Change) {
            return self.ask_nomination(round);
        }
        let who = speaker(round, None);
        let question = round.question.as_deref().unwrap_or_default();
        let (heading, sentence) = match round.stage {
            Phase::CheckIn => (say!("ask-check-in"), say!("say-check-in", who = &who)),
            Phase::Clarify => (say!("ask-clarify"), say!("say-clarify", who = &who)),
            Phase::React => (say!("ask-react"), say!("say-react", who = &who)),
            Phase::CheckOut => (say!("ask-check-out"), say!("say-check-out", who = &who)),
            _ => (
                say!("ask-explore", question = question),
                say!("say-explore", question = question, who = &who),
            ),
        };
        let mut shown = vec![Block::Blank, self.heading(&heading)];
        if matches!(round.stage, Phase::Clarify | Phase::React) {
            shown.extend(self.put_shown(None, &self.wording()));
        }
        shown.extend(self.step().map(|it| self.hint(&self.typed(&it))));
        shown.extend(self.guests_shown());
        Ask { speech: true, ..self.turn(shown, who, &sentence) }
    }

    /// Says how guests speak, who are not asked in turn.
    fn guests_shown(&self) -> Option<Block> {
        let guests = &self.state().guests;
        let lines: Vec<String> = guests.iter().map(|it| format!("`@{it} …`")).collect();
        (!lines.is_empty()).then(|| self.hint(&say!("guests-speak", lines = lines.join(" · "))))
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
        let facts = self.meeting.standing().len() - self.item().facts.start;
        let begins = facts <= 1 || self.state().finished != Some(Phase::Explore);
        let mut shown = if begins { self.item_header() } else { Vec::new() };
        shown.push(self.hint(&say!("typed-notes")));
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
            (Some(text), who) => Ok(What::Noted {
                who: who.map(str::to_owned),
                text,
                seen: None,
                via: None,
                by: None,
            }),
        }
    }

    /// Sums up the round of speech that has just ended.
    pub(crate) fn round_result(&self) -> Option<Phrase> {
        match self.state().finished? {
            Phase::Clarify => {
                let facts = self.meeting.standing().rev().map(|it| &it.what);
                let round = facts.take_while(|what| {
                    !matches!(what, What::Presented(_) | What::Began { .. } | What::Reopened { .. })
                });
                let questions = round.filter(|it| matches!(it, What::Asked { text: Some(_), .. }));
                Some(say!("came-to-questions", count = questions.count()))
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

/// Reads the question to everyone after `round`.
pub(crate) fn raise(question: &str) -> Result<What> {
    let text = given(question)
        .ok_or_else(|| Error::new(say!("error-no-question")).hint(say!("hint-no-question")))?;
    Ok(What::Raised { text })
}

/// Returns who answers in a round: the one named after `@`, else the one who is asked.
pub(crate) fn speaker(round: &Round, named: Option<&str>) -> String {
    let next = round.waiting.first().map(String::as_str);
    named.or(next).unwrap_or_default().to_owned()
}

/// Reads one turn of a round of speech.
pub(crate) fn hear_turn(round: &Round, named: Option<&str>, answer: Answer) -> Result<What> {
    let who = speaker(round, named);
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
