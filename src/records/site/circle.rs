//! The page of a circle: what it is for, roles, decisions in force, what comes, meetings, topics.

use maud::{Markup, html};

use crate::circle::{Circle, Role};
use crate::lang::say;
use crate::meeting::{MeetingId, all};
use crate::records::site::due::{self, Sort};
use crate::records::site::frame::{Page, Place, View};
use crate::records::site::parts::{
    circle_link, day, decision_facts, dotted, fact, record_link, section, status, tag, text, until,
    words_of,
};
use crate::records::site::{SiteCircle, map, people, timeline};
use crate::records::{LogEntry, Record, RoleTerm, Topic, kind, left, role_terms};
use crate::text::same;

pub(super) fn page(view: &View<'_>, index: usize, entries: &[LogEntry<'_>]) -> String {
    let it = view.circle(index);
    let circle = &it.kept.circle;
    let head = html! {
        div.head {
            (above(view, index))
            h1 lang=(tag(circle)) dir="auto" { (circle.name) }
            (text(circle, "lead", &circle.aim))
        }
    };
    let below = &view.site.below[index];
    let main = html! {
        div.columns {
            div.narrow {
                (domain(view, it))
                (section("roles", &view.say(&say!("roles-heading")), &roles(view, index, entries)))
                (section("members", &view.say(&say!("minutes-members")), &members(view, it)))
                (section("below", &view.say(&say!("site-below")), &html! {
                    @if !below.is_empty() {
                        ul.plain { @for it in below { li { (circle_link(view, *it)) } } }
                    }
                }))
            }
            div.wide.all {
                @if !below.is_empty() {
                    (section("map", &view.say(&say!("circles-heading")), &map::with_legend(view, index)))
                }
                (section("ahead", &view.say(&say!("site-year")), &timeline::year(view, index)))
                (section("decisions", &view.say(&say!("site-in-force")), &decisions(view, index, entries)))
                (section("earlier", &view.say(&say!("site-no-more")), &earlier(view, index, entries)))
            }
            div.narrow.more {
                (section("to-do", &view.say(&say!("site-to-do")), &to_do(view, index)))
                (section("topics", &view.say(&say!("backlog-heading")), &topics(view, it)))
                (section("meetings", &view.say(&say!("site-meetings")), &meetings(view, index)))
            }
        }
    };
    view.page(&Page { title: &circle.name, head, main, place: Place::Circles })
}

/// Links to the wider circles, the widest first.
pub(super) fn above(view: &View<'_>, index: usize) -> Markup {
    let mut wider = Vec::new();
    let mut at = view.circle(index).wider;
    while let Some(it) = at {
        wider.push(it);
        at = view.circle(it).wider;
    }
    html! {
        @if !wider.is_empty() {
            nav.above aria-label=(view.say(&say!("site-wider"))) {
                ol { @for it in wider.iter().rev() { li { (circle_link(view, *it)) } } }
            }
        }
    }
}

fn domain(view: &View<'_>, it: &SiteCircle) -> Markup {
    let circle = &it.kept.circle;
    section("domain", &view.say(&say!("site-domain")), &text(circle, "text", &circle.domain))
}

/// The decisions in force, with their exact texts, the newest first.
fn decisions(view: &View<'_>, index: usize, entries: &[LogEntry<'_>]) -> Markup {
    let circle = &view.circle(index).kept.circle;
    let holding = entries.iter().rev().filter(|it| it.status.holds());
    let decisions = holding.filter_map(|entry| match entry.record {
        Record::Decision(it) => Some((entry, it)),
        Record::Election(_) => None,
    });
    html! {
        @for (entry, it) in decisions {
            article.decision {
                h3 { (record_link(view, index, entry.record)) }
                @if it.unsaid().is_none() { (text(circle, "text exact", &it.text)) }
                p.about { (dotted(&[html! { (day(view.words, it.date)) }, until(view, entry)])) }
                @let facts = decision_facts(view, circle, it);
                @if it.unsaid().is_none() && !facts.0.is_empty() { dl.facts { (facts) } }
            }
        }
    }
}

/// The records that hold no more, as links.
fn earlier(view: &View<'_>, index: usize, entries: &[LogEntry<'_>]) -> Markup {
    let gone: Vec<&LogEntry<'_>> = entries.iter().rev().filter(|it| !it.status.holds()).collect();
    let all: Vec<&LogEntry<'_>> = entries.iter().collect();
    html! {
        @if !gone.is_empty() {
            ul.plain {
                @for it in &gone {
                    li {
                        (record_link(view, index, it.record))
                        p.about { (dotted(&[html! { (day(view.words, it.record.date())) }, status(view, it, &all)])) }
                    }
                }
            }
        }
    }
}

/// The roles: purpose, holder, and how much of the term is left.
fn roles(view: &View<'_>, index: usize, entries: &[LogEntry<'_>]) -> Markup {
    let it = view.circle(index);
    let all = role_terms(&it.kept.circle, it.kept.elections.iter(), view.site.on);
    html! { @for of in &all { (role(view, index, of, entries)) } }
}

fn role(view: &View<'_>, index: usize, of: &RoleTerm, entries: &[LogEntry<'_>]) -> Markup {
    let (circle, on) = (&view.circle(index).kept.circle, view.site.on);
    let RoleTerm { role, nominee } = of;
    let Role { name, purpose, holder, since, until, next, .. } = role;
    let holds = |it: &&LogEntry<'_>| {
        it.status.holds() && matches!(it.record, Record::Election(it) if same(&it.role, name))
    };
    let election = entries.iter().rev().find(holds);
    let dates = match (since, until) {
        (Some(since), Some(until)) => Some(say!("roles-span", since = *since, until = *until)),
        (Some(since), None) => Some(say!("roles-since", date = *since)),
        (None, Some(until)) => Some(say!("roles-until", date = *until)),
        (None, None) => None,
    };
    let mut about: Vec<Markup> = dates.iter().map(|it| html! { (view.say(it)) }).collect();
    about.extend(until.map(|until| {
        let said = view.say(&left(on, until).said());
        html! { span.state.due[timeline::is_soon(on, until)] { (said) } }
    }));
    let election = election.map(|it| view.link(&view.site.paths[index].record(it.record)));
    let waits = nominee
        .as_ref()
        .map(|it| say!("roles-nominee", role = name, who = &it.elected, date = it.date));
    let follows = next.as_ref().map(|it| {
        say!("roles-next", role = name, who = &it.holder, since = it.since, until = it.until)
    });
    html! {
        article.role {
            h3 lang=(tag(circle)) dir="auto" { (name) }
            p.holder {
                (held_by(view, circle, role))
                @if let Some(href) = election {
                    " " span.about { a href=(href) { (view.say(&say!("site-election"))) } }
                }
            }
            @if !purpose.trim().is_empty() { p.purpose { (words_of(circle, purpose)) } }
            @if holder.is_some() {
                @if let (Some(since), Some(until)) = (since, until) { (timeline::bar(*since, on, *until)) }
                p.about { (dotted(&about)) }
            }
            @for it in waits.iter().chain(&follows) { p.about { (view.say(it)) } }
        }
    }
}

fn held_by(view: &View<'_>, circle: &Circle, role: &Role) -> Markup {
    match &role.holder {
        None => html! { span.state.due { (view.say(&say!("due-vacant"))) } },
        Some(who) if role.outside => html! { (view.say(&say!("roles-outside", who = who))) },
        Some(who) => people::link(view, who, circle),
    }
}

fn members(view: &View<'_>, it: &SiteCircle) -> Markup {
    let circle = &it.kept.circle;
    if view.is_public() {
        return html! { p { (view.say(&say!("members-count", count = circle.members.len()))) } };
    }
    html! {
        ul.plain.members {
            @for it in &circle.members {
                li {
                    (people::link(view, &it.name, circle))
                    @if let Some(from) = &it.from { " " span.about { (view.say(&say!("people-links", circle = from))) } }
                    @if let Some(ended) = it.ended { " " span.about { (view.say(&say!("people-leaves", date = ended))) } }
                }
            }
        }
    }
}

/// What is due beside reviews and terms, which are on the time line.
fn to_do(view: &View<'_>, index: usize) -> Markup {
    let due = view.circle(index).due.iter();
    let rest: Vec<_> =
        due.filter(|it| matches!(Sort::of(it), Sort::Actions | Sort::Other)).collect();
    html! {
        @if !rest.is_empty() {
            ol.due { @for it in rest { (due::entry(view, index, it, false)) } }
        }
    }
}

fn topics(view: &View<'_>, it: &SiteCircle) -> Markup {
    let circle = &it.kept.circle;
    let about = |topic: &Topic| {
        let who = all(topic.by.as_ref(), &topic.with);
        let said = [
            Some(kind(topic.kind())),
            (!who.is_empty()).then(|| say!("agenda-by", who = who)),
            topic.since.map(|it| say!("backlog-since", date = it)),
            topic.postponed.map(|it| say!("why-postponed", date = it)),
        ];
        let said = said.iter().flatten().map(|it| html! { (view.say(it)) });
        dotted(&said.collect::<Vec<_>>())
    };
    html! {
        @for (_, topic) in &it.kept.topics {
            article.topic {
                h3 { (words_of(circle, &topic.title)) }
                p.about { (about(topic)) }
                @if let Some(it) = &topic.text { (text(circle, "text", it)) }
            }
        }
    }
}

/// The next meeting, the calendar, and the minutes, the latest first.
fn meetings(view: &View<'_>, index: usize) -> Markup {
    let it = view.circle(index);
    let paths = &view.site.paths[index];
    let next = it.kept.scheduled.as_ref().and_then(|it| Some((it.date?, it.time.as_deref())));
    html! {
        dl.facts {
            @if let Some((date, time)) = next {
                (fact(&view.say(&say!("minutes-next-meeting")), &html! {
                    (day(view.words, date))
                    @if let Some(time) = time { ", " (time) }
                    @if let (Some(_), Some(zone)) = (time, &it.kept.circle.plan.zone) { " (" (zone) ")" }
                }))
            }
            (fact(&view.say(&say!("site-calendar")), &html! {
                a href=(view.link(&paths.calendar())) { (view.say(&say!("site-calendar-file"))) }
            }))
        }
        ul.plain.meetings {
            @for meeting in it.kept.meetings.iter().rev() {
                @let kept = it.minutes.iter().find(|it| it.meeting == meeting.stem);
                @let date = MeetingId::new(meeting.stem.as_str()).day().unwrap_or(meeting.opened.date_naive());
                li {
                    @match kept {
                        Some(kept) => {
                            a href=(view.link(&paths.minutes(&meeting.stem))) { (day(view.words, date)) }
                            @if !kept.approved { " " span.about { (view.say(&say!("site-not-approved"))) } }
                        },
                        None => {
                            (day(view.words, date))
                            @let said = if meeting.closed.is_none() { say!("due-paused") } else { say!("due-unfiled") };
                            " " span.about { (view.say(&said)) }
                        }
                    }
                }
            }
        }
    }
}
