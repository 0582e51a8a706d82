//! A decision as a file: what was adopted, how long it stands, and how it came about.
//!
//! Written when a meeting closes, or by hand for what was decided before. Never touches a file.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::error::{Error, Result};
use crate::lang::{Phrase, say};
use crate::meeting::{Adopted, Draft, Item, Meeting, Outcome, What, Wording};
use crate::records::format::front_matter;
use crate::records::format::front_matter::{Front, Keys};
use crate::records::format::record_parts::{ConcernRecord, ConsentHeard, ObjectionRecord, between};
use crate::text::clean;

/// A decision as it is kept. Empty parts are left out of its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The stem of its file, which other decisions name in `replaces` and `ends`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The circle that decided.
    pub circle: String,
    /// The day it was adopted.
    pub date: NaiveDate,
    /// The day it comes back.
    pub review: NaiveDate,
    /// What it says; its term is the time from adoption to review where none is written.
    pub wording: Wording,
    /// Who proposed it.
    pub by: Option<String>,
    /// How consent to it was heard.
    pub consent: ConsentHeard,
    /// Which version was adopted.
    pub version: Option<u32>,
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
    /// The decisions it replaces, by id.
    pub replaces: Vec<String>,
    /// The decisions it ends, by id.
    pub ends: Vec<String>,
    /// The stem of the journal it comes from; none for a decision from before.
    pub meeting: Option<String>,
}

const KEYS: &Keys = &[
    ("id", r#"id = "2026-09-05-quiet-hours""#),
    ("kind", r#"kind = "decision""#),
    ("title", r#"title = "Quiet hours""#),
    ("circle", r#"circle = "Garden""#),
    ("date", "date = 2026-09-05"),
    ("term", r#"term = "1 year""#),
    ("review", "review = 2027-09-05"),
    ("responsible", r#"responsible = ["Dana"]"#),
    ("measures", r#"measures = ["complaints, counted by Dana"]"#),
    ("by", r#"by = "Chen""#),
    ("consent", r#"consent = "earlier""#),
    ("version", "version = 2"),
    ("present", r#"present = ["Ana", "Ben"]"#),
    ("absent", r#"absent = ["Emil"]"#),
    ("guests", r#"guests = ["Zoe"]"#),
    ("objections", r#"objections = [{ who = "Ben", reason = "I build on Saturdays." }]"#),
    ("concerns", r#"concerns = [{ who = "Ana", text = "It may be too short." }]"#),
    ("replaces", r#"replaces = ["2025-09-05-quiet-hours"]"#),
    ("ends", r#"ends = ["2025-09-05-quiet-hours"]"#),
    ("meeting", r#"meeting = "2026-09-05""#),
];

impl Decision {
    /// Makes the record of an item that ended with a decision; none for any other.
    ///
    /// `stem` is that of the journal. Who objected or had a concern is named only where the
    /// circle's rules say so.
    pub fn of(meeting: &Meeting, item: &Item, id: &str, stem: &str) -> Option<Self> {
        let Some(Outcome::Adopted(place)) = item.outcome else { return None };
        let fact = meeting.fact(place)?;
        let What::Adopted(Adopted {
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
        }) = &fact.what
        else {
            return None;
        };
        let all = |list: &[String]| list.iter().map(|it| clean(it)).collect();
        Some(Self {
            id: id.to_owned(),
            title: clean(title),
            circle: clean(&meeting.circle().name),
            date: fact.at.date_naive(),
            review: *review,
            wording: Wording {
                nominee: None,
                text: clean(text),
                term: *term,
                responsible: all(responsible),
                measures: all(measures),
            },
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
        })
    }

    /// Makes the record of a decision from before there were records; its id is still to be given.
    pub fn earlier(title: &str, circle: &str, date: NaiveDate, review: NaiveDate) -> Self {
        Self {
            id: String::new(),
            title: clean(title),
            circle: clean(circle),
            date,
            review,
            wording: Wording {
                nominee: None,
                text: String::new(),
                term: between(date, review),
                responsible: Vec::new(),
                measures: Vec::new(),
            },
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
        }
    }

    /// Writes the record: front matter, then the adopted text exactly.
    pub fn to_text(&self) -> String {
        let pairs = [
            ("id", front_matter::text(&self.id)),
            ("kind", front_matter::text("decision")),
            ("title", front_matter::text(&self.title)),
            ("circle", front_matter::text(&self.circle)),
            ("date", front_matter::plain(Some(self.date))),
            ("term", front_matter::text(&self.wording.term.to_string())),
            ("review", front_matter::plain(Some(self.review))),
            ("responsible", front_matter::texts(&self.wording.responsible)),
            ("measures", front_matter::texts(&self.wording.measures)),
            ("by", front_matter::optional(self.by.as_deref())),
            ("consent", front_matter::text(self.consent.word())),
            ("version", front_matter::plain(self.version)),
            ("present", front_matter::texts(&self.present)),
            ("absent", front_matter::texts(&self.absent)),
            ("guests", front_matter::texts(&self.guests)),
            ("objections", ObjectionRecord::write(&self.objections)),
            ("concerns", ConcernRecord::write(&self.concerns)),
            ("replaces", front_matter::texts(&self.replaces)),
            ("ends", front_matter::texts(&self.ends)),
            ("meeting", front_matter::optional(self.meeting.as_deref())),
        ];
        front_matter::write(&pairs, Some(&self.wording.text))
    }

    /// Reads a record, also one written by hand: `id`, `kind`, `title`, `circle`, `date` and
    /// `review` are required; where nothing says how consent was heard, it was earlier.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong, with line, column and a hint.
    pub fn read(text: &str) -> Result<Self> {
        let whole = front_matter::normal(text);
        let Front { top, body } = Front::read(&whole, KEYS)?;
        let id = top.required("id")?;
        top.required("kind")?;
        top.word("kind", &[("decision", ())])?;
        let (title, circle) = (top.required("title")?, top.required("circle")?);
        let (date, review) = (top.day("date")?, top.day("review")?);
        if review < date {
            let error = Error::new(say!("error-review", date = date, review = review));
            return Err(top.refuse("review", error.hint(say!("hint-until"))));
        }
        Ok(Self {
            id,
            title,
            circle,
            date,
            review,
            wording: Wording {
                nominee: None,
                text: body.to_owned(),
                term: top.term("term")?.unwrap_or_else(|| between(date, review)),
                responsible: top.texts("responsible")?,
                measures: top.texts("measures")?,
            },
            by: top.text("by")?,
            consent: top.word("consent", &ConsentHeard::WORDS)?.unwrap_or(ConsentHeard::Earlier),
            version: top.number("version")?,
            present: top.texts("present")?,
            absent: top.texts("absent")?,
            guests: top.texts("guests")?,
            objections: ObjectionRecord::read(&top)?,
            concerns: ConcernRecord::read(&top)?,
            replaces: top.texts("replaces")?,
            ends: top.texts("ends")?,
            meeting: top.text("meeting")?,
        })
    }
}

/// A decision in force, as far as a meeting starts from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Its id.
    pub id: String,
    /// The title.
    pub title: String,
    /// The day it was adopted.
    pub date: NaiveDate,
    /// What it says.
    pub draft: Draft,
    /// When it comes back.
    pub review: Option<NaiveDate>,
    /// The concerns that were noted when it was adopted.
    pub concerns: Vec<String>,
}

impl Known {
    /// Names it by title and date.
    pub fn named(&self) -> Phrase {
        say!("decision-named", title = &self.title, date = self.date)
    }
}

impl From<&Decision> for Known {
    fn from(it: &Decision) -> Self {
        Self {
            id: it.id.clone(),
            title: it.title.clone(),
            date: it.date,
            draft: Draft::of(&it.wording),
            review: Some(it.review),
            concerns: it.concerns.iter().map(|it| it.text.clone()).collect(),
        }
    }
}

/// Returns the decisions in force: those that no other one replaces or ends.
pub fn in_force<'d>(decisions: impl Iterator<Item = &'d Decision> + Clone) -> Vec<&'d Decision> {
    let gone: HashSet<&str> = decisions
        .clone()
        .flat_map(|it| it.replaces.iter().chain(&it.ends).filter(|id| **id != it.id))
        .map(String::as_str)
        .collect();
    decisions.filter(|it| !gone.contains(it.id.as_str())).collect()
}

#[cfg(test)]
mod tests;
