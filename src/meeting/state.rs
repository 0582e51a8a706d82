//! What a meeting has come to: computed from its facts by the walk, never kept.

use crate::circle::Circle;
use crate::meeting::item::{AgendaItem, Item, Outcome};
use crate::meeting::{ConsentMode, MeetingRole, Moment, On, Phase, Scheduled};

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
    pub facilitator: Assignment,
    /// Who writes.
    pub secretary: Assignment,
    /// Who facilitated or wrote and left, where nobody has taken over since.
    pub away: Vec<(MeetingRole, String)>,
    /// Who was here from when to when.
    pub attendances: Vec<Attendance>,
    /// How many minutes the meeting is planned to last, with what was added since.
    pub planned: Option<u32>,
    /// The earlier meetings whose minutes were approved, by the stem of their journals.
    pub approved: Vec<String>,
    /// The earlier meetings whose minutes met an objection.
    pub disputed: Vec<String>,
    /// When the circle meets next, once that was asked.
    pub scheduled: Option<Scheduled>,
    /// What is listed and not begun.
    pub agenda: Vec<AgendaItem>,
    /// The items begun, in order; the last one may be on the table.
    pub items: Vec<Item>,
    /// What was listed and never begun, with what became of it.
    pub left: Vec<Unbegun>,
    /// Who accepted what they were elected to in an earlier meeting: the person and the role.
    pub accepted: Vec<(String, String)>,
    /// How many rounds were begun.
    pub rounds: usize,
    /// Whether the meeting has not come to its last step; a close then breaks it off.
    pub broken_off: bool,
    /// The round just finished, which can be asked once more.
    pub finished: Option<Phase>,
}

/// Something that was listed and never begun.
#[derive(Clone, Debug, PartialEq)]
pub struct Unbegun {
    /// What it is.
    pub entry: AgendaItem,
    /// What became of it.
    pub outcome: Outcome,
    /// How many standing facts there were by then.
    pub facts: usize,
}

/// Whether somebody facilitates, or writes.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Assignment {
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
    MeetingRole(MeetingRole),
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
    /// How long the meeting is to last.
    Duration,
    /// What is told without discussion; before the first of it, the minutes of earlier meetings.
    Announcements {
        /// Whether earlier minutes may still be asked about.
        first: bool,
    },
    /// When the circle meets next.
    NextMeeting,
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
    /// What a new role is for.
    Purpose,
    /// How long a new role is given to somebody.
    RoleTerm,
    /// The role as it stands, before it is filled.
    Role,
    /// What the role asks for.
    Qualifications,
    /// Everyone writes a name.
    Write,
    /// One person is put forward.
    PutForward,
    /// Somebody's turn in a consent round.
    Consent(Round),
    /// Hearing and integrating objections.
    Objections,
    /// Saying the decision aloud.
    Announce {
        /// How consent was heard.
        heard: ConsentMode,
        /// The round it closes.
        round: Round,
    },
    /// Notes of an item that is explored or reported.
    Notes,
    /// What becomes of an item that was not begun.
    Leftover(AgendaItem),
    /// What was decided, read back.
    ReadBack,
    /// The last word.
    Close,
    /// Writing the records.
    File,
}

/// A round as it stands: a set of those who speak, in a suggested order.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    /// Which round.
    pub stage: Phase,
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
pub struct Attendance {
    /// Who.
    pub who: String,
    /// Whether they are a guest.
    pub guest: bool,
    /// When they came.
    pub from: Moment,
    /// When they left, if they did.
    pub to: Option<Moment>,
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
    pub(crate) fn seated<'a>(
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

impl Assignment {
    /// Returns who it is, if anybody.
    pub fn who(&self) -> Option<&str> {
        match self {
            Self::By(who) => Some(who),
            Self::Unasked | Self::Nobody => None,
        }
    }
}
