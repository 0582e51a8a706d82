//! A topic of the backlog as a file: what a later meeting may take up, with its draft.
//!
//! Written for topics that came up and items left undecided. Never touches a file.

use chrono::NaiveDate;
use toml::{Table, Value};

use crate::circle::Term;
use crate::meeting::{Draft, ItemKind};
use crate::records::format::front_matter::FrontMatter;
use crate::records::rows;
use crate::toml_file::table;

table! {
    /// A topic as it is kept. Empty parts are left out of its file.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Topic {
        /// Its title.
        title: String = r#""Quiet hours""#,
        /// What is to be done with it, where that was said.
        kind: Option<ItemKind> = r#""decide""#,
        /// Who brings it.
        by: Option<String> = r#""Chen""#,
        /// How many minutes it is given.
        minutes: Option<u32> = "20",
        /// The day of the meeting in which it came up.
        since: Option<NaiveDate> = "2026-09-05",
        /// Until when it was put off.
        postponed: Option<NaiveDate> = "2026-09-19",
        /// How long the proposed decision stands.
        term: Option<Term> = r#""1 year""#,
        /// Who is proposed to see to it.
        responsible: Vec<String> = r#"["Dana"]"#,
        /// How it is proposed to be measured.
        measures: Vec<String> = r#"["complaints, counted by Dana"]"#,
    }
    and {
        /// The proposed text.
        text: Option<String>,
    }
}

impl FrontMatter for Topic {
    const FOLDER: &'static str = "backlog";

    fn body(&self) -> Option<&str> {
        self.text.as_deref()
    }

    fn set_body(&mut self, body: &str) {
        self.text = Some(body.to_owned()).filter(|it| !it.trim().is_empty());
    }
}

impl Topic {
    /// Returns what is proposed so far.
    pub(crate) fn draft(&self) -> Draft {
        let some = |it: &Vec<String>| Some(it.clone()).filter(|it| !it.is_empty());
        Draft {
            nominee: None,
            text: self.text.clone(),
            term: self.term,
            responsible: some(&self.responsible),
            measures: some(&self.measures),
        }
    }

    /// Returns the topic with this draft.
    #[must_use]
    pub(crate) fn with_draft(self, draft: Draft) -> Self {
        let Draft { text, term, responsible, measures, .. } = draft;
        let [responsible, measures] = [responsible, measures].map(Option::unwrap_or_default);
        Self { term, responsible, measures, text, ..self }
    }

    /// Returns what is to be done with it: where that was not said, a text is to be decided, and
    /// anything else to be talked about.
    pub(crate) fn kind(&self) -> ItemKind {
        let usual = if self.text.is_some() { ItemKind::Decide } else { ItemKind::Explore };
        self.kind.unwrap_or(usual)
    }

    /// Returns the topic as programs read it, behind the circle where that is to be told, with the
    /// file it stands in.
    pub(crate) fn row(&self, circle: Option<&str>, file: &str) -> Table {
        let circle = rows::row([("circle", circle.map(Value::from))]);
        let file = rows::row([("file", Some(file.into()))]);
        circle.into_iter().chain(rows::record(self)).chain(file).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_written_by_hand_needs_only_a_title() {
        let topic = Topic::read_text("+++\ntitle = \"Bike rack\"\n+++\n").unwrap();
        assert_eq!(topic, Topic { title: "Bike rack".to_owned(), ..Topic::default() });
        let error = Topic::read_text("+++\nkind = \"decide\"\n+++\n").unwrap_err();
        assert_eq!(error[0].message.key, "error-missing");
    }
}
