//! The end of a meeting: its records are written, and it is said which.

use std::process::ExitCode;

use chrono::NaiveDate;

use crate::cli::{CommandResult, Invocation, record_words};
use crate::dialogue::{Answers, Block};
use crate::error::{Error, Result};
use crate::lang::{Phrase, Words, say};
use crate::meeting::{Meeting, MeetingId, Scheduled, What};
use crate::records::{Background, Election, latest};
use crate::store::{Archive, Folder, JournalFile, file, write_records};
use crate::terminal::output;
use crate::text::same;

/// Some records were not written.
const UNFINISHED: u8 = 2;

/// Writes the records of a closed meeting and says which, what is due next, and what is not
/// written because something else is there.
pub(super) fn finish(
    here: &Invocation,
    archive: &mut Archive,
    mut meeting: Meeting,
    mut file: JournalFile,
) -> CommandResult {
    let words = here.words();
    let records = record_words(meeting.circle());
    let filed = write_records::file(archive, &mut meeting, &mut file, &records)?;
    let mut blocks = vec![Block::Blank];
    let pair = |label: String, files: &[String]| Block::Pair { label, text: files.join("\n") };
    if !filed.written.is_empty() {
        blocks.push(pair(words.say(&say!("label-written")), &filed.written));
    }
    if !filed.removed.is_empty() {
        blocks.push(pair(words.say(&say!("label-removed")), &filed.removed));
    }
    let next = due_next(&meeting, archive.elections()?.records.values(), &words);
    if !next.is_empty() {
        blocks.push(pair(words.say(&say!("label-next")), &next));
    }
    for (circle, topic) in &filed.sends {
        blocks.push(Block::Blank);
        blocks.push(Block::Text(words.say(&say!("send-to", circle = circle))));
        blocks.push(Block::Quote(topic.trim_end().to_owned()));
    }
    output::print(&here.page.lines(&blocks))?;
    here.say_unread(&filed.unread);
    let circle = file::named(&archive.folder.path(Folder::CIRCLE));
    for it in &filed.left {
        let err = Error::new(say!("error-role-changed", role = &it.role));
        let hint = as_elected(&it.holder, it.since, it.until);
        output::eprint(&format!("{}\n", err.hint(hint).in_file(&circle).say(&words)));
    }
    for topic in &filed.stays {
        let err = Error::new(say!("topic-stays")).hint(say!("hint-topic-stays"));
        output::eprint(&format!("{}\n", err.in_file(topic).say_as(&say!("label-note"), &words)));
    }
    for conflict in &filed.conflicts {
        let err = Error::new(say!("error-record-there")).hint(say!("hint-record-there"));
        output::eprint(&format!("{}\n", err.in_file(conflict).say(&words)));
    }
    let finished = filed.conflicts.is_empty() && filed.unread.is_empty() && filed.left.is_empty();
    Ok(if finished { ExitCode::SUCCESS } else { ExitCode::from(UNFINISHED) })
}

fn is_done(meeting: &Meeting, who: &str, text: &str) -> bool {
    meeting.standing().any(|it| {
        matches!(&it.what, What::Done { who: its, text: done, meeting: None }
            if its == who && done == text)
    })
}

/// Says what an election would have the circle's file say.
pub(super) fn as_elected(holder: &str, since: NaiveDate, until: NaiveDate) -> Phrase {
    let (since, until) = (since.to_string(), until.to_string());
    say!("hint-role-changed", holder = holder, since = since, until = until)
}

/// What comes next, soonest first: whom to ask whether they accept, actions, reviews, ending
/// terms, and when the circle meets.
fn due_next<'e>(
    meeting: &Meeting,
    elections: impl Iterator<Item = &'e Election> + Clone,
    words: &Words,
) -> Vec<String> {
    let mut next: Vec<(NaiveDate, Phrase)> = Vec::new();
    let day = meeting.facts().last().map(|it| it.at.date_naive());
    let until_now = elections.filter(|it| Some(it.date) <= day);
    let waits: Vec<&Election> = latest(until_now).into_iter().filter(|it| !it.accepted).collect();
    for it in &waits {
        let ask = say!("next-unaccepted", who = &it.elected, role = &it.role);
        next.push((it.date, ask));
    }
    for fact in meeting.standing() {
        match &fact.what {
            What::Adopted(it) => {
                next.push((it.review, say!("next-review", title = &it.title, review = it.review)));
            }
            What::Elected(it) if waits.iter().all(|other| !same(&other.role, &it.role)) => {
                next.push((it.until, say!("next-term", role = &it.role, until = it.until)));
            }
            What::Action { who, text, due: Some(due) } if !is_done(meeting, who, text) => {
                next.push((*due, say!("action-by", who = who, text = text, due = *due)));
            }
            _ => {}
        }
    }
    if let Some(Scheduled { date: Some(date), time, .. }) = &meeting.state().scheduled {
        next.push((
            *date,
            match time {
                Some(time) => say!("next-meeting-at", date = *date, time = time),
                None => say!("next-meeting", date = *date),
            },
        ));
    }
    next.sort_by_key(|(date, _)| *date);
    next.iter().map(|(_, it)| words.say(it)).collect()
}

/// Says where a paused meeting is kept, and how it goes on.
pub(super) fn paused(here: &Invocation, file: &JournalFile) -> CommandResult {
    let words = here.words();
    let text = words.say(&say!("is-paused", file = file::named(&file.path)));
    output::print(&here.page.lines(&[Block::Blank, Block::Text(text)]))?;
    Ok(ExitCode::SUCCESS)
}

/// Reads what lies outside the meeting, and says which files cannot be read.
pub(super) fn background(
    here: &Invocation,
    archive: &Archive,
    day: NaiveDate,
    id: Option<&MeetingId>,
    answers: &mut dyn Answers,
) -> Result<Background> {
    let (background, unread) = archive.background(day, id)?;
    let words = here.words();
    let unread: Vec<Block> = unread.iter().map(|it| Block::Refusal(it.say(&words))).collect();
    answers.show(&unread)?;
    Ok(background)
}
