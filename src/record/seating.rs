//! What a meeting's elections mean for the circle's file, and for elections on record.
//!
//! Pure. Somebody who has not accepted enters no circle's file.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::circle::{Role, Seating, clean, same};
use crate::meeting::{Item, Meeting, Outcome, What};
use crate::record::Election;
use crate::record::election::accept;

/// Returns what the circle's file is to say after a meeting: for each role that somebody was
/// elected to and has accepted, the last one.
///
/// `existing` holds the records of earlier elections by their path.
pub(super) fn seatings(meeting: &Meeting, existing: &BTreeMap<String, String>) -> Vec<Seating> {
    let state = meeting.state();
    let earlier = state.accepted.iter().filter_map(|(who, role)| {
        let (_, election) = recorded(existing, who, role)?;
        let purpose = election.body.split_once("\n\n").map_or("", |(purpose, _)| purpose);
        let purpose = purpose.to_owned();
        let (since, until) = (election.since, election.until);
        Some(seating(meeting, role, &purpose, None, who, (since, until)))
    });
    let here = state.items.iter().filter_map(|it| elected(meeting, it));
    earlier.chain(here).collect()
}

/// Returns the records of earlier elections that are accepted in this meeting: path and new text.
pub(super) fn acceptances(
    meeting: &Meeting,
    existing: &BTreeMap<String, String>,
) -> Vec<(String, String)> {
    let accepted = meeting.state().accepted.iter().filter_map(|(who, role)| {
        let (path, _) = recorded(existing, who, role)?;
        Some((path.clone(), accept(&existing[path])?))
    });
    accepted.collect()
}

/// Finds the last election of somebody to a role among the records.
fn recorded<'e>(
    existing: &'e BTreeMap<String, String>,
    who: &str,
    role: &str,
) -> Option<(&'e String, Election)> {
    let elections = existing.iter().filter(|(path, _)| path.starts_with("elections/"));
    let read = elections.filter_map(|(path, text)| Some((path, Election::read(text).ok()?)));
    let theirs = read.filter(|(_, it)| it.elected == clean(who) && same(&it.role, &clean(role)));
    theirs.max_by_key(|(_, it)| (it.date, it.id.clone()))
}

fn elected(meeting: &Meeting, item: &Item) -> Option<Seating> {
    let (Some(Outcome::Elected(place)), Some(selection)) = (&item.outcome, &item.selection) else {
        return None;
    };
    let What::Elected(it) = &meeting.standing().nth(*place)?.what else { return None };
    let before = role_of(meeting, &selection.role);
    let changed = before.is_none_or(|it| it.term != selection.term);
    let term = selection.term.filter(|_| changed);
    let held = (it.since, it.until);
    let seating = seating(meeting, &it.role, &selection.purpose, term, &it.elected, held);
    item.accepted.then_some(seating)
}

fn seating(
    meeting: &Meeting,
    role: &str,
    purpose: &str,
    term: Option<crate::circle::Term>,
    holder: &str,
    (since, until): (NaiveDate, NaiveDate),
) -> Seating {
    Seating {
        role: role.to_owned(),
        before: role_of(meeting, role).cloned(),
        purpose: purpose.to_owned(),
        term,
        holder: holder.to_owned(),
        since,
        until,
    }
}

fn role_of<'m>(meeting: &'m Meeting, role: &str) -> Option<&'m Role> {
    meeting.circle().roles.iter().find(|it| it.name == role)
}
