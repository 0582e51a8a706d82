//! The folders with which histories begin: something waits in writing.

use chrono::TimeDelta;

use super::Files;
use super::copy::{Copy, ID};
use crate::circle::Circle;
use crate::meeting::{
    AgendaItem, Awaited, Fact, ItemKind, Meeting, Moment, Opened, Presented, Validity, What,
};
use crate::records::format::journal::{block, head_in_writing};

/// The number of kinds of folders.
pub(super) const KINDS: usize = 7;

pub(super) const TITLE: &str = "Quiet hours";

const PEOPLE: [&str; 5] = ["Ana", "Ben", "Chen", "Dana", "Emil"];

const TOPIC: &str = "+++\ntitle = \"Quiet hours\"\nkind = \"decide\"\n+++\n\nNo drills after 8.\n";

const EARLIER: &str = "+++\nkind = \"decision\"\nid = \"2026-05-01-quiet-hours\"\ntitle = \"Quiet hours\"\ncircle = \"Garden\"\n\
    date = 2026-05-01\nterm = \"1 year\"\nreview = 2027-05-01\n+++\n\nNo saws after 8.\n";

/// Returns the time so many seconds after the evening on which it was put.
pub(super) fn moment(seconds: i64) -> Moment {
    let put: Moment = "2026-09-05T19:00:00+02:00".parse().unwrap();
    put + TimeDelta::seconds(seconds)
}

/// Somebody asked in writing: Ana asked everyone, with a topic (0), but Chen whom it is about (1), with a
/// change of the circle (5), or where that is never enough for a quorum (6). Or Ana, Ben and Chen met: the others are waited for (2) and somebody may
/// stand aside (4), Emil is away for two weeks (3).
fn circle(kind: usize) -> String {
    let rules = match kind {
        2 | 3 => "absent = \"wait\"",
        4 => "absent = \"wait\"\naside = true",
        1 => "written = true\naside = true",
        _ => "written = true",
    };
    // About Chen, the others are too few; while Emil is away, he is not counted.
    let quorum = if kind == 6 { 5 } else { 3 };
    let rules = format!("[rules]\nsteps = []\nquorum = {quorum}\n{rules}\n");

    let members = PEOPLE.map(|who| {
        let away = if kind == 3 && who == "Emil" { "away = 2026-09-19\n" } else { "" };
        format!("\n[[member]]\nname = \"{who}\"\n{away}")
    });
    format!("name = \"Garden\"\nlanguage = \"en\"\n{rules}{}", members.concat())
}

/// Returns the files with which every copy begins.
pub(super) fn base(kind: usize) -> Files {
    let text = circle(kind);
    let meets = (2..5).contains(&kind);
    let mut meeting = Meeting::in_writing(Circle::read(&text).unwrap());
    let here: &[&str] = if meets { &PEOPLE[..3] } else { &PEOPLE[..1] };
    let names = |names: &[&str]| names.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    let at = moment(0);
    let mut facts = vec![
        What::Opened(Opened { present: names(here), ..Opened::default() }),
        What::Began(AgendaItem::bare(ItemKind::Decide, TITLE.to_owned())),
    ];
    if kind == 1 || kind == 6 {
        let about = Some("Chen".to_owned());
        facts.push(What::Related { replaces: None, ends: None, about, with: Vec::new() });
    }
    let effects = if kind == 5 { vec!["rule quorum 3".parse().unwrap()] } else { Vec::new() };
    facts.push(What::Presented(Presented {
        version: 1,
        text: "No drills after 8.".to_owned(),
        nominee: None,
        validity: Validity::Term("1 year".parse().unwrap()).announced(at.date_naive()),
        since: None,
        responsible: names(&["Dana"]),
        measures: Vec::new(),
        effects,
    }));
    facts.extend(here.iter().map(|who| What::Consented {
        who: (*who).to_owned(),
        version: 1,
        concern: None,
        seen: None,
        via: None,
        by: None,
    }));
    for what in facts {
        meeting.record(Fact { what, at }).unwrap();
    }
    let who = meeting.state().waited_for(meeting.circle(), at.date_naive());
    let until = Some("2026-09-20".parse().unwrap());
    meeting.record(Fact { what: What::Awaited(Awaited { who, version: 1, until }), at }).unwrap();
    let head = head_in_writing(meeting.circle(), meets.then_some("2026-09-05"));
    let first: String = head + &meeting.standing().map(block).collect::<String>();
    let mut files = vec![("circle.toml".to_owned(), text), (format!("{ID}/1.toml"), first)];
    if kind == 0 {
        files.push(("backlog/quiet-hours.md".to_owned(), TOPIC.to_owned()));
        files.push(("decisions/2026-05-01-quiet-hours.md".to_owned(), EARLIER.to_owned()));
    }
    let files = files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
    Copy::of(&files).files()
}
