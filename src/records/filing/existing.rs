//! The files that exist already.

use std::collections::{BTreeMap, HashSet};

use crate::circle::Effect;
use crate::meeting::{Amended, Fact, What};
use crate::records::{FrontMatter, Topic};
use crate::text::{clean, fold};

/// The texts of existing files by their paths in the circle's folder. The text of an unreadable
/// file is empty.
#[derive(Clone, Debug, Default)]
pub struct Existing<'a> {
    parts: Vec<&'a BTreeMap<String, String>>,
    said: HashSet<String>,
    /// The paths of files that are none of the records, and whose names are taken.
    taken: HashSet<&'a str>,
}

/// The facts that [`Existing::add_said`] reads.
pub(crate) const SAID: [&str; 13] = [
    "effected",
    "worded",
    "assigned",
    "measured",
    "amended",
    "presented",
    "objected",
    "consented",
    "concerned",
    "sought",
    "purposed",
    "qualified",
    "struck",
];

impl<'a> Existing<'a> {
    /// Combines several maps of files. No path may be in two of them.
    pub fn of(parts: impl IntoIterator<Item = &'a BTreeMap<String, String>>) -> Self {
        Self { parts: parts.into_iter().collect(), said: HashSet::new(), taken: HashSet::new() }
    }

    /// Adds what was said of proposals and roles in meetings, also in objections and concerns.
    pub fn add_said<'f>(&mut self, facts: impl IntoIterator<Item = &'f Fact>) {
        for fact in facts {
            let effects: &[Effect] = match &fact.what {
                What::Effected { effects, .. } => effects,
                What::Amended(it) => it.effects.as_deref().unwrap_or_default(),
                What::Presented(it) => &it.effects,
                _ => &[],
            };
            self.said.extend(effects.iter().map(|it| clean(&it.to_string())));
            let (text, lists): (Option<&String>, [Option<&Vec<String>>; 2]) = match &fact.what {
                What::Worded { text }
                | What::Qualified { text, .. }
                | What::Effected { text: Some(text), .. } => (Some(text), [None, None]),
                What::Assigned { responsible } => (None, [Some(responsible), None]),
                What::Measured { measures } => (None, [None, Some(measures)]),
                What::Amended(Amended { text, responsible, measures, .. }) => {
                    (text.as_ref(), [responsible.as_ref(), measures.as_ref()])
                }
                What::Presented(it) => {
                    (Some(&it.text), [Some(&it.responsible), Some(&it.measures)])
                }
                What::Objected { reason, .. } => (Some(reason), [None, None]),
                What::Consented { concern, .. } => (concern.as_ref(), [None, None]),
                What::Concerned(it) => (Some(&it.text), [None, None]),
                What::Sought(it) => (Some(&it.purpose), [Some(&it.qualifications), None]),
                What::Purposed { text } => (text.as_ref(), [None, None]),
                What::Struck(it) => (Some(&it.text), [None, None]),
                _ => continue,
            };
            let lists = lists.into_iter().flatten().flatten();
            self.said.extend(text.into_iter().chain(lists).map(|it| clean(it)));
        }
    }

    /// Returns whether every text of a topic was said in meetings: its draft, objections and concerns,
    /// the purpose of the role and what it asks for. Who was to see to it may have been somebody else: a
    /// decision says it anew.
    pub(crate) fn were_said(&self, topic: &Topic) -> bool {
        let lists = topic.measures.iter().chain(&topic.purpose).chain(&topic.qualifications);
        let then = topic.objections.iter().map(|it| &it.reason);
        let then = then.chain(topic.concerns.iter().map(|it| &it.text));
        let mut said = topic.text.iter().chain(lists).chain(then);
        let mut effects = topic.effects.iter();
        said.all(|it| self.said.contains(&clean(it)))
            && effects.all(|it| self.said.contains(&clean(&it.to_string())))
    }

    /// Adds the paths of files that are not read, such as copies. Nothing is written there.
    pub(crate) fn add_taken(&mut self, paths: impl IntoIterator<Item = &'a String>) {
        self.taken.extend(paths.into_iter().map(String::as_str));
    }

    /// Returns whether a file that is not read has this path.
    pub(crate) fn is_taken(&self, path: &str) -> bool {
        self.taken.contains(path)
    }

    /// Returns the text of a file.
    pub fn get(&self, path: &str) -> Option<&'a String> {
        self.parts.iter().find_map(|it| it.get(path))
    }

    /// Returns the paths that begin with `prefix` whose files have a slip and contain all `words`, so
    /// that any of them may be the record with these words. Case and accents do not matter.
    pub(crate) fn slips<T: FrontMatter>(&self, prefix: &str, words: &[&str]) -> Vec<&'a String> {
        let words: Vec<String> = words.iter().map(|it| fold(&clean(it))).collect();
        let may_be = |text: &str| {
            let text = fold(text);
            words.iter().all(|it| text.contains(it))
        };
        let files = self.beginning(prefix);
        let slips = files.filter(|(_, text)| may_be(text) && T::read_text(text).is_err());
        slips.map(|(path, _)| path).collect()
    }

    /// Returns whether a file exists.
    pub fn has(&self, path: &str) -> bool {
        self.get(path).is_some() || self.is_taken(path)
    }

    /// Returns the paths that begin with `prefix`, with the texts of their files.
    pub fn beginning(&self, prefix: &str) -> impl Iterator<Item = (&'a String, &'a String)> {
        let prefix = prefix.to_owned();
        let parts = self.parts.clone().into_iter();
        parts.flat_map(move |part| {
            let prefix = prefix.clone();
            part.range(prefix.clone()..).take_while(move |(path, _)| path.starts_with(&prefix))
        })
    }
}
