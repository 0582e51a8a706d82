//! The pages list what the program has, and nothing else.
//!
//! What a file may hold is asked of the program itself: of a key that it does not know it says
//! which ones it knows.
#![expect(clippy::disallowed_methods, reason = "tests read and write files")]

#[expect(dead_code, reason = "not all of it is needed here")]
#[path = "../program/folder.rs"]
mod folder;
mod commands; // commands, options, exit codes, environment variables
mod json; // keys of JSON, columns of CSV
mod lines; // keys of the lines of a meeting
mod known; // keys of files and facts
mod links; // links and paths
mod codes; // what findings are called
mod schema; // the schemas of JSON and TOML
mod page; // a page, its sections and its tables
mod typed; // what can be typed in a meeting
