//! What is due in a circle by some day, and who sees to it.
//!
//! Pure: from the records, the circle's file, and what earlier meetings left.

use chrono::NaiveDate;
use serde::Serialize;

use crate::circle::Circle;
use crate::lang::{Phrase, say};
use crate::meeting::Kind;
use crate::records::{Decision, Election, Open, Topic, in_force, latest};
use crate::text::{clean, same};

/// Something that is due.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// By when; none for what has no date.
    pub date: Option<NaiveDate>,
    /// What it is.
    pub matter: DueKind,
    /// The decision, role, action or topic; of a meeting the stem of its journal.
    pub title: String,
    /// Who sees to it, where that is known.
    pub who: Vec<String>,
    /// Where it stands: the id of a record, a file, or the stem of a meeting's journal.
    pub place: String,
}

/// What is due; in the order in which things of one day are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueKind {
    /// A closed meeting whose records are not all written.
    Unfiled,
    /// A meeting that was paused on an earlier day.
    Paused,
    /// The review of a decision.
    Review,
    /// The term of a role ends.
    Term,
    /// Somebody elected has not accepted.
    Unaccepted,
    /// A topic was postponed to this day.
    Postponed,
    /// A role that nobody holds.
    Vacant,
    /// Something that somebody took on.
    Action,
}

impl DueKind {
    /// Returns the word for it in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unfiled => "unfiled",
            Self::Paused => "paused",
            Self::Review => "review",
            Self::Term => "term",
            Self::Unaccepted => "unaccepted",
            Self::Postponed => "postponed",
            Self::Vacant => "vacant",
            Self::Action => "action",
        }
    }

    /// Says what it is.
    pub fn said(self) -> Phrase {
        match self {
            Self::Unfiled => say!("due-unfiled"),
            Self::Paused => say!("due-paused"),
            Self::Review => say!("due-review"),
            Self::Term => say!("due-term"),
            Self::Unaccepted => say!("due-unaccepted"),
            Self::Postponed => say!("due-postponed"),
            Self::Vacant => say!("due-vacant"),
            Self::Action => say!("due-action"),
        }
    }
}

/// A meeting that is not finished.
#[derive(Clone, Debug, PartialEq)]
pub struct Unfinished {
    /// The stem of its journal.
    pub meeting: String,
    /// The file of its journal.
    pub file: String,
    /// The day it was opened.
    pub opened: NaiveDate,
    /// The day of its last fact.
    pub last: NaiveDate,
    /// Whether it is closed, and only its records are missing.
    pub closed: bool,
}

/// All that something can be due in.
#[derive(Clone, Copy, Debug)]
pub struct Kept<'a> {
    /// The circle as its file says.
    pub circle: &'a Circle,
    /// The decisions, in force or not.
    pub decisions: &'a [Decision],
    /// The elections, of whatever day.
    pub elections: &'a [Election],
    /// The topics of the backlog, each behind the name of its file.
    pub topics: &'a [(String, Topic)],
    /// The open actions.
    pub actions: &'a [Open],
    /// The meetings that are not finished.
    pub unfinished: &'a [Unfinished],
}

/// Returns what is due by `until` as of the day `on`, soonest first, what has no date last.
///
/// A review or a term whose topic was postponed is due when the topic is.
pub fn due(kept: &Kept<'_>, on: NaiveDate, until: NaiveDate) -> Vec<Due> {
    let decisions: Vec<Decision> =
        kept.decisions.iter().filter(|it| it.date <= on).cloned().collect();
    let elections: Vec<Election> =
        kept.elections.iter().filter(|it| it.date <= on).cloned().collect();
    let is_due = |date: Option<NaiveDate>| date.is_some_and(|it| it <= until);
    let is_put_off = |kind, title: &str| {
        let mut topics = kept.topics.iter().map(|(_, it)| it).filter(|it| it.postponed.is_some());
        topics.any(|it| it.kind() == kind && same(&it.title, title))
    };
    let mut found = unfinished(kept, on);
    for it in in_force(decisions.iter()) {
        if is_due(Some(it.review)) && !is_put_off(Kind::Decide, &it.title) {
            let who = it.wording.responsible.clone();
            found.push(one(Some(it.review), DueKind::Review, &it.title, who, &it.id));
        }
    }
    let waiting: Vec<&Election> =
        latest(elections.iter()).into_iter().filter(|it| !it.accepted).collect();
    for it in &waiting {
        let who = vec![it.elected.clone()];
        found.push(one(Some(it.date), DueKind::Unaccepted, &it.role, who, &it.id));
    }
    for role in &kept.circle.roles {
        let (title, place) = (&role.name, "circle.toml");
        if let Some(holder) = &role.holder {
            if is_due(role.until) && !is_put_off(Kind::Select, title) {
                found.push(one(role.until, DueKind::Term, title, vec![holder.clone()], place));
            }
        } else if waiting.iter().all(|it| !same(&it.role, title)) {
            found.push(one(None, DueKind::Vacant, title, Vec::new(), place));
        }
    }
    for (file, it) in kept.topics.iter().filter(|(_, it)| is_due(it.postponed)) {
        let who = it.by.iter().cloned().collect();
        found.push(one(it.postponed, DueKind::Postponed, &it.title, who, file));
    }
    for it in kept.actions.iter().filter(|it| it.due.is_none() || is_due(it.due)) {
        let place = it.meeting.as_deref().unwrap_or_default();
        found.push(one(it.due, DueKind::Action, &it.text, vec![it.who.clone()], place));
    }
    found.sort_by_key(|it| (it.date.is_none(), it.date, it.matter));
    found
}

fn unfinished(kept: &Kept<'_>, on: NaiveDate) -> Vec<Due> {
    let due = kept.unfinished.iter().filter(|it| it.closed || it.last < on).map(|it| {
        let matter = if it.closed { DueKind::Unfiled } else { DueKind::Paused };
        one(Some(it.opened), matter, &it.meeting, Vec::new(), &it.file)
    });
    due.collect()
}

fn one(
    date: Option<NaiveDate>,
    matter: DueKind,
    title: &str,
    who: Vec<String>,
    place: &str,
) -> Due {
    Due { date, matter, title: title.to_owned(), who, place: place.to_owned() }
}

impl Due {
    /// Returns things as JSON: a list of objects, what is empty left out. With the name of a
    /// circle, it is the first key.
    pub fn to_json<'a>(due: impl Iterator<Item = (Option<&'a str>, &'a Self)>) -> String {
        let rows: Vec<Row> = due.map(|(circle, it)| it.row(circle)).collect();
        let json = serde_json::to_string_pretty(&rows);
        json.expect("texts and lists of texts are JSON") + "\n"
    }

    fn row(&self, circle: Option<&str>) -> Row {
        Row {
            circle: circle.map(clean),
            date: self.date.map(|it| it.to_string()),
            what: self.matter.word(),
            title: clean(&self.title),
            who: self.who.iter().map(|it| clean(it)).collect(),
            place: clean(&self.place),
        }
    }
}

/// Something that is due, as programs read it.
#[derive(Serialize)]
struct Row {
    #[serde(skip_serializing_if = "Option::is_none")]
    circle: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    what: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    who: Vec<String>,
    #[serde(rename = "where")]
    place: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(topics: &[(String, Topic)], on: &str, until: &str, expected: &[&str]) {
        let circle = Circle::read(
            "name = \"G\"\nmember = [{ name = \"Ana\" }, { name = \"Ben\" }]\nrole = [\
             { name = \"Keys\", holder = \"Ana\", until = 2026-08-31 }, { name = \"Compost\" },\
             { name = \"Post\" }]",
        )
        .unwrap();
        let decision = |id: &str, date: &str, review: &str, more: &str| {
            let front = format!(
                "+++\nid = \"{id}\"\nkind = \"decision\"\ntitle = \"{id}\"\ncircle = \"G\"\n\
                 date = {date}\nreview = {review}\n{more}+++\n"
            );
            Decision::read(&front).unwrap()
        };
        let decisions = [
            decision("a", "2025-08-31", "2026-02-28", ""),
            decision("b", "2026-01-31", "2026-08-31", "replaces = [\"a\"]\n"),
            decision("later", "2026-08-31", "2026-09-01", ""),
        ];
        let election = "+++\nid = \"e\"\nkind = \"election\"\nrole = \"POST\"\nelected = \"Zoe\"\n\
                        accepted = false\ncircle = \"G\"\ndate = 2026-07-01\nuntil = 2027-07-01\n\
                        +++\n";
        let action = |text: &str, due: Option<&str>| Open {
            who: "Ben".to_owned(),
            text: text.to_owned(),
            due: due.map(day),
            meeting: Some("2026-07-01".to_owned()),
        };
        let meeting = |date: &str, closed| Unfinished {
            meeting: date.to_owned(),
            file: String::new(),
            opened: day(date),
            last: day(date),
            closed,
        };
        let kept = Kept {
            circle: &circle,
            decisions: &decisions,
            elections: &[Election::read(election).unwrap()],
            topics,
            actions: &[action("call", None), action("ask", Some("2026-08-30"))],
            unfinished: &[meeting("2026-08-30", true), meeting("2026-08-31", false)],
        };
        let told = |it: Due| format!("{} {}", it.matter.word(), it.title);
        let found: Vec<String> = due(&kept, day(on), day(until)).into_iter().map(told).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_due_comes_soonest_first_and_what_has_no_date_last() {
        let (early, late) =
            (["unaccepted POST", "unfiled 2026-08-30"], ["vacant Compost", "action call"]);
        let expected = [&early[..], &["action ask"], &late].concat();
        check(&[], "2026-08-30", "2026-08-30", &expected);
        let more = ["action ask", "review b", "term Keys"];
        check(&[], "2026-08-30", "2026-08-31", &[&early[..], &more, &late].concat());
        let more = ["action ask", "paused 2026-08-31", "review b", "term Keys", "review later"];
        check(&[], "2026-09-01", "2026-09-01", &[&early[..], &more, &late].concat());
    }

    #[test]
    fn on_an_earlier_day_what_was_not_yet_decided_is_not_due() {
        let rest = ["unfiled 2026-08-30", "vacant Compost", "vacant Post", "action call"];
        check(&[], "2026-01-30", "2026-03-01", &[&["review a"], &rest[..]].concat());
    }

    #[test]
    fn what_was_postponed_is_due_on_its_new_day() {
        let topic = |title: &str, kind, postponed: Option<&str>| {
            let postponed = postponed.map(day);
            let topic = Topic { title: title.to_owned(), kind, postponed, ..Topic::default() };
            ("f".to_owned(), topic)
        };
        let topics = [
            topic("B", Some(Kind::Decide), Some("2026-09-30")),
            topic("keys", Some(Kind::Select), Some("2026-09-03")),
            topic("Hens", None, None),
        ];
        let expected = [
            "unaccepted POST",
            "unfiled 2026-08-30",
            "action ask",
            "paused 2026-08-31",
            "review later",
            "postponed keys",
            "vacant Compost",
            "action call",
        ];
        check(&topics, "2026-09-01", "2026-09-29", &expected);
    }
}
