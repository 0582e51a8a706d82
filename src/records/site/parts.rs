//! Parts that several pages have: sections, dates, facts, texts, records in a list.

use chrono::NaiveDate;
use maud::{Markup, html};

use crate::circle::Circle;
use crate::lang::{Words, say};
use crate::records::site::frame::View;
use crate::records::site::prose;
use crate::records::{Decision, LogEntry, Record, Status, sentence};

/// A heading of the second level with what follows it; nothing where that is empty.
pub(super) fn section(id: &str, heading: &str, inside: &Markup) -> Markup {
    if inside.0.is_empty() {
        return html! {};
    }
    html! {
        section aria-labelledby=(id) {
            h2 #(id) { (heading) }
            (inside)
        }
    }
}

/// A day, for readers and for programs.
pub(super) fn day(words: &Words, date: NaiveDate) -> Markup {
    html! { time datetime=(date) { (words.date(date)) } }
}

/// What lines up in a row, with dots between.
pub(super) fn dotted(parts: &[Markup]) -> Markup {
    html! {
        @for (index, it) in parts.iter().enumerate() {
            @if index > 0 { " · " }
            (it)
        }
    }
}

/// A label with what it stands for, as rows of a list of facts.
pub(super) fn fact(label: &str, value: &Markup) -> Markup {
    html! { div { dt { (label) } dd { (value) } } }
}

/// A text that somebody typed in a circle, in that circle's language.
pub(super) fn text(circle: &Circle, class: &str, text: &str) -> Markup {
    if text.trim().is_empty() {
        return html! {};
    }
    html! { div class=(class) lang=(tag(circle)) dir="auto" { (prose::typed(text)) } }
}

/// A few words that somebody typed in a circle, in that circle's language.
pub(super) fn words_of(circle: &Circle, text: &str) -> Markup {
    html! { span lang=(tag(circle)) dir="auto" { (prose::line(text)) } }
}

/// The tag of a circle's language.
pub(super) fn tag(circle: &Circle) -> &str {
    circle.language.as_deref().unwrap_or("en")
}

/// The title of a record, as a link to its page; of a decision about somebody only its day.
pub(super) fn record_link(view: &View<'_>, index: usize, record: Record<'_>) -> Markup {
    let it = view.circle(index);
    let href = view.href(&view.site.paths[index].record(record));
    if let Some(date) = unsaid(record) {
        return html! { a href=[href] { (view.say(&say!("decision-of", date = date))) } };
    }
    html! { a href=[href] lang=(tag(&it.kept.circle)) dir="auto" { (record.title()) } }
}

/// The day of a decision about somebody, of which lists say no more.
pub(super) fn unsaid(record: Record<'_>) -> Option<NaiveDate> {
    if let Record::Decision(it) = record { it.unsaid() } else { None }
}

/// The name of a circle, as a link to its page.
pub(super) fn circle_link(view: &View<'_>, index: usize) -> Markup {
    let circle = &view.circle(index).kept.circle;
    let href = view.href(&view.site.paths[index].page());
    html! { a href=[href] lang=(tag(circle)) dir="auto" { (circle.name) } }
}

/// How a decision or an election stands, with a mark where something is due.
pub(super) fn status(view: &View<'_>, entry: &LogEntry<'_>, among: &[&LogEntry<'_>]) -> Markup {
    let by = entry.status.by().and_then(|id| among.iter().find(|it| it.record.id() == id));
    let by = by.map(|it| match unsaid(it.record) {
        Some(date) => say!("decision-of", date = date),
        None => say!("decision-named", title = it.record.title(), date = it.record.date()),
    });
    let said = match (by, entry.status) {
        (Some(by), Status::Replaced(_)) => say!("status-replaced", by = by),
        (Some(by), Status::Ended(_)) => say!("status-ended", by = by),
        _ => entry.said(),
    };
    let class = match entry.status.word() {
        "under-review" | "term-over" | "unaccepted" => "state due",
        _ if entry.status.holds() => "state holds",
        _ => "state",
    };
    html! { span class=(class) { (view.say(&said)) } }
}

/// How what holds stands, in a few words: until when, or since when something is due.
pub(super) fn until(view: &View<'_>, entry: &LogEntry<'_>) -> Markup {
    match (entry.status, entry.record) {
        (Status::InForce, Record::Decision(it)) => {
            html! { (view.say(&it.validity.said(say!("log-review")))) }
        }
        (Status::InForce, Record::Election(it)) => {
            html! { (view.say(&say!("log-until", date = it.until))) }
        }
        _ => status(view, entry, &[]),
    }
}

/// The facts of a decision: how long it stands, who sees to it, how it is measured, what it changes.
pub(super) fn decision_facts(view: &View<'_>, circle: &Circle, it: &Decision) -> Markup {
    let words = view.words;
    let who = say!("minutes-responsible", count = it.responsible.len());
    html! {
        @if !it.responsible.is_empty() {
            (fact(&words.say(&who), &names(words, circle, &it.responsible)))
        }
        @if !it.measures.is_empty() {
            (fact(&words.say(&say!("minutes-measures")), &list(circle, &it.measures)))
        }
        @if !it.effects.is_empty() {
            @let said: Vec<String> = it.effects.iter()
                .map(|it| view.words_of(circle).say(&sentence(it))).collect();
            (fact(&words.say(&say!("minutes-effects")), &list(circle, &said)))
        }
    }
}

/// Names of people or roles, one after the other.
pub(super) fn names(words: &Words, circle: &Circle, names: &[String]) -> Markup {
    html! { span lang=(tag(circle)) { (words.list(names)) } }
}

/// Texts, one alone or several as a list.
pub(super) fn list(circle: &Circle, texts: &[String]) -> Markup {
    match texts {
        [one] => words_of(circle, one),
        several => html! { ul { @for it in several { li { (words_of(circle, it)) } } } },
    }
}
