//! Lays out blocks, prompts and answers as lines of a width.
//!
//! Removes control characters from everything that is laid out. Never shows anything by colour
//! alone.

use crate::dialogue::{Ask, Block, Input};
use crate::lang::{Words, say};
use crate::terminal::table::{GLUE, NARROW, line, table};
use crate::terminal::wrap::{columns, harmless, longest_word, padded, wrapped};

/// How a page is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// Only words, for screen readers: no marks, bars, alignment, colour or wrapping.
    Plain,
    /// Wrapped, with marks and bars, without colour.
    Marked,
    /// Wrapped, with marks, bars and colour.
    Coloured,
}

/// The width in columns and the look of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Page {
    width: usize,
    look: Look,
}

/// The least width of a page; on a narrower screen the terminal breaks the lines.
const NARROWEST: usize = 20;

/// How many columns a prompt leaves for the answer on its line.
const ROOM: usize = 12;

#[derive(Clone, Copy)]
enum Tone {
    Usual,
    Bold,
    Dim,
    Good,
    Bad,
}

impl Page {
    pub(crate) fn new(width: usize, look: Look) -> Self {
        Self { width: width.max(NARROWEST), look }
    }

    /// Makes a page for screen readers.
    pub(crate) fn plain() -> Self {
        Self::new(80, Look::Plain)
    }

    pub(crate) fn look(&self) -> Look {
        self.look
    }

    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// Lays out blocks. Every line ends with a line feed.
    pub(crate) fn lines(&self, blocks: &[Block]) -> String {
        let pairs = |one: &Block, other: &Block| {
            matches!((one, other), (Block::Pair { .. }, Block::Pair { .. }))
        };
        let lines = blocks.chunk_by(pairs).flat_map(|run| {
            let column = self.column(run);
            run.iter().flat_map(move |block| self.block(block, column))
        });
        lines.map(|it| it.trim_end_matches(' ').to_owned() + "\n").collect()
    }

    /// Lays out an exact text as [`Block::Quote`] is, to be seen from across a room.
    pub(super) fn loud(&self, text: &str) -> String {
        let lines = self.hung("  ┃ ", text, Tone::Bold).into_iter();
        lines.map(|it| it.trim_end_matches(' ').to_owned() + "\n").collect()
    }

    /// Lays out a prompt; the answer is typed right after it, on its last line.
    pub(crate) fn prompt(&self, ask: &Ask, words: &Words) -> String {
        let offer = ask.offer.as_deref().map(harmless).filter(|it| !it.is_empty());
        if self.look == Look::Plain {
            let sentence = heard(&ask.sentence);
            let offer = offer.map(|it| words.say(&say!("prompt-offer", offer = it)));
            let asked = match offer {
                Some(offer) => ended(&sentence, ". ") + &offer,
                None => sentence,
            };
            return ended(&asked, ": ");
        }
        let label = padded(&harmless(&ask.label), ask.column);
        let label = if label.is_empty() { "  ".to_owned() } else { format!("  {label} ") };
        let Some(offer) = offer else { return label + "› " };
        let beside = format!("{label}[{offer}] › ");
        if columns(&beside) + ROOM <= self.width {
            return beside;
        }
        let above = self.hung("  ", &format!("[{offer}]"), Tone::Usual).join("\n");
        format!("{above}\n{label}› ")
    }

    /// Lays out a prompt and its answer as a transcript shows them; ends with a line feed.
    pub(crate) fn typed(&self, prompt: &str, said: &Input) -> String {
        let parts = [Some(&said.line).filter(|it| !it.is_empty()), said.text.as_ref()];
        let parts: Vec<String> = parts.into_iter().flatten().map(|it| harmless(it)).collect();
        let text = parts.join("\n");
        if self.look == Look::Plain {
            return format!("{prompt}{text}\n");
        }
        let indent = columns(prompt.rsplit('\n').next().unwrap_or_default());
        let lines = wrapped(&text, self.width.saturating_sub(indent).max(ROOM));
        let typed = lines.join(&format!("\n{}", " ".repeat(indent)));
        let lines = format!("{prompt}{typed}");
        lines.split('\n').map(|it| it.trim_end_matches(' ').to_owned() + "\n").collect()
    }

    /// Returns the width of the column of labels in a run of pairs. Longer labels take a line of
    /// their own.
    fn column(&self, run: &[Block]) -> usize {
        let labels = run.iter().filter_map(|block| match block {
            Block::Pair { label, .. } => Some(columns(&harmless(label))),
            _ => None,
        });
        labels.filter(|it| *it <= self.width * 2 / 5).max().unwrap_or(0)
    }

    fn block(&self, block: &Block, column: usize) -> Vec<String> {
        if self.look == Look::Plain {
            return spoken(block).split('\n').map(str::to_owned).collect();
        }
        match block {
            Block::Header { left, right } | Block::Heading { left, right } => {
                self.headed(&harmless(left), &harmless(right))
            }
            Block::Quote(text) => self.hung("  ┃ ", text, Tone::Usual),
            Block::Text(text) => self.hung("  ", text, Tone::Usual),
            Block::Pair { label, text } => self.pair(&harmless(label), text, column),
            Block::Table { rows, wraps } => {
                let laid_out = table(rows, wraps, self.width.saturating_sub(1));
                match laid_out.filter(|_| self.width >= NARROW) {
                    Some(lines) => lines.into_iter().map(|it| format!(" {it}")).collect(),
                    None => rows.iter().flat_map(|it| self.outdented(&line(it))).collect(),
                }
            }
            Block::Hint(text) => self.hung("  ", text, Tone::Dim),
            Block::Done(text) => self.marked("✓ ", text, Tone::Good),
            Block::Refusal(text) => {
                let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
                let hint = Some(rest).filter(|it| !it.is_empty());
                let hint = hint.map(|it| self.hung("  ", it, Tone::Usual));
                let lines = self.hung("  ", first, Tone::Bad).into_iter();
                lines.chain(hint.into_iter().flatten()).collect()
            }
            Block::Blank => vec![String::new()],
        }
    }

    fn headed(&self, left: &str, right: &str) -> Vec<String> {
        let used = columns(left) + columns(right);
        if right.is_empty() || used + 2 > self.width {
            let mut lines = self.hung("", left, Tone::Bold);
            if !right.is_empty() {
                lines.extend(self.hung("  ", right, Tone::Usual));
            }
            return lines;
        }
        let gap = " ".repeat(self.width - used);
        vec![format!("{}{gap}{right}", self.paint(left, Tone::Bold))]
    }

    fn pair(&self, label: &str, text: &str, column: usize) -> Vec<String> {
        // The name of a file is of use only in one piece.
        let word = longest_word(&harmless(text));
        let is_broken = |indent: usize| word + indent > self.width;
        if columns(label) > column || (is_broken(column + 4) && !is_broken(4)) {
            let mut lines = self.hung("  ", label, Tone::Usual);
            lines.extend(self.hung("    ", text, Tone::Usual));
            return lines;
        }
        let mark = format!("  {}  ", padded(label, column));
        self.marked(&mark, text, Tone::Usual)
    }

    /// Wraps a text after a mark, and indents the lines after the first by its width.
    fn marked(&self, mark: &str, text: &str, tone: Tone) -> Vec<String> {
        let blanks = " ".repeat(columns(mark));
        let mut lines = self.hung(&blanks, text, tone);
        if let Some(first) = lines.first_mut() {
            *first = self.paint(mark, tone) + first.strip_prefix(&blanks).unwrap_or_default();
        }
        lines
    }

    /// Wraps a row of a list at its own indentation, and indents the lines after the first more.
    fn outdented(&self, row: &str) -> Vec<String> {
        // A dot between two cells may end a line but never begins one.
        let row = row.replace(" · ", &format!("{GLUE}· "));
        let text = row.trim_start_matches(' ');
        let begin = " ".repeat((2 + row.len() - text.len()).min(self.width / 2));
        let mut lines = self.hung(&begin, text, Tone::Usual);
        if lines.len() > 1 {
            lines = self.hung(&format!("{begin}  "), text, Tone::Usual);
            lines[0].drain(..2);
        }
        lines.into_iter().map(|it| it.replace(GLUE, " ")).collect()
    }

    /// Wraps a text, and begins every line with `begin`.
    fn hung(&self, begin: &str, text: &str, tone: Tone) -> Vec<String> {
        let width = self.width.saturating_sub(columns(begin));
        let lines = wrapped(&harmless(text), width).into_iter();
        lines.map(|line| format!("{begin}{}", self.paint(&line, tone))).collect()
    }

    fn paint(&self, text: &str, tone: Tone) -> String {
        let code = match tone {
            Tone::Bold => "1",
            Tone::Dim => "2",
            Tone::Bad => "31",
            Tone::Good => "32",
            Tone::Usual => "",
        };
        if self.look != Look::Coloured || code.is_empty() || text.is_empty() {
            return text.to_owned();
        }
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }
}

/// Lays out a block for screen readers. Quotes and what people said are not changed.
fn spoken(block: &Block) -> String {
    match block {
        Block::Header { left, right } | Block::Heading { left, right } => {
            let (left, right) = (heard(left), heard(right));
            if right.is_empty() { left } else { ended(&left, ", ") + &right }
        }
        Block::Quote(text) => harmless(text),
        Block::Text(text) | Block::Hint(text) | Block::Done(text) | Block::Refusal(text) => {
            heard(text)
        }
        Block::Pair { label, text } if label.is_empty() => harmless(text).trim_start().to_owned(),
        Block::Pair { label, text } => ended(&heard(label), ": ") + &harmless(text),
        Block::Table { rows, .. } => {
            rows.iter().map(|row| heard(&line(row))).collect::<Vec<_>>().join("\n")
        }
        Block::Blank => String::new(),
    }
}

/// Replaces dots between parts with commas, because screen readers read a dot by its name.
fn heard(text: &str) -> String {
    harmless(text).replace(" · ", ", ")
}

/// Ends a text with `stop`, or with a blank if it ends a sentence already.
fn ended(text: &str, stop: &str) -> String {
    let is_sentence = text.ends_with(['.', '?', '!', ':', '…', '。', '？']);
    format!("{text}{}", if is_sentence { " " } else { stop })
}

#[cfg(test)]
#[path = "page_tests.rs"]
mod tests;
