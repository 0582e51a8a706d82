//! The simulated answers in consent rounds: objections, and the changes that resolve them.

use crate::circle::Term;
use crate::lang::say;
use crate::meeting::{Item, ItemKind, Meeting, Round, Validity};
use crate::rehearse::actors::{ActorLine, nth, selection};

/// The change that resolves an objection.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Need {
    Text,
    Term,
    Measure,
}

/// Returns an answer in a consent round. In the first, third and fourth of four decisions a member
/// objects; in the second one a member has a concern.
pub(crate) fn consent(meeting: &Meeting, round: &Round, who: &str, me: &str) -> ActorLine {
    let Some(item) = meeting.state().on_table() else { return ActorLine::Enter };
    if item.entry.kind == ItemKind::Select {
        return selection::consent(meeting, item, who);
    }
    let number = nth(meeting, ItemKind::Decide);
    let mut others =
        round.order.iter().filter(|it| *it != me && item.entry.people().all(|by| by != *it));
    let is_chosen = others.nth(number % 2).is_some_and(|it| it == who);
    let need = match number % 4 {
        1 => Need::Text,
        3 => Need::Term,
        0 => Need::Measure,
        _ if is_chosen && item.versions.len() == 1 => {
            return ActorLine::Concern(say!("cast-concern"));
        }
        _ => return ActorLine::Enter,
    };
    let objected = item.objections.iter().any(|it| it.who == who);
    // The order of the next round may differ, but the same member objects again.
    let objects = if item.objections.is_empty() { is_chosen } else { objected };
    if !objects || is_met(meeting, item, need) {
        return ActorLine::Enter;
    }
    ActorLine::Objection(match (need, objected) {
        (Need::Text, false) => say!("cast-object-text"),
        (Need::Text, true) => say!("cast-still-text"),
        (Need::Term, false) => say!("cast-object-term"),
        (Need::Term, true) => say!("cast-still-term"),
        (Need::Measure, false) => say!("cast-object-measure"),
        (Need::Measure, true) => say!("cast-still-measure"),
    })
}

/// Returns whether the text has changed since the first objection, or the term is short, or there
/// is a measure: whatever the objection needs.
fn is_met(meeting: &Meeting, item: &Item, need: Need) -> bool {
    let first = item.objections.first().map_or(1, |it| it.version);
    let first = item.versions.iter().find(|it| it.number == first);
    let (Some(first), Some(now)) = (first, item.version()) else { return false };
    match need {
        Need::Text => first.wording.text != now.wording.text,
        Need::Term => is_half_a_year(meeting, now.wording.validity),
        Need::Measure => !now.wording.measures.is_empty(),
    }
}

/// Returns whether what is announced today stands for at most half a year.
pub(crate) fn is_half_a_year(meeting: &Meeting, validity: Validity) -> bool {
    let today = meeting.facts().last().map(|it| it.at.date_naive()).unwrap_or_default();
    let half = Term { months: 6, days: 0 }.after(today);
    validity.announced(today).day.is_none_or(|it| it <= half)
}
