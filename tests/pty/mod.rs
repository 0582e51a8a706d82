//! Runs the program in a pseudo-terminal: reads the screen, waits for the prompt, types.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::Child;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use std::{fs, thread};

use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{LocalModes, Termios, tcgetattr};
use tempfile::TempDir;

pub const CIRCLE: &str = include_str!("circle.toml");

/// How long to wait for a prompt before the test fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long to wait for output before the screen is looked at again.
const BREATH: Duration = Duration::from_millis(1);

/// The escapes that the line editor and the list write before they read.
const READS: [&[u8]; 2] = [b"\x1b[?2004h", b"\x1b[?25l"];

/// A temporary circle folder and configuration.
pub struct Place {
    root: TempDir,
}

impl Place {
    /// Makes a folder with the usual circle.
    pub fn new() -> Self {
        let place = Self { root: tempfile::tempdir().unwrap() };
        fs::create_dir_all(place.path("garden/meetings")).unwrap();
        place.write("circle.toml", CIRCLE);
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// Returns the path of something in the circle's folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.path("garden").join(name)
    }

    /// Writes a file into the circle's folder.
    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.file(name), text).unwrap();
    }

    /// Returns the names of the files of a sub-folder that end so, sorted.
    pub fn list(&self, folder: &str, ending: &str) -> Vec<String> {
        let Ok(read) = fs::read_dir(self.file(folder)) else { return Vec::new() };
        let names = read.map(|it| it.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|it| it.ends_with(ending)).collect();
        names.sort();
        names
    }

    /// Returns the path of the only journal there is.
    pub fn journal(&self) -> PathBuf {
        let journals = self.list("meetings", ".toml");
        assert_eq!(journals.len(), 1, "{journals:?}");
        self.file("meetings").join(&journals[0])
    }

    /// Returns the text of the only journal there is; empty where there is none yet.
    pub fn kept(&self) -> String {
        if self.list("meetings", ".toml").is_empty() {
            return String::new();
        }
        fs::read_to_string(self.journal()).unwrap()
    }

    /// Returns the number of complete facts in the journal.
    pub fn facts(&self) -> usize {
        self.kept().lines().filter(|it| it.starts_with("at = ")).count()
    }

    /// Returns a command in this folder.
    pub fn rounds(&self, args: &[&str]) -> Command {
        Command::new(env!("CARGO_BIN_EXE_rounds"))
            .args(args)
            .current_dir(self.file(""))
            .env_clear()
            .env("ROUNDS_CONFIG_DIR", self.path("config"))
            .env("TERM", "xterm-256color")
            .env("LANG", "C")
            .env("TZ", "UTC")
    }

    /// Runs the program without a terminal, and expects success or a paused meeting.
    #[track_caller]
    pub fn run(&self, args: &[&str]) {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_rounds"));
        command.args(args).current_dir(self.file("")).env("ROUNDS_CONFIG_DIR", self.path("config"));
        let ran = command.output().unwrap();
        // 3 is the code of a meeting that is paused.
        let is_fine = matches!(ran.status.code(), Some(0 | 3));
        assert!(is_fine, "{}", String::from_utf8_lossy(&ran.stderr));
    }

    /// Starts `rounds meet` at a terminal.
    pub fn meet(&self) -> Session {
        Session::start(self.rounds(&["meet"]))
    }

    /// Opens a meeting: everyone is here, Ben facilitates, nobody writes.
    pub fn open(&self) -> Session {
        let mut session = self.meet();
        session.prompt();
        for prompt in ["facilitator [Ben] ›", "secretary   [nobody] ›", "Ana  ›"] {
            assert_eq!(session.answer(""), prompt);
        }
        session
    }
}

/// A terminal with the program running in it.
pub struct Session {
    child: Child,
    pty: Arc<Pty>,
    screen: vt100::Parser,
    from: Receiver<Vec<u8>>,
    /// Everything that was written to the terminal.
    pub raw: Vec<u8>,
    /// The length of `raw` when something was typed last.
    mark: usize,
    before: Termios,
    ended: bool,
}

impl Session {
    /// Starts a command at a terminal of 100 columns.
    pub fn start(command: Command) -> Self {
        Self::sized(command, 60, 100)
    }

    /// Starts a command at a terminal of this size.
    pub fn sized(command: Command, rows: u16, columns: u16) -> Self {
        let (pty, pts) = open().unwrap();
        pty.resize(Size::new(rows, columns)).unwrap();
        let before = tcgetattr(&pty).unwrap();
        let child = command.spawn(pts).unwrap();
        let pty = Arc::new(pty);
        let (to, from) = channel();
        let reader = Arc::clone(&pty);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = (&*reader).read(&mut bytes) {
                if to.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let screen = vt100::Parser::new(rows, columns, 0);
        Self { child, pty, screen, from, raw: Vec::new(), mark: 0, before, ended: false }
    }

    /// Reads output until a condition holds.
    #[track_caller]
    pub fn until(&mut self, wanted: &str, holds: impl Fn(&Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !holds(self) {
            assert!(Instant::now() < end, "waited for {wanted} in vain:\n{}", self.screen());
            match self.from.recv_timeout(BREATH) {
                Ok(bytes) => {
                    self.screen.process(&bytes);
                    self.raw.extend(bytes);
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) if !self.ended => self.ended = true,
                Err(RecvTimeoutError::Disconnected) => {
                    panic!("waited for {wanted}, and it ended:\n{}", self.screen())
                }
            }
        }
    }

    /// Waits for the next prompt and returns its line, or `(list)` for a list.
    #[track_caller]
    pub fn prompt(&mut self) -> String {
        self.until("a prompt", Self::is_asking);
        if self.is_list() { "(list)".to_owned() } else { self.line() }
    }

    /// Waits for a prompt with this line.
    #[track_caller]
    pub fn at(&mut self, line: &str) {
        let found = self.prompt();
        assert_eq!(found, line, "\n{}", self.screen());
    }

    /// Waits until the screen shows a text, wherever its lines are broken.
    #[track_caller]
    pub fn sees(&mut self, text: &str) {
        self.until(text, |it| it.shows(text));
    }

    /// Returns whether the screen shows a text, wherever its lines are broken.
    pub fn shows(&self, text: &str) -> bool {
        let screen = self.screen();
        screen.split_whitespace().collect::<Vec<_>>().join(" ").contains(text)
    }

    /// Returns the text on the screen.
    pub fn screen(&self) -> String {
        self.screen.screen().contents()
    }

    /// Returns the line of the cursor.
    pub fn line(&self) -> String {
        let screen = self.screen.screen();
        let (row, _) = screen.cursor_position();
        let width = screen.size().1;
        screen.rows(0, width).nth(row.into()).unwrap_or_default().trim().to_owned()
    }

    /// Returns whether a prompt is on the screen and the terminal is in raw mode.
    fn is_asking(&self) -> bool {
        let new = &self.raw[self.mark..];
        let begins = READS.iter().any(|it| new.windows(it.len()).any(|bytes| bytes == *it));
        let takes_keys = || !tcgetattr(&self.pty).unwrap().local_modes.contains(LocalModes::ICANON);
        // The program also reads for a moment behind each line, to see whether more was pasted.
        let is_line = || self.screen.screen().bracketed_paste() && self.line().contains('›');
        begins && (self.is_list() || is_line()) && takes_keys()
    }

    /// Returns whether the program waits for an answer, or has ended.
    pub fn is_waiting_or_ended(&self) -> bool {
        self.ended || self.is_asking()
    }

    /// Returns whether the program has ended.
    pub fn has_ended(&self) -> bool {
        self.ended
    }

    /// Waits for the end of a program that has closed its terminal, and returns its exit code; none if
    /// it was killed.
    pub fn code(&mut self) -> Option<i32> {
        self.child.wait().unwrap().code()
    }

    /// Returns what was written to the terminal since something was typed last.
    pub fn new_output(&self) -> String {
        String::from_utf8_lossy(&self.raw[self.mark..]).into_owned()
    }

    fn is_list(&self) -> bool {
        self.screen.screen().hide_cursor() && self.shows("› ")
    }

    /// Types, without waiting for anything.
    pub fn keys(&mut self, keys: &str) {
        self.mark = self.raw.len();
        (&*self.pty).write_all(keys.as_bytes()).unwrap();
    }

    /// Types a line and Enter, and returns the line of the next prompt. The line stays on the
    /// screen.
    #[track_caller]
    pub fn answer(&mut self, line: &str) -> String {
        self.keys(&format!("{line}\r"));
        let prompt = self.prompt();
        assert!(self.shows(line), "`{line}` is gone:\n{}", self.screen());
        prompt
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, rows: u16, columns: u16) {
        self.pty.resize(Size::new(rows, columns)).unwrap();
        self.screen.screen_mut().set_size(rows, columns);
    }

    /// Returns whether the program has taken the whole screen.
    pub fn has_whole_screen(&self) -> bool {
        self.screen.screen().alternate_screen()
    }

    /// Sends a signal.
    pub fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    /// Kills the program.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Waits for the end, and returns the exit code. Expects that the terminal was restored.
    #[track_caller]
    pub fn end(&mut self) -> i32 {
        self.until("the end", |it| it.ended);
        let code = self.child.wait().unwrap().code();
        let screen = self.screen.screen();
        assert!(!screen.hide_cursor() && !screen.bracketed_paste(), "{:?}", self.screen());
        let after = tcgetattr(&self.pty).unwrap();
        assert_eq!(format!("{after:?}"), format!("{:?}", self.before));
        code.expect("it ends by itself")
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
