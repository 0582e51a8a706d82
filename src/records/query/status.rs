//! What a circle has decided and whom it elected, each with what became of it.
//!
//! Pure, and computed anew each time: a record is never rewritten because a later one replaces it.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::records::format::election;
use crate::records::{Decision, Election};

/// A decision or an election, with what became of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LogEntry<'r> {
    /// The record.
    pub record: Record<'r>,
    /// What became of it.
    pub status: Status<'r>,
}

/// A record of the log.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Record<'r> {
    /// A decision.
    Decision(&'r Decision),
    /// An election.
    Election(&'r Election),
}

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status<'r> {
    /// The decision stands; the person holds the role.
    InForce,
    /// The day of its review has come, and until then it stands.
    UnderReview,
    /// The term of the role has ended, and nobody was elected since.
    TermOver,
    /// Whoever was elected has not accepted yet.
    Unaccepted,
    /// Another one took its place, of this id.
    Replaced(&'r str),
    /// Another one ended it, of this id.
    Ended(&'r str),
}

impl Status<'_> {
    /// Returns the word for it in JSON.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::InForce => "in-force",
            Self::UnderReview => "under-review",
            Self::TermOver => "term-over",
            Self::Unaccepted => "unaccepted",
            Self::Replaced(_) => "replaced",
            Self::Ended(_) => "ended",
        }
    }

    /// Returns whether it holds today: in force, under review, or its term over and nobody since.
    pub(crate) fn holds(self) -> bool {
        matches!(self, Self::InForce | Self::UnderReview | Self::TermOver)
    }

    /// Returns the id of the record that took its place or ended it.
    pub(crate) fn by(&self) -> Option<&str> {
        match self {
            Self::Replaced(id) | Self::Ended(id) => Some(id),
            _ => None,
        }
    }
}

impl<'r> Record<'r> {
    /// Returns its id.
    pub(crate) fn id(self) -> &'r str {
        match self {
            Self::Decision(it) => &it.id,
            Self::Election(it) => &it.id,
        }
    }

    /// Returns its title: of an election the role.
    pub(crate) fn title(self) -> &'r str {
        match self {
            Self::Decision(it) => &it.title,
            Self::Election(it) => &it.role,
        }
    }

    /// Returns the day it was announced.
    pub(crate) fn date(self) -> NaiveDate {
        match self {
            Self::Decision(it) => it.date,
            Self::Election(it) => it.date,
        }
    }

    /// Returns the day it comes back: its review, or the end of the term.
    pub(crate) fn until(self) -> NaiveDate {
        match self {
            Self::Decision(it) => it.review,
            Self::Election(it) => it.until,
        }
    }

    /// Returns who sees to it: those responsible, or who was elected.
    pub(crate) fn people(self) -> Vec<String> {
        match self {
            Self::Decision(it) => it.responsible.clone(),
            Self::Election(it) => vec![it.elected.clone()],
        }
    }

    /// Returns its text: what was decided, or why this person.
    pub(crate) fn text(self) -> &'r str {
        match self {
            Self::Decision(it) => &it.text,
            Self::Election(it) => &it.body,
        }
    }

    /// Returns all that can be looked for beside the title, line by line: its text, what it is
    /// measured by, reasons, objections and concerns, and who sees to it or proposed it.
    pub(crate) fn lines(self) -> Vec<String> {
        let said = |who: Option<&String>, text: &str| match who {
            Some(who) => format!("{who}: {text}"),
            None => text.to_owned(),
        };
        let (measures, objections, concerns, more) = match self {
            Self::Decision(it) => (&it.measures, &it.objections, &it.concerns, &[][..]),
            Self::Election(it) => {
                (&it.measures, &it.objections, &it.concerns, it.qualifications.as_slice())
            }
        };
        let (reason, by) = match self {
            Self::Decision(it) => (None, it.by.clone()),
            Self::Election(it) => (it.reason.clone(), None),
        };
        let text = self.text().lines().map(str::to_owned);
        let lines = text.chain(reason).chain(measures.iter().chain(more).cloned());
        let lines = lines.chain(objections.iter().map(|it| said(it.who.as_ref(), &it.reason)));
        let lines = lines.chain(concerns.iter().map(|it| said(it.who.as_ref(), &it.text)));
        let lines = lines.chain(self.people()).chain(by);
        // A reason may have several lines of its own.
        lines.flat_map(|it| it.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    /// Returns the stem of the journal it comes from.
    pub(crate) fn meeting(self) -> Option<&'r str> {
        match self {
            Self::Decision(it) => it.meeting.as_deref(),
            Self::Election(it) => it.meeting.as_deref(),
        }
    }
}

/// Returns every decision and election with what became of it by `today`, in the order in which
/// they were announced.
pub(crate) fn entries<'r>(
    decisions: &'r [Decision],
    elections: &'r [Election],
    today: NaiveDate,
) -> Vec<LogEntry<'r>> {
    let mut gone: HashMap<&str, Status<'r>> = HashMap::new();
    for it in decisions {
        for id in it.ends.iter().filter(|id| **id != it.id) {
            gone.insert(id, Status::Ended(&it.id));
        }
        for id in it.replaces.iter().filter(|id| **id != it.id) {
            gone.insert(id, Status::Replaced(&it.id));
        }
    }
    let decided = decisions.iter().map(|it| {
        let open = if it.review <= today { Status::UnderReview } else { Status::InForce };
        let status = gone.get(it.id.as_str()).copied().unwrap_or(open);
        LogEntry { record: Record::Decision(it), status }
    });
    let elected = elected(elections, today);
    let mut entries: Vec<LogEntry<'r>> = decided.chain(elected).collect();
    entries.sort_by(|one, two| {
        let key = |it: &LogEntry<'r>| (it.record.date(), it.record.id());
        key(one).cmp(&key(two))
    });
    entries
}

fn elected(elections: &[Election], today: NaiveDate) -> impl Iterator<Item = LogEntry<'_>> {
    let last = election::latest(elections.iter());
    let ids: HashSet<&str> = last.iter().map(|it| it.id.as_str()).collect();
    let by_role: HashMap<String, &str> =
        last.iter().map(|it| (crate::text::fold(&it.role), it.id.as_str())).collect();
    let mut replaced: HashMap<&str, &str> = HashMap::new();
    for it in elections {
        for id in it.replaces.iter().filter(|id| **id != it.id) {
            replaced.insert(id, &it.id);
        }
    }
    elections.iter().map(move |it| {
        let later = replaced.get(it.id.as_str()).copied();
        let later = later.or_else(|| {
            let last = by_role.get(&crate::text::fold(&it.role)).copied();
            last.filter(|_| !ids.contains(it.id.as_str()))
        });
        let status = match later {
            Some(id) => Status::Replaced(id),
            None if !it.accepted => Status::Unaccepted,
            None if it.until < today => Status::TermOver,
            None => Status::InForce,
        };
        LogEntry { record: Record::Election(it), status }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::FrontMatter;

    fn decision(id: &str, date: &str, review: &str, more: &str) -> Decision {
        Decision::read_text(&format!(
            "+++\nid = \"{id}\"\nkind = \"decision\"\ntitle = \"T\"\ncircle = \"G\"\ndate = {date}\n\
             review = {review}\n{more}+++\n"
        ))
        .unwrap()
    }

    fn election(id: &str, role: &str, date: &str, until: &str, accepted: bool) -> Election {
        Election::read_text(&format!(
            "+++\nid = \"{id}\"\nkind = \"election\"\nrole = \"{role}\"\nelected = \"Ana\"\n\
             accepted = {accepted}\ncircle = \"G\"\ndate = {date}\nuntil = {until}\n+++\n"
        ))
        .unwrap()
    }

    #[track_caller]
    fn check(entries: &[LogEntry<'_>], expected: &[&str]) {
        let told = |it: &LogEntry<'_>| {
            let by = it.status.by().map(|it| format!(" {it}")).unwrap_or_default();
            format!("{}: {}{by}", it.record.id(), it.status.word())
        };
        assert_eq!(entries.iter().map(told).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_decision_stands_until_another_one_takes_its_place() {
        let decisions = [
            decision("c", "2026-03-01", "2027-03-01", "replaces = [\"a\"]\n"),
            decision("a", "2026-01-01", "2027-01-01", ""),
            decision("b", "2026-02-01", "2026-09-05", ""),
            decision("e", "2026-04-01", "2027-04-01", "ends = [\"d\", \"e\"]\n"),
            decision("d", "2026-02-02", "2026-09-06", ""),
        ];
        let today = "2026-09-05".parse().unwrap();
        check(
            &entries(&decisions, &[], today),
            &["a: replaced c", "b: under-review", "d: ended e", "c: in-force", "e: in-force"],
        );
    }

    #[test]
    fn the_last_election_to_a_role_is_the_one_that_holds() {
        let elections = [
            election("a", "Keys", "2025-01-01", "2026-01-01", true),
            election("b", "KEYS", "2026-01-01", "2027-01-01", true),
            election("c", "Chest", "2024-01-01", "2025-01-01", true),
            election("d", "Post", "2026-01-02", "2027-01-02", false),
        ];
        let today = "2026-09-05".parse().unwrap();
        check(
            &entries(&[], &elections, today),
            &["c: term-over", "a: replaced b", "b: in-force", "d: unaccepted"],
        );
    }
}
