//! The words of the journal: what facts are called, and the few words they choose from.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::meeting::What;
use crate::toml_file::Word;

/// What is decided, explored or reported in an item.
#[derive(
    Clone,
    Copy,
    Debug,
    Deserialize,
    EnumString,
    Hash,
    IntoStaticStr,
    PartialEq,
    Eq,
    Serialize,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ItemKind {
    /// A proposal, decided by consent.
    Decide,
    /// A role, filled by selection.
    Select,
    /// A talk with rounds, without a decision.
    Explore,
    /// Something told to the circle.
    Report,
}

impl Word for ItemKind {}

/// Who holds the process of this meeting.
#[derive(
    Clone,
    Copy,
    Debug,
    Deserialize,
    EnumString,
    IntoStaticStr,
    PartialEq,
    Eq,
    Serialize,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum MeetingRole {
    /// Leads through the meeting.
    Facilitator,
    /// Writes the minutes.
    Secretary,
}

/// What the room was asked in a call.
#[derive(
    Clone,
    Copy,
    Debug,
    Deserialize,
    EnumString,
    IntoStaticStr,
    PartialEq,
    Eq,
    Serialize,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum On {
    /// Whether the minutes of an earlier meeting stand.
    Minutes,
    /// Whether the agenda stands.
    Agenda,
    /// Whether a new item is taken up.
    Item,
    /// Whether this is what the role asks for.
    Qualifications,
    /// Whether anyone objects to the proposal.
    Consent,
    /// Whether the item is dropped.
    Drop,
}

/// How consent to a decision was heard: never confused in records.
#[derive(
    Clone,
    Copy,
    Debug,
    Deserialize,
    EnumString,
    IntoStaticStr,
    PartialEq,
    Eq,
    Serialize,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ConsentMode {
    /// Each one answered.
    Round,
    /// The room was asked and none objected.
    Call,
}

/// A step that can be left out, ended or asked again, as facts name it.
#[derive(
    Clone,
    Copy,
    Debug,
    Deserialize,
    EnumString,
    IntoStaticStr,
    PartialEq,
    Eq,
    Serialize,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Phase {
    /// The check-in round.
    CheckIn,
    /// How long the meeting is to last.
    Duration,
    /// The minutes of earlier meetings.
    Minutes,
    /// What is told without discussion.
    Announcements,
    /// When the circle meets next.
    NextMeeting,
    /// The list of items.
    Agenda,
    /// All items: the closing begins.
    Items,
    /// The notes of an item that is explored or reported.
    Item,
    /// The clarifying round.
    Clarify,
    /// The reaction round.
    React,
    /// Keeping or changing the draft after the reactions.
    Revise,
    /// What a role asks for.
    Qualifications,
    /// The nomination round.
    Nominate,
    /// The change round.
    Change,
    /// The consent round.
    Consent,
    /// A round on a question.
    Explore,
    /// Reading back what was decided.
    ReadBack,
    /// The check-out round.
    CheckOut,
}

impl Word for Phase {}

impl What {
    /// Returns the word for it in the journal.
    pub fn word(&self) -> &'static str {
        self.into()
    }
}
