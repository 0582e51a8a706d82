//! What happened: the facts a meeting leaves behind, and the public format of the journal.
//!
//! One line of the facilitator is exactly one fact. Facts are past tense and flat, and each
//! states its own outcome. Keys stand in this order, empty ones are left out, `at` comes last.
//!
//! Before the first fact of a journal stands its head, which `record/journal.rs` describes.

mod outcome;

use std::ops::Not;

use chrono::NaiveDate;
pub(crate) use outcome::{Adopted, Elected, Nomination, Presented, PutForward, Scheduled};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

use crate::circle::Term;
use crate::meeting::day;
use crate::meeting::day::Moment;
use crate::meeting::word::{ItemKind, MeetingRole, On, Phase};

/// One entry of the journal: what happened, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What happened.
    pub what: What,
    /// When it was said.
    pub at: Moment,
}

/// What happened. Names are exact; inside an item facts do not name it.
#[derive(Clone, Debug, Deserialize, IntoStaticStr, PartialEq, Serialize, VariantNames)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[strum(serialize_all = "kebab-case")]
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
        role: MeetingRole,
        /// To whom.
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
        text: Option<String>,
    },
    /// A turn in the check-out round; without text: spoke, nothing noted.
    CheckedOut {
        /// Who.
        who: String,
        /// What they said.
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
    /// It was said how long the meeting is to last; without `minutes`: open.
    Planned {
        /// How many minutes.
        minutes: Option<u32>,
    },
    /// The room was asked about the minutes of an earlier meeting, and nobody objected.
    Approved {
        /// The stem of that meeting's journal.
        meeting: String,
        /// Members present.
        present: Vec<String>,
    },
    /// Something was announced, without discussion.
    Announced {
        /// What.
        text: String,
    },
    /// It was said when the circle meets next; all left out: open.
    Scheduled(Scheduled),
    /// An item was put on the agenda; in mid-meeting it waits for its call.
    Listed {
        /// What is to be done with it.
        kind: ItemKind,
        /// Its title.
        title: String,
        /// How many minutes it is given.
        minutes: Option<u32>,
        /// Who brings it.
        by: Option<String>,
    },
    /// An item was taken off the agenda.
    Unlisted {
        /// Its kind, where another item has the same title.
        kind: Option<ItemKind>,
        /// Its title.
        title: String,
    },
    /// An item was moved on the agenda.
    Moved {
        /// Its kind, where another item has the same title.
        kind: Option<ItemKind>,
        /// Its title.
        title: String,
        /// Its new place, from 1.
        to: usize,
    },
    /// A list or notes were ended.
    Concluded {
        /// Which: `announcements`, `agenda`, `qualifications`, `item`, `items` or `read-back`.
        step: Phase,
    },
    /// The room was asked, and nobody objected.
    Agreed {
        /// What it was asked.
        on: On,
        /// Which version, for `consent`.
        version: Option<u32>,
        /// Members present.
        present: Vec<String>,
    },
    /// An item was begun.
    Began {
        /// What is to be done with it.
        kind: ItemKind,
        /// Its title.
        title: String,
        /// How many minutes it is given.
        minutes: Option<u32>,
        /// Who brings it.
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
        replaces: Option<String>,
        /// A decision in force that it ends, by id.
        ends: Option<String>,
        /// A member it is about, who is heard and does not consent.
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
    Presented(Presented),
    /// The proposal was amended in a round: one of the four.
    Amended {
        /// The text, whole.
        text: Option<String>,
        /// The term.
        term: Option<Term>,
        /// All who see to it.
        responsible: Option<Vec<String>>,
        /// All measures.
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
        text: Option<String>,
    },
    /// A clarifying question was answered; without text: it is left open.
    Answered {
        /// Who answered.
        who: Option<String>,
        /// The answer.
        text: Option<String>,
    },
    /// A turn in the reaction round; without text: nothing to say.
    Reacted {
        /// Who.
        who: String,
        /// The reaction.
        text: Option<String>,
    },
    /// A turn in a round on a question; without text: nothing to say.
    Spoke {
        /// Who.
        who: String,
        /// What they said.
        text: Option<String>,
    },
    /// A member had no objection.
    Consented {
        /// Who.
        who: String,
        /// To which version.
        version: u32,
        /// A concern to be noted.
        concern: Option<String>,
    },
    /// A member objected: to a version, or in a call.
    Objected {
        /// Who.
        who: String,
        /// Why.
        reason: String,
        /// To which version.
        version: Option<u32>,
        /// In which call.
        on: Option<On>,
        /// To the minutes of which meeting, for `minutes`.
        meeting: Option<String>,
    },
    /// A member withdrew their objections.
    Withdrew {
        /// Who.
        who: String,
        /// Why.
        reason: Option<String>,
    },
    /// A decision was announced.
    Adopted(Box<Adopted>),
    /// The role was shown as it stands, and the selection goes on.
    Sought {
        /// The role.
        role: String,
        /// What it is for.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        purpose: String,
        /// Its own term.
        term: Term,
    },
    /// It was said what a new role is for; without text: left open.
    Purposed {
        /// The purpose.
        text: Option<String>,
    },
    /// A qualification was named.
    Qualified {
        /// Who named it, where that was said.
        who: Option<String>,
        /// The qualification.
        text: String,
    },
    /// Everyone has written a name.
    Wrote {},
    /// A member named people for the role.
    Nominated(Nomination),
    /// A member named others, or gave one more reason, in the change round.
    Changed(Nomination),
    /// A member kept what they had named.
    Kept {
        /// Who.
        who: String,
    },
    /// One person was put forward.
    PutForward(PutForward),
    /// The election of one person was announced.
    Elected(Box<Elected>),
    /// Somebody elected while absent, or from outside, accepted.
    Accepted {
        /// Who.
        who: String,
        /// The role.
        role: String,
    },
    /// It was asked to drop the item; this waits for its call.
    AskedToDrop {
        /// Why.
        reason: Option<String>,
        /// Which, for an item left at the close.
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
        kind: Option<ItemKind>,
        /// Which, where it is not the one on the table.
        title: Option<String>,
        /// Until when.
        #[serde(default, skip_serializing_if = "Option::is_none", with = "day::option")]
        date: Option<NaiveDate>,
    },
    /// The item was given to another circle.
    Referred {
        /// Which, where it is not the one on the table.
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
    /// An action was done.
    Done {
        /// Whose it was.
        who: String,
        /// What was to be done.
        text: String,
        /// The stem of the meeting where it was taken on, if it was an earlier one.
        meeting: Option<String>,
    },
    /// A topic for later came up.
    Topic {
        /// Its title.
        title: String,
    },
    /// The item, or where none is on the table the meeting, was given more time.
    Extended {
        /// How many minutes more.
        minutes: u32,
    },
    /// A step was left out.
    Skipped {
        /// Which.
        step: Phase,
        /// Why.
        reason: Option<String>,
    },
    /// The round just finished is asked once more.
    Reopened {
        /// Which.
        step: Phase,
    },
    /// The last standing fact was a slip and no longer counts.
    TakenBack {},
    /// The meeting was closed.
    Closed {},
    /// The records are written.
    Filed {},
}
