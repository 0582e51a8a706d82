//! Holds generated meetings. All answers are lines as a facilitator types them.

use chrono::{Days, TimeDelta};
use rounds::{Background, Fact, Input, Meeting, Moment, Response, Talk, What, Words};

/// The number of facts of a meeting.
pub const FACTS: usize = 200;

/// One meeting in so many fills a role.
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

/// A running meeting, and what it depends on.
pub struct Session<'a> {
    pub words: &'a Words,
    pub background: &'a Background,
    pub meeting: Meeting,
    pub now: Moment,
}

impl Session<'_> {
    pub fn opening(&mut self, number: u32) {
        let absent = NAMES[number as usize % NAMES.len()];
        self.say(&[&format!("all but {absent}"), "ok", "ok"]);
        self.round("glad to be here");
        self.say(&["90", "the pump is mended", "ok", "ok", "ok", "ok"]);
    }

    /// Decides an item with a question, reactions, an objection and a new text.
    pub fn decision(&mut self, number: u32) {
        let count = self.meeting.facts().len();
        let reason = REASONS[(number as usize + count) % REASONS.len()];
        self.say(&[
            &format!("decide Item {count} of meeting {number} 20 min by Ana"),
            "ok",
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
            "ok",
        ]);
        self.round("");
        self.say(&["ok"]);
    }

    /// Fills a role with qualifications, nominations, and a nominee with a term of their own.
    pub fn election(&mut self, number: u32) {
        let role = ROLES[(number / ELECTS) as usize % ROLES.len()];
        self.say(&[&format!("select {role}"), "ok"]);
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

    /// Explores an item up to the usual number of facts, adds an action, and closes the meeting.
    pub fn talk(&mut self, number: u32) {
        self.say(&["explore What the autumn brings", "ok"]);
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

    /// Gives the same answer for everyone in a round.
    fn round(&mut self, line: &str) {
        let place = self.meeting.state().place();
        while self.meeting.state().place() == place {
            self.say(&[line]);
        }
    }

    fn say(&mut self, lines: &[&str]) {
        for line in lines {
            let (line, text) = match line.strip_prefix("text ") {
                Some(text) if text.contains('\n') => ("text", Some(text.to_owned())),
                _ => (*line, None),
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
        let at = self.now + TimeDelta::minutes(minutes);
        self.meeting.record(Fact { what, at }).expect("the line is in turn");
    }
}
