//! The page of all people: in which circles they are, with which roles, and what they see to.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::iter;

use maud::{Markup, html};

use crate::circle::{Circle, ListedPerson};
use crate::lang::say;
use crate::records::site::frame::{Page, Place, View};
use crate::records::site::parts::{circle_link, day, dotted, record_link, tag, words_of};
use crate::records::site::{SiteCircle, paths};
use crate::records::{self, Decision, OpenAction, RoleHeld, Somebody};
use crate::text::fold;

/// What somebody is and sees to in one circle.
struct InCircle<'a> {
    circle: usize,
    place: records::Place,
    decisions: Vec<&'a Decision>,
    actions: Vec<&'a OpenAction>,
}

/// A person with their circles, in the order of the tree.
struct Entry<'a> {
    name: String,
    circles: Vec<InCircle<'a>>,
}

pub(super) fn page(view: &View<'_>) -> String {
    let all = entries(view);
    let title = view.say(&say!("people-heading"));
    let count = say!("people-count", count = all.len(), circles = view.site.len());
    let head = html! {
        div.head {
            h1 { (title) }
            p.about { (view.say(&count)) }
        }
    };
    let main = html! {
        div.people {
            @for (folded, it) in &all {
                article.person id=[view.site.anchors.get(folded).map(|it| format!("p-{it}"))] {
                    h2 dir="auto" { (it.name) }
                    @for of in &it.circles { (in_circle(view, of)) }
                }
            }
        }
    };
    view.page(&Page { title: &title, head, main, place: Place::People })
}

/// The name of somebody, as a link to where they stand on the page of people.
pub(super) fn link(view: &View<'_>, who: &str, circle: &Circle) -> Markup {
    let Some(anchor) = view.site.anchors.get(&fold(who)) else {
        return html! { span lang=(tag(circle)) dir="auto" { (who) } };
    };
    let href = view.link(&format!("people.html#p-{anchor}"));
    html! { a.who href=(href) dir="auto" { (who) } }
}

/// Returns an id for each person's entry on the page, by all their folded names.
pub(super) fn anchors(circles: &[SiteCircle], listed: &[ListedPerson]) -> HashMap<String, String> {
    let people = records::people(circles.iter().map(|it| &it.kept.circle), listed);
    let folded: Vec<String> = people.iter().map(|it| fold(&it.name)).collect();
    let mut anchors = paths::names(folded.iter().map(String::as_str));
    for it in listed {
        if let Some(anchor) = anchors.get(&fold(&it.name)).cloned() {
            anchors.extend(it.names().map(|name| (fold(name), anchor.clone())));
        }
    }
    anchors
}

/// Returns everyone by their folded names.
fn entries<'a>(view: &View<'a>) -> BTreeMap<String, Entry<'a>> {
    let mut all: BTreeMap<String, Entry<'_>> = BTreeMap::new();
    for index in 0..view.site.len() {
        let kept = &view.circle(index).kept;
        let decisions = records::in_force(kept.decisions.iter(), view.site.on);
        let decisions = by_name(&decisions, |it| it.responsible.clone());
        let actions: Vec<&OpenAction> = kept.actions.iter().collect();
        let actions = by_name(&actions, OpenAction::people);
        for person in records::people(iter::once(&kept.circle), &view.site.listed) {
            let called = kept.circle.called(&Somebody::of(&person.name, &view.site.listed).names);
            let decisions = theirs(&called, &decisions, |it| it.id.as_str());
            let actions: Vec<&OpenAction> =
                called.iter().filter_map(|it| actions.get(it)).flatten().copied().collect();
            let folded = fold(&person.name);
            let entry = || Entry { name: person.name.clone(), circles: Vec::new() };
            let entry = all.entry(folded).or_insert_with(entry);
            for place in person.places {
                let (decisions, actions) = (decisions.clone(), actions.clone());
                entry.circles.push(InCircle { circle: index, place, decisions, actions });
            }
        }
    }
    all
}

/// Returns what these folded names see to, each thing once.
fn theirs<'a, T>(
    called: &[String],
    by_name: &HashMap<String, Vec<&'a T>>,
    id: impl Fn(&T) -> &str,
) -> Vec<&'a T> {
    let mut seen = HashSet::new();
    let all = called.iter().filter_map(|it| by_name.get(it)).flatten().copied();
    all.filter(|it| seen.insert(id(it).to_owned())).collect()
}

/// Returns things by the folded names of those who see to them.
fn by_name<'a, T>(all: &[&'a T], names: impl Fn(&T) -> Vec<String>) -> HashMap<String, Vec<&'a T>> {
    let mut found: HashMap<String, Vec<&T>> = HashMap::new();
    for it in all {
        for name in names(it) {
            found.entry(fold(&name)).or_default().push(it);
        }
    }
    found
}

fn in_circle(view: &View<'_>, of: &InCircle<'_>) -> Markup {
    let circle = &view.circle(of.circle).kept.circle;
    let member = of.place.member.as_ref();
    let status = match member {
        None => Some(say!("people-outside")),
        Some(it) => match (it.ended, &it.from) {
            (Some(ended), _) => Some(say!("people-leaves", date = ended)),
            (None, Some(from)) => Some(say!("people-links", circle = from)),
            (None, None) => it.since.map(|it| say!("roles-since", date = it)),
        },
    };
    let role = |it: &RoleHeld| match (it.since, it.until) {
        (Some(since), _) if since > view.site.on => {
            view.say(&say!("people-role-ahead", role = &it.role, since = since))
        }
        (_, Some(until)) => view.say(&say!("people-role", role = &it.role, until = until)),
        _ => it.role.clone(),
    };
    let action = |it: &OpenAction| {
        let date = it.due.map(|it| html! { (day(view.words, it)) });
        let parts = iter::once(words_of(circle, &it.text)).chain(date);
        dotted(&parts.collect::<Vec<_>>())
    };
    html! {
        div.in {
            p { (circle_link(view, of.circle)) @if let Some(it) = status { " " span.about { (view.say(&it)) } } }
            @if !of.place.roles.is_empty() {
                ul.plain { @for it in &of.place.roles { li { (role(it)) } } }
            }
            @if !of.decisions.is_empty() {
                p.label { (view.say(&say!("people-decisions"))) }
                ul.plain {
                    @for it in &of.decisions { li { (record_link(view, of.circle, records::Record::Decision(it))) } }
                }
            }
            @if !of.actions.is_empty() {
                p.label { (view.say(&say!("people-actions"))) }
                ul.plain { @for it in &of.actions { li { (action(it)) } } }
            }
        }
    }
}
