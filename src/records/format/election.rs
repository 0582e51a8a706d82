//! The file format of an election: who holds a role, for which term, and how they were selected.
//!
//! Elections are written when a meeting closes, or by hand for earlier ones. Never touches a file.

use std::collections::HashMap;

use chrono::NaiveDate;
use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::circle::{Attribution, Renames, Term};
use crate::lang::{Words, say};
use crate::meeting::{Item, Meeting, Nomination, Outcome, What};
use crate::records::filing::decided::Appointed;
use crate::records::format::front_matter::{self, FrontMatter};
use crate::records::format::record_parts::{ConcernRecord, ConsentHeard, ObjectionRecord, between};
use crate::text::{clean, fold};
use crate::toml_file::fields::{Pair, Table};
use crate::toml_file::reader::{Reader, Section};
use crate::toml_file::{Word, table};

table! {
    /// An election as recorded. Its file leaves out empty values.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Election {
        /// The stem of its file, by which other elections name it in `replaces`.
        id: String = r#""2026-09-05-facilitator""#,
        /// Always `election`.
        kind: ElectionKind = r#""election""#,
        /// The role and who was elected, for other programs; `role` and `elected` alone are read.
        title: Option<String> = r#""Facilitator: Dana""#,
        role: String = r#""Facilitator""#,
        /// Who was elected: a member, or somebody from outside the circle.
        elected: String = r#""Dana""#,
        /// Whether they have accepted. Written also if `false`: an absent person must still be
        /// asked.
        accepted: bool = "true" [or Some(true)],
        /// The circle that elected.
        circle: String = r#""Garden""#,
        /// The day it was announced.
        date: NaiveDate = "2026-09-05",
        /// The first day of the term; if left out, `date`.
        since: NaiveDate = "2026-09-05" [or date],
        /// The last day of the term.
        until: NaiveDate = "2027-03-05",
        /// The length of the term; if left out, the time from `since` to `until`.
        term: Term = r#""6 months""# [or Some(between(since?, until?))],
        /// Why this person was put forward.
        reason: Option<String> = r#""She lets everyone finish.""#,
        /// What the circle agreed to look for.
        qualifications: Vec<String> = r#"["patient", "here most weeks"]"#,
        /// The nomination round; empty if the circle's rules name nobody.
        nominations: Vec<NominationRecord> =
            r#"[{ nominees = ["Dana"], reason = "She is patient." }]"#,
        /// The change round; empty if the circle's rules name nobody.
        changes: Vec<NominationRecord> = r#"[{ nominees = ["Dana"], reason = "What Ana said." }]"#,
        measures: Vec<String> = r#"["meetings that end on time"]"#,
        /// The version that was announced.
        version: Option<u32> = "2",
        /// How consent to it was heard.
        consent: ConsentHeard = r#""earlier""# [or Some(ConsentHeard::Earlier)],
        /// The members present when it was announced.
        present: Vec<String> = r#"["Ana", "Ben"]"#,
        /// Every other member.
        absent: Vec<String> = r#"["Emil"]"#,
        /// The guests present when it was announced.
        guests: Vec<String> = r#"["Zoe"]"#,
        /// All objections, also those to earlier versions.
        objections: Vec<ObjectionRecord> =
            r#"[{ who = "Ben", reason = "Six months are too long." }]"#,
        /// The concerns that were noted.
        concerns: Vec<ConcernRecord> = r#"[{ who = "Ana", text = "She has much to do." }]"#,
        /// How it came about, if not by nominations.
        process: Option<Process> = r#""appointed""#,
        /// The elections it replaces, by id.
        replaces: Vec<String> = r#"["2026-03-05-facilitator"]"#,
        /// The stem of its meeting's journal; none for an earlier election.
        meeting: Option<String> = r#""2026-09-05""#,
    }
    and {
        /// What the role is for, and why this person.
        body: String,
    }
}

table! {
    /// A nomination as recorded.
    #[derive(Clone, Debug, PartialEq)]
    pub struct NominationRecord {
        /// Who made the nomination.
        who: Option<String> = r#""Ana""#,
        /// Who was nominated; at least one person.
        nominees: Vec<String> = r#"["Dana"]"# [by some_texts],
        /// The proposed term.
        term: Option<Term> = r#""6 months""#,
        /// The proposed last day, in place of a term.
        until: Option<NaiveDate> = "2027-03-05",
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

/// The value of `kind` in the files of elections.
#[derive(Clone, Copy, Debug, EnumString, IntoStaticStr, PartialEq, Eq, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum ElectionKind {
    /// The only value.
    Election,
}

impl Word for ElectionKind {}

/// How somebody came to a role, if not by nominations.
#[derive(Clone, Copy, Debug, EnumString, IntoStaticStr, PartialEq, Eq, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Process {
    /// The role was filled as it was proposed, by a decision.
    Appointed,
}

impl Word for Process {}

impl FrontMatter for Election {
    const FOLDER: &'static str = "elections";

    const ADDED: &'static [&'static str] = &["title", "process"];

    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn title(&self) -> &str {
        &self.role
    }

    fn body(&self) -> Option<&str> {
        Some(self.body.as_str()).filter(|it| !it.is_empty())
    }

    fn set_body(&mut self, body: &str) {
        body.clone_into(&mut self.body);
    }

    fn written(&self) -> Vec<Pair> {
        let mut pairs = self.pairs();
        let accepted = pairs.iter_mut().find(|(key, _)| *key == "accepted");
        accepted.expect("`accepted` is a key of the table").1 = Some(self.accepted.into());
        pairs
    }

    fn rename(&mut self, names: &Renames) {
        names.role(&mut self.role);
        names.people([&mut self.elected]);
        names.people(self.present.iter_mut().chain(&mut self.absent).chain(&mut self.guests));
        names.people(self.objections.iter_mut().filter_map(|it| it.who.as_mut()));
        names.people(self.concerns.iter_mut().filter_map(|it| it.who.as_mut()));
        for it in self.nominations.iter_mut().chain(&mut self.changes) {
            names.people(it.who.iter_mut().chain(&mut it.nominees));
        }
    }

    fn check(&self, reader: &mut Reader<'_>, section: &Section<'_>) {
        if self.until < self.since {
            let error = say!("error-until-before-since", until = self.until, since = self.since);
            reader.note(section.place("until"), error, say!("hint-until"));
        }
    }
}

impl Election {
    /// Makes the record of a selection that ended with an election; `None` for any other item.
    ///
    /// `stem` is the stem of the journal. The circle's rules say whether the record has
    /// nominations, and whether it names who objected.
    pub fn of(meeting: &Meeting, item: &Item, id: &str, stem: &str, words: &Words) -> Option<Self> {
        let Some(Outcome::Elected(index)) = item.outcome else { return None };
        let (selection, fact) = (item.selection()?, meeting.fact(index)?);
        let What::Elected(it) = &fact.what else { return None };
        let all = |list: &[String]| list.iter().map(|it| clean(it)).collect();
        let named = |list: &[Nomination]| match meeting.circle().rules.attribution {
            Attribution::All => list.iter().map(NominationRecord::of).collect(),
            _ => Vec::new(),
        };
        let (role, who, reason) = (clean(&it.role), clean(&it.elected), clean(&it.reason));
        // Records of format 1 do not have this key.
        let title = (meeting.format() >= 2).then(|| title(&role, &who));
        let why = words.say(&say!("record-why", who = &who, reason = &reason));
        let mut body = vec![clean(&selection.purpose), why];
        body.retain(|it| !it.is_empty());
        Some(Self {
            id: id.to_owned(),
            kind: ElectionKind::Election,
            title,
            role,
            elected: who,
            accepted: selection.accepted,
            circle: clean(&meeting.circle().name),
            date: fact.at.date_naive(),
            since: it.since,
            until: it.until,
            term: it.term.unwrap_or_else(|| between(it.since, it.until)),
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
            process: None,
            replaces: all(&it.replaces),
            meeting: Some(stem.to_owned()),
            body: body.join("\n\n"),
        })
    }

    /// Makes the record of a role that a decision gives to somebody. What was objected and of concern
    /// is in the record of the decision.
    pub(crate) fn appointed(
        meeting: &Meeting,
        given: &Appointed<'_>,
        id: &str,
        stem: &str,
        words: &Words,
    ) -> Self {
        let Appointed { decision, is, date, .. } = *given;
        let days = (is.since, is.until);
        let all = |list: &[String]| list.iter().map(|it| clean(it)).collect();
        let by = words.say(&say!("record-appointed", title = clean(&decision.title)));
        let mut body = vec![clean(&is.purpose), by];
        body.retain(|it| !it.is_empty());
        let circle = &meeting.circle().name;
        Self {
            id: id.to_owned(),
            accepted: is.accepted,
            process: Some(Process::Appointed),
            version: Some(decision.version),
            consent: decision.consent.into(),
            present: all(&decision.present),
            absent: all(&decision.absent),
            guests: all(&decision.guests),
            meeting: Some(stem.to_owned()),
            body: body.join("\n\n"),
            term: is.is.term.unwrap_or_else(|| between(days.0, days.1)),
            ..Self::earlier(&is.is.role, &is.is.who, circle, date, days)
        }
    }

    /// Makes the record of an election that no meeting recorded, with the first and the last day of
    /// its term. The caller sets its id.
    pub fn earlier(
        role: &str,
        elected: &str,
        circle: &str,
        date: NaiveDate,
        (since, until): (NaiveDate, NaiveDate),
    ) -> Self {
        let (role, elected) = (clean(role), clean(elected));
        Self {
            id: String::new(),
            kind: ElectionKind::Election,
            title: Some(title(&role, &elected)),
            role,
            elected,
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
            process: None,
            replaces: Vec::new(),
            meeting: None,
            body: String::new(),
        }
    }
}

impl Election {
    /// Returns whether somebody holds the role by it on a day between two others. The last day of a term
    /// is also the first of the next one.
    pub(crate) fn overlaps(&self, since: NaiveDate, until: NaiveDate) -> bool {
        self.since < until && since < self.until
    }

    /// Returns whether this election, announced after `other` to the same role, takes its place by a
    /// day.
    fn displaces(&self, other: &Self, day: NaiveDate) -> bool {
        let is_over = other.since <= self.since || self.overlaps(other.since, other.until);
        self.since <= other.since.max(day) && is_over
    }
}

impl NominationRecord {
    fn of(nomination: &Nomination) -> Self {
        Self {
            who: Some(clean(&nomination.who)),
            nominees: nomination.nominees.iter().map(|it| clean(it)).collect(),
            term: nomination.term,
            until: nomination.until,
            reason: clean(&nomination.reason),
        }
    }
}

/// Returns the title of an election: the role, and who was elected.
pub(crate) fn title(role: &str, elected: &str) -> String {
    format!("{role}: {elected}")
}

/// Turns `accepted = false` into `accepted = true` in the text of an election's file, and changes
/// nothing else. Returns `None` if the text does not contain this.
pub(crate) fn accept(text: &str) -> Option<String> {
    let whole = front_matter::normal(text);
    let table = front_matter::table(&whole)?;
    let accepted = table.get("accepted").filter(|it| it.get_ref().as_bool() == Some(false))?;
    // The value has the same line and column in the original text, which may have a BOM and CRLF.
    let before = &whole[..front_matter::FENCE.len() + accepted.span().start];
    let column = before.rsplit('\n').next().map_or(0, str::len);
    let lines = before.matches('\n').count();
    let line: usize = text.split_inclusive('\n').take(lines).map(str::len).sum();
    let at = line + column;
    let mut accepted = text.to_owned();
    accepted.replace_range(at..at + "false".len(), "true");
    Some(accepted)
}

/// Returns the elections to each role that count on a day, in the order in which the roles first
/// appear: the latest that has begun, and those that begin later.
///
/// An election is left out once another one that replaces it, or a later one to its role, takes its
/// place: on the day that one begins or, where it begins first, at once. The later one is that with the
/// greater date, then id. Names of roles are compared ignoring case and accents.
pub(crate) fn latest<'e>(
    elections: impl Iterator<Item = &'e Election> + Clone,
    day: NaiveDate,
) -> Vec<&'e Election> {
    let mut replaced: HashMap<&String, NaiveDate> = HashMap::new();
    for it in elections.clone() {
        for id in it.replaces.iter().filter(|id| **id != it.id) {
            let from = replaced.entry(id).or_insert(it.since);
            *from = it.since.min(*from);
        }
    }
    let mut roles: Vec<Vec<&Election>> = Vec::new();
    let mut indices: HashMap<String, usize> = HashMap::new();
    for election in elections {
        if replaced.get(&election.id).is_some_and(|from| *from <= election.since.max(day)) {
            continue;
        }
        let index = *indices.entry(fold(&election.role)).or_insert(roles.len());
        match roles.get_mut(index) {
            None => roles.push(vec![election]),
            Some(role) => role.push(election),
        }
    }
    for role in &mut roles {
        role.sort_by_key(|it| std::cmp::Reverse((it.date, &it.id)));
        let mut kept: Vec<&Election> = Vec::new();
        for election in role.drain(..) {
            if kept.iter().all(|later| !later.displaces(election, day)) {
                kept.push(election);
            }
        }
        kept.sort_by_key(|it| it.since);
        *role = kept;
    }
    roles.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests;
