//! Shows what the room sees of a meeting: redrawn on the whole screen, or as lines one after another.

use std::thread;
use std::time::Duration;

use crate::dialogue::Block;
use crate::error::Result;
use crate::lang::{Words, say};
use crate::records::page::follow::{CameAbout, FollowView, Labelled, Piece, as_marked};
use crate::terminal::page::{Look, Page};
use crate::terminal::system::{self, KeyMode, Modes};
use crate::terminal::{output, screen, signals};

/// The part of the screen that the exact text keeps where not everything has room: a third.
const TEXT: usize = 3;

/// The keys that move the view up and down, each with a number of lines.
const KEYS: [(&[u8], isize); 9] = [
    (b"\x1b[A", -1),
    (b"\x1bOA", -1),
    (b"k", -1),
    (b"\x1b[B", 1),
    (b"\x1bOB", 1),
    (b"j", 1),
    (b"\x1b[5~", -10),
    (b"\x1b[6~", 10),
    (b" ", 10),
];

/// Ctrl-D as the terminal sends it.
const CTRL_D: u8 = 4;

/// The view on the whole screen of a terminal, from which it is gone at the end.
pub(crate) struct FollowScreen {
    look: Look,
    /// The columns and rows when it was drawn last.
    size: (u16, u16),
    /// By how many lines the view is moved up.
    above: usize,
    /// The question and the text when it was drawn last.
    drawn: (String, Vec<Piece>),
}

/// What happened while the screen waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Happened {
    Nothing,
    /// The screen has to be drawn again: it has another size, or other lines of the text are to be seen.
    Redraw,
    /// Somebody typed `q`, or the terminal is gone.
    Left,
}

impl FollowScreen {
    /// Takes the whole screen, with keys that are read one by one and not shown.
    pub(crate) fn begin(look: Look, words: &Words) -> Result<Self> {
        signals::watch(words);
        signals::on_whole_screen();
        // The modes that were found are put back at the end.
        let _ = Modes::by_key(KeyMode::Followed);
        output::print("\u{1b}[?1049h\u{1b}[?25l\u{1b}[2J")?;
        Ok(Self { look, size: size(), above: 0, drawn: <_>::default() })
    }

    /// Draws the view. A text that is too long for the screen is shown in part.
    pub(crate) fn draw(&mut self, view: &FollowView, clock: &str, words: &Words) -> Result<()> {
        self.size = size();
        let drawn = (view.question.clone(), view.text.clone());
        if self.drawn != drawn {
            self.above = 0;
            self.drawn = drawn;
        }
        let (columns, rows) = (usize::from(self.size.0), usize::from(self.size.1));
        let page = Page::new(columns.min(screen::WIDEST), self.look);
        let lines = self.lines(&page, view, rows, clock, words);
        // Each line is written over the one before it, so that nothing flickers.
        let lines: Vec<String> = lines.iter().map(|it| format!("{it}\u{1b}[K")).collect();
        output::print(&format!("\u{1b}[H{}\u{1b}[J", lines.join("\r\n")))
    }

    /// Lays out the view for a number of rows. Where it is too long, first the text is cut, then the
    /// end; from the first line that is moved up, all of it is shown, line by line.
    fn lines(
        &mut self,
        page: &Page,
        view: &FollowView,
        rows: usize,
        clock: &str,
        words: &Words,
    ) -> Vec<String> {
        let foot = split(&page.lines(&[Block::Hint(foot(view, words))]));
        let (above, below) = (page.lines(&above(view, clock)), page.lines(&below(view)));
        let (above, mut below) = (split(&above), split(&below));
        let mut text = match &view.text[..] {
            [] => Vec::new(),
            text => split(&page.loud(&as_marked(text))),
        };
        let room = rows.saturating_sub(foot.len());
        let more = |count: usize| {
            let more = words.say(&say!("follow-lines", count = count));
            split(&page.lines(&[Block::Hint(more)])).into_iter().next().unwrap_or_default()
        };
        let length = above.len() + text.len() + below.len();
        let over = length.saturating_sub(room);
        self.above = self.above.min(over);
        if self.above == 0 && over > 0 {
            let blank: Vec<usize> = (0..below.len()).filter(|it| below[*it].is_empty()).collect();
            for index in blank.into_iter().rev().take(over) {
                below.remove(index);
            }
            let left = room.saturating_sub(above.len() + below.len()).max(room / TEXT);
            if text.len() > left {
                let cut = text.split_off(left.saturating_sub(1));
                text.push(more(cut.len()));
            }
        }
        let mut lines = [above, text, below].concat().split_off(self.above);
        if lines.len() > room {
            let cut = lines.split_off(room.saturating_sub(1));
            lines.push(more(cut.len()));
        }
        lines.resize(room, String::new());
        lines.extend(foot);
        lines
    }

    /// Waits until something happens, at most for a time.
    pub(crate) fn wait(&mut self, within: Duration) -> Happened {
        let is_typed = if screen::is_attended() {
            system::comes(within)
        } else {
            // There is nobody to type anything.
            thread::sleep(within);
            false
        };
        if !is_typed {
            return if self.size == size() { Happened::Nothing } else { Happened::Redraw };
        }
        match &system::keys()[..] {
            [] => Happened::Left,
            keys => self.on_keys(keys),
        }
    }

    /// Does what keys say; several may have come at once.
    fn on_keys(&mut self, mut keys: &[u8]) -> Happened {
        let mut happened = Happened::Nothing;
        while let Some(first) = keys.first() {
            let known = KEYS.iter().find(|(key, _)| keys.starts_with(key));
            match known {
                Some((_, lines)) => {
                    self.above = self.above.saturating_add_signed(*lines);
                    happened = Happened::Redraw;
                }
                None if [b'q', b'Q', CTRL_D].contains(first) => return Happened::Left,
                None => {}
            }
            keys = &keys[known.map_or(1, |(key, _)| key.len())..];
        }
        happened
    }
}

impl Drop for FollowScreen {
    fn drop(&mut self) {
        signals::restore();
    }
}

fn split(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

/// Returns the columns and rows of the terminal.
fn size() -> (u16, u16) {
    screen::size().unwrap_or((80, 24))
}

/// The blocks above the exact text.
fn above(view: &FollowView, clock: &str) -> Vec<Block> {
    let header = |left: &str, right: &str| Block::Header { left: left.into(), right: right.into() };
    let mut blocks = vec![header(&view.heading, clock)];
    match (&*view.item, &*view.time) {
        ("", "") => {}
        ("", time) => blocks.push(Block::Text(time.to_owned())),
        (item, time) => blocks.extend([Block::Blank, header(item, time)]),
    }
    if !view.question.is_empty() {
        let changed = Some(&view.changed).filter(|it| !it.is_empty());
        let right = changed.map(|it| format!("[{it}]")).unwrap_or_default();
        blocks.extend([Block::Blank, Block::Heading { left: view.question.clone(), right }]);
    }
    if !view.text.is_empty() {
        blocks.push(Block::Blank);
    }
    blocks
}

/// The blocks below the exact text.
fn below(view: &FollowView) -> Vec<Block> {
    let pair = |it: &Labelled| Block::Pair { label: it.label.clone(), text: it.text.clone() };
    let result = |it: &CameAbout| match it {
        CameAbout::Decided(text) => Block::Done(text.clone()),
        CameAbout::Other(text) => Block::Text(text.clone()),
    };
    let asked = Block::Heading { left: view.asked.clone(), right: String::new() };
    let note = Block::Text(view.note.clone());
    let parts = [
        view.terms.iter().map(|it| Block::Text(as_marked(it))).collect(),
        view.results.iter().map(result).collect(),
        view.list.iter().map(pair).collect(),
        Vec::from_iter((!view.asked.is_empty()).then_some(asked)),
        view.turn.iter().chain(&view.people).map(pair).collect(),
        view.voices.iter().map(|it| Block::Text(it.text.clone())).collect(),
        Vec::from_iter((!view.note.is_empty()).then_some(note)),
    ];
    let parts = parts.into_iter().filter(|it| !it.is_empty());
    parts.flat_map(|it| std::iter::once(Block::Blank).chain(it)).collect()
}

/// The last line: from when the view is, and how to leave it.
fn foot(view: &FollowView, words: &Words) -> String {
    let parts = [view.as_of.clone(), words.say(&say!("follow-keys"))];
    let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    parts.join(" · ")
}

/// The view as lines that are printed one after another: each time those that are new.
#[derive(Default)]
pub(crate) struct FollowLines {
    before: Vec<String>,
}

impl FollowLines {
    /// Returns the lines of the view that were not among those of the view before it.
    pub(crate) fn next(&mut self, page: &Page, view: &FollowView) -> String {
        let mut blocks = above(view, "");
        if !view.text.is_empty() {
            blocks.push(Block::Quote(as_marked(&view.text)));
        }
        blocks.extend(below(view));
        if !view.as_of.is_empty() {
            blocks.push(Block::Hint(view.as_of.clone()));
        }
        // A run of pairs is laid out as one.
        let is_pair = |it: &Block| matches!(it, Block::Pair { .. });
        let runs = blocks.chunk_by(|one, other| is_pair(one) && is_pair(other));
        let now: Vec<String> = runs.map(|it| page.lines(it)).filter(|it| it != "\n").collect();
        let new = now.iter().filter(|it| !self.before.contains(it)).cloned();
        let new: String = new.collect();
        self.before = now;
        if new.is_empty() { new } else { new + "\n" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn screen() -> FollowScreen {
        FollowScreen { look: Look::Marked, size: (40, 20), above: 0, drawn: <_>::default() }
    }

    /// A consent round on a text of this many words.
    fn view(words: usize) -> FollowView {
        let labelled =
            |label: &str, text: &str| Labelled { label: label.into(), text: text.into() };
        FollowView {
            heading: "Garden".into(),
            item: "1 of 1 · Quiet hours".into(),
            question: "Consent round".into(),
            changed: "changed since version 1".into(),
            text: vec![Piece::Kept("word ".repeat(words)), Piece::New("last".into())],
            asked: "Do you object?".into(),
            turn: Some(labelled("now", "Ben")),
            people: vec![labelled("still to speak", "Chen")],
            as_of: "as of 19:22".into(),
            ..FollowView::default()
        }
    }

    fn lines(screen: &mut FollowScreen, view: &FollowView, rows: usize) -> Vec<String> {
        let page = Page::new(40, Look::Marked);
        let lines = screen.lines(&page, view, rows, "19:23", &Words::of(Lang::En));
        assert_eq!(lines.len(), rows);
        lines
    }

    #[test]
    fn a_view_that_fits_is_shown_whole_with_the_time_at_its_end() {
        let lines = lines(&mut screen(), &view(2), 20);
        assert_eq!(lines[0], "Garden                             19:23");
        assert!(lines.contains(&"  ┃ word word [last]".to_owned()), "{lines:?}");
        assert!(lines.contains(&"  now             Ben".to_owned()), "{lines:?}");
        assert_eq!(lines[19], "  as of 19:22 · `q` ends");
    }

    #[test]
    fn a_long_text_leaves_room_for_whose_turn_it_is_and_is_seen_line_by_line() {
        let mut screen = screen();
        let (view, rows) = (view(200), 20);
        let first = lines(&mut screen, &view, rows);
        assert!(first.iter().any(|it| it.starts_with("  … ")), "{first:?}");
        assert!(first.contains(&"  now             Ben".to_owned()), "{first:?}");
        assert_eq!(screen.on_keys(b"\x1b[Bjj\x1b[A"), Happened::Redraw);
        assert_eq!(screen.above, 2);
        assert!(lines(&mut screen, &view, rows)[0].contains("1 of 1"));
        assert_eq!(screen.on_keys("jx ".repeat(9).as_bytes()), Happened::Redraw);
        let last = lines(&mut screen, &view, rows);
        assert!(last.contains(&"  still to speak  Chen".to_owned()), "{last:?}");
        assert!(!last.iter().any(|it| it.starts_with("  … ")), "{last:?}");
    }

    #[test]
    fn every_size_of_a_screen_is_filled_and_not_more() {
        for rows in 1..40 {
            for words in [0, 10, 400] {
                lines(&mut screen(), &view(words), rows);
            }
        }
    }

    #[test]
    fn only_q_and_the_end_of_input_leave() {
        for (keys, expected) in [
            (&b"q"[..], Happened::Left),
            (b"xQ", Happened::Left),
            (b"\x04", Happened::Left),
            (b"x", Happened::Nothing),
            (b"\x1b", Happened::Nothing),
        ] {
            assert_eq!(screen().on_keys(keys), expected, "{keys:?}");
        }
    }
}
