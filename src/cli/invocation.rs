//! What every command gets: the global options, the settings and the output page. How a command finds
//! the circle, and what it prints: laid out for people, or as lines of JSON for another program.

use std::cell::Cell;
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;

use crate::circle::{Circle, ListedPerson, Term};
use crate::cli::reach::Reach;
use crate::cli::{Cli, FOUND, TROUBLE, language};
use crate::dialogue::{self, Block};
use crate::error::{Error, Result};
use crate::lang::{Lang, Words, say};
use crate::session::line;
use crate::store::settings::{CONFIG, Sourced, system_language};
use crate::store::tree::{self, CirclesRead};
use crate::store::{Archive, Folder, Settings, clock};
use crate::terminal::{Page, Progress, output, screen};
use crate::text::when::{Year, iso_day};

/// The global options, the settings and the output page, which every command gets.
pub(crate) struct Invocation {
    circle: Option<PathBuf>,
    /// The language of the screen: the one given, else the circle's once it is read.
    lang: Cell<Sourced<Lang>>,
    /// Whether the language is given with `--lang` or in the settings.
    is_lang_given: bool,
    /// Whether the screen is plain.
    pub(super) plain: Sourced<bool>,
    /// The user's settings, or what is wrong with them.
    pub(super) settings: Result<Settings>,
    pub page: Page,
    /// Whether all that is printed are lines of JSON, for another program.
    prints_lines: Cell<bool>,
}

impl Invocation {
    /// Reads the settings, and joins them with the options of the command line.
    pub(super) fn of(cli: &Cli) -> Self {
        let settings = Settings::of_user();
        let read = settings.clone().unwrap_or_default();
        let named = |lang: &Option<String>, source| {
            lang.as_deref().and_then(Lang::find).map(|it| (it, Some(source)))
        };
        let asked = named(&cli.lang, "--lang").or_else(|| named(&read.lang, CONFIG));
        let lang = asked.or_else(system_language).unwrap_or((Lang::En, None));
        let plain = match read.plain() {
            _ if cli.plain => (true, Some("--plain")),
            (false, _) if screen::is_dumb() => (true, Some("TERM")),
            held => held,
        };
        let page = if plain.0 { Page::plain() } else { screen::page() };
        Self {
            circle: cli.circle.clone(),
            lang: Cell::new(lang),
            is_lang_given: asked.is_some(),
            plain,
            settings,
            page,
            prints_lines: Cell::new(false),
        }
    }

    /// Returns the texts of the screen's language.
    pub(crate) fn words(&self) -> Words {
        Words::of(self.lang().0)
    }

    /// Returns the language of the screen, and what sets it.
    pub(super) fn lang(&self) -> Sourced<Lang> {
        self.lang.get()
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
        let mut read = tree::read(&branches, || progress.step(), look);
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

    /// Parses a term, in short `1w` or `10d`, or in words that may be in the circle's language.
    pub(crate) fn term(&self, typed: &str) -> Result<Term> {
        let short = format!("P{}", typed.to_uppercase());
        typed.parse().or_else(|_| short.parse()).or_else(|_| {
            self.speak_as_circle();
            dialogue::term(typed, &self.words())
        })
    }

    /// Switches the screen to the circle's language before the circle is read by a command. One
    /// that cannot be read is an error of the command.
    fn speak_as_circle(&self) {
        if !self.is_lang_given {
            let _ = self.circle();
        }
    }

    /// Switches the screen to the circle's language, unless one is given.
    pub(crate) fn speak(&self, circle: &Circle) {
        if !self.is_lang_given && circle.language.is_some() {
            self.lang.set((language(circle).unwrap_or(Lang::En), Some(Folder::CIRCLE)));
        }
    }

    /// From now on prints everything as lines of JSON, errors too.
    pub(crate) fn print_lines(&self) {
        self.prints_lines.set(true);
    }

    /// Returns whether everything is printed as lines of JSON.
    pub(crate) fn prints_lines(&self) -> bool {
        self.prints_lines.get()
    }

    /// Prints blocks to standard output, laid out for its page.
    pub(crate) fn show(&self, blocks: &[Block]) -> Result<()> {
        output::print(&if self.prints_lines() {
            line::shown(blocks)
        } else {
            self.page.lines(blocks)
        })
    }

    /// Begins to show how much is done of a run of `count` things.
    pub(crate) fn progress(&self, count: usize) -> Progress {
        Progress::new(count, self.page.look())
    }

    /// Prints a remark to standard error.
    pub(crate) fn note(&self, remark: &Error) -> Result<()> {
        let said = remark.say_as(&say!("label-note"), &self.words());
        if self.prints_lines() {
            return self.show(&[Block::Hint(said)]);
        }
        output::eprint(&format!("{said}\n"));
        Ok(())
    }

    /// Prints errors to standard error, such as those of files that a command goes on without.
    /// Returns the exit code of a command that has no other result.
    pub(crate) fn warn(&self, errors: &[Error]) -> ExitCode {
        if errors.is_empty() {
            return ExitCode::SUCCESS;
        }
        let words = self.words();
        for err in errors {
            if self.prints_lines() {
                // There is nobody left to tell that this cannot be printed.
                let _ = output::print(&line::error("error", err, &words));
            } else {
                output::eprint(&format!("{}\n", err.say(&words)));
            }
        }
        ExitCode::from(TROUBLE)
    }
}
