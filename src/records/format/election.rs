//! An election as a file: who holds a role from when to when, and how that came about.
//!
//! Written when a meeting closes, or by hand for who was elected before. Never touches a file.

use std::collections::HashSet;
use std::collections::hash_map::{Entry, HashMap};

use chrono::NaiveDate;
use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::circle::{Attribution, Term};
use crate::lang::{Words, say};
use crate::meeting::{Item, Meeting, Nomination, Outcome, What};
use crate::records::format::front_matter::{self, FrontMatter};
use crate::records::format::record_parts::{ConcernRecord, ConsentHeard, ObjectionRecord, between};
use crate::text::{clean, fold};
use crate::toml_file::fields::{Pair, Table};
use crate::toml_file::reader::{Reader, Section};
use crate::toml_file::{Word, table};

table! {
    /// An election as it is kept. Empty parts are left out of its file.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Election {
        /// The stem of its file, which other elections name in `replaces`.
        id: String = r#""2026-09-05-facilitator""#,
        /// Always `election`.
        kind: ElectionKind = r#""election""#,
        /// The role.
        role: String = r#""Facilitator""#,
        /// Who was elected: a member, or someone from outside.
        elected: String = r#""Dana""#,
        /// Whether they have accepted. Always written: whoever was absent has yet to be asked.
        accepted: bool = "true" [or Some(true)],
        /// The circle that elected.
        circle: String = r#""Garden""#,
        /// The day it was announced.
        date: NaiveDate = "2026-09-05",
        /// The day the term begins; the day it was announced where none is written.
        since: NaiveDate = "2026-09-05" [or date],
        /// The day the term ends.
        until: NaiveDate = "2027-03-05",
        /// How long the role is given; the time from `since` to `until` where none is written.
        term: Term = r#""6 months""# [or Some(between(since?, until?))],
        /// Why this person, as they were put forward.
        reason: Option<String> = r#""She lets everyone finish.""#,
        /// What the circle agreed to look for.
        qualifications: Vec<String> = r#"["patient", "here most weeks"]"#,
        /// Whom each one named in the nomination round; none where the circle's rules name nobody.
        nominations: Vec<NominationRecord> =
            r#"[{ nominees = ["Dana"], reason = "She is patient." }]"#,
        /// Every answer of the change round that named somebody; likewise.
        changes: Vec<NominationRecord> = r#"[{ nominees = ["Dana"], reason = "What Ana said." }]"#,
        /// How it is measured.
        measures: Vec<String> = r#"["meetings that end on time"]"#,
        /// Which version was announced.
        version: Option<u32> = "2",
        /// How consent to it was heard.
        consent: ConsentHeard = r#""earlier""# [or Some(ConsentHeard::Earlier)],
        /// The members present when it was announced.
        present: Vec<String> = r#"["Ana", "Ben"]"#,
        /// Every other member.
        absent: Vec<String> = r#"["Emil"]"#,
        /// The guests present when it was announced.
        guests: Vec<String> = r#"["Zoe"]"#,
        /// Every objection on the way.
        objections: Vec<ObjectionRecord> =
            r#"[{ who = "Ben", reason = "Six months are too long." }]"#,
        /// Every concern that was noted.
        concerns: Vec<ConcernRecord> = r#"[{ who = "Ana", text = "She has much to do." }]"#,
        /// The elections it replaces, by id.
        replaces: Vec<String> = r#"["2026-03-05-facilitator"]"#,
        /// The stem of the journal it comes from; none for an election from before.
        meeting: Option<String> = r#""2026-09-05""#,
    }
    and {
        /// What the role is for, and why this person.
        body: String,
    }
}

table! {
    /// A nomination as it is kept.
    #[derive(Clone, Debug, PartialEq)]
    pub struct NominationRecord {
        /// Who named them.
        who: Option<String> = r#""Ana""#,
        /// Who was named; at least one.
        nominees: Vec<String> = r#"["Dana"]"# [by some_texts],
        /// For how long, where that was said.
        term: Option<Term> = r#""6 months""#,
        /// Why.
        reason: String = r#""She is patient.""#,
    }
}

/// Reads a list with at least one text.
fn some_texts<'t>(
    reader: &mut Reader<'t>,
    section: &Section<'t>,
    key: &'static str,
) -> Option<Vec<String>> {
    let texts = reader.texts(section, key)?;
    if texts.is_empty() { reader.missing(section, key) } else { Some(texts) }
}

/// What the files of elections say of their kind.
#[derive(Clone, Copy, Debug, EnumString, IntoStaticStr, PartialEq, Eq, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum ElectionKind {
    /// It is an election.
    Election,
}

impl Word for ElectionKind {}

impl FrontMatter for Election {
    const FOLDER: &'static str = "elections";

    fn body(&self) -> Option<&str> {
        Some(self.body.as_str()).filter(|it| !it.is_empty())
    }

    fn set_body(&mut self, body: &str) {
        body.clone_into(&mut self.body);
    }

    fn written(&self) -> Vec<Pair> {
        let mut pairs = self.pairs();
        let accepted = pairs.iter_mut().find(|(key, _)| *key == "accepted");
        accepted.expect("it is a key").1 = Some(self.accepted.into());
        pairs
    }

    fn check(&self, reader: &mut Reader<'_>, section: &Section<'_>) {
        if self.until < self.since {
            let error = say!("error-until", until = self.until, since = self.since);
            reader.note(section.place("until"), error, say!("hint-until"));
        }
    }
}

impl Election {
    /// Makes the record of a selection that ended with an election; none for any other item.
    ///
    /// `stem` is that of the journal. Nominations are kept where the circle's rules name everyone,
    /// who objected where they name those; the reason of the one who was elected always.
    pub fn of(meeting: &Meeting, item: &Item, id: &str, stem: &str, words: &Words) -> Option<Self> {
        let (Some(Outcome::Elected(place)), selection) = (&item.outcome, item.selection()?) else {
            return None;
        };
        let fact = meeting.fact(*place)?;
        let What::Elected(it) = &fact.what else { return None };
        let all = |list: &[String]| list.iter().map(|it| clean(it)).collect();
        let named = |list: &[Nomination]| match meeting.circle().rules.attribution {
            Attribution::All => list.iter().map(NominationRecord::of).collect(),
            _ => Vec::new(),
        };
        let (who, reason) = (clean(&it.elected), clean(&it.reason));
        let why = words.say(&say!("record-why", who = &who, reason = &reason));
        let purpose = clean(&selection.purpose);
        Some(Self {
            id: id.to_owned(),
            kind: ElectionKind::Election,
            role: clean(&it.role),
            elected: who,
            accepted: selection.accepted,
            circle: clean(&meeting.circle().name),
            date: fact.at.date_naive(),
            since: it.since,
            until: it.until,
            term: it.term,
            reason: Some(reason),
            qualifications: selection.qualifications.iter().map(|it| clean(&it.text)).collect(),
            nominations: named(&selection.nominations),
            changes: named(&selection.changes),
            measures: all(&it.measures),
            version: Some(it.version),
            consent: it.consent.into(),
            present: all(&it.present),
            absent: all(&it.absent),
            guests: all(&it.guests),
            objections: ObjectionRecord::of(meeting, item),
            concerns: ConcernRecord::of(meeting, item),
            replaces: all(&it.replaces),
            meeting: Some(stem.to_owned()),
            body: [purpose, why]
                .into_iter()
                .filter(|it| !it.is_empty())
                .collect::<Vec<_>>()
                .join("\n\n"),
        })
    }

    /// Makes the record of an election from before there were records, with the first and the
    /// last day of its term; its id is still to be given.
    pub fn earlier(
        role: &str,
        elected: &str,
        circle: &str,
        date: NaiveDate,
        (since, until): (NaiveDate, NaiveDate),
    ) -> Self {
        Self {
            id: String::new(),
            kind: ElectionKind::Election,
            role: clean(role),
            elected: clean(elected),
            accepted: true,
            circle: clean(circle),
            date,
            since,
            until,
            term: between(since, until),
            reason: None,
            qualifications: Vec::new(),
            nominations: Vec::new(),
            changes: Vec::new(),
            measures: Vec::new(),
            version: None,
            consent: ConsentHeard::Earlier,
            present: Vec::new(),
            absent: Vec::new(),
            guests: Vec::new(),
            objections: Vec::new(),
            concerns: Vec::new(),
            replaces: Vec::new(),
            meeting: None,
            body: String::new(),
        }
    }
}

impl NominationRecord {
    fn of(said: &Nomination) -> Self {
        Self {
            who: Some(clean(&said.who)),
            nominees: said.nominees.iter().map(|it| clean(it)).collect(),
            term: said.term,
            reason: clean(&said.reason),
        }
    }
}

/// Turns `accepted = false` into `accepted = true` in the text of an election's file, and
/// changes nothing else: line ends, remarks, the order of keys. None where it does not say so.
pub(crate) fn accept(text: &str) -> Option<String> {
    const WAITING: &str = "false";
    let whole = front_matter::normal(text);
    let table = front_matter::table(&whole)?;
    let accepted = table.get("accepted").filter(|it| it.get_ref().as_bool() == Some(false))?;
    // What is read lacks a BOM and carriage returns. They stand before the first fence and at the
    // ends of lines, so that the value has the same line and column in both.
    let before = &whole[..front_matter::FENCE.len() + accepted.span().start];
    let begins = before.rfind('\n').map_or(0, |it| it + 1);
    let lines = before.matches('\n').count();
    let line: usize = text.split_inclusive('\n').take(lines).map(str::len).sum();
    let at = line + before.len() - begins;
    let mut accepted = text.to_owned();
    accepted.replace_range(at..at + WAITING.len(), "true");
    Some(accepted)
}

/// Returns the last election to each role, in the order in which the roles first come up.
///
/// An election that another one replaces is not the last. Of several that none replaces it is the
/// latest by date, then by id. Names of roles are compared ignoring case and accents.
pub(crate) fn latest<'e>(
    elections: impl Iterator<Item = &'e Election> + Clone,
) -> Vec<&'e Election> {
    let gone: HashSet<&str> = elections
        .clone()
        .flat_map(|it| it.replaces.iter().filter(|id| **id != it.id))
        .map(String::as_str)
        .collect();
    let mut latest: Vec<&Election> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for election in elections.filter(|it| !gone.contains(it.id.as_str())) {
        match places.entry(fold(&election.role)) {
            Entry::Vacant(role) => {
                role.insert(latest.len());
                latest.push(election);
            }
            Entry::Occupied(role) => {
                let last = &mut latest[*role.get()];
                if (election.date, &election.id) > (last.date, &last.id) {
                    *last = election;
                }
            }
        }
    }
    latest
}

#[cfg(test)]
mod tests;
