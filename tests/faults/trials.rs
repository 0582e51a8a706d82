//! Runs the trials on all cores, and collects what did not hold.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fmt, fs, thread};

use crate::folder::Folder;

/// A failure that a run is told to have: a value of `ROUNDS_FAULT` without the file.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The number of the call, from 1.
    pub number: usize,
    pub call: String,
    pub way: &'static str,
}

impl Fault {
    /// Returns whether the program is killed.
    pub fn kills(&self) -> bool {
        self.way == "stop"
    }

    /// Returns whether the call is made again or goes on, so that nothing has failed.
    pub fn is_harmless(&self) -> bool {
        matches!(self.way, "EINTR" | "short")
    }

    /// Returns the value of the environment variable. `calls` is the file for the names of all calls.
    pub fn told(calls: &str, fault: Option<&Self>) -> String {
        fault.map_or_else(|| calls.to_owned(), |it| format!("{calls} {} {}", it.number, it.way))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "call {} ({}) {}", self.number, self.call, self.way)
    }
}

/// Returns the path of the file for the names of calls.
pub fn calls(folder: &Folder) -> String {
    folder.config().join("calls").display().to_string()
}

/// Returns every call of a run in a folder, in each way in which it can fail. Empty if this build of
/// the program cannot be told to fail.
pub fn faults(folder: &Folder) -> Vec<Fault> {
    let names = fs::read_to_string(calls(folder)).unwrap_or_default();
    let mut all = Vec::new();
    for (index, call) in names.lines().enumerate() {
        let needs_space = ["mkdir", "create", "open", "write", "rename"].contains(&call);
        for way in ["EIO", "ENOSPC", "EACCES", "EINTR", "stop", "short", "full"] {
            if (way == "short" && call != "write") || (way == "full" && !needs_space) {
                continue;
            }
            all.push(Fault { number: index + 1, call: call.to_owned(), way });
        }
    }
    all
}

/// Runs one trial for each of `all`, and fails with everything that did not hold.
pub fn run<T: Sync + fmt::Display>(
    what: &str,
    all: &[T],
    trial: impl Fn(&T) -> Result<(), String> + Sync,
) {
    let (next, wrong) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let cores = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some(it) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let tried = catch_unwind(AssertUnwindSafe(|| trial(it)));
                    if let Err(why) = tried.unwrap_or_else(|_| Err("a panic, see above".to_owned()))
                    {
                        wrong.lock().unwrap().push(format!("{it}: {why}"));
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().unwrap();
    println!("{what}: {} trials, {} failed", all.len(), wrong.len());
    assert!(wrong.is_empty(), "{what}: {} of {}\n{}", wrong.len(), all.len(), wrong.join("\n"));
}
