//! Whom the others name for a role, and why; and when the one put forward objects.
//!
//! Names go by seat. The one at the keyboard is not named.

use crate::lang::say;
use crate::meeting::{Item, ItemKind, Meeting};
use crate::rehearse::actors::consent::is_half_a_year;
use crate::rehearse::actors::{ActorLine, nth};

/// Says whom somebody names. Two name the same person, and the last one names themselves.
pub(crate) fn names(meeting: &Meeting, who: &str, me: &str) -> Option<ActorLine> {
    let others = others(meeting, me);
    let seat = others.iter().position(|it| *it == who)?;
    let (named, reason) = match seat {
        0 => (1, say!("cast-name-1")),
        1 => (2, say!("cast-name-2")),
        2 => (1, say!("cast-name-3")),
        _ => (seat, say!("cast-name-myself")),
    };
    let nominee = (*others.get(named)?).to_owned();
    Some(ActorLine::Names { nominee, reason })
}

/// Says whether somebody changes. The last one does, having heard two reasons for another.
pub(crate) fn changes(meeting: &Meeting, who: &str, me: &str) -> Option<ActorLine> {
    let others = others(meeting, me);
    let nominee = (*others.get(1)?).to_owned();
    let selection = meeting.state().on_table()?.selection()?;
    let mut own = selection.nominations.iter().filter(|it| it.who == who);
    let named = own.any(|it| it.nominees.contains(&nominee));
    if named || others.last() != Some(&who) {
        return Some(ActorLine::Nothing);
    }
    Some(ActorLine::Names { nominee, reason: say!("cast-change") })
}

/// An answer in the consent round of a selection. In the first, third, … one of a meeting
/// whoever is put forward finds the term too long; nobody else objects.
pub(crate) fn consent(meeting: &Meeting, item: &Item, who: &str) -> ActorLine {
    let Some(now) = item.version().map(|it| &it.wording) else { return ActorLine::Nothing };
    let objected = item.objections.iter().any(|it| it.who == who);
    let objects = objected || item.objections.is_empty();
    if !objects
        || now.who() != Some(who)
        || nth(meeting, ItemKind::Select).is_multiple_of(2)
        || is_half_a_year(meeting, now.term)
    {
        return ActorLine::Nothing;
    }
    ActorLine::Objects(if objected { say!("cast-still-long") } else { say!("cast-object-long") })
}

/// Everyone but the one at the keyboard, by seat.
fn others<'m>(meeting: &'m Meeting, me: &str) -> Vec<&'m str> {
    let members = meeting.circle().members.iter();
    members.map(|it| it.name.as_str()).filter(|it| *it != me).collect()
}
