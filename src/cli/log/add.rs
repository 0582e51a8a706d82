//! `rounds log add`: adds a decision or an election from before the circle used the program.

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;

use crate::circle::{Circle, Effect, check_new_name, check_together};
use crate::cli::backlog::{shown, text};
use crate::cli::check::circle_file::not_done;
use crate::cli::new::{Asked, filled};
use crate::cli::{CommandResult, Invocation};
use crate::dialogue::Block;
use crate::error::{Error, Place, Result};
use crate::lang::{Phrase, say};
use crate::meeting::validity::{Lasting, ValidityKeys, WrongKeys};
use crate::meeting::{DatedValidity, Validity, first_and_further, refuse_ending};
use crate::records::format::record_parts::between;
use crate::records::format::validity::beside;
use crate::records::query::lineage;
use crate::records::{Decision, Election, FrontMatter, Record, entries};
use crate::store::{Archive, Folder, Log, clock, file};
use crate::terminal::{Terminal, screen, signals};
use crate::text::when::Year;
use crate::text::{one_line, slug};

/// Adds a decision or an election from before there were records
///
/// What is missing is asked for at a terminal. `--role` makes it an election.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds log add
      Asks for what is needed.
  rounds log add --title Fee --date 2024-05-03 --term \"1 year\" --text \"12 a month.\"
  rounds log add --role Keys --elected Ana --date 2024-05-03 --term \"1 year\"
      An election.")]
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

    /// How long it stands before it comes back: `1 year`
    #[arg(long, value_name = "TERM")]
    term: Option<String>,

    /// The day the decision comes back, or the term of a role ends; otherwise after its term
    #[arg(long, value_name = "DATE")]
    until: Option<String>,

    /// How long the decision lasts before it ends by itself: `3 months`
    #[arg(long, value_name = "TERM", conflicts_with = "role")]
    lasts: Option<String>,

    /// The last day of a decision that ends by itself
    #[arg(long, value_name = "DATE", conflicts_with = "role")]
    expires: Option<String>,

    /// The decision is done once and over
    #[arg(long, conflicts_with = "role")]
    once: bool,

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

    /// How it changed the circle, as in a meeting: `leave Emil`
    #[arg(long, value_name = "EFFECT", conflicts_with = "role")]
    effect: Vec<String>,

    /// The role somebody was elected to
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,

    /// Who was elected
    #[arg(long, value_name = "NAME", requires = "role")]
    elected: Option<String>,

    /// The day the term began, if not the day of the election
    #[arg(long, value_name = "DATE", requires = "role")]
    since: Option<String>,

    /// Why this person
    #[arg(long, value_name = "REASON", requires = "role")]
    reason: Option<String>,
}

impl Add {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let (folder, circle) = here.circle()?;
        folder.refuse_links()?;
        let read = Archive::of(&folder).log(None)?;
        let mut entries = entries(&read.decisions, &read.elections, clock::now().date_naive());
        let is_election = self.role.is_some();
        entries.retain(|it| matches!(it.record, Record::Election(_)) == is_election);
        let id = |typed: &String| Ok(lineage::find(&entries, typed)?.record.id().to_owned());
        let replaces = self.replaces.iter().map(id).collect::<Result<_>>()?;
        let ends = self.ends.iter().map(id).collect::<Result<_>>()?;
        // Adding it again, perhaps because its message was lost, does not double it.
        let (path, text) = if let Some(role) = &self.role {
            let mut election = self.election(here, &circle, role)?;
            election.replaces = replaces;
            let name = slug::id(election.date, &election.role);
            election.id = folder.free_id::<Election>(name);
            let (path, text) = new_file(&folder, &election.id, &election)?;
            let mut twins = read.elections.iter().filter(|it| it.date == election.date);
            let is_same = |it: &&Election| {
                let (id, title) = (election.id.clone(), election.title.clone());
                Election { id, title, ..(*it).clone() }.to_text() == text
            };
            let twin = twins.find(is_same);
            new_record(twin.map(Record::Election), &read)?;
            (path, text)
        } else {
            let mut decision = self.decision(here, &circle)?;
            (decision.replaces, decision.ends) = (replaces, ends);
            let name = slug::id(decision.date, &decision.title);
            decision.id = folder.free_id::<Decision>(name);
            let (path, text) = new_file(&folder, &decision.id, &decision)?;
            let mut twins = read.decisions.iter().filter(|it| it.date == decision.date);
            let is_same = |it: &&Decision| {
                Decision { id: decision.id.clone(), ..(*it).clone() }.to_text() == text
            };
            let twin = twins.find(is_same);
            new_record(twin.map(Record::Decision), &read)?;
            (path, text)
        };
        file::create(&path, &text)?;
        let (label, written) = (here.words().say(&say!("label-written")), file::named(&path));
        let shown = here.show(&[Block::Pair { label, text: written.clone() }]);
        shown.map_err(|it| it.hint(say!("hint-is-written", file = written)))?;
        let mut unread = read.unread;
        if !self.effect.is_empty() {
            // What was changed by hand is there already; what is not is perhaps a slip.
            let (archive, today) = (Archive::of(&folder), clock::now().date_naive());
            let mut missing = archive.unapplied(&circle, today)?.0;
            missing.extend(archive.undone_circles(today)?);
            missing.retain(|it| path.file_stem().is_some_and(|stem| stem == it.id.as_str()));
            let name = file::named(&folder.path(Folder::CIRCLE));
            unread.extend(missing.iter().map(|it| not_done(it).in_file(&name)));
        }
        here.warn(&unread);
        Ok(ExitCode::SUCCESS)
    }

    fn decision(&self, here: &Invocation, circle: &Circle) -> Result<Decision> {
        let by = self.by.as_deref().map(names).transpose()?;
        let who = self.who.as_deref().map(names).transpose()?;
        let validity = self.validity(here)?;
        let title = required(here, "title", self.title.as_deref(), &say!("ask-add-title"), |it| {
            shown(one_line(&filled(it)?))
        })?;
        let date = self.date(here)?;
        let validity = match (validity, self.review.as_deref()) {
            (Some(validity), None) => Ok(validity.announced(date)),
            (Some(Validity::Term(_)) | None, review) => {
                let review = required(here, "review", review, &say!("ask-add-review"), |it| {
                    not_before(date, "review", ahead(here, it, date)?)
                })?;
                let term = validity.and_then(Validity::term);
                let term = term.unwrap_or_else(|| between(date, review));
                Ok(DatedValidity { is: Validity::Term(term), day: Some(review) })
            }
            (Some(_), Some(_)) => Err(beside("review")),
        }?;
        if let Some(day) = validity.day {
            not_before(date, validity.is.day_key(), day)?;
        }
        let text = match &self.text {
            Some(typed) => text(typed)?,
            // Where other values are asked for, the text is too; it may stay empty.
            None if self.title.is_none() || self.date.is_none() => {
                required(here, "text", None, &say!("ask-add-text"), |it| shown(it.to_owned()))?
            }
            None => String::new(),
        };
        let mut decision = Decision::earlier(&title, &circle.name, date, validity);
        decision.text = text;
        decision.effects = self.effect.iter().map(|it| it.parse()).collect::<Result<_>>()?;
        check_effects(&decision, circle)?;
        decision.responsible = who.unwrap_or_default();
        (decision.by, decision.with) = first_and_further(by.unwrap_or_default());
        Ok(decision)
    }

    /// Reads how long a decision stands, if an option says so.
    fn validity(&self, here: &Invocation) -> Result<Option<Validity>> {
        let term = |it: &Option<String>| it.as_deref().map(|it| here.term(it)).transpose();
        let day =
            |it: &Option<String>| it.as_deref().map(|it| here.day(it, Year::Next)).transpose();
        let keys = ValidityKeys {
            term: term(&self.term)?,
            until: day(&self.until)?,
            lasts: term(&self.lasts)?,
            expires: day(&self.expires)?,
            once: self.once,
            review: None,
        };
        Lasting::of(keys).map_err(|(WrongKeys::Missing(key) | WrongKeys::Beside(key))| beside(key))
    }

    fn election(&self, here: &Invocation, circle: &Circle, role: &str) -> Result<Election> {
        let term = self.term.as_deref().map(|it| here.term(it)).transpose()?;
        let since = self.since.as_deref().map(|it| here.day(it, Year::Last)).transpose()?;
        let role = one_line(role);
        check_new_name(&role)?;
        let elected =
            required(here, "elected", self.elected.as_deref(), &say!("ask-add-elected"), |it| {
                check_new_name(it).map(|()| it.to_owned())
            })?;
        let date = self.date(here)?;
        let begins = since.unwrap_or(date);
        let until = match (term, self.until.as_deref()) {
            (Some(term), None) => term.after(begins),
            (_, until) => required(here, "until", until, &say!("ask-add-until"), |it| {
                let until = ahead(here, it, begins)?;
                let early = say!("error-until-before-since", until = until, since = begins);
                if until < begins { Err(Error::new(early)) } else { Ok(until) }
            })?,
        };
        let mut election = Election::earlier(&role, &elected, &circle.name, date, (begins, until));
        election.term = term.unwrap_or(election.term);
        election.reason = self.reason.as_deref().map(text).transpose()?;
        Ok(election)
    }

    fn date(&self, here: &Invocation) -> Result<NaiveDate> {
        required(here, "date", self.date.as_deref(), &say!("ask-add-date"), |it| {
            here.day(it, Year::Last)
        })
    }
}

/// Refuses changes that no decision can make: several of one thing, a rule that is none, and such as would
/// end by themselves.
fn check_effects(decision: &Decision, circle: &Circle) -> Result<()> {
    check_together(&decision.effects)?;
    let rules = decision.effects.iter().filter(|it| matches!(it, Effect::Rule { .. }));
    for rule in rules {
        rule.apply(&mut circle.clone(), decision.date)?;
    }
    refuse_ending(&decision.effects, Some(decision.validity.is))
}

/// Reads the value of an option. A missing value is asked for at a terminal, else an error.
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
    answer
}

/// Parses a day, or a term that is counted from `from`.
fn ahead(here: &Invocation, typed: &str, from: NaiveDate) -> Result<NaiveDate> {
    here.day(typed, Year::Next).or_else(|err| match here.term(typed) {
        Ok(term) => Ok(term.after(from)),
        Err(_) => Err(err),
    })
}

/// Refuses a day, the value of `key`, before the day of the decision.
fn not_before(date: NaiveDate, key: &str, day: NaiveDate) -> Result<NaiveDate> {
    let early = say!("error-review-before-date", key = key, date = date, review = day);
    if day < date { Err(Error::new(early)) } else { Ok(day) }
}

/// Parses names separated by commas.
fn names(typed: &str) -> Result<Vec<String>> {
    let names: Vec<&str> = typed.split(',').map(str::trim).filter(|it| !it.is_empty()).collect();
    names.iter().try_for_each(|it| check_new_name(it))?;
    Ok(names.into_iter().map(str::to_owned).collect())
}

/// Refuses to add a record that is there already, with all that was given.
fn new_record(twin: Option<Record<'_>>, read: &Log) -> Result<()> {
    let Some(twin) = twin else { return Ok(()) };
    let err = Error::new(say!("error-added-already"));
    Err(err.hint(say!("hint-added-already", id = twin.id())).in_file(read.file(twin)))
}

/// Returns the path and text of a record's new file, after checking that the text can be read back.
fn new_file<T: FrontMatter>(folder: &Folder, id: &str, record: &T) -> Result<(PathBuf, String)> {
    let text = record.to_text();
    match T::read_text(&text) {
        Ok(_) => Ok((folder.path(T::path(id)), text)),
        // The error has no place, because the file does not exist yet.
        Err(errors) => {
            let err = errors.into_iter().next().expect("a failed read has an error");
            Err(Error { place: Place::default(), ..err })
        }
    }
}
