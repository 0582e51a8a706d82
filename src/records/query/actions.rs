//! The open actions: those that somebody took on and that are neither done nor released.

use std::mem;

use chrono::NaiveDate;
use toml::Table;

use crate::meeting::{self, About, Fact, Moment, What};
use crate::records::rows;
use crate::toml_file::fields::Field;

/// An action as it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpenAction {
    /// Whose it is; of several owners the first.
    pub who: String,
    /// Further owners.
    pub with: Vec<String>,
    /// What is to be done.
    pub text: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// The id of the meeting in which it was taken on; `None` for the current meeting.
    pub meeting: Option<String>,
    /// Whose it was before it was given to somebody else for the first time.
    pub taken_on_by: Option<String>,
    /// How often it got another date or other owners.
    pub moved: u32,
    /// When it was taken on, or last got another date or other owners.
    pub at: Option<Moment>,
}

impl OpenAction {
    /// Returns all owners, the first one first.
    pub(crate) fn people(&self) -> Vec<String> {
        meeting::all(Some(&self.who), &self.with)
    }

    pub fn row(&self) -> Table {
        rows::row([
            ("who", self.who.write()),
            ("with", self.with.write()),
            ("text", self.text.write()),
            ("due", self.due.write()),
            ("meeting", self.meeting.write()),
        ])
    }

    /// Returns the action that a fact of a meeting takes on; `None` is the current meeting.
    fn taken_on(what: &What, meeting: Option<&str>) -> Option<Self> {
        let What::Action { who, text, due, with } = what else { return None };
        let (who, with, text) = (who.clone(), with.clone(), text.clone());
        let meeting = meeting.map(str::to_owned);
        Some(Self { who, with, text, due: *due, meeting, ..Self::default() })
    }

    /// Returns whether a fact of a meeting is about this action.
    fn is(&self, about: &About, meeting: Option<&str>) -> bool {
        let of = about.meeting.or(meeting);
        self.who == about.who && self.text == about.text && self.meeting.as_deref() == of
    }

    /// Gives it the date or the owners that a fact about it names.
    fn change(&mut self, what: &What) {
        match what {
            What::Rescheduled(it) => self.due = Some(it.due),
            What::Reassigned(it) => {
                let before = mem::replace(&mut self.who, it.to.clone());
                self.taken_on_by.get_or_insert(before);
                self.with.clone_from(&it.with);
            }
            _ => {}
        }
    }
}

/// Updates the open actions with a fact of a meeting; `None` is the current meeting. The facts must
/// come in the order of the meetings. Returns the index of the action that is removed.
pub(crate) fn take(
    open: &mut Vec<OpenAction>,
    Fact { what, at }: &Fact,
    meeting: Option<&str>,
) -> Option<usize> {
    if let Some(action) = OpenAction::taken_on(what, meeting) {
        open.push(OpenAction { at: Some(*at), ..action });
        return None;
    }
    let about = what.about_action()?;
    let index = open.iter().position(|it| it.is(&about, meeting))?;
    open[index].change(what);
    open[index].moved += 1;
    open[index].at = Some(*at);
    let is_over = End::of(what).is_some();
    if is_over {
        open.remove(index);
    }
    is_over.then_some(index)
}

/// An action that a meeting took on, ended or changed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ActionInMeeting {
    /// The action after the meeting. Of an earlier one only a new date is known.
    pub action: OpenAction,
    /// How it ended.
    pub end: Option<End>,
}

/// How an action ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Done,
    Released,
}

impl End {
    fn of(what: &What) -> Option<Self> {
        match what {
            What::Done(_) => Some(Self::Done),
            What::Released(_) => Some(Self::Released),
            _ => None,
        }
    }
}

/// Returns the actions that the facts of one meeting are about, in the order of the first ones.
pub(crate) fn in_meeting<'f>(facts: impl Iterator<Item = &'f What>) -> Vec<ActionInMeeting> {
    let mut all: Vec<ActionInMeeting> = Vec::new();
    for what in facts {
        if let Some(action) = OpenAction::taken_on(what, None) {
            all.push(ActionInMeeting { action, end: None });
            continue;
        }
        let Some(about) = what.about_action() else { continue };
        let is_meant = |it: &ActionInMeeting| it.end.is_none() && it.action.is(&about, None);
        let index = all.iter().position(is_meant).unwrap_or(all.len());
        if index == all.len() {
            // An action of an earlier meeting; one of this meeting would be in the list.
            let Some(meeting) = about.meeting else { continue };
            let (who, text) = (about.who.to_owned(), about.text.to_owned());
            let meeting = Some(meeting.to_owned());
            let action = OpenAction { who, text, meeting, ..OpenAction::default() };
            all.push(ActionInMeeting { action, end: None });
        }
        all[index].action.change(what);
        all[index].end = End::of(what);
    }
    all
}
