//! A prompt as data, and the line that answers it.

/// One prompt: what is shown, who is asked, what Enter takes. Already in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ask {
    /// What is said before the prompt, from top to bottom.
    pub shown: Vec<Block>,
    /// What stands before the `›`: the name of the one asked, a short label, or nothing.
    pub label: String,
    /// How many columns the label takes, so that answers line up; at least the label's own.
    pub column: usize,
    /// The prompt as one sentence that makes sense when heard alone, for `--plain`.
    pub sentence: String,
    /// Who is asked, where it is one person's turn.
    pub who: Option<String>,
    /// What Enter takes, where it takes a value; shown in brackets.
    pub offer: Option<String>,
    /// Whether the whole line is what was said. Speech never enters the line history.
    pub speech: bool,
    /// Whether what was typed ahead is dropped before this is printed: consent is never typed ahead.
    pub fresh: bool,
    /// The people to tick, where the prompt asks who is present.
    pub choices: Vec<Choice>,
}

impl Ask {
    /// Shows something above what can be typed, the last line that is shown.
    #[must_use]
    pub(crate) fn above_hint(mut self, blocks: Vec<Block>) -> Self {
        let place = self.shown.len().saturating_sub(1);
        self.shown.splice(place..place, blocks);
        self
    }
}

/// Someone who may be ticked as present.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The name.
    pub name: String,
    /// Whether they are ticked to begin with.
    pub ticked: bool,
}

/// Something shown on the screen. The desk lays it out to the width there is.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The line above an item or a meeting: bold, with something at the right edge.
    Header {
        /// The title and what belongs to it.
        left: String,
        /// The clock.
        right: String,
    },
    /// The line above a step: bold, perhaps with something at the right edge.
    Heading {
        /// The step.
        left: String,
        /// What is special about it; may be empty.
        right: String,
    },
    /// The exact text of a proposal, behind a bar; line breaks are kept.
    Quote(String),
    /// A paragraph, indented.
    Text(String),
    /// A short label and what belongs to it: `in force  1 year`, `Ana  a question`.
    Pair {
        /// The label.
        label: String,
        /// What belongs to it.
        text: String,
    },
    /// Rows of cells that line up in columns.
    Table {
        /// The rows, each with the same columns.
        rows: Vec<Vec<String>>,
        /// The columns that are wrapped where there is too little room, the first being 0.
        wraps: &'static [usize],
    },
    /// What can be typed here, or another aside: indented, dim.
    Hint(String),
    /// Something is done: `✓ Quiet hours is decided.`
    Done(String),
    /// A line that was not taken: an error in one line, its hint in another.
    Refusal(String),
    /// An empty line.
    Blank,
}

/// One answer: a line, and the text of several lines that may belong to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Input {
    /// The line as typed, without its line end.
    pub line: String,
    /// The text between `"""` fences: of the `text`, `/amend text` or `/note` alone on the line,
    /// or, where the line is empty, the speech itself.
    pub text: Option<String>,
}
