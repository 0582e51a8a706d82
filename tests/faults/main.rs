//! Lets every call that changes a file fail once, in each way, and checks what is left.
//!
//! After each failure: every answer that was taken is in the journal, every file is as before or as it
//! should be, what was said is true, and one more `rounds meet` makes everything as if nothing had
//! failed. `src/store/fs/fault.rs` lets the calls fail; `strace` does so once more from outside.
#![cfg(unix)]
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test looks at files, may fail, and says what it has tried"
)]

#[path = "../program/folder.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod folder; // a circle's folder in a temporary place
mod judge; // what may be left after a failure
mod live; // a meeting at a terminal
#[path = "../pty/mod.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod pty; // the program at a terminal
mod scripted; // a meeting from a script
mod strace; // the same, with failures from outside
mod trials; // running all of them on all cores
