//! The command line: one file per command, with its arguments, their help and how it is run.
//!
//! This file parses the command line and has what several commands share.

mod status;
mod welcome;
mod check;
mod config;
mod complete;
mod completions;
mod export;
mod man;
mod meet;
mod ask;
mod answer;
mod settle;
mod written;
mod agenda;
mod backlog;
mod log;
mod show;
mod due;
mod roles;
mod circles;
mod people;
mod overview;
mod news;
mod minutes;
mod follow;
mod site;
mod apply;
mod seal;
mod new;
mod rehearse;
mod replay;
mod finish;
mod invocation;
mod reach;

pub(crate) use replay::finding::{FindingKind, Level};

use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::circle::Circle;
pub(crate) use crate::cli::invocation::Invocation;
use crate::cli::reach::Reach;
use crate::dialogue::Block;
use crate::error::{Error, Result};
use crate::lang::{Lang, Phrase, Words, known_languages, say};
use crate::store::tree::CircleRead;
use crate::store::{Folder, clock, file};
use crate::terminal::output;
use crate::text::visible;

/// The exit code of a command that found something, as `due` and `check` do.
const FOUND: u8 = 1;

/// The exit code of a command that failed, or could not read or write every file.
const TROUBLE: u8 = 2;

/// The exit code of `meet` where a meeting is not finished but paused.
const PAUSED: u8 = 3;

/// Parses the command line, runs the command, prints its errors and returns the exit code. A shell that
/// asks for completions is answered instead.
pub fn main() -> ExitCode {
    if let Some(code) = complete::answered() {
        return code;
    }
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(err) => return refused(&err),
    };
    let here = Invocation::of(&cli);
    // The panic hook has printed a message and restored the terminal.
    match catch_unwind(AssertUnwindSafe(|| cli.run(&here))) {
        Err(_) => ExitCode::from(TROUBLE),
        Ok(Ok(code)) => code,
        Ok(Err(errors)) => {
            here.warn(&errors);
            ExitCode::from(TROUBLE)
        }
    }
}

/// Prints an error of the command line, the help or the version, and returns the exit code. Arguments
/// that the error quotes are printed so that every character is seen.
fn refused(err: &clap::Error) -> ExitCode {
    let said = err.render().to_string();
    let seen = visible(&said);
    if seen != said {
        output::eprint(&seen);
    } else if let Err(failed) = err.print() {
        // A closed pipe is no error. Of an error itself there is nobody left to tell.
        if !err.use_stderr() && failed.kind() != ErrorKind::BrokenPipe {
            let err = say!("error-cannot-write-output", cause = file::cause(&failed));
            output::eprint(&(Error::new(err).say(&Words::of(Lang::En)) + "\n"));
            return ExitCode::from(TROUBLE);
        }
    }
    u8::try_from(err.exit_code()).map_or(ExitCode::from(TROUBLE), ExitCode::from)
}

/// The exit code of a command, or its errors: one, or every problem of a circle file.
pub(crate) type CommandResult = Result<ExitCode, Vec<Error>>;

/// Facilitates the meetings of a sociocratic circle: consent rounds, decisions, minutes
///
/// Reads the circle from circle.toml, says what comes next, takes one line per answer, and
/// leaves plain files that the circle owns. Without a command it says where the circle stands.
#[derive(Parser)]
#[command(name = "rounds", version, max_term_width = 100)]
#[command(after_long_help = "Examples:
  rounds
      Says where the circle stands.
  rounds new garden
      Sets up a circle.
  rounds meet
      Opens its meeting.
  rounds due --whole
      What is due in all circles.")]
pub(crate) struct Cli {
    /// The circle's folder; otherwise the nearest circle.toml upwards, else your default
    #[arg(long, global = true, help_heading = man::GLOBAL_OPTIONS, value_name = "DIR")]
    circle: Option<PathBuf>,

    /// The language of the screen: en, de; otherwise that of your settings, the circle's, or the system's
    #[arg(long, global = true, help_heading = man::GLOBAL_OPTIONS, value_name = "LANG")]
    lang: Option<String>,

    /// No cursor movement, no colour, no lists: for screen readers
    #[arg(long, global = true, help_heading = man::GLOBAL_OPTIONS)]
    plain: bool,

    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Tries out a meeting with a sample circle; nothing is kept
    ///
    /// In a terminal you facilitate, and the others answer by themselves. In a pipe a whole meeting
    /// is played through, and its minutes follow.
    #[command(after_long_help = "Examples:
  rounds rehearse
      A meeting to facilitate.
  rounds rehearse --lang de | less
      One that plays through by itself.")]
    Rehearse,
    New(new::Args),
    Meet(meet::Args),
    Ask(ask::Args),
    Answer(answer::Args),
    Settle(settle::Args),
    Agenda(agenda::Args),
    Backlog(backlog::Args),
    Log(log::Args),
    Show(show::Args),
    Due(due::Args),
    Roles(roles::Args),
    Circles(circles::Args),
    People(people::Args),
    Overview(overview::Args),
    News(news::Args),
    Minutes(minutes::Args),
    Follow(follow::Args),
    Site(site::Args),
    Replay(replay::Args),
    Export(export::Args),
    Check(check::Args),
    Apply(apply::Args),
    Seal(seal::Args),
    Config(config::Args),
    Completions(completions::Args),
    Man(man::Args),
}

impl Cli {
    fn run(&self, here: &Invocation) -> CommandResult {
        if let Some(asked) = &self.lang
            && Lang::find(asked).is_none()
        {
            let err = Error::new(say!("error-unknown-language", lang = asked));
            return Err(err.hint(say!("hint-language", known = known_languages())).into());
        }
        let needs_none = matches!(
            self.command,
            Some(Command::Config(_) | Command::Completions(_) | Command::Man(_))
        );
        if !needs_none && let Err(err) = &here.settings {
            return Err(err.clone().into());
        }
        clock::check()?;
        match &self.command {
            None => status::run(here),
            Some(Command::Rehearse) => rehearse::run(here),
            Some(Command::New(args)) => args.run(here),
            Some(Command::Meet(args)) => args.run(here),
            Some(Command::Ask(args)) => args.run(here),
            Some(Command::Answer(args)) => args.run(here),
            Some(Command::Settle(args)) => args.run(here),
            Some(Command::Agenda(args)) => args.run(here),
            Some(Command::Backlog(args)) => args.run(here),
            Some(Command::Log(args)) => args.run(here),
            Some(Command::Show(args)) => args.run(here),
            Some(Command::Due(args)) => args.run(here),
            Some(Command::Roles(args)) => args.run(here),
            Some(Command::Circles(args)) => args.run(here),
            Some(Command::People(args)) => args.run(here),
            Some(Command::Overview(args)) => args.run(here),
            Some(Command::News(args)) => args.run(here),
            Some(Command::Minutes(args)) => args.run(here),
            Some(Command::Follow(args)) => args.run(here),
            Some(Command::Site(args)) => args.run(here),
            Some(Command::Replay(args)) => args.run(here),
            Some(Command::Export(args)) => args.run(here),
            Some(Command::Check(args)) => args.run(here),
            Some(Command::Apply(args)) => args.run(here),
            Some(Command::Seal(args)) => args.run(here),
            Some(Command::Config(args)) => args.run(here, self),
            Some(Command::Completions(args)) => args.run(),
            Some(Command::Man(args)) => args.run(here),
        }
    }
}

/// Returns the rows of all circles, each with its circle's name where several circles are listed.
fn rows<T>(circles: &[CircleRead<Vec<T>>], reach: Reach) -> Vec<(Option<&str>, &T)> {
    let mut all = Vec::new();
    for CircleRead { circle, found, .. } in circles {
        let name = (reach != Reach::One).then_some(circle.name.as_str());
        all.extend(found.iter().map(|row| (name, row)));
    }
    all
}

/// Builds a heading from the phrases at its left and right edge.
fn heading(words: &Words, left: &Phrase, right: &Phrase) -> Block {
    Block::Heading { left: words.say(left), right: words.say(right) }
}

/// Returns the language of the circle, if it names one that the program has.
fn language(circle: &Circle) -> Option<Lang> {
    circle.language.as_deref().and_then(Lang::find)
}

/// Returns a remark if the circle names a language that the program does not have.
fn language_missing(folder: &Folder, circle: &Circle) -> Option<Error> {
    let lang = circle.language.as_ref().filter(|it| Lang::find(it).is_none())?;
    let remark = Error::new(say!("note-language-missing", lang = lang));
    let remark = remark.hint(say!("hint-language-missing", known = known_languages()));
    Some(remark.in_file(file::named(&folder.path(Folder::CIRCLE))))
}

/// Returns the texts of minutes and records: in the circle's language, else in English.
pub(crate) fn record_words(circle: &Circle) -> Words {
    Words::of(language(circle).unwrap_or(Lang::En))
}
