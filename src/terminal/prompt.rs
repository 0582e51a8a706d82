//! Asks a facilitator at a terminal.
//!
//! Returns each line as typed, never decides what it means. A refused line stays, to be corrected.
#![expect(clippy::disallowed_methods, reason = "reads what is typed")]

mod lists;

use std::collections::VecDeque;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

use rustyline::Editor;
use rustyline::config::{BellStyle, CompletionType, Config, Configurer};
use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;

use crate::dialogue::input::FENCE;
use crate::dialogue::{Answers, Ask, Block, Input, input};
use crate::error::{Error, Result};
use crate::lang::{Phrase, Words, say};
use crate::terminal::list::Left;
use crate::terminal::page::{Look, Page};
use crate::terminal::read_line::{read_line, unreadable};
use crate::terminal::typed::{Behind, CUT, Keys, LineEditor};
use crate::terminal::wrap::columns;
use crate::terminal::{external, history, output, screen, signals, system, typed};

/// The line that stands for Tab alone, which opens a list to pick from.
const TAB: &str = "\t";

/// A source of answers that asks at the terminal.
pub(crate) struct Terminal<'a> {
    words: &'a Words,
    look: Look,
    /// Edits lines in place; `None` for screen readers and dumb terminals, where the cursor is
    /// never moved.
    editor: Option<LineEditor>,
    keys: Keys,
    history: Option<PathBuf>,
    last: String,
    again: Option<Again>,
    /// Whether an answer was given by Enter alone after it could not be written.
    is_repeated: bool,
    /// Whether a line of the answer may have been cut by the terminal.
    is_cut: bool,
    /// What was typed behind the last answer.
    behind: Behind,
    told: Told,
    /// The lines of a list that was sorted, which are answers to the same question.
    queued: VecDeque<String>,
}

/// Which hints were shown, because each is shown once.
#[derive(Default)]
struct Told {
    /// How to empty a refused line.
    clearing: bool,
    /// That a name can be picked from a list.
    picks: bool,
    /// That the agenda can be picked and sorted in a list.
    arrangement: bool,
}

/// An answer that was not recorded, when the same question is asked again.
enum Again {
    /// It was refused: Enter empties it.
    Refused(String),
    /// It could not be written: Enter gives it again.
    Unsaved(String),
}

impl Again {
    fn line(&self) -> &str {
        let (Self::Refused(line) | Self::Unsaved(line)) = self;
        line
    }
}

impl<'a> Terminal<'a> {
    /// Prepares the terminal. `history` is the file with the words and commands typed before.
    pub(crate) fn new(words: &'a Words, page: Page, history: Option<PathBuf>) -> Self {
        let is_capable = page.look() != Look::Plain && screen::is_capable();
        let mut editor = is_capable.then(editor).flatten();
        let keys = Keys::default();
        if let Some(editor) = &mut editor {
            signals::on_screen();
            keys.bind(editor);
            for line in history.iter().flat_map(|it| history::load(it)) {
                let _ = editor.add_history_entry(line);
            }
        }
        Self {
            words,
            look: page.look(),
            editor,
            keys,
            history,
            last: String::new(),
            again: None,
            is_repeated: false,
            is_cut: false,
            behind: Behind::default(),
            told: Told::default(),
            queued: VecDeque::new(),
        }
    }

    fn page(&self) -> Page {
        Page::new(screen::width(), self.look)
    }

    fn say(&self, phrase: &Phrase) -> String {
        self.words.say(phrase)
    }

    fn show_refusal(&mut self, err: &Error) -> Result<()> {
        self.show(&[Block::Refusal(err.say(self.words))])
    }

    /// Reads a line that begins with `begun`, or before which `kept` stands marked; `None` after Ctrl-D.
    fn read(&mut self, prompt: &str, begun: &str, kept: &str) -> Result<Option<String>> {
        if std::mem::take(&mut self.behind.is_end) {
            return Ok(None);
        }
        loop {
            let read = if let Some(editor) = &mut self.editor {
                let indent = columns(prompt.rsplit('\n').next().unwrap_or_default());
                let begun = self.keys.begin(begun, kept, indent);
                match editor.readline_with_initial(prompt, (&begun, "")) {
                    Ok(line) => Ok(Some(self.keys.whole(line))),
                    Err(ReadlineError::Eof) => Ok(None),
                    Err(ReadlineError::Interrupted) if self.keys.take_end() => Ok(None),
                    Err(ReadlineError::Interrupted) if self.keys.take_list() => {
                        Ok(Some(TAB.into()))
                    }
                    Err(err) if system::is_interrupt(&err) => signals::interrupted(),
                    Err(ReadlineError::Io(err)) => Err(err),
                    Err(err) => Err(io::Error::other(err)),
                }
            } else {
                output::print(prompt)?;
                let line = read_line(&mut io::stdin().lock());
                self.is_cut |= matches!(&line, Ok(Some(it)) if it.len() >= CUT);
                if matches!(line, Ok(None)) {
                    output::print("\n")?;
                }
                line
            };
            match read {
                Ok(line) => return Ok(line),
                Err(err) if err.kind() == ErrorKind::InvalidData => {
                    self.one_answer(1)?;
                    self.show_refusal(&unreadable(&err))?;
                }
                Err(err) => return Err(unreadable(&err)),
            }
        }
    }

    /// Takes an answer of some lines only if no more waits behind it, and if it was not cut. Otherwise
    /// says why all of it is refused, and returns `false`.
    fn one_answer(&mut self, lines: usize) -> Result<bool> {
        let is_cut = std::mem::take(&mut self.is_cut);
        self.behind = match &mut self.editor {
            Some(editor) => self.keys.behind_line(editor),
            None if screen::is_attended() => typed::behind_line(),
            None => Behind::default(),
        };
        let Some(err) = typed::refusal(lines, &self.behind, is_cut) else { return Ok(true) };
        self.show_refusal(&err)?;
        Ok(false)
    }

    /// Reads to the closing fence, and returns whether there was one: Ctrl-D abandons the text.
    fn read_fenced(&mut self, text: &mut String) -> Result<bool> {
        let prompt = if self.look == Look::Plain { "" } else { "  … " };
        while let Some(typed) = self.read(prompt, "", "")? {
            *text += &format!("\n{typed}");
            if typed.lines().any(|it| it.trim_end() == FENCE) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Goes back to the prompt of a line that was left empty.
    fn wipe(prompt: &str) -> Result<()> {
        output::print(&format!("\u{1b}[{}A\r\u{1b}[J", prompt.split('\n').count()))
    }

    /// Writes behind the prompt of the line above what Enter alone has answered.
    fn leave(&self, prompt: &str, text: &str) -> Result<()> {
        if self.editor.is_none() || prompt.contains('\n') {
            return Ok(());
        }
        let said = Input { line: text.to_owned(), text: None };
        output::print(&format!("\x1b[A\r{}", self.page().typed(prompt, &said)))
    }

    fn remember(&mut self, line: &str) {
        let Some(editor) = &mut self.editor else { return };
        let _ = editor.add_history_entry(line);
        self.history.iter().for_each(|file| history::add(file, line));
    }
}

impl Answers for Terminal<'_> {
    /// After a refusal, shows only the prompt, with the refused line to correct.
    fn answer(&mut self, ask: &Ask) -> Result<Option<Input>> {
        if let Some(said) = self.queued(ask)? {
            return Ok(Some(said));
        }
        let mut again = self.again.take();
        let mut begun = String::new();
        if again.is_none() {
            if std::mem::take(&mut self.is_repeated) {
                typed::settle();
            }
            let shown = self.shown(ask);
            self.show(&shown)?;
            if self.has_list(ask) {
                match self.tick(ask)? {
                    Left::Ended => return Ok(None),
                    Left::Ticked(names) => return Ok(Some(self.ticked(ask, &names)?)),
                    Left::Typed(line) => begun = line,
                }
            }
        }
        self.is_repeated = false;
        loop {
            if ask.fresh {
                typed::settle();
            }
            let prompt = self.page().prompt(ask, self.words);
            let kept = again.as_ref().map_or("", Again::line);
            self.keys.offer_list(self.has_picks(ask));
            let read = self.read(&prompt, &std::mem::take(&mut begun), kept)?;
            let Some(mut line) = read else { return Ok(None) };
            self.keys.offer_list(false);
            if line == TAB && self.has_picks(ask) {
                let left = match &ask.arrangement {
                    None => self.pick(ask, &prompt)?,
                    Some(list) => self.arrange(list, &prompt)?,
                };
                match left {
                    Left::Ended => return Ok(None),
                    Left::Typed(line) => begun = line,
                    Left::Ticked(_) => {}
                }
                let Some(said) = self.next_queued(ask)? else { continue };
                return Ok(Some(said));
            }
            let is_left = self.keys.standing.take();
            let is_fenced = line.trim() == FENCE;
            let is_whole = !is_fenced || self.read_fenced(&mut line)?;
            let is_one = self.one_answer(line.split('\n').count())?;
            if !is_one {
                continue;
            }
            if !is_whole {
                again = Some(Again::Refused(line));
                continue;
            }
            let is_edited = self.editor.is_some();
            match again.take() {
                // Where lines are not edited in place, Enter alone stands for the line.
                Some(Again::Unsaved(kept))
                    if is_left || line == kept || line.is_empty() && !is_edited =>
                {
                    if is_left {
                        Self::wipe(&prompt)?;
                        let said = Input { line: kept.clone(), text: None };
                        output::print(&self.page().typed(&prompt, &said))?;
                    }
                    self.is_repeated = true;
                    line = kept;
                }
                // Enter clears the line that stands there. A line that was emptied is no answer before
                // Enter is pressed again.
                Some(it) if line.is_empty() && is_edited && !it.line().is_empty() => {
                    Self::wipe(&prompt)?;
                    continue;
                }
                _ => {}
            }
            match input::said(&line, ask, self.words) {
                Ok(said) => {
                    if input::is_remembered(&line, ask, self.words) {
                        self.remember(&said.line);
                    }
                    if let Some(text) = ask.enter.as_ref().filter(|_| line.is_empty()) {
                        self.leave(&prompt, text)?;
                    }
                    self.last = line;
                    return Ok(Some(said));
                }
                Err(err) => {
                    self.show_refusal(&err)?;
                    again = Some(Again::Refused(line));
                }
            }
        }
    }

    fn stands_for(&mut self, line: &Input) {
        self.last.clone_from(&line.line);
    }

    fn edit(&mut self, _: &Ask, current: &str) -> Result<Option<String>> {
        let (begun, prompt) = if self.editor.is_some() {
            self.show(&[Block::Hint(self.say(&say!("edit-keys")))])?;
            (current, if current.contains('\n') { "  ›\n" } else { "  › " }.to_owned())
        } else {
            let how = Block::Hint(self.say(&say!("edit-lines")));
            self.show(&[Block::Quote(current.to_owned()), how])?;
            ("", format!("{}: ", self.say(&say!("edit-prompt"))))
        };
        let Some(mut text) = self.read(&prompt, begun, "")? else { return Ok(None) };
        let is_fenced = text.trim() == FENCE;
        let is_whole = !is_fenced || self.read_fenced(&mut text)?;
        if !self.one_answer(text.split('\n').count())? || !is_whole {
            return Ok(None);
        }
        if is_fenced {
            let lines: Vec<&str> = text.lines().skip(1).collect();
            text = lines.split(|it| it.trim_end() == FENCE).next().unwrap_or(&[]).join("\n");
        }
        let new = text.trim_end();
        if new.trim().is_empty() || new == current {
            return Ok(None);
        }
        self.last = format!("{} {new}", self.last);
        Ok(Some(new.to_owned()))
    }

    fn open_editor(&mut self, _: &Ask, current: &str) -> Result<Option<String>> {
        match external::edited(current) {
            Ok(new) if new.trim().is_empty() || new == current.trim_end() => Ok(None),
            Ok(new) => {
                // If the text is refused, it is the line to correct.
                self.last = format!("text {new}");
                Ok(Some(new))
            }
            Err(err) => self.show_refusal(&err).map(|()| None),
        }
    }

    fn refuse(&mut self, err: Error) -> Result<()> {
        self.again = Some(Again::Refused(self.last.clone()));
        self.queued.clear();
        self.show_refusal(&err)?;
        // How to correct or empty the line is shown once.
        let is_line = self.editor.is_some() && !self.last.is_empty();
        if is_line && !std::mem::replace(&mut self.told.clearing, true) {
            self.show(&[Block::Hint(self.say(&say!("refused-keys")))])?;
        }
        Ok(())
    }

    fn unsaved(&mut self, err: Error) -> Result<()> {
        self.again = Some(Again::Unsaved(self.last.clone()));
        self.queued.clear();
        self.show_refusal(&err)?;
        let hint = match (&self.editor, self.last.is_empty()) {
            (Some(_), _) | (None, true) => say!("unsaved-keys"),
            (None, false) => say!("unsaved-line", line = &self.last),
        };
        self.show(&[Block::Hint(self.say(&hint))])
    }

    fn show(&mut self, blocks: &[Block]) -> Result<()> {
        output::print(&self.page().lines(blocks))
    }
}

/// Makes the line editor, in which Alt-Enter and Ctrl-O begin a new line.
fn editor() -> Option<LineEditor> {
    let mut config = Config::builder().max_history_size(history::KEPT).ok()?;
    config.set_bell_style(BellStyle::None);
    config.set_completion_type(CompletionType::List);
    config.enable_synchronized_output(false);
    let config = config.build();
    let history = MemHistory::with_config(&config);
    Editor::with_history(config, history).ok()
}
