//! The coming year of a circle: reviews and ends of terms on a line, and how much of a term is left.

use chrono::{Datelike, Months, NaiveDate};
use maud::{Markup, html};

use crate::circle::Role;
use crate::lang::{Phrase, Words, say};
use crate::records::site::SOON;
use crate::records::site::frame::View;
use crate::records::site::parts::{day, dotted, tag};
use crate::records::{Decision, in_force};

/// What comes on a day.
struct Ahead<'a> {
    date: NaiveDate,
    title: &'a str,
    about: Phrase,
    href: String,
    shape: Shape,
}

/// How something is marked on the line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// The review of a decision.
    Review,
    /// The last day of a decision.
    LastDay,
    /// The end of a term.
    Term,
}

/// Returns whether a day is so near, or past, that somebody should see to it.
pub(super) fn is_soon(on: NaiveDate, until: NaiveDate) -> bool {
    until <= on.checked_add_months(Months::new(SOON)).unwrap_or(NaiveDate::MAX)
}

/// Draws how much of a term is left. The same is said in words beside it.
pub(super) fn bar(since: NaiveDate, on: NaiveDate, until: NaiveDate) -> Markup {
    let whole = (until - since).num_days().max(1);
    let left = (until - on).num_days().clamp(0, whole);
    let class = if is_soon(on, until) { "left soon" } else { "left" };
    html! {
        svg.bar width="100%" height="6" aria-hidden="true" {
            rect.whole width="100%" height="6" rx="3" {}
            @if left > 0 { rect class=(class) width={ (left * 100 / whole) "%" } height="6" rx="3" {} }
        }
    }
}

/// Draws the coming year, and lists the same below; nothing if nothing comes.
pub(super) fn year(view: &View<'_>, index: usize) -> Markup {
    let all = ahead(view, index);
    if all.is_empty() {
        return html! {};
    }
    let lang = tag(&view.circle(index).kept.circle);
    html! {
        (line(view, &all))
        details.list {
            summary { (view.say(&say!("site-same-as-list"))) }
            ol.rows {
            @for it in &all {
                li {
                    a.title href=(it.href) lang=(lang) dir="auto" { (it.title) }
                    @let class = if it.date < view.site.on { "date late" } else { "date" };
                    @let date = html! { span class=(class) { (day(view.words, it.date)) } };
                    p.about { (dotted(&[date, html! { (view.say(&it.about)) }])) }
                }
            }
            }
        }
    }
}

/// Returns what comes within a year, the soonest first, and what is late.
fn ahead<'a>(view: &View<'a>, index: usize) -> Vec<Ahead<'a>> {
    let kept = &view.circle(index).kept;
    let paths = &view.site.paths[index];
    let end = end(view.site.on);
    let decision = |it: &'a Decision| {
        let date = it.validity.day.filter(|it| *it <= end)?;
        let is_review = it.validity.review().is_some();
        Some(Ahead {
            date,
            title: &it.title,
            about: if is_review { say!("due-review") } else { say!("due-expires") },
            href: view.link(&paths.record(it.into())),
            shape: if is_review { Shape::Review } else { Shape::LastDay },
        })
    };
    let term = |(role, date): (&'a Role, NaiveDate)| {
        (date <= end).then(|| Ahead {
            date,
            title: &role.name,
            about: say!("due-term"),
            href: view.link(&format!("{}#roles", paths.page())),
            shape: Shape::Term,
        })
    };
    let decisions = in_force(kept.decisions.iter(), view.site.on).into_iter();
    let mut all: Vec<Ahead<'_>> =
        decisions.filter(|it| it.unsaid().is_none()).filter_map(decision).collect();
    all.extend(kept.circle.terms().filter_map(term));
    all.sort_by_key(|it| it.date);
    all
}

fn end(on: NaiveDate) -> NaiveDate {
    on.checked_add_months(Months::new(12)).unwrap_or(NaiveDate::MAX)
}

/// The height of a mark, and of what stands below all of them.
const ROW: usize = 20;

/// The height of the names of the months.
const FOOT: usize = 30;

/// Returns where a day is on the line, in hundredths of its length, with some room at both ends.
fn place(on: NaiveDate, date: NaiveDate) -> f64 {
    let days = u32::try_from((date - on).num_days().clamp(0, 366)).unwrap_or_default();
    2.0 + 96.0 * f64::from(days) / 366.0
}

/// Draws the months, and a mark for each day. Marks that would touch are put on top of each other.
fn line(view: &View<'_>, all: &[Ahead<'_>]) -> Markup {
    let on = view.site.on;
    let mut last: Vec<f64> = Vec::new();
    let mut placed = Vec::new();
    for it in all {
        let x = place(on, it.date);
        // On a narrow screen a mark is this wide.
        let row = last.iter().position(|other| x - other >= 4.6).unwrap_or(last.len());
        last.resize(last.len().max(row + 1), -9.0);
        last[row] = x;
        placed.push((x, row, it));
    }
    let floor = last.len() * ROW + 6;
    let label = view.say(&say!("site-year-said", count = all.len()));
    html! {
        svg.year role="img" aria-label=(label) width="100%" height=(floor + FOOT) {
            line.floor x1="0" x2="100%" y1=(floor) y2=(floor) {}
            @for (x, name, year) in months(view.words, on) {
                line.tick x1={ (hundredth(x)) "%" } x2={ (hundredth(x)) "%" } y1=(floor) y2=(floor + 5) {}
                text x={ (hundredth(x)) "%" } y=(floor + 18) dx="3" { (name) }
                @if let Some(year) = year {
                    text.of-year x={ (hundredth(x)) "%" } y=(floor + 18) dx="3" dy="12" { (year) }
                }
            }
            @for (x, row, it) in &placed { (mark(view, *x, floor - row * ROW - 12, it)) }
        }
    }
}

fn mark(view: &View<'_>, x: f64, y: usize, it: &Ahead<'_>) -> Markup {
    let soon = if is_soon(view.site.on, it.date) { "mark soon" } else { "mark" };
    html! {
        svg x={ (hundredth(x)) "%" } y=(y) overflow="visible" {
            title { (it.title) " · " (view.words.date(it.date)) }
            @match it.shape {
                Shape::Review => circle class=(soon) r="6" {},
                Shape::LastDay => rect class=(soon) x="-5.5" y="-5.5" width="11" height="11" {},
                Shape::Term => path class=(soon) d="M0-7.5 7.5 0 0 7.5-7.5 0z" {},
            }
        }
    }
}

/// Returns the first day of each month on the line, with its short name and, in January and at the
/// beginning, the year.
fn months(words: &Words, on: NaiveDate) -> Vec<(f64, String, Option<i32>)> {
    let names = words.list_of(&say!("short-months"));
    let mut first = on.with_day(1).unwrap_or(on);
    let mut found = Vec::new();
    while let Some(next) = first.checked_add_months(Months::new(1)).filter(|it| *it < end(on)) {
        let month = next.month0() as usize;
        let name = names.get(month).and_then(|it| it.split_whitespace().next()).unwrap_or_default();
        let year = (month == 0 || found.is_empty()).then(|| next.year());
        first = next;
        // At the end there is no room for a name.
        if place(on, next) < 93.0 {
            found.push((place(on, next), name.to_owned(), year));
        }
    }
    found
}

/// Writes a number with two digits behind the point, so that the same day is always at the same place.
fn hundredth(number: f64) -> String {
    format!("{number:.2}")
}
