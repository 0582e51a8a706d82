//! What the others object to in a decision, and what makes it yield.

use crate::circle::Term;
use crate::lang::say;
use crate::meeting::{Item, ItemKind, Meeting, Round};
use crate::rehearse::actors::{ActorLine, nth, selection};

/// What an objection needs before it yields.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Need {
    Text,
    Term,
    Measure,
}

/// An answer in a consent round. In three decisions of four somebody has an objection; in the
/// second one somebody has a concern.
pub(crate) fn consent(meeting: &Meeting, round: &Round, who: &str, me: &str) -> ActorLine {
    let Some(item) = meeting.state().on_table() else { return ActorLine::Nothing };
    if item.entry.kind == ItemKind::Select {
        return selection::consent(meeting, item, who);
    }
    let number = nth(meeting, ItemKind::Decide);
    let mut others =
        round.order.iter().filter(|it| *it != me && item.entry.by.as_ref() != Some(it));
    let speaks = others.nth(number % 2).is_some_and(|it| it == who);
    let need = match number % 4 {
        1 => Need::Text,
        3 => Need::Term,
        0 => Need::Measure,
        _ if speaks && item.versions.len() == 1 => return ActorLine::Notes(say!("cast-concern")),
        _ => return ActorLine::Nothing,
    };
    let objected = item.objections.iter().find(|it| it.who == who);
    // Whoever objected first goes on to, whatever seat the next round begins at.
    let objects = if item.objections.is_empty() { speaks } else { objected.is_some() };
    if !objects || is_met(meeting, item, need) {
        return ActorLine::Nothing;
    }
    ActorLine::Objects(match (need, objected.is_some()) {
        (Need::Text, false) => say!("cast-object-text"),
        (Need::Text, true) => say!("cast-still-text"),
        (Need::Term, false) => say!("cast-object-term"),
        (Need::Term, true) => say!("cast-still-term"),
        (Need::Measure, false) => say!("cast-object-measure"),
        (Need::Measure, true) => say!("cast-still-measure"),
    })
}

/// Returns whether the proposal has changed as the objection needs, since it was first objected
/// to; a short term or a measure from the beginning leaves nothing to need.
fn is_met(meeting: &Meeting, item: &Item, need: Need) -> bool {
    let first = item.objections.first().map_or(1, |it| it.version);
    let first = item.versions.iter().find(|it| it.number == first);
    let (Some(first), Some(now)) = (first, item.version()) else { return false };
    match need {
        Need::Text => first.wording.text != now.wording.text,
        Need::Term => is_half_a_year(meeting, now.wording.term),
        Need::Measure => !now.wording.measures.is_empty(),
    }
}

/// Returns whether a term that begins today lasts half a year at most.
pub(crate) fn is_half_a_year(meeting: &Meeting, term: Term) -> bool {
    let today = meeting.facts().last().map(|it| it.at.date_naive()).unwrap_or_default();
    term.after(today) <= Term { months: 6, days: 0 }.after(today)
}
