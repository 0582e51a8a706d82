//! What is on the screen: the prompts of a room as plain lines.

use super::Room;
use crate::dialogue::{Ask, Block, Response, ScreenState, Talk};
use crate::lang::{Lang, Words};
use crate::meeting::{Fact, Meeting};

impl Room {
    /// The prompt that the answers lead to, asked afresh.
    #[track_caller]
    pub(crate) fn asks(&self, answers: &[&str]) -> Ask {
        let meeting = self.sit(answers);
        self.talk(&meeting, |talk| talk.ask(&mut ScreenState::default()))
    }

    /// What that prompt shows, a line for each.
    #[track_caller]
    pub(crate) fn shows(&self, answers: &[&str]) -> String {
        lines(&self.asks(answers).shown)
    }

    /// What a line that records nothing shows.
    #[track_caller]
    pub(crate) fn answers(&self, answers: &[&str], line: &str) -> String {
        let meeting = self.sit(answers);
        self.talk(&meeting, |talk| match talk.hear(&super::said(line)).unwrap() {
            Response::Show(blocks) => lines(&blocks),
            other => panic!("{other:?}"),
        })
    }

    /// What is said once the last of these answers was taken.
    #[track_caller]
    pub(crate) fn echoes(&self, answers: &[&str]) -> String {
        let (last, before) = answers.split_last().unwrap();
        let meeting = self.sit(before);
        self.talk(&meeting, |talk| match talk.hear(&super::said(last)).unwrap() {
            Response::Fact(what) => lines(&talk.echo(&what)),
            other => panic!("{other:?}"),
        })
    }

    /// The hint to the last of these answers, which is refused.
    #[track_caller]
    pub(crate) fn hint(&self, answers: &[&str]) -> String {
        let (last, before) = answers.split_last().unwrap();
        let meeting = self.sit(before);
        let words = Words::of(Lang::En);
        let heard = self.talk(&meeting, |talk| talk.hear(&super::said(last)));
        let err = match heard {
            Ok(Response::Fact(what)) => {
                let at = meeting.facts().last().map_or(self.opens, |it| it.at);
                meeting.clone().record(Fact { what, at }).unwrap_err()
            }
            heard => heard.unwrap_err(),
        };
        err.hint.map(|it| words.say(&it)).unwrap_or_default()
    }

    /// Talks about a meeting at the time of its last fact.
    fn talk<T>(&self, meeting: &Meeting, with: impl FnOnce(Talk) -> T) -> T {
        let words = Words::of(Lang::En);
        let now = meeting.facts().last().map_or(self.opens, |it| it.at);
        with(Talk { meeting, background: &self.background, words: &words, now })
    }
}

/// Blocks as lines, cells and labels with a blank between.
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
