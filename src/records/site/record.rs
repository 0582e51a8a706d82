//! The pages of decisions and elections: what holds, until when, and how it came about.

use maud::{Markup, html};

use crate::circle::Circle;
use crate::lang::{Phrase, say};
use crate::meeting::all;
use crate::records::election::NominationRecord;
use crate::records::query::lineage::Lineage;
use crate::records::site::circle::above;
use crate::records::site::frame::{Page, Place, View};
use crate::records::site::parts::{
    circle_link, day, decision_facts, dotted, fact, list, names, record_link, section, status, tag,
    text, words_of,
};
use crate::records::site::{SiteFile, timeline, versions};
use crate::records::{Decision, Election, LogEntry, Record};

/// Writes the pages of all records of a circle.
pub(super) fn pages(view: &View<'_>, index: usize, entries: &[LogEntry<'_>]) -> Vec<SiteFile> {
    let lineage = Lineage::of(entries);
    let paths = &view.site.paths[index];
    let one = |it: &LogEntry<'_>| SiteFile {
        path: paths.record(it.record),
        text: page(view, index, it, &lineage),
    };
    entries.iter().map(one).collect()
}

pub(super) fn page(
    view: &View<'_>,
    index: usize,
    entry: &LogEntry<'_>,
    lineage: &Lineage<'_, '_>,
) -> String {
    let circle = &view.circle(index).kept.circle;
    let record = entry.record;
    let (before, after) = (lineage.before(entry), lineage.after(entry));
    let known: Vec<&LogEntry<'_>> = before.iter().chain(&after).copied().chain([entry]).collect();
    let title = record.title();
    let about = [
        circle_link(view, index),
        html! { (day(view.words, record.date())) },
        status(view, entry, &after),
    ];
    let head = html! {
        div.head {
            (above(view, index))
            h1 lang=(tag(circle)) dir="auto" { (title) }
            p.about { (dotted(&about)) }
        }
    };
    let (said, facts) = match record {
        Record::Decision(it) => decision(view, index, it),
        Record::Election(it) => election(view, index, it),
    };
    let main = html! {
        div.columns.record {
            div.wide { (said) }
            div.narrow.all {
                section aria-labelledby="facts" {
                    h2 #facts { (view.say(&say!("site-facts"))) }
                    dl.facts { (facts) }
                }
                (chain(view, index, "before", &say!("show-before"), &before, &known))
                (chain(view, index, "after", &say!("show-after"), &after, &known))
            }
            div.wide.more {
                (section("versions", &view.say(&say!("site-how")), &versions::history(view, index, record)))
            }
        }
    };
    view.page(&Page { title: &title, head, main, place: Place::Circles })
}

/// What was decided, and the facts about it.
fn decision(view: &View<'_>, index: usize, it: &Decision) -> (Markup, Markup) {
    let circle = &view.circle(index).kept.circle;
    let by = all(it.by.as_ref(), &it.with);
    let said = html! {
        (text(circle, "text exact large", &it.text))
        p.stands { (view.say(&it.validity.said(say!("minutes-term")))) }
    };
    let facts = html! {
            (decision_facts(view, circle, it))
            @if !by.is_empty() {
                (fact(&view.say(&say!("site-proposed")), &names(view.words, circle, &by)))
            }
            (consent(view, index, &it.consent.said(it.version), it.meeting.as_deref()))
            (people(view, circle, &[
                (say!("minutes-present"), &it.present),
                (say!("show-written"), &it.written),
                (say!("minutes-about"), &it.about),
                (say!("minutes-absent"), &it.absent),
                (say!("minutes-guests"), &it.guests),
            ]))
    };
    (said, facts)
}

/// Who was elected for what, and the facts about it.
fn election(view: &View<'_>, index: usize, it: &Election) -> (Markup, Markup) {
    let circle = &view.circle(index).kept.circle;
    let (since, until, term) = (it.since, it.until, it.term);
    // The reason is left out if it is part of the text above.
    let reason = it.reason.as_ref().filter(|reason| !it.body.contains(reason.as_str()));
    let said = html! {
        (text(circle, "text exact large", &it.body))
        div.term {
            p.stands {
                (view.say(&say!("minutes-elected", since = since, until = until, term = term)))
            }
            (timeline::bar(since, view.site.on, until))
        }
    };
    let facts = html! {
            @if let Some(it) = reason {
                (fact(&view.say(&say!("site-why")), &words_of(circle, it)))
            }
            @if it.process.is_some() {
                (fact(&view.say(&say!("site-came")), &html! { (view.say(&say!("show-appointed"))) }))
            }
            @if !it.qualifications.is_empty() {
                (fact(&view.say(&say!("minutes-qualifications")), &list(circle, &it.qualifications)))
            }
            @if !it.measures.is_empty() {
                (fact(&view.say(&say!("minutes-measures")), &list(circle, &it.measures)))
            }
            (consent(view, index, &it.consent.said(it.version), it.meeting.as_deref()))
            (people(view, circle, &[
                (say!("minutes-present"), &it.present),
                (say!("minutes-absent"), &it.absent),
                (say!("minutes-guests"), &it.guests),
            ]))
            (nominations(view, circle, &say!("minutes-nominations"), &it.nominations))
            (nominations(view, circle, &say!("minutes-changes"), &it.changes))
    };
    (said, facts)
}

/// How consent was heard, with a link to the minutes.
fn consent(view: &View<'_>, index: usize, heard: &Phrase, meeting: Option<&str>) -> Markup {
    let paths = &view.site.paths[index];
    let minutes = meeting.filter(|it| paths.has_minutes(it));
    fact(
        &view.say(&say!("site-consent")),
        &html! {
            (view.say(heard))
            @if let Some(href) = minutes.and_then(|it| view.href(&paths.minutes(it))) {
                " · " a href=(href) { (view.say(&say!("site-minutes"))) }
            }
        },
    )
}

/// Who was there, list by list.
fn people(view: &View<'_>, circle: &Circle, lists: &[(Phrase, &Vec<String>)]) -> Markup {
    html! {
        @for (label, who) in lists {
            @if !who.is_empty() { (fact(&view.say(label), &names(view.words, circle, who))) }
        }
    }
}

/// Whom each one named, and why; never how many.
fn nominations(
    view: &View<'_>,
    circle: &Circle,
    label: &Phrase,
    all: &[NominationRecord],
) -> Markup {
    let said = |it: &NominationRecord| {
        let named = view.words.list(&it.nominees);
        let who = it.who.as_ref().map_or_else(|| named.clone(), |who| format!("{who}: {named}"));
        html! { (who) " (" (words_of(circle, &it.reason)) ")" }
    };
    if all.is_empty() {
        return html! {};
    }
    fact(&view.say(label), &html! { ul { @for it in all { li { (said(it)) } } } })
}

/// The records before or after this one, as links. What replaced each is among those that are known.
fn chain(
    view: &View<'_>,
    index: usize,
    id: &str,
    heading: &Phrase,
    entries: &[&LogEntry<'_>],
    known: &[&LogEntry<'_>],
) -> Markup {
    let inside = html! {
        @if !entries.is_empty() {
            ol.chain {
                @for it in entries {
                    li {
                        (record_link(view, index, it.record))
                        p.about {
                            (dotted(&[html! { (day(view.words, it.record.date())) }, status(view, it, known)]))
                        }
                    }
                }
            }
        }
    };
    section(id, &view.say(heading), &inside)
}
