//! `rounds meet --script`: a meeting from the lines of a file, all of them or none.

use std::path::Path;
use std::process::ExitCode;

use crate::cli::meet::recorded::{Numbered, answered, differs, same_so_far};
use crate::cli::meet::{Args, moment, paused, recorded};
use crate::cli::{CommandResult, Invocation, finish, meet};
use crate::dialogue;
use crate::dialogue::Answers;
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::meeting::{Meeting, MeetingId};
use crate::records::format::journal;
use crate::session::{End, Script, Session, script};
use crate::store::clock::Clock;
use crate::store::{Archive, Folder, JournalFile, Lock, file};
use crate::terminal::{Progress, output};

/// What is kept at hand from one script to the next.
struct ScriptRun {
    archive: Archive,
    /// Taken before the first byte is written, and held until all is.
    lock: Option<Lock>,
}

impl ScriptRun {
    fn lock(&mut self) -> Result<&Lock> {
        if self.lock.is_none() {
            self.lock = Some(Lock::take(&self.archive.folder)?);
        }
        Ok(self.lock.as_ref().expect("it was just taken"))
    }
}

/// A script that was walked to its end.
struct Played {
    meeting: Meeting,
    end: End,
    transcript: String,
}

/// Plays scripts in the order of their times, each whole or not at all. The first one that slips
/// ends it; what was recorded before it stays.
pub(super) fn play(args: &Args, here: &Invocation, folder: &Folder) -> CommandResult {
    let mut hand = ScriptRun { archive: Archive::of(folder), lock: None };
    if let [path] = &args.script[..] {
        let text = script::read(&path.to_string_lossy())?;
        return play_one(args, here, &mut hand, path, &text);
    }
    if args.go_on {
        return Err(Error::new(say!("error-one-script")).hint(say!("hint-one-script")).into());
    }
    let blank = Meeting::new(args.circle(here, folder)?);
    let mut scripts = Vec::new();
    for path in &args.script {
        let text = script::read(&path.to_string_lossy())?;
        let begins = begins(args, &blank, &here.words(), &text);
        let begins = begins.map_err(|it| it.in_file(path.to_string_lossy()))?;
        scripts.push((begins.now(None), path, text));
    }
    // Those of one moment stay in the order in which they were named.
    scripts.sort_by_key(|(begins, ..)| *begins);
    let mut code = ExitCode::SUCCESS;
    let mut progress = Progress::new(scripts.len(), here.page.look());
    for (_, path, text) in &scripts {
        progress.clear();
        output::print(&format!("{}\n", path.display()))?;
        let played = play_one(args, here, &mut hand, path, text)?;
        progress.step();
        if played != ExitCode::SUCCESS {
            code = played;
        }
    }
    Ok(code)
}

/// Returns the time of the first answer of a script: the one it begins with stands over its first
/// question, too.
fn begins(args: &Args, meeting: &Meeting, words: &Words, text: &str) -> Result<Clock> {
    let said = dialogue::input::parse(text)?;
    let first = said.first().and_then(|(_, it)| it.line.trim().strip_prefix("/at "));
    let named = first.and_then(|at| moment(meeting, words, at).ok());
    match (named, &args.at) {
        (Some(named), _) => Ok(Clock::Set(named)),
        (None, Some(at)) => moment(meeting, words, at).map(Clock::Set),
        (None, None) => Ok(Clock::Live),
    }
}

/// Walks a script to its end before the first byte is written, then records the meeting: a new
/// one, or with `--continue` the paused one.
fn play_one(
    args: &Args,
    here: &Invocation,
    hand: &mut ScriptRun,
    path: &Path,
    text: &str,
) -> CommandResult {
    let folder = &hand.archive.folder.clone();
    // A paused meeting has its circle in its head, whatever became of the file. A new one has it
    // as the meeting before left it.
    let new = if args.go_on { None } else { Some(args.circle(here, folder)?) };
    // A new meeting takes the lock once it is walked, so that a slip leaves nothing behind.
    if !args.dry_run && !hand.archive.unfiled()?.is_empty() {
        hand.lock()?;
    }
    if let Some(lock) = &hand.lock {
        paused::finish_closed(here, &mut hand.archive, lock)?;
    }
    let (meeting, journal) = match new {
        Some(circle) => (Meeting::new(circle), None),
        None => latest(folder, hand.lock.as_ref())?,
    };
    here.speak(meeting.circle());
    let words = here.words();
    let before = meeting.facts().len();
    let table = ScriptInput { args, here, archive: &hand.archive, words: &words, path, text };
    if !args.go_on
        && let Some(file) = table.recorded(&meeting)?
    {
        output::print(&format!("{}\n", words.say(&say!("is-recorded", id = file))))?;
        return Ok(ExitCode::SUCCESS);
    }
    let played = table.play(meeting, meet::id(journal.as_ref()).as_ref(), None)?;
    let is_new = played.meeting.facts().len() > before;
    if is_new && !args.dry_run && hand.lock.is_none() {
        // Somebody else may have recorded it since: what is there under the lock counts.
        *hand = ScriptRun { lock: Some(Lock::take(folder)?), archive: Archive::of(folder) };
        return play_one(args, here, hand, path, text);
    }
    if args.script.len() == 1 {
        output::print(&played.transcript)?;
    }
    if args.dry_run {
        output::print(&format!("{}\n", words.say(&say!("nothing-kept"))))?;
        return Ok(ExitCode::SUCCESS);
    }
    let added = &played.meeting.facts()[before..];
    if added.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    let file = match journal {
        None => JournalFile::begin(hand.lock()?, folder, &played.meeting, args.roles())?,
        Some(file) => {
            let mut file = args.go_on_with(file);
            file.append(&added.iter().map(journal::block).collect::<String>())?;
            file
        }
    };
    match played.end {
        End::Closed => finish::finish(here, &mut hand.archive, played.meeting, file),
        End::Paused => {
            hand.archive.held(&file.path, played.meeting.facts());
            finish::paused(here, &file)
        }
    }
}

/// What a script is walked with.
struct ScriptInput<'a> {
    args: &'a Args,
    here: &'a Invocation,
    archive: &'a Archive,
    words: &'a Words,
    path: &'a Path,
    text: &'a str,
}

impl ScriptInput<'_> {
    /// Walks the script on a meeting. Nothing is written. Where it is compared with a meeting
    /// recorded before, what lay outside of that one counts, and the first fact that differs ends
    /// it.
    fn play(
        &self,
        meeting: Meeting,
        id: Option<&MeetingId>,
        recorded: Option<&Meeting>,
    ) -> Result<Played> {
        let name = self.path.to_string_lossy();
        let mut transcript = Vec::new();
        let mut script =
            Script::new(&name, self.text, self.here.page, self.words, &mut transcript)?;
        let clock = self.clock(&meeting)?;
        let day = clock.now(None).date_naive();
        let mut background = finish::background(self.here, self.archive, day, id, &mut script)?;
        if let Some(recorded) = recorded {
            recorded::restore(&mut background, recorded);
        }
        let mut session = Session::new(meeting, &background, self.words, clock);
        let end = match recorded {
            Some(recorded) => {
                let mut answers = Numbered::new(&mut script, recorded);
                session.run(&mut answers, &mut |meeting| same_so_far(meeting, recorded, id))?
            }
            None => session.run(&mut script, &mut |_| Ok(()))?,
        };
        if let Some(line) = script.unread() {
            let err = match end {
                End::Closed => Error::new(say!("error-closed")),
                End::Paused => Error::new(say!("error-after-pause")).hint(say!("hint-after-pause")),
            };
            return Err(err.on_line(line).in_file(name));
        }
        let meeting = session.meeting;
        if recorded.is_some_and(|it| meeting.facts().len() < answered(it).len()) {
            script.refuse(differs(&meeting, id))?;
        }
        drop(script);
        let transcript = String::from_utf8_lossy(&transcript).into_owned();
        Ok(Played { meeting, end, transcript })
    }

    /// Returns the time of the first answer.
    fn clock(&self, meeting: &Meeting) -> Result<Clock> {
        begins(self.args, meeting, self.words, self.text)
            .map_err(|it| it.in_file(self.path.to_string_lossy()))
    }

    /// Returns the journal of the same day that holds this meeting already, fact for fact: to
    /// compare, the script is walked with that journal's head. Meetings of one day are told apart
    /// by when they opened.
    ///
    /// # Errors
    ///
    /// The same meeting is recorded otherwise, and no other one is wished.
    fn recorded(&self, new: &Meeting) -> Result<Option<String>> {
        let clock = self.clock(new)?;
        for path in self.archive.of_day(clock.now(None).date_naive())? {
            let id = MeetingId::of(&path);
            let Ok(kept) = crate::store::journal::read(&path) else { continue };
            let Ok(kept) = paused::walk(kept, &path) else { continue };
            let opened = kept.facts().first().map(|it| Clock::Set(it.at));
            let is_same = opened == Some(clock) && !self.args.new;
            let blank = Meeting::in_format(kept.format(), kept.circle().clone());
            match self.play(blank, Some(&id), Some(&kept)) {
                Ok(_) => return Ok(Some(file::named(&path))),
                Err(err) if is_same => return Err(err),
                Err(_) => {}
            }
        }
        Ok(None)
    }
}

/// Finds the latest meeting that is not closed; its journal is opened only under the lock.
fn latest(folder: &Folder, lock: Option<&Lock>) -> Result<(Meeting, Option<JournalFile>)> {
    for path in Archive::of(folder).unfiled()?.into_iter().rev() {
        let (kept, file) = match lock {
            Some(lock) => {
                let (file, kept, _) = JournalFile::open(lock, &path)?;
                (kept, Some(file))
            }
            None => (crate::store::journal::read(&path)?, None),
        };
        let meeting = paused::walk(kept, &path)?;
        if !meeting.is_closed() {
            return Ok((meeting, file));
        }
    }
    Err(Error::new(say!("error-none-paused")).hint(say!("hint-none-paused")))
}
