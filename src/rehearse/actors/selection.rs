//! The simulated answers in selections: nominations by seat, and objections of the nominee.
//!
//! Never nominates the facilitator.

use crate::lang::say;
use crate::meeting::{Item, ItemKind, Meeting};
use crate::rehearse::actors::consent::is_half_a_year;
use crate::rehearse::actors::{ActorLine, nth};

/// Returns a nomination. Two members nominate the same person, the last one nominates themselves.
pub(crate) fn names(meeting: &Meeting, who: &str, me: &str) -> Option<ActorLine> {
    let others = others(meeting, me);
    let seat = others.iter().position(|it| *it == who)?;
    let (index, reason) = match seat {
        0 => (1, say!("cast-name-1")),
        1 => (2, say!("cast-name-2")),
        2 => (1, say!("cast-name-3")),
        _ => (seat, say!("cast-name-myself")),
    };
    let nominee = (*others.get(index)?).to_owned();
    Some(ActorLine::Nomination { nominee, reason })
}

/// Returns an answer in the change round: the last member changes to the person with two reasons.
pub(crate) fn changes(meeting: &Meeting, who: &str, me: &str) -> Option<ActorLine> {
    let others = others(meeting, me);
    let nominee = (*others.get(1)?).to_owned();
    let selection = meeting.state().on_table()?.selection()?;
    let mut own = selection.nominations.iter().filter(|it| it.who == who);
    let named = own.any(|it| it.nominees.contains(&nominee));
    if named || others.last() != Some(&who) {
        return Some(ActorLine::Enter);
    }
    Some(ActorLine::Nomination { nominee, reason: say!("cast-change") })
}

/// Returns an answer in the consent round of a selection. In every other selection, from the first
/// on, the nominee objects to a long term; nobody else objects.
pub(crate) fn consent(meeting: &Meeting, item: &Item, who: &str) -> ActorLine {
    let Some(now) = item.version().map(|it| &it.wording) else { return ActorLine::Enter };
    let objected = item.objections.iter().any(|it| it.who == who);
    let objects = objected || item.objections.is_empty();
    if !objects
        || now.who() != Some(who)
        || nth(meeting, ItemKind::Select).is_multiple_of(2)
        || is_half_a_year(meeting, now.validity)
    {
        return ActorLine::Enter;
    }
    ActorLine::Objection(if objected { say!("cast-still-long") } else { say!("cast-object-long") })
}

/// Returns everyone but the facilitator, by seat.
fn others<'m>(meeting: &'m Meeting, me: &str) -> Vec<&'m str> {
    let members = meeting.circle().members.iter();
    members.map(|it| it.name.as_str()).filter(|it| *it != me).collect()
}
