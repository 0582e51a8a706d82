//! The page of a meeting's minutes, to read and to print.

use maud::html;

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
    };
    view.page(&Page { title: &title, head, main, place: Place::Circles })
}
