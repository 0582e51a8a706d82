//! The log: all decisions and elections, each with its status.
//!
//! The status is computed, not stored: a record is not rewritten when a later one replaces it.

use std::collections::HashMap;

use chrono::NaiveDate;
use strum::{IntoStaticStr, VariantNames};

use crate::lang::{Phrase, say};
use crate::meeting::Validity;
use crate::records::format::election;
use crate::records::{Decision, Election};
use crate::text::{clean, fold};

/// A record with its status.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LogEntry<'r> {
    pub record: Record<'r>,
    pub status: Status<'r>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Record<'r> {
    Decision(&'r Decision),
    Election(&'r Election),
}

#[derive(Clone, Copy, Debug, IntoStaticStr, PartialEq, Eq, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum Status<'r> {
    /// The decision is in force; the elected person holds the role.
    InForce,
    /// The review of the decision is due; it remains in force.
    UnderReview,
    /// The decision ended by itself.
    Expired,
    /// The decision was about something that is done once.
    Once,
    /// The term of the role has ended, and nobody was elected since.
    TermOver,
    /// The elected person has not accepted yet.
    Unaccepted,
    /// The term of the elected person begins later.
    Ahead,
    /// The record with this id replaced it.
    Replaced(&'r str),
    /// The decision with this id ended it.
    Ended(&'r str),
}

impl LogEntry<'_> {
    /// Describes the status of a record, with its last day or the record that replaced it.
    pub(crate) fn said(&self) -> Phrase {
        // What is done once has no day, and says none.
        let date = self.record.until().unwrap_or(self.record.date());
        match (self.status, self.record) {
            (Status::InForce, Record::Decision(it)) => it.validity.said(say!("status-in-force")),
            (Status::InForce, Record::Election(_)) => say!("status-elected", date = date),
            (Status::UnderReview, _) => say!("status-under-review", date = date),
            (Status::Expired, _) => say!("status-expired", date = date),
            (Status::Once, _) => say!("status-once"),
            (Status::TermOver, _) => say!("status-term-over", date = date),
            (Status::Unaccepted, _) => say!("status-unaccepted", date = date),
            (Status::Ahead, it) => say!("status-ahead", since = it.since(), date = date),
            (Status::Replaced(id), _) => say!("status-replaced", by = clean(id)),
            (Status::Ended(id), _) => say!("status-ended", by = clean(id)),
        }
    }
}

impl<'r> From<&'r Decision> for Record<'r> {
    fn from(decision: &'r Decision) -> Self {
        Self::Decision(decision)
    }
}

impl<'r> From<&'r Election> for Record<'r> {
    fn from(election: &'r Election) -> Self {
        Self::Election(election)
    }
}

impl<'r> Status<'r> {
    /// Returns its word in JSON.
    pub(crate) fn word(self) -> &'static str {
        self.into()
    }

    /// Returns whether it still holds: in force, under review, or its term over and nobody elected
    /// since.
    pub(crate) fn holds(self) -> bool {
        matches!(self, Self::InForce | Self::UnderReview | Self::TermOver)
    }

    /// Returns the id of the record that took its place or ended it.
    pub(crate) fn by(self) -> Option<&'r str> {
        match self {
            Self::Replaced(id) | Self::Ended(id) => Some(id),
            _ => None,
        }
    }
}

impl<'r> Record<'r> {
    pub(crate) fn id(self) -> &'r str {
        match self {
            Self::Decision(it) => &it.id,
            Self::Election(it) => &it.id,
        }
    }

    /// Returns the name by which it is found: the title of a decision, the role of an election.
    pub(crate) fn name(self) -> &'r str {
        match self {
            Self::Decision(it) => &it.title,
            Self::Election(it) => &it.role,
        }
    }

    /// Returns its title; of an election the role and who was elected.
    pub(crate) fn title(self) -> String {
        match self {
            Self::Decision(it) => it.title.clone(),
            Self::Election(it) => election::title(&it.role, &it.elected),
        }
    }

    /// Returns the day it was announced.
    pub(crate) fn date(self) -> NaiveDate {
        match self {
            Self::Decision(it) => it.date,
            Self::Election(it) => it.date,
        }
    }

    /// Returns the first day of the term; of a decision the day it was announced.
    pub(crate) fn since(self) -> NaiveDate {
        match self {
            Self::Decision(it) => it.date,
            Self::Election(it) => it.since,
        }
    }

    /// Returns the day of the review, or the last day in force or of the term; none for what is done
    /// once.
    pub(crate) fn until(self) -> Option<NaiveDate> {
        match self {
            Self::Decision(it) => it.validity.day,
            Self::Election(it) => Some(it.until),
        }
    }

    /// Returns who is responsible, or who was elected.
    pub(crate) fn people(self) -> Vec<String> {
        match self {
            Self::Decision(it) => it.responsible.clone(),
            Self::Election(it) => vec![it.elected.clone()],
        }
    }

    /// Returns the text after the keys of its file.
    pub(crate) fn text(self) -> &'r str {
        match self {
            Self::Decision(it) => &it.text,
            Self::Election(it) => &it.body,
        }
    }

    /// Returns the lines that a search covers besides the title: text, reason, measures,
    /// qualifications, objections, concerns, who stood aside, and names.
    pub(crate) fn lines(self) -> Vec<String> {
        let said = |who: Option<&String>, text: &str| match who {
            Some(who) => format!("{who}: {text}"),
            None => text.to_owned(),
        };
        let (objections, concerns) = match self {
            Self::Decision(it) => (&it.objections, &it.concerns),
            Self::Election(it) => (&it.objections, &it.concerns),
        };
        let mut texts = vec![self.text().to_owned()];
        match self {
            Self::Decision(it) => texts.extend(it.measures.iter().cloned()),
            Self::Election(it) => {
                texts.extend(
                    it.reason.iter().chain(&it.measures).chain(&it.qualifications).cloned(),
                );
            }
        }
        texts.extend(objections.iter().map(|it| said(it.who.as_ref(), &it.reason)));
        texts.extend(concerns.iter().map(|it| said(it.who.as_ref(), &it.text)));
        texts.extend(self.people());
        if let Self::Decision(it) = self {
            texts.extend(it.asides.iter().map(|it| said(it.who.as_ref(), &it.reason)));
            texts.extend(it.by.iter().chain(&it.with).cloned());
        }
        texts.iter().flat_map(|it| it.lines()).map(str::to_owned).collect()
    }

    pub(crate) fn circle(self) -> &'r str {
        match self {
            Self::Decision(it) => &it.circle,
            Self::Election(it) => &it.circle,
        }
    }

    /// Returns the ids of the records that it replaces or ends, each with the key that names it.
    pub(crate) fn gone(self) -> impl Iterator<Item = (&'static str, &'r str)> {
        let (replaces, ends) = match self {
            Self::Decision(it) => (&it.replaces, it.ends.as_slice()),
            Self::Election(it) => (&it.replaces, &[][..]),
        };
        let replaces = replaces.iter().map(|it| ("replaces", it.as_str()));
        replaces.chain(ends.iter().map(|it| ("ends", it.as_str())))
    }

    /// Returns the stem of its meeting's journal.
    pub(crate) fn meeting(self) -> Option<&'r str> {
        match self {
            Self::Decision(it) => it.meeting.as_deref(),
            Self::Election(it) => it.meeting.as_deref(),
        }
    }
}

/// Returns all decisions and elections with their status on the day `today`, by date and id.
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
        let open = match it.validity {
            validity if validity.is == Validity::Once => Status::Once,
            validity if !validity.holds(today) => Status::Expired,
            validity if validity.review().is_some_and(|it| it <= today) => Status::UnderReview,
            _ => Status::InForce,
        };
        let status = gone.get(it.id.as_str()).copied().unwrap_or(open);
        LogEntry { record: Record::Decision(it), status }
    });
    let mut entries: Vec<LogEntry<'r>> = decided.chain(elected(elections, today)).collect();
    entries.sort_by_key(|it| (it.record.date(), it.record.id()));
    entries
}

fn elected(elections: &[Election], today: NaiveDate) -> impl Iterator<Item = LogEntry<'_>> {
    let mut latest: HashMap<String, Vec<&Election>> = HashMap::new();
    for it in election::latest(elections.iter(), today) {
        latest.entry(fold(&it.role)).or_default().push(it);
    }
    let mut replaced: HashMap<&str, &Election> = HashMap::new();
    for it in elections {
        for id in it.replaces.iter().filter(|id| **id != it.id) {
            replaced.insert(id, it);
        }
    }
    elections.iter().map(move |it| {
        let has_begun = |other: &&Election| other.since <= it.since.max(today);
        let latest = latest.get(&fold(&it.role)).map_or(&[][..], Vec::as_slice);
        let is_latest = latest.iter().any(|other| other.id == it.id);
        let later = latest.iter().copied().rfind(|other| !is_latest && has_begun(other));
        let status = match replaced.get(it.id.as_str()).copied().filter(has_begun).or(later) {
            Some(by) => Status::Replaced(&by.id),
            None if !it.accepted => Status::Unaccepted,
            None if it.since > today => Status::Ahead,
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
    fn a_decision_is_in_force_until_another_one_replaces_or_ends_it() {
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
    fn what_ends_by_itself_or_is_done_once_does_not_hold() {
        let of = |id: &str, keys: &str| {
            let review = decision(id, "2026-01-01", "2027-01-01", "").to_text();
            let term = "term = \"1 year\"\nreview = 2027-01-01\n";
            assert!(review.contains(term), "{review}");
            Decision::read_text(&review.replace(term, keys)).unwrap()
        };
        let decisions = [
            of("a", "expires = 2026-09-05\n"),
            of("b", "expires = 2026-09-04\n"),
            of("c", "lasts = \"8 months\"\n"),
            of("d", "once = true\n"),
            of("e", "until = 2026-09-05\n"),
            of("f", "once = true\nends = [\"e\"]\n"),
        ];
        let today = "2026-09-05".parse().unwrap();
        let expected = ["a: in-force", "b: expired", "c: expired", "d: once"];
        check(&entries(&decisions[..4], &[], today), &expected);
        check(&entries(&decisions[4..5], &[], today), &["e: under-review"]);
        check(&entries(&decisions[4..], &[], today), &["e: ended f", "f: once"]);
        assert!(Status::InForce.holds() && !Status::Expired.holds() && !Status::Once.holds());
    }

    #[test]
    fn the_latest_election_to_a_role_holds() {
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
