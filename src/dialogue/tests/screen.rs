//! Helpers that return what prompts show, as plain lines.

use super::Room;
use crate::dialogue::{Ask, Block, Response, ScreenState, Talk};
use crate::error::Error;
use crate::lang::{Lang, Words};
use crate::meeting::{Fact, Meeting};

impl Room {
    /// Returns the prompt after these answers, on an empty screen.
    #[track_caller]
    pub(crate) fn asks(&self, answers: &[&str]) -> Ask {
        let meeting = self.meet(answers);
        self.talk(&meeting, |talk| talk.ask(&mut ScreenState::default()))
    }

    /// Returns the lines that the prompt after these answers shows.
    #[track_caller]
    pub(crate) fn shows(&self, answers: &[&str]) -> String {
        lines(&self.asks(answers).shown)
    }

    /// Returns what a line shows that records no fact.
    #[track_caller]
    pub(crate) fn answers(&self, answers: &[&str], line: &str) -> String {
        let meeting = self.meet(answers);
        self.talk(&meeting, |talk| match talk.hear(&super::said(line)).unwrap() {
            Response::Show(blocks) => lines(&blocks),
            other => panic!("{other:?}"),
        })
    }

    /// Returns what is shown after the last of these answers.
    #[track_caller]
    pub(crate) fn echoes(&self, answers: &[&str]) -> String {
        let (last, before) = answers.split_last().unwrap();
        let meeting = self.meet(before);
        self.talk(&meeting, |talk| match talk.hear(&super::said(last)).unwrap() {
            Response::Fact(what) => lines(&talk.echo(&what)),
            other => panic!("{other:?}"),
        })
    }

    /// Returns the hint when the last of these answers is refused.
    #[track_caller]
    pub(crate) fn hint(&self, answers: &[&str]) -> String {
        self.error(answers).hint.map(|it| Words::of(Lang::En).say(&it)).unwrap_or_default()
    }

    /// Returns the error when the last of these answers is refused.
    #[track_caller]
    pub(crate) fn error(&self, answers: &[&str]) -> Error {
        let (last, before) = answers.split_last().unwrap();
        let meeting = self.meet(before);
        let heard = self.talk(&meeting, |talk| talk.hear(&super::said(last)));
        match heard {
            Ok(Response::Fact(what)) => {
                let at = meeting.facts().last().map_or(self.opens, |it| it.at);
                meeting.clone().record(Fact { what, at }).unwrap_err()
            }
            heard => heard.unwrap_err(),
        }
    }

    /// Returns the dialogue of a meeting at the time of its last fact.
    fn talk<T>(&self, meeting: &Meeting, with: impl FnOnce(Talk) -> T) -> T {
        let words = Words::of(Lang::En);
        let now = meeting.facts().last().map_or(self.opens, |it| it.at);
        with(Talk { meeting, background: &self.background, words: &words, now })
    }
}

/// Formats blocks as lines, with blanks between cells and after labels.
pub(crate) fn lines(blocks: &[Block]) -> String {
    let line = |it: &Block| match it {
        Block::Header { left, right } | Block::Heading { left, right } => {
            format!("{left} {right}").trim().to_owned()
        }
        Block::Pair { label, text } => format!("{label} {text}"),
        Block::Table { rows, .. } => {
            rows.iter().map(|it| it.join(" ").trim().to_owned()).collect::<Vec<_>>().join("\n")
        }
        Block::Quote(text)
        | Block::Text(text)
        | Block::Hint(text)
        | Block::Done(text)
        | Block::Refusal(text) => text.clone(),
        Block::Blank => String::new(),
    };
    blocks.iter().map(line).collect::<Vec<_>>().join("\n")
}
