//! The roles of a circle, who holds them, and how much of each term is left.

use chrono::{Months, NaiveDate};
use toml::{Table, Value};

use crate::circle::{Circle, Role, Term};
use crate::lang::{Phrase, say};
use crate::records::{Election, latest, rows};
use crate::text::same;
use crate::toml_file::fields::Field;

/// A role, with its election if that is not accepted yet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RoleTerm {
    pub role: Role,
    /// The election that is not accepted yet.
    pub nominee: Option<Election>,
}

/// How much of a term is left, rounded down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimeLeft {
    Ahead(Term),
    /// It ends today.
    Today,
    /// It ended this long ago.
    Over(Term),
}

/// Returns the roles in the order of the circle's file, then those that only an election that is
/// not accepted yet has.
pub(crate) fn role_terms<'e>(
    circle: &Circle,
    elections: impl Iterator<Item = &'e Election> + Clone,
    on: NaiveDate,
) -> Vec<RoleTerm> {
    let mut waiting = latest(elections.filter(|it| it.date <= on), on);
    waiting.retain(|it| !it.accepted);
    let with_nominee = |role: &Role| {
        let index = waiting.iter().position(|it| same(&it.role, &role.name));
        let nominee = index.map(|index| waiting.remove(index).clone());
        RoleTerm { role: Role { until: circle.held_until(role), ..role.clone() }, nominee }
    };
    let mut all: Vec<RoleTerm> = circle.roles.iter().map(with_nominee).collect();
    waiting.retain(|it| circle.roles.iter().all(|role| !same(&role.name, &it.role)));
    let new =
        |it: &Election| Role { name: it.role.clone(), term: Some(it.term), ..Role::default() };
    all.extend(waiting.into_iter().map(|it| RoleTerm { role: new(it), nominee: Some(it.clone()) }));
    all
}

/// Returns the time left on one day until another.
pub(crate) fn left(on: NaiveDate, until: NaiveDate) -> TimeLeft {
    match (until - on).num_days() {
        0 => TimeLeft::Today,
        days if days > 0 => TimeLeft::Ahead(about(on, until)),
        _ => TimeLeft::Over(about(until, on)),
    }
}

/// Returns the time between two days rounded down: in months from two months on, in weeks from two
/// weeks on, else in days.
fn about(from: NaiveDate, to: NaiveDate) -> Term {
    let days = u32::try_from((to - from).num_days()).unwrap_or(0).max(1);
    // Days cannot be converted into months, because 31 January and a month is 28 February.
    let fits =
        |months: u32| from.checked_add_months(Months::new(months)).is_some_and(|it| it <= to);
    let months = (days / 31..=days / 28).take_while(|it| fits(*it)).last().unwrap_or(0);
    match (months, days) {
        (2.., _) => Term { months, days: 0 },
        (_, 14..) => Term { months: 0, days: days / 7 * 7 },
        _ => Term { months: 0, days },
    }
}

impl TimeLeft {
    pub(crate) fn said(self) -> Phrase {
        match self {
            Self::Ahead(term) => say!("roles-left", span = term),
            Self::Today => say!("roles-today"),
            Self::Over(term) => say!("roles-over", span = term),
        }
    }
}

/// The length of a bar in characters.
const PARTS: i64 = 6;

/// Draws the part of a term that is left as a bar, rounded up: `▓▓▓▓░░`.
pub(crate) fn bar(since: NaiveDate, on: NaiveDate, until: NaiveDate) -> String {
    let whole = (until - since).num_days().max(1);
    let left = (until - on).num_days().clamp(0, whole);
    let full = (left * PARTS + whole - 1) / whole;
    (0..PARTS).map(|it| if it < full { '▓' } else { '░' }).collect()
}

impl RoleTerm {
    /// Returns the role as a row, with the name of its circle if given.
    pub(crate) fn row(&self, circle: Option<&str>) -> Table {
        let Role { name, kind, term, holder, outside, since, until, next, .. } = &self.role;
        rows::row([
            ("circle", circle.map(Value::from)),
            ("role", name.write()),
            ("kind", kind.write()),
            ("term", term.write()),
            ("holder", holder.write()),
            ("outside", Some((*outside).into())),
            ("since", since.write()),
            ("until", until.write()),
            ("next", next.write()),
            ("elected", self.nominee.as_ref().and_then(|it| it.elected.write())),
            ("election", self.nominee.as_ref().and_then(|it| it.id.write())),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(on: &str, until: &str, expected: &str) {
        let said = match left(day(on), day(until)) {
            TimeLeft::Ahead(term) => format!("{term} left"),
            TimeLeft::Today => "today".to_owned(),
            TimeLeft::Over(term) => format!("{term} over"),
        };
        assert_eq!(said, expected, "{on} {until}");
    }

    #[test]
    fn time_left_is_rounded_down_to_one_unit() {
        check("2026-09-05", "2027-01-05", "4 months left");
        check("2026-09-06", "2027-01-05", "3 months left");
        check("2026-09-05", "2028-12-31", "2 years 3 months left");
        check("2026-09-05", "2026-11-04", "8 weeks left");
        check("2026-09-05", "2026-09-18", "13 days left");
        check("2026-09-05", "2026-09-06", "1 day left");
        check("2026-09-05", "2026-09-05", "today");
        check("2026-09-05", "2026-09-04", "1 day over");
        check("2026-09-26", "2026-09-05", "3 weeks over");
        check("2026-09-05", "9999-12-31", "7973 years 3 months left");
    }

    #[test]
    fn the_last_day_of_a_month_completes_a_month() {
        check("2025-12-31", "2026-02-28", "2 months left");
        check("2025-12-30", "2026-02-27", "8 weeks left");
        check("2026-03-31", "2026-09-30", "6 months left");
        check("2024-02-29", "2026-02-28", "2 years left");
        check("2026-02-28", "2024-02-29", "2 years over");
    }

    #[test]
    fn a_bar_is_full_at_the_beginning_and_empty_at_the_end() {
        let of = |on| bar(day("2026-07-01"), day(on), day("2026-12-31"));
        assert_eq!(of("2026-06-01"), "▓▓▓▓▓▓");
        assert_eq!(of("2026-07-01"), "▓▓▓▓▓▓");
        assert_eq!(of("2026-09-02"), "▓▓▓▓░░");
        assert_eq!(of("2026-12-30"), "▓░░░░░");
        assert_eq!(of("2026-12-31"), "░░░░░░");
        assert_eq!(of("2027-12-31"), "░░░░░░");
    }
}
