//! A second window follows the meeting, and a page does.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::pty::{Place, Session};

fn follow(place: &Place) -> Session {
    Session::sized(place.rounds(&["follow"]), 24, 80)
}

/// Returns every file in the circle's folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() {
            found.extend(files(&entry.path()));
        }
        found.push(entry.path());
    }
    found.sort();
    found
}

#[test]
fn each_answer_shows_up_in_the_other_window_which_writes_nothing() {
    let place = Place::new();
    let before = files(&place.file(""));
    let mut room = follow(&place);
    room.sees("No meeting is running here.");
    room.sees("`rounds meet` opens one");
    assert!(room.has_whole_screen());
    assert_eq!(files(&place.file("")), before);
    let mut meeting = place.open();
    room.sees("Check-in · how are you arriving today?");
    room.sees("now Ana");
    meeting.answer("a bad night");
    room.sees("now Ben still to speak Chen have spoken Ana");
    assert!(!room.shows("a bad night"), "{}", room.screen());
    for line in ["", "", "", "", "", "decide Quiet hours", "", "", ""] {
        meeting.answer(line);
    }
    meeting.answer("text No drills after eight.");
    room.sees("┃ No drills after eight.");
    for line in ["", "", "", "", "", "", "", ""] {
        meeting.answer(line);
    }
    room.sees("Consent round · Quiet hours, version 1");
    room.sees("Do you object?");
    meeting.answer("o Saturdays are long");
    room.sees("have spoken");
    room.keys("q");
    assert_eq!(room.end(), 0);
    assert!(!room.has_whole_screen());
}

#[test]
fn another_size_is_drawn_anew_and_a_signal_restores_the_screen() {
    let place = Place::new();
    let mut meeting = place.open();
    let mut room = follow(&place);
    room.sees("now Ana");
    room.resize(12, 40);
    room.until("the width", |it| it.screen().lines().all(|line| line.chars().count() <= 40));
    room.sees("now Ana");
    room.sees("`q` ends");
    meeting.answer("tired");
    room.sees("now Ben");
    room.keys("\u{3}");
    assert_eq!(room.end(), 130);
    assert!(!room.has_whole_screen());
}

#[test]
fn a_fact_cut_short_is_not_shown_and_a_journal_that_is_gone_is_said_to_be() {
    let place = Place::new();
    let mut meeting = place.open();
    meeting.answer("tired");
    meeting.kill();
    let (journal, kept) = (place.journal(), place.kept());
    let mut room = follow(&place);
    room.sees("now Ben");
    fs::write(&journal, format!("{kept}[[fact]]\nwhat = \"checked-in\"\nwho = \"B")).unwrap();
    thread::sleep(Duration::from_millis(600));
    room.sees("now Ben");
    assert!(!room.shows("error"), "{}", room.screen());
    fs::write(&journal, "no journal").unwrap();
    room.sees("The journal cannot be read now. This is what it said last.");
    room.sees("now Ben");
    fs::remove_file(&journal).unwrap();
    room.sees("is gone. This is what it said last.");
    room.sees("now Ben");
    fs::write(&journal, kept).unwrap();
    room.until("the meeting again", |it| !it.shows("is gone"));
    room.keys("q");
    assert_eq!(room.end(), 0);
}

#[test]
fn after_the_close_the_result_stays_until_another_meeting() {
    let place = Place::new();
    let mut meeting = place.open();
    let mut room = follow(&place);
    for line in
        ["", "", "", "60", "", "", "explore Compost", "", "", "/action Ana: look for a place"]
    {
        meeting.answer(line);
    }
    for line in [""; 7] {
        meeting.answer(line);
    }
    room.sees("Close the meeting?");
    meeting.keys("\r");
    room.sees("The meeting is closed.");
    room.sees("Ana: look for a place");
    meeting.keys("\r");
    meeting.end();
    assert!(room.shows("The meeting is closed."), "{}", room.screen());
    let _next = place.open();
    room.sees("now Ana");
}

#[test]
fn plain_lines_say_only_what_is_new() {
    let place = Place::new();
    let mut meeting = place.open();
    let mut room = Session::start(place.rounds(&["--plain", "follow"]));
    room.sees("now: Ana");
    meeting.answer("tired");
    room.sees("now: Ben");
    assert_eq!(room.screen().matches("Check-in").count(), 1, "{}", room.screen());
    assert!(!room.has_whole_screen());
    room.keys("\u{3}");
}

#[test]
fn lines_in_a_pipe_end_when_nobody_reads_them() {
    let place = Place::new();
    let mut command = Command::new(env!("CARGO_BIN_EXE_rounds"));
    command.arg("follow").current_dir(place.file("")).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    while !line.contains("No meeting is running here.") {
        line.clear();
        assert_ne!(out.read_line(&mut line).unwrap(), 0, "it ended");
    }
    drop(out);
    let _meeting = place.open();
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

/// A program that writes a page, until it is dropped.
struct Writer(Child);

impl Writer {
    fn start(place: &Place, page: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rounds"));
        command.args(["follow", "--page", page]).current_dir(place.file(""));
        Self(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Reads the page until it contains a text. Expects a whole page each time.
#[track_caller]
fn page_with(path: &Path, text: &str) -> String {
    let end = Instant::now() + Duration::from_secs(20);
    loop {
        let page = fs::read_to_string(path).unwrap_or_default();
        let is_whole = page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n");
        assert!(page.is_empty() || is_whole, "half a page: {page}");
        if page.contains(text) {
            return page;
        }
        assert!(Instant::now() < end, "waited for {text} in vain: {page}");
    }
}

#[test]
fn the_page_is_whole_at_any_moment_and_renewed_with_each_answer() {
    let place = Place::new();
    let path = place.file("../room.html");
    let writer = Writer::start(&place, "../room.html");
    page_with(&path, "No meeting is running here.");
    let mut meeting = place.open();
    page_with(&path, "<strong dir=\"auto\">Ana</strong>");
    meeting.answer("tired");
    let page = page_with(&path, "<strong dir=\"auto\">Ben</strong>");
    drop(writer);
    // It takes up its own page again, and writes the same.
    fs::write(&path, page.replace("Ben", "Zoe")).unwrap();
    let _writer = Writer::start(&place, "../room.html");
    assert_eq!(page_with(&path, "<strong dir=\"auto\">Ben</strong>"), page);
    assert_eq!(place.list("..", ".html"), ["room.html"]);
}
