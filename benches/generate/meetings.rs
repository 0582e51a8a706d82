//! A circle that met often: journals of 200 facts with rounds, objections, decisions, elections.

use std::path::Path;

use chrono::{Days, NaiveDate};
use rounds::Background;
use rounds::journal;
use rounds::{Circle, Term};
use rounds::{Existing, documents};
use rounds::{Lang, Words};
use rounds::{Meeting, MeetingId, What};

use crate::table::{CIRCLE, ELECTS, FACTS, NAMES, Table};
use crate::{on_all_cores, write as write_file};

/// When a circle meets, and how many items it decides in a meeting at most.
pub struct Calendar {
    pub first: NaiveDate,
    /// In days.
    pub every: u32,
    pub decisions: usize,
}

/// Writes a folder with so many meetings, one a day, and says how many facts they have.
pub fn write(folder: &Path, meetings: u32) -> String {
    let first = NaiveDate::from_ymd_opt(1990, 1, 1).expect("it is a day");
    let calendar = Calendar { first, every: 1, decisions: usize::MAX };
    write_file(&folder.join("circle.toml"), CIRCLE);
    let facts = on_all_cores(meetings, |number| {
        let (facts, files) = calendar.meet(number);
        for (path, text) in files {
            write_file(&folder.join(path), &text);
        }
        facts
    });
    format!("{meetings} meetings, {facts} facts")
}

impl Calendar {
    /// Holds a meeting, and returns how many facts it has, and its journal and records.
    pub fn meet(&self, number: u32) -> (usize, Vec<(String, String)>) {
        let (words, background) = (Words::of(Lang::En), Background::default());
        let day = self.day(number);
        let moment = format!("{day}T19:00:00+02:00").parse().expect("it is a moment");
        let meeting = Meeting::new(self.circle(number));
        let mut table = Table { words: &words, background: &background, meeting, now: moment };
        table.opening(number);
        table.decision(number);
        if number.is_multiple_of(ELECTS) {
            table.election(number);
        }
        let mut decisions = 1;
        while table.meeting.facts().len() + 60 < FACTS && decisions < self.decisions {
            table.decision(number);
            decisions += 1;
        }
        table.talk(number);
        let id = MeetingId::on(day, 1);
        let mut files = documents(&table.meeting, &id, &Existing::default(), &words);
        table.record(What::Filed {});
        let facts = table.meeting.facts();
        let text = journal::head(table.meeting.circle())
            + &facts.iter().map(journal::block).collect::<String>();
        files.push((id.journal(), text));
        (facts.len(), files)
    }

    fn day(&self, number: u32) -> NaiveDate {
        self.first + Days::new((number * self.every).into())
    }

    /// The circle as it stood: its roles were filled in the meetings before.
    fn circle(&self, number: u32) -> Circle {
        let mut circle = Circle::read(CIRCLE).expect("it is a good circle");
        let last = number.div_ceil(ELECTS);
        for (role, back) in circle.roles.iter_mut().zip(1_u32..) {
            let Some(election) = last.checked_sub(back) else { continue };
            let since = self.day(election * ELECTS);
            role.holder = Some(NAMES[election as usize % NAMES.len()].to_owned());
            role.since = Some(since);
            role.until = Some(Term::YEAR.after(since));
        }
        circle
    }
}
