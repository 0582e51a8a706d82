//! The page of a meeting's minutes, to read and to print.

use maud::{Markup, html};

use crate::lang::say;
use crate::meeting::MeetingId;
use crate::records::site::circle::above;
use crate::records::site::frame::{Page, Place, View};
use crate::records::site::parts::{circle_link, dotted, tag};
use crate::records::site::{MeetingMinutes, prose};

pub(super) fn page(view: &View<'_>, index: usize, minutes: &MeetingMinutes) -> String {
    let circle = &view.circle(index).kept.circle;
    let title = match MeetingId::new(minutes.meeting.as_str()).day() {
        Some(day) => view.say(&say!("site-minutes-of", date = day)),
        None => minutes.meeting.clone(),
    };
    let mut about = vec![circle_link(view, index)];
    if !minutes.approved {
        about.push(html! { span.state.due { (view.say(&say!("site-not-approved"))) } });
    }
    let head = html! {
        div.head {
            (above(view, index))
            h1 { (title) }
            p.about { (dotted(&about)) }
        }
    };
    let main = html! {
        article.minutes.one lang=(tag(circle)) dir="auto" { (prose::rendered(&minutes.text)) }
        (others(view, index, minutes))
    };
    view.page(&Page { title: &title, head, main, place: Place::Circles })
}

/// Links to the minutes before and after these.
fn others(view: &View<'_>, index: usize, minutes: &MeetingMinutes) -> Markup {
    let all = &view.circle(index).minutes;
    let at = all.iter().position(|it| it.meeting == minutes.meeting).unwrap_or_default();
    let link = |it: &MeetingMinutes, rel: &str| {
        let href = view.link(&view.site.paths[index].minutes(&it.meeting));
        let day = MeetingId::new(it.meeting.as_str()).day();
        html! { a href=(href) rel=(rel) { @if let Some(it) = day { (view.words.date(it)) } @else { (it.meeting) } } }
    };
    let (before, after) = (at.checked_sub(1).map(|it| &all[it]), all.get(at + 1));
    if before.or(after).is_none() {
        return html! {};
    }
    html! {
        nav.turn.one aria-label=(view.say(&say!("site-meetings"))) {
            @if let Some(it) = before { span.back { (link(it, "prev")) } }
            @if let Some(it) = after { span.on { (link(it, "next")) } }
        }
    }
}
