//! A circle's folder in a temporary directory, and runs of the program in it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

#[path = "answers.rs"]
pub mod answers;

/// A temporary folder, removed at the end of the test.
pub struct Folder {
    place: TempDir,
}

/// The result of a run of the program.
#[derive(Debug, PartialEq)]
pub struct Ran {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Folder {
    /// Makes an empty folder.
    pub fn empty() -> Self {
        let place = tempfile::tempdir().expect("a temporary folder can be made");
        let folder = Self { place };
        fs::create_dir(folder.path("circle")).expect("a folder can be made in it");
        fs::create_dir(folder.path("config")).expect("a folder can be made in it");
        folder
    }

    /// Makes a copy of a folder, without hidden files.
    pub fn copy_of(from: &Path) -> Self {
        let folder = Self::empty();
        for (name, text) in files(from) {
            folder.write(&name, text);
        }
        folder
    }

    /// Returns the circle's folder.
    pub fn root(&self) -> PathBuf {
        self.path("circle")
    }

    /// Returns the folder of the user's settings, which is empty unless a test writes to it.
    pub fn config(&self) -> PathBuf {
        self.path("config")
    }

    fn path(&self, part: &str) -> PathBuf {
        self.place.path().join(part)
    }

    /// Writes a file of the circle, and creates its folders.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.root().join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).expect("a folder can be made");
        }
        fs::write(path, text).expect("a file can be written");
    }

    /// Reads a file of the circle.
    #[track_caller]
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.root().join(name)).unwrap_or_else(|err| panic!("{name}: {err}"))
    }

    /// Prepares a run of the program with `args` separated by spaces, in English, 80 columns wide.
    pub fn rounds(&self, args: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rounds"));
        command.args(args.split_whitespace()).current_dir(self.root());
        for name in ["LANGUAGE", "NO_COLOR", "COLUMNS", "RUST_BACKTRACE"] {
            command.env_remove(name);
        }
        command.envs([("LANG", "C"), ("LC_ALL", "C"), ("TZ", "UTC"), ("TERM", "xterm")]);
        command.env("ROUNDS_CONFIG_DIR", self.config()).env("HOME", self.config());
        command.stdin(Stdio::null());
        command
    }

    /// Runs the program and waits for its end. An answer in JSON has to be as its schema says.
    #[track_caller]
    pub fn run(&self, args: &str) -> Ran {
        let ran = Ran::of(&self.rounds(args).output().expect("the program can be started"));
        answers::check(args, &ran.stdout);
        ran
    }

    /// Runs the program with a text on standard input.
    pub fn run_with(&self, args: &str, typed: &str) -> Ran {
        let mut command = self.rounds(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program can be started");
        let mut stdin = child.stdin.take().expect("standard input was asked for");
        // The program may end without reading all of its input.
        let _ = stdin.write_all(typed.as_bytes());
        drop(stdin);
        Ran::of(&child.wait_with_output().expect("the program comes to its end"))
    }

    /// Lists the files of the circle with their texts, those whose names begin with a dot left
    /// out.
    pub fn files(&self) -> Files {
        files(&self.root())
    }
}

/// Makes a symbolic link.
#[cfg(unix)]
pub fn symlink(to: impl AsRef<Path>, link: impl AsRef<Path>) -> std::io::Result<()> {
    std::os::unix::fs::symlink(to, link)
}

/// Makes a symbolic link, which on Windows has to know whether it leads to a folder.
#[cfg(windows)]
pub fn symlink(to: impl AsRef<Path>, link: impl AsRef<Path>) -> std::io::Result<()> {
    let beside = link.as_ref().parent().unwrap_or(Path::new("."));
    if beside.join(&to).is_dir() {
        std::os::windows::fs::symlink_dir(to, link)
    } else {
        std::os::windows::fs::symlink_file(to, link)
    }
}

impl Ran {
    /// Collects the result of a run.
    pub fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self {
            code: output.status.code(),
            stdout: text(&output.stdout),
            stderr: text(&output.stderr),
        }
    }

    /// Asserts that the run succeeded.
    #[track_caller]
    pub fn fine(self) -> String {
        self.ended(0)
    }

    /// Asserts that the run left a paused meeting, and said nothing to standard error.
    #[track_caller]
    pub fn paused(self) -> String {
        self.ended(3)
    }

    #[track_caller]
    fn ended(self, code: i32) -> String {
        assert_eq!((self.code, self.stderr.as_str()), (Some(code), ""), "{}", self.stdout);
        self.stdout
    }
}

/// Files by their names within a folder, with `/` between the parts.
pub type Files = std::collections::BTreeMap<String, String>;

/// Lists the files of a folder and all below with their texts, hidden ones left out.
pub fn files(folder: &Path) -> Files {
    let mut found = Files::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (name, path) = (entry.file_name().to_string_lossy().into_owned(), entry.path());
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            let below = files(&path).into_iter();
            found.extend(below.map(|(below, text)| (format!("{name}/{below}"), text)));
        } else {
            let bytes = fs::read(&path).unwrap_or_default();
            found.insert(name, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    found
}
