//! Whom a circle named in a selection that a meeting left, and why.

use crate::circle::{Attribution, Renames};
use crate::meeting::{Item, Meeting, Nomination, Outcome};
use crate::records::Topic;
use crate::records::format::journal::Journal;
use crate::text::{clean, same};

/// The nominations of a selection that was put off.
#[derive(Clone, Debug, PartialEq)]
pub struct Nominated {
    /// The title of its topic.
    pub role: String,
    /// The id of the meeting.
    pub meeting: String,
    /// What that meeting's rules name people beside.
    pub attribution: Attribution,
    /// The last nomination of each member.
    pub nominations: Vec<Nomination>,
}

impl Nominated {
    /// Returns the nominations that a meeting heard for the selection that it left as this topic;
    /// `None` if there are none or the journal's facts are not those of a meeting.
    pub(crate) fn of(topic: &Topic, id: &str, journal: Journal, names: &Renames) -> Option<Self> {
        let meeting = Meeting::of(journal.format, journal.head, journal.facts).ok()?;
        let is_topic = |it: &&Item| {
            let mut title = clean(&it.entry.title);
            names.role(&mut title);
            let is_left = matches!(it.outcome, Some(Outcome::Postponed(_) | Outcome::KeptOpen));
            is_left && same(&title, &topic.title)
        };
        let mut left = meeting.state().items.iter().rev().filter(is_topic);
        let mut nominations = left
            .find_map(|it| Some(&it.selection()?.nominations).filter(|it| !it.is_empty()))?
            .clone();
        for it in &mut nominations {
            names.people([&mut it.who].into_iter().chain(&mut it.nominees).chain(&mut it.outside));
        }
        Some(Self {
            role: topic.title.clone(),
            meeting: id.to_owned(),
            attribution: meeting.circle().rules.attribution,
            nominations,
        })
    }
}
