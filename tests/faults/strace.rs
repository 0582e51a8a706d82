//! The scripted meeting again, with failures that `strace` puts under the program.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::process::{Command, Output};

use crate::folder::{Folder, Ran};
use crate::judge::copy;
use crate::scripted::{MEET, expected, judge};
use crate::trials::run;

/// The system calls that change files, whatever the system names them.
const CALLS: &str = "write,fsync,fdatasync,?rename,?renameat,?renameat2,?link,linkat,?unlink,unlinkat,\
                     ftruncate,?mkdir,mkdirat,flock,fchmod";

/// A system call that fails.
struct Injected {
    call: String,
    number: usize,
    /// What is injected: an error, or the signal that kills.
    what: &'static str,
}

impl fmt::Display for Injected {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} {} {}", self.call, self.number, self.what)
    }
}

/// Returns whether programs can be traced here, and says so if they cannot.
fn can_trace() -> bool {
    let tried = Command::new("strace").args(["-f", "-o", "/dev/null", "true"]).output();
    let can = tried.is_ok_and(|it| it.status.success());
    if !can {
        println!("skipped: there is no strace here, or it may not trace");
    }
    can
}

/// Runs the program under `strace`.
fn traced(folder: &Folder, args: &str, options: &[&str]) -> Output {
    let meet = folder.rounds(args);
    let mut command = Command::new("strace");
    command.args(["-f", "-o"]).arg(folder.config().join("trace")).args(options);
    command.arg(meet.get_program()).args(meet.get_args()).current_dir(folder.root());
    for (name, value) in meet.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command.output().unwrap()
}

#[test]
fn a_scripted_meeting_survives_failures_of_the_system() {
    if !can_trace() {
        return;
    }
    let (expected, _) = expected();
    let folder = copy(&expected.before);
    let ran = traced(&folder, MEET, &["-e", &format!("trace={CALLS}")]);
    assert!(ran.status.success(), "{ran:?}");
    let trace = fs::read_to_string(folder.config().join("trace")).unwrap();
    let mut counts = BTreeMap::new();
    for line in trace.lines() {
        let call = line.split_once(' ').and_then(|(_, it)| it.trim().split_once('('));
        if let Some((call, _)) = call.filter(|(it, _)| CALLS.contains(it)) {
            *counts.entry(call.to_owned()).or_insert(0) += 1;
        }
    }
    assert!(counts.len() > 5, "{trace}");
    let mut all = Vec::new();
    for (call, count) in counts {
        for number in 1..=count {
            for what in ["error=EIO", "signal=KILL"] {
                all.push(Injected { call: call.clone(), number, what });
            }
        }
    }
    run("under strace", &all, |it| {
        let folder = copy(&expected.before);
        let inject = format!("inject={}:{}:when={}", it.call, it.what, it.number);
        let ran = traced(&folder, MEET, &["-e", &inject]);
        // When the program is killed, so is `strace`, or it tells of it in its exit code.
        let is_killed = it.what == "signal=KILL";
        let code = if is_killed { None } else { ran.status.code() };
        judge(&expected, &folder, &Ran { code, ..Ran::of(&ran) }, is_killed)
    });
}

#[test]
fn files_and_folders_that_cannot_be_closed_do_not_matter() {
    if !can_trace() {
        return;
    }
    let (expected, _) = expected();
    let folder = copy(&expected.before);
    for args in [MEET, "check", "due", "circles"] {
        // The first ones are those of the libraries that the system loads.
        let ran = Ran::of(&traced(&folder, args, &["-e", "inject=close:error=EIO:when=8+"]));
        assert!(ran.code.is_some_and(|it| it < 2) && !ran.stderr.contains("panicked"), "{ran:?}");
    }
    expected.is_mended(&folder).unwrap();
}
