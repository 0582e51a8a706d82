//! `rounds backlog`: lists the topics that wait for a meeting, and adds one.

use std::process::ExitCode;

use chrono::NaiveDate;
use strum::VariantNames;

use crate::circle::Circle;
use crate::cli::reach::ReachArgs;
use crate::cli::{CommandResult, Invocation, heading, rows};
use crate::dialogue::Block;
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::meeting::{ItemKind, all, first_and_further};
use crate::records::answer;
use crate::records::{FrontMatter, Reason, Topic};
use crate::session::script;
use crate::store::{Archive, clock, file};
use crate::terminal::{Look, Page, output};
use crate::text::when::Year;
use crate::text::{forbidden, one_line, refuse_character, same};
use crate::toml_file::unknown_word;
use crate::{dialogue, records};

/// Lists the topics that wait for a meeting, or adds one
///
/// In the order in which a meeting offers them; what was postponed comes last. Exits with 2 when
/// a file cannot be read.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds backlog --whole
      The topics of all circles.
  rounds backlog add Quiet hours --by Ana
      Adds a topic.")]
pub(super) struct Args {
    #[command(flatten)]
    reach: ReachArgs,

    /// Prints JSON, with the keys of the files
    #[arg(long, global = true)]
    json: bool,

    #[command(subcommand)]
    command: Option<Command>,
}

/// A topic behind the name of its file.
type Named = (String, Topic);

#[derive(clap::Subcommand)]
enum Command {
    Add(Add),
}

/// Adds a topic, also while a meeting is running
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds backlog add Quiet hours
  rounds backlog add Keys --kind select --minutes 20
      An election, with its minutes.
  rounds backlog add Quiet hours --text - < draft.md
      With a draft of the proposal.")]
struct Add {
    /// What it is called
    #[arg(value_name = "TITLE", required = true)]
    title: Vec<String>,

    /// What is to be done with it: decide, select, explore or report
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,

    /// Who brings it: members, or somebody from outside as `NAME (outside)`
    #[arg(long, value_name = "NAME")]
    by: Option<String>,

    /// How many minutes it is given
    #[arg(long, value_name = "N")]
    minutes: Option<String>,

    /// Not before this day: 2026-09-19
    #[arg(long, value_name = "DATE")]
    postponed: Option<String>,

    /// A draft of what is proposed; `-` reads it from standard input
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        match &self.command {
            Some(Command::Add(add)) => add.run(here, self.json),
            None => self.list(here),
        }
    }

    fn list(&self, here: &Invocation) -> CommandResult {
        let reach = self.reach.reach();
        let read = here.read(reach, |archive, _, unread| {
            let mut topics = topics(archive, unread)?;
            topics.sort_by_key(|(_, it)| it.postponed.is_some());
            Ok(topics)
        })?;
        let all = rows(&read.circles, reach);
        if self.json {
            let rows = all.iter().map(|(circle, (file, topic))| topic.row(*circle, file));
            output::print(&answer::list("topics", rows))?;
        } else if !read.circles.is_empty() {
            here.show(&listed(&all, &here.words(), here.page))?;
        }
        Ok(here.end(&read.unread, read.failed, false))
    }
}

/// Returns the topics with the names of their files. Errors of files that cannot be read are added to
/// `unread`.
fn topics(archive: &Archive, unread: &mut Vec<Error>) -> Result<Vec<Named>> {
    let topics = archive.topics()?;
    unread.extend(topics.errors());
    let topics = topics.records.iter();
    Ok(topics.map(|(path, it)| (archive.named(path), it.clone())).collect())
}

/// Lays out the topics as a table: circle if named, title, kind, who brings it, minutes, since when,
/// postponed until when.
fn listed(topics: &[(Option<&str>, &Named)], words: &Words, page: Page) -> Vec<Block> {
    if topics.is_empty() {
        return vec![Block::Text(words.say(&say!("backlog-empty")))];
    }
    let row = |(circle, (_, topic)): &(Option<&str>, &Named)| {
        let phrases = [
            Some(records::kind(topic.kind())),
            topic.minutes.map(|it| say!("minutes", count = it)),
            topic.since.map(|it| say!("backlog-since", date = it)),
            topic.postponed.and_then(|it| Reason::Postponed(it).said()),
        ];
        let [kind, minutes, mut since, mut postponed] =
            phrases.map(|phrase| phrase.map(|it| words.say(&it)).unwrap_or_default());
        // In a table there is room for one of the two dates: the one on which the topic comes back.
        if page.look() != Look::Plain && !postponed.is_empty() {
            since = std::mem::take(&mut postponed);
        }
        let by = all(topic.by.as_ref(), &topic.with);
        let by = words.list(&by.iter().map(|it| one_line(it)).collect::<Vec<_>>());
        let circle = circle.map(one_line).unwrap_or_default();
        vec![circle, one_line(&topic.title), kind, by, minutes, since, postponed]
    };
    let count = say!("backlog-topics", count = topics.len());
    let heading = heading(words, &say!("backlog-heading"), &count);
    vec![heading, Block::Table { rows: topics.iter().map(row).collect(), wraps: &[0, 1, 3] }]
}

impl Add {
    fn run(&self, here: &Invocation, as_json: bool) -> CommandResult {
        let (folder, circle) = here.circle()?;
        folder.refuse_links()?;
        let today = clock::now().date_naive();
        let topic = self.topic(here, &circle.on(today), today)?;
        let mut unread = Vec::new();
        let topics = topics(&Archive::of(&folder), &mut unread)?;
        if let Some((file, there)) = topics.iter().find(|(_, it)| same(&it.title, &topic.title)) {
            let err = Error::new(say!("error-topic-exists", title = &there.title));
            return Err(err.hint(say!("hint-topic-there")).in_file(file).into());
        }
        // Only a new file is written, so this needs no lock and also works during a meeting.
        let path = folder.free_topic(&topic.title);
        file::create(&path, &topic.to_text())?;
        let (label, written) = (here.words().say(&say!("label-written")), file::named(&path));
        let printed = output::print(&if as_json {
            answer::list("topics", [topic.row(None, &written)])
        } else {
            here.page.lines(&[Block::Pair { label, text: written.clone() }])
        });
        printed.map_err(|it| it.hint(say!("hint-is-written", file = written)))?;
        here.warn(&unread);
        Ok(ExitCode::SUCCESS)
    }

    /// Builds the topic from the arguments.
    fn topic(&self, here: &Invocation, circle: &Circle, today: NaiveDate) -> Result<Topic> {
        let title = one_line(&self.title.join(" "));
        if title.is_empty() {
            let err = Error::new(say!("error-no-title", word = "add"));
            return Err(err.hint(say!("hint-add-title")));
        }
        let names = circle.names();
        let by = self
            .by
            .as_deref()
            .map(|it| dialogue::members_or_outsiders(&names, it, &here.words()))
            .transpose()?;
        let (by, with) = first_and_further(by.unwrap_or_default());
        Ok(Topic {
            title: shown(title)?,
            kind: self.kind.as_deref().map(kind).transpose()?,
            by,
            with,
            minutes: self.minutes.as_deref().map(minutes).transpose()?,
            since: Some(today),
            postponed: self.postponed.as_deref().map(|it| later(here, it, today)).transpose()?,
            text: self.text.as_deref().map(text).transpose()?,
            ..Topic::default()
        })
    }
}

/// Refuses a text with characters that cannot be displayed.
pub(crate) fn shown(text: String) -> Result<String> {
    match forbidden(&text) {
        Some((_, character)) => Err(refuse_character(character)),
        None => Ok(text),
    }
}

fn kind(typed: &str) -> Result<ItemKind> {
    let known = ItemKind::VARIANTS.iter().copied();
    typed.to_lowercase().parse().map_err(|_| unknown_word("kind", typed, known))
}

fn minutes(typed: &str) -> Result<u32> {
    dialogue::minutes(typed).ok_or_else(|| {
        Error::new(say!("error-invalid-minutes", typed = typed)).hint(say!("hint-add-minutes"))
    })
}

/// Parses a day that is not before today.
fn later(here: &Invocation, typed: &str, today: NaiveDate) -> Result<NaiveDate> {
    let date = here.day(typed, Year::Next)?;
    if date < today {
        return Err(Error::new(say!("error-date-past", date = date)));
    }
    Ok(date)
}

/// Returns a text given as an argument, or with `-` reads it from standard input.
pub(crate) fn text(typed: &str) -> Result<String> {
    let text = if typed == "-" { script::read("-")? } else { typed.to_owned() };
    let text = text.replace("\r\n", "\n");
    let text = text.trim_matches('\n');
    if text.trim().is_empty() {
        return Err(Error::new(say!("error-empty-answer")));
    }
    shown(text.to_owned())
}
