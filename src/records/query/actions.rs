//! The open actions: those that somebody took on and that are not done.

use chrono::NaiveDate;
use toml::Table;

use crate::meeting::{self, What};
use crate::records::rows;
use crate::toml_file::fields::Field;

/// An action that is not done.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenAction {
    /// Who took it on.
    pub who: String,
    /// Who else took it on.
    pub with: Vec<String>,
    /// What is to be done.
    pub text: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// The id of the meeting in which it was taken on; `None` for the current meeting.
    pub meeting: Option<String>,
}

impl OpenAction {
    /// Returns everyone who took it on.
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
}

/// Updates the open actions with a fact of a meeting; `None` is the current meeting. The facts must
/// come in the order of the meetings.
pub(crate) fn take(open: &mut Vec<OpenAction>, what: &What, meeting: Option<&str>) {
    match what {
        What::Action { who, with, text, due } => open.push(OpenAction {
            who: who.clone(),
            with: with.clone(),
            text: text.clone(),
            due: *due,
            meeting: meeting.map(str::to_owned),
        }),
        What::Done { who, text, meeting: of } => {
            let of = of.as_deref().or(meeting);
            let is_done =
                |it: &OpenAction| it.who == *who && it.text == *text && it.meeting.as_deref() == of;
            open.iter().position(is_done).map(|index| open.remove(index));
        }
        _ => {}
    }
}
