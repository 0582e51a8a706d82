//! A meeting from a script with every call failing once.

use std::process::Command;

use crate::folder::{Folder, Ran};
use crate::judge::{Expected, copy, earlier};
use crate::trials::{Fault, calls, faults, run};

pub const MEET: &str = "meet --script meeting.txt";

fn meet(folder: &Folder, fault: Option<&Fault>) -> Command {
    let mut command = folder.rounds(MEET);
    command.env("ROUNDS_FAULT", Fault::told(&calls(folder), fault));
    command
}

/// Returns the files before and after the meeting, and the folder of a run without failures.
pub fn expected() -> (Expected, Folder) {
    let folder = earlier();
    let before = folder.files();
    Ran::of(&meet(&folder, None).output().unwrap()).fine();
    let after = folder.files();
    assert!(after.len() > before.len() && after["circle.toml"] != before["circle.toml"]);
    (Expected { before, after }, folder)
}

/// Checks what a run with a failure has left, and that the next run mends it.
pub fn judge(
    expected: &Expected,
    folder: &Folder,
    ran: &Ran,
    is_killed: bool,
) -> Result<(), String> {
    let found = folder.files();
    let is_done = expected.old_or_new(&found, is_killed).map_err(|it| format!("{it}\n{ran:?}"))?;
    expected.is_true(&found, &ran.stderr)?;
    let code = if is_killed { None } else { Some(2) };
    let is_fine = ran.code == Some(0) && is_done && ran.stderr.is_empty();
    if !is_fine && (ran.code != code || (!is_killed && !ran.stderr.starts_with("error: "))) {
        return Err(format!("{ran:?}"));
    }
    let again = folder.run(MEET);
    if (again.code, again.stderr.as_str()) != (Some(0), "") {
        return Err(format!("the next run says {again:?}"));
    }
    expected.is_mended(folder)
}

#[test]
fn a_scripted_meeting_survives_the_failure_of_any_call() {
    let (expected, whole) = expected();
    let faults = faults(&whole);
    if faults.is_empty() {
        println!("skipped: this build of the program cannot be told to fail");
        return;
    }
    run("scripted meeting", &faults, |fault| {
        let folder = copy(&expected.before);
        let ran = Ran::of(&meet(&folder, Some(fault)).output().unwrap());
        if fault.is_harmless() && ran.code != Some(0) {
            return Err(format!("{ran:?}"));
        }
        judge(&expected, &folder, &ran, fault.kills())
    });
}
