//! `rounds backlog`: the topics that wait, and how one gets there between two meetings.

use std::process::ExitCode;

use chrono::NaiveDate;
use strum::VariantNames;

use crate::circle::Circle;
use crate::cli::{CommandResult, Invocation, one_line};
use crate::dialogue::Block;
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::meeting::ItemKind;
use crate::records::{FrontMatter, Reason, Topic, rows};
use crate::session::script;
use crate::store::{Archive, clock, file};
use crate::terminal::{Look, Page, output};
use crate::text::{forbidden, refuse_character, same};
use crate::toml_file::unknown_word;
use crate::{dialogue, records};

/// Lists the topics that wait for a meeting, or adds one
///
/// In the order in which a meeting offers them; what was postponed comes last. Exits with 2 when
/// a file cannot be read.
#[derive(clap::Args)]
pub(super) struct Args {
    /// Of this circle and all below it
    #[arg(long)]
    deep: bool,

    /// Prints a JSON list, with the keys of the files
    #[arg(long, global = true)]
    json: bool,

    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(clap::Subcommand)]
enum Command {
    Add(Add),
}

/// Adds a topic, also while a meeting is running
#[derive(clap::Args)]
struct Add {
    /// What it is called
    #[arg(value_name = "TITLE", required = true)]
    title: Vec<String>,

    /// What is to be done with it: decide, select, explore or report
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,

    /// The member who brings it
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
    /// Lists the topics, or adds one.
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        match &self.command {
            Some(Command::Add(add)) => add.run(here, self.json),
            None => self.list(here),
        }
    }

    fn list(&self, here: &Invocation) -> CommandResult {
        let read = here.read(self.deep, |archive, _, unread| {
            let mut topics = topics(archive, unread)?;
            topics.sort_by_key(|(_, it)| it.postponed.is_some());
            Ok(topics)
        })?;
        let all = read.circles.iter().flat_map(|(circle, topics)| {
            topics.iter().map(move |it| (Some(circle.name.as_str()).filter(|_| self.deep), it))
        });
        if self.json {
            let all = all.map(|(circle, (file, it))| it.row(circle, file));
            output::print(&rows::json(&all.collect::<Vec<_>>()))?;
        } else if !read.circles.is_empty() {
            let topics: Vec<_> = all.map(|(circle, (_, it))| (circle, it)).collect();
            output::print(&here.page.lines(&listed(&topics, &here.words(), here.page)))?;
        }
        Ok(here.end(&read, false))
    }
}

/// Returns the topics, each behind the name of its file. What is wrong with files that cannot be read
/// is added to `unread`.
fn topics(archive: &Archive, unread: &mut Vec<Error>) -> Result<Vec<(String, Topic)>> {
    let topics = archive.topics()?;
    unread.extend(topics.errors());
    let topics = topics.records.iter();
    Ok(topics.map(|(path, it)| (archive.named(path), it.clone())).collect())
}

/// Returns the topics as rows: what, how, whose, how long, since when, until when; the circle
/// first where it is told.
fn listed(topics: &[(Option<&str>, &Topic)], words: &Words, page: Page) -> Vec<Block> {
    if topics.is_empty() {
        return vec![Block::Text(words.say(&say!("backlog-empty")))];
    }
    let row = |(circle, it): &(Option<&str>, &Topic)| {
        let postponed = it.postponed.and_then(|it| Reason::Postponed(it).said());
        let said = [
            Some(records::kind(it.kind())),
            it.minutes.map(|it| say!("minutes", count = it)),
            it.since.map(|it| say!("backlog-since", date = it)),
            postponed,
        ];
        let [kind, minutes, since, postponed] =
            said.map(|it| it.map(|it| words.say(&it)).unwrap_or_default());
        // When it comes back is what counts; where both are seen, the title has no room.
        let is_heard = page.look() == Look::Plain;
        let (since, postponed) = match postponed {
            postponed if is_heard || postponed.is_empty() => (since, postponed),
            postponed => (postponed, String::new()),
        };
        let by = it.by.as_deref().map(one_line).unwrap_or_default();
        let circle = circle.map(one_line).unwrap_or_default();
        vec![circle, one_line(&it.title), kind, by, minutes, since, postponed]
    };
    let right = words.say(&say!("backlog-topics", count = topics.len()));
    let heading = Block::Heading { left: words.say(&say!("backlog-heading")), right };
    vec![heading, Block::Table { rows: topics.iter().map(row).collect(), wraps: &[0, 1, 3] }]
}

impl Add {
    fn run(&self, here: &Invocation, json: bool) -> CommandResult {
        let (folder, circle) = here.circle()?;
        let topic = self.topic(&circle, clock::now().date_naive())?;
        let mut unread = Vec::new();
        let topics = topics(&Archive::of(&folder), &mut unread)?;
        if let Some((file, there)) = topics.iter().find(|(_, it)| same(&it.title, &topic.title)) {
            let err = Error::new(say!("error-topic-there", title = &there.title));
            return Err(err.hint(say!("hint-topic-there")).in_file(file).into());
        }
        // The lock of a meeting is of no concern here: no other file is changed.
        let path = folder.free_topic(&topic.title);
        file::create(&path, &topic.to_text())?;
        let (label, written) = (here.words().say(&say!("label-written")), file::named(&path));
        output::print(&if json {
            rows::json(&[topic.row(None, &written)])
        } else {
            here.page.lines(&[Block::Pair { label, text: written }])
        })?;
        here.say_unread(&unread);
        Ok(ExitCode::SUCCESS)
    }

    /// Reads what was typed, all of it or nothing.
    fn topic(&self, circle: &Circle, today: NaiveDate) -> Result<Topic> {
        let title = one_line(&self.title.join(" "));
        if title.is_empty() {
            let err = Error::new(say!("error-no-title", word = "add"));
            return Err(err.hint(say!("hint-add-title")));
        }
        Ok(Topic {
            title: shown(title)?,
            kind: self.kind.as_deref().map(kind).transpose()?,
            by: self.by.as_deref().map(|it| member(circle, it)).transpose()?,
            minutes: self.minutes.as_deref().map(minutes).transpose()?,
            since: Some(today),
            postponed: self.postponed.as_deref().map(|it| later(it, today)).transpose()?,
            text: self.text.as_deref().map(text).transpose()?,
            ..Topic::default()
        })
    }
}

/// Refuses what would not be shown as it is kept.
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

fn member(circle: &Circle, typed: &str) -> Result<String> {
    let names = circle.names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    dialogue::find(&names, typed).map(str::to_owned)
}

fn minutes(typed: &str) -> Result<u32> {
    dialogue::minutes(typed).ok_or_else(|| {
        Error::new(say!("error-minutes", typed = typed)).hint(say!("hint-add-minutes"))
    })
}

/// Reads a day from today on.
fn later(typed: &str, today: NaiveDate) -> Result<NaiveDate> {
    let date = dialogue::day(typed)?;
    if date < today {
        return Err(Error::new(say!("error-date-past", date = date)));
    }
    Ok(date)
}

/// Takes a draft as it was typed, or from standard input.
pub(crate) fn text(typed: &str) -> Result<String> {
    let text = if typed == "-" { script::read("-")? } else { typed.to_owned() };
    let text = text.replace("\r\n", "\n");
    let text = text.trim_matches('\n');
    if text.trim().is_empty() {
        return Err(Error::new(say!("error-empty-answer")));
    }
    shown(text.to_owned())
}
