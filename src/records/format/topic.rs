//! A topic of the backlog as a file: what a later meeting may take up, with its draft.
//!
//! Written for topics that came up and items left undecided. Never touches a file.

use chrono::NaiveDate;
use serde::Serialize;

use crate::error::Result;
use crate::meeting::{Draft, Entry, Item, Kind, Meeting, Outcome, What};
use crate::records::format::front_matter;
use crate::records::format::front_matter::{Front, Keys};
use crate::text::{clean, same};

/// A topic as it is kept. Empty parts are left out of its file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topic {
    /// Its title.
    pub title: String,
    /// What is to be done with it, where that was said.
    pub kind: Option<Kind>,
    /// Who brings it.
    pub by: Option<String>,
    /// How many minutes it is given.
    pub minutes: Option<u32>,
    /// The day of the meeting in which it came up.
    pub since: Option<NaiveDate>,
    /// Until when it was put off.
    pub postponed: Option<NaiveDate>,
    /// What is proposed so far.
    pub draft: Draft,
}

const KEYS: &Keys = &[
    ("title", r#"title = "Quiet hours""#),
    ("kind", r#"kind = "decide""#),
    ("by", r#"by = "Chen""#),
    ("minutes", "minutes = 20"),
    ("since", "since = 2026-09-05"),
    ("postponed", "postponed = 2026-09-19"),
    ("term", r#"term = "1 year""#),
    ("responsible", r#"responsible = ["Dana"]"#),
    ("measures", r#"measures = ["complaints, counted by Dana"]"#),
];

impl Topic {
    /// Writes the topic: front matter, then the text of the draft.
    pub fn to_text(&self) -> String {
        let draft = &self.draft;
        let list =
            |it: &Option<Vec<String>>| front_matter::texts(it.as_deref().unwrap_or_default());
        let term = draft.term.map(|it| it.to_string()).unwrap_or_default();
        let pairs = [
            ("title", front_matter::text(&self.title)),
            ("kind", front_matter::text(self.kind.map_or("", Kind::word))),
            ("by", front_matter::optional(self.by.as_deref())),
            ("minutes", front_matter::plain(self.minutes)),
            ("since", front_matter::plain(self.since)),
            ("postponed", front_matter::plain(self.postponed)),
            ("term", front_matter::text(&term)),
            ("responsible", list(&draft.responsible)),
            ("measures", list(&draft.measures)),
        ];
        front_matter::write(&pairs, draft.text.as_deref())
    }

    /// Reads a topic, also one written by hand: only `title` is required.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong, with line, column and a hint.
    pub fn read(text: &str) -> Result<Self> {
        let whole = front_matter::normal(text);
        let Front { top, body } = Front::read(&whole, KEYS)?;
        let list = |key| Ok(Some(top.texts(key)?).filter(|it| !it.is_empty()));
        Ok(Self {
            title: top.required("title")?,
            kind: top.word("kind", &Kind::WORDS)?,
            by: top.text("by")?,
            minutes: top.number("minutes")?,
            since: top.date("since")?,
            postponed: top.date("postponed")?,
            draft: Draft {
                nominee: None,
                text: Some(body.to_owned()).filter(|it| !it.trim().is_empty()),
                term: top.term("term")?,
                responsible: list("responsible")?,
                measures: list("measures")?,
            },
        })
    }

    /// Returns what is to be done with it: where that was not said, a text is to be decided, and
    /// anything else to be talked about.
    pub fn kind(&self) -> Kind {
        let usual = if self.draft.text.is_some() { Kind::Decide } else { Kind::Explore };
        self.kind.unwrap_or(usual)
    }

    /// Returns the topics as JSON, each with the file it stands in, behind the circle where that is
    /// to be told: a list of objects with the keys of the files and their texts, what is empty left
    /// out.
    pub fn to_json<'a>(
        topics: impl Iterator<Item = (Option<&'a str>, &'a (String, Self))>,
    ) -> String {
        let rows: Vec<Row> = topics.map(|(circle, (file, it))| it.row(circle, file)).collect();
        let json = serde_json::to_string_pretty(&rows);
        json.expect("texts, numbers and lists of texts are JSON") + "\n"
    }

    fn row(&self, circle: Option<&str>, file: &str) -> Row {
        let Draft { text, term, responsible, measures, .. } = cleaned(&self.draft);
        Row {
            circle: circle.map(clean),
            title: clean(&self.title),
            kind: self.kind.map(Kind::word),
            by: self.by.as_deref().map(clean),
            minutes: self.minutes,
            since: self.since.map(|it| it.to_string()),
            postponed: self.postponed.map(|it| it.to_string()),
            term: term.map(|it| it.to_string()),
            responsible,
            measures,
            text,
            file: file.to_owned(),
        }
    }

    fn of(entry: &Entry, since: NaiveDate) -> Self {
        Self {
            title: clean(&entry.title),
            kind: Some(entry.kind),
            by: entry.by.as_deref().map(clean),
            minutes: entry.minutes,
            since: Some(since),
            ..Self::default()
        }
    }
}

/// A topic as programs read it.
#[derive(Serialize)]
struct Row {
    #[serde(skip_serializing_if = "Option::is_none")]
    circle: Option<String>,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    postponed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    term: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    responsible: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    measures: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    file: String,
}

/// What a meeting means for the backlog.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Change<'m> {
    /// A topic for later. The item it comes from, where it was begun.
    Keep(Topic, Option<&'m Item>),
    /// What this topic was about is decided or dropped.
    Decided(&'m str),
    /// A topic of this kind was explored or reported to its end.
    Over(&'m str, Kind),
    /// The topic was given to another circle. The item it comes from, where it was begun.
    Refer(Topic, Option<&'m Item>, &'m str),
}

impl Change<'_> {
    pub fn title(&self) -> &str {
        match self {
            Self::Keep(topic, _) | Self::Refer(topic, ..) => &topic.title,
            Self::Decided(title) | Self::Over(title, _) => title,
        }
    }
}

/// Returns what a meeting means for the backlog: one change for a title, the last one said.
///
/// Topics that came up stand behind what became of the items, and give way to it.
pub(crate) fn changes(meeting: &Meeting) -> Vec<Change<'_>> {
    let Some(opened) = meeting.standing().next() else { return Vec::new() };
    let since = opened.at.date_naive();
    let state = meeting.state();
    let begun = state.items.iter().filter_map(|it| {
        // Whom a role may be given to is not kept for another meeting: it begins anew.
        let draft = if it.selection.is_some() { Draft::default() } else { cleaned(&it.draft) };
        let topic = Topic { draft, ..Topic::of(&it.entry, since) };
        Some(change(&it.entry, it.outcome.as_ref()?, topic, Some(it)))
    });
    let left = state.left.iter();
    let left = left.map(|(entry, outcome)| change(entry, outcome, Topic::of(entry, since), None));
    let mut changes: Vec<Change<'_>> = Vec::new();
    for next in begun.chain(left) {
        // A talk that is over does not end what is still to be decided.
        let attendances = |it: &Change<'_>| match (it, &next) {
            (Change::Keep(topic, _), Change::Over(_, kind)) => topic.kind != Some(*kind),
            _ => false,
        };
        if !changes.iter().any(|it| same(it.title(), next.title()) && attendances(it)) {
            changes.retain(|it| !same(it.title(), next.title()));
            changes.push(next);
        }
    }
    for fact in meeting.standing() {
        let What::Topic { title } = &fact.what else { continue };
        if !changes.iter().any(|it| same(it.title(), title)) {
            let topic = Topic { title: clean(title), since: Some(since), ..Topic::default() };
            changes.push(Change::Keep(topic, None));
        }
    }
    changes
}

fn change<'m>(
    entry: &'m Entry,
    outcome: &'m Outcome,
    topic: Topic,
    item: Option<&'m Item>,
) -> Change<'m> {
    match outcome {
        Outcome::Adopted(_) | Outcome::Elected(_) | Outcome::Dropped => {
            Change::Decided(&entry.title)
        }
        Outcome::Done => Change::Over(&entry.title, entry.kind),
        Outcome::Postponed(date) => Change::Keep(Topic { postponed: *date, ..topic }, item),
        Outcome::KeptOpen => Change::Keep(topic, item),
        Outcome::Referred(circle) => Change::Refer(topic, item, circle),
    }
}

fn cleaned(draft: &Draft) -> Draft {
    let all = |list: &Vec<String>| -> Vec<String> { list.iter().map(|it| clean(it)).collect() };
    let some = |list: &Option<Vec<String>>| list.as_ref().map(all).filter(|it| !it.is_empty());
    Draft {
        nominee: None,
        text: draft.text.as_deref().map(clean),
        term: draft.term,
        responsible: some(&draft.responsible),
        measures: some(&draft.measures),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::circle::Attribution;
    use crate::records::sample;

    fn topics(meeting: &Meeting) -> Vec<Topic> {
        let kept = changes(meeting).into_iter().filter_map(|it| match it {
            Change::Keep(topic, _) => Some(topic),
            _ => None,
        });
        kept.collect()
    }

    #[test]
    fn what_is_left_undecided_becomes_a_topic_with_its_latest_draft() {
        let meeting = sample::meeting(Attribution::None);
        let texts: Vec<String> = topics(&meeting).iter().map(Topic::to_text).collect();
        assert_eq!(
            texts,
            [
                "+++\ntitle = \"Tool shed\"\nkind = \"decide\"\nby = \"Ana\"\nsince = 2026-09-05\n\
                 postponed = 2026-09-19\nterm = \"1 year\"\n+++\n\nWe build a shed.\n",
                "+++\ntitle = \"Open day\"\nkind = \"explore\"\nby = \"Ana\"\nminutes = 15\n\
                 since = 2026-09-05\n+++\n",
                "+++\ntitle = \"Bike rack\"\nsince = 2026-09-05\n+++\n",
            ]
        );
    }

    #[test]
    fn what_is_written_is_read_back() {
        let meeting = sample::meeting(Attribution::None);
        for topic in topics(&meeting) {
            for text in sample::NASTY {
                let mut topic = topic.clone();
                topic.title = text.to_owned();
                topic.draft.text = Some(text.to_owned());
                topic.draft.responsible = None;
                topic.draft.measures = Some(vec![text.to_owned()]);
                assert_eq!(Topic::read(&topic.to_text()), Ok(topic));
            }
        }
    }

    #[test]
    fn a_topic_written_by_hand_needs_only_a_title() {
        let topic = Topic::read("+++\ntitle = \"Bike rack\"\n+++\n").unwrap();
        assert_eq!(topic, Topic { title: "Bike rack".to_owned(), ..Topic::default() });
        let error = Topic::read("+++\nkind = \"decide\"\n+++\n").unwrap_err();
        assert_eq!(error.message.key, "error-missing");
    }
}
