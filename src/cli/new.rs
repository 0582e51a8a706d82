//! `rounds new`: asks for what a circle needs, and writes a commented `circle.toml`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::circle::{RoleKind, Sheet, check_new_name, check_seen, sheet};
use crate::cli::backlog::shown;
use crate::cli::{CommandResult, Invocation};
use crate::dialogue::{Answers, Ask, Block, split_new};
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
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let path = self.dir.join("circle.toml");
        if path.symlink_metadata().is_ok() {
            let err = Error::new(say!("error-circle-there")).hint(say!("hint-circle-there"));
            return Err(err.in_file(file::named(&path)).into());
        }
        let words = here.words();
        signals::watch(&words);
        let answers = if screen::is_attended() {
            let words = here.words().at_terminal();
            ask(&words, &mut Terminal::new(&words, here.page, None))
        } else {
            let text = script::read("-")?;
            ask(&words, &mut Script::new("-", &text, here.page, &words, output::stdout())?)
        };
        signals::restore();
        file::create(&path, &sheet(&answers?))?;
        let command = if self.dir == Path::new(".") {
            "rounds meet".to_owned()
        } else {
            format!("rounds meet --circle {}", self.dir.display())
        };
        here.show(&[
            Block::Blank,
            Block::Done(words.say(&say!("new-written", file = file::named(&path)))),
            Block::Text(words.say(&say!("new-next", command = command))),
        ])?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Asks for everything a circle needs.
fn ask(words: &Words, answers: &mut dyn Answers) -> Result<Sheet> {
    answers
        .show(&[Block::Heading { left: words.say(&say!("new-heading")), right: String::new() }])?;
    let mut asked = Asked { words, answers };
    let name = asked.line(&say!("new-name"), &say!("ask-new-name"), name)?;
    let aim = asked.line(&say!("new-aim"), &say!("ask-new-aim"), filled)?;
    let optional = |line: &str| if line.is_empty() { Ok(String::new()) } else { filled(line) };
    let domain = asked.line(&say!("new-domain"), &say!("ask-new-domain"), optional)?;
    let read = |line: &str| members(line, words);
    let members = asked.line(&say!("new-members"), &say!("ask-new-members"), read)?;
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
        let holder = asked.line(&label, &question, read)?;
        roles.push((words.say(&label), Some(kind), holder));
    }
    Ok(Sheet { name, aim, domain, language: words.lang(), members, roles })
}

/// Asks for single values outside of a meeting.
pub(crate) struct Asked<'a> {
    pub(crate) words: &'a Words,
    pub(crate) answers: &'a mut dyn Answers,
}

impl Asked<'_> {
    /// Asks until `read` accepts the answer. Ctrl-D is an error.
    pub(crate) fn line<T>(
        &mut self,
        label: &Phrase,
        question: &Phrase,
        read: impl Fn(&str) -> Result<T>,
    ) -> Result<T> {
        let question = self.words.say(question);
        let mut ask = Ask {
            shown: vec![Block::Blank, Block::Text(question.clone())],
            label: self.words.say(label),
            sentence: question,
            speech: true,
            ..Ask::default()
        };
        loop {
            let Some(input) = self.answers.answer(&ask)? else {
                return Err(Error::new(say!("error-new-given-up")));
            };
            let line = input.text.unwrap_or(input.line);
            let line = if line.trim().eq_ignore_ascii_case("ok") { "" } else { line.trim() };
            match read(line) {
                Ok(answer) => return Ok(answer),
                Err(err) => self.answers.refuse(err)?,
            }
            ask.shown.clear();
        }
    }
}

/// Accepts the circle's name: one line of text.
fn name(line: &str) -> Result<String> {
    if line.contains('\n') {
        return Err(Error::new(say!("error-name", name = line)).hint(say!("hint-name")));
    }
    check_seen(line)?;
    filled(line)
}

/// Accepts a text that is not empty and can be displayed.
pub(crate) fn filled(line: &str) -> Result<String> {
    if line.is_empty() {
        return Err(Error::new(say!("error-empty-answer")));
    }
    shown(line.to_owned())
}

/// Parses the members' names, separated by commas or `and`: at least two, each once.
fn members(line: &str, words: &Words) -> Result<Vec<String>> {
    let mut members: Vec<String> = Vec::new();
    for name in split_new(line, words) {
        check_new_name(name)?;
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

/// Parses who holds a role: a member other than `taken`, or nobody.
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
