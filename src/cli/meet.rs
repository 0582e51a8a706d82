//! `rounds meet`: facilitates a meeting, or goes on with the paused one.

mod lines;
pub(crate) mod paused;
mod recorded;
pub(super) mod running;
mod script;

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use paused::{Chosen, Wish};
use running::Running;

use crate::circle::{Circle, OptionalStep};
use crate::cli::finish::{self, Paths};
use crate::cli::{CommandResult, Invocation, PAUSED, language_missing, settle};
use crate::dialogue::{Answers, Block, Input, Response};
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::meeting::{Fact, Meeting, MeetingId, Moment, What};
use crate::records::Background;
use crate::records::format::journal;
use crate::session::{End, Session};
use crate::store;
use crate::store::clock::Clock;
use crate::store::write_records::Roles;
use crate::store::{Archive, Folder, JournalFile, Lock, clock, file};
use crate::terminal::{Terminal, screen, signals};

/// Facilitates a meeting, or goes on with the paused one
///
/// Says what comes next, takes one line per answer, and has each on the disk before the next
/// question. Type `?` at any prompt. When the meeting closes, minutes and decisions are written.
#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
#[command(after_long_help = "Examples:
  rounds meet
      Opens a meeting, or goes on with the paused one.
  rounds meet --script evening.txt
      Records a meeting from notes.
  rounds meet --steps essential
      Leaves out what a short meeting can do without.")]
pub(super) struct Args {
    /// Takes the answers from a file, or from standard input (`-`), all of them or none
    ///
    /// Several files are several meetings, recorded in the order of their times, each whole or not
    /// at all. A meeting that is recorded already is left alone; one that is recorded otherwise is
    /// refused with the first line that differs.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub script: Vec<PathBuf>,

    /// Adds the script to the paused meeting instead of opening a new one
    #[arg(long = "continue", requires = "script")]
    pub go_on: bool,

    /// Goes on with this one of several paused meetings: 2026-09-05-2
    #[arg(long, value_name = "ID", conflicts_with = "new")]
    meeting: Option<String>,

    /// Opens a new meeting, even where one is paused, or one of the same time is recorded
    #[arg(long)]
    pub new: bool,

    /// The time of what follows: 2026-09-05T19:00+02:00
    #[arg(long, value_name = "TIME")]
    pub at: Option<String>,

    /// The circle as it was on the day of the meeting
    #[arg(long, value_name = "FILE")]
    as_of: Option<PathBuf>,

    /// The steps of this meeting: full, essential, or check-in,agenda and so on
    #[arg(long, value_name = "LIST")]
    steps: Option<String>,

    /// Writes nothing
    #[arg(long)]
    pub dry_run: bool,

    /// Asks and takes the answers as lines of JSON, so that another program can hold the meeting
    #[arg(long, conflicts_with_all = ["script", "go_on"])]
    json: bool,
}

/// The circle's folder, and the circle or what is wrong with its file.
type Found = (Folder, Result<Circle, Vec<Error>>);

/// A meeting that is closed or paused, and what is needed to end it.
struct Held {
    /// Kept until the records are written.
    lock: Option<Lock>,
    meeting: Meeting,
    /// None if nothing was recorded.
    journal: Option<JournalFile>,
    end: End,
    /// Whether the records of meetings before it were written.
    code: ExitCode,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        if self.json {
            return lines::run(self, here);
        }
        let (folder, circle) = self.found(here)?;
        if !self.script.is_empty() {
            return script::play(self, here, &folder);
        }
        self.refuse_broken(&folder, &circle)?;
        if !screen::is_attended() {
            let err = Error::new(say!("error-no-terminal"));
            return Err(err.hint(say!("hint-no-terminal")).into());
        }
        let words = here.words().at_terminal();
        signals::watch(&words);
        // The lines typed in earlier meetings.
        let history = store::config_dir().map(|it| it.join("history"));
        let mut terminal = Terminal::new(&words, here.page, history);
        let held = self.hold(here, &folder, circle, &words, &mut terminal);
        drop(terminal);
        signals::restore();
        let Held { lock, meeting, journal, end, code: finished } = held?;
        let code = match journal {
            Some(journal) if end == End::Closed => {
                let archive = &mut Archive::of(&folder);
                if screen::is_shown() {
                    let closed = finish::finish(here, archive, meeting, journal, Paths::Counted)?;
                    // The meeting is over, whenever its window is closed.
                    drop(lock);
                    finish::offer_files(here, &closed)?;
                    closed.code
                } else {
                    finish::finish(here, archive, meeting, journal, Paths::Listed)?.code
                }
            }
            Some(journal) => finish::paused(here, &journal)?,
            None => ExitCode::SUCCESS,
        };
        Ok(paused::worst(finished, code))
    }

    /// Finds the circle's folder, and reads the circle.
    fn found(&self, here: &Invocation) -> Result<Found, Vec<Error>> {
        let folder = here.folder()?;
        folder.refuse_links()?;
        let circle = self.circle(here, &folder);
        if let Some(remark) = circle.as_ref().ok().and_then(|it| language_missing(&folder, it)) {
            here.note(&remark)?;
        }
        Ok((folder, circle))
    }

    /// Refuses to open a meeting of a circle that cannot be read, unless a paused one may go on.
    fn refuse_broken(
        &self,
        folder: &Folder,
        circle: &Result<Circle, Vec<Error>>,
    ) -> Result<(), Vec<Error>> {
        match circle {
            Err(errors) if self.new || Archive::of(folder).unfiled()?.is_empty() => {
                Err(errors.clone())
            }
            _ => Ok(()),
        }
    }

    /// Holds a meeting until it is closed or paused: the paused one, or a new one.
    fn hold(
        &self,
        here: &Invocation,
        folder: &Folder,
        circle: Result<Circle, Vec<Error>>,
        words: &Words,
        answers: &mut dyn Answers,
    ) -> Result<Held, Vec<Error>> {
        let lock = if self.dry_run { None } else { Some(Lock::take(folder)?) };
        let (chosen, finished) = match &lock {
            Some(lock) => {
                let settled = settle::before_meeting(here, folder, lock)?;
                let (chosen, finished) =
                    self.resume(here, folder, lock, &circle, words, answers)?;
                (chosen, paused::worst(settled, finished))
            }
            None => (Chosen::New, ExitCode::SUCCESS),
        };
        let (meeting, journal) = match chosen {
            Chosen::On(paused) => (paused.meeting, Some(self.go_on_with(paused.file))),
            Chosen::New => (Meeting::new(circle?), None),
            Chosen::Left => {
                let (meeting, code) = (Meeting::new(circle?), ExitCode::from(PAUSED));
                let code = paused::worst(finished, code);
                return Ok(Held { lock, meeting, journal: None, end: End::Paused, code });
            }
        };
        let is_resumed = journal.is_some();
        let running = Running::new(journal);
        let clock = match &self.at {
            Some(at) => Clock::Set(moment(&meeting, words, at)?),
            None => Clock::Live,
        };
        let day = clock.now(None).date_naive();
        let meeting = if is_resumed { meeting } else { self.of_day(folder, &meeting, day)? };
        let archive = Archive::of(folder);
        let id = running.id();
        let background = finish::background(here, &archive, day, id.as_ref(), answers)?;
        let mut session = Session::new(meeting, &background, words, clock);
        if let Some(id) = &id {
            answers.rejoin(id, &session.talk().rejoin())?;
        }
        running.watch(words.lang());
        let end = session.run(answers, &mut |meeting| match &lock {
            Some(lock) => running.save((lock, folder), meeting, self.roles(), words),
            None => Ok(()),
        });
        let (journal, mut trouble) = running.end();
        if !trouble.is_empty() {
            trouble.extend(end.err());
            return Err(trouble);
        }
        let (end, meeting) = (end?, session.meeting);
        Ok(Held { lock, meeting, journal, end, code: finished })
    }

    /// Makes a new meeting of a day: with the circle as it is on that day.
    pub(super) fn of_day(
        &self,
        folder: &Folder,
        blank: &Meeting,
        day: NaiveDate,
    ) -> Result<Meeting> {
        let circle = blank.circle().on(day);
        circle.check_there(day)?;
        let circles = folder.path(Folder::CIRCLE);
        let file = file::named(self.as_of.as_ref().unwrap_or(&circles));
        circle.check_members().map_err(|err| err.in_file(file))?;
        Ok(Meeting::new(circle))
    }

    /// Returns whether elections are written into the circle's file.
    pub(super) fn roles(&self) -> Roles {
        if self.as_of.is_some() { Roles::Left } else { Roles::Written }
    }

    /// Returns the journal to go on with. With `--as-of` its elections are not written into the
    /// circle's file either.
    pub(super) fn go_on_with(&self, mut file: JournalFile) -> JournalFile {
        if self.roles() == Roles::Left {
            file.roles = Roles::Left;
        }
        file
    }

    /// Reads the circle, from the file given with `--as-of` and with the steps given with `--steps`.
    pub(super) fn circle(&self, here: &Invocation, folder: &Folder) -> Result<Circle, Vec<Error>> {
        let mut circle = match &self.as_of {
            Some(path) => store::read_circle(path)?,
            None => folder.circle()?,
        };
        here.speak(&circle);
        if let Some(steps) = &self.steps {
            circle.rules.steps = OptionalStep::list(steps)?;
        }
        Ok(circle)
    }

    /// Returns the meeting that is named to go on with.
    pub(super) fn meeting(&self) -> Option<MeetingId> {
        self.meeting.as_deref().map(MeetingId::new)
    }

    /// Returns whether a script goes on with a paused meeting.
    fn goes_on(&self) -> bool {
        self.go_on || self.meeting.is_some()
    }

    /// Finds the paused meeting. If it is from an earlier day, asks whether to go on with it. The exit
    /// code tells whether all records of the meetings that it closes or finishes were written.
    fn resume(
        &self,
        here: &Invocation,
        folder: &Folder,
        lock: &Lock,
        circle: &Result<Circle, Vec<Error>>,
        words: &Words,
        answers: &mut dyn Answers,
    ) -> Result<(Chosen, ExitCode), Vec<Error>> {
        let (paused, finished) = paused::find(here, folder, lock, answers, self)?;
        let mut paused = match paused::chosen(paused, self.meeting(), words, answers)? {
            Chosen::On(paused) => paused,
            none => return Ok((none, finished)),
        };
        let last = paused.meeting.facts().last().map_or_else(clock::now, |it| it.at);
        let today = clock::now().date_naive();
        if last.date_naive() != today && self.at.is_none() {
            match paused::wish(&paused, words, answers)? {
                Wish::GoOn => {}
                Wish::New => return Ok((Chosen::New, finished)),
                Wish::Leave => return Ok((Chosen::Left, finished)),
                Wish::Close => {
                    let fact = Fact { what: What::Closed {}, at: last };
                    let block = journal::block(&fact);
                    paused.meeting.record(fact)?;
                    paused.file.append(&block)?;
                    let archive = &mut Archive::of(folder);
                    let (meeting, file) = (paused.meeting, paused.file);
                    let closed = finish::finish(here, archive, meeting, file, Paths::Listed)?;
                    return Ok((Chosen::New, paused::worst(finished, closed.code)));
                }
            }
        }
        match circle {
            Ok(circle) => paused::say_changes(&paused.meeting, &circle.on(today), words, answers)?,
            // The meeting goes on with the circle in the journal's head.
            Err(errors) => {
                let said = errors.iter().map(|it| Block::Refusal(it.say(words)));
                answers.show(&said.collect::<Vec<_>>())?;
            }
        }
        Ok((Chosen::On(paused), finished))
    }
}

/// Returns the id of the journal's meeting.
pub(super) fn id(file: Option<&JournalFile>) -> Option<MeetingId> {
    file.map(|it| MeetingId::of(&it.path))
}

/// Parses a time as `/at` does; a time without a day is on the day of the last fact.
pub(super) fn moment(meeting: &Meeting, words: &Words, at: &str) -> Result<Moment> {
    let background = Background::default();
    let clock = meeting.facts().last().map_or(Clock::Live, |it| Clock::Set(it.at));
    let session = Session::new(meeting.clone(), &background, words, clock);
    let input = Input { line: format!("/at {at}"), text: None };
    match session.talk().hear(&input)? {
        Response::At(moment) => Ok(moment),
        _ => Err(Error::new(say!("error-invalid-moment", typed = at)).hint(say!("hint-at"))),
    }
}
