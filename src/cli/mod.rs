//! One file per command: its arguments, their help, and how it is run.

mod status;
mod check;
mod completions;
mod export;
mod man;
mod meet;
mod agenda;
mod backlog;
mod log;
mod show;
mod due;
mod roles;
mod circles;
mod minutes;
mod new;
mod rehearse;
mod replay;
mod finish;

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Parser, Subcommand};

use crate::circle::Circle;
use crate::error::{Error, Result};
use crate::lang::{LANGUAGES, Lang, Words, say};
use crate::store::tree::CirclesRead;
use crate::store::{Archive, Folder, clock};
use crate::terminal::{Page, output, screen};
use crate::{dialogue, store};

/// Something was found.
const FOUND: u8 = 1;

/// Trouble: not all could be read.
const TROUBLE: u8 = 2;

/// Runs the command line: parse, run, print what went wrong, exit code.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let here = cli.here();
    // The panic hook has said what happened, and restored the terminal.
    match catch_unwind(AssertUnwindSafe(|| cli.run(&here))) {
        Err(_) => ExitCode::from(TROUBLE),
        Ok(Ok(code)) => code,
        Ok(Err(errors)) => {
            let words = here.words();
            for error in &errors {
                output::eprint(&format!("{}\n", error.say(&words)));
            }
            ExitCode::from(TROUBLE)
        }
    }
}

/// What went wrong: one error, or every problem of a circle file.
pub(crate) type CommandResult = std::result::Result<ExitCode, Vec<Error>>;

/// Facilitates the meetings of a sociocratic circle: consent rounds, decisions, minutes
///
/// Reads the circle from circle.toml, says what comes next, takes one line per answer, and
/// leaves plain files that the circle owns. Without a command it says where the circle stands.
#[derive(Parser)]
#[command(name = "rounds", version, max_term_width = 100)]
pub(crate) struct Cli {
    /// The circle's folder; otherwise the nearest circle.toml upwards, else your default
    #[arg(long, global = true, value_name = "DIR")]
    circle: Option<PathBuf>,

    /// The language of the screen: en, de; otherwise the circle's, else the system's
    #[arg(long, global = true, value_name = "LANG")]
    lang: Option<String>,

    /// No cursor movement, no colour, no lists: for screen readers
    #[arg(long, global = true)]
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
    Rehearse,
    New(new::Args),
    Meet(meet::Args),
    Agenda(agenda::Args),
    Backlog(backlog::Args),
    Log(log::Args),
    Show(show::Args),
    Due(due::Args),
    Roles(roles::Args),
    Circles(circles::Args),
    Minutes(minutes::Args),
    Replay(replay::Args),
    Export(export::Args),
    Check(check::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// What every command may need: which circle, in which language, on which page.
pub(crate) struct Invocation {
    circle: Option<PathBuf>,
    asked: Option<String>,
    lang: Cell<Lang>,
    /// The page that standard output is.
    pub page: Page,
}

impl Cli {
    /// Returns what every command may need.
    pub(crate) fn here(&self) -> Invocation {
        let system = sys_locale::get_locale().and_then(|it| Lang::find(&it));
        let lang = self.lang.as_deref().and_then(Lang::find).or(system).unwrap_or(Lang::En);
        let page = if self.plain { Page::plain() } else { screen::page() };
        Invocation {
            circle: self.circle.clone(),
            asked: self.lang.clone(),
            lang: Cell::new(lang),
            page,
        }
    }

    /// Runs the command.
    pub(crate) fn run(&self, here: &Invocation) -> CommandResult {
        if let Some(asked) = &self.lang
            && Lang::find(asked).is_none()
        {
            let known = LANGUAGES.iter().map(|it| format!("`{}`", it.tag())).collect::<Vec<_>>();
            let err = Error::new(say!("error-language", lang = asked));
            return Err(err.hint(say!("hint-language", known = known)).into());
        }
        match &self.command {
            None => status::run(here),
            Some(Command::Rehearse) => rehearse::run(here),
            Some(Command::New(args)) => args.run(here),
            Some(Command::Meet(args)) => args.run(here),
            Some(Command::Agenda(args)) => args.run(here),
            Some(Command::Backlog(args)) => args.run(here),
            Some(Command::Log(args)) => args.run(here),
            Some(Command::Show(args)) => args.run(here),
            Some(Command::Due(args)) => args.run(here),
            Some(Command::Roles(args)) => args.run(here),
            Some(Command::Circles(args)) => args.run(here),
            Some(Command::Minutes(args)) => args.run(here),
            Some(Command::Replay(args)) => args.run(here),
            Some(Command::Export(args)) => args.run(here),
            Some(Command::Check(args)) => args.run(here),
            Some(Command::Completions(args)) => args.run(),
            Some(Command::Man(args)) => args.run(here),
        }
    }
}

impl Invocation {
    /// Returns the words of the reader's language.
    pub(crate) fn words(&self) -> Words {
        Words::of(self.lang.get())
    }

    /// Finds the circle's folder.
    pub(crate) fn folder(&self) -> Result<Folder> {
        Folder::find(self.circle.as_deref())
    }

    /// Finds and reads the circle. From now on the screen is in its language, unless another
    /// one was asked for.
    pub(crate) fn circle(&self) -> std::result::Result<(Folder, Circle), Vec<Error>> {
        let folder = self.folder()?;
        let circle = folder.circle()?;
        self.speak(&circle);
        Ok((folder, circle))
    }

    /// Says on standard error which files cannot be read, where a command goes on without them,
    /// and returns the exit code of one that did.
    pub(crate) fn say_unread(&self, unread: &[Error]) -> ExitCode {
        if unread.is_empty() {
            return ExitCode::SUCCESS;
        }
        let words = self.words();
        for err in unread {
            output::eprint(&format!("{}\n", err.say(&words)));
        }
        ExitCode::from(TROUBLE)
    }

    /// Reads the same of this circle, or with `deep` of all below it, too. From now on the screen
    /// is in this circle's language, unless another one was asked for.
    ///
    /// # Errors
    ///
    /// There is no circle; without `deep` also what is wrong with it.
    pub(crate) fn read<T: Send>(
        &self,
        deep: bool,
        look: impl Fn(&Archive, &Circle, &mut Vec<Error>) -> Result<T> + Sync,
    ) -> std::result::Result<CirclesRead<T>, Vec<Error>> {
        let folder = self.folder()?;
        let mut unread = Vec::new();
        let folders = if deep {
            folder.below(&mut unread).into_iter().map(|it| it.folder).collect()
        } else {
            vec![folder]
        };
        let mut read = store::tree::read(&folders, look);
        if let Some((circle, _)) = read.circles.first() {
            self.speak(circle);
        }
        if !deep && read.failed > 0 {
            return Err(read.unread);
        }
        read.unread.splice(0..0, unread);
        Ok(read)
    }

    /// Says what could not be read, and of several circles how many, and returns the exit code
    /// of a command that found something, or nothing.
    pub(crate) fn end<T>(&self, read: &CirclesRead<T>, found: bool) -> ExitCode {
        self.say_unread(&read.unread);
        if read.failed > 0 {
            let said = self.words().say(&say!("circles-failed", count = read.failed));
            output::eprint(&format!("{said}\n"));
        }
        match (found, read.unread.is_empty()) {
            (true, _) => ExitCode::from(FOUND),
            (false, false) => ExitCode::from(TROUBLE),
            (false, true) => ExitCode::SUCCESS,
        }
    }

    /// Speaks the circle's language, unless another one was asked for.
    pub(crate) fn speak(&self, circle: &Circle) {
        let its = circle.language.as_deref().and_then(Lang::find);
        if let (None, Some(lang)) = (&self.asked, its) {
            self.lang.set(lang);
        }
    }
}

/// Reads the day that was typed, otherwise takes today.
pub(crate) fn day(typed: Option<&str>) -> Result<NaiveDate> {
    typed.map_or_else(|| Ok(clock::now().date_naive()), dialogue::day)
}

/// Returns a text as one line.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the file that keeps the words and commands typed before.
pub(crate) fn history() -> Option<PathBuf> {
    store::config_dir().map(|it| it.join("history"))
}

/// Returns the words of minutes and records: the circle's language, else English.
pub(crate) fn record_words(circle: &Circle) -> Words {
    let its = circle.language.as_deref().and_then(Lang::find);
    Words::of(its.unwrap_or(Lang::En))
}
