//! An election as a file: who holds a role from when to when, and how that came about.
//!
//! Written when a meeting closes, or by hand for who was elected before. Never touches a file.

use std::collections::HashSet;
use std::collections::hash_map::{Entry, HashMap};

use chrono::NaiveDate;

use crate::circle::{Attribution, Term};
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::meeting::{Item, Meeting, Nomination, Outcome, What};
use crate::records::format::front_matter;
use crate::records::format::front_matter::{Front, Keys, Section};
use crate::records::format::record_parts::{ConcernRecord, ConsentHeard, ObjectionRecord, between};
use crate::text::{clean, fold};

/// An election as it is kept. Empty parts are left out of its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Election {
    /// The stem of its file, which other elections name in `replaces`.
    pub id: String,
    /// The role.
    pub role: String,
    /// Who was elected: a member, or someone from outside.
    pub elected: String,
    /// Whether they have accepted. Always written: whoever was absent has yet to be asked.
    pub accepted: bool,
    /// The circle that elected.
    pub circle: String,
    /// The day it was announced.
    pub date: NaiveDate,
    /// The day the term begins; the day it was announced where none is written.
    pub since: NaiveDate,
    /// The day the term ends.
    pub until: NaiveDate,
    /// How long the role is given; the time from `since` to `until` where none is written.
    pub term: Term,
    /// Why this person, as they were put forward.
    pub reason: Option<String>,
    /// What the circle agreed to look for.
    pub qualifications: Vec<String>,
    /// Whom each one named in the nomination round; none where the circle's rules name nobody.
    pub nominations: Vec<NominationRecord>,
    /// Every answer of the change round that named somebody; likewise.
    pub changes: Vec<NominationRecord>,
    /// How it is measured.
    pub measures: Vec<String>,
    /// Which version was announced.
    pub version: Option<u32>,
    /// How consent to it was heard.
    pub consent: ConsentHeard,
    /// The members present when it was announced.
    pub present: Vec<String>,
    /// Every other member.
    pub absent: Vec<String>,
    /// The guests present when it was announced.
    pub guests: Vec<String>,
    /// Every objection on the way.
    pub objections: Vec<ObjectionRecord>,
    /// Every concern that was noted.
    pub concerns: Vec<ConcernRecord>,
    /// The elections it replaces, by id.
    pub replaces: Vec<String>,
    /// The stem of the journal it comes from; none for an election from before.
    pub meeting: Option<String>,
    /// What the role is for, and why this person.
    pub body: String,
}

/// A nomination as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct NominationRecord {
    /// Who named them.
    pub who: Option<String>,
    /// Who was named; at least one.
    pub nominees: Vec<String>,
    /// For how long, where that was said.
    pub term: Option<Term>,
    /// Why.
    pub reason: String,
}

const KEYS: &Keys = &[
    ("id", r#"id = "2026-09-05-facilitator""#),
    ("kind", r#"kind = "election""#),
    ("role", r#"role = "Facilitator""#),
    ("elected", r#"elected = "Dana""#),
    ("accepted", "accepted = true"),
    ("circle", r#"circle = "Garden""#),
    ("date", "date = 2026-09-05"),
    ("since", "since = 2026-09-05"),
    ("until", "until = 2027-03-05"),
    ("term", r#"term = "6 months""#),
    ("reason", r#"reason = "She lets everyone finish.""#),
    ("qualifications", r#"qualifications = ["patient", "here most weeks"]"#),
    ("nominations", r#"nominations = [{ nominees = ["Dana"], reason = "She is patient." }]"#),
    ("changes", r#"changes = [{ nominees = ["Dana"], reason = "What Ana said." }]"#),
    ("measures", r#"measures = ["meetings that end on time"]"#),
    ("version", "version = 2"),
    ("consent", r#"consent = "earlier""#),
    ("present", r#"present = ["Ana", "Ben"]"#),
    ("absent", r#"absent = ["Emil"]"#),
    ("guests", r#"guests = ["Zoe"]"#),
    ("objections", r#"objections = [{ who = "Ben", reason = "Six months are too long." }]"#),
    ("concerns", r#"concerns = [{ who = "Ana", text = "She has much to do." }]"#),
    ("replaces", r#"replaces = ["2026-03-05-facilitator"]"#),
    ("meeting", r#"meeting = "2026-09-05""#),
];

const NOMINATION: &Keys = &[
    ("who", r#"who = "Ana""#),
    ("nominees", r#"nominees = ["Dana"]"#),
    ("term", r#"term = "6 months""#),
    ("reason", r#"reason = "She is patient.""#),
];

impl Election {
    /// Makes the record of a selection that ended with an election; none for any other item.
    ///
    /// `stem` is that of the journal. Nominations are kept where the circle's rules name everyone,
    /// who objected where they name those; the reason of the one who was elected always.
    pub fn of(meeting: &Meeting, item: &Item, id: &str, stem: &str, words: &Words) -> Option<Self> {
        let (Some(Outcome::Elected(place)), Some(selection)) = (&item.outcome, &item.selection)
        else {
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
            role: clean(&it.role),
            elected: who,
            accepted: item.accepted,
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

    /// Writes the record: front matter, then the body exactly.
    pub fn to_text(&self) -> String {
        let pairs = [
            ("id", front_matter::text(&self.id)),
            ("kind", front_matter::text("election")),
            ("role", front_matter::text(&self.role)),
            ("elected", front_matter::text(&self.elected)),
            ("accepted", front_matter::plain(Some(self.accepted))),
            ("circle", front_matter::text(&self.circle)),
            ("date", front_matter::plain(Some(self.date))),
            ("since", front_matter::plain(Some(self.since))),
            ("until", front_matter::plain(Some(self.until))),
            ("term", front_matter::text(&self.term.to_string())),
            ("reason", front_matter::optional(self.reason.as_deref())),
            ("qualifications", front_matter::texts(&self.qualifications)),
            ("nominations", NominationRecord::write(&self.nominations)),
            ("changes", NominationRecord::write(&self.changes)),
            ("measures", front_matter::texts(&self.measures)),
            ("version", front_matter::plain(self.version)),
            ("consent", front_matter::text(self.consent.word())),
            ("present", front_matter::texts(&self.present)),
            ("absent", front_matter::texts(&self.absent)),
            ("guests", front_matter::texts(&self.guests)),
            ("objections", ObjectionRecord::write(&self.objections)),
            ("concerns", ConcernRecord::write(&self.concerns)),
            ("replaces", front_matter::texts(&self.replaces)),
            ("meeting", front_matter::optional(self.meeting.as_deref())),
        ];
        front_matter::write(&pairs, Some(self.body.as_str()).filter(|it| !it.is_empty()))
    }

    /// Reads a record, also one written by hand: `id`, `kind`, `role`, `elected`, `circle`,
    /// `date` and `until` are required; where nothing says otherwise, the elected person has
    /// accepted, and consent was heard earlier.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong, with line, column and a hint.
    pub fn read(text: &str) -> Result<Self> {
        let whole = front_matter::normal(text);
        let Front { top, body } = Front::read(&whole, KEYS)?;
        let id = top.required("id")?;
        top.required("kind")?;
        top.word("kind", &[("election", ())])?;
        let (role, elected) = (top.required("role")?, top.required("elected")?);
        let circle = top.required("circle")?;
        let (date, until) = (top.day("date")?, top.day("until")?);
        let since = top.date("since")?.unwrap_or(date);
        if until < since {
            let error = Error::new(say!("error-until", until = until, since = since));
            return Err(top.refuse("until", error.hint(say!("hint-until"))));
        }
        Ok(Self {
            id,
            role,
            elected,
            accepted: top.flag("accepted")?.unwrap_or(true),
            circle,
            date,
            since,
            until,
            term: top.term("term")?.unwrap_or_else(|| between(since, until)),
            reason: top.text("reason")?,
            qualifications: top.texts("qualifications")?,
            nominations: NominationRecord::read(&top, "nominations")?,
            changes: NominationRecord::read(&top, "changes")?,
            measures: top.texts("measures")?,
            version: top.number("version")?,
            consent: top.word("consent", &ConsentHeard::WORDS)?.unwrap_or(ConsentHeard::Earlier),
            present: top.texts("present")?,
            absent: top.texts("absent")?,
            guests: top.texts("guests")?,
            objections: ObjectionRecord::read(&top)?,
            concerns: ConcernRecord::read(&top)?,
            replaces: top.texts("replaces")?,
            meeting: top.text("meeting")?,
            body: body.to_owned(),
        })
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

    fn write(all: &[Self]) -> String {
        front_matter::rows(all.iter().map(|it| {
            let term = it.term.map(|it| it.to_string());
            [
                ("who", front_matter::optional(it.who.as_deref())),
                ("nominees", front_matter::texts(&it.nominees)),
                ("term", front_matter::optional(term.as_deref())),
                ("reason", front_matter::text(&it.reason)),
            ]
        }))
    }

    fn read(top: &Section<'_>, key: &str) -> Result<Vec<Self>> {
        let one = |it: &Section<'_>| {
            let nominees = it.texts("nominees")?;
            if nominees.is_empty() {
                return Err(it.missing("nominees"));
            }
            let (who, term) = (it.text("who")?, it.term("term")?);
            Ok(Self { who, nominees, term, reason: it.required("reason")? })
        };
        top.tables(key, NOMINATION)?.iter().map(one).collect()
    }
}

/// Turns `accepted = false` into `accepted = true` in the text of an election's file, and
/// changes nothing else: line ends, remarks, the order of keys. None where it does not say so.
pub fn accept(text: &str) -> Option<String> {
    const WAITING: &str = "false";
    let whole = front_matter::normal(text);
    let Front { top, .. } = Front::read(&whole, KEYS).ok()?;
    if top.flag("accepted").ok()?? {
        return None;
    }
    // What is read lacks a BOM and carriage returns. They stand before the first fence and at the
    // ends of lines, so that the value has the same line and column in both.
    let before = &whole[..top.offset("accepted")?];
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
pub fn latest<'e>(elections: impl Iterator<Item = &'e Election> + Clone) -> Vec<&'e Election> {
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
