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
mod print;
mod reach;

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Parser, Subcommand};

use crate::circle::{Circle, ListedPerson, Term};
use crate::cli::reach::Reach;
use crate::dialogue::Block;
use crate::error::{Error, Result};
use crate::lang::{Lang, Phrase, Words, known_languages, say};
use crate::store::settings::system_language;
use crate::store::tree::{CircleRead, CirclesRead};
use crate::store::{Archive, Folder, Settings, clock, file};
use crate::terminal::{Page, output, screen};
use crate::text::visible;
use crate::text::when::{Year, iso_day};
use crate::{dialogue, store};

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
    let here = cli.here();
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
    if seen == said {
        // There is nobody left to tell that this cannot be printed.
        let _ = err.print();
    } else {
        output::eprint(&seen);
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

/// The global options and the output page, which every command gets.
pub(crate) struct Invocation {
    circle: Option<PathBuf>,
    /// The language given with `--lang` or in the settings.
    asked: Option<String>,
    /// The language of the screen: the one given, else the circle's once it is read.
    lang: Cell<Lang>,
    /// The user's settings, or what is wrong with them.
    settings: Result<Settings>,
    pub page: Page,
    /// Whether all that is printed are lines of JSON, for another program.
    prints_lines: Cell<bool>,
}

impl Cli {
    /// Returns the global options and the output page.
    fn here(&self) -> Invocation {
        let settings = Settings::of_user();
        let read = settings.clone().unwrap_or_default();
        let asked = self.lang.clone().or_else(|| read.lang.clone());
        let system = || system_language().map(|(it, _)| it);
        let lang = asked.as_deref().and_then(Lang::find).or_else(system).unwrap_or(Lang::En);
        let is_plain = self.plain || read.plain().0;
        let page = if is_plain { Page::plain() } else { screen::page() };
        Invocation {
            circle: self.circle.clone(),
            asked,
            lang: Cell::new(lang),
            settings,
            page,
            prints_lines: Cell::new(false),
        }
    }

    fn run(&self, here: &Invocation) -> CommandResult {
        if let Some(asked) = &self.lang
            && Lang::find(asked).is_none()
        {
            let err = Error::new(say!("error-language", lang = asked));
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

impl Invocation {
    /// Returns the texts of the screen's language.
    pub(crate) fn words(&self) -> Words {
        Words::of(self.lang.get())
    }

    /// Finds the circle's folder: the one given with `--circle`, or the nearest.
    pub(crate) fn folder(&self) -> Result<Folder> {
        Folder::find(self.circle.as_deref())
    }

    /// Finds and reads the circle, and switches the screen to its language.
    pub(crate) fn circle(&self) -> Result<(Folder, Circle), Vec<Error>> {
        let folder = self.folder()?;
        let circle = folder.circle()?;
        self.speak(&circle);
        Ok((folder, circle))
    }

    /// Runs `look` on the circles that `reach` names. Switches the screen to the language of the first
    /// circle. If only one is asked for, one that cannot be read is an error.
    pub(crate) fn read<T: Send>(
        &self,
        reach: Reach,
        look: impl Fn(&Archive, &Circle, &mut Vec<Error>) -> Result<T, Vec<Error>> + Sync,
    ) -> Result<CirclesRead<T>, Vec<Error>> {
        let mut unread = Vec::new();
        let branches = reach.branches(self.folder()?, &mut unread);
        let progress = self.progress(branches.len());
        let mut read = store::tree::read(&branches, || progress.step(), look);
        drop(progress);
        if let Some(first) = read.circles.first() {
            self.speak(&first.circle);
        }
        if reach == Reach::One && read.failed > 0 {
            return Err(read.unread);
        }
        read.unread.splice(0..0, unread);
        Ok(read)
    }

    /// Prints the errors of files, and how many circles could not be read if any. Returns the exit
    /// code: `TROUBLE` goes before `FOUND`.
    pub(crate) fn end(&self, unread: &[Error], failed: usize, found: bool) -> ExitCode {
        let code = self.warn(unread);
        if failed > 0 {
            let said = self.words().say(&say!("circles-failed", count = failed));
            output::eprint(&format!("{said}\n"));
        }
        let is_read = unread.is_empty() && failed == 0;
        if found && is_read { ExitCode::from(FOUND) } else { code }
    }

    /// Returns everyone of the list of people, nobody if there is none. Its errors are added to `unread`.
    pub(crate) fn listed(&self, unread: &mut Vec<Error>) -> Vec<ListedPerson> {
        let listed = self.folder().map_err(Into::into).and_then(|it| it.listed_people());
        let listed = listed.map_err(|errors| unread.extend(errors)).ok();
        listed.and_then(|(_, it)| it).unwrap_or_default()
    }

    /// Parses a day; without one, returns today.
    pub(crate) fn day_or_today(&self, typed: Option<&str>) -> Result<NaiveDate> {
        typed.map_or_else(|| Ok(clock::now().date_naive()), |it| self.day(it, Year::Next))
    }

    /// Parses a day. One that is not typed as `2026-09-05` may be in the circle's language, and
    /// what was understood is printed to standard error.
    pub(crate) fn day(&self, typed: &str, year: Year) -> Result<NaiveDate> {
        if let Some(day) = iso_day(typed) {
            return Ok(day);
        }
        self.speak_as_circle();
        let (words, today) = (self.words(), clock::now().date_naive());
        let day = dialogue::day(typed, &words, today, year)?;
        let said = words.say(&say!("day-understood", date = words.date_with_weekday(day)));
        output::eprint(&format!("{said}\n"));
        Ok(day)
    }

    /// Parses a term, which may be in the circle's language.
    pub(crate) fn term(&self, typed: &str) -> Result<Term> {
        typed.parse().or_else(|_| {
            self.speak_as_circle();
            dialogue::term(typed, &self.words())
        })
    }

    /// Switches the screen to the circle's language before the circle is read by a command. One
    /// that cannot be read is an error of the command.
    fn speak_as_circle(&self) {
        if self.asked.is_none() {
            let _ = self.circle();
        }
    }

    /// Switches the screen to the circle's language, unless `--lang` gives one.
    pub(crate) fn speak(&self, circle: &Circle) {
        if self.asked.is_none() && circle.language.is_some() {
            self.lang.set(language(circle).unwrap_or(Lang::En));
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

/// Replaces line breaks and runs of white space by single spaces.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the language of the circle, if it names one that the program has.
fn language(circle: &Circle) -> Option<Lang> {
    circle.language.as_deref().and_then(Lang::find)
}

/// Returns a remark if the circle names a language that the program does not have.
fn language_missing(folder: &Folder, circle: &Circle) -> Option<Error> {
    let lang = circle.language.as_ref().filter(|it| Lang::find(it).is_none())?;
    let remark = Error::new(say!("language-missing", lang = lang));
    let remark = remark.hint(say!("hint-language-missing", known = known_languages()));
    Some(remark.in_file(file::named(&folder.path(Folder::CIRCLE))))
}

/// Returns the texts of minutes and records: in the circle's language, else in English.
pub(crate) fn record_words(circle: &Circle) -> Words {
    Words::of(language(circle).unwrap_or(Lang::En))
}
