//! An item of a meeting: its subject, draft, versions, objections and outcome.
//!
//! The walk computes all of this from the facts; it is never stored.

use std::ops::Range;

use chrono::NaiveDate;
use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::circle::{Appointment, Effect, Held, Term};
use crate::meeting::{AgendaItem, Moment, Nomination, Validity};
use crate::toml_file::Word;

/// An item that was begun.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// As it was listed, except that `by` is the proposer.
    pub entry: AgendaItem,
    pub began: Moment,
    /// When it ended.
    pub ended: Moment,
    /// Minutes added to those planned.
    pub extended: u32,
    /// Its facts: indices into [`Meeting::standing`](crate::meeting::Meeting::standing).
    pub facts: Range<usize>,
    pub subject: Subject,
    pub draft: Draft,
    /// The versions put to the circle, the first being number 1.
    pub versions: Vec<Version>,
    pub objections: Vec<Objection>,
    pub concerns: Vec<Concern>,
    /// Who stands aside from the last version; void with the answers of its round.
    pub asides: Vec<Aside>,
    /// `None` while it is the current item.
    pub outcome: Option<Outcome>,
}

/// What an item is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    Proposal(Proposal),
    Selection(Selection),
    /// The item is explored or reported.
    Talk,
}

/// What a proposal concerns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposal {
    /// The members it is about, who are heard but not asked for consent.
    pub about: Vec<String>,
    /// The decisions it replaces, by id.
    pub replaces: Vec<String>,
    /// The decisions it ends, by id.
    pub ends: Vec<String>,
    /// The roles that it gives, once it is decided.
    pub gives: Vec<GivenRole>,
}

/// A role that a decision gives to somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct GivenRole {
    /// Who, and which role.
    pub is: Appointment,
    /// What the role is for.
    pub purpose: String,
    /// The first day of the term.
    pub since: NaiveDate,
    /// The last day of the term.
    pub until: NaiveDate,
    pub accepted: bool,
}

/// A role that is being filled.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    /// The name of the role in the circle's file.
    pub role: String,
    pub purpose: String,
    /// The role's own term; `None` where it has the term of the rules.
    pub term: Option<Term>,
    /// How much of the role was said in this item.
    pub said: RoleSaid,
    /// Whether the role is missing from the circle's file.
    pub new: bool,
    /// The qualifications, with who named them.
    pub qualifications: Vec<Qualification>,
    /// The current nomination of each member, in the order of their first ones.
    pub nominations: Vec<Nomination>,
    /// The nominations that were changed in the change round.
    pub changes: Vec<Nomination>,
    /// The day on which the term begins, where that was said.
    pub since: Option<NaiveDate>,
    /// Whether the elected person has accepted.
    pub accepted: bool,
}

/// How much of a role was said in an item, beside what the circle's file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleSaid {
    /// At most what it is for, and when its term begins.
    Little,
    /// Its term too.
    Term,
    /// It was shown as a whole, and the selection went on.
    Whole,
}

/// The person who is put forward, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Nominee {
    pub name: String,
    /// Whether they are not a member of the circle.
    pub outside: bool,
    pub reason: String,
}

/// A proposal in the making. `None` means that nothing was said of a part yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// Who is put forward, in a selection.
    pub nominee: Option<Nominee>,
    pub text: Option<String>,
    /// How long it would stand; in a selection a term, or the last day.
    pub validity: Option<Validity>,
    pub responsible: Option<Vec<String>>,
    pub measures: Option<Vec<String>>,
    pub effects: Option<Vec<Effect>>,
}

/// Everything a proposal says. A change to any part makes a new version.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    /// Who is put forward, in a selection.
    pub nominee: Option<Nominee>,
    /// Empty in a selection.
    pub text: String,
    /// How long it would stand; in a selection a term, or the last day.
    pub validity: Validity,
    pub responsible: Vec<String>,
    pub measures: Vec<String>,
    /// How it changes the circle.
    pub effects: Vec<Effect>,
}

/// A version as it was put to the circle.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Counted from 1.
    pub number: u32,
    pub wording: Wording,
}

/// An objection to a version of a proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct Objection {
    pub who: String,
    pub reason: String,
    pub version: u32,
    /// How it was integrated; empty while the objection is open.
    pub resolutions: Vec<Resolution>,
}

/// How an objection was integrated: what changed, or that it was withdrawn.
#[derive(Clone, Copy, Debug, EnumString, Hash, IntoStaticStr, PartialEq, Eq, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Resolution {
    Text,
    Term,
    Measure,
    Responsible,
    Withdrawn,
    OtherNominee,
    Effects,
}

impl Word for Resolution {}

/// A concern noted in a consent round, or after a call.
#[derive(Clone, Debug, PartialEq)]
pub struct Concern {
    /// `None` where nobody was named.
    pub who: Option<String>,
    pub text: String,
    /// The version of the proposal it was about.
    pub version: u32,
}

/// A member who stands aside, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    pub who: String,
    pub reason: String,
}

/// Something a role asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Qualification {
    /// Who said so; empty where that was not recorded.
    pub who: String,
    /// What it is.
    pub text: String,
}

/// How an item ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Decided. The index of its `adopted` fact among the facts in force.
    Adopted(usize),
    /// Nobody present objects, and those who are not there are asked in writing. The index of its
    /// `awaited` fact among the facts in force.
    Awaited(usize),
    /// Somebody was elected. The index of its `elected` fact among the facts in force.
    Elected(usize),
    /// It was explored or reported to its end.
    Done,
    /// Postponed, perhaps to a date.
    Postponed(Option<NaiveDate>),
    /// Referred to this circle.
    Referred(String),
    Dropped,
    /// It stays in the backlog.
    KeptOpen,
}

impl Item {
    /// Returns the version last put to the circle.
    pub fn version(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// Returns whether a concern was about an earlier version than the last one.
    pub fn is_earlier(&self, concern: &Concern) -> bool {
        self.version().is_some_and(|it| it.number != concern.version)
    }

    /// Returns the selection, if the item is one.
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

    /// Returns whether it ended with a decision.
    pub fn is_adopted(&self) -> bool {
        matches!(self.outcome, Some(Outcome::Adopted(_)))
    }

    /// Returns the roles that it gives to somebody who has not accepted yet, with the days on which they
    /// will hold them.
    pub(crate) fn unaccepted(&self) -> impl Iterator<Item = (&Appointment, Held<'_>)> {
        let waiting = self.proposal().gives.iter().filter(|it| !it.accepted);
        waiting.map(|it| (&it.is, Held { who: &it.is.who, from: it.since, to: it.until }))
    }

    /// Returns the proposal; an empty one where the item is something else.
    pub fn proposal(&self) -> &Proposal {
        static NONE: Proposal = Proposal {
            about: Vec::new(),
            replaces: Vec::new(),
            ends: Vec::new(),
            gives: Vec::new(),
        };
        match &self.subject {
            Subject::Proposal(it) => it,
            Subject::Selection(_) | Subject::Talk => &NONE,
        }
    }

    /// Splits these members into those who are asked for consent and those who are heard and not
    /// asked, because the proposal is about them.
    pub fn asked_and_heard(&self, present: &[String]) -> (Vec<String>, Vec<String>) {
        let about = &self.proposal().about;
        present.iter().cloned().partition(|who| !about.contains(who))
    }

    /// Returns those of these members who consent, once nobody owes an answer or objects: who is
    /// asked and does not stand aside.
    pub fn consenting(&self, present: &[String]) -> Vec<String> {
        let (mut asked, _) = self.asked_and_heard(present);
        asked.retain(|who| self.asides.iter().all(|it| it.who != *who));
        asked
    }

    /// Returns the draft as a wording. Where the draft has no term, the role's own term is used, or
    /// `usual`, which is the term of the rules.
    pub fn wording(&self, usual: Term) -> Wording {
        let own = self.selection().and_then(|it| it.term);
        self.draft.whole(Validity::Term(own.unwrap_or(usual)))
    }

    /// Returns the minutes planned and added, unless there are none.
    pub fn planned(&self) -> Option<u32> {
        let planned = self.entry.minutes.unwrap_or(0).saturating_add(self.extended);
        Some(planned).filter(|it| *it > 0)
    }

    /// Returns the open objections: those neither integrated nor withdrawn.
    pub fn standing(&self) -> impl Iterator<Item = &Objection> {
        self.objections.iter().filter(|it| it.resolutions.is_empty())
    }
}

impl Draft {
    /// Returns a draft with every part of a wording.
    pub fn of(wording: &Wording) -> Self {
        let Wording { nominee, text, validity, responsible, measures, effects } = wording.clone();
        Self {
            nominee,
            text: Some(text),
            validity: Some(validity),
            responsible: Some(responsible),
            measures: Some(measures),
            effects: Some(effects),
        }
    }

    /// Returns the draft with its open parts taken from `other`.
    #[must_use]
    pub fn or(self, other: &Self) -> Self {
        Self {
            nominee: self.nominee.or_else(|| other.nominee.clone()),
            text: self.text.or_else(|| other.text.clone()),
            validity: self.validity.or(other.validity),
            responsible: self.responsible.or_else(|| other.responsible.clone()),
            measures: self.measures.or_else(|| other.measures.clone()),
            effects: self.effects.or_else(|| other.effects.clone()),
        }
    }

    /// Returns the draft as a wording that stands as long as `usual` where nothing else was said, and
    /// with other open parts empty.
    pub fn whole(&self, usual: Validity) -> Wording {
        Wording {
            nominee: self.nominee.clone(),
            text: self.text.clone().unwrap_or_default(),
            validity: self.validity.unwrap_or(usual),
            responsible: self.responsible.clone().unwrap_or_default(),
            measures: self.measures.clone().unwrap_or_default(),
            effects: self.effects.clone().unwrap_or_default(),
        }
    }
}

impl Wording {
    /// Returns the name of the person put forward, in a selection.
    pub fn who(&self) -> Option<&str> {
        self.nominee.as_ref().map(|it| it.name.as_str())
    }

    /// Returns what differs between two wordings, in the order of the records.
    pub fn changes(&self, other: &Self) -> Vec<Resolution> {
        [
            (Resolution::Text, self.text != other.text),
            (Resolution::Term, self.validity != other.validity),
            (Resolution::Measure, self.measures != other.measures),
            (Resolution::Responsible, self.responsible != other.responsible),
            (Resolution::OtherNominee, self.who() != other.who()),
            (Resolution::Effects, self.effects != other.effects),
        ]
        .into_iter()
        .filter_map(|(part, differs)| differs.then_some(part))
        .collect()
    }
}
