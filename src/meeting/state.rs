//! What a meeting has come to: computed from its facts by the walk, never kept.

use std::ops::Range;

use chrono::NaiveDate;

use crate::circle::{Circle, Term};
use crate::meeting::{Chair, Heard, Kind, Moment, On, Stage};

/// What the facts so far have come to, and what the meeting waits for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What the meeting waits for; nothing once its records are written.
    pub step: Option<Step>,
    /// When the last standing fact was said.
    pub at: Option<Moment>,
    /// Which members are present, by seat.
    pub present: Vec<bool>,
    /// The guests present.
    pub guests: Vec<String>,
    /// Who facilitates.
    pub facilitator: Chaired,
    /// Who writes.
    pub secretary: Chaired,
    /// Who was here from when to when.
    pub stays: Vec<Stay>,
    /// What is listed and not begun.
    pub agenda: Vec<Entry>,
    /// The items begun, in order; the last one may be on the table.
    pub items: Vec<Item>,
    /// What was listed and never begun, with what became of it.
    pub left: Vec<(Entry, Outcome)>,
    /// How many rounds were begun.
    pub rounds: usize,
    /// Whether the meeting has not come to its last step; a close then breaks it off.
    pub broken_off: bool,
    /// The round just finished, which can be asked once more.
    pub finished: Option<Stage>,
}

/// Whether somebody facilitates, or writes.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Chaired {
    /// It was not asked yet.
    #[default]
    Unasked,
    /// Nobody does.
    Nobody,
    /// This person does.
    By(String),
}

/// What the meeting waits for.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Who is here.
    Open,
    /// Who facilitates, who writes.
    Chair(Chair),
    /// Somebody's turn in a round of speech.
    Turn(Round),
    /// The answer to a clarifying question.
    Answer {
        /// Who asked.
        asker: String,
        /// Who is expected to answer: the proposer, else the facilitator.
        by: Option<String>,
        /// The round it belongs to.
        round: Round,
    },
    /// The list of items.
    Agenda,
    /// The room is asked whether anyone objects.
    Call {
        /// To what.
        on: On,
        /// The item it is about.
        title: Option<String>,
    },
    /// The next item.
    Choose,
    /// The draft of a proposal.
    Draft,
    /// Keeping or changing the draft after the rounds.
    Revise,
    /// Somebody's turn in a consent round.
    Consent(Round),
    /// Hearing and integrating objections.
    Objections,
    /// Saying the decision aloud.
    Announce {
        /// How consent was heard.
        heard: Heard,
        /// The round it closes.
        round: Round,
    },
    /// Notes of an item that is explored or reported.
    Notes,
    /// What becomes of an item that was not begun.
    Leftover(Entry),
    /// The last word.
    Close,
    /// Writing the records.
    File,
}

/// A round as it stands: a set of those who speak, in a suggested order.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    /// Which round.
    pub stage: Stage,
    /// Its number in the meeting, from 0.
    pub number: usize,
    /// The question, where one was put.
    pub question: Option<String>,
    /// Everyone who speaks, in the suggested order.
    pub order: Vec<String>,
    /// Those who have not spoken yet, the one asked next first.
    pub waiting: Vec<String>,
}

/// From when to when somebody was here.
#[derive(Clone, Debug, PartialEq)]
pub struct Stay {
    /// Who.
    pub who: String,
    /// Whether they are a guest.
    pub guest: bool,
    /// When they came.
    pub from: Moment,
    /// When they left, if they did.
    pub to: Option<Moment>,
}

/// An item as it stands on the agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What is to be done with it.
    pub kind: Kind,
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
    pub entry: Entry,
    /// When it was begun.
    pub began: Moment,
    /// Its standing facts: indices into [`Meeting::standing`](crate::meeting::Meeting::standing).
    pub facts: Range<usize>,
    /// What has been said of the proposal so far; unsaid parts are open.
    pub draft: Draft,
    /// The versions put to the circle, the first being number 1.
    pub versions: Vec<Version>,
    /// Those the proposal is about: heard, and not asked for consent.
    pub about: Vec<String>,
    /// The decisions it replaces, by id.
    pub replaces: Vec<String>,
    /// The decisions it ends, by id.
    pub ends: Vec<String>,
    /// Every objection, in order.
    pub objections: Vec<Objection>,
    /// Every concern, in order.
    pub concerns: Vec<Concern>,
    /// What became of it; nothing while it is on the table.
    pub outcome: Option<Outcome>,
}

/// A proposal in the making: what has been said of it. `None` is open, not empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
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
    /// The text, exactly.
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
    pub became: Vec<Became>,
}

/// How an objection was integrated, in the order in which records name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
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
}

impl Became {
    /// Returns the word for it in records.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Term => "term",
            Self::Measure => "measure",
            Self::Responsible => "responsible",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// A concern that was noted in a consent round.
#[derive(Clone, Debug, PartialEq)]
pub struct Concern {
    /// Whose.
    pub who: String,
    /// What.
    pub text: String,
}

/// What became of an item.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A decision; the index of its `adopted` among the standing facts.
    Adopted(usize),
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

impl State {
    /// Returns the item on the table.
    pub fn on_table(&self) -> Option<&Item> {
        self.items.last().filter(|it| it.outcome.is_none())
    }

    /// Returns the names of the members present, by seat.
    pub fn members(&self, circle: &Circle) -> Vec<String> {
        self.seated(circle, true).map(str::to_owned).collect()
    }

    /// Returns the names of the members absent, by seat.
    pub fn absent(&self, circle: &Circle) -> Vec<String> {
        self.seated(circle, false).map(str::to_owned).collect()
    }

    /// Goes through the members who are present, or through those who are not, by seat.
    pub(super) fn seated<'a>(
        &'a self,
        circle: &'a Circle,
        here: bool,
    ) -> impl Iterator<Item = &'a str> + Clone {
        let seats = circle.members.iter().zip(&self.present);
        seats.filter(move |(_, is)| **is == here).map(|(it, _)| it.name.as_str())
    }

    /// Returns whether this person, member or guest, is present.
    pub fn is_here(&self, circle: &Circle, name: &str) -> bool {
        circle.seat(name).is_some_and(|seat| self.present.get(seat) == Some(&true))
            || self.guests.iter().any(|it| it == name)
    }

    /// Returns who facilitates, if anybody does.
    pub fn facilitator(&self) -> Option<&str> {
        self.facilitator.who()
    }

    /// Returns who writes, if anybody does.
    pub fn secretary(&self) -> Option<&str> {
        self.secretary.who()
    }
}

impl Chaired {
    /// Returns who it is, if anybody.
    pub fn who(&self) -> Option<&str> {
        match self {
            Self::By(who) => Some(who),
            Self::Unasked | Self::Nobody => None,
        }
    }
}

impl Item {
    /// Returns the version last put to the circle.
    pub fn version(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// Returns the objections that are neither integrated nor withdrawn.
    pub fn standing(&self) -> impl Iterator<Item = &Objection> {
        self.objections.iter().filter(|it| it.became.is_empty())
    }
}

impl Draft {
    /// Returns the whole of a wording as a draft.
    pub fn of(wording: &Wording) -> Self {
        let Wording { text, term, responsible, measures } = wording.clone();
        Self {
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
            text: self.text.or_else(|| other.text.clone()),
            term: self.term.or(other.term),
            responsible: self.responsible.or_else(|| other.responsible.clone()),
            measures: self.measures.or_else(|| other.measures.clone()),
        }
    }

    /// Returns the whole wording; open parts are empty, an open term is `term`.
    pub fn whole(&self, term: Term) -> Wording {
        Wording {
            text: self.text.clone().unwrap_or_default(),
            term: self.term.unwrap_or(term),
            responsible: self.responsible.clone().unwrap_or_default(),
            measures: self.measures.clone().unwrap_or_default(),
        }
    }
}

impl Wording {
    /// Returns what differs between two wordings, in the order in which records name it.
    pub fn changes(&self, other: &Self) -> Vec<Became> {
        [
            (Became::Text, self.text != other.text),
            (Became::Term, self.term != other.term),
            (Became::Measure, self.measures != other.measures),
            (Became::Responsible, self.responsible != other.responsible),
        ]
        .into_iter()
        .filter_map(|(part, differs)| differs.then_some(part))
        .collect()
    }
}
