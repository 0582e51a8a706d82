//! What happened: the facts a meeting leaves behind, and the public format of the journal.
//!
//! One line of the facilitator is exactly one fact. Facts are past tense and flat, and each
//! states its own outcome. Keys stand in this order, empty ones are left out, `at` comes last.

use std::ops::Not;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::circle::Term;
use crate::meeting::day::{self, Moment};
use crate::meeting::word::{Chair, Heard, Kind, On, Stage};

/// One entry of the journal: what happened, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What happened.
    pub what: What,
    /// When it was said.
    pub at: Moment,
}

/// What happened. Names are exact; inside an item facts do not name it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum What {
    /// The meeting was opened with these members and guests.
    Opened {
        /// Members present.
        present: Vec<String>,
        /// Guests present.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        guests: Vec<String>,
    },
    /// Somebody took over as facilitator or secretary; without `who`: nobody.
    HandedOver {
        /// What was handed over.
        role: Chair,
        /// To whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        who: Option<String>,
    },
    /// Somebody came in.
    Arrived {
        /// Who.
        who: String,
        /// Whether they are a guest.
        #[serde(default, skip_serializing_if = "Not::not")]
        guest: bool,
    },
    /// Somebody left.
    Left {
        /// Who.
        who: String,
        /// Whether they are a guest.
        #[serde(default, skip_serializing_if = "Not::not")]
        guest: bool,
    },
    /// A turn in the check-in round; without text: spoke, nothing noted.
    CheckedIn {
        /// Who.
        who: String,
        /// What they said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
    /// A turn in the check-out round; without text: spoke, nothing noted.
    CheckedOut {
        /// Who.
        who: String,
        /// What they said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
    /// Somebody passed.
    Passed {
        /// Who.
        who: String,
    },
    /// Somebody asked to be heard later in the round.
    Deferred {
        /// Who.
        who: String,
    },
    /// An item was put on the agenda; in mid-meeting it waits for its call.
    Listed {
        /// What is to be done with it.
        kind: Kind,
        /// Its title.
        title: String,
        /// How many minutes it is given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
        /// Who brings it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<String>,
    },
    /// An item was taken off the agenda.
    Unlisted {
        /// Its kind, where another item has the same title.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<Kind>,
        /// Its title.
        title: String,
    },
    /// An item was moved on the agenda.
    Moved {
        /// Its kind, where another item has the same title.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<Kind>,
        /// Its title.
        title: String,
        /// Its new place, from 1.
        to: usize,
    },
    /// A list or notes were ended.
    Concluded {
        /// Which: `agenda`, `item` or `items`.
        step: Stage,
    },
    /// The room was asked, and nobody objected.
    Agreed {
        /// What it was asked.
        on: On,
        /// Which version, for `consent`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<u32>,
        /// Members present.
        present: Vec<String>,
    },
    /// An item was begun.
    Began {
        /// What is to be done with it.
        kind: Kind,
        /// Its title.
        title: String,
        /// How many minutes it is given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
        /// Who brings it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<String>,
    },
    /// It was said who proposes.
    Proposed {
        /// Who.
        by: String,
    },
    /// The proposal was related to a decision or a person: one of the three.
    Related {
        /// A decision in force that it replaces, by id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        replaces: Option<String>,
        /// A decision in force that it ends, by id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ends: Option<String>,
        /// A member it is about, who is heard and does not consent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<String>,
    },
    /// The draft was given this text.
    Worded {
        /// The text, whole.
        text: String,
    },
    /// The draft was given this term.
    Termed {
        /// The term.
        term: Term,
    },
    /// It was said who sees to it.
    Assigned {
        /// All of them; none clears.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        responsible: Vec<String>,
    },
    /// It was said how it is measured.
    Measured {
        /// All of them as they are now.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        measures: Vec<String>,
    },
    /// A version was put to the circle, whole.
    Presented {
        /// Its number, from 1.
        version: u32,
        /// The text, exactly.
        text: String,
        /// How long it is to stand.
        term: Term,
        /// When it would be reviewed.
        #[serde(with = "day")]
        review: NaiveDate,
        /// Who sees to it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        responsible: Vec<String>,
        /// How it is measured.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        measures: Vec<String>,
    },
    /// The proposal was amended in a round: one of the four.
    Amended {
        /// The text, whole.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        /// The term.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        term: Option<Term>,
        /// All who see to it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        responsible: Option<Vec<String>>,
        /// All measures.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        measures: Option<Vec<String>>,
    },
    /// A question was put to everyone, as a round.
    Raised {
        /// The question.
        text: String,
    },
    /// A turn in the clarifying round; without text: no question.
    Asked {
        /// Who.
        who: String,
        /// The question.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
    /// A clarifying question was answered; without text: it is left open.
    Answered {
        /// Who answered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        who: Option<String>,
        /// The answer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
    /// A turn in the reaction round; without text: nothing to say.
    Reacted {
        /// Who.
        who: String,
        /// The reaction.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
    /// A turn in a round on a question; without text: nothing to say.
    Spoke {
        /// Who.
        who: String,
        /// What they said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
    /// A member had no objection.
    Consented {
        /// Who.
        who: String,
        /// To which version.
        version: u32,
        /// A concern to be noted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        concern: Option<String>,
    },
    /// A member objected: to a version, or in a call.
    Objected {
        /// Who.
        who: String,
        /// Why.
        reason: String,
        /// To which version.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<u32>,
        /// In which call.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on: Option<On>,
    },
    /// A member withdrew their objections.
    Withdrew {
        /// Who.
        who: String,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// A decision was announced.
    Adopted {
        /// The item's title.
        title: String,
        /// The text, exactly as last shown.
        text: String,
        /// How long it stands.
        term: Term,
        /// When it is reviewed: the day it was announced and its term.
        #[serde(with = "day")]
        review: NaiveDate,
        /// Who sees to it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        responsible: Vec<String>,
        /// How it is measured.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        measures: Vec<String>,
        /// Who proposed it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<String>,
        /// Which version.
        version: u32,
        /// How consent was heard.
        consent: Heard,
        /// Members present.
        present: Vec<String>,
        /// Members absent.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        absent: Vec<String>,
        /// Guests present.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        guests: Vec<String>,
        /// The decisions it replaces, by id.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        replaces: Vec<String>,
        /// The decisions it ends, by id.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        ends: Vec<String>,
    },
    /// It was asked to drop the item; this waits for its call.
    AskedToDrop {
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// Which, for an item left at the close.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
    },
    /// The item was dropped: the room was asked, and nobody objected.
    Dropped {
        /// Members present.
        present: Vec<String>,
    },
    /// The item was put off.
    Postponed {
        /// Its kind, where another item has the same title.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<Kind>,
        /// Which, where it is not the one on the table.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// Until when.
        #[serde(default, skip_serializing_if = "Option::is_none", with = "day::option")]
        date: Option<NaiveDate>,
    },
    /// The item was given to another circle.
    Referred {
        /// Which, where it is not the one on the table.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// To which circle.
        circle: String,
    },
    /// An item left at the close stays in the backlog.
    KeptOpen {
        /// Which.
        title: String,
    },
    /// Something was noted for the minutes.
    Noted {
        /// Who said it, where that was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        who: Option<String>,
        /// The note.
        text: String,
    },
    /// Somebody took on something to do.
    Action {
        /// Who.
        who: String,
        /// What.
        text: String,
        /// By when.
        #[serde(default, skip_serializing_if = "Option::is_none", with = "day::option")]
        due: Option<NaiveDate>,
    },
    /// A topic for later came up.
    Topic {
        /// Its title.
        title: String,
    },
    /// A step was left out.
    Skipped {
        /// Which.
        step: Stage,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// The round just finished is asked once more.
    Reopened {
        /// Which.
        step: Stage,
    },
    /// The last standing fact was a slip and no longer counts.
    TakenBack {},
    /// The meeting was closed.
    Closed {},
    /// The records are written.
    Filed {},
}
