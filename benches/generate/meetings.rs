//! Writes many meetings of 200 facts with rounds, objections, decisions and elections.

use std::path::Path;

use chrono::{Days, NaiveDate};
use rounds::{
    Background, Circle, Existing, Filed, Lang, Meeting, MeetingId, Term, What, Words, documents,
    journal,
};

use crate::session::{CIRCLE, ELECTS, FACTS, NAMES, Session};
use crate::{on_all_cores, write as write_file};

/// The days of meetings, and how many items a meeting decides at most.
pub struct Calendar {
    pub first: NaiveDate,
    /// In days.
    pub every: u32,
    pub decisions: usize,
}

/// Writes a folder with so many meetings, one a day, and returns a summary.
pub fn write(folder: &Path, meetings: u32) -> String {
    let first = NaiveDate::from_ymd_opt(1990, 1, 1).expect("it is a date");
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
    /// Holds a meeting. Returns its number of facts, and the paths and texts of its files.
    pub fn meet(&self, number: u32) -> (usize, Vec<(String, String)>) {
        let (words, background) = (Words::of(Lang::En), Background::default());
        let day = self.day(number);
        let moment = format!("{day}T19:00:00+02:00").parse().expect("it is a moment");
        let meeting = Meeting::new(self.circle(number));
        let mut session = Session { words: &words, background: &background, meeting, now: moment };
        session.opening(number);
        session.decision(number);
        if number.is_multiple_of(ELECTS) {
            session.election(number);
        }
        let mut decisions = 1;
        while session.meeting.facts().len() + 60 < FACTS && decisions < self.decisions {
            session.decision(number);
            decisions += 1;
        }
        session.talk(number);
        let id = MeetingId::on(day, 1);
        let mut files = documents(&session.meeting, &id, &Existing::default(), &words);
        let text = |meeting: &Meeting| {
            let blocks: String = meeting.facts().iter().map(journal::block).collect();
            journal::head(meeting.circle()) + &blocks
        };
        let digest = Some(journal::digest(&text(&session.meeting)));
        let record = |(path, text): &(String, String)| format!("{}  {path}", journal::digest(text));
        let records = files.iter().map(record).collect();
        session.record(What::Filed(Filed { digest, records }));
        files.push((id.journal(), text(&session.meeting)));
        (session.meeting.facts().len(), files)
    }

    fn day(&self, number: u32) -> NaiveDate {
        self.first + Days::new((number * self.every).into())
    }

    /// Returns the circle before a meeting, with the roles filled in earlier meetings.
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
