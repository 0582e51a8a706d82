//! `rounds show`: prints one decision or election, its history and its status.

mod history;

use std::path::Path;
use std::process::ExitCode;

use toml::Table;

use crate::cli::log::{separator, title};
use crate::cli::meet::paused;
use crate::cli::show::history::{consented, history};
use crate::cli::{CommandResult, Invocation, record_words, written};
use crate::dialogue::{Block, Pick};
use crate::error::{Error, Result};
use crate::lang::{Phrase, Words, say};
use crate::meeting::{Meeting, MeetingId, Version, all};
use crate::records::filing::documents::Comparison;
use crate::records::query::lineage::{self, Lineage};
use crate::records::query::versions::versions;
use crate::records::site::{Audience, Site, SiteWords};
use crate::records::{LogEntry, Record, Status, answer, entries, rows, sentence};
use crate::store::{Archive, Existence, Folder, Written, clock, file, journal};
use crate::terminal::{can_pick, output, pick_one};
use crate::text::{clean, one_line, slug};
use crate::toml_file::fields::{Field, Group};

/// Shows a decision or an election with its whole history
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds show quiet hours
  rounds show 2026-09-05-quiet-hours --html > quiet-hours.html
      One page, to send by mail.")]
pub(super) struct Args {
    /// Its id or the beginning of it, or a part of its title
    #[arg(value_name = "ID", required = true)]
    id: Vec<String>,

    /// Prints JSON, with the keys of the file
    #[arg(long)]
    json: bool,

    /// Prints one page of HTML, to send by mail
    #[arg(long, conflicts_with = "json")]
    html: bool,
}

/// The history of a record, from other files than its own.
struct Past<'e, 'r> {
    before: Vec<&'e LogEntry<'r>>,
    after: Vec<&'e LogEntry<'r>>,
    /// The versions put to the circle, from the journal.
    versions: Vec<Version>,
    minutes: Option<String>,
    /// The journal of its meeting, if that gives something else.
    differs: Option<String>,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let (folder, _) = here.circle()?;
        let read = Archive::of(&folder).log(None)?;
        let entries = entries(&read.decisions, &read.elections, clock::now().date_naive());
        let typed = self.id.join(" ");
        let (all, unread) = folder.written()?;
        let waiting = written::find(all, &typed).ok();
        let words = here.words();
        let in_writing = |it: &Written| -> Result<Vec<Block>> {
            let now = clock::now();
            let background = written::background(&Archive::of(&folder), now.date_naive())?;
            let left = words.say(&say!("show-in-writing"));
            let heading = Block::Heading { left, right: it.id.to_string() };
            let shown = written::shown(it, &background, &words, now);
            Ok([vec![Block::Blank, heading], shown].concat())
        };
        let found = lineage::find(&entries, &typed);
        let picked = match &found {
            Err(_) if !self.json => picked(here, &entries, &typed)?,
            _ => None,
        };
        let entry = match picked.map_or(found, Ok) {
            Ok(entry) => entry,
            Err(err) => {
                let Some(it) = &waiting else {
                    // The record may be in a file that cannot be read.
                    let meant = meant(read.unread.iter().chain(&unread), &typed);
                    return Err(meant.unwrap_or_else(|| err.into()));
                };
                if self.json {
                    let err = Error::new(say!("error-show-waits", title = it.title()));
                    return Err(err.hint(written::stands(it)).into());
                }
                here.show(&in_writing(it)?[1..])?;
                return Ok(ExitCode::SUCCESS);
            }
        };
        if self.html {
            return html(here, &folder, entry.record);
        }
        let path = read.file(entry.record);
        let (told, unread) = match told(&folder, entry.record, path) {
            Ok(told) => (told, Vec::new()),
            Err(err) => (ToldByJournal::default(), vec![err]),
        };
        let minutes = entry.record.meeting().map(|it| folder.meetings().join(format!("{it}.md")));
        let lineage = Lineage::of(&entries);
        let past = Past {
            before: lineage.before(entry),
            after: lineage.after(entry),
            versions: told.versions,
            differs: told.differs,
            minutes: minutes.filter(|it| it.exists()).map(|it| file::named(&it)),
        };
        let waiting = waiting.as_ref().map(in_writing).transpose()?;
        output::print(&if self.json {
            answer::object(table(entry, path, &past))
        } else {
            let mut blocks = page(entry, &past, &words);
            blocks.extend(chain(&past, &entries, &words, separator(here.page)));
            let pair = |label: Phrase, text: &str| Block::Pair {
                label: words.say(&label),
                text: text.to_owned(),
            };
            blocks.push(Block::Blank);
            blocks.extend(past.minutes.iter().map(|it| pair(say!("show-minutes"), it)));
            blocks.push(pair(say!("show-file"), path));
            blocks.extend(waiting.into_iter().flatten());
            here.page.lines(&blocks)
        })?;
        if !read.unread.is_empty() {
            // The record may have been replaced by one that cannot be read.
            let said = words.say(&say!("show-unread", count = read.unread.len()));
            output::eprint(&format!("{said}\n"));
        }
        here.warn(&unread);
        Ok(ExitCode::SUCCESS)
    }
}

/// Lets one of several records that are meant be picked at a terminal; `None` where there is only one,
/// where no list can be shown, and where none is picked.
fn picked<'e, 'r>(
    here: &Invocation,
    entries: &'e [LogEntry<'r>],
    typed: &str,
) -> Result<Option<&'e LogEntry<'r>>> {
    let several = lineage::matching(entries, typed);
    if several.len() < 2 || !can_pick(here.page) {
        return Ok(None);
    }
    let words = here.words();
    let pick = |it: &&LogEntry<'_>| {
        let date = words.date(it.record.date());
        let name = [title(it.record), date, words.say(&it.said())].join(separator(here.page));
        Pick { name, line: it.record.id().to_owned() }
    };
    let picks: Vec<Pick> = several.iter().map(pick).collect();
    let keys = say!("show-which", typed = typed, count = several.len());
    here.show(&[Block::Hint(words.say(&keys))])?;
    let picked = pick_one(&picks, &words);
    Ok(picked.and_then(|pick| entries.iter().find(|it| it.record.id() == pick.line)))
}

/// Prints the page that the site has of a record.
fn html(here: &Invocation, folder: &Folder, record: Record<'_>) -> CommandResult {
    let (today, mut unread) = (clock::now().date_naive(), Vec::new());
    let shown = Archive::of(folder).for_site(&folder.circle()?, today, &mut unread)?;
    let site = Site::of(vec![shown], here.listed(&mut unread), today, Audience::Circles);
    let page = site.one_record(record, &SiteWords::of(here.words().lang()));
    output::print(&page.unwrap_or_default())?;
    Ok(here.warn(&unread))
}

/// Returns the errors of the unreadable files whose names begin as typed, and of decisions in writing whose
/// folders have these words.
fn meant<'e>(unread: impl Iterator<Item = &'e Error>, typed: &str) -> Option<Vec<Error>> {
    let title = slug::slug(typed);
    let is_meant = |err: &&Error| {
        let file = Path::new(err.place.file.as_deref().unwrap_or_default());
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        // A decision in writing has a folder.
        let in_writing = file.iter().any(|it| it == MeetingId::WRITTEN);
        stem.starts_with(typed) || in_writing && file.to_string_lossy().contains(&title)
    };
    let errors: Vec<_> = unread.filter(is_meant).cloned().collect();
    Some(errors).filter(|it| !it.is_empty())
}

/// What the journal of its meeting says of a record.
#[derive(Default)]
struct ToldByJournal {
    /// The versions that were put to the circle.
    versions: Vec<Version>,
    /// The journal, if it gives something else than the record's file has.
    differs: Option<String>,
}

/// Reads what the journal of its meeting says of a record; `file` is the name of the record's file.
fn told(folder: &Folder, record: Record<'_>, file: &str) -> Result<ToldByJournal> {
    let Some(stem) = record.meeting() else { return Ok(ToldByJournal::default()) };
    let id = MeetingId::new(stem);
    let path = folder.path(id.journal());
    if path.symlink_metadata().is_err() {
        let gone = say!("error-record-no-journal", journal = file::named(&path));
        return Err(Error::new(gone));
    }
    let meeting = if id.is_written() {
        Written::read(folder, stem)?.meeting
    } else {
        paused::walk(journal::read(&path)?, &path)?
    };
    let renames = folder.circle().map(|it| it.renames()).unwrap_or_default();
    let versions = versions(&meeting, record, &renames);
    let differs = meeting.is_closed() && !is_given(folder, &meeting, stem, file)?;
    Ok(ToldByJournal { versions, differs: differs.then(|| file::named(&path)) })
}

/// Returns whether a meeting gives what the file of a record has.
fn is_given(folder: &Folder, meeting: &Meeting, stem: &str, file: &str) -> Result<bool> {
    let (archive, id) = (Archive::of(folder), MeetingId::new(stem));
    let mut files = archive.files_of(meeting, &id)?;
    let words = record_words(meeting.circle());
    let compared = archive.compared(meeting, &id, &mut files, &words)?;
    let its = compared.iter().find(|it| file::named(&folder.path(&it.path)) == file);
    let is_other = |it: &Comparison| *it == Comparison::Otherwise;
    Ok(matches!(its.map(|it| &it.there), Some(Existence::Read(_, it)) if !is_other(it)))
}

fn page(entry: &LogEntry<'_>, past: &Past<'_, '_>, words: &Words) -> Vec<Block> {
    let record = entry.record;
    let said = |it: &Phrase| Block::Text(words.say(it));
    let date = words.date(record.date());
    let mut blocks = vec![Block::Header { left: title(record), right: date }];
    // How long it stands says that a record is in force, or done once.
    if !matches!(entry.status, Status::InForce | Status::Once) {
        blocks.push(said(&became_of(entry, past.after.iter().copied())));
    }
    if !record.text().trim().is_empty() {
        blocks.extend([Block::Blank, Block::Quote(clean(record.text()))]);
    }
    let differs = past.differs.as_ref().map(|it| said(&say!("show-differs", journal = it)));
    blocks.extend(differs.into_iter().flat_map(|it| [Block::Blank, it]));
    blocks.push(Block::Blank);
    let (consent, version) = match record {
        Record::Decision(it) => {
            blocks.push(said(&it.validity.said(say!("minutes-term"))));
            let by: Vec<String> =
                all(it.by.as_ref(), &it.with).iter().map(|who| one_line(&clean(who))).collect();
            if !by.is_empty() {
                blocks.push(said(&say!("minutes-proposed", who = by)));
            }
            if !it.effects.is_empty() {
                blocks.push(said(&say!("changes-circle")));
                blocks.extend(it.effects.iter().map(|it| {
                    Block::Text(format!("  {}", one_line(&clean(&words.say(&sentence(it))))))
                }));
            }
            (it.consent, it.version)
        }
        Record::Election(it) => {
            let (since, until, term) = (it.since, it.until, it.term);
            blocks.push(said(&say!("minutes-elected", since = since, until = until, term = term)));
            if it.process.is_some() {
                blocks.push(said(&say!("show-appointed")));
            }
            // The reason is left out if it is part of the text above.
            let reason = it.reason.iter().filter(|reason| !it.body.contains(reason.as_str()));
            let reason = reason.map(|it| clean(it));
            blocks.extend(reason.map(|it| said(&say!("minutes-why", reason = it))));
            (it.consent, it.version)
        }
    };
    blocks.push(said(&consent.said(version)));
    if let Record::Decision(it) = record {
        blocks.extend(consented(it).as_ref().map(said));
    }
    blocks.extend(people(record, words));
    blocks.extend(history(record, past, words));
    blocks
}

/// Lists the people responsible or the qualifications, the measures, and who was there.
fn people(record: Record<'_>, words: &Words) -> Vec<Block> {
    let nobody = Vec::new();
    let written = if let Record::Decision(it) = record { &it.written } else { &nobody };
    let (first, measures, present, absent, guests) = match record {
        Record::Decision(it) => {
            let label = say!("minutes-responsible", count = it.responsible.len());
            ((label, &it.responsible), &it.measures, &it.present, &it.absent, &it.guests)
        }
        Record::Election(it) => {
            let label = say!("minutes-qualifications");
            ((label, &it.qualifications), &it.measures, &it.present, &it.absent, &it.guests)
        }
    };
    let lists = [
        first,
        (say!("minutes-measures"), measures),
        (say!("minutes-present"), present),
        (say!("show-written"), written),
        (say!("minutes-absent"), absent),
        (say!("minutes-guests"), guests),
    ];
    let filled = lists.into_iter().filter(|(_, list)| !list.is_empty());
    let pair = |(label, list): (Phrase, &Vec<String>)| Block::Pair {
        label: words.say(&label),
        text: one_line(&clean(&list.join(", "))),
    };
    filled.map(pair).collect()
}

/// Lists the records that this one replaced, and those that replaced it.
fn chain(past: &Past<'_, '_>, all: &[LogEntry<'_>], words: &Words, separator: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (phrase, entries) in
        [(say!("show-before"), &past.before), (say!("show-after"), &past.after)]
    {
        if entries.is_empty() {
            continue;
        }
        let left = words.say(&phrase);
        blocks.extend([Block::Blank, Block::Heading { left, right: String::new() }]);
        for entry in entries {
            let label = words.date(entry.record.date());
            let text = [title(entry.record), words.say(&became_of(entry, all))].join(separator);
            blocks.push(Block::Pair { label, text });
            blocks.push(Block::Pair { label: String::new(), text: clean(entry.record.id()) });
        }
    }
    blocks
}

/// Describes the status of a record, with the title of the one among `among` that replaced it.
fn became_of<'e, 'r: 'e>(
    entry: &LogEntry<'r>,
    among: impl IntoIterator<Item = &'e LogEntry<'r>>,
) -> Phrase {
    let mut among = among.into_iter();
    let by = entry.status.by().and_then(|id| among.find(|it| it.record.id() == id));
    let by = by.map(|it| say!("decision-named", title = title(it.record), date = it.record.date()));
    match (by, entry.status) {
        (Some(by), Status::Replaced(_)) => say!("status-replaced", by = by),
        (Some(by), Status::Ended(_)) => say!("status-ended", by = by),
        _ => entry.said(),
    }
}

/// Returns the record as JSON: the keys of its file, and its history.
fn table(entry: &LogEntry<'_>, file: &str, past: &Past<'_, '_>) -> Table {
    let row = |it: &&LogEntry<'_>| {
        let record = it.record;
        let mut row = rows::row([
            ("id", record.id().to_owned().write()),
            ("title", record.title().write()),
            ("date", record.date().write()),
        ]);
        row.extend(it.status.row());
        row
    };
    let version = |it: &Version| {
        let wording = &it.wording;
        let mut row = rows::row([
            ("version", it.number.write()),
            ("text", Some(wording.text.as_str().into())),
        ]);
        row.extend(rows::row(Some(wording.validity).pairs()));
        let elected = wording.nominee.as_ref().and_then(|it| it.name.write());
        row.extend(rows::row([("elected", elected)]));
        row
    };
    let mut table = entry.row(file);
    table.extend(rows::row([
        ("before", Some(past.before.iter().map(row).collect::<Vec<_>>().into())),
        ("after", Some(past.after.iter().map(row).collect::<Vec<_>>().into())),
        ("versions", Some(past.versions.iter().map(version).collect::<Vec<_>>().into())),
        ("minutes", past.minutes.write()),
        ("differs", past.differs.as_ref().map(|_| true.into())),
    ]));
    table
}
