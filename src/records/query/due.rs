//! What is due in a circle by a given day, and who is responsible for it.

use chrono::NaiveDate;
use strum::{EnumString, IntoStaticStr, VariantNames};
use toml::{Table, Value};

use crate::circle::Circle;
use crate::lang::{Phrase, Words, say};
use crate::meeting::{ItemKind, all};
use crate::records::query::left::StillSees;
use crate::records::{
    Answered, Decision, Election, OpenAction, Topic, in_force, is_declined, latest, newcomers, rows,
};
use crate::text::{fold, same};
use crate::toml_file::Word;
use crate::toml_file::fields::Field;

/// Something that is due.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Due {
    pub date: Option<NaiveDate>,
    pub kind: DueKind,
    /// The decision, role, action or topic; for a meeting the stem of its journal.
    pub title: String,
    /// The day of a decision that is about somebody, whose title is not said.
    pub unsaid: Option<NaiveDate>,
    /// Who is responsible, if known.
    pub who: Vec<String>,
    /// The id of a record, a file, or the stem of a meeting's journal.
    pub place: String,
}

/// The kinds of what is due, in the order in which those of one day are listed.
#[derive(
    Clone, Copy, Debug, EnumString, IntoStaticStr, PartialEq, Eq, PartialOrd, Ord, VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum DueKind {
    /// A closed meeting whose records are not written yet.
    Unfiled,
    /// A meeting that was paused on an earlier day.
    Paused,
    /// The review of a decision.
    Review,
    /// A decision ends by itself.
    Expires,
    /// The term of a role ends.
    Term,
    /// An election is not accepted yet.
    Unaccepted,
    /// Somebody whom the circle took in has not said yes yet.
    Newcomer,
    /// A topic was postponed to this day.
    Postponed,
    /// A role that nobody holds.
    Vacant,
    /// A decision in writing waits for answers.
    Awaited,
    /// A decision in writing waits for answers, and the day has passed by which they were asked for.
    Overdue,
    /// Somebody objects to a decision in writing.
    Objected,
    /// Everyone has consented to a decision in writing.
    Agreed,
    /// Everyone has answered to a decision in writing, which cannot be adopted.
    Refused,
    /// Somebody who left still sees to a decision or an action.
    Left,
    /// An open action.
    Action,
}

impl Word for DueKind {}

impl DueKind {
    pub fn said(self) -> Phrase {
        match self {
            Self::Unfiled => say!("due-unfiled"),
            Self::Paused => say!("due-paused"),
            Self::Review => say!("due-review"),
            Self::Expires => say!("due-expires"),
            Self::Term => say!("due-term"),
            Self::Unaccepted => say!("due-unaccepted"),
            Self::Newcomer => say!("due-newcomer"),
            Self::Postponed => say!("due-postponed"),
            Self::Vacant => say!("due-vacant"),
            Self::Awaited => say!("due-awaited"),
            Self::Overdue => say!("due-overdue"),
            Self::Objected => say!("due-objected"),
            Self::Agreed => say!("due-agreed"),
            Self::Refused => say!("due-refused"),
            Self::Left => say!("due-left"),
            Self::Action => say!("due-action"),
        }
    }
}

/// A meeting that is not finished.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Unfinished {
    /// The stem of its journal.
    pub meeting: String,
    pub file: String,
    /// The day it was opened.
    pub opened: NaiveDate,
    /// The day of its last fact.
    pub last: NaiveDate,
    /// Whether it is closed, so that only its records are missing.
    pub closed: bool,
}

/// The records of a circle in which something can be due.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CircleRecords<'a> {
    /// The circle as it is on that day.
    pub circle: &'a Circle,
    /// The decisions, in force or not.
    pub decisions: &'a [&'a Decision],
    /// The elections of any day.
    pub elections: &'a [&'a Election],
    /// The topics of the backlog with the names of their files.
    pub topics: &'a [(String, &'a Topic)],
    pub actions: &'a [OpenAction],
    /// What was said to roles and to becoming a member, in its order.
    pub answers: &'a [Answered],
    /// What those who left still see to.
    pub left: &'a [StillSees],
    pub unfinished: &'a [Unfinished],
    /// The decisions in writing that have not ended.
    pub written: &'a [Due],
}

/// Returns what is due by `until` as of the day `on`: soonest first, without a date last.
///
/// A review or a term with a postponed topic of the same title is due when the topic is.
pub(crate) fn due(kept: &CircleRecords<'_>, on: NaiveDate, until: NaiveDate) -> Vec<Due> {
    let decisions = kept.decisions.iter().copied().filter(|it| it.date <= on);
    let elections = kept.elections.iter().copied();
    let elections = elections.filter(|it| it.date <= on && !is_declined(it, kept.answers));
    let is_due = |date: Option<NaiveDate>| date.is_some_and(|it| it <= until);
    let is_put_off = |kind, title: &str| {
        let mut topics = kept.topics.iter().map(|(_, it)| it).filter(|it| it.postponed.is_some());
        topics.any(|it| it.kind() == kind && same(&it.title, title))
    };
    let mut found = Vec::new();
    for it in kept.unfinished.iter().filter(|it| it.closed || it.last < on) {
        let kind = if it.closed { DueKind::Unfiled } else { DueKind::Paused };
        found.push(one(Some(it.opened), kind, &it.meeting, Vec::new(), &it.file));
    }
    for it in in_force(decisions.clone(), on) {
        let day = it.validity.day;
        if is_due(day) && !is_put_off(ItemKind::Decide, &it.title) {
            let ends = it.validity.expires().is_some();
            let kind = if ends { DueKind::Expires } else { DueKind::Review };
            let known = one(day, kind, &it.title, it.responsible.clone(), &it.id);
            found.push(Due { unsaid: it.unsaid(), ..known });
        }
    }
    let waiting: Vec<&Election> =
        latest(elections, on).into_iter().filter(|it| !it.accepted).collect();
    for it in &waiting {
        let who = vec![it.elected.clone()];
        found.push(one(Some(it.date), DueKind::Unaccepted, &it.role, who, &it.id));
    }
    for it in newcomers(decisions, kept.answers) {
        if kept.circle.members.iter().all(|member| !same(&member.name, &it.who)) {
            let who = vec![it.who.clone()];
            found.push(one(Some(it.date), DueKind::Newcomer, &it.who, who, &it.id));
        }
    }
    let place = "circle.toml";
    for (role, until) in kept.circle.terms() {
        let title = &role.name;
        if is_due(Some(until)) && !is_put_off(ItemKind::Select, title) {
            let who = role.holder.iter().cloned().collect();
            found.push(one(Some(until), DueKind::Term, title, who, place));
        }
    }
    for role in &kept.circle.roles {
        let title = &role.name;
        let is_held = role.holder.is_some() || role.next.is_some();
        if !is_held && waiting.iter().all(|it| !same(&it.role, title)) {
            found.push(one(None, DueKind::Vacant, title, Vec::new(), place));
        }
    }
    for (file, it) in kept.topics.iter().filter(|(_, it)| is_due(it.postponed)) {
        let who = all(it.by.as_ref(), &it.with);
        found.push(one(it.postponed, DueKind::Postponed, &it.title, who, file));
    }
    for it in kept.actions.iter().filter(|it| it.due.is_none() || is_due(it.due)) {
        let place = it.meeting.as_deref().unwrap_or_default();
        found.push(one(it.due, DueKind::Action, &it.text, it.people(), place));
    }
    for it in kept.left {
        let known = one(None, DueKind::Left, &it.title, vec![it.who.clone()], &it.place);
        found.push(Due { unsaid: it.unsaid, ..known });
    }
    found.extend(kept.written.iter().cloned());
    found.sort_by_key(|it| (it.date.is_none(), it.date, it.kind));
    found
}

fn one(date: Option<NaiveDate>, kind: DueKind, title: &str, who: Vec<String>, place: &str) -> Due {
    Due { date, kind, title: title.to_owned(), unsaid: None, who, place: place.to_owned() }
}

impl Due {
    /// Returns its title, or "a decision of" its day.
    pub(crate) fn title(&self, words: &Words) -> String {
        match self.unsaid {
            Some(date) => words.say(&say!("decision-of", date = date)),
            None => self.title.clone(),
        }
    }

    /// Returns the day at the beginning of its place, if there is one.
    pub(crate) fn day_of_place(&self) -> Option<&str> {
        self.place.get(..10).filter(|it| it.parse::<NaiveDate>().is_ok())
    }

    /// Returns whether it waits for somebody with these folded names.
    pub(crate) fn waits_for(&self, called: &[String]) -> bool {
        // What somebody who left sees to waits for the circle, which finds somebody else.
        self.kind != DueKind::Left && self.who.iter().any(|it| called.contains(&fold(it)))
    }

    /// Returns it as a row, with the name of its circle if given.
    pub(crate) fn row(&self, circle: Option<&str>, words: &Words) -> Table {
        // The id of a record has its title.
        let place = match self.unsaid {
            Some(_) => self.day_of_place().unwrap_or_default(),
            None => &self.place,
        };
        rows::row([
            ("circle", circle.map(Value::from)),
            ("date", self.date.write()),
            ("what", Some(self.kind.word().into())),
            ("title", self.title(words).write()),
            ("who", self.who.write()),
            ("where", place.to_owned().write()),
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
            with: Vec::new(),
            text: text.to_owned(),
            due: due.map(day),
            meeting: Some("2026-07-01".to_owned()),
            ..OpenAction::default()
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
            left: &[StillSees {
                who: "Zoe".to_owned(),
                title: "quiet".to_owned(),
                place: String::new(),
                is_action: false,
                unsaid: None,
            }],
            answers: &[],
            actions: &[action("call", None), action("ask", Some("2026-08-30"))],
            unfinished: &[meeting("2026-08-30", true), meeting("2026-08-31", false)],
            written: &[],
        };
        let told = |it: Due| format!("{} {}", it.kind.word(), it.title);
        let found: Vec<String> = due(&kept, day(on), day(until)).into_iter().map(told).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_soonest_comes_first_and_items_without_a_date_last() {
        let (early, late) = (
            ["unaccepted POST", "unfiled 2026-08-30"],
            ["vacant Compost", "left quiet", "action call"],
        );
        let expected = [&early[..], &["action ask"], &late].concat();
        check(&[], "2026-08-30", "2026-08-30", &expected);
        let more = ["action ask", "review b", "term Keys"];
        check(&[], "2026-08-30", "2026-08-31", &[&early[..], &more, &late].concat());
        let more = ["action ask", "paused 2026-08-31", "review b", "term Keys", "review later"];
        check(&[], "2026-09-01", "2026-09-01", &[&early[..], &more, &late].concat());
    }

    #[test]
    fn what_ends_by_itself_is_due_until_its_last_day() {
        let circle =
            Circle::read("name = \"G\"\nmember = [{ name = \"Ana\" }, { name = \"Ben\" }]\n");
        let decisions = ["lasts = \"1 week\"", "expires = 2027-08-20", "once = true"].map(|keys| {
            let front = "+++\nid = \"a\"\nkind = \"decision\"\ncircle = \"G\"\ndate = 2027-08-03\n";
            Decision::read_text(&format!("{front}title = '{keys}'\n{keys}\n+++\n")).unwrap()
        });
        let ids = ["trial", "party", "buy"].map(str::to_owned);
        let mut decisions = decisions;
        decisions.iter_mut().zip(ids).for_each(|(it, id)| (it.id, it.title) = (id.clone(), id));
        let kept = CircleRecords {
            circle: &circle.unwrap(),
            decisions: &decisions.iter().collect::<Vec<_>>(),
            elections: &[],
            topics: &[],
            actions: &[],
            answers: &[],
            left: &[],
            unfinished: &[],
            written: &[],
        };
        let check = |on: &str, until: &str, expected: &[&str]| {
            let told = |it: Due| format!("{} {}", it.kind.word(), it.title);
            let found: Vec<String> =
                due(&kept, day(on), day(until)).into_iter().map(told).collect();
            assert_eq!(found, expected, "{on} {until}");
        };
        check("2027-08-09", "2027-08-09", &[]);
        check("2027-08-09", "2027-08-10", &["expires trial"]);
        check("2027-08-10", "2027-08-20", &["expires trial", "expires party"]);
        check("2027-08-11", "2027-08-20", &["expires party"]);
        check("2027-08-20", "2027-08-20", &["expires party"]);
        check("2027-08-21", "2027-08-30", &[]);
    }

    #[test]
    fn later_decisions_are_not_due_on_an_earlier_day() {
        let rest =
            ["unfiled 2026-08-30", "vacant Compost", "vacant Post", "left quiet", "action call"];
        check(&[], "2026-01-30", "2026-03-01", &[&["review a"], &rest[..]].concat());
    }

    #[test]
    fn a_postponed_topic_is_due_on_its_new_day() {
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
            "left quiet",
            "action call",
        ];
        let topics = topics.each_ref().map(|it| ("f".to_owned(), it));
        check(&topics, "2026-09-01", "2026-09-29", &expected);
    }
}
