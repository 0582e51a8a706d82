//! Unfinished meetings: paused ones, and closed ones without records.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::circle::{Circle, Rules};
use crate::cli::finish::{self, Paths};
use crate::cli::meet::Args;
use crate::cli::{CommandResult, Invocation, PAUSED, TROUBLE};
use crate::dialogue::{Answers, Ask, Block, Situation};
use crate::error::{Error, Result};
use crate::lang::{Phrase, Words, say};
use crate::meeting::{Meeting, MeetingId};
use crate::records::format::journal::Journal;
use crate::store::{Archive, Folder, JournalFile, Lock, file, journal};

/// A meeting that can go on.
pub(crate) struct Paused {
    pub meeting: Meeting,
    pub file: JournalFile,
}

/// The meeting that is held.
pub(crate) enum Chosen {
    /// A paused one goes on.
    On(Box<Paused>),
    /// A new one is opened.
    New,
    /// None: Ctrl-D was pressed.
    Left,
}

/// The user's choice for a meeting that was paused on an earlier day.
pub(crate) enum Wish {
    /// Go on with it.
    GoOn,
    /// Close it at the time of its last fact.
    Close,
    /// Leave it paused and open a new one.
    New,
    /// Leave it paused and end, after Ctrl-D.
    Leave,
}

/// Builds the meeting of a journal. A fact out of turn is an error with file and line. An older format
/// is an error too, because its meeting had other rules.
pub(crate) fn walk(journal: Journal, path: &Path) -> Result<Meeting> {
    if let Some(err) = journal.older() {
        return Err(err.in_file(file::named(path)));
    }
    let Journal { format, head, facts, lines, .. } = journal;
    Meeting::of(format, head, facts)
        .map_err(|(index, err)| err.on_line(lines[index]).in_file(file::named(path)))
}

/// Writes the missing records of closed meetings, and returns the meetings that are not closed. The
/// exit code tells whether all records were written.
///
/// With `--new` it returns no meeting. Then, and where another meeting is named, a journal that
/// cannot be read is no error.
pub(crate) fn find(
    here: &Invocation,
    folder: &Folder,
    lock: &Lock,
    answers: &mut dyn Answers,
    args: &Args,
) -> Result<(Vec<Paused>, ExitCode), Vec<Error>> {
    if !args.new
        && let Some(err) = journal::kept_beside(folder)?.into_iter().next()
    {
        return Err(err.into());
    }
    let words = here.words();
    let (mut found, mut code) = (Vec::new(), ExitCode::SUCCESS);
    let is_meant = |path: &Path| args.meeting().is_none_or(|it| it == MeetingId::of(path));
    for path in Archive::of(folder).unfiled()? {
        let opened = JournalFile::open(lock, &path).and_then(|(file, journal, torn)| {
            if let Some(torn) = torn {
                let text = words.say(&say!("torn-aside", file = torn));
                answers.show(&[Block::Hint(text)])?;
            }
            Ok(Paused { meeting: walk(journal, &path)?, file })
        });
        match opened {
            Ok(paused) if paused.meeting.is_closed() => {
                let archive = &mut Archive::of(folder);
                let (meeting, file) = (paused.meeting, paused.file);
                let finished = finish::finish(here, archive, meeting, file, Paths::Listed)?;
                code = worst(code, finished.code);
            }
            Ok(_) if args.new => {}
            Ok(paused) => found.push(paused),
            Err(err) if args.new || !is_meant(&path) => {
                answers.show(&[Block::Refusal(err.say(&words))])?;
            }
            Err(err) => return Err(err.hint_if_none(say!("hint-new")).into()),
        }
    }
    Ok((found, code))
}

/// Returns the paused meeting to go on with: the one named, or the only one, or the one that is
/// chosen from their list.
pub(crate) fn chosen(
    mut paused: Vec<Paused>,
    named: Option<MeetingId>,
    words: &Words,
    answers: &mut dyn Answers,
) -> Result<Chosen> {
    let ids: Vec<MeetingId> = paused.iter().map(|it| MeetingId::of(&it.file.path)).collect();
    let index = match (named, ids.len()) {
        (None, 0) => return Ok(Chosen::New),
        (None, 2..) => return which(paused, &ids, words, answers),
        (named, _) => index_of(&ids, named.as_ref())?,
    };
    Ok(Chosen::On(Box::new(paused.swap_remove(index))))
}

/// Lists the paused meetings and asks which one goes on.
fn which(
    mut paused: Vec<Paused>,
    ids: &[MeetingId],
    words: &Words,
    answers: &mut dyn Answers,
) -> Result<Chosen> {
    let question = words.say(&say!("ask-which-paused"));
    let mut shown = vec![Block::Heading { left: question.clone(), right: String::new() }];
    for (index, (id, it)) in ids.iter().zip(&paused).enumerate() {
        let text = words.say(&of_meeting(id, &it.meeting));
        shown.push(Block::Pair { label: (index + 1).to_string(), text });
    }
    shown.push(Block::Hint(words.say(&say!("typed-which-paused"))));
    let situation = Situation::outside("which-paused");
    let mut ask = Ask { shown, sentence: question, fresh: true, situation, ..Ask::default() };
    loop {
        let Some(input) = answers.answer(&ask)? else { return Ok(Chosen::Left) };
        let typed = input.line.trim().to_lowercase();
        let number = typed.parse().ok().and_then(|it: usize| it.checked_sub(1));
        let index = number.filter(|it| *it < ids.len());
        match index.or_else(|| ids.iter().position(|it| it.as_str() == typed)) {
            Some(index) => return Ok(Chosen::On(Box::new(paused.swap_remove(index)))),
            None if typed == "new" => return Ok(Chosen::New),
            None => {
                let err = Error::new(say!("error-no-answer", word = or_enter(&typed)));
                answers.refuse(err.hint(say!("typed-which-paused")))?;
            }
        }
        ask.shown.clear();
    }
}

/// Returns the word for Enter where nothing was typed.
fn or_enter(typed: &str) -> &str {
    if typed.is_empty() { "ok" } else { typed }
}

/// Says at which step a paused meeting stands. Its id is what `--meeting` takes.
pub(crate) fn of_meeting(id: &MeetingId, meeting: &Meeting) -> Phrase {
    let step = meeting.state().place();
    say!("meeting-paused", id = id.as_str(), step = step)
}

/// Returns the index of the named meeting among the paused ones, or that of the only one.
pub(crate) fn index_of(paused: &[MeetingId], named: Option<&MeetingId>) -> Result<usize> {
    let options = paused.iter().map(|it| format!("`--meeting {it}`")).collect::<Vec<_>>();
    match (named, paused) {
        (Some(id), _) => paused.iter().position(|it| it == id).ok_or_else(|| {
            let err = Error::new(say!("error-not-paused", id = id.as_str()));
            if options.is_empty() { err } else { err.hint(say!("hint-paused", options = options)) }
        }),
        (None, []) => Err(Error::new(say!("error-none-paused")).hint(say!("hint-none-paused"))),
        (None, [_]) => Ok(0),
        (None, _) => Err(several(options)),
    }
}

/// Refuses to guess which of several paused meetings is meant.
pub(crate) fn several(options: Vec<String>) -> Error {
    Error::new(say!("error-several-paused")).hint(say!("hint-paused", options = options))
}

/// The meetings that are not closed, by their journals, in order.
#[derive(Default)]
pub(crate) struct Open {
    pub meetings: Vec<(PathBuf, Meeting)>,
    /// The errors of journals that cannot be read.
    pub unread: Vec<(PathBuf, Error)>,
}

/// Finds the meetings that are not closed.
pub(crate) fn open(archive: &Archive) -> Result<Open> {
    let mut open = Open::default();
    for path in archive.unfiled()? {
        match journal::read(&path).and_then(|it| walk(it, &path)) {
            Ok(meeting) if meeting.is_closed() => {}
            Ok(meeting) => open.meetings.push((path, meeting)),
            Err(err) => open.unread.push((path, err)),
        }
    }
    Ok(open)
}

/// Writes the missing records of closed meetings. Journals that cannot be read are skipped. The exit
/// code tells whether everything was written.
pub(crate) fn finish_closed(
    here: &Invocation,
    archive: &mut Archive,
    lock: &Lock,
) -> CommandResult {
    let mut code = ExitCode::SUCCESS;
    for path in archive.unfiled()? {
        let Ok(kept) = journal::read(&path) else { continue };
        if walk(kept, &path).is_ok_and(|it| it.is_closed()) {
            let (file, kept, _) = JournalFile::open(lock, &path)?;
            let meeting = walk(kept, &path)?;
            let finished = finish::finish(here, archive, meeting, file, Paths::Listed)?;
            code = worst(code, finished.code);
        }
    }
    Ok(code)
}

/// Returns the exit code of two things done one after the other: `TROUBLE` goes before `PAUSED`.
pub(crate) fn worst(earlier: ExitCode, later: ExitCode) -> ExitCode {
    let mut codes = [TROUBLE, PAUSED].into_iter().map(ExitCode::from);
    codes.find(|it| [earlier, later].contains(it)).unwrap_or(ExitCode::SUCCESS)
}

/// Asks what to do with a meeting that was paused on an earlier day.
pub(crate) fn wish(paused: &Paused, words: &Words, answers: &mut dyn Answers) -> Result<Wish> {
    let opened = paused.meeting.facts().first().map(|it| it.at.date_naive()).unwrap_or_default();
    let step = paused.meeting.state().place();
    let question = words.say(&say!("ask-paused", date = opened));
    let mut ask = Ask {
        shown: vec![
            Block::Heading { left: question.clone(), right: String::new() },
            Block::Text(words.say(&say!("stands-at", step = step))),
            Block::Hint(words.say(&say!("typed-paused"))),
        ],
        sentence: question,
        fresh: true,
        situation: Situation::outside("paused"),
        ..Ask::default()
    };
    let closes = |word: &str| words.list_of(&say!("word-close")).iter().any(|it| it == word);
    loop {
        let Some(input) = answers.answer(&ask)? else { return Ok(Wish::Leave) };
        match input.line.trim().to_lowercase().as_str() {
            "go on" | "go" => return Ok(Wish::GoOn),
            "close" => return Ok(Wish::Close),
            word if closes(word) => return Ok(Wish::Close),
            "new" => return Ok(Wish::New),
            word => {
                let err = Error::new(say!("error-no-answer", word = or_enter(word)));
                answers.refuse(err.hint(say!("typed-paused")))?;
            }
        }
        ask.shown.clear();
    }
}

/// Shows what changed in the circle's file since the meeting was opened. The meeting keeps the circle
/// in its journal's head.
pub(crate) fn say_changes(
    meeting: &Meeting,
    now: &Circle,
    words: &Words,
    answers: &mut dyn Answers,
) -> Result<()> {
    let then = meeting.circle();
    let missing = |from: &Circle, in_: &Circle| -> Vec<String> {
        from.names().into_iter().filter(|it| in_.seat(it).is_none()).collect()
    };
    let mut changes: Vec<Phrase> = Vec::new();
    let (joined, gone) = (missing(now, then), missing(then, now));
    if !joined.is_empty() {
        changes.push(say!("changed-joined", names = joined));
    }
    if !gone.is_empty() {
        changes.push(say!("changed-gone", names = gone));
    }
    if then.roles != now.roles {
        changes.push(say!("changed-roles"));
    }
    // The steps are not compared, because `--steps` may have changed them for this meeting.
    let steps = now.rules.steps.clone();
    if (Rules { steps, ..then.rules.clone() }) != now.rules {
        changes.push(say!("changed-rules"));
    }
    let said = changes.iter().map(|it| Block::Hint(words.say(it))).collect::<Vec<_>>();
    answers.show(&said)
}
