//! An item and what it has come to: the proposal in the making, its versions, what was objected.
//!
//! Computed from the facts by the walk, never kept.

use std::ops::Range;

use chrono::NaiveDate;
use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::circle::Term;
use crate::meeting::{ItemKind, Moment, Nomination};
use crate::toml_file::Word;

/// An item as it stands on the agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaItem {
    /// What is to be done with it.
    pub kind: ItemKind,
    /// Its title.
    pub title: String,
    /// How many minutes it is given.
    pub minutes: Option<u32>,
    /// Who brings it.
    pub by: Option<String>,
}

/// An item that was begun.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// As it was listed; `by` is who proposes now.
    pub entry: AgendaItem,
    /// When it was begun.
    pub began: Moment,
    /// When it ended; while it is on the table, when something was said of it last.
    pub ended: Moment,
    /// How many minutes it was given beyond those planned.
    pub extended: u32,
    /// Its standing facts: indices into [`Meeting::standing`](crate::meeting::Meeting::standing).
    pub facts: Range<usize>,
    /// What it is about.
    pub subject: Subject,
    /// What has been said of the proposal so far; unsaid parts are open.
    pub draft: Draft,
    /// The versions put to the circle, the first being number 1.
    pub versions: Vec<Version>,
    /// Every objection, in order.
    pub objections: Vec<Objection>,
    /// Every concern, in order.
    pub concerns: Vec<Concern>,
    /// What became of it; nothing while it is on the table.
    pub outcome: Option<Outcome>,
}

/// What an item is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// A proposal is decided by consent.
    Proposal(Proposal),
    /// A role is filled by consent.
    Selection(Selection),
    /// Something is explored or reported.
    Talk,
}

/// What a proposal concerns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposal {
    /// Those it is about: heard, and not asked for consent.
    pub about: Vec<String>,
    /// The decisions it replaces, by id.
    pub replaces: Vec<String>,
    /// The decisions it ends, by id.
    pub ends: Vec<String>,
}

/// A role that is being filled.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    /// The role, as the circle's file names it.
    pub role: String,
    /// What it is for.
    pub purpose: String,
    /// Its own term, as it is now; none where it has the rules' term.
    pub term: Option<Term>,
    /// Whether the circle's file does not have it yet.
    pub new: bool,
    /// What it asks for, and who said so.
    pub qualifications: Vec<Qualification>,
    /// Whom each one names now, in the order in which they first did.
    pub nominations: Vec<Nomination>,
    /// What was said in the change round by those who did not keep what they had said.
    pub changes: Vec<Nomination>,
    /// Whether the elected person has accepted.
    pub accepted: bool,
}

/// Who is put forward, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Nominee {
    /// Who.
    pub name: String,
    /// Whether they are not of the circle.
    pub outside: bool,
    /// Why.
    pub reason: String,
}

/// A proposal in the making: what has been said of it. `None` is open, not empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// Who is put forward, in a selection.
    pub nominee: Option<Nominee>,
    /// The text.
    pub text: Option<String>,
    /// How long it is to stand.
    pub term: Option<Term>,
    /// Who sees to it.
    pub responsible: Option<Vec<String>>,
    /// How it is measured.
    pub measures: Option<Vec<String>>,
}

/// The whole of a proposal: whatever changes here makes a new version.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    /// Who is put forward, in a selection.
    pub nominee: Option<Nominee>,
    /// The text, exactly; empty in a selection.
    pub text: String,
    /// How long it is to stand.
    pub term: Term,
    /// Who sees to it.
    pub responsible: Vec<String>,
    /// How it is measured.
    pub measures: Vec<String>,
}

/// A version as it was put to the circle.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Its number, from 1.
    pub number: u32,
    /// What it says.
    pub wording: Wording,
}

/// An objection to a version of a proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct Objection {
    /// Who objected.
    pub who: String,
    /// Why.
    pub reason: String,
    /// To which version.
    pub version: u32,
    /// How it was integrated; while this is empty, it stands.
    pub resolutions: Vec<Resolution>,
}

/// How an objection was integrated, in the order in which records name it.
#[derive(Clone, Copy, Debug, EnumString, Hash, IntoStaticStr, PartialEq, Eq, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Resolution {
    /// The text changed.
    Text,
    /// The term changed.
    Term,
    /// What is measured changed.
    Measure,
    /// Who sees to it changed.
    Responsible,
    /// It was withdrawn.
    Withdrawn,
    /// Somebody else was put forward.
    OtherNominee,
}

impl Word for Resolution {}

/// A concern that was noted in a consent round.
#[derive(Clone, Debug, PartialEq)]
pub struct Concern {
    /// Whose.
    pub who: String,
    /// What.
    pub text: String,
    /// The version of the proposal it was about.
    pub version: u32,
}

/// Something a role asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Qualification {
    /// Who said so; empty where that was not recorded.
    pub who: String,
    /// What it is.
    pub text: String,
}

/// What became of an item.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A decision; the index of its `adopted` among the standing facts.
    Adopted(usize),
    /// Somebody was elected; the index of its `elected` among the standing facts.
    Elected(usize),
    /// It was explored or reported to its end.
    Done,
    /// It was put off, perhaps to a date.
    Postponed(Option<NaiveDate>),
    /// It was given to another circle.
    Referred(String),
    /// It was dropped.
    Dropped,
    /// It stays in the backlog.
    KeptOpen,
}

impl Item {
    /// Returns the version last put to the circle.
    pub fn version(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// Returns the selection, if it is one.
    pub fn selection(&self) -> Option<&Selection> {
        match &self.subject {
            Subject::Selection(it) => Some(it),
            Subject::Proposal(_) | Subject::Talk => None,
        }
    }

    /// Returns the selection of a role that somebody was elected to.
    pub fn election(&self) -> Option<&Selection> {
        self.selection().filter(|_| matches!(self.outcome, Some(Outcome::Elected(_))))
    }

    /// Returns what the proposal concerns; in an item of another kind all parts are empty.
    pub fn proposal(&self) -> &Proposal {
        static NONE: Proposal =
            Proposal { about: Vec::new(), replaces: Vec::new(), ends: Vec::new() };
        match &self.subject {
            Subject::Proposal(it) => it,
            Subject::Selection(_) | Subject::Talk => &NONE,
        }
    }

    /// Returns the whole of the proposal as it is now; what is open is as the role or the rules
    /// have it, whose term is `usual`.
    pub fn wording(&self, usual: Term) -> Wording {
        let own = self.selection().and_then(|it| it.term);
        self.draft.whole(own.unwrap_or(usual))
    }

    /// Returns how many minutes it is given by now, where that was said.
    pub fn planned(&self) -> Option<u32> {
        let planned = self.entry.minutes.unwrap_or(0).saturating_add(self.extended);
        Some(planned).filter(|it| *it > 0)
    }

    /// Returns the objections that are neither integrated nor withdrawn.
    pub fn standing(&self) -> impl Iterator<Item = &Objection> {
        self.objections.iter().filter(|it| it.resolutions.is_empty())
    }
}

impl Draft {
    /// Returns the whole of a wording as a draft.
    pub fn of(wording: &Wording) -> Self {
        let Wording { nominee, text, term, responsible, measures } = wording.clone();
        Self {
            nominee,
            text: Some(text),
            term: Some(term),
            responsible: Some(responsible),
            measures: Some(measures),
        }
    }

    /// Returns the draft with its open parts taken from `other`.
    #[must_use]
    pub fn or(self, other: &Self) -> Self {
        Self {
            nominee: self.nominee.or_else(|| other.nominee.clone()),
            text: self.text.or_else(|| other.text.clone()),
            term: self.term.or(other.term),
            responsible: self.responsible.or_else(|| other.responsible.clone()),
            measures: self.measures.or_else(|| other.measures.clone()),
        }
    }

    /// Returns the whole wording; open parts are empty, an open term is `term`.
    pub fn whole(&self, term: Term) -> Wording {
        Wording {
            nominee: self.nominee.clone(),
            text: self.text.clone().unwrap_or_default(),
            term: self.term.unwrap_or(term),
            responsible: self.responsible.clone().unwrap_or_default(),
            measures: self.measures.clone().unwrap_or_default(),
        }
    }
}

impl Wording {
    /// Returns who is put forward, in a selection.
    pub fn who(&self) -> Option<&str> {
        self.nominee.as_ref().map(|it| it.name.as_str())
    }

    /// Returns what differs between two wordings, in the order in which records name it.
    pub fn changes(&self, other: &Self) -> Vec<Resolution> {
        [
            (Resolution::Text, self.text != other.text),
            (Resolution::Term, self.term != other.term),
            (Resolution::Measure, self.measures != other.measures),
            (Resolution::Responsible, self.responsible != other.responsible),
            (Resolution::OtherNominee, self.who() != other.who()),
        ]
        .into_iter()
        .filter_map(|(part, differs)| differs.then_some(part))
        .collect()
    }
}
