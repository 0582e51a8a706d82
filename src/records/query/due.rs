//! What is due in a circle by some day, and who sees to it.
//!
//! Pure: from the records, the circle's file, and what earlier meetings left.

use chrono::NaiveDate;
use strum::{EnumString, IntoStaticStr, VariantNames};
use toml::{Table, Value};

use crate::circle::Circle;
use crate::lang::{Phrase, say};
use crate::meeting::ItemKind;
use crate::records::{Decision, Election, OpenAction, Topic, in_force, latest, rows};
use crate::text::same;
use crate::toml_file::Word;
use crate::toml_file::fields::Field;

/// Something that is due.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Due {
    /// By when; none for what has no date.
    pub date: Option<NaiveDate>,
    /// What it is.
    pub kind: DueKind,
    /// The decision, role, action or topic; of a meeting the stem of its journal.
    pub title: String,
    /// Who sees to it, where that is known.
    pub who: Vec<String>,
    /// Where it stands: the id of a record, a file, or the stem of a meeting's journal.
    pub place: String,
}

/// What is due; in the order in which things of one day are told.
#[derive(
    Clone, Copy, Debug, EnumString, IntoStaticStr, PartialEq, Eq, PartialOrd, Ord, VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
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

impl Word for DueKind {}

impl DueKind {
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
pub(crate) struct Unfinished {
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
pub(crate) struct CircleRecords<'a> {
    /// The circle as its file says.
    pub circle: &'a Circle,
    /// The decisions, in force or not.
    pub decisions: &'a [&'a Decision],
    /// The elections, of whatever day.
    pub elections: &'a [&'a Election],
    /// The topics of the backlog, each behind the name of its file.
    pub topics: &'a [(String, &'a Topic)],
    /// The open actions.
    pub actions: &'a [OpenAction],
    /// The meetings that are not finished.
    pub unfinished: &'a [Unfinished],
}

/// Returns what is due by `until` as of the day `on`, soonest first, what has no date last.
///
/// A review or a term whose topic was postponed is due when the topic is.
pub(crate) fn due(kept: &CircleRecords<'_>, on: NaiveDate, until: NaiveDate) -> Vec<Due> {
    let decisions = kept.decisions.iter().copied().filter(|it| it.date <= on);
    let elections = kept.elections.iter().copied().filter(|it| it.date <= on);
    let is_due = |date: Option<NaiveDate>| date.is_some_and(|it| it <= until);
    let is_put_off = |kind, title: &str| {
        let mut topics = kept.topics.iter().map(|(_, it)| it).filter(|it| it.postponed.is_some());
        topics.any(|it| it.kind() == kind && same(&it.title, title))
    };
    let mut found = unfinished(kept, on);
    for it in in_force(decisions) {
        if is_due(Some(it.review)) && !is_put_off(ItemKind::Decide, &it.title) {
            let who = it.responsible.clone();
            found.push(one(Some(it.review), DueKind::Review, &it.title, who, &it.id));
        }
    }
    let waiting: Vec<&Election> = latest(elections).into_iter().filter(|it| !it.accepted).collect();
    for it in &waiting {
        let who = vec![it.elected.clone()];
        found.push(one(Some(it.date), DueKind::Unaccepted, &it.role, who, &it.id));
    }
    for role in &kept.circle.roles {
        let (title, place) = (&role.name, "circle.toml");
        if let Some(holder) = &role.holder {
            if is_due(role.until) && !is_put_off(ItemKind::Select, title) {
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
    found.sort_by_key(|it| (it.date.is_none(), it.date, it.kind));
    found
}

fn unfinished(kept: &CircleRecords<'_>, on: NaiveDate) -> Vec<Due> {
    let due = kept.unfinished.iter().filter(|it| it.closed || it.last < on).map(|it| {
        let kind = if it.closed { DueKind::Unfiled } else { DueKind::Paused };
        one(Some(it.opened), kind, &it.meeting, Vec::new(), &it.file)
    });
    due.collect()
}

fn one(date: Option<NaiveDate>, kind: DueKind, title: &str, who: Vec<String>, place: &str) -> Due {
    Due { date, kind, title: title.to_owned(), who, place: place.to_owned() }
}

impl Due {
    /// Returns it as programs read it, behind the name of its circle where that is to be told.
    pub(crate) fn row(&self, circle: Option<&str>) -> Table {
        rows::row([
            ("circle", circle.map(Value::from)),
            ("date", self.date.write()),
            ("what", Some(self.kind.word().into())),
            ("title", self.title.write()),
            ("who", self.who.write()),
            ("where", self.place.write()),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::FrontMatter;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(topics: &[(String, &Topic)], on: &str, until: &str, expected: &[&str]) {
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
            Decision::read_text(&front).unwrap()
        };
        let decisions = [
            decision("a", "2025-08-31", "2026-02-28", ""),
            decision("b", "2026-01-31", "2026-08-31", "replaces = [\"a\"]\n"),
            decision("later", "2026-08-31", "2026-09-01", ""),
        ];
        let election = "+++\nid = \"e\"\nkind = \"election\"\nrole = \"POST\"\nelected = \"Zoe\"\n\
                        accepted = false\ncircle = \"G\"\ndate = 2026-07-01\nuntil = 2027-07-01\n\
                        +++\n";
        let action = |text: &str, due: Option<&str>| OpenAction {
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
        let kept = CircleRecords {
            circle: &circle,
            decisions: &decisions.iter().collect::<Vec<_>>(),
            elections: &[&Election::read_text(election).unwrap()],
            topics,
            actions: &[action("call", None), action("ask", Some("2026-08-30"))],
            unfinished: &[meeting("2026-08-30", true), meeting("2026-08-31", false)],
        };
        let told = |it: Due| format!("{} {}", it.kind.word(), it.title);
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
            Topic { title: title.to_owned(), kind, postponed, ..Topic::default() }
        };
        let topics = [
            topic("B", Some(ItemKind::Decide), Some("2026-09-30")),
            topic("keys", Some(ItemKind::Select), Some("2026-09-03")),
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
        let topics = topics.each_ref().map(|it| ("f".to_owned(), it));
        check(&topics, "2026-09-01", "2026-09-29", &expected);
    }
}
