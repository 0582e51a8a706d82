//! The changes that elections make to the circle's file, and to the records of earlier elections.
//!
//! An election changes the circle's file only when it is accepted.

use chrono::NaiveDate;

use crate::circle::{Circle, Role, RoleChange, Term};
use crate::meeting::{Item, Meeting, MeetingId, Outcome, What};
use crate::records::filing::Existing;
use crate::records::format::election::{accept, latest};
use crate::records::format::journal;
use crate::records::{Election, FrontMatter};
use crate::text::{clean, same};

/// Returns the changes to the roles of the circle's file: those of accepted elections of the
/// meeting, after those of earlier elections that were accepted in it.
///
/// `existing` holds the records of earlier elections, and the journals of [`electing_journals`].
pub(crate) fn role_changes(meeting: &Meeting, existing: &Existing<'_>) -> Vec<RoleChange> {
    let state = meeting.state();
    let earlier = state.accepted.iter().filter_map(|(who, role)| {
        let (_, election) = recorded(meeting, existing, who, role)?;
        let (purpose, term) = sought(meeting, existing, &election).unwrap_or_else(|| {
            let purpose = election.body.split_once("\n\n").map_or("", |(purpose, _)| purpose);
            (purpose.to_owned(), None)
        });
        let days = (election.since, election.until);
        Some(role_change(meeting, role, &purpose, term, who, days))
    });
    let here = state.items.iter().flat_map(|item| {
        let is_accepted = item.election().is_some_and(|it| it.accepted);
        let elected = is_accepted.then(|| elected(meeting, item)).flatten();
        let given = item.proposal().gives.iter().filter(|it| it.accepted);
        let given = given.map(|it| {
            let days = (it.since, it.until);
            role_change(meeting, &it.is.role, &it.purpose, None, &it.is.who, days)
        });
        given.chain(elected).collect::<Vec<_>>()
    });
    earlier.chain(here).collect()
}

/// Returns the paths of the journals with the elections that are accepted in this meeting. Only
/// they have the purpose and the term of the role as it was filled.
pub(crate) fn electing_journals(meeting: &Meeting, existing: &Existing<'_>) -> Vec<String> {
    let accepted = meeting.state().accepted.iter();
    let elections = accepted.filter_map(|(who, role)| recorded(meeting, existing, who, role));
    elections.filter_map(|(_, it)| Some(MeetingId::new(it.meeting?).journal())).collect()
}

/// Returns the purpose of a role from the journal of its election, and its term if that meeting
/// changed it and nobody has since. Returns `None` without that journal.
fn sought(
    meeting: &Meeting,
    existing: &Existing<'_>,
    election: &Election,
) -> Option<(String, Option<Term>)> {
    let text = existing.get(&MeetingId::new(election.meeting.as_deref()?).journal())?;
    let kept = journal::read(text).ok()?;
    let earlier = Meeting::of(kept.format, kept.head, kept.facts).ok()?;
    let mut elected = earlier.state().items.iter().rev().filter_map(|it| elected(&earlier, it));
    let renames = meeting.circle().renames();
    let then = elected.find(|it| {
        let (mut role, mut holder) = (clean(&it.role), clean(&it.holder));
        renames.role(&mut role);
        renames.people([&mut holder]);
        same(&role, &election.role) && holder == election.elected
    })?;
    let own = |it: Option<&Role>| it.and_then(|it| it.term);
    let is_same = own(then.before.as_ref()) == own(role_of(meeting, &then.role));
    Some((then.purpose, then.term.filter(|_| is_same)))
}

/// Returns the paths and new texts of earlier elections that were accepted in this meeting.
pub(crate) fn acceptances(meeting: &Meeting, existing: &Existing<'_>) -> Vec<(String, String)> {
    let accept = |(who, role): &(String, String)| {
        let (path, _) = recorded(meeting, existing, who, role)?;
        Some((path.clone(), accept(existing.get(path)?)?))
    };
    meeting.state().accepted.iter().filter_map(accept).collect()
}

/// Returns the elections that are missing in the circle's file: the latest to each role, if it is
/// accepted, its term is not over on `today`, and the file has no later holder.
pub(crate) fn unseated<'e>(
    circle: &Circle,
    elections: impl Iterator<Item = &'e Election> + Clone,
    today: NaiveDate,
) -> Vec<&'e Election> {
    let is_in_file = |it: &&Election| {
        let role = circle.roles.iter().find(|role| same(&role.name, &it.role));
        role.is_some_and(|role| {
            let later = role.since.is_some_and(|since| since > it.since);
            let now = (role.since, role.until, role.holder.as_ref());
            let next = role.next.as_ref();
            let next = next.is_some_and(|next| {
                (next.since, next.until, &next.holder) == (it.since, it.until, &it.elected)
            });
            later || next || now == (Some(it.since), Some(it.until), Some(&it.elected))
        })
    };
    let mut last = latest(elections, today);
    last.retain(|it| it.accepted && it.until >= today && !is_in_file(it));
    last
}

/// Returns the paths of files with a slip that may be the elections accepted in this meeting.
pub(crate) fn slips(meeting: &Meeting, existing: &Existing<'_>) -> Vec<String> {
    let accepted = meeting.state().accepted.iter();
    let slips = accepted.flat_map(|(who, role)| election_slips(existing, who, role));
    slips.cloned().collect()
}

fn election_slips<'e>(existing: &Existing<'e>, who: &str, role: &str) -> Vec<&'e String> {
    existing.slips::<Election>("elections/", &[who, role])
}

/// Finds the record of the latest election of a person to a role that is not after the meeting. While
/// a file with a slip may be it, there is none.
fn recorded<'e>(
    meeting: &Meeting,
    existing: &Existing<'e>,
    who: &str,
    role: &str,
) -> Option<(&'e String, Election)> {
    if !election_slips(existing, who, role).is_empty() {
        return None;
    }
    let elections = existing.beginning("elections/");
    let renames = meeting.circle().renames();
    let read = elections.filter_map(|(path, text)| {
        let mut election = Election::read_text(text).ok()?;
        election.rename(&renames);
        Some((path, election))
    });
    let day = meeting.standing().last()?.at.date_naive();
    let theirs = read.filter(|(_, it)| {
        it.date <= day && it.elected == clean(who) && same(&it.role, &clean(role))
    });
    theirs.max_by_key(|(_, it)| (it.date, it.id.clone()))
}

/// Returns the role change of an item that ended with an election, accepted or not.
fn elected(meeting: &Meeting, item: &Item) -> Option<RoleChange> {
    let Some(Outcome::Elected(index)) = item.outcome else { return None };
    let What::Elected(it) = &meeting.fact(index)?.what else { return None };
    let selection = item.selection()?;
    let before = role_of(meeting, &selection.role);
    let changed = before.is_none_or(|it| it.term != selection.term);
    let term = selection.term.filter(|_| changed);
    let days = (it.since, it.until);
    Some(role_change(meeting, &it.role, &selection.purpose, term, &it.elected, days))
}

fn role_change(
    meeting: &Meeting,
    role: &str,
    purpose: &str,
    term: Option<Term>,
    holder: &str,
    (since, until): (NaiveDate, NaiveDate),
) -> RoleChange {
    RoleChange {
        role: role.to_owned(),
        before: role_of(meeting, role).cloned(),
        purpose: purpose.to_owned(),
        term,
        holder: holder.to_owned(),
        since,
        until,
        on: meeting.standing().last().map_or(since, |it| it.at.date_naive()),
    }
}

fn role_of<'m>(meeting: &'m Meeting, role: &str) -> Option<&'m Role> {
    meeting.circle().roles.iter().find(|it| it.name == role)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(role: &str, today: &str, expected: &[&str]) {
        let circle = Circle::read(&format!(
            "name = \"G\"\nmember = [{{ name = \"Ana\" }}, {{ name = \"Ben\" }}]\n[[role]]\n{role}"
        ));
        let election = |id: &str, elected: &str, since: &str, until: &str, accepted: bool| {
            let front = format!(
                "+++\nid = \"{id}\"\nkind = \"election\"\nrole = \"KEYS\"\nelected = \"{elected}\"\n\
                 accepted = {accepted}\ncircle = \"G\"\ndate = {since}\nuntil = {until}\n+++\n"
            );
            Election::read_text(&front).unwrap()
        };
        let elections = [
            election("a", "Ana", "2025-09-05", "2026-09-05", true),
            election("b", "Ben", "2026-09-05", "2027-09-05", true),
        ];
        let circle = circle.unwrap();
        let found = unseated(&circle, elections.iter(), today.parse().unwrap());
        assert_eq!(found.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), expected);
        let pending = [election("c", "Ben", "2026-09-05", "2027-09-05", false)];
        assert_eq!(
            unseated(&circle, pending.iter(), today.parse().unwrap()),
            Vec::<&Election>::new()
        );
    }

    #[test]
    fn an_election_that_differs_from_the_circles_file_is_found() {
        let day = "2026-10-01";
        let held = "name = \"Keys\"\nholder = \"Ben\"\nsince = 2026-09-05\nuntil = 2027-09-05\n";
        check(held, day, &[]);
        check(&held.replace("Ben", "Ana"), day, &["b"]);
        check(&held.replace("2027-09-05", "2027-10-05"), day, &["b"]);
        check("name = \"Keys\"\n", day, &["b"]);
        check("name = \"Compost\"\n", day, &["b"]);
    }

    #[test]
    fn a_later_holder_and_an_ended_term_are_no_difference() {
        let held = "name = \"Keys\"\nholder = \"Ana\"\nsince = 2026-09-06\nuntil = 2026-12-05\n";
        check(held, "2026-10-01", &[]);
        check("name = \"Keys\"\n", "2027-09-06", &[]);
    }
}
