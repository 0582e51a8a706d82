//! `rounds` facilitates the meetings of a sociocratic circle.
//!
//! The modules in reading order, each floor using only those below it:

pub mod desk; // the outside world: folder, terminal, script, clock, signals
pub mod talk; // what is said: steps to questions, answers to facts
pub mod record; // what is kept, as pure text: journal, minutes, decision, election
pub mod meeting; // what happens: facts, the walk, one file per procedure
pub mod circle; // who we are: members, roles, rules, terms
pub mod error; // the one error: message, hint, place
pub mod words; // the language files, and how a key becomes a sentence
