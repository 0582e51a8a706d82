//! `rounds replay --step`: shows a meeting fact by fact, with the steps before and after each.

use std::path::Path;
use std::process::ExitCode;

use crate::cli::replay::sources::Source;
use crate::cli::{CommandResult, FOUND, Invocation};
use crate::dialogue::{Answers, Ask, Block, Talk};
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::meeting::{Fact, Meeting};
use crate::records::Background;
use crate::records::format::journal::Journal;
use crate::store::{file, journal};
use crate::terminal::{Terminal, screen, signals};

/// Shows the journals fact by fact, waiting for Enter after each if there is a terminal.
pub(super) fn run(here: &Invocation, sources: &[Source]) -> CommandResult {
    let words = here.words();
    let mut reader = StepReader { here, words: &words, terminal: None, found: false };
    if screen::is_attended() && screen::is_shown() {
        signals::watch(&words);
        reader.terminal = Some(Terminal::new(&words, here.page, None));
    }
    for err in sources.iter().flat_map(|it| &it.unread) {
        reader.find(err)?;
    }
    for path in sources.iter().flat_map(|it| &it.journals) {
        if !reader.journal(path)? {
            break;
        }
    }
    let found = reader.found;
    drop(reader);
    signals::restore();
    Ok(ExitCode::from(if found { FOUND } else { 0 }))
}

/// Shows facts at the terminal, or on standard output.
struct StepReader<'a> {
    here: &'a Invocation,
    words: &'a Words,
    /// The terminal; none if everything is printed at once.
    terminal: Option<Terminal<'a>>,
    /// Whether a journal had an error.
    found: bool,
}

impl StepReader<'_> {
    /// Shows a journal. Returns whether to go on with the next one.
    fn journal(&mut self, path: &Path) -> Result<bool> {
        let name = file::named(path);
        let kept = match journal::read(path) {
            Ok(kept) => kept,
            Err(err) => return self.find(&err).map(|()| true),
        };
        if let Some(older) = kept.older() {
            let said = older.in_file(name).say_as(&say!("label-note"), self.words);
            return self.show(&[Block::Text(said)]).map(|()| true);
        }
        let Journal { format, head, facts, lines, torn, .. } = kept;
        let opened = facts.first().map(|it| it.at.date_naive()).unwrap_or_default();
        let title = say!("title-and-date", title = &head.name, date = opened);
        self.show(&[
            Block::Blank,
            Block::Header { left: self.words.say(&title), right: name.clone() },
        ])?;
        let mut meeting = Meeting::in_format(format, head);
        for (index, fact) in facts.into_iter().enumerate() {
            let shown = self.fact(&meeting, index + 1, &fact);
            if let Err(err) = meeting.record(fact) {
                self.show(&shown)?;
                return self.find(&err.on_line(lines[index]).in_file(name)).map(|()| true);
            }
            self.show(&shown)?;
            if meeting.step().is_some() {
                let then = say!("replay-then", step = meeting.state().place());
                self.show(&[Block::Hint(self.words.say(&then))])?;
            }
            if !self.goes_on()? {
                return Ok(false);
            }
        }
        if let Some(torn) = torn {
            self.find(&torn.error().in_file(name))?;
        }
        Ok(true)
    }

    /// Formats a fact: its number and time, the step it answers, and its content.
    fn fact(&self, meeting: &Meeting, number: usize, fact: &Fact) -> Vec<Block> {
        let time = fact.at.format("%H:%M").to_string();
        let step = meeting.state().place();
        let left = self.words.say(&say!("replay-fact", number = number, time = time, step = step));
        let heading = Block::Heading { left, right: fact.what.word().to_owned() };
        let (background, words) = (&Background::default(), self.words);
        let talk = Talk { meeting, background, words, now: fact.at };
        let mut blocks = vec![Block::Blank, heading];
        blocks.extend(talk.told(&fact.what));
        blocks
    }

    fn show(&mut self, blocks: &[Block]) -> Result<()> {
        match &mut self.terminal {
            Some(terminal) => terminal.show(blocks),
            None => self.here.show(blocks),
        }
    }

    /// Shows an error.
    fn find(&mut self, err: &Error) -> Result<()> {
        self.found = true;
        self.show(&[Block::Blank, Block::Refusal(err.say(self.words))])
    }

    /// Waits for Enter. Returns whether to go on with the next fact.
    fn goes_on(&mut self) -> Result<bool> {
        let Some(terminal) = &mut self.terminal else { return Ok(true) };
        let ask = Ask { sentence: self.words.say(&say!("typed-replay")), ..Ask::default() };
        loop {
            let Some(input) = terminal.answer(&ask)? else { return Ok(false) };
            match input.line.trim().to_lowercase().as_str() {
                "" | "ok" => return Ok(true),
                "q" => return Ok(false),
                word => {
                    let err = Error::new(say!("error-no-answer", word = word));
                    terminal.refuse(err.hint(say!("typed-replay")))?;
                }
            }
        }
    }
}
