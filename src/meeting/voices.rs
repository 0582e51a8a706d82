//! The facts about voices that are neither consent nor objection: a concern after a call, and a
//! member who stands aside. They came with format 2.

use serde::{Deserialize, Serialize};

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
