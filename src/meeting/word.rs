//! The fixed words of the journal: the names of the facts, and the enums among their values.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::meeting::{Filed, What};
use crate::toml_file::Word;

/// What is to be done with an item.
#[derive(Clone, Copy, Debug, Deserialize, Hash, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[derive(EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum ItemKind {
    /// A proposal, decided by consent.
    Decide,
    /// A role, filled by selection.
    Select,
    /// A topic, discussed in rounds without a decision.
    Explore,
    /// A report to the circle.
    Report,
}

impl Word for ItemKind {}

/// A role that somebody has for this meeting only.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[derive(EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum MeetingRole {
    Facilitator,
    /// Takes the minutes.
    Secretary,
}

/// What everyone present was asked at once, in a call.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[derive(EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum On {
    /// Whether anyone objects to the minutes of an earlier meeting.
    Minutes,
    /// Whether anyone objects to the agenda.
    Agenda,
    /// Whether anyone objects to a new item.
    Item,
    /// Whether anyone objects to the qualifications for a role.
    Qualifications,
    /// Whether anyone objects to the proposal.
    Consent,
    /// Whether anyone objects to dropping the item.
    Drop,
}

/// How consent was asked for. Records always say which of the two it was.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[derive(EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum ConsentMode {
    /// Each member was asked and answered.
    Round,
    /// Everyone was asked at once, and nobody objected.
    Call,
}

/// How an answer in writing came.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[derive(EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Via {
    Mail,
    Spoken,
}

impl Word for Via {}

/// A step that facts can name: one that can be skipped, concluded or asked again.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[derive(EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Phase {
    CheckIn,
    /// How long the meeting is to last.
    Duration,
    /// The minutes of earlier meetings.
    Minutes,
    Announcements,
    /// When the circle meets next.
    NextMeeting,
    Agenda,
    /// All items; when they are concluded, the closing begins.
    Items,
    /// The notes on an item that is explored or reported.
    Item,
    Clarify,
    React,
    /// Revising the draft after the reactions.
    Revise,
    /// The qualifications for a role.
    Qualifications,
    Nominate,
    Change,
    Consent,
    /// A round on a question.
    Explore,
    /// Reading back what was decided.
    ReadBack,
    CheckOut,
}

impl Word for Phase {}

impl What {
    /// Returns the name of the fact in the journal.
    pub fn word(&self) -> &'static str {
        self.into()
    }

    /// Returns the fact without the digests of files, which depend on more than what was said.
    pub(crate) fn without_digests(&self) -> Self {
        let mut what = self.clone();
        match &mut what {
            Self::Opened(it) => (it.meeting, it.digest) = (None, None),
            Self::Approved(it) => it.digest = None,
            Self::Filed(it) => *it = Filed::default(),
            _ => {}
        }
        what
    }
}
