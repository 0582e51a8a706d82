//! The words of the journal: what facts are called, and the few words they choose from.

use serde::{Deserialize, Serialize};

use crate::meeting::What;

/// What is decided, explored or reported in an item.
#[derive(Clone, Copy, Debug, Deserialize, Hash, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A proposal, decided by consent.
    Decide,
    /// A role, filled by selection.
    Select,
    /// A talk with rounds, without a decision.
    Explore,
    /// Something told to the circle.
    Report,
}

impl Kind {
    /// Every kind with the word that begins it.
    pub const WORDS: [(&str, Self); 4] = [
        ("decide", Self::Decide),
        ("select", Self::Select),
        ("explore", Self::Explore),
        ("report", Self::Report),
    ];

    /// Returns the word that begins an item of this kind.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, it)| *it == self).map_or("", |(word, _)| word)
    }
}

/// Who holds the process of this meeting.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Chair {
    /// Leads through the meeting.
    Facilitator,
    /// Writes the minutes.
    Secretary,
}

/// What the room was asked in a call.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
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
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConsentMode {
    /// Each one answered.
    Round,
    /// The room was asked and none objected.
    Call,
}

/// A step that can be left out, ended or asked again, as facts name it.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
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

impl What {
    /// Returns the word for it in the journal.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Opened { .. } => "opened",
            Self::HandedOver { .. } => "handed-over",
            Self::Arrived { .. } => "arrived",
            Self::Left { .. } => "left",
            Self::CheckedIn { .. } => "checked-in",
            Self::CheckedOut { .. } => "checked-out",
            Self::Passed { .. } => "passed",
            Self::Deferred { .. } => "deferred",
            Self::Planned { .. } => "planned",
            Self::Approved { .. } => "approved",
            Self::Announced { .. } => "announced",
            Self::Scheduled(_) => "scheduled",
            Self::Listed { .. } => "listed",
            Self::Unlisted { .. } => "unlisted",
            Self::Moved { .. } => "moved",
            Self::Concluded { .. } => "concluded",
            Self::Agreed { .. } => "agreed",
            Self::Began { .. } => "began",
            Self::Proposed { .. } => "proposed",
            Self::Related { .. } => "related",
            Self::Worded { .. } => "worded",
            Self::Termed { .. } => "termed",
            Self::Assigned { .. } => "assigned",
            Self::Measured { .. } => "measured",
            Self::Presented(_) => "presented",
            Self::Amended { .. } => "amended",
            Self::Raised { .. } => "raised",
            Self::Asked { .. } => "asked",
            Self::Answered { .. } => "answered",
            Self::Reacted { .. } => "reacted",
            Self::Spoke { .. } => "spoke",
            Self::Consented { .. } => "consented",
            Self::Objected { .. } => "objected",
            Self::Withdrew { .. } => "withdrew",
            Self::Adopted(_) => "adopted",
            Self::Sought { .. } => "sought",
            Self::Purposed { .. } => "purposed",
            Self::Qualified { .. } => "qualified",
            Self::Wrote {} => "wrote",
            Self::Nominated(_) => "nominated",
            Self::Changed(_) => "changed",
            Self::Kept { .. } => "kept",
            Self::PutForward(_) => "put-forward",
            Self::Elected(_) => "elected",
            Self::Accepted { .. } => "accepted",
            Self::AskedToDrop { .. } => "asked-to-drop",
            Self::Dropped { .. } => "dropped",
            Self::Postponed { .. } => "postponed",
            Self::Referred { .. } => "referred",
            Self::KeptOpen { .. } => "kept-open",
            Self::Noted { .. } => "noted",
            Self::Action { .. } => "action",
            Self::Done { .. } => "done",
            Self::Topic { .. } => "topic",
            Self::Extended { .. } => "extended",
            Self::Skipped { .. } => "skipped",
            Self::Reopened { .. } => "reopened",
            Self::TakenBack {} => "taken-back",
            Self::Closed {} => "closed",
            Self::Filed {} => "filed",
        }
    }
}
