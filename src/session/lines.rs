//! A meeting as JSON lines, for programs that ask and show in their own way.
//!
//! Each prompt is a line of JSON, and so is each answer. `docs/files.md` lists every key. What an
//! answer means is decided where it is for an answer at a terminal.

use std::io::{self, BufRead, ErrorKind};

use serde::Deserialize;

use crate::dialogue::{Answers, Ask, Block, Input, input};
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::meeting::MeetingId;
use crate::session::line;
use crate::terminal::{read_line_within, unreadable};

/// The greatest length of a line in bytes.
const LIMIT: usize = 16 << 20;

/// A source of answers that is another program.
pub(crate) struct Lines<'a> {
    words: &'a Words,
    from: &'a mut dyn BufRead,
    /// Prints a line, and returns whether somebody may read more.
    to: &'a mut dyn FnMut(&str) -> Result<bool>,
    /// The number of the last question.
    number: u64,
    /// Whether nobody reads the lines any more.
    is_alone: bool,
}

/// A line that answers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    /// The number of the question.
    to: Option<u64>,
    /// The line as a person would type it.
    answer: Option<String>,
    /// The text of several lines that belongs to it.
    text: Option<String>,
}

impl<'a> Lines<'a> {
    /// Reads answers from `from`, and prints with `to`, which returns whether somebody may read more.
    pub(crate) fn new(
        words: &'a Words,
        from: &'a mut dyn BufRead,
        to: &'a mut dyn FnMut(&str) -> Result<bool>,
    ) -> Self {
        Self { words, from, to, number: 0, is_alone: false }
    }

    fn print(&mut self, line: &str) -> Result<()> {
        // Where nobody reads, nobody answers: the meeting is paused at the next question.
        self.is_alone |= !(self.to)(line)?;
        Ok(())
    }

    /// Asks with a line until a line answers that can be read; `None` at the end of the input.
    /// `question` makes the line from its number and whether it is asked again.
    fn ask<T>(
        &mut self,
        is_fresh: bool,
        question: impl Fn(u64, bool) -> String,
        read: impl Fn(Sent) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut is_again = false;
        loop {
            self.number += 1;
            self.print(&question(self.number, is_again))?;
            if self.is_alone {
                return Ok(None);
            }
            let typed = match read_line_within(self.from, LIMIT) {
                Ok(None) => return Ok(None),
                Ok(Some(typed)) => Ok(typed),
                Err(err) => Err(refused(&err)?),
            };
            let answer = typed.and_then(|it| self.parse(&it, is_fresh));
            match answer.and_then(&read) {
                Ok(answer) => return Ok(Some(answer)),
                Err(err) => self.refuse(err)?,
            }
            is_again = true;
        }
    }

    /// Reads a line as the answer to the last question.
    fn parse(&self, typed: &str, is_fresh: bool) -> Result<Sent> {
        // A list of the values would otherwise be read as well.
        if typed.trim_start().starts_with('[') {
            return Err(no_answer("it is a list"));
        }
        let mut read: Sent =
            serde_json::from_str(typed).map_err(|err| no_answer(&err.to_string()))?;
        // Fields of web pages and programs on Windows end lines so.
        for it in [&mut read.answer, &mut read.text].into_iter().flatten() {
            *it = it.replace("\r\n", "\n");
        }
        if read.answer.is_none() && read.text.is_none() {
            return Err(no_answer("missing field `answer`"));
        }
        let number = self.number.to_string();
        match read.to {
            Some(to) if to != self.number => {
                let err = Error::new(say!("error-answer-late", to = to.to_string()));
                Err(err.hint(say!("hint-answer-late", number = number)))
            }
            None if is_fresh => {
                let err = Error::new(say!("error-answer-number"));
                Err(err.hint(say!("hint-answer-number", number = number)))
            }
            _ => Ok(read),
        }
    }
}

impl Answers for Lines<'_> {
    fn answer(&mut self, ask: &Ask) -> Result<Option<Input>> {
        let words = self.words;
        let question = |number, is_again| line::prompt(ask, number, is_again);
        self.ask(ask.fresh, question, |it| match (it.answer, it.text) {
            (Some(typed), None) => input::said(&typed, ask, words),
            (line, text) => Ok(Input { line: line.unwrap_or_default(), text }),
        })
    }

    fn edit(&mut self, ask: &Ask, current: &str) -> Result<Option<String>> {
        let question = |number, _| line::edit(&ask.situation, number, current);
        let new = self.ask(false, question, |it| Ok(it.text.or(it.answer).unwrap_or_default()))?;
        let new = new.unwrap_or_default().trim_end().to_owned();
        Ok(Some(new).filter(|it| !it.trim().is_empty() && it != current))
    }

    fn refuse(&mut self, err: Error) -> Result<()> {
        self.print(&line::error("refused", &err, self.words))
    }

    fn unsaved(&mut self, err: Error) -> Result<()> {
        self.print(&line::error("unsaved", &err, self.words))
    }

    fn show(&mut self, blocks: &[Block]) -> Result<()> {
        self.print(&line::shown(blocks))
    }

    fn rejoin(&mut self, meeting: &MeetingId, blocks: &[Block]) -> Result<()> {
        self.print(&line::resumed(meeting, blocks))
    }
}

/// Refuses a line that is no answer.
fn no_answer(cause: &str) -> Error {
    Error::new(say!("error-answer-line", cause = cause)).hint(say!("hint-answer-line"))
}

/// Returns why a line that cannot be read is refused. What cannot be read at all is an error.
fn refused(err: &io::Error) -> Result<Error> {
    match err.kind() {
        ErrorKind::FileTooLarge => {
            Ok(Error::new(say!("error-answer-large", megabytes = LIMIT >> 20)))
        }
        ErrorKind::InvalidData => Ok(unreadable(err)),
        _ => Err(unreadable(err)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn consent() -> Ask {
        Ask { sentence: "Do you object?".into(), fresh: true, ..Ask::default() }
    }

    /// Asks once with these lines as the input, and returns what is printed and the answer.
    fn asked(typed: &[u8], ask: &Ask) -> (String, Option<Input>) {
        let (words, mut printed, mut from) = (Words::of(Lang::En), String::new(), typed);
        let mut to = |line: &str| {
            printed += line;
            Ok(true)
        };
        let answer = Lines::new(&words, &mut from, &mut to).answer(ask);
        (printed, answer.expect("the input can be read"))
    }

    #[track_caller]
    fn refused(typed: &[u8], ask: &Ask, code: &str) {
        let (printed, answer) = asked(typed, ask);
        assert_eq!(answer, None);
        assert!(
            printed.contains(&format!("{{\"type\":\"refused\",\"code\":\"{code}\"")),
            "{printed}"
        );
        assert_eq!(printed.matches("{\"type\":\"prompt\"").count(), 2, "{printed}");
    }

    #[test]
    fn what_is_no_answer_is_refused_and_the_question_stands() {
        let ask = Ask { fresh: false, ..consent() };
        for typed in [
            "\n",
            "ok\n",
            "{}\n",
            "{\"answer\":1}\n",
            "[1,\"\",null]\n",
            "{\"answer\":\"\",\"x\":1}\n",
            "{\"answer\":\"\"",
        ] {
            refused(typed.as_bytes(), &ask, "answer-line");
        }
        refused(b"{\"answer\":\"Gr\xfcn\"}\n", &ask, "cannot-read-input");
        let large = format!("{{\"answer\":\"{}\"}}\n", "x".repeat(LIMIT));
        refused(large.as_bytes(), &ask, "answer-large");
        let (printed, answer) = asked(b"no\n{\"text\":\"a\\nb\"}\n", &ask);
        assert_eq!(answer, Some(Input { line: String::new(), text: Some("a\nb".into()) }));
        assert_eq!(printed.lines().count(), 3);
    }

    #[test]
    fn consent_is_only_taken_for_the_question_that_waits() {
        refused(b"{\"answer\":\"\"}\n", &consent(), "answer-number");
        refused(b"{\"to\":2,\"answer\":\"\"}\n", &consent(), "answer-late");
        let (_, answer) = asked(b"{\"to\":1,\"answer\":\"\"}\n", &consent());
        assert_eq!(answer, Some(Input::default()));
        // Each time it is asked it has another number.
        let (_, answer) =
            asked(b"{\"to\":2,\"answer\":\"\"}\n{\"to\":1,\"answer\":\"\"}\n", &consent());
        assert_eq!(answer, None);
    }
}
