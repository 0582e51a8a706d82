//! `rounds log add`: a decision or an election from before there were records.

use std::process::ExitCode;

use chrono::NaiveDate;

use crate::circle::{Circle, Term, check_name};
use crate::cli::backlog::{shown, text};
use crate::cli::new::{Asked, filled};
use crate::cli::{CommandResult, Invocation, one_line};
use crate::dialogue::Block;
use crate::error::{Error, Place, Result};
use crate::lang::{Phrase, say};
use crate::records::query::lineage;
use crate::records::{Decision, Election, FrontMatter, entries};
use crate::store::{Archive, Folder, clock, file};
use crate::terminal::{Terminal, output, screen, signals};
use crate::text::slug;
use crate::{dialogue, records};

/// Adds a decision or an election from before there were records
///
/// What is missing is asked for at a terminal. `--role` makes it an election.
#[derive(clap::Args)]
pub(super) struct Add {
    /// What the decision is called
    #[arg(long, value_name = "TITLE", conflicts_with = "role")]
    title: Option<String>,

    /// The day it was decided or elected: 2024-05-03
    #[arg(long, value_name = "DATE")]
    date: Option<String>,

    /// The day the decision comes back; otherwise after its term
    #[arg(long, value_name = "DATE", conflicts_with = "role")]
    review: Option<String>,

    /// How long it stands: `1 year`
    #[arg(long, value_name = "TERM")]
    term: Option<String>,

    /// What was decided; `-` reads it from standard input
    #[arg(long, value_name = "TEXT", conflicts_with = "role")]
    text: Option<String>,

    /// Who proposed it
    #[arg(long, value_name = "NAME", conflicts_with = "role")]
    by: Option<String>,

    /// Who sees to it, with commas between
    #[arg(long, value_name = "NAMES", conflicts_with = "role")]
    who: Option<String>,

    /// A record it replaces: the beginning of its id, or its title
    #[arg(long, value_name = "ID")]
    replaces: Vec<String>,

    /// A decision it ends
    #[arg(long, value_name = "ID", conflicts_with = "role")]
    ends: Vec<String>,

    /// The role somebody was elected to
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,

    /// Who was elected
    #[arg(long, value_name = "NAME", requires = "role")]
    elected: Option<String>,

    /// The day the term ends; otherwise after its term
    #[arg(long, value_name = "DATE", requires = "role")]
    until: Option<String>,

    /// The day the term began, if not the day of the election
    #[arg(long, value_name = "DATE", requires = "role")]
    since: Option<String>,

    /// Why this person
    #[arg(long, value_name = "REASON", requires = "role")]
    reason: Option<String>,
}

impl Add {
    /// Writes the record, and says which file.
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let (folder, circle) = here.circle()?;
        let read = Archive::of(&folder).log(None)?;
        let entries = entries(&read.decisions, &read.elections, clock::now().date_naive());
        let (decisions, elections): (Vec<_>, Vec<_>) =
            entries.into_iter().partition(|it| matches!(it.record, records::Record::Decision(_)));
        let ids = |typed: &[String], among: &[records::LogEntry<'_>]| -> Result<Vec<String>> {
            let found = typed.iter().map(|it| lineage::find(among, it));
            found.map(|it| it.map(|it| it.record.id().to_owned())).collect()
        };
        let (replaces, ends) = match self.role {
            Some(_) => (ids(&self.replaces, &elections)?, Vec::new()),
            None => (ids(&self.replaces, &decisions)?, ids(&self.ends, &decisions)?),
        };
        let (part, id, text) = if let Some(role) = &self.role {
            let mut it = self.election(here, &circle, role)?;
            it.replaces = replaces;
            it.id = free_id(&folder, "elections", it.date, &it.role);
            let text = it.to_text();
            Election::read_text(&text).map_err(without_place)?;
            ("elections", it.id, text)
        } else {
            let mut it = self.decision(here, &circle)?;
            (it.replaces, it.ends) = (replaces, ends);
            it.id = free_id(&folder, "decisions", it.date, &it.title);
            let text = it.to_text();
            Decision::read_text(&text).map_err(without_place)?;
            ("decisions", it.id, text)
        };
        let path = folder.path(part).join(format!("{id}.md"));
        file::create(&path, &text)?;
        let (label, written) = (here.words().say(&say!("label-written")), file::named(&path));
        output::print(&here.page.lines(&[Block::Pair { label, text: written }]))?;
        here.say_unread(&read.unread);
        Ok(ExitCode::SUCCESS)
    }

    fn decision(&self, here: &Invocation, circle: &Circle) -> Result<Decision> {
        let given = [&self.by, &self.who].map(|it| it.as_deref().map(names).transpose());
        let [by, who] = given;
        let (by, who) = (by?, who?);
        let term = self.term.as_deref().map(str::parse::<Term>).transpose()?;
        let title = required(here, "title", self.title.as_deref(), &say!("ask-add-title"), |it| {
            shown(one_line(&filled(it)?))
        })?;
        let date =
            required(here, "date", self.date.as_deref(), &say!("ask-add-date"), dialogue::day)?;
        let review = match (term, &self.review) {
            (Some(term), None) => term.after(date),
            (_, review) => {
                let ask = say!("ask-add-review");
                required(here, "review", review.as_deref(), &ask, |it| {
                    let review = ahead(it, date)?;
                    let early = say!("error-review", date = date, review = review);
                    if review < date { Err(Error::new(early)) } else { Ok(review) }
                })?
            }
        };
        let text = match &self.text {
            Some(typed) => text(typed)?,
            // Whoever is asked for the rest is asked for it too, and may leave it open.
            None if self.title.is_none() || self.date.is_none() => {
                required(here, "text", None, &say!("ask-add-text"), |it| shown(it.to_owned()))?
            }
            None => String::new(),
        };
        let mut it = Decision::earlier(&title, &circle.name, date, review);
        it.text = text;
        it.term = term.unwrap_or(it.term);
        it.responsible = who.unwrap_or_default();
        it.by = by.and_then(|it| it.into_iter().next());
        Ok(it)
    }

    fn election(&self, here: &Invocation, circle: &Circle, role: &str) -> Result<Election> {
        let term = self.term.as_deref().map(str::parse::<Term>).transpose()?;
        let since = self.since.as_deref().map(dialogue::day).transpose()?;
        let role = one_line(role);
        check_name(&role)?;
        let elected =
            required(here, "elected", self.elected.as_deref(), &say!("ask-add-elected"), |it| {
                check_name(it).map(|()| it.to_owned())
            })?;
        let date =
            required(here, "date", self.date.as_deref(), &say!("ask-add-date"), dialogue::day)?;
        let begins = since.unwrap_or(date);
        let until = match (term, &self.until) {
            (Some(term), None) => term.after(begins),
            (_, until) => {
                let ask = say!("ask-add-until");
                required(here, "until", until.as_deref(), &ask, |it| {
                    let until = ahead(it, begins)?;
                    let early = say!("error-until", until = until, since = begins);
                    if until < begins { Err(Error::new(early)) } else { Ok(until) }
                })?
            }
        };
        let mut it = Election::earlier(&role, &elected, &circle.name, date, (begins, until));
        it.term = term.unwrap_or(it.term);
        it.reason = self.reason.as_deref().map(text).transpose()?;
        Ok(it)
    }
}

/// Takes what was given for an option; what is missing is asked for, where somebody can be.
fn required<T>(
    here: &Invocation,
    option: &'static str,
    given: Option<&str>,
    question: &Phrase,
    read: impl Fn(&str) -> Result<T>,
) -> Result<T> {
    if let Some(given) = given {
        return read(given.trim());
    }
    if !screen::is_attended() {
        let err = Error::new(say!("error-add-missing", option = option));
        return Err(err.hint(say!("hint-add-missing")));
    }
    let words = here.words();
    signals::watch(&words);
    let mut terminal = Terminal::new(&words, here.page, None);
    let mut asked = Asked { words: &words, answers: &mut terminal };
    let answer = asked.line(&say!("add-label", option = option), question, read);
    signals::restore();
    answer?.ok_or_else(|| Error::new(say!("error-new-given-up")))
}

/// Reads a day, or a term counted from one.
fn ahead(typed: &str, from: NaiveDate) -> Result<NaiveDate> {
    dialogue::day(typed).or_else(|err| match typed.parse::<Term>() {
        Ok(term) => Ok(term.after(from)),
        Err(_) => Err(err),
    })
}

/// Reads names with commas between.
fn names(typed: &str) -> Result<Vec<String>> {
    let names: Vec<&str> = typed.split(',').map(str::trim).filter(|it| !it.is_empty()).collect();
    names.iter().try_for_each(|it| check_name(it))?;
    Ok(names.into_iter().map(str::to_owned).collect())
}

/// Returns an id that no file has yet.
fn free_id(folder: &Folder, part: &str, date: NaiveDate, title: &str) -> String {
    let mut ids = slug::numbered(slug::id(date, title));
    let path = |id: &String| folder.path(part).join(format!("{id}.md"));
    ids.find(|it| path(it).symlink_metadata().is_err()).unwrap_or_default()
}

/// Says what is wrong with what was typed: it stands in no file yet.
fn without_place(errors: Vec<Error>) -> Error {
    let err = errors.into_iter().next().expect("there is one");
    Error { place: Place::default(), ..err }
}
