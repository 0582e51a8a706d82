//! The handbook: everything that is in force, circle by circle, to read in one go or to print.

use maud::{Markup, html};

use crate::circle::{Circle, Role};
use crate::lang::say;
use crate::records::site::frame::{Page, Place, View};
use crate::records::site::parts::{day, decision_facts, dotted, fact, list, tag, text};
use crate::records::{Decision, in_force};

pub(super) fn page(view: &View<'_>) -> String {
    let title = view.say(&say!("site-handbook"));
    let circles: Vec<(usize, Vec<&Decision>)> = (0..view.site.len())
        .map(|index| (index, sorted(view, index)))
        .filter(|(index, all)| !all.is_empty() || !view.circle(*index).kept.circle.aim.is_empty())
        .collect();
    let home = view.site.circles.first().map(|it| &it.kept.circle);
    let head = html! {
        div.head {
            @if let Some(it) = home { p.kicker lang=(tag(it)) dir="auto" { (it.name) } }
            h1 { (title) }
            p.lead { (view.say(&say!("site-handbook-lead", date = view.site.on))) }
        }
    };
    let main = html! {
        div.handbook.columns {
            nav.contents.narrow.all aria-labelledby="contents" {
                h2 #contents { (view.say(&say!("site-contents"))) }
                ol { @for (index, all) in &circles { (contents(view, *index, all)) } }
            }
            div.wide.all { @for (index, all) in &circles { (chapter(view, *index, all)) } }
        }
    };
    view.page(&Page { title: &title, head, main, place: Place::Handbook })
}

/// The decisions in force, by their titles. What was decided about somebody is no rule to look up.
fn sorted<'a>(view: &View<'a>, index: usize) -> Vec<&'a Decision> {
    let mut all = in_force(view.circle(index).kept.decisions.iter(), view.site.on);
    all.retain(|it| it.unsaid().is_none());
    all.sort_by_key(|it| (it.title.to_lowercase(), it.date, &it.id));
    all
}

/// The roles with who holds them.
fn roles(view: &View<'_>, circle: &Circle) -> Vec<String> {
    let nobody = view.say(&say!("roles-nobody"));
    let said = |it: &Role| format!("{}: {}", it.name, it.holder.as_ref().unwrap_or(&nobody));
    circle.roles.iter().map(said).collect()
}

fn contents(view: &View<'_>, index: usize, all: &[&Decision]) -> Markup {
    let circle = &view.circle(index).kept.circle;
    html! {
        li lang=(tag(circle)) dir="auto" {
            a href={ "#c" (index) } { (circle.name) }
            @if !all.is_empty() {
                ol {
                    @for (number, it) in all.iter().enumerate() {
                        li { a href={ "#c" (index) "-" (number) } { (it.title) } }
                    }
                }
            }
        }
    }
}

fn chapter(view: &View<'_>, index: usize, all: &[&Decision]) -> Markup {
    let circle = &view.circle(index).kept.circle;
    html! {
        section.chapter aria-labelledby={ "c" (index) } {
            h2 id={ "c" (index) } lang=(tag(circle)) dir="auto" { (circle.name) }
            (text(circle, "lead", &circle.aim))
            (text(circle, "text", &circle.domain))
            @if !circle.roles.is_empty() {
                dl.facts { (fact(&view.say(&say!("roles-heading")), &list(circle, &roles(view, circle)))) }
            }
            @for (number, it) in all.iter().enumerate() {
                article.decision {
                    h3 id={ "c" (index) "-" (number) } lang=(tag(circle)) dir="auto" { (it.title) }
                    (text(circle, "text exact", &it.text))
                    @let stands = html! { (view.say(&it.validity.said(say!("minutes-term")))) };
                    p.about { (dotted(&[html! { (day(view.words, it.date)) }, stands])) }
                    @let facts = decision_facts(view, circle, it);
                    @if !facts.0.is_empty() { dl.facts { (facts) } }
                }
            }
        }
    }
}
