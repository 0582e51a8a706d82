//! The facts about voices that are neither consent nor objection: a concern after a call, and a
//! member who stands aside. They came with format 2.

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::meeting::{On, What, not_in_format};

/// A concern that somebody had after a call, until the decision was announced.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Concerned {
    /// Whose it is; none where nobody was named.
    pub who: Option<String>,
    pub text: String,
    /// Which version it is about.
    pub version: u32,
}

/// A member who stood aside: they do not stop the decision, and do not consent to it either.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct StoodAside {
    pub who: String,
    pub version: u32,
    pub reason: String,
}

impl What {
    /// Refuses in a journal of format 1 what it cannot have: these facts, and an objection to a call
    /// on a proposal.
    pub(crate) fn check_voices(&self, format: i64) -> Result<()> {
        let word = match self {
            Self::Concerned(_) | Self::StoodAside(_) => self.word(),
            Self::Objected { on: Some(On::Consent), .. } => "on",
            _ => return Ok(()),
        };
        if format < 2 { Err(not_in_format(format, word)) } else { Ok(()) }
    }
}
