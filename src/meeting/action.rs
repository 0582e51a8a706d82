//! The facts about actions that were taken on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::lang::say;
use crate::meeting::walk::{Walk, Walked, filled};
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

    /// Returns whether an action is taken on, or the fact is about one.
    pub(super) fn is_of_action(&self) -> bool {
        matches!(self, Self::Action { .. }) || self.about_action().is_some()
    }
}

impl Walk<'_> {
    /// Checks a fact of an action. Which actions are open is not checked: earlier meetings are not
    /// known here.
    pub(super) fn action(&self, what: &What) -> Walked<()> {
        let (text, since_format_2) = match what {
            What::Action { text, with, .. } => {
                (text.as_str(), (!with.is_empty()).then_some("with"))
            }
            What::Done(it) => (it.text.as_str(), None),
            _ => (what.about_action().map_or("", |it| it.text), Some(what.word())),
        };
        if let Some(word) = since_format_2.filter(|_| self.format < 2) {
            let err = Error::new(say!("error-format-fact", format = self.format, word = word));
            return Err(err.hint(say!("hint-format-fact")).into());
        }
        if let What::Reassigned(it) = what {
            filled(&it.to, what)?;
        }
        filled(text, what)
    }
}

/// Returns all owners of an action, the first one first.
pub(crate) fn owners(who: &str, with: &[String]) -> Vec<String> {
    [who].into_iter().chain(with.iter().map(String::as_str)).map(str::to_owned).collect()
}
