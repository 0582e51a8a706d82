//! How fast a long meeting is: `cargo bench`. Prints figures; judges nothing.
//!
//! One answer late in a meeting: heard, recorded, walked again, and the next question asked,
//! without the sync. A journal: read as text and walked, every rule checked.
#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "measures and prints")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use rounds::Background;
use rounds::Circle;
use rounds::journal;
use rounds::{Fact, Meeting, Moment};
use rounds::{Input, Response, ScreenState, Talk};
use rounds::{Lang, Words};

const CIRCLE: &str = include_str!("../examples/garden/circle.toml");

/// How often each figure is taken; the median counts.
const RUNS: usize = 21;

fn main() {
    let words = Words::of(Lang::En);
    let background = Background::default();
    let mut table = Table { words: &words, background: &background, meeting: opened() };
    while table.meeting.facts().len() < 4_999 {
        table.another_item();
    }
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..RUNS {
        let before = table.meeting.clone();
        let started = Instant::now();
        table.next("ok");
        times.push(started.elapsed());
        table.meeting = before;
    }
    println!("answer {:>6}: {:>9.1?}", table.meeting.facts().len() + 1, median(times));

    while table.meeting.facts().len() < 10_000 {
        table.another_item();
    }
    let facts = table.meeting.facts();
    let text: String = journal::head(table.meeting.circle())
        + &facts.iter().map(journal::block).collect::<String>();
    let read = || journal::read(&text).expect("the journal was just written");
    let times = (0..RUNS).map(|_| {
        let started = Instant::now();
        let kept = read();
        black_box(Meeting::of(kept.format, kept.head, kept.facts))
            .map_err(|(_, err)| err)
            .expect("it replays");
        started.elapsed()
    });
    rate("read and walk", facts.len(), median(times.collect()));
    let times = (0..RUNS).map(|_| {
        let kept = read();
        let started = Instant::now();
        black_box(Meeting::of(kept.format, kept.head, kept.facts))
            .map_err(|(_, err)| err)
            .expect("it replays");
        started.elapsed()
    });
    rate("walk alone", facts.len(), median(times.collect()));
}

#[expect(clippy::cast_precision_loss, reason = "a figure to read, of some thousands")]
fn rate(what: &str, facts: usize, time: Duration) {
    println!(
        "{what}: {facts} facts in {time:.1?}, {:.0} a second",
        facts as f64 / time.as_secs_f64()
    );
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn opened() -> Meeting {
    let mut circle = Circle::read(CIRCLE).expect("the example is a good circle");
    circle.rules.steps.retain(|it| *it != rounds::OptionalStep::Agenda);
    Meeting::new(circle)
}

struct Table<'a> {
    words: &'a Words,
    background: &'a Background,
    meeting: Meeting,
}

impl Table<'_> {
    /// Decides one more item as circles do: a question, reactions, an objection, a new text.
    fn another_item(&mut self) {
        if self.meeting.facts().is_empty() {
            for line in ["all", "ok", "ok", "ok", "ok", "ok", "ok", "ok"] {
                self.next(line);
            }
        }
        let title = format!("decide Item {} by Ana", self.meeting.facts().len());
        for line in [
            &title,
            "text We water every evening.",
            "ok",
            "does it cover the pump?",
            "it does",
            "ok",
            "ok",
            "ok",
            "I like it",
            "ok",
            "ok",
            "ok",
            "ok",
            "ok",
            "ok",
            "o I am away",
            "ok",
            "ok",
            "ok",
            "text We water every other evening.",
            "ok",
            "ok",
            "ok",
            "ok",
            "ok",
            "ok",
            "ok",
        ] {
            self.next(line);
        }
    }

    /// One answer as it is given live: asked, heard, recorded.
    fn next(&mut self, line: &str) {
        let now: Moment = "2026-09-05T19:00:00+02:00".parse().expect("a moment");
        let talk =
            Talk { meeting: &self.meeting, background: self.background, words: self.words, now };
        black_box(talk.ask(&mut ScreenState::default()));
        let said = Input { line: line.to_owned(), text: None };
        match talk.hear(&said) {
            Ok(Response::Fact(what)) => {
                let fact = Fact { what, at: now };
                black_box(journal::block(&fact));
                self.meeting.record(fact).expect("the line is in turn");
            }
            other => panic!("{line}: {other:?}"),
        }
    }
}
