//! A meeting as it is held to be measured: everything is said as a facilitator would type it, and
//! enters by the same door.

use chrono::Days;
use rounds::Background;
use rounds::Words;
use rounds::{Fact, Meeting, Moment, What};
use rounds::{Input, Response, Talk};

/// How many facts a meeting has.
pub const FACTS: usize = 200;

/// Every so many meetings a role is filled.
pub const ELECTS: u32 = 4;

pub const CIRCLE: &str = "name = \"Garden\"
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

pub const NAMES: [&str; 6] = ["Ana", "Ben", "Chen", "Dana", "Emil", "Zoë"];
const ROLES: [&str; 3] = ["Facilitator", "Compost", "Keys"];
pub const REASONS: [&str; 4] = [
    "Saturdays are the only days I can build",
    "we would never know whether it helps or hurts",
    "I said \"not before nine\", and it says eight",
    "a year is long for something new",
];

/// A meeting that is held, and all it takes.
pub struct Table<'a> {
    pub words: &'a Words,
    pub background: &'a Background,
    pub meeting: Meeting,
    pub now: Moment,
}

impl Table<'_> {
    pub fn opening(&mut self, number: u32) {
        let absent = NAMES[number as usize % NAMES.len()];
        self.say(&[&format!("all but {absent}"), "ok", "ok"]);
        self.round("glad to be here");
        self.say(&["90", "the pump is mended", "ok", "ok"]);
        self.say(&["ok", "ok"]);
    }

    /// Decides an item as circles do: questions, reactions, an objection, a new text.
    pub fn decision(&mut self, number: u32) {
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
            "term 1 year",
        ]);
        self.say(&["ok"]);
        self.round("");
        self.say(&["ok"]);
    }

    /// Fills a role: qualifications, nominations, a change, and the nominee's own term.
    pub fn election(&mut self, number: u32) {
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

    /// Talks for the rest of the time, hears who does what, and closes.
    pub fn talk(&mut self, number: u32) {
        self.begin("explore What the autumn brings");
        let who = NAMES[(number as usize + 1) % NAMES.len()];
        let day = self.now.date_naive() + Days::new(28);
        self.say(&[&format!("/action {who}: mend pump {number} by {day}")]);
        if !number.is_multiple_of(ELECTS) {
            self.say(&["/done mend pump"]);
        }
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
            let Self { words, background, now, .. } = *self;
            let talk = Talk { meeting: &self.meeting, background, words, now };
            match talk.hear(&Input { line: line.to_owned(), text }) {
                Ok(Response::Fact(what)) => self.record(what),
                other => panic!("{line}: {other:?}, {:?}", self.meeting.step()),
            }
        }
    }

    pub fn record(&mut self, what: What) {
        let minutes = i64::try_from(self.meeting.facts().len() / 4).unwrap_or(0);
        let at = self.now + chrono::TimeDelta::minutes(minutes);
        self.meeting.record(Fact { what, at }).expect("the line is in turn");
    }
}
