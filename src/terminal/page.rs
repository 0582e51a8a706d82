//! What is said, laid out as lines for a width.
//!
//! Pure: blocks go in, text comes out. Everything printed passes through here and is made
//! harmless. Colour only underlines what the words say.

use crate::dialogue::{Ask, Block, Input};
use crate::lang::{Words, say};
use crate::terminal::table::{GLUE, NARROW, line, table};
use crate::terminal::wrap::{columns, harmless, longest_word, padded, wrapped};

/// How a page looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// Words alone, to be heard: no marks, bars, alignment or colour; nothing is wrapped.
    Plain,
    /// With marks and bars, wrapped, without colour.
    Marked,
    /// Marked, and in colour.
    Coloured,
}

/// A page of some width, in columns, and some look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Page {
    width: usize,
    look: Look,
}

/// The narrowest page that is laid out; on a narrower one the terminal breaks the lines.
const NARROWEST: usize = 20;

/// How much room a prompt leaves for the answer beside what it offers.
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
    /// Makes a page.
    pub(crate) fn new(width: usize, look: Look) -> Self {
        Self { width: width.max(NARROWEST), look }
    }

    /// Makes the page that is heard rather than seen.
    pub(crate) fn plain() -> Self {
        Self::new(80, Look::Plain)
    }

    /// Returns how the page looks.
    pub(crate) fn look(&self) -> Look {
        self.look
    }

    /// Returns how many columns the page has.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// Lays out what is said. Every line ends with a line feed.
    pub(crate) fn lines(&self, blocks: &[Block]) -> String {
        let mut out = String::new();
        let pairs = |one: &Block, other: &Block| {
            matches!((one, other), (Block::Pair { .. }, Block::Pair { .. }))
        };
        for run in blocks.chunk_by(pairs) {
            let column = self.column(run);
            for block in run {
                for line in self.block(block, column) {
                    out += line.trim_end_matches(' ');
                    out.push('\n');
                }
            }
        }
        out
    }

    /// Lays out a prompt; the answer is typed right after it, on its last line.
    pub(crate) fn prompt(&self, ask: &Ask, words: &Words) -> String {
        let offer = ask.offer.as_deref().map(harmless).filter(|it| !it.is_empty());
        if self.look == Look::Plain {
            let sentence = heard(&ask.sentence);
            let offer = offer.map(|it| words.say(&say!("prompt-offer", offer = it)));
            let asked = [Some(sentence), offer].into_iter().flatten().reduce(|one, other| {
                let stop = if ends_a_sentence(&one) { " " } else { ". " };
                format!("{one}{stop}{other}")
            });
            let asked = asked.unwrap_or_default();
            let colon = if ends_a_sentence(&asked) { " " } else { ": " };
            return asked + colon;
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

    /// Lays out what was typed after a prompt, as a transcript shows it; ends with a line feed.
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

    /// Returns the column in which the texts of a row of pairs begin, counted from the label.
    fn column(&self, run: &[Block]) -> usize {
        let labels = run.iter().filter_map(|block| match block {
            Block::Pair { label, .. } => Some(columns(&harmless(label))),
            _ => None,
        });
        labels.filter(|it| *it <= self.longest_label()).max().unwrap_or(0)
    }

    fn longest_label(&self) -> usize {
        self.width * 2 / 5
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
                let mut lines = self.hung("  ", first, Tone::Bad);
                if !rest.is_empty() {
                    lines.extend(self.hung("  ", rest, Tone::Usual));
                }
                lines
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

    /// Wraps a text behind a mark; the lines after the first begin with as many blanks.
    fn marked(&self, mark: &str, text: &str, tone: Tone) -> Vec<String> {
        let blanks = " ".repeat(columns(mark));
        let mut lines = self.hung(&blanks, text, tone);
        if let Some(first) = lines.first_mut() {
            *first = self.paint(mark, tone) + first.strip_prefix(&blanks).unwrap_or_default();
        }
        lines
    }

    /// Wraps a row of a list, as far in as it begins; where the next one begins is seen at the
    /// left.
    fn outdented(&self, row: &str) -> Vec<String> {
        // A dot parts two cells: it ends a line, and begins none.
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

    /// Wraps a text behind something that begins every line.
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

/// Puts a block into words alone. The exact text of a proposal and what people said stay exact.
fn spoken(block: &Block) -> String {
    match block {
        Block::Header { left, right } | Block::Heading { left, right } => {
            let right = heard(right);
            let left = heard(left);
            let comma = match () {
                () if right.is_empty() => "",
                () if ends_a_sentence(&left) => " ",
                () => ", ",
            };
            format!("{left}{comma}{right}")
        }
        Block::Quote(text) => harmless(text),
        Block::Text(text) | Block::Hint(text) | Block::Done(text) | Block::Refusal(text) => {
            heard(text)
        }
        Block::Pair { label, text } => match heard(label) {
            label if label.is_empty() || ends_a_sentence(&label) => {
                format!("{label} {}", harmless(text)).trim_start().to_owned()
            }
            label => format!("{label}: {}", harmless(text)),
        },
        Block::Table { rows, .. } => {
            rows.iter().map(|row| heard(&line(row))).collect::<Vec<_>>().join("\n")
        }
        Block::Blank => String::new(),
    }
}

/// Puts commas where dots part what belongs together, because a dot is read aloud as its name.
fn heard(text: &str) -> String {
    harmless(text).replace(" · ", ", ")
}

fn ends_a_sentence(text: &str) -> bool {
    text.ends_with(['.', '?', '!', ':', '…', '。', '？'])
}

#[cfg(test)]
#[path = "page_tests.rs"]
mod tests;
