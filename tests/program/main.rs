//! The program from outside: folders go in; files, what is printed, and exit codes come out.
#![expect(clippy::disallowed_methods, reason = "tests read and write files")]

mod agenda; // the agenda that is sent round
mod backlog; // the topics that wait, and how one gets there
mod again; // what an earlier meeting left, taken up by a later one
mod bad_input; // files, texts and folders that nobody would wish for
mod cases; // whole meetings, kept to the byte
mod export; // what the circle keeps, for other programs
mod checked; // what `check` finds in a whole folder
mod elections; // who holds a role: records, and the circle's file
mod everywhere; // the options that every command takes
mod filing; // records that were not all written
mod folder; // a circle's folder in a temporary place
mod golden; // what is expected, and how it is rewritten
mod meanwhile; // what somebody changes while a meeting is paused
mod readme; // what the README shows, and the example it speaks of
mod referred; // topics that go to another circle
mod refused; // every message of an error, and the case that produces it
mod shells; // completions and manual pages
mod stories; // what must come out of four meetings that others have told
mod story; // a meeting that others have told, and what came out
mod told_elections; // what must come out of three more, two of them elections
