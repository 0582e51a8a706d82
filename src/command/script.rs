//! `rounds meet --script`: a meeting from the lines of a file, all of them or none.

use std::path::Path;
use std::process::ExitCode;

use rounds::desk::clock::Clock;
use rounds::desk::{End, Folder, JournalFile, Lock, Script, Sitting, file, out, script};
use rounds::error::{Error, Result};
use rounds::meeting::{Draft, Item, Meeting, What};
use rounds::record::{Topic, journal};
use rounds::words::{Words, say};

use crate::command::meet::{self, Args, begin, moment};
use crate::command::{Here, Outcome, filing, paused};

/// A script that was walked to its end.
struct Played {
    meeting: Meeting,
    end: End,
    transcript: String,
}

/// Plays scripts in the order of their times, each whole or not at all. The first one that slips
/// ends it; what was recorded before it stays.
pub fn play(args: &Args, here: &Here, folder: &Folder) -> Outcome {
    if let [path] = &args.script[..] {
        return play_one(args, here, folder, path, &script::read(&path.to_string_lossy())?);
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
    for (place, (_, path, text)) in scripts.iter().enumerate() {
        out::progress(place + 1, scripts.len());
        out::print(&format!("{}\n", path.display()))?;
        let played = play_one(args, here, folder, path, text)?;
        if played != ExitCode::SUCCESS {
            code = played;
        }
    }
    Ok(code)
}

/// Returns the time of the first answer of a script: the one it begins with stands over its first
/// question, too.
fn begins(args: &Args, meeting: &Meeting, words: &Words, text: &str) -> Result<Clock> {
    let said = script::parse(text)?;
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
fn play_one(args: &Args, here: &Here, folder: &Folder, path: &Path, text: &str) -> Outcome {
    // A paused meeting has its circle in its head, whatever became of the file. A new one has it
    // as the meeting before left it.
    let new = if args.go_on { None } else { Some(args.circle(here, folder)?) };
    // A new meeting takes the lock once it is walked, so that a slip leaves nothing behind.
    let unfinished = !args.dry_run && !folder.unfiled()?.is_empty();
    let lock = if unfinished { Some(Lock::take(folder)?) } else { None };
    if let Some(lock) = &lock {
        paused::finish_closed(here, folder, lock)?;
    }
    let (meeting, journal) = match (new, &lock) {
        (Some(circle), _) => (Meeting::new(circle), None),
        (None, None) => (latest_read(folder)?, None),
        (None, Some(lock)) => {
            let (file, meeting) = latest(folder, lock)?;
            (meeting, Some(file))
        }
    };
    here.speak(meeting.circle());
    let words = here.words();
    let before = meeting.facts().len();
    let table = Table { args, here, folder, words: &words, path, text };
    if !args.go_on
        && let Some(file) = table.recorded(&meeting)?
    {
        out::print(&format!("{}\n", words.say(&say!("is-recorded", id = file))))?;
        return Ok(ExitCode::SUCCESS);
    }
    let played = table.play(meeting, &meet::stem(journal.as_ref()), None)?;
    if args.script.len() == 1 {
        out::print(&played.transcript)?;
    }
    if args.dry_run {
        out::print(&format!("{}\n", words.say(&say!("nothing-kept"))))?;
        return Ok(ExitCode::SUCCESS);
    }
    let added = &played.meeting.facts()[before..];
    if added.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    // Held until the records are written.
    let lock = lock.map_or_else(|| Lock::take(folder), Ok)?;
    let file = match journal {
        None => begin(&lock, folder, &played.meeting, args.roles())?,
        Some(file) => {
            let mut file = args.go_on_with(file);
            file.append(&added.iter().map(journal::block).collect::<String>())?;
            file
        }
    };
    match played.end {
        End::Closed => filing::finish(here, folder, played.meeting, file),
        End::Paused => filing::paused(here, &file),
    }
}

/// What a script is walked with.
struct Table<'a> {
    args: &'a Args,
    here: &'a Here,
    folder: &'a Folder,
    words: &'a Words,
    path: &'a Path,
    text: &'a str,
}

impl Table<'_> {
    /// Walks the script on a meeting. Nothing is written. Where it is compared with a meeting
    /// `recorded` before, what lay outside of that one counts.
    fn play(&self, meeting: Meeting, stem: &str, recorded: Option<&Meeting>) -> Result<Played> {
        let name = self.path.to_string_lossy();
        let mut transcript = Vec::new();
        let mut script =
            Script::new(&name, self.text, self.here.page, self.words, &mut transcript)?;
        let clock = self.clock(&meeting)?;
        let day = clock.now(None).date_naive();
        let mut outside = filing::outside(self.here, self.folder, day, stem, &mut script)?;
        if let Some(recorded) = recorded {
            outside.topics.extend(begun_with(recorded));
            outside.recorded = recorded.facts().iter().map(|it| it.what.clone()).collect();
        }
        let mut sitting = Sitting::new(meeting, &outside, self.words, clock);
        let end = sitting.run(&mut script, &mut |_| Ok(()))?;
        if let Some(line) = script.unread() {
            let err = match end {
                End::Closed => Error::new(say!("error-closed")),
                End::Paused => Error::new(say!("error-after-pause")).hint(say!("hint-after-pause")),
            };
            return Err(err.on_line(line).in_file(name));
        }
        let meeting = sitting.meeting;
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
    /// compare, the script is walked with that journal's head.
    fn recorded(&self, new: &Meeting) -> Result<Option<String>> {
        let day = self.clock(new)?.now(None).date_naive();
        for path in self.folder.journals()? {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if !stem.starts_with(&day.to_string()) {
                continue;
            }
            let Ok(kept) = rounds::desk::journal::read(&path) else { continue };
            let Ok(kept) = paused::walk(kept, &path) else { continue };
            let facts = match kept.facts() {
                [most @ .., last] if last.what == (What::Filed {}) => most,
                all => all,
            };
            let blank = Meeting::new(kept.circle().clone());
            let Ok(again) = self.play(blank, &stem, Some(&kept)) else { continue };
            if again.meeting.facts() == facts && !facts.is_empty() {
                return Ok(Some(file::named(&path)));
            }
        }
        Ok(None)
    }
}

/// Returns what each item of a meeting started from, as far as nobody said it anew: a draft
/// is gone from the backlog since it was decided.
fn begun_with(meeting: &Meeting) -> Vec<Topic> {
    let standing: Vec<&What> = meeting.standing().map(|it| &it.what).collect();
    let start = |item: &Item| {
        let mut draft = Draft::of(&item.versions.first()?.wording);
        let mut parts = standing[item.facts.clone()].split(|it| matches!(it, What::Presented(_)));
        // Backwards, so that the first to be said counts.
        for what in parts.next()?.iter().rev() {
            match what {
                What::Worded { .. } => draft.text = None,
                // A measure that is said is added to those there.
                What::Measured { measures } => {
                    draft.measures = measures.split_last().map(|(_, before)| before.to_vec());
                }
                _ => {}
            }
        }
        Some(Topic { title: item.entry.title.clone(), draft, ..Topic::default() })
    };
    meeting.state().items.iter().filter_map(start).collect()
}

/// Opens the latest meeting that is not closed.
fn latest(folder: &Folder, lock: &Lock) -> Result<(JournalFile, Meeting)> {
    for path in folder.unfiled()?.into_iter().rev() {
        let (file, journal, _) = JournalFile::open(lock, &path)?;
        let meeting = paused::walk(journal, &path)?;
        if !meet::is_closed(&meeting) {
            return Ok((file, meeting));
        }
    }
    Err(none_paused())
}

fn latest_read(folder: &Folder) -> Result<Meeting> {
    for path in folder.unfiled()?.into_iter().rev() {
        let meeting = paused::walk(rounds::desk::journal::read(&path)?, &path)?;
        if !meet::is_closed(&meeting) {
            return Ok(meeting);
        }
    }
    Err(none_paused())
}

fn none_paused() -> Error {
    Error::new(say!("error-none-paused")).hint(say!("hint-none-paused"))
}
