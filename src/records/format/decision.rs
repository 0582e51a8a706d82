//! A decision as a file: what was adopted, how long it stands, and how it came about.
//!
//! Written when a meeting closes, or by hand for what was decided before. Never touches a file.

use std::collections::HashSet;

use chrono::NaiveDate;
use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::circle::Term;
use crate::lang::{Phrase, say};
use crate::meeting::{Adopted, Draft, Item, Meeting, Outcome, What};
use crate::records::format::front_matter::FrontMatter;
use crate::records::format::record_parts::{ConcernRecord, ConsentHeard, ObjectionRecord, between};
use crate::text::clean;
use crate::toml_file::reader::{Reader, Section};
use crate::toml_file::{Word, table};

table! {
    /// A decision as it is kept. Empty parts are left out of its file.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Decision {
        /// The stem of its file, which other decisions name in `replaces` and `ends`.
        id: String = r#""2026-09-05-quiet-hours""#,
        /// Always `decision`.
        kind: DecisionKind = r#""decision""#,
        /// Its title.
        title: String = r#""Quiet hours""#,
        /// The circle that decided.
        circle: String = r#""Garden""#,
        /// The day it was adopted.
        date: NaiveDate = "2026-09-05",
        /// How long it stands; the time from adoption to review where none is written.
        term: Term = r#""1 year""# [or Some(between(date?, review?))],
        /// The day it comes back.
        review: NaiveDate = "2027-09-05",
        /// Who sees to it.
        responsible: Vec<String> = r#"["Dana"]"#,
        /// How it is measured.
        measures: Vec<String> = r#"["complaints, counted by Dana"]"#,
        /// Who proposed it.
        by: Option<String> = r#""Chen""#,
        /// How consent to it was heard.
        consent: ConsentHeard = r#""earlier""# [or Some(ConsentHeard::Earlier)],
        /// Which version was adopted.
        version: Option<u32> = "2",
        /// The members present when it was announced.
        present: Vec<String> = r#"["Ana", "Ben"]"#,
        /// Every other member.
        absent: Vec<String> = r#"["Emil"]"#,
        /// The guests present when it was announced.
        guests: Vec<String> = r#"["Zoe"]"#,
        /// Every objection on the way.
        objections: Vec<ObjectionRecord> = r#"[{ who = "Ben", reason = "I build on Saturdays." }]"#,
        /// Every concern that was noted.
        concerns: Vec<ConcernRecord> = r#"[{ who = "Ana", text = "It may be too short." }]"#,
        /// The decisions it replaces, by id.
        replaces: Vec<String> = r#"["2025-09-05-quiet-hours"]"#,
        /// The decisions it ends, by id.
        ends: Vec<String> = r#"["2025-09-05-quiet-hours"]"#,
        /// The stem of the journal it comes from; none for a decision from before.
        meeting: Option<String> = r#""2026-09-05""#,
    }
    and {
        /// What was decided, exactly as last shown.
        text: String,
    }
}

/// What the files of decisions say of their kind.
#[derive(Clone, Copy, Debug, EnumString, IntoStaticStr, PartialEq, Eq, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum DecisionKind {
    /// It is a decision.
    Decision,
}

impl Word for DecisionKind {}

impl FrontMatter for Decision {
    const FOLDER: &'static str = "decisions";

    fn body(&self) -> Option<&str> {
        Some(&self.text)
    }

    fn set_body(&mut self, body: &str) {
        body.clone_into(&mut self.text);
    }

    fn check(&self, reader: &mut Reader<'_>, section: &Section<'_>) {
        if self.review < self.date {
            let error = say!("error-review", date = self.date, review = self.review);
            reader.note(section.place("review"), error, say!("hint-until"));
        }
    }
}

impl Decision {
    /// Makes the record of an item that ended with a decision; none for any other.
    ///
    /// `stem` is that of the journal. Who objected or had a concern is named only where the
    /// circle's rules say so.
    pub fn of(meeting: &Meeting, item: &Item, id: &str, stem: &str) -> Option<Self> {
        let Some(Outcome::Adopted(place)) = item.outcome else { return None };
        let fact = meeting.fact(place)?;
        let What::Adopted(adopted) = &fact.what else { return None };
        let Adopted {
            title,
            text,
            term,
            review,
            responsible,
            measures,
            by,
            version,
            consent,
            present,
            absent,
            guests,
            replaces,
            ends,
        } = &**adopted;
        let all = |list: &[String]| list.iter().map(|it| clean(it)).collect();
        Some(Self {
            id: id.to_owned(),
            kind: DecisionKind::Decision,
            title: clean(title),
            circle: clean(&meeting.circle().name),
            date: fact.at.date_naive(),
            term: *term,
            review: *review,
            responsible: all(responsible),
            measures: all(measures),
            by: by.as_deref().map(clean),
            consent: (*consent).into(),
            version: Some(*version),
            present: all(present),
            absent: all(absent),
            guests: all(guests),
            objections: ObjectionRecord::of(meeting, item),
            concerns: ConcernRecord::of(meeting, item),
            replaces: all(replaces),
            ends: all(ends),
            meeting: Some(stem.to_owned()),
            text: clean(text),
        })
    }

    /// Makes the record of a decision from before there were records; its id is still to be given.
    pub fn earlier(title: &str, circle: &str, date: NaiveDate, review: NaiveDate) -> Self {
        Self {
            id: String::new(),
            kind: DecisionKind::Decision,
            title: clean(title),
            circle: clean(circle),
            date,
            term: between(date, review),
            review,
            responsible: Vec::new(),
            measures: Vec::new(),
            by: None,
            consent: ConsentHeard::Earlier,
            version: None,
            present: Vec::new(),
            absent: Vec::new(),
            guests: Vec::new(),
            objections: Vec::new(),
            concerns: Vec::new(),
            replaces: Vec::new(),
            ends: Vec::new(),
            meeting: None,
            text: String::new(),
        }
    }

    /// Returns what it says as a draft to start from.
    pub fn draft(&self) -> Draft {
        Draft {
            nominee: None,
            text: Some(self.text.clone()),
            term: Some(self.term),
            responsible: Some(self.responsible.clone()),
            measures: Some(self.measures.clone()),
        }
    }

    /// Names it by title and date.
    pub fn named(&self) -> Phrase {
        say!("decision-named", title = &self.title, date = self.date)
    }
}

/// Returns the decisions in force: those that no other one replaces or ends.
pub(crate) fn in_force<'d>(
    decisions: impl Iterator<Item = &'d Decision> + Clone,
) -> Vec<&'d Decision> {
    let gone: HashSet<&str> = decisions
        .clone()
        .flat_map(|it| it.replaces.iter().chain(&it.ends).filter(|id| **id != it.id))
        .map(String::as_str)
        .collect();
    decisions.filter(|it| !gone.contains(it.id.as_str())).collect()
}

#[cfg(test)]
mod tests;
