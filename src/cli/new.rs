//! `rounds new`: asks, and writes a commented `circle.toml`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::circle::{RoleKind, Sheet, check_name, sheet};
use crate::cli::{CommandResult, Invocation};
use crate::dialogue::{Answers, Ask, Block};
use crate::error::{Error, Result};
use crate::lang::{Phrase, Words, say};
use crate::session::{Script, script};
use crate::store::file;
use crate::terminal::{Terminal, output, screen, signals};
use crate::text::same;

/// Asks for name, aim, members and roles, and writes a commented circle.toml
#[derive(clap::Args)]
pub(super) struct Args {
    /// The folder to write it into; otherwise this one
    #[arg(value_name = "DIR", default_value = ".")]
    dir: PathBuf,
}

impl Args {
    /// Asks, and writes the file.
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let path = self.dir.join("circle.toml");
        if path.symlink_metadata().is_ok() {
            let err = Error::new(say!("error-circle-there")).hint(say!("hint-circle-there"));
            return Err(err.in_file(file::named(&path)).into());
        }
        let words = here.words();
        signals::watch(&words);
        let asked = if screen::is_attended() {
            let mut terminal = Terminal::new(&words, here.page, None);
            ask(&words, &mut terminal)?
        } else {
            let text = script::read("-")?;
            let mut lines = Script::new("-", &text, here.page, &words, output::stdout())?;
            ask(&words, &mut lines)?
        };
        signals::restore();
        let Some(text) = asked.as_ref().map(sheet) else {
            return Err(Error::new(say!("error-new-given-up")).into());
        };
        file::create(&path, &text)?;
        let done = [
            Block::Blank,
            Block::Done(words.say(&say!("new-written", file = file::named(&path)))),
            Block::Text(words.say(&next(&self.dir))),
        ];
        output::print(&here.page.lines(&done))?;
        Ok(ExitCode::SUCCESS)
    }
}

fn next(dir: &Path) -> Phrase {
    if dir == Path::new(".") {
        return say!("new-next", command = "rounds meet");
    }
    say!("new-next", command = format!("rounds meet --circle {}", dir.display()))
}

/// Asks for everything a circle needs. `None`: given up with Ctrl-D.
fn ask(words: &Words, answers: &mut dyn Answers) -> Result<Option<Sheet>> {
    answers
        .show(&[Block::Heading { left: words.say(&say!("new-heading")), right: String::new() }])?;
    let mut asked = Asked { words, answers };
    let Some(name) = asked.line(&say!("new-name"), &say!("ask-new-name"), name)? else {
        return Ok(None);
    };
    let Some(aim) = asked.line(&say!("new-aim"), &say!("ask-new-aim"), filled)? else {
        return Ok(None);
    };
    let perhaps = |line: &str| if line.is_empty() { Ok(String::new()) } else { filled(line) };
    let Some(domain) = asked.line(&say!("new-domain"), &say!("ask-new-domain"), perhaps)? else {
        return Ok(None);
    };
    let Some(members) = asked.line(&say!("new-members"), &say!("ask-new-members"), members)? else {
        return Ok(None);
    };
    let mut roles: Vec<(String, Option<RoleKind>, Option<String>)> = Vec::new();
    for (kind, label, question) in [
        (RoleKind::Facilitator, say!("role-facilitator"), say!("ask-new-facilitator")),
        (RoleKind::Secretary, say!("role-secretary"), say!("ask-new-secretary")),
        (RoleKind::Leader, say!("role-leader"), say!("ask-new-leader")),
        (RoleKind::Delegate, say!("role-delegate"), say!("ask-new-delegate")),
    ] {
        let leader = roles.iter().find(|(_, it, _)| *it == Some(RoleKind::Leader));
        let leader = leader.and_then(|(.., holder)| holder.clone());
        let taken = leader.filter(|_| kind == RoleKind::Delegate);
        let read = |line: &str| holder(line, &members, taken.as_deref());
        let Some(holder) = asked.line(&label, &question, read)? else { return Ok(None) };
        roles.push((words.say(&label), Some(kind), holder));
    }
    let language = words.lang();
    Ok(Some(Sheet { name, aim, domain, language, members, roles }))
}

/// Someone who is asked for a line.
pub(crate) struct Asked<'a> {
    pub(crate) words: &'a Words,
    pub(crate) answers: &'a mut dyn Answers,
}

impl Asked<'_> {
    /// Asks until the answer can be read.
    pub(crate) fn line<T>(
        &mut self,
        label: &Phrase,
        question: &Phrase,
        read: impl Fn(&str) -> Result<T>,
    ) -> Result<Option<T>> {
        let question = self.words.say(question);
        let mut ask = Ask {
            shown: vec![Block::Blank, Block::Text(question.clone())],
            label: self.words.say(label),
            sentence: question,
            speech: true,
            ..Ask::default()
        };
        loop {
            let Some(said) = self.answers.answer(&ask)? else { return Ok(None) };
            let line = said.text.unwrap_or(said.line);
            let line = if line.trim().eq_ignore_ascii_case("ok") { "" } else { line.trim() };
            match read(line) {
                Ok(answer) => return Ok(Some(answer)),
                Err(err) => self.answers.refuse(err)?,
            }
            ask.shown.clear();
        }
    }
}

/// Reads the circle's name, one line of text.
fn name(line: &str) -> Result<String> {
    if line.contains('\n') {
        return Err(Error::new(say!("error-name", name = line)).hint(say!("hint-name")));
    }
    filled(line)
}

/// Reads a text that must not be empty.
pub(crate) fn filled(line: &str) -> Result<String> {
    if line.is_empty() {
        return Err(Error::new(say!("error-empty-answer")));
    }
    if let Some((_, character)) = crate::text::forbidden(line) {
        return Err(crate::text::refuse_character(character));
    }
    Ok(line.to_owned())
}

/// Reads names with commas: at least two, each once.
fn members(line: &str) -> Result<Vec<String>> {
    let mut members: Vec<String> = Vec::new();
    for name in line.split(',').map(str::trim).filter(|it| !it.is_empty()) {
        check_name(name)?;
        if members.iter().any(|it| same(it, name)) {
            return Err(Error::new(say!("error-name-twice", name = name)));
        }
        members.push(name.to_owned());
    }
    if members.len() < 2 {
        return Err(Error::new(say!("error-members")).hint(say!("hint-new-members")));
    }
    Ok(members)
}

/// Reads who holds a role: one of the members, or nobody.
fn holder(line: &str, members: &[String], taken: Option<&str>) -> Result<Option<String>> {
    if line.is_empty() || line == "-" {
        return Ok(None);
    }
    let Some(name) = members.iter().find(|it| same(it, line)) else {
        let names = members.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>();
        let err = Error::new(say!("error-holder", name = line));
        return Err(err.hint(say!("hint-names", names = names)));
    };
    if taken == Some(name) {
        let err = Error::new(say!("error-leader-delegate", who = name));
        return Err(err.hint(say!("hint-leader-delegate")));
    }
    Ok(Some(name.clone()))
}
