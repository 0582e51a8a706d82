//! The end of a command that ran a meeting: writes the records, and prints what was written and what
//! comes next.

use std::iter;
use std::process::ExitCode;

use chrono::NaiveDate;

use crate::cli::meet::running;
use crate::cli::{CommandResult, Invocation, record_words};
use crate::dialogue::{Answers, Block};
use crate::error::{Error, Result};
use crate::lang::{Phrase, Words, say};
use crate::meeting::{Meeting, MeetingId, Scheduled, What};
use crate::records::{Background, Election, latest};
use crate::store::{Archive, Folder, JournalFile, file, write_records};
use crate::terminal::output;
use crate::text::same;

/// Writes the records of a closed meeting. Prints their names, what is due next, and the errors of
/// records that could not be written.
pub(super) fn finish(
    here: &Invocation,
    archive: &mut Archive,
    mut meeting: Meeting,
    mut file: JournalFile,
) -> CommandResult {
    let words = here.words();
    let records = record_words(meeting.circle());
    let filed = write_records::file(archive, &mut meeting, &mut file, &records)
        .map_err(|err| unwritten(err, &mut file))?;
    let next = due_next(&meeting, archive.elections()?.records.values(), &words);
    let mut blocks = vec![Block::Blank];
    for (label, lines) in [
        (say!("label-written"), &filed.written),
        (say!("label-removed"), &filed.removed),
        (say!("label-next"), &next),
    ] {
        if !lines.is_empty() {
            blocks.push(Block::Pair { label: words.say(&label), text: lines.join("\n") });
        }
    }
    for (circle, topic) in &filed.sends {
        blocks.push(Block::Blank);
        blocks.push(Block::Text(words.say(&say!("send-to", circle = circle))));
        blocks.push(Block::Quote(topic.trim_end().to_owned()));
    }
    here.show(&blocks)?;
    let mut errors = filed.unread;
    let circle = file::named(&archive.folder.path(Folder::CIRCLE));
    errors.extend(filed.left.iter().map(|it| {
        let err = Error::new(say!("error-role-changed", role = &it.role));
        err.hint(as_elected(&it.holder, it.since, it.until)).in_file(&circle)
    }));
    errors.extend(filed.conflicts.iter().map(|it| {
        let err = Error::new(say!("error-record-there")).hint(say!("hint-record-there"));
        err.in_file(it)
    }));
    errors.extend(filed.slips.iter().map(|it| {
        Error::new(say!("error-record-slip")).hint(say!("hint-record-slip")).in_file(it)
    }));
    for topic in &filed.stays {
        let note = Error::new(say!("topic-stays")).hint(say!("hint-topic-stays")).in_file(topic);
        output::eprint(&format!("{}\n", note.say_as(&say!("label-note"), &words)));
    }
    Ok(here.warn(&errors))
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

/// Returns whether an action was done in the meeting in which it was agreed.
fn is_done(meeting: &Meeting, who: &str, text: &str) -> bool {
    meeting.standing().any(|it| {
        matches!(&it.what, What::Done { who: its, text: done, meeting: None }
            if its == who && done == text)
    })
}

/// Describes the lines of the circle's file that an election gives.
pub(super) fn as_elected(holder: &str, since: NaiveDate, until: NaiveDate) -> Phrase {
    let (since, until) = (since.to_string(), until.to_string());
    say!("hint-role-changed", holder = holder, since = since, until = until)
}

/// Lists what comes next, soonest first: acceptances to ask for, actions, reviews, ends of decisions
/// and terms, and the next meeting.
fn due_next<'e>(
    meeting: &Meeting,
    elections: impl Iterator<Item = &'e Election> + Clone,
    words: &Words,
) -> Vec<String> {
    let mut next: Vec<(NaiveDate, Phrase)> = Vec::new();
    let day = meeting.facts().last().map(|it| it.at.date_naive());
    let until_now = elections.filter(|it| Some(it.date) <= day);
    let mut waiting = latest(until_now);
    waiting.retain(|it| !it.accepted);
    for it in &waiting {
        next.push((it.date, say!("next-unaccepted", who = &it.elected, role = &it.role)));
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
            What::Action { who, text, due: Some(due) } if !is_done(meeting, who, text) => {
                next.push((*due, say!("action-by", who = who, text = text, due = *due)));
            }
            _ => {}
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
    next.iter().map(|(_, it)| words.say(it)).collect()
}

/// Prints where a paused meeting is kept, and how to go on with it.
pub(super) fn paused(here: &Invocation, file: &JournalFile) -> CommandResult {
    let words = here.words();
    let text = words.say(&say!("is-paused", file = file::named(&file.path)));
    here.show(&[Block::Blank, Block::Text(text)])?;
    Ok(ExitCode::SUCCESS)
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
    let (background, unread) = archive.background(day, id)?;
    let words = here.words();
    let mut said: Vec<Block> = unread.iter().map(|it| Block::Refusal(it.say(&words))).collect();
    let (remarks, _) = archive.folder.links_out();
    said.extend(remarks.iter().map(|it| Block::Hint(it.say_as(&say!("label-note"), &words))));
    answers.show(&said)?;
    Ok(background)
}
