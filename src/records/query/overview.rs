//! What is marked in a circle, so that somebody who looks after several sees where to look.

use chrono::NaiveDate;
use strum::{IntoStaticStr, VariantArray};
use toml::{Table, Value};

use crate::circle::{Circle, OptionalStep, broken_links};
use crate::lang::{Phrase, say};
use crate::records::{Due, DueKind, rows};
use crate::toml_file::fields::Field;

/// The most members of a circle that is not marked as large.
pub(crate) const MOST: usize = 9;

/// Something that is marked, in the order in which it is listed.
#[derive(Clone, Copy, Debug, IntoStaticStr, PartialEq, Eq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub(crate) enum Mark {
    /// More than [`MOST`] members.
    Members,
    /// The next meeting is not set.
    NoMeeting,
    /// Roles that nobody holds.
    Vacant,
    /// Roles whose term has ended.
    TermOver,
    /// Leader or delegate do not link the circle to the wider one.
    Links,
    /// Decisions whose review day or last day has passed.
    Reviews,
    /// Actions whose day has passed.
    Actions,
    /// Minutes that a later meeting left unapproved.
    Minutes,
    /// Meetings that are paused, or whose records are missing.
    Unfinished,
    /// Decisions in writing that wait for answers.
    Awaited,
    /// Decisions in writing that wait for answers past their day.
    Overdue,
    /// Decisions in writing to which somebody objects.
    Objected,
    /// Decisions in writing that can be settled.
    Agreed,
    /// Decisions in writing that everyone has answered and that cannot be adopted.
    Refused,
}

/// How many of each there are, by the order of [`Mark`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks([usize; Mark::VARIANTS.len()]);

/// What the meetings of a circle left open.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LeftOpen<'a> {
    /// What is due on the day.
    pub due: &'a [Due],
    /// The day of the next meeting, if it is set.
    pub next: Option<NaiveDate>,
    /// How many minutes a later meeting left unapproved.
    pub minutes: usize,
}

impl Marks {
    /// Counts what is marked in a circle as it is on a day, apart from its link to the wider one.
    pub(crate) fn of(circle: &Circle, left: LeftOpen<'_>, on: NaiveDate) -> Self {
        let is_asked = circle.rules.has(OptionalStep::Admin);
        let is_regular = !is_asked && circle.plan.every.is_some();
        let due = |kind: DueKind| left.due.iter().filter(move |it| it.kind == kind);
        let is_past = |it: &&Due| it.date.is_some_and(|it| it < on);
        let members = circle.members.len();
        let mut marks = Self::default();
        let mut mark = |mark: Mark, count: usize| marks.0[mark as usize] = count;
        mark(Mark::Members, if members > MOST { members } else { 0 });
        mark(Mark::NoMeeting, usize::from(left.next.is_none() && !is_regular));
        mark(Mark::Vacant, due(DueKind::Vacant).count());
        mark(Mark::TermOver, due(DueKind::Term).count());
        let reviews = due(DueKind::Review).chain(due(DueKind::Expires));
        mark(Mark::Reviews, reviews.filter(is_past).count());
        mark(Mark::Actions, due(DueKind::Action).filter(is_past).count());
        mark(Mark::Minutes, if is_asked { left.minutes } else { 0 });
        let unfinished = due(DueKind::Paused).chain(due(DueKind::Unfiled));
        mark(Mark::Unfinished, unfinished.count());
        mark(Mark::Awaited, due(DueKind::Awaited).count());
        mark(Mark::Overdue, due(DueKind::Overdue).count());
        mark(Mark::Objected, due(DueKind::Objected).count());
        mark(Mark::Agreed, due(DueKind::Agreed).count());
        mark(Mark::Refused, due(DueKind::Refused).count());
        marks
    }

    /// Adds what is wrong with the link to the wider circle.
    pub(crate) fn link(&mut self, circle: &Circle, wider: &Circle) {
        self.0[Mark::Links as usize] = broken_links(circle, wider).len();
    }

    /// Adds those of another circle; a circle with many members, or without a next meeting, counts
    /// once.
    pub(crate) fn add(&mut self, other: Self) {
        for (mark, count) in other.each() {
            self.0[mark as usize] += if mark == Mark::Members { 1 } else { count };
        }
    }

    /// Returns whether nothing is marked.
    pub(crate) fn is_empty(&self) -> bool {
        self.each().next().is_none()
    }

    /// Returns what is marked, and how often.
    pub(crate) fn each(&self) -> impl Iterator<Item = (Mark, usize)> {
        let all = Mark::VARIANTS.iter().copied().zip(self.0);
        all.filter(|(_, count)| *count > 0)
    }

    /// Returns it as a row, with a number for each mark of the circle.
    pub(crate) fn row(&self, circle: &Circle) -> Table {
        let number = |it: usize| i64::try_from(it).ok().map(Value::from);
        let marks = rows::row(self.each().map(|(mark, count)| (mark.into(), number(count))));
        rows::row([
            ("circle", circle.name.write()),
            ("members", number(circle.members.len())),
            ("marks", Some(marks.into())),
        ])
    }
}

impl Mark {
    /// Says it of one circle.
    pub(crate) fn said(self, count: usize) -> Phrase {
        match self {
            Self::Members => say!("members-count", count = count),
            Self::NoMeeting => say!("overview-no-meeting"),
            Self::Vacant => say!("overview-vacant", count = count),
            Self::TermOver => say!("overview-term-over", count = count),
            Self::Links => say!("overview-links", count = count),
            Self::Reviews => say!("overview-reviews", count = count),
            Self::Actions => say!("overview-actions", count = count),
            Self::Minutes => say!("overview-minutes", count = count),
            Self::Unfinished => say!("overview-unfinished", count = count),
            Self::Awaited => say!("overview-awaited", count = count),
            Self::Overdue => say!("overview-overdue", count = count),
            Self::Objected => say!("overview-objected", count = count),
            Self::Agreed => say!("overview-agreed", count = count),
            Self::Refused => say!("overview-refused", count = count),
        }
    }

    /// Says it of all circles together.
    pub(crate) fn said_of_all(self, count: usize) -> Phrase {
        match self {
            Self::Members => say!("overview-all-members", count = count, most = MOST),
            Self::NoMeeting => say!("overview-all-no-meeting", count = count),
            _ => self.said(count),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn circle(members: usize, more: &str) -> Circle {
        let members: Vec<String> =
            (0..members).map(|it| format!("{{ name = \"M{it}\" }}")).collect();
        let text = format!("name = \"G\"\nmember = [{}]\n{more}", members.join(", "));
        Circle::read(&text).unwrap()
    }

    fn due(kind: DueKind, date: Option<&str>) -> Due {
        let (title, place) = (String::new(), String::new());
        Due { date: date.map(day), kind, title, unsaid: None, who: Vec::new(), place }
    }

    fn told(marks: &Marks) -> String {
        let each = marks.each().map(|(mark, count)| format!("{count} {}", <&str>::from(mark)));
        each.collect::<Vec<_>>().join(", ")
    }

    #[track_caller]
    fn check(circle: &Circle, left: LeftOpen<'_>, expected: &str) {
        let marks = Marks::of(circle, left, day("2026-09-05"));
        assert_eq!(told(&marks), expected);
        assert_eq!(marks.is_empty(), expected.is_empty());
    }

    #[test]
    fn what_is_past_its_day_is_marked_and_what_is_due_today_is_not() {
        let due = [
            due(DueKind::Review, Some("2026-09-04")),
            due(DueKind::Expires, Some("2026-09-04")),
            due(DueKind::Review, Some("2026-09-05")),
            due(DueKind::Action, Some("2026-09-04")),
            due(DueKind::Action, Some("2026-09-05")),
            due(DueKind::Action, None),
            due(DueKind::Term, Some("2026-09-05")),
            due(DueKind::Vacant, None),
            due(DueKind::Paused, Some("2026-09-01")),
            due(DueKind::Unfiled, Some("2026-09-01")),
            due(DueKind::Awaited, Some("2026-09-19")),
            due(DueKind::Overdue, Some("2026-09-01")),
            due(DueKind::Objected, Some("2026-09-01")),
            due(DueKind::Agreed, Some("2026-09-05")),
            due(DueKind::Left, None),
        ];
        let left = LeftOpen { due: &due, next: Some(day("2026-09-19")), minutes: 0 };
        let expected = "1 vacant, 1 term_over, 2 reviews, 1 actions, 2 unfinished, \
                        1 awaited, 1 overdue, 1 objected, 1 agreed";
        check(&circle(2, ""), left, expected);
    }

    #[test]
    fn ten_members_are_many() {
        let left = LeftOpen { due: &[], next: Some(day("2026-09-19")), minutes: 0 };
        check(&circle(9, ""), left, "");
        check(&circle(10, ""), left, "10 members");
    }

    #[test]
    fn minutes_and_the_next_meeting_are_marked_where_meetings_ask_for_them() {
        let left = LeftOpen { due: &[], next: None, minutes: 2 };
        let every = "meeting.every = \"2 weeks\"\n";
        let essential = "rules.steps = \"essential\"\n";
        check(&circle(2, every), left, "1 no_meeting, 2 minutes");
        check(&circle(2, essential), left, "1 no_meeting");
        check(&circle(2, &format!("{every}{essential}")), left, "");
    }

    #[test]
    fn circles_with_many_members_are_counted_once_each() {
        let left = LeftOpen { due: &[due(DueKind::Vacant, None)], next: None, minutes: 0 };
        let marks = Marks::of(&circle(12, ""), left, day("2026-09-05"));
        let mut all = Marks::default();
        all.add(marks);
        all.add(marks);
        assert_eq!(told(&all), "2 members, 2 no_meeting, 2 vacant");
    }
}
