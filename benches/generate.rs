//! Writes a big circle's folder: meetings with rounds, objections, decisions and elections.
//!
//! `cargo run --release --example generate -- DIR MEETINGS`. The same each time; everything is
//! said as a facilitator would type it, and enters by the same door.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "writes files, and says how many"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use chrono::{Days, NaiveDate};
use rounds::circle::{Circle, Term};
use rounds::meeting::{Fact, Meeting, Moment, What};
use rounds::record::{self, journal};
use rounds::talk::{Heard, Outside, Said, Talk};
use rounds::words::{Lang, Words};

/// How many facts a meeting has.
const FACTS: usize = 200;

/// Every so many meetings a role is filled.
const ELECTS: u32 = 4;

const CIRCLE: &str = "name = \"Garden\"
aim = \"Grow food and a place to meet for everyone in the street.\"

[rules]
attribution = \"all\"

[[member]]
name = \"Ana\"

[[member]]
name = \"Ben\"

[[member]]
name = \"Chen\"

[[member]]
name = \"Dana\"

[[member]]
name = \"Emil\"

[[member]]
name = \"Zoë\"

[[role]]
name = \"Facilitator\"
kind = \"facilitator\"
term = \"6 months\"

[[role]]
name = \"Compost\"
purpose = \"Sees that it is turned and not too wet.\"

[[role]]
name = \"Keys\"
";

const NAMES: [&str; 6] = ["Ana", "Ben", "Chen", "Dana", "Emil", "Zoë"];
const ROLES: [&str; 3] = ["Facilitator", "Compost", "Keys"];
const REASONS: [&str; 4] = [
    "Saturdays are the only days I can build",
    "we would never know whether it helps or hurts",
    "I said \"not before nine\", and it says eight",
    "a year is long for something new",
];

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|it| it != "--bench").collect();
    let [folder, meetings] = &args[..] else { panic!("DIR MEETINGS") };
    let folder = PathBuf::from(folder);
    let meetings: u32 = meetings.parse().expect("a number of meetings");
    for part in ["meetings", "decisions", "elections", "backlog"] {
        fs::create_dir_all(folder.join(part)).expect("a folder can be made");
    }
    fs::write(folder.join("circle.toml"), CIRCLE).expect("a file can be written");
    let cores = u32::try_from(thread::available_parallelism().map_or(1, usize::from)).unwrap_or(1);
    let facts: usize = thread::scope(|scope| {
        let part = |core: u32| {
            let folder = &folder;
            scope.spawn(move || {
                (0..meetings).filter(|it| it % cores == core).map(|it| meet(folder, it)).sum()
            })
        };
        let parts: Vec<thread::ScopedJoinHandle<'_, usize>> = (0..cores).map(part).collect();
        parts.into_iter().map(|it| it.join().expect("no meeting slips")).sum()
    });
    println!("{meetings} meetings, {facts} facts");
}

/// Holds a meeting, writes its journal and its records, and returns how many facts it has.
fn meet(folder: &Path, number: u32) -> usize {
    let first = NaiveDate::from_ymd_opt(1990, 1, 1).expect("it is a day");
    let day = first + Days::new(number.into());
    let (words, outside) = (Words::of(Lang::En), Outside::default());
    let moment = format!("{day}T19:00:00+02:00").parse().expect("it is a moment");
    let meeting = Meeting::new(circle(number, day));
    let mut table = Table { words: &words, outside: &outside, meeting, now: moment };
    table.opening(number);
    table.decision(number);
    if number.is_multiple_of(ELECTS) {
        table.election(number);
    }
    while table.meeting.facts().len() + 60 < FACTS {
        table.decision(number);
    }
    table.talk();
    let stem = day.to_string();
    let documents = record::documents(&table.meeting, &stem, &BTreeMap::new(), &words);
    table.record(What::Filed {});
    let facts = table.meeting.facts();
    let text = journal::head(table.meeting.circle())
        + &facts.iter().map(journal::block).collect::<String>();
    fs::write(folder.join(format!("meetings/{stem}.toml")), text).expect("a file can be written");
    for (path, text) in documents {
        fs::write(folder.join(path), text).expect("a file can be written");
    }
    facts.len()
}

/// The circle as it stood: its roles were filled in the meetings before.
fn circle(number: u32, day: NaiveDate) -> Circle {
    let mut circle = Circle::read(CIRCLE).expect("it is a good circle");
    let last = number.div_ceil(ELECTS);
    let first = day - Days::new(number.into());
    for (role, back) in circle.roles.iter_mut().zip(1_u32..) {
        let Some(election) = last.checked_sub(back) else { continue };
        let since = first + Days::new((election * ELECTS).into());
        role.holder = Some(NAMES[election as usize % NAMES.len()].to_owned());
        role.since = Some(since);
        role.until = Some(Term::YEAR.after(since));
    }
    circle
}

struct Table<'a> {
    words: &'a Words,
    outside: &'a Outside,
    meeting: Meeting,
    now: Moment,
}

impl Table<'_> {
    fn opening(&mut self, number: u32) {
        let absent = NAMES[number as usize % NAMES.len()];
        self.say(&[&format!("all but {absent}"), "ok", "ok"]);
        self.round("glad to be here");
        self.say(&["90", "the pump is mended", "ok", "ok"]);
        self.say(&["ok", "ok"]);
    }

    /// Decides an item as circles do: questions, reactions, an objection, a new text.
    fn decision(&mut self, number: u32) {
        let count = self.meeting.facts().len();
        let reason = REASONS[(number as usize + count) % REASONS.len()];
        self.begin(&format!("decide Item {count} of meeting {number} 20 min by Ana"));
        self.say(&[
            "text We water every evening while it is dry. The list hangs at the shed.",
            "who Dana, Compost",
            "measure complaints from the neighbours, counted by Dana",
            "ok",
            "does it cover the pump?",
            "no, only what is held in the hand",
        ]);
        self.round("");
        self.round("I see the point, and I am not quite at ease yet");
        self.say(&["ok", &format!("o {reason}"), "c it is a lot to remember"]);
        self.round("");
        self.say(&[
            "text We water every other evening.\nThe list hangs at the shed.",
            "term 3 months",
        ]);
        self.say(&["ok"]);
        self.round("");
        self.say(&["ok"]);
    }

    /// Fills a role: qualifications, nominations, a change, and the nominee's own term.
    fn election(&mut self, number: u32) {
        let role = ROLES[(number / ELECTS) as usize % ROLES.len()];
        self.begin(&format!("select {role}"));
        self.say(&["ok", "patient", "here most weeks", "ok", "ok", "ok"]);
        let here = self.meeting.state().members(self.meeting.circle());
        let nominee = &here[number as usize % here.len()];
        for name in &here {
            self.say(&[&format!("{name}: says what is unclear before there is trouble")]);
        }
        self.round("");
        self.say(&[&format!("{nominee} for 6 months: has done it before, and it went well")]);
        self.round("");
        self.say(&["ok"]);
    }

    /// Talks for the rest of the time, and closes.
    fn talk(&mut self) {
        self.begin("explore What the autumn brings");
        while self.meeting.facts().len() + 10 < FACTS {
            self.say(&["something we can all be part of, and \"not too much\" at once"]);
        }
        self.say(&["ok", "close", "ok"]);
        self.round("good that there was time");
        self.say(&["ok"]);
    }

    /// Takes up an item that is not on the agenda.
    fn begin(&mut self, line: &str) {
        self.say(&[line, "ok"]);
    }

    /// Everyone says the same; nothing is Enter.
    fn round(&mut self, line: &str) {
        let place = self.meeting.state().place();
        while self.meeting.state().place() == place {
            self.say(&[if line.is_empty() { "ok" } else { line }]);
        }
    }

    fn say(&mut self, lines: &[&str]) {
        for line in lines {
            let (line, text) = match line.split_once('\n') {
                Some((_, _)) => ("text", line.strip_prefix("text ").map(str::to_owned)),
                None => (*line, None),
            };
            let Self { words, outside, now, .. } = *self;
            let talk = Talk { meeting: &self.meeting, outside, words, now };
            match talk.hear(&Said { line: line.to_owned(), text }) {
                Ok(Heard::Fact(what)) => self.record(what),
                other => panic!("{line}: {other:?}, {:?}", self.meeting.step()),
            }
        }
    }

    fn record(&mut self, what: What) {
        let minutes = i64::try_from(self.meeting.facts().len() / 4).unwrap_or(0);
        let at = self.now + chrono::TimeDelta::minutes(minutes);
        self.meeting.record(Fact { what, at }).expect("the line is in turn");
    }
}
