//! The facts about actions that were taken on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::circle::Renames;
use crate::meeting::walk::{Walked, filled};
use crate::meeting::{What, day};

/// Which action was done or released.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ActionRef {
    /// Whose it was; of several owners the first.
    pub who: String,
    /// What was to be done.
    pub text: String,
    /// The stem of the meeting in which it was taken on, if that was an earlier one.
    pub meeting: Option<String>,
}

/// A new date for an action.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Rescheduled {
    /// Whose it is; of several owners the first.
    pub who: String,
    /// What is to be done.
    pub text: String,
    /// The stem of the meeting in which it was taken on, if that was an earlier one.
    pub meeting: Option<String>,
    /// By when it is to be done now.
    #[serde(with = "day")]
    pub due: NaiveDate,
}

/// New owners of an action.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Reassigned {
    /// Whose it was; of several owners the first.
    pub who: String,
    /// What is to be done.
    pub text: String,
    /// The stem of the meeting in which it was taken on, if that was an earlier one.
    pub meeting: Option<String>,
    /// Whose it is now.
    pub to: String,
    /// Further owners.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
}

/// The keys of a fact that say which action it is about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct About<'f> {
    pub who: &'f str,
    pub text: &'f str,
    pub meeting: Option<&'f str>,
}

impl What {
    /// Returns which open action the fact is about, if it is about one.
    pub(crate) fn about_action(&self) -> Option<About<'_>> {
        let (who, text, meeting) = match self {
            Self::Done(it) | Self::Released(it) => (&it.who, &it.text, &it.meeting),
            Self::Rescheduled(it) => (&it.who, &it.text, &it.meeting),
            Self::Reassigned(it) => (&it.who, &it.text, &it.meeting),
            _ => return None,
        };
        Some(About { who, text, meeting: meeting.as_deref() })
    }

    /// Gives the people in a fact of an action their present names.
    pub(crate) fn rename_in_action(&mut self, names: &Renames) {
        match self {
            Self::Action { who, with, .. } => names.people([who].into_iter().chain(with)),
            Self::Done(it) | Self::Released(it) => names.people([&mut it.who]),
            Self::Rescheduled(it) => names.people([&mut it.who]),
            Self::Reassigned(it) => {
                names.people([&mut it.who, &mut it.to].into_iter().chain(&mut it.with));
            }
            _ => {}
        }
    }

    /// Returns whether an action is taken on, or the fact is about one.
    pub(super) fn is_of_action(&self) -> bool {
        matches!(self, Self::Action { .. }) || self.about_action().is_some()
    }
}

/// Checks a fact of an action. Which actions are open is not checked: earlier meetings are not
/// known here.
pub(super) fn check_action(what: &What) -> Walked<()> {
    let text = match what {
        What::Action { text, .. } => text.as_str(),
        _ => what.about_action().map_or("", |it| it.text),
    };
    if let What::Reassigned(it) = what {
        filled(&it.to, what)?;
    }
    filled(text, what)
}
