//! Measures the speed of a long meeting: `cargo bench`. Only prints figures.
//!
//! Measures one answer late in a meeting, from its prompt to its record but without the sync, and
//! how fast a journal is parsed and replayed with all rules checked.
#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "measures and prints")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use rounds::{
    Background, Circle, Fact, Input, Lang, Meeting, Moment, OptionalStep, Response, ScreenState,
    Talk, Words, journal,
};

const CIRCLE: &str = include_str!("../examples/garden/circle.toml");

/// How often each figure is measured; the median is printed.
const RUNS: usize = 21;

/// The answers that open the meeting.
const OPENING: [&str; 8] = ["all", "ok", "ok", "ok", "ok", "ok", "ok", "ok"];

/// The answers that decide an item after its title, each with the number of `ok` that follow it: a
/// question, reactions, an objection, a new text.
const DECISION: [(&str, usize); 6] = [
    ("text We water every evening.", 1),
    ("does it cover the pump?", 0),
    ("it does", 3),
    ("I like it", 6),
    ("o I am away", 3),
    ("text We water every other evening.", 7),
];

fn main() {
    let words = Words::of(Lang::En);
    let background = Background::default();
    let mut session = Session { words: &words, background: &background, meeting: meeting() };
    for line in OPENING {
        session.answer(line);
    }
    session.decide_items(4_999);
    let times = (0..RUNS).map(|_| {
        let before = session.meeting.clone();
        let started = Instant::now();
        session.answer("ok");
        let elapsed = started.elapsed();
        session.meeting = before;
        elapsed
    });
    let time = median(times.collect());
    println!("answer {:>6}: {time:>9.1?}", session.meeting.facts().len() + 1);

    session.decide_items(10_000);
    let facts = session.meeting.facts();
    let text: String = journal::head(session.meeting.circle())
        + &facts.iter().map(journal::block).collect::<String>();
    let (mut both, mut walk) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let started = Instant::now();
        let kept = journal::read(&text).expect("the journal was just written");
        let read = Instant::now();
        black_box(Meeting::of(kept.format, kept.head, kept.facts))
            .map_err(|(_, err)| err)
            .expect("it replays");
        both.push(started.elapsed());
        walk.push(read.elapsed());
    }
    rate("read and walk", facts.len(), median(both));
    rate("walk alone", facts.len(), median(walk));
}

#[expect(clippy::cast_precision_loss, reason = "only some thousands, to print")]
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

fn meeting() -> Meeting {
    let mut circle = Circle::read(CIRCLE).expect("the example is a good circle");
    let left_out = [OptionalStep::Admin, OptionalStep::Agenda];
    circle.rules.steps.retain(|it| !left_out.contains(it));
    Meeting::new(circle)
}

struct Session<'a> {
    words: &'a Words,
    background: &'a Background,
    meeting: Meeting,
}

impl Session<'_> {
    /// Decides items until there are at least so many facts.
    fn decide_items(&mut self, facts: usize) {
        while self.meeting.facts().len() < facts {
            self.answer(&format!("decide Item {} by Ana", self.meeting.facts().len()));
            for (line, enters) in DECISION {
                self.answer(line);
                (0..enters).for_each(|_| self.answer("ok"));
            }
        }
    }

    /// Gives one answer as in a live meeting: builds the prompt, reads the answer, records it.
    fn answer(&mut self, line: &str) {
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
