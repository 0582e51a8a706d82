//! Tests a meeting as JSON lines: the same meeting as from a script, and nothing that a program does
//! can lose an answer or consent by accident.

use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

use crate::cases::{before, cases};
use crate::folder::Folder;

const CIRCLE: &str = "name = \"Garden\"\n[rules]\nsteps = \"essential\"\n[[member]]\nname = \"Ana\"\n\
                      [[member]]\nname = \"Ben\"\n";

const AT: &str = "--at 2026-09-05T19:00+02:00";

/// A meeting that another program holds.
struct Session {
    child: Child,
    stdin: Option<ChildStdin>,
    stdout: Option<Lines<BufReader<ChildStdout>>>,
    /// All lines so far.
    lines: Vec<Value>,
}

impl Session {
    fn start(mut command: Command) -> Self {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program can be started");
        let stdin = child.stdin.take();
        let stdout = child.stdout.take().map(|it| BufReader::new(it).lines());
        Self { child, stdin, stdout, lines: Vec::new() }
    }

    fn meet(folder: &Folder, args: &str) -> Self {
        Self::start(folder.rounds(&format!("meet --json {args}")))
    }

    fn next(&mut self) -> Option<String> {
        self.stdout.as_mut()?.next().map(|it| it.expect("it is text"))
    }

    /// Reads lines until one waits for an answer, or is the last.
    #[track_caller]
    fn asked(&mut self) -> Value {
        loop {
            let line = self.next().expect("the last line is `end`");
            let line: Value = serde_json::from_str(&line).unwrap_or_else(|_| panic!("{line}"));
            let is_said = [&line["fresh"], &line["speech"]].contains(&&Value::Bool(true));
            let has_list = [&line["picks"], &line["choices"]].iter().any(|it| !it.is_null());
            assert!(!is_said || !has_list, "a list where somebody speaks or consents: {line}");
            self.lines.push(line.clone());
            if ["prompt", "edit", "end"].contains(&text(&line, "type")) {
                return line;
            }
        }
    }

    /// Sends a line, and returns the next that waits.
    #[track_caller]
    fn send(&mut self, line: &str) -> Value {
        let stdin = self.stdin.as_mut().expect("it is open");
        writeln!(stdin, "{line}").expect("somebody reads");
        self.asked()
    }

    /// Answers what waits, and returns the next that waits.
    #[track_caller]
    fn answer(&mut self, answer: &str) -> Value {
        let number = self.lines.last().expect("something waits")["number"].clone();
        self.send(&json!({ "to": number, "answer": answer }).to_string())
    }

    /// Answers with all of these, one after the other.
    #[track_caller]
    fn answers(&mut self, answers: &[&str]) -> Value {
        for answer in answers {
            self.answer(answer);
        }
        self.lines.last().expect("something waits").clone()
    }

    /// Returns the code of the line before the last one, which waits.
    #[track_caller]
    fn refused(&self) -> &str {
        let [.., refused, _] = &self.lines[..] else { panic!("{:?}", self.lines) };
        assert_eq!(text(refused, "type"), "refused", "{refused}");
        text(refused, "code")
    }

    /// Closes standard input, and returns the last line and the exit code.
    #[track_caller]
    fn end(mut self) -> (Value, Option<i32>) {
        drop(self.stdin.take());
        while self.lines.last().is_none_or(|it| text(it, "type") != "end") {
            self.asked();
        }
        let last = self.lines.pop().expect("there is one");
        assert!(self.next().is_none(), "a line after the last");
        (last, self.child.wait().expect("it ends").code())
    }

    fn kill(mut self) {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ends");
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[track_caller]
fn text<'v>(line: &'v Value, key: &str) -> &'v str {
    line[key].as_str().unwrap_or_else(|| panic!("no `{key}` in {line}"))
}

fn garden() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder
}

fn journal(folder: &Folder) -> String {
    folder.files().get("meetings/2026-09-05.toml").cloned().unwrap_or_default()
}

/// Splits a script into answers: a line, with the text between fences that belongs to it.
fn answers(script: &str) -> Vec<Value> {
    let mut said: Vec<Value> = Vec::new();
    let mut lines = script.lines();
    while let Some(line) = lines.next() {
        if line.trim() == "\"\"\"" {
            let fenced: Vec<&str> =
                lines.by_ref().take_while(|it| it.trim_end() != "\"\"\"").collect();
            let wants = ["text", "/note", "/amend text"];
            match said.last_mut() {
                Some(it) if wants.contains(&text(it, "answer")) => {
                    it["text"] = fenced.join("\n").into();
                }
                _ => said.push(json!({ "text": fenced.join("\n") })),
            }
        } else if !line.trim().is_empty() && !line.starts_with('#') {
            said.push(json!({ "answer": line }));
        }
    }
    said
}

/// Holds a meeting with the answers of a script.
#[track_caller]
fn played(folder: &Folder, args: &str, script: &str) -> Session {
    let mut session = Session::meet(folder, args);
    session.asked();
    for mut answer in answers(script) {
        answer["to"] = session.lines.last().expect("something waits")["number"].clone();
        let next = session.send(&answer.to_string());
        let [.., before, _] = &session.lines[..] else { unreachable!("two lines were read") };
        assert_ne!(text(before, "type"), "refused", "{answer}: {before}");
        // A script is never asked back.
        assert_ne!(next["step"], "asked-back", "{answer}");
    }
    session
}

/// Returns when a script begins.
fn begins(script: &str) -> &str {
    let at = script.lines().find_map(|it| it.strip_prefix("/at "));
    at.expect("the scripts of cases say when they begin")
}

#[test]
fn the_answers_of_a_script_give_the_same_files() {
    for case in cases() {
        let (folder, other) = (before(&case), before(&case));
        other.run("meet --script script.txt").fine();
        let script = folder.read("script.txt");
        let at = begins(&script).replace(' ', "T");
        let session = played(&folder, &format!("--at {at}"), &script);
        let (last, _) = session.end();
        let has_closed = other.files().values().any(|it| it.contains("what = \"closed\""));
        assert_eq!(text(&last, "how"), if has_closed { "closed" } else { "paused" });
        assert_eq!(folder.files(), other.files(), "{}", case.display());
    }
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
fn the_front_end_of_the_examples_holds_a_whole_meeting() {
    if Command::new("python3").arg("--version").output().is_err() {
        eprintln!("skipped: there is no python3");
        return;
    }
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/quiet-hours");
    let (folder, other) = (before(&case), before(&case));
    other.run("meet --script script.txt").fine();
    let mut command = Command::new("python3");
    command.envs([("LANG", "C"), ("LC_ALL", "C"), ("TZ", "UTC"), ("PYTHONUTF8", "1")]);
    command.env("ROUNDS_CONFIG_DIR", folder.config()).env("ROUNDS", env!("CARGO_BIN_EXE_rounds"));
    command.arg(examples.join("front_end.py")).args(["--answers", "script.txt"]);
    command.args(AT.split(' ')).current_dir(folder.root());
    let ran = command.output().expect("it can be started");
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{said}\n{}", String::from_utf8_lossy(&ran.stderr));
    assert!(said.contains("Ben: do you object to Quiet hours, version 1?"), "{said}");
    assert_eq!(folder.files(), other.files());
}

#[test]
fn a_prompt_says_all_that_a_program_needs() {
    let folder = garden();
    let mut session = Session::meet(&folder, AT);
    let open = session.asked();
    let start = &session.lines[0];
    assert_eq!(
        *start,
        json!({"type": "start", "format": 1, "program": concat!("rounds ", env!("CARGO_PKG_VERSION")), "lang": "en", "circle": "Garden"})
    );
    assert_eq!((text(&open, "step"), text(&open, "offer")), ("open", "all"));
    assert_eq!(open["choices"][1], json!({"name": "Ben", "ticked": true}));
    let chair = session.answer("");
    assert_eq!((text(&chair, "step"), text(&chair, "question")), ("chair", "Who facilitates?"));
    assert_eq!(chair["picks"][2], json!({"name": "nobody", "answer": "-"}));
    session.answers(&["", "", "decide Quiet hours", "text No drills.", ""]);
    let consent = session.lines.last().expect("it is asked");
    assert_eq!((text(consent, "step"), text(consent, "who")), ("consent", "Ana"), "{consent}");
    assert_eq!((&consent["fresh"], &consent["version"]), (&json!(true), &json!(1)));
    let item = json!({"title": "Quiet hours", "kind": "decide", "number": 1, "of": 1});
    assert_eq!(consent["item"], item);
    let next = session.answer("");
    assert_eq!((&next["spoken"], &next["waiting"]), (&json!(["Ana"]), &json!(["Ben"])));
}

#[test]
fn a_fact_is_on_the_disk_before_the_next_prompt_and_a_kill_loses_nothing() {
    let folder = garden();
    let mut facts = 0;
    for answer in ["", "-", "-", "decide Quiet hours", "text No drills.", "", ""] {
        let mut session = Session::meet(&folder, AT);
        session.asked();
        session.answer(answer);
        facts += 1;
        assert_eq!(journal(&folder).matches("[[fact]]").count(), facts, "{}", journal(&folder));
        session.kill();
    }
    let mut session = Session::meet(&folder, AT);
    let asked = session.asked();
    assert_eq!((text(&asked, "step"), text(&asked, "who")), ("consent", "Ben"));
    let resumed = session.lines.iter().find(|it| text(it, "type") == "resumed");
    assert_eq!(text(resumed.expect("it goes on"), "meeting"), "2026-09-05");
}

#[test]
fn the_end_of_the_input_pauses_and_a_terminal_or_a_script_goes_on() {
    let folder = garden();
    let mut session = Session::meet(&folder, AT);
    session.asked();
    session.answers(&["", "-"]);
    let (last, code) = session.end();
    assert_eq!(last, json!({"type": "end", "how": "paused", "meeting": "2026-09-05"}));
    folder.write("script.txt", "/at 2026-09-05T19:00+02:00\n-\ndecide Quiet hours\n");
    let ran = folder.run("meet --continue --script script.txt");
    assert_eq!(ran.code, code, "{}", ran.stderr);
    let mut session = Session::meet(&folder, AT);
    assert_eq!(text(&session.asked(), "step"), "draft");
    session.answer("/pause");
    assert_eq!(session.end(), (last, code));
}

#[test]
fn nothing_that_cannot_be_read_is_an_answer() {
    let folder = garden();
    let mut session = Session::meet(&folder, AT);
    session.asked();
    session.answer("");
    let kept = journal(&folder);
    let large = format!("{{\"answer\":\"{}\"}}", "x".repeat(16 << 20));
    for (line, code) in [
        ("", "answer-line"),
        ("ok", "answer-line"),
        ("{}", "answer-line"),
        ("[\"ok\"]", "answer-line"),
        ("[null,\"ok\",null]", "answer-line"),
        ("{\"answer\":\"\"", "answer-line"),
        ("{\"answer\":\"\"}{\"answer\":\"\"}", "answer-line"),
        ("{\"answer\":1}", "answer-line"),
        ("{\"answer\":null}", "answer-line"),
        ("{\"answer\":\"\",\"answers\":\"\"}", "answer-line"),
        ("{\"answer\":\"\",\"answer\":\"\"}", "answer-line"),
        ("{\"to\":-1,\"answer\":\"\"}", "answer-line"),
        ("{\"to\":1,\"answer\":\"\"}", "answer-late"),
        ("{\"to\":9999,\"answer\":\"\"}", "answer-late"),
        ("{\"answer\":\"A\\u001bna\"}", "forbidden-character"),
        ("{\"answer\":\"\\u202eAna\"}", "forbidden-character"),
        ("{\"answer\":\"A\\rna\"}", "forbidden-character"),
        ("{\"answer\":\"Zed\"}", "unknown-name"),
        ("{\"text\":\" \"}", "empty-answer"),
        (&large, "answer-large"),
    ] {
        let asked = session.send(line);
        assert_eq!((session.refused(), text(&asked, "step")), (code, "chair"), "{line:.80}");
        assert!(asked.get("shown").is_none(), "{asked}");
    }
    let stdin = session.stdin.as_mut().expect("it is open");
    stdin.write_all(b"{\"answer\":\"Gr\xfcn\"}\n").expect("somebody reads");
    session.asked();
    assert_eq!(session.refused(), "cannot-read-input");
    assert_eq!(journal(&folder), kept);
    assert_eq!(text(&session.answer("Ben"), "step"), "chair");
    assert!(journal(&folder).contains("who = \"Ben\""));
}

#[test]
fn a_line_that_is_cut_off_is_no_answer() {
    let folder = garden();
    let mut session = Session::meet(&folder, AT);
    session.asked();
    let stdin = session.stdin.as_mut().expect("it is open");
    stdin.write_all(b"{\"answer\":\"all\"").expect("somebody reads");
    let (last, _) = session.end();
    assert_eq!((text(&last, "how"), last.get("meeting")), ("paused", None));
    assert_eq!(journal(&folder), "");
}

/// Opens a meeting and brings a proposal to the consent round.
fn asking_for_consent(folder: &Folder) -> Session {
    let mut session = Session::meet(folder, AT);
    session.asked();
    session.answers(&["", "-", "-", "decide Quiet hours", "text No drills.", ""]);
    session
}

#[test]
fn what_was_sent_ahead_consents_for_nobody() {
    let folder = garden();
    let mut session = asking_for_consent(&folder);
    let number = session.lines.last().expect("it is asked")["number"].clone();
    // Somebody has clicked twice.
    let twice = json!({"to": number, "answer": ""}).to_string();
    session.send(&format!("{twice}\n{twice}"));
    session.asked();
    assert_eq!(session.refused(), "answer-late");
    session.send("{\"answer\":\"\"}");
    assert_eq!(session.refused(), "answer-number");
    assert_eq!(journal(&folder).matches("what = \"consented\"").count(), 1);
    assert_eq!(text(&session.answer(""), "step"), "announce");
}

#[test]
fn a_text_is_edited_where_the_program_asks_for_it() {
    let folder = garden();
    let mut session = Session::meet(&folder, AT);
    session.asked();
    session.answers(&["", "-", "-", "decide Quiet hours", "text No drills."]);
    for word in ["/edit", "text"] {
        let edit = session.answer(word);
        assert_eq!((text(&edit, "type"), text(&edit, "text")), ("edit", "No drills."));
        assert_eq!((text(&edit, "step"), text(&edit["item"], "title")), ("draft", "Quiet hours"));
        assert_eq!(text(&session.answer(""), "type"), "prompt");
    }
    assert_eq!(journal(&folder).matches("what = \"worded\"").count(), 1);
    let edit = session.answer("/edit");
    let line = json!({"to": edit["number"], "text": "No drills.\r\nNo saws.\r\n"}).to_string();
    assert_eq!(text(&session.send(&line), "type"), "prompt");
    assert!(journal(&folder).contains("No drills.\nNo saws.\"\"\""), "{}", journal(&folder));
}

#[test]
fn answers_are_also_taken_in_the_language_of_the_circle() {
    let folder = garden();
    folder.write("circle.toml", CIRCLE.replacen('\n', "\nlanguage = \"de\"\n", 1));
    let mut session = Session::meet(&folder, AT);
    session.asked();
    assert_eq!(text(&session.lines[0], "lang"), "de");
    session.answers(&["alle", "-", "-", "entscheiden Ruhezeiten", "Wortlaut Keine Bohrer.", ""]);
    session.answers(&["Einwand zu früh", "kein Einwand"]);
    let kept = journal(&folder);
    assert!(kept.contains("what = \"objected\"") && kept.contains("zu früh"), "{kept}");
    assert!(kept.contains("what = \"consented\""), "{kept}");
}

#[test]
fn a_line_that_may_mean_something_else_is_asked_back() {
    let folder = garden();
    let mut session = Session::meet(&folder, AT);
    session.asked();
    session.answers(&["", "-", "-", "decide Quiet hours"]);
    let back = session.answer("No drills after eight.");
    assert_eq!((text(&back, "step"), &back["fresh"]), ("asked-back", &json!(true)));
    assert_eq!(text(&session.answer("yes"), "step"), "draft");
    assert!(journal(&folder).contains("text = \"No drills after eight.\""));
}

#[test]
fn the_records_are_named_at_the_close() {
    let folder = garden();
    let mut session = asking_for_consent(&folder);
    session.answers(&["", "", "", "close"]);
    let end = session.answer("close");
    assert_eq!(end, json!({"type": "end", "how": "closed", "meeting": "2026-09-05"}));
    let [.., records, _] = &session.lines[..] else { panic!("{:?}", session.lines) };
    let files = json!(["decisions/2026-09-05-quiet-hours.md", "meetings/2026-09-05.md"]);
    assert_eq!((text(records, "type"), &records["written"]), ("records", &files));
    assert_eq!(records["next"][0]["date"], "2027-09-05");
    assert_eq!(session.end().1, Some(0));
    assert!(folder.files().contains_key("meetings/2026-09-05.md"));
}

#[test]
fn a_meeting_of_an_earlier_day_asks_what_is_to_become_of_it() {
    let folder = garden();
    folder.write("script.txt", "/at 2025-09-05T19:00+02:00\nall\n-\n-\n");
    folder.run("meet --script script.txt");
    let mut session = Session::meet(&folder, "");
    let asked = session.asked();
    assert_eq!((text(&asked, "step"), &asked["fresh"]), ("paused", &json!(true)));
    session.answer("later");
    assert_eq!(session.refused(), "no-answer");
    let next = session.answer("close");
    assert_eq!(text(&next, "step"), "open");
    let closed = session.lines.iter().find(|it| text(it, "type") == "records");
    let files = json!(["meetings/2025-09-05.md"]);
    assert_eq!(closed.expect("its minutes are written")["written"], files);
}

#[test]
fn several_paused_meetings_are_listed_or_named() {
    let folder = garden();
    for day in ["2026-09-04", "2026-09-05"] {
        folder.write("script.txt", format!("/at {day}T19:00+02:00\nall\n"));
        folder.run("meet --script script.txt");
    }
    assert_eq!(text(&Session::meet(&folder, AT).asked(), "step"), "which-paused");
    let mut session = Session::meet(&folder, &format!("{AT} --meeting 2026-09-04"));
    assert_eq!(text(&session.asked(), "step"), "chair");
    assert!(session.lines.iter().any(|it| it["meeting"] == "2026-09-04"));
    drop(session);
    let mut session = Session::meet(&folder, &format!("{AT} --new"));
    assert_eq!(text(&session.asked(), "step"), "open");
    let (last, _) = session.end();
    assert_eq!(last, json!({"type": "end", "how": "paused"}));
    assert_eq!(folder.files().keys().filter(|it| it.starts_with("meetings/")).count(), 2);
}

#[test]
fn a_dry_run_keeps_nothing() {
    let folder = garden();
    let nothing = folder.files();
    let mut session = Session::meet(&folder, &format!("{AT} --dry-run"));
    session.asked();
    session.answers(&["", "-", "-", "close", "close"]);
    assert_eq!(session.end(), (json!({"type": "end", "how": "closed"}), Some(0)));
    assert_eq!(folder.files(), nothing);
    assert!(!folder.root().join("meetings").exists());
}

#[test]
fn what_cannot_begin_says_so_in_lines() {
    let folder = garden();
    let mut first = Session::meet(&folder, AT);
    first.asked();
    let mut second = Session::meet(&folder, AT);
    second.asked();
    assert_eq!(text(&second.lines[1], "code"), "locked");
    assert_eq!(second.end(), (json!({"type": "end", "how": "failed"}), Some(2)));
    first.kill();
    folder.write("circle.toml", "name = \"Garden\"\nmebmer = []\n");
    let mut session = Session::meet(&folder, AT);
    session.asked();
    assert_eq!(session.lines[0].get("circle"), None);
    let unknown = &session.lines[1];
    assert_eq!((text(unknown, "type"), text(unknown, "code")), ("error", "unknown-key"));
    assert_eq!((text(unknown, "file"), &unknown["line"]), ("circle.toml", &json!(2)));
    let ran = Folder::empty().run("meet --json");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(2), ""));
    assert!(ran.stdout.ends_with("{\"type\":\"end\",\"how\":\"failed\"}\n"), "{}", ran.stdout);
    for args in ["--script script.txt", "--continue"] {
        let ran = folder.run(&format!("meet --json {args}"));
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{args}");
    }
}

#[test]
fn where_nobody_reads_any_more_the_meeting_is_paused() {
    let folder = garden();
    let mut session = Session::meet(&folder, AT);
    session.asked();
    session.answer("");
    drop(session.stdout.take());
    let stdin = session.stdin.as_mut().expect("it is open");
    writeln!(stdin, "{}", json!({"answer": "Ben"})).expect("it reads this line");
    assert!(session.child.wait().expect("it ends").code().is_some());
    assert_eq!(journal(&folder).matches("[[fact]]").count(), 2);
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_as_at_a_terminal() {
    use rustix::process::{Pid, Signal, kill_process};
    let folder = garden();
    let mut session = Session::meet(&folder, AT);
    session.asked();
    session.answer("");
    kill_process(Pid::from_child(&session.child), Signal::TERM).expect("it runs");
    assert_eq!(session.child.wait().expect("it ends").code(), Some(143));
    assert_eq!(session.next(), None);
    assert_eq!(text(&Session::meet(&folder, AT).asked(), "step"), "chair");
}

/// Only a debug build can be told to fail.
#[cfg(debug_assertions)]
#[test]
fn an_answer_that_cannot_be_written_is_not_recorded_and_can_be_given_again() {
    let meet = |folder: &Folder, fault: &str| {
        let calls = folder.config().join("calls");
        let mut command = folder.rounds(&format!("meet --json {AT}"));
        command.env("ROUNDS_FAULT", format!("{} {fault}", calls.display()));
        let mut session = Session::start(command);
        session.asked();
        session.answer("");
        let made = std::fs::read_to_string(calls).expect("calls are written there");
        (session, made.lines().count())
    };
    let (session, made) = meet(&garden(), "");
    drop(session);
    let folder = garden();
    let (mut session, _) = meet(&folder, &format!("{} ENOSPC", made + 1));
    let again = session.answer("Ben");
    let [.., unsaved, _] = &session.lines[..] else { panic!("{:?}", session.lines) };
    assert_eq!(
        (text(unsaved, "type"), text(unsaved, "code")),
        ("unsaved", "cannot-write"),
        "{unsaved}"
    );
    assert_eq!(text(&again, "question"), "Who facilitates?");
    assert_eq!(journal(&folder).matches("[[fact]]").count(), 1);
    assert_eq!(text(&session.answer("Ben"), "question"), "Who writes?");
    assert_eq!(journal(&folder).matches("[[fact]]").count(), 2);
}

#[test]
fn what_is_settled_before_the_meeting_is_said_in_lines() {
    let folder = garden();
    folder.write("circle.toml", CIRCLE.replace("[rules]\n", "[rules]\nwritten = true\n"));
    let topic = "+++\ntitle = \"Quiet hours\"\nkind = \"decide\"\n+++\n\nNo drills.\n";
    folder.write("backlog/quiet-hours.md", topic);
    folder.run("ask quiet hours --as Ana --at 2026-09-04T19:00+00:00").fine();
    for who in ["Ana", "Ben"] {
        folder.run(&format!("answer quiet --as {who} --at 2026-09-04T20:00+00:00 ok")).fine();
    }
    let mut session = Session::meet(&folder, AT);
    assert_eq!(text(&session.asked(), "step"), "open");
    let types: Vec<&str> = session.lines.iter().map(|it| text(it, "type")).collect();
    assert_eq!(types, ["start", "shown", "records", "prompt"]);
    let settled = json!("Quiet hours is decided in writing.");
    assert_eq!(session.lines[1]["shown"][0]["text"], settled, "{:?}", session.lines);
    let written = session.lines[2]["written"].to_string();
    assert!(written.contains("decisions/2026-09-04-quiet-hours.md"), "{written}");
}
