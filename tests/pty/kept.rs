//! Tests that no acknowledged fact is lost when the journal vanishes or changes while its meeting runs,
//! however the program ends, and that the program says what is true.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

use rustix::process::Signal;

use crate::pty::{Place, Session};

/// What happens to a journal, and its name.
type Happens = (&'static str, fn(&Path));

/// How a journal loses what it holds.
const LOSSES: [Happens; 6] = [
    ("deleted", |it| fs::remove_file(it).unwrap()),
    ("renamed", |it| fs::rename(it, it.with_extension("away")).unwrap()),
    ("emptied", |it| fs::write(it, "").unwrap()),
    ("cut short", |it| {
        let half = fs::metadata(it).unwrap().len() / 2;
        OpenOptions::new().write(true).open(it).unwrap().set_len(half).unwrap();
    }),
    ("stashed by git", |it| git(it, &["stash", "--include-untracked"])),
    ("set back by git", |it| git(it, &["checkout", "--force", "main"])),
];

/// How a journal comes to hold something else.
const CHANGES: [Happens; 3] = [
    ("added to", |it| {
        OpenOptions::new().append(true).open(it).unwrap().write_all(b"# a remark\n").unwrap();
    }),
    ("changed in place", |it| {
        let kept = fs::read_to_string(it).unwrap();
        fs::write(it, kept.replace("Ana", "Eva")).unwrap();
    }),
    ("saved by an editor that renames", |it| {
        let kept = fs::read_to_string(it).unwrap();
        let beside = it.with_extension("swap");
        fs::write(&beside, kept.replace("Garden", "Gardens")).unwrap();
        fs::rename(beside, it).unwrap();
    }),
];

/// How a meeting is left before its close, and its name.
type Leaves = (&'static str, fn(&mut Session));

const ENDS: [Leaves; 6] = [
    ("Ctrl-D", |it| it.keys("\u{4}")),
    ("/pause", |it| it.keys("/pause\r")),
    ("Ctrl-C", |it| it.keys("\u{3}")),
    ("SIGINT", |it| {
        // The line editor notices this signal only while it waits for a key.
        thread::sleep(Duration::from_millis(100));
        it.signal(Signal::INT);
    }),
    ("SIGTERM", |it| it.signal(Signal::TERM)),
    ("SIGHUP", |it| it.signal(Signal::HUP)),
];

/// Runs git in the circle's folder.
fn git(journal: &Path, args: &[&str]) {
    let folder = journal.parent().unwrap().parent().unwrap();
    let name = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org"];
    let ran = Command::new("git").current_dir(folder).args(name).args(args).output().unwrap();
    assert!(ran.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&ran.stderr));
}

/// Opens a meeting in a repository: the first facts are on the branch `main`, all on another.
fn open_in_git() -> (Place, Session) {
    let place = Place::new();
    let session = place.open();
    let journal = place.journal();
    git(&journal, &["init", "--quiet", "--initial-branch", "main"]);
    git(&journal, &["add", "."]);
    git(&journal, &["commit", "--quiet", "--message", "The opening"]);
    git(&journal, &["checkout", "--quiet", "-b", "meeting"]);
    (place, session)
}

/// Ends a session and expects that it says what became of the journal.
#[track_caller]
fn ends_saying(session: &mut Session, end: fn(&mut Session), said: &str, case: &str) {
    end(session);
    assert_eq!(session.end(), 2, "{case}:\n{}", session.screen());
    assert!(session.shows(said), "{case}:\n{}", session.screen());
    let claims = ["The meeting is kept in", "Everything so far is kept."];
    assert!(claims.iter().all(|it| !session.shows(it)), "{case}:\n{}", session.screen());
}

#[test]
fn a_meeting_whose_journal_lost_something_is_written_again_at_the_end() {
    thread::scope(|scope| {
        for (how, lose) in LOSSES {
            scope.spawn(move || {
                for (way, end) in ENDS {
                    let case = format!("{how}, then {way}");
                    let (place, mut session) = open_in_git();
                    assert_eq!(session.answer("tired"), "Ben  ›");
                    let kept = place.kept();
                    lose(&place.journal());
                    let said = "all of it is written again hint: `rounds meet` goes on with it";
                    ends_saying(&mut session, end, said, &case);
                    assert_eq!(place.kept(), kept, "{case}");
                    place.meet().at("Ben  ›");
                }
            });
        }
    });
}

#[test]
fn a_meeting_whose_journal_lost_something_goes_on_with_the_next_answer() {
    for (how, lose) in LOSSES {
        let (place, mut session) = open_in_git();
        session.answer("tired");
        let kept = place.kept();
        lose(&place.journal());
        assert_eq!(session.answer("glad"), "Chen ›", "{how}");
        assert!(session.shows("note: meetings/"), "{how}:\n{}", session.screen());
        assert!(session.shows("all of it is written again"), "{how}:\n{}", session.screen());
        assert!(place.kept().starts_with(&kept) && place.kept().contains("glad"), "{how}");
        session.keys("\u{4}");
        assert_eq!(session.end(), 3, "{how}");
        place.meet().at("Chen ›");
    }
}

#[test]
fn a_meeting_whose_journal_was_changed_is_kept_beside_it() {
    thread::scope(|scope| {
        for (how, change) in CHANGES {
            scope.spawn(move || {
                for (way, end) in ENDS {
                    let case = format!("{how}, then {way}");
                    let place = Place::new();
                    let mut session = place.open();
                    session.answer("tired");
                    let (kept, journal) = (place.kept(), place.journal());
                    change(&journal);
                    let changed = place.kept();
                    session.keys("glad\r");
                    if way != "SIGHUP" {
                        session.sees("somebody changed this file while the meeting ran");
                        session.sees("Enter gives the same answer again");
                        session.at("Ben  › glad");
                        // Ctrl-D ends it while the line stands there, too.
                        if way == "/pause" {
                            session.keys("\u{15}");
                            session.until("an empty line", |it| it.line() == "Ben  ›");
                        }
                    }
                    ends_saying(&mut session, end, "the whole meeting is kept in meetings/", &case);
                    assert_eq!(place.kept(), changed, "{case}");
                    let beside = place.list("meetings", ".toml.kept");
                    assert_eq!(beside.len(), 1, "{case}");
                    let beside = place.file("meetings").join(&beside[0]);
                    assert_eq!(fs::read_to_string(&beside).unwrap(), kept, "{case}");
                    let mut again = place.meet();
                    assert_eq!(again.end(), 2, "{case}");
                    assert!(again.shows("holds a whole meeting whose journal"), "{case}");
                    fs::rename(beside, journal).unwrap();
                    place.meet().at("Ben  ›");
                }
            });
        }
    });
}

#[test]
fn a_meeting_that_cannot_be_kept_is_not_said_to_be_kept() {
    for (way, end) in ENDS {
        let place = Place::new();
        let mut session = place.open();
        session.answer("tired");
        fs::remove_dir_all(place.file("meetings")).unwrap();
        place.write("meetings", "a file");
        ends_saying(&mut session, end, "what it does not hold now is not kept", way);
    }
}

#[test]
fn before_the_first_fact_nothing_is_said_to_be_kept() {
    let place = Place::new();
    let mut session = place.meet();
    session.at("(list)");
    session.keys("\u{3}");
    assert_eq!(session.end(), 130);
    assert!(!session.shows("kept"), "{}", session.screen());
}

/// Brings a meeting to its consent round, where Ana is asked.
fn consenting(session: &mut Session) {
    for line in ["", "", "", "", "", "", "decide Quiet hours", "", "", ""] {
        session.answer(line);
    }
    for line in ["text No drills.", "", "", "", "", "", "", "", ""] {
        session.answer(line);
    }
    session.sees("This is the decision now.");
    session.prompt();
}

/// Adds a remark to a journal, so that nothing can be appended. Returns what it was before.
fn jam(journal: &Path) -> String {
    let kept = fs::read_to_string(journal).unwrap();
    fs::write(journal, format!("{kept}# a remark\n")).unwrap();
    kept
}

#[test]
fn after_a_failed_write_enter_gives_the_same_answer_and_never_a_consent() {
    let place = Place::new();
    let mut session = place.open();
    consenting(&mut session);
    let asked = session.line();
    let kept = jam(&place.journal());
    session.keys("o too loud\r");
    session.sees("Enter gives the same answer again");
    session.at(&format!("{asked} o too loud"));
    for _ in 0..2 {
        session.keys("\r");
        session.at(&format!("{asked} o too loud"));
    }
    // A line that is emptied is no answer before Enter is pressed once more.
    session.keys("\u{15}\r");
    session.at(&asked);
    session.keys("o far too loud\r");
    session.at(&format!("{asked} o far too loud"));
    fs::write(place.journal(), kept).unwrap();
    session.keys("\r\r\r");
    let next = session.prompt();
    assert_ne!(next, asked);
    assert!(place.kept().contains("far too loud"), "{}", place.kept());
    assert!(!place.kept().contains("consented"), "{}", place.kept());
    session.keys("\u{4}");
    assert_eq!(session.end(), 3);
}

#[test]
fn after_a_failed_write_another_line_replaces_the_answer() {
    let place = Place::new();
    let mut session = place.open();
    let kept = jam(&place.journal());
    session.keys("tired\r");
    session.at("Ana  › tired");
    fs::write(place.journal(), kept).unwrap();
    session.keys("\u{15}wide awake\r");
    session.at("Ben  ›");
    assert!(place.kept().contains("wide awake") && !place.kept().contains("tired"));
}

#[test]
fn after_a_failed_write_enter_gives_the_same_answer_in_plain_mode_too() {
    let place = Place::new();
    let mut session = Session::start(place.rounds(&["--plain", "meet"]));
    for said in ["Who is here?", "Who facilitates?", "Who writes", "Ana:"] {
        session.sees(said);
        if said != "Ana:" {
            session.keys("\r");
        }
    }
    let kept = jam(&place.journal());
    session.keys("too tired\r");
    session.sees("another line replaces it: too tired");
    session.keys("\r");
    session.until("the same refusal", |it| it.screen().matches("error:").count() == 2);
    fs::write(place.journal(), kept).unwrap();
    session.keys("\r");
    session.until("the fact", |_| place.kept().contains("too tired"));
    assert_eq!(place.kept().matches("what = \"checked-in\"").count(), 1);
}

#[test]
fn records_that_cannot_be_written_at_the_close_leave_the_meeting_to_be_finished_later() {
    let place = Place::new();
    let close = "ok\n".repeat(17);
    let begin = "/at 2026-09-05T19:00+02:00\nall\n".to_owned() + &"ok\n".repeat(8);
    place.write("script.txt", &format!("{begin}decide x\nok\nok\nok\ntext y\nok\n{close}"));
    // The disk is full when the decision is written, after `.gitignore` and the journal.
    let calls = place.file("calls");
    let script = ["meet", "--script", "script.txt"];
    let plan = |plan: String| Session::start(place.rounds(&script).env("ROUNDS_FAULT", plan));
    assert_eq!(plan(calls.display().to_string()).end(), 0);
    let made = fs::read_to_string(&calls).unwrap();
    let mut creates = made.lines().zip(1..).filter(|(name, _)| *name == "create");
    let decision = creates.nth(2).expect("the decision is the third file").1;
    for folder in ["meetings", "decisions"] {
        fs::remove_dir_all(place.file(folder)).unwrap();
    }
    let mut session = plan(format!("{} {decision} full", calls.display()));
    assert_eq!(session.end(), 2);
    session.sees("the meeting is kept in meetings/2026-09-05.toml; `rounds meet` writes the rest");
    place.meet().at("(list)");
    assert_eq!(place.list("decisions", ".md"), ["2026-09-05-x.md"]);
    assert!(place.kept().contains("what = \"filed\""));
}
