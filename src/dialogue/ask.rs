//! A prompt as data, the line that answers it, and what most prompts are built from.

use crate::dialogue::{Arrangement, Situation, Talk};
use crate::lang::Phrase;

/// One prompt: what is shown, who is asked, what Enter takes. Already in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ask {
    /// What is shown before the prompt, from top to bottom.
    pub shown: Vec<Block>,
    /// The text before the `›`: the name of the person asked, a short label, or nothing.
    pub label: String,
    /// The least width of the label in columns, so that answers line up.
    pub column: usize,
    /// The prompt as one sentence that makes sense when heard alone, for `--plain`.
    pub sentence: String,
    /// Who is asked, where it is one person's turn.
    pub who: Option<String>,
    /// What Enter takes, where it takes a value; shown in brackets.
    pub offer: Option<String>,
    /// What Enter alone leaves on the screen as the answer.
    pub enter: Option<String>,
    /// Whether the whole line is recorded as speech. Speech never enters the line history.
    pub speech: bool,
    /// Whether the prompt waits until no key is pressed, and drops what was typed before: consent is
    /// never typed ahead.
    pub fresh: bool,
    /// The people to tick, where the prompt asks who is present.
    pub choices: Vec<Choice>,
    /// The answers to pick from at a terminal, beside typing them.
    pub picks: Vec<Pick>,
    /// A list to pick from and to sort at a terminal, beside typing.
    pub arrangement: Option<Arrangement>,
    /// At which step the prompt stands.
    pub situation: Situation,
}

impl Ask {
    /// Inserts blocks before the last one, which says what can be typed.
    #[must_use]
    pub(super) fn above_hint(mut self, blocks: impl IntoIterator<Item = Block>) -> Self {
        let last = self.shown.len().saturating_sub(1);
        self.shown.splice(last..last, blocks);
        self
    }

    /// Inserts blocks before all others.
    #[must_use]
    pub(super) fn below(mut self, blocks: Vec<Block>) -> Self {
        self.shown.splice(0..0, blocks);
        self
    }
}

impl Talk<'_> {
    /// Builds the prompt of the current step: its question as a heading, and what can be typed.
    pub(super) fn prompt(&self, question: &Phrase) -> Ask {
        let mut shown = vec![Block::Blank, self.heading(question)];
        shown.extend(self.step().map(|it| self.hint(&self.typed(&it))));
        Ask { shown, sentence: self.say(question), ..Ask::default() }
    }

    /// Builds the prompt for one person's turn in a round.
    pub(super) fn turn(&self, shown: Vec<Block>, who: String, sentence: &Phrase) -> Ask {
        let (label, sentence, who) = (who.clone(), self.say(sentence), Some(who));
        Ask { shown, label, sentence, who, ..Ask::default() }
    }

    pub(super) fn heading(&self, phrase: &Phrase) -> Block {
        Block::Heading { left: self.say(phrase), right: String::new() }
    }

    pub(super) fn text(&self, phrase: &Phrase) -> Block {
        Block::Text(self.say(phrase))
    }

    pub(super) fn hint(&self, phrase: &Phrase) -> Block {
        Block::Hint(self.say(phrase))
    }

    pub(super) fn pair(&self, label: &Phrase, text: impl Into<String>) -> Block {
        Block::Pair { label: self.say(label), text: text.into() }
    }
}

/// An answer that may be picked.
#[derive(Clone, Debug, PartialEq)]
pub struct Pick {
    /// What the list shows.
    pub name: String,
    /// The line that it stands for.
    pub line: String,
}

/// A person who may be ticked as present.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The name of the person.
    pub name: String,
    /// Whether the person is ticked at first.
    pub ticked: bool,
}

/// Something shown on the screen, before it is laid out for a width.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The line above an item or a meeting: bold, with something at the right edge.
    Header {
        /// The title and its details.
        left: String,
        /// The clock.
        right: String,
    },
    /// The line above a step: bold, perhaps with something at the right edge.
    Heading {
        /// The name or question of the step.
        left: String,
        /// A remark on the step; may be empty.
        right: String,
    },
    /// The exact text of a proposal, behind a bar; line breaks are kept.
    Quote(String),
    /// A paragraph, indented.
    Text(String),
    /// A short label and its text: `in force  1 year`, `Ana  a question`.
    Pair {
        /// The label, in a column of its own.
        label: String,
        /// The text after the label.
        text: String,
    },
    /// Rows of cells that line up in columns.
    Table {
        /// The cells of each row.
        rows: Vec<Vec<String>>,
        /// The indexes of the columns that may be wrapped.
        wraps: &'static [usize],
    },
    /// What can be typed here, or another aside: indented, dim.
    Hint(String),
    /// A result: `✓ Quiet hours is decided.`
    Done(String),
    /// A refused line: the error in one line, its hint in another.
    Refusal(String),
    /// An empty line.
    Blank,
}

/// One answer: a line, and a text of several lines where one belongs to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Input {
    /// The line as typed, without its line end.
    pub line: String,
    /// The text between `"""` fences: of the `text`, `/amend text` or `/note` alone on the line,
    /// or, where the line is empty, the speech itself.
    pub text: Option<String>,
}
