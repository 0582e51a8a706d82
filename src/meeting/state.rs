//! The state of a meeting. The walk computes it from the facts; it is never stored.

use chrono::NaiveDate;

use crate::circle::Circle;
use crate::meeting::item::{Item, Outcome};
use crate::meeting::{AgendaItem, ConsentMode, MeetingRole, Moment, On, Phase, Scheduled};

/// The state of a meeting after its facts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The step the meeting waits for; `None` once its records are written.
    pub step: Option<Step>,
    /// When the last fact in force was recorded.
    pub at: Option<Moment>,
    /// When the meeting was opened, or went on after its last long pause.
    pub resumed: Option<Moment>,
    /// Which members are present, by seat.
    pub present: Vec<bool>,
    /// Which members are asked in writing, by seat.
    pub asked: Vec<bool>,
    pub guests: Vec<String>,
    pub facilitator: Assignment,
    pub secretary: Assignment,
    /// Who facilitated or wrote and left, where nobody has taken over since.
    pub away: Vec<(MeetingRole, String)>,
    pub attendances: Vec<Attendance>,
    /// The guests without names, by when they came and left.
    pub unnamed: Vec<UnnamedGuests>,
    /// Whether everyone was asked about the minutes of this meeting and nothing was recorded since.
    pub stands_approved: bool,
    /// The planned length in minutes, with the minutes added since.
    pub planned: Option<u32>,
    /// The earlier meetings whose minutes were approved, by the stems of their journals.
    pub approved: Vec<String>,
    /// The earlier meetings whose minutes somebody objected to.
    pub disputed: Vec<String>,
    /// The next meeting, once it was asked for.
    pub scheduled: Option<Scheduled>,
    /// The items that are listed and not begun.
    pub agenda: Vec<AgendaItem>,
    /// The items begun, in order; the last one may be the current item.
    pub items: Vec<Item>,
    /// The items that were listed and never begun.
    pub left: Vec<Unbegun>,
    /// Elections of earlier meetings that were accepted: the person and the role.
    pub accepted: Vec<(String, String)>,
    /// Who has said yes in this meeting to becoming a member.
    pub joined: Vec<String>,
    /// The names of the circles that were founded in this meeting.
    pub founded: Vec<String>,
    /// The circle with the changes that were decided in this meeting; `None` while there are none.
    pub changed: Option<Box<Circle>>,
    /// The number of rounds begun.
    pub rounds: usize,
    /// Whether a close would break the meeting off, because its last step is not reached.
    pub broken_off: bool,
    /// The round that just finished, which can be opened again.
    pub finished: Option<Phase>,
}

/// An item that was listed and never begun.
#[derive(Clone, Debug, PartialEq)]
pub struct Unbegun {
    pub entry: AgendaItem,
    pub outcome: Outcome,
    /// How many standing facts there were by then.
    pub facts: usize,
}

/// Who has one of the roles of the meeting.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Assignment {
    #[default]
    Unasked,
    Nobody,
    By(String),
}

/// A step that the meeting can wait for.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Recording who is present.
    Open,
    MeetingRole(MeetingRole),
    /// A turn in a round other than the consent round.
    Turn(Round),
    /// The answer to a clarifying question.
    Answer {
        asker: String,
        /// Who is expected to answer: the proposer, else the facilitator.
        by: Option<String>,
        round: Round,
    },
    /// Setting the length of the meeting.
    Duration,
    /// The minutes of earlier meetings, then announcements.
    Announcements {
        /// Whether earlier minutes may still be asked about.
        first: bool,
    },
    NextMeeting,
    /// Listing the items.
    Agenda,
    /// Asking everyone present at once whether anyone objects.
    Call {
        on: On,
        /// The item it is about.
        title: Option<String>,
    },
    /// Choosing the next item.
    Choose,
    Draft,
    /// Revising the draft after the rounds.
    Revise,
    /// Stating the purpose of a new role.
    Purpose,
    /// Setting the term of a new role.
    RoleTerm,
    /// Showing the role that is to be filled.
    Role,
    Qualifications,
    /// Everyone writes a name.
    Write,
    PutForward,
    /// A turn in a consent round.
    Consent(Round),
    /// Hearing and integrating objections.
    Objections,
    /// Announcing the decision.
    Announce {
        heard: ConsentMode,
        /// The consent round that has ended.
        round: Round,
    },
    /// The yes of a newcomer whom the circle has just taken in.
    Accept {
        who: String,
    },
    /// Notes on an item that is explored or reported.
    Notes,
    /// Deciding what becomes of an item that was not begun.
    Leftover(AgendaItem),
    /// Reading back what was decided.
    ReadBack,
    Close,
    /// Writing the records.
    File,
}

/// A round in progress, as prompts show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    pub stage: Phase,
    /// The number of the round in the meeting, from 0.
    pub number: usize,
    pub question: Option<String>,
    /// Everyone who speaks, in the suggested order.
    pub order: Vec<String>,
    /// Those who have not spoken yet, in the order in which they are asked.
    pub waiting: Vec<String>,
}

/// A period in which somebody was present.
#[derive(Clone, Debug, PartialEq)]
pub struct Attendance {
    pub who: String,
    pub guest: bool,
    pub from: Moment,
    /// `None` while they are present.
    pub to: Option<Moment>,
}

/// Guests without names who came together and left together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnnamedGuests {
    pub count: u32,
    pub from: Moment,
    /// `None` while they are present.
    pub to: Option<Moment>,
}

/// The hours without a fact that are a pause, and not part of the meeting's time.
const PAUSE_HOURS: i64 = 6;

/// Returns whether a meeting was paused between two moments, because so long nothing was recorded.
pub(crate) fn is_pause(from: Moment, to: Moment) -> bool {
    (to - from).num_hours() >= PAUSE_HOURS
}

impl State {
    /// Returns the current item.
    pub fn on_table(&self) -> Option<&Item> {
        self.items.last().filter(|it| it.outcome.is_none())
    }

    /// Returns the circle with the changes that were decided in this meeting. Who is a member and what
    /// the rules are stays as in the head until the next meeting.
    pub(crate) fn circle_after<'c>(&'c self, head: &'c Circle) -> &'c Circle {
        self.changed.as_deref().unwrap_or(head)
    }

    /// Returns the names of the members present, by seat.
    pub fn members(&self, circle: &Circle) -> Vec<String> {
        self.seated(circle, true).map(str::to_owned).collect()
    }

    /// Returns how many guests without names are present.
    pub fn unnamed_here(&self) -> u32 {
        let here = self.unnamed.iter().filter(|it| it.to.is_none());
        here.fold(0, |sum, it| sum.saturating_add(it.count))
    }

    /// Returns the names of the members absent, by seat.
    pub fn absent(&self, circle: &Circle) -> Vec<String> {
        self.seated(circle, false).map(str::to_owned).collect()
    }

    /// Returns the names of the members who are present, or of those who are not, by seat.
    pub(crate) fn seated<'a>(
        &'a self,
        circle: &'a Circle,
        here: bool,
    ) -> impl Iterator<Item = &'a str> + Clone {
        let seats = circle.members.iter().zip(&self.present);
        seats.filter(move |(_, is)| **is == here).map(|(it, _)| it.name.as_str())
    }

    /// Returns whether the member of a seat is present, or is asked in writing.
    pub(crate) fn takes_part(&self, seat: usize) -> bool {
        let is = |list: &[bool]| list.get(seat) == Some(&true);
        is(&self.present) || is(&self.asked)
    }

    /// Returns the names of the members who are present or asked in writing, by seat.
    pub(crate) fn taking_part(&self, circle: &Circle) -> Vec<String> {
        let members = circle.members.iter().enumerate();
        let part = members.filter(|(seat, _)| self.takes_part(*seat));
        part.map(|(_, it)| it.name.clone()).collect()
    }

    /// Returns how many members take part in a decision on a day, and how many must. Who is away counts
    /// only when they are present.
    pub(crate) fn quorum(&self, circle: &Circle, day: NaiveDate) -> (usize, usize) {
        let part = |seat: usize| self.takes_part(seat);
        let members = circle.members.iter().enumerate();
        let counted = members.filter(|(seat, it)| part(*seat) || !it.is_away(day)).count();
        let here = (0..circle.members.len()).filter(|it| part(*it)).count();
        (here, circle.rules.quorum.needed(counted))
    }

    /// Returns whether this person, member or guest, is present.
    pub fn is_here(&self, circle: &Circle, name: &str) -> bool {
        circle.seat(name).is_some_and(|seat| self.present.get(seat) == Some(&true))
            || self.guests.iter().any(|it| it == name)
    }

    pub fn facilitator(&self) -> Option<&str> {
        self.facilitator.who()
    }

    pub fn secretary(&self) -> Option<&str> {
        self.secretary.who()
    }
}

impl Assignment {
    pub fn who(&self) -> Option<&str> {
        match self {
            Self::By(who) => Some(who),
            Self::Unasked | Self::Nobody => None,
        }
    }
}
