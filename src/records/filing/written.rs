//! What a meeting puts in writing, and how a decision in writing ends.

use crate::circle::Circle;
use crate::meeting::{
    Adopted, ConsentMode, Fact, Item, Meeting, MeetingId, On, Opened, Outcome, What, Wording,
    interjects,
};
use crate::records::filing::Existing;
use crate::records::format::journal::{block, head_in_writing};
use crate::records::{Decision, in_force};
use crate::text::{clean, same, slug};

/// A journal of one item: the wanted name of its folder, and its text.
pub(crate) struct Put {
    pub name: String,
    pub text: String,
}

/// Returns the journals of the items that a meeting puts in writing.
pub(crate) fn put(meeting: &Meeting, id: &MeetingId) -> Vec<Put> {
    let items = meeting.state().items.iter();
    let awaited = items.filter(|it| matches!(it.outcome, Some(Outcome::Awaited(_))));
    let Some(day) = meeting.standing().next().map(|it| it.at.date_naive()) else {
        return Vec::new();
    };
    let put = awaited.map(|item| {
        let head = head_in_writing(&circle(meeting), Some(id.as_str()));
        let text = head + &facts(meeting, item).iter().map(block).collect::<String>();
        Put { name: slug::id(day, &clean(&item.entry.title)), text }
    });
    put.collect()
}

/// Returns the first files of the decisions in writing of a meeting, each in a folder of its own, and
/// whether it is there already.
pub(crate) fn paths(
    meeting: &Meeting,
    id: &MeetingId,
    existing: &Existing<'_>,
) -> Vec<(String, String)> {
    let mut paths: Vec<(String, String)> = Vec::new();
    for Put { name, text } in put(meeting, id) {
        let begin = format!("{}/{name}", MeetingId::WRITTEN);
        let mut there = existing.beginning(&begin);
        if let Some((path, _)) = there.find(|(_, it)| **it == text) {
            paths.push((path.clone(), text));
            continue;
        }
        for name in slug::numbered(name) {
            let path = MeetingId::new(format!("{}/{name}", MeetingId::WRITTEN)).journal();
            let is_taken = existing.has(&path)
                || existing.has(&format!("decisions/{name}.md"))
                || paths.iter().any(|(it, _)| *it == path);
            if !is_taken {
                paths.push((path, text));
                break;
            }
        }
    }
    paths
}

/// Returns the circle as it was when the item was put: the members and rules of the head, the roles with
/// what was decided since.
fn circle(meeting: &Meeting) -> Circle {
    let head = meeting.circle();
    let after = meeting.state().circle_after(head).clone();
    let (plan, rules, members) = (head.plan.clone(), head.rules.clone(), head.members.clone());
    Circle { plan, rules, members, ..after }
}

/// Returns the facts of an item as a journal of its own.
fn facts(meeting: &Meeting, item: &Item) -> Vec<Fact> {
    let at = item.began;
    let before = meeting.standing().take(item.facts.start);
    let opened = Fact { what: What::Opened(here(before)), at };
    let began = Fact { what: What::Began(item.entry.clone()), at };
    // The first fact of the item is `began`, or that nobody objected to taking it up.
    let of_item = meeting.standing().take(item.facts.end).skip(item.facts.start + 1);
    let of_item = of_item.filter(|it| is_of_item(&it.what)).cloned();
    [opened, began].into_iter().chain(of_item).collect()
}

/// Returns whether a fact belongs to the item and not to its meeting. What was said in a call to drop
/// the item is left out with the call.
pub(crate) fn is_of_item(what: &What) -> bool {
    match what {
        What::Arrived(_) | What::Left(_) | What::Noted { .. } => true,
        What::AskedToDrop { .. } | What::Objected { on: Some(On::Drop), .. } => false,
        it => !interjects(it),
    }
}

/// Returns who is there after these facts.
fn here<'f>(facts: impl Iterator<Item = &'f Fact>) -> Opened {
    let mut here = Opened::default();
    for fact in facts {
        match &fact.what {
            What::Opened(it) => {
                (here.present, here.guests) = (it.present.clone(), it.guests.clone());
                here.unnamed = it.unnamed;
            }
            What::Arrived(it) => {
                let list = if it.guest { &mut here.guests } else { &mut here.present };
                list.extend(fact.what.people());
                let count = here.unnamed.unwrap_or(0) + it.unnamed.unwrap_or(0);
                here.unnamed = Some(count).filter(|it| *it > 0);
            }
            What::Left(it) => {
                let people = fact.what.people();
                let list = if it.guest { &mut here.guests } else { &mut here.present };
                list.retain(|it| !people.contains(it));
                let count = here.unnamed.unwrap_or(0).saturating_sub(it.unnamed.unwrap_or(0));
                here.unnamed = Some(count).filter(|it| *it > 0);
            }
            _ => {}
        }
    }
    here
}

/// Returns the fact with which a decision in writing is adopted, at the time of its last answer, so that
/// everyone who writes it writes the same.
///
/// `decisions` are all on record; the one in force under the same title is replaced.
pub(crate) fn adopted<'d>(
    meeting: &Meeting,
    decisions: impl Iterator<Item = &'d Decision> + Clone,
) -> Option<Fact> {
    let at = meeting.facts().last()?.at;
    let (state, circle, day) = (meeting.state(), meeting.circle(), at.date_naive());
    let item = state.items.first()?;
    let version = item.version()?;
    let Wording { text, validity, responsible, measures, effects, .. } = version.wording.clone();
    let proposal = item.proposal();
    let mut replaces = proposal.replaces.clone();
    let before = decisions.filter(|it| it.date <= day);
    let earlier = in_force(before, day).into_iter().find(|it| same(&it.title, &item.entry.title));
    let is_named = |id: &String| proposal.replaces.contains(id) || proposal.ends.contains(id);
    replaces.extend(earlier.map(|it| it.id.clone()).filter(|it| !is_named(it)));
    let seats = || circle.members.iter().enumerate();
    let names = |is: &dyn Fn(usize) -> bool| -> Vec<String> {
        seats().filter(|(seat, _)| is(*seat)).map(|(_, it)| it.name.clone()).collect()
    };
    let what = What::Adopted(Box::new(Adopted {
        title: item.entry.title.clone(),
        text,
        validity: validity.announced(day),
        responsible,
        measures,
        effects,
        by: item.entry.by.clone(),
        with: item.entry.with.clone(),
        version: version.number,
        consent: ConsentMode::Round,
        present: state.members(circle),
        written: names(&|it| state.asked.get(it) == Some(&true)),
        absent: names(&|it| !state.takes_part(it)),
        guests: state.guests.clone(),
        replaces,
        ends: proposal.ends.clone(),
    }));
    Some(Fact { what, at })
}
