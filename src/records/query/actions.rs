//! Which actions are open: those that somebody took on and nobody has done.

use chrono::NaiveDate;
use toml::Table;

use crate::meeting::What;
use crate::records::rows;
use crate::toml_file::fields::Field;

/// An action that is still open.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenAction {
    /// Whose it is.
    pub who: String,
    /// What is to be done.
    pub text: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// The id of the meeting where it was taken on; none for the one that is running.
    pub meeting: Option<String>,
}

impl OpenAction {
    /// Returns the action as programs read it.
    pub fn row(&self) -> Table {
        rows::row([
            ("who", self.who.write()),
            ("text", self.text.write()),
            ("due", self.due.write()),
            ("meeting", self.meeting.write()),
        ])
    }
}

/// Takes a fact of a meeting into account; none stands for the meeting that is running. Facts are
/// given in the order of the meetings.
pub(crate) fn take(open: &mut Vec<OpenAction>, what: &What, meeting: Option<&str>) {
    match what {
        What::Action { who, text, due } => open.push(OpenAction {
            who: who.clone(),
            text: text.clone(),
            due: *due,
            meeting: meeting.map(str::to_owned),
        }),
        What::Done { who, text, meeting: of } => {
            let of = of.as_deref().or(meeting);
            let done = open
                .iter()
                .position(|it| it.who == *who && it.text == *text && it.meeting.as_deref() == of);
            done.map(|it| open.remove(it));
        }
        _ => {}
    }
}
