//! `rounds follow`: shows the running meeting to the room, in a second window or as a page.
//!
//! Reads only journals and records, takes no lock, and writes nothing but the page that is asked for.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use crate::cli::meet::paused;
use crate::cli::{CommandResult, Invocation};
use crate::dialogue::Talk;
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::meeting::{Meeting, MeetingId};
use crate::records::Background;
use crate::records::page::follow::{FollowView, MARKER};
use crate::store::{Archive, Folder, Watch, clock, file, journal};
use crate::terminal::{FollowLines, FollowScreen, Happened, Look, output, screen, signals};

/// How long to wait before the journals are looked at again.
const PAUSE: Duration = Duration::from_millis(250);

/// Shows the running meeting to the room: a second window, a projector, a shared screen
///
/// Redraws the window with each answer of the meeting in this folder: the item, the exact text and what
/// changed in it, the question, who has spoken and who has not, objections and concerns. Reads the journal and
/// writes nothing. Where no meeting runs it waits for one.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds follow
      In a second window, for the room.
  rounds follow --page room.html
      A page that renews itself in a browser.")]
pub(super) struct Args {
    /// Writes a page instead that renews itself, to open in a browser
    #[arg(long, value_name = "FILE")]
    page: Option<PathBuf>,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let mut followed = Followed::new(here, here.folder()?);
        match &self.page {
            Some(path) => write_page(&mut followed, path)?,
            None if screen::is_shown() && here.page.look() != Look::Plain => draw(&mut followed)?,
            None => print_lines(&mut followed)?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Draws the view on the whole screen until somebody leaves it.
fn draw(followed: &mut Followed) -> Result<()> {
    followed.look()?;
    let mut screen = FollowScreen::begin(followed.here.page.look(), &followed.words())?;
    let minute = || clock::now().format("%H:%M").to_string();
    loop {
        let (time, words) = (minute(), followed.words());
        let shown = words.say(&say!("clock", time = &time));
        screen.draw(&followed.view(), &shown, &words)?;
        loop {
            match screen.wait(PAUSE) {
                Happened::Left => return Ok(()),
                Happened::Redraw => break,
                Happened::Nothing => {}
            }
            if followed.look()? || minute() != time {
                break;
            }
        }
    }
}

/// Prints what is new in the view, until the program is ended or nobody reads it any more.
fn print_lines(followed: &mut Followed) -> Result<()> {
    let mut lines = FollowLines::default();
    loop {
        if followed.look()?
            && !output::print_on(&lines.next(&followed.here.page, &followed.view()))?
        {
            return Ok(());
        }
        thread::sleep(PAUSE);
    }
}

/// Writes the page each time the view is another one, until the program is ended.
fn write_page(followed: &mut Followed, path: &Path) -> Result<()> {
    followed.look()?;
    let mut written = followed.view();
    write(path, &written)?;
    let words = followed.words();
    signals::watch(&words);
    let told = words.say(&say!("follow-page", file = file::named(path)));
    output::print(&format!("{told}\n"))?;
    loop {
        thread::sleep(PAUSE);
        if !followed.look()? || followed.view() == written {
            continue;
        }
        written = followed.view();
        // The next change may be written again.
        if let Err(err) = write(path, &written) {
            followed.here.warn(&[err]);
        }
    }
}

/// Writes the page in one piece, unless something else is there.
fn write(path: &Path, view: &FollowView) -> Result<()> {
    match file::text(path, file::RECORD_LIMIT) {
        Ok(text) if text.contains(MARKER) => {}
        Err(err) if err.message.key == "error-file-missing" => {}
        _ => {
            let err = Error::new(say!("error-follow-page")).hint(say!("hint-follow-page"));
            return Err(err.in_file(file::named(path)));
        }
    }
    signals::undisturbed(|| file::replace(path, &view.page()))
}

/// The meeting that is followed, as its journal was when it was read last.
struct Followed<'a> {
    here: &'a Invocation,
    folder: Folder,
    watch: Watch,
    /// Whether the journals were looked at.
    is_begun: bool,
    meeting: Option<(PathBuf, Meeting)>,
    /// What was there before the meeting.
    background: Background,
    /// Why the journal could not be read the last time.
    trouble: Option<Error>,
}

impl<'a> Followed<'a> {
    fn new(here: &'a Invocation, folder: Folder) -> Self {
        if let Ok(circle) = folder.circle() {
            here.speak(&circle);
        }
        let watch = Watch::new(folder.clone());
        let (background, meeting, trouble) = (Background::default(), None, None);
        Self { here, folder, watch, is_begun: false, meeting, background, trouble }
    }

    fn words(&self) -> Words {
        self.here.words()
    }

    /// Looks at the journals, and returns whether the view may be another one.
    ///
    /// Follows the meeting in which something was recorded last. A closed one is followed until there
    /// is another.
    fn look(&mut self) -> Result<bool> {
        let mut changed = self.watch.changed()?;
        if !self.is_begun {
            let unfiled = Archive::of(&self.folder).unfiled()?;
            changed.retain(|it| unfiled.contains(it));
        }
        let is_first = !std::mem::replace(&mut self.is_begun, true);
        for path in &changed {
            let is_followed = self.meeting.as_ref().is_some_and(|(it, _)| it == path);
            if !self.watch.has(path) {
                continue;
            }
            match journal::read(path).and_then(|it| paused::walk(it, path)) {
                Ok(meeting) if is_followed || !meeting.is_closed() => {
                    self.follow(path, meeting, is_followed);
                    return Ok(true);
                }
                Err(err) if is_followed || self.meeting.is_none() => self.trouble = Some(err),
                Ok(_) | Err(_) => {}
            }
        }
        Ok(is_first || !changed.is_empty())
    }

    fn follow(&mut self, path: &Path, meeting: Meeting, is_followed: bool) {
        self.trouble = None;
        if !is_followed {
            self.here.speak(meeting.circle());
            let day = meeting.facts().first().map_or_else(clock::now, |it| it.at).date_naive();
            let archive = Archive::of(&self.folder);
            // Records that cannot be read are left out; `rounds meet` says which.
            let read = archive.background(day, Some(&MeetingId::of(path)));
            self.background = read.map(|(it, _)| it).unwrap_or_default();
        }
        self.meeting = Some((path.to_owned(), meeting));
    }

    /// Builds what the room sees now.
    fn view(&self) -> FollowView {
        let words = &self.words();
        let Some((path, meeting)) = &self.meeting else {
            let circle = self.folder.circle().map(|it| it.name);
            let note = self.trouble.as_ref().map(|it| it.say(words));
            return FollowView {
                lang: words.lang().tag(),
                heading: circle.unwrap_or_default(),
                question: words.say(&say!("follow-none")),
                note: note.unwrap_or_else(|| words.say(&say!("follow-waits"))),
                ..FollowView::default()
            };
        };
        let now = meeting.facts().last().map_or_else(clock::now, |it| it.at);
        let mut view = Talk { meeting, background: &self.background, words, now }.followed();
        if !self.watch.has(path) {
            view.note = words.say(&say!("follow-gone", file = file::named(path)));
        } else if self.trouble.is_some() {
            view.note = words.say(&say!("follow-unread"));
        }
        view
    }
}
