//! `rounds answer`: writes what somebody answers to a decision in writing.

use std::process::ExitCode;

use crate::circle::Circle;
use crate::cli::{CommandResult, Invocation, written};
use crate::dialogue::{Answers, Block, Talk};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{Fact, Via, What};
use crate::records::format::journal::seen;
use crate::store::{Archive, Folder, Stands, Written, file};
use crate::terminal::{Terminal, screen};
use crate::text::same;

/// Answers a decision in writing: ok, c CONCERN, o REASON, a REASON, n NOTE, m to the meeting
///
/// The answer is a file of its own, and takes the place of an earlier one of the same person. Without an
/// answer, a terminal shows the exact text and asks. Nothing is locked, so that several can answer at
/// once, in several copies of the folder.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds answer
      Shows what waits, and asks.
  rounds answer Quiet hours ok --as Ben
      Consents.
  rounds answer quiet o too early for the children --as Ben
      Objects, with a reason.")]
pub(super) struct Args {
    /// Words of the title, where several decisions wait; then the answer
    #[arg(value_name = "WORDS")]
    words: Vec<String>,

    /// Who answers
    #[arg(long = "as", value_name = "NAME")]
    who: Option<String>,

    /// How the answer came, if somebody else types it
    #[arg(long, value_name = "HOW")]
    via: Option<String>,

    /// Who types it, if somebody else does
    #[arg(long, value_name = "NAME")]
    by: Option<String>,

    /// When it was given: 2026-09-06T08:12+02:00
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
}

/// The words with which an answer begins.
const ANSWERS: [&str; 12] =
    ["ok", "c", "concern", "o", "object", "a", "aside", "n", "note", "m", "meeting", "call"];

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let (folder, circle) = here.circle()?;
        folder.refuse_links()?;
        let via = self.via.as_deref().map(via).transpose()?;
        let (all, unread) = folder.written()?;
        let (title, answer) = self.words.split_at(begins(&self.words, &all));
        let found = written::find(all, &title.join(" "));
        if let Ok(it) = &found {
            it.is_known()?;
        }
        here.warn(&unread);
        let mut it = found?;
        let words = here.words();
        let archive = Archive::of(&folder);
        let now = written::time(here, &it, self.at.as_deref())?;
        let background = written::background(&archive, now.date_naive())?;
        let is_asked = answer.is_empty();
        let at_terminal = here.words().at_terminal();
        let mut terminal = match is_asked || self.who.is_none() {
            false => None,
            true if screen::is_attended() => Some(Terminal::new(&at_terminal, here.page, None)),
            true => {
                return Err(Error::new(say!("error-answer-missing"))
                    .hint(say!("hint-answer-missing"))
                    .into());
            }
        };
        if let Some(terminal) = &mut terminal {
            terminal.show(&written::shown(&it, &background, &words, now))?;
        }
        let who = match (&self.who, &mut terminal) {
            (Some(who), _) => Some(answers(&it, &folder, &circle, who)?),
            (None, Some(terminal)) => {
                let question = (&say!("ask-answer-who"), None, Some(&say!("why-answer-who")));
                written::asked(terminal, &at_terminal, question, only_waited(&it), |typed| {
                    answers(&it, &folder, &circle, typed)
                })?
            }
            (None, None) => None,
        };
        let Some(who) = who else { return Ok(ExitCode::SUCCESS) };
        let talk = Talk { meeting: &it.meeting, background: &background, words: &words, now };
        let what = match &mut terminal {
            Some(terminal) if is_asked => {
                let (sentence, keys) = (say!("ask-answer", who = &who), talk.typed_in_writing());
                let question = (&sentence, Some(&keys), Some(&say!("help-answer-in-writing")));
                written::asked(terminal, &at_terminal, question, None, |typed| {
                    talk.answer_in_writing(&who, typed)
                })?
            }
            _ => Some(talk.answer_in_writing(&who, &answer.join(" "))?),
        };
        drop(terminal);
        let Some(mut what) = what else { return Ok(ExitCode::SUCCESS) };
        let by = self.by.as_deref().map(|by| written::member(&circle, by)).transpose()?;
        what.sent(it.item().and_then(seen), via, by);
        let told = talk.told(&what);
        let path = it.answer(&folder, &who, Fact { what, at: now })?;
        let mut blocks = told;
        blocks.push(Block::Text(words.say(&written::stands(&it))));
        if it.stands() == Stands::Agreed {
            blocks.push(Block::Hint(words.say(&say!("hint-settle"))));
        }
        blocks.push(Block::Pair {
            label: words.say(&say!("label-written")),
            text: file::named(&path),
        });
        here.show(&blocks)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Returns where the answer begins: at the first word that can begin one, or at a later one if all words
/// before it are words of a title, such as `meeting place ok`.
fn begins(words: &[String], all: &[Written]) -> usize {
    let is_answer = |at: &usize| ANSWERS.contains(&words[*at].to_lowercase().as_str());
    let can = || (0..words.len()).filter(is_answer);
    let is_titled = |at: &usize| {
        let has = |it: &Written, word: &String| it.title().split(' ').any(|own| same(own, word));
        all.iter().any(|it| words[..*at].iter().all(|word| has(it, word)))
    };
    can().rev().find(is_titled).or_else(|| can().next()).unwrap_or(words.len())
}

/// Returns the one who answers: somebody whose answer is asked for here.
fn answers(it: &Written, folder: &Folder, circle: &Circle, typed: &str) -> Result<String> {
    let asked = it.meeting.circle();
    let who = written::member(asked, typed).or_else(|_| written::member(circle, typed))?;
    if asked.seat(&who).is_some_and(|seat| it.meeting.state().takes_part(seat)) {
        return Ok(who);
    }
    let others = written::elsewhere(folder, &who);
    let err = Error::new(say!("error-answer-nobody", who = &who));
    if others.is_empty() {
        return Err(err);
    }
    Err(err.hint(say!("hint-answer-elsewhere", titles = others)))
}

/// Returns who is waited for, where it is one alone.
fn only_waited(it: &Written) -> Option<String> {
    match it.stands() {
        Stands::Waits(names) if names.len() == 1 => names.into_iter().next(),
        _ => None,
    }
}

fn via(typed: &str) -> Result<Via> {
    use crate::toml_file::{Word, unknown_word};
    typed.parse().map_err(|_| {
        unknown_word("via", typed, [Via::Mail, Via::Spoken].iter().map(|it| it.word()))
    })
}

impl What {
    /// Adds to an answer in writing which version was seen, how it came, and who typed it.
    fn sent(&mut self, version: Option<String>, how: Option<Via>, typist: Option<String>) {
        let (seen, via, by) = match self {
            Self::Consented { seen, via, by, .. }
            | Self::Objected { seen, via, by, .. }
            | Self::Noted { seen, via, by, .. } => (seen, via, by),
            Self::StoodAside(it) => (&mut it.seen, &mut it.via, &mut it.by),
            _ => return,
        };
        (*seen, *via, *by) = (version, how, typist);
    }
}
