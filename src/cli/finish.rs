//! The end of a command that ran a meeting: writes the records, and prints what was written and what
//! comes next.

use std::iter;
use std::process::ExitCode;

use chrono::NaiveDate;

use crate::circle::{Circle, RoleKind};
use crate::cli::meet::running;
use crate::cli::{CommandResult, Invocation, PAUSED, record_words};
use crate::dialogue::{Answers, Ask, Block};
use crate::error::{Error, Result};
use crate::lang::{Phrase, Words, say};
use crate::meeting::{Meeting, MeetingId, Outcome, Scheduled, What};
use crate::records::format::journal::seen;
use crate::records::query::actions::in_meeting;
use crate::records::{
    Answered, Background, Decision, Election, Topic, is_declined, latest, newcomers,
};
use crate::session::line;
use crate::store::write_records::FilingResult;
use crate::store::{self, Archive, Folder, JournalFile, file, write_records};
use crate::terminal::{Terminal, output};
use crate::text::same;

/// How the files that were written are told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Paths {
    /// Each by its name.
    Listed,
    /// By their number: somebody is there to ask for the names.
    Counted,
}

/// The end of a meeting whose records are written.
pub(super) struct Finished {
    pub(super) code: ExitCode,
    /// The names of the files written and removed.
    files: Vec<Block>,
}

/// Writes the records of a closed meeting. Prints what is due next, the files that were written, and
/// the errors of records that could not be written.
pub(super) fn finish(
    here: &Invocation,
    archive: &mut Archive,
    mut meeting: Meeting,
    mut file: JournalFile,
    paths: Paths,
) -> Result<Finished, Vec<Error>> {
    let records = record_words(meeting.circle());
    let filed = write_records::file(archive, &mut meeting, &mut file, &records)
        .map_err(|err| unwritten(err, &mut file))?;
    told(here, archive, &meeting, filed, paths)
}

/// Prints what is due next, the files that were written, and the errors of records that could not be
/// written.
pub(super) fn told(
    here: &Invocation,
    archive: &Archive,
    meeting: &Meeting,
    filed: FilingResult,
    paths: Paths,
) -> Result<Finished, Vec<Error>> {
    let words = here.words();
    let next = due_next(meeting, archive.elections()?.records.values(), &words);
    let pairs = |pairs: &[(Phrase, &Vec<String>)]| -> Vec<Block> {
        let pairs = pairs.iter().filter(|(_, lines)| !lines.is_empty());
        let pair = |(label, lines): &(Phrase, &Vec<String>)| Block::Pair {
            label: words.say(label),
            text: lines.join("\n"),
        };
        pairs.map(pair).collect()
    };
    let names =
        pairs(&[(say!("label-written"), &filed.written), (say!("label-removed"), &filed.removed)]);
    let mut beside = Vec::new();
    if !archive.folder.has_wider() {
        beside.extend(new_links(meeting).map(|it| Block::Hint(words.say(&it))));
    }
    beside.extend(answers_sought(meeting).map(|it| Block::Hint(words.say(&it))));
    for (circle, topic) in &filed.sends {
        beside.push(Block::Blank);
        beside.push(Block::Text(words.say(&say!("send-to", circle = circle))));
        beside.push(Block::Quote(topic.trim_end().to_owned()));
    }
    if here.prints_lines() {
        output::print(&line::records(&next, &filed.written, &filed.removed, &beside))?;
    } else {
        let next = next.into_iter().map(|(_, it)| it).collect();
        let mut blocks = vec![Block::Blank];
        blocks.extend(pairs(&[(say!("label-next"), &next)]));
        if paths == Paths::Listed {
            blocks.extend(names.clone());
        }
        blocks.extend(beside);
        if paths == Paths::Counted {
            let folder = store::whole_path(&archive.folder.root);
            let told = say!("end-files", count = filed.written.len(), folder = folder);
            blocks.extend([Block::Blank, Block::Text(words.say(&told))]);
        }
        here.show(&blocks)?;
    }
    let mut errors = filed.unread;
    let circle = file::named(&archive.folder.path(Folder::CIRCLE));
    errors.extend(filed.left.iter().map(|it| {
        let err = Error::new(say!("error-role-changed", role = &it.role));
        err.hint(as_elected(&it.holder, it.since, it.until)).in_file(&circle)
    }));
    errors.extend(filed.unchanged.iter().map(|it| {
        let err = Error::new(say!("error-circle-changed", effect = it.effect.to_string()));
        err.hint(say!("hint-circle-changed")).in_file(&circle)
    }));
    errors.extend(filed.other_circles);
    errors.extend(filed.conflicts.iter().map(|it| {
        let err = Error::new(say!("error-record-in-the-way")).hint(say!("hint-record-there"));
        err.in_file(it)
    }));
    errors.extend(filed.slips.iter().map(|it| {
        Error::new(say!("error-record-slip")).hint(say!("hint-record-slip")).in_file(it)
    }));
    for topic in &filed.stays {
        here.note(
            &Error::new(say!("note-topic-stays")).hint(say!("hint-topic-stays")).in_file(topic),
        )?;
    }
    Ok(Finished { code: here.warn(&errors), files: names })
}

/// Says of each decision that waits for somebody what they have to send.
fn answers_sought(meeting: &Meeting) -> impl Iterator<Item = Phrase> {
    meeting.state().items.iter().filter_map(|item| {
        let Some(Outcome::Awaited(index)) = item.outcome else { return None };
        let What::Awaited(it) = &meeting.fact(index)?.what else { return None };
        let (title, seen) = (&item.entry.title, seen(item)?);
        Some(say!("awaited-how", names = it.who.clone(), title = title, seen = seen))
    })
}

/// Shows the names of the files to somebody at the terminal who types `?`. Any other line ends.
pub(super) fn offer_files(here: &Invocation, finished: &Finished) -> Result<()> {
    let words = here.words().at_terminal();
    let mut terminal = Terminal::new(&words, here.page, None);
    let hint = words.say(&say!("end-files-keys"));
    let mut ask = Ask { shown: vec![Block::Hint(hint.clone())], sentence: hint, ..Ask::default() };
    while let Some(said) = terminal.answer(&ask)? {
        if !matches!(said.line.trim(), "?" | "？") {
            break;
        }
        terminal.show(&finished.files)?;
        ask.shown.clear();
    }
    Ok(())
}

/// Says of records that could not all be written that the meeting is kept, or what became of it.
fn unwritten(err: Error, journal: &mut JournalFile) -> Vec<Error> {
    let trouble = running::trouble(journal);
    if trouble.is_empty() {
        let kept = file::named(&journal.path);
        return err.hint(say!("hint-records-later", file = kept)).into();
    }
    iter::once(err).chain(trouble).collect()
}

/// Describes the lines of the circle's file that an election gives.
pub(super) fn as_elected(holder: &str, since: NaiveDate, until: NaiveDate) -> Phrase {
    let (since, until) = (since.to_string(), until.to_string());
    say!("hint-role-changed", holder = holder, since = since, until = until)
}

/// Says who links the circle to the wider one from now on, for the wider circle whose folder is
/// elsewhere.
fn new_links(meeting: &Meeting) -> impl Iterator<Item = Phrase> {
    let circle = meeting.state().circle_after(meeting.circle());
    let links = [RoleKind::Leader, RoleKind::Delegate].into_iter();
    let links = links.filter_map(|kind| circle.roles.iter().find(|it| it.kind == Some(kind)));
    links.filter_map(|role| {
        let before = meeting.circle().roles.iter().find(|it| it.name == role.name);
        let holder = role.holder.as_ref();
        let is_new = holder != before.and_then(|it| it.holder.as_ref());
        let (circle, role) = (&meeting.circle().name, &role.name);
        holder
            .filter(|_| is_new)
            .map(|who| say!("tell-wider", who = who, role = role, circle = circle))
    })
}

/// Lists what comes next, soonest first: acceptances to ask for, actions, what was postponed, reviews,
/// ends of decisions and terms, and the next meeting.
fn due_next<'e>(
    meeting: &Meeting,
    elections: impl Iterator<Item = &'e Election> + Clone,
    words: &Words,
) -> Vec<(NaiveDate, String)> {
    let mut next: Vec<(NaiveDate, Phrase)> = Vec::new();
    let day = meeting.facts().last().map(|it| it.at.date_naive());
    let until_now = elections.filter(|it| Some(it.date) <= day);
    let mut waiting = day.map_or_else(Vec::new, |day| latest(until_now, day));
    let renames = meeting.circle().renames();
    let answers: Vec<Answered> =
        meeting.standing().filter_map(|it| Answered::of(it, &renames)).collect();
    waiting.retain(|it| !it.accepted && !is_declined(it, &answers));
    for it in &waiting {
        next.push((it.date, say!("next-unaccepted", who = &it.elected, role = &it.role)));
    }
    let items = meeting.state().items.iter();
    for it in items.clone() {
        if let Some(Outcome::Postponed(Some(date))) = it.outcome {
            next.push((date, say!("next-postponed", title = &it.entry.title, date = date)));
        }
    }
    let decided = items.filter_map(|it| Decision::of(meeting, it, "", ""));
    for it in newcomers(decided.collect::<Vec<_>>().iter(), &answers) {
        next.push((it.date, say!("next-newcomer", who = &it.who)));
    }
    for fact in meeting.standing() {
        match &fact.what {
            What::Adopted(it) => {
                let comes = it.validity.said(say!("next-review", title = &it.title));
                next.extend(it.validity.day.map(|day| (day, comes)));
            }
            What::Elected(it) if waiting.iter().all(|other| !same(&other.role, &it.role)) => {
                next.push((it.until, say!("next-term", role = &it.role, until = it.until)));
            }
            _ => {}
        }
    }
    for it in in_meeting(meeting.standing().map(|it| &it.what)).iter().filter(|it| it.end.is_none())
    {
        if let Some(due) = it.action.due {
            next.push((
                due,
                say!("action-by", who = it.action.people(), text = &it.action.text, due = due),
            ));
        }
    }
    if let Some(Scheduled { date: Some(date), time, .. }) = &meeting.state().scheduled {
        let phrase = match time {
            Some(time) => say!("next-meeting-at", date = *date, time = time),
            None => say!("next-meeting", date = *date),
        };
        next.push((*date, phrase));
    }
    next.sort_by_key(|(date, _)| *date);
    next.iter().map(|(day, it)| (*day, words.say(it))).collect()
}

/// Prints where a paused meeting is kept, and how to go on with it. Returns `PAUSED`.
pub(super) fn paused(here: &Invocation, file: &JournalFile) -> CommandResult {
    let words = here.words();
    let text = words.say(&say!("is-paused", file = file::named(&file.path)));
    here.show(&[Block::Blank, Block::Text(text)])?;
    Ok(ExitCode::from(PAUSED))
}

/// Returns the topics of the links that lack between this circle and those right below.
pub(super) fn links(archive: &Archive, circle: &Circle, day: NaiveDate) -> Vec<Topic> {
    let words = record_words(circle);
    let lacking = archive.lacking_links(circle, day).into_iter();
    lacking.map(|(name, effects)| Topic::link(&name, effects, &words)).collect()
}

/// Reads the background of a meeting. Shows the errors of files that cannot be read, and which
/// folders lead out of the circle's.
pub(super) fn background(
    here: &Invocation,
    archive: &Archive,
    day: NaiveDate,
    id: Option<&MeetingId>,
    answers: &mut dyn Answers,
) -> Result<Background> {
    let (mut background, unread) = archive.background(day, id)?;
    if let Ok(circle) = archive.folder.circle() {
        background.links = links(archive, &circle.on(day), day);
    }
    background.nominated = archive.nominated(&background.topics)?;
    let words = here.words();
    let mut said: Vec<Block> = unread.iter().map(|it| Block::Refusal(it.say(&words))).collect();
    let (remarks, _) = archive.folder.links_out();
    said.extend(remarks.iter().map(|it| Block::Hint(it.say_as(&say!("label-note"), &words))));
    answers.show(&said)?;
    Ok(background)
}
