//! Asks back at a terminal what a line means, where it may be something else than it was typed as.
//!
//! A question asked back is no step and no fact. Its answer becomes a line that is heard as if it
//! had been typed. Scripts are never asked back.

use crate::circle::EFFECT_WORDS;
use crate::dialogue::ask::{Ask, Block};
use crate::dialogue::line::{Answer, first_word};
use crate::dialogue::{Input, Response, Situation, Talk};
use crate::error::Error;
use crate::lang::{Phrase, Place, prompt_words, say};
use crate::meeting::{ConsentMode, ItemKind, Step};
use crate::text::fold;
use crate::toml_file::Word;

/// A question asked back about a line.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedBack {
    /// What is asked.
    pub ask: Ask,
    /// Each answer that the question takes, folded, with the line that is then heard. The empty
    /// one is Enter. Where the line is empty, the answer only drops the question.
    answers: Vec<(String, String)>,
}

impl AskedBack {
    /// Returns the line that an answer stands for, or `None` where the answer drops the question.
    pub fn line(&self, said: &Input) -> Option<Input> {
        let typed = fold(said.line.trim());
        let (_, line) = self.answers.iter().find(|(it, _)| said.text.is_none() && *it == typed)?;
        Some(Input { line: line.clone(), text: None })
    }
}

/// Whole lines that are no title of an item.
const NO_TITLES: &str = "ok yes no done help exit quit next back pass";

impl Talk<'_> {
    /// Returns the question to ask back about a line, if it is not plain what it means. `answer` is
    /// the line as it was typed, `english` the one with the words of scripts; `speaker` is whose it
    /// is, where it is that of somebody else.
    pub(super) fn asks_back(
        &self,
        step: &Step,
        speaker: Option<&str>,
        answer: Answer,
        english: Answer,
    ) -> Option<Response> {
        let (Answer::Plain(typed), Answer::Plain(english_line)) = (answer, english) else {
            return None;
        };
        if !self.words.is_at_terminal() {
            return None;
        }
        match (step, speaker) {
            (Step::Announce { heard: ConsentMode::Call, .. }, Some(who)) => {
                self.asks_for_call(who, english)
            }
            (_, Some(_)) => None,
            (step @ (Step::Draft | Step::Revise | Step::Objections), _)
                if self.item().selection().is_none() =>
            {
                self.asks_for_text(step, typed, english_line)
            }
            (Step::Agenda, _) => self.asks_for_kind(typed, english_line),
            _ => None,
        }
    }

    /// Asks whether a sentence is the text of the proposal: one that begins with no word of the
    /// draft, one that begins with such a word in a capital, or one whose rest cannot be read.
    fn asks_for_text(&self, step: &Step, typed: &str, english: &str) -> Option<Response> {
        let (first, _) = first_word(typed);
        let (word, rest) = first_word(english);
        let word = word.to_lowercase();
        let takes = |words: &str| words.split(' ').any(|it| it == word);
        // A slip in a change to the circle is no sentence: `leave Emil until 2026-12-31`, `aim: Eat.`.
        let is_effect = EFFECT_WORDS.contains(&word.trim_end_matches(':')) || word == "effect";
        if is_effect && !self.is_capital(first) {
            return None;
        }
        let is_word =
            takes("text term lasts expires who measure withdraw postpone refer drop round put")
                || is_effect
                || rest.is_empty() && takes("once")
                || step != &Step::Objections && takes("by about replaces ends");
        if is_word {
            let is_capital = !rest.is_empty() && self.is_capital(first);
            let refused = self.hear_proposal(step, None, Answer::Plain(english)).err();
            let is_sentence = rest.split_whitespace().nth(2).is_some();
            return match refused {
                _ if is_capital => Some(self.offers_text(typed, None, Some((&word, rest)))),
                Some(err) if is_sentence => Some(self.offers_text(typed, Some(&err), None)),
                _ => None,
            };
        }
        let ends = |it: &str| it.ends_with(['.', '!', '?', '。', '！', '？']);
        let is_sentence = typed.contains(char::is_whitespace) || ends(typed);
        // An objection or a concern is that of a person: `@NAME o REASON`.
        let is_answer = takes("o c object concern");
        (is_sentence && !is_answer).then(|| self.offers_text(typed, None, None))
    }

    /// Returns whether a word begins with a capital, as a sentence does, that the word of prompts does
    /// not have.
    fn is_capital(&self, first: &str) -> bool {
        let all = prompt_words(self.words);
        let mut own = all.iter().filter(|it| it.place != Place::Mark).flat_map(|it| &it.own);
        first.starts_with(char::is_uppercase)
            && first.contains(char::is_lowercase)
            && !own.any(|it| it.split_whitespace().next() == Some(first))
    }

    /// Asks whether a line is the text. `change` is the word with which the line begins and its
    /// rest, where the line can also be read as that.
    fn offers_text(
        &self,
        line: &str,
        refused: Option<&Error>,
        change: Option<(&str, &str)>,
    ) -> Response {
        let mut answers = self.yes(&format!("text {line}"));
        answers.extend(self.no(""));
        let question = match change {
            Some((word, rest)) => {
                let own = self.own_word(word);
                let changed = format!("{word} {rest}");
                answers.extend([word, &own].map(|it| (fold(it), changed.clone())));
                say!("back-text-or", word = own)
            }
            None => say!("back-text"),
        };
        let refused = refused.map(|err| Block::Refusal(err.say(self.words)));
        let mut shown: Vec<Block> = refused.into_iter().collect();
        shown.push(Block::Quote(line.to_owned()));
        self.ask_back(shown, &question, answers)
    }

    /// Returns the answers that mean yes, Enter among them, each with the line that is then heard.
    pub(super) fn yes(&self, line: &str) -> Vec<(String, String)> {
        let words = self.own_words("yes", &say!("back-yes"));
        let words = [vec![String::new()], words].concat();
        words.iter().map(|it| (fold(it), line.to_owned())).collect()
    }

    /// Returns the answers that mean no, each with the line that is then heard: an empty one only
    /// drops the question.
    pub(super) fn no(&self, line: &str) -> Vec<(String, String)> {
        let words = self.own_words("no", &say!("back-no"));
        words.iter().map(|it| (fold(it), line.to_owned())).collect()
    }

    /// Asks a question back, below the blocks that it is about.
    pub(super) fn ask_back(
        &self,
        mut shown: Vec<Block>,
        question: &Phrase,
        answers: Vec<(String, String)>,
    ) -> Response {
        shown.push(self.text(question));
        let situation = self.step().map(|it| self.situation(&it)).unwrap_or_default();
        let situation = Situation { step: "asked-back", ..situation };
        let sentence = self.say(question);
        let ask = Ask { shown, sentence, fresh: true, situation, ..Ask::default() };
        Response::AskBack(Box::new(AskedBack { ask, answers }))
    }

    /// Asks for the kind of an item whose title alone was typed.
    fn asks_for_kind(&self, typed: &str, english: &str) -> Option<Response> {
        let (word, rest) = first_word(english);
        let word = word.to_lowercase();
        let is_word = || {
            let all = prompt_words(self.words);
            NO_TITLES.split(' ').any(|it| it == word) || all.iter().any(|it| it.english == word)
        };
        let begins_otherwise = typed.starts_with(|it: char| it.is_ascii_digit() || it == '-')
            || word.parse::<ItemKind>().is_ok()
            || matches!(word.as_str(), "remove" | "move")
            || (rest.is_empty() && is_word());
        if begins_otherwise {
            return None;
        }
        let kinds = [ItemKind::Decide, ItemKind::Select, ItemKind::Explore, ItemKind::Report];
        let mut answers = self.no("");
        for kind in kinds {
            let line = format!("{} {typed}", kind.word());
            let own = self.own_word(kind.word());
            answers.extend([kind.word(), &own].map(|it| (fold(it), line.clone())));
        }
        let question = say!("back-kind", title = typed);
        Some(self.ask_back(Vec::new(), &question, answers))
    }
}
