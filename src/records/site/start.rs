//! The first page: the circles, what is due, the latest decisions.

use std::cmp::Reverse;

use maud::{Markup, html};

use crate::circle::Role;
use crate::lang::say;
use crate::records::site::due::{self, Sort};
use crate::records::site::frame::{Page, Place, View};
use crate::records::site::map;
use crate::records::site::parts::{
    circle_link, day, dotted, record_link, section, tag, text, unsaid, until, words_of,
};
use crate::records::{Due, LogEntry, Record};

/// The most entries of a list on this page; the pages of the circles have all.
const MOST: usize = 12;

/// How many of the latest decisions are shown.
const LATEST: usize = 6;

pub(super) fn page(view: &View<'_>) -> String {
    let Some(top) = view.site.circles.first() else { return String::new() };
    let circle = &top.kept.circle;
    let latest = section("latest", &view.say(&say!("site-latest")), &latest(view));
    let main = html! {
        div.columns {
            div.wide {
                (section("circles", &view.say(&say!("circles-heading")), &html! {
                    (map::with_legend(view, 0))
                    details.list open {
                        summary { (view.say(&say!("site-same-as-list"))) }
                        ul.circles { (branch(view, 0)) }
                    }
                }))
                @if !view.has_several() { (latest) }
            }
            div.narrow {
                (section("due", &view.say(&say!("due-heading")), &due(view)))
                @if view.has_several() { (latest) }
            }
        }
    };
    let head = html! {
        div.head {
            h1 lang=(tag(circle)) dir="auto" { (circle.name) }
            (text(circle, "lead", &circle.aim))
        }
    };
    view.page(&Page { title: &circle.name, head, main, place: Place::Start })
}

/// A circle as an entry of the list, with its roles, and those below it.
fn branch(view: &View<'_>, index: usize) -> Markup {
    let circle = &view.circle(index).kept.circle;
    let members = view.say(&say!("members-count", count = circle.members.len()));
    let nobody = view.say(&say!("roles-nobody"));
    let role = |it: &Role| {
        html! {
            (it.name) ": "
            @if let Some(who) = &it.holder { (who) } @else { span.state.due { (nobody) } }
        }
    };
    let roles: Vec<Markup> = circle.roles.iter().map(role).collect();
    let below = &view.site.below[index];
    html! {
        li {
            (circle_link(view, index)) " " span.about { (members) }
            @if !roles.is_empty() { p.about lang=(tag(circle)) { (dotted(&roles)) } }
            @if !below.is_empty() {
                ul { @for it in below { (branch(view, *it)) } }
            }
        }
    }
}

/// What is due in all circles, and links that show only one kind of it.
fn due(view: &View<'_>) -> Markup {
    let circles = view.site.circles.iter().enumerate();
    let mut all: Vec<(usize, &Due)> =
        circles.flat_map(|(index, it)| it.due.iter().map(move |due| (index, due))).collect();
    all.sort_by_key(|(_, it)| (it.date.is_none(), it.date));
    let shown = &all[..all.len().min(MOST)];
    let more = all.len() - shown.len();
    if all.is_empty() {
        return html! { p.about { (view.say(&say!("site-nothing-due"))) } };
    }
    let has = |sort: Sort| shown.iter().any(|(_, it)| Sort::of(it) == sort);
    let mut sorts = vec![
        (Sort::Reviews, say!("site-reviews")),
        (Sort::Roles, say!("roles-heading")),
        (Sort::Actions, say!("minutes-actions")),
        (Sort::Other, say!("site-other")),
    ];
    sorts.retain(|(sort, _)| has(*sort));
    html! {
        @if sorts.len() > 1 {
            nav.filter aria-label=(view.say(&say!("site-filter"))) {
                ul {
                    li { a #all href="#all" { (view.say(&say!("site-all"))) } }
                    @for (sort, said) in &sorts {
                        @let id = format!("only-{}", sort.class());
                        li { a id=(id) href={ "#" (id) } { (view.say(said)) } }
                    }
                }
            }
        }
        ol.due { @for (index, it) in shown { (due::entry(view, *index, it, view.has_several())) } }
        @if more > 0 { p.about { (view.say(&say!("site-more", count = more))) } }
    }
}

/// The latest decisions and elections that hold.
fn latest(view: &View<'_>) -> Markup {
    let mut all = Vec::new();
    for index in 0..view.site.len() {
        let of_circle = view.site.entries(index).into_iter().filter(|it| it.status.holds());
        all.extend(of_circle.map(|it| (index, it)));
    }
    all.sort_by_key(|(index, it)| (Reverse(it.record.date()), *index, it.record.id()));
    // Lists that go round do not say what was decided about somebody.
    all.retain(|(_, it)| unsaid(it.record).is_none());
    all.truncate(LATEST);
    let about = |index, it: &LogEntry<'_>| {
        let circle = view.has_several().then(|| circle_link(view, index));
        let date = html! { (day(view.words, it.record.date())) };
        let parts = [date, until(view, it)].into_iter().chain(circle);
        dotted(&parts.collect::<Vec<_>>())
    };
    html! {
        @for (index, it) in &all {
            @let circle = &view.circle(*index).kept.circle;
            article.brief {
                h3 { (record_link(view, *index, it.record)) }
                @match it.record {
                    Record::Decision(it) => (text(circle, "text", &shortened(&it.text))),
                    Record::Election(it) => @if let Some(reason) = &it.reason {
                        div.text { p { (words_of(circle, &shortened(reason))) } }
                    },
                }
                p.about { (about(*index, it)) }
            }
        }
    }
}

/// The most characters of a text of which only the beginning is shown.
const BEGINNING: usize = 280;

/// Returns the beginning of a text: its first paragraph, or so many words as fit.
fn shortened(text: &str) -> String {
    let text = text.trim();
    let first = text.split("\n\n").next().unwrap_or_default();
    if first.chars().count() <= BEGINNING {
        return if first.len() < text.len() { format!("{first} …") } else { first.to_owned() };
    }
    let end = first.char_indices().nth(BEGINNING).map_or(first.len(), |(at, _)| at);
    let cut = &first[..end];
    format!("{} …", cut.rsplit_once(char::is_whitespace).map_or(cut, |(before, _)| before))
}
