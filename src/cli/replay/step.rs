//! A meeting walked again step by step: which step was answered, what was said, what came next.
//!
//! For whoever learns how a circle meets, or wants to see how something came about.

use std::path::Path;
use std::process::ExitCode;

use crate::cli::replay::sources::Source;
use crate::cli::{CommandResult, Invocation};
use crate::dialogue::{Answers, Ask, Block, Talk};
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::meeting::{Fact, Meeting};
use crate::records::Background;
use crate::records::format::journal::Journal;
use crate::store::{file, journal};
use crate::terminal::{Terminal, output, screen, signals};

/// Something was found.
const FOUND: u8 = 1;

/// Shows the journals fact by fact. At a terminal each waits for Enter; elsewhere all are shown.
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
    Ok(if found { ExitCode::from(FOUND) } else { ExitCode::SUCCESS })
}

/// Somebody who reads along.
struct StepReader<'a> {
    here: &'a Invocation,
    words: &'a Words,
    /// The terminal they sit at; none where all is printed.
    terminal: Option<Terminal<'a>>,
    /// Whether something was found.
    found: bool,
}

impl StepReader<'_> {
    /// Shows a journal. Returns whether the next one is wanted.
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

    /// A fact: its number, when it was said, the step it answers, and what it says.
    fn fact(&self, meeting: &Meeting, number: usize, fact: &Fact) -> Vec<Block> {
        let time = fact.at.format("%H:%M").to_string();
        let place = meeting.state().place();
        let left = say!("replay-fact", number = number, time = time, step = place);
        let left = self.words.say(&left);
        let mut blocks =
            vec![Block::Blank, Block::Heading { left, right: fact.what.word().to_owned() }];
        let (background, words) = (Background::default(), self.words);
        blocks.extend(
            Talk { meeting, background: &background, words, now: fact.at }.told(&fact.what),
        );
        blocks
    }

    fn show(&mut self, blocks: &[Block]) -> Result<()> {
        match &mut self.terminal {
            Some(terminal) => terminal.show(blocks),
            None => output::print(&self.here.page.lines(blocks)),
        }
    }

    /// Says what is wrong.
    fn find(&mut self, err: &Error) -> Result<()> {
        self.found = true;
        self.show(&[Block::Blank, Block::Refusal(err.say(self.words))])
    }

    /// Waits for Enter. Returns whether the next fact is wanted.
    fn goes_on(&mut self) -> Result<bool> {
        let Some(terminal) = &mut self.terminal else { return Ok(true) };
        let ask = Ask { sentence: self.words.say(&say!("typed-replay")), ..Ask::default() };
        loop {
            let Some(said) = terminal.answer(&ask)? else { return Ok(false) };
            match said.line.trim().to_lowercase().as_str() {
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
