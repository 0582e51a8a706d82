//! `rounds meet --script`: plays meetings from files, each whole or not at all.

use std::path::Path;
use std::process::ExitCode;

use crate::cli::finish::{self, Paths};
use crate::cli::meet::paused::Open;
use crate::cli::meet::recorded::{Numbered, answered, differs, same_so_far};
use crate::cli::meet::{Args, moment, paused, recorded};
use crate::cli::{CommandResult, Invocation, PAUSED, meet, settle};
use crate::dialogue;
use crate::dialogue::Answers;
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::meeting::{Meeting, MeetingId, Moment};
use crate::records::format::journal;
use crate::session::{End, Script, Session, script};
use crate::store::clock::Clock;
use crate::store::{self, Archive, Folder, JournalFile, Lock, file};
use crate::terminal::output;

/// The archive and the lock that are kept from one script to the next.
struct ScriptRun {
    archive: Archive,
    /// Taken before the first write, and kept until the last script is done.
    lock: Option<Lock>,
}

impl ScriptRun {
    fn lock(&mut self) -> Result<&Lock> {
        if self.lock.is_none() {
            self.lock = Some(Lock::take(&self.archive.folder)?);
        }
        Ok(self.lock.as_ref().expect("the lock was taken above"))
    }
}

/// The result of playing a script to its end.
struct Played {
    meeting: Meeting,
    end: End,
    transcript: String,
}

/// Plays scripts in the order of their times, each whole or not at all. Stops at the first one with an
/// error; the meetings before it stay recorded.
pub(super) fn play(args: &Args, here: &Invocation, folder: &Folder) -> CommandResult {
    let mut run = ScriptRun { archive: Archive::of(folder), lock: None };
    if let [path] = &args.script[..] {
        let text = script::read(&file::with_slashes(path))?;
        return play_one(args, here, &mut run, path, &text);
    }
    if args.goes_on() {
        return Err(Error::new(say!("error-one-script")).hint(say!("hint-one-script")).into());
    }
    let blank = Meeting::new(args.circle(here, folder)?);
    let mut scripts = Vec::new();
    for path in &args.script {
        let text = script::read(&file::with_slashes(path))?;
        let begins = begins(args, &blank, &here.words(), &text);
        let begins = begins.map_err(|it| it.in_file(file::with_slashes(path)))?;
        scripts.push((begins.now(None), path, text));
    }
    // The sort is stable: scripts of the same time stay in the order given.
    scripts.sort_by_key(|(begins, ..)| *begins);
    let mut code = ExitCode::SUCCESS;
    let progress = here.progress(scripts.len());
    for (_, path, text) in &scripts {
        progress.clear();
        output::print(&format!("{}\n", file::with_slashes(path)))?;
        code = paused::worst(code, play_one(args, here, &mut run, path, text)?);
        progress.step();
    }
    Ok(code)
}

/// Returns the time of a script's first answer: that of a first line with `/at`, else of `--at`.
fn begins(args: &Args, meeting: &Meeting, words: &Words, text: &str) -> Result<Clock> {
    let inputs = dialogue::input::parse(text)?;
    let first = inputs.first().and_then(|(_, it)| it.line.trim().strip_prefix("/at "));
    let named = first.and_then(|at| moment(meeting, words, at).ok());
    match (named, &args.at) {
        (Some(named), _) => Ok(Clock::Set(named)),
        (None, Some(at)) => moment(meeting, words, at).map(Clock::Set),
        (None, None) => Ok(Clock::Live),
    }
}

/// Says on standard error which offset was taken where the time of a new meeting names none.
fn say_offset(args: &Args, text: &str, at: Moment, words: &Words) {
    let typed = text.lines().map(str::trim).find_map(|it| it.strip_prefix("/at "));
    let typed = typed.or(args.at.as_deref()).unwrap_or_default().trim();
    // An offset stands behind `2026-09-05T19:00`.
    if typed.get(16..).is_none_or(|it| !it.contains(['+', '-', 'Z', 'z'])) {
        let note = Error::new(say!("note-offset-taken", typed = typed, at = at.to_rfc3339()));
        output::eprint(&format!("{}\n", note.say_as(&say!("label-note"), words)));
    }
}

/// Plays a script to its end, then records the meeting: a new one, or with `--continue` the paused
/// one.
fn play_one(
    args: &Args,
    here: &Invocation,
    run: &mut ScriptRun,
    path: &Path,
    text: &str,
) -> CommandResult {
    let folder = &run.archive.folder.clone();
    // A paused meeting keeps the circle in its journal's head; a new one reads the circle's file,
    // which the script before may have changed.
    let new = if args.goes_on() { None } else { Some(args.circle(here, folder)?) };
    // For a new meeting the lock is taken after the script was played, so that an error leaves no
    // file behind.
    if !args.dry_run && !run.archive.unfiled()?.is_empty() {
        run.lock()?;
    }
    let is_new = !args.dry_run && args.as_of.is_none();
    if is_new && settle::is_due(&run.archive)? {
        run.lock()?;
        let lock = run.lock.take();
        if let Some(lock) = &lock {
            settle::all(here, &mut run.archive, lock)?;
        }
        run.lock = lock;
    }
    let finished = match &run.lock {
        Some(lock) => paused::finish_closed(here, &mut run.archive, lock)?,
        None => ExitCode::SUCCESS,
    };
    let (meeting, journal) = match new {
        Some(circle) => (Meeting::new(circle), None),
        None => paused_one(args, folder, run.lock.as_ref())?,
    };
    here.speak(meeting.circle());
    let words = here.words();
    let before = meeting.facts().len();
    let clock = begins(args, &meeting, &words, text);
    let clock = clock.map_err(|it| it.in_file(file::with_slashes(path)))?;
    let meeting = if args.goes_on() {
        meeting
    } else {
        args.of_day(folder, &meeting, clock.now(None).date_naive())?
    };
    if let (0, Clock::Set(at)) = (before, clock) {
        say_offset(args, text, at, &words);
    }
    let archive = &run.archive;
    let input = ScriptInput { args, here, archive, words: &words, path, text, clock };
    if !args.goes_on()
        && let Some((file, recorded)) = input.recorded()?
    {
        output::print(&format!("{}\n", words.say(&say!("is-recorded", id = file))))?;
        return Ok(paused::worst(finished, ended(&recorded)));
    }
    let played = input.play(meeting, meet::id(journal.as_ref()).as_ref(), None)?;
    let is_new = played.meeting.facts().len() > before;
    if is_new && !args.dry_run && run.lock.is_none() {
        // Another process may have recorded a meeting since, so everything is read again.
        *run = ScriptRun { lock: Some(Lock::take(folder)?), archive: Archive::of(folder) };
        return play_one(args, here, run, path, text);
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
        return Ok(ended(&played.meeting));
    }
    let file = match journal {
        None => JournalFile::begin(run.lock()?, folder, &played.meeting, args.roles())?,
        Some(file) => {
            let mut file = args.go_on_with(file);
            file.append(&added.iter().map(journal::block).collect::<String>())?;
            file
        }
    };
    match played.end {
        End::Closed => {
            let archive = &mut run.archive;
            Ok(finish::finish(here, archive, played.meeting, file, Paths::Listed)?.code)
        }
        End::Paused => {
            run.archive.held(&file.path, played.meeting.facts());
            finish::paused(here, &file)
        }
    }
}

/// Returns the exit code of a meeting to which nothing was added: whether it is paused.
fn ended(meeting: &Meeting) -> ExitCode {
    let is_paused = !meeting.facts().is_empty() && !meeting.is_closed();
    if is_paused { ExitCode::from(PAUSED) } else { ExitCode::SUCCESS }
}

/// A script and what is needed to play it.
struct ScriptInput<'a> {
    args: &'a Args,
    here: &'a Invocation,
    archive: &'a Archive,
    words: &'a Words,
    path: &'a Path,
    text: &'a str,
    clock: Clock,
}

impl ScriptInput<'_> {
    /// Plays the script on a meeting, without writing anything. With `recorded` it uses the background
    /// of that meeting, and stops at the first fact that differs.
    fn play(
        &self,
        meeting: Meeting,
        id: Option<&MeetingId>,
        recorded: Option<&Meeting>,
    ) -> Result<Played> {
        let name = file::with_slashes(self.path);
        let mut transcript = Vec::new();
        let mut script =
            Script::new(&name, self.text, self.here.page, self.words, &mut transcript)?;
        let day = self.clock.now(None).date_naive();
        let mut background = finish::background(self.here, self.archive, day, id, &mut script)?;
        if let Some(recorded) = recorded {
            recorded::restore(&mut background, recorded);
        }
        let mut session = Session::new(meeting, &background, self.words, self.clock);
        let end = match recorded {
            Some(recorded) => {
                let mut answers = Numbered::new(&mut script, recorded);
                session.run(&mut answers, &mut |meeting| same_so_far(meeting, recorded, id))?
            }
            None => session.run(&mut script, &mut |_| Ok(()))?,
        };
        if let Some(line) = script.unread() {
            let err = match end {
                End::Closed => Error::new(say!("error-meeting-closed")),
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

    /// Returns the meeting and journal of the same day that has the facts of the script already. To
    /// compare, the script is played with the circle in that journal's head.
    ///
    /// A meeting that opened at the same time with other facts is an error, except with `--new`.
    fn recorded(&self) -> Result<Option<(String, Meeting)>> {
        for path in self.archive.of_day(self.clock.now(None).date_naive())? {
            let id = MeetingId::of(&path);
            let kept = store::journal::read(&path).and_then(|it| paused::walk(it, &path));
            let Ok(kept) = kept else { continue };
            let opened = kept.facts().first().map(|it| Clock::Set(it.at));
            let is_same = opened == Some(self.clock) && !self.args.new;
            let blank = Meeting::in_format(kept.format(), kept.circle().clone());
            match self.play(blank, Some(&id), Some(&kept)) {
                Ok(_) => return Ok(Some((file::named(&path), kept))),
                Err(err) if is_same => return Err(err),
                Err(_) => {}
            }
        }
        Ok(None)
    }
}

/// Finds the meeting to go on with: the one named, or the only one that is not closed. Its journal is
/// opened for writing if there is a lock.
fn paused_one(
    args: &Args,
    folder: &Folder,
    lock: Option<&Lock>,
) -> Result<(Meeting, Option<JournalFile>)> {
    if let Some(err) = store::journal::kept_beside(folder)?.into_iter().next() {
        return Err(err);
    }
    let Open { meetings: mut open, unread } = paused::open(&Archive::of(folder))?;
    let named = args.meeting();
    let is_meant = |path: &Path| named.as_ref().is_none_or(|it| *it == MeetingId::of(path));
    if let Some((_, err)) = unread.into_iter().find(|(path, _)| is_meant(path)) {
        return Err(err);
    }
    let ids: Vec<MeetingId> = open.iter().map(|(path, _)| MeetingId::of(path)).collect();
    let (path, meeting) = open.swap_remove(paused::index_of(&ids, named.as_ref())?);
    let Some(lock) = lock else { return Ok((meeting, None)) };
    let (file, kept, _) = JournalFile::open(lock, &path)?;
    Ok((paused::walk(kept, &path)?, Some(file)))
}
