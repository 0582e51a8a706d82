//! A script compared with the meeting it may have recorded already.
//!
//! The script is walked like any other. What is prepared here is what was there when the meeting
//! took place and is gone since; the facts that come out are compared with the recorded ones.

use std::collections::BTreeMap;

use crate::dialogue::{Answers, Ask, Block, Input};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{Draft, Fact, Item, ItemKind, Meeting, MeetingId, Phase, Step, What};
use crate::records::{Background, Topic};
use crate::toml_file::Word;

/// Returns all facts of a meeting but the last one that its records are written.
pub(super) fn answered(meeting: &Meeting) -> &[Fact] {
    match meeting.facts() {
        [all @ .., last] if last.what == (What::Filed {}) => all,
        all => all,
    }
}

/// Checks that the last fact of a meeting is the same in the one that was recorded.
pub(super) fn same_so_far(
    meeting: &Meeting,
    recorded: &Meeting,
    id: Option<&MeetingId>,
) -> Result<()> {
    let index = meeting.facts().len().saturating_sub(1);
    let is_same = answered(recorded).get(index) == meeting.facts().last();
    if is_same { Ok(()) } else { Err(differs(meeting, id)) }
}

/// Says that a script differs from the meeting recorded in a journal.
pub(super) fn differs(meeting: &Meeting, id: Option<&MeetingId>) -> Error {
    let opened = meeting.facts().first().map(|it| it.at.date_naive()).unwrap_or_default();
    let file = id.map(MeetingId::journal).unwrap_or_default();
    let message = say!("error-meeting-differs", date = opened.to_string(), file = &file);
    Error::new(message).hint(say!("hint-meeting-differs", file = file))
}

/// Puts back what the recorded meeting found and later meetings took away: the drafts that its
/// items began with, the minutes it was asked about, and who had not accepted yet.
pub(super) fn restore(background: &mut Background, recorded: &Meeting) {
    background.topics.extend(drafts(recorded));
    background.minutes = minutes(recorded);
    for (who, role) in &recorded.state().accepted {
        let mut elections = background.elections.iter_mut();
        if let Some(it) = elections.find(|it| it.elected == *who && it.role == *role) {
            it.accepted = false;
        }
    }
}

/// Returns the earlier meetings whose minutes the recorded meeting was asked about. Where it left
/// out the others, one more stands for them.
fn minutes(recorded: &Meeting) -> Vec<String> {
    let asked = recorded.facts().iter().filter_map(|it| match &it.what {
        What::Approved { meeting, .. } | What::Objected { meeting: Some(meeting), .. } => {
            Some(meeting.clone())
        }
        What::Skipped { step: Phase::Minutes, .. } => Some(String::new()),
        _ => None,
    });
    asked.collect()
}

/// Returns the draft each item of a meeting began with, as far as it was not typed in the meeting:
/// a topic's file is removed once it is decided.
fn drafts(meeting: &Meeting) -> Vec<Topic> {
    let standing: Vec<&What> = meeting.standing().map(|it| &it.what).collect();
    let proposals = meeting.state().items.iter().filter(|it| it.entry.kind == ItemKind::Decide);
    let draft = |item: &Item| {
        let mut draft = Draft::of(&item.versions.first()?.wording);
        let mut parts = standing[item.facts.clone()].split(|it| matches!(it, What::Presented(_)));
        // Backwards, so that the first to be typed counts.
        for what in parts.next()?.iter().rev() {
            match what {
                What::Worded { .. } => draft.text = None,
                What::Termed { .. } => draft.term = None,
                What::Assigned { .. } => draft.responsible = None,
                // A measure that is typed is added to those there.
                What::Measured { measures } => {
                    draft.measures = measures.split_last().map(|(_, before)| before.to_vec());
                }
                _ => {}
            }
        }
        let title = item.entry.title.clone();
        let begun = standing.get(item.facts.start);
        let (by, minutes) = match begun {
            Some(What::Began { by, minutes, .. } | What::Listed { by, minutes, .. }) => {
                (by.clone(), *minutes)
            }
            _ => (None, None),
        };
        let kind = Some(ItemKind::Decide);
        Some(Topic { title, kind, by, minutes, ..Topic::default() }.with_draft(draft))
    };
    proposals.filter_map(draft).collect()
}

/// A script whose numbers at the agenda stand for what they stood for in the recorded meeting: the
/// topics that were offered then may be gone.
pub(super) struct Numbered<'a> {
    answers: &'a mut dyn Answers,
    recorded: &'a Meeting,
    /// What the recorded meeting listed at this point, if the agenda is asked for.
    listed: Option<(ItemKind, String, Option<u32>, Option<String>)>,
    /// What each number stood for so far.
    numbers: BTreeMap<usize, (ItemKind, String)>,
}

impl<'a> Numbered<'a> {
    /// Takes the answers of a script, and the meeting it may have recorded.
    pub(super) fn new(answers: &'a mut dyn Answers, recorded: &'a Meeting) -> Self {
        Self { answers, recorded, listed: None, numbers: BTreeMap::new() }
    }

    /// Returns a line with a number as one with kind and title.
    fn spelled_out(&mut self, line: &str) -> Option<String> {
        let (number, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
        let number: usize = number.parse().ok()?;
        let (kind, title, minutes, by) = self.listed.take()?;
        let meant = (kind, title.clone());
        if *self.numbers.entry(number).or_insert_with(|| meant.clone()) != meant {
            return None;
        }
        let minutes = minutes.filter(|_| !rest.contains("min")).map(|it| format!(" {it} min"));
        let by = by.filter(|_| !rest.contains("by ")).map(|it| format!(" by {it}"));
        let [minutes, by] = [minutes, by].map(Option::unwrap_or_default);
        let rest = if rest.is_empty() { String::new() } else { format!(" {rest}") };
        Some(format!("{} {title}{minutes}{rest}{by}", kind.word()))
    }
}

impl Answers for Numbered<'_> {
    fn see(&mut self, meeting: &Meeting) {
        let recorded = self.recorded.facts().get(meeting.facts().len()).map(|it| &it.what);
        self.listed = match (meeting.step(), recorded) {
            (Some(Step::Agenda), Some(What::Listed { kind, title, minutes, by })) => {
                Some((*kind, title.clone(), *minutes, by.clone()))
            }
            _ => None,
        };
    }

    fn answer(&mut self, ask: &Ask) -> Result<Option<Input>> {
        let said = self.answers.answer(ask)?;
        Ok(said.map(|it| Input { line: self.spelled_out(&it.line).unwrap_or(it.line), ..it }))
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
