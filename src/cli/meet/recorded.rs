//! Compares a script with the meeting that it may have recorded already.
//!
//! The script is played like any other, with the background as it was before the recorded meeting.
//! The facts that result are compared with the recorded ones.

use std::collections::BTreeMap;

use crate::circle::Effect;
use crate::dialogue::{Answers, Ask, Block, Input};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{
    AgendaItem, Draft, Fact, Item, ItemKind, Meeting, MeetingId, Phase, Step, Validity, What,
};
use crate::records::{Background, Topic};
use crate::toml_file::Word;

/// Returns the facts of a meeting without the last one, which tells that its records are written.
pub(super) fn answered(meeting: &Meeting) -> &[Fact] {
    match meeting.facts() {
        [all @ .., last] if matches!(last.what, What::Filed(_)) => all,
        all => all,
    }
}

/// Checks that the last fact of a meeting is equal to the recorded one. Digests are not compared,
/// because earlier journals may have been added or changed since.
pub(super) fn same_so_far(
    meeting: &Meeting,
    recorded: &Meeting,
    id: Option<&MeetingId>,
) -> Result<()> {
    let index = meeting.facts().len().saturating_sub(1);
    let [told, last] = [answered(recorded).get(index), meeting.facts().last()]
        .map(|it| it.map(|it| (it.at, it.what.without_digests())));
    let is_same = told == last;
    if is_same { Ok(()) } else { Err(differs(meeting, id)) }
}

/// Builds the error of a script that differs from the meeting recorded in a journal.
pub(super) fn differs(meeting: &Meeting, id: Option<&MeetingId>) -> Error {
    let opened = meeting.facts().first().map(|it| it.at.date_naive()).unwrap_or_default();
    let file = id.map(MeetingId::journal).unwrap_or_default();
    let message = say!("error-meeting-differs", date = opened.to_string(), file = &file);
    Error::new(message).hint(say!("hint-meeting-differs", file = file))
}

/// Restores the background of the recorded meeting where that or later meetings changed it: the
/// drafts and roles of its items, the minutes to approve, the circles right below, and elections that
/// were not accepted yet.
pub(super) fn restore(background: &mut Background, recorded: &Meeting) {
    // The first topic of a title counts, and a later meeting may have changed what is there now.
    background.topics.splice(0..0, roles(recorded));
    background.topics.extend(drafts(recorded));
    background.topics.extend(brought(recorded));
    background.minutes = minutes(recorded);
    for fact in recorded.standing() {
        let What::Adopted(it) = &fact.what else { continue };
        for effect in &it.effects {
            match effect {
                Effect::Found(it) => background.below.retain(|(name, _)| *name != it.name),
                Effect::EndCircle { name, .. } => background.below.push((name.clone(), false)),
                _ => {}
            }
        }
    }
    for (who, role) in &recorded.state().accepted {
        let mut elections = background.elections.iter_mut();
        if let Some(it) = elections.find(|it| it.elected == *who && it.role == *role) {
            it.accepted = false;
        }
    }
}

/// Returns the earlier meetings whose minutes the recorded meeting was asked about. An empty id stands
/// for those that it skipped.
fn minutes(recorded: &Meeting) -> Vec<String> {
    let asked = recorded.facts().iter().filter_map(|it| match &it.what {
        What::Approved(it) => it.meeting.clone(),
        What::Objected { meeting, .. } => meeting.clone(),
        What::Skipped { step: Phase::Minutes, .. } => Some(String::new()),
        _ => None,
    });
    asked.collect()
}

/// Returns the draft of each item without the parts that were typed in the meeting. It restores the
/// topic's file, which is removed once the topic is decided.
fn drafts(meeting: &Meeting) -> Vec<Topic> {
    let standing: Vec<&What> = meeting.standing().map(|it| &it.what).collect();
    let proposals = meeting.state().items.iter().filter(|it| it.entry.kind == ItemKind::Decide);
    let draft = |item: &Item| {
        let mut draft = Draft::of(&item.versions.first()?.wording);
        let mut parts = standing[item.facts.clone()].split(|it| matches!(it, What::Presented(_)));
        // Going backwards, the first measures that were typed are applied last.
        for what in parts.next()?.iter().rev() {
            match what {
                What::Worded { .. } => draft.text = None,
                What::Termed(_) => draft.validity = None,
                What::Assigned { .. } => draft.responsible = None,
                // A typed measure was added to those of the draft.
                What::Measured { measures } => {
                    draft.measures = measures.split_last().map(|(_, before)| before.to_vec());
                }
                // So was a change to the circle.
                What::Effected { effects, .. } => {
                    draft.effects = effects.split_last().map(|(_, before)| before.to_vec());
                }
                _ => {}
            }
        }
        let title = item.entry.title.clone();
        let begun = standing.get(item.facts.start);
        let (by, with, minutes) = match begun {
            Some(What::Began(it) | What::Listed(it)) => {
                (it.by.clone(), it.with.clone(), it.minutes)
            }
            _ => (None, Vec::new(), None),
        };
        let kind = Some(ItemKind::Decide);
        Some(Topic { title, kind, by, with, minutes, ..Topic::default() }.with_draft(draft))
    };
    proposals.filter_map(draft).collect()
}

/// Returns the topic of each selection, from which it went on as the fact `sought` says. Parts that were
/// typed in the meeting are said again.
fn roles(meeting: &Meeting) -> impl Iterator<Item = Topic> {
    let standing: Vec<&What> = meeting.standing().map(|it| &it.what).collect();
    let selections = meeting.state().items.iter().filter(|it| it.selection().is_some());
    selections.map(move |item| {
        let mut facts = standing[item.facts.clone()].iter();
        let left = facts.find_map(|it| match it {
            What::Sought(it) if it.meeting.is_some() => Some(it.clone()),
            _ => None,
        });
        let topic = topic(&item.entry);
        match left {
            Some(it) => Topic {
                purpose: Some(it.purpose).filter(|it| !it.is_empty()),
                validity: Some(Validity::Term(it.term)),
                begins: it.since,
                qualifications: it.qualifications,
                meeting: it.meeting,
                ..topic
            },
            None => topic,
        }
    })
}

/// Returns the topics that several people bring and that are not decided, of which a script has only
/// the number.
fn brought(meeting: &Meeting) -> impl Iterator<Item = Topic> {
    let listed = meeting.standing().filter_map(|it| match &it.what {
        What::Listed(it) if it.kind != ItemKind::Decide && !it.with.is_empty() => Some(it.clone()),
        _ => None,
    });
    listed.map(|it| topic(&it))
}

/// Returns the topic of an item as it was listed.
fn topic(entry: &AgendaItem) -> Topic {
    let AgendaItem { kind, title, minutes, by, with } = entry.clone();
    Topic { title, kind: Some(kind), by, with, minutes, ..Topic::default() }
}

/// The answers of a script with the numbers of agenda topics replaced by kind and title, as recorded.
/// The topics that had these numbers may no longer be offered.
pub(super) struct Numbered<'a> {
    answers: &'a mut dyn Answers,
    recorded: &'a Meeting,
    /// The item that the recorded meeting listed next, while the agenda is asked for.
    listed: Option<AgendaItem>,
    /// The meaning of each number used so far.
    numbers: BTreeMap<usize, (ItemKind, String)>,
}

impl<'a> Numbered<'a> {
    pub(super) fn new(answers: &'a mut dyn Answers, recorded: &'a Meeting) -> Self {
        Self { answers, recorded, listed: None, numbers: BTreeMap::new() }
    }

    /// Replaces the number at the beginning of a line by kind and title.
    fn spelled_out(&mut self, line: &str) -> Option<String> {
        let (number, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
        let number: usize = number.parse().ok()?;
        let AgendaItem { kind, title, minutes, by, with } = self.listed.take()?;
        let meant = (kind, title.clone());
        if *self.numbers.entry(number).or_insert_with(|| meant.clone()) != meant {
            return None;
        }
        let minutes = minutes.filter(|_| !rest.contains("min")).map(|it| format!(" {it} min"));
        // Several people are taken from the topic, because behind a `by` a script has one name.
        let by =
            by.filter(|_| with.is_empty() && !rest.contains("by ")).map(|it| format!(" by {it}"));
        let [minutes, by] = [minutes, by].map(Option::unwrap_or_default);
        let rest = if rest.is_empty() { String::new() } else { format!(" {rest}") };
        Some(format!("{} {title}{minutes}{rest}{by}", kind.word()))
    }
}

impl Answers for Numbered<'_> {
    fn see(&mut self, meeting: &Meeting) {
        let recorded = self.recorded.facts().get(meeting.facts().len()).map(|it| &it.what);
        self.listed = match (meeting.step(), recorded) {
            (Some(Step::Agenda), Some(What::Listed(it))) => Some(it.clone()),
            _ => None,
        };
    }

    fn answer(&mut self, ask: &Ask) -> Result<Option<Input>> {
        let input = self.answers.answer(ask)?;
        Ok(input.map(|it| Input { line: self.spelled_out(&it.line).unwrap_or(it.line), ..it }))
    }

    fn edit(&mut self, ask: &Ask, current: &str) -> Result<Option<String>> {
        self.answers.edit(ask, current)
    }

    fn refuse(&mut self, err: Error) -> Result<()> {
        self.answers.refuse(err)
    }

    fn show(&mut self, blocks: &[Block]) -> Result<()> {
        self.answers.show(blocks)
    }
}
