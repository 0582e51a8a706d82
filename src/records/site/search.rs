//! The page of all decisions and elections with their words, to be searched by the browser.

use maud::{Markup, html};

use crate::lang::say;
use crate::records::site::frame::{Page, Place, View};
use crate::records::site::parts::{circle_link, day, dotted, record_link, status, text, words_of};
use crate::records::{LogEntry, Record};

pub(super) fn page(view: &View<'_>) -> String {
    let title = view.say(&say!("site-decisions"));
    let head = html! {
        div.head {
            h1 { (title) }
            p.lead { (view.say(&say!("site-search"))) }
        }
    };
    let main = html! { div.one { @for index in 0..view.site.len() { (of_circle(view, index)) } } };
    view.page(&Page { title: &title, head, main, place: Place::Decisions })
}

/// The records of a circle, the newest first.
fn of_circle(view: &View<'_>, index: usize) -> Markup {
    let entries = view.site.entries(index);
    if entries.is_empty() {
        return html! {};
    }
    let among: Vec<&LogEntry<'_>> = entries.iter().collect();
    html! {
        section {
            h2 { (circle_link(view, index)) }
            @for it in entries.iter().rev() { (one(view, index, it, &among)) }
        }
    }
}

fn one(view: &View<'_>, index: usize, entry: &LogEntry<'_>, among: &[&LogEntry<'_>]) -> Markup {
    let circle = &view.circle(index).kept.circle;
    let date = html! { (day(view.words, entry.record.date())) };
    html! {
        article.found.past[!entry.status.holds()] {
            h3 { (record_link(view, index, entry.record)) }
            p.about { (dotted(&[date, status(view, entry, among)])) }
            @match entry.record {
                Record::Decision(it) if it.unsaid().is_some() => {},
                Record::Decision(it) => (text(circle, "text", &it.text)),
                Record::Election(it) => @if let Some(reason) = &it.reason {
                    div.text { p { (words_of(circle, reason)) } }
                },
            }
        }
    }
}
