//! A meeting at a terminal with every call failing once.

use pty_process::blocking::Command;

use crate::folder::Folder;
use crate::judge::{Expected, JOURNAL, copy, earlier};
use crate::pty::Session;
use crate::trials::{Fault, calls, faults, run};

/// The whole meeting: each line becomes one fact, and each prompt differs from the one before.
const LINES: [&str; 11] = ["", "Ana", "Ben", "decide Quiet hours", "", "", "", "", "", "close", ""];

/// How often a line is typed again before the meeting is left with Ctrl-D.
const TRIES: usize = 3;

fn start(folder: &Folder, fault: Option<&Fault>) -> Session {
    let command = Command::new(env!("CARGO_BIN_EXE_rounds"))
        .args(["meet", "--at", "2026-09-05T19:00+02:00"])
        .current_dir(folder.root())
        .env_clear()
        .envs([("TERM", "xterm-256color"), ("LANG", "C"), ("TZ", "UTC")])
        .env("ROUNDS_CONFIG_DIR", folder.config())
        .env("ROUNDS_FAULT", Fault::told(&calls(folder), fault));
    Session::start(command)
}

/// Returns the number of whole facts in the journal.
fn facts(folder: &Folder) -> usize {
    let files = folder.files();
    files.get(JOURNAL).map_or(0, |it| it.lines().filter(|it| it.starts_with("at = ")).count())
}

/// How a session ended.
struct Ended {
    /// None if the program was killed.
    code: Option<i32>,
    /// How many answers were taken: typed, and not refused.
    taken: usize,
    screen: String,
}

/// Types what is missing in the meeting, each line again if it was refused.
fn hold(folder: &Folder, mut session: Session) -> Result<Ended, String> {
    let (mut taken, mut tries) = (facts(folder).min(LINES.len()), 0);
    let mut waits_for_answer = false;
    let mut asked = String::new();
    loop {
        session.until("a prompt or the end", Session::is_waiting_or_ended);
        let is_refused = waits_for_answer && session.new_output().contains("error: ");
        if session.has_ended() {
            return Ok(Ended { code: session.code(), taken, screen: session.screen() });
        }
        let prompt = session.prompt().split('›').next().unwrap_or_default().to_owned();
        // A line that was refused may be emptied when it is typed again. The prompt behind the last
        // answer looks like the one before.
        let is_over = session.shows("files written in");
        let is_emptied = tries > 0 && prompt == asked && !is_over;
        if is_refused {
            tries += 1;
        } else if waits_for_answer && !is_emptied {
            (taken, tries) = (taken + 1, 0);
        }
        asked = prompt;
        let kept = facts(folder);
        if kept.min(LINES.len()) != taken {
            return Err(format!("{taken} answers taken, {kept} kept:\n{}", session.screen()));
        }
        waits_for_answer = kept < LINES.len() && tries < TRIES;
        match LINES.get(kept).filter(|_| waits_for_answer) {
            Some(_) if session.prompt() == "(list)" => session.keys("\r"),
            Some(line) => session.keys(&format!("\u{15}{line}\r")),
            // Ctrl-D is for lines: a list is left with Esc first.
            None if session.prompt() == "(list)" => session.keys("\u{1b}"),
            None => session.keys("\u{15}\u{4}"),
        }
    }
}

fn expected() -> (Expected, Folder) {
    let folder = earlier();
    let before = folder.files();
    let ended = hold(&folder, start(&folder, None)).unwrap();
    assert_eq!(ended.code, Some(0), "{}", ended.screen);
    let after = folder.files();
    assert!(after[JOURNAL].contains("\"filed\"") && after.len() > before.len(), "{after:?}");
    (Expected { before, after }, folder)
}

fn trial(expected: &Expected, fault: &Fault) -> Result<(), String> {
    let folder = copy(&expected.before);
    let ended = hold(&folder, start(&folder, Some(fault)))?;
    let found = folder.files();
    let is_done = expected.old_or_new(&found, fault.kills())?;
    let wrong = |why: &str| Err(format!("{why}:\n{}", ended.screen));
    // The last answer may be on the disk before it is said to be taken.
    let kept = facts(&folder).min(LINES.len());
    if kept < ended.taken || (kept > ended.taken + 1) {
        return wrong(&format!("{} answers taken, {kept} kept", ended.taken));
    }
    let is_left = fault.way == "full" && !is_done;
    match ended.code {
        Some(0) if is_done || is_left => {}
        // The meeting is paused where the disk was full.
        Some(3) if is_left => {}
        Some(2) if !is_done && !fault.is_harmless() && ended.screen.contains("error: ") => {}
        None if fault.kills() => {}
        code => return wrong(&format!("exit code {code:?}, done: {is_done}")),
    }
    if !found.get(JOURNAL).is_some_and(|it| it.contains("\"filed\"")) {
        let ended = hold(&folder, start(&folder, None))?;
        if ended.code != Some(0) {
            return Err(format!("the next run: {:?}\n{}", ended.code, ended.screen));
        }
    }
    expected.is_mended(&folder)
}

#[test]
fn a_meeting_at_a_terminal_survives_the_failure_of_any_call() {
    let (expected, whole) = expected();
    let faults = faults(&whole);
    if faults.is_empty() {
        println!("skipped: this build of the program cannot be told to fail");
        return;
    }
    run("live meeting", &faults, |fault| trial(&expected, fault));
}
