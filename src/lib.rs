//! `rounds` facilitates the meetings of a sociocratic circle.
//!
//! The modules in reading order; each uses only those below it:

pub mod cli; // one file for each command: its arguments, their help, and how it is run
pub mod rehearse; // the members of a rehearsal, who answer by themselves
pub mod session; // the loop: ask, hear, record, keep; scripts
pub mod terminal; // the line editor, pages, tables, lists to pick from, signals, output
pub mod store; // files: the circle's folder, journals, records, the lock; the clock
pub mod dialogue; // what is asked at each step, and how an answer is read
pub mod records; // journal, decisions, elections, topics, minutes as pure text
pub mod meeting; // facts, the walk over them, one file for each procedure
pub mod circle; // members, roles, rules, terms; changes to a circle's file
pub mod toml_file; // reading TOML with all its errors, and writing it
pub mod text; // comparing names, forbidden characters, file names
pub mod error; // the one error: message, hint, place
pub mod lang; // the language files, and how a key becomes a sentence
