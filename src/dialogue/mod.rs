//! Turns steps into questions, and answers into facts.
//!
//! One file for each procedure holds both what is asked and how the answer is read. Never reads
//! files, the clock or the environment: [`Talk`] has everything that a prompt depends on.

mod ask;
mod situation;
mod asked_back;
mod answers;
pub(crate) mod input;
mod line;
mod typed;
mod names;
mod opening;
mod guests;
mod outsiders;
mod admin;
mod agenda;
mod agenda_list;
mod arrangement;
mod agenda_title;
mod proposal;
mod selection;
mod nomination;
mod earlier_selection;
mod draft;
mod dates;
mod consent;
mod in_writing;
mod after_call;
mod quorum;
mod round;
mod closing;
mod everywhere;
mod shown;
mod time;
mod actions;
mod pending;
mod help;
mod effects;
mod echo;
mod narrate;
mod follow;
#[cfg(test)]
mod tests;

pub(crate) use admin::minutes;
pub(crate) use answers::Answers;
pub(crate) use arrangement::Arrangement;
pub use ask::Input;
pub(crate) use ask::{Ask, Block, Choice, Pick};
pub use asked_back::AskedBack;
pub(crate) use dates::{day, term};
pub(crate) use names::{find as find_name, split_new};
pub(crate) use outsiders::members_or_outsiders;
pub(crate) use situation::Situation;
use unicode_width::UnicodeWidthStr;

use crate::dialogue::line::{Answer, Line};
use crate::error::{Error, Result};
use crate::lang::{Phrase, Words, say};
use crate::meeting::{Item, Meeting, Moment, On, Phase, Round, State, Step, What};
use crate::records::Background;

/// Everything that a prompt and the reading of its answer depend on.
#[derive(Clone, Copy)]
pub struct Talk<'a> {
    /// The meeting so far.
    pub meeting: &'a Meeting,
    /// Decisions, elections, topics and actions from outside the meeting.
    pub background: &'a Background,
    /// The reader's language.
    pub words: &'a Words,
    /// The current time.
    pub now: Moment,
}

/// The effect of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// A fact, to be recorded.
    Fact(What),
    /// Something to show; no fact.
    Show(Vec<Block>),
    /// The wording is edited in place, and answered again as the text of the same line.
    Edit(String),
    /// The wording is opened in the editor of the system, and answered as the text of `text`.
    OpenEditor(String),
    /// What the line means is asked back; no step and no fact.
    AskBack(Box<AskedBack>),
    /// The time of the facts that follow.
    At(Moment),
    /// The meeting is paused.
    Pause,
}

/// What the screen already shows, so that it is not repeated.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScreenState {
    /// What was asked last.
    mark: Option<Mark>,
    /// The number of facts when something was asked last.
    facts: usize,
    /// The recurring steps of which the hint was shown.
    hinted: Vec<&'static str>,
    /// The last time shown.
    told: String,
    /// How many items had begun, and by how many minutes the time was over, when that was shown
    /// last.
    over: Option<(usize, i64)>,
}

/// Identifies what is asked, whoever is asked: the number of items begun, the kind of step, a
/// number that tells steps of the kind apart, and the version of the proposal.
type Mark = (usize, &'static str, usize, u32);

impl<'a> Talk<'a> {
    /// Builds the prompt of the current step, and updates what the screen shows.
    pub fn ask(&self, seen: &mut ScreenState) -> Ask {
        let Some(step) = &self.step() else { return Ask::default() };
        let mark = Some(self.mark(step));
        let facts = self.meeting.facts().len();
        let is_relisted = seen.facts != facts && self.list_is_changed(step);
        seen.facts = facts;
        // A changed agenda is asked about as a whole.
        let fresh = seen.mark != mark || (is_relisted && *step != Step::Agenda);
        let round_is_over = fresh && seen.mark.is_some_and(|(_, key, ..)| key == "turn");
        let mut ask = match step {
            Step::Open => self.ask_open(),
            Step::MeetingRole(chair) => self.ask_chair(*chair),
            Step::Turn(round) => self.ask_turn(round),
            Step::Answer { by, .. } => self.ask_answer(by.as_deref()),
            Step::Duration => self.ask_duration(),
            Step::Announcements { .. } => self.ask_announcements(),
            Step::NextMeeting => self.ask_next_meeting(),
            Step::Agenda => self.ask_agenda(),
            Step::Call { on, title } => self.ask_call(*on, title.as_deref()),
            Step::Choose => self.ask_choose(),
            Step::Draft => self.ask_draft(),
            Step::Revise => self.ask_revise(),
            Step::Purpose => self.ask_purpose(),
            Step::RoleTerm => self.ask_role_term(),
            Step::Role => self.ask_role(),
            Step::Qualifications => self.ask_qualifications(),
            Step::Write => self.ask_write(),
            Step::PutForward => self.ask_put_forward(),
            Step::Consent(round) => self.ask_consent(round),
            Step::Objections => self.ask_objections(),
            Step::Announce { heard, .. } => self.ask_announce(*heard),
            Step::Accept { who } => self.ask_accept(who),
            Step::Notes => self.ask_notes(),
            Step::Leftover(entry) => self.ask_leftover(entry),
            Step::ReadBack => self.ask_read_back(),
            Step::Close => self.ask_close(),
            Step::File => Ask::default(),
        };
        if fresh {
            self.tell_time(&mut ask.shown, &mut seen.told);
        } else {
            ask.shown.clear();
            // A long text moves what can be typed off the screen.
            let last = self.meeting.standing().next_back().map(|it| &it.what);
            if *step == Step::Draft && matches!(last, Some(What::Worded { text }) if is_long(text))
            {
                ask.shown.push(self.hint(&self.typed(step)));
            }
        }
        if is_relisted && !fresh {
            ask.shown = self.listed_again();
        }
        if round_is_over && let Some(phrase) = self.round_result() {
            ask.shown.insert(0, self.hint(&phrase));
        }
        seen.mark = mark;
        if let Some(over) = self.over_time(&mut seen.over) {
            ask.shown.push(over);
        }
        // Where a step recurs, what can be typed is shown once; `?` repeats it.
        let key = help::key(step);
        if seen.hinted.contains(&key) {
            let hint = self.hint(&self.typed(step));
            ask.shown.retain(|it| *it != hint);
        } else if help::recurs(step) {
            seen.hinted.push(key);
        }
        if !ask.label.is_empty() && *step != Step::Qualifications {
            ask.column = ask.column.max(self.column());
        }
        ask.situation = self.situation(step);
        ask
    }

    /// Reads one answer to the current step.
    pub fn hear(&self, said: &Input) -> Result<Response> {
        self.read(said, Self::asks_back)
    }

    /// Reads the line for which the answer to a question stands; it is not asked back about again.
    pub fn hear_meant(&self, said: &Input) -> Result<Response> {
        self.read(said, |_, _, _, _, _| None)
    }

    fn read(
        &self,
        said: &Input,
        asks_back: impl Fn(&Self, &Step, Option<&str>, Answer, Answer) -> Option<Response>,
    ) -> Result<Response> {
        let Some(step) = &self.step() else {
            return Err(Error::new(say!("error-meeting-closed")));
        };
        let (here, said) = (self.here(), self.narrowed(said));
        let (speaker, answer) = match Line::read(&said, &here)? {
            Line::Command(word, rest, text) => {
                let english = self.rest_in_english(&word, rest);
                return self.command(&word, english.as_deref().unwrap_or(rest), text);
            }
            Line::Answer(_, Answer::Explain) => return Ok(Response::Show(self.explain(step))),
            Line::Answer(_, Answer::Plain("??")) if self.words.is_at_terminal() => {
                return Ok(Response::Show(self.card()));
            }
            Line::Answer(speaker, answer) => (speaker, answer),
        };
        let (typed, english) = (answer, self.in_english(step, answer)?);
        let answer = match (&english, answer) {
            (Some(line), Answer::Plain(_)) => Answer::Plain(line),
            (Some(line), Answer::Text(_, text)) => Answer::Text(line, text),
            (_, answer) => answer,
        };
        if speaker.is_some() && !takes_speakers(step) {
            return Err(self.no_answer("@"));
        }
        if let Some(back) = asks_back(self, step, speaker, typed, answer) {
            return Ok(back);
        }
        let what = match step {
            Step::Open => self.hear_open(answer)?,
            Step::MeetingRole(chair) => self.hear_chair(*chair, answer)?,
            Step::Turn(round) => match round.stage {
                Phase::Nominate | Phase::Change => self.hear_nomination(round, speaker, answer)?,
                _ => round::hear_turn(round, speaker, answer)?,
            },
            Step::Answer { by, .. } => self.hear_answer(by.as_deref(), speaker, answer)?,
            Step::Duration => self.hear_duration(answer)?,
            Step::Announcements { .. } => self.hear_announcements(answer)?,
            Step::NextMeeting => self.hear_next_meeting(answer)?,
            Step::Agenda => self.hear_agenda(answer)?,
            Step::Call { on, title } => self.hear_call(*on, title.as_deref(), speaker, answer)?,
            Step::Choose => self.hear_choose(answer)?,
            Step::Draft | Step::Revise | Step::Objections => {
                return self.hear_proposal(step, speaker, answer);
            }
            Step::Purpose => self.hear_purpose(answer)?,
            Step::RoleTerm => self.hear_role_term(answer)?,
            Step::Role => self.hear_role(answer)?,
            Step::Qualifications => self.hear_qualifications(answer)?,
            Step::Write => self.hear_write(answer)?,
            Step::PutForward => self.hear_put_forward(answer)?,
            Step::Consent(round) => self.hear_consent(Some(round), speaker, answer)?,
            Step::Announce { heard, .. } => self.hear_announce(*heard, speaker, answer)?,
            Step::Accept { who } => self.hear_accept(who, answer)?,
            Step::Notes => self.hear_notes(speaker, answer)?,
            Step::Leftover(entry) => self.hear_leftover(entry, answer)?,
            Step::ReadBack => self.hear_read_back(answer)?,
            Step::Close => self.hear_close(answer)?,
            Step::File => return Err(Error::new(say!("error-meeting-closed"))),
        };
        Ok(Response::Fact(what))
    }

    /// Returns the step to ask. Before the announcements, the circle is first asked to approve
    /// the minutes of earlier meetings. A new role that an earlier meeting left is shown as it was.
    fn step(&self) -> Option<Step> {
        let step = self.meeting.step()?;
        if *step == Step::Purpose && self.left_selection().is_some() {
            return Some(Step::Role);
        }
        let earlier =
            self.earlier_minutes().filter(|_| *step == Step::Announcements { first: true });
        Some(match earlier {
            Some(meeting) => Step::Call { on: On::Minutes, title: Some(meeting.to_owned()) },
            None => step.clone(),
        })
    }

    /// Refuses a line, with what can be typed here.
    fn no_answer(&self, word: &str) -> Error {
        Error::new(say!("error-no-answer", word = self.own_word(word))).hint(self.waits())
    }

    /// Corrects the step that a refusal by the meeting names: the meeting does not know of the
    /// minutes of earlier ones that are asked about.
    pub fn placed(&self, err: Error) -> Error {
        if err.hint != Some(self.state().stands_at()) {
            return err;
        }
        err.hint(say!("stands-at", step = self.place()))
    }

    /// Names what is asked.
    fn place(&self) -> Phrase {
        self.state().place_of(self.step().as_ref())
    }

    /// Says which step is asked, of whom, and what can be typed.
    fn waits(&self) -> Phrase {
        let (place, step) = (self.place(), self.step());
        let typed = step.as_ref().map_or_else(|| say!("at-end"), |it| self.typed(it));
        match step.as_ref().and_then(asked) {
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

    /// Returns the names of all members, present or not.
    fn members(&self) -> Vec<&'a str> {
        self.meeting.circle().members.iter().map(|it| it.name.as_str()).collect()
    }

    /// Returns the names of everyone present, guests last.
    fn here(&self) -> Vec<&'a str> {
        let members = self.members().into_iter().zip(&self.state().present);
        let present = members.filter(|(_, is_present)| **is_present).map(|(name, _)| name);
        present.chain(self.state().guests.iter().map(String::as_str)).collect()
    }

    /// Returns the names of all members, present or not, and of the guests present.
    fn known(&self) -> Vec<&'a str> {
        let guests = self.state().guests.iter().map(String::as_str);
        self.members().into_iter().chain(guests).collect()
    }

    fn members_here(&self) -> Vec<String> {
        self.state().members(self.meeting.circle())
    }

    /// Returns the width of the column of names, so that answers line up.
    fn column(&self) -> usize {
        let asks = |round: &Round| round.stage == Phase::Clarify;
        let answer = match self.meeting.step() {
            Some(Step::Turn(round) | Step::Answer { round, .. }) if asks(round) => {
                self.say(&say!("label-answer"))
            }
            _ => String::new(),
        };
        let labels = self.known().into_iter().chain([answer.as_str()]);
        labels.map(UnicodeWidthStr::width).max().unwrap_or_default().min(16)
    }

    fn mark(&self, step: &Step) -> Mark {
        let state = self.state();
        let version = state.on_table().and_then(|it| it.version()).map_or(0, |it| it.number);
        let item = state.items.len();
        let (key, number) = match step {
            Step::Call { on: On::Agenda, .. } => ("call-agenda", 0),
            Step::Call { on: On::Minutes, .. } => {
                ("call-minutes", state.approved.len() + state.disputed.len())
            }
            Step::Leftover(_) | Step::Choose => (help::key(step), state.agenda.len()),
            // An amendment in a round of speech makes a new version in the same round.
            Step::Answer { round, .. } | Step::Turn(round) => {
                return (item, "turn", round.number, 0);
            }
            Step::Consent(round) => (help::key(step), round.number),
            _ => (help::key(step), 0),
        };
        (item, key, number, version)
    }
}

/// Returns whether a text fills about half of a small screen.
fn is_long(text: &str) -> bool {
    text.len() > 600 || text.lines().nth(8).is_some()
}

/// Returns who is asked, if a step asks one person.
fn asked(step: &Step) -> Option<&str> {
    match step {
        Step::Turn(round) | Step::Consent(round) => round.waiting.first().map(String::as_str),
        Step::Answer { by, .. } => by.as_deref(),
        _ => None,
    }
}

/// Returns whether a step takes `@NAME`, an answer of somebody else.
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
