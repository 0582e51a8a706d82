//! An item of the minutes: its outcome, then what was asked, answered and said, in order.

use crate::lang::{Phrase, say};
use crate::meeting::{Item, ItemKind, On, Phase, What};
use crate::records::page::lists::{bullet, labelled, one_list};
use crate::records::page::markdown;
use crate::records::page::minutes::{MinutesPage, Saying};

/// What was said in one step.
struct Group {
    label: Phrase,
    lines: Vec<String>,
}

impl MinutesPage<'_> {
    pub(crate) fn item(&self, item: &Item) -> Vec<String> {
        let mut blocks = vec![format!("### {}", markdown::line(&item.entry.title))];
        blocks.extend(self.came_to(item));
        let notes = say!("minutes-notes");
        for (index, group) in self.groups(item).into_iter().enumerate() {
            // The notes of a talk need no label. Anywhere else it separates two lists.
            let is_plain =
                index == 0 && item.entry.kind != ItemKind::Decide && group.label == notes;
            if !is_plain {
                blocks.push(format!("**{}**", self.say(&group.label)));
            }
            blocks.extend(one_list(group.lines));
        }
        blocks
    }

    fn groups(&self, item: &Item) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        let mut question = None;
        let title = &item.entry.title;
        for fact in self.facts_of(item) {
            let (label, line) = match &fact.what {
                What::Raised { text } => {
                    let label = say!("minutes-round", question = markdown::line(text));
                    question = Some(label.clone());
                    groups.push(Group { label, lines: Vec::new() });
                    continue;
                }
                What::Spoke { who, text: Some(text) } => {
                    let Some(question) = &question else { continue };
                    (question.clone(), self.said(0, Some(who), text))
                }
                What::Asked { who, text: Some(text) } => {
                    (say!("minutes-questions"), self.said(0, Some(who), text))
                }
                What::Answered { who, text } => {
                    let answer = match text {
                        Some(text) => self.said(1, who.as_deref(), text),
                        None => bullet(1, &format!("*{}*", self.say(&say!("minutes-unanswered")))),
                    };
                    (say!("minutes-questions"), answer)
                }
                What::Reacted { who, text: Some(text) } => {
                    (say!("minutes-reactions"), self.said(0, Some(who), text))
                }
                What::Noted { who, text, .. } => {
                    (say!("minutes-notes"), self.said(0, who.as_deref(), text))
                }
                what => match self.skipped(what).or_else(|| self.against_drop(what, title)) {
                    Some(line) => (say!("minutes-notes"), line),
                    None => continue,
                },
            };
            match groups.last_mut() {
                Some(group) if group.label == label => group.lines.push(line),
                // What is noted before the first answer of a round stands before the round.
                Some(group) if group.lines.is_empty() && self.meeting.format() >= 2 => {
                    let at = groups.len() - 1;
                    groups.insert(at, Group { label, lines: vec![line] });
                }
                _ => groups.push(Group { label, lines: vec![line] }),
            }
        }
        groups
    }

    /// A step that was skipped, and why.
    pub(crate) fn skipped(&self, what: &What) -> Option<String> {
        let What::Skipped { step, reason } = what else { return None };
        let step = self.say(&step_name(*step)?);
        let skipped = match reason {
            Some(reason) => {
                let reason = markdown::line(reason);
                say!("minutes-skipped-because", step = step, reason = reason)
            }
            None => say!("minutes-skipped", step = step),
        };
        Some(bullet(0, &self.say(&skipped)))
    }

    /// An objection to the agenda or to a new item.
    pub(crate) fn against(&self, what: &What, title: &str) -> Option<String> {
        match what {
            What::Objected { on: Some(On::Agenda), .. } => {
                self.objected(what, &say!("minutes-against-agenda"))
            }
            What::Objected { on: Some(On::Item), .. } => {
                self.objected(what, &say!("minutes-against-item", title = markdown::line(title)))
            }
            _ => None,
        }
    }

    /// An objection to dropping an item.
    pub(crate) fn against_drop(&self, what: &What, title: &str) -> Option<String> {
        let What::Objected { on: Some(On::Drop), .. } = what else { return None };
        self.objected(what, &say!("minutes-against-drop", title = markdown::line(title)))
    }

    pub(crate) fn objected(&self, what: &What, label: &Phrase) -> Option<String> {
        let What::Objected { who, reason, .. } = what else { return None };
        let label = self.say(label);
        let reason = markdown::lines(reason, 2);
        Some(match self.name(Saying::Objecting, who) {
            Some(name) => bullet(0, &format!("{label}, {name}: {reason}")),
            None => bullet(0, &labelled(&label, &reason)),
        })
    }
}

/// Returns the name of a step that can be skipped.
fn step_name(step: Phase) -> Option<Phrase> {
    Some(match step {
        Phase::CheckIn => say!("minutes-check-in"),
        Phase::Clarify => say!("minutes-questions"),
        Phase::React => say!("minutes-reactions"),
        Phase::Revise => say!("minutes-revise"),
        Phase::Explore => say!("minutes-explore"),
        Phase::CheckOut => say!("minutes-check-out"),
        Phase::Duration => say!("minutes-duration"),
        Phase::Minutes => say!("minutes-earlier"),
        Phase::Announcements => say!("minutes-announcements"),
        Phase::NextMeeting => say!("minutes-next-meeting"),
        Phase::Qualifications => say!("minutes-qualifications"),
        Phase::ReadBack => say!("minutes-read-back"),
        Phase::Agenda
        | Phase::Items
        | Phase::Item
        | Phase::Nominate
        | Phase::Change
        | Phase::Consent => return None,
    })
}
