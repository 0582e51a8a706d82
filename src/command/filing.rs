//! The end of a meeting: its records are written, and it is said which.

use std::process::ExitCode;

use chrono::NaiveDate;
use rounds::desk::{Answers, Folder, JournalFile, file, filing, out};
use rounds::error::{Error, Result};
use rounds::meeting::{Meeting, What};
use rounds::talk::{Block, Outside};
use rounds::words::say;

use crate::command::{Here, Outcome, record_words};

/// Some records were not written.
const UNFINISHED: u8 = 2;

/// Writes the records of a closed meeting and says which, what is due next, and what is not
/// written because something else is there.
pub fn finish(
    here: &Here,
    folder: &Folder,
    mut meeting: Meeting,
    mut file: JournalFile,
) -> Outcome {
    let words = here.words();
    let records = record_words(meeting.circle());
    let filed = filing::file(folder, &mut meeting, &mut file, &records)?;
    let mut blocks = vec![Block::Blank];
    let pair = |label: String, files: &[String]| Block::Pair { label, text: files.join("\n") };
    if !filed.written.is_empty() {
        blocks.push(pair(words.say(&say!("label-written")), &filed.written));
    }
    if !filed.removed.is_empty() {
        blocks.push(pair(words.say(&say!("label-removed")), &filed.removed));
    }
    let next = meeting.standing().filter_map(|it| match &it.what {
        What::Adopted { title, review, .. } => Some((*review, title)),
        _ => None,
    });
    if let Some((review, title)) = next.min() {
        let text = words.say(&say!("next-review", title = title, review = review));
        blocks.push(Block::Pair { label: words.say(&say!("label-next")), text });
    }
    out::print(&here.page.lines(&blocks))?;
    for conflict in &filed.conflicts {
        let err = Error::new(say!("error-record-there")).hint(say!("hint-record-there"));
        out::eprint(&format!("{}\n", err.in_file(conflict).say(&words)));
    }
    Ok(if filed.conflicts.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(UNFINISHED) })
}

/// Says where a paused meeting is kept, and how it goes on.
pub fn paused(here: &Here, file: &JournalFile) -> Outcome {
    let words = here.words();
    let text = words.say(&say!("is-paused", file = file::named(&file.path)));
    out::print(&here.page.lines(&[Block::Blank, Block::Text(text)]))?;
    Ok(ExitCode::SUCCESS)
}

/// Reads what lies outside the meeting, and says which files cannot be read.
pub fn outside(
    here: &Here,
    folder: &Folder,
    day: NaiveDate,
    stem: &str,
    answers: &mut dyn Answers,
) -> Result<Outside> {
    let (outside, unread) = filing::outside(folder, day, stem)?;
    let words = here.words();
    let unread: Vec<Block> = unread.iter().map(|it| Block::Refusal(it.say(&words))).collect();
    answers.show(&unread)?;
    Ok(outside)
}
