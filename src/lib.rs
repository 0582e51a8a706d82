//! `rounds` facilitates the meetings of a sociocratic circle.
//!
//! The modules in reading order; each uses only those below it:

#![warn(unreachable_pub)]

#[doc(hidden)]
pub mod fuzz; // thin functions for the fuzz targets: read a text, and read again what is written of it
#[doc(hidden)]
pub mod fixed_words; // the words that keys may have, for the tests of the documentation
mod cli; // one file for each command: its arguments, their help, and how it is run
mod rehearse; // the simulated members of a rehearsal
mod session; // the loop of a meeting: ask, read the answer, record it; scripts
mod terminal; // the line editor, pages, tables, lists to pick from, signals, output
mod store; // files: the circle's folder, journals, records, the lock; the clock
mod dialogue; // what is asked at each step, and how an answer is read
mod records; // journals, decisions, elections, topics and minutes as text
mod meeting; // facts, the walk over them, one file for each part of the procedure
mod circle; // members, roles, rules, terms; changes to a circle's file
mod toml_file; // reading TOML with all errors at once, and writing it
mod text; // comparing names, names that look alike, file names, days as they are typed
mod error; // the error type: message, hint, place
mod characters; // characters that would not be shown as they are stored
mod lang; // the language files and translation

pub use cli::main;

// What the tests and the benches use beside the program itself.
pub use circle::{Circle, OptionalStep, Term};
pub use dialogue::{AskedBack, Input, Response, ScreenState, Talk};
pub use lang::{Arg, LANGUAGES, Lang, Phrase, Words};
pub use meeting::{
    DatedValidity, FORMAT, Fact, Filed, Meeting, MeetingId, Moment, Validity, What, standing,
};
pub use records::filing::{Existing, documents};
pub use records::format::journal;
pub use records::{Background, ConsentHeard, Decision, FrontMatter, ObjectionRecord};
pub use store::{Folder, Lock};
pub use text::forbidden;
