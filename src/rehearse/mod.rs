//! The simulated members of a rehearsal, and the sample circle that they belong to.

mod actors;

pub(crate) use actors::Rehearsal;

use crate::lang::Lang;

/// Returns the sample circle file and a script of a whole meeting in a language.
pub(crate) fn sample(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::En => (include_str!("sample/en.toml"), include_str!("sample/en.txt")),
        Lang::De => (include_str!("sample/de.toml"), include_str!("sample/de.txt")),
    }
}
