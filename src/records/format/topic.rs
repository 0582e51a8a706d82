//! The file format of a topic in the backlog, with the draft of a proposal.
//!
//! Topics are written for what came up in a meeting and for undecided items. Never touches a file.

use chrono::NaiveDate;
use toml::{Table, Value};

use crate::circle::{Effect, Renames, Term};
use crate::lang::{Words, say};
use crate::meeting::{Draft, Item, ItemKind, Meeting, MeetingId, RoleSaid, Selection, Validity};
use crate::records::format::front_matter::FrontMatter;
use crate::records::format::record_parts::{ConcernRecord, ObjectionRecord};
use crate::records::rows;
use crate::text::clean;
use crate::toml_file::table;

table! {
    /// A topic as recorded. Its file leaves out empty values.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Topic {
        title: String = r#""Quiet hours""#,
        /// What to do with it, if somebody said so.
        kind: Option<ItemKind> = r#""decide""#,
        by: Option<String> = r#""Chen""#,
        /// Who else brings it.
        with: Vec<String> = r#"["Dana"]"#,
        /// The minutes planned for it.
        minutes: Option<u32> = "20",
        /// The day of the meeting in which it came up.
        since: Option<NaiveDate> = "2026-09-05",
        /// The day it was postponed to.
        postponed: Option<NaiveDate> = "2026-09-19",
        /// What the role to be filled is for.
        purpose: Option<String> = r#""Opens and closes.""#,
        /// How long the proposed decision would stand; of a role the term for which it is given.
        validity: Option<Validity> = {
            term = r#""1 year""#,
            until = "2027-03-18",
            lasts = r#""3 months""#,
            expires = "2026-12-05",
            once = "true",
        },
        /// The day on which the term of the role would begin, if that was said.
        begins: Option<NaiveDate> = "2026-12-01",
        /// What the role asks for, so far.
        qualifications: Vec<String> = r#"["patient", "here most weeks"]"#,
        /// Who is proposed to be responsible.
        responsible: Vec<String> = r#"["Dana"]"#,
        measures: Vec<String> = r#"["complaints, counted by Dana"]"#,
        /// How the proposed decision would change the circle.
        effects: Vec<Effect> = r#"["join Farid"]"#,
        /// The stem of the journal of the last meeting in which it was on the table.
        meeting: Option<String> = r#""2026-09-05""#,
        /// The objections in that meeting.
        objections: Vec<ObjectionRecord> = r#"[{ who = "Ben", reason = "I build on Saturdays." }]"#,
        /// The concerns in that meeting.
        concerns: Vec<ConcernRecord> = r#"[{ who = "Ana", text = "It may be too short." }]"#,
    }
    and {
        text: Option<String>,
    }
}

impl FrontMatter for Topic {
    const FOLDER: &'static str = "backlog";

    fn id(&self) -> Option<&str> {
        None
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn body(&self) -> Option<&str> {
        self.text.as_deref()
    }

    fn set_body(&mut self, body: &str) {
        self.text = Some(body.to_owned()).filter(|it| !it.trim().is_empty());
    }

    fn rename(&mut self, names: &Renames) {
        names.people(self.by.iter_mut().chain(&mut self.with));
        names.responsible(&mut self.responsible);
        self.effects.iter_mut().for_each(|it| it.rename(names));
        names.people(self.objections.iter_mut().filter_map(|it| it.who.as_mut()));
        names.people(self.concerns.iter_mut().filter_map(|it| it.who.as_mut()));
        if self.is_selection() {
            names.role(&mut self.title);
        }
    }
}

impl Topic {
    /// Returns the draft of a proposal. How long a role is given, without a text, is no part of it.
    pub(crate) fn draft(&self) -> Draft {
        let some = |it: &Vec<String>| Some(it.clone()).filter(|it| !it.is_empty());
        Draft {
            nominee: None,
            text: self.text.clone(),
            validity: self.validity.filter(|_| self.text.is_some() || !self.is_selection()),
            responsible: some(&self.responsible),
            measures: some(&self.measures),
            effects: Some(self.effects.clone()).filter(|it| !it.is_empty()),
        }
    }

    #[must_use]
    pub(crate) fn with_draft(self, draft: Draft) -> Self {
        let Draft { text, validity, responsible, measures, effects, .. } = draft;
        let effects = effects.unwrap_or_default();
        let [responsible, measures] = [responsible, measures].map(Option::unwrap_or_default);
        let validity = validity.or(self.validity);
        Self { validity, responsible, measures, effects, text, ..self }
    }

    /// Returns the topic with what the meeting said of the role to be filled. What was not said, and
    /// what the circle's file says as long as the role was not shown, is left open.
    #[must_use]
    fn with_role(self, said: &Selection, usual: Term) -> Self {
        let is_whole = said.said == RoleSaid::Whole;
        let purpose = Some(clean(&said.purpose)).filter(|it| !it.is_empty());
        let term = said.term.or(is_whole.then_some(usual));
        Self {
            purpose: purpose.filter(|_| said.new || is_whole),
            validity: term.filter(|_| said.said != RoleSaid::Little).map(Validity::Term),
            begins: said.since,
            qualifications: said.qualifications.iter().map(|it| clean(&it.text)).collect(),
            ..self
        }
    }

    /// Returns the topic of a selection with what an earlier topic says of the role, where this one
    /// leaves it open. All of it was said again if the role was shown, as in `item`.
    #[must_use]
    pub(crate) fn with_role_of(self, earlier: &Self, item: Option<&Item>) -> Self {
        let is_whole = item.and_then(Item::selection).is_some_and(|it| it.said == RoleSaid::Whole);
        if is_whole {
            return self;
        }
        Self {
            purpose: self.purpose.or_else(|| earlier.purpose.clone()),
            validity: self.validity.or(earlier.validity),
            begins: self.begins.or(earlier.begins),
            qualifications: earlier.qualifications.clone(),
            ..self
        }
    }

    /// Returns whether a selection goes on from the topic: a meeting had it on the table, and it says
    /// something of the role.
    pub(crate) fn goes_on(&self) -> bool {
        let is_known = self.purpose.is_some()
            || self.role_term().is_some()
            || self.begins.is_some()
            || self.asks_for().next().is_some();
        self.is_selection() && self.meeting.is_some() && is_known
    }

    fn is_selection(&self) -> bool {
        self.kind == Some(ItemKind::Select)
    }

    /// Returns how long the role is given, in a selection.
    pub(crate) fn role_term(&self) -> Option<Term> {
        self.validity.and_then(Validity::term)
    }

    /// Returns what the role asks for, in a selection. Blank texts, which somebody may have left in the
    /// file, say nothing.
    pub(crate) fn asks_for(&self) -> impl Iterator<Item = &String> {
        self.qualifications.iter().filter(|it| !it.trim().is_empty())
    }

    /// Returns the topic with the meeting in which its item was on the table, and with what was said
    /// there: of a proposal the objections and concerns, of a selection what is known of the role.
    #[must_use]
    pub(crate) fn discussed(self, meeting: &Meeting, id: &MeetingId, item: Option<&Item>) -> Self {
        // These keys came with format 2.
        let Some(item) = item.filter(|_| meeting.format() >= 2) else { return self };
        let meeting_id = Some(id.to_string());
        if let Some(selection) = item.selection() {
            let topic = self.with_role(selection, meeting.circle().rules.term);
            return Self { meeting: meeting_id, ..topic };
        }
        let objections = ObjectionRecord::of(meeting, item);
        Self { meeting: meeting_id, objections, concerns: ConcernRecord::of(meeting, item), ..self }
    }

    /// Makes the topic of a link between circles that lacks: the changes that bring it about.
    pub(crate) fn link(circle: &str, effects: Vec<Effect>, words: &Words) -> Self {
        let title = words.say(&say!("link-title", circle = clean(circle)));
        Self { title, kind: Some(ItemKind::Decide), effects, ..Self::default() }
    }

    /// Returns what to do with the topic. By default a topic with a text is decided and any other
    /// explored.
    pub(crate) fn kind(&self) -> ItemKind {
        let default = if self.text.is_some() { ItemKind::Decide } else { ItemKind::Explore };
        self.kind.unwrap_or(default)
    }

    /// Returns the topic as a row: the circle if given, the keys of its file, and the file's name.
    pub(crate) fn row(&self, circle: Option<&str>, file: &str) -> Table {
        let mut row = rows::row([("circle", circle.map(Value::from))]);
        row.extend(rows::record(self));
        row.insert("file".to_owned(), file.into());
        row
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_says_in_at_most_one_way_how_long_the_decision_would_stand() {
        let read = |keys: &str| Topic::read_text(&format!("+++\ntitle = \"A\"\n{keys}\n+++\n"));
        for keys in [
            "term = \"1 year\"",
            "until = 2027-03-18",
            "lasts = \"3 months\"",
            "expires = 2027-03-18",
            "once = true",
        ] {
            let topic = read(keys).unwrap();
            assert!(topic.to_text().contains(&format!("\n{keys}\n")), "{}", topic.to_text());
            assert_eq!(Topic::default().with_draft(topic.draft()).validity, topic.validity);
        }
        for (keys, key) in [
            ("term = \"1 year\"\nonce = true", "error-how-long-contradicts"),
            ("lasts = \"3 months\"\nexpires = 2027-03-18", "error-how-long-contradicts"),
            ("review = 2027-03-18", "error-unknown-key"),
        ] {
            assert_eq!(read(keys).unwrap_err()[0].message.key, key, "{keys}");
        }
    }

    #[test]
    fn a_topic_written_by_hand_needs_only_a_title() {
        let topic = Topic::read_text("+++\ntitle = \"Bike rack\"\n+++\n").unwrap();
        assert_eq!(topic, Topic { title: "Bike rack".to_owned(), ..Topic::default() });
        let error = Topic::read_text("+++\nkind = \"decide\"\n+++\n").unwrap_err();
        assert_eq!(error[0].message.key, "error-missing-key");
    }
}
