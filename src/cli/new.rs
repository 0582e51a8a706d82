//! `rounds new`: asks for what a circle needs, and writes a commented `circle.toml`.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::circle::{RoleKind, Sheet, check_new_name, check_seen, sheet};
use crate::cli::backlog::shown;
use crate::cli::{CommandResult, Invocation};
use crate::dialogue::{Answers, Ask, Block, split_new};
use crate::error::{Error, Result};
use crate::lang::{Phrase, Words, say};
use crate::session::{Script, script};
use crate::store::{self, file, zone};
use crate::terminal::{Terminal, output, screen, signals};
use crate::text::{same, visible};

/// Asks for name, aim, members and roles, and writes a commented circle.toml
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds new garden
      Asks, and writes garden/circle.toml.")]
pub(super) struct Args {
    /// The folder to write it into; otherwise this one
    #[arg(value_name = "DIR", default_value = ".")]
    pub dir: PathBuf,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let path = self.dir.join("circle.toml");
        if path.symlink_metadata().is_ok() {
            let err = Error::new(say!("error-circle-exists")).hint(say!("hint-circle-there"));
            return Err(err.in_file(file::named(&path)).into());
        }
        let words = here.words();
        signals::watch(&words);
        let answers = if screen::is_attended() {
            let words = here.words().at_terminal();
            let mut terminal = Terminal::new(&words, here.page, None);
            let folder = store::whole_path(&self.dir);
            let folder = Block::Text(words.say(&say!("new-folder", folder = folder)));
            ask(&words, &[folder], &mut terminal).and_then(|sheet| {
                let mut asked = Asked { words: &words, answers: &mut terminal };
                let zone = asked.for_zone()?;
                Ok((Sheet { zone, ..sheet }, asked.for_default()?))
            })
        } else {
            let text = script::read("-")?;
            let mut script = Script::new("-", &text, here.page, &words, output::stdout())?;
            ask(&words, &[], &mut script).map(|sheet| (sheet, false))
        };
        signals::restore();
        let (answers, is_default) = answers?;
        file::create(&path, &sheet(&answers))?;
        let done = Block::Done(words.say(&say!("new-written", file = file::named(&path))));
        here.show(&[Block::Blank, done])?;
        if is_default {
            store::set_default(&self.dir)?;
        }
        let command = meet_in(if is_default { Path::new(".") } else { &self.dir });
        here.show(&[Block::Text(words.say(&say!("new-next", command = command)))])?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Returns the command that holds a meeting of the circle in a folder.
pub(super) fn meet_in(folder: &Path) -> String {
    if folder == Path::new(".") {
        return "rounds meet".to_owned();
    }
    format!("rounds meet --circle {}", visible(&file::with_slashes(folder)))
}

/// Asks for everything a circle needs.
fn ask(words: &Words, intro: &[Block], answers: &mut dyn Answers) -> Result<Sheet> {
    answers
        .show(&[Block::Heading { left: words.say(&say!("new-heading")), right: String::new() }])?;
    answers.show(intro)?;
    let mut asked = Asked { words, answers };
    let help = say!("why-new-name");
    let name = asked.explained(&say!("new-name"), &say!("ask-new-name"), &help, name)?;
    let help = say!("why-new-aim");
    let aim = asked.explained(&say!("new-aim"), &say!("ask-new-aim"), &help, filled)?;
    let optional = |line: &str| match line {
        "" | "-" => Ok(String::new()),
        line => filled(line),
    };
    let help = say!("why-new-domain");
    let domain = asked.explained(&say!("new-domain"), &say!("ask-new-domain"), &help, optional)?;
    let read = |line: &str| members(line, words);
    let help = say!("why-new-members");
    let members = asked.explained(&say!("new-members"), &say!("ask-new-members"), &help, read)?;
    let mut roles: Vec<(String, Option<RoleKind>, Option<String>)> = Vec::new();
    for (kind, label, question, help) in [
        (
            RoleKind::Facilitator,
            say!("role-facilitator"),
            say!("ask-new-facilitator"),
            say!("purpose-facilitator"),
        ),
        (
            RoleKind::Secretary,
            say!("role-secretary"),
            say!("ask-new-secretary"),
            say!("purpose-secretary"),
        ),
        (RoleKind::Leader, say!("role-leader"), say!("ask-new-leader"), say!("purpose-leader")),
        (
            RoleKind::Delegate,
            say!("role-delegate"),
            say!("ask-new-delegate"),
            say!("purpose-delegate"),
        ),
    ] {
        let leader = roles.iter().find(|(_, it, _)| *it == Some(RoleKind::Leader));
        let leader = leader.and_then(|(.., holder)| holder.clone());
        let taken = leader.filter(|_| kind == RoleKind::Delegate);
        let read = |line: &str| holder(line, &members, taken.as_deref());
        let holder = asked.explained(&label, &question, &help, read)?;
        roles.push((words.say(&label), Some(kind), holder));
    }
    let id = format!("{:016x}", RandomState::new().build_hasher().finish());
    Ok(Sheet { name, id, zone: None, aim, domain, language: words.lang(), members, roles })
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
        self.explained(label, question, question, read)
    }

    /// Asks for the time zone of the meetings, and offers that of the system; without one it is not
    /// asked.
    fn for_zone(&mut self) -> Result<Option<String>> {
        let Some(system) = zone::of_system() else { return Ok(None) };
        let read = |line: &str| match line {
            "" => Ok(Some(system.clone())),
            "-" => Ok(None),
            line if zone::is_known(line) => Ok(Some(line.to_owned())),
            _ => {
                let err = Error::new(say!("note-zone-unknown", zone = line));
                Err(err.hint(say!("hint-zone-unknown")))
            }
        };
        let question = say!("ask-new-zone", zone = &system);
        self.explained(&say!("new-zone"), &question, &say!("why-new-zone"), read)
    }

    /// Asks whether a circle is the one to open from anywhere, unless the user has settings already.
    pub(crate) fn for_default(&mut self) -> Result<bool> {
        if !store::has_no_default() {
            return Ok(false);
        }
        let no = self.words.list_of(&say!("answer-no"));
        let read = |line: &str| match line {
            "" => Ok(true),
            line if no.iter().any(|it| same(it, line)) || same(line, "no") => Ok(false),
            _ => Err(Error::new(say!("error-no-answer", word = line)).hint(say!("hint-default"))),
        };
        self.explained(&say!("new-default"), &say!("ask-default"), &say!("why-default"), read)
    }

    /// Asks as [`line`](Self::line) does; `?` shows `help`.
    pub(crate) fn explained<T>(
        &mut self,
        label: &Phrase,
        question: &Phrase,
        help: &Phrase,
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
            ask.shown.clear();
            if matches!(line, "?" | "？") {
                self.answers.show(&[Block::Text(self.words.say(help))])?;
                continue;
            }
            match read(line) {
                Ok(answer) => return Ok(answer),
                Err(err) => self.answers.refuse(err)?,
            }
        }
    }
}

/// Accepts the circle's name: one line of text.
fn name(line: &str) -> Result<String> {
    if line.contains('\n') {
        return Err(Error::new(say!("error-invalid-name", name = line)).hint(say!("hint-name")));
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
        return Err(Error::new(say!("error-too-few-members")).hint(say!("hint-new-members")));
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
        let err = Error::new(say!("error-holder-no-member", name = line));
        return Err(err.hint(say!("hint-names", names = names)));
    };
    if taken == Some(name) {
        let err = Error::new(say!("error-leader-delegate", who = name));
        return Err(err.hint(say!("hint-leader-delegate")));
    }
    Ok(Some(name.clone()))
}
