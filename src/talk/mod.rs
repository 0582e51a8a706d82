//! What is said: steps become questions, answers become facts.
//!
//! Words out and words in sit side by side, one file per procedure. Pure: the language comes
//! in as `Words`, the time with the desk, and what lies outside the meeting as data.

mod ask;
mod line;
mod names;
mod opening;
mod agenda;
mod proposal;
mod draft;
mod consent;
mod round;
mod closing;
mod everywhere;
mod shown;
mod help;
mod said;
#[cfg(test)]
mod tests;

pub use ask::{Ask, Block, Choice, Said};

use chrono::NaiveDate;

use crate::error::{Error, Result};
use crate::meeting::{Draft, Item, Meeting, Moment, On, State, Step, What};
use crate::talk::line::{Answer, Line};
use crate::words::{Phrase, Words, say};

/// A meeting as it is talked about: what one prompt needs to know.
#[derive(Clone, Copy)]
pub struct Talk<'a> {
    /// The meeting so far.
    pub meeting: &'a Meeting,
    /// What lies outside of it.
    pub outside: &'a Outside,
    /// The reader's language.
    pub words: &'a Words,
    /// What time it is.
    pub now: Moment,
}

/// What lies outside the meeting and can be read, replaced or taken up in it.
#[derive(Clone, Debug, Default)]
pub struct Outside {
    /// The decisions in force.
    pub decisions: Vec<Known>,
    /// The topics in the backlog that have a draft.
    pub drafts: Vec<Known>,
}

/// A decision in force, or a topic with a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// The id of a decision; the file's stem of a topic.
    pub id: String,
    /// The title.
    pub title: String,
    /// What it says.
    pub draft: Draft,
    /// When a decision comes back.
    pub review: Option<NaiveDate>,
}

/// What an answer comes to.
#[expect(clippy::large_enum_variant, reason = "there is one at a time")]
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// A fact, to be recorded.
    Fact(What),
    /// Something to look at; no fact.
    Show(Vec<Block>),
    /// The wording is to be edited in place, and comes back as the text of the same line.
    Edit(String),
    /// The time of what follows.
    At(Moment),
    /// The meeting stops here and goes on later.
    Pause,
}

/// What the screen already shows, so that it is not said twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    mark: Option<(usize, &'static str, usize, u32)>,
    hinted: Vec<&'static str>,
}

impl<'a> Talk<'a> {
    /// Puts the step into words. `seen` says what was on the screen, and is brought up to date.
    pub fn ask(&self, seen: &mut Seen) -> Ask {
        let Some(step) = self.meeting.step() else { return Ask::default() };
        let mark = Some(self.mark(step));
        let fresh = seen.mark != mark;
        let round_is_over = fresh && seen.mark.is_some_and(|(_, key, ..)| key == "turn");
        let mut ask = match step {
            Step::Open => self.ask_open(),
            Step::Chair(chair) => self.ask_chair(*chair),
            Step::Turn(round) => self.ask_turn(round),
            Step::Answer { by, .. } => self.ask_answer(by.as_deref()),
            Step::Agenda => self.ask_agenda(),
            Step::Call { on, title } => self.ask_call(*on, title.as_deref()),
            Step::Choose => self.ask_choose(),
            Step::Draft => self.ask_draft(),
            Step::Revise => self.ask_revise(),
            Step::Consent(round) => self.ask_consent(round),
            Step::Objections => self.ask_objections(),
            Step::Announce { heard, .. } => self.ask_announce(*heard),
            Step::Notes => self.ask_notes(),
            Step::Leftover(entry) => self.ask_leftover(entry),
            Step::Close => self.ask_close(),
            Step::File => Ask::default(),
        };
        if !fresh {
            ask.shown.clear();
        }
        if let (true, Some(phrase)) = (round_is_over, self.came_to()) {
            ask.shown.insert(0, Block::Hint(self.say(&phrase)));
        }
        seen.mark = mark;
        // What can be typed is said once where a step comes again and again; `?` repeats it.
        let key = help::key(step);
        if seen.hinted.contains(&key) {
            let hint = Block::Hint(self.say(&help::typed(step)));
            ask.shown.retain(|it| *it != hint);
        } else if help::recurs(step) {
            seen.hinted.push(key);
        }
        if !ask.label.is_empty() {
            ask.column = ask.column.max(self.column());
        }
        ask
    }

    /// Reads one answer to the step the meeting waits for.
    pub fn hear(&self, said: &Said) -> Result<Heard> {
        let Some(step) = self.meeting.step() else {
            return Err(Error::new(say!("error-closed")));
        };
        let here = self.here();
        let (speaker, answer) = match Line::read(said, &here)? {
            Line::Command(word, rest, text) => return self.command(&word, rest, text),
            Line::Answer(_, Answer::Explain) => return Ok(Heard::Show(self.explain(step))),
            Line::Answer(speaker, answer) => (speaker, answer),
        };
        if speaker.is_some() && !takes_speakers(step) {
            return Err(self.no_answer("@"));
        }
        let what = match step {
            Step::Open => self.hear_open(answer)?,
            Step::Chair(chair) => self.hear_chair(*chair, answer)?,
            Step::Turn(round) => round::hear_turn(round, speaker, answer)?,
            Step::Answer { by, .. } => self.hear_answer(by.as_deref(), speaker, answer)?,
            Step::Agenda => self.hear_agenda(answer)?,
            Step::Call { on, .. } => self.hear_call(*on, speaker, answer)?,
            Step::Choose => self.hear_choose(answer)?,
            Step::Draft | Step::Revise | Step::Objections => {
                return self.hear_proposal(step, speaker, answer);
            }
            Step::Consent(round) => self.hear_consent(Some(round), speaker, answer)?,
            Step::Announce { heard, .. } => self.hear_announce(*heard, speaker, answer)?,
            Step::Notes => self.hear_notes(speaker, answer)?,
            Step::Leftover(entry) => self.hear_leftover(entry, answer)?,
            Step::Close => self.hear_close(answer)?,
            Step::File => return Err(Error::new(say!("error-closed"))),
        };
        Ok(Heard::Fact(what))
    }

    /// Says a line that no prompt takes, with what can be typed here.
    fn no_answer(&self, word: &str) -> Error {
        Error::new(say!("error-no-answer", word = word)).hint(self.waits())
    }

    /// Says what the meeting waits for, of whom, and what can be typed.
    fn waits(&self) -> Phrase {
        let state = self.state();
        let place = state.place();
        let typed = self.meeting.step().map_or_else(|| say!("at-end"), help::typed);
        match state.step.as_ref().and_then(asked) {
            Some(who) => say!("hint-waits", place = place, who = who, typed = typed),
            None => say!("hint-typed", place = place, typed = typed),
        }
    }

    fn say(&self, phrase: &Phrase) -> String {
        self.words.say(phrase)
    }

    fn state(&self) -> &'a State {
        self.meeting.state()
    }

    /// Returns the item on the table. Steps within an item always have one.
    fn item(&self) -> &'a Item {
        self.state().on_table().expect("the walk asks this step only while an item is on the table")
    }

    /// Returns the names of everyone present, guests last.
    fn here(&self) -> Vec<&'a str> {
        let members = self.meeting.circle().members.iter().zip(&self.state().present);
        let members = members.filter(|(_, here)| **here).map(|(it, _)| it.name.as_str());
        members.chain(self.state().guests.iter().map(String::as_str)).collect()
    }

    /// Returns the names of all members, present or not, and of the guests present.
    fn known(&self) -> Vec<&'a str> {
        let members = self.meeting.circle().members.iter().map(|it| it.name.as_str());
        members.chain(self.state().guests.iter().map(String::as_str)).collect()
    }

    fn members_here(&self) -> Vec<String> {
        self.state().members(self.meeting.circle())
    }

    /// How wide the column of names is, so that answers line up.
    fn column(&self) -> usize {
        let widest = self.known().into_iter().map(unicode_width::UnicodeWidthStr::width).max();
        widest.unwrap_or_default().min(16)
    }

    /// What is the same while the same thing is asked, one person after another.
    fn mark(&self, step: &Step) -> (usize, &'static str, usize, u32) {
        let state = self.state();
        let version = state.on_table().and_then(|it| it.version()).map_or(0, |it| it.number);
        let item = state.items.len();
        let key = match step {
            Step::Call { on: On::Agenda, .. } => "call-agenda",
            Step::Leftover(_) => return (item, "leftover", state.agenda.len(), 0),
            Step::Choose => return (item, "choose", state.agenda.len(), 0),
            Step::Answer { round, .. } | Step::Turn(round) => {
                return (item, "turn", round.number, 0);
            }
            Step::Consent(round) => return (item, "consent", round.number, version),
            other => help::key(other),
        };
        (item, key, 0, version)
    }
}

/// Returns whose turn a step is, if it is one person's.
fn asked(step: &Step) -> Option<&str> {
    match step {
        Step::Turn(round) | Step::Consent(round) => round.waiting.first().map(String::as_str),
        Step::Answer { by, .. } => by.as_deref(),
        _ => None,
    }
}

/// `@NAME` is taken in rounds, calls, answer, objections, announce, explore and report.
fn takes_speakers(step: &Step) -> bool {
    matches!(
        step,
        Step::Turn(_)
            | Step::Answer { .. }
            | Step::Call { .. }
            | Step::Consent(_)
            | Step::Objections
            | Step::Announce { .. }
            | Step::Notes
    )
}
