//! What happened in a meeting: one fact for each answer, in the public format of the journal.
//!
//! Facts are flat, in the past tense, and each states its outcome. Keys keep this order, then `at`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

use crate::circle::Effect;
use crate::meeting::action::{ActionRef, Reassigned, Rescheduled};
use crate::meeting::approval::Approved;
use crate::meeting::attendance::Movement;
use crate::meeting::dated::{Dated, Sought};
use crate::meeting::day::{self, Moment};
use crate::meeting::details::{
    Adopted, AgendaItem, Amended, Elected, Filed, Moved, Nomination, Opened, Presented, PutForward,
    Scheduled, Struck, Termed,
};
use crate::meeting::voices::{Awaited, Concerned, StoodAside};
use crate::meeting::word::{ItemKind, MeetingRole, On, Phase, Via};

/// One entry of the journal: what happened, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What happened.
    pub what: What,
    /// When it was recorded.
    pub at: Moment,
}

/// What happened. Names are exact; facts within an item do not repeat its title.
#[derive(Clone, Debug, Deserialize, IntoStaticStr, PartialEq, Serialize, VariantNames)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[strum(serialize_all = "kebab-case")]
pub enum What {
    /// The meeting was opened with these members and guests.
    Opened(Opened),
    /// Somebody became facilitator or secretary; without `who`, nobody is.
    HandedOver {
        /// Which of the two roles.
        role: MeetingRole,
        /// Who has the role now.
        who: Option<String>,
    },
    /// Somebody joined the meeting.
    Arrived(Movement),
    /// Somebody left the meeting.
    Left(Movement),
    /// Somebody spoke in the check-in round; without `text`, nothing was noted.
    CheckedIn {
        /// Who.
        who: String,
        /// What they said.
        text: Option<String>,
    },
    /// Somebody spoke in the check-out round; without `text`, nothing was noted.
    CheckedOut {
        /// Who.
        who: String,
        /// What they said.
        text: Option<String>,
    },
    /// Somebody passed their turn in a round.
    Passed {
        /// Who.
        who: String,
    },
    /// Somebody asked to be heard later in the round.
    Deferred {
        /// Who.
        who: String,
    },
    /// The length of the meeting was set; without `minutes`, it is open.
    Planned {
        /// How many minutes.
        minutes: Option<u32>,
    },
    /// Everyone was asked about the minutes of an earlier meeting, or of this one, and nobody
    /// objected.
    Approved(Approved),
    /// Something was announced, without discussion.
    Announced {
        /// The announcement.
        text: String,
    },
    /// The next meeting was scheduled; without any key, it is open.
    Scheduled(Scheduled),
    /// An item was put on the agenda; between items, a call decides whether it is taken up.
    Listed(AgendaItem),
    /// An item was taken off the agenda.
    Unlisted {
        /// Its kind, where another item has the same title.
        kind: Option<ItemKind>,
        /// Its title.
        title: String,
    },
    /// An item was moved on the agenda.
    Moved(Moved),
    /// A list, or the notes on an item, were concluded.
    Concluded {
        /// Which: `announcements`, `agenda`, `qualifications`, `item`, `items` or `read-back`.
        step: Phase,
    },
    /// Everyone was asked at once, and nobody objected.
    Agreed {
        /// What they were asked.
        on: On,
        /// Which version, for `consent`.
        version: Option<u32>,
        /// Members present.
        present: Vec<String>,
    },
    /// The circle began an item.
    Began(AgendaItem),
    /// The proposer of the draft was named.
    Proposed {
        /// Who proposes it.
        by: String,
        /// Further names.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        with: Vec<String>,
    },
    /// The proposal was related to a decision or a person; exactly one of the three keys.
    Related {
        /// A decision in force that it replaces, by id.
        replaces: Option<String>,
        /// A decision in force that it ends, by id.
        ends: Option<String>,
        /// A member it is about, who is heard but not asked for consent.
        about: Option<String>,
        /// Further members it is about.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        with: Vec<String>,
    },
    /// The text of the draft was set.
    Worded {
        /// The whole text.
        text: String,
    },
    /// It was said how long the draft stands, or how long a role is given.
    Termed(Termed),
    /// The people responsible for the decision were named.
    Assigned {
        /// All of them; empty where nobody is.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        responsible: Vec<String>,
    },
    /// The measures were set.
    Measured {
        /// All of them.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        measures: Vec<String>,
    },
    /// The changes to the circle were set that the decision makes.
    Effected {
        /// All of them; empty where there are none any more.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        effects: Vec<Effect>,
        /// The text of the draft, where it only says what changes and so changes too.
        text: Option<String>,
    },
    /// A version of the proposal was put to the circle.
    Presented(Presented),
    /// The proposal was amended in a round.
    Amended(Amended),
    /// A question was raised, to be answered in a round.
    Raised {
        /// The question.
        text: String,
    },
    /// Somebody had their turn in the clarifying round; without `text`, they had no question.
    Asked {
        /// Who.
        who: String,
        /// The question.
        text: Option<String>,
    },
    /// A clarifying question was answered; without `text`, it is left open.
    Answered {
        /// Who answered.
        who: Option<String>,
        /// The answer.
        text: Option<String>,
    },
    /// Somebody reacted to the proposal; without `text`, they had nothing to say.
    Reacted {
        /// Who.
        who: String,
        /// The reaction.
        text: Option<String>,
    },
    /// Somebody spoke in a round on a question; without `text`, they had nothing to say.
    Spoke {
        /// Who.
        who: String,
        /// What they said.
        text: Option<String>,
    },
    /// A member consented to a version.
    Consented {
        /// Who.
        who: String,
        /// To which version.
        version: u32,
        /// A concern that does not stop the decision.
        concern: Option<String>,
        /// What they saw, in writing: the digest of the version.
        seen: Option<String>,
        /// How an answer in writing came.
        via: Option<Via>,
        /// Who typed it, if another.
        by: Option<String>,
    },
    /// Somebody had a concern after a call, which stands.
    Concerned(Concerned),
    /// A member stood aside: neither consent nor objection.
    StoodAside(StoodAside),
    /// A member objected to a version, or in a call.
    Objected {
        /// Who.
        who: String,
        /// Why.
        reason: String,
        /// To which version.
        version: Option<u32>,
        /// In which call.
        on: Option<On>,
        /// The meeting whose minutes it is about, for `minutes`.
        meeting: Option<String>,
        /// As in `consented`.
        seen: Option<String>,
        /// As in `consented`.
        via: Option<Via>,
        /// As in `consented`.
        by: Option<String>,
    },
    /// A member withdrew all of their objections.
    Withdrew {
        /// Who.
        who: String,
        /// Why.
        reason: Option<String>,
    },
    /// Nobody present objects, and these members are asked in writing.
    Awaited(Awaited),
    /// A decision was announced.
    Adopted(Box<Adopted>),
    /// The role to be filled was shown to the circle.
    Sought(Sought),
    /// The day on which the term begins was set.
    Dated(Dated),
    /// The purpose of a new role was stated; without `text`, it is left open.
    Purposed {
        /// The purpose.
        text: Option<String>,
    },
    /// A qualification was named.
    Qualified {
        /// Who named it, if that was recorded.
        who: Option<String>,
        /// The qualification.
        text: String,
    },
    /// A qualification was taken off the list.
    Struck(Struck),
    /// Everyone wrote down a name.
    Wrote {},
    /// A member nominated people for the role.
    Nominated(Nomination),
    /// A member changed their nomination, or added a reason, in the change round.
    Changed(Nomination),
    /// A member kept their nomination in the change round.
    Kept {
        /// Who.
        who: String,
    },
    /// The facilitator put one person forward.
    PutForward(PutForward),
    /// An election was announced.
    Elected(Box<Elected>),
    /// Somebody accepted a role to which they were elected while absent, or from outside; or said yes
    /// to becoming a member.
    Accepted {
        /// Who.
        who: String,
        /// The role; none for the membership.
        role: Option<String>,
    },
    /// Somebody did not accept a role, or does not become a member.
    Declined {
        /// Who.
        who: String,
        /// The role; none for the membership.
        role: Option<String>,
        /// Why.
        reason: Option<String>,
    },
    /// Somebody asked to drop the item; a call decides.
    AskedToDrop {
        /// Why.
        reason: Option<String>,
        /// Its title, if it was left over at the close.
        title: Option<String>,
    },
    /// The item was dropped: everyone was asked, and nobody objected.
    Dropped {
        /// Members present.
        present: Vec<String>,
    },
    /// The item was postponed.
    Postponed {
        /// Its kind, where another item has the same title.
        kind: Option<ItemKind>,
        /// Its title, where it is not the current item.
        title: Option<String>,
        /// Until when.
        #[serde(default, skip_serializing_if = "Option::is_none", with = "day::option")]
        date: Option<NaiveDate>,
    },
    /// The item was referred to another circle.
    Referred {
        /// Its title, where it is not the current item.
        title: Option<String>,
        /// To which circle.
        circle: String,
    },
    /// An item left over at the close stays in the backlog.
    KeptOpen {
        /// Its title.
        title: String,
    },
    /// Something was noted for the minutes.
    Noted {
        /// Who said it, if that was recorded.
        who: Option<String>,
        /// The note.
        text: String,
        /// As in `consented`.
        seen: Option<String>,
        /// As in `consented`.
        via: Option<Via>,
        /// As in `consented`.
        by: Option<String>,
    },
    /// Somebody took on an action.
    Action {
        /// Who.
        who: String,
        /// Further names.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        with: Vec<String>,
        /// What is to be done.
        text: String,
        /// By when.
        #[serde(default, skip_serializing_if = "Option::is_none", with = "day::option")]
        due: Option<NaiveDate>,
    },
    /// An action was done.
    Done(ActionRef),
    /// An action got a new date.
    Rescheduled(Rescheduled),
    /// An action got new owners.
    Reassigned(Reassigned),
    /// An action is not to be done any more.
    Released(ActionRef),
    /// A topic for a later meeting came up.
    Topic {
        /// Its title.
        title: String,
    },
    /// The current item was given more time or, where there is none, the meeting.
    Extended {
        /// How many minutes more.
        minutes: u32,
    },
    /// A step was skipped.
    Skipped {
        /// Which step.
        step: Phase,
        /// Why.
        reason: Option<String>,
    },
    /// The round that just finished was opened again.
    Reopened {
        /// Which round.
        step: Phase,
    },
    /// The last fact still in force was recorded by mistake and no longer counts.
    TakenBack {},
    /// The meeting was closed.
    Closed {},
    /// The records of the meeting were written.
    Filed(Filed),
}
