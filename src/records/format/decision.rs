//! The file format of a decision: its text, its term, and how it was reached.
//!
//! Decisions are written when a meeting closes, or by hand for earlier ones. Never touches a file.

use std::collections::HashSet;

use chrono::NaiveDate;
use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::circle::{Effect, Renames};
use crate::lang::{Phrase, say};
use crate::meeting::{DatedValidity, Draft, Item, Meeting, Outcome, Validity, What};
use crate::records::format::front_matter::FrontMatter;
use crate::records::format::record_parts::{
    AsideRecord, ConcernRecord, ConsentHeard, ObjectionRecord,
};
use crate::text::clean;
use crate::toml_file::reader::{Reader, Section};
use crate::toml_file::{Word, table};

table! {
    /// A decision as recorded. Its file leaves out empty values.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Decision {
        /// The stem of its file, by which other decisions name it in `replaces` and `ends`.
        id: String = r#""2026-09-05-quiet-hours""#,
        /// Always `decision`.
        kind: DecisionKind = r#""decision""#,
        /// Its title.
        title: String = r#""Quiet hours""#,
        /// The circle that decided.
        circle: String = r#""Garden""#,
        /// The day it was adopted.
        date: NaiveDate = "2026-09-05",
        /// How long it stands; if left out, the term from adoption to review.
        validity: DatedValidity = {
            term = r#""1 year""#,
            until = "2027-03-18",
            lasts = r#""3 months""#,
            expires = "2026-12-05",
            once = "true",
            review = "2027-09-05",
        },
        /// Who is responsible for it.
        responsible: Vec<String> = r#"["Dana"]"#,
        /// How it is measured.
        measures: Vec<String> = r#"["complaints, counted by Dana"]"#,
        /// How it changed the circle, in the order in which it was done.
        effects: Vec<Effect> = r#"["join Farid"]"#,
        /// Who proposed it.
        by: Option<String> = r#""Chen""#,
        /// Who else proposed it.
        with: Vec<String> = r#"["Dana"]"#,
        /// How consent to it was heard.
        consent: ConsentHeard = r#""earlier""# [or Some(ConsentHeard::Earlier)],
        /// The version that was adopted.
        version: Option<u32> = "2",
        /// The members present when it was announced.
        present: Vec<String> = r#"["Ana", "Ben"]"#,
        /// The members who answered in writing.
        written: Vec<String> = r#"["Dana"]"#,
        /// Every other member.
        absent: Vec<String> = r#"["Emil"]"#,
        /// The guests present when it was announced.
        guests: Vec<String> = r#"["Zoe"]"#,
        /// The members present whom it is about, who were heard and not asked for consent. All
        /// others who were present consented, or stood aside.
        about: Vec<String> = r#"["Ben"]"#,
        /// All objections, also those to earlier versions.
        objections: Vec<ObjectionRecord> = r#"[{ who = "Ben", reason = "I build on Saturdays." }]"#,
        /// The concerns that were noted.
        concerns: Vec<ConcernRecord> = r#"[{ who = "Ana", text = "It may be too short." }]"#,
        /// Who stood aside: neither consent nor objection.
        asides: Vec<AsideRecord> = r#"[{ who = "Ana", reason = "I will not be here then." }]"#,
        /// The decisions it replaces, by id.
        replaces: Vec<String> = r#"["2025-09-05-quiet-hours"]"#,
        /// The decisions it ends, by id.
        ends: Vec<String> = r#"["2025-09-05-quiet-hours"]"#,
        /// The stem of its meeting's journal; none for an earlier decision.
        meeting: Option<String> = r#""2026-09-05""#,
    }
    and {
        /// What was decided, word for word.
        text: String,
    }
}

/// The value of `kind` in the files of decisions.
#[derive(Clone, Copy, Debug, EnumString, IntoStaticStr, PartialEq, Eq, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum DecisionKind {
    /// The only value.
    Decision,
}

impl Word for DecisionKind {}

impl FrontMatter for Decision {
    const FOLDER: &'static str = "decisions";

    const ADDED: &'static [&'static str] = &["about", "asides"];

    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn body(&self) -> Option<&str> {
        Some(&self.text)
    }

    fn set_body(&mut self, body: &str) {
        body.clone_into(&mut self.text);
    }

    fn rename(&mut self, names: &Renames) {
        names.responsible(&mut self.responsible);
        names.people(self.by.iter_mut().chain(&mut self.with));
        names.people(&mut self.written);
        names.people(self.present.iter_mut().chain(&mut self.absent).chain(&mut self.guests));
        names.people(&mut self.about);
        self.effects.iter_mut().for_each(|it| it.rename(names));
        names.people(self.objections.iter_mut().filter_map(|it| it.who.as_mut()));
        names.people(self.concerns.iter_mut().filter_map(|it| it.who.as_mut()));
        names.people(self.asides.iter_mut().filter_map(|it| it.who.as_mut()));
    }

    fn check(&self, reader: &mut Reader<'_>, section: &Section<'_>) {
        let DatedValidity { is, day } = self.validity;
        if let Some(day) = day.filter(|it| *it < self.date) {
            let key = is.day_key();
            let error = say!("error-review-before-date", key = key, date = self.date, review = day);
            reader.note(section.place(key), error, say!("hint-until"));
        }
    }
}

impl Decision {
    /// Makes the record of an item that ended with a decision; `None` for any other item.
    ///
    /// `stem` is the stem of the journal. The record names who objected or had a concern only if
    /// the circle's rules say so.
    pub fn of(meeting: &Meeting, item: &Item, id: &str, stem: &str) -> Option<Self> {
        let Some(Outcome::Adopted(index)) = item.outcome else { return None };
        let fact = meeting.fact(index)?;
        let What::Adopted(it) = &fact.what else { return None };
        let all = |list: &[String]| list.iter().map(|it| clean(it)).collect();
        // Records of format 1 do not have this key.
        let (_, about) = item.asked_and_heard(&it.present);
        let about = if meeting.format() < 2 { Vec::new() } else { about };
        Some(Self {
            id: id.to_owned(),
            kind: DecisionKind::Decision,
            title: clean(&it.title),
            circle: clean(&meeting.circle().name),
            date: fact.at.date_naive(),
            validity: it.validity,
            responsible: all(&it.responsible),
            measures: all(&it.measures),
            effects: it.effects.clone(),
            by: it.by.as_deref().map(clean),
            with: all(&it.with),
            consent: it.consent.into(),
            version: Some(it.version),
            present: all(&it.present),
            written: all(&it.written),
            absent: all(&it.absent),
            guests: all(&it.guests),
            about: all(&about),
            objections: ObjectionRecord::of(meeting, item),
            concerns: ConcernRecord::of(meeting, item),
            asides: AsideRecord::of(meeting, item),
            replaces: all(&it.replaces),
            ends: all(&it.ends),
            meeting: Some(stem.to_owned()),
            text: clean(&it.text),
        })
    }

    /// Makes the record of a decision that no meeting recorded. The caller sets its id.
    pub fn earlier(title: &str, circle: &str, date: NaiveDate, validity: DatedValidity) -> Self {
        Self {
            id: String::new(),
            kind: DecisionKind::Decision,
            title: clean(title),
            circle: clean(circle),
            date,
            validity,
            responsible: Vec::new(),
            measures: Vec::new(),
            effects: Vec::new(),
            by: None,
            with: Vec::new(),
            consent: ConsentHeard::Earlier,
            version: None,
            present: Vec::new(),
            written: Vec::new(),
            absent: Vec::new(),
            guests: Vec::new(),
            about: Vec::new(),
            objections: Vec::new(),
            concerns: Vec::new(),
            asides: Vec::new(),
            replaces: Vec::new(),
            ends: Vec::new(),
            meeting: None,
            text: String::new(),
        }
    }

    /// Returns the decision as a draft from which a proposal can start. Only a term is taken over, not
    /// a day or an end that was meant for then.
    pub fn draft(&self) -> Draft {
        Draft {
            nominee: None,
            text: Some(self.text.clone()),
            validity: self.validity.is.term().map(Validity::Term),
            responsible: Some(self.responsible.clone()),
            measures: Some(self.measures.clone()),
            effects: None,
        }
    }

    /// Returns its day if it is about somebody: lists that go round say only that, not its title.
    pub(crate) fn unsaid(&self) -> Option<NaiveDate> {
        (!self.about.is_empty()).then_some(self.date)
    }

    /// Returns its title and date as a phrase.
    pub fn named(&self) -> Phrase {
        say!("decision-named", title = &self.title, date = self.date)
    }
}

/// Returns the decisions in force on a day: those that no other decision replaces or ends, that have
/// not expired, and that are not done once.
pub(crate) fn in_force<'d>(
    decisions: impl Iterator<Item = &'d Decision> + Clone,
    on: NaiveDate,
) -> Vec<&'d Decision> {
    let replaced = decisions.clone();
    let replaced: HashSet<&String> = replaced
        .flat_map(|it| it.replaces.iter().chain(&it.ends).filter(|id| **id != it.id))
        .collect();
    let holds = |it: &&Decision| !replaced.contains(&it.id) && it.validity.holds(on);
    decisions.filter(holds).collect()
}

#[cfg(test)]
mod tests;
